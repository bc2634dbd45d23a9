//! Whether the person and a service can speak with each other.
//!
//! | finding | when |
//! |---|---|
//! | met | a language said is shared, or an interpreter is possible |
//! | presumed | the usual languages of the service, or the languages presumed of the person, make a shared one likely; no language is said and nothing tells what it speaks |
//! | not met | a telephone line is known to speak none of the languages said |
//! | ask the person | no language is said, and the service speaks none that is presumed |
//! | ask the service | none is known to be shared: on a service one visits, a line whose languages are not recorded, an emergency number |

use crate::catalogue::model::Facts;

use super::super::case::Case;
use super::{Change, Finding};

pub(super) fn judge(facts: &Facts, case: &Case<'_>) -> Finding {
    let is_said = case.situation.languages.known().is_some();
    match case.may_share_a_language(facts) {
        Some(true) if is_said && !facts.languages.is_empty() => Finding::Met,
        Some(true) => Finding::Presumed,
        _ if facts.interpreter == Some(true) => Finding::Met,
        // the emergency services answer everybody
        Some(false) if case.known.is_emergency(facts) => Finding::AskService,
        Some(false) if !is_said => Finding::AskPerson,
        // nobody can sit beside one on a telephone line
        Some(false) if case.known.is_line(facts) && !facts.languages.is_empty() => Finding::Unmet,
        None if !is_said => Finding::Presumed,
        _ => Finding::AskService,
    }
}

pub(super) const fn change(facts: &Facts, _: &Case<'_>) -> Option<Change> {
    Some(Change::Languages(facts.languages))
}

#[cfg(test)]
mod tests {
    use super::super::cases::cells;

    cells!(Language {
        met_when_one_is_shared: "languages: [fr, ar]", "languages: [ar]" => Met,
        met_when_an_interpreter_is_possible: "languages: [fr], interpreter: true", "languages: [ti]" => Met,
        not_met_on_a_line_that_shares_none: "type: ligne, languages: [nl]", "languages: [fr]" => Unmet,
        never_unmet_at_an_emergency_number: "type: secours, languages: [fr, nl]", "languages: [ti]" => AskService,
        asked_of_the_person_when_unknown: "languages: [nl]", "region: wallonie" => AskPerson,
        presumed_in_the_language_of_the_questions_when_no_place_is_known: "languages: [fr]", "" => Presumed,
        asked_of_the_person_when_it_speaks_another: "languages: [nl]", "" => AskPerson,
        presumed_when_it_answers_in_the_region_s: "languages: [fr]", "region: wallonie" => Presumed,
        presumed_when_neither_says: "", "" => Presumed,
        presumed_when_the_record_is_silent_and_what_is_said_is_usual_where_it_serves:
            "service_area: [flandre]", "languages: [nl]" => Presumed,
        asked_of_the_service_when_nothing_tells_what_it_speaks: "", "languages: [nl]" => AskService,
        asked_of_the_service_when_the_record_is_silent_and_another_is_spoken:
            "", "region: flandre, languages: [ti]" => AskService,
        asked_of_the_service_one_visits_when_none_is_shared: "languages: [fr]", "languages: [ti]" => AskService,
        asked_of_the_person_on_a_line_too: "type: ligne, languages: [nl]", "" => AskPerson,
        asked_of_a_line_whose_languages_are_only_usual:
            "type: ligne, service_area: [flandre]", "languages: [ti]" => AskService,
        met_when_what_is_usual_is_recorded_besides:
            "service_area: [wallonie], languages: [fr]", "languages: [fr]" => Met,
        met_with_an_interpreter_before_a_language_is_asked:
            "languages: [nl], interpreter: true", "region: wallonie" => Met,
    });
}
