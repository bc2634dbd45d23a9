//! One entry of the catalogue, with what every part of its export asks of it.

use crate::catalogue::Catalogue;
use crate::catalogue::model::{Facts, Kind, Record};

use super::ids::id;

/// An entry being exported.
#[derive(Debug)]
pub struct Entry {
    pub catalogue: &'static Catalogue,
    pub facts: &'static Facts,
    pub record: &'static Record,
    pub kind: &'static Kind,
    /// The id of the HSDS service.
    pub id: String,
}

impl Entry {
    /// The entry at `position`.
    pub fn read(catalogue: &'static Catalogue, position: usize) -> Self {
        let facts = catalogue.facts.get(position);
        let record = catalogue.records.get(position);
        Self {
            catalogue,
            kind: catalogue.kinds.get(usize::from(facts.kind)),
            id: id("service", &[&record.id]),
            facts,
            record,
        }
    }
}
