//! What the judgement needs of the catalogue besides the services.

mod speech;

use crate::catalogue::Catalogue;
use crate::catalogue::model::{Facts, Kind, Tariff};
use crate::catalogue::terms::{Asking, Family, Positions, Region, Urgency};
use crate::catalogue::territory::Area;
use crate::situation::Situation;

use super::Store;

/// A catalogue, and the needs that have a meaning of their own here. It may be shared by threads.
#[derive(Debug)]
pub struct Known {
    store: Store,
    /// Needs to which « I don't know what I have » is answered.
    pub(super) unsaid: Positions,
    /// Needs that are a professional's, not a person's.
    professional: Positions,
    /// Needs that name a form of help or a public (a talk, a group, a child, a relative), and needs that name a problem
    /// of its own.
    forms: Positions,
    problems: Positions,
    /// Needs of care, beside which a place to be with others is always worth proposing.
    care: Positions,
    group_wish: Option<usize>,
    /// Wishes on the way help comes: at home, by telephone, online, by video.
    ways: Positions,
    telephone_wish: Option<usize>,
    /// What the first line of care is made for.
    first_line: Positions,
    /// Needs that a place to be with others answers itself.
    company: Positions,
}

impl Known {
    pub fn new(catalogue: &'static Catalogue) -> Self {
        let wish = |word: &str| catalogue.wishes.position(word);
        let positions = |words: &[&str]| Positions::of(words.iter().filter_map(|word| catalogue.needs.position(word)));
        Self {
            store: Store::new(catalogue),
            unsaid: positions(&["mal-etre", "ecoute"]),
            professional: positions(&["interprete", "avis-professionnel"]),
            forms: positions(&[
                "ecoute",
                "groupe",
                "activites",
                "suivi-psychologique",
                "mal-etre",
                "enfance",
                "proches",
                "vieillissement",
            ]),
            problems: positions(&[
                "addiction",
                "trauma-exil",
                "deuil",
                "couple-famille",
                "violences",
                "parentalite",
                "logement",
                "integration",
                "double-diagnostic",
                "independants",
                "justice",
            ]),
            care: positions(&[
                "ecoute",
                "mal-etre",
                "suivi-psychologique",
                "psychiatrie",
                "trauma-exil",
                "addiction",
                "isolement",
                "activites",
                "groupe",
                "deuil",
                "proches",
                "reinsertion",
                "double-diagnostic",
                "vieillissement",
                "apres-hospitalisation",
            ]),
            first_line: positions(&["sante-physique", "mal-etre"]),
            company: positions(&["isolement", "groupe", "activites"]),
            ways: Positions::of(
                ["a-domicile", "telephone", "en-ligne", "visioconference"].iter().filter_map(|way| wish(way)),
            ),
            telephone_wish: wish("telephone"),
            group_wish: wish("en-groupe"),
        }
    }

    /// The services, and where communes lie.
    pub const fn store(&self) -> &Store {
        &self.store
    }

