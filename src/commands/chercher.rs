//! `versqui chercher`: a service by a few words.

use std::io::Write;

use crate::catalogue::fold::fold;
use crate::catalogue::terms::Region;
use crate::cli::Chercher;
use crate::lookup::search::Searcher;
use crate::output::search::{SearchReport, write};
use crate::output::{Format, Style, write_json};
use crate::settings::Settings;
use crate::words::search::{bad_limit, no_word};

use super::{Exit, Failure, Source, format, no_such};

/// How many services are shown when nothing is said.
const LIMIT: usize = 10;

pub(super) fn run(
    flags: &Chercher,
    settings: &Settings,
    out: &mut dyn Write,
) -> Result<Exit, Failure> {
    let format =
        format(flags.format.as_deref(), &[Format::Table, Format::Json])?.unwrap_or(Format::Table);
    let limit = match flags.limit.as_deref() {
        None => LIMIT,
        Some(typed) => typed
            .parse()
            .ok()
            .filter(|limit| *limit > 0)
            .ok_or_else(|| Failure::Usage(bad_limit(typed)))?,
    };
    let slugs: Vec<&str> = Region::ALL.iter().map(|region| region.slug()).collect();
    let region = flags
        .region
        .as_deref()
        .map(|typed| Region::from_slug(typed).ok_or_else(|| no_such("--region", typed, &slugs)));
    let region = region.transpose()?;
    let text = flags.text.join(" ");
    if fold(&text).is_empty() {
        return Err(Failure::Usage(no_word(&text)));
    }
    let source = Source::read(settings.catalogue.as_deref())?;
    let catalogue = source.open()?;
    let search = Searcher::new(&catalogue)?.search(&text, region)?;
    let report = SearchReport::new(&search, &text, region, limit, &catalogue)?;
    if format == Format::Json {
        write_json(&report, out)?;
    } else {
        let style = Style {
            color: settings.color,
        };
        let mut text = Vec::new();
        write(&report, settings.width, style, &mut text)?;
        settings.pager.show(&text, out)?;
    }
    Ok(if report.results.is_empty() {
        Exit::NothingFound
    } else {
        Exit::Found
    })
}
