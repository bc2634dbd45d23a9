//! Why a service stands where it stands, or does not stand at all: the same judgement as [`super::orient`], told of one
//! service.

use crate::catalogue::model::Facts;
use crate::catalogue::terms::{Audience, Positions, Terms, Urgency};
use crate::situation::Situation;

use super::eligibility::{Criterion, Finding, Findings, Verdict, judge};
use super::rank::{Row, fit};
use super::{Answered, Known, Orientation};

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

/// What would have to be otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// Living in the area it serves.
    Area(Option<u16>),
    AgeFrom(u8),
    AgeUpTo(u8),
    Audience(Audience),
    /// One of these paths.
    Migration(Terms),
    /// One of these askers.
    Asking(Terms),
    Settings(Terms),
    /// One of these languages.
    Languages(Positions),
    /// One of these delays.
    Urgency(Vec<Urgency>),
}

/// Explains one service of the catalogue, beside the orientation of the same situation.
pub fn explain(known: &Known, situation: &Situation, orientation: &Orientation, position: usize) -> Explanation {
    let facts = known.store().facts(position);
    let findings = judge(facts, known, situation);
    let from = situation.commune.known().and_then(|place| place.commune);
    let distance = from.and_then(|from| known.store().distance(facts, from));
    let territory = findings.of(Criterion::Territory);
    let answers = fit(facts, known, situation, territory, distance).is_some();
    let placed = match listed(orientation, position) {
        Some(listed) => listed,
        None if answers && findings.verdict() == Verdict::Excluded => Placed::Excluded,
        None => Placed::NotForTheNeed,
    };
    let instead = match placed {
        Placed::Listed { .. } => Vec::new(),
        Placed::Excluded | Placed::NotForTheNeed => orientation.results.iter().take(INSTEAD).cloned().collect(),
    };
    let made_for = known.made_for(facts, situation);
    let helps_with = known.helps_with(facts, situation).without(made_for);
    let changes = changes(facts, known, situation, &findings);
    Explanation { position, facts, findings, made_for, helps_with, placed, changes, instead }
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

fn changes(facts: &Facts, known: &Known, situation: &Situation, findings: &Findings) -> Vec<(Criterion, Change)> {
    findings
        .iter()
        .filter(|(_, finding)| *finding == Finding::Unmet)
        .filter_map(|(criterion, _)| {
            let change = match criterion {
                Criterion::Territory => Change::Area(facts.area),
                Criterion::Age => age(facts, situation)?,
                Criterion::Migration => Change::Migration(facts.migration),
                Criterion::Asking => Change::Asking(facts.asking),
                Criterion::Setting => Change::Settings(facts.settings),
                Criterion::Language => Change::Languages(facts.languages),
                Criterion::Moment => {
                    let answered = Urgency::ALL.iter().copied().filter(|urgency| !known.is_not_for(facts, *urgency));
                    Change::Urgency(answered.collect())
                }
                // neither ever excludes
                Criterion::Link | Criterion::Conditions => return None,
            };
            Some((criterion, change))
        })
        .collect()
}

/// The bound that the person's age is outside of.
fn age(facts: &Facts, situation: &Situation) -> Option<Change> {
    let age = *situation.age.known()?;
    match (facts.age_min, facts.age_max) {
        (Some(min), _) if age < min => Some(Change::AgeFrom(min)),
        (_, Some(max)) if age > max => Some(Change::AgeUpTo(max)),
        _ => facts.audience.map(Change::Audience),
    }
}
