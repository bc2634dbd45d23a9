//! The checks of a service: from what its file says to what the program judges and prints.

use std::collections::HashMap;

use super::super::compiled::Corrupt;
use super::super::date::PartialDate;
use super::super::hours::{self, HoursError};
use super::super::language;
use super::super::model::{ContactKind, Facts, Location, Reach, Record, Source, Verification};
use super::super::problem::Code;
use super::super::raw;
use super::super::terms::{
    Asking, Audience, Confidence, Migration, Positions, Region, Setting, Terms, Urgency,
};
use super::super::territory::{Area, AreaError, Territories, resolve_area};
use super::super::text::Text;
use super::contact;
use super::report::Report;
use super::vocabulary::{cited, date, short, texts};

/// What the services refer to, and what is gathered while reading them.
pub(super) struct Context<'c> {
    pub(super) territories: Territories<'c>,
    pub(super) kinds: &'c HashMap<String, usize>,
    pub(super) kind_defaults: &'c [raw::Service],
    pub(super) needs: &'c HashMap<String, usize>,
    pub(super) wishes: &'c HashMap<String, usize>,
    pub(super) tariffs: &'c HashMap<String, usize>,
    pub(super) source_index: &'c HashMap<String, usize>,
    pub(super) sources: &'c [Source<'static>],
    pub(super) areas: Vec<Area<'static>>,
    area_positions: HashMap<AreaKey, Option<u16>>,
    pub(super) languages: Vec<&'static str>,
}

/// The words of an area: included, excepted, and the commune of the address when « commune » is one of them.
type AreaKey = (Vec<String>, Vec<String>, Vec<u16>);

impl<'c> Context<'c> {
    #[expect(
        clippy::too_many_arguments,
        reason = "one argument per vocabulary a service refers to"
    )]
    pub(super) fn new(
        territories: Territories<'c>,
        kinds: &'c HashMap<String, usize>,
        kind_defaults: &'c [raw::Service],
        needs: &'c HashMap<String, usize>,
        wishes: &'c HashMap<String, usize>,
        tariffs: &'c HashMap<String, usize>,
        source_index: &'c HashMap<String, usize>,
        sources: &'c [Source<'static>],
    ) -> Self {
        Self {
            territories,
            kinds,
            kind_defaults,
            needs,
            wishes,
            tariffs,
            source_index,
            sources,
            areas: Vec::new(),
            area_positions: HashMap::new(),
            languages: Vec::new(),
        }
    }
}

/// Checks one service; `None` when something it needs to exist at all is missing (the problems say what).
pub(super) fn service(
    report: &mut Report<'_>,
    context: &mut Context<'_>,
    raw: raw::Service,
) -> Result<Option<(Facts, Record<'static>)>, Corrupt> {
    let id = report.id(raw.id.clone());
    let kind = match raw.kind.clone() {
        Some(word) => report.position(Code::UnknownType, "le type", word.trim(), context.kinds),
        None => {
            report.add(
                Code::MissingField,
                &[],
                "« type » manque",
                Some("choisir un type de types.yaml".into()),
            );
            None
        }
    };
    let raw = match kind.and_then(|kind| context.kind_defaults.get(kind)) {
        Some(defaults) => with_kind(raw, defaults),
        None => raw,
    };
    let name = report.required("name", raw.name.clone(), 160);
    let locations = contact::locations(
        report,
        raw.locations.clone().unwrap_or_default(),
        &context.territories,
    )?;
    let mut facts = facts(report, context, &raw, &locations)?;
    let record = record(report, context, raw, locations);
    facts.kind = u8::try_from(kind.unwrap_or_default()).unwrap_or_default();
    facts.conditions = u8::try_from(record.conditions.len()).unwrap_or(u8::MAX);
    facts.has_hours = record.hours.is_some();
    facts.reach = reach(&record);
    facts.dated = newest(context.sources, &record.sources);
    if record.contacts.is_empty() && !facts.reach.address && record.how_to_reach.is_none() {
        let hint = "ajouter un contact, une adresse, ou une phrase « how_to_reach »".to_owned();
        report.add(
            Code::Unreachable,
            &[],
            "personne ne peut l'atteindre : ni contact, ni adresse, ni explication",
            Some(hint),
        );
    }
    let (Some(id), Some(name)) = (id, name) else {
        return Ok(None);
    };
    Ok(Some((
        facts,
        Record {
            id: id.into(),
            name: name.into(),
            ..record
        },
    )))
}

