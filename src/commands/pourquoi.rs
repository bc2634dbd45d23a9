//! `versqui pourquoi`: why this service, or why not.

use std::io::Write;

use crate::cli::Pourquoi;
use crate::lookup::find_service;
use crate::output::why::{WhyReport, write};
use crate::output::{Format, Style, write_json};
use crate::rules::{Case, Known, explain, orient};
use crate::settings::Settings;
use crate::situation::Situation;
use crate::words::Words;
use crate::words::why::unknown_service;

use super::{Exit, Failure, format, open};

pub(super) fn run(flags: &Pourquoi, settings: &Settings, out: &mut dyn Write) -> Result<Exit, Failure> {
    let format = format(flags.format.as_deref(), &[Format::Table, Format::Json])?.unwrap_or(Format::Table);
    let catalogue = open(settings.catalogue.as_deref())?;
    let position =
        find_service(catalogue, &flags.id).map_err(|near| Failure::Usage(unknown_service(&flags.id, &near)))?;
    let situation = flags.situation.typed().read(catalogue, settings.now).map_err(Failure::Mistakes)?;
    let known = Known::new(catalogue);
    tell(position, &known, &situation, format, settings, out)?;
    // the question has its answer, whether the service fits or not
    Ok(Exit::Found)
}

/// Says why a service is in the answer to a situation, or why it is not.
///
/// # Errors
/// When the output cannot be written.
pub(super) fn tell(
    position: usize,
    known: &Known,
    situation: &Situation,
    format: Format,
    settings: &Settings,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let orientation = orient(known, situation);
    let explanation = explain(known, situation, &orientation, position);
    let report = WhyReport::new(&explanation, &orientation, &Words::of(&Case::new(known, situation)));
    if format == Format::Json {
        return Ok(write_json(&report, out)?);
    }
    let style = Style { color: settings.color };
    let mut text = Vec::new();
    write(&report, settings.width, style, &mut text)?;
    Ok(settings.pager.show(&text, out)?)
}
