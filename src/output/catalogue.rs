//! `catalogue lister` and `catalogue exporter`.

use std::io::{self, Write};

use serde::Serialize;
use unicode_width::UnicodeWidthStr;

use crate::catalogue::Catalogue;
use crate::catalogue::model::{Facts, Record};
use crate::catalogue::terms::{Asking, Gender, Migration, Paper, Positions, Setting, Terms};

use super::clean::clean;
use super::report::{AddressReport, ContactReport, SourceReport, VerifiedReport, address};

/// A whole catalogue, for a machine.
#[derive(Debug, Serialize)]
pub struct CatalogueExport {
    pub format: u8,
    pub version: String,
    pub services: Vec<ServiceExport>,
}

#[derive(Debug, Serialize)]
pub struct AgeExport {
    pub min: Option<u8>,
    pub max: Option<u8>,
    pub audience: Option<&'static str>,
}

#[derive(Debug, Serialize)]
pub struct EligibilityExport {
    pub age: AgeExport,
    pub migration: Vec<&'static str>,
    pub asking: Vec<&'static str>,
    pub settings: Vec<&'static str>,
    pub gender: Option<&'static str>,
    pub papers: Vec<&'static str>,
    pub conditions: Vec<String>,
}

#[derive(Debug, Serialize)]
pub struct NeedsExport {
    pub core: Vec<String>,
    pub also: Vec<String>,
}

#[derive(Debug, Serialize)]
pub struct ContactExport {
    #[serde(flatten)]
    pub contact: ContactReport,
    /// Not to be given to the person.
    pub professionals_only: bool,
}

/// One service, with everything the catalogue says of it.
#[derive(Debug, Serialize)]
pub struct ServiceExport {
    pub id: String,
    pub name: String,
    #[serde(rename = "type")]
    pub kind: String,
    pub general: bool,
    pub organization: Option<String>,
    pub summary: Option<String>,
    pub contacts: Vec<ContactExport>,
    pub locations: Vec<AddressReport>,
    /// `null` when no source says whom it serves.
    pub service_area: Option<Vec<String>>,
    pub eligibility: EligibilityExport,
    pub needs: NeedsExport,
    pub wishes: Vec<String>,
    /// The problems narrower than its needs, and the publics, that it is kept for.
    pub about: Vec<String>,
    pub crisis: bool,
    /// The public service that the law makes competent where it serves.
    pub competent: bool,
    pub first_answer: Option<&'static str>,
    pub hours: Option<String>,
    pub hours_note: Option<String>,
    pub languages: Vec<String>,
    pub interpreter: Option<bool>,
    pub tariffs: Vec<String>,
    pub how_to_reach: Option<String>,
    pub sources: Vec<SourceReport>,
    pub confidence: &'static str,
    pub verified: Option<VerifiedReport>,
    pub remarks: Vec<String>,
}

/// Exports the services at these positions.
pub fn export(catalogue: &Catalogue, positions: &[usize]) -> CatalogueExport {
    let services = positions
        .iter()
        .map(|position| service(catalogue, catalogue.facts.get(*position), catalogue.records.get(*position)))
        .collect();
    CatalogueExport { format: 1, version: catalogue.version(), services }
}

fn service(catalogue: &Catalogue, facts: &Facts, record: &Record) -> ServiceExport {
    let strings = |texts: &[crate::catalogue::text::Text]| texts.iter().map(ToString::to_string).collect::<Vec<_>>();
    let ids = |set: Positions, table: &crate::catalogue::Table<crate::catalogue::model::Need>| {
        set.iter().map(|position| table.get(position).id.to_string()).collect::<Vec<_>>()
    };
    let own = |text: &Option<crate::catalogue::text::Text>| text.as_deref().map(str::to_owned);
    ServiceExport {
        id: record.id.to_string(),
        name: record.name.to_string(),
        kind: catalogue.kinds.get(usize::from(facts.kind)).id.to_string(),
        general: facts.general,
        organization: own(&record.organization),
        summary: own(&record.summary),
        contacts: record
            .contacts
            .iter()
            .map(|contact| ContactExport {
                contact: ContactReport {
                    kind: contact.kind.slug(),
                    value: contact.value.to_string(),
                    label: own(&contact.label),
                },
                professionals_only: contact.professionals_only,
            })
            .collect(),
        locations: record.locations.iter().filter_map(|place| address(place, catalogue)).collect(),
        service_area: facts.area.map(|area| strings(&catalogue.areas.get(usize::from(area)).names)),
        eligibility: EligibilityExport {
            age: AgeExport {
                min: facts.age_min,
                max: facts.age_max,
                audience: facts.admits.audience.map(crate::catalogue::terms::Audience::slug),
            },
            migration: slugs(facts.admits.migration, Migration::ALL, Migration::slug),
            asking: slugs(facts.admits.asking, Asking::ALL, Asking::slug),
            settings: slugs(facts.admits.settings, Setting::ALL, Setting::slug),
            gender: facts.admits.gender.map(Gender::slug),
            papers: slugs(facts.admits.papers, Paper::ALL, Paper::slug),
            conditions: strings(&record.conditions),
        },
        needs: NeedsExport { core: ids(facts.core, &catalogue.needs), also: ids(facts.also, &catalogue.needs) },
        wishes: ids(facts.wishes, &catalogue.wishes),
        about: facts.about.iter().map(|position| catalogue.subjects.get(position).id.to_string()).collect(),
        crisis: facts.crisis,
        competent: facts.competent,
        first_answer: facts.first_answer.map(crate::catalogue::terms::Urgency::slug),
        hours: own(&record.hours),
        hours_note: own(&record.hours_note),
        languages: facts.languages.iter().map(|position| catalogue.languages.get(position).to_string()).collect(),
        interpreter: facts.interpreter,
        tariffs: facts
            .tariffs
            .iter()
            .map(|position| catalogue.tariffs.get(usize::from(*position)).id.to_string())
            .collect(),
        how_to_reach: own(&record.how_to_reach),
        sources: record
            .sources
            .iter()
            .map(|position| {
                let source = catalogue.sources.get(usize::from(*position));
                SourceReport {
                    id: source.id.to_string(),
                    title: source.title.to_string(),
                    date: source.date.map(|date| date.to_string()),
                    url: own(&source.url),
                }
            })
            .collect(),
        confidence: facts.confidence.slug(),
        verified: record.verified.as_ref().map(|verified| VerifiedReport {
            on: verified.on.to_string(),
            by: verified.by.to_string(),
            how: verified.how.to_string(),
        }),
        remarks: strings(&record.remarks),
    }
}

fn slugs<T: Copy>(set: Terms, all: &[T], slug: impl Fn(T) -> &'static str) -> Vec<&'static str> {
    all.iter().enumerate().filter(|(position, _)| set.has(*position)).map(|(_, value)| slug(*value)).collect()
}

/// One line a service: id, type, first contact for anybody, name.
///
/// # Errors
/// When the output cannot be written.
pub fn write_list(export: &CatalogueExport, out: &mut dyn Write) -> io::Result<()> {
    let widest =
        |of: fn(&ServiceExport) -> &str| export.services.iter().map(|service| of(service).width()).max().unwrap_or(0);
    let (ids, kinds) = (widest(|service| &service.id), widest(|service| &service.kind));
    for service in &export.services {
        let contact =
            service.contacts.iter().find(|one| !one.professionals_only).map_or("", |one| one.contact.value.as_str());
        writeln!(
            out,
            "{:<ids$}  {:<kinds$}  {:<13}  {}",
            service.id,
            service.kind,
            clean(contact),
            clean(&service.name)
        )?;
    }
    Ok(())
}
