//! The answer is a plan, not a list: at once, first, also, meanwhile.

use crate::catalogue::terms::Urgency;

use super::case::Case;
use super::ranking::Row;
use super::seat::FIRST;
use super::{Answered, Candidate};

/// The place of an answer in the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// Safety.
    AtOnce,
    /// The best fit.
    First,
    /// Another kind of answer.
    Also,
    /// Usable today, while the best one is slow or its delay is not known.
    Meanwhile,
}

impl Step {
    pub const fn slug(self) -> &'static str {
        match self {
            Self::AtOnce => "tout-de-suite",
            Self::First => "d-abord",
            Self::Also => "aussi",
            Self::Meanwhile => "en-attendant",
        }
    }
}

/// Gives each of the first `most` candidates its rank and its step.
pub(super) fn plan(candidates: &[&Candidate], case: &Case<'_>, most: usize) -> Vec<Answered> {
    // in danger the first step is safety
    let at_once = |candidate: &Candidate| case.is_danger() && candidate.key.level(Row::Safety) < 2;
    let first = if case.is_danger() { None } else { (!candidates.is_empty()).then_some(0) };
    let first_is_slow = first.is_some_and(|first: usize| {
        let held = candidates[first].facts.first_answer;
        candidates[first].key.level(Row::Delay) > 0 || held.is_none_or(|held| held > Urgency::Today)
    });
    let is_a_bridge = |candidate: &Candidate| case.is_a_bridge(candidate.facts);
    let bridged = candidates.iter().take(FIRST).any(|candidate| is_a_bridge(candidate));
    candidates
        .iter()
        .take(most)
        .enumerate()
        .map(|(position, service)| {
            let step = match () {
                () if at_once(service) => Step::AtOnce,
                () if Some(position) == first => Step::First,
                () if first_is_slow && is_a_bridge(service) => Step::Meanwhile,
                () if first_is_slow && !bridged && case.known.is_first_line(service.facts) => Step::Meanwhile,
                () => Step::Also,
            };
            Answered { rank: position + 1, step, service: Candidate::clone(service) }
        })
        .collect()
}
