//! Every format, byte for byte, over a tiny catalogue. After a change that is meant: `VERSQUI_GOLDEN=ecrire cargo test
//! --test golden`.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a test that cannot go on must stop and say so"
)]

mod common;

use std::fs;

use common::{CATALOGUE, printed, root};

const VERVIERS: &[&str] = &[
    "orienter",
    "--catalogue",
    CATALOGUE,
    "--commune",
    "4800",
    "--age",
    "34",
    "--besoin",
    "mal-etre,isolement",
    "--budget",
    "11",
    "--quand",
    "2026-11-24T10:00",
];
const DANGER: &[&str] = &[
    "orienter",
    "--catalogue",
    CATALOGUE,
    "--commune",
    "4800",
    "--besoin",
    "mal-etre",
    "--urgence",
    "danger",
    "--langue",
    "fr",
    "--tout",
    "--quand",
    "2026-11-24T22:00",
];
const NOTHING: &[&str] = &[
    "orienter",
    "--catalogue",
    CATALOGUE,
    "--region",
    "flandre",
    "--pour",
    "pro",
    "--besoin",
    "logement",
    "--age",
    "3",
];
const LIST: &[&str] = &["catalogue", "lister", "--catalogue", CATALOGUE, "--type", "ssm"];
const SEARCH: &[&str] = &["chercher", "--catalogue", CATALOGUE, "essai", "--limite", "3"];
const EXPORT: &[&str] = &["catalogue", "exporter", "--catalogue", CATALOGUE];
const FIELDS: &[&str] = &["--champs", "id,name,cost.text,contacts.value,phone,address,address.commune,verified"];

/// The file, the command, its format flags.
fn sessions() -> Vec<(&'static str, &'static [&'static str], Vec<&'static str>)> {
    let with_fields = |format| [&["--format", format], FIELDS].concat();
    vec![
        ("orienter.txt", VERVIERS, vec![]),
        ("orienter.json", VERVIERS, vec!["--format", "json"]),
        ("orienter.ndjson", VERVIERS, vec!["--format", "ndjson"]),
        ("orienter.csv", VERVIERS, vec!["--format", "csv"]),
        ("orienter.excel.csv", VERVIERS, vec!["--excel"]),
        ("orienter.tsv", VERVIERS, vec!["--format", "tsv"]),
        ("orienter.md", VERVIERS, vec!["--format", "markdown"]),
        ("champs.json", VERVIERS, with_fields("json")),
        ("champs.ndjson", VERVIERS, with_fields("ndjson")),
        ("champs.csv", VERVIERS, with_fields("csv")),
        ("champs.tsv", VERVIERS, with_fields("tsv")),
        ("champs.md", VERVIERS, with_fields("markdown")),
        ("danger.txt", DANGER, vec![]),
        ("danger.json", DANGER, vec!["--format", "json"]),
        ("danger.ndjson", DANGER, vec!["--format", "ndjson"]),
        ("danger.csv", DANGER, vec!["--format", "csv"]),
        ("danger.tsv", DANGER, vec!["--format", "tsv"]),
        ("danger.md", DANGER, vec!["--format", "markdown"]),
        ("lister.txt", LIST, vec![]),
        ("lister.json", LIST, vec!["--format", "json"]),
        ("lister.md", LIST, vec!["--format", "markdown"]),
        ("chercher.txt", SEARCH, vec![]),
        ("chercher.json", SEARCH, vec!["--format", "json"]),
        ("chercher.ndjson", SEARCH, vec!["--format", "ndjson"]),
        ("chercher.csv", SEARCH, vec!["--format", "csv"]),
        ("chercher.excel.csv", SEARCH, vec!["--excel"]),
        ("chercher.tsv", SEARCH, vec!["--format", "tsv"]),
        ("chercher.md", SEARCH, vec!["--format", "markdown"]),
        ("chercher.champs.csv", SEARCH, vec!["--format", "csv", "--champs", "name,phone,matched.field"]),
        ("exporter.hsds.json", EXPORT, vec!["--format", "hsds"]),
        ("exporter.json", EXPORT, vec![]),
        ("exporter.ndjson", EXPORT, vec!["--format", "ndjson"]),
        ("exporter.csv", EXPORT, vec!["--format", "csv"]),
        ("exporter.tsv", EXPORT, vec!["--format", "tsv"]),
        ("exporter.txt", EXPORT, vec!["--format", "table"]),
    ]
}

/// The catalogue's fingerprint changes with the compiled form, which is not what these files are about.
fn without_fingerprint(text: &str) -> String {
    let json = printed(&[EXPORT, &["--format", "json"]].concat(), 0);
    let version = json.split("\"version\": \"").nth(1).and_then(|rest| rest.get(..8)).unwrap().to_owned();
    text.replace(&version, "00000000")
}

#[test]
fn every_format_is_what_it_was() {
    let rewrite = std::env::var_os("VERSQUI_GOLDEN").is_some_and(|word| word == "ecrire");
    let mut changed = Vec::new();
    for (file, command, flags) in sessions() {
        let got = without_fingerprint(&printed(&[command, flags.as_slice()].concat(), 0));
        let path = root().join("tests/golden").join(file);
        if rewrite {
            fs::write(&path, &got).unwrap();
        } else if fs::read_to_string(&path).unwrap_or_default() != got {
            changed.push(format!("{file} ; sorti :\n{got}"));
        }
    }
    assert!(changed.is_empty(), "à relire, puis VERSQUI_GOLDEN=ecrire :\n{}", changed.join("\n"));
}

#[test]
fn nothing_found_is_a_heading_and_status_1() {
    let csv = printed(&[NOTHING, &["--format", "csv", "--champs", "id,name"]].concat(), 1);
    assert_eq!(csv, "id,name\r\n");
    assert_eq!(printed(&[NOTHING, &["--format", "ndjson"]].concat(), 1), "");
    assert!(printed(&[NOTHING, &["--format", "json"]].concat(), 1).contains("\"results\": []"));
}
