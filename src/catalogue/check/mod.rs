//! From files to a checked catalogue: every problem is collected, none stops the reading of the rest.

mod across;
mod area;
mod contact;
mod context;
mod facts;
mod meanings;
mod notes;
mod outline;
mod prose;
pub(super) mod report;
mod service;
mod speech;
mod syntax;
mod vocabulary;

use std::collections::HashMap;

use serde::Deserialize;

use super::date::PartialDate;
use super::load::{Files, SourceFile};
use super::model::{Facts, Kind, Need, Record, Source, Subject, Tariff};
use super::problem::{Code, Problem};
use super::raw;
use super::terms::Positions;
use super::territory::{Area, Territories};
use across::Placed;
use area::Areas;
use context::Context;
use outline::At;
use report::Report;
use vocabulary::{Lists, Vocabulary};

/// A checked catalogue, ready to be compiled. Services are sorted by id: the order of files and entries changes
/// nothing.
#[derive(Debug, Default)]
pub struct Checked {
    pub kinds: Vec<Kind>,
    pub needs: Vec<Need>,
    pub wishes: Vec<Need>,
    pub subjects: Vec<Subject>,
    pub tariffs: Vec<Tariff>,
    pub sources: Vec<Source>,
    pub languages: Vec<&'static str>,
    pub areas: Vec<Area>,
    pub services: Vec<(Facts, Record)>,
}

/// Checks a whole catalogue, as of `today` when a day is given, and adds what is wrong to `problems`, in no order. What
/// was read can be used when none of them is worse than an advice.
pub fn check(
    files: &Files,
    territories: &Territories,
    today: Option<PartialDate>,
    problems: &mut Vec<Problem>,
) -> Checked {
    let mut of_sources = report_of(files.sources.as_ref(), "sources", today);
    let sources = match parse::<raw::SourcesFile>(files.sources.as_ref(), &mut of_sources) {
        Some(file) => vocabulary::sources(&mut of_sources, file.sources),
        None => Vocabulary::default(),
    };
    let mut of_tariffs = report_of(files.tariffs.as_ref(), "tariffs", today);
    let tariffs = match parse::<raw::TariffsFile>(files.tariffs.as_ref(), &mut of_tariffs) {
        Some(file) => vocabulary::tariffs(&mut of_tariffs, file.tariffs, &sources.index),
        None => Vocabulary::default(),
    };
    let (mut of_needs, mut of_wishes) =
        (report_of(files.needs.as_ref(), "needs", today), report_of(files.needs.as_ref(), "wishes", today));
    let mut of_subjects = report_of(files.needs.as_ref(), "subjects", today);
    let (needs, wishes, subjects) = match parse::<raw::NeedsFile>(files.needs.as_ref(), &mut of_needs) {
        Some(file) => {
            let needs = vocabulary::needs(&mut of_needs, file.needs, true);
            let wishes = vocabulary::needs(&mut of_wishes, file.wishes, false);
            meanings::needs(&mut of_needs, &needs.entries);
            let subjects = vocabulary::subjects(&mut of_subjects, file.subjects, &needs.index, &wishes.index);
            (needs, wishes, subjects)
        }
        None => (Vocabulary::default(), Vocabulary::default(), Vocabulary::default()),
    };
    let lists = Lists {
        needs: &needs.index,
        wishes: &wishes.index,
        subjects: &subjects.index,
        tariffs: &tariffs.index,
        sources: &sources.index,
        territories,
    };
    let mut of_types = report_of(files.types.as_ref(), "types", today);
    let (kinds, kind_defaults) = match parse::<raw::TypesFile>(files.types.as_ref(), &mut of_types) {
        Some(file) => vocabulary::kinds(&mut of_types, file.types, &lists),
        None => (Vocabulary::default(), Vec::new()),
    };
    let mut context = Context {
        lists,
        kinds: &kinds,
        kind_defaults: &kind_defaults,
        sources: &sources.entries,
        areas: Areas::default(),
        languages: Vec::new(),
    };
    let (services, reports) = services(&files.services, &mut context, today);
    let (areas, languages) = (context.areas, context.languages);
    let mut reports: Vec<Report<'_>> =
        reports.into_iter().chain([of_tariffs, of_needs, of_wishes, of_subjects, of_types]).collect();
    // what does not read cites nothing: only when everything is read is it known that nobody cites a source
    if !of_sources.is_bad() && !reports.iter().any(Report::is_bad) {
        let cited = services.iter().flat_map(|service| &service.record.sources);
        let cited = cited.chain(tariffs.entries.iter().flat_map(|tariff| &tariff.sources));
        uncited(&mut of_sources, &sources, cited.chain(kinds.entries.iter().flat_map(|kind| &kind.sources)));
    }
    reports.push(of_sources);
    problems.extend(reports.into_iter().flat_map(|report| report.problems));
    if services.is_empty() && problems.iter().all(|problem| problem.code.is_advice()) {
        problems.push(Problem {
            file: files.services_folder.clone(),
            line: 0,
            code: Code::NoServices,
            entry: None,
            message: "le catalogue n'a aucun service".into(),
            hint: Some("les fiches vont dans services/<région>/<sorte>.yaml".into()),
        });
    }
    let mut checked = Checked {
        services: services.into_iter().map(|service| (service.facts, service.record)).collect(),
        languages,
        areas: Vec::new(),
        kinds: kinds.entries,
        needs: needs.entries,
        wishes: wishes.entries,
        subjects: subjects.entries,
        tariffs: tariffs.entries,
        sources: sources.entries,
    };
    settle(&mut checked, areas);
    checked
}

