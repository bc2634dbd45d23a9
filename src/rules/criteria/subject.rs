//! Whether a service that is about a problem or a public narrower than its needs is for this person.
//!
//! | finding | when |
//! |---|---|
//! | open | it is about its needs as a whole, or about what most people mean by them, or about what a need said may mean |
//! | met | the problem or the public is surely meant: named by itself, by a wish, by a need beside its own |
//! | ask the person | nobody has named it: it is no answer before somebody does |

use crate::catalogue::model::Facts;

use super::super::case::Case;
use super::{Change, Finding};

pub(super) fn judge(facts: &Facts, case: &Case<'_>) -> Finding {
    if case.is_about_something_else(facts) {
        Finding::AskPerson
    } else if facts.about.and(case.meant).is_empty() {
        Finding::Open
    } else {
        Finding::Met
    }
}

pub(super) const fn change(_: &Facts, _: &Case<'_>) -> Option<Change> {
    None
}
