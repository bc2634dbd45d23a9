//! One entry of the catalogue, with what every part of its export asks of it.

use crate::catalogue::model::{Facts, Kind, Record};
use crate::catalogue::{Catalogue, Corrupt};

use super::ids::id;

/// An entry being exported.
#[derive(Debug)]
pub struct Entry<'c, 'a> {
    pub catalogue: &'c Catalogue<'a>,
    pub facts: Facts,
    pub record: Record<'a>,
    pub kind: Kind<'a>,
    /// The id of the HSDS service.
    pub id: String,
}

impl<'c, 'a> Entry<'c, 'a> {
    /// Reads the entry at `position`.
    pub fn read(catalogue: &'c Catalogue<'a>, position: usize) -> Result<Self, Corrupt> {
        let facts = catalogue.facts.get(position)?;
        let record = catalogue.records.get(position)?;
        Ok(Self {
            catalogue,
            kind: catalogue.kinds.get(usize::from(facts.kind))?,
            id: id("service", &[&record.id]),
            facts,
            record,
        })
    }
}
