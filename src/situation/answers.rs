//! The answers tried to measure a question: a few of each stand for all the others, and all of them before a question
//! is left out.

use crate::catalogue::Catalogue;
use crate::lookup::{Place, find_place};

use super::{Field, Situation};

/// The chief towns of the ten provinces, Brussels, and Eupen for the German-speaking communes.
const PLACES: [&str; 12] =
    ["1000", "3000", "1300", "2000", "3500", "9000", "8000", "7000", "4000", "6700", "5000", "4700"];

/// The answers tried, as far as they are read from a catalogue.
#[derive(Debug, Clone)]
pub struct Answers {
    pub(super) places: Vec<Place>,
}

impl Answers {
    /// Finds the places in the catalogue; those it does not have are not tried.
    pub fn new(catalogue: &Catalogue) -> Self {
        let place = |code| find_place(&catalogue.territories, code, None).ok();
        Self { places: PLACES.into_iter().filter_map(place).collect() }
    }

    /// The situation once each of a few answers is given to a question.
    pub fn to(&self, field: Field, situation: &Situation, catalogue: &Catalogue) -> Vec<Situation> {
        (field.row().few)(self, situation, catalogue)
    }
}
