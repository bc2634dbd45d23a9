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
//! The name of a commune within the name of a service counts as the commune: « Namur-Luxembourg » is no nearer to `namur` than a street
//! there. A commune typed in one language is found in names that say it in another (`cpas gand`: « OCMW Gent »).
//!
//! What a word is worth is the weight times its likeness ([`likeness`]). The services that fit the most words come first; among
//! them, the mean worth of the words typed, plus a tenth of the share of the name that was typed (`namur` finds « CPAS de Namur » before
//! a longer name); then the id. No word weighs more than another for being rare, nothing is learnt, no service is favoured.
//!
//! Two words of a name are also tried as one (« entract »), and two words typed, when one of them is no word of the catalogue (« psycho
//! logue »).

mod index;
mod likeness;

use std::collections::HashMap;

use crate::catalogue::terms::Region;
use crate::catalogue::territory::CommuneSet;
use crate::catalogue::{Catalogue, Corrupt};

use super::near::nearest;
use index::{Index, Owned, Owner, Phrase, Word, WordId, keep, number};
use likeness::Typed;

pub use likeness::likeness;

/// A service whose worth is below this share of the best one is noise beside it.
const NOISE: f64 = 0.7;

/// What the share of the name that was typed adds at most.
const COVERED: f64 = 0.1;

/// How many near words are offered for a word found nowhere.
const OFFERED: usize = 3;

/// Where a word was found; the order of the table above.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FoundIn {
    Phone,
    Name,
    Organization,
    Kind,
    Line,
    Need,
    Commune,
    Language,
    Price,
    AlsoNeed,
    Region,
    Wish,
    Served,
}

impl FoundIn {
    /// What a word found there is worth.
    #[must_use]
    pub const fn weight(self) -> f64 {
        match self {
            Self::Phone | Self::Name => 1.0,
            Self::Organization => 0.9,
            Self::Kind | Self::Line => 0.85,
            Self::Need => 0.75,
            Self::Commune => 0.7,
            Self::Language => 0.65,
            Self::Price | Self::AlsoNeed | Self::Region | Self::Wish => 0.6,
            Self::Served => 0.4,
        }
    }

    /// The field of a service, as the JSON of `chercher` names it.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Phone => "phone",
            Self::Name => "name",
            Self::Organization => "organization",
            Self::Kind | Self::Line => "type",
            Self::Need | Self::AlsoNeed => "need",
            Self::Commune => "commune",
            Self::Language => "language",
            Self::Price => "cost",
            Self::Region => "region",
            Self::Wish => "wish",
            Self::Served => "service_area",
        }
    }
}

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
pub struct Searcher<'a> {
    catalogue: Catalogue<'a>,
    index: Index,
}

/// What one word typed fits: the likeness and the word, by owner.
struct Fits {
    typed: String,
    best: HashMap<Owner, (f64, WordId)>,
    /// The best served place, by area.
    areas: Vec<Option<(f64, WordId, usize)>>,
    /// It is a word of the name of a commune, as typed.
    is_place: bool,
}

impl<'a> Searcher<'a> {
    /// Folds every word of a catalogue, once.
    ///
    /// # Errors
    /// When the catalogue is damaged.
    pub fn new(catalogue: &Catalogue<'a>) -> Result<Self, Corrupt> {
        Ok(Self {
            catalogue: *catalogue,
            index: Index::new(catalogue)?,
        })
    }

