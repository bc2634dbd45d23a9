//! What is written as csv and ndjson loads in a data tool as it is: `DuckDB` reads the columns, the types and every
//! cell by itself.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a test that cannot go on must stop and say so"
)]

mod common;

use std::fs;
use std::process::Command;

use common::{CATALOGUE, clean, printed, python, root};
use serde_json::{Value, json};
use versqui::output::{Format, Layout, fields, write_listing};

const AT: [&str; 2] = ["--quand", "2026-11-24T10:00"];

/// Writes both files beside what they should hold, and lets `DuckDB` read them.
fn loads(csv: &str, ndjson: &str, types: &Value, keys: &Value) {
    let Some(python) = python("duckdb") else {
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let columns: Vec<&str> = reader.headers().unwrap().iter().collect();
    let expected = json!({
        "columns": columns,
        "types": types,
        "keys": keys,
        "rows": rows(csv, types),
        "records": ndjson
            .lines()
            .map(|line| serde_json::from_str(line).unwrap())
            .collect::<Vec<Value>>(),
    });
    fs::write(path("a.csv"), csv).unwrap();
    fs::write(path("a.ndjson"), ndjson).unwrap();
    fs::write(path("expected.json"), expected.to_string()).unwrap();
    let output = clean(Command::new(python))
        .arg(root().join("tests/tableurs.py"))
        .args([path("a.csv"), path("a.ndjson"), path("expected.json")])
        .env("PYTHONUTF8", "1")
        .output()
        .unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stdout), "lu\n", "{}", String::from_utf8_lossy(&output.stderr));
}

/// Every cell, as a strict reader of RFC 4180 gives it; a column that has a number's type holds numbers.
fn rows(csv: &str, types: &Value) -> Vec<Vec<Value>> {
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let columns = reader.headers().unwrap().clone();
    let cell = |column: &str, cell: &str| match types[column].as_str() {
        Some("BIGINT" | "DOUBLE") if cell.is_empty() => Value::Null,
        Some("BIGINT" | "DOUBLE") => serde_json::from_str(cell).unwrap(),
        _ => Value::from(cell),
    };
    reader
        .records()
        .map(|row| {
            let row = row.unwrap();
            columns.iter().zip(&row).map(|(column, text)| cell(column, text)).collect()
        })
        .collect()
}

fn written(words: &[&str]) -> (String, String) {
    let as_format = |format| printed(&[words, &["--format", format]].concat(), 0);
    (as_format("csv"), as_format("ndjson"))
}

#[test]
fn an_orientation_loads_as_it_is() {
    let (csv, ndjson) = written(
        &[&["orienter", "--commune", "Liège", "--age", "34", "--besoin", "mal-etre", "--limite", "200"], AT.as_slice()]
            .concat(),
    );
    let types = json!({"rank": "BIGINT", "id": "VARCHAR", "name": "VARCHAR", "distance_km": "DOUBLE", "cost.text": "VARCHAR",
        "phone": "VARCHAR", "why": "VARCHAR", "verdict": "VARCHAR"});
    let keys = json!({"rank": "BIGINT", "id": "VARCHAR", "distance_km": "DOUBLE", "contacts": "STRUCT", "cost": "STRUCT",
        "why": "VARCHAR[]"});
    loads(&csv, &ndjson, &types, &keys);
}

#[test]
fn the_whole_catalogue_loads_as_it_is() {
    let (csv, ndjson) = written(&["catalogue", "exporter"]);
    let types = json!({"id": "VARCHAR", "phone": "VARCHAR", "address": "VARCHAR", "eligibility.age.min": "BIGINT",
        "eligibility.age.max": "BIGINT", "needs.core": "VARCHAR", "hours": "VARCHAR"});
    let keys = json!({"id": "VARCHAR", "general": "BOOLEAN", "contacts": "STRUCT", "eligibility": "STRUCT", "languages": "VARCHAR[]"});
    loads(&csv, &ndjson, &types, &keys);
}

#[test]
fn a_search_and_a_small_catalogue_load_as_they_are() {
    let (csv, ndjson) = written(&["chercher", "psy", "gratuit", "liège", "--limite", "200"]);
    loads(
        &csv,
        &ndjson,
        &json!({"rank": "BIGINT", "score": "DOUBLE", "name": "VARCHAR"}),
        &json!({"rank": "BIGINT", "matched": "STRUCT", "address": "STRUCT"}),
    );
    let (csv, ndjson) = written(&["catalogue", "exporter", "--catalogue", CATALOGUE]);
    assert!(csv.contains("'=Lieu"), "une formule désamorcée");
    loads(&csv, &ndjson, &json!({"name": "VARCHAR"}), &json!({"name": "VARCHAR"}));
}

/// No text of the catalogue may hold a line break: here is one that does, with everything else a cell may hold.
#[test]
fn line_breaks_quotes_and_accents_survive() {
    let texts =
        ["deux lignes :\nl'été, « cœur » ; \"Noël\"", "une\r\nautre, à Liège", "ßtraße, ĳsberg; 13,19 €", "plain"];
    let records: Vec<Value> = texts
        .iter()
        .zip(1..)
        .map(|(text, rank)| json!({"rank": rank, "id": format!("a-{rank}"), "name": text, "organization": null}))
        .collect();
    let written = |format| {
        let layout = Layout {
            format,
            fields: Some(
                fields::Fields::parse(&["rank", "id", "name", "organization"].map(str::to_owned), &fields::FOUND)
                    .unwrap(),
            ),
            excel: false,
        };
        let mut out = Vec::new();
        write_listing(&layout, &fields::FOUND, &json!({}), &records, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    };
    let csv = written(Format::Csv);
    assert!(csv.contains("lignes :\nl'été"));
    loads(
        &csv,
        &written(Format::Ndjson),
        &json!({"rank": "BIGINT", "name": "VARCHAR"}),
        &json!({"rank": "BIGINT", "name": "VARCHAR"}),
    );
}
