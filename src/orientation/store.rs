//! The services of a catalogue and the distances between communes: read when they are asked for, or once for many
//! situations.

use std::ops::Deref;
use std::sync::OnceLock;

use crate::catalogue::date::Moment;
use crate::catalogue::model::{Facts, Record, Source};
use crate::catalogue::terms::{Region, Terms};
use crate::catalogue::territory::{Centre, distance};
use crate::catalogue::{Catalogue, Corrupt, Table};

use super::opening::{Opening, OpeningCache};

/// A part of a catalogue: lent by a store that has it ready, or decoded for who holds it.
#[derive(Debug, Clone, PartialEq)]
pub enum Held<'k, T> {
    Lent(&'k T),
    Own(Box<T>),
}

impl<T> Held<'_, T> {
    fn own(value: T) -> Self {
        Self::Own(Box::new(value))
    }
}

impl<T> Deref for Held<'_, T> {
    type Target = T;

    fn deref(&self) -> &T {
        match self {
            Self::Lent(value) => value,
            Self::Own(value) => value,
        }
    }
}

/// What look-ups read of a catalogue, service by service. It may be shared by threads.
#[derive(Debug)]
pub struct Store<'a> {
    catalogue: Catalogue<'a>,
    /// Of every service, when many situations will be read; otherwise each look-up decodes those it needs.
    facts: Option<Vec<Facts>>,
    /// The same of their records, each read when it is first shown.
    records: Vec<OnceLock<Box<Record<'a>>>>,
    sources: Vec<Source<'a>>,
    openings: OpeningCache,
    centres: Vec<Centre>,
    /// From each commune to every other in tenths of km, each row reckoned when it is first asked for.
    distances: Vec<OnceLock<Box<[u32]>>>,
}

impl<'a> Store<'a> {
    /// For one situation.
    pub fn new(catalogue: &Catalogue<'a>) -> Result<Self, Corrupt> {
        let centres: Vec<Centre> = all(catalogue.territories.centres)?;
        Ok(Self {
            catalogue: *catalogue,
            facts: None,
            records: Vec::new(),
            sources: Vec::new(),
            openings: OpeningCache::default(),
            distances: centres.iter().map(|_| OnceLock::new()).collect(),
            centres,
        })
    }

    /// For many situations.
    pub fn for_many(catalogue: &Catalogue<'a>) -> Result<Self, Corrupt> {
        let facts = all(catalogue.facts)?;
        Ok(Self {
            records: facts.iter().map(|_| OnceLock::new()).collect(),
            openings: OpeningCache::for_services(facts.len()),
            sources: all(catalogue.sources)?,
            facts: Some(facts),
            ..Self::new(catalogue)?
        })
    }

    pub const fn catalogue(&self) -> &Catalogue<'a> {
        &self.catalogue
    }

    /// What is judged of one service.
    ///
    /// # Errors
    /// When the catalogue is damaged, or there is no such service.
    pub fn facts(&self, position: usize) -> Result<Held<'_, Facts>, Corrupt> {
        match &self.facts {
            Some(all) => all.get(position).map(Held::Lent).ok_or(Corrupt::Damaged),
            None => self.catalogue.facts.get(position).map(Held::own),
        }
    }

    /// What is printed of one service.
    ///
    /// # Errors
    /// When the catalogue is damaged, or there is no such service.
    pub fn record(&self, position: usize) -> Result<Held<'_, Record<'a>>, Corrupt> {
        let Some(slot) = self.records.get(position) else {
            return self.catalogue.records.get(position).map(Held::own);
        };
        if slot.get().is_none() {
            // another thread may have put the same there first
            let _ = slot.set(Box::new(self.catalogue.records.get(position)?));
        }
        slot.get().map(|record| Held::Lent(&**record)).ok_or(Corrupt::Damaged)
    }

    /// Who said something, where, when.
    ///
    /// # Errors
    /// When the catalogue is damaged, or there is no such source.
    pub fn source(&self, position: u16) -> Result<Held<'_, Source<'a>>, Corrupt> {
        let position = usize::from(position);
        match self.sources.get(position) {
            Some(source) => Ok(Held::Lent(source)),
            None => self.catalogue.sources.get(position).map(Held::own),
        }
    }

    /// Whether a service is open at a moment, by its hours. « Closed » beside a note that says more than the hours is not
    /// known.
    pub fn opening(&self, position: usize, facts: &Facts, hours: Option<&str>, at: Moment) -> Opening {
        match hours.map_or(Opening::Unknown, |hours| self.openings.at(position, hours, at)) {
            Opening::Closed { .. } if facts.hours_doubted => Opening::Unknown,
            opening => opening,
        }
    }

    /// The languages that public services answer in, in a commune.
    pub fn languages(&self, commune: u16) -> Terms {
        self.centres.get(usize::from(commune)).map(|centre| centre.languages).unwrap_or_default()
    }

    /// Tenths of km from a commune to the nearest place of a service; `None` when the service has none.
    pub fn distance(&self, facts: &Facts, from: usize) -> Option<u32> {
        let row = self.distances.get(from)?.get_or_init(|| self.row(from));
        facts.communes.iter().filter_map(|commune| row.get(usize::from(*commune)).copied()).min()
    }

    fn row(&self, from: usize) -> Box<[u32]> {
        let point = |centre: &Centre| (centre.latitude, centre.longitude);
        let origin = self.centres.get(from).map(point).unwrap_or_default();
        self.centres.iter().map(|centre| distance(origin, point(centre))).collect()
    }

    /// The region a commune lies in.
    pub fn region(&self, commune: u16) -> Option<Region> {
        let centre = self.centres.get(usize::from(commune))?;
        Some(centre.region)
    }
}

/// Every record of a table.
pub(super) fn all<'a, T: serde::Deserialize<'a>>(table: Table<'a, T>) -> Result<Vec<T>, Corrupt> {
    let mut entries = Vec::with_capacity(table.len());
    for entry in table.iter() {
        entries.push(entry?);
    }
    Ok(entries)
}