    /// Searches the services, of a region when one is given.
    ///
    /// # Errors
    /// When the catalogue is damaged.
    pub fn search(&self, text: &str, region: Option<Region>) -> Result<Search, Corrupt> {
        let typed = number(text).map_or_else(|| keep(text), |number| vec![number]);
        let within = region
            .map(|region| self.catalogue.territories.communes_of(region))
            .transpose()?;
        let singles: Vec<Fits> = typed.iter().map(|word| self.fits(word, |_| true)).collect();
        let cut = |pair: &[String]| !pair.iter().all(|word| self.index.has(word));
        let pairs: Vec<(usize, Fits)> = (0..)
            .zip(typed.windows(2))
            .filter(|(_, pair)| cut(pair))
            .map(|(at, pair)| (at, self.fits(&pair.concat(), |word| !word.is_joined())))
            .collect();
        let all = (0..self.catalogue.facts.len())
            .filter_map(|position| self.hit(position, &singles, &pairs));
        let is_here = |hit: &Hit| {
            within
                .as_ref()
                .is_none_or(|within| self.index.is_within(hit.position, within))
        };
        let (mut hits, outside): (Vec<Hit>, Vec<Hit>) = all.partition(is_here);
        // what fits more of the words comes first, whatever each is worth
        let most = |hits: &[Hit]| hits.iter().map(|hit| hit.found.len()).max().unwrap_or(0);
        let (here, away) = (most(&hits), most(&outside));
        let elsewhere = if away > here {
            outside.iter().filter(|hit| hit.found.len() == away).count()
        } else {
            0
        };
        hits.retain(|hit| hit.found.len() == here);
        for hit in &mut hits {
            hit.score += COVERED * self.covered(hit);
        }
        hits.sort_by(|a, b| {
            b.score
                .total_cmp(&a.score)
                .then(a.position.cmp(&b.position))
        });
        let floor = hits.first().map_or(0.0, |best| best.score * NOISE);
        hits.retain(|hit| hit.score >= floor);
        let unfound = typed
            .iter()
            .filter(|word| {
                !hits
                    .iter()
                    .any(|hit| hit.found.iter().any(|found| found.typed == **word))
            })
            .map(|word| Unfound {
                typed: word.clone(),
                near: self.near(word),
            })
            .collect();
        Ok(Search {
            hits,
            unfound,
            elsewhere,
        })
    }

    /// The words of the catalogue nearest to a word.
    fn near(&self, word: &str) -> Vec<String> {
        let words = self
            .index
            .whole_words()
            .map(|word| (word.to_owned(), word.to_owned()));
        let near = nearest(word, words, OFFERED + 1)
            .into_iter()
            .map(|near| near.candidate);
        // a word that is known, but not in this region
        near.filter(|near| near != word).take(OFFERED).collect()
    }

    fn fits(&self, word: &str, among: impl Fn(&Word) -> bool) -> Fits {
        let typed = Typed::new(word, self.index.has(word));
        let mut best: HashMap<Owner, (f64, WordId)> = HashMap::new();
        let mut offer = |owner: Owner, likeness: f64, id: WordId| {
            let slot = best.entry(owner).or_insert((likeness, id));
            if likeness > slot.0 {
                *slot = (likeness, id);
            }
        };
        for (id, entry) in self.index.words().filter(|(_, entry)| among(entry)) {
            let likeness = typed.likeness(entry);
            if likeness > 0.0 {
                entry
                    .owners
                    .iter()
                    .for_each(|owner| offer(*owner, likeness, id));
                for (owner, other) in self.index.same_commune(id) {
                    offer(owner, likeness, other);
                }
            }
        }
        let areas = self
            .index
            .areas
            .iter()
            .map(|area| served(area, &best))
            .collect();
        Fits {
            typed: word.to_owned(),
            best,
            areas,
            is_place: self.index.names_place(word),
        }
    }

    fn hit(&self, position: usize, singles: &[Fits], pairs: &[(usize, Fits)]) -> Option<Hit> {
        let owners = self.index.owners(position);
        let mut found: Vec<Option<Found>> = singles
            .iter()
            .map(|fits| self.found(position, &owners, fits))
            .collect();
        let worth = |found: &Option<Found>| found.as_ref().map_or(0.0, |found| found.worth);
        for (at, pair) in pairs {
            // two words read as one count for both, when that is worth more than each of them
            let Some(joined) = self.found(position, &owners, pair) else {
                continue;
            };
            if 2.0 * worth(&Some(joined.clone())) > worth(&found[*at]) + worth(&found[at + 1]) {
                for slot in [*at, at + 1] {
                    found[slot] = Some(Found {
                        typed: singles[slot].typed.clone(),
                        ..joined.clone()
                    });
                }
            }
        }
        let total: f64 = found.iter().map(worth).sum();
        let found: Vec<Found> = found.into_iter().flatten().collect();
        #[expect(clippy::cast_precision_loss, reason = "a handful of words")]
        let score = total / singles.len() as f64;
        (!found.is_empty()).then_some(Hit {
            position,
            score,
            found,
        })
    }

