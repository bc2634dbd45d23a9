//! What may be said of a criterion: the form of each table of [`super::criteria`].

use crate::catalogue::model::{Facts, Record, Source};
use crate::rules::{Change, Finding};

use super::facts::Words;

/// A service, one person, and what a criterion finds.
#[derive(Debug, Clone, Copy)]
pub(super) struct Told<'t> {
    pub words: &'t Words<'t>,
    pub facts: &'t Facts,
    pub record: &'t Record,
    pub finding: Finding,
    /// How far the service is, when it is among the results.
    pub away: Option<u32>,
}

impl Told<'_> {
    /// A sentence told only when the criterion is met.
    pub fn met(&self, sentence: impl FnOnce() -> String) -> Option<String> {
        (self.finding == Finding::Met).then(sentence)
    }
}

/// Everything that may be said of one criterion; a row says what it has to say, and is [`SILENT`] on the rest.
pub(super) struct Sentences {
    /// As a person names it.
    pub name: &'static str,
    /// Why it speaks for the service, among the results.
    pub why: fn(&Told<'_>) -> Option<String>,
    /// What to ask the person, among the results.
    pub ask_person: fn(&Told<'_>) -> Option<String>,
    /// What to ask the service, among the results.
    pub ask_service: fn(&Told<'_>) -> Vec<String>,
    /// Why the service is set aside.
    pub excluded: fn(&Told<'_>) -> Option<String>,
    /// What would have to be otherwise.
    pub change: fn(&Told<'_>, &Change) -> Option<String>,
    /// What the record says; `None` when no source says anything.
    pub fact: fn(&Told<'_>) -> Option<String>,
    /// Who says it.
    pub source: fn(&Told<'_>) -> Option<&'static Source>,
    /// What is said in the place of a fact.
    pub silence: fn(&Told<'_>) -> &'static str,
    /// What the person said.
    pub person: fn(&Words<'_>) -> Option<String>,
    /// What to ask the person, and the service, beside the fact.
    pub to_person: Option<&'static str>,
    pub to_service: fn(&Facts) -> Option<&'static str>,
    /// On a sheet: as a statement about the service, nothing of the person.
    pub sheet: fn(&Told<'_>) -> Vec<String>,
    /// In an export, where nobody has asked anything.
    pub exported: fn(&Facts) -> Option<String>,
}

/// Nothing to say: what a table leaves out.
pub(super) const SILENT: Sentences = Sentences {
    name: "",
    why: |_| None,
    ask_person: |_| None,
    ask_service: |_| Vec::new(),
    excluded: |_| None,
    change: |_, _| None,
    fact: |_| None,
    source: |told| told.words.newest_source(told.record),
    silence: |_| "",
    person: |_| None,
    to_person: None,
    to_service: |_| None,
    sheet: |_| Vec::new(),
    exported: |_| None,
};

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use crate::catalogue::date::Moment;
    use crate::embedded;
    use crate::rules::criteria::judge;
    use crate::rules::{Case, Criterion, Known};
    use crate::situation::Typed;

    use super::super::criteria::of;
    use super::*;

    /// Everything said of every service of the catalogue to one person.
    fn told(person: &str, then: impl Fn(Criterion, &Told<'_>, Option<Change>)) {
        let known = Known::new(embedded());
        let typed: Typed = serde_yaml::from_str(&format!("{{ {person} }}")).unwrap();
        let situation = typed.read(known.catalogue(), Moment::parse("2026-11-24T10:00").unwrap()).unwrap();
        let case = Case::new(&known, &situation);
        let words = Words::of(&case);
        for (position, facts) in known.catalogue().facts.iter().enumerate() {
            let record = known.store().record(position);
            for (criterion, finding) in judge(facts, &case).iter() {
                then(criterion, &words.told(facts, record, finding), criterion.change(facts, &case));
            }
        }
    }

    #[test]
    fn each_criterion_has_a_name_of_its_own() {
        let names: BTreeSet<&str> = Criterion::ALL.into_iter().map(|criterion| of(criterion).name).collect();
        assert_eq!(names.len(), Criterion::ALL.len());
        assert!(!names.contains(""));
    }

    #[test]
    fn whatever_a_criterion_finds_there_are_words_for_it() {
        for person in [
            "",
            "asking: pro, migration: dpi",
            "commune: Eupen, age: 16, migration: sans-sejour, urgency: danger, languages: [ti]",
            "asking: pro, setting: autre",
            "commune: Gent, age: 59, asking: proche, migration: aucun, urgency: mois, languages: [nl]",
        ] {
            told(person, |criterion, told, change| {
                let sentences = of(criterion);
                let has_words = match told.finding {
                    Finding::AskPerson => (sentences.ask_person)(told).is_some() && sentences.to_person.is_some(),
                    Finding::AskService => {
                        let beside = (sentences.to_service)(told.facts).is_some();
                        beside && !(sentences.ask_service)(told).is_empty()
                    }
                    Finding::Unmet => {
                        let change = change.and_then(|change| (sentences.change)(told, &change));
                        change.is_some() && (sentences.excluded)(told).is_some()
                    }
                    Finding::Open | Finding::Met | Finding::Presumed => true,
                };
                let has_fact = (sentences.fact)(told).is_some() || !(sentences.silence)(told).is_empty();
                assert!(has_words && has_fact, "{criterion:?} {:?} {}", told.finding, told.record.id);
            });
        }
    }
}
