//! The judgement: from a catalogue and a situation to an orientation made of data.
//!
//! Pure: no screen, no file, no clock; time is a field of the situation. Reasons are enums, never sentences: `words`
//! speaks French. Its passes, in order, each a file:
//!
//! understand ([`case`]) → judge ([`criteria`], [`fit`]) → rank ([`ranking`]) → time (`time`) → doors (`doors`) →
//! variety (`variety`) → plan (`plan`)

#[cfg(test)]
mod aim_tests;
mod case;
pub mod cost;
pub mod criteria;
mod delay;
#[cfg(test)]
mod desk;
mod doors;
pub mod explain;
#[cfg(test)]
mod explain_tests;
#[cfg(test)]
mod figures;
pub mod fit;
#[cfg(test)]
mod fit_tests;
mod five;
#[cfg(test)]
mod five_tests;
mod gaps;
mod key;
mod known;
pub mod opening;
#[cfg(test)]
mod passes_tests;
mod plan;
pub mod questions;
pub mod ranking;
#[cfg(test)]
mod ranking_tests;
pub mod safety;
mod seat;
mod store;
#[cfg(test)]
mod tests;
mod time;
mod variety;

pub use case::{Because, Case};
pub use cost::{Alternative, Cost, CostStatus, Costs, When, Year};
pub use criteria::{Change, Criterion, Finding, Findings, Verdict};
pub use delay::{Delay, delay};
pub use explain::{Better, Explanation, Placed, explain};
pub use fit::{Fit, Reach};
pub use key::Key;
pub use known::Known;
pub use plan::Step;
pub use ranking::Row;
pub use safety::{SafetyLine, SafetyReason};
pub use store::Store;

use std::rc::Rc;

use crate::catalogue::model::Facts;
use crate::catalogue::terms::Positions;
use crate::situation::{Field, Situation};

/// A service that answers the need and is not excluded.
#[derive(Debug, Clone, PartialEq)]
pub struct Candidate {
    /// Position in the catalogue.
    pub position: usize,
    pub facts: &'static Facts,
    pub findings: Findings,
    pub fit: Fit,
    pub reach: Reach,
    pub cost: Rc<Cost>,
    /// Between centres of communes, in tenths of km; `None` when the person's commune is not known.
    pub distance: Option<u32>,
    /// At least this far, from the nearest commune the person may live in, in tenths of km.
    pub away: Option<u32>,
    pub key: Key,
}

/// One answer, in its place.
#[derive(Debug, Clone, PartialEq)]
pub struct Answered {
    pub rank: usize,
    pub step: Step,
    pub service: Candidate,
}

impl Answered {
    pub fn verdict(&self) -> Verdict {
        self.service.findings.verdict()
    }

    /// The needs that the service is made for, and those it also helps with: of those said, else of those understood.
    pub fn needs(&self, case: &Case<'_>) -> (Positions, Positions) {
        let facts = &self.service.facts;
        let (core, any) = if self.service.fit == Fit::Understood {
            (case.made_for_understood(facts), case.helps_with_understood(facts))
        } else {
            (facts.core.and(case.asked()), case.helps_with(facts))
        };
        (core, any.without(core))
    }
}

/// A service that answers the need, and that one criterion excludes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Excluded {
    pub position: usize,
}

impl Excluded {
    /// What every criterion says of it.
    pub fn findings(&self, case: &Case<'_>) -> Findings {
        let facts = case.known.store().facts(self.position);
        criteria::judge(facts, case)
    }
}

/// Why something that answers has no rank.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Further {
    /// A door, where services of its kind that can be called serve the place.
    Door,
    /// A directory, a network, a platform, a document.
    List,
    /// About a problem or a public that nobody has named.
    AboutSomethingElse,
    /// A line that speaks none of the languages presumed.
    OtherLanguage,
    /// A place of social bond too far to be one; for today, a far place that no source says to serve here.
    TooFar,
    /// A place of social bond that is closed, or whose hours nobody knows on a day when most are, while it is for today.
    ClosedToday,
}

impl Further {
    pub const ALL: &'static [Self] =
        &[Self::Door, Self::List, Self::AboutSomethingElse, Self::OtherLanguage, Self::TooFar, Self::ClosedToday];

    pub const fn slug(self) -> &'static str {
        match self {
            Self::Door => "door",
            Self::List => "list",
            Self::AboutSomethingElse => "about-something-else",
            Self::OtherLanguage => "other-language",
            Self::TooFar => "too-far",
            Self::ClosedToday => "closed-today",
        }
    }
}

/// The answer to a situation.
#[derive(Debug, Clone, PartialEq)]
pub struct Orientation {
    pub safety: Vec<SafetyLine>,
    /// The services that answer, best first: all of them, or as many as were wanted.
    pub results: Vec<Answered>,
    /// How many services answer.
    pub found: usize,
    /// What answers and has no rank, by position in the catalogue.
    pub further: Vec<(usize, Further)>,
    /// Services that answer the need but are not for this person, by id.
    pub excluded: Vec<Excluded>,
    /// The needs said that nobody near is made for: the area is under-served.
    pub under_served: Positions,
    /// Whether one of the first two can be called, written to or visited.
    pub can_be_called: bool,
    /// None of the first three is known to speak a language said: somebody has to interpret.
    pub needs_interpreter: bool,
    /// Questions not asked whose answer could change something, anywhere in the list; [`questions::plan`] measures how
    /// much.
    pub next_questions: Vec<Field>,
}

