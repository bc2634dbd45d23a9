//! The engine, measured apart from the process: `cargo bench`. The whole process is measured by `benches/mesurer`.
//!
//! divan rather than criterion: ten crates instead of fifty, a table of median and fastest on one screen; and
//! `benches/mesurer` repeats what must be compared with other programs.
#![allow(clippy::unwrap_used, reason = "a measure stops at the first surprise")]

use std::sync::LazyLock;

use divan::{Bencher, black_box};
use versqui::batch::{Answers, Chunk, Desk, Faces, Fields, Options, Reading};
use versqui::catalogue::Catalogue;
use versqui::catalogue::date::Moment;
use versqui::lookup::search::Searcher;
use versqui::output::{Report, Show, write_json};
use versqui::rules::{Known, orient_first};
use versqui::situation::{Situation, Typed};
use versqui::{EMBEDDED, embedded};

fn main() {
    divan::main();
}

static KNOWN: LazyLock<Known> = LazyLock::new(|| Known::new(embedded()));
static FACES: LazyLock<Faces> = LazyLock::new(|| Faces::new(embedded().facts.len()));

const SHOW: Show = Show { limit: 10, excluded: false, further: false };

/// Situations from the lightest to the heaviest, as lines of `lot`.
const LINES: [(&str, &str); 5] = [
    (
        "exil",
        r#"{"commune":"4800","age":34,"needs":["trauma-exil"],"migration":"refugie","languages":["fr"],"urgency":"semaine","asking":"moi"}"#,
    ),
    ("isolement", r#"{"commune":"1030","needs":["isolement"],"wishes":["week-end"]}"#),
    ("danger", r#"{"commune":"6000","age":16,"urgency":"danger","needs":["idees-suicidaires"],"asking":"proche"}"#),
    (
        "plusieurs",
        r#"{"commune":"Gent","age":19,"needs":["suivi-psychologique","logement","droits"],"languages":["nl"],"budget":11}"#,
    ),
    ("rien", "{}"),
];

fn now() -> Moment {
    Moment::parse("2026-11-24T10:00").unwrap()
}

fn line(name: &str) -> &'static str {
    LINES.iter().find(|(named, _)| *named == name).unwrap().1
}

fn names() -> impl Iterator<Item = &'static str> {
    LINES.iter().map(|(name, _)| *name)
}

fn typed(name: &str) -> Typed {
    let place = |commune: &str| Some(commune.to_owned());
    let words = |list: &[&str]| list.iter().map(|word| (*word).to_owned()).collect();
    match name {
        "exil" => Typed {
            commune: place("4800"),
            age: Some("34".into()),
            urgency: Some("semaine".into()),
            migration: Some("refugie".into()),
            asking: Some("moi".into()),
            languages: words(&["fr"]),
            needs: words(&["trauma-exil"]),
            ..Typed::default()
        },
        "isolement" => Typed {
            commune: place("1030"),
            needs: words(&["isolement"]),
            wishes: words(&["week-end"]),
            ..Typed::default()
        },
        "danger" => Typed {
            commune: place("6000"),
            age: Some("16".into()),
            urgency: Some("danger".into()),
            asking: Some("proche".into()),
            needs: words(&["idees-suicidaires"]),
            ..Typed::default()
        },
        "plusieurs" => Typed {
            commune: place("Gent"),
            age: Some("19".into()),
            budget: Some("11".into()),
            languages: words(&["nl"]),
            needs: words(&["suivi-psychologique", "logement", "droits"]),
            ..Typed::default()
        },
        _ => Typed::default(),
    }
}

fn situation(name: &str) -> Situation {
    typed(name).read(embedded(), now()).unwrap()
}

mod open {
    use super::{Bencher, Catalogue, EMBEDDED, black_box};

    #[divan::bench]
    fn embedded() -> Catalogue {
        Catalogue::trusted(black_box(EMBEDDED))
    }

    /// As a file from elsewhere: its checksum is verified, and all of it is decoded. What is opened is kept, so that
    /// only a few are.
    #[divan::bench(sample_count = 20, sample_size = 1)]
    fn compiled(bencher: Bencher<'_, '_>) {
        bencher.with_inputs(|| EMBEDDED.to_vec()).bench_values(|bytes| Catalogue::open(bytes).unwrap().facts.len());
    }
}

mod one_situation {
    use super::{
        Bencher, KNOWN, Known, Report, SHOW, embedded, names, now, orient_first, situation, typed, write_json,
    };

    /// From what was typed to JSON, all that `versqui orienter` does inside its process.
    #[divan::bench(args = names())]
    fn whole(bencher: Bencher<'_, '_>, name: &str) {
        let typed = typed(name);
        bencher.bench(|| {
            let situation = typed.read(embedded(), now()).unwrap();
            let known = Known::new(embedded());
            let orientation = orient_first(&known, &situation, SHOW.limit);
            let report = Report::new(&orientation, &known, &situation, SHOW);
            let mut out = Vec::new();
            write_json(&report, &mut out).unwrap();
            out
        });
    }

    /// The judgement alone.
    #[divan::bench(args = names())]
    fn judged(bencher: Bencher<'_, '_>, name: &str) {
        let situation = situation(name);
        bencher.bench(|| orient_first(&KNOWN, &situation, SHOW.limit).found);
    }
}

mod lot {
    use super::{Answers, Bencher, Chunk, Desk, FACES, Fields, KNOWN, Options, Reading, SHOW, line, names, now};

    fn desk(bencher: Bencher<'_, '_>, name: &str, fields: Option<Fields>) {
        let options = Options { now: now(), limit: SHOW.limit, fields, threads: 1 };
        let desk = Desk::new(&KNOWN, &Reading::Json, &options, &FACES);
        let bytes = line(name).as_bytes().to_vec();
        let chunk = Chunk { line: 1, size: bytes.len() as u64, bytes };
        let mut answers = Answers::default();
        bencher.bench_local(|| {
            desk.answer(&chunk, &mut answers);
            answers.bytes.len()
        });
    }

    /// A line answered with ten whole results.
    #[divan::bench(args = names())]
    fn ten_results(bencher: Bencher<'_, '_>, name: &str) {
        desk(bencher, name, None);
    }

    /// The same with `--champs id`.
    #[divan::bench(args = names())]
    fn ten_ids(bencher: Bencher<'_, '_>, name: &str) {
        desk(bencher, name, Fields::parse(&["id".to_owned()]).ok());
    }
}

mod search {
    use super::{Bencher, Searcher, embedded};

    #[divan::bench]
    fn index() -> Searcher {
        Searcher::new(embedded())
    }

    #[divan::bench(args = ["espace 28", "psy gratuit namur", "psycho logue liege", "zzzz"])]
    fn words(bencher: Bencher<'_, '_>, text: &str) {
        let searcher = Searcher::new(embedded());
        bencher.bench(|| searcher.search(text, None).hits.len());
    }
}