/// An entry filled with the defaults of its type. What every service of a type also helps with is added to what the entry says: any
/// SSM has a social worker, whatever its entry insists on.
fn with_kind(raw: raw::Service, defaults: &raw::Service) -> raw::Service {
    let mut raw = raw.or(defaults);
    let also = defaults
        .needs
        .as_ref()
        .and_then(|needs| needs.also.as_ref());
    if let (Some(needs), Some(also)) = (&mut raw.needs, also) {
        let own = needs.also.get_or_insert_default();
        let core = needs.core.as_deref().unwrap_or_default();
        let missing = also
            .iter()
            .filter(|need| !own.contains(need) && !core.contains(need));
        let missing: Vec<String> = missing.cloned().collect();
        own.extend(missing);
    }
    raw
}

fn reach(record: &Record<'_>) -> Reach {
    let has = |kind| record.contacts.iter().any(|contact| contact.kind == kind);
    Reach {
        phone: has(ContactKind::Phone),
        email: has(ContactKind::Email),
        url: has(ContactKind::Url),
        address: record
            .locations
            .iter()
            .any(|location| location.address.is_some() && !location.secret),
    }
}

fn newest(sources: &[Source<'_>], cited: &[u16]) -> Option<PartialDate> {
    cited
        .iter()
        .filter_map(|position| sources.get(usize::from(*position))?.date)
        .max()
}

fn facts(
    report: &mut Report<'_>,
    context: &mut Context<'_>,
    raw: &raw::Service,
    locations: &[Location<'_>],
) -> Result<Facts, Corrupt> {
    let eligibility = raw.eligibility.clone().unwrap_or_default();
    let (age_min, age_max) = ages(report, eligibility.age.unwrap_or_default());
    let needs = raw.needs.clone().unwrap_or_default();
    let core = report.positions(
        Code::UnknownNeed,
        "le besoin",
        &needs.core.unwrap_or_default(),
        context.needs,
    );
    let also = report.positions(
        Code::UnknownNeed,
        "le besoin",
        &needs.also.unwrap_or_default(),
        context.needs,
    );
    let wishes = report.positions(
        Code::UnknownWish,
        "le souhait",
        raw.wishes.as_deref().unwrap_or_default(),
        context.wishes,
    );
    let tariffs = report.positions(
        Code::UnknownTariff,
        "le tarif",
        raw.tariffs.as_deref().unwrap_or_default(),
        context.tariffs,
    );
    let mut communes: Vec<u16> = locations.iter().filter_map(|place| place.commune).collect();
    communes.sort_unstable();
    communes.dedup();
    Ok(Facts {
        kind: 0,
        general: raw.general.unwrap_or(false),
        area: area(
            report,
            context,
            raw.service_area.as_deref(),
            raw.service_area_except.as_deref(),
            locations,
        )?,
        link_area: area(report, context, raw.link_area.as_deref(), None, locations)?,
        age_min,
        age_max,
        audience: eligibility
            .audience
            .and_then(|word| report.word("audience", &word, Audience::ALL, Audience::slug)),
        migration: terms(
            report,
            "migration",
            eligibility.migration,
            Migration::ALL,
            Migration::slug,
        ),
        asking: terms(
            report,
            "asking",
            eligibility.asking,
            Asking::ALL,
            Asking::slug,
        ),
        settings: terms(
            report,
            "settings",
            eligibility.settings,
            Setting::ALL,
            Setting::slug,
        ),
        conditions: 0,
        core: Positions::of(core),
        also: Positions::of(also),
        wishes: Positions::of(wishes),
        first_answer: raw
            .first_answer
            .as_deref()
            .and_then(|word| report.word("first_answer", word, Urgency::ALL, Urgency::slug)),
        languages: languages(
            report,
            context,
            raw.languages.as_deref().unwrap_or_default(),
        ),
        interpreter: raw.interpreter,
        tariffs: short(tariffs),
        home: home(report.file()),
        communes,
        reach: Reach::default(),
        confidence: raw
            .confidence
            .as_deref()
            .and_then(|word| report.word("confidence", word, Confidence::ALL, Confidence::slug))
            .unwrap_or(Confidence::High),
        dated: None,
        has_hours: false,
    })
}

fn record(
    report: &mut Report<'_>,
    context: &Context<'_>,
    raw: raw::Service,
    locations: Vec<Location<'static>>,
) -> Record<'static> {
    let names = raw.names.unwrap_or_default();
    let names = [
        ("fr", names.fr),
        ("nl", names.nl),
        ("de", names.de),
        ("en", names.en),
    ]
    .into_iter()
    .filter_map(|(language, name)| {
        Some((
            Text::from(language),
            Text::from(report.text("names", name, 160)?),
        ))
    })
    .collect();
    Record {
        id: Text::default(),
        name: Text::default(),
        names,
        organization: report
            .text("organization", raw.organization, 160)
            .map(Text::from),
        summary: report.text("summary", raw.summary, 600).map(Text::from),
        locations,
        contacts: contact::contacts(report, raw.contacts.unwrap_or_default()),
        how_to_reach: report
            .text("how_to_reach", raw.how_to_reach, 400)
            .map(Text::from),
        conditions: texts(report.texts(
            "conditions",
            raw.eligibility.and_then(|rules| rules.conditions),
            300,
        )),
        hours: hours(report, raw.hours).map(Text::from),
        hours_note: report
            .text("hours_note", raw.hours_note, 300)
            .map(Text::from),
        sources: cited(report, raw.sources, context.source_index),
        verified: raw
            .verified
            .and_then(|verified| verification(report, verified)),
        remarks: texts(report.texts("remarks", raw.remarks, 700)),
        file: Text::from(report.place()),
    }
}

/// `services/<region>/…`: the region a service is based in; `belgique` is none.
fn home(file: &str) -> Option<Region> {
    file.rsplit('/').skip(1).find_map(Region::from_slug)
}

fn ages(report: &mut Report<'_>, age: raw::Age) -> (Option<u8>, Option<u8>) {
    let bound = |value: Option<i64>| {
        value.map(|years| u8::try_from(years).ok().filter(|years| *years <= 120))
    };
    let (min, max) = (bound(age.min), bound(age.max));
    let reversed = matches!((min, max), (Some(Some(min)), Some(Some(max))) if min > max);
    if min == Some(None) || max == Some(None) || reversed {
        let hint = "de 0 à 120 ans, le plus petit d'abord".to_owned();
        report.add(
            Code::AgeBounds,
            &["age"],
            "les bornes d'âge ne tiennent pas",
            Some(hint),
        );
        return (None, None);
    }
    (min.flatten(), max.flatten())
}

fn terms<T: Copy>(
    report: &mut Report<'_>,
    key: &str,
    words: Option<Vec<String>>,
    all: &[T],
    slug: impl Fn(T) -> &'static str + Copy,
) -> Terms {
    let words = words.unwrap_or_default();
    Terms::of(words.iter().filter_map(|word| {
        report.word(key, word, all, slug)?;
        all.iter().position(|value| slug(*value) == word)
    }))
}

fn languages(report: &mut Report<'_>, context: &mut Context<'_>, codes: &[String]) -> Positions {
    let mut set = Positions::default();
    for code in codes {
        let Some(known) = language::find(code) else {
            let hint = "codes ISO 639-1 : fr, nl, de, en, ar, tr…".to_owned();
            report.add(
                Code::BadLanguage,
                &[code],
                format!("« {code} » n'est pas un code de langue"),
                Some(hint),
            );
            continue;
        };
        let position = context
            .languages
            .iter()
            .position(|other| *other == known)
            .unwrap_or_else(|| {
                context.languages.push(known);
                context.languages.len() - 1
            });
        if position < Positions::CAPACITY {
            set.insert(position);
        } else {
            report.add(
                Code::TooLarge,
                &[code],
                format!("plus de {} langues différentes", Positions::CAPACITY),
                None,
            );
        }
    }
    set
}

fn hours(report: &mut Report<'_>, value: Option<String>) -> Option<String> {
    let value = report.text("hours", value, 300)?;
    let (message, hint) = match hours::check(&value) {
        Ok(()) => return Some(value),
        Err(HoursError::Syntax(error)) => {
            let first = error.lines().next().unwrap_or_default();
            (
                format!("« {value} » n'est pas un horaire lisible ({first})"),
                "exemple : \"Mo-Fr 09:00-12:30,13:30-17:00; PH off\"",
            )
        }
        Err(HoursError::OnlyComment) => (
            format!("« {value} » serait lu « toujours ouvert »"),
            "mettre cette phrase dans « hours_note »",
        ),
    };
    report.add(
        Code::BadHours,
        &[&value, "hours"],
        message,
        Some(hint.to_owned()),
    );
    None
}

fn verification(report: &mut Report<'_>, raw: raw::Verified) -> Option<Verification<'static>> {
    let on = date(report, "verified", raw.on);
    let (by, how) = (
        report.text("by", raw.by, 80),
        report.text("how", raw.how, 80),
    );
    if let (Some(on), Some(by), Some(how)) = (on, by, how) {
        return Some(Verification {
            on,
            by: by.into(),
            how: how.into(),
        });
    }
    let hint = "verified: { on: 2026-11-21, by: \"qui\", how: \"téléphone\" }".to_owned();
    report.add(
        Code::BadVerification,
        &["verified"],
        "« verified » doit dire quand, par qui et comment",
        Some(hint),
    );
    None
}

fn area(
    report: &mut Report<'_>,
    context: &mut Context<'_>,
    included: Option<&[String]>,
    excepted: Option<&[String]>,
    locations: &[Location<'_>],
) -> Result<Option<u16>, Corrupt> {
    let Some(included) = included.filter(|words| !words.is_empty()) else {
        return Ok(None);
    };
    let own: Vec<u16> = if included.iter().any(|word| word == "commune") {
        locations
            .iter()
            .filter_map(|location| location.commune)
            .collect()
    } else {
        Vec::new()
    };
    let key = (
        included.to_vec(),
        excepted.unwrap_or_default().to_vec(),
        own,
    );
    if let Some(known) = context.area_positions.get(&key) {
        return Ok(*known);
    }
    let position = new_area(report, context, &key)?;
    context.area_positions.insert(key, position);
    Ok(position)
}

fn new_area(
    report: &mut Report<'_>,
    context: &mut Context<'_>,
    key: &AreaKey,
) -> Result<Option<u16>, Corrupt> {
    let (included, excepted, own) = key;
    let mut words = included.clone();
    if words.iter().any(|word| word == "commune") {
        words.retain(|word| word != "commune");
        if own.is_empty() {
            let hint = "ajouter une adresse avec son code postal".to_owned();
            report.add(
                Code::UnknownTerritory,
                &["service_area"],
                "« commune » : l'adresse ne dit pas laquelle",
                Some(hint),
            );
        }
        for commune in own {
            words.push(
                context
                    .territories
                    .communes
                    .get(usize::from(*commune))?
                    .nis
                    .to_string(),
            );
        }
    }
    let (code, message, hint) = match resolve_area(&context.territories, &words, excepted) {
        Ok(area) if area.communes.is_empty() => return Ok(None),
        Ok(area) => {
            let position = context
                .areas
                .iter()
                .position(|known| *known == area)
                .unwrap_or_else(|| {
                    context.areas.push(area);
                    context.areas.len() - 1
                });
            return Ok(u16::try_from(position).ok());
        }
        Err(AreaError::Corrupt(error)) => return Err(error),
        Err(AreaError::Unknown { code, near }) => {
            let hint = near.map_or_else(
                || {
                    "région, province-…, arr-…, reseau-…, un nom de commune ou un numéro NIS"
                        .to_owned()
                },
                |near| format!("vouliez-vous dire « {near} » ?"),
            );
            (
                code.clone(),
                format!("le territoire « {code} » n'existe pas"),
                hint,
            )
        }
        Err(AreaError::Ambiguous { code, choices }) => (
            code.clone(),
            format!("« {code} » est le nom de plusieurs communes"),
            format!("écrire le numéro NIS : {}", choices.join(" ou ")),
        ),
    };
    report.add(Code::UnknownTerritory, &[&code], message, Some(hint));
    Ok(None)
}
