//! What the first five hold, so that nobody leaves without it: each rule is asked in turn, and what is missing is taken
//! from the best of the rest, in place of what can best be spared.
//!
//! | n° | the five hold | why |
//! |---|---|---|
//! | 1 | in the first two, a team made for the person's own path, when a care is asked | made for them (R-003-06) |
//! | 2 | in the first two, somebody who can be called, written to or visited | a number to call, not an address of a list |
//! | 3 | an answer to each need said, by who does it for a living | one plan for several difficulties (R-004-02) |
//! | 4 | the public service that the law makes competent for what is asked | there is no other |
//! | 5 | what is kept for their path, or for the problem they name | made for them |
//! | 6 | for today, a service made for crises beside specialised care; a team that comes, when somebody else asks for specialised care | who cannot or will not come (R-003-01) |
//! | 7 | a care open to everybody | the generalist services are theirs too (R-003-09) |
//! | 8 | the interpreters of the place, for a professional without a shared language | R-003-11 |
//! | 9 | something that can be used today | a wait without a bridge destroys courage (R-004-03) |
//! | 10 | the general practitioner, when no need is said, or being unwell | the first door of all (R-003-44) |
//! | 11 | an answer to what is understood beside what is said | a child is a child whatever they ask |
//! | 12 | a second kind of care, for who does not know what they need | a choice is a help |
//! | 13 | a place of social bond or a group of peers, beside care | Parcours·UD, recommendation 7 |
//! | 14 | something by telephone or online, when all is far | |
//!
//! In danger only the third is asked.

mod seats;

use seats::answers;

use crate::catalogue::model::Facts;
use crate::catalogue::terms::{Asking, Clue, Family, Manner, Nature};

use super::Candidate;
use super::case::{Because, Case};
use super::criteria::{Criterion, Finding};
use super::fit::{FAR, Fit, Reach, VERY_FAR};
use super::ranking::{Row, status};
use super::seat::{Ranked, is_own};

/// The rows that a service may not be moved across because it can be called.
const UNTOUCHED: &[Row] =
    &[Row::Aside, Row::Elsewhere, Row::OtherLanguage, Row::PartOfThePlace, Row::OpenNow, Row::SecondLine];

/// Puts among the five what they lack.
pub(super) fn complete<'c>(picked: &mut Vec<Ranked<'c>>, rest: &mut Vec<Ranked<'c>>, case: &Case<'_>) {
    let mut five = Five { case, picked, rest, settled: Vec::new() };
    if !case.is_danger() {
        five.own_team();
        five.somebody_to_call();
    }
    five.settle_first();
    five.each_need();
    if case.is_danger() {
        return;
    }
    five.competent_service();
    five.own_service();
    five.named_subject();
    five.crisis_today();
    five.team_that_comes();
    five.generalist_care();
    five.interpreter();
    five.bridge();
    five.first_line();
    five.each_understood();
    five.two_kinds_of_care();
    five.bond();
    five.remote_when_all_is_far();
}

/// The first five while they are completed.
struct Five<'f, 'c> {
    case: &'f Case<'f>,
    picked: &'f mut Vec<Ranked<'c>>,
    rest: &'f mut Vec<Ranked<'c>>,
    /// Services that stay: by their position in the catalogue.
    settled: Vec<usize>,
}

impl Five<'_, '_> {
    /// A team made for the person's own path stands in the first two, when a care is asked.
    fn own_team(&mut self) {
        if self.case.is_of_care() {
            let own = |candidate: &Candidate| {
                candidate.key.level(Row::Status) <= status::CARE && candidate.reach != Reach::Elsewhere
            };
            if !self
                .among_the_first_two(|candidate| own(candidate) && candidate.away.is_none_or(|away| away <= VERY_FAR))
            {
                self.take(own);
            }
        }
    }

    /// One of the first two can be called, written to or visited, when such a service answers in that step or the next.
    fn somebody_to_call(&mut self) {
        let Some(first) = self.picked.first().copied() else { return };
        let step = first.key.level(Row::Step);
        let can_be_reached = |candidate: &Candidate| {
            candidate.key.level(Row::Contact) < 2
                && candidate.reach != Reach::Elsewhere
                && candidate.fit <= first.fit.max(Fit::MadeForFar)
                && !candidate.facts.general
                && !self.case.known.is_remote(candidate.facts)
                && candidate.key.is_as_good_on(&first.key, UNTOUCHED)
        };
        let near = |candidate: &Candidate| candidate.key.level(Row::Step) <= step + 1;
        self.among_the_first_two(|candidate| can_be_reached(candidate) && near(candidate));
    }

