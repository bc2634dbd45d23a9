//! A question as data: what is asked, what may be answered, why. The sentences come from `words`, the needs from the
//! catalogue.

use crate::catalogue::Catalogue;
use crate::catalogue::language;
use crate::catalogue::model::{Need, Subject};
use crate::catalogue::terms::{Asking, Migration, Positions, Region, Setting, Urgency};
use crate::lookup::Suggestion;
use crate::rules::QUESTION_ORDER;
use crate::situation::{Field, Situation, Typed};
use crate::words::{euros, questions as words};

use super::machine::{UNKNOWN, values};

/// Languages offered at once; any other is typed.
const LANGUAGES: [&str; 5] = ["fr", "nl", "de", "en", "ar"];

/// One answer to choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// What the answer is in a situation: a slug, a code, a place.
    pub value: String,
    pub label: String,
    /// The heading it stands under, in a long list.
    pub group: Option<String>,
}

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

fn choice(value: impl Into<String>, label: impl Into<String>) -> Choice {
    Choice { value: value.into(), label: label.into(), group: None }
}

/// The lists questions are made of.
#[derive(Debug)]
pub struct Questions {
    pub needs: Vec<&'static Need>,
    pub wishes: Vec<&'static Need>,
    pub subjects: Vec<&'static Subject>,
}

impl Questions {
    pub fn new(catalogue: &'static Catalogue) -> Self {
        Self {
            needs: catalogue.needs.iter().collect(),
            wishes: catalogue.wishes.iter().collect(),
            subjects: catalogue.subjects.iter().collect(),
        }
    }

    /// The question that fills a field. `answered` is the situation in which it had its last answer, if it had one.
    pub fn about(&self, field: Field, asking: Option<Asking>, answered: &Typed) -> Question {
        let (shape, choices) = if field == Field::About { self.subjects_of(answered) } else { self.choices(field) };
        let given = values(answered, field);
        let chosen = positions(&choices, &given);
        Question {
            field: Some(field),
            shape,
            wording: words::wording(field, asking).to_owned(),
            note: words::note(field),
            why: words::why(field),
            current: current(field, &choices, &given),
            choices,
            chosen,
            skip: words::UNKNOWN,
        }
    }

    /// The problems and publics that split the needs said: one may be named, or none.
    fn subjects_of(&self, answered: &Typed) -> (Shape, Vec<Choice>) {
        let splits = |subject: &&&Subject| {
            let need = subject.need.and_then(|need| self.needs.get(usize::from(need)));
            need.is_some_and(|need| answered.needs.iter().any(|typed| typed.trim() == need.id.as_str()))
        };
        let of_subject = |subject: &&Subject| choice(subject.id.as_str(), subject.label.as_str());
        (Shape::Several, self.subjects.iter().filter(splits).map(of_subject).collect())
    }

    fn choices(&self, field: Field) -> (Shape, Vec<Choice>) {
        match field {
            Field::Urgency => (Shape::One, all(Urgency::ALL, Urgency::slug, words::urgency)),
            Field::Asking => (Shape::One, all(Asking::ALL, Asking::slug, words::asking)),
            Field::Setting => (Shape::One, all(Setting::ALL, Setting::slug, words::setting)),
            Field::Region => (Shape::One, all(Region::ALL, Region::slug, words::region)),
            Field::Migration => (Shape::One, all(Migration::ALL, Migration::slug, words::migration)),
            Field::Bim => (Shape::One, vec![choice("oui", words::yes_no(true)), choice("non", words::yes_no(false))]),
            Field::Languages => (Shape::SeveralOrWords, LANGUAGES.map(of_language).into()),
            Field::Needs => (Shape::SeveralOrWords, grouped(&self.needs)),
            Field::Wishes => (Shape::SeveralOrWords, self.wishes.iter().copied().map(of_need).collect()),
            Field::Commune | Field::Age | Field::Budget | Field::About | Field::At => (Shape::Text, Vec::new()),
        }
    }

    /// « Is it one of these? », after a word that names none of the answers to a field for sure.
    pub fn which(field: Field, wording: String, choices: Vec<Choice>) -> Question {
        let shape = if matches!(field, Field::Needs | Field::Wishes) { Shape::Several } else { Shape::One };
        let skip = words::NONE_OF_THESE;
        let why = words::why(field);
        Question {
            field: Some(field),
            shape,
            wording,
            note: None,
            why,
            choices,
            chosen: Vec::new(),
            current: None,
            skip,
        }
    }

