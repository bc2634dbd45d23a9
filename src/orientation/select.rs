//! Variety: the first answers are different options, not neighbours of one kind.
//!
//! Applied to the ranked list, in this order:
//! 1. among the first five no kind of answer stands more than twice, among the first ten not more than three times, while another
//!    kind that fits exists. Services kept for one status (applicants for protection, say) are a kind of their own;
//! 2. each need asked is answered by at least one of the first five, when any service answers it;
//! 3. except in danger, one of the first five can be used today: a wait without a bridge destroys courage (R-004-03);
//! 4. except in danger, beside care one of the first five is a place of social bond or a group of peers, when one is near or can be
//!    joined from home (Parcours·UD, recommendation 7);
//! 5. when everything is far, one of the first five can be reached by telephone or online.

use std::cmp::Reverse;

use crate::catalogue::terms::{Family, Positions, Urgency};
use crate::situation::Situation;

use super::rank::{FAR, Fit};
use super::{Candidate, Criterion, Finding, Known};

const FIRST: usize = 5;
const SECOND: usize = 10;

/// What is moved about is a reference: a candidate weighs 200 bytes.
type Ranked<'c, 'k> = &'c Candidate<'k>;

/// Reorders ranked candidates for variety; beyond the first ten the order stays the ranking's.
pub(super) fn vary<'c, 'k>(
    ranked: Vec<Ranked<'c, 'k>>,
    known: &Known<'_>,
    situation: &Situation,
) -> Vec<Ranked<'c, 'k>> {
    let mut rest = ranked;
    let mut picked: Vec<Ranked<'_, '_>> = Vec::new();
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

/// The best candidate whose kind is not yet there `most` times. What only listens, is far, hard to reach or under conditions is no
/// « other kind that fits »: rather one more of the same kind.
fn next(
    picked: &[Ranked<'_, '_>],
    rest: &[Ranked<'_, '_>],
    known: &Known<'_>,
    most: usize,
) -> Option<usize> {
    let best = rest.first()?.key;
    let fits = |candidate: &Candidate<'_>| {
        let worth = match best.fit {
            Fit::MadeFor | Fit::Door => candidate.key.fit <= Fit::Door,
            _ => candidate.key.fit <= best.fit.max(Fit::Helps),
        };
        worth
            && !candidate.facts.is_thin()
            && candidate.key.to_check <= best.to_check
            && candidate.key.no_crisis <= best.no_crisis
    };
    let crowded = |candidate: &Candidate<'_>| {
        let kind = variety(candidate, known);
        picked
            .iter()
            .filter(|other| variety(other, known) == kind)
            .count()
            >= most
    };
    if !crowded(rest[0]) {
        return Some(0);
    }
    rest.iter()
        .position(|candidate| fits(candidate) && !crowded(candidate))
}

/// What counts as one kind of answer: the type, whether it is kept for the person's own status, whether one goes there.
fn variety(candidate: &Candidate<'_>, known: &Known<'_>) -> (u8, bool, bool) {
    let facts = &candidate.facts;
    let own = known.is_kept_for_a_path(facts)
        && candidate.findings.of(Criterion::Migration) == Finding::Met;
    (facts.kind, own, facts.communes.is_empty())
}

/// Puts among the five what they lack.
fn complete<'c, 'k>(
    picked: &mut [Ranked<'c, 'k>],
    rest: &mut Vec<Ranked<'c, 'k>>,
    known: &Known<'_>,
    situation: &Situation,
) {
    let mut exchange = Exchange {
        known,
        asked: known.asked_needs(situation),
        settled: vec![0, 1],
    };
    for need in exchange.asked.iter() {
        exchange.one_that(picked, rest, |candidate| answers(candidate, need));
    }
    if situation.is_danger() {
        return;
    }
    exchange.one_that(picked, rest, |candidate| {
        let today = candidate
            .facts
            .first_answer
            .is_some_and(|held| held <= Urgency::Today);
        today && !candidate.key.closed && known.is_a_bridge(&candidate.facts, situation)
    });
    if known.welcomes_bond(situation) {
        exchange.one_that(picked, rest, |candidate| {
            matches!(
                known.family(&candidate.facts),
                Some(Family::Bond | Family::Peers)
            ) && candidate.facts.conditions == 0
        });
    }
    let mut places = picked
        .iter()
        .filter_map(|candidate| candidate.distance)
        .peekable();
    if places.peek().is_some() && places.all(|distance| distance > FAR) {
        exchange.one_that(picked, rest, |candidate| known.is_remote(&candidate.facts));
    }
}

fn answers(candidate: &Candidate<'_>, need: usize) -> bool {
    candidate.facts.core.or(candidate.facts.also).has(need)
}

/// Exchanges among the first five.
struct Exchange<'k, 'a> {
    known: &'k Known<'a>,
    asked: Positions,
    /// Positions that stay: the first two, and those exchanged already.
    settled: Vec<usize>,
}

impl Exchange<'_, '_> {
    /// Unless one of the picked `fits`, takes in the best near one of the rest that does.
    fn one_that<'c, 'k>(
        &mut self,
        picked: &mut [Ranked<'c, 'k>],
        rest: &mut Vec<Ranked<'c, 'k>>,
        fits: impl Fn(&Candidate<'_>) -> bool,
    ) {
        if picked.iter().any(|candidate| fits(candidate)) {
            return;
        }
        let near = |candidate: &Ranked<'_, '_>| {
            !matches!(candidate.fit, Fit::HelpsFar | Fit::Elsewhere) && fits(candidate)
        };
        let (Some(at), Some(out)) = (rest.iter().position(near), self.spare(picked)) else {
            return;
        };
        std::mem::swap(&mut picked[out], &mut rest[at]);
        self.settled.push(out);
        let displaced = rest.remove(at);
        let back = rest.partition_point(|candidate| candidate.key < displaced.key);
        rest.insert(back, displaced);
    }

    /// The one that can be spared: others answer its needs, and it is not kept for the person's own status. Of several, the one that
    /// answers least well, then one of whose kind another stays, then the last.
    fn spare(&self, picked: &[Ranked<'_, '_>]) -> Option<usize> {
        let kind = |candidate: &Candidate<'_>| variety(candidate, self.known);
        let others = |position: usize| {
            picked
                .iter()
                .enumerate()
                .filter(move |(other, _)| *other != position)
                .map(|(_, other)| other)
        };
        let free = |position: &usize| {
            let candidate = picked[*position];
            let alone = self.asked.iter().any(|need| {
                answers(candidate, need) && !others(*position).any(|other| answers(other, need))
            });
            !self.settled.contains(position) && !kind(candidate).1 && !alone
        };
        let worth = |position: &usize| {
            let candidate = picked[*position];
            let facts = &candidate.facts;
            let needs = facts.core.or(facts.also).and(self.asked).len();
            let doubled = others(*position).any(|other| kind(other) == kind(candidate));
            (candidate.fit, Reverse(needs), doubled, *position)
        };
        (0..picked.len()).filter(free).max_by_key(worth)
    }
}
