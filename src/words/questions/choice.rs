//! The answers to choose from, each with its label.

use crate::catalogue::model::{Need, Subject};
use crate::catalogue::terms::Positions;
use crate::catalogue::{Catalogue, Table, language};
use crate::situation::{Situation, Typed};

use super::yes_no;

/// One answer to choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// What the answer is in a situation: a slug, a code, a place.
    pub value: String,
    pub label: String,
    /// The heading it stands under, in a long list.
    pub group: Option<String>,
}

impl Choice {
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self { value: value.into(), label: label.into(), group: None }
    }

    /// A need, or a wish.
    pub fn of_need(need: &Need) -> Self {
        Self::new(need.id.as_str(), need.label.as_str())
    }

    /// A language, by its code.
    pub fn of_language(code: &str) -> Self {
        Self::new(code, language::name(code))
    }
}

/// The words of a closed vocabulary.
pub(super) fn all<T: Copy>(
    values: &[T],
    slug: impl Fn(T) -> &'static str,
    label: impl Fn(T) -> &'static str,
) -> Vec<Choice> {
    values.iter().map(|value| Choice::new(slug(*value), label(*value))).collect()
}

/// The needs, those of one group together; the groups in the order in which the catalogue first names them.
pub(super) fn grouped(needs: &Table<Need>) -> Vec<Choice> {
    let mut groups: Vec<&str> = Vec::new();
    for need in needs.iter() {
        if !groups.contains(&need.group.as_str()) {
            groups.push(&need.group);
        }
    }
    let mut choices = Vec::new();
    for group in groups {
        let of_group = needs.iter().filter(|need| need.group.as_str() == group);
        choices.extend(of_group.map(|need| Choice { group: Some(group.to_owned()), ..Choice::of_need(need) }));
    }
    choices
}

/// The problems and publics that split the needs typed: one may be named, or none.
pub(super) fn subjects(typed: &Typed, catalogue: &Catalogue) -> Vec<Choice> {
    let is_typed = |need: &Need| typed.needs.iter().any(|typed| typed.trim() == need.id.as_str());
    let splits = |subject: &&Subject| subject.need.is_some_and(|need| is_typed(catalogue.needs.get(need.into())));
    let of_subject = |subject: &Subject| Choice::new(subject.id.as_str(), subject.label.as_str());
    catalogue.subjects.iter().filter(splits).map(of_subject).collect()
}

/// The short names of needs, or of wishes.
pub(super) fn shorts(set: Positions, table: &Table<Need>) -> Vec<String> {
    set.iter().map(|position| table.get(position).short.to_string()).collect()
}

/// The short names of the problems and publics that are named.
pub(super) fn named(situation: &Situation, catalogue: &Catalogue) -> Option<Vec<String>> {
    let short = |position: usize| catalogue.subjects.get(position).short.to_string();
    situation.about.known().map(|set| set.iter().map(short).collect())
}

/// The names of languages, in a row.
pub(super) fn tongues(spoken: &[&'static str]) -> String {
    spoken.iter().map(|code| language::name(code)).collect::<Vec<_>>().join(", ")
}

/// Yes, or no.
pub(super) fn yes_or_no(_: &Typed, _: &Catalogue) -> Vec<Choice> {
    vec![Choice::new("oui", yes_no(true)), Choice::new("non", yes_no(false))]
}
