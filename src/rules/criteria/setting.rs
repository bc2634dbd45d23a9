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
    if asking.is_some_and(|asking| *asking != Asking::Professional) {
        return Finding::Open;
    }
    let place = case.situation.setting.known().map(|setting| *setting as usize);
    match among(facts.admits.settings, place, Setting::ALL.len()) {
        // excluded by a setting, the service would come back once the person says they ask for themselves
        Finding::Unmet if asking.is_none() => Finding::AskPerson,
        finding => finding,
    }
}

pub(super) const fn change(facts: &Facts, _: &Case<'_>) -> Option<Change> {
    Some(Change::Settings(facts.admits.settings))
}

#[cfg(test)]
mod tests {
    use super::super::cases::cells;

    cells!(Setting {
        open_when_none_is_named: "", "asking: pro, setting: hopital" => Open,
        open_to_who_is_no_professional: "eligibility: { settings: [hopital] }", "asking: moi" => Open,
        met_when_served: "eligibility: { settings: [hopital] }", "asking: pro, setting: hopital" => Met,
        not_met_when_not: "eligibility: { settings: [hopital] }", "asking: pro, setting: autre" => Unmet,
        asked_of_the_person_when_unknown: "eligibility: { settings: [hopital] }", "asking: pro" => AskPerson,
        asked_of_the_person_while_who_asks_is_unknown:
            "eligibility: { settings: [hopital] }", "setting: autre" => AskPerson,
        asked_of_the_person_when_nothing_is_known: "eligibility: { settings: [hopital] }", "" => AskPerson,
        open_to_a_relative_whatever_place_they_name:
            "eligibility: { settings: [hopital] }", "asking: proche, setting: autre" => Open,
    });
}
