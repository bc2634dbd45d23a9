//! The cheap list: questions whose answer is missing and could change something somewhere in the list. No look-up of
//! its own.

use crate::rules::{Candidate, Case, Cost, CostStatus, Criterion, Finding};
use crate::situation::{Field, Moves, Turn};

/// The questions not answered yet that this person may be asked, in order.
pub fn unasked<'c>(case: &'c Case<'_>) -> impl Iterator<Item = Field> + use<'c> {
    let (situation, catalogue) = (case.situation, case.known.catalogue());
    Field::in_turn().into_iter().filter(move |field| {
        let row = field.row();
        row.turn != Turn::Never && !(row.is_asked)(situation) && (row.fits)(situation, catalogue)
    })
}

/// Those of them whose answer could change something among these candidates.
pub fn next(candidates: &[Candidate], case: &Case<'_>) -> Vec<Field> {
    let open = |field: &Field| field.row().moves.iter().any(|moves| is_open(*moves, *field, candidates));
    unasked(case).filter(open).collect()
}

fn is_open(moves: Moves, field: Field, candidates: &[Candidate]) -> bool {
    let any_cost = |of: fn(&Cost) -> bool| candidates.iter().any(|candidate| of(&candidate.cost));
    match moves {
        Moves::Order => true,
        Moves::Verdict => {
            let criterion = Criterion::ALL.into_iter().find(|criterion| criterion.slug() == field.key());
            let asks = |criterion| move |one: &Candidate| one.findings.of(criterion) == Finding::AskPerson;
            criterion.is_some_and(|criterion| candidates.iter().any(asks(criterion)))
        }
        Moves::OpenPrice => any_cost(|cost| cost.status == CostStatus::ToCheck),
        Moves::Payable => any_cost(|cost| cost.amount.is_some_and(|amount| amount.0 > 0)),
        Moves::Reduction => any_cost(|cost| !cost.alternatives.is_empty()),
    }
}
