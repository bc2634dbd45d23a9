//! `--format`, `--champs`, `--excel`: read once, the same for every command that lists.

use crate::cli::LayoutFlags;
use crate::output::{Fields, Format, Layout, Shape};
use crate::words;

use super::{Failure, format};

/// Reads how an answer is laid out.
///
/// # Errors
/// A format or a field that does not exist, or two flags that do not go together.
pub(super) fn layout(flags: &LayoutFlags, shape: &Shape, default: Format) -> Result<Layout, Failure> {
    let typed = format(flags.format.as_deref(), Format::ALL)?;
    let format = typed.unwrap_or(if flags.excel { Format::Csv } else { default });
    if flags.excel && format != Format::Csv {
        return Err(Failure::Usage(words::EXCEL_IS_CSV.to_owned()));
    }
    if flags.fields.is_empty() {
        return Ok(Layout { format, fields: None, excel: flags.excel });
    }
    if format == Format::Table {
        return Err(Failure::Usage(words::TABLE_HAS_NO_FIELDS.to_owned()));
    }
    let fields = Fields::parse(&flags.fields, shape)
        .map_err(|unknown| Failure::Usage(words::unknown_field(&unknown.typed, &unknown.near, &unknown.first)))?;
    Ok(Layout { format, fields: Some(fields), excel: flags.excel })
}
