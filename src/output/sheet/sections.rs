//! What follows the head of a sheet, in the order in which a person needs it: every writer that is read by people walks
//! it.

use crate::words::sentence;
use crate::words::sheet::{self, headings};

use super::Sheet;

/// A part of a sheet under one heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Section<'a> {
    pub heading: &'static str,
    pub pieces: Vec<Piece<'a>>,
}

/// One line of a part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Piece<'a> {
    Text(String),
    Contact { kind: &'static str, value: &'a str, label: Option<&'a str> },
    Map(&'a str),
}

/// The parts of a sheet that have something to say.
pub(super) fn sections(sheet: &Sheet) -> Vec<Section<'_>> {
    let texts = |texts: &[String]| texts.iter().cloned().map(Piece::Text).collect::<Vec<_>>();
    let mut reach: Vec<Piece<'_>> = sheet
        .contacts
        .iter()
        .map(|contact| Piece::Contact { kind: contact.kind, value: &contact.value, label: contact.label.as_deref() })
        .collect();
    let way_in: Vec<&str> = sheet.how_to_reach.iter().chain(&sheet.languages).map(String::as_str).collect();
    reach.extend((!way_in.is_empty()).then(|| Piece::Text(way_in.join(" "))));
    let mut cost = vec![sentence(&sheet.cost.text)];
    cost.extend(sheet.cost.conditions.iter().cloned());
    let mut way = Vec::new();
    for place in &sheet.places {
        way.push(Piece::Text(place.text.clone()));
        way.extend(place.map.as_deref().map(Piece::Map));
    }
    let mut source = sheet.source_text.clone();
    if let Some(on) =
        sheet.verified.as_ref().and_then(|verified| crate::catalogue::date::PartialDate::parse(&verified.on))
    {
        source = format!("{}. {}", source.trim_end_matches('.'), sheet::verified(on));
    }
    let all = [
        (headings::REACH, reach),
        (headings::SAY, sheet.say.iter().cloned().map(Piece::Text).collect()),
        (headings::BRING, sheet.bring.iter().cloned().map(Piece::Text).collect()),
        (headings::COST, vec![Piece::Text(cost.join(" "))]),
        (headings::HOURS, texts(&sheet.hours)),
        (headings::WAY, way),
        (headings::CHECK, texts(&sheet.to_check)),
        (headings::SOURCE, if source.is_empty() { Vec::new() } else { vec![Piece::Text(source)] }),
    ];
    all.into_iter()
        .filter(|(_, pieces)| !pieces.is_empty())
        .map(|(heading, pieces)| Section { heading, pieces })
        .collect()
}

/// « Équipe mobile · Croix-Rouge de Belgique ».
pub(super) fn subtitle(sheet: &Sheet) -> String {
    [Some(sheet.kind_label.as_str()), sheet.organization.as_deref()]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" · ")
}

/// What it is and is not: the service's own words, then those of its kind.
pub(super) fn about(sheet: &Sheet) -> (Option<&str>, String) {
    let kind = [Some(sheet.what.as_str()), sheet.not.as_deref()].into_iter().flatten().collect::<Vec<_>>().join(" ");
    (sheet.summary.as_deref(), kind)
}

/// An address as people type it.
pub(super) fn without_scheme(link: &str) -> &str {
    link.trim_start_matches("https://")
}
