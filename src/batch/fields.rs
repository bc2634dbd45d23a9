//! `--champs` of `lot`: which fields of each result are written.

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use crate::output::report::{CatalogueReport, ResultReport, SituationReport};
use crate::output::{Report, SafetyReport};

/// Fields of a result, in the order asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fields(Vec<&'static str>);

/// Every field that may be asked for: the keys of a result in the JSON contract.
pub const FIELDS: &[&str] = &[
    "rank",
    "id",
    "name",
    "type",
    "kind_label",
    "step",
    "verdict",
    "fit",
    "distance_km",
    "cost",
    "contacts",
    "address",
    "how_to_reach",
    "open",
    "next_opening",
    "why",
    "to_check",
    "source",
    "verified",
];

impl Fields {
    /// Reads what was typed; a field asked for twice is written once.
    ///
    /// # Errors
    /// The first that is no field of a result.
    pub fn parse(typed: &[String]) -> Result<Self, String> {
        let mut fields = Vec::new();
        for typed in typed.iter().map(|typed| typed.trim()) {
            let Some(field) = FIELDS.iter().find(|field| **field == typed) else {
                return Err(typed.to_owned());
            };
            if !fields.contains(field) {
                fields.push(*field);
            }
        }
        Ok(Self(fields))
    }
}

/// An orientation whose results have some of their fields.
#[derive(Serialize)]
pub(super) struct PickedReport<'r> {
    format: u8,
    catalogue: &'r CatalogueReport,
    situation: &'r SituationReport,
    safety: &'r [SafetyReport],
    results: Vec<Picked<'r>>,
    found: usize,
    excluded: usize,
    next_questions: &'r [&'static str],
}

impl<'r> PickedReport<'r> {
    pub(super) fn new(report: &'r Report, fields: &'r Fields) -> Self {
        Self {
            format: report.format,
            catalogue: &report.catalogue,
            situation: &report.situation,
            safety: &report.safety,
            results: report
                .results
                .iter()
                .map(|result| Picked { result, fields })
                .collect(),
            found: report.found,
            excluded: report.excluded,
            next_questions: &report.next_questions,
        }
    }
}

/// A result with some of its fields.
struct Picked<'r> {
    result: &'r ResultReport,
    fields: &'r Fields,
}

impl Serialize for Picked<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let result = self.result;
        let mut map = serializer.serialize_map(Some(self.fields.0.len()))?;
        for field in &self.fields.0 {
            match *field {
                "rank" => map.serialize_entry(field, &result.rank),
                "id" => map.serialize_entry(field, &result.id),
                "name" => map.serialize_entry(field, &result.name),
                "type" => map.serialize_entry(field, &result.kind),
                "kind_label" => map.serialize_entry(field, &result.kind_label),
                "step" => map.serialize_entry(field, result.step),
                "verdict" => map.serialize_entry(field, result.verdict),
                "fit" => map.serialize_entry(field, result.fit),
                "distance_km" => map.serialize_entry(field, &result.distance_km),
                "cost" => map.serialize_entry(field, &result.cost),
                "contacts" => map.serialize_entry(field, &result.contacts),
                "address" => map.serialize_entry(field, &result.address),
                "how_to_reach" => map.serialize_entry(field, &result.how_to_reach),
                "open" => map.serialize_entry(field, result.open),
                "next_opening" => map.serialize_entry(field, &result.next_opening),
                "why" => map.serialize_entry(field, &result.why),
                "to_check" => map.serialize_entry(field, &result.to_check),
                "source" => map.serialize_entry(field, &result.source),
                "verified" => map.serialize_entry(field, &result.verified),
                _ => Ok(()),
            }?;
        }
        map.end()
    }
}
