//! The passes around the ranking: who answers and from where, hours, doors, variety, the plan, what is missing.

use super::desk::Desk;
use super::{Fit, Further, Reach, Step};

const NAMUR: &str = "locations: [{ address: Rue Haute 1, postal_code: \"5000\" }]";
/// 14 km and 110 km from Namur.
const EGHEZEE: &str = "locations: [{ address: Rue Haute 1, postal_code: \"5310\" }]";
const ARLON: &str = "locations: [{ address: Rue Haute 1, postal_code: \"6700\" }]";
const SUNDAY: &str = "at: \"2026-11-29T10:00\"";

mod fit {
    use super::*;

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
        a_group_for_one_problem_is_for_who_lives_it: "type: pairs, needs: {{ core: [alcool, seul] }}, {NAMUR}", "needs: [seul]" => None;
    }
}

mod time {
    use super::*;

    #[test]
    fn on_a_sunday_hours_that_nobody_knows_stand_behind_open_and_before_closed() {
        let desk = Desk::with(&[("a", "hours: \"Mo-Fr 09:00-17:00\""), ("b", ""), ("c", "hours: \"24/7\"")]);
        assert_eq!(
            desk.order(&format!("commune: Namur, needs: [mal], urgency: aujourdhui, {SUNDAY}")),
            ["c", "b", "a"]
        );
        // on a weekday what nobody knows is most likely open
        assert_eq!(desk.order("commune: Namur, needs: [mal], urgency: aujourdhui")[0], "a");
    }

    #[test]
    fn on_a_legal_holiday_hours_that_say_nothing_of_it_are_unknown() {
        let desk = Desk::with(&[("a", "hours: \"Mo-Fr 09:00-17:00\""), ("b", "hours: \"Mo-Fr,PH 09:00-17:00\"")]);
        let christmas = "commune: Namur, needs: [mal], urgency: aujourdhui, at: \"2026-12-25T10:00\"";
        assert_eq!(desk.order(christmas), ["b", "a"]);
    }

    #[test]
    fn what_opens_later_today_still_answers_today_but_not_in_danger() {
        let desk = Desk::with(&[("a", "hours: \"Mo-Su 14:00-17:00\""), ("b", "hours: \"24/7\"")]);
        assert_eq!(desk.order("commune: Namur, needs: [mal], urgency: aujourdhui"), ["a", "b"]);
        assert_eq!(desk.order("commune: Namur, needs: [mal], urgency: danger"), ["b", "a"]);
    }

    #[test]
    fn whoever_has_time_is_sent_to_a_door_that_is_closed_now() {
        let desk = Desk::with(&[("a", "hours: \"Mo-Fr 09:00-17:00\""), ("b", "hours: \"24/7\"")]);
        assert_eq!(desk.order(&format!("commune: Namur, needs: [mal], urgency: semaine, {SUNDAY}")), ["a", "b"]);
    }

    #[test]
    fn in_danger_what_is_made_for_the_need_and_open_now_stands_with_the_emergency_services() {
        let helps_at_once = "type: urgences, first_answer: danger, needs: { core: [corps], also: [coups] }";
        let open = "type: refuge, hours: \"24/7\", needs: { core: [coups] }";
        let silent = "type: refuge, needs: { core: [coups] }";
        let desk = Desk::with(&[("a", silent), ("b", open), ("c", helps_at_once)]);
        let results = desk.orient("commune: Namur, urgency: danger, needs: [coups]").results;
        let level = |id: &str| {
            let found = results.iter().find(|answered| desk.id(answered.service.position) == id).unwrap();
            found.service.key.level(super::super::Row::Safety)
        };
        assert_eq!((level("b"), level("a")), (super::super::ranking::safety::MADE_FOR_CRISES, 3));
        assert_eq!(desk.id(results[0].service.position), "b");
    }

    #[test]
    fn whoever_is_alone_today_is_not_sent_to_a_place_that_is_closed() {
        let closed = "type: cafe, hours: \"Mo-Fr 09:00-17:00\", needs: { core: [seul] }";
        let desk = Desk::with(&[("a", closed), ("b", "type: cafe, hours: \"24/7\", needs: { core: [seul] }")]);
        let person = format!("commune: Namur, needs: [seul], urgency: aujourdhui, {SUNDAY}");
        assert_eq!(desk.order(&person), ["b"]);
        assert_eq!(desk.further(&person), [("a", Further::ClosedToday)]);
    }
}

