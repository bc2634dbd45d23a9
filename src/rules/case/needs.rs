//! Which of the needs a service answers, and how.

use crate::catalogue::model::Facts;
use crate::catalogue::terms::{Clue, Family, Manner, Nature, Positions, Urgency};

use super::Case;

impl Case<'_> {
    /// Those of some needs that a service is made for. A group for one problem (alcohol, bereavement) is not made for
    /// whoever looks for a group: a form of help counts only when the problem it is for is asked too, or it is for none.
    fn made_for_of(&self, facts: &Facts, needs: Positions) -> Positions {
        let problems = self.known.of_nature(Nature::Problem);
        let (core, own_problems) = (facts.core.and(needs), facts.core.and(problems));
        let core = if !own_problems.is_empty() && own_problems.and(self.all_needs()).is_empty() {
            if self.is_around_one_problem(facts) {
                return Positions::default();
            }
            core.without(self.known.of_nature(Nature::Form))
        } else {
            core
        };
        self.unless_it_only_listens(facts, core)
    }

    /// What a line answers besides listening: the needs that are said, and not those that are understood.
    fn unless_it_only_listens(&self, facts: &Facts, needs: Positions) -> Positions {
        if self.only_listens(facts) { needs.and(self.said).without(self.known.clued(Clue::Nothing)) } else { needs }
    }

    /// Kinds of service that gather people around one problem.
    fn is_around_one_problem(&self, facts: &Facts) -> bool {
        matches!(self.known.family(facts), Family::Peers | Family::Addiction | Family::Violence | Family::Line)
    }

    /// A line that listens to anybody bridges a wait: it is an answer of its own only for today, or when listening is
    /// asked.
    fn only_listens(&self, facts: &Facts) -> bool {
        self.known.family(facts) == Family::Line && !self.is_soon() && !self.says(Nature::Listening)
    }

    /// The needs said that a service is made for; those understood when none is said.
    pub fn made_for(&self, facts: &Facts) -> Positions {
        self.made_for_of(facts, self.asked())
    }

    /// The needs said that a service answers in some way; those understood when none is said.
    pub fn helps_with(&self, facts: &Facts) -> Positions {
        self.helps_with_of(facts, self.asked())
    }

    fn helps_with_of(&self, facts: &Facts, needs: Positions) -> Positions {
        let problems = facts.core.and(self.known.of_nature(Nature::Problem));
        // who is met around one problem is no help to whoever does not live it
        if self.is_around_one_problem(facts) && !problems.is_empty() && problems.and(self.all_needs()).is_empty() {
            return self.made_for_of(facts, needs);
        }
        let any = facts.core.or(facts.also).and(needs);
        self.unless_it_only_listens(facts, any)
    }

    /// The needs understood, beside those said, that a service is made for.
    pub fn made_for_understood(&self, facts: &Facts) -> Positions {
        if self.said.is_empty() { Positions::default() } else { self.made_for_of(facts, self.understood) }
    }

    /// The needs understood, beside those said, that a service answers in some way.
    pub fn helps_with_understood(&self, facts: &Facts) -> Positions {
        if self.said.is_empty() { Positions::default() } else { self.helps_with_of(facts, self.understood) }
    }

    /// Whether a need of care is asked, or none is said.
    pub fn is_of_care(&self) -> bool {
        !self.asked().and(self.known.of_nature(Nature::Care)).is_empty()
    }

    /// Never wrong, seldom enough: it listens to anybody, or it is a place to be with others. Not for a professional's
    /// own needs.
    pub fn is_general_help(&self, facts: &Facts) -> bool {
        if self.is_professional() {
            return false;
        }
        !facts.core.and(self.known.of_nature(Nature::Listening)).is_empty()
            || self.known.is_first_line(facts)
            || (self.known.family(facts) == Family::Bond && self.welcomes_bond())
    }

    /// A place to be with others is worth proposing: the needs are of care, it is not for today (R-002-09), the person
    /// is no child.
    pub fn welcomes_bond(&self) -> bool {
        let calm = !self.is_soon() || self.says(Nature::Company);
        self.is_grown() && calm && self.is_of_care()
    }

    /// Old enough to go alone where adults meet, as far as is known.
    pub fn is_grown(&self) -> bool {
        const GROWN: u8 = 16;
        self.situation.age.known().is_none_or(|age| *age >= GROWN)
    }

    /// Something to lean on today while one waits: it answers the same day, or rings at known hours; and it is made for
    /// a need asked, or listens to anybody; no emergency department unless it is for today.
    pub fn is_a_bridge(&self, facts: &Facts) -> bool {
        let problems = facts.core.and(self.known.of_nature(Nature::Problem));
        let listens = !facts.core.and(self.known.of_nature(Nature::Listening)).is_empty() && problems.is_empty();
        let today = facts.first_answer.is_some_and(|held| held <= Urgency::Today);
        let rings = self.known.is_remote(facts) && facts.reach.phone && facts.has_hours;
        (today || rings) && (listens || !self.made_for(facts).is_empty()) && (self.is_soon() || !facts.crisis)
    }

    /// How many of the ways asked (at home, by telephone...) a service offers: somebody who cannot or will not come
    /// needs them.
    pub fn ways_met(&self, facts: &Facts) -> u32 {
        let asked = self.situation.wishes.known().copied().unwrap_or_default();
        facts.wishes.and(asked).and(self.known.of_manner(Manner::Way)).len()
    }

    /// The needs for which a service made for crises is an answer: those of the mind and of the body; none is said when
    /// nobody knows yet. An emergency department is one for all.
    pub fn is_answered_by_crisis(&self, facts: &Facts) -> bool {
        facts.crisis
            && (self.may_have(Nature::Mind)
                || self.says(Nature::Body)
                || !facts.core.and(self.known.of_nature(Nature::Body)).is_empty())
    }
}
