//! What is known of the person, and nothing more: every field may be unknown, none is a name.

mod answers;
mod fields;
mod kinds;
mod line;
mod named;
mod typed;

pub use answers::Answers;
pub use fields::{Field, Moves, Row, Situation, Turn, Typed};
pub use kinds::{LANGUAGES, Way};
pub use line::LineError;
pub use typed::{Mistake, Trouble, UNKNOWN};

use crate::catalogue::Catalogue;
use crate::catalogue::terms::Urgency;
use crate::lookup::Place;

/// An answer to one question.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Answer<T> {
    Known(T),
    /// Asked, and left open: « je ne sais pas ».
    Declined,
    #[default]
    NotAsked,
}

impl<T> Answer<T> {
    /// The answer, when there is one.
    pub const fn known(&self) -> Option<&T> {
        match self {
            Self::Known(value) => Some(value),
            Self::Declined | Self::NotAsked => None,
        }
    }

    /// No answer, of whatever kind: not asked, or left open.
    fn empty<U>(&self) -> Answer<U> {
        match self {
            Self::NotAsked => Answer::NotAsked,
            Self::Known(_) | Self::Declined => Answer::Declined,
        }
    }

    pub const fn is_asked(&self) -> bool {
        !matches!(self, Self::NotAsked)
    }
}

impl Situation {
    /// The person lives there; a known commune settles the region too.
    pub fn live_in(&mut self, place: Place, catalogue: &Catalogue) {
        if let Some(first) = place.communes.iter().next() {
            let region_of = |commune: usize| catalogue.territories.communes.get(commune).region;
            let region = region_of(first);
            if place.communes.iter().all(|commune| region_of(commune) == region) {
                self.region = Answer::Known(region);
            }
        }
        self.communes = Some(place.communes);
        self.commune = Answer::Known(place);
    }

    /// Whether any of these languages is spoken; `None` when the languages are unknown.
    pub fn speaks(&self, language: &str) -> Option<bool> {
        self.languages.known().map(|spoken| spoken.contains(&language))
    }

    /// Under the age of majority, as far as it is known.
    pub fn is_minor(&self) -> bool {
        self.age.known().is_some_and(|age| *age < 18)
    }

    pub fn is_danger(&self) -> bool {
        self.urgency.known() == Some(&Urgency::Danger)
    }
}
