//! How far a service is, and on which side of the country.

use crate::catalogue::model::Facts;
use crate::catalogue::terms::{Region, Terms};

use super::super::Known;
use super::Case;
use super::speech::is_local;

/// Tenths of km from where the person lives to the nearest place of a service: from their commune, else from the nearest
/// commune they may live in. `None` when the service has no place one goes to, or nothing is known of where they live.
pub fn away_from(known: &Known, situation: &crate::situation::Situation, facts: &Facts) -> Option<u32> {
    if known.is_remote(facts) {
        // of a line one calls, where it is based says nothing
        return None;
    }
    if let Some(from) = situation.commune.known().and_then(|place| place.commune) {
        return known.store().distance(facts, from);
    }
    let communes = situation.communes.as_ref()?;
    if facts.communes.iter().any(|commune| communes.has(usize::from(*commune))) {
        return Some(0);
    }
    communes.iter().filter_map(|from| known.store().distance(facts, from)).min()
}

impl Case<'_> {
    /// Based in the region the person lives in, by its places, else by its file; one of the whole country is.
    fn is_in_region(&self, facts: &Facts) -> bool {
        let Some(regions) = self.regions() else { return true };
        if facts.communes.is_empty() {
            return facts.home.is_none_or(|home| regions.has(home as usize));
        }
        let region = |commune: &u16| self.known.store().region(*commune);
        facts.communes.iter().any(|commune| regions.has(region(commune) as usize))
    }

    /// The regions the person may live in; Wallonia and the German-speaking Community are one side.
    fn regions(&self) -> Option<Terms> {
        let mut regions = match (self.situation.region.known(), &self.situation.communes) {
            (Some(region), _) => Terms::of([*region as usize]),
            (None, Some(communes)) => {
                let territories = &self.known.catalogue().territories.communes;
                Terms::of(communes.iter().map(|commune| territories.get(commune).region as usize))
            }
            (None, None) => return None,
        };
        let wallonia = Terms::of([Region::Wallonie as usize, Region::Germanophone as usize]);
        if !regions.and(wallonia).is_empty() {
            regions = regions.or(wallonia);
        }
        Some(regions)
    }

    /// Based in the person's region; or near it, in their language, when theirs is not the one their region speaks: from
    /// Linkebeek a person who speaks French goes to Brussels.
    pub fn is_of_their_side(&self, facts: &Facts) -> bool {
        self.is_in_region(facts) || !is_local(self.situation) && self.may_share_a_language(facts) == Some(true)
    }
}
