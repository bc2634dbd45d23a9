//! One case a row of the table: the pair that it decides, and that would stand the other way round without it.

use super::Row;
use super::desk::{Desk, decides};

const DANGER: &str = "commune: Namur, urgency: danger, needs: [psychiatrie], languages: [fr]";
const NAMUR: &str = "locations: [{ address: Rue Haute 1, postal_code: \"5000\" }]";
/// 14 km from Namur.
const EGHEZEE: &str = "locations: [{ address: Rue Haute 1, postal_code: \"5310\" }]";

#[test]
fn in_danger_what_answers_at_once_stands_first_even_in_another_language() {
    let at_once = "first_answer: danger, languages: [nl], needs: { core: [psychiatrie] }";
    decides(
        Row::Safety,
        at_once,
        "languages: [fr], needs: { core: [psychiatrie] }",
        "commune: Namur, urgency: danger, needs: [psychiatrie], languages: [fr]",
    );
}

#[test]
fn in_danger_the_nearest_emergency_department_stands_first_whatever_it_speaks_and_however_old_the_fact() {
    let near = format!("type: urgences, first_answer: danger, languages: [nl], sources: [ancienne], {NAMUR}");
    let far = format!("type: urgences, first_answer: danger, languages: [fr], {EGHEZEE}");
    decides(Row::Step, &near, &far, "commune: Namur, urgency: danger, languages: [fr]");
}

#[test]
fn in_danger_what_cannot_be_called_waits_behind_what_can() {
    let person = "commune: Namur, urgency: danger, needs: [coups]";
    for holds in ["hours: \"24/7\"", "first_answer: aujourdhui"] {
        let called = format!("type: refuge, {holds}, needs: {{ core: [coups] }}");
        let visited = format!("{called}, contacts: [{{ url: \"https://essai.be\" }}], {NAMUR}");
        decides(Row::Safety, &called, &visited, person);
    }
}

#[test]
fn in_danger_a_site_does_not_answer_at_once() {
    let site = "type: refuge, general: true, first_answer: danger, contacts: [{ url: \"https://essai.be\" }], needs: { core: [coups] }";
    let refuge = "type: equipe, first_answer: danger, languages: [nl], needs: { core: [coups] }";
    decides(Row::Safety, refuge, site, "commune: Namur, urgency: danger, needs: [coups]");
}

#[test]
fn in_danger_what_is_made_for_crises_or_answers_today_stands_before_the_rest() {
    let rest = "languages: [fr], needs: { core: [psychiatrie] }";
    let crisis = "type: hopital, crisis: true, languages: [nl], needs: { core: [psychiatrie] }";
    decides(Row::Safety, crisis, rest, DANGER);
    let today = "first_answer: aujourdhui, languages: [nl], needs: { core: [psychiatrie] }";
    decides(Row::Safety, today, rest, DANGER);
}

#[test]
fn in_danger_what_has_a_condition_does_not_answer_at_once() {
    let open = "first_answer: danger, languages: [nl], needs: { core: [psychiatrie] }";
    let condition = "first_answer: danger, languages: [fr], needs: { core: [psychiatrie] }, \
                     eligibility: { conditions: [Être envoyé.] }";
    decides(Row::Safety, open, condition, DANGER);
}

#[test]
fn in_danger_what_is_made_for_the_need_stands_before_what_answers_at_once_for_another() {
    let refuge = "type: refuge, first_answer: danger, languages: [nl], needs: { core: [coups] }";
    let urgences = "type: urgences, first_answer: danger, languages: [fr], needs: { core: [corps], also: [coups] }";
    decides(Row::Safety, refuge, urgences, "commune: Namur, urgency: danger, needs: [coups], languages: [fr]");
}

#[test]
fn in_danger_without_a_need_said_the_crisis_services_stand_first() {
    let urgences = "type: urgences, first_answer: danger, languages: [nl], needs: { core: [psychiatrie] }";
    let quick = "first_answer: danger, languages: [fr], needs: { core: [mal] }";
    decides(Row::Safety, urgences, quick, "commune: Namur, urgency: danger, languages: [fr]");
}

