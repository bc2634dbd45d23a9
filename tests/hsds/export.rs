//! The export, read once, and ways through it.

use std::collections::BTreeMap;
use std::fs;
use std::sync::OnceLock;

use serde_json::Value;

use crate::common::{CATALOGUE, printed, root};

/// The whole catalogue as HSDS.
pub fn exported() -> &'static [Value] {
    static SERVICES: OnceLock<Vec<Value>> = OnceLock::new();
    SERVICES.get_or_init(|| parsed(&["--format", "hsds"]))
}

/// The same catalogue as our own JSON: what the export is compared with.
pub fn ours() -> &'static [Value] {
    static SERVICES: OnceLock<Vec<Value>> = OnceLock::new();
    SERVICES.get_or_init(|| {
        let json: Value = serde_json::from_str(&printed(&["catalogue", "exporter", "--format", "json"], 0)).unwrap();
        json["services"].as_array().unwrap().clone()
    })
}

pub fn parsed(flags: &[&str]) -> Vec<Value> {
    let text = printed(&[&["catalogue", "exporter"], flags].concat(), 0);
    serde_json::from_str(&text).unwrap()
}

/// Every service of ours beside the one exported from it.
pub fn pairs() -> impl Iterator<Item = (&'static Value, &'static Value)> {
    ours().iter().map(|service| {
        let id = service["id"].as_str().unwrap();
        (service, by_slug(id).unwrap_or_else(|| panic!("{id} manque")))
    })
}

pub fn by_slug(id: &str) -> Option<&'static Value> {
    static SLUGS: OnceLock<BTreeMap<String, &'static Value>> = OnceLock::new();
    let slugs = SLUGS.get_or_init(|| exported().iter().map(|service| (slug(service).to_owned(), service)).collect());
    slugs.get(id).copied()
}

/// Our id, which the export keeps.
pub fn slug(service: &Value) -> &str {
    attributes(service, "mark").find(|attribute| attribute["taxonomy_term"]["code"] == "id").unwrap()["value"]
        .as_str()
        .unwrap()
}

pub fn attributes<'v>(object: &'v Value, link_type: &str) -> impl Iterator<Item = &'v Value> {
    list(object, "attributes").iter().filter(move |attribute| attribute["link_type"] == link_type)
}

pub fn list<'v>(object: &'v Value, key: &str) -> &'v [Value] {
    object.get(key).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

/// Every object of the export under the key it stands at.
pub fn objects<'v>(value: &'v Value, key: &'v str, found: &mut Vec<(&'v str, &'v Value)>) {
    match value {
        Value::Array(items) => {
            for item in items {
                objects(item, key, found);
            }
        }
        Value::Object(map) => {
            found.push((key, value));
            for (key, value) in map {
                objects(value, key, found);
            }
        }
        _ => {}
    }
}

pub fn all_objects() -> Vec<(&'static str, &'static Value)> {
    let mut found = Vec::new();
    for service in exported() {
        objects(service, "services", &mut found);
    }
    found
}

pub fn yaml_files(folder: &std::path::Path) -> Vec<std::path::PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(yaml_files(&path));
        } else if path.extension().is_some_and(|end| end == "yaml") {
            files.push(path);
        }
    }
    files
}

/// A copy of the small catalogue, to change.
pub fn small() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let from = root().join(CATALOGUE);
    fs::create_dir(folder.path().join("services")).unwrap();
    for file in ["needs.yaml", "sources.yaml", "tariffs.yaml", "types.yaml", "services/essai.yaml"] {
        fs::copy(from.join(file), folder.path().join(file)).unwrap();
    }
    folder
}

/// Puts a text in the place of another in one of its files.
pub fn replace(folder: &tempfile::TempDir, file: &str, old: &str, new: &str) {
    let path = folder.path().join(file);
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains(old), "{old}");
    fs::write(&path, text.replace(old, new)).unwrap();
}

/// What is exported of it.
pub fn exported_from(folder: &tempfile::TempDir) -> Vec<Value> {
    let path = folder.path().to_str().unwrap();
    parsed(&["--format", "hsds", "--catalogue", path])
}
