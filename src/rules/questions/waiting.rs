//! The cheap list: questions whose answer is missing and could change something somewhere in the list. No look-up of
//! its own.

use crate::catalogue::terms::Asking;
use crate::rules::{Candidate, Case, Cost, CostStatus, Criterion, Finding};
use crate::situation::{Answer, Field, Situation};

/// The order between questions that change as much: urgency first, the migration path last (asks 23).
pub const ORDER: [Field; 11] = [
    Field::Urgency,
    Field::Asking,
    Field::Setting,
    Field::Commune,
    Field::Age,
    Field::Needs,
    Field::About,
    Field::Budget,
    Field::Bim,
    Field::Languages,
    Field::Migration,
];

/// The questions not answered yet that this person may be asked, in order.
pub fn unasked<'c>(case: &'c Case<'_>) -> impl Iterator<Item = Field> + use<'c> {
    let situation = case.situation;
    let splits = !case.splitting().is_empty();
    ORDER
        .into_iter()
        .map(|field| match field {
            // without a commune, a region is better than nothing
            Field::Commune if situation.commune == Answer::Declined => Field::Region,
            other => other,
        })
        .filter(move |field| !is_answered(*field, situation) && (*field != Field::About || splits))
}

fn is_answered(field: Field, situation: &Situation) -> bool {
    match field {
        Field::Urgency => situation.urgency.is_asked(),
        Field::Asking => situation.asking.is_asked(),
        Field::Setting => situation.setting.is_asked() || situation.asking.known() != Some(&Asking::Professional),
        Field::Region => situation.region.is_asked(),
        Field::Commune => situation.commune.is_asked(),
        Field::Age => situation.age.is_asked(),
        Field::Needs => situation.needs.is_asked(),
        Field::Budget => situation.budget.is_asked(),
        Field::Bim => situation.bim.is_asked(),
        Field::Languages => situation.languages.is_asked(),
        Field::Migration => situation.migration.is_asked(),
        Field::About => situation.about.is_asked(),
        Field::Wishes | Field::At => true,
    }
}

/// Those of them whose answer could change something among these candidates.
pub fn next(candidates: &[Candidate], case: &Case<'_>) -> Vec<Field> {
    let asks = |criterion| candidates.iter().any(|candidate| candidate.findings.of(criterion) == Finding::AskPerson);
    let any_cost = |of: fn(&Cost) -> bool| candidates.iter().any(|candidate| of(&candidate.cost));
    unasked(case)
        .filter(|field| match field {
            Field::Setting => asks(Criterion::Setting),
            Field::Age => asks(Criterion::Age) || any_cost(|cost| cost.status == CostStatus::ToCheck),
            Field::Budget => any_cost(|cost| cost.amount.is_some_and(|amount| amount.0 > 0)),
            Field::Bim => any_cost(|cost| !cost.alternatives.is_empty()),
            Field::Migration => asks(Criterion::Migration),
            _ => true,
        })
        .collect()
}
