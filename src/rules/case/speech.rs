//! The languages of services, and of who asks.

use crate::catalogue::language;
use crate::catalogue::model::Facts;
use crate::catalogue::terms::{National, Region, Terms};
use crate::situation::Situation;

use super::super::Known;
use super::Case;

/// The language in which the questions are asked: in Brussels, where two are spoken, it is the one presumed.
const INTERFACE: National = National::French;

/// The languages presumed of somebody who has said none: those of the commune, with those of its facilities; that of the
/// interface in Brussels, or where no place is known.
pub(super) fn presumed(known: &Known, situation: &Situation) -> Terms {
    if situation.languages.known().is_some() {
        return Terms::default();
    }
    let interface = Terms::of([INTERFACE as usize]);
    let Some(communes) = &situation.communes else { return interface };
    let of_commune = |commune| {
        let commune = known.catalogue().territories.communes.get(commune);
        if commune.region == Region::Bruxelles { interface } else { commune.languages }
    };
    match situation.region.known() {
        // of a whole region, its own language and not that of a few facilities
        Some(region) if situation.commune.known().is_none() => Terms::of([of_region(*region) as usize]),
        _ => communes.iter().map(of_commune).reduce(Terms::or).unwrap_or(interface),
    }
}

const fn of_region(region: Region) -> National {
    match region {
        Region::Bruxelles | Region::Wallonie => INTERFACE,
        Region::Flandre => National::Dutch,
        Region::Germanophone => National::German,
    }
}

impl Case<'_> {
    /// The languages of the place, for numbers to call: those of the communes the person may live in, then those of their
    /// facilities; both in Brussels.
    pub fn local_languages(&self) -> Vec<National> {
        let region = self.situation.region.known().filter(|_| self.situation.commune.known().is_none());
        let of = |commune| self.known.catalogue().territories.communes.get(commune);
        match (region, &self.situation.communes) {
            (Some(Region::Bruxelles), _) => vec![National::French, National::Dutch],
            (Some(region), _) => vec![of_region(*region)],
            (None, Some(communes)) => {
                let own = Terms::of(communes.iter().map(|commune| of_region(of(commune).region) as usize));
                let all = communes.iter().map(|commune| of(commune).languages).fold(Terms::default(), Terms::or);
                let (own, beside): (Vec<National>, Vec<National>) =
                    all.iter().map(|position| National::ALL[position]).partition(|one| own.has(*one as usize));
                [own, beside].concat()
            }
            (None, None) => Vec::new(),
        }
    }

    /// The languages the person speaks or is presumed to speak, as codes.
    pub fn spoken(&self) -> Vec<&'static str> {
        match self.situation.languages.known() {
            Some(spoken) => spoken.clone(),
            None => self.presumed.iter().map(|position| National::ALL[position].slug()).collect(),
        }
    }

    /// Somebody who speaks one of the national languages, as far as is known.
    pub fn speaks_a_national_language(&self) -> bool {
        self.spoken().iter().any(|language| National::from_slug(language).is_some())
    }

    /// The languages a service answers in: its record's, else those it usually answers in. A competent public service
    /// answers in those of its commune besides. `None` when nothing tells.
    fn offers(&self, facts: &Facts, language: &str) -> Option<bool> {
        let usual = || National::from_slug(language).is_some_and(|known| facts.usual_languages.has(known as usize));
        if facts.languages.is_empty() {
            return (!facts.usual_languages.is_empty()).then(usual);
        }
        let recorded = self.known.spoken_of(facts.languages).any(|offered| offered == language);
        Some(recorded || is_alone(facts) && usual())
    }

    /// Whether the person and the service share a language; `None` when nothing tells what the service speaks.
    pub fn may_share_a_language(&self, facts: &Facts) -> Option<bool> {
        let mut known = false;
        for language in self.spoken() {
            match self.offers(facts, language) {
                Some(true) => return Some(true),
                Some(false) => known = true,
                None => {}
            }
        }
        known.then_some(false)
    }

    /// Whether the service speaks the first language of the place, when none is said: that of a facility comes after it.
    pub fn shares_the_own_language(&self, facts: &Facts) -> bool {
        let own = self.situation.region.known().map(|region| of_region(*region).slug());
        match own {
            Some(own) if self.situation.languages.known().is_none() => self.offers(facts, own) != Some(false),
            _ => true,
        }
    }

    /// Known to speak other languages only, to somebody who has another national one to turn to. Never said of the
    /// public service that is competent where the person lives: there is no other.
    pub fn speaks_otherwise(&self, facts: &Facts) -> bool {
        if is_alone(facts) || facts.interpreter == Some(true) {
            return false;
        }
        match self.may_share_a_language(facts) {
            Some(shared) => !shared && self.speaks_a_national_language(),
            // nobody can sit beside one on a telephone line, and none is known to speak a language from elsewhere
            None => !self.speaks_a_national_language() && self.known.is_line(facts),
        }
    }
}

/// Whether the person speaks, or is presumed to speak, what is spoken where they live.
pub(super) fn is_local(situation: &Situation) -> bool {
    let Some(spoken) = situation.languages.known() else { return true };
    let Some(region) = situation.region.known() else {
        return spoken.iter().any(|language| National::from_slug(language).is_some());
    };
    let local: &[&str] = match region {
        Region::Wallonie => &["fr"],
        Region::Flandre => &["nl"],
        Region::Germanophone => &["de", "fr"],
        Region::Bruxelles => &["fr", "nl"],
    };
    spoken.iter().any(|language| local.contains(language))
}

/// The competent public service, and no other beside it: in Brussels each language may have its own, and one whose record
/// names a single language has another beside it.
pub fn is_alone(facts: &Facts) -> bool {
    facts.competent && (facts.home != Some(Region::Bruxelles) || facts.languages.len() != 1)
}

/// The codes of some languages, the national ones first.
pub fn in_order(mut codes: Vec<&str>) -> Vec<&str> {
    let national = |code: &str| National::ALL.iter().position(|known| known.slug() == code).unwrap_or(3);
    codes.sort_unstable_by_key(|code| (national(code), *code));
    codes.retain(|code| language::find(code).is_some());
    codes
}
