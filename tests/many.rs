//! What is quick says the same as what is plain: properties of the engine and of `lot` on generated situations.
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::sync::LazyLock;

use proptest::prelude::*;
use proptest::sample::select;
use versqui::EMBEDDED;
use versqui::batch::{self, Fields, Input, Options};
use versqui::catalogue::Catalogue;
use versqui::catalogue::date::Moment;
use versqui::orientation::eligibility::{judge, judge_territory};
use versqui::orientation::{Known, Sieve, Verdict, cost, orient, orient_first, rank};
use versqui::output::{Report, Show};
use versqui::situation::{Situation, Typed};

static CATALOGUE: LazyLock<Catalogue<'static>> = LazyLock::new(|| Catalogue::open_embedded(EMBEDDED).unwrap());
static PLAIN: LazyLock<Known<'static>> = LazyLock::new(|| Known::new(&CATALOGUE).unwrap());
static READY: LazyLock<Known<'static>> = LazyLock::new(|| Known::for_many(&CATALOGUE).unwrap());

fn now() -> Moment {
    Moment::parse("2026-11-24T10:00").unwrap()
}

fn maybe(words: &'static [&'static str]) -> impl Strategy<Value = Option<String>> {
    proptest::option::weighted(0.7, select(words).prop_map(str::to_owned))
}

fn some(words: &'static [&'static str], most: usize) -> impl Strategy<Value = Vec<String>> {
    proptest::collection::vec(select(words).prop_map(str::to_owned), 0..=most)
}

/// Situations of every kind, a few of which cannot be read.
fn situations() -> impl Strategy<Value = Typed> {
    (
        maybe(&[
            "4800",
            "Anderlecht",
            "1030",
            "Gent",
            "Eupen",
            "Arlon",
            "Namur",
            "hainaut",
            "Brussel",
            "Saint-Nicolas",
            "nulle part",
        ]),
        maybe(&["wallonie", "bruxelles", "flandre", "inconnu"]),
        maybe(&["9", "16", "17", "24", "38", "59", "67", "abc"]),
        maybe(&["danger", "aujourdhui", "semaine", "mois"]),
        (maybe(&["0", "4", "11", "13,19", "60"]), maybe(&["oui", "non"])),
        maybe(&["aucun", "dpi", "refugie", "mena", "sans-sejour", "tait"]),
        some(&["fr", "nl", "de", "ar", "ti"], 2),
        (maybe(&["moi", "proche", "pro"]), maybe(&["hopital", "centre-fedasil", "autre"])),
        some(
            &[
                "ecoute",
                "idees-suicidaires",
                "mal-etre",
                "trauma-exil",
                "addiction",
                "isolement",
                "deuil",
                "enfance",
                "logement",
                "droits",
                "interprete",
                "finances",
                "sante-physique",
                "avis-professionnel",
                "justice",
            ],
            3,
        ),
        some(&["anonyme", "telephone", "en-groupe", "week-end", "pairs"], 2),
        maybe(&["2026-11-24T10:00", "2026-12-25T03:00", "2026-07-21T18:30", "2026-11-28T23:59"]),
    )
        .prop_map(
            |(
                commune,
                region,
                age,
                urgency,
                (budget, bim),
                migration,
                languages,
                (asking, setting),
                needs,
                wishes,
                at,
            )| Typed {
                commune,
                region: if at.is_some() { region } else { None },
                age,
                urgency,
                budget,
                bim,
                migration,
                languages,
                asking,
                setting,
                needs,
                wishes,
                at,
            },
        )
}

/// A situation that can be read: what cannot is left out.
fn readable() -> impl Strategy<Value = Situation> {
    situations().prop_filter_map("illisible", |typed| typed.read(&CATALOGUE, now()).unwrap().ok())
}

fn json(known: &Known<'_>, situation: &Situation, limit: usize) -> String {
    let show = Show { limit, excluded: true };
    let orientation = orient_first(known, situation, limit).unwrap();
    serde_json::to_string(&Report::new(&orientation, known, situation, show).unwrap()).unwrap()
}

fn line(id: usize, typed: &Typed) -> String {
    let mut object = serde_json::Map::new();
    object.insert("id".into(), id.into());
    let words = [
        ("commune", &typed.commune),
        ("region", &typed.region),
        ("age", &typed.age),
        ("urgency", &typed.urgency),
        ("budget", &typed.budget),
        ("bim", &typed.bim),
        ("migration", &typed.migration),
        ("asking", &typed.asking),
        ("setting", &typed.setting),
        ("at", &typed.at),
    ];
    for (key, word) in words {
        if let Some(word) = word {
            object.insert(key.into(), word.as_str().into());
        }
    }
    for (key, list) in [("languages", &typed.languages), ("needs", &typed.needs), ("wishes", &typed.wishes)] {
        if !list.is_empty() {
            object.insert(key.into(), list.clone().into());
        }
    }
    format!("{}\n", serde_json::Value::Object(object))
}

