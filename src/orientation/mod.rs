//! The judgement: from a catalogue and a situation to an orientation made of data.
//!
//! Pure: no screen, no file, no clock; time is a field of the situation. Reasons are enums, never sentences: `words`
//! speaks French. The tables that govern it are written where they are applied: eligibility in [`eligibility`], the
//! order in [`rank`], variety in `select`, safety in [`safety`].

#[cfg(test)]
mod aim_tests;
pub mod cost;
pub mod eligibility;
#[cfg(test)]
mod eligibility_tests;
pub mod explain;
#[cfg(test)]
mod explain_tests;
mod gaps;
mod known;
pub mod opening;
mod plan;
pub mod questions;
pub mod rank;
pub mod safety;
mod select;
mod store;
#[cfg(test)]
mod tests;

pub use cost::{Alternative, Cost, CostStatus, Costs, When, Year};
pub use eligibility::{Criterion, Finding, Findings, Verdict};
pub use explain::{Better, Change, Explanation, Placed, explain};
pub use known::Known;
pub use plan::Step;
pub use questions::ORDER as QUESTION_ORDER;
pub use rank::{Delay, Fit, Key, Row};
pub use safety::{SafetyLine, SafetyReason};
pub use store::Store;

use std::rc::Rc;

use crate::catalogue::model::{Aim, Facts};
use crate::catalogue::terms::{Family, Positions, Urgency};
use crate::situation::{Field, Situation};

/// A service that answers the need and is not excluded.
#[derive(Debug, Clone, PartialEq)]
pub struct Candidate {
    /// Position in the catalogue.
    pub position: usize,
    pub facts: &'static Facts,
    pub findings: Findings,
    pub fit: Fit,
    pub cost: Rc<Cost>,
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
    pub fn verdict(&self) -> Verdict {
        self.service.findings.verdict()
    }

    /// The needs asked that the service is made for, and those it also helps with.
    pub fn needs(&self, known: &Known, situation: &Situation) -> (Positions, Positions) {
        let core = known.made_for(self.service.facts, situation);
        (core, known.helps_with(self.service.facts, situation).without(core))
    }
}

/// A service that answers the need, and that one criterion excludes.
#[derive(Debug, Clone, PartialEq)]
pub struct Excluded {
    pub position: usize,
}

impl Excluded {
    /// What every criterion says of it.
    pub fn findings(&self, known: &Known, situation: &Situation) -> Findings {
        let facts = known.store().facts(self.position);
        eligibility::judge(facts, known, situation)
    }
}

/// The answer to a situation.
#[derive(Debug, Clone, PartialEq)]
pub struct Orientation {
    pub safety: Vec<SafetyLine>,
    /// The services that answer, best first: all of them, or as many as were wanted.
    pub results: Vec<Answered>,
    /// How many services answer.
    pub found: usize,
    /// Services that answer the need but are not for this person, by id.
    pub excluded: Vec<Excluded>,
    /// The needs asked that nobody near is made for: the area is under-served.
    pub under_served: Positions,
    /// Questions not asked whose answer could change something, anywhere in the list; [`questions::plan`] measures how
    /// much.
    pub next_questions: Vec<Field>,
}

/// Orients a person.
pub fn orient(known: &Known, situation: &Situation) -> Orientation {
    orient_first(known, situation, usize::MAX)
}

/// The same, of which only the first `most` results are wanted: the others are counted.
pub fn orient_first(known: &Known, situation: &Situation, most: usize) -> Orientation {
    let (mut candidates, excluded) = candidates(known, situation);
    step_doors_back(&mut candidates, known);
    let next_questions = questions::next(&candidates, situation);
    let mut order = ordered(&candidates);
    if mark_closed(&mut candidates, &order, known, situation) {
        order = ordered(&candidates);
    }
    let ranked = order.iter().map(|at| &candidates[*at]).collect();
    let varied = select::vary(ranked, known, situation);
    Orientation {
        safety: safety::safety(known, situation),
        found: varied.len(),
        results: plan::plan(&varied, known, situation, most),
        excluded,
        under_served: gaps::under_served(&candidates, known, situation),
        next_questions,
    }
}

/// How many services usually answer a need: room for them is made at once.
const USUAL: usize = 512;

