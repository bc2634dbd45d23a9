//! Three-valued eligibility: each criterion is met, not met, or unknown, and unknown says whose answer is missing.
//!
//! | criterion | met | not met | ask the person | ask the service |
//! |---|---|---|---|---|
//! | territory | all the communes the person may live in are served | none is | only some are, or no place is known | no source says whom it serves; a network's boundary is not sure |
//! | link | the person lives there | – | no place is known | the person lives elsewhere: another link may do |
//! | age | within the bounds | outside | unknown age, and bounds | at the edge of an audience (16-17, 19-25, 50-59 years) |
//! | migration | the path is admitted | it is not | unknown or undisclosed, and some paths are not | – |
//! | asking | who asks may ask | may not | unknown, and some may not | – |
//! | setting | the setting is served | a professional's is not | unknown, or it is not and who asks is unknown | – |
//! | language | one is shared, or an interpreter is possible | none is, on a telephone line | unknown languages | none is known to be shared, on a service one visits |
//! | moment | the kind of service answers at this urgency | it does not | – | – |
//! | conditions | none | – | – | any that the program cannot judge |
//!
//! A service is excluded when one criterion is not met; to check when one that matters is unknown; eligible otherwise.

use crate::catalogue::model::Facts;
use crate::catalogue::terms::{Asking, Audience, Migration, Setting, Terms};
use crate::catalogue::territory::{Area, CommuneSet};
use crate::situation::Situation;

use super::Known;

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

/// The criteria, in the order in which they are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Criterion {
    Territory,
    Link,
    Age,
    Migration,
    Asking,
    Setting,
    Language,
    Moment,
    Conditions,
}

impl Criterion {
    pub const ALL: [Self; 9] = [
        Self::Territory,
        Self::Link,
        Self::Age,
        Self::Migration,
        Self::Asking,
        Self::Setting,
        Self::Language,
        Self::Moment,
        Self::Conditions,
    ];

    pub const fn slug(self) -> &'static str {
        match self {
            Self::Territory => "territory",
            Self::Link => "link",
            Self::Age => "age",
            Self::Migration => "migration",
            Self::Asking => "asking",
            Self::Setting => "setting",
            Self::Language => "language",
            Self::Moment => "moment",
            Self::Conditions => "conditions",
        }
    }
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
pub struct Findings([Finding; 9]);

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

/// Whether a service serves where the person lives.
pub fn judge_territory(facts: &Facts, known: &Known, situation: &Situation) -> Finding {
    territory(facts, known, situation)
}

/// Judges one service for one person.
pub fn judge(facts: &Facts, known: &Known, situation: &Situation) -> Findings {
    judge_the_rest(territory(facts, known, situation), facts, known, situation)
}

/// The same, of which the territory is judged already.
pub(super) fn judge_the_rest(territory: Finding, facts: &Facts, known: &Known, situation: &Situation) -> Findings {
    Findings([
        territory,
        link(facts, known, situation),
        age(facts, situation),
        migration(facts, situation),
        asking(facts, situation),
        setting(facts, situation),
        language(facts, known, situation),
        moment(facts, known, situation),
        if facts.conditions > 0 { Finding::AskService } else { Finding::Open },
    ])
}

fn within(person: &CommuneSet, area: &CommuneSet) -> Finding {
    if person.is_within(area) {
        Finding::Met
    } else if person.meets(area) {
        Finding::AskPerson
    } else {
        Finding::Unmet
    }
}

fn territory(facts: &Facts, known: &Known, situation: &Situation) -> Finding {
    let Some(area) = known.area(facts.area) else {
        // a telephone line rings wherever one is; of a place one visits, whom it serves must be asked
        return if known.is_remote(facts) || facts.link_area.is_some() { Finding::Open } else { Finding::AskService };
    };
    let Some(person) = &situation.communes else {
        return if area.communes.len() == known.communes() { Finding::Met } else { Finding::AskPerson };
    };
    match within(person, &area.communes) {
        Finding::Met if !person.and(&area.unsure).is_empty() => Finding::AskService,
        finding => finding,
    }
}

/// What is found of the territory in one situation, each area being judged once however many services serve it.
#[derive(Debug, Default)]
pub(super) struct Areas(Vec<Option<Finding>>);

