//! `--champs`: which parts of a record are written, as dotted paths into the JSON contract.
//!
//! The paths that exist are those of the published schema, so what can be asked for and what is documented are one
//! list. A path goes through arrays: `contacts.value` is the value of every contact. A few names stand for what a
//! spreadsheet wants in one cell: `phone`, `email`, `url` (of `contacts`), `for_professionals` (the contacts kept for
//! them, which the three before leave out), `address` (of `locations`).

use serde_json::{Map, Value};

use crate::catalogue::fold::fold;
use crate::lookup::nearest;

use super::schema::{self, Schema};

/// One kind of record: a result of an orientation, a service of the catalogue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shape {
    /// The schema that describes it, and its name there.
    pub schema: Schema,
    pub name: &'static str,
    /// The key of the array that holds the records in the JSON of the whole answer.
    pub list: &'static str,
    /// Names that stand for a part of an array.
    pub derived: &'static [&'static str],
    /// The columns of csv and tsv, and those of a Markdown table, when nothing is asked for.
    pub columns: &'static [&'static str],
    pub brief: &'static [&'static str],
}

/// A result of `orienter`.
pub const RESULT: Shape = Shape {
    schema: Schema::Output,
    name: "result",
    list: "results",
    derived: &["phone", "email", "url"],
    columns: &[
        "rank",
        "id",
        "name",
        "type",
        "step",
        "verdict",
        "distance_km",
        "cost.text",
        "phone",
        "email",
        "url",
        "address",
        "how_to_reach",
        "open",
        "why",
        "to_check",
        "source.title",
        "source.date",
        "verified.on",
        "reasons",
    ],
    brief: &["rank", "name", "phone", "cost.text", "distance_km", "to_check"],
};

/// A service found by `chercher`.
pub const FOUND: Shape = Shape {
    schema: Schema::Search,
    name: "found",
    list: "results",
    derived: &["phone", "email", "url"],
    columns: &[
        "rank",
        "id",
        "name",
        "type",
        "kind_label",
        "organization",
        "phone",
        "email",
        "url",
        "address",
        "how_to_reach",
        "matched.text",
        "score",
    ],
    brief: &["rank", "id", "name", "kind_label", "phone", "address"],
};

/// A service of `catalogue lister` and `catalogue exporter`.
pub const SERVICE: Shape = Shape {
    schema: Schema::Export,
    name: "service",
    list: "services",
    derived: &["phone", "email", "url", "address", "for_professionals"],
    columns: &[
        "id",
        "name",
        "type",
        "organization",
        "summary",
        "phone",
        "email",
        "url",
        "address",
        "how_to_reach",
        "service_area",
        "eligibility.age.min",
        "eligibility.age.max",
        "eligibility.migration",
        "eligibility.asking",
        "eligibility.conditions",
        "needs.core",
        "needs.also",
        "wishes",
        "first_answer",
        "hours",
        "hours_note",
        "languages",
        "tariffs",
        "confidence",
        "sources.id",
        "sources.date",
        "verified.on",
        "for_professionals",
    ],
    brief: &["id", "name", "type", "phone", "address"],
};

impl Shape {
    /// Every path that may be asked for.
    pub fn paths(&self) -> Vec<String> {
        let mut paths: Vec<String> = self.derived.iter().map(|&name| name.to_owned()).collect();
        paths.extend(schema::paths(self.schema, self.name));
        paths
    }
}

/// Dotted paths, in the order asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fields(Vec<Vec<String>>);

/// A field that is none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownField {
    pub typed: String,
    /// The nearest ones, best first.
    pub near: Vec<String>,
    /// The names one can begin with.
    pub first: Vec<String>,
}

impl Fields {
    /// Reads what was typed; a field asked for twice is written once.
    ///
    /// # Errors
    /// The first that the shape does not have.
    pub fn parse(typed: &[String], shape: &Shape) -> Result<Self, UnknownField> {
        let paths = shape.paths();
        let mut fields: Vec<Vec<String>> = Vec::new();
        for typed in typed.iter().map(|typed| typed.trim()) {
            if !paths.iter().any(|path| path == typed) {
                return Err(unknown(typed, &paths));
            }
            let path: Vec<String> = typed.split('.').map(str::to_owned).collect();
            if !fields.contains(&path) {
                fields.push(path);
            }
        }
        Ok(Self(fields))
    }

    /// Columns named in the program itself.
    pub fn of(columns: &[&str]) -> Self {
        Self(columns.iter().map(|column| column.split('.').map(str::to_owned).collect()).collect())
    }

    /// The paths, each in its parts.
    pub fn iter(&self) -> impl Iterator<Item = &[String]> {
        self.0.iter().map(Vec::as_slice)
    }

    /// The headings of the columns: the paths as they are typed.
    pub fn headings(&self) -> Vec<String> {
        self.0.iter().map(|path| path.join(".")).collect()
    }

    /// The record with these fields only, nested as in the contract.
    pub fn pick(&self, record: &Value) -> Value {
        let paths: Vec<&[String]> = self.iter().collect();
        pick(record, &paths)
    }
}

