//! Looking things up as people type: with mistakes, joined words, names in the other language.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::process::{Command, Output};

use versqui::embedded;
use versqui::lookup::search::Searcher;

fn versqui(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_versqui"));
    for name in ["VERSQUI_CATALOGUE", "NO_COLOR", "COLUMNS", "TERM", "LANG"] {
        command.env_remove(name);
    }
    command.args(arguments).output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

fn json(arguments: &[&str]) -> serde_json::Value {
    let output = versqui(&[&["chercher", "--format", "json"], arguments].concat());
    serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{error} : {}", text(&output.stderr)))
}

/// The right answer comes first for 95 of 100 real misspellings; the others are printed.
#[test]
fn misspellings_find_what_was_meant() {
    let catalogue = embedded();
    let searcher = Searcher::new(catalogue);
    let mut rows = csv::Reader::from_path(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/misspellings.csv")).unwrap();
    let (mut total, mut wrong) = (0, Vec::new());
    for row in rows.deserialize() {
        let (typed, expected): (String, String) = row.unwrap();
        let search = searcher.search(&typed, None);
        total += 1;
        let found = search.hits.first().map(|hit| {
            let kind = catalogue.facts.get(hit.position).kind;
            let id = catalogue.records.get(hit.position).id.to_string();
            (id, format!("type:{}", catalogue.kinds.get(usize::from(kind)).id))
        });
        let right = found.as_ref().is_some_and(|(id, kind)| expected.split('|').any(|one| one == id || one == kind));
        if !right {
            wrong
                .push(format!("« {typed} » : {} au lieu de {expected}", found.map_or("rien".to_owned(), |(id, _)| id)));
        }
    }
    println!("{} sur {total} en premier\n{}", total - wrong.len(), wrong.join("\n"));
    assert!(total >= 80, "{total} fautes seulement");
    assert!(wrong.len() * 20 <= total, "{} sur {total} :\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn a_name_a_kind_a_price_and_a_place_in_one_line() {
    for (typed, expected) in [
        (&["babel", "zin"][..], "babel-zin"),
        (&["« ligne suicide nl »"], "centrum-ter-preventie-van-zelfdoding-1813"),
        (&["ligne suicide fr"], "prevention-suicide-0800-32-123"),
        (&["107"], "tele-accueil-107"),
        (&["ocmw gent"], "ocmw-gent"),
    ] {
        assert_eq!(json(typed)["results"][0]["id"], expected, "{typed:?}");
    }
    let found = json(&["psy", "gratuit", "namur"]);
    let fields: Vec<&str> =
        found["results"][0]["matched"].as_array().unwrap().iter().map(|one| one["field"].as_str().unwrap()).collect();
    assert!(fields.contains(&"need") && fields.contains(&"cost"), "{fields:?}");
}

#[test]
fn the_english_alias_the_limit_and_the_region() {
    let output = versqui(&["search", "cpas", "--limit", "3", "--region", "bruxelles", "--format", "json"]);
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(report["results"].as_array().unwrap().len(), 3);
    assert_eq!(report["region"], "bruxelles");
    assert!(report["found"].as_u64().unwrap() >= 19);
}

#[test]
fn the_answer_says_where_the_words_were_found() {
    let output = versqui(&["chercher", "babel zinn"]);
    let shown = text(&output.stdout);
    assert!(shown.contains("Babel’Zin") && shown.contains("babel-zin · trouvé dans : nom"), "{shown}");
    assert!(!shown.contains('\u{1b}'));
    let coloured = text(&versqui(&["chercher", "babel zinn", "--couleur", "toujours"]).stdout);
    assert!(coloured.contains("\u{1b}[1;4mBabel\u{1b}[0m’\u{1b}[1;4mZin\u{1b}[0m"), "{coloured}");
}

#[test]
fn nothing_found_gives_the_next_command_and_ends_with_1() {
    let output = versqui(&["chercher", "xqzwk"]);
    assert_eq!(output.status.code(), Some(1));
    let shown = text(&output.stdout);
    assert!(shown.contains("Aucun service trouvé pour « xqzwk »") && shown.contains("  versqui orienter"), "{shown}");
    let output = versqui(&["chercher", "babel zin", "--region", "flandre"]);
    let shown = text(&output.stdout);
    assert!(
        shown.contains("« babel » : rien de tel pour cette région") && shown.contains("versqui chercher babel zin"),
        "{shown}"
    );
}

#[test]
fn no_line_is_wider_than_the_screen() {
    for width in ["40", "64", "80", "120"] {
        let output = Command::new(env!("CARGO_BIN_EXE_versqui"))
            .args(["chercher", "service santé mentale namur"])
            .env_remove("VERSQUI_CATALOGUE")
            .env("COLUMNS", width)
            .output()
            .unwrap();
        for line in text(&output.stdout).lines().filter(|line| line.trim().contains(' ')) {
            assert!(unicode_width::UnicodeWidthStr::width(line) <= width.parse().unwrap(), "{width} : {line}");
        }
    }
}

#[test]
fn what_cannot_be_read_is_said_in_one_sentence() {
    for (arguments, sentence) in [
        (&["chercher"][..], "il manque"),
        (&["chercher", "« »"], "ne contient aucun mot à chercher"),
        (&["chercher", "babel", "--limite", "zéro"], "un nombre à partir de 1"),
        (&["chercher", "babel", "--region", "walonie"], "vouliez-vous dire « wallonie » ?"),
        (&["chercher", "babel", "--format", "jsno"], "vouliez-vous dire « json » ?"),
    ] {
        let output = versqui(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(output.stdout.is_empty());
        assert!(text(&output.stderr).contains(sentence), "{arguments:?} : {}", text(&output.stderr));
    }
}
