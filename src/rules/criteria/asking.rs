//! Whether who asks may ask.
//!
//! | finding | when |
//! |---|---|
//! | open | anybody may |
//! | met | they may; or a professional asks for somebody who may: the person calls themselves |
//! | not met | they may not |
//! | ask the person | unknown, and some may not; a professional asks, and only a relative may: is there one? |

use crate::catalogue::model::Facts;
use crate::catalogue::terms::Asking;

use super::super::case::Case;
use super::{Change, Finding, among};

pub(super) fn judge(facts: &Facts, case: &Case<'_>) -> Finding {
    let who = case.situation.asking.known().copied();
    match among(facts.asking, who.map(|who| who as usize), Asking::ALL.len()) {
        Finding::Unmet if who == Some(Asking::Professional) => {
            if facts.asking.has(Asking::Person as usize) {
                Finding::Met
            } else {
                Finding::AskPerson
            }
        }
        finding => finding,
    }
}

pub(super) const fn change(facts: &Facts, _: &Case<'_>) -> Option<Change> {
    Some(Change::Asking(facts.asking))
}
