//! `--format json`: the contract, indented for a person's eye, one final newline; and one record a line for ndjson.

use std::io::{self, Write};

use serde::Serialize;

/// Writes a value.
///
/// # Errors
/// When the output cannot be written.
pub fn write(value: &impl Serialize, out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, value)?;
    writeln!(out)
}

/// Writes a value on one line.
///
/// # Errors
/// When the output cannot be written.
pub fn write_line(value: &impl Serialize, out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer(&mut *out, value)?;
    writeln!(out)
}
