//! What is shown, computed once: the shape of the JSON contract, which every other writer reads too.

mod situation;

use serde::Serialize;

use crate::catalogue::Catalogue;
use crate::catalogue::model::{ContactKind, Location, Record};
use crate::catalogue::terms::Asking;
use crate::rules::opening::Opening;
use crate::rules::{Answered, Case, Further, Known, Orientation};
use crate::situation::Situation;
use crate::words::{self, Words};

use super::safety::SafetyReport;
pub use situation::SituationReport;
pub(super) use situation::situation_report;

/// How much is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Show {
    pub limit: usize,
    /// The excluded services too, with their reason.
    pub excluded: bool,
    /// What answers without a rank, by name: a screen only counts it.
    pub further: bool,
}

/// An orientation, ready to be written.
#[derive(Debug, Clone, Serialize)]
pub struct Report {
    pub format: u8,
    pub catalogue: CatalogueReport,
    pub situation: SituationReport,
    pub safety: Vec<SafetyReport>,
    pub results: Vec<ResultReport>,
    /// What answers and has no rank: doors behind their services, lists, what is about something else.
    pub further: Vec<FurtherReport>,
    /// How many services answer, shown or not.
    pub found: usize,
    pub excluded: usize,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub excluded_services: Vec<ExcludedReport>,
    /// The needs asked that nobody near is made for.
    pub under_served: Vec<String>,
    pub next_questions: Vec<&'static str>,
    /// Whether one of the first two can be called, written to or visited.
    pub can_be_called: bool,
    /// What to know before reading the answers: nobody near for a need, nobody to call, no shared language.
    #[serde(skip)]
    pub notes: Vec<String>,
    /// What to say, and to try, when nothing is found.
    #[serde(skip)]
    pub nothing: String,
    #[serde(skip)]
    pub situation_line: String,
    /// What is taken for granted while nobody says it.
    #[serde(skip)]
    pub assumed_line: Option<String>,
    /// What answers and has no rank, in one sentence.
    #[serde(skip)]
    pub further_line: Option<String>,
    /// What has no rank is named, each with why.
    #[serde(skip)]
    pub names_further: bool,
    #[serde(skip)]
    pub advice: Vec<String>,
    #[serde(skip)]
    pub questions: Vec<&'static str>,
}

#[derive(Debug, Clone, Serialize)]
pub struct CatalogueReport {
    pub version: String,
    pub services: usize,
}

#[derive(Debug, Clone, Serialize)]
pub struct ContactReport {
    pub kind: &'static str,
    pub value: String,
    pub label: Option<String>,
}

#[derive(Debug, Clone, Serialize)]
pub struct AddressReport {
    pub label: Option<String>,
    pub street: Option<String>,
    pub postal_code: Option<String>,
    pub commune: Option<String>,
}

#[derive(Debug, Clone, Serialize)]
pub struct CostReport {
    pub status: &'static str,
    pub amount_cents: Option<u32>,
    pub unit: Option<&'static str>,
    pub text: String,
    pub within_budget: Option<bool>,
    pub year_max_cents: Option<u32>,
    pub conditions: Vec<String>,
    /// Over the budget: by how much, and what is possible all the same.
    #[serde(skip)]
    pub over_budget: Option<String>,
}

#[derive(Debug, Clone, Serialize)]
pub struct SourceReport {
    pub id: String,
    pub title: String,
    pub date: Option<String>,
    pub url: Option<String>,
}

#[derive(Debug, Clone, Serialize)]
pub struct VerifiedReport {
    pub on: String,
    pub by: String,
    pub how: String,
}

/// One answer.
#[derive(Debug, Clone, Serialize)]
pub struct ResultReport {
    pub rank: usize,
    pub id: String,
    pub name: String,
    #[serde(rename = "type")]
    pub kind: String,
    pub kind_label: String,
    pub step: &'static str,
    pub verdict: &'static str,
    pub fit: &'static str,
    pub distance_km: Option<f64>,
    pub cost: CostReport,
    pub contacts: Vec<ContactReport>,
    pub address: Option<AddressReport>,
    pub how_to_reach: Option<String>,
    pub open: &'static str,
    pub next_opening: Option<String>,
    pub why: Vec<String>,
    pub to_check: Vec<String>,
    pub source: Option<SourceReport>,
    pub verified: Option<VerifiedReport>,
    #[serde(skip)]
    pub step_text: &'static str,
    #[serde(skip)]
    pub distance_text: String,
    #[serde(skip)]
    pub opening_text: Option<String>,
    #[serde(skip)]
    pub source_text: String,
}

