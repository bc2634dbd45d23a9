//! How a service answers what is asked, and whether it is within reach.
//!
//! | answer ↓, reach → | here | serves here, from beyond 40 km | elsewhere |
//! |---|---|---|---|
//! | made for a need said (understood, when none is) | made for | made for, far | elsewhere |
//! | helps with one | helps | helps, far | elsewhere |
//! | made for, or helps with, what is understood beside what is said | understood | not an answer | not an answer |
//! | listens to anybody, a place to be with others, the first line of care | general | not an answer | not an answer |
//! | nothing of these | not an answer | not an answer | not an answer |
//!
//! « Here » is: it says that it serves where the person lives, and lies within 40 km; or it does not say whom it serves
//! and lies within 30 km (15 km when nothing says how to reach it), on their side of the country; or it is called from
//! everywhere. A place of social bond is here within 30 km, whatever it serves. Language is no distance: a service that
//! speaks other languages is where it is.

use crate::catalogue::model::{Aim, Facts};
use crate::catalogue::terms::{Asking, Family, Nature};

use super::case::Case;
use super::criteria::Finding;

/// Beyond this a service one visits is far unless it says that it serves the commune. In tenths of km.
pub const FAR: u32 = 300;

/// As far as a neighbourhood goes, in tenths of km.
pub const NEAR: u32 = 150;

/// Beyond this even a service that serves the commune is far, in tenths of km.
pub const VERY_FAR: u32 = 400;

/// How a service answers the need and from where, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fit {
    MadeFor,
    /// Made for it, and serving here from far.
    MadeForFar,
    Helps,
    HelpsFar,
    /// Answers a need that is understood, beside those that are said.
    Understood,
    /// Listens to anybody, or a place to be with others: never wrong, seldom enough.
    General,
}

impl Fit {
    pub const ALL: &'static [Self] =
        &[Self::MadeFor, Self::MadeForFar, Self::Helps, Self::HelpsFar, Self::Understood, Self::General];

    pub const fn slug(self) -> &'static str {
        match self {
            Self::MadeFor => "made-for",
            Self::MadeForFar => "made-for-far",
            Self::Helps => "helps",
            Self::Understood => "understood",
            Self::General => "general",
            Self::HelpsFar => "helps-far",
        }
    }
}

/// Where a service is, for this person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reach {
    Here,
    /// It serves here, from beyond 40 km.
    FromFar,
    /// No source says that it serves here, and it is far or on another side of the country.
    Elsewhere,
}

/// Whether a service may answer, wherever it is, by its aim alone: most may not, and nothing more is read of them. It
/// says no only where [`fit`] does.
pub fn may_answer(aim: Aim, case: &Case<'_>) -> bool {
    let kind = case.known.catalogue().kinds.get(usize::from(aim.kind));
    !aim.core.or(aim.also).and(case.all_needs()).is_empty()
        || !aim.core.and(case.known.of_nature(Nature::Listening)).is_empty()
        || kind.first_line
        || kind.family == Family::Bond
        || aim.crisis && case.is_danger()
}

/// How a service answers what is asked, and from where; `None` when it does not answer it.
pub fn fit(facts: &Facts, case: &Case<'_>, territory: Finding, away: Option<u32>) -> Option<(Fit, Reach)> {
    let reach = reach(facts, case, territory, away);
    let fit = match (answer(facts, case, territory)?, reach) {
        (Answer::MadeFor, Reach::FromFar) => Fit::MadeForFar,
        (Answer::MadeFor, _) => Fit::MadeFor,
        (Answer::Helps, Reach::FromFar) => Fit::HelpsFar,
        (Answer::Helps, _) => Fit::Helps,
        (Answer::Understood, Reach::Here) => Fit::Understood,
        (Answer::General, Reach::Here) => Fit::General,
        (Answer::Understood | Answer::General, _) => return None,
    };
    Some((fit, reach))
}

enum Answer {
    MadeFor,
    Helps,
    Understood,
    General,
}

fn answer(facts: &Facts, case: &Case<'_>, territory: Finding) -> Option<Answer> {
    // a child is not sent where adults meet
    let is_a_bond = case.known.family(facts) == Family::Bond;
    let are_peers = case.known.family(facts) == Family::Peers && case.situation.is_minor();
    let is_for_any_age = facts.age_max.is_none() && facts.admits.audience.is_none();
    if are_peers && is_for_any_age && !case.says(Nature::Company) && !case.asks_as(Asking::Relative) {
        return None;
    }
    if is_a_bond && !case.is_grown() && !case.says(Nature::Company) {
        return None;
    }
    let core = case.made_for(facts);
    // of what is only understood, care comes before rights
    let core = if case.said.is_empty() { core.and(case.known.of_nature(Nature::Care)) } else { core };
    let in_crisis = case.is_danger() && case.is_answered_by_crisis(facts);
    let helps = !case.helps_with(facts).is_empty();
    // a team for the person's own path that helps with a care that is asked is made for them
    let own = helps && case.is_of_care() && case.is_their_own_care(facts, territory);
    // for a need that is neither of the mind nor of the body, the emergency department comes after what is made for it
    let for_the_need = case.may_have(Nature::Mind) || case.says(Nature::Body);
    if !core.is_empty() || in_crisis && for_the_need || own {
        Some(Answer::MadeFor)
    } else if helps || in_crisis {
        Some(Answer::Helps)
    } else if !case.helps_with_understood(facts).is_empty() {
        Some(Answer::Understood)
    } else if case.is_general_help(facts) {
        Some(Answer::General)
    } else {
        None
    }
}

fn reach(facts: &Facts, case: &Case<'_>, territory: Finding, away: Option<u32>) -> Reach {
    let known = case.known;
    let is_a_bond = known.family(facts) == Family::Bond;
    if is_a_bond && away.is_some_and(|away| away > FAR) {
        return Reach::Elsewhere;
    }
    // in danger the nearest emergency department is the right one, on either side of a border
    if case.is_danger() && known.is_emergency(facts) && away.is_some_and(|away| away <= VERY_FAR) {
        return Reach::Here;
    }
    let serves = match (territory, &case.situation.communes) {
        (Finding::Met | Finding::Presumed, _) => true,
        (Finding::Open, _) => known.is_remote(facts) || facts.link_area.is_some(),
        // a boundary that is not sure, or a commune not said: it may well serve here
        (Finding::AskService | Finding::AskPerson, Some(_)) => facts.area.is_some(),
        _ => false,
    };
    if serves {
        return if away.is_none_or(|away| away <= VERY_FAR) { Reach::Here } else { Reach::FromFar };
    }
    // nobody is sent half an hour away to a place that cannot be called
    let around = if facts.is_thin() { NEAR } else { FAR };
    let is_near = match away {
        Some(away) => away <= around,
        None => facts.general && case.situation.communes.is_some(),
    };
    if is_near && case.is_of_their_side(facts) { Reach::Here } else { Reach::Elsewhere }
}
