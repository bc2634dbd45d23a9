//! The checks of `sources.yaml`, `tariffs.yaml`, `needs.yaml` and `types.yaml`.

use std::collections::HashMap;

use super::super::date::PartialDate;
use super::super::model::{Kind, Need, PriceOption, Source, Tariff};
use super::super::money::Cents;
use super::super::problem::Code;
use super::super::raw;
use super::super::terms::{Family, Positions, PriceUnit, SessionMode, TariffStatus, Urgency};
use super::super::text::Text;
use super::contact;
use super::report::Report;

/// One vocabulary, checked: its entries and where each id stands among them.
pub(super) struct Vocabulary<T> {
    pub(super) entries: Vec<T>,
    pub(super) index: HashMap<String, usize>,
}

impl<T> Vocabulary<T> {
    fn new() -> Self {
        Self {
            entries: Vec::new(),
            index: HashMap::new(),
        }
    }

    fn push(&mut self, report: &mut Report<'_>, id: String, entry: T) {
        if self.index.contains_key(&id) {
            report.add(
                Code::DuplicateId,
                &[&id],
                format!("l'identifiant « {id} » est déjà pris"),
                Some("en choisir un autre".into()),
            );
            return;
        }
        self.index.insert(id, self.entries.len());
        self.entries.push(entry);
    }
}

fn text(value: Option<String>) -> Option<Text<'static>> {
    value.map(Text::from)
}

pub(super) fn texts(values: Vec<String>) -> Vec<Text<'static>> {
    values.into_iter().map(Text::from).collect()
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "a table longer than 65 535 entries is refused by the file size limits"
)]
pub(super) fn short(positions: Vec<usize>) -> Vec<u16> {
    positions
        .into_iter()
        .map(|position| position as u16)
        .collect()
}

/// A date that a source gives; « null » when it gives none.
pub(super) fn date(
    report: &mut Report<'_>,
    key: &str,
    value: Option<String>,
) -> Option<PartialDate> {
    let value = value?;
    let date = PartialDate::parse(value.trim());
    if date.is_none() {
        let hint = "écrire 2025, 2025-10 ou 2025-10-31".to_owned();
        report.add(
            Code::BadDate,
            &[&value, key],
            format!("« {key} » : « {value} » n'est pas une date"),
            Some(hint),
        );
    }
    date
}

pub(super) fn sources(
    report: &mut Report<'_>,
    raw: Vec<raw::Source>,
) -> Vocabulary<Source<'static>> {
    let mut vocabulary = Vocabulary::new();
    for (position, source) in raw.into_iter().enumerate() {
        report.enter(position, source.id.as_deref());
        let id = report.id(source.id);
        let title = report.required("title", source.title, 240);
        let publisher = report.text("publisher", source.publisher, 160);
        let date = date(report, "date", source.date);
        let url = source.url.and_then(|url| contact::url(report, &url));
        if let (Some(id), Some(title)) = (id, title) {
            let entry = Source {
                id: id.clone().into(),
                title: title.into(),
                publisher: text(publisher),
                date,
                url: text(url),
            };
            vocabulary.push(report, id, entry);
        }
    }
    vocabulary
}

pub(super) fn tariffs(
    report: &mut Report<'_>,
    raw: Vec<raw::Tariff>,
    sources: &HashMap<String, usize>,
) -> Vocabulary<Tariff<'static>> {
    let mut vocabulary = Vocabulary::new();
    for (position, tariff) in raw.into_iter().enumerate() {
        report.enter(position, tariff.id.as_deref());
        let id = report.id(tariff.id);
        let label = report.required("label", tariff.label, 100);
        let status = report
            .required("status", tariff.status, 20)
            .and_then(|word| report.word("status", &word, TariffStatus::ALL, TariffStatus::slug));
        let options: Vec<_> = tariff
            .options
            .unwrap_or_default()
            .into_iter()
            .filter_map(|option| price(report, option))
            .collect();
        if status == Some(TariffStatus::Amount) && options.is_empty() {
            report.add(
                Code::BadAmount,
                &["status"],
                "un tarif « amount » sans montant",
                Some("ajouter « options: [{ amount: \"…\" }] »".into()),
            );
        }
        let unit = tariff
            .unit
            .and_then(|word| report.word("unit", &word, PriceUnit::ALL, PriceUnit::slug));
        let conditions = texts(report.texts("conditions", tariff.conditions, 300));
        let (valid_from, valid_until) = (
            date(report, "valid_from", tariff.valid_from),
            date(report, "valid_until", tariff.valid_until),
        );
        let checked = date(report, "checked", tariff.checked);
        let sources = cited(report, tariff.sources, sources);
        if let (Some(id), Some(label), Some(status)) = (id, label, status) {
            let entry = Tariff {
                id: id.clone().into(),
                label: label.into(),
                status,
                options,
                unit,
                first_free: tariff.first_free.unwrap_or(false),
                support_sessions_young: tariff.support_sessions_young,
                support_sessions_adult: tariff.support_sessions_adult,
                treatment_sessions: tariff.treatment_sessions,
                money_no_obstacle: tariff.money_no_obstacle.unwrap_or(false),
                conditions,
                valid_from,
                valid_until,
                checked,
                sources,
            };
            vocabulary.push(report, id, entry);
        }
    }
    vocabulary
}

