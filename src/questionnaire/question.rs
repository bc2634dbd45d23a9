//! A question as data: what is asked, what may be answered, why. The sentences come from `words`, the needs from the
//! catalogue.

use crate::catalogue::terms::Asking;
use crate::catalogue::{Catalogue, language};
use crate::lookup::Suggestion;
use crate::situation::{Field, Situation, Typed, UNKNOWN, Way};
use crate::words::questions as words;

pub use crate::words::questions::Choice;

/// What kind of reply a question waits for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// One choice.
    One,
    /// Some of the choices.
    Several,
    /// Some of the choices, or words that mean some.
    SeveralOrWords,
    /// A line of text.
    Text,
    /// The recap: lines to change, or none.
    Recap,
    /// One choice, or words that mean one.
    OneOrWords,
    /// What to do next: one choice, or its own way out.
    Menu,
}

/// A question, ready to be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// The field it fills; the recap fills none of its own.
    pub field: Option<Field>,
    pub shape: Shape,
    pub wording: String,
    /// Said under the question, before any answer.
    pub note: Option<&'static str>,
    pub why: &'static str,
    pub choices: Vec<Choice>,
    /// Positions of the choices already made.
    pub chosen: Vec<usize>,
    /// The answer already given, in words.
    pub current: Option<String>,
    /// What passing it means.
    pub skip: &'static str,
}

impl Question {
    /// The question that fills a field. `answered` is the situation in which it had its last answer, if it had one.
    pub fn about(field: Field, asking: Option<Asking>, answered: &Typed, catalogue: &Catalogue) -> Self {
        let words = words::of(field);
        let choices = (words.choices)(answered, catalogue);
        let given = answered.words(field);
        Self {
            field: Some(field),
            shape: shape(field.row().way),
            wording: words.wording.to(asking).to_owned(),
            note: words.note,
            why: words.why,
            current: current(field, &choices, &given),
            chosen: positions(&choices, &given),
            choices,
            skip: words::UNKNOWN,
        }
    }

    /// « Is it one of these? », after a word that names none of the answers to a field for sure.
    pub fn which(field: Field, wording: String, choices: Vec<Choice>) -> Self {
        let shape = if matches!(field.row().way, Way::Named(_)) { Shape::Several } else { Shape::One };
        let why = words::of(field).why;
        let skip = words::NONE_OF_THESE;
        Self { field: Some(field), shape, wording, note: None, why, choices, chosen: Vec::new(), current: None, skip }
    }

    /// The recap, and the field of each of its lines.
    pub fn recap(situation: &Situation, catalogue: &Catalogue) -> (Self, Vec<Field>) {
        let shown = |field: &Field| (field.row().read_over)(situation);
        let fields: Vec<Field> = Field::in_turn().into_iter().filter(shown).collect();
        let line = |field: &Field| {
            let answer = (words::of(*field).answer)(situation, catalogue);
            Choice::new(field.key(), words::recap_line(*field, answer.as_deref()))
        };
        let question = Self {
            field: None,
            shape: Shape::Recap,
            wording: words::RECAP.to_owned(),
            note: None,
            why: words::WHY_RECAP,
            choices: fields.iter().map(line).collect(),
            chosen: Vec::new(),
            current: None,
            skip: words::SEE_ANSWER,
        };
        (question, fields)
    }
}

const fn shape(way: Way) -> Shape {
    match way {
        Way::Pick | Way::YesNo => Shape::One,
        Way::PickSome => Shape::Several,
        Way::Named(_) | Way::Languages => Shape::SeveralOrWords,
        Way::Place | Way::Years | Way::Euros | Way::Date => Shape::Text,
    }
}

fn positions(choices: &[Choice], values: &[&str]) -> Vec<usize> {
    (0..choices.len())
        .filter(|at| choices.get(*at).is_some_and(|choice| values.contains(&choice.value.as_str())))
        .collect()
}

fn current(field: Field, choices: &[Choice], given: &[&str]) -> Option<String> {
    let label = |value: &&str| {
        let chosen = choices.iter().find(|choice| choice.value == **value).map(|choice| choice.label.clone());
        let other = || if matches!(field.row().way, Way::Languages) { language::name(value) } else { value }.to_owned();
        chosen.unwrap_or_else(other)
    };
    let labels: Vec<String> = given.iter().filter(|value| **value != UNKNOWN).map(label).collect();
    if labels.is_empty() { None } else { Some(words::current(&labels.join(", "))) }
}

/// The values of the choices at these positions.
pub fn picked(choices: &[Choice], at: &[usize]) -> Vec<String> {
    at.iter().filter_map(|at| choices.get(*at)).map(|choice| choice.value.clone()).collect()
}

/// Places to pick from; each is typed as its postal code and its commune, which no other place shares.
pub fn places(suggestions: &[Suggestion]) -> Vec<Choice> {
    let value = |place: &Suggestion| format!("{} {}", place.postal_code, place.commune);
    suggestions.iter().map(|place| Choice::new(value(place), words::suggestion(place))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::embedded;

    fn choices(field: Field) -> Vec<Choice> {
        let every_need = embedded().needs.iter().map(|need| need.id.to_string()).collect();
        let typed = Typed { needs: every_need, ..Typed::default() };
        Question::about(field, None, &typed, embedded()).choices
    }

    /// The terminal library counts the bytes of a label as columns: 80 columns, less what stands before a label.
    #[test]
    fn every_label_holds_in_72_bytes() {
        for field in Field::ALL {
            for choice in choices(field) {
                assert!(choice.label.len() <= 72, "{} : {} octets", choice.label, choice.label.len());
            }
        }
    }

    #[test]
    fn needs_of_one_group_stand_together() {
        let choices = choices(Field::Needs);
        let mut groups: Vec<&Option<String>> = choices.iter().map(|choice| &choice.group).collect();
        assert_eq!(choices.len(), embedded().needs.len());
        groups.dedup();
        let count = groups.len();
        groups.sort();
        groups.dedup();
        assert_eq!(groups.len(), count);
    }
}
