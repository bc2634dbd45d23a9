//! Whether the person and a service can speak with each other.
//!
//! | finding | when |
//! |---|---|
//! | met | a language said is shared, or an interpreter is possible |
//! | presumed | the usual languages of the service, or the languages presumed of the person, make a shared one likely; no language is said and nothing tells what it speaks |
//! | not met | a telephone line is known to speak none of the languages said |
//! | ask the person | no language is said, and the service speaks none that is presumed |
//! | ask the service | none is known to be shared, on a service one visits |

use crate::catalogue::model::Facts;

use super::super::case::Case;
use super::{Change, Finding};

pub(super) fn judge(facts: &Facts, case: &Case<'_>) -> Finding {
    let is_said = case.situation.languages.known().is_some();
    match case.may_share_a_language(facts) {
        Some(true) if is_said && !facts.languages.is_empty() => Finding::Met,
        Some(true) => Finding::Presumed,
        _ if facts.interpreter == Some(true) => Finding::Met,
        // the emergency services answer everybody
        Some(false) if case.known.is_emergency(facts) => Finding::AskService,
        Some(false) if !is_said => Finding::AskPerson,
        // nobody can sit beside one on a telephone line
        Some(false) if case.known.is_line(facts) && !facts.languages.is_empty() => Finding::Unmet,
        None if !is_said => Finding::Presumed,
        _ => Finding::AskService,
    }
}

pub(super) const fn change(facts: &Facts, _: &Case<'_>) -> Option<Change> {
    Some(Change::Languages(facts.languages))
}
