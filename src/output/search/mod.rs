//! What `chercher` found, as data; the table at the desk reads it.

mod table;

use serde::Serialize;

use crate::catalogue::date::{Moment, PartialDate};
use crate::catalogue::fold::fold;
use crate::catalogue::model::Record;
use crate::catalogue::terms::Region;
use crate::catalogue::{Catalogue, language};
use crate::lookup::search::{Found, FoundIn, Hit, Search};
use crate::situation::Situation;
use crate::words::search as words;

use super::report::{AddressReport, CatalogueReport, ContactReport, address, contacts};

pub use table::write;

/// A search, ready to be written in any format.
#[derive(Debug, Clone, Serialize)]
pub struct SearchReport {
    pub format: u8,
    pub catalogue: CatalogueReport,
    pub query: String,
    pub region: Option<&'static str>,
    /// How many services were found, shown or not.
    pub found: usize,
    pub results: Vec<FoundReport>,
    /// The words typed that no result holds.
    pub not_found: Vec<UnfoundReport>,
    /// Commands to try next, when nothing was found, or better elsewhere.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub next: Vec<String>,
    /// How many services outside the region fit more of the words.
    pub elsewhere: usize,
}

/// One service found.
#[derive(Debug, Clone, Serialize)]
pub struct FoundReport {
    pub rank: usize,
    pub id: String,
    pub name: String,
    #[serde(rename = "type")]
    pub kind: String,
    pub kind_label: String,
    pub organization: Option<String>,
    /// From 0 to 1.1, as the ranking of `lookup::search` says.
    pub score: f64,
    pub matched: Vec<MatchReport>,
    pub contacts: Vec<ContactReport>,
    pub address: Option<AddressReport>,
    pub how_to_reach: Option<String>,
    /// The words of the name to show as found, folded.
    #[serde(skip)]
    pub highlight: Vec<String>,
    #[serde(skip)]
    pub found_text: String,
}

/// A word typed, and where it was found.
#[derive(Debug, Clone, Serialize)]
pub struct MatchReport {
    pub typed: String,
    pub field: &'static str,
    /// What it was found as.
    pub text: String,
    /// 1 is the word itself.
    pub likeness: f64,
}

/// A word found nowhere.
#[derive(Debug, Clone, Serialize)]
pub struct UnfoundReport {
    pub typed: String,
    pub near: Vec<String>,
}

impl SearchReport {
    /// Reads what is printed of the services found.
    pub fn new(search: &Search, query: &str, region: Option<Region>, limit: usize, catalogue: &Catalogue) -> Self {
        let shown = (1..).zip(search.hits.iter().take(limit));
        Self {
            format: 1,
            catalogue: CatalogueReport { version: catalogue.version(), services: catalogue.facts.len() },
            query: query.to_owned(),
            region: region.map(Region::slug),
            found: search.hits.len(),
            results: shown.map(|(rank, hit)| result(rank, hit, catalogue)).collect(),
            not_found: search
                .unfound
                .iter()
                .map(|unfound| UnfoundReport { typed: unfound.typed.clone(), near: unfound.near.clone() })
                .collect(),
            next: if search.hits.is_empty() || search.elsewhere > 0 { next(search, query) } else { Vec::new() },
            elsewhere: search.elsewhere,
        }
    }
}

/// What to type next: the same in every region, or with the nearest words; else the questions.
fn next(search: &Search, query: &str) -> Vec<String> {
    let mut commands = Vec::new();
    if search.elsewhere > 0 {
        commands.push(format!("versqui chercher {}", fold(query)));
    }
    if !search.hits.is_empty() {
        return commands;
    }
    let near: Vec<&str> =
        search.unfound.iter().filter_map(|unfound| unfound.near.first()).map(String::as_str).collect();
    if !near.is_empty() {
        commands.push(format!("versqui chercher {}", near.join(" ")));
    }
    commands.push("versqui orienter".to_owned());
    commands
}

fn result(rank: usize, hit: &Hit, catalogue: &Catalogue) -> FoundReport {
    let (facts, record) = (catalogue.facts.get(hit.position), catalogue.records.get(hit.position));
    let kind = catalogue.kinds.get(usize::from(facts.kind));
    // nobody is known here: what is kept for professionals is not shown
    let nobody = Situation::unknown(Moment { date: PartialDate { year: 0, month: 0, day: 0 }, hour: 0, minute: 0 });
    let mut matched = Vec::new();
    let mut places: Vec<String> = Vec::new();
    for found in &hit.found {
        let shown = shown(found, record, catalogue);
        let place = words::found_in(found.place);
        let text = shown.as_ref().map_or_else(|| place.to_owned(), |shown| format!("{place} ({shown})"));
        if !places.contains(&text) {
            places.push(text);
        }
        let text = match found.place {
            FoundIn::Kind => kind.label.to_string(),
            FoundIn::Name => found.words.join(" "),
            _ => shown.unwrap_or_else(|| found.words.join(" ")),
        };
        matched.push(MatchReport {
            typed: found.typed.clone(),
            field: found.place.slug(),
            text,
            likeness: thousandths(found.likeness),
        });
    }
    FoundReport {
        rank,
        id: record.id.to_string(),
        name: record.name.to_string(),
        kind: kind.id.to_string(),
        kind_label: kind.label.to_string(),
        organization: record.organization.as_deref().map(str::to_owned),
        score: thousandths(hit.score),
        matched,
        contacts: contacts(record, &nobody),
        address: record.locations.iter().find_map(|place| address(place, catalogue)),
        how_to_reach: record.how_to_reach.as_deref().map(str::to_owned),
        highlight: hit
            .found
            .iter()
            .filter(|found| found.place == FoundIn::Name)
            .flat_map(|found| found.words.clone())
            .collect(),
        found_text: words::found_line(&places),
    }
}

fn thousandths(value: f64) -> f64 {
    (value * 1000.0).round() / 1000.0
}

/// What a word was found as, when the answer does not show it already.
fn shown(found: &Found, record: &Record, catalogue: &Catalogue) -> Option<String> {
    let entry = found.entry.unwrap_or_default();
    match found.place {
        FoundIn::Phone | FoundIn::Name | FoundIn::Kind => None,
        FoundIn::Organization => record.organization.as_deref().map(str::to_owned),
        FoundIn::Line => Some("ligne téléphonique".to_owned()),
        FoundIn::Price => Some("gratuit".to_owned()),
        FoundIn::Need | FoundIn::AlsoNeed => Some(catalogue.needs.get(entry).short.to_string()),
        FoundIn::Wish => Some(catalogue.wishes.get(entry).short.to_string()),
        FoundIn::Commune | FoundIn::Served => Some(catalogue.territories.communes.get(entry).own_name().to_owned()),
        FoundIn::Region => Some(catalogue.territories.wider.get(entry).shown.to_string()),
        FoundIn::Language => Some(language::name(catalogue.languages.get(entry)).to_owned()),
    }
}
