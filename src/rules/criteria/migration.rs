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
    among(facts.admits.migration, path.map(|path| path as usize), Migration::ALL.len() - 1)
}

pub(super) const fn change(facts: &Facts, _: &Case<'_>) -> Option<Change> {
    Some(Change::Migration(facts.admits.migration))
}

#[cfg(test)]
mod tests {
    use super::super::cases::cells;

    cells!(Migration {
        open_when_no_path_is_named: "", "migration: dpi" => Open,
        open_when_every_path_is_admitted:
            "eligibility: { migration: [aucun, dpi, refugie, mena, sans-sejour, primo-arrivant, autre] }", "" => Open,
        met_on_a_path_admitted: "eligibility: { migration: [dpi, refugie] }", "migration: dpi" => Met,
        not_met_on_another: "eligibility: { migration: [dpi, refugie] }", "migration: aucun" => Unmet,
        asked_of_the_person_when_unknown: "eligibility: { migration: [dpi] }", "" => AskPerson,
        asked_of_the_person_who_prefers_not_to_say: "eligibility: { migration: [dpi] }", "migration: tait" => AskPerson,
    });
}