    /// The recap, and the field of each of its lines.
    pub fn recap(&self, situation: &Situation) -> (Question, Vec<Field>) {
        let shown = |field: &Field| match field {
            Field::Setting => situation.asking.known() == Some(&Asking::Professional),
            Field::Region => situation.commune.known().is_none() && situation.region.is_asked(),
            Field::About => situation.about.is_asked(),
            _ => true,
        };
        let mut fields: Vec<Field> = QUESTION_ORDER.to_vec();
        let place = fields.iter().position(|field| *field == Field::Commune).map_or(fields.len(), |at| at + 1);
        fields.insert(place, Field::Region);
        fields.push(Field::Wishes);
        fields.retain(shown);
        let line =
            |field: &Field| choice(field.key(), words::recap_line(*field, self.answer(*field, situation).as_deref()));
        let question = Question {
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

    /// An answer as it is read over; `None` when there is none.
    fn answer(&self, field: Field, situation: &Situation) -> Option<String> {
        match field {
            Field::Urgency => situation.urgency.known().map(|urgency| words::urgency(*urgency).to_owned()),
            Field::Asking => situation.asking.known().map(|asking| words::asking(*asking).to_owned()),
            Field::Setting => situation.setting.known().map(|setting| words::setting(*setting).to_owned()),
            Field::Region => situation.region.known().map(|region| words::region(*region).to_owned()),
            Field::Commune => situation.commune.known().map(words::place),
            Field::Age => situation.age.known().map(|age| words::age(*age)),
            Field::Needs => situation.needs.known().map(|set| shorts(&self.needs, *set)),
            Field::Wishes => situation.wishes.known().map(|set| shorts(&self.wishes, *set)),
            Field::About => situation.about.known().map(|set| {
                let short = |position: usize| self.subjects.get(position).map(|subject| subject.short.to_string());
                set.iter().filter_map(short).collect::<Vec<_>>().join(", ")
            }),
            Field::Budget => situation.budget.known().map(|budget| euros(*budget)),
            Field::Bim => situation.bim.known().map(|bim| words::yes_no(*bim).to_owned()),
            Field::Languages => situation
                .languages
                .known()
                .map(|spoken| spoken.iter().map(|code| language::name(code)).collect::<Vec<_>>().join(", ")),
            Field::Migration => situation.migration.known().map(|path| words::migration(*path).to_owned()),
            Field::At => None,
        }
    }
}

fn all<T: Copy>(values: &[T], slug: impl Fn(T) -> &'static str, label: impl Fn(T) -> &'static str) -> Vec<Choice> {
    values.iter().map(|value| choice(slug(*value), label(*value))).collect()
}

/// A need, or a wish, to choose.
pub fn of_need(need: &Need) -> Choice {
    choice(need.id.as_str(), need.label.as_str())
}

/// A language to choose, by its code.
pub fn of_language(code: &str) -> Choice {
    choice(code, language::name(code))
}

/// The needs, those of one group together; the groups in the order in which the catalogue first names them.
fn grouped(needs: &[&Need]) -> Vec<Choice> {
    let mut groups: Vec<&str> = Vec::new();
    for need in needs {
        if !groups.contains(&need.group.as_str()) {
            groups.push(&need.group);
        }
    }
    let mut choices = Vec::new();
    for group in groups {
        let of_group = needs.iter().filter(|need| need.group.as_str() == group);
        choices.extend(of_group.map(|need| Choice { group: Some(group.to_owned()), ..of_need(need) }));
    }
    choices
}

fn positions(choices: &[Choice], values: &[&str]) -> Vec<usize> {
    (0..choices.len())
        .filter(|at| choices.get(*at).is_some_and(|choice| values.contains(&choice.value.as_str())))
        .collect()
}

fn current(field: Field, choices: &[Choice], given: &[&str]) -> Option<String> {
    let label = |value: &&str| {
        let chosen = choices.iter().find(|choice| choice.value == **value).map(|choice| choice.label.clone());
        chosen.unwrap_or_else(|| if field == Field::Languages { language::name(value) } else { value }.to_owned())
    };
    let labels: Vec<String> = given.iter().filter(|value| **value != UNKNOWN).map(label).collect();
    if labels.is_empty() { None } else { Some(words::current(&labels.join(", "))) }
}

fn shorts(needs: &[&Need], set: Positions) -> String {
    set.iter().filter_map(|at| needs.get(at)).map(|need| need.short.as_str()).collect::<Vec<_>>().join(", ")
}

/// The values of the choices at these positions.
pub fn picked(choices: &[Choice], at: &[usize]) -> Vec<String> {
    at.iter().filter_map(|at| choices.get(*at)).map(|choice| choice.value.clone()).collect()
}

/// Places to pick from; each is typed as its postal code and its commune, which no other place shares.
pub fn places(suggestions: &[Suggestion]) -> Vec<Choice> {
    let value = |place: &Suggestion| format!("{} {}", place.postal_code, place.commune);
    suggestions.iter().map(|place| choice(value(place), words::suggestion(place))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::embedded;

    /// The terminal library counts the bytes of a label as columns: 80 columns, less what stands before a label.
    #[test]
    fn every_label_holds_in_72_bytes() {
        let catalogue = embedded();
        let questions = Questions::new(catalogue);
        for field in QUESTION_ORDER.into_iter().chain([Field::Region, Field::Wishes]) {
            for choice in questions.choices(field).1 {
                assert!(choice.label.len() <= 72, "{} : {} octets", choice.label, choice.label.len());
            }
        }
    }

    #[test]
    fn needs_of_one_group_stand_together() {
        let catalogue = embedded();
        let choices = Questions::new(catalogue).choices(Field::Needs).1;
        let mut groups: Vec<&Option<String>> = choices.iter().map(|choice| &choice.group).collect();
        assert_eq!(choices.len(), catalogue.needs.len());
        groups.dedup();
        let count = groups.len();
        groups.sort();
        groups.dedup();
        assert_eq!(groups.len(), count);
    }
}
