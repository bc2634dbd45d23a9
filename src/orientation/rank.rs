//! The order of the answers. Each row is one comparison; the first that differs decides. No weights, no chance: same
//! input, same order.
//!
//! | n° | criterion | levels, best first | why, source |
//! |---|---|---|---|
//! | 1 | safety | in danger: answers at once · the same, by an old or unsure fact · a kind made for crises · the rest | a danger comes before anything (seed-rules R-D-02) |
//! | 2 | reserved | open to the person · reserved to professionals while it is unknown who asks | never shown to the person (R-003-15) |
//! | 3 | answer to the need | made for it, here · door to its kind · made for it, serves here from far · helps with it, here · door · general help, here · helps from far · elsewhere · elsewhere and in another language | the value is in fitting the person (Boyum 2016); doors before services 40 km away |
//! | 4 | crisis | today or in danger: holds the delay, or a kind made for crises · the rest | crisis and long-term teams are never swapped (R-003-02) |
//! | 5 | open now | today or in danger: open, or hours not known · closed | a closed line is no first answer at 2 a.m. |
//! | 6 | way asked | at home, by telephone, online or by video, when asked: offered by what is known to serve here · not said | somebody who cannot or will not come (R-003-01, R-003-05) |
//! | 7 | their status | kept for one or two migration paths, within 15 km, and the person is on it · the rest | made for them (R-003-06) |
//! | 8 | needs answered | the most needs it is made for, then helps with | one plan for several problems (004, recommendation 2) |
//! | 9 | their age | kept for an age, and the person is surely in it · for every age | choose by age, then by territory (R-003-25) |
//! | 10 | verdict | eligible, or only its territory unsaid (in violence: or for women) · to check | conditions are told before sending (R-004-04) |
//! | 11 | thin record | can be called, written to, read or visited · only a sentence on how to find it | shown late and marked, never dropped (asks 28) |
//! | 12 | delay | can answer in time · no source says · slower than asked | waiting destroys courage (R-004-03) |
//! | 13 | cost | within the budget, free or no obstacle · unknown · over | R-003-33 to 42 |
//! | 14 | language | shared or presumed · to ask · known to speak others only | R-002-01 |
//! | 15 | wishes | the most wishes met | the person's choice (004, recommendation 1) |
//! | 16 | distance | nearest first, in steps: same commune, 5, 15, 30, 60 km; then by kilometre; a door counts as 15 km, as 30 for today | proximity matters against isolation (R-001-07) |
//! | 17 | freshness | sourced in the last 24 months and sure · older or unsure | asks 8, 24 |
//! | 18 | id | alphabetical | the order must be the same everywhere |
//!
//! « Here » is: it speaks a language of a person who speaks a national one, and it says that it serves the commune (and
//! lies within 40 km), or does not say whom it serves but is known to lie within 30 km (15 km when nothing says how to
//! reach it), in the same region; what answers by telephone is here everywhere. « From far » is: it says that it serves
//! the commune, from beyond 40 km. In danger, a kind made for crises is made for any need.

mod packed;

use std::cmp::{Ordering, Reverse};

use crate::catalogue::date::PartialDate;
use crate::catalogue::model::Facts;
use crate::catalogue::terms::{Audience, Confidence, Gender, Urgency};
use crate::situation::Situation;

use super::Known;
use super::cost::Cost;
use super::eligibility::{Criterion, Finding, Findings};

/// Beyond this a service one visits is « far » unless it says that it serves the commune: a door is better. In tenths
/// of km.
pub const FAR: u32 = 300;

/// As far as a neighbourhood goes.
const NEAR: u32 = 150;

/// Beyond this even a service that serves the commune comes after a door of its kind (issue: « doors before services 40
/// km away »).
pub const VERY_FAR: u32 = 400;

/// A fact older than this is shown with its date, « à vérifier ». In months.
pub const STALE: u32 = 24;

/// How a service answers the need, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fit {
    /// Made for the need, and near or known to serve here.
    MadeFor,
    /// A door to a kind of service made for the need.
    Door,
    /// Made for the need, and serving here from far.
    MadeForFar,
    /// Also helps with the need, here.
    Helps,
    DoorThatHelps,
    /// Listens to anybody, or a place to be with others: never wrong, seldom enough.
    General,
    HelpsFar,
    /// Answers the need elsewhere: no source says that it serves here, and it is far, of another region or of another
    /// language.
    Elsewhere,
    /// The same, and it is known to speak other languages only.
    ElsewhereOtherwise,
}

