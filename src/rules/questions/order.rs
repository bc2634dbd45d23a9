//! What is asked next, and what is not asked at all.

use std::cmp::Reverse;

use crate::rules::{Case, Known};
use crate::situation::{Answers, Field, Situation, Turn};

use super::Change;
use super::waiting::unasked;

/// The questions left.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Plan {
    /// Those worth asking, the next one first, with what their answers change.
    pub open: Vec<(Field, Change)>,
    /// Those whose every answer changes nothing.
    pub idle: Vec<Field>,
}

impl Plan {
    pub fn fields(&self) -> Vec<Field> {
        self.open.iter().map(|(field, _)| *field).collect()
    }

    fn place(&mut self, field: Field, change: Change) {
        if change.is_nothing() {
            self.idle.push(field);
        } else {
            self.open.push((field, change));
        }
    }

    /// What the answers to a question change; `None` when it is answered, or changes nothing.
    pub fn change(&self, field: Field) -> Option<Change> {
        let entry = self.open.iter().find(|(open, _)| *open == field);
        entry.map(|(_, change)| *change)
    }

    /// The expected questions that are not asked. A commune answers for its region.
    pub fn left_out(&self) -> Vec<Field> {
        let expected = Field::in_turn().into_iter().filter(|field| field.row().expected).filter(|field| {
            let region = *field == Field::Commune && self.idle.contains(&Field::Region);
            self.idle.contains(field) || region
        });
        expected.collect()
    }
}

/// Measures every question not asked yet, and puts them in order.
///
/// Before the last word, every answer to those left out is tried; before the last question, what one of its answers would
/// make worth asking is asked first, since nothing comes after it.
pub fn plan(known: &Known, answers: &Answers, situation: &Situation) -> Plan {
    let mut plan = Plan::default();
    let case = Case::new(known, situation);
    for field in unasked(&case) {
        plan.place(field, few(known, answers, situation, field));
    }
    let last = match plan.open.as_slice() {
        [(field, _)] if field.row().turn == Turn::Last => Some(*field),
        _ => None,
    };
    if last.is_some() || plan.open.is_empty() {
        for field in std::mem::take(&mut plan.idle) {
            let change = every(known, situation, field);
            plan.place(
                field,
                match last {
                    Some(last) if change.is_nothing() => after(last, known, answers, situation, field),
                    _ => change,
                },
            );
        }
    }
    // stable: equals keep the order of their turns
    plan.open.sort_by_key(|(field, change)| (bound(*field), Reverse(*change)));
    plan
}

/// What a few answers change, among them and against none.
fn few(known: &Known, answers: &Answers, situation: &Situation, field: Field) -> Change {
    let mut tried = answers.to(field, situation, known.catalogue());
    tried.push(situation.clone());
    Change::among(known, &tried)
}

/// What the first answer that changes anything changes.
fn every(known: &Known, situation: &Situation, field: Field) -> Change {
    match Change::first(known, situation, field.every(situation, known.catalogue())) {
        Some(other) => Change::among(known, &[situation.clone(), other]),
        None => Change::default(),
    }
}

/// What a few answers change once the last question is answered, with the first of its answers where they do.
fn after(last: Field, known: &Known, answers: &Answers, situation: &Situation, field: Field) -> Change {
    for told in answers.to(last, situation, known.catalogue()) {
        let change = few(known, answers, &told, field);
        if !change.is_nothing() {
            return change;
        }
    }
    Change::default()
}

/// The first question first and the last one last, whatever they change.
fn bound(field: Field) -> Turn {
    match field.row().turn {
        Turn::Then(_) => Turn::Then(0),
        bound => bound,
    }
}
