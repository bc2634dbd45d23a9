//! What look-ups read of a catalogue service by service, and what is reckoned once for all of them: distances between
//! communes, opening hours.

use std::sync::OnceLock;

use crate::catalogue::Catalogue;
use crate::catalogue::date::Moment;
use crate::catalogue::model::{Facts, Record, Source};
use crate::catalogue::terms::Region;
use crate::catalogue::territory::distance;

use super::opening::{Opening, OpeningCache};

type Row = Box<[OnceLock<u32>]>;

/// A catalogue's services. It may be shared by threads.
#[derive(Debug)]
pub struct Store {
    catalogue: &'static Catalogue,
    openings: OpeningCache,
    /// From each commune to every other in tenths of km, each reckoned when it is first asked for.
    distances: Box<[OnceLock<Row>]>,
}

impl Store {
    pub fn new(catalogue: &'static Catalogue) -> Self {
        Self {
            catalogue,
            openings: OpeningCache::for_services(catalogue.facts.len()),
            distances: empty(catalogue.territories.communes.len()),
        }
    }

    pub const fn catalogue(&self) -> &'static Catalogue {
        self.catalogue
    }

    /// What is judged of one service.
    pub fn facts(&self, position: usize) -> &'static Facts {
        self.catalogue.facts.get(position)
    }

    /// What is printed of one service.
    pub fn record(&self, position: usize) -> &'static Record {
        self.catalogue.records.get(position)
    }

    /// Who said something, where, when.
    pub fn source(&self, position: u16) -> &'static Source {
        self.catalogue.sources.get(usize::from(position))
    }

    /// Whether a service is open at a moment, by its hours. « Closed » beside a note that says more than the hours is not
    /// known.
    pub fn opening(&self, position: usize, facts: &Facts, hours: Option<&str>, at: Moment) -> Opening {
        match hours.map_or(Opening::Unknown, |hours| self.openings.at(position, hours, at)) {
            Opening::Closed { .. } if facts.hours_doubted => Opening::Unknown,
            opening => opening,
        }
    }

    /// Tenths of km from a commune to the nearest place of a service; `None` when the service has none.
    pub fn distance(&self, facts: &Facts, from: usize) -> Option<u32> {
        let communes = &self.catalogue.territories.communes;
        let row = self.distances[from].get_or_init(|| empty(communes.len()));
        let away = |to: usize| distance(communes.get(from).centre(), communes.get(to).centre());
        facts.communes.iter().map(|to| usize::from(*to)).map(|to| *row[to].get_or_init(|| away(to))).min()
    }

    /// The region a commune lies in.
    pub fn region(&self, commune: u16) -> Region {
        self.catalogue.territories.communes.get(usize::from(commune)).region
    }
}

/// Room for what is reckoned later.
fn empty<T>(count: usize) -> Box<[OnceLock<T>]> {
    (0..count).map(|_| OnceLock::new()).collect()
}
