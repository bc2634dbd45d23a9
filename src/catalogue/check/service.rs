//! The checks of a service: from what its file says to what the program judges and prints.

use super::super::date::PartialDate;
use super::super::hours::{self, HoursError};
use super::super::model::{ContactKind, Facts, Kind, Location, Reach, Record, Source, Verification};
use super::super::problem::Code;
use super::super::raw;
use super::super::text::Text;
use super::context::Context;
use super::facts::facts;
use super::outline::At;
use super::report::Report;
use super::vocabulary::{cited, texts};
use super::{contact, notes, prose, speech};

/// Checks one service; `None` when something it needs to exist at all is missing (the problems say what).
pub(super) fn service(
    report: &mut Report<'_>,
    context: &mut Context<'_>,
    raw: raw::Service,
) -> Option<(Facts, Record)> {
    let id = report.id(raw.id.clone());
    let kind = raw
        .kind
        .as_deref()
        .and_then(|word| report.position(Code::UnknownType, "le type", "type", word.trim(), &context.kinds.index));
    if raw.kind.is_none() {
        report.add(Code::MissingField, At::Start, "« type » manque", Some("choisir un type de types.yaml".into()));
    }
    let raw = match kind.and_then(|kind| context.kind_defaults.get(kind)) {
        Some(defaults) => with_kind(raw, defaults),
        None => raw,
    };
    let name = report.required("name", raw.name.clone(), 160);
    let own = (raw.crisis, raw.competent);
    let locations = contact::locations(report, raw.locations.clone().unwrap_or_default(), context.lists.territories);
    let mut facts = facts(report, context, &raw, &locations);
    let given = raw.contacts.as_ref().map_or(0, Vec::len) + usize::from(raw.how_to_reach.is_some());
    let record = record(report, context, raw, locations);
    facts.kind = u8::try_from(kind.unwrap_or_default()).unwrap_or_default();
    facts.conditions = u8::try_from(record.conditions.len()).unwrap_or(u8::MAX);
    facts.has_hours = record.hours.is_some();
    facts.hours_doubted = notes::doubt_hours(report, &record);
    settle_by_kind(&mut facts, kind.and_then(|kind| context.kinds.entries.get(kind)), own);
    facts.usual_languages = speech::usual_languages(&facts, context);
    facts.reach = reach(&record);
    facts.dated = newest(context.sources, &record.sources).max(record.verified.as_ref().map(|verified| verified.on));
    if given == 0 && !facts.reach.address {
        let hint = "ajouter un contact, une adresse, ou une phrase « how_to_reach »".to_owned();
        report.add(
            Code::Unreachable,
            At::Start,
            "personne ne peut l'atteindre : ni contact, ni adresse, ni explication",
            Some(hint),
        );
    }
    let (Some(id), Some(name)) = (id, name) else {
        return None;
    };
    let record = Record { id: id.into(), name: name.into(), ..record };
    outside_area(report, context, &facts, &record);
    spelling(report, kind.and_then(|kind| context.kinds.entries.get(kind)), &record);
    Some((facts, record))
}

/// A place outside the area served may be right (a seat in Brussels that serves Wallonia): a remark says so.
fn outside_area(report: &mut Report<'_>, context: &Context<'_>, facts: &Facts, record: &Record) {
    let Some(area) = facts.area.and_then(|area| context.areas.areas.get(usize::from(area))) else {
        return;
    };
    if !record.remarks.is_empty() {
        return;
    }
    for place in record.locations.iter().filter(|place| !place.secret) {
        let Some(commune) = place.commune.map(usize::from).filter(|commune| !area.communes.has(*commune)) else {
            continue;
        };
        let commune = context.lists.territories.communes.get(commune);
        let served: Vec<&str> = area.names.iter().map(Text::as_str).collect();
        let message = format!("le lieu est à {}, hors du territoire servi ({})", commune.own_name(), served.join(", "));
        let at = place.postal_code.as_ref().map_or(At::Key("locations"), |code| At::Field("postal_code", code));
        let hint = "corriger l'un ou l'autre ; si c'est voulu, l'expliquer dans « remarks »".to_owned();
        report.add(Code::CommuneOutsideArea, at, message, Some(hint));
    }
}

fn spelling(report: &mut Report<'_>, kind: Option<&Kind>, record: &Record) {
    let names = record.names.iter().map(|(_, name)| name);
    let beside: Vec<&str> = [Some(&record.name), record.organization.as_ref(), kind.map(|kind| &kind.label)]
        .into_iter()
        .flatten()
        .chain(names)
        .map(Text::as_str)
        .collect();
    let beside = beside.join(" ");
    if let Some(summary) = &record.summary {
        prose::sentences(report, "summary", summary);
    }
    for (key, text) in [("summary", &record.summary), ("how_to_reach", &record.how_to_reach)] {
        if let Some(text) = text {
            prose::acronyms(report, key, text, &beside);
        }
    }
}