#[test]
fn what_is_for_professionals_is_not_shown_first_to_whoever_may_be_none() {
    let reserved = "eligibility: { asking: [pro] }, needs: { core: [suivi] }";
    decides(Row::Aside, "needs: { also: [suivi] }", reserved, "commune: Namur, needs: [suivi]");
}

#[test]
fn what_is_kept_for_a_path_is_not_shown_first_to_whoever_has_said_none() {
    let kept = "eligibility: { migration: [dpi] }, needs: { core: [suivi] }";
    decides(Row::Aside, "needs: { also: [suivi] }", kept, "commune: Namur, needs: [suivi]");
}

#[test]
fn a_team_made_for_a_problem_said_is_kept_from_who_has_said_no_path_by_one_or_two_paths_only() {
    let also = "needs: { also: [exil] }";
    let few = "eligibility: { migration: [dpi, refugie] }, needs: { core: [exil] }";
    decides(Row::Aside, also, few, "commune: Namur, needs: [exil]");
    let several = "eligibility: { migration: [dpi, refugie, autre] }, needs: { core: [exil] }";
    let desk = Desk::with(&[("z", several), ("a", also)]);
    assert_eq!(desk.order("commune: Namur, needs: [exil], migration: tait"), ["z", "a"]);
    // of what is made for no problem that is said, any number of paths keeps others out
    let paths = "eligibility: { migration: [dpi, refugie, autre] }, needs: { core: [suivi] }";
    decides(Row::Aside, "needs: { also: [suivi] }", paths, "commune: Namur, needs: [suivi]");
}

#[test]
fn what_helps_here_stands_before_what_is_made_for_it_elsewhere() {
    let elsewhere =
        "service_area: [], locations: [{ address: Rue Haute 1, postal_code: \"6700\" }], needs: { core: [suivi] }";
    decides(Row::Elsewhere, "needs: { also: [suivi] }", elsewhere, "commune: Namur, needs: [suivi]");
}

#[test]
fn what_helps_in_one_s_language_stands_before_what_is_made_for_it_in_another() {
    let other = "languages: [nl], needs: { core: [suivi] }";
    let person = "commune: Namur, needs: [suivi], languages: [fr]";
    decides(Row::OtherLanguage, "languages: [fr], needs: { also: [suivi] }", other, person);
}

#[test]
fn of_a_whole_region_what_serves_it_all_stands_before_what_serves_one_commune() {
    let part = "service_area: [Namur], needs: { core: [suivi] }";
    let all = "service_area: [wallonie], needs: { also: [suivi] }";
    decides(Row::PartOfThePlace, all, part, "region: wallonie, needs: [suivi]");
}

#[test]
fn on_a_sunday_what_is_closed_stands_behind_what_is_open_today() {
    let closed = "hours: \"Mo-Fr 09:00-17:00\", needs: { core: [suivi] }";
    let person = "commune: Namur, needs: [suivi], urgency: aujourdhui, at: \"2026-11-29T10:00\"";
    decides(Row::OpenNow, "hours: \"24/7\", needs: { also: [suivi] }", closed, person);
}

#[test]
fn a_second_line_that_nobody_asks_for_stands_behind_a_first_line() {
    let second_line = "type: hopital, needs: { core: [suivi] }";
    decides(Row::SecondLine, "needs: { also: [suivi] }", second_line, "commune: Namur, needs: [suivi]");
}

#[test]
fn a_second_line_is_asked_for_by_a_need_of_company_by_a_crisis_today_by_specialised_care_by_their_own_path() {
    // the other one would come home
    let first = |service: &str, need: &str, rest: &str| {
        let other = format!("needs: {{ also: [{need}] }}, wishes: [domicile], first_answer: aujourdhui");
        decides(Row::Fit, service, &other, &format!("commune: Namur, needs: [{need}]{rest}, wishes: [domicile]"));
    };
    first("type: hopital, needs: { core: [seul] }", "seul", "");
    first("type: hopital, crisis: true, needs: { core: [mal] }", "mal", ", urgency: aujourdhui");
    first("type: hopital, needs: { core: [psychiatrie] }", "psychiatrie", "");
    let own = "type: mobile, eligibility: { migration: [dpi, refugie, autre] }, needs: { core: [exil] }";
    first(own, "exil", ", migration: dpi");
}

