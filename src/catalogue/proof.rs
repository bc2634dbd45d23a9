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
        let communes = self.territories.communes.len();
        let cited = |sources: &[u16]| within(all(sources), self.sources.len());
        self.territories.prove()?;
        self.kinds.prove(|kind| cited(&kind.sources))?;
        self.needs.prove(|_| true)?;
        self.wishes.prove(|_| true)?;
        self.tariffs.prove(|tariff| cited(&tariff.sources))?;
        self.sources.prove(|_| true)?;
        self.languages.prove(|_| true)?;
        self.areas.prove(|area| within(area.communes.iter().chain(area.unsure.iter()), communes))?;
        self.facts.prove(|facts| self.has_what_is_judged(facts))?;
        self.records.prove(|record| cited(&record.sources) && within(places(record), communes))?;
        if self.facts.len() == self.records.len() { Ok(()) } else { Err(Corrupt::Damaged) }
    }

    fn has_what_is_judged(&self, facts: &Facts) -> bool {
        let positions = |set: Positions, count: usize| within(set.iter(), count);
        usize::from(facts.kind) < self.kinds.len()
            && within(facts.area.into_iter().chain(facts.link_area).map(usize::from), self.areas.len())
            && positions(facts.core.or(facts.also), self.needs.len())
            && positions(facts.wishes, self.wishes.len())
            && positions(facts.languages, self.languages.len())
            && within(all(&facts.tariffs), self.tariffs.len())
            && within(all(&facts.communes), self.territories.communes.len())
    }
}

impl Territories {
    fn prove(&self) -> Result<(), Corrupt> {
        let count = self.communes.len();
        self.communes.prove(|_| true)?;
        self.postal_codes.prove(|code| within(all(&code.communes), count))?;
        self.names.prove(|name| usize::from(name.commune) < count)?;
        self.hamlets.prove(|name| usize::from(name.commune) < count)?;
        self.wider.prove(|place| within(place.communes.iter(), count))?;
        self.networks.prove(|network| within(network.communes.iter(), count))
    }
}

fn places(record: &Record) -> impl Iterator<Item = usize> {
    record.locations.iter().filter_map(|place| place.commune).map(usize::from)
}

fn all(positions: &[u16]) -> impl Iterator<Item = usize> {
    positions.iter().copied().map(usize::from)
}

fn within(mut positions: impl Iterator<Item = usize>, count: usize) -> bool {
    positions.all(|position| position < count)
}