fn report_of<'t>(file: Option<&'t SourceFile>, list: &'t str, today: Option<PartialDate>) -> Report<'t> {
    let (path, text) = file.map_or(("", ""), |file| (file.path.as_str(), file.text.as_str()));
    Report::new(path, text, list, today)
}

/// Reads one file of a vocabulary; an absent one has been told by the loader.
fn parse<T: for<'de> Deserialize<'de>>(file: Option<&SourceFile>, report: &mut Report<'_>) -> Option<T> {
    let text = &file?.text;
    serde_yaml::from_str(text).map_err(|error| tell_syntax(report, &error, 0)).ok()
}

/// Tells why a text does not read; `before` lines of the file precede it.
fn tell_syntax(report: &mut Report<'_>, error: &serde_yaml::Error, before: usize) {
    let syntax::Trouble { message, hint, key } = syntax::trouble(error);
    match (error.location(), key) {
        (Some(location), _) => {
            report.add_at(Code::Syntax, before + location.line(), message, Some(hint));
        }
        (None, Some(key)) => report.add(Code::Syntax, At::Key(&key), message, Some(hint)),
        (None, None) => report.add(Code::Syntax, At::Start, message, Some(hint)),
    }
}

/// The services, sorted by id, and the report of each file.
fn services<'t>(
    files: &'t [SourceFile],
    context: &mut Context<'_>,
    today: Option<PartialDate>,
) -> (Vec<Placed>, Vec<Report<'t>>) {
    let mut services: Vec<Placed> = Vec::new();
    let mut reports = Vec::new();
    let mut places: HashMap<String, String> = HashMap::new();
    for file in files {
        let mut report = Report::new(&file.path, &file.text, "services", today);
        for (entry, raw) in entries(file, &mut report) {
            report.enter(entry, raw.id.as_deref());
            let Some((facts, mut record)) = service::service(&mut report, context, raw) else {
                continue;
            };
            let (id, place) = (record.id.to_string(), report.place());
            if let Some(other) = places.get(&id) {
                let message = format!("l'identifiant « {id} » est déjà celui d'une autre fiche ({other})");
                let hint = "en choisir un autre, ou fusionner les deux fiches".to_owned();
                report.add(Code::DuplicateId, At::Field("id", &id), message, Some(hint));
                continue;
            }
            record.file = place.clone().into();
            places.insert(id, place);
            services.push(Placed { file: reports.len(), entry, facts, record });
        }
        reports.push(report);
    }
    services.sort_by(|a, b| a.record.id.cmp(&b.record.id));
    across::duplicates(&services, &mut reports);
    across::phones(&services, &context.kinds.entries, &mut reports);
    (services, reports)
}