#[test]
fn the_competent_public_service_loses_its_place_neither_to_another_language_nor_to_an_unknown_one() {
    let town = format!("type: mairie, service_area: [Namur], needs: {{ core: [argent] }}, {NAMUR}");
    let other = format!("type: social, languages: [nl], needs: {{ core: [argent] }}, {EGHEZEE}");
    let desk = Desk::with(&[("z", &town), ("a", &other)]);
    for languages in ["[fr]", "[nl]", "[de]"] {
        assert_eq!(desk.order(&format!("commune: Namur, needs: [argent], languages: {languages}"))[0], "z");
    }
    let beside = format!("type: social, languages: [de], needs: {{ core: [argent] }}, {NAMUR}");
    let desk = Desk::with(&[("a", &town), ("b", &beside)]);
    assert_eq!(desk.order("commune: Namur, needs: [argent], languages: [de]"), ["a", "b"]);
}

#[test]
fn what_is_made_for_the_need_stands_before_what_also_helps() {
    let person = "commune: Namur, needs: [suivi], wishes: [telephone]";
    decides(Row::Fit, "needs: { core: [suivi] }", "needs: { also: [suivi] }, wishes: [telephone]", person);
}

#[test]
fn for_today_what_holds_the_delay_stands_before_what_is_nearer() {
    let quick = format!("first_answer: aujourdhui, {EGHEZEE}");
    decides(Row::Crisis, &quick, NAMUR, "commune: Namur, needs: [mal], urgency: aujourdhui");
}

#[test]
fn what_comes_home_as_asked_stands_before_what_is_nearer() {
    let comes = format!("wishes: [domicile], {EGHEZEE}");
    decides(Row::Way, &comes, NAMUR, "commune: Namur, needs: [mal], wishes: [domicile]");
}

#[test]
fn what_is_made_for_the_person_s_path_stands_before_what_is_nearer() {
    let own = format!("eligibility: {{ migration: [dpi, refugie, autre] }}, needs: {{ core: [exil] }}, {EGHEZEE}");
    let nearer = format!("needs: {{ core: [exil] }}, {NAMUR}");
    decides(Row::Status, &own, &nearer, "commune: Namur, needs: [exil], migration: dpi");
}

#[test]
fn who_comes_home_within_a_territory_that_no_source_gives_makes_no_offer_yet() {
    let unsure = format!("service_area: [], wishes: [domicile], {EGHEZEE}");
    let desk = Desk::with(&[("a", &unsure), ("b", NAMUR)]);
    assert_eq!(desk.order("commune: Namur, needs: [mal], wishes: [domicile]"), ["b", "a"]);
}

#[test]
fn what_also_admits_people_without_a_path_is_not_their_own() {
    let own = "eligibility: { migration: [dpi, refugie, autre] }, needs: { core: [exil] }";
    let open = "eligibility: { migration: [aucun, dpi, refugie, autre] }, needs: { core: [exil] }";
    decides(Row::Status, own, open, "commune: Namur, needs: [exil], migration: dpi");
}

#[test]
fn what_may_not_serve_here_is_not_their_own() {
    let unsure = format!("service_area: [], eligibility: {{ migration: [dpi] }}, needs: {{ core: [exil] }}, {EGHEZEE}");
    let general = format!("needs: {{ core: [exil] }}, {EGHEZEE}");
    decides(Row::Territory, &general, &unsure, "commune: Namur, needs: [exil], migration: dpi");
}

#[test]
fn another_help_for_the_person_s_path_stands_before_what_is_for_all() {
    let own = "type: social, eligibility: { migration: [dpi, refugie, autre] }, needs: { core: [argent] }";
    let person = "commune: Namur, needs: [argent], migration: dpi";
    decides(Row::Status, own, "type: social, needs: { core: [argent] }", person);
}

