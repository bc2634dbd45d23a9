//! Printing: one computed [`Report`], many writers. Standard output carries data only.

pub mod catalogue;
mod clean;
mod json;
pub mod report;
mod safety;
mod style;
mod table;
mod wrap;

pub use clean::clean;
pub use json::write as write_json;
pub use report::{Report, Show};
pub use safety::{SafetyReport, write_block};
pub use style::{Role, Style};
pub use table::write as write_table;

/// The formats an answer can be printed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    Table,
    Json,
}

impl Format {
    pub const ALL: &'static [Self] = &[Self::Table, Self::Json];

    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Table => "table",
            Self::Json => "json",
        }
    }

    #[must_use]
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL
            .iter()
            .copied()
            .find(|format| format.slug() == slug)
    }
}
