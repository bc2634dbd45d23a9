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
    match among(facts.admits.asking, who.map(|who| who as usize), Asking::ALL.len()) {
        Finding::Unmet if who == Some(Asking::Professional) => {
            if facts.admits.asking.has(Asking::Person as usize) {
                Finding::Met
            } else {
                Finding::AskPerson
            }
        }
        finding => finding,
    }
}

pub(super) const fn change(facts: &Facts, _: &Case<'_>) -> Option<Change> {
    Some(Change::Asking(facts.admits.asking))
}

#[cfg(test)]
mod tests {
    use super::super::cases::cells;

    cells!(Asking {
        open_when_nothing_says: "", "asking: moi" => Open,
        open_when_anybody_may: "eligibility: { asking: [moi, proche, pro] }", "" => Open,
        met_when_one_may: "eligibility: { asking: [pro] }", "asking: pro" => Met,
        not_met_when_one_may_not: "eligibility: { asking: [pro] }", "asking: moi" => Unmet,
        asked_of_the_person_when_unknown: "eligibility: { asking: [moi, proche] }", "" => AskPerson,
        met_when_a_professional_asks_for_somebody_who_may: "eligibility: { asking: [moi] }", "asking: pro" => Met,
        asked_of_the_professional_when_only_a_relative_may:
            "eligibility: { asking: [proche] }", "asking: pro" => AskPerson,
        not_met_by_a_relative_when_only_the_person_may: "eligibility: { asking: [moi] }", "asking: proche" => Unmet,
    });
}