#[test]
fn what_is_kept_for_the_person_s_path_comes_first_near_by_only() {
    // 23 km from Namur
    let dinant = "locations: [{ address: Rue Haute 1, postal_code: \"5500\" }]";
    let kept = format!("eligibility: {{ migration: [dpi] }}, needs: {{ core: [exil] }}, {dinant}");
    let several = format!("eligibility: {{ migration: [dpi, refugie, autre] }}, needs: {{ core: [exil] }}, {NAMUR}");
    let desk = Desk::with(&[("a", &kept), ("b", &several)]);
    assert_eq!(desk.order("commune: Namur, needs: [exil], migration: dpi"), ["b", "a"]);
}

#[test]
fn what_is_kept_for_the_person_s_path_alone_stands_before_what_is_made_for_several() {
    let kept = "eligibility: { migration: [dpi] }, needs: { core: [exil] }";
    let several = "eligibility: { migration: [dpi, refugie, autre] }, needs: { core: [exil] }";
    decides(Row::Status, kept, several, "commune: Namur, needs: [exil], migration: dpi");
}

#[test]
fn a_care_for_the_person_s_path_stands_before_another_help_for_it() {
    let care = "eligibility: { migration: [dpi, refugie, autre] }, needs: { core: [exil], also: [argent] }";
    let other = "eligibility: { migration: [dpi, refugie, autre] }, needs: { core: [argent], also: [exil] }";
    let person = "commune: Namur, needs: [argent, exil], migration: dpi";
    let (care, other) = (format!("{care}, {EGHEZEE}"), format!("{other}, {NAMUR}"));
    decides(Row::Status, &care, &other, person);
}

#[test]
fn who_speaks_no_national_language_is_first_sent_where_theirs_is_spoken() {
    let person = "commune: Namur, needs: [mal, argent], languages: [ti]";
    decides(Row::Tongue, "languages: [ti]", "languages: [fr], needs: { core: [mal, argent] }", person);
}

#[test]
fn what_is_for_the_problem_named_stands_before_what_is_for_all() {
    let person = "commune: Namur, needs: [alcool], about: [jeux]";
    let named = "type: drogues, about: [jeux], needs: { core: [alcool] }";
    decides(Row::Subject, named, "type: drogues, needs: { core: [alcool] }", person);
}

#[test]
fn one_place_for_two_difficulties_stands_before_two_places() {
    let person = "commune: Namur, needs: [mal, argent]";
    decides(Row::Needs, "needs: { core: [mal, argent] }", "needs: { core: [mal] }", person);
}

#[test]
fn what_is_made_for_two_needs_stands_before_what_is_made_for_one_and_helps_with_the_other() {
    let person = "commune: Namur, needs: [mal, argent]";
    let helps = "needs: { core: [mal], also: [argent] }";
    decides(Row::Needs, "needs: { core: [mal, argent] }", helps, person);
    decides(Row::Needs, helps, "needs: { core: [mal] }", person);
}

#[test]
fn without_a_need_said_what_answers_the_age_stands_before_what_answers_anybody() {
    decides(Row::Needs, "needs: { core: [enfant] }", "needs: { core: [mal] }", "commune: Namur, age: 12");
}

#[test]
fn what_is_kept_for_the_person_s_age_stands_before_what_is_for_all_ages() {
    let person = "commune: Namur, age: 16, needs: [mal]";
    decides(Row::Age, "eligibility: { age: { min: 12, max: 25 } }", "needs: { core: [mal] }", person);
}

#[test]
fn ages_in_years_stand_before_a_public_and_a_public_before_all_ages() {
    let person = "commune: Namur, age: 16, needs: [mal]";
    let (years, public) = ("eligibility: { age: { min: 12, max: 25 } }", "eligibility: { audience: jeunes }");
    decides(Row::Age, years, public, person);
    decides(Row::Age, public, "needs: { core: [mal] }", person);
}

#[test]
fn in_violence_that_a_refuge_is_for_women_is_no_condition_to_check() {
    let women =
        "type: refuge, eligibility: { gender: femmes, conditions: [Être une femme.] }, needs: { core: [coups] }";
    let desk = Desk::with(&[("a", women), ("b", "type: refuge, needs: { core: [coups] }")]);
    assert_eq!(desk.order("commune: Namur, needs: [coups]"), ["a", "b"]);
}

