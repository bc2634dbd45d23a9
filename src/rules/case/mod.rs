//! A situation as the judgement reads it: what is said, what is understood from it, what is presumed.
//!
//! | | from | example |
//! |---|---|---|
//! | said | an answer | `needs: [deuil]` |
//! | understood | needs whose `understood_from` names something said (needs.yaml) | 72 years → vieillissement |
//! | presumed | the place, when no language is said | Eupen → German and French |
//!
//! An understood need never outranks a said one. « aucun » and « tait » understand nothing.

mod needs;
mod own;
mod place;
mod speech;
#[cfg(test)]
mod tests;

use crate::catalogue::terms::{Alarm, Asking, Clue, Manner, Migration, Nature, Positions, Terms, Urgency};
use crate::situation::Situation;

use super::Known;

pub use place::away_from;
pub(super) use speech::{in_order, is_alone};

/// From this age on, what ageing brings is understood.
const ELDERLY: u8 = 65;

/// A situation and what follows from it, for one catalogue.
#[derive(Debug, Clone)]
pub struct Case<'c> {
    pub known: &'c Known,
    pub situation: &'c Situation,
    /// The needs that are said, and those that are understood.
    pub said: Positions,
    pub understood: Positions,
    /// The subjects that are named, by themselves or by a need, a wish or what is said of the person: they are no longer
    /// set aside.
    pub named: Positions,
    /// Those of them that are surely meant: by themselves, by a wish, or by a need beside the one they split.
    pub meant: Positions,
    /// The languages presumed from the place, positions in [`crate::catalogue::terms::National::ALL`]; empty when some
    /// are said.
    pub presumed: Terms,
}

/// From what of the situation a need is understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Because {
    Migration,
    Age,
    Asking,
    Language,
    /// No need is said.
    Nothing,
}

impl Because {
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Migration => "migration",
            Self::Age => "age",
            Self::Asking => "asking",
            Self::Language => "language",
            Self::Nothing => "nothing",
        }
    }

    const fn of(clue: Clue) -> Self {
        match clue {
            Clue::Nothing => Self::Nothing,
            Clue::Minor | Clue::Elderly => Self::Age,
            Clue::Relative => Self::Asking,
            Clue::NoSharedLanguage => Self::Language,
            Clue::Applicant
            | Clue::Refugee
            | Clue::UnaccompaniedMinor
            | Clue::WithoutResidence
            | Clue::Newcomer
            | Clue::OtherPath => Self::Migration,
        }
    }
}

impl<'c> Case<'c> {
    pub fn new(known: &'c Known, situation: &'c Situation) -> Self {
        let said = situation.needs.known().copied().unwrap_or_default().or(narrowed(known, situation));
        let understood = clues(situation, said).fold(Positions::default(), |set, clue| set.or(known.clued(clue)));
        let (named, meant) = named(known, situation, said);
        let care = known.of_nature(Nature::Care);
        // whoever asks for no care has no care understood: integration is not a therapy (R-003-16)
        let understood =
            if said.is_empty() || !said.and(care).is_empty() { understood } else { understood.without(care) };
        Self {
            known,
            situation,
            said,
            understood: understood.without(said),
            named,
            meant,
            presumed: speech::presumed(known, situation),
        }
    }

    /// What the needs that are understood are understood from, in the order of the needs.
    pub fn why_understood(&self) -> Vec<(usize, Because)> {
        let clues: Vec<Clue> = clues(self.situation, self.said).collect();
        let because = |need: usize| {
            let clue = clues.iter().find(|clue| self.known.clued(**clue).has(need))?;
            Some((need, Because::of(*clue)))
        };
        self.understood.iter().filter_map(because).collect()
    }

    /// The needs to answer: those said, else those understood.
    pub fn asked(&self) -> Positions {
        if self.said.is_empty() { self.understood } else { self.said }
    }

    /// Every need, said or understood.
    pub fn all_needs(&self) -> Positions {
        self.said.or(self.understood)
    }

