//! `versqui orienter`: from a situation to a plan.

use std::io::Write;

use crate::cli::Orienter;
use crate::orientation::{Known, orient};
use crate::output::{Format, Report, Show, Style, write_json, write_table};
use crate::settings::Settings;

use super::{Exit, Failure, Source, format};

/// How many services are shown when nothing is said.
const LIMIT: usize = 10;

pub(super) fn run(flags: &Orienter, settings: &Settings, out: &mut dyn Write) -> Result<Exit, Failure> {
    let format = format(flags.format.as_deref(), Format::ALL)?.unwrap_or(Format::Table);
    let show = Show { limit: limit(flags)?, excluded: flags.all };
    let source = Source::read(settings.catalogue.as_deref())?;
    let catalogue = source.open()?;
    let typed = flags.situation.typed();
    let situation = typed.read(&catalogue, settings.now)?.map_err(Failure::Mistakes)?;
    let known = Known::new(&catalogue)?;
    let orientation = orient(&known, &situation)?;
    let report = Report::new(&orientation, &known, &situation, show)?;
    match format {
        Format::Json => write_json(&report, out)?,
        Format::Table => write_table(&report, settings.width, Style { color: settings.color }, out)?,
    }
    Ok(if report.results.is_empty() { Exit::NothingFound } else { Exit::Found })
}

fn limit(flags: &Orienter) -> Result<usize, Failure> {
    match flags.limit.as_deref() {
        None => Ok(if flags.all { usize::MAX } else { LIMIT }),
        Some(typed) => typed.parse().ok().filter(|limit| *limit > 0).ok_or_else(|| {
            Failure::Usage(format!("--limite : « {typed} » ne se lit pas ; un nombre à partir de 1 est attendu"))
        }),
    }
}
