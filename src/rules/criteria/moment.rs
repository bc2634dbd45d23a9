//! Whether a kind of service answers at this urgency.
//!
//! | finding | when |
//! |---|---|
//! | open | it does, or its record says so, or the urgency is unknown |
//! | not met | it does not: a place of social bond in danger, an emergency department for « this month » |

use crate::catalogue::model::Facts;
use crate::catalogue::terms::Urgency;

use super::super::case::Case;
use super::{Change, Finding};

pub(super) fn judge(facts: &Facts, case: &Case<'_>) -> Finding {
    match case.situation.urgency.known() {
        // what a record says of its own delay is surer than what is usual for its kind
        Some(urgency) if facts.first_answer.is_some_and(|held| held <= *urgency && *urgency <= Urgency::Today) => {
            Finding::Open
        }
        Some(urgency) if case.known.is_not_for(facts, *urgency) => Finding::Unmet,
        _ => Finding::Open,
    }
}

pub(super) fn change(facts: &Facts, case: &Case<'_>) -> Option<Change> {
    let answered = Urgency::ALL.iter().copied().filter(|urgency| !case.known.is_not_for(facts, *urgency));
    Some(Change::Urgency(answered.collect()))
}
