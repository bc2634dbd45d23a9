//! Whether a service for professionals serves the setting they work in.
//!
//! | finding | when |
//! |---|---|
//! | open | it serves every setting, or no professional asks |
//! | met | the setting is served |
//! | not met | a professional's is not |
//! | ask the person | unknown, or it is not served and who asks is unknown |

use crate::catalogue::model::Facts;
use crate::catalogue::terms::{Asking, Setting};

use super::super::case::Case;
use super::{Change, Finding, among};

pub(super) fn judge(facts: &Facts, case: &Case<'_>) -> Finding {
    let asking = case.situation.asking.known();
    // a setting is a professional's; to anyone else « who may ask » has answered already
    if facts.settings.is_empty() || asking.is_some_and(|asking| *asking != Asking::Professional) {
        return Finding::Open;
    }
    let place = case.situation.setting.known().map(|setting| *setting as usize);
    match among(facts.settings, place, Setting::ALL.len()) {
        // excluded by a setting, the service would come back once the person says they ask for themselves
        Finding::Unmet if asking.is_none() => Finding::AskPerson,
        finding => finding,
    }
}

pub(super) const fn change(facts: &Facts, _: &Case<'_>) -> Option<Change> {
    Some(Change::Settings(facts.settings))
}
