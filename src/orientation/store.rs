//! What look-ups read of a catalogue service by service, and what is reckoned once for all of them: distances between
//! communes, opening hours.

use std::sync::OnceLock;

use crate::catalogue::Catalogue;
use crate::catalogue::date::Moment;
use crate::catalogue::model::{Facts, Record, Source};
use crate::catalogue::terms::Region;
use crate::catalogue::territory::distance;

use super::opening::{Opening, OpeningCache};

/// A catalogue's services. It may be shared by threads.
#[derive(Debug)]
pub struct Store {
    catalogue: &'static Catalogue,
    openings: OpeningCache,
    /// From each commune to every other in tenths of km, each row reckoned when it is first asked for.
    distances: Vec<OnceLock<Box<[u32]>>>,
}

impl Store {
    pub fn new(catalogue: &'static Catalogue) -> Self {
        Self {
            catalogue,
            openings: OpeningCache::for_services(catalogue.facts.len()),
            distances: (0..catalogue.territories.communes.len()).map(|_| OnceLock::new()).collect(),
        }
    }

    pub const fn catalogue(&self) -> &'static Catalogue {
        self.catalogue
    }

    /// What is judged of one service.
    pub fn facts(&self, position: usize) -> &'static Facts {
        &self.catalogue.facts[position]
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
        let row = self.distances.get(from)?.get_or_init(|| self.row(from));
        facts.communes.iter().filter_map(|commune| row.get(usize::from(*commune)).copied()).min()
    }

    fn row(&self, from: usize) -> Box<[u32]> {
        let communes = &self.catalogue.territories.communes;
        let origin = communes.get(from).centre();
        communes.iter().map(|commune| distance(origin, commune.centre())).collect()
    }

    /// The region a commune lies in.
    pub fn region(&self, commune: u16) -> Region {
        self.catalogue.territories.communes.get(usize::from(commune)).region
    }
}