impl Fit {
    pub const fn slug(self) -> &'static str {
        match self {
            Self::MadeFor => "made-for",
            Self::Door => "door",
            Self::MadeForFar => "made-for-far",
            Self::Helps => "helps",
            Self::DoorThatHelps => "door-that-helps",
            Self::General => "general",
            Self::HelpsFar => "helps-far",
            Self::Elsewhere => "elsewhere",
            Self::ElsewhereOtherwise => "elsewhere-otherwise",
        }
    }
}

/// Whether a first contact comes in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Delay {
    InTime,
    Unknown,
    Slower,
}

/// Everything the order compares, in the order of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[expect(clippy::struct_excessive_bools, reason = "a row of the table each")]
pub struct Key {
    /// In danger: 0 answers at once, 1 the same by a fact that is old or unsure, 2 made for crises, 3 the rest.
    after_safety: u8,
    reserved: bool,
    pub fit: Fit,
    pub no_crisis: bool,
    /// Closed at the moment of asking, when help is needed today.
    pub closed: bool,
    ways: Reverse<u32>,
    /// Not kept for the person's own status.
    not_their_own: bool,
    core_needs: Reverse<u32>,
    all_needs: Reverse<u32>,
    /// Made for every age, not for the person's own.
    for_everybody: bool,
    pub to_check: bool,
    thin: bool,
    pub delay: Delay,
    cost: u8,
    /// 0 shared or presumed, 1 to ask, 2 known to speak others only.
    language: u8,
    wishes: Reverse<u32>,
    step: u8,
    distance: u32,
    pub stale: bool,
    /// Services are sorted by id in the catalogue.
    position: usize,
}

/// A row of the table: what two services may differ by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Row {
    Safety,
    Reserved,
    Fit,
    Crisis,
    OpenNow,
    Way,
    Status,
    Needs,
    Age,
    Verdict,
    Thin,
    Delay,
    Cost,
    Language,
    Wishes,
    Distance,
    Freshness,
    Id,
}

impl Row {
    pub const ALL: [Self; 18] = [
        Self::Safety,
        Self::Reserved,
        Self::Fit,
        Self::Crisis,
        Self::OpenNow,
        Self::Way,
        Self::Status,
        Self::Needs,
        Self::Age,
        Self::Verdict,
        Self::Thin,
        Self::Delay,
        Self::Cost,
        Self::Language,
        Self::Wishes,
        Self::Distance,
        Self::Freshness,
        Self::Id,
    ];

    pub const fn slug(self) -> &'static str {
        match self {
            Self::Safety => "safety",
            Self::Reserved => "reserved",
            Self::Fit => "fit",
            Self::Crisis => "crisis",
            Self::OpenNow => "open-now",
            Self::Way => "way",
            Self::Status => "status",
            Self::Needs => "needs",
            Self::Age => "age",
            Self::Verdict => "verdict",
            Self::Thin => "thin",
            Self::Delay => "delay",
            Self::Cost => "cost",
            Self::Language => "language",
            Self::Wishes => "wishes",
            Self::Distance => "distance",
            Self::Freshness => "freshness",
            Self::Id => "id",
        }
    }
}

impl Key {
    /// How two services compare on one row of the table; the rows in order compare as the whole keys do.
    pub fn compare(&self, other: &Self, row: Row) -> Ordering {
        match row {
            Row::Safety => self.after_safety.cmp(&other.after_safety),
            Row::Reserved => self.reserved.cmp(&other.reserved),
            Row::Fit => self.fit.cmp(&other.fit),
            Row::Crisis => self.no_crisis.cmp(&other.no_crisis),
            Row::OpenNow => self.closed.cmp(&other.closed),
            Row::Way => self.ways.cmp(&other.ways),
            Row::Status => self.not_their_own.cmp(&other.not_their_own),
            Row::Age => self.for_everybody.cmp(&other.for_everybody),
            Row::Needs => (self.core_needs, self.all_needs).cmp(&(other.core_needs, other.all_needs)),
            Row::Verdict => self.to_check.cmp(&other.to_check),
            Row::Thin => self.thin.cmp(&other.thin),
            Row::Delay => self.delay.cmp(&other.delay),
            Row::Cost => self.cost.cmp(&other.cost),
            Row::Language => self.language.cmp(&other.language),
            Row::Wishes => self.wishes.cmp(&other.wishes),
            Row::Distance => (self.step, self.distance).cmp(&(other.step, other.distance)),
            Row::Freshness => self.stale.cmp(&other.stale),
            Row::Id => self.position.cmp(&other.position),
        }
    }

