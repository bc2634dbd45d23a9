//! Where an area is under-served: what is told to the person, and counted over the country.

use crate::catalogue::terms::Positions;

use super::Candidate;
use super::case::Case;
use super::fit::{Fit, Reach};

/// The needs said that nobody near is made for: only a door, a list, a line or something further answers them. A record
/// without a contact counts: the service is there.
///
/// Nothing is said when no commune is known, nor in danger: the numbers answer everywhere.
pub(super) fn under_served(candidates: &[Candidate], case: &Case<'_>) -> Positions {
    if case.situation.commune.known().is_none() || case.is_danger() {
        return Positions::default();
    }
    let mut missing = case.said;
    for candidate in candidates {
        if missing.is_empty() {
            break;
        }
        let facts = &candidate.facts;
        let is_concrete = candidate.fit == Fit::MadeFor
            && candidate.reach == Reach::Here
            && !facts.general
            && !case.known.is_remote(facts);
        if is_concrete {
            missing = missing.without(case.made_for(facts));
        }
    }
    missing
}
