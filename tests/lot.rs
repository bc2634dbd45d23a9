//! `versqui lot` from outside: a situation a line in, an orientation a line out.
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

#[allow(dead_code, reason = "each test binary uses a part of it")]
mod support;

use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};

use serde_json::Value;
use support::{Outcome, Run, versqui};

const AT: [&str; 3] = ["lot", "--quand", "2026-11-24T10:00"];

fn lot(arguments: &[&str], input: &str) -> Outcome {
    let all: Vec<&str> = AT.iter().chain(arguments).copied().collect();
    Run::new(&all).reading(input).go()
}

fn lines(outcome: &Outcome) -> Vec<Value> {
    let lines = outcome.stdout.lines();
    lines.map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn a_file_of_situations_becomes_a_file_of_orientations() {
    let input = r#"{"id":"dossier 7","commune":4800,"age":34,"needs":["trauma-exil"],"asking":"moi","urgency":"semaine"}
{"commune":"Anderlecht","besoin":"isolement","bim":true,"équipe":{"nom":"B"}}
"#;
    let done = lot(&[], input);
    done.exits(0);
    assert_eq!(done.stderr, "versqui : 2 situations : 2 orientées\n");
    let answers = lines(&done);
    assert_eq!(answers[0]["id"], "dossier 7");
    assert_eq!(answers[0]["situation"]["commune"]["name"], "Verviers");
    assert_eq!(answers[0]["results"][0]["id"], "espace-28");
    assert_eq!(answers[0]["results"].as_array().unwrap().len(), 10);
    assert_eq!(answers[1].get("id"), None);
    assert_eq!(answers[1]["extra"]["équipe"]["nom"], "B");
    assert_eq!(answers[1]["situation"]["needs"][0], "isolement");
    assert_eq!(answers[1]["situation"]["bim"], true);
    assert_eq!(answers[1]["situation"]["at"], "2026-11-24T10:00");
}

#[test]
fn a_line_is_the_answer_of_orienter() {
    let alone = versqui(&[
        "orienter",
        "--commune",
        "5000",
        "--besoin",
        "logement,droits",
        "--age",
        "19",
        "--budget",
        "0",
        "--quand",
        "2026-11-25T03:00",
        "--format",
        "json",
        "--limite",
        "4",
    ]);
    let among = lot(
        &["--limite", "4"],
        r#"{"commune":"5000","needs":"logement;droits","age":"19","budget":0,"at":"2026-11-25T03:00"}"#,
    );
    let alone: Value = serde_json::from_str(&alone.exits(0).stdout).unwrap();
    assert_eq!(among.exits(0).stdout, format!("{alone}\n"));
}

#[test]
fn a_bad_line_is_told_and_stops_nothing() {
    let input = "{\"id\":1,\"needs\":[\"ecoute\"]}\n{\"id\":2,\"age\":\"beaucoup\",\"dossier\":\"x\"}\n\nbonjour\n\
                 {\"id\":3,\"commune\":\"Verviés\"}\n{\"id\":4,\"needs\":[\"ecoute\"]}\n";
    let done = lot(&["--champs", "id", "--limite", "1"], input);
    done.exits(1).says_on_stderr("5 situations : 2 orientées, 3 lignes illisibles (la première : ligne 2)");
    let answers = lines(&done);
    assert_eq!(answers.len(), 5);
    assert_eq!(
        done.stdout.lines().nth(1).unwrap(),
        r#"{"id":2,"extra":{"dossier":"x"},"line":2,"error":"age : « beaucoup » ne se lit pas ; un âge de 0 à 120 ans est attendu"}"#
    );
    assert_eq!(answers[2]["line"], 4);
    assert!(answers[3]["error"].as_str().unwrap().contains("« Verviers » (4800)"), "{}", answers[3]);
    assert!(!answers[3]["error"].as_str().unwrap().contains('\n'));
    assert_eq!(answers[4]["id"], 4);
}

#[test]
fn a_spreadsheet_saved_as_csv_is_read_whatever_its_separator() {
    let comma = "id,commune,age,besoin,langue,note\n1,Verviers,34,\"trauma-exil;ecoute\",fr,\"dit \"\"oui\"\"\nà voir\"\n2,,,,,\n";
    let semicolon = "\u{feff}id;commune;age;needs;languages;note\r\n1;Verviers;34;\"trauma-exil;ecoute\";fr;\"dit \"\"oui\"\"\nà voir\"\r\n2;;;;;\r\n";
    let (one, two) = (lot(&[], comma), lot(&["--entree", "csv"], semicolon));
    one.exits(0);
    two.exits(0);
    assert_eq!(one.stdout, two.stdout);
    let answers = lines(&one);
    assert_eq!(answers[0]["id"], "1");
    assert_eq!(answers[0]["extra"]["note"], "dit \"oui\"\nà voir");
    assert_eq!(answers[0]["situation"]["needs"].as_array().unwrap().len(), 2);
    assert_eq!(answers[1]["situation"]["age"], Value::Null);
}

#[test]
fn a_bad_row_of_a_table_is_told_with_its_line() {
    let done = lot(&["--champs", "id"], "commune,age\n4800,34\n\n4800,34,fr\n\"48\n00\",1\n5000,abc\n");
    let answers = lines(done.exits(1));
    let told: Vec<&Value> = answers.iter().map(|answer| &answer["line"]).collect();
    assert_eq!(told, [&Value::Null, &Value::from(4), &Value::from(5), &Value::from(7)]);
    assert!(answers[1]["error"].as_str().unwrap().starts_with("3 cellules, l'en-tête en a 2"));
}

#[test]
fn what_cannot_be_read_at_all_is_an_error_with_a_way_out() {
    lot(&[], "[{\"age\":3}]").exits(2).says_on_stderr("jq -c '.[]'");
    lot(&[], "nom,prénom\nA,B\n").exits(2).says_on_stderr("aucune colonne connue");
    lot(&[], "age,age\n3,4\n").exits(2).says_on_stderr("« age » est deux fois");
    lot(&["--entree", "cvs"], "").exits(2).says_on_stderr("vouliez-vous dire « csv » ?");
    lot(&["--champs", "nom"], "").exits(2).says_on_stderr("--champs : « nom » n'existe pas");
    lot(&["--limite", "0"], "").exits(2).says_on_stderr("un nombre à partir de 1");
    versqui(&["lot", "--quand", "demain"]).exits(2).says_on_stderr("2026-11-24T10:00");
    versqui(&["lot", "/nulle/part.ndjson"]).exits(2).says_on_stderr("/nulle/part.ndjson : introuvable");
    versqui(&["lot", "/"]).exits(2).says_on_stderr("c'est un dossier");
    lot(&["--catalogue", "/nulle/part"], "{}").exits(3);
}

#[test]
fn nothing_in_nothing_out() {
    for input in ["", "\n\n  \n"] {
        let done = lot(&[], input);
        done.exits(0);
        assert_eq!((done.stdout.as_str(), done.stderr.as_str()), ("", "versqui : 0 situation : 0 orientée\n"));
    }
}

#[test]
fn every_name_has_its_english_twin() {
    let input = "{\"needs\":[\"ecoute\"]}\n";
    let french = lot(&["--entree", "ndjson", "--limite", "2", "--champs", "id,cost", "--fils", "1"], input);
    let english = Run::new(&[
        "batch",
        "--at",
        "2026-11-24T10:00",
        "--input",
        "ndjson",
        "--limit",
        "2",
        "--fields",
        "id,cost",
        "--threads",
        "3",
        "-",
    ])
    .reading(input)
    .go();
    assert_eq!(french.exits(0).stdout, english.exits(0).stdout);
    let results = lines(&french)[0]["results"].as_array().unwrap().clone();
    assert_eq!(results.len(), 2);
    assert_eq!(results[0].as_object().unwrap().keys().collect::<Vec<_>>(), ["id", "cost"]);
}

#[test]
fn fields_are_those_of_the_whole_answer() {
    let input = "{\"needs\":[\"trauma-exil\"],\"commune\":\"4800\"}\n";
    let whole = lines(lot(&["--limite", "3"], input).exits(0)).remove(0);
    for fields in ["id", "fit,rank,distance_km,verdict,step,type,kind_label,name,id", "name,cost.text,contacts.value"] {
        let picked = lines(lot(&["--limite", "3", "--champs", fields], input).exits(0)).remove(0);
        assert_eq!(picked["found"], whole["found"]);
        for (picked, whole) in picked["results"].as_array().unwrap().iter().zip(whole["results"].as_array().unwrap()) {
            for field in fields.split(',') {
                let pointer = format!("/{}", field.replace('.', "/"));
                match field {
                    "contacts.value" => assert_eq!(picked["contacts"][0]["value"], whole["contacts"][0]["value"]),
                    _ => assert_eq!(picked.pointer(&pointer).unwrap(), whole.pointer(&pointer).unwrap(), "{field}"),
                }
            }
            assert_eq!(picked.as_object().unwrap().len(), fields.split(',').count());
        }
    }
}

#[test]
fn order_is_kept_whatever_the_number_of_cores() {
    let situations = (0..3000).map(|n| format!("{{\"id\":{n},\"age\":{}}}", n % 130));
    let input = situations.collect::<Vec<_>>().join("\n");
    let one = lot(&["--fils", "1", "--champs", "id", "--limite", "1"], &input);
    let many = lot(&["--fils", "7", "--champs", "id", "--limite", "1"], &input);
    assert_eq!(one.exits(1).stdout, many.exits(1).stdout);
    let ids: Vec<u64> = lines(&many).iter().map(|answer| answer["id"].as_u64().unwrap()).collect();
    assert_eq!(ids, (0..3000).collect::<Vec<_>>());
    let bad = lines(&many).iter().filter(|answer| answer.get("error").is_some()).count();
    assert_eq!(bad, (0..3000).filter(|n| n % 130 > 120).count());
}

#[test]
fn a_program_that_asks_line_by_line_gets_its_answer_before_the_next_question() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_versqui"))
        .args(["lot", "--champs", "id", "--limite", "1"])
        .env_remove("VERSQUI_CATALOGUE")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut questions = child.stdin.take().unwrap();
    let mut answers = BufReader::new(child.stdout.take().unwrap()).lines();
    for id in 1..=3 {
        writeln!(questions, "{{\"id\":{id}}}").unwrap();
        let answer: Value = serde_json::from_str(&answers.next().unwrap().unwrap()).unwrap();
        assert_eq!(answer["id"], id);
    }
    drop(questions);
    assert!(answers.next().is_none());
    assert!(child.wait().unwrap().success());
}

