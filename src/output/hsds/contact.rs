//! Telephones, addresses and pages; what is kept for professionals is marked everywhere it stands.

use crate::catalogue::model::{Contact, ContactKind};
use crate::catalogue::phone;
use crate::words::hsds as words;

use super::attribute::professionals_only;
use super::entry::Entry;
use super::ids::Mint;
use super::objects;

/// The ways to reach a service, where HSDS has them.
#[derive(Debug)]
pub struct Reach {
    pub phones: Vec<objects::Phone>,
    pub email: Option<String>,
    pub contacts: Vec<objects::Contact>,
    pub url: Option<String>,
    pub additional_urls: Vec<objects::Url>,
}

/// Sorts the contacts of an entry: its first address and its first page for anybody are the service's own.
pub fn reach(entry: &Entry, mint: &mut Mint) -> Reach {
    let of = |kind: ContactKind| entry.record.contacts.iter().filter(move |contact| contact.kind == kind);
    let email = own(of(ContactKind::Email));
    let url = own(of(ContactKind::Url));
    let others = |own: Option<&Contact>, contact: &Contact| own != Some(contact) || contact.label.is_some();
    Reach {
        phones: of(ContactKind::Phone).map(|contact| telephone(entry, mint, contact)).collect(),
        contacts: of(ContactKind::Email)
            .filter(|contact| others(email, contact))
            .map(|contact| mail(entry, mint, contact))
            .collect(),
        additional_urls: of(ContactKind::Url)
            .filter(|contact| others(url, contact))
            .map(|contact| page(entry, mint, contact))
            .collect(),
        email: email.map(|contact| contact.value.to_string()),
        url: url.map(|contact| contact.value.to_string()),
    }
}

/// The one that needs no word of explanation, or the first; never one kept for professionals.
fn own<'r, 'a: 'r>(contacts: impl Iterator<Item = &'r Contact> + Clone) -> Option<&'r Contact> {
    let mut public = contacts.filter(|contact| !contact.professionals_only);
    public.clone().find(|contact| contact.label.is_none()).or_else(|| public.next())
}

fn telephone(entry: &Entry, mint: &mut Mint, contact: &Contact) -> objects::Phone {
    let label = contact.label.as_deref();
    let id = mint.part("phone", &[&contact.value, label.unwrap_or_default()]);
    objects::Phone {
        service_id: entry.id.clone(),
        number: international(&contact.value),
        kind: "voice",
        description: words::contact(label, contact.professionals_only),
        attributes: marks("phone", &id, contact),
        id,
    }
}

fn mail(entry: &Entry, mint: &mut Mint, contact: &Contact) -> objects::Contact {
    let label = contact.label.as_deref();
    let id = mint.part("contact", &[&contact.value, label.unwrap_or_default()]);
    objects::Contact {
        service_id: entry.id.clone(),
        title: words::contact(label, contact.professionals_only),
        email: Some(contact.value.to_string()),
        attributes: marks("contact", &id, contact),
        id,
    }
}

fn page(entry: &Entry, mint: &mut Mint, contact: &Contact) -> objects::Url {
    let label = contact.label.as_deref();
    let id = mint.part("url", &[&contact.value, label.unwrap_or_default()]);
    objects::Url {
        service_id: entry.id.clone(),
        label: words::contact(label, contact.professionals_only),
        url: contact.value.to_string(),
        attributes: marks("url", &id, contact),
        id,
    }
}

fn marks(entity: &'static str, id: &str, contact: &Contact) -> Vec<objects::Attribute> {
    let mark = contact.professionals_only.then(|| professionals_only(entity, id));
    mark.into_iter().collect()
}

/// `+32 87 34 10 53`; short numbers exist only in Belgium and stay as they are.
fn international(number: &str) -> String {
    let spaced = number.trim();
    match spaced.strip_prefix('0') {
        Some(rest) if phone::Phone::tel_uri(spaced).starts_with("tel:+32") => format!("+32 {rest}"),
        _ => spaced.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_international_unless_they_are_short() {
        for (ours, theirs) in [
            ("087 34 10 53", "+32 87 34 10 53"),
            ("0800 32 123", "+32 800 32 123"),
            ("107", "107"),
            ("116 000", "116 000"),
            ("+352621123456", "+352621123456"),
        ] {
            assert_eq!(international(ours), theirs);
        }
    }
}
