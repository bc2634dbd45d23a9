//! The published schemas say what is really written: every key, every type, every value of a closed list.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a test that cannot go on must stop and say so"
)]

mod common;

use std::io::Write;
use std::process::{Command, Stdio};

use common::{CATALOGUE, clean, printed, python};
use serde_json::Value;
use versqui::catalogue::terms::{Asking, Confidence, Migration, PriceUnit, Region, Setting, Urgency};
use versqui::rules::{Fit, Further};

const AT: [&str; 2] = ["--quand", "2026-11-24T10:00"];

/// Situations that between them fill every part of the answer.
const SITUATIONS: &[(&[&str], i32)] = &[
    (&[], 0),
    (
        &[
            "--commune",
            "Verviers",
            "--age",
            "34",
            "--besoin",
            "mal-etre",
            "--budget",
            "11,50",
            "--bim",
            "oui",
            "--langue",
            "fr,ar",
        ],
        0,
    ),
    (
        &[
            "--commune",
            "Verviers",
            "--parcours-migratoire",
            "dpi",
            "--besoin",
            "trauma-exil",
            "--pour",
            "pro",
            "--cadre",
            "hopital",
            "--tout",
        ],
        0,
    ),
    (&["--urgence", "danger", "--age", "15", "--besoin", "idees-suicidaires", "--souhait", "telephone"], 0),
    (&["--commune", "5012", "--urgence", "mois", "--limite", "200"], 0),
    (&["--catalogue", CATALOGUE, "--commune", "4800", "--besoin", "mal-etre,isolement", "--budget", "4", "--tout"], 0),
    (&["--catalogue", CATALOGUE, "--region", "flandre", "--pour", "pro", "--besoin", "logement", "--age", "3"], 1),
];

fn schema(name: &str) -> Value {
    serde_json::from_str(&printed(&["schema", name], 0)).unwrap()
}

fn outputs() -> Vec<Value> {
    SITUATIONS
        .iter()
        .map(|(flags, status)| {
            let words = [&["orienter", "--format", "json"], AT.as_slice(), flags].concat();
            serde_json::from_str(&printed(&words, *status)).unwrap()
        })
        .collect()
}

fn exports() -> Vec<Value> {
    [&["catalogue", "exporter"], ["catalogue", "exporter", "--catalogue", CATALOGUE].as_slice()]
        .map(|words| serde_json::from_str(&printed(words, 0)).unwrap())
        .to_vec()
}

#[test]
fn what_orienter_writes_is_what_the_schema_says() {
    let schema = schema("sortie");
    for (at, output) in outputs().iter().enumerate() {
        assert_eq!(Check { root: &schema }.troubles(&schema, output, "$"), [""; 0], "{:?}", SITUATIONS[at].0);
    }
}

#[test]
fn what_the_export_writes_is_what_the_schema_says() {
    let schema = schema("export");
    for output in exports() {
        let troubles = Check { root: &schema }.troubles(&schema, &output, "$");
        assert!(troubles.is_empty(), "{:?}", &troubles[..troubles.len().min(5)]);
    }
}

fn searches() -> Vec<Value> {
    [("psy gratuit namur", 0, ""), ("logement", 0, "bruxelles"), ("zzzzqqqq", 1, "")]
        .map(|(text, status, region)| {
            let mut words = vec!["chercher", "--format", "json", text];
            if !region.is_empty() {
                words.extend(["--region", region]);
            }
            serde_json::from_str(&printed(&words, status)).unwrap()
        })
        .to_vec()
}

#[test]
fn what_chercher_writes_is_what_the_schema_says() {
    let schema = schema("recherche");
    for output in searches() {
        let troubles = Check { root: &schema }.troubles(&schema, &output, "$");
        assert_eq!(troubles, [""; 0]);
    }
}

#[test]
fn a_wrong_answer_does_not_pass() {
    let schema = schema("sortie");
    let right = outputs().swap_remove(1);
    let wrongs: [fn(&mut Value); 6] = [
        |answer| answer["results"][0]["rank"] = "1".into(),
        |answer| answer["results"][0]["step"] = "ensuite".into(),
        |answer| answer["results"][0]["new_key"] = 1.into(),
        |answer| answer["format"] = 2.into(),
        |answer| answer["situation"]["age"] = 121.into(),
        |answer| drop(answer.as_object_mut().unwrap().remove("safety")),
    ];
    for (at, spoil) in wrongs.into_iter().enumerate() {
        let mut answer = right.clone();
        spoil(&mut answer);
        assert_eq!(Check { root: &schema }.troubles(&schema, &answer, "$").len(), 1, "{at}");
    }
}

fn slugs<T: Copy>(all: &[T], slug: fn(T) -> &'static str) -> Vec<String> {
    all.iter().map(|value| slug(*value).to_owned()).collect()
}

