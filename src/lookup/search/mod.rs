//! Looking things up by a few words: names, organisations, kinds, needs, places, languages, price.
//!
//! Every word typed is compared with every word of the catalogue and counts once, where it fits best:
//!
//! | n° | found in | weight | example |
//! |---|---|---|---|
//! | 1 | its telephone number, whole; the name of the service, in any of its languages | 1 | `107`, `babel zin` |
//! | 2 | its organisation | 0.9 | `epsylon` |
//! | 3 | its kind, or « ligne » for what answers by telephone | 0.85 | `planning`, `ssm` |
//! | 4 | a need it is made for | 0.75 | `psy`, `alcool` |
//! | 5 | a commune where one goes, a locality or a postal code of it | 0.7 | `namur`, `jambes`, `5000` |
//! | 6 | a language it answers in | 0.65 | `nl`, `arabe` |
//! | 7 | its price, when that is nothing | 0.6 | `gratuit` |
//! | 8 | a need it also helps with; a region or province where one goes; a wish it meets | 0.6 | `hainaut`, `anonyme` |
//! | 9 | a place it serves from elsewhere | 0.4 | a national line for `namur` |
//!
//! The name of a commune within the name of a service counts as the commune: « Namur-Luxembourg » is no nearer to
//! `namur` than a street there. A commune typed in one language is found in names that say it in another (`cpas gand`:
//! « OCMW Gent »).
//!
//! What a word is worth is the weight times its likeness ([`likeness`]). The services that fit the most words come
//! first; among them, the mean worth of the words typed, plus a tenth of the share of the name that was typed (`namur`
//! finds « CPAS de Namur » before a longer name); then the id. No word weighs more than another for being rare, nothing
//! is learnt, no service is favoured.
//!
//! Two words of a name are also tried as one (« entract »), and two words typed, when one of them is no word of the
//! catalogue (« psycho logue »).

mod found_in;
mod index;
mod likeness;
mod matching;
mod owner;
mod owners;
#[cfg(test)]
mod tests;
mod words;

use crate::catalogue::Catalogue;
use crate::catalogue::terms::Region;

use super::near::nearest;
use index::Index;
use matching::{Candidate, Fits};
use words::{keep, number};

pub use found_in::FoundIn;
pub use likeness::likeness;

/// A service whose worth is below this share of the best one is noise beside it.
const NOISE: f64 = 0.7;

/// What the share of the name that was typed adds at most.
const COVERED: f64 = 0.1;

/// How many near words are offered for a word found nowhere.
const OFFERED: usize = 3;

/// One word typed, found in one place of a service.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// As folded: lower case, no accents.
    pub typed: String,
    pub place: FoundIn,
    /// The words it was found as, folded: two when they are read as one.
    pub words: Vec<String>,
    /// From 0 to 1; 1 is the word itself.
    pub likeness: f64,
    /// The likeness times the weight of the place.
    pub worth: f64,
    /// Position of the need, wish, commune or language, where there is one.
    pub entry: Option<usize>,
}

/// A service found.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    /// Position in the catalogue.
    pub position: usize,
    /// From 0 to 1.1.
    pub score: f64,
    pub found: Vec<Found>,
}

/// A word typed that nothing shown fits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unfound {
    pub typed: String,
    /// Words of the catalogue that resemble it, nearest first.
    pub near: Vec<String>,
}

/// What a search found, best first.
#[derive(Debug, Clone, PartialEq)]
pub struct Search {
    pub hits: Vec<Hit>,
    pub unfound: Vec<Unfound>,
    /// How many services outside the region asked fit more of the words.
    pub elsewhere: usize,
}

/// The words of a catalogue, ready to be searched.
#[derive(Debug)]
pub struct Searcher {
    catalogue: &'static Catalogue,
    index: Index,
}

impl Searcher {
    /// Folds every word of a catalogue, once.
    pub fn new(catalogue: &'static Catalogue) -> Self {
        Self { catalogue, index: Index::new(catalogue) }
    }

    /// Searches the services, of a region when one is given.
    pub fn search(&self, text: &str, region: Option<Region>) -> Search {
        let typed = number(text).map_or_else(|| keep(text), |number| vec![number]);
        let within = region.map(|region| self.catalogue.territories.communes_of(region));
        let singles: Vec<Fits> = typed.iter().map(|word| self.fits(word, !self.index.has(word))).collect();
        let cut = |pair: &[String]| !pair.iter().all(|word| self.index.has(word));
        let pairs: Vec<(usize, Fits)> = (0..)
            .zip(typed.windows(2))
            .filter(|(_, pair)| cut(pair))
            .map(|(at, pair)| (at, self.fits(&pair.concat(), false)))
            .collect();
        let mut owners = Vec::new();
        let all = (0..self.catalogue.facts.len())
            .filter_map(|position| self.candidate(position, &mut owners, &singles, &pairs));
        let is_here = |one: &Candidate| within.as_ref().is_none_or(|within| self.index.is_within(one.position, within));
        let (inside, outside): (Vec<Candidate>, Vec<Candidate>) = all.partition(is_here);
        // what fits more of the words comes first, whatever each is worth
        let most = |candidates: &[Candidate]| candidates.iter().map(|one| one.count).max().unwrap_or(0);
        let (here, away) = (most(&inside), most(&outside));
        let elsewhere = if away > here { outside.iter().filter(|one| one.count == away).count() } else { 0 };
        let mut hits: Vec<Hit> =
            inside.iter().filter(|one| one.count == here).map(|one| self.hit(one, &singles)).collect();
        for hit in &mut hits {
            hit.score += COVERED * self.covered(hit);
        }
        hits.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.position.cmp(&b.position)));
        let floor = hits.first().map_or(0.0, |best| best.score * NOISE);
        hits.retain(|hit| hit.score >= floor);
        let unfound = typed
            .iter()
            .filter(|word| !hits.iter().any(|hit| hit.found.iter().any(|found| found.typed == **word)))
            .map(|word| Unfound { typed: word.clone(), near: self.near(word) })
            .collect();
        Search { hits, unfound, elsewhere }
    }

    /// The words of the catalogue nearest to a word.
    fn near(&self, word: &str) -> Vec<String> {
        let words = self.index.words().map(|(_, word)| (word.text.clone(), word.text.clone()));
        let near = nearest(word, words, OFFERED + 1).into_iter().map(|near| near.candidate);
        // a word that is known, but not in this region
        near.filter(|near| near != word).take(OFFERED).collect()
    }
}
