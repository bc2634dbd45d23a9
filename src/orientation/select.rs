//! Variety: the first answers are different options, not neighbours of one kind.
//!
//! Applied to the ranked list, in this order:
//! 1. among the first five no kind of answer stands more than twice, among the first ten not more than three times,
//!    while another kind that fits exists. Services kept for one status (applicants for protection, say) are a kind of
//!    their own;
//! 2. each need asked is answered by at least one of the first five, when any service answers it;
//! 3. except in danger, one of the first five can be used today, else the general practitioner stands sixth: a wait
//!    without a bridge destroys courage (R-004-03);
//! 4. except in danger, beside care one of the first five is a place of social bond or a group of peers, when one is
//!    near or can be joined from home (Parcours·UD, recommendation 7);
//! 5. when everything is far, one of the first five can be reached by telephone or online.

use std::cmp::Reverse;

use crate::catalogue::terms::{Family, Positions};
use crate::situation::Situation;

use super::rank::{FAR, Fit};
use super::{Candidate, Criterion, Finding, Known};

/// The answers that are surely read.
pub(super) const FIRST: usize = 5;
const SECOND: usize = 10;

/// What is moved about is a reference: a candidate weighs 200 bytes.
type Ranked<'c> = &'c Candidate;

/// Reorders ranked candidates for variety; beyond the first ten the order stays the ranking's.
pub(super) fn vary<'c>(ranked: Vec<Ranked<'c>>, known: &Known, situation: &Situation) -> Vec<Ranked<'c>> {
    let mut rest = ranked;
    let mut picked: Vec<Ranked<'_>> = Vec::new();
    while picked.len() < SECOND && !rest.is_empty() {
        let at = if picked.len() < FIRST && !situation.is_danger() {
            another_kind(&picked, &rest, known, situation).or_else(|| next(&picked, &rest, known, 2))
        } else {
            let most = if picked.len() < FIRST { 2 } else { 3 };
            next(&picked, &rest, known, most)
        };
        let at = at.unwrap_or(0);
        picked.push(rest.remove(at));
        if picked.len() == FIRST {
            complete(&mut picked, &mut rest, known, situation);
            picked.extend(first_line(&picked, &mut rest, known, situation));
        }
    }
    if picked.len() < FIRST {
        complete(&mut picked, &mut rest, known, situation);
    }
    picked.extend(rest);
    picked
}

/// The general practitioner, when none of the first five can be used today.
fn first_line<'c>(
    picked: &[Ranked<'c>],
    rest: &mut Vec<Ranked<'c>>,
    known: &Known,
    situation: &Situation,
) -> Option<Ranked<'c>> {
    let is_bridged = picked.iter().any(|candidate| known.is_a_bridge(candidate.facts, situation));
    if situation.is_danger() || is_bridged {
        return None;
    }
    let at = rest.iter().position(|candidate| known.is_first_line(candidate.facts))?;
    Some(rest.remove(at))
}

/// The best candidate of a kind not yet there, when it answers as well as the best of all: as many of the needs, as
/// surely, as near.
fn another_kind(picked: &[Ranked<'_>], rest: &[Ranked<'_>], known: &Known, situation: &Situation) -> Option<usize> {
    let said = situation.needs.known().is_some();
    // a list of services is no kind of help: it stands by its rank
    let best = rest.iter().find(|candidate| !known.is_a_list(candidate.facts))?;
    let new = |candidate: &Candidate| picked.iter().all(|other| !same_kind(other, candidate, known));
    let serves_here = |candidate: &Candidate| candidate.findings.of(Criterion::Territory) != Finding::AskService;
    let as_good = |candidate: &Candidate| {
        candidate.position == best.position
            || !candidate.facts.is_thin()
                && !known.is_a_list(candidate.facts)
                && (serves_here(candidate) || !serves_here(best))
                && candidate.key.answers_as_well_as(&best.key, said)
    };
    rest.iter().position(|candidate| new(candidate) && as_good(candidate))
}

/// The best candidate whose kind is not yet there `most` times. What only listens, is far, hard to reach or under
/// conditions is no « other kind that fits »: rather one more of the same kind.
fn next(picked: &[Ranked<'_>], rest: &[Ranked<'_>], known: &Known, most: usize) -> Option<usize> {
    let best = rest.first()?.key;
    let fits = |candidate: &Candidate| {
        let worth = match best.fit {
            Fit::MadeFor | Fit::Door => candidate.key.fit <= Fit::Door,
            _ => candidate.key.fit <= best.fit.max(Fit::Helps),
        };
        worth
            && !candidate.facts.is_thin()
            && candidate.key.to_check <= best.to_check
            && candidate.key.no_crisis <= best.no_crisis
    };
    let crowded =
        |candidate: &Candidate| picked.iter().filter(|other| same_kind(other, candidate, known)).count() >= most;
    if !crowded(rest[0]) {
        return Some(0);
    }
    rest.iter().position(|candidate| fits(candidate) && !crowded(candidate))
}

/// What counts as one kind of answer: the type, whether it is kept for the person's own status, whether one goes there.
/// A door is of the kind it leads to; of what professionals use, where it stands makes no difference.
fn same_kind(one: &Candidate, other: &Candidate, known: &Known) -> bool {
    let own = |candidate: &Candidate| is_their_own(candidate, known);
    let any_place = one.facts.general || other.facts.general || known.family(one.facts) == Family::Professional;
    one.facts.kind == other.facts.kind
        && own(one) == own(other)
        && (any_place || one.facts.communes.is_empty() == other.facts.communes.is_empty())
}

