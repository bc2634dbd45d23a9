//! Whether the person can have the papers without which a service is out of reach.
//!
//! | finding | when |
//! |---|---|
//! | open | it asks for none; or the person's path, said or not, keeps nobody from a mutuality |
//! | not met | a mutuality, and the person has no residence permit (the CPAS pays urgent medical help instead) |
//! | ask the person | a mutuality, and the person applies for protection: Fedasil or the CPAS pays until they have one |

use crate::catalogue::model::Facts;
use crate::catalogue::terms::{Migration, Paper, Terms};
use crate::situation::Situation;

use super::super::case::Case;
use super::{Change, Finding};

/// Whether the person surely cannot have papers that are asked.
pub fn lacks(papers: Terms, situation: &Situation) -> bool {
    papers.has(Paper::Mutuality as usize) && situation.migration.known() == Some(&Migration::WithoutResidence)
}

pub(super) fn judge(facts: &Facts, case: &Case<'_>) -> Finding {
    if !facts.admits.papers.has(Paper::Mutuality as usize) {
        return Finding::Open;
    }
    match case.situation.migration.known() {
        _ if lacks(facts.admits.papers, case.situation) => Finding::Unmet,
        Some(Migration::Applicant) => Finding::AskPerson,
        _ => Finding::Open,
    }
}

pub(super) const fn change(facts: &Facts, _: &Case<'_>) -> Option<Change> {
    Some(Change::Papers(facts.admits.papers))
}

#[cfg(test)]
mod tests {
    use super::super::cases::cells;

    cells!(Papers {
        open_when_none_is_asked: "", "migration: sans-sejour" => Open,
        open_when_the_path_is_unknown: "eligibility: { papers: [mutualite] }", "" => Open,
        open_to_who_prefers_not_to_say: "eligibility: { papers: [mutualite] }", "migration: tait" => Open,
        open_on_a_path_that_leads_to_a_mutuality: "eligibility: { papers: [mutualite] }", "migration: refugie" => Open,
        not_met_without_a_residence_permit: "eligibility: { papers: [mutualite] }", "migration: sans-sejour" => Unmet,
        asked_of_the_person_who_applies_for_protection:
            "eligibility: { papers: [mutualite] }", "migration: dpi" => AskPerson,
    });
}
