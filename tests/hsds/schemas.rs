//! The standard's own schemas, offline.

use std::fs;

use jsonschema::{Draft, Registry};
use serde_json::{Value, json};

use crate::common::{CATALOGUE, refused, root};
use crate::export::{by_slug, exported, parsed};

/// Never fetched: only a base for the schemas' references.
const BASE: &str = "https://hsds.invalid/schema/";

/// The schemas; strict ones refuse every property the standard does not know.
fn schemas(strict: bool) -> Vec<(String, Value)> {
    let folder = root().join("tests/hsds/schema");
    let mut schemas = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|end| end != "json") {
            continue;
        }
        let mut schema: Value = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
        let uri = format!("{BASE}{}", path.file_name().unwrap().to_str().unwrap());
        schema["$id"] = json!(uri);
        if strict && schema["type"] == "object" {
            schema["additionalProperties"] = json!(false);
        }
        schemas.push((uri, schema));
    }
    assert!(schemas.len() > 20);
    schemas
}

/// What the schemas say against these services.
fn against(services: &[Value], strict: bool) -> Vec<String> {
    let schemas = schemas(strict);
    let mut registry = Registry::new();
    for (uri, schema) in &schemas {
        registry = registry.add(uri, schema).unwrap();
    }
    let registry = registry.prepare().unwrap();
    let validator = jsonschema::options()
        .with_draft(Draft::Draft202012)
        .with_registry(&registry)
        .should_validate_formats(true)
        .offline()
        .build(&json!({"$ref": format!("{BASE}service.json")}))
        .unwrap();
    let errors = services.iter().flat_map(|service| {
        validator.iter_errors(service).map(|error| format!("{} {} : {error}", service["name"], error.instance_path()))
    });
    errors.collect()
}

#[test]
fn every_service_is_valid_hsds_plain_and_strict() {
    for strict in [false, true] {
        let errors = against(exported(), strict);
        assert!(errors.is_empty(), "{}", errors.join("\n"));
    }
}

#[test]
fn the_schemas_here_do_refuse() {
    let good = by_slug("espace-28").unwrap();
    let spoilt = |key: &str, value: Value| {
        let mut bad = good.clone();
        bad[key] = value;
        [bad]
    };
    for (key, value) in [
        ("id", json!("espace-28")),
        ("status", json!("open")),
        ("email", json!("info")),
        ("url", json!("espace28")),
        ("minimum_age", json!("18")),
        ("phones", json!([{"id": good["id"]}])),
    ] {
        assert_eq!(against(&spoilt(key, value), false).len(), 1, "{key}");
    }
    let unknown = spoilt("wait", json!("3 mois"));
    assert!(against(&unknown, false).is_empty());
    assert_eq!(against(&unknown, true).len(), 1);
    let mut within = good.clone();
    within["phones"][0]["hours"] = json!("24/7");
    assert_eq!(against(&[within], true).len(), 1);
}

#[test]
fn a_catalogue_given_is_exported_and_fields_are_the_standard_s() {
    let few = parsed(&["--format", "hsds", "--catalogue", CATALOGUE]);
    assert!(against(&few, true).is_empty());
    let export = ["catalogue", "exporter", "--format"];
    for flags in [["hsds", "--excel"].as_slice(), &["hsds", "--champs", "id"]] {
        assert!(refused(&[export.as_slice(), flags].concat(), 2).contains("standard"));
    }
    assert!(refused(&[export.as_slice(), &["hsd"]].concat(), 2).contains("« hsds »"));
    assert!(refused(&["orienter", "--format", "hsds"], 2).contains("hsds"));
}