    /// Worth proposing beside another, as another kind of answer: as many needs, as sure, as soon, no further than the
    /// neighbourhood.
    ///
    /// Of somebody who says no need (`said` is false), how many are answered is nothing to compare.
    pub(super) fn answers_as_well_as(&self, other: &Self, said: bool) -> bool {
        let level = |key: &Self| key.fit.max(Fit::Door);
        (self.after_safety, self.reserved, level(self)) <= (other.after_safety, other.reserved, level(other))
            && self.no_crisis <= other.no_crisis
            && self.closed <= other.closed
            && self.ways <= other.ways
            && self.not_their_own <= other.not_their_own
            && (!said || (self.core_needs, self.all_needs) <= (other.core_needs, other.all_needs))
            && self.to_check <= other.to_check
            && (self.step <= other.step || self.distance <= FAR)
    }

    /// The row that decides between two services; `None` for a service and itself.
    pub fn first_difference(&self, other: &Self) -> Option<Row> {
        Row::ALL.into_iter().find(|row| self.compare(other, *row) != Ordering::Equal)
    }
}

/// How a service answers the needs asked, `territory` being what is found of whom it serves; `None` when it does not.
pub fn fit(
    facts: &Facts,
    known: &Known,
    situation: &Situation,
    territory: Finding,
    distance: Option<u32>,
) -> Option<Fit> {
    let core = !known.made_for(facts, situation).is_empty() || (situation.is_danger() && known.is_for_crises(facts));
    let also = !known.helps_with(facts, situation).is_empty();
    let serves = match (territory, &situation.communes) {
        (Finding::Met | Finding::Open, _) => true,
        // a boundary that is not sure, or a commune not said: it may well serve here
        (Finding::AskService | Finding::AskPerson, Some(_)) => facts.area.is_some(),
        _ => false,
    };
    let reach = distance.unwrap_or(0);
    let nowhere = facts.communes.is_empty() && !facts.general && !known.is_remote(facts);
    // nobody is sent half an hour away to a place that cannot be called
    let around = if facts.is_thin() { NEAR } else { FAR };
    let otherwise = known.speaks_otherwise(facts, situation);
    let near = !otherwise
        && match situation.communes {
            None => serves,
            Some(_) if serves => reach <= VERY_FAR,
            Some(_) => !nowhere && reach <= around && known.is_of_their_side(facts, situation),
        };
    let from_far = serves && !otherwise;
    match (core, also, facts.general) {
        (true, _, _) | (_, true, _) if otherwise && !serves => Some(Fit::ElsewhereOtherwise),
        (true, _, _) | (_, true, _) if !near && !from_far => Some(Fit::Elsewhere),
        (true, _, true) => Some(Fit::Door),
        (true, _, false) if near => Some(Fit::MadeFor),
        (true, _, false) => Some(Fit::MadeForFar),
        (false, true, true) => Some(Fit::DoorThatHelps),
        (false, true, false) if near => Some(Fit::Helps),
        (false, true, false) => Some(Fit::HelpsFar),
        (false, false, _) if near && known.is_general_help(facts, situation) => Some(Fit::General),
        (false, false, _) => None,
    }
}

