//! The pass of variety: the first answers are different options, and hold what nobody should leave without.
//!
//! Among the first five no kind of answer stands more than twice, among the first ten not more than three times, while
//! another kind that answers as well exists. Services made for the person's own path are a kind of their own. Then what
//! the first five lack is asked in turn ([`super::five`]).

use super::case::Case;
use super::criteria::{Criterion, Finding};
use super::fit::{FAR, Fit};
use super::ranking::{Row, status};
use super::seat::{FIRST, Ranked, same_kind};
use super::{Candidate, five};

const SECOND: usize = 10;

/// Reorders ranked candidates for variety; beyond the first ten the order stays the ranking's.
pub(super) fn vary<'c>(ranked: Vec<Ranked<'c>>, case: &Case<'_>) -> Vec<Ranked<'c>> {
    let (mut picked, mut rest) = first_five(ranked, case);
    five::complete(&mut picked, &mut rest, case);
    up_to_ten(picked, rest, case)
}

/// The first five, and the rest in order.
pub(super) fn first_five<'c>(ranked: Vec<Ranked<'c>>, case: &Case<'_>) -> (Vec<Ranked<'c>>, Vec<Ranked<'c>>) {
    let mut rest = ranked;
    let mut picked: Vec<Ranked<'_>> = Vec::new();
    while picked.len() < FIRST && !rest.is_empty() {
        let other = if case.is_danger() { None } else { another_kind(&picked, &rest, case) };
        let at = other.or_else(|| next(&picked, &rest, case, 2)).unwrap_or(0);
        picked.push(rest.remove(at));
    }
    (picked, rest)
}

/// All of them, the first ten varied.
pub(super) fn up_to_ten<'c>(
    mut picked: Vec<Ranked<'c>>,
    mut rest: Vec<Ranked<'c>>,
    case: &Case<'_>,
) -> Vec<Ranked<'c>> {
    while picked.len() < SECOND && !rest.is_empty() {
        let at = next(&picked, &rest, case, 3).unwrap_or(0);
        picked.push(rest.remove(at));
    }
    picked.extend(rest);
    picked
}

/// The rows on which another kind of answer must be no worse than the best of all to be proposed before it.
const AS_GOOD: &[Row] = &[
    Row::Safety,
    Row::Aside,
    Row::Elsewhere,
    Row::OtherLanguage,
    Row::PartOfThePlace,
    Row::OpenNow,
    Row::Fit,
    Row::Crisis,
    Row::SecondLine,
    Row::Way,
    Row::Verdict,
];

/// The best candidate of a kind not yet there, when it answers as well as the best of all: as many of the needs, as
/// surely, as near.
fn another_kind(picked: &[Ranked<'_>], rest: &[Ranked<'_>], case: &Case<'_>) -> Option<usize> {
    let best = *rest.first()?;
    let serves_here = |candidate: &Candidate| candidate.findings.of(Criterion::Territory) != Finding::AskService;
    let as_good = |candidate: &Candidate| {
        let near = candidate.key.level(Row::Step) <= best.key.level(Row::Step)
            || candidate.away.is_none_or(|away| away <= FAR);
        candidate.position == best.position
            || !candidate.facts.is_thin()
                && (serves_here(candidate) || !serves_here(best))
                && candidate.key.is_as_good_on(&best.key, AS_GOOD)
                && candidate.key.level(Row::Status).max(status::CARE) <= best.key.level(Row::Status).max(status::CARE)
                && (case.said.is_empty() || candidate.key.is_as_good_on(&best.key, &[Row::Needs]))
                && near
    };
    let new = |candidate: &Candidate| picked.iter().all(|other| !same_kind(other, candidate, case));
    rest.iter().position(|candidate| new(candidate) && as_good(candidate))
}

/// The rows on which another kind must be no worse than the best of all to be taken when the best one's kind is there
/// often enough.
const FITTING: &[Row] =
    &[Row::Safety, Row::Aside, Row::Elsewhere, Row::OtherLanguage, Row::SecondLine, Row::Verdict, Row::Crisis];

/// The best candidate whose kind is not yet there `most` times. What only listens, is far, hard to reach or under
/// conditions is no « other kind that fits »: rather one more of the same kind.
fn next(picked: &[Ranked<'_>], rest: &[Ranked<'_>], case: &Case<'_>, most: usize) -> Option<usize> {
    let best = *rest.first()?;
    let fits = |candidate: &Candidate| {
        let worth = if best.fit == Fit::MadeFor {
            candidate.fit == Fit::MadeFor
        } else {
            candidate.fit <= best.fit.max(Fit::Helps)
        };
        worth && !candidate.facts.is_thin() && candidate.key.is_as_good_on(&best.key, FITTING)
    };
    let crowded =
        |candidate: &Candidate| picked.iter().filter(|other| same_kind(other, candidate, case)).count() >= most;
    if !crowded(best) {
        return Some(0);
    }
    rest.iter().position(|candidate| fits(candidate) && !crowded(candidate))
}