    pub const fn catalogue(&self) -> &'static Catalogue {
        self.store.catalogue()
    }

    pub fn kind(&self, facts: &Facts) -> &'static Kind {
        self.catalogue().kinds.get(usize::from(facts.kind))
    }

    pub fn family(&self, facts: &Facts) -> Family {
        self.kind(facts).family
    }

    pub fn area(&self, position: Option<u16>) -> Option<&'static Area> {
        position.map(|position| self.catalogue().areas.get(usize::from(position)))
    }

    pub fn tariff(&self, position: u16) -> &'static Tariff {
        self.catalogue().tariffs.get(usize::from(position))
    }

    /// How many communes there are.
    pub fn communes(&self) -> u32 {
        u32::try_from(self.catalogue().territories.communes.len()).unwrap_or(u32::MAX)
    }

    /// It answers wherever one is.
    pub fn is_remote(&self, facts: &Facts) -> bool {
        self.kind(facts).remote
    }

    /// A telephone line: nobody can come along to interpret.
    pub fn is_line(&self, facts: &Facts) -> bool {
        let by_telephone = self.telephone_wish.is_some_and(|wish| facts.wishes.has(wish));
        facts.reach.phone && facts.communes.is_empty() && (self.is_remote(facts) || by_telephone)
    }

    pub fn is_emergency(&self, facts: &Facts) -> bool {
        self.family(facts) == Family::Emergency
    }

    pub fn is_for_professionals_only(&self, facts: &Facts) -> bool {
        let professional = Asking::ALL.iter().position(|asking| *asking == Asking::Professional).unwrap_or_default();
        facts.asking.len() == 1 && facts.asking.has(professional)
    }

    /// A kind of service that does not answer at this urgency: a place of social bond is no answer to a danger
    /// (R-002-09), a long-term team none to a crisis (R-003-02).
    pub fn is_not_for(&self, facts: &Facts, urgency: Urgency) -> bool {
        self.kind(facts).not_for.contains(&urgency)
    }

    /// The needs asked; somebody who says none is answered as somebody who does not know what is wrong.
    pub fn asked_needs(&self, situation: &Situation) -> Positions {
        situation.needs.known().copied().unwrap_or(self.unsaid)
    }

    /// The needs asked that a service is made for. A group for one problem (alcohol, bereavement) is not made for
    /// whoever looks for a group: a form of help counts only when the problem it is for is asked too, or it is for
    /// none.
    pub fn made_for(&self, facts: &Facts, situation: &Situation) -> Positions {
        let asked = self.asked_needs(situation);
        let (core, problems) = (facts.core.and(asked), facts.core.and(self.problems));
        if !problems.is_empty() && problems.and(asked).is_empty() { core.without(self.forms) } else { core }
    }

    /// Every need asked that a service answers in some way.
    pub fn helps_with(&self, facts: &Facts, situation: &Situation) -> Positions {
        let asked = self.asked_needs(situation);
        let problems = facts.core.and(self.problems);
        // peers met around one problem are no company for whoever does not live it
        if self.family(facts) == Family::Peers && !problems.is_empty() && problems.and(asked).is_empty() {
            return self.made_for(facts, situation);
        }
        facts.core.or(facts.also).and(asked)
    }

    /// It answers a danger at once: an emergency number, an emergency department, a line that is known to answer at
    /// once.
    pub fn answers_at_once(&self, facts: &Facts) -> bool {
        facts.first_answer == Some(Urgency::Danger) || self.is_emergency(facts)
    }

    /// Made for crises, by its kind.
    pub fn is_for_crises(&self, facts: &Facts) -> bool {
        self.kind(facts).crisis
    }

    /// Whether a service is based in the region the person lives in, by its places, else by its file; one of the whole
    /// country is.
    pub fn in_region(&self, facts: &Facts, situation: &Situation) -> bool {
        let Some(region) = situation.region.known() else {
            return true;
        };
        let wallonia = |region: &Region| matches!(region, Region::Wallonie | Region::Germanophone);
        let same = |there: &Region| there == region || wallonia(there) && wallonia(region);
        if facts.communes.is_empty() {
            return facts.home.as_ref().is_none_or(same);
        }
        facts.communes.iter().any(|commune| same(&self.store.region(*commune)))
    }

    /// Based in the person's region; or near it, in their language, when theirs is not the one their region speaks:
    /// from Linkebeek a person who speaks French goes to Brussels.
    pub fn is_of_their_side(&self, facts: &Facts, situation: &Situation) -> bool {
        if self.in_region(facts, situation) {
            return true;
        }
        let (Some(region), Some(spoken)) = (situation.region.known(), situation.languages.known()) else {
            return false;
        };
        let mut theirs = spoken.iter();
        !theirs.any(|language| is_spoken_in(*region, language))
            && spoken.iter().any(|language| self.is_usual_language(facts, situation, language))
    }

    /// A list of services, on line or on paper.
    pub fn is_a_list(&self, facts: &Facts) -> bool {
        self.family(facts) == Family::Directory
    }

    pub fn asks_for(&self, situation: &Situation, need: &str) -> bool {
        let position = self.catalogue().needs.position(need);
        position.is_some_and(|position| situation.needs.known().is_some_and(|asked| asked.has(position)))
    }

    pub fn wants_group(&self, situation: &Situation) -> bool {
        self.group_wish.is_some_and(|wish| situation.wishes.known().is_some_and(|wishes| wishes.has(wish)))
    }

    /// Never wrong, seldom enough: it listens to anybody, or it is a place to be with others. Not for a professional's
    /// own needs.
    pub fn is_general_help(&self, facts: &Facts, situation: &Situation) -> bool {
        let asked = self.asked_needs(situation);
        if asked.and(self.professional) == asked {
            return false;
        }
        !facts.core.and(self.unsaid).is_empty() || (self.family(facts) == Family::Bond && self.welcomes_bond(situation))
    }

    /// A place to be with others is worth proposing: the needs are of care, it is not for today (R-002-09), the person
    /// is no child.
    pub fn welcomes_bond(&self, situation: &Situation) -> bool {
        let asked = self.asked_needs(situation);
        let grown = situation.age.known().is_none_or(|age| *age >= 16);
        let calm = situation.urgency.known().is_none_or(|urgency| *urgency > Urgency::Today)
            || !asked.and(self.company).is_empty();
        grown && calm && !asked.and(self.care).is_empty()
    }

    /// Something to lean on today while one waits: it answers the same day, or rings at known hours; and it is made for
    /// a need asked, or listening to anybody; no emergency department unless it is for today.
    pub fn is_a_bridge(&self, facts: &Facts, situation: &Situation) -> bool {
        let soon = situation.urgency.known().is_some_and(|urgency| *urgency <= Urgency::Today);
        let listens = !facts.core.and(self.unsaid).is_empty() && facts.core.and(self.problems).is_empty();
        let today = facts.first_answer.is_some_and(|held| held <= Urgency::Today);
        let rings = self.is_remote(facts) && facts.reach.phone && facts.has_hours;
        (today || rings)
            && (listens || !self.made_for(facts, situation).is_empty())
            && (soon || !self.is_for_crises(facts))
    }

    /// A door to care for the body and for the mind alike, the general practitioner: what is left to lean on where no
    /// line speaks the person's language.
    pub fn is_first_line(&self, facts: &Facts) -> bool {
        facts.general && facts.core.and(self.first_line) == self.first_line
    }

    /// The ways asked (at home, by telephone...) that a service offers: somebody who cannot or will not come needs
    /// them.
    pub fn ways_met(&self, facts: &Facts, situation: &Situation) -> u32 {
        let asked = situation.wishes.known().copied().unwrap_or_default();
        facts.wishes.and(asked).and(self.ways).len()
    }

    /// A service kept for one or two migration paths.
    pub fn is_kept_for_a_path(&self, facts: &Facts) -> bool {
        !facts.migration.is_empty() && facts.migration.len() <= 2
    }
}

/// The languages people speak in a region, as its services usually do.
fn is_spoken_in(region: Region, language: &str) -> bool {
    match region {
        Region::Wallonie => language == "fr",
        Region::Flandre => language == "nl",
        Region::Germanophone => language == "de" || language == "fr",
        Region::Bruxelles => language == "fr" || language == "nl",
    }
}
