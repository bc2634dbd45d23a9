//! What lets through, of all services, those that may answer a situation: the rest is not even decoded.

use crate::catalogue::Outline;
use crate::catalogue::model::KindNature;
use crate::catalogue::terms::{Family, Positions};
use crate::situation::Situation;

use super::Known;

/// Lets through every service of which [`super::rank::fit`] may say something, and few others.
#[derive(Debug)]
pub struct Sieve {
    asked: Positions,
    /// Needs that are answered to anybody.
    general: Positions,
    /// Kinds that answer whatever is asked.
    kinds: Vec<bool>,
}

impl Sieve {
    pub fn new(known: &Known<'_>, situation: &Situation) -> Self {
        let asked = known.asked_needs(situation);
        let bond = known.welcomes_bond(situation);
        let danger = situation.is_danger();
        let lets = |kind: &KindNature<'_>| bond && kind.family == Family::Bond || danger && kind.crisis;
        Self {
            asked,
            general: if asked.and(known.professional) == asked { Positions::default() } else { known.unsaid },
            kinds: known.natures.iter().map(lets).collect(),
        }
    }

    pub fn lets(&self, service: Outline) -> bool {
        !service.any.and(self.asked).is_empty()
            || !service.core.and(self.general).is_empty()
            || self.kinds.get(usize::from(service.kind)) == Some(&true)
    }
}
