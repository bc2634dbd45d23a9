//! The judgement: from a catalogue and a situation to an orientation made of data.
//!
//! Pure: no screen, no file, no clock; time is a field of the situation. Reasons are enums, never sentences: `words` speaks
//! French. The tables that govern it are written where they are applied: eligibility in [`eligibility`], the order in [`rank`], variety
//! in `select`, safety in [`safety`].

pub mod cost;
pub mod eligibility;
#[cfg(test)]
mod eligibility_tests;
pub mod explain;
#[cfg(test)]
mod explain_tests;
mod known;
pub mod opening;
mod plan;
mod questions;
pub mod rank;
pub mod safety;
mod select;
#[cfg(test)]
mod tests;

pub use cost::{Alternative, Cost, CostStatus, When, Year};
pub use eligibility::{Criterion, Finding, Findings, Verdict};
pub use explain::{Better, Change, Explanation, Placed, explain};
pub use known::Known;
pub use plan::Step;
pub use questions::ORDER as QUESTION_ORDER;
pub use rank::{Delay, Fit, Key, Row};
pub use safety::{SafetyLine, SafetyReason};

use crate::catalogue::Corrupt;
use crate::catalogue::model::Facts;
use crate::catalogue::terms::{Positions, Urgency};
use crate::situation::{Field, Situation};

/// A service that answers the need and is not excluded.
#[derive(Debug, Clone, PartialEq)]
pub struct Candidate {
    /// Position in the catalogue.
    pub position: usize,
    pub facts: Facts,
    pub findings: Findings,
    pub fit: Fit,
    pub cost: Cost,
    /// In tenths of km, between centres of communes.
    pub distance: Option<u32>,
    pub key: Key,
}

/// One answer, in its place.
#[derive(Debug, Clone, PartialEq)]
pub struct Answered {
    pub rank: usize,
    pub step: Step,
    pub service: Candidate,
}

impl Answered {
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        self.service.findings.verdict()
    }

    /// The needs asked that the service is made for, and those it also helps with.
    #[must_use]
    pub fn needs(&self, known: &Known<'_>, situation: &Situation) -> (Positions, Positions) {
        let core = known.made_for(&self.service.facts, situation);
        (
            core,
            known
                .helps_with(&self.service.facts, situation)
                .without(core),
        )
    }
}

/// A service that answers the need, and that one criterion excludes.
#[derive(Debug, Clone, PartialEq)]
pub struct Excluded {
    pub position: usize,
    pub findings: Findings,
}

/// The answer to a situation.
#[derive(Debug, Clone, PartialEq)]
pub struct Orientation {
    pub safety: Vec<SafetyLine>,
    /// Every service that answers, best first.
    pub results: Vec<Answered>,
    /// Services that answer the need but are not for this person, by id.
    pub excluded: Vec<Excluded>,
    /// Questions not asked whose answer could change something.
    pub next_questions: Vec<Field>,
}

/// Orients a person.
///
/// # Errors
/// When the catalogue is damaged.
pub fn orient(known: &Known<'_>, situation: &Situation) -> Result<Orientation, Corrupt> {
    let origin = situation
        .commune
        .known()
        .and_then(|place| known.point(place.commune?));
    let mut candidates = Vec::new();
    let mut excluded = Vec::new();
    for (position, facts) in known.catalogue().facts.iter().enumerate() {
        let facts = facts?;
        let findings = eligibility::judge(&facts, known, situation);
        let distance = known.distance(&facts, origin);
        let Some(fit) = rank::fit(&facts, known, situation, &findings, distance) else {
            continue;
        };
        if findings.verdict() == Verdict::Excluded {
            excluded.push(Excluded { position, findings });
            continue;
        }
        let cost = cost::cost(&facts, known, situation);
        let key = rank::key(
            position, &facts, known, situation, &findings, fit, &cost, distance,
        );
        candidates.push(Candidate {
            position,
            facts,
            findings,
            fit,
            cost,
            distance,
            key,
        });
    }
    step_doors_back(&mut candidates);
    candidates.sort_by_key(|candidate| candidate.key);
    mark_closed(&mut candidates, known, situation)?;
    let next_questions = questions::next(&candidates, situation);
    let varied = select::vary(candidates, known, situation);
    Ok(Orientation {
        safety: safety::safety(known, situation),
        results: plan::plan(varied, known, situation),
        excluded,
        next_questions,
    })
}

/// How many of the best candidates are asked for their hours when help is needed today: reading hours costs more than ranking.
const ASKED_FOR_HOURS: usize = 40;

/// When help is needed today, what is closed now steps behind what is open or does not say.
fn mark_closed(
    candidates: &mut [Candidate],
    known: &Known<'_>,
    situation: &Situation,
) -> Result<(), Corrupt> {
    if situation
        .urgency
        .known()
        .is_none_or(|urgency| *urgency > Urgency::Today)
    {
        return Ok(());
    }
    for candidate in candidates
        .iter_mut()
        .take(ASKED_FOR_HOURS)
        .filter(|candidate| candidate.facts.has_hours)
    {
        let record = known.catalogue().records.get(candidate.position)?;
        let state = record
            .hours
            .as_deref()
            .map(|hours| opening::opening(hours, situation.at));
        candidate.key.closed = match state {
            // what opens later today still answers today
            Some(opening::Opening::Closed { next: Some(next) }) => {
                situation.is_danger() || next.date != situation.at.date
            }
            Some(opening::Opening::Closed { next: None }) => true,
            _ => false,
        };
    }
    candidates.sort_by_key(|candidate| candidate.key);
    Ok(())
}

/// A door (« trouver un SSM ») stands beside the concrete services of its kind until one of them is known to serve the commune and can
/// be proposed without a check.
fn step_doors_back(candidates: &mut [Candidate]) {
    let serves = |candidate: &&Candidate| {
        matches!(candidate.fit, Fit::MadeFor | Fit::Helps)
            && !candidate.key.to_check
            && candidate.findings.of(Criterion::Territory) == Finding::Met
    };
    let kinds: Vec<u8> = candidates
        .iter()
        .filter(serves)
        .map(|candidate| candidate.facts.kind)
        .collect();
    for candidate in candidates
        .iter_mut()
        .filter(|candidate| candidate.facts.general)
    {
        if !kinds.contains(&candidate.facts.kind) {
            candidate.key.fit = match candidate.key.fit {
                Fit::Door => Fit::MadeFor,
                Fit::DoorThatHelps => Fit::Helps,
                other => other,
            };
        }
    }
}