/// An entry filled with the defaults of its type. What every service of a type also helps with is added to what the
/// entry says: any SSM has a social worker, whatever its entry insists on.
fn with_kind(raw: raw::Service, defaults: &raw::Service) -> raw::Service {
    let mut raw = raw.or(defaults);
    let also = defaults.needs.as_ref().and_then(|needs| needs.also.as_ref());
    if let (Some(needs), Some(also)) = (&mut raw.needs, also) {
        let own = needs.also.get_or_insert_default();
        let core = needs.core.as_deref().unwrap_or_default();
        let missing = also.iter().filter(|need| !own.contains(need) && !core.contains(need));
        let missing: Vec<String> = missing.cloned().collect();
        own.extend(missing);
    }
    raw
}

/// What its kind says of it, unless its own record does.
fn settle_by_kind(facts: &mut Facts, kind: Option<&Kind>, own: (Option<bool>, Option<bool>)) {
    facts.crisis = own.0.unwrap_or(kind.is_some_and(|kind| kind.crisis));
    facts.competent = own.1.unwrap_or(kind.is_some_and(|kind| kind.competent));
}

fn reach(record: &Record) -> Reach {
    let has = |kind| record.contacts.iter().any(|contact| contact.kind == kind);
    Reach {
        phone: has(ContactKind::Phone),
        email: has(ContactKind::Email),
        url: has(ContactKind::Url),
        address: record.locations.iter().any(|location| location.address.is_some() && !location.secret),
    }
}

fn newest(sources: &[Source], cited: &[u16]) -> Option<PartialDate> {
    cited.iter().filter_map(|position| sources.get(usize::from(*position))?.date).max()
}

fn record(report: &mut Report<'_>, context: &Context<'_>, raw: raw::Service, locations: Vec<Location>) -> Record {
    let names = raw.names.unwrap_or_default();
    let names = [("fr", names.fr), ("nl", names.nl), ("de", names.de), ("en", names.en)]
        .into_iter()
        .filter_map(|(language, name)| Some((Text::from(language), Text::from(report.text("names", name, 160)?))))
        .collect();
    Record {
        id: Text::default(),
        name: Text::default(),
        names,
        organization: report.text("organization", raw.organization, 160).map(Text::from),
        summary: report.text("summary", raw.summary, 600).map(Text::from),
        locations,
        contacts: contact::contacts(report, raw.contacts.unwrap_or_default()),
        how_to_reach: report.text("how_to_reach", raw.how_to_reach, 400).map(Text::from),
        conditions: texts(report.texts("conditions", raw.eligibility.and_then(|rules| rules.conditions), 300)),
        hours: hours(report, raw.hours).map(Text::from),
        hours_note: report.text("hours_note", raw.hours_note, 300).map(Text::from),
        sources: cited(report, raw.sources, context.lists.sources),
        verified: raw.verified.and_then(|verified| verification(report, verified)),
        remarks: texts(report.texts("remarks", raw.remarks, 700)),
        file: Text::from(report.place()),
    }
}

fn hours(report: &mut Report<'_>, value: Option<String>) -> Option<String> {
    let value = report.text("hours", value, 300)?;
    let (code, message, hint) = match hours::check(&value) {
        Ok(()) => return Some(value),
        Err(HoursError::Syntax(error)) => {
            // the library's first line: « --> 1:4 », line and column
            let column = error.lines().next().and_then(|first| first.rsplit(':').next()?.trim().parse::<usize>().ok());
            let rest: String = value.chars().skip(column.unwrap_or(1).saturating_sub(1)).collect();
            let from =
                if rest.is_empty() || rest == value { String::new() } else { format!(", à partir de « {rest} »") };
            let hint = "exemple : \"Mo-Fr 09:00-12:30,13:30-17:00; PH off\"";
            (Code::BadHours, format!("« {value} » n'est pas un horaire lisible{from}"), hint)
        }
        Err(HoursError::OnlyComment) => (
            Code::BadHours,
            format!("« {value} » serait lu « toujours ouvert »"),
            "mettre cette phrase dans « hours_note »",
        ),
        Err(HoursError::NeverOpen) => {
            (Code::NeverOpen, format!("« {value} » n'ouvre jamais"), "écrire les heures d'ouverture, ou ôter « hours »")
        }
    };
    report.add(code, At::Field("hours", &value), message, Some(hint.to_owned()));
    None
}

fn verification(report: &mut Report<'_>, raw: raw::Verified) -> Option<Verification> {
    if raw.on.is_none() || raw.by.is_none() || raw.how.is_none() {
        let hint = "verified: { on: 2026-11-21, by: \"qui\", how: \"téléphone\" }".to_owned();
        report.add(
            Code::BadVerification,
            At::Key("verified"),
            "« verified » doit dire quand, par qui et comment",
            Some(hint),
        );
    }
    let on = report.past_date("on", raw.on);
    let (by, how) = (report.text("by", raw.by, 80), report.text("how", raw.how, 80));
    Some(Verification { on: on?, by: by?.into(), how: how?.into() })
}
