//! What is known of the person, and nothing more: every field may be unknown, none is a name.

mod line;
mod named;
mod typed;

pub use line::LineError;
pub use typed::{Field, Mistake, Trouble, Typed};

use crate::catalogue::Catalogue;
use crate::catalogue::date::Moment;
use crate::catalogue::money::Cents;
use crate::catalogue::terms::{Asking, Migration, Positions, Region, Setting, Urgency};
use crate::catalogue::territory::CommuneSet;
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

    pub const fn is_asked(&self) -> bool {
        !matches!(self, Self::NotAsked)
    }
}

/// What is known of the person concerned.
#[derive(Debug, Clone, PartialEq)]
pub struct Situation {
    pub region: Answer<Region>,
    pub commune: Answer<Place>,
    /// In years.
    pub age: Answer<u8>,
    pub urgency: Answer<Urgency>,
    /// For one session.
    pub budget: Answer<Cents>,
    /// The BIM status (intervention majorée).
    pub bim: Answer<bool>,
    pub migration: Answer<Migration>,
    /// Languages spoken, as ISO 639-1 codes.
    pub languages: Answer<Vec<&'static str>>,
    pub asking: Answer<Asking>,
    /// For a professional.
    pub setting: Answer<Setting>,
    /// Positions in the catalogue's table of needs, and of wishes.
    pub needs: Answer<Positions>,
    pub wishes: Answer<Positions>,
    /// Problems and publics narrower than a need, positions in the catalogue's table of subjects.
    pub about: Answer<Positions>,
    pub at: Moment,
    /// The communes the person may live in: of the commune, else of the region; `None` when nothing is known.
    pub communes: Option<CommuneSet>,
}

impl Situation {
    /// A situation of which nothing is known.
    pub const fn unknown(at: Moment) -> Self {
        Self {
            region: Answer::NotAsked,
            commune: Answer::NotAsked,
            age: Answer::NotAsked,
            urgency: Answer::NotAsked,
            budget: Answer::NotAsked,
            bim: Answer::NotAsked,
            migration: Answer::NotAsked,
            languages: Answer::NotAsked,
            asking: Answer::NotAsked,
            setting: Answer::NotAsked,
            needs: Answer::NotAsked,
            wishes: Answer::NotAsked,
            about: Answer::NotAsked,
            at,
            communes: None,
        }
    }

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
