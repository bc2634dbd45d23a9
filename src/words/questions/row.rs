//! What the words of a question are.

use crate::catalogue::Catalogue;
use crate::catalogue::terms::Asking;
use crate::situation::{Situation, Typed};

use super::Choice;

/// The words of a question.
#[derive(Debug)]
pub struct Words {
    /// The first word of a line of the recap.
    pub name: &'static str,
    /// What it is called when a person is spoken to: « l'âge ».
    pub called: &'static str,
    /// What it is called when it is not asked, after « votre » or « le »: masculine.
    pub yours: &'static str,
    pub wording: Wording,
    /// Said with the question, before any answer.
    pub note: Option<&'static str>,
    /// Why it is asked.
    pub why: &'static str,
    /// On the command line: what its value is called, and what the flag is for.
    pub value: &'static str,
    pub help: &'static str,
    /// In the JSON Schema.
    pub described: &'static str,
    /// The answers to choose from.
    pub choices: fn(&Typed, &Catalogue) -> Vec<Choice>,
    /// An answer as it is read over; `None` when there is none.
    pub answer: fn(&Situation, &Catalogue) -> Option<String>,
    /// What is told of it in the line that sums up the situation.
    pub told: fn(&Situation, &Catalogue) -> Option<String>,
}

/// The question itself: somebody who asks for themselves is spoken to; while that is not known, the words fit
/// everybody.
#[derive(Debug)]
pub struct Wording {
    pub to_person: &'static str,
    pub of_person: &'static str,
    pub of_anybody: &'static str,
}

impl Wording {
    /// The same, whoever asks.
    pub(super) const fn same(text: &'static str) -> Self {
        Self { to_person: text, of_person: text, of_anybody: text }
    }

    pub const fn to(&self, asking: Option<Asking>) -> &'static str {
        match asking {
            Some(Asking::Person) => self.to_person,
            Some(Asking::Relative | Asking::Professional) => self.of_person,
            None => self.of_anybody,
        }
    }
}

/// Nothing to choose from: the answer is typed.
pub(super) const fn none(_: &Typed, _: &Catalogue) -> Vec<Choice> {
    Vec::new()
}

/// Nothing to tell.
pub(super) const fn nothing(_: &Situation, _: &Catalogue) -> Option<String> {
    None
}

macro_rules! words {
    ($($name:ident { $($row:tt)* })+) => {
        /// The fields, in the order in which a situation is summed up.
        pub const IN_A_LINE: [Field; Field::ALL.len()] = [$(Field::$name),+];

        /// The words of a question.
        pub const fn of(field: Field) -> &'static Words {
            match field { $(Field::$name => const { &Words { $($row)* } }),+ }
        }
    };
}

pub(super) use words;
