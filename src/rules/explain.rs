//! Why a service stands where it stands, or does not stand at all: the same judgement as [`super::orient`], told of one
//! service.

use crate::catalogue::model::Facts;
use crate::catalogue::terms::Positions;
use crate::situation::Situation;

use super::case::{Case, away_from};
use super::criteria::{Change, Criterion, Finding, Findings, Verdict, judge};
use super::fit::fit;
use super::ranking::Row;
use super::{Answered, Further, Known, Orientation};

/// How many results are proposed instead.
const INSTEAD: usize = 2;

/// Everything that was judged of one service.
#[derive(Debug, Clone, PartialEq)]
pub struct Explanation {
    /// Position in the catalogue.
    pub position: usize,
    pub facts: &'static Facts,
    pub findings: Findings,
    /// Of the needs asked, those it is made for and those it also helps with.
    pub made_for: Positions,
    pub helps_with: Positions,
    pub placed: Placed,
    /// What would change each criterion that is not met.
    pub changes: Vec<(Criterion, Change)>,
    /// The first results, when this service is not one of them.
    pub instead: Vec<Answered>,
}

/// Where a service stands.
#[derive(Debug, Clone, PartialEq)]
pub enum Placed {
    /// Among the results.
    Listed { answered: Box<Answered>, among: usize, better: Option<Better> },
    /// It stands in the safety block, before the results.
    ShownFirst,
    /// It answers, and has no rank.
    Further(Further),
    /// It answers the need, and is not for this person.
    Excluded,
    /// It answers none of the needs asked.
    NotForTheNeed,
}

/// The result just before, and what separates them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Better {
    /// Position of that result in the catalogue.
    pub position: usize,
    /// The first row of the ranking's table where they differ; `None` when variety moved one of them.
    pub row: Option<Row>,
}

/// Explains one service of the catalogue, beside the orientation of the same situation.
///
/// # Errors
/// When the catalogue is damaged, or holds no service at this position.
pub fn explain(known: &Known, situation: &Situation, orientation: &Orientation, position: usize) -> Explanation {
    let case = &Case::new(known, situation);
    let facts = known.store().facts(position);
    let findings = judge(facts, case);
    let away = away_from(known, situation, facts);
    let answers = fit(facts, case, findings.of(Criterion::Territory), away).is_some();
    let further = orientation.further.iter().find(|(further, _)| *further == position);
    let placed = match (listed(orientation, position), further) {
        (Some(listed), _) => listed,
        (None, Some((_, why))) => Placed::Further(*why),
        (None, None) if answers && is_shown_first(orientation, known, position) => Placed::ShownFirst,
        (None, None) if answers && findings.verdict() == Verdict::Excluded => Placed::Excluded,
        (None, None) => Placed::NotForTheNeed,
    };
    let instead = match placed {
        Placed::Listed { .. } | Placed::ShownFirst => Vec::new(),
        Placed::Further(_) | Placed::Excluded | Placed::NotForTheNeed => {
            orientation.results.iter().take(INSTEAD).cloned().collect()
        }
    };
    let made_for = case.made_for(facts).or(case.made_for_understood(facts));
    let helps_with = case.helps_with(facts).or(case.helps_with_understood(facts)).without(made_for);
    let changes = changes(facts, case, &findings);
    Explanation { position, facts, findings, made_for, helps_with, placed, changes, instead }
}

/// Whether the safety block holds the number of this service.
fn is_shown_first(orientation: &Orientation, known: &Known, position: usize) -> bool {
    orientation.safety.iter().any(|line| known.catalogue().find(line.number.id) == Some(position))
}

fn listed(orientation: &Orientation, position: usize) -> Option<Placed> {
    let at = orientation.results.iter().position(|answered| answered.service.position == position)?;
    let answered = &orientation.results[at];
    let better = at.checked_sub(1).map(|before| {
        let before = &orientation.results[before].service;
        // the table puts this one before the other: only variety can have moved it
        let by_the_table = before.key < answered.service.key;
        let row = if by_the_table { answered.service.key.first_difference(&before.key) } else { None };
        Better { position: before.position, row }
    });
    Some(Placed::Listed { answered: Box::new(answered.clone()), among: orientation.results.len(), better })
}

fn changes(facts: &Facts, case: &Case<'_>, findings: &Findings) -> Vec<(Criterion, Change)> {
    findings
        .iter()
        .filter(|(_, finding)| *finding == Finding::Unmet)
        .filter_map(|(criterion, _)| Some((criterion, criterion.change(facts, case)?)))
        .collect()
}
