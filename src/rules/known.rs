//! What the judgement needs of the catalogue besides the services: its vocabularies, and what each need, wish and kind
//! means here.

use crate::catalogue::model::{Facts, Kind, Need, Subject, Tariff};
use crate::catalogue::terms::{Alarm, Asking, Clue, Family, Manner, Nature, Positions, Role, Terms, Urgency};
use crate::catalogue::territory::Area;
use crate::catalogue::{Catalogue, Table};

use super::Store;
use super::case::in_order;

/// A catalogue, and what its vocabularies mean to the judgement. It may be shared by threads.
#[derive(Debug)]
pub struct Known {
    store: Store,
    meaning: Meaning,
}

/// The needs and the wishes that carry each flag of `needs.yaml`, by position of the flag.
#[derive(Debug)]
struct Meaning {
    natures: Vec<Positions>,
    clues: Vec<Positions>,
    alarms: Vec<Positions>,
    manners: Vec<Positions>,
}

impl Meaning {
    fn read(needs: &Table<Need>, wishes: &Table<Need>) -> Self {
        let carrying = |table: &Table<Need>, flags: fn(&Need) -> Terms, count: usize| {
            let with = |flag| table.iter().enumerate().filter(move |(_, need)| flags(need).has(flag)).map(|(at, _)| at);
            (0..count).map(|flag| Positions::of(with(flag))).collect::<Vec<_>>()
        };
        let alarm = |need: &Need| Terms::of(need.alarm.map(|alarm| alarm as usize));
        Self {
            natures: carrying(needs, |need| need.nature, Nature::ALL.len()),
            clues: carrying(needs, |need| need.understood_from, Clue::ALL.len()),
            alarms: carrying(needs, alarm, Alarm::ALL.len()),
            manners: carrying(wishes, |wish| wish.nature, Manner::ALL.len()),
        }
    }
}

impl Known {
    pub fn new(catalogue: &'static Catalogue) -> Self {
        Self { store: Store::new(catalogue), meaning: Meaning::read(&catalogue.needs, &catalogue.wishes) }
    }

    /// The services, and where communes lie.
    pub const fn store(&self) -> &Store {
        &self.store
    }

    pub const fn catalogue(&self) -> &'static Catalogue {
        self.store.catalogue()
    }

    pub fn kind(&self, facts: &Facts) -> &'static Kind {
        self.catalogue().kinds.get(usize::from(facts.kind))
    }

    pub fn family(&self, facts: &Facts) -> Family {
        self.kind(facts).family
    }

    pub fn area(&self, position: Option<u16>) -> Option<&'static Area> {
        Some(self.catalogue().areas.get(usize::from(position?)))
    }

    pub fn tariff(&self, position: u16) -> &'static Tariff {
        self.catalogue().tariffs.get(usize::from(position))
    }

    /// The problem or the public at this position.
    pub fn subject(&self, position: usize) -> &'static Subject {
        self.catalogue().subjects.get(position)
    }

    /// How many communes there are.
    pub fn communes(&self) -> u32 {
        u32::try_from(self.catalogue().territories.communes.len()).unwrap_or(u32::MAX)
    }

    /// The needs of a nature.
    pub fn of_nature(&self, nature: Nature) -> Positions {
        self.meaning.natures[nature as usize]
    }

    /// The needs that are understood from something said.
    pub fn clued(&self, clue: Clue) -> Positions {
        self.meaning.clues[clue as usize]
    }

    /// The needs that ring an alarm.
    pub fn alarmed(&self, alarm: Alarm) -> Positions {
        self.meaning.alarms[alarm as usize]
    }

    /// The wishes of a manner.
    pub fn of_manner(&self, manner: Manner) -> Positions {
        self.meaning.manners[manner as usize]
    }

    /// It answers wherever one is.
    pub fn is_remote(&self, facts: &Facts) -> bool {
        self.kind(facts).remote
    }

    /// A kind that serves whoever comes: an area that no source gives keeps nobody out.
    pub fn is_without_sector(&self, facts: &Facts) -> bool {
        self.kind(facts).without_sector
    }

    /// A second line of care, reached through a first one.
    pub fn is_second_line(&self, facts: &Facts) -> bool {
        self.kind(facts).second_line
    }

    /// So wide a kind that a door to it is not the door to any of its services.
    pub fn is_broad(&self, facts: &Facts) -> bool {
        self.kind(facts).broad
    }

    /// A telephone line: nobody can come along to interpret.
    pub fn is_line(&self, facts: &Facts) -> bool {
        let by_telephone = !facts.wishes.and(self.of_manner(Manner::Telephone)).is_empty();
        facts.reach.phone && facts.communes.is_empty() && (self.is_remote(facts) || by_telephone)
    }

    pub fn is_emergency(&self, facts: &Facts) -> bool {
        self.family(facts) == Family::Emergency
    }

    pub fn is_for_professionals_only(&self, facts: &Facts) -> bool {
        facts.admits.asking.len() == 1 && facts.admits.asking.has(Asking::Professional as usize)
    }

    /// A kind of service that does not answer at this urgency: a place of social bond is no answer to a danger
    /// (R-002-09), a long-term team none to a crisis (R-003-02).
    pub fn is_not_for(&self, facts: &Facts, urgency: Urgency) -> bool {
        self.kind(facts).not_for.contains(&urgency)
    }

    /// It answers a danger at once: an emergency number, an emergency department, a line that is known to answer at
    /// once.
    pub fn answers_at_once(&self, facts: &Facts) -> bool {
        facts.first_answer == Some(Urgency::Danger) || self.is_emergency(facts)
    }

    /// A directory, a network, a platform, a document: it tells of services, nobody is helped there.
    pub fn is_a_list(&self, facts: &Facts) -> bool {
        self.kind(facts).role == Role::List
    }

    /// A door to care for the body and for the mind alike, the general practitioner: what is left to lean on where
    /// nothing else is known.
    pub fn is_first_line(&self, facts: &Facts) -> bool {
        self.kind(facts).first_line
    }

    /// The codes of a set of languages, the national ones first. Their table is in the order in which the files were
    /// read, which must not show.
    pub fn languages(&self, set: Positions) -> Vec<&'static str> {
        in_order(self.spoken_of(set).collect())
    }

    /// The codes of a set of languages, in no order.
    pub fn spoken_of(&self, set: Positions) -> impl Iterator<Item = &'static str> {
        set.iter().map(|position| self.catalogue().languages.get(position).as_str())
    }
}
