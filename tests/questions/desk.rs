//! The desk: somebody of a vignette answers, truthfully, until nothing is left to ask.

use std::path::Path;

use serde::Deserialize;
use versqui::catalogue::Catalogue;
use versqui::catalogue::date::Moment;
use versqui::embedded;
use versqui::rules::questions::{Plan, plan};
use versqui::rules::{Known, Verdict, orient_first};
use versqui::situation::{Answers, Field, Situation, Typed};
use versqui::words;

/// What people try.
pub const FIRST: usize = 5;

/// More questions than there are.
pub const MOST: usize = 12;

#[derive(Debug, Clone, Deserialize)]
pub struct Vignette {
    pub id: String,
    pub situation: Typed,
}

/// What is read first: the numbers, and of each of the first five its place, its verdict and its price.
#[derive(Debug, Clone, PartialEq)]
pub struct Read {
    pub numbers: Vec<&'static str>,
    pub services: Vec<usize>,
    pub details: Vec<(Verdict, String)>,
}

/// The desk: a catalogue read once, and the answers tried.
pub struct Desk {
    pub catalogue: &'static Catalogue,
    pub known: Known,
    pub answers: Answers,
}

impl Desk {
    pub fn open() -> Self {
        let catalogue = embedded();
        Self { catalogue, known: Known::new(catalogue), answers: Answers::new(catalogue) }
    }

    pub fn situation(&self, typed: &Typed) -> Situation {
        let now = Moment::parse("2026-11-24T10:00").unwrap();
        typed.read(self.catalogue, now).unwrap()
    }

    pub fn answer(&self, typed: &Typed) -> Read {
        let orientation = orient_first(&self.known, &self.situation(typed), FIRST);
        let numbers = orientation.safety.iter().map(|line| line.number.phone);
        let services = orientation.results.iter().map(|one| one.service.position);
        let details = orientation.results.iter().map(|one| (one.verdict(), words::cost_text(&one.service.cost)));
        Read { numbers: numbers.collect(), services: services.collect(), details: details.collect() }
    }

    pub fn plan(&self, typed: &Typed) -> Plan {
        plan(&self.known, &self.answers, &self.situation(typed))
    }

    /// The first question of the order that measures.
    pub fn measured(&self, typed: &Typed) -> Option<Field> {
        self.plan(typed).fields().first().copied()
    }

    /// The first question of the fixed order: whatever could change something anywhere in the list.
    pub fn fixed(&self, typed: &Typed) -> Option<Field> {
        let orientation = orient_first(&self.known, &self.situation(typed), FIRST);
        orientation.next_questions.first().copied()
    }

    /// Asks, and answers truthfully, until nothing is left to ask.
    pub fn play(&self, truth: &Typed, next: impl Fn(&Typed) -> Option<Field>) -> Played {
        // what nobody is asked for is told at the start
        let mut typed = Typed { wishes: truth.wishes.clone(), at: truth.at.clone(), ..Typed::default() };
        let mut asked = Vec::new();
        let mut answers = vec![self.answer(&typed)];
        while let Some(field) = next(&typed) {
            assert!(asked.len() < MOST, "des questions sans fin : {asked:?}");
            typed.set(field, told(truth, field));
            asked.push(field);
            answers.push(self.answer(&typed));
        }
        Played { asked, answers, typed }
    }
}

pub struct Played {
    pub asked: Vec<Field>,
    /// Before the first question, then after each.
    pub answers: Vec<Read>,
    /// What is known at the end.
    pub typed: Typed,
}

impl Played {
    pub fn last(&self) -> &Read {
        self.answers.last().unwrap()
    }

    /// After so many questions, or after the last.
    pub fn after(&self, questions: usize) -> &Read {
        self.answers.get(questions).unwrap_or(self.last())
    }
}

/// What the person knows.
pub fn told(truth: &Typed, field: Field) -> Vec<String> {
    let known: Vec<String> = truth.words(field).into_iter().map(str::to_owned).collect();
    if known.is_empty() { vec!["inconnu".to_owned()] } else { known }
}

pub fn vignettes() -> Vec<Vignette> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/vignettes");
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "yaml"))
        .collect();
    files.sort();
    let read = |path| serde_yaml::from_str::<Vec<Vignette>>(&std::fs::read_to_string(path).unwrap()).unwrap();
    files.iter().flat_map(read).collect()
}
