//! `--champs` of `lot`: which fields of each result are written.

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};
use serde_json::Value;

use crate::catalogue::Corrupt;
use crate::catalogue::model::{Kind, Record};
use crate::orientation::{Answered, Held, Known, Orientation};
use crate::output::report::{CatalogueReport, SituationReport};
use crate::output::{self, Report, SafetyReport, UnknownField};

/// Fields of a result, in the order asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fields {
    all: output::Fields,
    /// The same, when they are all of those that no sentence has to be made for.
    light: Option<Vec<&'static str>>,
}

/// What a result says without a sentence.
const LIGHT: [&str; 9] = [
    "rank",
    "id",
    "name",
    "type",
    "kind_label",
    "step",
    "verdict",
    "fit",
    "distance_km",
];

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

    /// No sentence has to be made: results need not be reported whole.
    pub(super) const fn are_light(&self) -> bool {
        self.light.is_some()
    }
}

/// An orientation whose results have some of their fields.
#[derive(Serialize)]
pub(super) struct PickedReport<'r, 'a> {
    format: u8,
    catalogue: &'r CatalogueReport,
    situation: &'r SituationReport,
    safety: &'r [SafetyReport],
    results: Vec<Picked<'r, 'a>>,
    found: usize,
    excluded: usize,
    under_served: &'r [String],
    next_questions: &'r [&'static str],
}

impl<'r, 'a> PickedReport<'r, 'a> {
    pub(super) fn new(
        report: &'r Report,
        orientation: &'r Orientation<'r>,
        known: &'r Known<'a>,
        fields: &'r Fields,
    ) -> Result<Self, Corrupt> {
        let results = match &fields.light {
            Some(light) => orientation
                .results
                .iter()
                .map(|answered| Picked::light(answered, known, light))
                .collect::<Result<_, _>>()?,
            None => report
                .results
                .iter()
                .map(|result| serde_json::to_value(result).unwrap_or_default())
                .map(|result| Picked::Whole(fields.all.pick(&result)))
                .collect(),
        };
        Ok(Self {
            format: report.format,
            catalogue: &report.catalogue,
            situation: &report.situation,
            safety: &report.safety,
            results,
            found: report.found,
            excluded: report.excluded,
            under_served: &report.under_served,
            next_questions: &report.next_questions,
        })
    }
}

/// A result with some of its fields.
enum Picked<'r, 'a> {
    Whole(Value),
    Light {
        fields: &'r [&'static str],
        answered: &'r Answered<'r>,
        record: Held<'r, Record<'a>>,
        kind: &'r Kind<'a>,
    },
}

impl<'r, 'a> Picked<'r, 'a> {
    fn light(
        answered: &'r Answered<'r>,
        known: &'r Known<'a>,
        fields: &'r [&'static str],
    ) -> Result<Self, Corrupt> {
        Ok(Self::Light {
            fields,
            answered,
            record: known.store().record(answered.service.position)?,
            kind: known
                .kind(&answered.service.facts)
                .ok_or(Corrupt::Damaged)?,
        })
    }
}

impl Serialize for Picked<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (fields, answered, record, kind) = match self {
            Self::Whole(value) => return value.serialize(serializer),
            Self::Light {
                fields,
                answered,
                record,
                kind,
            } => (fields, answered, record, kind),
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
