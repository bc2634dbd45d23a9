//! Whether a service admits the person's migration path.
//!
//! | finding | when |
//! |---|---|
//! | open | it makes no difference, or admits every path |
//! | met | the path is admitted |
//! | not met | it is not |
//! | ask the person | unknown or undisclosed, and some paths are not |

use crate::catalogue::model::Facts;
use crate::catalogue::terms::Migration;

use super::super::case::Case;
use super::{Change, Finding, among};

pub(super) fn judge(facts: &Facts, case: &Case<'_>) -> Finding {
    // « tait » is not a path a service could admit: it is an answer kept
    let path = case.situation.migration.known().copied().filter(|path| *path != Migration::Undisclosed);
    among(facts.migration, path.map(|path| path as usize), Migration::ALL.len() - 1)
}

pub(super) const fn change(facts: &Facts, _: &Case<'_>) -> Option<Change> {
    Some(Change::Migration(facts.migration))
}
