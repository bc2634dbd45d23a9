//! `versqui fiche`: what a person takes home of a service.

mod written;

use std::io::{self, Write};

use crate::catalogue::Catalogue;
use crate::catalogue::fold::fold;
use crate::cli::Fiche;
use crate::lookup::nearest;
use crate::output::save::save;
use crate::output::sheet::{SheetFormat, Sheets, qr};
use crate::rules::Case;
use crate::rules::Known;
use crate::rules::criteria::judge;
use crate::settings::Settings;
use crate::situation::Situation;
use crate::words::{self, Words, exclusion};

use super::{Exit, Failure, no_such, open};

pub(super) use written::{Asked, write};

/// Close matches offered for one id.
const OFFERED: usize = 3;

pub(super) fn run(flags: &Fiche, settings: &Settings, out: &mut dyn Write) -> Result<Exit, Failure> {
    let asked = Asked::read(flags)?;
    let catalogue = open(settings.catalogue.as_deref())?;
    let situation = flags.situation.typed().read(catalogue, settings.now).map_err(Failure::Mistakes)?;
    let positions = find(&flags.ids, catalogue)?;
    let known = Known::new(catalogue);
    let sheets = Sheets::new(&positions, &known, &situation);
    let to_terminal = settings.to_terminal && flags.output.is_none();
    let mut notes = warnings(&positions, &known, &situation);
    match flags.output.as_deref().filter(|path| path.as_os_str() != "-") {
        None => {
            let mut text = Vec::new();
            write(&sheets, asked, settings, to_terminal, &mut notes, &mut text)?;
            settings.pager.show(&text, out)?;
        }
        Some(path) => {
            let mut bytes = Vec::new();
            write(&sheets, asked, settings, false, &mut notes, &mut bytes)?;
            save(path, &bytes, flags.force).map_err(|error| Failure::Usage(words::not_saved(path, &error)))?;
            notes.push(words::saved(path));
        }
    }
    out.flush()?;
    // what is said beside the sheet is lost when nobody can read it; the sheet is not
    let _ = notes.iter().try_for_each(|note| writeln!(io::stderr(), "{note}"));
    Ok(Exit::Found)
}

impl Asked {
    fn read(flags: &Fiche) -> Result<Self, Failure> {
        let format = format(flags)?;
        let payload = match flags.qr.as_deref() {
            None => None,
            Some(typed) => {
                Some(qr::Payload::from_name(typed).ok_or_else(|| no_such("--qr", typed, &qr::Payload::NAMES))?)
            }
        };
        let wrong = |flag: &str, with: &str| Err(Failure::Usage(words::only_with(flag, with)));
        match format {
            SheetFormat::Html => {}
            _ if flags.large => return wrong("--grand", "--format html"),
            SheetFormat::Qr | SheetFormat::QrSvg => {}
            _ if payload.is_some() => return wrong("--qr", "--format qr"),
            _ => {}
        }
        if flags.force && flags.output.is_none() {
            return wrong("--force", "--sortie FICHIER");
        }
        Ok(Self { format, large: flags.large, payload })
    }
}

/// The format asked, else the one of the file's ending, else text; `--svg` turns a code into an image.
fn format(flags: &Fiche) -> Result<SheetFormat, Failure> {
    let typed = flags.format.as_deref();
    let named = typed
        .map(|typed| SheetFormat::from_name(typed).ok_or_else(|| no_such("--format", typed, &SheetFormat::names())));
    let ending = || SheetFormat::from_name(flags.output.as_deref()?.extension()?.to_str()?);
    match (named.transpose()?, flags.svg) {
        (Some(SheetFormat::Qr | SheetFormat::QrSvg) | None, true) => Ok(SheetFormat::QrSvg),
        (Some(_), true) => Err(Failure::Usage(words::only_with("--svg", "--format qr"))),
        (Some(format), false) => Ok(format),
        (None, false) if flags.qr.is_some() && flags.output.is_none() => Ok(SheetFormat::Qr),
        (None, false) => Ok(ending().unwrap_or(SheetFormat::Text)),
    }
}

/// The services of these ids, each once, in the order given; all the unknown ones are told at once.
fn find(ids: &[String], catalogue: &Catalogue) -> Result<Vec<usize>, Failure> {
    let mut positions = Vec::new();
    let mut unknown = Vec::new();
    // the names are read only when an id is none
    let mut names = None;
    for typed in ids {
        let mut found = catalogue.find(typed.trim());
        if found.is_none() {
            let names = match &names {
                Some(names) => names,
                None => names.insert(Names::read(catalogue)),
            };
            found = names.named(typed);
            if found.is_none() {
                unknown.push(names.unknown(typed));
            }
        }
        positions.extend(found.filter(|position| !positions.contains(position)));
    }
    if unknown.is_empty() { Ok(positions) } else { Err(Failure::Usage(unknown.join("\n"))) }
}

/// What services may be called by: folded ids and names.
struct Names {
    /// Folded, position in the catalogue.
    folded: Vec<(String, usize)>,
    /// Id and name, by position.
    shown: Vec<(String, String)>,
}

impl Names {
    fn read(catalogue: &Catalogue) -> Self {
        let (mut folded, mut shown) = (Vec::new(), Vec::new());
        for (position, record) in catalogue.records.iter().enumerate() {
            folded.extend([(fold(&record.id), position), (fold(&record.name), position)]);
            shown.push((record.id.to_string(), record.name.to_string()));
        }
        Self { folded, shown }
    }

    /// The only service whose name this is, whatever the accents and the case.
    fn named(&self, typed: &str) -> Option<usize> {
        let query = fold(typed);
        let mut hits: Vec<usize> =
            self.folded.iter().filter(|(name, _)| *name == query).map(|(_, position)| *position).collect();
        hits.dedup();
        if let [only] = hits.as_slice() { Some(*only) } else { None }
    }

    fn unknown(&self, typed: &str) -> String {
        let mut near: Vec<usize> = Vec::new();
        for hit in nearest(typed, self.folded.iter().cloned(), OFFERED * 2) {
            if near.len() < OFFERED && !near.contains(&hit.candidate) {
                near.push(hit.candidate);
            }
        }
        let near: Vec<&(String, String)> = near.iter().filter_map(|position| self.shown.get(*position)).collect();
        words::no_such_service(typed, &near)
    }
}

/// A sheet is printed when it is asked for; that the service is not for this person is said beside it.
pub(super) fn warnings(positions: &[usize], known: &Known, situation: &Situation) -> Vec<String> {
    let case = Case::new(known, situation);
    let words = Words::of(&case);
    let mut warnings = Vec::new();
    for position in positions {
        let (facts, record) = (known.store().facts(*position), known.store().record(*position));
        let reasons = exclusion(&words, facts, record, &judge(facts, words.case));
        if !reasons.is_empty() {
            warnings.push(words::not_for_this_situation(&record.name, &reasons));
        }
    }
    warnings
}