/// The entries of a file with its defaults applied. When the file does not read whole, it is read again entry by entry,
/// so that every entry that fails is told, not only the first, and the others are checked.
fn entries(file: &SourceFile, report: &mut Report<'_>) -> Vec<(usize, raw::Service)> {
    let error = match serde_yaml::from_str::<raw::ServicesFile>(&file.text) {
        Ok(raw) => {
            let defaults = raw.defaults.unwrap_or_default();
            return raw.services.into_iter().map(|service| service.or(&defaults)).enumerate().collect();
        }
        Err(error) => error,
    };
    let (head, slices) = report.slices();
    let mut found = Vec::new();
    let mut failures = 0;
    report.enter_defaults();
    let defaults = match serde_yaml::from_str::<Option<raw::ServicesHead>>(&head) {
        Ok(head) => head.and_then(|head| head.defaults).unwrap_or_default(),
        Err(error) => {
            tell_syntax(report, &error, 0);
            failures += 1;
            raw::Service::default()
        }
    };
    for (position, (line, text)) in slices.into_iter().enumerate() {
        match serde_yaml::from_str::<raw::ServicesFile>(&format!("services:\n{text}")) {
            Ok(raw) => found.extend(raw.services.into_iter().map(|service| (position, service.or(&defaults)))),
            Err(error) => {
                let id = text
                    .lines()
                    .find_map(|line| line.split_once("id: "))
                    .map(|(_, id)| id.trim_matches([' ', '"', '\'']));
                report.enter(position, id.and_then(|id| id.split([',', ' ', '}']).next()));
                tell_syntax(report, &error, line.saturating_sub(1));
                failures += 1;
            }
        }
    }
    if failures == 0 {
        // it is no entry's fault: something between them, or a list that is not one entry to a line
        report.enter_defaults();
        tell_syntax(report, &error, 0);
        return Vec::new();
    }
    found
}

fn uncited<'a>(report: &mut Report<'_>, sources: &Vocabulary<Source>, cited: impl Iterator<Item = &'a u16>) {
    let mut unused = vec![true; sources.entries.len()];
    for position in cited {
        if let Some(unused) = unused.get_mut(usize::from(*position)) {
            *unused = false;
        }
    }
    for ((source, place), _) in sources.entries.iter().zip(&sources.places).zip(unused).filter(|(_, unused)| *unused) {
        report.enter(*place, Some(&source.id));
        report.add(
            Code::UncitedSource,
            At::Start,
            "aucune fiche ne cite cette source",
            Some("la citer, ou l'ôter".into()),
        );
    }
}

/// Puts languages and areas, gathered in the order of the files, in an order of their own: renaming a file changes
/// nothing.
fn settle(checked: &mut Checked, mut areas: Areas) {
    let mut order: Vec<usize> = (0..checked.languages.len()).collect();
    order.sort_by_key(|position| checked.languages[*position]);
    let languages = inverse(&order);
    checked.languages.sort_unstable();
    let moved = areas.sort();
    let area = |position: Option<u16>| position.and_then(|position| moved.get(usize::from(position)).copied());
    for (facts, _) in &mut checked.services {
        facts.languages = Positions::of(facts.languages.iter().filter_map(|position| languages.get(position).copied()));
        (facts.area, facts.link_area) = (area(facts.area), area(facts.link_area));
    }
    checked.areas = areas.areas;
}

/// Where each position went, from which position each place takes.
fn inverse(order: &[usize]) -> Vec<usize> {
    let mut moved = vec![0; order.len()];
    for (new, old) in order.iter().enumerate() {
        moved[*old] = new;
    }
    moved
}