/// What moves an answer after the rows of the ranking.
#[derive(Debug, Clone, Copy)]
pub struct Pass {
    pub slug: &'static str,
    pub does: &'static str,
    /// Why it is there, or the rule it comes from.
    pub why: &'static str,
}

/// The passes after the ranking, in order.
pub const PASSES: [Pass; 5] = [
    Pass {
        slug: "time",
        does: "aujourd'hui ou en danger : ce qui est fermé, ou dont les heures sont inconnues un jour de repos, recule",
        why: "une porte fermée n'aide personne ce soir",
    },
    Pass {
        slug: "doors",
        does: "une porte d'entrée n'a pas de rang où un service de sa sorte qu'on peut appeler sert ; une liste n'en a jamais",
        why: "les services répondent, les portes y mènent, les listes renseignent",
    },
    Pass {
        slug: "variety",
        does: "parmi les cinq premiers, deux réponses de la même sorte au plus, trois parmi les dix, tant qu'une autre sorte répond aussi bien",
        why: "des choix différents plutôt que des voisins (R-004, recommandation 1)",
    },
    Pass {
        slug: "five",
        does: "les cinq premiers tiennent ensemble : quelqu'un à appeler, un service fait pour le parcours, une réponse à chaque besoin dit, \
               le service public compétent, une porte générale, de quoi attendre",
        why: "personne ne repart sans (R-003-06, R-004-02, R-004-03)",
    },
    Pass {
        slug: "plan",
        does: "chaque réponse reçoit sa place : tout de suite, d'abord, aussi, en attendant",
        why: "un plan, pas une liste",
    },
];

/// Orients a person.
pub fn orient(known: &Known, situation: &Situation) -> Orientation {
    orient_first(known, situation, usize::MAX)
}

/// Orients a person, of whom only the first `most` results are wanted: the others are counted.
pub fn orient_first(known: &Known, situation: &Situation, most: usize) -> Orientation {
    let case = &Case::new(known, situation);
    let safety = safety::safety(case);
    let Judged { mut candidates, mut further, excluded } = judge_all(known, case, &safety);
    let under_served = gaps::under_served(&candidates, case);
    let next_questions = questions::next(&candidates, case);
    let doors = doors::step_doors_back(&mut candidates, case);
    further.extend(doors.into_iter().map(|position| (position, Further::Door)));
    let order = time::step_closed_back(&mut candidates, case);
    let (open, closed): (Vec<usize>, Vec<usize>) =
        order.into_iter().partition(|at| !time::is_no_place_for_today(&candidates[*at], case));
    further.extend(closed.into_iter().map(|at| (candidates[at].position, Further::ClosedToday)));
    further.sort_unstable();
    let ranked = open.iter().map(|at| &candidates[*at]).collect();
    let varied = variety::vary(ranked, case);
    let can_be_called = varied.iter().take(2).any(|candidate| candidate.key.level(Row::Contact) < 2);
    let needs_interpreter = five::needs_interpreter(&varied, case);
    let found = varied.len();
    let results = plan::plan(&varied, case, most);
    Orientation {
        safety,
        results,
        found,
        further,
        excluded,
        under_served,
        can_be_called,
        needs_interpreter,
        next_questions,
    }
}

/// How many services usually answer a need: room for them is made at once.
const USUAL: usize = 512;

/// Every service that answers the need.
struct Judged {
    candidates: Vec<Candidate>,
    further: Vec<(usize, Further)>,
    excluded: Vec<Excluded>,
}

fn judge_all(known: &Known, case: &Case<'_>, safety: &[SafetyLine]) -> Judged {
    let from = case.situation.commune.known().and_then(|place| place.commune);
    let mut costs = Costs::new(case);
    let mut territories = criteria::Territories::default();
    let mut judged =
        Judged { candidates: Vec::with_capacity(USUAL), further: Vec::new(), excluded: Vec::with_capacity(USUAL) };
    // a number of the safety block is not repeated among the answers
    let shown: Vec<usize> = safety.iter().filter_map(|line| known.catalogue().find(line.number.id)).collect();
    for (position, aim) in known.catalogue().aims.iter().enumerate() {
        if !fit::may_answer(*aim, case) {
            continue;
        }
        let facts = known.store().facts(position);
        let territory = territories.judge(facts, case);
        let away = case::away_from(known, case.situation, facts);
        let Some((fit, reach)) = fit::fit(facts, case, territory, away) else { continue };
        // whom it serves excludes more than all the rest together: the rest is then not judged
        let findings = (territory != Finding::Unmet)
            .then(|| criteria::judge_beside(territory, facts, case))
            .filter(|findings| findings.verdict() != Verdict::Excluded);
        let Some(findings) = findings else {
            judged.excluded.push(Excluded { position });
            continue;
        };
        if shown.contains(&position) {
            continue;
        }
        let cost = costs.of(facts);
        let one = ranking::One { facts, case, findings: &findings, fit, reach, cost: &cost, away, position };
        let key = Key::of(&one);
        let distance = from.and(away);
        let candidate = Candidate { position, facts, findings, fit, reach, cost, distance, away, key };
        match doors::without_a_rank(&candidate, case) {
            Some(why) => judged.further.push((position, why)),
            None => judged.candidates.push(candidate),
        }
    }
    judged
}

/// Where the candidates stand, best first.
fn ordered(candidates: &[Candidate]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..candidates.len()).collect();
    order.sort_unstable_by_key(|at| candidates[*at].key);
    order
}
