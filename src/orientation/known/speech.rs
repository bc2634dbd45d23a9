//! The languages of services, and of who asks.

use crate::catalogue::model::Facts;
use crate::catalogue::terms::{Positions, Region};
use crate::situation::Situation;

use super::{Known, is_spoken_in};

impl Known {
    /// The codes of a set of languages, the national ones first. Their table is in the order in which the files were
    /// read, which must not show.
    pub fn languages(&self, set: Positions) -> Vec<&str> {
        let mut codes: Vec<&str> = self.spoken_of(set).collect();
        let national = |code: &str| ["fr", "nl", "de"].iter().position(|other| *other == code).unwrap_or(3);
        codes.sort_unstable_by_key(|code| (national(code), *code));
        codes
    }

    /// The same in no order.
    pub fn spoken_of(&self, set: Positions) -> impl Iterator<Item = &str> {
        set.iter().map(|position| self.catalogue().languages.get(position).as_str())
    }

    /// Whether a service is known to answer in one of these languages.
    pub fn speaks_one_of(&self, facts: &Facts, spoken: &[&str]) -> bool {
        // nearly every code is of two letters, which are compared faster than text is
        let same = |one: &str, other: &str| match (one.as_bytes(), other.as_bytes()) {
            ([a, b], [c, d]) => a == c && b == d,
            (one, other) => one == other,
        };
        self.spoken_of(facts.languages).any(|language| spoken.iter().any(|other| same(language, other)))
    }

    /// The language people speak where a service is based; where the person lives, for one of the whole country.
    pub fn is_usual_language(&self, facts: &Facts, situation: &Situation, language: &str) -> bool {
        let of = |region: Region| is_spoken_in(region, language);
        let mut places = facts.communes.iter().map(|commune| self.store.region(*commune)).peekable();
        if places.peek().is_some() {
            return places.any(of);
        }
        let based = facts.home.or(situation.region.known().copied());
        based.is_some_and(of)
    }

    /// Known to speak other languages only, to somebody who speaks a national one: there is a service in theirs.
    pub fn speaks_otherwise(&self, facts: &Facts, situation: &Situation) -> bool {
        let Some(spoken) = situation.languages.known() else {
            return false;
        };
        !facts.languages.is_empty()
            && facts.interpreter != Some(true)
            && spoken.iter().any(|language| matches!(*language, "fr" | "nl" | "de"))
            && !self.speaks_one_of(facts, spoken)
    }
}
