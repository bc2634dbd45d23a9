//! `versqui chercher`: a service by a few words.

use std::io::Write;

use crate::catalogue::fold::fold;
use crate::catalogue::terms::Region;
use crate::cli::Chercher;
use crate::lookup::search::Searcher;
use crate::output::search::{SearchReport, write};
use crate::output::{Format, Style, fields, write_listing};
use crate::settings::Settings;
use crate::words::search::{bad_limit, no_word};

use super::layout::layout;
use super::{Exit, Failure, no_such, open};

/// How many services are shown when nothing is said.
const LIMIT: usize = 10;

pub(super) fn run(flags: &Chercher, settings: &Settings, out: &mut dyn Write) -> Result<Exit, Failure> {
    let layout = layout(&flags.layout, &fields::FOUND, Format::Table)?;
    let limit = match flags.limit.as_deref() {
        None => LIMIT,
        Some(typed) => typed.parse().ok().filter(|limit| *limit > 0).ok_or_else(|| Failure::Usage(bad_limit(typed)))?,
    };
    let slugs: Vec<&str> = Region::ALL.iter().map(|region| region.slug()).collect();
    let region =
        flags.region.as_deref().map(|typed| Region::from_slug(typed).ok_or_else(|| no_such("--region", typed, &slugs)));
    let region = region.transpose()?;
    let text = flags.text.join(" ");
    if fold(&text).is_empty() {
        return Err(Failure::Usage(no_word(&text)));
    }
    let catalogue = open(settings.catalogue.as_deref())?;
    let search = Searcher::new(catalogue).search(&text, region);
    let report = SearchReport::new(&search, &text, region, limit, catalogue);
    if layout.format == Format::Table {
        let style = Style { color: settings.color };
        let mut text = Vec::new();
        write(&report, settings.width, style, &mut text)?;
        settings.pager.show(&text, out)?;
    } else {
        write_listing(&layout, &fields::FOUND, &report, &report.results, out)?;
    }
    Ok(if report.results.is_empty() { Exit::NothingFound } else { Exit::Found })
}