impl Areas {
    pub(super) fn judge(&mut self, facts: &Facts, known: &Known, situation: &Situation) -> Finding {
        let Some(area) = facts.area.map(usize::from) else {
            return territory(facts, known, situation);
        };
        if self.0.len() <= area {
            self.0.resize(area + 1, None);
        }
        *self.0[area].get_or_insert_with(|| territory(facts, known, situation))
    }
}

fn link(facts: &Facts, known: &Known, situation: &Situation) -> Finding {
    let Some(Area { communes, .. }) = known.area(facts.link_area) else {
        return Finding::Open;
    };
    match situation.communes.as_ref().map(|person| within(person, communes)) {
        None => Finding::AskPerson,
        Some(Finding::Unmet) => Finding::AskService,
        Some(finding) => finding,
    }
}

fn age(facts: &Facts, situation: &Situation) -> Finding {
    if facts.age_min.is_none() && facts.age_max.is_none() && facts.audience.is_none() {
        return Finding::Open;
    }
    let Some(age) = situation.age.known().copied() else {
        return Finding::AskPerson;
    };
    if facts.age_min.is_some_and(|min| age < min) || facts.age_max.is_some_and(|max| age > max) {
        return Finding::Unmet;
    }
    // bounds in years say more than an audience
    if facts.age_min.is_some() && facts.age_max.is_some() {
        return Finding::Met;
    }
    let (unmet, unsure) = match facts.audience {
        None => (false, false),
        Some(Audience::Adults) => (age < 16 && facts.age_min.is_none(), age < 18 && facts.age_min.is_none()),
        Some(Audience::Young) => (age > 25 && facts.age_max.is_none(), age > 18 && facts.age_max.is_none()),
        Some(Audience::Seniors) => (age < 50 && facts.age_min.is_none(), age < 60 && facts.age_min.is_none()),
    };
    if unmet {
        Finding::Unmet
    } else if unsure {
        Finding::AskService
    } else {
        Finding::Met
    }
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

fn migration(facts: &Facts, situation: &Situation) -> Finding {
    // « tait » is not a path a service could admit: it is an answer kept
    let path = situation.migration.known().copied().filter(|path| *path != Migration::Undisclosed);
    let path = path.map(|path| path as usize);
    among(facts.migration, path, Migration::ALL.len() - 1)
}

fn asking(facts: &Facts, situation: &Situation) -> Finding {
    let who = situation.asking.known().map(|asking| *asking as usize);
    among(facts.asking, who, Asking::ALL.len())
}

fn setting(facts: &Facts, situation: &Situation) -> Finding {
    // a setting is a professional's; to anyone else « who may ask » has answered already
    if facts.settings.is_empty() || situation.asking.known().is_some_and(|asking| *asking != Asking::Professional) {
        return Finding::Open;
    }
    let place = situation.setting.known().map(|setting| *setting as usize);
    match among(facts.settings, place, Setting::ALL.len()) {
        // excluded by a setting, the service would come back once the person says they ask for themselves
        Finding::Unmet if situation.asking.known().is_none() => Finding::AskPerson,
        finding => finding,
    }
}

fn language(facts: &Facts, known: &Known, situation: &Situation) -> Finding {
    let usual = |language: &str| known.is_usual_language(facts, situation, language);
    let Some(spoken) = situation.languages.known() else {
        let mut offered = known.spoken_of(facts.languages);
        let presumed = facts.languages.is_empty() || offered.any(usual);
        return if presumed { Finding::Presumed } else { Finding::AskPerson };
    };
    if facts.languages.is_empty() {
        let presumed = spoken.iter().any(|language| usual(language));
        return if presumed { Finding::Presumed } else { Finding::AskService };
    }
    let shared = known.speaks_one_of(facts, spoken);
    match facts.interpreter {
        _ if shared => Finding::Met,
        Some(true) => Finding::Met,
        // nobody can sit beside one on a telephone line; an emergency number answers everybody
        _ if known.is_line(facts) && !known.is_emergency(facts) => Finding::Unmet,
        _ => Finding::AskService,
    }
}

fn moment(facts: &Facts, known: &Known, situation: &Situation) -> Finding {
    match situation.urgency.known() {
        Some(urgency) if known.is_not_for(facts, *urgency) => Finding::Unmet,
        _ => Finding::Open,
    }
}