/// Every service that answers the need: those for this person, and those that one criterion excludes.
fn candidates(known: &Known, situation: &Situation) -> (Vec<Candidate>, Vec<Excluded>) {
    let from = situation.commune.known().and_then(|place| place.commune);
    let mut costs = Costs::new(known, situation);
    let mut areas = eligibility::Areas::default();
    let (mut candidates, mut excluded) = (Vec::with_capacity(USUAL), Vec::with_capacity(USUAL));
    for (position, aim) in known.catalogue().aims.iter().enumerate() {
        if !may_answer(*aim, known, situation) {
            continue;
        }
        let facts = known.store().facts(position);
        let territory = areas.judge(facts, known, situation);
        // of a line one calls, where it is based says nothing
        let distance = from.filter(|_| !known.is_remote(facts)).and_then(|from| known.store().distance(facts, from));
        let Some(fit) = rank::fit(facts, known, situation, territory, distance) else {
            continue;
        };
        // whom it serves excludes more than all the rest together: the rest is then not judged
        let findings = (territory != Finding::Unmet)
            .then(|| eligibility::judge_the_rest(territory, facts, known, situation))
            .filter(|findings| findings.verdict() != Verdict::Excluded);
        let Some(findings) = findings else {
            excluded.push(Excluded { position });
            continue;
        };
        let cost = costs.of(facts);
        let key = rank::key(position, facts, known, situation, &findings, fit, &cost, distance);
        candidates.push(Candidate { position, facts, findings, fit, cost, distance, key });
    }
    (candidates, excluded)
}

/// Whether a service may answer, wherever it is, by its aim alone: most may not, and nothing more is read of them. It
/// says no only where [`rank::fit`] does.
fn may_answer(aim: Aim, known: &Known, situation: &Situation) -> bool {
    let kind = known.catalogue().kinds.get(usize::from(aim.kind));
    !aim.core.or(aim.also).and(known.asked_needs(situation)).is_empty()
        || !aim.core.and(known.unsaid).is_empty()
        || kind.family == Family::Bond
        || (kind.crisis && situation.is_danger())
}

/// How many of the best candidates are asked for their hours when help is needed today: reading hours costs more than
/// ranking.
const ASKED_FOR_HOURS: usize = 40;

/// Where the candidates stand, best first.
fn ordered(candidates: &[Candidate]) -> Vec<usize> {
    // candidates come by position in the catalogue, so where one stands here decides between equals as its position
    // does
    let keys = candidates.iter().map(|candidate| candidate.key.packed());
    let places = keys.zip(0_u32..);
    let mut order: Vec<u128> = places.map(|(key, at)| key >> u32::BITS << u32::BITS | u128::from(at)).collect();
    order.sort_unstable();
    order.into_iter().map(|key| (key & u128::from(u32::MAX)) as usize).collect()
}

/// When help is needed today, what is closed now steps behind what is open or does not say; whether any does.
fn mark_closed(candidates: &mut [Candidate], order: &[usize], known: &Known, situation: &Situation) -> bool {
    if situation.urgency.known().is_none_or(|urgency| *urgency > Urgency::Today) {
        return false;
    }
    let mut any = false;
    for at in order.iter().take(ASKED_FOR_HOURS) {
        let candidate = &mut candidates[*at];
        if !candidate.facts.has_hours {
            continue;
        }
        let record = known.store().record(candidate.position);
        let state = known.store().opening(candidate.position, record.hours.as_deref(), situation.at);
        candidate.key.closed = match state {
            // what opens later today still answers today
            opening::Opening::Closed { next: Some(next) } => situation.is_danger() || next.date != situation.at.date,
            opening::Opening::Closed { next: None } => true,
            _ => false,
        };
        any |= candidate.key.closed;
    }
    any
}

/// A door (« trouver un SSM ») stands beside the concrete services of its kind until one of them is known to serve the
/// commune and is no less sure than the door.
fn step_doors_back(candidates: &mut [Candidate], known: &Known) {
    let serves = |candidate: &&Candidate| {
        matches!(candidate.fit, Fit::MadeFor | Fit::Helps)
            && !candidate.facts.is_thin()
            && candidate.findings.of(Criterion::Territory) == Finding::Met
    };
    let concrete: Vec<(u8, bool)> =
        candidates.iter().filter(serves).map(|candidate| (candidate.facts.kind, candidate.key.to_check)).collect();
    for candidate in candidates.iter_mut().filter(|candidate| candidate.facts.general) {
        let as_sure =
            |(kind, to_check): &(u8, bool)| *kind == candidate.facts.kind && *to_check <= candidate.key.to_check;
        // what is kept for the person's own status is no door to the rest of its kind
        let own =
            known.is_kept_for_a_path(candidate.facts) && candidate.findings.of(Criterion::Migration) == Finding::Met;
        if own || !concrete.iter().any(as_sure) {
            candidate.key.fit = match candidate.key.fit {
                Fit::Door => Fit::MadeFor,
                Fit::DoorThatHelps => Fit::Helps,
                other => other,
            };
        }
    }
}
