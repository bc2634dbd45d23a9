//! A place among the first answers, and what counts as another kind of answer.

use crate::catalogue::terms::Family;

use super::Candidate;
use super::case::Case;
use super::ranking::{Row, status};

/// The answers that are surely read.
pub(super) const FIRST: usize = 5;

/// What is moved about is a reference: a candidate weighs 200 bytes.
pub(super) type Ranked<'c> = &'c Candidate;

/// What counts as one kind of answer: the type, whether it is made for the person's own path, whether one goes there. A
/// door is of the kind it leads to; of what professionals use, where it stands makes no difference.
pub(super) fn same_kind(one: &Candidate, other: &Candidate, case: &Case<'_>) -> bool {
    // kept for one or two paths, made for more, or for everybody
    let own =
        |candidate: &Candidate| (is_own(candidate), is_own(candidate) && candidate.facts.admits.migration.len() <= 2);
    let any_place = one.facts.general || other.facts.general || case.known.family(one.facts) == Family::Professional;
    one.facts.kind == other.facts.kind
        && own(one) == own(other)
        && (any_place || one.facts.communes.is_empty() == other.facts.communes.is_empty())
}

/// Made for the person's own path.
pub(super) fn is_own(candidate: &Candidate) -> bool {
    candidate.key.level(Row::Status) < status::NOT
}
