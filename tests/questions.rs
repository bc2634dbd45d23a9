//! The questionnaire, played by the people of the vignettes: each question is answered truthfully from the whole situation, and what
//! the situation does not say is « je ne sais pas ». The order that measures is held against the fixed one.
//!
//! `VERSQUI_TABLEAU=1 cargo test --test questions -- --nocapture` writes the figures.
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test stops at the first surprise"
)]

use std::path::Path;
use std::sync::OnceLock;

use serde::Deserialize;
use versqui::EMBEDDED;
use versqui::catalogue::Catalogue;
use versqui::catalogue::date::Moment;
use versqui::orientation::questions::{Answers, EXPECTED, ORDER, Plan, plan};
use versqui::orientation::{Known, orient_first};
use versqui::situation::{Answer, Field, Situation, Typed};

/// What people try.
const FIRST: usize = 5;

/// More questions than there are.
const MOST: usize = 12;

#[derive(Debug, Clone, Deserialize)]
struct Vignette {
    id: String,
    situation: Typed,
}

/// The desk: a catalogue read once, and the answers tried.
struct Desk {
    catalogue: Catalogue<'static>,
    known: Known<'static>,
    answers: Answers,
}

impl Desk {
    fn open() -> Self {
        let catalogue = Catalogue::open_embedded(EMBEDDED).unwrap();
        Self {
            catalogue,
            known: Known::for_many(&catalogue).unwrap(),
            answers: Answers::new(&catalogue).unwrap(),
        }
    }

    fn read(&self, typed: &Typed) -> Situation {
        let now = Moment::parse("2026-11-24T10:00").unwrap();
        typed.read(&self.catalogue, now).unwrap().unwrap()
    }

    /// The numbers, and the first five.
    fn answer(&self, typed: &Typed) -> (Vec<&'static str>, Vec<usize>) {
        let orientation = orient_first(&self.known, &self.read(typed), FIRST).unwrap();
        let numbers = orientation.safety.iter().map(|line| line.number.phone);
        let services = orientation.results.iter().map(|one| one.service.position);
        (numbers.collect(), services.collect())
    }

    fn plan(&self, situation: &Situation) -> Plan {
        plan(&self.known, &self.answers, situation).unwrap()
    }

    /// The first question of the order that measures.
    fn measured(&self, situation: &Situation) -> Option<Field> {
        self.plan(situation).fields().first().copied()
    }

    /// The first question of the fixed order: whatever could change something anywhere in the list.
    fn fixed(&self, situation: &Situation) -> Option<Field> {
        let mut open = orient_first(&self.known, situation, FIRST)
            .unwrap()
            .next_questions;
        if situation.commune == Answer::Declined && !situation.region.is_asked() {
            open.push(Field::Region);
        }
        let place = |field: &Field| match field {
            Field::Region => Field::Commune,
            other => *other,
        };
        open.sort_by_key(|field| ORDER.iter().position(|other| *other == place(field)));
        open.first().copied()
    }

    /// Asks, and answers truthfully, until nothing is left to ask: the questions, and the answer before and after each.
    fn play(&self, truth: &Typed, next: impl Fn(&Situation) -> Option<Field>) -> Played {
        // what nobody is asked for is told at the start
        let mut typed = Typed {
            wishes: truth.wishes.clone(),
            at: truth.at.clone(),
            ..Typed::default()
        };
        let mut played = Played {
            asked: Vec::new(),
            answers: vec![self.answer(&typed)],
        };
        while let Some(field) = next(&self.read(&typed)) {
            assert!(
                played.asked.len() < MOST,
                "des questions sans fin : {:?}",
                played.asked
            );
            typed.set(field, told(truth, field));
            played.asked.push(field);
            played.answers.push(self.answer(&typed));
        }
        played
    }
}

struct Played {
    asked: Vec<Field>,
    answers: Vec<(Vec<&'static str>, Vec<usize>)>,
}

impl Played {
    fn last(&self) -> &(Vec<&'static str>, Vec<usize>) {
        self.answers.last().unwrap()
    }

    /// After so many questions, or after the last.
    fn after(&self, questions: usize) -> &(Vec<&'static str>, Vec<usize>) {
        self.answers.get(questions).unwrap_or(self.last())
    }
}

/// What the person knows.
fn told(truth: &Typed, field: Field) -> Vec<String> {
    let one = match field {
        Field::Languages => &truth.languages,
        Field::Needs => &truth.needs,
        Field::Urgency => &truth.urgency.iter().cloned().collect(),
        Field::Asking => &truth.asking.iter().cloned().collect(),
        Field::Setting => &truth.setting.iter().cloned().collect(),
        Field::Region => &truth.region.iter().cloned().collect(),
        Field::Commune => &truth.commune.iter().cloned().collect(),
        Field::Age => &truth.age.iter().cloned().collect(),
        Field::Budget => &truth.budget.iter().cloned().collect(),
        Field::Bim => &truth.bim.iter().cloned().collect(),
        Field::Migration => &truth.migration.iter().cloned().collect(),
        Field::Wishes | Field::At => &Vec::new(),
    };
    if one.is_empty() {
        vec!["inconnu".to_owned()]
    } else {
        one.clone()
    }
}

fn vignettes() -> Vec<Vignette> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/vignettes");
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| {
            path.extension()
                .is_some_and(|extension| extension == "yaml")
        })
        .collect();
    files.sort();
    let read = |path| {
        serde_yaml::from_str::<Vec<Vignette>>(&std::fs::read_to_string(path).unwrap()).unwrap()
    };
    files.iter().flat_map(read).collect()
}