    /// Each need asked is answered by one of the five, when any service answers it. Of somebody who says none, what is
    /// understood from nothing is left to the rules that follow.
    fn each_need(&mut self) {
        let case = self.case;
        let asked =
            if case.said.is_empty() { case.understood.without(case.known.clued(Clue::Nothing)) } else { case.said };
        // in a danger of the mind or of the body the crisis services answer; who is threatened, or outside, needs a door
        let by_crisis = case.known.of_nature(Nature::Mind).or(case.known.of_nature(Nature::Body));
        let asked = if case.is_danger() { asked.without(by_crisis) } else { asked };
        for need in asked.iter() {
            let made_for =
                |candidate: &Candidate| case.made_for(candidate.facts).has(need) && !candidate.facts.is_thin();
            // near, else by telephone the best of their side that no source says to serve here: better asked than not
            // known
            // who does it for a living, before peers, lines and places to meet
            let trade = |candidate: &Candidate| {
                !matches!(case.known.family(candidate.facts), Family::Peers | Family::Bond | Family::Line)
            };
            let own = |candidate: &Candidate| is_own(candidate) && candidate.facts.core.has(need);
            let found = case.said.is_empty() && self.one_that(own)
                || self.one_that(|candidate| made_for(candidate) && trade(candidate))
                || self.one_that(made_for)
                || self.take(|candidate| {
                    let from_far = candidate.reach == Reach::Elsewhere && candidate.facts.reach.phone;
                    from_far && made_for(candidate) && case.is_of_their_side(candidate.facts)
                });
            if !found {
                self.one_that(|candidate| answers(candidate, need));
            }
        }
    }

    /// The public service that the law makes competent is among the five for what is asked of it: its place is taken
    /// neither by its language nor by its hours.
    fn competent_service(&mut self) {
        let case = self.case;
        let of_care = case.known.of_nature(Nature::Care).or(case.known.of_nature(Nature::Body));
        let asked = case.said.without(of_care);
        self.take(|candidate| {
            let facts = candidate.facts;
            facts.competent
                && !facts.general
                && !case.known.is_emergency(facts)
                && !facts.crisis
                && !case.helps_with(facts).and(asked).is_empty()
                && candidate.findings.of(Criterion::Territory) == Finding::Met
        });
    }

    /// A service kept for the person's own path that answers a need they said.
    fn own_service(&mut self) {
        let case = self.case;
        self.one_that(|candidate| is_own(candidate) && !case.helps_with(candidate.facts).is_empty());
    }

    /// A service for the problem or the public that is named.
    fn named_subject(&mut self) {
        let case = self.case;
        self.one_that(|candidate| {
            candidate.findings.of(Criterion::Subject) == Finding::Met
                && !case.helps_with(candidate.facts).and(case.said).is_empty()
        });
    }

    /// When a care is asked, a service of care open to everybody, the general practitioner apart: beside a team made for
    /// the person's own path, the generalist services are theirs too.
    fn generalist_care(&mut self) {
        let case = self.case;
        if !case.is_of_care() {
            return;
        }
        let is_open = |candidate: &Candidate| {
            !is_own(candidate)
                && candidate.fit <= Fit::HelpsFar
                && case.known.family(candidate.facts) == Family::Care
                && !case.known.is_first_line(candidate.facts)
                && (case.says(Nature::SecondLine) || !case.known.is_second_line(candidate.facts))
                && candidate.key.level(Row::OtherLanguage) == 0
        };
        self.one_that(is_open);
    }

    /// Whoever does not say what is wrong, or asks to talk it over, chooses between two kinds of help: a team, or a
    /// psychologist.
    fn two_kinds_of_care(&mut self) {
        let case = self.case;
        let mind = case.known.of_nature(Nature::Mind).without(case.known.of_nature(Nature::Listening));
        let unsure = case.known.of_nature(Nature::Form).and(mind);
        if !case.said.is_empty() && case.said.and(unsure).is_empty() {
            return;
        }
        let followed = case.known.clued(Clue::Nothing).without(case.known.of_nature(Nature::FirstLine));
        let is_one = |candidate: &Candidate| {
            !is_own(candidate)
                && candidate.fit <= Fit::MadeForFar
                && !candidate.facts.core.and(followed.and(mind)).is_empty()
                && matches!(case.known.family(candidate.facts), Family::Care | Family::Youth)
                && !case.known.is_remote(candidate.facts)
                && UNTOUCHED.iter().all(|row| candidate.key.level(*row) == 0)
        };
        let kinds: Vec<u8> =
            self.picked.iter().filter(|candidate| is_one(candidate)).map(|candidate| candidate.facts.kind).collect();
        self.one_that(|candidate| is_one(candidate) && kinds.first() != Some(&candidate.facts.kind));
    }

    /// What is understood beside what is said (the age of a child, a path) is answered by one of the five too.
    fn each_understood(&mut self) {
        let case = self.case;
        if case.said.is_empty() {
            return;
        }
        let told = case.why_understood().into_iter();
        for (need, _) in told.filter(|(_, because)| matches!(because, Because::Age | Because::Migration)) {
            self.one_that(|candidate| {
                answers(candidate, need)
                    && candidate.fit <= Fit::Understood
                    && !case.known.is_remote(candidate.facts)
                    && UNTOUCHED.iter().all(|row| candidate.key.level(*row) == 0)
            });
        }
    }

