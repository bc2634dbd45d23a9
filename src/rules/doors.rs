//! The pass of doors: services answer, doors lead, lists inform. Only services are ranked; a door (« trouver un SSM »)
//! keeps a rank where no service of its own kind that can be called serves the place.

use crate::catalogue::terms::{Asking, Family, Nature};

use super::case::Case;
use super::criteria::{Criterion, Finding};
use super::fit::{FAR, Fit, Reach};
use super::{Candidate, Further};

/// Why something that answers has no rank; `None` for what is ranked whatever the others are.
pub(super) fn without_a_rank(candidate: &Candidate, case: &Case<'_>) -> Option<Further> {
    let facts = &candidate.facts;
    let wants_lists = case.asks_as(Asking::Professional) && case.says(Nature::Advice);
    match () {
        () if case.known.is_a_list(facts) && !wants_lists => Some(Further::List),
        () if candidate.findings.of(Criterion::Subject) == Finding::AskPerson => Some(Further::AboutSomethingElse),
        () if is_too_far(candidate, case) => Some(Further::TooFar),
        () if case.known.is_line(facts) && case.speaks_otherwise(facts) => Some(Further::OtherLanguage),
        () => None,
    }
}

/// Whoever is alone is not sent half an hour away to meet people, nor anybody today to a far place that no source says
/// to serve theirs.
fn is_too_far(candidate: &Candidate, case: &Case<'_>) -> bool {
    let is_a_bond = case.known.family(candidate.facts) == Family::Bond;
    let is_elsewhere = case.is_soon() && candidate.reach == Reach::Elsewhere;
    (is_a_bond || is_elsewhere) && candidate.away.is_some_and(|away| away > FAR)
}

/// What is kept for so many migration paths at the most is for them alone.
const KEPT: u32 = 2;

/// Takes out of the candidates the doors to a kind of which a service that can be called serves the place. What is kept
/// for the person's own path is no door to the rest of its kind.
pub(super) fn step_doors_back(candidates: &mut Vec<Candidate>, case: &Case<'_>) -> Vec<usize> {
    let answers = |candidate: &&Candidate| {
        let facts = &candidate.facts;
        !facts.general
            && (facts.reach.phone || facts.reach.email)
            && candidate.reach != Reach::Elsewhere
            && candidate.fit <= Fit::HelpsFar
            && candidate.findings.of(Criterion::Territory) != Finding::AskPerson
            && !case.speaks_otherwise(facts)
    };
    let concrete: Vec<(u8, u32)> = candidates
        .iter()
        .filter(answers)
        .map(|candidate| (candidate.facts.kind, candidate.key.level(super::Row::Verdict)))
        .collect();
    let mut doors = Vec::new();
    candidates.retain(|candidate| {
        let facts = &candidate.facts;
        let territory = candidate.findings.of(Criterion::Territory);
        let as_sure =
            |(kind, verdict): &(u8, u32)| *kind == facts.kind && *verdict <= candidate.key.level(super::Row::Verdict);
        let steps_back = facts.general
            && !(case.is_their_own(facts, territory) && facts.admits.migration.len() <= KEPT)
            && !case.known.is_broad(facts)
            && concrete.iter().any(as_sure);
        if steps_back {
            doors.push(candidate.position);
        }
        !steps_back
    });
    doors
}