    /// Whether a need of this nature is said.
    pub fn says(&self, nature: Nature) -> bool {
        !self.said.and(self.known.of_nature(nature)).is_empty()
    }

    /// Whether no need is said, or one of this nature is.
    pub fn may_have(&self, nature: Nature) -> bool {
        self.said.is_empty() || self.says(nature)
    }

    /// A need is said that rings an alarm by itself, whatever the urgency.
    pub fn is_alarming(&self) -> bool {
        let rings = |alarm| !self.said.and(self.known.alarmed(alarm)).is_empty();
        rings(Alarm::Suicide) || rings(Alarm::Violence)
    }

    /// Only a professional's own needs are asked.
    pub fn is_professional(&self) -> bool {
        let asked = self.asked();
        !asked.is_empty() && asked.without(self.known.of_nature(Nature::Professional)).is_empty()
    }

    pub fn is_danger(&self) -> bool {
        self.situation.is_danger()
    }

    /// In danger, or for today.
    pub fn is_soon(&self) -> bool {
        self.situation.urgency.known().is_some_and(|urgency| *urgency <= Urgency::Today)
    }

    pub fn asks_as(&self, asking: Asking) -> bool {
        self.situation.asking.known() == Some(&asking)
    }

    pub fn wants_group(&self) -> bool {
        let wishes = self.situation.wishes.known().copied().unwrap_or_default();
        !wishes.and(self.known.of_manner(Manner::Group)).is_empty()
    }
}

/// What is said that needs are understood from, the most telling first.
fn clues(situation: &Situation, said: Positions) -> impl Iterator<Item = Clue> {
    let path = situation.migration.known().and_then(|path| match path {
        Migration::None | Migration::Undisclosed => None,
        Migration::Applicant => Some(Clue::Applicant),
        Migration::Refugee => Some(Clue::Refugee),
        Migration::UnaccompaniedMinor => Some(Clue::UnaccompaniedMinor),
        Migration::WithoutResidence => Some(Clue::WithoutResidence),
        Migration::Newcomer => Some(Clue::Newcomer),
        Migration::Other => Some(Clue::OtherPath),
    });
    let age = situation.age.known().copied();
    let minor = situation.is_minor().then_some(Clue::Minor);
    let elderly = age.filter(|age| *age >= ELDERLY).map(|_| Clue::Elderly);
    let relative = (situation.asking.known() == Some(&Asking::Relative)).then_some(Clue::Relative);
    let professional = situation.asking.known() == Some(&Asking::Professional);
    let foreign = (professional && !speech::is_local(situation)).then_some(Clue::NoSharedLanguage);
    let nothing = said.is_empty().then_some(Clue::Nothing);
    [path, minor, elderly, relative, foreign, nothing].into_iter().flatten()
}

/// The needs that what is named more precisely belongs to: whoever says « alcohol » says an addiction.
fn narrowed(known: &Known, situation: &Situation) -> Positions {
    let about = situation.about.known().copied().unwrap_or_default();
    Positions::of(about.iter().filter_map(|position| known.subject(position).need).map(usize::from))
}

fn named(known: &Known, situation: &Situation, said: Positions) -> (Positions, Positions) {
    let wishes = situation.wishes.known().copied().unwrap_or_default();
    let own = situation.about.known().copied().unwrap_or_default();
    let (mut named, mut meant) = (own, own);
    for (position, subject) in known.catalogue().subjects.iter().enumerate() {
        let by_need = !subject.named_by_needs.and(said).is_empty();
        let by_clue = clues(situation, said).any(|clue| subject.named_by_clues.has(clue as usize));
        let by_wish = !subject.named_by_wishes.and(wishes).is_empty();
        let own_need = subject.need.map(usize::from);
        // a need names what splits another one only beside it: ageing alone is not Alzheimer's disease
        let beside = by_need && own_need.is_some_and(|need| said.has(need));
        let alone = by_need && own_need.is_none();
        if beside || alone || by_clue || by_wish {
            named.insert(position);
        }
        if by_clue || by_wish || beside {
            meant.insert(position);
        }
    }
    (named, meant)
}
