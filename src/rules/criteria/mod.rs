//! Three-valued eligibility: each criterion is met, not met, or unknown, and unknown says whose answer is missing.
//!
//! One file a criterion: its truth table is the documentation of its module, and the cases of its rows stand at the
//! end. A criterion is added by one file and one row below; what a service says of it is one row of
//! `catalogue::eligibility`, and what is said of it to a person one table of `words::criteria`.
//!
//! A service is excluded when one criterion is not met; to check when one that matters is unknown; eligible otherwise.

#![expect(clippy::unnecessary_wraps, reason = "every criterion says in the same form what would change it")]

mod age;
mod asking;
#[cfg(test)]
mod cases;
mod conditions;
mod language;
mod link;
mod migration;
mod moment;
mod papers;
mod setting;
mod subject;
mod territory;

use crate::catalogue::model::Facts;
use crate::catalogue::terms::{Audience, Positions, Terms, Urgency};

use super::case::Case;
pub use papers::lacks as lacks_papers;
pub use territory::Territories;

/// What a criterion says of one service and one person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Finding {
    /// The service asks nothing here.
    Open,
    Met,
    Unmet,
    /// The person's answer is missing.
    AskPerson,
    /// The record is silent or not sure.
    AskService,
    /// The record is silent, but what is usual makes a question needless (the language of the region).
    Presumed,
}

/// What would have to be otherwise for a criterion to be met.
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
    /// These papers.
    Papers(Terms),
    /// One of these delays.
    Urgency(Vec<Urgency>),
}

macro_rules! criteria {
    ($($(#[$meta:meta])* $name:ident = $module:ident, $slug:literal;)+) => {
        /// The criteria, in the order in which they are told.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Criterion { $($(#[$meta])* $name),+ }

        impl Criterion {
            pub const ALL: [Self; [$($slug),+].len()] = [$(Self::$name),+];

            pub const fn slug(self) -> &'static str {
                match self { $(Self::$name => $slug),+ }
            }

            /// What it says of one service and one person.
            pub fn judge(self, facts: &Facts, case: &Case<'_>) -> Finding {
                match self { $(Self::$name => $module::judge(facts, case)),+ }
            }

            /// What would have to be otherwise for it to be met; `None` for one that never excludes.
            pub fn change(self, facts: &Facts, case: &Case<'_>) -> Option<Change> {
                match self { $(Self::$name => $module::change(facts, case)),+ }
            }
        }
    };
}

criteria! {
    Territory = territory, "territory";
    Link = link, "link";
    Age = age, "age";
    Migration = migration, "migration";
    Asking = asking, "asking";
    Setting = setting, "setting";
    Language = language, "language";
    Subject = subject, "subject";
    Papers = papers, "papers";
    Moment = moment, "moment";
    Conditions = conditions, "conditions";
}

/// Whether a person may use a service.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    Eligible,
    ToCheck,
    Excluded,
}

impl Verdict {
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Eligible => "eligible",
            Self::ToCheck => "to_check",
            Self::Excluded => "excluded",
        }
    }
}

/// What every criterion says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Findings([Finding; Criterion::ALL.len()]);

impl Findings {
    pub const fn of(&self, criterion: Criterion) -> Finding {
        self.0[criterion as usize]
    }

    pub fn iter(&self) -> impl Iterator<Item = (Criterion, Finding)> + '_ {
        Criterion::ALL.into_iter().map(|criterion| (criterion, self.of(criterion)))
    }

    pub fn verdict(&self) -> Verdict {
        if self.0.contains(&Finding::Unmet) {
            Verdict::Excluded
        } else if self.0.iter().any(|finding| matches!(finding, Finding::AskPerson | Finding::AskService)) {
            Verdict::ToCheck
        } else {
            Verdict::Eligible
        }
    }

    /// Nothing is to check but, at most, what these criteria ask of the service.
    pub fn lack_only(&self, criteria: &[Criterion]) -> bool {
        self.iter().all(|(criterion, finding)| match finding {
            Finding::Open | Finding::Met | Finding::Presumed => true,
            Finding::AskService => criteria.contains(&criterion),
            Finding::AskPerson | Finding::Unmet => false,
        })
    }
}

/// Judges one service for one person.
pub fn judge(facts: &Facts, case: &Case<'_>) -> Findings {
    judge_beside(territory::judge(facts, case), facts, case)
}

/// Judges one service of which the territory is judged already.
pub(super) fn judge_beside(territory: Finding, facts: &Facts, case: &Case<'_>) -> Findings {
    Findings(Criterion::ALL.map(|criterion| match criterion {
        Criterion::Territory => territory,
        other => other.judge(facts, case),
    }))
}

/// Whether a value is in a set of `count` values at most, by its position.
fn among(set: Terms, value: Option<usize>, count: usize) -> Finding {
    if set.is_empty() || set.len() as usize == count {
        return Finding::Open;
    }
    match value {
        None => Finding::AskPerson,
        Some(position) if set.has(position) => Finding::Met,
        Some(_) => Finding::Unmet,
    }
}

#[cfg(test)]
mod tests {
    use super::cases::findings;
    use super::*;

    #[test]
    fn one_criterion_not_met_excludes_whatever_the_others_say() {
        let both = findings(
            "service_area: [province-liege], eligibility: { age: { min: 18 }, conditions: [Venir.] }",
            "commune: Verviers, age: 16",
        );
        assert_eq!(both.verdict(), Verdict::Excluded);
    }

    #[test]
    fn an_unknown_answer_is_to_check_never_yes_never_no() {
        let unknown = findings("service_area: [belgique], eligibility: { age: { min: 18 } }", "");
        assert_eq!(unknown.verdict(), Verdict::ToCheck);
    }

    #[test]
    fn what_is_met_open_or_presumed_is_eligible() {
        let fine =
            findings("service_area: [province-liege], eligibility: { age: { min: 18 } }", "commune: Verviers, age: 34");
        assert_eq!(fine.verdict(), Verdict::Eligible);
        assert_eq!(fine.of(Criterion::Language), Finding::Presumed);
    }
}