#[test]
fn what_asks_nothing_stands_before_what_has_a_condition() {
    let condition = "eligibility: { conditions: [Être envoyé par un médecin.] }";
    decides(Row::Verdict, "needs: { core: [mal] }", condition, "commune: Namur, needs: [mal]");
}

#[test]
fn the_nearer_step_stands_before_the_telephone_of_the_next() {
    let here = format!("{NAMUR}, contacts: []");
    decides(Row::Step, &here, EGHEZEE, "commune: Namur, needs: [mal]");
}

#[test]
fn a_door_counts_as_fifteen_km_and_as_thirty_for_today() {
    let door = "general: true, contacts: [{ url: \"https://essai.be\" }]";
    let site = |postal| {
        let contacts = "contacts: [{ url: \"https://essai.be\" }]";
        format!("type: psychologue, {contacts}, locations: [{{ postal_code: \"{postal}\" }}]")
    };
    let order = |service: &str, person: &str| Desk::with(&[("a", door), ("b", service)]).order(person);
    assert_eq!(order(&site(5310), "commune: Namur, needs: [mal]"), ["b", "a"], "14 km");
    assert_eq!(order(&site(5500), "commune: Namur, needs: [mal]"), ["a", "b"], "23 km");
    assert_eq!(order(&site(5500), "commune: Namur, needs: [mal], urgency: aujourdhui"), ["b", "a"], "23 km, today");
}

#[test]
fn at_the_same_distance_what_surely_serves_here_stands_first() {
    let unsure = format!("service_area: [], {EGHEZEE}");
    decides(Row::Territory, EGHEZEE, &unsure, "commune: Namur, needs: [mal]");
}

#[test]
fn at_the_same_distance_who_can_be_called_stands_before_an_address() {
    let address = format!("{NAMUR}, contacts: []");
    decides(Row::Contact, NAMUR, &address, "commune: Namur, needs: [mal]");
    let site = "locations: [{ postal_code: \"5000\" }], contacts: [{ url: \"https://essai.be\" }]";
    decides(Row::Contact, &address, site, "commune: Namur, needs: [mal]");
}

#[test]
fn what_holds_the_delay_asked_stands_before_what_says_none() {
    let person = "commune: Namur, needs: [mal], urgency: semaine";
    decides(Row::Delay, "first_answer: semaine", "needs: { core: [mal] }", person);
}

#[test]
fn with_a_budget_what_is_free_stands_before_what_is_over_it() {
    decides(Row::Cost, "tariffs: [gratuit]", "tariffs: [cher]", "commune: Namur, needs: [mal], budget: \"10\"");
}

#[test]
fn in_a_commune_with_facilities_its_own_language_stands_first() {
    decides(Row::Language, "languages: [nl]", "languages: [fr]", "commune: Linkebeek, needs: [mal]");
}

#[test]
fn what_fulfils_a_wish_stands_first() {
    let person = "commune: Namur, needs: [mal], wishes: [nuit]";
    decides(Row::Wishes, "wishes: [nuit]", "needs: { core: [mal] }", person);
}

#[test]
fn in_the_same_step_the_nearest_stands_first() {
    // 8 km and 14 km from Namur
    let nearer = "locations: [{ address: Rue Haute 1, postal_code: \"5150\" }]";
    decides(Row::Distance, nearer, EGHEZEE, "commune: Namur, needs: [mal]");
}

#[test]
fn a_fact_of_this_year_stands_before_a_surer_one_that_is_old() {
    let (fresh, old) = ("confidence: moyenne", "sources: [ancienne]");
    decides(Row::Freshness, fresh, old, "commune: Namur, needs: [mal]");
}

#[test]
fn of_two_fresh_facts_the_surer_stands_first() {
    decides(Row::Authority, "confidence: haute", "confidence: moyenne", "commune: Namur, needs: [mal]");
}

#[test]
fn no_two_services_stand_on_the_same_place() {
    let desk = Desk::with(&[("a", ""), ("b", "")]);
    let results = desk.orient("commune: Namur, needs: [mal]").results;
    let (one, other) = (results[0].service.key, results[1].service.key);
    assert_eq!(one.first_difference(&other), Some(Row::Id));
}
