//! Where an area is under-served: what is told to the person, and counted over the country.

use crate::catalogue::terms::Positions;
use crate::situation::Situation;

use super::{Candidate, Fit, Known};

/// The needs asked that nobody near is made for: only a door, a list, a line or something further answers them.
///
/// Nothing is said when no place is known, nor in danger: the numbers answer everywhere.
pub(super) fn under_served(candidates: &[Candidate], known: &Known, situation: &Situation) -> Positions {
    let Some(asked) = situation.needs.known() else {
        return Positions::default();
    };
    if situation.commune.known().is_none() || situation.is_danger() {
        return Positions::default();
    }
    let mut missing = *asked;
    for candidate in candidates {
        if missing.is_empty() {
            break;
        }
        let facts = &candidate.facts;
        let concrete = candidate.fit == Fit::MadeFor && !facts.general && !facts.is_thin() && !known.is_remote(facts);
        if concrete {
            missing = missing.without(known.made_for(facts, situation));
        }
    }
    missing
}