/// What the order compares, for one service.
#[expect(clippy::too_many_arguments, reason = "all that a row of the table may look at")]
pub fn key(
    position: usize,
    facts: &Facts,
    known: &Known,
    situation: &Situation,
    findings: &Findings,
    fit: Fit,
    cost: &Cost,
    distance: Option<u32>,
) -> Key {
    let delay = delay(facts, situation);
    let soon = situation.urgency.known().is_some_and(|urgency| *urgency <= Urgency::Today);
    let at_once = known.answers_at_once(facts);
    // through a door one still has a way to go, and more so when it is for today
    let reach = match (facts.general, soon) {
        (false, _) => distance,
        (true, false) => Some(NEAR),
        (true, true) => Some(FAR),
    };
    let stale = is_stale(facts, situation.at.date);
    Key {
        after_safety: match (situation.is_danger(), at_once && fit < Fit::HelpsFar) {
            (false, _) => 0,
            (true, true) => u8::from(stale),
            (true, false) if known.is_for_crises(facts) && fit < Fit::HelpsFar => 2,
            (true, false) => 3,
        },
        reserved: findings.of(Criterion::Asking) == Finding::AskPerson && known.is_for_professionals_only(facts),
        fit,
        no_crisis: soon && delay != Delay::InTime && !known.is_for_crises(facts),
        closed: false,
        // who comes to one's home does so within a territory: unsaid, it is no offer yet
        ways: Reverse(if findings.of(Criterion::Territory) == Finding::AskService {
            0
        } else {
            known.ways_met(facts, situation)
        }),
        not_their_own: !(known.is_kept_for_a_path(facts)
            && findings.of(Criterion::Migration) == Finding::Met
            && distance.is_none_or(|distance| distance <= NEAR)),
        core_needs: Reverse(known.made_for(facts, situation).len()),
        all_needs: Reverse(known.helps_with(facts, situation).len()),
        for_everybody: !is_for_their_age(facts, findings),
        to_check: is_uncertain(facts, known, situation, findings),
        thin: facts.is_thin(),
        delay,
        cost: if situation.budget.known().is_some() { cost.level() } else { 0 },
        language: language(facts, situation, findings),
        wishes: Reverse(situation.wishes.known().map_or(0, |wishes| facts.wishes.and(*wishes).len())),
        step: step(reach),
        distance: reach.unwrap_or(0),
        stale,
        position,
    }
}

/// Something is to check that may well keep the person out. That no source says whom the service serves does not count;
/// nor, in violence, that it is for women, when nothing else is asked: the worker and the person know at once.
fn is_uncertain(facts: &Facts, known: &Known, situation: &Situation, findings: &Findings) -> bool {
    let for_women =
        facts.conditions == 1 && facts.gender == Some(Gender::Women) && known.asks_for(situation, "violences");
    let pardoned = [Criterion::Territory, Criterion::Conditions];
    !findings.lack_only(&pardoned[..=usize::from(for_women)])
}

fn language(facts: &Facts, situation: &Situation, findings: &Findings) -> u8 {
    let asked = situation.languages.known().is_some();
    match findings.of(Criterion::Language) {
        _ if !asked => 0,
        Finding::Met | Finding::Presumed => 0,
        _ => 1 + u8::from(!facts.languages.is_empty()),
    }
}

/// Whether the service can hold the delay asked; for « this month or later » anything can.
pub fn delay(facts: &Facts, situation: &Situation) -> Delay {
    match (situation.urgency.known(), facts.first_answer) {
        (None | Some(Urgency::Month), _) => Delay::InTime,
        (Some(asked), Some(held)) if held <= *asked => Delay::InTime,
        (Some(_), Some(_)) => Delay::Slower,
        (Some(_), None) => Delay::Unknown,
    }
}

/// The service is kept for an age, and the person is surely in it: the young, the elderly, or ages within 25 years.
fn is_for_their_age(facts: &Facts, findings: &Findings) -> bool {
    let span = facts.age_max.map(|max| max - facts.age_min.unwrap_or(0).min(max));
    let narrow =
        span.is_some_and(|years| years <= 25) || matches!(facts.audience, Some(Audience::Young | Audience::Seniors));
    narrow && findings.of(Criterion::Age) == Finding::Met
}

/// A fact over 24 months old, or of low confidence.
pub fn is_stale(facts: &Facts, today: PartialDate) -> bool {
    facts.confidence == Confidence::Low || facts.dated.is_some_and(|date| date.months_until(today) > STALE)
}

/// Distances in steps a person feels; what needs no journey stands with the neighbourhood.
fn step(distance: Option<u32>) -> u8 {
    match distance {
        Some(0) => 0,
        None | Some(1..=50) => 1,
        Some(51..=150) => 2,
        Some(151..=300) => 3,
        Some(301..=600) => 4,
        Some(_) => 5,
    }
}
