//! Whole results, of which what never changes of a service is written once and copied afterwards.

use std::sync::OnceLock;

use serde::Serialize;
use serde_json::value::{RawValue, to_raw_value};

use crate::catalogue::terms::Asking;
use crate::output::report::{CostReport, ResultReport, cost, distance_km, next_opening, result};
use crate::rules::{Answered, Orientation};
use crate::words::Words;

/// What a result says of a service whoever asks, as JSON.
#[derive(Debug)]
struct Face {
    id: Box<RawValue>,
    name: Box<RawValue>,
    kind: Box<RawValue>,
    kind_label: Box<RawValue>,
    contacts: Box<RawValue>,
    address: Box<RawValue>,
    how_to_reach: Box<RawValue>,
    source: Box<RawValue>,
    verified: Box<RawValue>,
}

impl Face {
    fn of(result: &ResultReport) -> Self {
        Self {
            id: json(&result.id),
            name: json(&result.name),
            kind: json(&result.kind),
            kind_label: json(&result.kind_label),
            contacts: json(&result.contacts),
            address: json(&result.address),
            how_to_reach: json(&result.how_to_reach),
            source: json(&result.source),
            verified: json(&result.verified),
        }
    }
}

/// Plain data, which JSON can always say.
fn json(value: &impl Serialize) -> Box<RawValue> {
    to_raw_value(value).unwrap_or_default()
}

/// The faces of the services of a catalogue, each made when it is first shown. They may be shared by threads.
#[derive(Debug)]
pub struct Faces {
    /// Two a service: as a professional sees it, who has contacts of their own, and as anybody else does.
    made: Box<[OnceLock<Box<Face>>]>,
}

impl Faces {
    pub fn new(services: usize) -> Self {
        Self { made: (0..2 * services).map(|_| OnceLock::new()).collect() }
    }

    fn of(&self, answered: &Answered, words: &Words<'_>) -> &Face {
        let professional = words.situation.asking.known() == Some(&Asking::Professional);
        let place = 2 * answered.service.position + usize::from(professional);
        self.made[place].get_or_init(|| Box::new(Face::of(&result(answered, words))))
    }
}

/// One answer: the same bytes as [`ResultReport`].
#[derive(Serialize)]
pub(super) struct WholeResult<'r> {
    rank: usize,
    id: &'r RawValue,
    name: &'r RawValue,
    #[serde(rename = "type")]
    kind: &'r RawValue,
    kind_label: &'r RawValue,
    step: &'static str,
    verdict: &'static str,
    fit: &'static str,
    distance_km: Option<f64>,
    cost: CostReport,
    contacts: &'r RawValue,
    address: &'r RawValue,
    how_to_reach: &'r RawValue,
    open: &'static str,
    next_opening: Option<String>,
    why: Vec<String>,
    to_check: Vec<String>,
    source: &'r RawValue,
    verified: &'r RawValue,
}

impl<'r> WholeResult<'r> {
    fn new(answered: &Answered, words: &Words<'_>, faces: &'r Faces) -> Self {
        let face = faces.of(answered, words);
        let service = &answered.service;
        let store = words.known.store();
        let record = store.record(service.position);
        let hours = record.hours.as_deref();
        let opening = store.opening(service.position, service.facts, hours, words.situation.at);
        Self {
            rank: answered.rank,
            id: &face.id,
            name: &face.name,
            kind: &face.kind,
            kind_label: &face.kind_label,
            step: answered.step.slug(),
            verdict: answered.verdict().slug(),
            fit: service.fit.slug(),
            distance_km: distance_km(service.distance),
            cost: cost(answered, words),
            contacts: &face.contacts,
            address: &face.address,
            how_to_reach: &face.how_to_reach,
            open: opening.slug(),
            next_opening: next_opening(opening),
            why: words.why(answered),
            to_check: words.to_check(answered, record),
            source: &face.source,
            verified: &face.verified,
        }
    }
}

/// The results of an orientation, all their fields.
pub(super) fn whole<'r>(orientation: &Orientation, words: &Words<'_>, faces: &'r Faces) -> Vec<WholeResult<'r>> {
    let results = orientation.results.iter();
    results.map(|answered| WholeResult::new(answered, words, faces)).collect()
}