/// A vignette, played in both orders.
struct Both {
    id: String,
    whole: (Vec<&'static str>, Vec<usize>),
    measured: Played,
    fixed: Played,
}

/// All of them, played once for all the tests.
fn all() -> &'static [Both] {
    static ALL: OnceLock<Vec<Both>> = OnceLock::new();
    ALL.get_or_init(|| {
        let desk = Desk::open();
        let both = |vignette: Vignette| Both {
            whole: desk.answer(&vignette.situation),
            measured: desk.play(&vignette.situation, |situation| desk.measured(situation)),
            fixed: desk.play(&vignette.situation, |situation| desk.fixed(situation)),
            id: vignette.id,
        };
        let vignettes = vignettes();
        let half = vignettes.len() / 2;
        let (one, two) = vignettes.split_at(half);
        std::thread::scope(|scope| {
            let play = |part: &[Vignette]| part.iter().cloned().map(both).collect::<Vec<_>>();
            let first = scope.spawn(move || play(one));
            let mut all = play(two);
            all.splice(0..0, first.join().unwrap());
            all
        })
    })
}

fn same_services(one: &[usize], other: &[usize]) -> bool {
    one.len() == other.len() && one.iter().all(|service| other.contains(service))
}

fn shared(one: &[usize], other: &[usize]) -> f64 {
    let common = one.iter().filter(|service| other.contains(service)).count();
    let most = one.len().max(other.len()).max(1);
    f64::from(u32::try_from(common).unwrap()) / f64::from(u32::try_from(most).unwrap())
}

fn mean(values: impl Iterator<Item = f64>) -> f64 {
    let values: Vec<f64> = values.collect();
    values.iter().sum::<f64>() / f64::from(u32::try_from(values.len()).unwrap())
}

fn count(number: usize) -> f64 {
    f64::from(u32::try_from(number).unwrap())
}

fn share(yes: impl Fn(&Both) -> bool) -> f64 {
    100.0 * mean(all().iter().map(|both| if yes(both) { 1.0 } else { 0.0 }))
}

fn median(mut counts: Vec<usize>) -> usize {
    counts.sort_unstable();
    counts[counts.len() / 2]
}

type Side = fn(&Both) -> &Played;
const SIDES: [(&str, Side); 2] = [
    ("mesuré", |both| &both.measured),
    ("fixe", |both| &both.fixed),
];

#[test]
fn the_figures() {
    if std::env::var_os("VERSQUI_TABLEAU").is_none() {
        return;
    }
    for both in all() {
        let keys = |played: &Played| {
            let keys: Vec<&str> = played.asked.iter().map(|field| field.key()).collect();
            keys.join(" ")
        };
        let lost = both
            .whole
            .1
            .iter()
            .filter(|one| !both.measured.last().1.contains(one))
            .count();
        println!(
            "{:<28} {:>2} / {:>2}  perdus {lost}  {}",
            both.id,
            both.measured.asked.len(),
            both.fixed.asked.len(),
            keys(&both.measured)
        );
    }
    println!("{} vignettes", all().len());
    for (name, side) in SIDES {
        println!(
            "{name:<8} questions {:.2} en moyenne, {} en médiane ; mêmes cinq {:.1} %, même ordre {:.1} %, mêmes numéros {:.1} %",
            mean(all().iter().map(|both| count(side(both).asked.len()))),
            median(all().iter().map(|both| side(both).asked.len()).collect()),
            share(|both| same_services(&side(both).last().1, &both.whole.1)),
            share(|both| side(both).last().1 == both.whole.1),
            share(|both| side(both).last().0 == both.whole.0),
        );
    }
    for questions in 0..=10 {
        let after = |side: Side| {
            (
                100.0
                    * mean(
                        all()
                            .iter()
                            .map(|both| shared(&side(both).after(questions).1, &both.whole.1)),
                    ),
                share(|both| same_services(&side(both).after(questions).1, &both.whole.1)),
                share(|both| side(both).after(questions).0 == both.whole.0),
            )
        };
        let (one, other) = (after(SIDES[0].1), after(SIDES[1].1));
        println!(
            "après {questions:>2} : services communs {:5.1} % / {:5.1} %  mêmes cinq {:5.1} % / {:5.1} %  mêmes numéros {:5.1} % / {:5.1} %",
            one.0, other.0, one.1, other.1, one.2, other.2
        );
    }
    let mut started: Vec<(usize, Field)> = Vec::new();
    for field in ORDER {
        for at in 0..MOST {
            let times = all()
                .iter()
                .filter(|both| both.measured.asked.get(at) == Some(&field))
                .count();
            if times > 0 {
                started.push((at, field));
                print!("{}@{}:{times} ", field.key(), at + 1);
            }
        }
        println!();
    }
    let _ = EXPECTED;
}