/// What answers and has no rank.
#[derive(Debug, Clone, Serialize)]
pub struct FurtherReport {
    pub id: String,
    pub name: String,
    #[serde(rename = "type")]
    pub kind: String,
    /// `door`, `list`, `about-something-else` or `too-far`.
    pub because: &'static str,
    pub contacts: Vec<ContactReport>,
    #[serde(skip)]
    pub because_text: &'static str,
}

fn further(position: usize, why: Further, case: &Case<'_>) -> FurtherReport {
    let store = case.known.store();
    let record = store.record(position);
    FurtherReport {
        id: record.id.to_string(),
        name: record.name.to_string(),
        kind: case.known.kind(store.facts(position)).id.to_string(),
        because: why.slug(),
        because_text: words::without_a_rank(why),
        contacts: contacts(record, case.situation),
    }
}

fn all_further(orientation: &Orientation, case: &Case<'_>) -> Vec<FurtherReport> {
    orientation.further.iter().map(|(position, why)| further(*position, *why, case)).collect()
}

/// A service that answers the need and is not for this person.
#[derive(Debug, Clone, Serialize)]
pub struct ExcludedReport {
    pub id: String,
    pub name: String,
    pub reasons: Vec<String>,
}

impl Report {
    /// Turns an orientation into what is shown.
    pub fn new(orientation: &Orientation, known: &Known, situation: &Situation, show: Show) -> Self {
        let case = Case::new(known, situation);
        let words = Words::of(&case);
        let shown = orientation.results.iter().take(show.limit);
        let results = shown.map(|answered| result(answered, &words)).collect();
        let excluded_services = if show.excluded { excluded(orientation, &words) } else { Vec::new() };
        Self {
            results,
            excluded_services,
            further: if show.further { all_further(orientation, &case) } else { Vec::new() },
            notes: notes(orientation, &case),
            nothing: words::nothing(&case, orientation.excluded.len()),
            situation_line: words::situation_line(situation, known.catalogue()),
            assumed_line: words::assumed_line(&case),
            further_line: (!show.excluded).then(|| words::further_line(&orientation.further)).flatten(),
            names_further: show.excluded,
            advice: words::advice(situation, &orientation.safety),
            questions: orientation.next_questions.iter().copied().map(words::field_name).collect(),
            ..Self::around(orientation, &case)
        }
    }

    /// What a program reads around the results: neither these nor the sentences of a screen.
    pub(crate) fn without_results(orientation: &Orientation, known: &Known, situation: &Situation) -> Self {
        let case = Case::new(known, situation);
        Self { further: all_further(orientation, &case), ..Self::around(orientation, &case) }
    }

    fn around(orientation: &Orientation, case: &Case<'_>) -> Self {
        let (catalogue, situation) = (case.known.catalogue(), case.situation);
        Self {
            format: 1,
            catalogue: CatalogueReport { version: catalogue.version(), services: catalogue.facts.len() },
            situation: situation_report(case),
            safety: orientation.safety.iter().map(|line| SafetyReport::new(line, situation.at)).collect(),
            results: Vec::new(),
            further: Vec::new(),
            found: orientation.found,
            excluded: orientation.excluded.len(),
            excluded_services: Vec::new(),
            under_served: orientation
                .under_served
                .iter()
                .map(|need| catalogue.needs.get(need).id.to_string())
                .collect(),
            can_be_called: orientation.can_be_called,
            notes: Vec::new(),
            nothing: String::new(),
            next_questions: orientation.next_questions.iter().map(|field| field.key()).collect(),
            situation_line: String::new(),
            assumed_line: None,
            further_line: None,
            names_further: false,
            advice: Vec::new(),
            questions: Vec::new(),
        }
    }
}

/// What to know before reading the answers; nothing when there is none.
fn notes(orientation: &Orientation, case: &Case<'_>) -> Vec<String> {
    if orientation.results.is_empty() {
        return Vec::new();
    }
    let gap = words::under_served(orientation.under_served, case.situation, case.known.catalogue());
    let nobody = (!orientation.can_be_called).then(|| words::NOBODY_TO_CALL.to_owned());
    let interpreter = orientation.needs_interpreter.then(|| words::ask_for_an_interpreter(case.situation)).flatten();
    [gap, nobody, interpreter].into_iter().flatten().collect()
}

fn excluded(orientation: &Orientation, words: &Words<'_>) -> Vec<ExcludedReport> {
    let catalogue = words.known.catalogue();
    orientation
        .excluded
        .iter()
        .map(|excluded| {
            let (facts, record) = (catalogue.facts.get(excluded.position), catalogue.records.get(excluded.position));
            let reasons = words::exclusion(words, facts, record, &excluded.findings(words.case));
            ExcludedReport { id: record.id.to_string(), name: record.name.to_string(), reasons }
        })
        .collect()
}