fn unknown(typed: &str, paths: &[String]) -> UnknownField {
    let mut near: Vec<String> = nearest(typed, paths.iter().map(|path| (fold(path), path.clone())), 3)
        .into_iter()
        .map(|near| near.candidate)
        .collect();
    if near.is_empty() {
        // « source.datte »: the right beginning says more than a likeness of the whole
        let begins = typed.split('.').next().unwrap_or_default();
        near = paths
            .iter()
            .filter(|path| !begins.is_empty() && path.split('.').next() == Some(begins))
            .take(3)
            .cloned()
            .collect();
    }
    let mut first: Vec<String> = paths.iter().filter(|path| !path.contains('.')).cloned().collect();
    first.dedup();
    UnknownField { typed: typed.to_owned(), near, first }
}

fn pick(value: &Value, paths: &[&[String]]) -> Value {
    match value {
        Value::Array(items) => Value::Array(items.iter().map(|item| pick(item, paths)).collect()),
        Value::Object(_) => {
            let mut picked = Map::new();
            for path in paths {
                let Some(head) = path.first() else { continue };
                if picked.contains_key(head) {
                    continue;
                }
                let part = part(value, head);
                let tails: Vec<&[String]> =
                    paths.iter().filter(|path| path.first() == Some(head)).map(|path| &path[1..]).collect();
                let whole = tails.iter().any(|tail| tail.is_empty());
                picked.insert(head.clone(), if whole { part } else { pick(&part, &tails) });
            }
            Value::Object(picked)
        }
        other => other.clone(),
    }
}

/// What stands under a path, arrays opened: the values one cell is made of.
pub fn leaves(value: &Value, path: &[String]) -> Vec<Value> {
    match (value, path) {
        (Value::Null, _) => Vec::new(),
        (Value::Array(items), _) => items.iter().flat_map(|item| leaves(item, path)).collect(),
        (Value::Object(_), [head, tail @ ..]) => leaves(&part(value, head), tail),
        (other, []) => vec![other.clone()],
        (_, _) => Vec::new(),
    }
}

/// One key of a record, or what its name stands for.
fn part(record: &Value, key: &str) -> Value {
    if let Some(part) = record.get(key) {
        return part.clone();
    }
    let list = |key: &str| record.get(key).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    match key {
        "phone" | "email" | "url" => {
            let of_kind = list("contacts")
                .iter()
                .filter(|contact| contact.get("kind").and_then(Value::as_str) == Some(key))
                .filter(|contact| !for_professionals(contact));
            Value::Array(of_kind.filter_map(|contact| contact.get("value").cloned()).collect())
        }
        "for_professionals" => {
            let kept = list("contacts").iter();
            Value::Array(kept.filter(|one| for_professionals(one)).cloned().collect())
        }
        "address" => Value::Array(list("locations").to_vec()),
        _ => Value::Null,
    }
}

/// A number or an address that is not for the person themselves.
fn for_professionals(contact: &Value) -> bool {
    contact.get("professionals_only").and_then(Value::as_bool) == Some(true)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn fields(typed: &[&str]) -> Result<Fields, UnknownField> {
        Fields::parse(&typed.iter().map(|&typed| typed.to_owned()).collect::<Vec<_>>(), &RESULT)
    }

    fn record() -> Value {
        json!({"id": "a", "name": "A", "cost": {"status": "free", "text": "gratuit"}, "address": null,
            "contacts": [{"kind": "phone", "value": "107"}, {"kind": "url", "value": "https://a.be"}, {"kind": "phone", "value": "108"}]})
    }

    #[test]
    fn default_columns_are_fields_that_exist() {
        for shape in [RESULT, FOUND, SERVICE] {
            let paths = shape.paths();
            for column in shape.columns.iter().chain(shape.brief) {
                assert!(paths.iter().any(|path| path == column), "{column} manque à {}", shape.name);
            }
        }
    }

    #[test]
    fn fields_keep_the_order_asked_and_their_place_in_the_contract() {
        let picked =
            fields(&["name", "cost.text", "contacts.value", "phone", "address.commune"]).unwrap().pick(&record());
        let wanted = r#"{"name":"A","cost":{"text":"gratuit"},"contacts":[{"value":"107"},{"value":"https://a.be"},{"value":"108"}],"phone":["107","108"],"address":null}"#;
        assert_eq!(picked.to_string(), wanted);
    }

    #[test]
    fn a_whole_and_one_of_its_parts_is_the_whole() {
        let picked = fields(&["cost.text", "cost", "cost.text"]).unwrap().pick(&record());
        assert_eq!(picked, json!({"cost": {"status": "free", "text": "gratuit"}}));
    }

    #[test]
    fn a_typo_is_answered_with_the_nearest_field() {
        assert_eq!(fields(&["cost.txt"]).unwrap_err().near[0], "cost.text");
        assert_eq!(fields(&["adress"]).unwrap_err().near[0], "address");
        assert!(fields(&["source.zzzzzzzz"]).unwrap_err().near.iter().all(|near| near.starts_with("source")));
        let lost = fields(&["zzzz"]).unwrap_err();
        assert!(lost.near.is_empty() && lost.first.iter().any(|name| name == "name"));
        assert!(fields(&[""]).is_err() && fields(&["name."]).is_err());
    }

    #[test]
    fn a_path_goes_through_arrays() {
        let path = ["contacts".to_owned(), "value".to_owned()];
        assert_eq!(leaves(&record(), &path), [json!("107"), json!("https://a.be"), json!("108")]);
        assert!(leaves(&record(), &["address".to_owned(), "commune".to_owned()]).is_empty());
    }
}
