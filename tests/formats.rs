//! In a pipeline: what is written is what was found, whoever reads it and however soon they stop.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a test that cannot go on must stop and say so"
)]

mod common;

use std::fs::File;
use std::process::Command;

use common::{CATALOGUE, clean, printed, program, refused, tool};
use serde_json::Value;

const SITUATION: &[&str] =
    &["orienter", "--region", "wallonie", "--besoin", "ecoute", "--tout", "--quand", "2026-11-24T10:00"];
const FORMATS: [&str; 5] = ["json", "ndjson", "csv", "tsv", "markdown"];

fn with<'w>(words: &[&'w str], more: &[&'w str]) -> Vec<&'w str> {
    [words, more].concat()
}

fn json(words: &[&str]) -> Value {
    serde_json::from_str(&printed(&with(words, &["--format", "json"]), 0)).unwrap()
}

#[test]
fn ndjson_is_the_results_of_the_json_a_line_each() {
    let whole = json(SITUATION);
    let lines = printed(&with(SITUATION, &["--format", "ndjson"]), 0);
    let lines: Vec<Value> = lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let ranked: Vec<&Value> = lines.iter().filter(|line| line["rank"].as_u64().is_some_and(|rank| rank > 0)).collect();
    assert_eq!(ranked, whole["results"].as_array().unwrap().iter().collect::<Vec<_>>());
    let excluded = lines.iter().filter(|line| line["verdict"] == "excluded").count();
    assert_eq!(excluded, whole["excluded_services"].as_array().unwrap().len());
}

#[test]
fn csv_and_tsv_hold_the_same_cells_as_the_json() {
    let whole = json(SITUATION);
    let results = whole["results"].as_array().unwrap();
    assert!(results.len() > 20, "trop peu pour dire quelque chose");
    let flags = ["--champs", "rank,id,name,cost.text,why,distance_km"];
    let csv = printed(&with(&with(SITUATION, &flags), &["--format", "csv"]), 0);
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    assert_eq!(reader.headers().unwrap(), vec!["rank", "id", "name", "cost.text", "why", "distance_km"]);
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let tsv = printed(&with(&with(SITUATION, &flags), &["--format", "tsv"]), 0);
    assert!(!tsv.contains('\r'));
    let tsv_rows: Vec<Vec<&str>> = tsv.lines().skip(1).map(|line| line.split('\t').collect()).collect();
    assert_eq!(rows.len(), tsv_rows.len());
    for (at, result) in results.iter().enumerate() {
        let why: Vec<&str> = result["why"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
        let distance = result["distance_km"].as_f64().map_or(String::new(), |km| format!("{km:.1}"));
        let wanted = [
            result["rank"].to_string(),
            result["id"].as_str().unwrap().to_owned(),
            result["name"].as_str().unwrap().to_owned(),
            result["cost"]["text"].as_str().unwrap().to_owned(),
            why.join(" ; "),
            distance,
        ];
        assert_eq!(rows[at].iter().collect::<Vec<_>>(), wanted);
        assert_eq!(tsv_rows[at], wanted);
    }
}

#[test]
fn the_numbers_of_danger_come_first_in_every_format() {
    for format in ["table", "json", "ndjson", "csv", "tsv", "markdown"] {
        let words = [
            "orienter",
            "--catalogue",
            CATALOGUE,
            "--urgence",
            "danger",
            "--langue",
            "fr",
            "--format",
            format,
            "--limite",
            "2",
        ];
        let text = printed(&words, 0);
        let (alarm, suicide) = (text.find("112").unwrap(), text.find("0800 32 123").unwrap());
        let first = text.find("ligne-essai").or_else(|| text.find("Ligne d'essai")).unwrap();
        assert!(alarm < suicide && suicide < first, "{format}\n{text}");
    }
}

#[test]
fn a_spreadsheet_runs_nothing() {
    for flags in [["--format", "csv"].as_slice(), &["--excel"], &["--format", "tsv"]] {
        let text = printed(
            &with(&["catalogue", "exporter", "--catalogue", CATALOGUE, "--champs", "name,summary,phone"], flags),
            0,
        );
        for dangerous in ["'=Lieu", "'-20 %", "'+352"] {
            assert!(text.contains(dangerous), "{dangerous} : {text}");
        }
        assert!(text.starts_with('\u{feff}') == (flags == ["--excel"]));
    }
    // data for a program stays as it is
    assert!(printed(&["catalogue", "exporter", "--catalogue", CATALOGUE, "--format", "ndjson"], 0).contains("\"=Lieu"));
}

#[test]
fn a_script_may_be_english_throughout() {
    let french = printed(&with(SITUATION, &["--format", "csv", "--champs", "id,phone"]), 0);
    let english = [
        "match",
        "--region",
        "wallonie",
        "--need",
        "ecoute",
        "--all",
        "--at",
        "2026-11-24T10:00",
        "--format",
        "csv",
        "--fields",
        "id,phone",
    ];
    assert_eq!(printed(&english, 0), french);
    assert_eq!(printed(&["schema", "output"], 0), printed(&["schema", "sortie"], 0));
}

#[test]
fn a_mistake_is_one_sentence_with_a_way_out() {
    let cases: &[(&[&str], &str)] = &[
        (&["--format", "csv", "--champs", "cost.txt"], "« cost.text »"),
        (&["--format", "ndjson", "--fields", "id,adress"], "« address »"),
        (&["--format", "json", "--champs", "qqqq"], "choisir parmi : phone"),
        (&["--format", "csv", "--champs", ""], "n'existe pas"),
        (&["--champs", "id"], "ajouter --format csv"),
        (&["--excel", "--format", "tsv"], "--excel ne va qu'avec --format csv"),
        (&["--format", "cvs"], "« csv »"),
    ];
    for (flags, wanted) in cases {
        let said = refused(&with(&["orienter"], flags), 2);
        assert!(said.contains(wanted) && said.lines().count() == 1, "{flags:?} : {said}");
    }
    assert!(refused(&["schema", "sorti"], 2).contains("« sortie »"));
    assert!(refused(&["completions", "zhs"], 2).contains("« zsh »"));
    assert!(refused(&["man", "orientr"], 2).contains("« orienter »"));
}

#[test]
fn a_reader_who_has_seen_enough_is_no_error() {
    let bash = tool("bash").expect("bash");
    let versqui = program().display();
    let commands = FORMATS
        .iter()
        .flat_map(|format| {
            [
                format!("catalogue exporter --format {format}"),
                format!("orienter --tout --format {format}"),
                format!("chercher --limite 500 bruxelles --format {format}"),
            ]
        })
        .chain(
            [
                "catalogue exporter --format table",
                "catalogue exporter --format hsds",
                "chercher --limite 500 bruxelles",
                "catalogue lister",
                "orienter --tout",
                "completions fish",
                "schema",
                "man",
                "--aide",
            ]
            .map(str::to_owned),
        );
    for command in commands {
        let script = format!("set -o pipefail; '{versqui}' {command} | head -1");
        let output = clean(Command::new(&bash)).args(["-c", &script]).output().unwrap();
        assert!(output.status.success() && output.stderr.is_empty(), "{command} : {output:?}");
        assert!(!output.stdout.is_empty(), "{command}");
    }
}

#[test]
fn a_full_disk_is_said_in_one_sentence() {
    let Ok(full) = File::options().write(true).open("/dev/full") else {
        println!("pas de /dev/full ici : non vérifié");
        return;
    };
    let commands = FORMATS
        .iter()
        .flat_map(|format| {
            [
                format!("catalogue exporter --format {format}"),
                format!("orienter --besoin ecoute --format {format}"),
                format!("chercher psy --format {format}"),
            ]
        })
        .chain(
            [
                "orienter",
                "chercher psy",
                "chercher psy --excel",
                "orienter --excel",
                "catalogue exporter --excel",
                "catalogue exporter --format table",
                "catalogue exporter --format hsds",
                "urgences",
                "catalogue lister",
                "completions zsh",
                "schema",
                "man",
                "--aide",
                "--version",
            ]
            .map(str::to_owned),
        );
    for command in commands {
        let output =
            clean(Command::new(program())).args(command.split(' ')).stdout(full.try_clone().unwrap()).output().unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{command}");
        assert_eq!(said, "versqui : impossible d'écrire la réponse : plus de place sur le disque\n", "{command}");
    }
}