    /// For today, beside a specialised care that is asked, a service made for crises.
    fn crisis_today(&mut self) {
        let case = self.case;
        if case.is_soon() && case.says(Nature::SecondLine) {
            self.one_that(|candidate| candidate.facts.crisis && case.known.answers_at_once(candidate.facts));
        }
    }

    /// When a relative or a professional asks for specialised care, a team that comes to the person, beside the hospital.
    fn team_that_comes(&mut self) {
        let case = self.case;
        let told = case.asks_as(Asking::Relative) || case.asks_as(Asking::Professional);
        if told && case.says(Nature::SecondLine) {
            let ways = case.known.of_manner(Manner::Way);
            self.one_that(|candidate| {
                let facts = candidate.facts;
                case.known.is_second_line(facts) && !facts.wishes.and(ways).is_empty()
            });
        }
    }

    /// The general practitioner, when no need is said, or one that the first line of care is made for.
    fn first_line(&mut self) {
        let case = self.case;
        let first_line = case.known.of_nature(Nature::FirstLine).and(case.known.of_nature(Nature::Mind));
        if case.said.is_empty() || !case.said.and(first_line).is_empty() {
            self.one_that(|candidate| case.known.is_first_line(candidate.facts));
        }
    }

    /// Something that can be used today: a wait without a bridge destroys courage (R-004-03).
    fn bridge(&mut self) {
        let case = self.case;
        let bridge = |candidate: &Candidate| {
            candidate.key.level(Row::OpenNow) < 2
                && candidate.facts.conditions == 0
                && candidate.key.level(Row::OtherLanguage) == 0
                && case.is_a_bridge(candidate.facts)
        };
        // a child has lines of their own
        let child = case.situation.is_minor();
        let own_age = |candidate: &Candidate| {
            let facts = candidate.facts;
            let line = case.known.is_remote(facts) && facts.reach.phone && answers_listening(case, facts);
            child && line && candidate.key.level(Row::Age) < 2 && candidate.key.level(Row::Language) == 0
        };
        if self.one_that(own_age) {
            return;
        }
        // on a Sunday, places whose hours nobody knows are no sure help; and the language of the place comes first
        let sure = |candidate: &Candidate| candidate.facts.has_hours && bridge(candidate);
        let _ = self.one_that(|candidate| sure(candidate) && candidate.key.level(Row::Language) == 0)
            || self.one_that(sure)
            || self.one_that(bridge)
            || self.one_that(|candidate| case.known.is_first_line(candidate.facts));
    }

    /// Beside care, a place of social bond or a group of peers, near or joined from home (Parcours·UD, recommendation
    /// 7).
    fn bond(&mut self) {
        let case = self.case;
        if case.welcomes_bond() {
            self.one_that(|candidate| {
                matches!(case.known.family(candidate.facts), Family::Bond | Family::Peers)
                    && candidate.facts.conditions == 0
                    && candidate.key.level(Row::OtherLanguage) == 0
                    && !candidate.facts.is_thin()
            });
        }
    }

    /// A professional who shares no language with the first three gets the service of interpreters of the place.
    fn interpreter(&mut self) {
        let case = self.case;
        let interpreting = case.known.of_nature(Nature::Interpreter);
        if !case.understood.and(interpreting).is_empty() && needs_interpreter(self.picked, case) {
            self.one_that(|candidate| {
                !candidate.facts.core.and(interpreting).is_empty()
                    && candidate.findings.of(Criterion::Territory) == Finding::Met
            });
        }
    }

    /// When everything is far, one of the five can be reached by telephone or online.
    fn remote_when_all_is_far(&mut self) {
        let case = self.case;
        let mut places = self.picked.iter().filter_map(|candidate| candidate.away).peekable();
        if places.peek().is_some() && places.all(|away| away > FAR) {
            self.one_that(|candidate| case.known.is_remote(candidate.facts));
        }
    }
}

/// Whether none of the first three is known to speak a language said.
pub(super) fn needs_interpreter(ranked: &[Ranked<'_>], case: &Case<'_>) -> bool {
    let shared = |candidate: &Ranked<'_>| {
        matches!(candidate.findings.of(Criterion::Language), Finding::Met | Finding::Presumed)
            && candidate.facts.interpreter != Some(true)
    };
    let is_said = case.situation.languages.known().is_some();
    is_said && !ranked.is_empty() && !ranked.iter().take(3).any(shared)
}

fn answers_listening(case: &Case<'_>, facts: &Facts) -> bool {
    !facts.core.and(case.known.of_nature(Nature::Listening)).is_empty()
}