mod doors {
    use super::*;

    const DOOR: &str = "general: true, contacts: [{ url: \"https://essai.be\" }]";
    const MAL: &str = "commune: Namur, needs: [mal]";

    #[test]
    fn a_door_steps_back_where_a_service_of_its_kind_can_be_called() {
        let desk = Desk::with(&[("a", DOOR), ("b", NAMUR)]);
        assert_eq!((desk.order(MAL), desk.further(MAL)), (vec!["b"], vec![("a", Further::Door)]));
    }

    #[test]
    fn a_door_keeps_its_rank_where_nothing_of_its_kind_can_be_called() {
        let site = format!("contacts: [{{ url: \"https://essai.be\" }}], {NAMUR}");
        assert!(Desk::with(&[("a", DOOR), ("b", &site)]).order(MAL).contains(&"a"));
        let other_kind = format!("type: psychologue, {NAMUR}");
        assert!(Desk::with(&[("a", DOOR), ("b", &other_kind)]).order(MAL).contains(&"a"));
        let other_language = format!("languages: [nl], {NAMUR}");
        let french = "commune: Namur, needs: [mal], languages: [fr]";
        assert!(Desk::with(&[("a", DOOR), ("b", &other_language)]).order(french).contains(&"a"));
        let condition = format!("eligibility: {{ conditions: [Venir.] }}, {NAMUR}");
        assert!(Desk::with(&[("a", DOOR), ("b", &condition)]).order(MAL).contains(&"a"));
        let elsewhere = format!("service_area: [], {ARLON}");
        assert!(Desk::with(&[("a", DOOR), ("b", &elsewhere)]).order(MAL).contains(&"a"));
    }

    #[test]
    fn a_door_to_a_broad_kind_never_steps_back() {
        let person = "commune: Namur, needs: [toit]";
        let door = format!("type: abri, {DOOR}, needs: {{ core: [toit] }}");
        let one = format!("type: abri, {NAMUR}, needs: {{ core: [toit] }}");
        assert!(Desk::with(&[("a", &door), ("b", &one)]).order(person).contains(&"a"));
    }

    #[test]
    fn a_door_kept_for_the_person_s_path_never_steps_back() {
        let person = "commune: Namur, needs: [mal], migration: dpi";
        let door = format!("{DOOR}, eligibility: {{ migration: [dpi] }}");
        assert!(Desk::with(&[("a", &door), ("b", NAMUR)]).order(person).contains(&"a"));
    }

    #[test]
    fn a_list_has_no_rank_but_for_a_professional_who_asks_for_advice() {
        let desk = Desk::with(&[("a", "type: liste, needs: { core: [mal, avis] }"), ("b", "")]);
        assert_eq!((desk.order(MAL), desk.further(MAL)), (vec!["b"], vec![("a", Further::List)]));
        assert_eq!(desk.order("commune: Namur, needs: [avis], asking: pro"), ["a"]);
    }

    #[test]
    fn what_is_about_a_problem_that_nobody_has_named_has_no_rank() {
        let desk = Desk::with(&[("a", "type: drogues, about: [jeux], needs: { core: [alcool] }")]);
        assert_eq!(desk.further("commune: Namur, needs: [alcool]"), [("a", Further::AboutSomethingElse)]);
        assert_eq!(desk.order("commune: Namur, needs: [alcool], about: [jeux]"), ["a"]);
    }

    #[test]
    fn a_line_in_no_language_of_the_place_has_no_rank() {
        let desk = Desk::with(&[("a", "type: ligne, languages: [nl], needs: { core: [ecoute] }")]);
        assert_eq!(desk.further("commune: Namur, needs: [ecoute]"), [("a", Further::OtherLanguage)]);
        assert_eq!(desk.order("commune: Gent, needs: [ecoute]"), ["a"]);
    }

