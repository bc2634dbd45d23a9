//! The numbers that are compiled in are those of the catalogue: whoever corrects an entry learns that the program prints
//! another number.

use versqui::catalogue::model::ContactKind;
use versqui::embedded;
use versqui::rules::safety::{LISTENING, NUMBERS, SafetyNumber};

use super::{KNOWN, none};

/// In what a compiled-in number and its entry differ.
fn differences(number: &SafetyNumber) -> Vec<String> {
    let Some(position) = embedded().find(number.id) else {
        return vec![format!("{} n'est plus au catalogue", number.id)];
    };
    let (facts, record) = (embedded().facts.get(position), embedded().records.get(position));
    let mut differences = Vec::new();
    let mut say = |what: &str, ours: String, theirs: String| {
        differences.push(format!("{} · {what} : {ours} dans le programme, {theirs} au catalogue", number.id));
    };
    let phone = record.contacts.iter().find(|contact| contact.kind == ContactKind::Phone).map(|one| one.value.as_str());
    if phone != Some(number.phone) {
        say("numéro", number.phone.to_owned(), format!("{phone:?}"));
    }
    let kind = KNOWN.kind(facts).id.as_str();
    if kind != number.kind {
        say("sorte", number.kind.to_owned(), kind.to_owned());
    }
    let spoken: Vec<&str> = KNOWN.spoken_of(facts.languages).collect();
    let everybody = number.languages.is_empty() && spoken.len() >= 3;
    let same = spoken.len() == number.languages.len() && number.languages.iter().all(|own| spoken.contains(own));
    if !everybody && !same {
        say("langues", format!("{:?}", number.languages), format!("{spoken:?}"));
    }
    // the fact that is compiled in names a source of its own entry, or the service's own page
    let sources: Vec<&str> =
        record.sources.iter().map(|source| embedded().sources.get(usize::from(*source)).id.as_str()).collect();
    if !sources.contains(&number.source) {
        say("source", number.source.to_owned(), format!("{sources:?}"));
    }
    differences
}

#[test]
fn each_number_compiled_in_is_that_of_its_entry() {
    none(NUMBERS.iter().chain(LISTENING).flat_map(differences).collect(), "différences");
}

#[test]
fn a_line_of_a_danger_answers_at_any_hour_or_says_its_own() {
    let hours = |number: &&SafetyNumber| {
        let record = embedded().records.get(embedded().find(number.id).unwrap());
        record.hours.is_none() && record.hours_note.is_none()
    };
    none(NUMBERS.iter().filter(hours).map(|number| number.id.to_owned()).collect(), "numéros sans heures");
}

#[test]
fn each_number_is_compiled_in_once() {
    for (at, number) in NUMBERS.iter().enumerate() {
        assert!(
            NUMBERS[..at].iter().all(|other| other.phone != number.phone && other.id != number.id),
            "{}",
            number.id
        );
    }
}