/// Kept for the person's own status.
fn is_their_own(candidate: &Candidate, known: &Known) -> bool {
    known.is_kept_for_a_path(candidate.facts) && candidate.findings.of(Criterion::Migration) == Finding::Met
}

/// Puts among the five what they lack.
fn complete<'c>(picked: &mut [Ranked<'c>], rest: &mut Vec<Ranked<'c>>, known: &Known, situation: &Situation) {
    let mut exchange = Exchange { known, asked: known.asked_needs(situation), settled: vec![0, 1] };
    for need in exchange.asked.iter() {
        let made_for = |candidate: &Candidate| {
            let facts = &candidate.facts;
            let made_for =
                known.made_for(facts, situation).has(need) || situation.is_danger() && known.is_for_crises(facts);
            made_for && !facts.is_thin()
        };
        // near, else by telephone the best of the region that no source says to serve here: better asked than not known
        let found = exchange
            .one_that(picked, rest, |candidate| made_for(candidate) && !known.is_a_list(candidate.facts))
            || exchange.one_from_far(picked, rest, |candidate| {
                let by_telephone = candidate.facts.reach.phone;
                by_telephone && made_for(candidate) && known.is_of_their_side(candidate.facts, situation)
            });
        if !found {
            exchange.one_that(picked, rest, |candidate| answers(candidate, need) && !known.is_a_list(candidate.facts));
        }
    }
    if situation.is_danger() {
        return;
    }
    let bridge = |candidate: &Candidate| {
        !candidate.key.closed && candidate.facts.conditions == 0 && known.is_a_bridge(candidate.facts, situation)
    };
    // on a Sunday, places whose hours nobody knows are no sure help
    let sure = exchange.one_that(picked, rest, |candidate| candidate.facts.has_hours && bridge(candidate));
    if !sure {
        exchange.one_that(picked, rest, bridge);
    }
    if known.welcomes_bond(situation) {
        exchange.one_that(picked, rest, |candidate| {
            matches!(known.family(candidate.facts), Family::Bond | Family::Peers)
                && candidate.facts.conditions == 0
                && !candidate.facts.is_thin()
        });
    }
    let mut places = picked.iter().filter_map(|candidate| candidate.distance).peekable();
    if places.peek().is_some() && places.all(|distance| distance > FAR) {
        exchange.one_that(picked, rest, |candidate| known.is_remote(candidate.facts));
    }
}

fn answers(candidate: &Candidate, need: usize) -> bool {
    candidate.facts.core.or(candidate.facts.also).has(need)
}

/// Exchanges among the first five.
struct Exchange<'k> {
    known: &'k Known,
    asked: Positions,
    /// Positions that stay: the first two, and those exchanged already.
    settled: Vec<usize>,
}

impl Exchange<'_> {
    /// Unless one of the picked `fits`, takes in the best near one of the rest that does; whether one of the picked
    /// fits now.
    fn one_that<'c>(
        &mut self,
        picked: &mut [Ranked<'c>],
        rest: &mut Vec<Ranked<'c>>,
        fits: impl Fn(&Candidate) -> bool,
    ) -> bool {
        let near = |candidate: &Candidate| candidate.fit < Fit::HelpsFar && fits(candidate);
        self.take(picked, rest, near)
    }

    /// The same, for one that is far.
    fn one_from_far<'c>(
        &mut self,
        picked: &mut [Ranked<'c>],
        rest: &mut Vec<Ranked<'c>>,
        fits: impl Fn(&Candidate) -> bool,
    ) -> bool {
        let far = |candidate: &Candidate| candidate.fit == Fit::Elsewhere && fits(candidate);
        self.take(picked, rest, far)
    }

    fn take<'c>(
        &mut self,
        picked: &mut [Ranked<'c>],
        rest: &mut Vec<Ranked<'c>>,
        fits: impl Fn(&Candidate) -> bool,
    ) -> bool {
        if picked.iter().any(|candidate| fits(candidate)) {
            return true;
        }
        let Some(at) = rest.iter().position(|candidate| fits(candidate)) else {
            return false;
        };
        let Some(out) = self.spare(picked) else {
            return false;
        };
        std::mem::swap(&mut picked[out], &mut rest[at]);
        self.settled.push(out);
        let displaced = rest.remove(at);
        let back = rest.partition_point(|candidate| candidate.key < displaced.key);
        rest.insert(back, displaced);
        true
    }

    /// The one that can be spared: others answer its needs, and it is not kept for the person's own status. Of several,
    /// the one that answers least well, then the one that answers fewest needs, then one of whose kind another stays,
    /// then the last.
    fn spare(&self, picked: &[Ranked<'_>]) -> Option<usize> {
        let others = |position: usize| {
            picked.iter().enumerate().filter(move |(other, _)| *other != position).map(|(_, other)| other)
        };
        let free = |position: &usize| {
            let candidate = picked[*position];
            let alone = self
                .asked
                .iter()
                .any(|need| answers(candidate, need) && !others(*position).any(|other| answers(other, need)));
            !self.settled.contains(position) && !is_their_own(candidate, self.known) && !alone
        };
        let worth = |position: &usize| {
            let candidate = picked[*position];
            let facts = &candidate.facts;
            let needs = facts.core.or(facts.also).and(self.asked).len();
            let doubled = others(*position).any(|other| same_kind(other, candidate, self.known));
            (candidate.fit.max(Fit::Door), Reverse(needs), doubled, *position)
        };
        (0..picked.len()).filter(free).max_by_key(worth)
    }
}
