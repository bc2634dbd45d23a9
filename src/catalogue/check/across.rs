//! The checks that look at several services together.

use std::collections::HashMap;

use super::super::fold::fold;
use super::super::model::{ContactKind, Facts, Kind, Record};
use super::super::problem::Code;
use super::super::terms::Family;
use super::outline::At;
use super::report::Report;

/// A service, checked, and where it stands: which file, which of its entries.
pub(super) struct Placed {
    pub(super) file: usize,
    pub(super) entry: usize,
    pub(super) facts: Facts,
    pub(super) record: Record,
}

impl Placed {
    /// Notes a problem of this service in the report of its file.
    fn tell(&self, reports: &mut [Report<'_>], code: Code, at: At<'_>, message: String, hint: &str) {
        if let Some(report) = reports.get_mut(self.file) {
            report.enter(self.entry, Some(&self.record.id));
            report.add(code, at, message, Some(hint.to_owned()));
        }
    }
}

/// Two entries of one type, in the same communes (or, without a place, for the same area), under one name.
pub(super) fn duplicates(services: &[Placed], reports: &mut [Report<'_>]) {
    let mut seen: HashMap<_, &Placed> = HashMap::new();
    for service in services {
        let facts = &service.facts;
        let area = if facts.communes.is_empty() { facts.area } else { None };
        let Some(other) = seen.insert((facts.kind, fold(&service.record.name), &facts.communes, area), service) else {
            continue;
        };
        let message =
            format!("même type, même commune et même nom que « {} » ({})", other.record.id, other.record.file);
        let hint = "fusionner les deux fiches, ou dire dans « name » ce qui les distingue";
        service.tell(reports, Code::DuplicateService, At::Field("name", &service.record.name), message, hint);
    }
}

/// One number for services that have nothing in common. A shared number is told as such by the label of the contact («
/// standard de l'hôpital »), or by a remark that holds it; short numbers belong to everybody.
pub(super) fn phones(services: &[Placed], kinds: &[Kind], reports: &mut [Report<'_>]) {
    let mut holders: HashMap<&str, &Placed> = HashMap::new();
    for service in services.iter().filter(|service| !service.facts.general) {
        for contact in service
            .record
            .contacts
            .iter()
            .filter(|contact| contact.kind == ContactKind::Phone && contact.label.is_none())
        {
            let number = contact.value.as_str();
            let short = number.bytes().filter(u8::is_ascii_digit).count() <= 6;
            if short || service.record.remarks.iter().any(|remark| remark.contains(number)) {
                continue;
            }
            let first = *holders.entry(number).or_insert(service);
            if related(first, service, kinds) {
                continue;
            }
            let message = format!(
                "le {number} est aussi le numéro de « {} », un service d'une autre sorte, sans lien dit entre eux",
                first.record.id
            );
            let hint =
                "corriger le numéro ; s'il est partagé, le dire : un « label » au contact, ou une remarque qui le cite";
            service.tell(reports, Code::SamePhone, At::Field("phone", number), message, hint);
        }
    }
}

/// Whether two services may well share a switchboard: one kind of answer, one organization, one address, or names that
/// begin alike.
fn related(a: &Placed, b: &Placed, kinds: &[Kind]) -> bool {
    let family =
        |service: &Placed| -> Option<Family> { kinds.get(usize::from(service.facts.kind)).map(|kind| kind.family) };
    let names = |service: &Placed| {
        let organization = service.record.organization.as_ref().map(|text| fold(text));
        [Some(fold(&service.record.name)), organization].into_iter().flatten().collect::<Vec<_>>()
    };
    let begins_alike = |one: &str, other: &str| {
        let count = one.split(' ').count().min(other.split(' ').count()).min(3);
        one.split(' ').take(count).eq(other.split(' ').take(count))
    };
    let addresses = |service: &Placed| {
        service
            .record
            .locations
            .iter()
            .filter_map(|place| Some((place.commune, fold(place.address.as_ref()?))))
            .collect::<Vec<_>>()
    };
    let (a_names, b_names) = (names(a), names(b));
    let b_addresses = addresses(b);
    family(a) == family(b)
        || a_names.iter().any(|one| {
            b_names
                .iter()
                .any(|other| begins_alike(one, other) || one.contains(other.as_str()) || other.contains(one.as_str()))
        })
        || addresses(a).iter().any(|address| b_addresses.contains(address))
}