#[test]
fn a_reader_that_has_enough_ends_the_work_quietly() {
    let situations = (0..2000).map(|n| format!("{{\"id\":{n}}}"));
    let input = situations.collect::<Vec<_>>().join("\n");
    let done = Run::new(&AT).reading(input).close_stdout_early();
    assert_eq!((done.status, done.stderr.as_str()), (0, ""));
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_told() {
    let full = std::fs::File::create("/dev/full").unwrap();
    let mut child = Command::new(env!("CARGO_BIN_EXE_versqui"))
        .args(AT)
        .env_remove("VERSQUI_CATALOGUE")
        .stdin(Stdio::piped())
        .stdout(full)
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(b"{}\n").unwrap();
    let done = child.wait_with_output().unwrap();
    assert_eq!(done.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&done.stderr).contains("impossible d'écrire"));
}

#[cfg(target_os = "linux")]
#[test]
fn memory_does_not_grow_with_the_input() {
    let line =
        "{\"id\":\"x\",\"extra\":\"................................................................\",\"age\":200}\n";
    let answered = "{\"commune\":\"4800\",\"needs\":[\"isolement\",\"trauma-exil\"]}\n";
    let peak = |count: usize| {
        let mut child = Command::new(env!("CARGO_BIN_EXE_versqui"))
            .args(["lot", "--fils", "2"])
            .env_remove("VERSQUI_CATALOGUE")
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut questions = child.stdin.take().unwrap();
        // one in a hundred is answered: the others are read faster
        let block = (line.repeat(99) + answered).repeat(10);
        for _ in 0..count {
            questions.write_all(block.as_bytes()).unwrap();
        }
        // everything but what the pipe holds has been read: the peak so far is the peak
        let status = std::fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap();
        drop(questions);
        child.wait().unwrap();
        let high = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
        high.trim().trim_end_matches(" kB").parse::<usize>().unwrap()
    };
    let (short, long) = (peak(20), peak(400));
    assert!(long < short + 8192, "{short} kB puis {long} kB");
}