fn lot(input: &str, threads: usize, fields: Option<Fields>) -> (String, batch::Tally) {
    let options = Options { now: now(), limit: 10, fields, threads };
    let reader = std::io::Cursor::new(input.as_bytes().to_vec());
    let input = Input::open(reader, None).unwrap();
    let mut out = Vec::new();
    let tally = batch::run(input, &READY, &options, &mut out, &mut |_| {}).unwrap();
    (String::from_utf8(out).unwrap(), tally)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, ..ProptestConfig::default() })]

    #[test]
    fn judging_every_service_one_by_one_finds_the_same(situation in readable()) {
        let orientation = orient(&READY, &situation).unwrap();
        let sieve = Sieve::new(&PLAIN, &situation);
        let from = situation.commune.known().and_then(|place| place.commune);
        let (mut results, mut excluded) = (Vec::new(), Vec::new());
        for (position, outline) in CATALOGUE.columns.iter().enumerate() {
            let facts = CATALOGUE.facts.get(position).unwrap();
            let findings = judge(&facts, &PLAIN, &situation);
            let territory = judge_territory(&facts, &PLAIN, &situation);
            let visited = from.filter(|_| !PLAIN.is_remote(&facts));
            let distance = visited.and_then(|from| PLAIN.store().distance(&facts, from));
            let Some(fit) = rank::fit(&facts, &PLAIN, &situation, territory, distance) else { continue };
            prop_assert!(sieve.lets(outline), "{position} est passé à côté du tamis");
            if findings.verdict() == Verdict::Excluded {
                excluded.push(position);
                continue;
            }
            results.push((position, fit, findings, cost::cost(&facts, &PLAIN, &situation), distance));
        }
        let mut found: Vec<_> = orientation
            .results
            .iter()
            .map(|answered| &answered.service)
            .map(|service| (service.position, service.fit, service.findings, (*service.cost).clone(), service.distance))
            .collect();
        found.sort_by_key(|service| service.0);
        prop_assert_eq!(found, results);
        prop_assert_eq!(orientation.excluded.iter().map(|excluded| excluded.position).collect::<Vec<_>>(), excluded);
        prop_assert_eq!(orientation.found, orientation.results.len());
        // beyond the first ten, which variety moves, the order is that of the keys
        prop_assert!(orientation.results.iter().skip(10).map(|answered| answered.service.key).is_sorted());
    }

    #[test]
    fn a_catalogue_made_ready_for_many_answers_as_one_read_for_one(situation in readable()) {
        prop_assert_eq!(json(&READY, &situation, usize::MAX), json(&PLAIN, &situation, usize::MAX));
    }

    #[test]
    fn the_first_ones_are_the_first_of_all(situation in readable(), most in 0_usize..30) {
        let (all, first) = (orient(&READY, &situation).unwrap(), orient_first(&READY, &situation, most).unwrap());
        prop_assert_eq!(all.found, first.found);
        prop_assert_eq!(&all.results[..most.min(all.found)], first.results.as_slice());
    }

}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, ..ProptestConfig::default() })]

    #[test]
    fn many_at_once_are_the_same_bytes_as_one_by_one(situations in proptest::collection::vec(situations(), 0..40), threads in 1_usize..5) {
        let input: Vec<String> = situations.iter().enumerate().map(|(id, typed)| line(id, typed)).collect();
        let (together, tally) = lot(&input.concat(), threads, None);
        let (mut alone, mut bad) = (String::new(), 0);
        for (at, (typed, input)) in situations.iter().zip(&input).enumerate() {
            // on a line of its own, and by the road of a single look-up
            let (answer, one) = lot(&format!("{}{input}", "\n".repeat(at)), 1, None);
            if let Ok(situation) = typed.read(&CATALOGUE, now()).unwrap() {
                let show = Show { limit: 10, excluded: false };
                let report = Report::new(&orient(&PLAIN, &situation).unwrap(), &PLAIN, &situation, show).unwrap();
                prop_assert_eq!(&answer, &format!("{{\"id\":{at},{}\n", &serde_json::to_string(&report).unwrap()[1..]));
            } else {
                let start = format!("{{\"id\":{at},\"line\":{},\"error\":\"", at + 1);
                prop_assert!(answer.starts_with(&start), "{answer}");
            }
            alone.push_str(&answer);
            bad += one.bad;
        }
        prop_assert_eq!(together, alone);
        prop_assert_eq!((tally.lines, tally.bad), (situations.len(), bad));
    }

    #[test]
    fn a_table_says_the_same_as_lines(situations in proptest::collection::vec(situations(), 1..20)) {
        let mut table = csv::Writer::from_writer(Vec::new());
        table.write_record(["commune", "region", "age", "urgency", "languages", "needs", "at"]).unwrap();
        let mut lines = String::new();
        for typed in &situations {
            let typed = Typed {
                commune: typed.commune.clone(), region: typed.region.clone(), age: typed.age.clone(), urgency: typed.urgency.clone(),
                languages: typed.languages.clone(), needs: typed.needs.clone(), at: typed.at.clone(), ..Typed::default()
            };
            lines.push_str(&line(0, &typed).replace("\"id\":0,", "").replace("\"id\":0", ""));
            let word = |word: &Option<String>| word.clone().unwrap_or_default();
            let row = [
                word(&typed.commune), word(&typed.region), word(&typed.age), word(&typed.urgency),
                typed.languages.join(";"), typed.needs.join(";"), word(&typed.at),
            ];
            table.write_record(row).unwrap();
        }
        let table = String::from_utf8(table.into_inner().unwrap()).unwrap();
        // a table has a header: its lines are one further
        let (from_table, _) = lot(&table, 2, None);
        let (from_lines, _) = lot(&format!("\n{lines}"), 2, None);
        prop_assert_eq!(from_table, from_lines);
    }

    #[test]
    fn no_input_makes_it_panic(input in proptest::collection::vec(any::<u8>(), 0..300)) {
        let options = Options { now: now(), limit: 1, fields: None, threads: 2 };
        if let Ok(input) = Input::open(std::io::Cursor::new(input), None) {
            let mut out = Vec::new();
            let tally = batch::run(input, &READY, &options, &mut out, &mut |_| {}).unwrap();
            let out = String::from_utf8(out).unwrap();
            prop_assert_eq!(out.lines().count(), tally.lines);
            for line in out.lines() {
                prop_assert!(serde_json::from_str::<serde_json::Value>(line).is_ok(), "{line}");
            }
        }
    }
}
