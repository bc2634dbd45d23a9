//! The cheap list: questions whose answer is missing and could change something somewhere in the list. No look-up of its own.

use crate::catalogue::terms::Asking;
use crate::situation::{Field, Situation};

use crate::orientation::{Candidate, CostStatus, Criterion, Finding};

/// The order between questions that change as much: urgency first, the migration path last (asks 23).
pub const ORDER: [Field; 10] = [
    Field::Urgency,
    Field::Asking,
    Field::Setting,
    Field::Commune,
    Field::Age,
    Field::Needs,
    Field::Budget,
    Field::Bim,
    Field::Languages,
    Field::Migration,
];

/// The fields not asked yet whose answer could change something among these candidates.
#[must_use]
pub fn next(candidates: &[Candidate<'_>], situation: &Situation) -> Vec<Field> {
    let asks = |criterion| {
        candidates
            .iter()
            .any(|candidate| candidate.findings.of(criterion) == Finding::AskPerson)
    };
    let priced = candidates
        .iter()
        .any(|candidate| candidate.cost.amount.is_some_and(|amount| amount.0 > 0));
    ORDER
        .into_iter()
        .filter(|field| match field {
            Field::Urgency => !situation.urgency.is_asked(),
            Field::Asking => !situation.asking.is_asked(),
            Field::Setting => {
                !situation.setting.is_asked()
                    && situation.asking.known() == Some(&Asking::Professional)
                    && asks(Criterion::Setting)
            }
            Field::Commune => !situation.commune.is_asked(),
            Field::Age => {
                let priced_by_age = candidates
                    .iter()
                    .any(|candidate| candidate.cost.status == CostStatus::ToCheck);
                !situation.age.is_asked() && (asks(Criterion::Age) || priced_by_age)
            }
            Field::Needs => !situation.needs.is_asked(),
            Field::Budget => !situation.budget.is_asked() && priced,
            Field::Bim => {
                let reduced = candidates
                    .iter()
                    .any(|candidate| !candidate.cost.alternatives.is_empty());
                !situation.bim.is_asked() && reduced
            }
            Field::Languages => !situation.languages.is_asked(),
            Field::Migration => !situation.migration.is_asked() && asks(Criterion::Migration),
            Field::Region | Field::Wishes | Field::At => false,
        })
        .collect()
}
