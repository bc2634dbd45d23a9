//! Services that are for some people: whether the person is one of them.

use crate::catalogue::model::Facts;
use crate::catalogue::terms::{Migration, Nature, Positions};

use super::super::criteria::Finding;
use super::Case;

impl Case<'_> {
    /// Made for people on the person's own migration path: it admits that path and not « aucun », and it serves the place.
    pub fn is_their_own(&self, facts: &Facts, territory: Finding) -> bool {
        let path = self.situation.migration.known().filter(|path| **path != Migration::Undisclosed);
        path.is_some_and(|path| facts.admits.migration.has(*path as usize))
            && !facts.admits.migration.has(Migration::None as usize)
            && matches!(territory, Finding::Met | Finding::Open | Finding::Presumed)
    }

    /// Made for the person's path, and a care of the mind: what stands first of what is theirs, rights coming after.
    pub fn is_their_own_care(&self, facts: &Facts, territory: Finding) -> bool {
        self.is_their_own(facts, territory)
            && !facts.core.and(self.all_needs()).and(self.known.of_nature(Nature::Care)).is_empty()
    }

    /// Kept for migration paths while the person's path is not said: it may well be for somebody else. Of a team made for
    /// a problem that is said (exile), only one or two paths keep others out.
    pub fn is_kept_for_others(&self, facts: &Facts) -> bool {
        const FEW: u32 = 2;
        let unsaid = self.situation.migration.known().is_none_or(|path| *path == Migration::Undisclosed);
        let kept = !facts.admits.migration.is_empty() && !facts.admits.migration.has(Migration::None as usize);
        let problems = facts.core.and(self.known.of_nature(Nature::Problem));
        unsaid && kept && (facts.admits.migration.len() <= FEW || problems.and(self.said).is_empty())
    }

    /// About a problem or a public that nobody has named.
    pub fn is_about_something_else(&self, facts: &Facts) -> bool {
        let about = facts.about;
        if about.is_empty() || !about.and(self.named).is_empty() {
            return false;
        }
        let subject = |position: usize| self.known.subject(position);
        // what narrows one need leaves the others it is made for as they are
        let split: Positions =
            Positions::of(about.iter().filter_map(|position| subject(position).need).map(usize::from));
        if !split.is_empty() && !facts.core.without(split).and(self.said).is_empty() {
            return false;
        }
        let common = about.iter().any(|position| {
            let subject = subject(position);
            subject.common && !(subject.adults && self.situation.is_minor())
        });
        // what most people mean by the need, unless they have said that they mean another thing
        let another_is_named = || {
            let needs: Vec<_> = about.iter().filter_map(|position| subject(position).need).collect();
            self.named.iter().filter_map(|position| subject(position).need).any(|need| needs.contains(&need))
        };
        !common || another_is_named()
    }
}
