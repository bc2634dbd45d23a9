//! What is asked next, and what is not asked at all.

use std::cmp::Reverse;

use crate::rules::{Case, Known};
use crate::situation::{Field, Situation};

use super::waiting::unasked;
use super::{Answers, Change};

/// The questions that everybody expects: when one is not asked, the reason is said. A commune answers for its region.
pub const EXPECTED: [Field; 5] = [Field::Urgency, Field::Commune, Field::Age, Field::Budget, Field::Migration];

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

    /// The expected questions that are not asked.
    pub fn left_out(&self) -> Vec<Field> {
        let expected = EXPECTED.into_iter().filter(|field| {
            let region = *field == Field::Commune && self.idle.contains(&Field::Region);
            self.idle.contains(field) || region
        });
        expected.collect()
    }
}

/// Measures every question not asked yet, and puts them in order.
///
/// Before the last word, every answer to those left out is tried; before the migration path, what one of its answers
/// would make worth asking is asked first, since nothing comes after it.
pub fn plan(known: &Known, answers: &Answers, situation: &Situation) -> Plan {
    let mut plan = Plan::default();
    let case = Case::new(known, situation);
    for field in unasked(&case) {
        plan.place(field, few(known, answers, situation, field));
    }
    let before_the_path = plan.fields() == [Field::Migration];
    if before_the_path || plan.open.is_empty() {
        for field in std::mem::take(&mut plan.idle) {
            let mut change = every(known, answers, situation, field);
            if before_the_path && change.is_nothing() {
                change = after_the_path(known, answers, situation, field);
            }
            plan.place(field, change);
        }
    }
    // stable: equals keep the order of `ORDER`
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
fn every(known: &Known, answers: &Answers, situation: &Situation, field: Field) -> Change {
    let all = answers.every(field, situation, known.catalogue());
    match Change::first(known, situation, all) {
        Some(other) => Change::among(known, &[situation.clone(), other]),
        None => Change::default(),
    }
}

/// What a few answers change once the migration path is known, on the first path where they do.
fn after_the_path(known: &Known, answers: &Answers, situation: &Situation, field: Field) -> Change {
    for told in answers.to(Field::Migration, situation, known.catalogue()) {
        let change = few(known, answers, &told, field);
        if !change.is_nothing() {
            return change;
        }
    }
    Change::default()
}

/// Urgency first, the migration path last, whatever they change.
const fn bound(field: Field) -> u8 {
    match field {
        Field::Urgency => 0,
        Field::Migration => 2,
        _ => 1,
    }
}