    #[test]
    fn nobody_is_sent_half_an_hour_away_to_meet_people() {
        let far = format!("type: cafe, needs: {{ core: [seul] }}, {ARLON}");
        assert_eq!(Desk::with(&[("a", &far)]).further("commune: Namur, needs: [seul]"), [("a", Further::TooFar)]);
    }

    #[test]
    fn for_today_nobody_is_sent_far_to_who_may_not_serve_them() {
        let far = format!("service_area: [], {ARLON}");
        let desk = Desk::with(&[("a", &far)]);
        assert_eq!(desk.further("commune: Namur, needs: [mal], urgency: aujourdhui"), [("a", Further::TooFar)]);
        assert_eq!(desk.order(MAL), ["a"]);
    }

    #[test]
    fn a_number_of_the_safety_block_is_not_repeated() {
        let desk =
            Desk::with(&[("prevention-suicide-0800-32-123", "type: ligne, needs: { core: [mourir] }"), ("b", "")]);
        let danger = desk.order("commune: Namur, urgency: danger, needs: [mourir]");
        assert!(!danger.contains(&"prevention-suicide-0800-32-123"), "{danger:?}");
        assert_eq!(desk.order("commune: Namur, needs: [ecoute, mal]"), ["b"]);
    }
}

mod variety {
    use super::*;

    #[test]
    fn another_kind_that_answers_as_well_stands_second() {
        let desk = Desk::with(&[("a", ""), ("b", ""), ("c", "type: psychologue")]);
        assert_eq!(desk.order("commune: Namur, needs: [mal]"), ["a", "c", "b"]);
    }

    #[test]
    fn another_kind_that_answers_less_well_does_not() {
        let desk = Desk::with(&[("a", ""), ("b", ""), ("c", "type: psychologue, needs: { also: [mal] }")]);
        assert_eq!(desk.order("commune: Namur, needs: [mal]")[..2], ["a", "b"]);
    }

    /// Teams that cover both needs, psychologists that cover one.
    fn teams_and_psychologists() -> Vec<&'static str> {
        let teams = ["a", "b", "c", "d", "e", "f"].map(|id| (id, "needs: { core: [mal, argent] }"));
        let others = ["u", "v", "w", "x", "y", "z"].map(|id| (id, "type: psychologue"));
        Desk::with(&[teams, others].concat()).order("commune: Namur, needs: [mal, argent]")
    }

    #[test]
    fn a_kind_stands_at_most_twice_in_the_first_five_while_another_fits() {
        assert_eq!(teams_and_psychologists()[..4], ["a", "b", "u", "v"]);
    }

    #[test]
    fn a_kind_stands_at_most_three_times_in_the_first_ten_while_another_fits() {
        assert_eq!(teams_and_psychologists()[4..7], ["c", "w", "d"]);
    }

    #[test]
    fn a_second_line_that_nobody_asks_for_is_no_variety() {
        let teams = ["a", "b", "c", "d", "e"].map(|id| (id, ""));
        let desk = Desk::with(&[&teams[..], &[("z", "type: hopital")]].concat());
        assert_eq!(desk.order("commune: Namur, needs: [mal]")[5], "z");
    }

    #[test]
    fn a_team_for_the_person_s_path_is_a_kind_of_its_own() {
        let own = "eligibility: { migration: [dpi, refugie, autre] }, needs: { core: [exil, mal] }";
        let desk = Desk::with(&[("a", own), ("b", own), ("c", own), ("x", ""), ("y", "")]);
        assert_eq!(desk.order("commune: Namur, needs: [mal], migration: dpi"), ["a", "b", "x", "y", "c"]);
    }

    #[test]
    fn in_danger_the_surest_stand_together() {
        let urgences = "type: urgences, first_answer: danger, needs: { core: [psychiatrie] }";
        let hospital = "type: hopital, first_answer: danger, needs: { core: [psychiatrie] }";
        let desk = Desk::with(&[("a", urgences), ("b", urgences), ("c", hospital)]);
        assert_eq!(desk.order("commune: Namur, urgency: danger, needs: [psychiatrie]"), ["a", "b", "c"]);
    }
}

mod plan {
    use super::*;

