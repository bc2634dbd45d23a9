//! Whose a word is: services have words of their own, and share those of their kind, needs, places, languages and
//! price.

use crate::catalogue::terms::TariffStatus;
use crate::catalogue::territory::CommuneSet;

use super::FoundIn;
use super::index::Index;
use super::owner::{Owned, Owner};

impl Index {
    /// Every owner has a place in one list: how long it is, and where one stands.
    pub(super) fn slots(&self) -> usize {
        self.slot(Owner::Wider(self.widers))
    }

    pub(super) fn slot(&self, owner: Owner) -> usize {
        // 256 for each of the vocabularies of at most that many entries
        let (services, wide) = (self.catalogue.facts.len(), 256);
        let small = 3 * services;
        let communes = small + 4 * wide + 2;
        match owner {
            Owner::Phone(service) => service as usize,
            Owner::Name(service) => services + service as usize,
            Owner::Organization(service) => 2 * services + service as usize,
            Owner::Kind(kind) => small + usize::from(kind),
            Owner::Need(need) => small + wide + usize::from(need),
            Owner::Wish(wish) => small + 2 * wide + usize::from(wish),
            Owner::Language(language) => small + 3 * wide + usize::from(language),
            Owner::Free => small + 4 * wide,
            Owner::Line => small + 4 * wide + 1,
            Owner::Commune(commune) => communes + usize::from(commune),
            Owner::Wider(wider) => communes + self.communes.len() + usize::from(wider),
        }
    }

    pub(super) fn commune_count(&self) -> usize {
        self.communes.len()
    }

    pub(super) fn area_of(&self, position: usize) -> Option<usize> {
        self.catalogue.facts.get(position).area.map(usize::from)
    }

    /// It serves some of these communes, or lies in one when nothing says whom it serves.
    pub(super) fn is_within(&self, position: usize, communes: &CommuneSet) -> bool {
        match self.area_of(position) {
            Some(area) => !self.catalogue.areas.get(area).communes.and(communes).is_empty(),
            None => {
                self.catalogue.facts.get(position).communes.iter().any(|commune| communes.has(usize::from(*commune)))
            }
        }
    }

    /// Everything a service has words of, in place of what `owners` held.
    pub(super) fn owners(&self, position: usize, owners: &mut Vec<Owned>) {
        let facts = self.catalogue.facts.get(position);
        let service = u32::try_from(position).unwrap_or(u32::MAX);
        owners.clear();
        owners.extend([
            (FoundIn::Phone, Owner::Phone(service), None),
            (FoundIn::Name, Owner::Name(service), None),
            (FoundIn::Organization, Owner::Organization(service), None),
            (FoundIn::Kind, Owner::Kind(facts.kind), None),
        ]);
        let small = |position: usize| u8::try_from(position).unwrap_or(u8::MAX);
        owners.extend(facts.core.iter().map(|need| (FoundIn::Need, Owner::Need(small(need)), Some(need))));
        owners.extend(facts.also.iter().map(|need| (FoundIn::AlsoNeed, Owner::Need(small(need)), Some(need))));
        owners.extend(facts.wishes.iter().map(|wish| (FoundIn::Wish, Owner::Wish(small(wish)), Some(wish))));
        owners.extend(facts.languages.iter().map(|code| (FoundIn::Language, Owner::Language(small(code)), Some(code))));
        owners.extend(
            facts
                .communes
                .iter()
                .map(|commune| (FoundIn::Commune, Owner::Commune(*commune), Some(usize::from(*commune)))),
        );
        let mut widers: Vec<u16> = facts
            .communes
            .iter()
            .filter_map(|commune| self.wider.get(usize::from(*commune)))
            .flatten()
            .copied()
            .collect();
        widers.sort_unstable();
        widers.dedup();
        owners.extend(widers.into_iter().map(|wider| (FoundIn::Region, Owner::Wider(wider), Some(usize::from(wider)))));
        let free = |tariff: &u16| self.catalogue.tariffs.get(usize::from(*tariff)).status == TariffStatus::Free;
        if facts.tariffs.iter().any(free) {
            owners.push((FoundIn::Price, Owner::Free, None));
        }
        let kind = self.catalogue.kinds.get(usize::from(facts.kind));
        if kind.remote && facts.reach.phone && facts.communes.is_empty() {
            owners.push((FoundIn::Line, Owner::Line, None));
        }
    }
}
