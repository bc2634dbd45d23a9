//! How much the answers to a question change what a person reads.

use std::rc::Rc;

use crate::rules::{Candidate, Cost, Criterion, Finding, Findings, Known, orient_first};
use crate::situation::Situation;

/// What is looked at of the list: what people try.
const FIRST: usize = 5;

/// Counts are kept in thousandths: whole numbers compare the same everywhere.
const THOUSAND: usize = 1000;

/// What differs between two answers, on average, in thousandths; compared count by count, in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Hash)]
pub struct Change {
    /// Numbers of the safety block.
    pub safety: usize,
    /// Services among the first five.
    pub services: usize,
    /// Places of the services that both have.
    pub places: usize,
    /// Verdicts, questions to ask and prices of the services that both have.
    pub details: usize,
}

impl Change {
    /// No answer changes anything.
    pub fn is_nothing(&self) -> bool {
        *self == Self::default()
    }

    /// The mean over every two of these situations.
    pub fn among(known: &Known, situations: &[Situation]) -> Self {
        let seen: Vec<Seen> = situations.iter().map(|situation| Seen::of(known, situation)).collect();
        let mut sum = Self::default();
        let mut pairs = 0;
        for (at, one) in seen.iter().enumerate() {
            for other in &seen[at + 1..] {
                sum = sum.plus(one.against(other));
                pairs += 1;
            }
        }
        // rounded up: whatever differs once is not nothing
        sum.each(|count| (count * THOUSAND).div_ceil(pairs.max(1)))
    }

    /// The first of these situations that reads otherwise than this one.
    pub fn first(known: &Known, situation: &Situation, others: Vec<Situation>) -> Option<Situation> {
        let seen = Seen::of(known, situation);
        others.into_iter().find(|other| !seen.against(&Seen::of(known, other)).is_nothing())
    }

    const fn plus(self, other: Self) -> Self {
        Self {
            safety: self.safety + other.safety,
            services: self.services + other.services,
            places: self.places + other.places,
            details: self.details + other.details,
        }
    }

    fn each(self, of: impl Fn(usize) -> usize) -> Self {
        Self {
            safety: of(self.safety),
            services: of(self.services),
            places: of(self.places),
            details: of(self.details),
        }
    }
}

/// What a person reads first.
struct Seen {
    numbers: Vec<&'static str>,
    first: Vec<Line>,
}

/// What is read of one service.
struct Line {
    position: usize,
    findings: Findings,
    cost: Rc<Cost>,
}

impl Seen {
    fn of(known: &Known, situation: &Situation) -> Self {
        let orientation = orient_first(known, situation, FIRST);
        let line =
            |service: Candidate| Line { position: service.position, findings: service.findings, cost: service.cost };
        Self {
            numbers: orientation.safety.iter().map(|line| line.number.phone).collect(),
            first: orientation.results.into_iter().map(|answered| line(answered.service)).collect(),
        }
    }

    fn against(&self, other: &Self) -> Change {
        let mut change = Change {
            safety: only(&self.numbers, &other.numbers) + only(&other.numbers, &self.numbers),
            ..Change::default()
        };
        let mut shared = 0;
        for (rank, line) in self.first.iter().enumerate() {
            let twin = |other: &Line| other.position == line.position;
            let Some(at) = other.first.iter().position(twin) else {
                continue;
            };
            shared += 1;
            change.places += usize::from(at != rank);
            change.details += usize::from(!line.reads_as(&other.first[at]));
        }
        // five against five: a service that leaves and the one that comes in are one change
        change.services = self.first.len().max(other.first.len()) - shared;
        change
    }
}

fn only(some: &[&str], others: &[&str]) -> usize {
    some.iter().filter(|number| !others.contains(number)).count()
}

impl Line {
    /// The same verdict, the same things to check, the same price.
    fn reads_as(&self, other: &Self) -> bool {
        self.to_check().eq(other.to_check())
            && self.findings.verdict() == other.findings.verdict()
            && price(&self.cost) == price(&other.cost)
    }

    fn to_check(&self) -> impl Iterator<Item = (Criterion, Finding)> + '_ {
        self.findings.iter().filter(|(_, finding)| matches!(finding, Finding::AskPerson | Finding::AskService))
    }
}

/// A price as it is read: within the budget is what one expects, over it is said.
fn price(cost: &Cost) -> impl PartialEq + '_ {
    let over = cost.over_by;
    (cost.status, cost.amount, &cost.alternatives, over, cost.year)
}
