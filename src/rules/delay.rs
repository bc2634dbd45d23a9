//! The delay asked, and the delay that a service can hold.

use crate::catalogue::model::Facts;
use crate::catalogue::terms::Urgency;

use super::case::Case;

/// Whether a first contact comes in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Delay {
    InTime,
    Unknown,
    Slower,
}

/// Whether the service can hold the delay asked; for « this month or later » anything can.
pub fn delay(facts: &Facts, case: &Case<'_>) -> Delay {
    match (case.situation.urgency.known(), facts.first_answer) {
        (None | Some(Urgency::Month), _) => Delay::InTime,
        (Some(asked), Some(held)) if held <= *asked => Delay::InTime,
        (Some(_), Some(_)) => Delay::Slower,
        (Some(_), None) => Delay::Unknown,
    }
}
