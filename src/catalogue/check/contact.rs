//! The checks of contacts and places.

use super::super::fold::fold;
use super::super::model::{Contact, ContactKind, Location};
use super::super::phone::Phone;
use super::super::problem::Code;
use super::super::raw;
use super::super::territory::Territories;
use super::super::text::{Text, is_unprintable};
use super::outline::At;
use super::report::Report;

/// A web address: http or https, a host with a dot, nothing that could not be typed.
pub(super) fn url(report: &mut Report<'_>, value: &str) -> Option<String> {
    let value = value.trim();
    let rest = value.strip_prefix("https://").or_else(|| value.strip_prefix("http://"));
    let host = rest.map(|rest| rest.split(['/', '?', '#']).next().unwrap_or_default());
    let host_fits = host.is_some_and(|host| {
        host.contains('.')
            && host.split('.').all(|label| !label.is_empty())
            && host.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | '-' | ':'))
    });
    if host_fits && !value.chars().any(|c| c.is_whitespace() || is_unprintable(c) || matches!(c, '"' | '<' | '>' | '`'))
    {
        return Some(value.to_owned());
    }
    let hint = "écrire l'adresse entière : https://www.exemple.be".to_owned();
    report.add(Code::BadUrl, At::Field("url", value), format!("« {value} » n'est pas une adresse de site"), Some(hint));
    None
}

fn email(report: &mut Report<'_>, value: &str) -> Option<String> {
    let value = value.trim();
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | '+' | '\'' | '&');
    let fits = value.split_once('@').is_some_and(|(name, domain)| {
        !name.is_empty()
            && name.chars().all(plain)
            && domain.contains('.')
            && domain.split('.').all(|label| !label.is_empty())
            && domain.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-'))
    });
    if fits {
        return Some(value.to_owned());
    }
    let hint = "écrire nom@domaine.be, une seule adresse, sans texte à côté".to_owned();
    report.add(
        Code::BadEmail,
        At::Field("email", value),
        format!("« {value} » n'est pas une adresse e-mail"),
        Some(hint),
    );
    None
}

fn phone(report: &mut Report<'_>, value: &str) -> Option<String> {
    let phone = Phone::parse(value).map(|phone| phone.as_str().to_owned());
    if phone.is_none() {
        let hint = "fixe (087 34 10 53), mobile, 0800 / 070 / 078, ou numéro court ; pas de texte à côté".to_owned();
        report.add(
            Code::BadPhone,
            At::Field("phone", value),
            format!("« {value} » n'est pas un numéro belge"),
            Some(hint),
        );
    }
    phone
}

pub(super) fn contacts(report: &mut Report<'_>, raw: Vec<raw::Contact>) -> Vec<Contact> {
    let mut contacts = Vec::new();
    for contact in raw {
        let label = report.text("label", contact.label, 100).map(Text::from);
        let professionals_only = match contact.reserved_for.as_deref() {
            None => false,
            Some("pro") => true,
            Some(other) => {
                let message = format!("un contact « for: {other} » : seul « pro » est possible");
                report.add(
                    Code::UnknownValue,
                    At::Field("for", other),
                    message,
                    Some("écrire « for: pro », ou l'ôter".into()),
                );
                false
            }
        };
        let (kind, value) = match (contact.phone, contact.email, contact.url) {
            (Some(value), None, None) => (ContactKind::Phone, phone(report, &value)),
            (None, Some(value), None) => (ContactKind::Email, email(report, &value)),
            (None, None, Some(value)) => (ContactKind::Url, url(report, &value)),
            (phone, email, url) => {
                let at = match (&phone, &email, &url, &label) {
                    (Some(value), ..) => At::Field("phone", value),
                    (None, Some(value), ..) => At::Field("email", value),
                    (None, None, Some(value), _) => At::Field("url", value),
                    (None, None, None, Some(label)) => At::Field("label", label),
                    (None, None, None, None) => At::Key("contacts"),
                };
                let hint = "une ligne par contact, avec « phone », « email » ou « url »".to_owned();
                report.add(Code::BadContact, at, "un contact doit avoir une seule de ces clés", Some(hint));
                continue;
            }
        };
        if let Some(value) = value {
            contacts.push(Contact { kind, value: value.into(), label, professionals_only });
        }
    }
    contacts
}

pub(super) fn locations(report: &mut Report<'_>, raw: Vec<raw::Location>, territories: &Territories) -> Vec<Location> {
    raw.into_iter().map(|location| self::location(report, location, territories)).collect()
}

fn location(report: &mut Report<'_>, raw: raw::Location, territories: &Territories) -> Location {
    let label = report.text("label", raw.label, 100).map(Text::from);
    let secret = raw.secret.unwrap_or(false);
    if secret && let Some(address) = &raw.address {
        let hint = "ôter l'adresse ; garder « secret: true »".to_owned();
        report.add(
            Code::SecretAddress,
            At::Field("address", address),
            "une adresse secrète ne s'écrit pas",
            Some(hint),
        );
    } else if !secret && raw.address.is_none() && raw.postal_code.is_none() && raw.commune.is_none() {
        let hint = "ajouter « address » et « postal_code », ou ôter le lieu".to_owned();
        report.add(
            Code::MissingField,
            At::Key("locations"),
            "un lieu sans adresse, ni code postal, ni commune",
            Some(hint),
        );
    }
    let address = report.text("address", raw.address, 160).map(Text::from);
    let mut communes: &[u16] = &[];
    if let Some(code) = &raw.postal_code {
        match territories.postal_code(code) {
            Some(postal) => communes = &postal.communes,
            None => report.add(
                Code::UnknownPostalCode,
                At::Field("postal_code", code),
                format!("le code postal « {code} » n'existe pas"),
                Some("un code postal belge a quatre chiffres".into()),
            ),
        }
    }
    let commune = match &raw.commune {
        None => communes.first().copied(),
        Some(name) => named_commune(report, name, raw.postal_code.as_deref(), communes, territories),
    };
    Location { label, address, postal_code: raw.postal_code.map(Text::from), commune, secret }
}

/// The commune an address names (a NIS code or a name, of the commune or of one of its localities), which must fit its
/// postal code.
fn named_commune(
    report: &mut Report<'_>,
    name: &str,
    postal_code: Option<&str>,
    reached: &[u16],
    territories: &Territories,
) -> Option<u16> {
    let mut named: Vec<u16> = Vec::new();
    if let Some(position) = territories.commune_by_nis(name) {
        named.extend(u16::try_from(position));
    } else {
        let folded = fold(name);
        for place in territories.names.iter() {
            if place.folded.as_str() == folded && !named.contains(&place.commune) {
                named.push(place.commune);
            }
        }
    }
    if named.is_empty() {
        let hint = Some("écrire le nom de la commune, ou son numéro NIS".to_owned());
        report.add(
            Code::UnknownTerritory,
            At::Field("commune", name),
            format!("la commune « {name} » n'existe pas"),
            hint,
        );
        return None;
    }
    let fitting = named.iter().copied().find(|commune| reached.is_empty() || reached.contains(commune));
    if fitting.is_none() {
        let own: Vec<String> = reached
            .iter()
            .map(|commune| territories.communes.get(usize::from(*commune)).own_name().to_owned())
            .collect();
        let code = postal_code.unwrap_or_default();
        let message = format!("le code postal {code} est celui de {}, pas de « {name} »", own.join(" ou de "));
        let hint = "corriger le code postal, ou le nom de la commune".to_owned();
        report.add(Code::PostalCodeMismatch, At::Field("commune", name), message, Some(hint));
    }
    fitting
}
