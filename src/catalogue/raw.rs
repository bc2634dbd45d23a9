//! The catalogue as its files say it: every key that may be written, nothing judged yet.
//!
//! Unknown keys are refused. Every field of a service is optional here, so that a file's `defaults` and a type's can
//! fill it; what is really missing is said by the checks, with its line.

use serde::Deserialize;

pub use super::eligibility::{Age, Eligibility};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ServicesFile {
    pub defaults: Option<Service>,
    pub services: Vec<Service>,
}

/// What stands before the list of services.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ServicesHead {
    pub defaults: Option<Service>,
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
#[expect(clippy::struct_field_names, reason = "service_area is HSDS's own term")]
pub struct Service {
    pub id: Option<String>,
    pub name: Option<String>,
    pub names: Option<Names>,
    pub organization: Option<String>,
    #[serde(rename = "type")]
    pub kind: Option<String>,
    pub general: Option<bool>,
    pub summary: Option<String>,
    pub locations: Option<Vec<Location>>,
    pub service_area: Option<Vec<String>>,
    pub service_area_except: Option<Vec<String>>,
    pub link_area: Option<Vec<String>>,
    pub contacts: Option<Vec<Contact>>,
    pub how_to_reach: Option<String>,
    pub eligibility: Option<Eligibility>,
    pub needs: Option<Needs>,
    pub wishes: Option<Vec<String>>,
    pub first_answer: Option<String>,
    pub hours: Option<String>,
    pub hours_note: Option<String>,
    pub languages: Option<Vec<String>>,
    pub interpreter: Option<bool>,
    pub tariffs: Option<Vec<String>>,
    pub sources: Option<Vec<String>>,
    pub confidence: Option<String>,
    pub verified: Option<Verified>,
    pub remarks: Option<Vec<String>>,
    pub about: Option<Vec<String>>,
    pub public: Option<Vec<String>>,
    pub crisis: Option<bool>,
    pub competent: Option<bool>,
}

impl Service {
    /// Fills what the entry does not say with what `defaults` says; eligibility is filled key by key.
    pub fn or(self, defaults: &Self) -> Self {
        macro_rules! fill {
            ($($field:ident),+) => { Self { $($field: self.$field.or_else(|| defaults.$field.clone()),)+
                eligibility: match (self.eligibility, &defaults.eligibility) {
                    (Some(own), Some(filling)) => Some(own.or(filling)),
                    (own, filling) => own.or_else(|| filling.clone()),
                } } };
        }
        fill!(
            id,
            name,
            names,
            organization,
            kind,
            general,
            summary,
            locations,
            service_area,
            service_area_except,
            link_area,
            contacts,
            how_to_reach,
            needs,
            wishes,
            first_answer,
            hours,
            hours_note,
            languages,
            interpreter,
            tariffs,
            sources,
            confidence,
            verified,
            remarks,
            about,
            public,
            crisis,
            competent
        )
    }
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Names {
    pub fr: Option<String>,
    pub nl: Option<String>,
    pub de: Option<String>,
    pub en: Option<String>,
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Location {
    pub label: Option<String>,
    pub address: Option<String>,
    pub postal_code: Option<String>,
    pub commune: Option<String>,
    pub secret: Option<bool>,
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Contact {
    pub phone: Option<String>,
    pub email: Option<String>,
    pub url: Option<String>,
    pub label: Option<String>,
    #[serde(rename = "for")]
    pub reserved_for: Option<String>,
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Needs {
    pub core: Option<Vec<String>>,
    pub also: Option<Vec<String>>,
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Verified {
    pub on: Option<String>,
    pub by: Option<String>,
    pub how: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TypesFile {
    pub types: Vec<Type>,
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Type {
    pub id: Option<String>,
    pub label: Option<String>,
    pub family: Option<String>,
    pub what: Option<String>,
    pub not: Option<String>,
    pub entry: Option<String>,
    pub bring: Option<String>,
    pub remote: Option<bool>,
    pub crisis: Option<bool>,
    pub role: Option<String>,
    pub competent: Option<bool>,
    pub first_line: Option<bool>,
    pub without_sector: Option<bool>,
    pub second_line: Option<bool>,
    pub broad: Option<bool>,
    pub not_for: Option<Vec<String>>,
    pub defaults: Option<TypeDefaults>,
    pub sources: Option<Vec<String>>,
}

/// What holds for every service of a type, unless its entry says otherwise.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct TypeDefaults {
    pub asking: Option<Vec<String>>,
    pub conditions: Option<Vec<String>>,
    pub tariffs: Option<Vec<String>>,
    pub wishes: Option<Vec<String>>,
    pub needs: Option<Needs>,
    pub service_area: Option<Vec<String>>,
    pub first_answer: Option<String>,
    pub papers: Option<Vec<String>>,
}

impl TypeDefaults {
    /// The same defaults in the shape of a service, to fill one with.
    pub fn into_service(self) -> Service {
        Service {
            eligibility: Some(Eligibility {
                asking: self.asking,
                conditions: self.conditions,
                papers: self.papers,
                ..Eligibility::default()
            }),
            tariffs: self.tariffs,
            wishes: self.wishes,
            needs: self.needs,
            service_area: self.service_area,
            first_answer: self.first_answer,
            ..Service::default()
        }
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NeedsFile {
    pub needs: Vec<Need>,
    pub wishes: Vec<Need>,
    #[serde(default)]
    pub subjects: Vec<Subject>,
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Need {
    pub id: Option<String>,
    pub group: Option<String>,
    pub label: Option<String>,
    pub short: Option<String>,
    pub synonyms: Option<Vec<String>>,
    pub nature: Option<Vec<String>>,
    pub alarm: Option<String>,
    pub understood_from: Option<Vec<String>>,
}

/// What an entry may be about, or whom it may be kept for, that is narrower than a need.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Subject {
    pub id: Option<String>,
    pub need: Option<String>,
    pub public: Option<bool>,
    pub common: Option<bool>,
    pub adults: Option<bool>,
    pub label: Option<String>,
    pub short: Option<String>,
    pub synonyms: Option<Vec<String>>,
    pub named_by: Option<Vec<String>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TariffsFile {
    pub tariffs: Vec<Tariff>,
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Tariff {
    pub id: Option<String>,
    pub label: Option<String>,
    pub status: Option<String>,
    pub options: Option<Vec<PriceOption>>,
    pub unit: Option<String>,
    pub first_free: Option<bool>,
    pub support_sessions_young: Option<u8>,
    pub support_sessions_adult: Option<u8>,
    pub treatment_sessions: Option<u8>,
    pub money_no_obstacle: Option<bool>,
    pub papers: Option<Vec<String>>,
    pub conditions: Option<Vec<String>>,
    pub valid_from: Option<String>,
    pub valid_until: Option<String>,
    pub checked: Option<String>,
    pub sources: Option<Vec<String>>,
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct PriceOption {
    pub amount: Option<String>,
    pub age_min: Option<u8>,
    pub age_max: Option<u8>,
    pub bim: Option<bool>,
    pub migration: Option<Vec<String>>,
    pub mode: Option<String>,
    pub note: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SourcesFile {
    pub sources: Vec<Source>,
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Source {
    pub id: Option<String>,
    pub title: Option<String>,
    pub publisher: Option<String>,
    pub date: Option<String>,
    pub url: Option<String>,
}