#[test]
fn closed_lists_are_those_of_the_program() {
    let (output, export) = (schema("sortie"), schema("export"));
    let listed = |node: &Value| -> Vec<String> {
        node["enum"].as_array().unwrap().iter().filter_map(Value::as_str).map(str::to_owned).collect()
    };
    let situation = &output["$defs"]["situation"]["properties"];
    assert_eq!(listed(&situation["region"]), slugs(Region::ALL, Region::slug));
    assert_eq!(listed(&situation["urgency"]), slugs(Urgency::ALL, Urgency::slug));
    assert_eq!(listed(&situation["migration"]), slugs(Migration::ALL, Migration::slug));
    assert_eq!(listed(&situation["asking"]), slugs(Asking::ALL, Asking::slug));
    assert_eq!(listed(&situation["setting"]), slugs(Setting::ALL, Setting::slug));
    assert_eq!(listed(&output["$defs"]["cost"]["properties"]["unit"]), slugs(PriceUnit::ALL, PriceUnit::slug));
    assert_eq!(listed(&output["$defs"]["result"]["properties"]["fit"]), slugs(Fit::ALL, Fit::slug));
    assert_eq!(listed(&output["$defs"]["further"]["properties"]["because"]), slugs(Further::ALL, Further::slug));
    assert_eq!(
        listed(&export["$defs"]["service"]["properties"]["confidence"]),
        slugs(Confidence::ALL, Confidence::slug)
    );
}

/// The reference validator, patterns included, where it is installed.
#[test]
fn another_validator_agrees() {
    const SCRIPT: &str = "import json, sys\nfrom jsonschema import Draft202012Validator as V\nschema, answers = json.load(sys.stdin)\n\
        V.check_schema(schema)\nfor answer in answers:\n    V(schema).validate(answer)\nprint('valide')";
    let Some(python) = python("jsonschema") else {
        return;
    };
    for (name, answers) in [("sortie", outputs()), ("recherche", searches()), ("export", exports())] {
        let mut command = clean(Command::new(&python));
        let mut child = command.args(["-c", SCRIPT]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        let given = serde_json::to_string(&(schema(name), answers)).unwrap();
        child.stdin.take().unwrap().write_all(given.as_bytes()).unwrap();
        assert_eq!(String::from_utf8(child.wait_with_output().unwrap().stdout).unwrap(), "valide\n", "{name}");
    }
}

/// A validator of the few keywords our schemas use, stricter than the standard: a key the schema does not name is a
/// fault.
struct Check<'s> {
    root: &'s Value,
}

impl Check<'_> {
    fn troubles(&self, schema: &Value, value: &Value, at: &str) -> Vec<String> {
        let known = [
            "$schema",
            "$id",
            "$defs",
            "title",
            "description",
            "$ref",
            "type",
            "enum",
            "const",
            "required",
            "properties",
            "items",
            "anyOf",
            "minimum",
            "maximum",
            "pattern",
        ];
        let schema = schema.as_object().unwrap();
        assert!(schema.keys().all(|key| known.contains(&key.as_str())), "mot-clé inconnu à {at} : {schema:?}");
        let mut troubles = Vec::new();
        if let Some(reference) = schema.get("$ref").and_then(Value::as_str) {
            let target = self.root.pointer(reference.trim_start_matches('#')).expect("une définition");
            troubles.extend(self.troubles(target, value, at));
        }
        if let Some(choices) = schema.get("anyOf").and_then(Value::as_array) {
            let mut each = choices.iter().map(|choice| self.troubles(choice, value, at));
            if !each.any(|troubles| troubles.is_empty()) {
                troubles.push(format!("{at} : aucune forme ne convient à {value}"));
            }
        }
        if schema.get("type").is_some_and(|wanted| !is_a(wanted, value)) {
            troubles.push(format!("{at} : {value} n'est pas {}", schema["type"]));
        }
        if schema.get("enum").is_some_and(|all| !all.as_array().unwrap().contains(value))
            || schema.get("const").is_some_and(|one| one != value)
        {
            troubles.push(format!("{at} : {value} n'est pas permis"));
        }
        let beyond = |bound: &str, wrong: fn(f64, f64) -> bool| {
            schema
                .get(bound)
                .and_then(Value::as_f64)
                .zip(value.as_f64())
                .is_some_and(|(bound, value)| wrong(value, bound))
        };
        if beyond("minimum", |value, bound| value < bound) || beyond("maximum", |value, bound| value > bound) {
            troubles.push(format!("{at} : {value} est hors bornes"));
        }
        troubles.extend(self.parts(schema, value, at));
        troubles
    }

    fn parts(&self, schema: &serde_json::Map<String, Value>, value: &Value, at: &str) -> Vec<String> {
        let mut troubles = Vec::new();
        if let (Some(object), Some(properties)) =
            (value.as_object(), schema.get("properties").and_then(Value::as_object))
        {
            let required = schema.get("required").and_then(Value::as_array).expect("« required » est écrit");
            let missing = required.iter().filter_map(Value::as_str).filter(|key| !object.contains_key(*key));
            troubles.extend(missing.map(|key| format!("{at}.{key} manque")));
            for (key, value) in object {
                match properties.get(key) {
                    Some(property) => {
                        troubles.extend(self.troubles(property, value, &format!("{at}.{key}")));
                    }
                    None => troubles.push(format!("{at}.{key} n'est pas dans le schéma")),
                }
            }
        }
        if let (Some(items), Some(schema)) = (value.as_array(), schema.get("items")) {
            for (position, item) in items.iter().enumerate() {
                troubles.extend(self.troubles(schema, item, &format!("{at}[{position}]")));
            }
        }
        troubles
    }
}

fn is_a(wanted: &Value, value: &Value) -> bool {
    let one = |wanted: &str| match wanted {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "null" => value.is_null(),
        "number" => value.is_number(),
        "integer" => value.is_u64() || value.is_i64(),
        other => panic!("type inconnu : {other}"),
    };
    match wanted {
        Value::Array(choices) => choices.iter().filter_map(Value::as_str).any(one),
        wanted => one(wanted.as_str().unwrap()),
    }
}
