//! Whether the person has the link (living, working, studying there) that a service asks for.
//!
//! | finding | when |
//! |---|---|
//! | open | none is asked |
//! | met | the person lives there |
//! | ask the person | no place is known, or only some of the communes they may live in are there |
//! | ask the service | the person lives elsewhere: another link may do |

use crate::catalogue::model::Facts;

use super::super::case::Case;
use super::territory::within;
use super::{Change, Finding};

pub(super) fn judge(facts: &Facts, case: &Case<'_>) -> Finding {
    let Some(area) = case.known.area(facts.link_area) else {
        return Finding::Open;
    };
    match case.situation.communes.as_ref().map(|person| within(person, &area.communes)) {
        None => Finding::AskPerson,
        Some(Finding::Unmet) => Finding::AskService,
        Some(finding) => finding,
    }
}

pub(super) const fn change(_: &Facts, _: &Case<'_>) -> Option<Change> {
    None
}

#[cfg(test)]
mod tests {
    use super::super::cases::cells;

    cells!(Link {
        open_when_none_is_asked: "", "commune: Verviers" => Open,
        met_by_living_there: "link_area: [Anderlecht]", "commune: Anderlecht" => Met,
        asked_of_the_person_when_no_place_is_known: "link_area: [Anderlecht]", "" => AskPerson,
        asked_of_the_person_when_only_the_region_is_known: "link_area: [Anderlecht]", "region: bruxelles" => AskPerson,
        asked_of_the_service_when_one_lives_elsewhere: "link_area: [Anderlecht]", "commune: Ixelles" => AskService,
    });
}