    const LINE: &str = "type: ligne, first_answer: aujourdhui, hours: \"24/7\", needs: { core: [ecoute] }";

    fn steps(services: &[(&str, &str)], person: &str) -> Vec<(&'static str, Step)> {
        let desk = Desk::with(services);
        let results = desk.orient(person).results;
        results.iter().map(|answered| (desk.id(answered.service.position), answered.step)).collect()
    }

    #[test]
    fn the_best_comes_first_and_the_others_also() {
        let both = steps(&[("a", ""), ("b", "type: psychologue")], "commune: Namur, needs: [mal]");
        assert_eq!(both, [("a", Step::First), ("b", Step::Also)]);
    }

    #[test]
    fn what_answers_today_stands_meanwhile_when_the_best_is_slow() {
        let found = steps(&[("a", ""), ("l", LINE)], "commune: Namur, needs: [mal], urgency: semaine");
        assert_eq!(found, [("a", Step::First), ("l", Step::Meanwhile)]);
    }

    #[test]
    fn nothing_stands_meanwhile_when_the_best_answers_today() {
        let found = steps(&[("a", "first_answer: aujourdhui"), ("l", LINE)], "commune: Namur, needs: [mal]");
        assert_eq!(found, [("a", Step::First), ("l", Step::Also)]);
    }

    #[test]
    fn the_general_practitioner_stands_meanwhile_when_nothing_else_can_be_used_today() {
        let doctor = ("m", "type: medecin, needs: { core: [corps] }");
        let person = "commune: Namur, needs: [mal], urgency: semaine";
        assert_eq!(steps(&[("a", ""), doctor], person)[1], ("m", Step::Meanwhile));
        let beside_a_line = steps(&[("a", ""), ("l", LINE), doctor], person);
        assert!(beside_a_line.contains(&("m", Step::Also)), "{beside_a_line:?}");
    }

    #[test]
    fn in_danger_what_answers_at_once_stands_at_once_and_nothing_stands_first() {
        let urgences = ("a", "type: urgences, first_answer: danger, needs: { core: [psychiatrie] }");
        let team = ("b", "needs: { core: [psychiatrie] }");
        let found = steps(&[urgences, team], "commune: Namur, urgency: danger, needs: [psychiatrie]");
        assert_eq!(found, [("a", Step::AtOnce), ("b", Step::Also)]);
    }

    #[test]
    fn the_answer_says_when_nobody_known_can_be_called() {
        let site = "contacts: [{ url: \"https://essai.be\" }]";
        assert!(!Desk::with(&[("a", site)]).orient("commune: Namur, needs: [mal]").can_be_called);
        assert!(Desk::with(&[("a", site), ("b", "")]).orient("commune: Namur, needs: [mal]").can_be_called);
    }
}

mod gaps {
    use super::*;

    fn is_under_served(service: &str, person: &str) -> bool {
        !Desk::with(&[("a", service)]).orient(person).under_served.is_empty()
    }

    #[test]
    fn a_place_is_under_served_where_only_a_door_a_line_or_something_far_answers() {
        let person = "commune: Namur, needs: [mal]";
        assert!(is_under_served("general: true", person));
        assert!(is_under_served("type: ligne, needs: { core: [ecoute, mal] }", person));
        assert!(is_under_served(ARLON, person), "serves here from far");
        assert!(is_under_served(&format!("service_area: [], {ARLON}"), person), "elsewhere");
        assert!(is_under_served(&format!("needs: {{ also: [mal] }}, {NAMUR}"), person), "only helps");
    }

    #[test]
    fn a_place_is_not_under_served_where_one_made_for_the_need_is_there() {
        assert!(!is_under_served(NAMUR, "commune: Namur, needs: [mal]"));
        assert!(!is_under_served(&format!("contacts: [], {NAMUR}"), "commune: Namur, needs: [mal]"));
    }

    #[test]
    fn nothing_is_said_of_no_place_nor_in_danger() {
        assert!(!is_under_served(ARLON, "needs: [mal]"));
        assert!(!is_under_served(ARLON, "commune: Namur, needs: [mal], urgency: danger"));
    }
}