/// Kilometres, from tenths of them.
pub fn distance_km(tenths: Option<u32>) -> Option<f64> {
    tenths.map(|tenths| f64::from(tenths) / 10.0)
}

pub(crate) fn result(answered: &Answered, words: &Words<'_>) -> ResultReport {
    let (catalogue, situation) = (words.known.catalogue(), words.situation);
    let service = &answered.service;
    let record = words.known.store().record(service.position);
    let kind = words.known.kind(service.facts);
    let opening = words.known.store().opening(service.position, service.facts, record.hours.as_deref(), situation.at);
    let source = words.newest_source(record);
    let source_text = source.as_ref().map_or(String::new(), |source| {
        let publisher = source.publisher.as_deref().unwrap_or(&source.title);
        source
            .date
            .map_or_else(|| format!("{publisher}, sans date"), |date| format!("{publisher}, {}", words::date(date)))
    });
    ResultReport {
        rank: answered.rank,
        id: record.id.to_string(),
        name: record.name.to_string(),
        kind: kind.id.to_string(),
        kind_label: kind.label.to_string(),
        step: answered.step.slug(),
        verdict: answered.verdict().slug(),
        fit: service.fit.slug(),
        distance_km: distance_km(service.distance),
        cost: cost(answered, words),
        contacts: contacts(record, situation),
        address: record.locations.iter().find_map(|place| address(place, catalogue)),
        how_to_reach: record.how_to_reach.as_deref().map(str::to_owned),
        open: opening.slug(),
        next_opening: next_opening(opening),
        why: words.why(answered),
        to_check: words.to_check(answered, record),
        source: source.map(|source| SourceReport {
            id: source.id.to_string(),
            title: source.title.to_string(),
            date: source.date.map(|date| date.to_string()),
            url: source.url.as_deref().map(str::to_owned),
        }),
        verified: record.verified.as_ref().map(|verified| VerifiedReport {
            on: verified.on.to_string(),
            by: verified.by.to_string(),
            how: verified.how.to_string(),
        }),
        step_text: words::step(answered.step),
        distance_text: service.distance.map_or(String::new(), words::distance),
        opening_text: match (opening, record.hours_note.as_deref()) {
            (Opening::Unknown, Some(note)) => Some(note.to_owned()),
            (Opening::Unknown, None) => None,
            (known, _) => Some(words::opening_text(known, situation.at)),
        },
        source_text,
    }
}

pub(crate) fn next_opening(opening: Opening) -> Option<String> {
    match opening {
        Opening::Closed { next } => next.map(|at| at.to_string()),
        Opening::Open { .. } | Opening::Unknown => None,
    }
}

pub(crate) fn cost(answered: &Answered, words: &Words<'_>) -> CostReport {
    let cost = &answered.service.cost;
    let tariff = cost.tariff.map(|position| words.known.tariff(position));
    CostReport {
        status: cost.status.slug(),
        amount_cents: cost.amount.map(|amount| amount.0),
        unit: cost.unit.map(crate::catalogue::terms::PriceUnit::slug),
        text: words::cost_text(cost),
        within_budget: cost.within_budget,
        year_max_cents: cost.year.map(|year| year.total.0),
        conditions: words::tariff_conditions(cost, tariff, words.situation.at.date),
        over_budget: words::over_budget(cost),
    }
}

/// The contacts for this asker, telephones first; a professional's line is shown to professionals only.
pub(super) fn contacts(record: &Record, situation: &Situation) -> Vec<ContactReport> {
    let professional = situation.asking.known() == Some(&Asking::Professional);
    let mut contacts: Vec<_> =
        record.contacts.iter().filter(|contact| professional || !contact.professionals_only).collect();
    contacts.sort_by_key(|contact| contact.kind != ContactKind::Phone);
    contacts
        .into_iter()
        .map(|contact| ContactReport {
            kind: contact.kind.slug(),
            value: contact.value.to_string(),
            label: contact.label.as_deref().map(str::to_owned),
        })
        .collect()
}

/// A place one can go to; a secret one has no address to show.
pub(super) fn address(place: &Location, catalogue: &Catalogue) -> Option<AddressReport> {
    if place.secret || (place.address.is_none() && place.commune.is_none()) {
        return None;
    }
    let commune = place.commune.map(|position| catalogue.territories.own_name(usize::from(position)));
    Some(AddressReport {
        label: place.label.as_deref().map(str::to_owned),
        street: place.address.as_deref().map(str::to_owned),
        postal_code: place.postal_code.as_deref().map(str::to_owned),
        commune: commune.map(str::to_owned),
    })
}
