//! Whether the person is of the age a service is for.
//!
//! | finding | when |
//! |---|---|
//! | open | it has no bounds and no audience |
//! | met | within the bounds |
//! | not met | outside them |
//! | ask the person | unknown age, and bounds |
//! | ask the service | at the edge of an audience (16-17, 19-25, 50-59 years) |

use crate::catalogue::model::Facts;
use crate::catalogue::terms::Audience;

use super::super::case::Case;
use super::{Change, Finding};

pub(super) fn judge(facts: &Facts, case: &Case<'_>) -> Finding {
    if facts.age_min.is_none() && facts.age_max.is_none() && facts.audience.is_none() {
        return Finding::Open;
    }
    let Some(age) = case.situation.age.known().copied() else {
        return Finding::AskPerson;
    };
    if facts.age_min.is_some_and(|min| age < min) || facts.age_max.is_some_and(|max| age > max) {
        return Finding::Unmet;
    }
    // bounds in years say more than an audience
    if facts.age_min.is_some() && facts.age_max.is_some() {
        return Finding::Met;
    }
    let (unmet, unsure) = match facts.audience {
        None => (false, false),
        Some(Audience::Adults) => (age < 16 && facts.age_min.is_none(), age < 18 && facts.age_min.is_none()),
        Some(Audience::Young) => (age > 25 && facts.age_max.is_none(), age > 18 && facts.age_max.is_none()),
        Some(Audience::Seniors) => (age < 50 && facts.age_min.is_none(), age < 60 && facts.age_min.is_none()),
    };
    if unmet {
        Finding::Unmet
    } else if unsure {
        Finding::AskService
    } else {
        Finding::Met
    }
}

/// The bound that the person's age is outside of.
pub(super) fn change(facts: &Facts, case: &Case<'_>) -> Option<Change> {
    let age = *case.situation.age.known()?;
    match (facts.age_min, facts.age_max) {
        (Some(min), _) if age < min => Some(Change::AgeFrom(min)),
        (_, Some(max)) if age > max => Some(Change::AgeUpTo(max)),
        _ => facts.audience.map(Change::Audience),
    }
}