    /// The best place of one service for one word.
    fn found(&self, position: usize, owners: &[Owned], fits: &Fits) -> Option<Found> {
        let mut best: Option<(f64, FoundIn, f64, WordId, Option<usize>)> = None;
        let mut offer = |place: FoundIn, likeness: f64, word: WordId, entry: Option<usize>| {
            let is_place = matches!(place, FoundIn::Name | FoundIn::Organization)
                && (fits.is_place || self.index.is_place(word));
            let worth = likeness
                * if is_place {
                    FoundIn::Commune.weight()
                } else {
                    place.weight()
                };
            let better = best.is_none_or(|(other, held, ..)| {
                worth > other || ((worth - other).abs() < f64::EPSILON && place < held)
            });
            if better {
                best = Some((worth, place, likeness, word, entry));
            }
        };
        for (place, owner, entry) in owners {
            if let Some((likeness, word)) = fits.best.get(owner) {
                offer(*place, *likeness, *word, *entry);
            }
        }
        if let Some((likeness, word, commune)) = self
            .index
            .area_of(position)
            .and_then(|area| fits.areas[area])
        {
            offer(FoundIn::Served, likeness, word, Some(commune));
        }
        let (worth, place, likeness, word, entry) = best?;
        Some(Found {
            typed: fits.typed.clone(),
            place,
            words: self.index.parts(word),
            likeness,
            worth,
            entry,
        })
    }

    /// The share of the name, in any language, that was typed; a number is typed whole.
    fn covered(&self, hit: &Hit) -> f64 {
        if hit.found.iter().any(|found| found.place == FoundIn::Phone) {
            return 1.0;
        }
        let named: Vec<&str> = hit
            .found
            .iter()
            .filter(|found| found.place == FoundIn::Name)
            .flat_map(|found| found.words.iter().map(String::as_str))
            .collect();
        if named.is_empty() {
            return 0.0;
        }
        let share = |phrase: &Phrase| {
            let typed = phrase
                .words
                .iter()
                .filter(|word| named.contains(&self.index.text(**word)))
                .count();
            #[expect(clippy::cast_precision_loss, reason = "a name has a handful of words")]
            let share = typed as f64 / phrase.words.len().max(1) as f64;
            share
        };
        self.index
            .names(hit.position)
            .map(share)
            .fold(0.0, f64::max)
    }
}

/// The place typed that an area serves best, among the communes that the word fits.
fn served(area: &CommuneSet, best: &HashMap<Owner, (f64, WordId)>) -> Option<(f64, WordId, usize)> {
    best.iter()
        .filter_map(|(owner, (likeness, word))| match owner {
            Owner::Commune(commune) if area.has(usize::from(*commune)) => {
                Some((*likeness, *word, usize::from(*commune)))
            }
            _ => None,
        })
        // the order of a hash map is chance: equal likenesses are settled by the commune
        .max_by(|a, b| a.0.total_cmp(&b.0).then(b.2.cmp(&a.2)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::EMBEDDED;

    fn first(text: &str) -> String {
        let catalogue = Catalogue::open_embedded(EMBEDDED).unwrap();
        let search = Searcher::new(&catalogue)
            .unwrap()
            .search(text, None)
            .unwrap();
        search.hits.first().map_or(String::new(), |hit| {
            catalogue.records.get(hit.position).unwrap().id.to_string()
        })
    }

    #[test]
    fn a_name_comes_before_all_that_resembles_it() {
        assert_eq!(first("babel zin"), "babel-zin");
        assert_eq!(first("espace 28"), "espace-28");
        assert_eq!(first("l'entr'act"), "l-entr-act");
    }

    #[test]
    fn words_apart_and_words_together_are_the_same_name() {
        assert_eq!(first("lentract"), "l-entr-act");
        assert_eq!(first("babelzin"), "babel-zin");
        assert_eq!(first("babel z in"), "babel-zin");
    }

    #[test]
    fn a_telephone_number_finds_who_answers() {
        assert_eq!(first("107"), "tele-accueil-107");
        assert_eq!(first("0800/32.123"), "prevention-suicide-0800-32-123");
        assert_eq!(first("+32 87 34 10 53"), "espace-28");
    }

    #[test]
    fn a_word_found_nowhere_is_named_with_its_nearest() {
        let catalogue = Catalogue::open_embedded(EMBEDDED).unwrap();
        let search = Searcher::new(&catalogue)
            .unwrap()
            .search("espace 28 xyzzyx", None)
            .unwrap();
        assert_eq!(
            search
                .unfound
                .iter()
                .map(|unfound| unfound.typed.as_str())
                .collect::<Vec<_>>(),
            ["xyzzyx"]
        );
    }
}
