//! Variety: the first answers are different options, not neighbours of one kind.
//!
//! Applied to the ranked list, in this order:
//! 1. among the first five no kind of answer stands more than twice, among the first ten not more than three times, while another
//!    kind that fits exists. Services kept for one status (applicants for protection, say) are a kind of their own;
//! 2. each need asked is answered by at least one of the first five, when any service answers it;
//! 3. except in danger, one of the first five is a place of social bond or a group of peers, when one is near or can be joined
//!    from home (Parcours·UD, recommendation 7);
//! 4. when everything is far, one of the first five can be reached by telephone or online.

use crate::catalogue::terms::{Family, Positions};
use crate::situation::Situation;

use super::rank::{FAR, Fit};
use super::{Candidate, Known};

const FIRST: usize = 5;
const SECOND: usize = 10;

/// Reorders ranked candidates for variety; beyond the first ten the order stays the ranking's.
pub(super) fn vary(
    ranked: Vec<Candidate>,
    known: &Known<'_>,
    situation: &Situation,
) -> Vec<Candidate> {
    let mut rest = ranked;
    let mut picked: Vec<Candidate> = Vec::new();
    while picked.len() < SECOND && !rest.is_empty() {
        let most = if picked.len() < FIRST { 2 } else { 3 };
        let at = next(&picked, &rest, known, most).unwrap_or(0);
        picked.push(rest.remove(at));
        if picked.len() == FIRST {
            complete(&mut picked, &mut rest, known, situation);
        }
    }
    if picked.len() < FIRST {
        complete(&mut picked, &mut rest, known, situation);
    }
    picked.extend(rest);
    picked
}

/// The best candidate whose kind is not yet there `most` times. What only listens, is far or hard to reach is no « other kind that
/// fits »: beside such, one more of the same kind is better.
fn next(picked: &[Candidate], rest: &[Candidate], known: &Known<'_>, most: usize) -> Option<usize> {
    let fits = |candidate: &Candidate| {
        candidate.key.fit <= rest[0].key.fit
            || (candidate.key.fit <= Fit::Helps && !candidate.facts.is_thin())
    };
    let crowded = |candidate: &Candidate| {
        let kind = known.variety(&candidate.facts);
        picked
            .iter()
            .filter(|other| known.variety(&other.facts) == kind)
            .count()
            >= most
    };
    rest.iter()
        .position(|candidate| fits(candidate) && !crowded(candidate))
}

/// Puts in the last of the five what they lack.
fn complete(
    picked: &mut [Candidate],
    rest: &mut Vec<Candidate>,
    known: &Known<'_>,
    situation: &Situation,
) {
    let asked = known.asked_needs(situation);
    let mut kept = picked.len();
    for need in asked.iter() {
        let answers = |candidate: &Candidate| {
            candidate
                .facts
                .core
                .or(candidate.facts.also)
                .and(Positions::of([need]))
                .len()
                > 0
        };
        if !picked.iter().any(answers) {
            swap(picked, rest, &mut kept, answers);
        }
    }
    if situation.is_danger() {
        return;
    }
    let bond = |candidate: &Candidate| {
        matches!(
            known.family(&candidate.facts),
            Some(Family::Bond | Family::Peers)
        ) && candidate.distance.unwrap_or(0) <= FAR
    };
    if !picked.iter().any(bond) {
        swap(picked, rest, &mut kept, bond);
    }
    let remote = |candidate: &Candidate| known.is_remote(&candidate.facts);
    let all_far = picked
        .iter()
        .all(|candidate| candidate.distance.is_some_and(|distance| distance > FAR));
    if all_far && !picked.iter().any(remote) {
        swap(picked, rest, &mut kept, remote);
    }
}

/// Exchanges the last picked candidate not yet exchanged for the best of the rest that `fits`; never the first two.
fn swap(
    picked: &mut [Candidate],
    rest: &mut Vec<Candidate>,
    kept: &mut usize,
    fits: impl Fn(&Candidate) -> bool,
) {
    if *kept <= 2 {
        return;
    }
    if let Some(at) = rest.iter().position(fits) {
        *kept -= 1;
        std::mem::swap(&mut picked[*kept], &mut rest[at]);
        let displaced = rest.remove(at);
        let back = rest.partition_point(|candidate| candidate.key < displaced.key);
        rest.insert(back, displaced);
    }
}
