//! Printing: one computed [`Report`], many writers. Standard output carries data only.

pub mod catalogue;
mod cell;
mod clean;
pub mod fields;
mod flat;
mod glance;
pub mod hsds;
mod json;
mod listing;
mod markdown;
mod records;
pub mod report;
mod safety;
pub mod save;
pub mod schema;
pub mod search;
pub mod sheet;
mod style;
mod table;
pub mod why;

use std::io::{self, Write};

pub use clean::clean;
pub use fields::{Fields, Shape, UnknownField};
pub use json::write as write_json;
pub use listing::{Layout, write_listing};
pub use report::{Report, Show};
pub use safety::{SafetyReport, write_block};
pub use schema::Schema;
pub use style::{Role, Style};
pub use table::write as write_table;

/// The formats an answer can be printed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    Table,
    Json,
    /// One record a line.
    Ndjson,
    Csv,
    Tsv,
    Markdown,
}

impl Format {
    pub const ALL: &'static [Self] = &[Self::Table, Self::Json, Self::Ndjson, Self::Csv, Self::Tsv, Self::Markdown];

    pub const fn slug(self) -> &'static str {
        match self {
            Self::Table => "table",
            Self::Json => "json",
            Self::Ndjson => "ndjson",
            Self::Csv => "csv",
            Self::Tsv => "tsv",
            Self::Markdown => "markdown",
        }
    }

    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|format| format.slug() == slug)
    }
}

/// What a table is drawn for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Screen {
    /// In columns.
    pub width: usize,
    pub style: Style,
}

/// Writes an orientation in any format.
///
/// # Errors
/// When the output cannot be written.
pub fn write_report(layout: &Layout, report: &Report, screen: Screen, out: &mut dyn Write) -> io::Result<()> {
    match (layout.format, &layout.fields) {
        (Format::Table, _) => write_table(report, screen.width, screen.style, out),
        (Format::Markdown, None) => markdown::write(report, out),
        _ => write_listing(layout, &fields::RESULT, report, &records::lines(report), out),
    }
}
