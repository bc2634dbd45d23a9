//! Whether a kind of service answers at this urgency.
//!
//! | finding | when |
//! |---|---|
//! | open | it does, or its record says so of today or sooner, or the urgency is unknown |
//! | not met | it does not: a place of social bond in danger, an emergency department for « this month » |

use crate::catalogue::model::Facts;
use crate::catalogue::terms::Urgency;

use super::super::case::Case;
use super::{Change, Finding};

pub(super) fn judge(facts: &Facts, case: &Case<'_>) -> Finding {
    match case.situation.urgency.known() {
        // what a record says of its own delay is surer than what is usual for its kind
        Some(urgency) if facts.first_answer.is_some_and(|held| held <= *urgency && *urgency <= Urgency::Today) => {
            Finding::Open
        }
        Some(urgency) if case.known.is_not_for(facts, *urgency) => Finding::Unmet,
        _ => Finding::Open,
    }
}

pub(super) fn change(facts: &Facts, case: &Case<'_>) -> Option<Change> {
    let answered = Urgency::ALL.iter().copied().filter(|urgency| !case.known.is_not_for(facts, *urgency));
    Some(Change::Urgency(answered.collect()))
}

#[cfg(test)]
mod tests {
    use super::super::Criterion;
    use super::super::cases::{cells, change};
    use super::*;

    cells!(Moment {
        open_when_the_kind_answers: "type: lien", "urgency: semaine" => Open,
        open_when_the_urgency_is_unknown: "type: lien", "" => Open,
        open_for_a_kind_that_answers_always: "", "urgency: danger" => Open,
        not_met_when_the_kind_does_not_answer: "type: lien", "urgency: danger" => Unmet,
        not_met_the_same_day_either: "type: lien", "urgency: aujourdhui" => Unmet,
        open_when_the_record_holds_the_delay_its_kind_does_not:
            "type: lien, first_answer: aujourdhui", "urgency: aujourdhui" => Open,
        not_met_when_the_delay_of_the_record_is_too_long:
            "type: lien, first_answer: semaine", "urgency: aujourdhui" => Unmet,
        not_met_by_emergencies_when_it_can_wait_a_month: "type: urgences", "urgency: mois" => Unmet,
        not_met_by_what_answers_at_once_when_it_can_wait_a_month:
            "type: urgences, first_answer: danger", "urgency: mois" => Unmet,
        open_at_emergencies_today: "type: urgences", "urgency: aujourdhui" => Open,
    });

    #[test]
    fn the_delays_its_kind_answers_are_what_would_change_it() {
        let change = change(Criterion::Moment, "type: lien", "urgency: danger");
        assert_eq!(change, Some(Change::Urgency(vec![Urgency::Week, Urgency::Month])));
    }
}
