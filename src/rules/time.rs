//! The pass of time: when help is needed today, what is closed, or whose hours nobody knows on a day when most are
//! closed, steps behind what is open.

use crate::catalogue::terms::Family;

use super::case::Case;
use super::delay::{Delay, delay};
use super::fit::Reach;
use super::opening::{self, Opening};
use super::ranking::{Row, safety};
use super::{Candidate, ordered};

/// How many of the best candidates are asked for their hours at a time: reading hours costs more than ranking.
const ASKED_AT_ONCE: usize = 40;

/// How many times the order may change before it is left as it is.
const ROUNDS: usize = 3;

/// Marks what is closed among the best candidates, and gives their order again until it no longer changes.
pub(super) fn step_closed_back(candidates: &mut [Candidate], case: &Case<'_>) -> Vec<usize> {
    let mut order = ordered(candidates);
    if !case.is_soon() {
        return order;
    }
    let quiet = opening::is_quiet_day(case.situation.at);
    let mut asked = vec![false; candidates.len()];
    for _ in 0..ROUNDS {
        let mut any = false;
        for at in order.iter().take(ASKED_AT_ONCE) {
            if std::mem::replace(&mut asked[*at], true) {
                continue;
            }
            let level = level(&candidates[*at], case, quiet);
            candidates[*at].key.set(Row::OpenNow, level);
            any |= level > 0 || answers_now(&mut candidates[*at], case, level);
        }
        if !any {
            break;
        }
        order = ordered(candidates);
    }
    order
}

/// In danger, what is made for the need said and is open at this hour stands with the emergency services; whether it
/// moved there.
fn answers_now(candidate: &mut Candidate, case: &Case<'_>, open: u32) -> bool {
    let is_made_for = case.is_danger() && !case.said.and(candidate.facts.core).is_empty();
    // in danger one calls: what has no telephone waits behind what has one
    let there = candidate.facts.reach.phone && candidate.reach != Reach::Elsewhere;
    let is_open = open == 0 && candidate.facts.has_hours && there;
    let moves = is_made_for && is_open && candidate.key.level(Row::Safety) > safety::MADE_FOR_CRISES;
    if moves {
        candidate.key.set(Row::Safety, safety::MADE_FOR_CRISES);
    }
    moves
}

/// Whoever is alone today is not sent to a door that is closed.
pub(super) fn is_no_place_for_today(candidate: &Candidate, case: &Case<'_>) -> bool {
    case.is_soon() && case.known.family(candidate.facts) == Family::Bond && candidate.key.level(Row::OpenNow) > 0
}

fn level(candidate: &Candidate, case: &Case<'_>, quiet: bool) -> u32 {
    const OPEN: u32 = 0;
    const UNKNOWN: u32 = 1;
    const CLOSED: u32 = 2;
    let facts = &candidate.facts;
    // what is known to answer in time does so on that day too
    let answers = case.known.answers_at_once(facts) || delay(facts, case) == Delay::InTime;
    let unknown = if quiet && !answers { UNKNOWN } else { OPEN };
    if !facts.has_hours {
        return unknown;
    }
    let record = case.known.store().record(candidate.position);
    let at = case.situation.at;
    match case.known.store().opening(candidate.position, facts, record.hours.as_deref(), at) {
        Opening::Open { .. } => OPEN,
        // what opens later today still answers today
        Opening::Closed { next: Some(next) } if !case.is_danger() && next.date == at.date => OPEN,
        Opening::Closed { .. } => CLOSED,
        Opening::Unknown => unknown,
    }
}
