//! The way from records to any format that a program reads: what `orienter`, `chercher` and `catalogue lister |
//! exporter` share.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::Value;

use super::fields::{Fields, Shape};
use super::flat::{Dialect, write_csv, write_tsv};
use super::{Format, json, markdown};

/// How an answer is laid out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Layout {
    pub format: Format,
    /// What `--champs` asks for; everything, or the usual columns, when it is absent.
    pub fields: Option<Fields>,
    /// csv for a Belgian spreadsheet.
    pub excel: bool,
}

impl Layout {
    /// The columns of csv and tsv.
    fn columns(&self, shape: &Shape) -> Fields {
        self.fields.clone().unwrap_or_else(|| Fields::of(shape.columns))
    }
}

/// Writes an answer in any format but the table: `answer` is the whole JSON, `records` what stands one by one in the
/// other formats.
///
/// # Errors
/// When the output cannot be written.
pub fn write_listing<R: Serialize>(
    layout: &Layout,
    shape: &Shape,
    answer: &impl Serialize,
    records: &[R],
    out: &mut dyn Write,
) -> io::Result<()> {
    let values = records.iter().map(|record| serde_json::to_value(record).map_err(io::Error::from));
    match (layout.format, &layout.fields) {
        (Format::Json, None) => json::write(answer, out),
        (Format::Json, Some(fields)) => json::write(&picked(serde_json::to_value(answer)?, shape, fields), out),
        (Format::Ndjson, None) => records.iter().try_for_each(|record| json::write_line(record, out)),
        (Format::Ndjson, Some(fields)) => {
            let mut picked = values.map(|value| value.map(|value| fields.pick(&value)));
            picked.try_for_each(|value| json::write_line(&value?, out))
        }
        (Format::Csv, _) => {
            let dialect = if layout.excel { Dialect::Excel } else { Dialect::Rfc4180 };
            write_csv(dialect, &layout.columns(shape), values, out)
        }
        (Format::Tsv, _) => write_tsv(&layout.columns(shape), values, out),
        (Format::Markdown | Format::Table, fields) => {
            let fields = fields.clone().unwrap_or_else(|| Fields::of(shape.brief));
            markdown::write_table(&fields, values, out)
        }
    }
}

/// The whole answer, each of its records with these fields only.
fn picked(mut answer: Value, shape: &Shape, fields: &Fields) -> Value {
    for list in [shape.list, "excluded_services"] {
        if let Some(records) = answer.get_mut(list).and_then(Value::as_array_mut) {
            for record in records {
                *record = fields.pick(record);
            }
        }
    }
    answer
}
