//! How a service answers what is asked, and from where: the table of [`super::fit`], cell by cell.

use super::desk::Desk;
use super::{Fit, Reach};

const NAMUR: &str = "locations: [{ address: Rue Haute 1, postal_code: \"5000\" }]";
/// 14 km and 110 km from Namur.
const EGHEZEE: &str = "locations: [{ address: Rue Haute 1, postal_code: \"5310\" }]";
const ARLON: &str = "locations: [{ address: Rue Haute 1, postal_code: \"6700\" }]";

/// How the only service of a desk answers, and from where.
fn found(service: &str, person: &str) -> Option<(Fit, Reach)> {
    let results = Desk::with(&[("a", service)]).orient(person).results;
    results.first().map(|answered| (answered.service.fit, answered.service.reach))
}

macro_rules! cells {
    ($($name:ident: $service:expr, $person:literal => $expected:expr;)+) => {
        $(#[test]
        fn $name() {
            assert_eq!(found(&format!($service), concat!("commune: Namur, ", $person)), $expected);
        })+
    };
}

cells! {
    made_for_the_need_said: "needs: {{ core: [suivi] }}, {NAMUR}", "needs: [suivi]" => Some((Fit::MadeFor, Reach::Here));
    made_for_it_and_serving_from_far: "needs: {{ core: [suivi] }}, {ARLON}", "needs: [suivi]" => Some((Fit::MadeForFar, Reach::FromFar));
    helping_with_it: "needs: {{ also: [suivi] }}, {NAMUR}", "needs: [suivi]" => Some((Fit::Helps, Reach::Here));
    helping_with_it_from_far: "needs: {{ also: [suivi] }}, {ARLON}", "needs: [suivi]" => Some((Fit::HelpsFar, Reach::FromFar));
    answering_what_is_understood: "needs: {{ core: [enfant] }}, {NAMUR}", "age: 12, needs: [suivi]" => Some((Fit::Understood, Reach::Here));
    what_is_understood_is_answered_only_here: "needs: {{ core: [enfant] }}, {ARLON}", "age: 12, needs: [suivi]" => None;
    listening_to_anybody: "type: ligne, needs: {{ core: [ecoute] }}", "needs: [suivi]" => Some((Fit::General, Reach::Here));
    a_place_to_be_with_others: "type: cafe, needs: {{ core: [seul] }}, {NAMUR}", "needs: [suivi]" => Some((Fit::General, Reach::Here));
    no_place_to_be_with_others_for_who_needs_a_roof: "type: cafe, needs: {{ core: [seul] }}, {NAMUR}", "needs: [toit]" => None;
    no_place_to_be_with_others_for_a_child: "type: cafe, needs: {{ core: [seul] }}, {NAMUR}", "age: 12, needs: [suivi]" => None;
    no_group_of_peers_for_a_child: "type: pairs, needs: {{ core: [suivi] }}, {NAMUR}", "age: 12, needs: [suivi]" => None;
    the_general_practitioner: "type: medecin, needs: {{ core: [corps] }}, {NAMUR}", "needs: [suivi]" => Some((Fit::General, Reach::Here));
    nothing_for_another_need: "needs: {{ core: [argent] }}, {NAMUR}", "needs: [suivi]" => None;
    here_when_near_though_no_source_says_whom_it_serves: "service_area: [], needs: {{ core: [suivi] }}, {EGHEZEE}", "needs: [suivi]" => Some((Fit::MadeFor, Reach::Here));
    elsewhere_when_far_and_no_source_says_whom_it_serves: "service_area: [], needs: {{ core: [suivi] }}, {ARLON}", "needs: [suivi]" => Some((Fit::MadeFor, Reach::Elsewhere));
    elsewhere_at_twenty_km_when_nothing_says_how_to_reach_it: "service_area: [], contacts: [], how_to_reach: Demander., locations: [{{ commune: Dinant }}], needs: {{ core: [suivi] }}", "needs: [suivi]" => Some((Fit::MadeFor, Reach::Elsewhere));
    here_at_twenty_km_when_it_can_be_called: "service_area: [], locations: [{{ commune: Dinant }}], needs: {{ core: [suivi] }}", "needs: [suivi]" => Some((Fit::MadeFor, Reach::Here));
    language_is_no_distance: "languages: [nl], needs: {{ core: [suivi] }}, {NAMUR}", "needs: [suivi], languages: [fr]" => Some((Fit::MadeFor, Reach::Here));
    a_line_is_no_answer_of_its_own_to_who_wants_care: "type: ligne, needs: {{ core: [ecoute, mal] }}", "needs: [mal]" => Some((Fit::General, Reach::Here));
    a_line_is_an_answer_when_listening_is_asked: "type: ligne, needs: {{ core: [ecoute, mal] }}", "needs: [ecoute]" => Some((Fit::MadeFor, Reach::Here));
    a_line_is_an_answer_today: "type: ligne, needs: {{ core: [ecoute, mal] }}", "needs: [mal], urgency: aujourdhui" => Some((Fit::MadeFor, Reach::Here));
    no_place_to_be_with_others_for_a_child_even_made_for_the_need: "type: cafe, needs: {{ core: [seul, mal] }}, {NAMUR}", "age: 12, needs: [mal]" => None;
    no_place_to_be_with_others_today: "type: cafe, needs: {{ core: [seul] }}, {NAMUR}", "needs: [suivi], urgency: aujourdhui" => None;
    of_what_is_only_understood_care_comes_before_rights: "needs: {{ core: [papiers] }}, {NAMUR}", "migration: sans-sejour" => Some((Fit::Helps, Reach::Here));
    a_team_for_their_path_that_helps_with_a_care_is_made_for_them: "eligibility: {{ migration: [dpi, refugie, autre] }}, needs: {{ core: [exil], also: [mal] }}", "needs: [mal], migration: dpi" => Some((Fit::MadeFor, Reach::Here));
    a_line_that_says_of_no_area_is_called_from_everywhere: "type: ligne, service_area: [], needs: {{ core: [ecoute] }}", "needs: [ecoute]" => Some((Fit::MadeFor, Reach::Here));
    a_team_for_another_problem_only_helps_who_looks_for_its_form_of_help: "needs: {{ core: [alcool, suivi] }}, {NAMUR}", "needs: [suivi]" => Some((Fit::Helps, Reach::Here));
    no_line_for_a_professional_s_own_question: "type: ligne, needs: {{ core: [ecoute] }}", "asking: pro, needs: [avis]" => None;
    a_crisis_service_is_no_answer_to_who_has_no_roof: "type: urgences, needs: {{ core: [psychiatrie] }}, {NAMUR}", "needs: [toit], urgency: danger" => None;
    a_crisis_service_answers_a_danger_of_the_mind: "type: urgences, needs: {{ core: [psychiatrie] }}, {NAMUR}", "needs: [mourir], urgency: danger" => Some((Fit::MadeFor, Reach::Here));
    a_group_for_one_problem_is_for_who_lives_it: "type: pairs, needs: {{ core: [alcool, seul] }}, {NAMUR}", "needs: [seul]" => None;
}

#[test]
fn across_the_language_border_what_says_of_no_area_is_elsewhere() {
    let kortrijk = "service_area: [], locations: [{ address: Grote Markt 1, postal_code: \"8500\" }]";
    let reach = |person: &str| Desk::with(&[("a", kortrijk)]).orient(person).results[0].service.reach;
    assert_eq!(reach("commune: Mouscron, needs: [mal]"), Reach::Elsewhere);
    assert_eq!(reach("commune: Menen, needs: [mal]"), Reach::Here);
}
