//! The published JSON Schemas (draft 2020-12), and the fields they name.

use serde_json::{Map, Value};

use crate::situation::Field;
use crate::words::questions;

/// One published schema.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Schema {
    /// What `orienter --format json` prints.
    Output,
    /// What `chercher --format json` prints.
    Search,
    /// What `catalogue exporter --format json` prints.
    Export,
}

impl Schema {
    pub const ALL: &'static [Self] = &[Self::Output, Self::Search, Self::Export];

    /// As it is typed: `versqui schema sortie`.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Output => "sortie",
            Self::Search => "recherche",
            Self::Export => "export",
        }
    }

    /// Reads what was typed, in French or in English.
    pub fn from_slug(slug: &str) -> Option<Self> {
        match slug {
            "sortie" | "output" => Some(Self::Output),
            "recherche" | "search" => Some(Self::Search),
            "export" => Some(Self::Export),
            _ => None,
        }
    }

    /// The schema itself; what it says of a situation is made from the questions.
    pub fn text(self) -> String {
        match self {
            Self::Output => {
                let mut root = read(include_str!("schema/sortie.json"));
                tell_questions(&mut root);
                format!("{root:#}\n")
            }
            Self::Search => include_str!("schema/recherche.json").to_owned(),
            Self::Export => include_str!("schema/export.json").to_owned(),
        }
    }
}

fn read(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_default()
}

/// Puts the questions where the schema speaks of them: what is said comes before what follows from it.
fn tell_questions(root: &mut Value) {
    root["properties"]["next_questions"]["items"]["enum"] = Field::in_turn().map(Field::key).as_slice().into();
    let situation = &mut root["$defs"]["situation"];
    let follows = situation["required"].as_array().cloned().unwrap_or_default();
    situation["required"] = Field::keys().into_iter().map(Value::from).chain(follows).collect();
    let follows = situation["properties"].as_object().cloned().unwrap_or_default();
    let said: Map<String, Value> = Field::ALL.into_iter().map(property).chain(follows).collect();
    situation["properties"] = said.into();
}

/// What is written back of a question; the type first, then what it means.
fn property(field: Field) -> (String, Value) {
    let mut shape = (field.row().schema)();
    let described = ("description".to_owned(), questions::of(field).described.into());
    let kind = shape.as_object_mut().and_then(|shape| shape.shift_remove("type"));
    let kind = kind.map(|kind| ("type".to_owned(), kind));
    let rest = shape.as_object().cloned().unwrap_or_default();
    let property: Map<String, Value> = kind.into_iter().chain([described]).chain(rest).collect();
    (field.key().to_owned(), property.into())
}

/// Every dotted path of one of a schema's definitions, a whole before its parts.
pub fn paths(schema: Schema, definition: &str) -> Vec<String> {
    let root: Value = read(&schema.text());
    let mut paths = Vec::new();
    walk(&root, &root["$defs"][definition], "", &mut paths);
    paths
}

fn walk(root: &Value, node: &Value, prefix: &str, paths: &mut Vec<String>) {
    let node = followed(root, node);
    if let Some(items) = node.get("items") {
        walk(root, items, prefix, paths);
    }
    for (name, child) in node.get("properties").and_then(Value::as_object).into_iter().flatten() {
        let path = if prefix.is_empty() { name.clone() } else { format!("{prefix}.{name}") };
        paths.push(path.clone());
        walk(root, child, &path, paths);
    }
}

/// The definition a node refers to, alone or as one of « this or null ».
fn followed<'r>(root: &'r Value, node: &'r Value) -> &'r Value {
    let choices = node.get("anyOf").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    let reference = std::iter::once(node).chain(choices).find_map(|node| node.get("$ref")?.as_str());
    match reference.and_then(|reference| root.pointer(reference.trim_start_matches('#'))) {
        Some(target) => target,
        None => node,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_follow_references_and_arrays() {
        let paths = paths(Schema::Output, "result");
        for path in ["rank", "cost", "cost.text", "contacts.value", "address.commune", "source.date", "verified.on"] {
            assert!(paths.iter().any(|known| known == path), "{path} : {paths:?}");
        }
    }
}
