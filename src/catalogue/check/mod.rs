//! From files to a checked catalogue: every problem is collected, none stops the reading of the rest.

mod contact;
mod outline;
mod report;
mod service;
mod vocabulary;

use serde::Deserialize;

use super::compiled::Corrupt;
use super::load::SourceFile;
use super::model::{Facts, Kind, Need, Record, Source, Tariff};
use super::problem::{Code, Problem};
use super::raw;
use super::territory::{Area, Territories};
use report::Report;
use vocabulary::Vocabulary;

/// A checked catalogue, ready to be compiled. Services are sorted by id: the order of files and entries changes nothing.
#[derive(Debug, Default)]
pub struct Checked {
    pub kinds: Vec<Kind<'static>>,
    pub needs: Vec<Need<'static>>,
    pub wishes: Vec<Need<'static>>,
    pub tariffs: Vec<Tariff<'static>>,
    pub sources: Vec<Source<'static>>,
    pub languages: Vec<&'static str>,
    pub areas: Vec<Area<'static>>,
    pub services: Vec<(Facts, Record<'static>)>,
}

/// The files of a catalogue folder.
#[derive(Debug, Default)]
pub struct Files {
    pub sources: Option<SourceFile>,
    pub tariffs: Option<SourceFile>,
    pub needs: Option<SourceFile>,
    pub types: Option<SourceFile>,
    pub services: Vec<SourceFile>,
}

/// Checks a whole catalogue.
///
/// # Errors
/// Every problem found, sorted by file and line.
pub fn check(files: &Files, territories: Territories<'_>) -> Result<Checked, Vec<Problem>> {
    let mut problems = Vec::new();
    let checked = match check_all(files, territories, &mut problems) {
        Ok(checked) => checked,
        Err(corrupt) => {
            problems.push(Problem {
                file: "territories".into(),
                line: 0,
                code: Code::Unreadable,
                entry: None,
                message: corrupt.to_string(),
                hint: None,
            });
            Checked::default()
        }
    };
    problems.sort();
    problems.dedup();
    if problems.is_empty() {
        Ok(checked)
    } else {
        Err(problems)
    }
}

fn check_all(
    files: &Files,
    territories: Territories<'_>,
    problems: &mut Vec<Problem>,
) -> Result<Checked, Corrupt> {
    let sources = vocabulary(
        files.sources.as_ref(),
        "sources",
        problems,
        |report, text| {
            let file: raw::SourcesFile = parse(report, text)?;
            Some(vocabulary::sources(report, file.sources))
        },
    );
    let tariffs = vocabulary(
        files.tariffs.as_ref(),
        "tariffs",
        problems,
        |report, text| {
            let file: raw::TariffsFile = parse(report, text)?;
            Some(vocabulary::tariffs(report, file.tariffs, &sources.index))
        },
    );
    let (mut needs, mut wishes) = (None, None);
    for (list, into) in [("needs", &mut needs), ("wishes", &mut wishes)] {
        *into = Some(vocabulary(
            files.needs.as_ref(),
            list,
            problems,
            |report, text| {
                let file: raw::NeedsFile = parse(report, text)?;
                let (entries, grouped) = if list == "needs" {
                    (file.needs, true)
                } else {
                    (file.wishes, false)
                };
                Some(vocabulary::needs(report, entries, grouped))
            },
        ));
    }
    let (needs, wishes) = (needs.unwrap_or_default(), wishes.unwrap_or_default());
    let mut kind_defaults = Vec::new();
    let kinds = vocabulary(files.types.as_ref(), "types", problems, |report, text| {
        let file: raw::TypesFile = parse(report, text)?;
        let (kinds, defaults) = vocabulary::kinds(report, file.types, &sources.index);
        kind_defaults = defaults;
        Some(kinds)
    });

    let mut context = service::Context::new(
        territories,
        &kinds.index,
        &kind_defaults,
        &needs.index,
        &wishes.index,
        &tariffs.index,
        &sources.index,
        &sources.entries,
    );
    let services = services(&files.services, &mut context, problems)?;
    let (areas, languages) = (context.areas, context.languages);
    Ok(Checked {
        kinds: kinds.entries,
        needs: needs.entries,
        wishes: wishes.entries,
        tariffs: tariffs.entries,
        sources: sources.entries,
        languages,
        areas,
        services,
    })
}

impl<T> Default for Vocabulary<T> {
    fn default() -> Self {
        Self {
            entries: Vec::new(),
            index: std::collections::HashMap::new(),
        }
    }
}

/// Reads one vocabulary file; an absent one has been told by the loader and is empty here.
fn vocabulary<T>(
    file: Option<&SourceFile>,
    list: &str,
    problems: &mut Vec<Problem>,
    read: impl FnOnce(&mut Report<'_>, &str) -> Option<Vocabulary<T>>,
) -> Vocabulary<T> {
    let Some(file) = file else {
        return Vocabulary::default();
    };
    let mut report = Report::new(&file.path, &file.text, list);
    let vocabulary = read(&mut report, &file.text).unwrap_or_default();
    problems.append(&mut report.problems);
    vocabulary
}

fn parse<T: for<'de> Deserialize<'de>>(report: &mut Report<'_>, text: &str) -> Option<T> {
    match serde_yaml::from_str(text) {
        Ok(value) => Some(value),
        Err(error) => {
            report.problems.push(syntax(report.file(), &error, None, 0));
            None
        }
    }
}

fn syntax(file: &str, error: &serde_yaml::Error, entry: Option<String>, line: usize) -> Problem {
    Problem {
        file: file.to_owned(),
        line: error.location().map_or(line, |location| location.line()),
        code: Code::Syntax,
        entry,
        message: error.to_string(),
        hint: Some("voir catalogue/README.md pour les clés possibles et leur forme".into()),
    }
}

fn services(
    files: &[SourceFile],
    context: &mut service::Context<'_>,
    problems: &mut Vec<Problem>,
) -> Result<Vec<(Facts, Record<'static>)>, Corrupt> {
    let mut services: Vec<(Facts, Record<'static>)> = Vec::new();
    let mut places = std::collections::HashMap::new();
    for file in files {
        let mut report = Report::new(&file.path, &file.text, "services");
        for (position, raw) in entries(file, &mut report) {
            report.enter(position, raw.id.as_deref());
            let Some(service) = service::service(&mut report, context, raw)? else {
                continue;
            };
            let id = service.1.id.to_string();
            if let Some(other) = places.get(&id) {
                let message =
                    format!("l'identifiant « {id} » est déjà celui d'une fiche de {other}");
                report.add(
                    Code::DuplicateId,
                    &[&id],
                    message,
                    Some("en choisir un autre, ou fusionner les deux fiches".into()),
                );
            } else {
                places.insert(id, file.path.clone());
                services.push(service);
            }
        }
        problems.append(&mut report.problems);
    }
    if services.is_empty() && problems.is_empty() {
        problems.push(Problem {
            file: "services".into(),
            line: 0,
            code: Code::NoServices,
            entry: None,
            message: "le catalogue n'a aucun service".into(),
            hint: Some("les fiches vont dans services/<région>/<sorte>.yaml".into()),
        });
    }
    services.sort_by(|a, b| a.1.id.cmp(&b.1.id));
    Ok(services)
}

/// The entries of a file with its defaults applied. When the file does not parse whole, it is read again entry by entry so that
/// every entry that fails is told, not only the first.
fn entries(file: &SourceFile, report: &mut Report<'_>) -> Vec<(usize, raw::Service)> {
    match serde_yaml::from_str::<raw::ServicesFile>(&file.text) {
        Ok(raw) => {
            let defaults = raw.defaults.unwrap_or_default();
            raw.services
                .into_iter()
                .map(|service| service.or(&defaults))
                .enumerate()
                .collect()
        }
        Err(error) => {
            let Ok(loose) = serde_yaml::from_str::<raw::LooseServicesFile>(&file.text) else {
                report.problems.push(syntax(&file.path, &error, None, 0));
                return Vec::new();
            };
            loose_entries(loose, report)
        }
    }
}

fn loose_entries(
    loose: raw::LooseServicesFile,
    report: &mut Report<'_>,
) -> Vec<(usize, raw::Service)> {
    let mut read = |position: usize, value: serde_yaml::Value| {
        let id = value
            .get("id")
            .and_then(|id| id.as_str())
            .map(str::to_owned);
        match serde_yaml::from_value::<raw::Service>(value) {
            Ok(service) => Some(service),
            Err(error) => {
                report.enter(position, id.as_deref());
                let message = error.to_string();
                let key = message.split('`').nth(1).unwrap_or_default().to_owned();
                let hint =
                    "voir catalogue/README.md pour les clés possibles et leur forme".to_owned();
                report.add(Code::Syntax, &[&key], message, Some(hint));
                None
            }
        }
    };
    let defaults = loose
        .defaults
        .and_then(|value| read(0, value))
        .unwrap_or_default();
    loose
        .services
        .into_iter()
        .enumerate()
        .filter_map(|(position, value)| Some((position, read(position, value)?.or(&defaults))))
        .collect()
}