fn price(report: &mut Report<'_>, option: raw::PriceOption) -> Option<PriceOption<'static>> {
    if let (Some(min), Some(max)) = (option.age_min, option.age_max)
        && min > max
    {
        report.add(
            Code::AgeBounds,
            &["age_min"],
            format!("âge de {min} à {max} ans : les bornes sont inversées"),
            None,
        );
    }
    let Some(amount) = option.amount else {
        report.add(
            Code::BadAmount,
            &["options"],
            "un prix sans « amount »",
            Some("écrire amount: \"11.00\"".into()),
        );
        return None;
    };
    let Some(cents) = Cents::parse(&amount) else {
        let hint = "en euros, deux décimales au plus, jamais négatif : \"11.00\"".to_owned();
        report.add(
            Code::BadAmount,
            &[&amount],
            format!("« {amount} » n'est pas un montant"),
            Some(hint),
        );
        return None;
    };
    let mode = option
        .mode
        .and_then(|word| report.word("mode", &word, SessionMode::ALL, SessionMode::slug));
    let note = text(report.text("note", option.note, 160));
    Some(PriceOption {
        amount: cents,
        age_min: option.age_min,
        age_max: option.age_max,
        bim: option.bim,
        mode,
        note,
    })
}

/// The positions of the sources an entry cites; an entry without a source is a problem.
pub(super) fn cited(
    report: &mut Report<'_>,
    words: Option<Vec<String>>,
    sources: &HashMap<String, usize>,
) -> Vec<u16> {
    let words = words.unwrap_or_default();
    if words.is_empty() {
        report.add(
            Code::NoSource,
            &[],
            "aucune source",
            Some("un fait sans source n'entre pas : ajouter « sources: [...] »".into()),
        );
    }
    short(report.positions(Code::UnknownSource, "la source", &words, sources))
}

pub(super) fn needs(
    report: &mut Report<'_>,
    raw: Vec<raw::Need>,
    grouped: bool,
) -> Vocabulary<Need<'static>> {
    let mut vocabulary = Vocabulary::new();
    let count = raw.len();
    for (position, need) in raw.into_iter().enumerate() {
        report.enter(position, need.id.as_deref());
        let id = report.id(need.id);
        let group = if grouped {
            report.required("group", need.group, 60)
        } else {
            Some(String::new())
        };
        let label = report.required("label", need.label, 80);
        let short = report.required("short", need.short, 40);
        let synonyms = texts(report.texts("synonyms", need.synonyms, 60));
        if let (Some(id), Some(group), Some(label), Some(short)) = (id, group, label, short) {
            let entry = Need {
                id: id.clone().into(),
                group: group.into(),
                label: label.into(),
                short: short.into(),
                synonyms,
            };
            vocabulary.push(report, id, entry);
        }
    }
    if count > Positions::CAPACITY {
        report.add(
            Code::TooLarge,
            &[],
            format!("{count} entrées, {} au plus", Positions::CAPACITY),
            None,
        );
    }
    vocabulary
}

/// The kinds, and the defaults each gives to its services.
pub(super) fn kinds(
    report: &mut Report<'_>,
    raw: Vec<raw::Type>,
    sources: &HashMap<String, usize>,
) -> (Vocabulary<Kind<'static>>, Vec<raw::Service>) {
    let mut vocabulary = Vocabulary::new();
    let mut defaults = Vec::new();
    for (position, kind) in raw.into_iter().enumerate() {
        report.enter(position, kind.id.as_deref());
        let id = report.id(kind.id);
        let label = report.required("label", kind.label, 80);
        let family = report
            .required("family", kind.family, 20)
            .and_then(|word| report.word("family", &word, Family::ALL, Family::slug));
        let what = report.required("what", kind.what, 500);
        let (not, entry, bring) = (
            report.text("not", kind.not, 300),
            report.text("entry", kind.entry, 300),
            report.text("bring", kind.bring, 300),
        );
        let not_for = kind.not_for.unwrap_or_default();
        let not_for = not_for
            .iter()
            .filter_map(|word| report.word("not_for", word, Urgency::ALL, Urgency::slug))
            .collect();
        let cited = cited(report, kind.sources, sources);
        if let (Some(id), Some(label), Some(family), Some(what)) = (id, label, family, what) {
            let known = vocabulary.index.contains_key(&id);
            let record = Kind {
                id: id.clone().into(),
                label: label.into(),
                family,
                what: what.into(),
                not: text(not),
                entry: text(entry),
                bring: text(bring),
                remote: kind.remote.unwrap_or(false),
                crisis: kind.crisis.unwrap_or(false),
                not_for,
                sources: cited,
            };
            vocabulary.push(report, id, record);
            if !known {
                defaults.push(
                    kind.defaults
                        .map(raw::TypeDefaults::into_service)
                        .unwrap_or_default(),
                );
            }
        }
    }
    if vocabulary.entries.len() > usize::from(u8::MAX) {
        report.add(Code::TooLarge, &[], "plus de 255 types", None);
    }
    (vocabulary, defaults)
}
