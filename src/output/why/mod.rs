//! `pourquoi`: one service and one situation, criterion by criterion, as data; the table at the desk reads it.

mod table;

use serde::Serialize;

use crate::catalogue::model::{Record, Source};
use crate::catalogue::terms::Positions;
use crate::rules::{Answered, Criterion, Explanation, Finding, Orientation, Placed, Row};
use crate::words::{self, Words, why};

use super::report::{
    AddressReport, CatalogueReport, ContactReport, SituationReport, SourceReport, address, contacts, situation_report,
};
use super::safety::SafetyReport;

pub use table::write;

/// An explanation, ready to be written.
#[derive(Debug, Clone, Serialize)]
pub struct WhyReport {
    pub format: u8,
    pub catalogue: CatalogueReport,
    pub situation: SituationReport,
    pub safety: Vec<SafetyReport>,
    pub service: ServiceReport,
    /// `listed`, `excluded` or `other-need`.
    pub outcome: &'static str,
    pub verdict: &'static str,
    pub rank: Option<usize>,
    /// How many services are listed.
    pub found: usize,
    pub step: Option<&'static str>,
    /// What separates it from the result just before.
    pub placed_after: Option<PlacedReport>,
    pub need: NeedReport,
    pub criteria: Vec<CriterionReport>,
    /// What would have to be otherwise.
    pub changes: Vec<ChangeReport>,
    /// The first results, when this service is not one.
    pub instead: Vec<InsteadReport>,
    #[serde(skip)]
    pub situation_line: String,
    #[serde(skip)]
    pub nothing_instead: String,
    #[serde(skip)]
    pub advice: Vec<String>,
    #[serde(skip)]
    pub headline: Vec<String>,
}

#[derive(Debug, Clone, Serialize)]
pub struct ServiceReport {
    pub id: String,
    pub name: String,
    #[serde(rename = "type")]
    pub kind: String,
    pub kind_label: String,
}

#[derive(Debug, Clone, Serialize)]
pub struct PlacedReport {
    pub id: String,
    pub name: String,
    /// The row of the ranking's table that decides; `variety` when the order of the table was changed for variety.
    pub row: &'static str,
    pub text: String,
}

#[derive(Debug, Clone, Serialize)]
pub struct NeedReport {
    pub met: bool,
    /// The needs asked; those of somebody who cannot say when none was.
    pub asked: Vec<String>,
    pub made_for: Vec<String>,
    pub helps_with: Vec<String>,
    /// Everything the service answers, in words.
    pub text: String,
    pub source: Option<SourceReport>,
    #[serde(skip)]
    pub asked_text: String,
}

#[derive(Debug, Clone, Serialize)]
pub struct CriterionReport {
    pub criterion: &'static str,
    /// `met`, `unmet` or `unknown`.
    pub status: &'static str,
    /// `open`, `met`, `presumed`, `unmet`, `ask-person` or `ask-service`.
    pub finding: &'static str,
    pub fact: String,
    /// What the person said.
    pub person: Option<String>,
    pub ask: Option<String>,
    /// Who says the fact; `null` when nobody does.
    pub source: Option<SourceReport>,
    #[serde(skip)]
    pub name: &'static str,
    #[serde(skip)]
    pub answer: &'static str,
}

#[derive(Debug, Clone, Serialize)]
pub struct ChangeReport {
    pub criterion: &'static str,
    pub text: String,
    #[serde(skip)]
    pub name: &'static str,
}

#[derive(Debug, Clone, Serialize)]
pub struct InsteadReport {
    pub rank: usize,
    pub id: String,
    pub name: String,
    #[serde(rename = "type")]
    pub kind: String,
    pub kind_label: String,
    pub contacts: Vec<ContactReport>,
    pub address: Option<AddressReport>,
    pub how_to_reach: Option<String>,
}

impl WhyReport {
    /// Puts an explanation into words.
    pub fn new(explanation: &Explanation, orientation: &Orientation, words: &Words<'_>) -> Self {
        let (catalogue, situation) = (words.known.catalogue(), words.situation);
        let record = catalogue.records.get(explanation.position);
        let kind = words.known.kind(explanation.facts);
        let (outcome, answered) = match &explanation.placed {
            Placed::Listed { answered, .. } => ("listed", Some(answered.as_ref())),
            Placed::ShownFirst => ("safety", None),
            Placed::Further(_) => ("further", None),
            Placed::Excluded => ("excluded", None),
            Placed::NotForTheNeed => ("other-need", None),
        };
        let placed_after = placed(explanation, words);
        let changes = explanation.changes.iter().map(|(criterion, change)| ChangeReport {
            criterion: criterion.slug(),
            text: words.change(*criterion, change, explanation.facts, record),
            name: why::criterion(*criterion),
        });
        Self {
            format: 1,
            catalogue: CatalogueReport { version: catalogue.version(), services: catalogue.facts.len() },
            situation: situation_report(words.case),
            safety: orientation.safety.iter().map(|line| SafetyReport::new(line, situation.at)).collect(),
            service: ServiceReport {
                id: record.id.to_string(),
                name: record.name.to_string(),
                kind: kind.id.to_string(),
                kind_label: kind.label.to_string(),
            },
            outcome,
            verdict: explanation.findings.verdict().slug(),
            rank: answered.map(|answered| answered.rank),
            found: orientation.results.len(),
            step: answered.map(|answered| answered.step.slug()),
            headline: headline(explanation, placed_after.as_ref(), words),
            placed_after,
            need: need(explanation, record, words),
            criteria: explanation
                .findings
                .iter()
                .map(|(criterion, finding)| judged(criterion, finding, explanation, record, words))
                .collect(),
            changes: changes.collect(),
            instead: explanation.instead.iter().map(|answered| instead(answered, words)).collect(),
            situation_line: words::situation_line(situation, catalogue),
            nothing_instead: why::nothing_instead(words::listening_line(words.case)),
            advice: words::advice(situation, &orientation.safety),
        }
    }
}

