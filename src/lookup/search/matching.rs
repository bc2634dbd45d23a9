//! One word typed against the whole catalogue, then each service against the words typed.

use crate::catalogue::territory::Area;

use super::index::{Phrase, WordId};
use super::likeness::Typed;
use super::owner::{Owned, Owner};
use super::{Found, FoundIn, Hit, Searcher};

/// A likeness and the word that has it; 0 when no word does.
type Best = (f64, WordId);

/// What one word typed fits.
pub(super) struct Fits {
    typed: String,
    /// By the slot of the owner.
    best: Vec<Best>,
    /// The pairs of words that it resembles when they are read as one.
    read_as_one: Vec<[String; 2]>,
    /// The commune that an area serves and that the word fits best, by area.
    served: Vec<Option<(f64, WordId, usize)>>,
    /// It is a word of the name of a commune, as typed.
    is_place: bool,
}

/// Where one word typed is best found in one service.
#[derive(Clone, Copy)]
pub(super) struct Match {
    place: FoundIn,
    likeness: f64,
    worth: f64,
    word: WordId,
    entry: Option<usize>,
}

/// A service and where each word typed is found in it.
pub(super) struct Candidate {
    pub(super) position: usize,
    matches: Vec<Option<Match>>,
    pub(super) count: usize,
}

impl Searcher {
    /// Compares a word with every word of the catalogue; with two words of a name read as one too, when `joined`.
    pub(super) fn fits(&self, word: &str, joined: bool) -> Fits {
        let typed = Typed::new(word, self.index.has(word));
        let mut best: Vec<Best> = vec![(0.0, 0); self.index.slots()];
        let mut offer = |owner: Owner, likeness: f64, id: WordId| {
            let slot = &mut best[self.index.slot(owner)];
            if likeness > slot.0 {
                *slot = (likeness, id);
            }
        };
        for (id, entry) in self.index.words() {
            let likeness = typed.likeness(entry);
            if likeness > 0.0 {
                entry.owners.iter().for_each(|owner| offer(*owner, likeness, id));
                self.index.same_commune(id).for_each(|(owner, other)| offer(owner, likeness, other));
            }
        }
        let mut read_as_one = Vec::new();
        for (owner, first, second) in self.index.pairs().filter(|_| joined) {
            let likeness = typed.likeness_joined(first, second);
            if likeness > 0.0 {
                // numbered after the words of the catalogue
                offer(owner, likeness, self.index.next_id(read_as_one.len()));
                read_as_one.push([first.to_owned(), second.to_owned()]);
            }
        }
        let served = self.served(&best);
        Fits { typed: word.to_owned(), best, read_as_one, served, is_place: self.index.names_place(word) }
    }

    /// The commune typed that each area serves; of several, the likest, then the first.
    fn served(&self, best: &[Best]) -> Vec<Option<(f64, WordId, usize)>> {
        let communes: Vec<(f64, WordId, usize)> = (0..self.index.commune_count())
            .filter_map(|commune| {
                let (likeness, word) = best[self.index.slot(Owner::Commune(u16::try_from(commune).ok()?))];
                (likeness > 0.0).then_some((likeness, word, commune))
            })
            .collect();
        let of = |area: &Area| {
            let here = communes.iter().filter(|(_, _, commune)| area.communes.has(*commune));
            here.max_by(|a, b| a.0.total_cmp(&b.0).then(b.2.cmp(&a.2))).copied()
        };
        self.catalogue.areas.iter().map(of).collect()
    }

    pub(super) fn candidate(
        &self,
        position: usize,
        owners: &mut Vec<Owned>,
        singles: &[Fits],
        pairs: &[(usize, Fits)],
    ) -> Option<Candidate> {
        self.index.owners(position, owners);
        let mut matches: Vec<Option<Match>> =
            singles.iter().map(|fits| self.best_match(position, owners, fits)).collect();
        let worth = |found: Option<Match>| found.map_or(0.0, |found| found.worth);
        for (at, pair) in pairs {
            let joined = self.best_match(position, owners, pair);
            // two words read as one count for both, when that is worth more than each of them
            if 2.0 * worth(joined) > worth(matches[*at]) + worth(matches[at + 1]) {
                matches[*at] = joined;
                matches[at + 1] = joined;
            }
        }
        let count = matches.iter().flatten().count();
        (count > 0).then_some(Candidate { position, matches, count })
    }

    /// The best place of one service for one word.
    fn best_match(&self, position: usize, owners: &[Owned], fits: &Fits) -> Option<Match> {
        let mut best: Option<Match> = None;
        let mut offer = |place: FoundIn, likeness: f64, word: WordId, entry: Option<usize>| {
            let named = matches!(place, FoundIn::Name | FoundIn::Organization);
            let is_place = named && (fits.is_place || self.index.is_place(word));
            let worth = likeness * if is_place { FoundIn::Commune.weight() } else { place.weight() };
            let better = best.is_none_or(|other| {
                worth > other.worth || ((worth - other.worth).abs() < f64::EPSILON && place < other.place)
            });
            if better {
                best = Some(Match { place, likeness, worth, word, entry });
            }
        };
        for (place, owner, entry) in owners {
            let (likeness, word) = fits.best[self.index.slot(*owner)];
            if likeness > 0.0 {
                offer(*place, likeness, word, *entry);
            }
        }
        if let Some((likeness, word, commune)) = self.index.area_of(position).and_then(|area| fits.served[area]) {
            offer(FoundIn::Served, likeness, word, Some(commune));
        }
        best
    }

    /// The words found: two when they are read as one.
    fn words(&self, word: WordId, fits: &Fits) -> Vec<String> {
        match self.index.text(word) {
            Ok(text) => vec![text.to_owned()],
            Err(beyond) => fits.read_as_one.get(beyond).map_or(Vec::new(), |pair| pair.to_vec()),
        }
    }

    pub(super) fn hit(&self, candidate: &Candidate, singles: &[Fits]) -> Hit {
        let found: Vec<Found> = candidate
            .matches
            .iter()
            .zip(singles)
            .filter_map(|(found, fits)| {
                let Match { place, likeness, worth, word, entry } = (*found)?;
                Some(Found { typed: fits.typed.clone(), place, words: self.words(word, fits), likeness, worth, entry })
            })
            .collect();
        #[expect(clippy::cast_precision_loss, reason = "a handful of words")]
        let score = found.iter().map(|found| found.worth).sum::<f64>() / singles.len() as f64;
        Hit { position: candidate.position, score, found }
    }

    /// The share of the name, in any language, that was typed; a number is typed whole.
    pub(super) fn covered(&self, hit: &Hit) -> f64 {
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
                .filter(|word| self.index.text(**word).is_ok_and(|text| named.contains(&text)))
                .count();
            #[expect(clippy::cast_precision_loss, reason = "a name has a handful of words")]
            let share = typed as f64 / phrase.words.len().max(1) as f64;
            share
        };
        self.index.phrases(hit.position).map(share).fold(0.0, f64::max)
    }
}
