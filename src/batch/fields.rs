//! `--champs` of `lot`: which fields of each result are written.

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};
use serde_json::Value;

use crate::catalogue::model::{Kind, Record};
use crate::output::report::{CatalogueReport, FurtherReport, SituationReport};
use crate::output::{self, Report, SafetyReport, UnknownField};
use crate::rules::{Answered, Known, Orientation};
use crate::words::Words;

/// Fields of a result, in the order asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fields {
    all: output::Fields,
    /// The same, when they are all of those that no sentence has to be made for.
    light: Option<Vec<&'static str>>,
}

/// What a result says without a sentence.
const LIGHT: [&str; 9] = ["rank", "id", "name", "type", "kind_label", "step", "verdict", "fit", "distance_km"];

impl Fields {
    /// Reads what was typed.
    ///
    /// # Errors
    /// The first that is no field of a result.
    pub fn parse(typed: &[String]) -> Result<Self, UnknownField> {
        let all = output::Fields::parse(typed, &output::fields::RESULT)?;
        let light = all.iter().map(|path| match path {
            [one] => LIGHT.into_iter().find(|light| light == one),
            _ => None,
        });
        let light = light.collect();
        Ok(Self { all, light })
    }
}

/// An orientation whose results are written otherwise than whole and afresh.
#[derive(Serialize)]
pub(super) struct ShapedReport<'r, T> {
    format: u8,
    catalogue: &'r CatalogueReport,
    situation: &'r SituationReport,
    safety: &'r [SafetyReport],
    results: Vec<T>,
    further: &'r [FurtherReport],
    found: usize,
    excluded: usize,
    under_served: &'r [String],
    next_questions: &'r [&'static str],
    can_be_called: bool,
}

impl<'r, T> ShapedReport<'r, T> {
    pub(super) fn new(around: &'r Report, results: Vec<T>) -> Self {
        Self {
            format: around.format,
            catalogue: &around.catalogue,
            situation: &around.situation,
            safety: &around.safety,
            results,
            further: &around.further,
            found: around.found,
            excluded: around.excluded,
            under_served: &around.under_served,
            next_questions: &around.next_questions,
            can_be_called: around.can_be_called,
        }
    }
}

/// The results of an orientation, with the fields asked for.
pub(super) fn picked<'r>(orientation: &'r Orientation, words: &Words<'r>, fields: &'r Fields) -> Vec<Picked<'r>> {
    let results = orientation.results.iter();
    results
        .map(|answered| {
            if let Some(light) = &fields.light {
                return Picked::light(answered, words.known, light);
            }
            let result = output::report::result(answered, words);
            let result = serde_json::to_value(result).unwrap_or_default();
            Picked::Whole(fields.all.pick(&result))
        })
        .collect()
}

/// A result with some of its fields.
pub(super) enum Picked<'r> {
    Whole(Value),
    Light { fields: &'r [&'static str], answered: &'r Answered, record: &'static Record, kind: &'static Kind },
}

impl<'r> Picked<'r> {
    fn light(answered: &'r Answered, known: &'r Known, fields: &'r [&'static str]) -> Self {
        Self::Light {
            fields,
            answered,
            record: known.store().record(answered.service.position),
            kind: known.kind(answered.service.facts),
        }
    }
}

impl Serialize for Picked<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (fields, answered, record, kind) = match self {
            Self::Whole(value) => return value.serialize(serializer),
            Self::Light { fields, answered, record, kind } => (fields, answered, record, kind),
        };
        let service = &answered.service;
        let mut map = serializer.serialize_map(Some(fields.len()))?;
        for field in *fields {
            match *field {
                "rank" => map.serialize_entry(field, &answered.rank),
                "id" => map.serialize_entry(field, &record.id),
                "name" => map.serialize_entry(field, &record.name),
                "type" => map.serialize_entry(field, &kind.id),
                "kind_label" => map.serialize_entry(field, &kind.label),
                "step" => map.serialize_entry(field, answered.step.slug()),
                "verdict" => map.serialize_entry(field, answered.verdict().slug()),
                "fit" => map.serialize_entry(field, service.fit.slug()),
                _ => map.serialize_entry(field, &output::report::distance_km(service.distance)),
            }?;
        }
        map.end()
    }
}