fn headline(explanation: &Explanation, placed: Option<&PlacedReport>, words: &Words<'_>) -> Vec<String> {
    match &explanation.placed {
        Placed::Listed { answered, among, .. } => vec![
            why::rank(answered.rank, *among, words::step(answered.step)),
            placed.map_or_else(|| why::placed(None), |placed| placed.text.clone()),
        ],
        Placed::ShownFirst => vec![why::SHOWN_FIRST.to_owned()],
        Placed::Further(further) => vec![why::further(*further)],
        Placed::Excluded => vec![why::EXCLUDED.to_owned()],
        Placed::NotForTheNeed => {
            vec![why::NOT_THE_NEED.to_owned(), why::other_needs(&words.answers(explanation.facts))]
        }
    }
}

fn placed(explanation: &Explanation, words: &Words<'_>) -> Option<PlacedReport> {
    let Placed::Listed { better: Some(better), .. } = &explanation.placed else {
        return None;
    };
    let other = words.known.catalogue().records.get(better.position);
    Some(PlacedReport {
        id: other.id.to_string(),
        name: other.name.to_string(),
        row: better.row.map_or("variety", Row::slug),
        text: why::placed(Some((&other.name, better.row))),
    })
}

fn need(explanation: &Explanation, record: &Record, words: &Words<'_>) -> NeedReport {
    let needs = &words.known.catalogue().needs;
    let ids = |set: Positions| set.iter().map(|need| needs.get(need).id.to_string()).collect::<Vec<_>>();
    let asked = words.case.asked();
    let shorts = asked.iter().map(|need| needs.get(need).short.to_string()).collect::<Vec<_>>();
    NeedReport {
        met: !matches!(explanation.placed, Placed::NotForTheNeed),
        asked: ids(asked),
        made_for: ids(explanation.made_for),
        helps_with: ids(explanation.helps_with),
        text: words.answers(explanation.facts),
        source: words.newest_source(record).map(source),
        asked_text: why::asked(&shorts, words.situation.needs.known().is_some()),
    }
}

fn judged(
    criterion: Criterion,
    finding: Finding,
    explanation: &Explanation,
    record: &Record,
    words: &Words<'_>,
) -> CriterionReport {
    let told = words.on(criterion, finding, explanation.facts, record);
    CriterionReport {
        criterion: criterion.slug(),
        status: match finding {
            Finding::Open | Finding::Met | Finding::Presumed => "met",
            Finding::Unmet => "unmet",
            Finding::AskPerson | Finding::AskService => "unknown",
        },
        finding: match finding {
            Finding::Open => "open",
            Finding::Met => "met",
            Finding::Presumed => "presumed",
            Finding::Unmet => "unmet",
            Finding::AskPerson => "ask-person",
            Finding::AskService => "ask-service",
        },
        fact: told.fact,
        person: told.person,
        ask: told.ask,
        source: told.source.map(source),
        name: why::criterion(criterion),
        answer: why::finding(finding),
    }
}

fn source(source: &Source) -> SourceReport {
    SourceReport {
        id: source.id.to_string(),
        title: source.title.to_string(),
        date: source.date.map(|date| date.to_string()),
        url: source.url.as_deref().map(str::to_owned),
    }
}

fn instead(answered: &Answered, words: &Words<'_>) -> InsteadReport {
    let record = words.known.catalogue().records.get(answered.service.position);
    let kind = words.known.kind(answered.service.facts);
    InsteadReport {
        rank: answered.rank,
        id: record.id.to_string(),
        name: record.name.to_string(),
        kind: kind.id.to_string(),
        kind_label: kind.label.to_string(),
        contacts: contacts(record, words.situation),
        address: record.locations.iter().find_map(|place| address(place, words.known.catalogue())),
        how_to_reach: record.how_to_reach.as_deref().map(str::to_owned),
    }
}
