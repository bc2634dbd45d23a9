//! Whether a kind of service answers at this urgency.
//!
//! | finding | when |
//! |---|---|
//! | open | it does, or the urgency is unknown |
//! | not met | it does not: a place of social bond in danger, an emergency department for « this month » |

use crate::catalogue::model::Facts;
use crate::catalogue::terms::Urgency;

use super::super::case::Case;
use super::{Change, Finding};

pub(super) fn judge(facts: &Facts, case: &Case<'_>) -> Finding {
    match case.situation.urgency.known() {
        Some(urgency) if case.known.is_not_for(facts, *urgency) => Finding::Unmet,
        _ => Finding::Open,
    }
}

pub(super) fn change(facts: &Facts, case: &Case<'_>) -> Option<Change> {
    let answered = Urgency::ALL.iter().copied().filter(|urgency| !case.known.is_not_for(facts, *urgency));
    Some(Change::Urgency(answered.collect()))
}
