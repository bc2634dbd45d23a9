//! One entry of the catalogue as one HSDS service.

use crate::catalogue::{Catalogue, language};
use crate::words::hsds as words;

use super::attribute::attributes;
use super::contact::reach;
use super::cost::{fees, full_date};
use super::entry::Entry;
use super::ids::{Mint, id};
use super::objects::{Language, Organization, RequiredDocument, Service};
use super::place::{areas, places};
use super::schedule::schedules;

/// Exports the entry at `position`.
pub fn service(catalogue: &'static Catalogue, position: usize) -> Service {
    let entry = Entry::read(catalogue, position);
    let mint = &mut Mint::new(&entry.record.id);
    let (facts, record) = (&entry.facts, &entry.record);
    let (reach, fees) = (reach(&entry, mint), fees(&entry, mint));
    let organization = organization(&entry);
    let link = link(&entry);
    Service {
        organization_id: organization.id.clone(),
        name: record.name.to_string(),
        alternate_name: other_names(&entry),
        description: record.summary.as_deref().map(str::to_owned),
        url: reach.url,
        additional_urls: reach.additional_urls,
        email: reach.email,
        // the catalogue holds what is running: it knows of no other status
        status: "active",
        interpretation_services: words::interpreter(facts.interpreter).map(str::to_owned),
        application_process: words::application(record, entry.kind),
        fees_description: fees.description,
        eligibility_description: words::eligibility(facts, record, link.as_deref()),
        minimum_age: facts.age_min,
        maximum_age: facts.age_max,
        assured_date: record.verified.as_ref().and_then(|verified| full_date(verified.on)),
        schedules: schedules(&entry, mint),
        service_areas: areas(&entry, mint),
        service_at_locations: places(&entry, &reach.phones, mint),
        phones: reach.phones,
        languages: languages(&entry, mint),
        organization,
        cost_options: fees.options,
        required_documents: documents(&entry, mint),
        contacts: reach.contacts,
        attributes: attributes(&entry),
        id: entry.id,
    }
}

/// Who offers it: the organisation named, which may offer others; else the service itself.
fn organization(entry: &Entry) -> Organization {
    match entry.record.organization.as_deref() {
        Some(name) => Organization {
            id: id("organization", &["named", name]),
            name: name.to_owned(),
            description: words::organization(name),
        },
        None => Organization {
            id: id("organization", &["of", &entry.record.id]),
            name: entry.record.name.to_string(),
            description: entry.record.summary.as_deref().unwrap_or(&entry.kind.what).to_owned(),
        },
    }
}

fn other_names(entry: &Entry) -> Option<String> {
    let names: Vec<&str> = entry.record.names.iter().map(|(_, name)| name.as_str()).collect();
    (!names.is_empty()).then(|| names.join(" / "))
}

/// The names of the area a link is asked with.
fn link(entry: &Entry) -> Option<Vec<String>> {
    let area = entry.facts.link_area;
    area.map(|position| {
        let area = entry.catalogue.areas.get(usize::from(position));
        area.names.iter().map(ToString::to_string).collect()
    })
}

fn languages(entry: &Entry, mint: &mut Mint) -> Vec<Language> {
    entry
        .facts
        .languages
        .iter()
        .map(|position| {
            let code = entry.catalogue.languages.get(position);
            Language {
                id: mint.part("language", &[code]),
                service_id: entry.id.clone(),
                name: language::name(code).to_owned(),
                code: code.to_string(),
            }
        })
        .collect()
}

fn documents(entry: &Entry, mint: &mut Mint) -> Vec<RequiredDocument> {
    let advice = entry.kind.bring.as_deref();
    let document = advice.map(|advice| RequiredDocument {
        id: mint.part("required_document", &[&entry.kind.id]),
        service_id: entry.id.clone(),
        document: words::bring(advice),
    });
    document.into_iter().collect()
}
