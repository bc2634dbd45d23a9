//! `versqui catalogue`: check, list, export, compile.

use std::io::Write;
use std::path::{Path, PathBuf};

use crate::catalogue::terms::Region;
use crate::catalogue::{Catalogue, review_folder, shown};
use crate::cli::{CatalogueCommand, LayoutFlags};
use crate::embedded;
use crate::output::catalogue::{CatalogueExport, export, write_list};
use crate::output::{Format, Layout, fields, hsds, write_listing};
use crate::settings::Settings;
use crate::words;

use super::layout::layout;
use super::{Exit, Failure, compiler, no_such, open};

pub(super) fn run(command: &CatalogueCommand, settings: &Settings, out: &mut dyn Write) -> Result<Exit, Failure> {
    match command {
        CatalogueCommand::Verifier { folder } => check(folder.as_deref(), settings, out),
        CatalogueCommand::Compiler { folder, output, force } => {
            let folder = folder_of(folder.as_deref(), settings);
            compiler::run(&folder, output, *force, settings, out)
        }
        CatalogueCommand::Lister { kind, region, layout: flags } => {
            let layout = layout(flags, &fields::SERVICE, Format::Table)?;
            list(kind.as_deref(), region.as_deref(), &layout, settings, out)
        }
        CatalogueCommand::Exporter { layout: flags } => {
            if flags.format.as_deref() == Some(hsds::SLUG) {
                return export_hsds(flags, settings, out);
            }
            exists(flags.format.as_deref())?;
            let layout = layout(flags, &fields::SERVICE, Format::Json)?;
            let catalogue = open(settings.catalogue.as_deref())?;
            let all: Vec<usize> = (0..catalogue.facts.len()).collect();
            write(&layout, &export(catalogue, &all), settings, out)?;
            Ok(if all.is_empty() { Exit::NothingFound } else { Exit::Found })
        }
    }
}

fn check(folder: Option<&Path>, settings: &Settings, out: &mut dyn Write) -> Result<Exit, Failure> {
    let folder = folder_of(folder, settings);
    let bytes = review_folder(&folder, Some(embedded()), Some(settings.now.date)).map_err(Failure::Problems)?;
    let catalogue = Catalogue::open(bytes).map_err(|corrupt| Failure::Unusable(words::damaged(corrupt)))?;
    writeln!(out, "{} : {} services, aucun problème", shown(&folder), catalogue.facts.len())?;
    Ok(Exit::Found)
}

/// The standard has its own fields: none is chosen.
fn export_hsds(flags: &LayoutFlags, settings: &Settings, out: &mut dyn Write) -> Result<Exit, Failure> {
    if flags.excel || !flags.fields.is_empty() {
        return Err(Failure::Usage(words::HSDS_HAS_ITS_FIELDS.to_owned()));
    }
    let services = hsds::export(open(settings.catalogue.as_deref())?);
    hsds::write(&services, out)?;
    Ok(if services.is_empty() { Exit::NothingFound } else { Exit::Found })
}

/// Whether a format of the export is one: the standard's too.
fn exists(typed: Option<&str>) -> Result<(), Failure> {
    match typed {
        Some(typed) if Format::from_slug(typed).is_none() => {
            let formats = Format::ALL.iter().map(|format| format.slug());
            let slugs: Vec<&str> = formats.chain([hsds::SLUG]).collect();
            Err(no_such("--format", typed, &slugs))
        }
        _ => Ok(()),
    }
}

/// The folder named, else the one of `--catalogue`, else the one of this project.
fn folder_of(named: Option<&Path>, settings: &Settings) -> PathBuf {
    named.map(Path::to_owned).or_else(|| settings.catalogue.clone()).unwrap_or_else(|| PathBuf::from("catalogue"))
}

/// The table of a catalogue is its list, a service a line.
fn write(layout: &Layout, export: &CatalogueExport, settings: &Settings, out: &mut dyn Write) -> std::io::Result<()> {
    match layout.format {
        Format::Table => {
            let mut text = Vec::new();
            write_list(export, &mut text)?;
            settings.pager.show(&text, out)
        }
        _ => write_listing(layout, &fields::SERVICE, export, &export.services, out),
    }
}

fn list(
    kind: Option<&str>,
    region: Option<&str>,
    layout: &Layout,
    settings: &Settings,
    out: &mut dyn Write,
) -> Result<Exit, Failure> {
    let catalogue = open(settings.catalogue.as_deref())?;
    let kinds = catalogue.kinds.iter().map(|kind| kind.id.to_string()).collect::<Vec<_>>();
    let names: Vec<&str> = kinds.iter().map(String::as_str).collect();
    if let Some(typed) = kind.filter(|typed| !names.contains(typed)) {
        return Err(no_such("--type", typed, &names));
    }
    let slugs: Vec<&str> = Region::ALL.iter().map(|region| region.slug()).collect();
    let region =
        region.map(|typed| Region::from_slug(typed).ok_or_else(|| no_such("--region", typed, &slugs))).transpose()?;
    let within = region.map(|region| catalogue.territories.communes_of(region));
    let mut positions = Vec::new();
    for (position, facts) in catalogue.facts.iter().enumerate() {
        let of_kind = kind.is_none_or(|kind| kinds.get(usize::from(facts.kind)).is_some_and(|name| name == kind));
        let there = match (&within, facts.area) {
            (None, _) => true,
            (Some(within), Some(area)) => !catalogue.areas.get(usize::from(area)).communes.and(within).is_empty(),
            (Some(within), None) => facts.communes.iter().any(|commune| within.has(usize::from(*commune))),
        };
        if of_kind && there {
            positions.push(position);
        }
    }
    write(layout, &export(catalogue, &positions), settings, out)?;
    Ok(if positions.is_empty() { Exit::NothingFound } else { Exit::Found })
}
