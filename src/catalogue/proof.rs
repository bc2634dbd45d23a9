//! The proof that a catalogue from elsewhere can be read: every record decodes, and every position names a record.

use super::Catalogue;
use super::compiled::Corrupt;
use super::model::{Facts, Record};
use super::terms::Positions;
use super::territory::Territories;

impl Catalogue {
    /// Reads everything once.
    ///
    /// # Errors
    /// At the first thing that cannot be read.
    pub(super) fn prove(&self) -> Result<(), Corrupt> {
        self.territories.prove()?;
        self.kinds.prove()?;
        self.needs.prove()?;
        self.wishes.prove()?;
        self.tariffs.prove()?;
        self.sources.prove()?;
        self.languages.prove()?;
        self.areas.prove()?;
        self.facts.prove()?;
        self.records.prove()?;
        let communes = self.territories.communes.len();
        let areas = self.areas.iter().all(|area| within(area.communes.iter().chain(area.unsure.iter()), communes));
        let sound = areas
            && self.facts.len() == self.records.len()
            && self.facts.iter().all(|facts| self.has_what_is_judged(facts))
            && self.records.iter().all(|record| self.has_what_is_printed(record))
            && self.kinds.iter().all(|kind| self.has_sources(&kind.sources))
            && self.tariffs.iter().all(|tariff| self.has_sources(&tariff.sources));
        if sound { Ok(()) } else { Err(Corrupt::Damaged) }
    }

    fn has_what_is_judged(&self, facts: &Facts) -> bool {
        let positions = |set: Positions, count: usize| within(set.iter(), count);
        usize::from(facts.kind) < self.kinds.len()
            && within(facts.area.into_iter().chain(facts.link_area).map(usize::from), self.areas.len())
            && positions(facts.core, self.needs.len())
            && positions(facts.also, self.needs.len())
            && positions(facts.wishes, self.wishes.len())
            && positions(facts.languages, self.languages.len())
            && within(all(&facts.tariffs), self.tariffs.len())
            && within(all(&facts.communes), self.territories.communes.len())
    }

    fn has_what_is_printed(&self, record: &Record) -> bool {
        let communes = record.locations.iter().filter_map(|place| place.commune);
        self.has_sources(&record.sources) && within(communes.map(usize::from), self.territories.communes.len())
    }

    fn has_sources(&self, sources: &[u16]) -> bool {
        within(all(sources), self.sources.len())
    }
}

impl Territories {
    fn prove(&self) -> Result<(), Corrupt> {
        self.communes.prove()?;
        self.postal_codes.prove()?;
        self.names.prove()?;
        self.hamlets.prove()?;
        self.wider.prove()?;
        self.networks.prove()?;
        let count = self.communes.len();
        let names = self.names.iter().chain(self.hamlets.iter()).map(|name| usize::from(name.commune));
        let sound = within(names, count)
            && self.postal_codes.iter().all(|code| within(all(&code.communes), count))
            && self.wider.iter().all(|place| within(place.communes.iter(), count));
        if sound { Ok(()) } else { Err(Corrupt::Damaged) }
    }
}

fn all(positions: &[u16]) -> impl Iterator<Item = usize> {
    positions.iter().copied().map(usize::from)
}

fn within(mut positions: impl Iterator<Item = usize>, count: usize) -> bool {
    positions.all(|position| position < count)
}
