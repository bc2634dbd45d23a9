//! `versqui schema`: the published JSON Schemas.

use std::io::Write;

use crate::output::Schema;

use super::{Exit, Failure, no_such};

pub(super) fn run(typed: Option<&str>, out: &mut dyn Write) -> Result<Exit, Failure> {
    let slugs: Vec<&str> = Schema::ALL.iter().map(|schema| schema.slug()).collect();
    let schema = match typed {
        None => Schema::Output,
        Some(typed) => Schema::from_slug(typed).ok_or_else(|| no_such("schema", typed, &slugs))?,
    };
    out.write_all(schema.text().as_bytes())?;
    Ok(Exit::Found)
}
