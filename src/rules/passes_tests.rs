//! The passes around the ranking: hours, doors, variety, the plan, what is missing.

use super::desk::Desk;
use super::{Further, Step};

const NAMUR: &str = "locations: [{ address: Rue Haute 1, postal_code: \"5000\" }]";
/// 14 km and 110 km from Namur.
const EGHEZEE: &str = "locations: [{ address: Rue Haute 1, postal_code: \"5310\" }]";
const ARLON: &str = "locations: [{ address: Rue Haute 1, postal_code: \"6700\" }]";
const SUNDAY: &str = "at: \"2026-11-29T10:00\"";

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
    fn on_a_sunday_what_is_known_to_answer_the_same_day_counts_as_open() {
        let silent = "first_answer: aujourdhui";
        let desk = Desk::with(&[("a", silent), ("b", "first_answer: aujourdhui, hours: \"24/7\"")]);
        assert_eq!(desk.order(&format!("commune: Namur, needs: [mal], urgency: aujourdhui, {SUNDAY}")), ["a", "b"]);
        let desk = Desk::with(&[("a", "type: urgences"), ("b", "type: urgences, hours: \"24/7\"")]);
        assert_eq!(desk.order(&format!("commune: Namur, needs: [mal], urgency: aujourdhui, {SUNDAY}")), ["a", "b"]);
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
        assert_eq!(
            (level("b"), level("a")),
            (super::super::ranking::safety::MADE_FOR_CRISES, super::super::ranking::safety::REST)
        );
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
        let for_children = "needs: { core: [enfant] }";
        let child = "commune: Namur, age: 12, needs: [mal]";
        assert!(Desk::with(&[("a", DOOR), ("b", for_children)]).order(child).contains(&"a"));
        let region = "region: wallonie, needs: [mal]";
        let condition = format!("{DOOR}, eligibility: {{ conditions: [Venir.], age: {{ min: 18 }} }}");
        let one_commune = format!("service_area: [Namur], {NAMUR}");
        assert!(Desk::with(&[("a", &condition), ("b", &one_commune)]).order(region).contains(&"a"));
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
    fn what_narrows_one_need_leaves_the_other_needs_it_is_made_for() {
        let desk = Desk::with(&[("a", "about: [jeux], needs: { core: [alcool, suivi] }")]);
        assert_eq!(desk.order("commune: Namur, needs: [suivi]"), ["a"]);
    }

    #[test]
    fn what_most_people_mean_by_a_need_has_a_rank_until_another_problem_is_named() {
        let desk = Desk::with(&[("a", "type: refuge, about: [frequent], needs: { core: [coups] }")]);
        assert_eq!(desk.order("commune: Namur, needs: [coups]"), ["a"]);
        let named = desk.further("commune: Namur, needs: [coups], about: [rare]");
        assert_eq!(named, [("a", Further::AboutSomethingElse)]);
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
        let desk = Desk::with(&[("a", &far)]);
        assert_eq!(desk.further("commune: Namur, needs: [seul]"), [("a", Further::TooFar)]);
        // 33 km from Namur, to who asks for care it is no answer at all
        let wavre = "type: cafe, needs: { core: [seul] }, locations: [{ address: Rue Haute 1, postal_code: \"1300\" }]";
        assert!(Desk::with(&[("a", wavre)]).further("commune: Namur, needs: [suivi]").is_empty());
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
        for less in [
            "needs: { also: [mal] }",
            // nothing says how to reach it
            "contacts: [], how_to_reach: Demander.",
            // 33 km from Namur
            "locations: [{ address: Rue Haute 1, postal_code: \"1300\" }], eligibility: { conditions: [Venir.] }",
        ] {
            let other = format!("type: psychologue, {less}");
            let desk = Desk::with(&[("a", ""), ("b", ""), ("c", ""), ("z", &other)]);
            assert_eq!(desk.order("commune: Namur, needs: [mal]"), ["a", "b", "c", "z"], "{less}");
        }
    }

    #[test]
    fn another_kind_that_is_far_or_may_not_serve_here_does_not_stand_second() {
        let far = "type: psychologue, locations: [{ address: Rue Haute 1, postal_code: \"1300\" }]";
        let unsure = format!("type: psychologue, service_area: [], {EGHEZEE}");
        for other in [far, unsure.as_str()] {
            let desk = Desk::with(&[("a", NAMUR), ("b", NAMUR), ("z", other)]);
            assert_eq!(desk.order("commune: Namur, needs: [mal]")[..2], ["a", "b"], "{other}");
        }
    }

    #[test]
    fn a_place_where_one_goes_is_another_kind_than_a_team_without_one() {
        let desk = Desk::with(&[("a", ""), ("b", ""), ("c", EGHEZEE)]);
        assert_eq!(desk.order("commune: Namur, needs: [mal]"), ["a", "c", "b"]);
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
        let alone = steps(&[team], "commune: Namur, urgency: danger, needs: [psychiatrie]");
        assert_eq!(alone, [("b", Step::Also)]);
    }

    #[test]
    fn an_emergency_department_bridges_no_wait() {
        let urgences = (
            "z",
            "type: urgences, first_answer: danger, needs: { core: [mal] }, eligibility: { conditions: [Venir.] }",
        );
        let found = steps(&[("a", ""), urgences], "commune: Namur, needs: [mal], urgency: semaine");
        assert!(found.contains(&("z", Step::Also)), "{found:?}");
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
        assert!(is_under_served("type: ecran", person), "online only");
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
        assert!(!is_under_served("general: true", "needs: [mal]"));
        assert!(!is_under_served(ARLON, "commune: Namur, needs: [mal], urgency: danger"));
    }
}
