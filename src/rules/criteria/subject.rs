//! Whether a service that is about a problem or a public narrower than its needs is for this person.
//!
//! | finding | when |
//! |---|---|
//! | open | it is about its needs as a whole, or about what most people mean by them, or about what a need said may mean |
//! | met | the problem or the public is surely meant: named by itself, by a wish, by a need beside its own, by the path or the age of the person |
//! | ask the person | nobody has named it, or another one is named: it is no answer before somebody does |

use crate::catalogue::model::Facts;

use super::super::case::Case;
use super::{Change, Finding};

pub(super) fn judge(facts: &Facts, case: &Case<'_>) -> Finding {
    if case.is_about_something_else(facts) {
        Finding::AskPerson
    } else if facts.about.and(case.meant).is_empty() {
        Finding::Open
    } else {
        Finding::Met
    }
}

pub(super) const fn change(_: &Facts, _: &Case<'_>) -> Option<Change> {
    None
}

#[cfg(test)]
mod tests {
    use super::super::cases::cells;

    cells!(Subject {
        open_when_it_is_about_its_needs_as_a_whole: "needs: { core: [coups] }", "needs: [coups], about: [jeux]" => Open,
        open_when_it_is_about_what_most_people_mean:
            "needs: { core: [coups] }, about: [frequent]", "needs: [coups]" => Open,
        open_when_the_need_said_is_another_than_the_one_it_narrows:
            "needs: { core: [ecoute, coups] }, about: [jeux]", "needs: [ecoute]" => Open,
        open_when_a_need_said_may_mean_it: "needs: { core: [mourir] }, about: [voix]", "needs: [mourir]" => Open,
        met_when_it_is_named: "needs: { core: [coups] }, about: [jeux]", "needs: [coups], about: [jeux]" => Met,
        met_when_a_wish_names_it:
            "needs: { core: [coups] }, public: [sourds]", "needs: [coups], wishes: [telephone]" => Met,
        met_when_what_is_said_of_the_person_names_it:
            "needs: { core: [coups] }, public: [exiles]", "needs: [coups], migration: sans-sejour" => Met,
        met_when_a_need_names_it_beside_its_own:
            "needs: { core: [coups] }, about: [dettes]", "needs: [coups, enfant]" => Met,
        asked_of_the_person_when_a_need_names_it_without_its_own:
            "needs: { core: [coups] }, about: [dettes]", "needs: [enfant]" => AskPerson,
        asked_of_the_person_when_nobody_has_named_it:
            "needs: { core: [coups] }, about: [jeux]", "needs: [coups]" => AskPerson,
        asked_of_the_person_when_another_is_named:
            "needs: { core: [coups] }, about: [jeux]", "needs: [coups], about: [dettes]" => AskPerson,
        asked_of_the_person_who_has_named_less_than_most_people_mean:
            "needs: { core: [coups] }, about: [frequent]", "needs: [coups], about: [jeux]" => AskPerson,
    });
}
