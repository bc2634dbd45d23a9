//! One case a rule of the five: what nobody leaves without is taken in from behind, and would not be without the rule.

use super::desk::Desk;

const NAMUR: &str = "locations: [{ address: Rue Haute 1, postal_code: \"5000\" }]";
/// 14 km from Namur.
const EGHEZEE: &str = "locations: [{ address: Rue Haute 1, postal_code: \"5310\" }]";

/// The first five at a desk that knows five services alike, and one more that the ranking puts behind them all.
fn five_of(alike: &str, behind: &str, person: &str) -> Vec<&'static str> {
    let five = ["a", "b", "c", "d", "e"].map(|id| (id, alike));
    Desk::with(&[&five[..], &[("z", behind)]].concat()).five(person)
}

/// Left behind the five that stand before it.
fn is_left_out(alike: &str, behind: &str, person: &str) {
    let five = five_of(alike, behind, person);
    assert!(!five.contains(&"z"), "{five:?}");
}

/// Among the first five in spite of five others that stand before it.
fn is_taken_in(alike: &str, behind: &str, person: &str) {
    let five = five_of(alike, behind, person);
    assert!(five.contains(&"z"), "{five:?}");
}

#[test]
fn n01_a_team_for_the_person_s_path_stands_in_the_first_two_when_a_care_is_asked() {
    let own = "type: equipe-exil, eligibility: { migration: [dpi, refugie, autre] }, needs: { core: [exil] }";
    let five = five_of("needs: { core: [mal] }", own, "commune: Namur, needs: [mal], migration: dpi");
    assert_eq!(five[1], "z", "{five:?}");
}

#[test]
fn n01_a_team_for_the_person_s_path_that_is_far_is_among_the_five_and_not_in_the_first_two() {
    let far = "locations: [{ address: Rue Haute 1, postal_code: \"6700\" }]";
    let own = format!(
        "type: equipe-exil, eligibility: {{ migration: [dpi, refugie, autre] }}, needs: {{ core: [exil] }}, {far}"
    );
    let five = five_of("needs: { core: [exil] }", &own, "commune: Namur, needs: [exil], migration: dpi");
    assert!(five.contains(&"z") && five[1] != "z", "{five:?}");
}

#[test]
fn n02_who_can_be_called_is_looked_for_in_the_next_step_and_neither_further_nor_in_another_language() {
    let site =
        |postal| format!("contacts: [{{ url: \"https://essai.be\" }}], locations: [{{ postal_code: \"{postal}\" }}]");
    let second = |services: &[(&str, &str)], said: &str| {
        Desk::with(services).five(&format!("commune: Namur, needs: [mal]{said}"))[1]
    };
    let (eghezee, namur) = (site(5310), site(5000));
    // 23 and 33 km from Namur
    let next = "locations: [{ address: Rue Haute 1, postal_code: \"5500\" }], eligibility: { conditions: [Venir.] }";
    let further = "locations: [{ address: Rue Haute 1, postal_code: \"1300\" }]";
    assert_eq!(second(&[("a", &eghezee), ("b", &eghezee), ("y", further), ("z", next)], ""), "z");
    assert_eq!(second(&[("a", &namur), ("b", &namur), ("c", &namur), ("z", further)], ""), "b", "the town's own stays");
    let other = format!("languages: [nl], {NAMUR}");
    assert_eq!(second(&[("a", &namur), ("b", &namur), ("z", &other)], ", languages: [fr]"), "b");
}

#[test]
fn n02_one_of_the_first_two_can_be_called_when_who_answers_stands_in_the_next_step() {
    let site = "contacts: [{ url: \"https://essai.be\" }], locations: [{ postal_code: \"5310\" }]";
    // 23 km from Namur
    let telephone = "locations: [{ address: Rue Haute 1, postal_code: \"5500\" }]";
    let desk = Desk::with(&[("a", site), ("b", site), ("z", telephone)]);
    assert_eq!(desk.five("commune: Namur, needs: [mal]"), ["a", "z", "b"]);
}

#[test]
fn n02_who_can_be_called_stays_when_the_other_rules_take_in_theirs() {
    let site = "contacts: [{ url: \"https://essai.be\" }], locations: [{ postal_code: \"5310\" }]";
    let telephone = "locations: [{ address: Rue Haute 1, postal_code: \"5500\" }]";
    let line = "type: ligne, first_answer: aujourdhui, hours: \"24/7\", needs: { core: [ecoute] }";
    let doctor = "type: medecin, needs: { core: [corps] }";
    let place = "type: cafe, needs: { core: [seul] }";
    let psychologist = "type: psychologue, needs: { core: [suivi, mal] }, eligibility: { conditions: [Venir.] }";
    let sites = ["a", "b", "c", "d"].map(|id| (id, site));
    let others = [("z", telephone), ("l", line), ("m", doctor), ("p", place), ("y", psychologist)];
    let five = Desk::with(&[&sites[..], &others].concat()).five("commune: Namur, needs: [mal]");
    assert_eq!(five[1], "z", "{five:?}");
}

#[test]
fn n02_who_can_be_called_and_stands_second_already_stays() {
    let site =
        |postal| format!("contacts: [{{ url: \"https://essai.be\" }}], locations: [{{ postal_code: \"{postal}\" }}]");
    let (first, further) = (site(5310), site(5500));
    let telephone = "locations: [{ address: Rue Haute 1, postal_code: \"5500\" }]";
    let line = "type: ligne, first_answer: aujourdhui, hours: \"24/7\", needs: { core: [ecoute] }";
    let doctor = "type: medecin, needs: { core: [corps] }";
    let place = "type: cafe, needs: { core: [seul] }";
    let psychologist = "type: psychologue, needs: { core: [suivi, mal] }, eligibility: { conditions: [Venir.] }";
    let alike = ["c", "d", "e"].map(|id| (id, further.as_str()));
    let others =
        [("a", first.as_str()), ("z", telephone), ("l", line), ("m", doctor), ("p", place), ("y", psychologist)];
    let five = Desk::with(&[&alike[..], &others].concat()).five("commune: Namur, needs: [mal]");
    assert_eq!(five[..2], ["a", "z"], "{five:?}");
}

#[test]
fn n03_each_need_said_is_answered_by_one_of_the_five() {
    let behind = format!("needs: {{ core: [argent] }}, {EGHEZEE}");
    is_taken_in(&format!("needs: {{ core: [mal] }}, {NAMUR}"), &behind, "commune: Namur, needs: [mal, argent]");
}

#[test]
fn n03_who_does_it_for_a_living_answers_a_need_beside_peers() {
    let peers = "type: pairs, needs: { core: [alcool] }";
    let behind =
        format!("type: drogues, needs: {{ core: [alcool] }}, eligibility: {{ conditions: [Venir.] }}, {EGHEZEE}");
    is_taken_in(peers, &behind, "commune: Namur, needs: [alcool], asking: proche");
}

#[test]
fn n03_a_need_that_is_only_helped_with_is_answered_by_one_of_the_five() {
    let mal = format!("needs: {{ core: [mal] }}, {NAMUR}");
    is_taken_in(&mal, "needs: { also: [argent] }", "commune: Namur, needs: [mal, argent]");
}

#[test]
fn n03_a_need_that_nobody_near_answers_is_asked_by_telephone_further_away() {
    let far =
        "service_area: [], locations: [{ address: Rue Haute 1, postal_code: \"6700\" }], needs: { core: [argent] }";
    is_taken_in("needs: { core: [mal] }", far, "commune: Namur, needs: [mal, argent]");
}

#[test]
fn n03_a_need_is_answered_by_who_can_be_reached() {
    let mal = format!("needs: {{ core: [mal] }}, {NAMUR}");
    let thin = "contacts: [], how_to_reach: Demander., locations: [{ commune: Namur }], needs: { core: [argent] }";
    let reached = format!("needs: {{ core: [argent] }}, {EGHEZEE}");
    let alike = ["a", "b", "c", "d", "e"].map(|id| (id, mal.as_str()));
    let five = Desk::with(&[&alike[..], &[("y", thin), ("z", &reached)]].concat())
        .five("commune: Namur, needs: [mal, argent]");
    assert!(five.contains(&"z"), "{five:?}");
}

#[test]
fn n03_what_nothing_makes_understood_is_left_to_the_other_rules() {
    is_left_out("needs: { core: [mal, suivi] }", "type: ligne, needs: { core: [ecoute] }", "commune: Namur");
}

#[test]
fn n03_each_need_that_a_path_makes_understood_is_answered_by_a_service_for_that_path() {
    let team = "type: equipe-exil, eligibility: { migration: [dpi, refugie, sans-sejour] }, needs: { core: [exil] }";
    let rights = "type: social, eligibility: { migration: [dpi, refugie, sans-sejour] }, needs: { core: [papiers] }";
    let alike = ["a", "b", "c", "d", "e"].map(|id| (id, "needs: { core: [mal, suivi, papiers] }"));
    let desk = Desk::with(&[&alike[..], &[("y", team), ("z", rights)]].concat());
    let five = desk.five("commune: Namur, migration: sans-sejour");
    assert!(five.contains(&"y") && five.contains(&"z"), "{five:?}");
}

#[test]
fn n03_in_danger_too_who_is_without_a_roof_gets_a_door_beside_the_emergency_departments() {
    let urgences = "type: urgences, first_answer: danger, needs: { core: [mourir, psychiatrie] }";
    let shelter = "type: abri, needs: { core: [toit] }";
    is_taken_in(urgences, shelter, "commune: Namur, urgency: danger, needs: [mourir, toit]");
}

#[test]
fn n04_the_competent_public_service_is_among_the_five_even_closed() {
    let open = "type: social, hours: \"24/7\", needs: { core: [argent] }";
    let town = "type: mairie, service_area: [Namur], hours: \"Mo-Fr 09:00-17:00\", needs: { also: [argent] }";
    is_taken_in(open, town, "commune: Namur, urgency: aujourdhui, needs: [argent], at: \"2026-11-29T10:00\"");
}

#[test]
fn n04_a_competent_public_service_is_not_taken_in_for_a_care() {
    is_left_out("needs: { core: [mal] }", "type: mairie, needs: { also: [mal] }", "commune: Namur, needs: [mal]");
}

#[test]
fn n04_an_emergency_department_is_not_taken_in_as_a_competent_public_service() {
    let urgences = "type: urgences, competent: true, needs: { also: [coups] }";
    is_left_out("type: refuge, needs: { core: [coups] }", urgences, "commune: Namur, needs: [coups]");
}

#[test]
fn n04_the_public_service_of_another_commune_is_not_taken_in() {
    let town = "type: mairie, service_area: [Namur], needs: { also: [argent] }";
    is_left_out("type: social, needs: { core: [argent] }", town, "region: wallonie, needs: [argent]");
}

#[test]
fn n05_what_is_kept_for_the_person_s_path_is_among_the_five_for_rights_too() {
    let own = "type: social, eligibility: { migration: [dpi] }, needs: { also: [argent] }";
    is_taken_in("type: social, needs: { core: [argent] }", own, "commune: Namur, needs: [argent], migration: dpi");
}

#[test]
fn n05_what_is_for_the_problem_named_is_among_the_five() {
    let named = "type: drogues, about: [jeux], needs: { also: [alcool] }";
    let all = "type: drogues, needs: { core: [alcool] }";
    is_taken_in(all, named, "commune: Namur, needs: [alcool], about: [jeux]");
}

#[test]
fn n06_for_today_a_service_made_for_crises_stands_beside_specialised_care() {
    let hospital = "type: hopital, first_answer: aujourdhui, needs: { core: [psychiatrie] }";
    let crisis = "type: urgences, first_answer: danger, needs: { also: [psychiatrie] }";
    is_taken_in(hospital, crisis, "commune: Namur, urgency: aujourdhui, needs: [psychiatrie]");
}

#[test]
fn n06_when_a_relative_asks_a_team_that_comes_stands_beside_the_hospital() {
    let hospital = "type: hopital, needs: { core: [psychiatrie] }";
    let comes = "type: mobile, wishes: [domicile], needs: { also: [psychiatrie] }";
    is_taken_in(hospital, comes, "commune: Namur, needs: [psychiatrie], asking: proche");
    is_left_out(hospital, comes, "commune: Namur, needs: [psychiatrie], asking: moi");
}

#[test]
fn n07_a_care_open_to_everybody_stands_beside_what_is_no_care() {
    let place = "type: social, needs: { core: [seul] }";
    is_taken_in(place, "type: equipe, needs: { also: [seul] }", "commune: Namur, needs: [seul]");
}

#[test]
fn n08_a_professional_without_a_shared_language_gets_the_interpreters() {
    let interpreters = "type: interpretes, needs: { core: [interprete] }";
    let person = "commune: Namur, needs: [mal], asking: pro, languages: [ti]";
    is_taken_in("languages: [fr]", interpreters, person);
    is_left_out("languages: [ti]", interpreters, person);
}

#[test]
fn n09_something_that_can_be_used_today_bridges_the_wait() {
    let line = "type: ligne, first_answer: aujourdhui, hours: \"24/7\", needs: { core: [ecoute] }";
    is_taken_in("needs: { core: [mal] }", line, "commune: Namur, needs: [mal], urgency: semaine");
}

#[test]
fn n09_a_line_whose_hours_nobody_knows_bridges_the_wait_where_no_other_does() {
    let person = "commune: Namur, needs: [mal], urgency: semaine";
    let silent = "type: ligne, first_answer: aujourdhui, needs: { core: [ecoute] }";
    is_taken_in("needs: { core: [mal] }", silent, person);
}

#[test]
fn n09_of_two_lines_one_whose_hours_are_known_then_one_in_the_commune_s_own_language() {
    let line = |rest: &str| format!("type: ligne, first_answer: aujourdhui, needs: {{ core: [ecoute] }}, {rest}");
    let bridging = |y: &str, z: &str, person: &str| {
        let alike = ["a", "b", "c", "d", "e"].map(|id| (id, "needs: { core: [mal] }"));
        let (y, z) = (line(y), line(z));
        let five = Desk::with(&[&alike[..], &[("y", &y), ("z", &z)]].concat()).five(person);
        assert!(five.contains(&"z") && !five.contains(&"y"), "{five:?}");
    };
    let person = "commune: Linkebeek, needs: [mal], urgency: semaine";
    bridging("languages: [nl]", "languages: [fr], hours: \"24/7\"", person);
    let of_their_age = "languages: [fr], hours: \"24/7\", eligibility: { age: { min: 18, max: 25 } }";
    bridging(of_their_age, "languages: [nl], hours: \"24/7\"", &format!("{person}, age: 20"));
}

#[test]
fn n09_a_child_gets_a_line_for_children_beside_those_for_all() {
    let all = "type: ligne, first_answer: aujourdhui, hours: \"24/7\", needs: { core: [ecoute, mal] }";
    let child = "type: ligne, hours: \"24/7\", eligibility: { audience: jeunes }, needs: { core: [ecoute] }";
    is_taken_in(all, child, "commune: Namur, age: 12, needs: [mal], urgency: aujourdhui");
}

#[test]
fn n10_the_general_practitioner_is_among_the_five_when_no_need_is_said() {
    let doctor = "type: medecin, needs: { core: [corps] }";
    is_taken_in("needs: { core: [mal, suivi] }", doctor, "commune: Namur");
}

#[test]
fn n11_a_child_who_says_something_else_is_a_child_too() {
    let children = "type: jeunes, needs: { core: [enfant] }";
    is_taken_in("needs: { core: [mal] }", children, "commune: Namur, age: 12, needs: [mal]");
}

#[test]
fn n12_who_does_not_know_what_is_wrong_chooses_between_two_kinds_of_care() {
    let other = "type: psychologue, needs: { core: [suivi, mal] }, eligibility: { conditions: [Venir.] }";
    is_taken_in("needs: { core: [mal] }", other, "commune: Namur, needs: [mal]");
}

#[test]
fn n13_a_place_to_be_with_others_stands_beside_care() {
    let place = "type: cafe, needs: { core: [seul] }";
    is_taken_in("needs: { core: [mal] }", place, "commune: Namur, needs: [mal]");
}

#[test]
fn n14_when_all_is_far_something_can_be_reached_from_home() {
    let far = "locations: [{ address: Rue Haute 1, postal_code: \"6700\" }], needs: { core: [suivi] }";
    is_taken_in(far, "type: ligne, needs: { core: [ecoute] }", "commune: Namur, needs: [suivi]");
    is_left_out("needs: { core: [suivi] }", "type: ligne, needs: { core: [ecoute] }", "commune: Namur, needs: [suivi]");
}

#[test]
fn in_danger_nothing_else_is_taken_in() {
    let urgences = "type: urgences, first_answer: danger, needs: { core: [mourir, psychiatrie] }";
    is_left_out(urgences, "type: medecin, needs: { core: [corps] }", "commune: Namur, urgency: danger");
    // nor put in the first two
    let own = "type: equipe-exil, eligibility: { migration: [dpi, refugie, autre] }, needs: { core: [exil] }";
    let person = "commune: Namur, urgency: danger, needs: [psychiatrie], migration: dpi";
    is_left_out(urgences, own, person);
    // the crisis services answer a danger of the mind
    is_left_out(
        urgences,
        "type: drogues, needs: { core: [alcool] }",
        "commune: Namur, urgency: danger, needs: [alcool]",
    );
}

#[test]
fn the_first_of_all_stays_whatever_is_taken_in() {
    let best = "type: social, contacts: [{ url: \"https://essai.be\" }], locations: [{ postal_code: \"5000\" }], \
                wishes: [domicile], needs: { core: [mal, suivi] }";
    let of_their_age = format!("{OF_THEIR_AGE}, needs: {{ core: [mal, suivi] }}, {NAMUR}");
    let others = ["b", "c", "d", "e"].map(|id| (id, of_their_age.as_str()));
    let doctor = "type: medecin, needs: { core: [corps] }";
    let five = Desk::with(&[&[("a", best)], &others[..], &[("z", doctor)]].concat())
        .five("commune: Namur, age: 20, wishes: [domicile]");
    assert!(five[0] == "a" && five.contains(&"z"), "{five:?}");
}

#[test]
fn what_one_rule_takes_in_the_next_ones_leave_there() {
    let teams = ["a", "b", "c", "d", "e"].map(|id| (id, "needs: { core: [mal, suivi] }"));
    let line = "type: ligne, first_answer: aujourdhui, hours: \"24/7\", needs: { core: [ecoute] }";
    let (doctor, place) = ("type: medecin, needs: { core: [corps] }", "type: cafe, needs: { core: [seul] }");
    let five = Desk::with(&[&teams[..], &[("l", line), ("m", doctor), ("p", place)]].concat()).five("commune: Namur");
    assert!(["l", "m", "p"].iter().all(|taken_in| five.contains(taken_in)), "{five:?}");
}

/// What is left when a place to be with others is taken in among these, at a desk where a person is 20 years old.
fn beside_a_place(five: &[(&'static str, &str)], person: &str) -> Vec<&'static str> {
    let all = [five, &[("z", "type: cafe, needs: { core: [seul] }")]].concat();
    let left = Desk::with(&all).five(&format!("commune: Namur, age: 20, {person}"));
    assert!(left.contains(&"z"), "{left:?}");
    left
}

const OF_THEIR_AGE: &str = "eligibility: { age: { min: 12, max: 25 } }";

#[test]
fn what_is_made_for_the_person_s_path_and_for_what_they_say_is_never_spared() {
    let own = "eligibility: { migration: [dpi, refugie, autre] }, needs: { core: [exil] }";
    let other = format!("{OF_THEIR_AGE}, needs: {{ core: [exil] }}");
    let five = [("a", own), ("b", own), ("c", other.as_str()), ("d", &other), ("e", &other)];
    assert!(beside_a_place(&five, "needs: [exil], migration: dpi").contains(&"b"));
    // one that is theirs by their path alone may leave another
    let own = "eligibility: { migration: [dpi, refugie, autre] }, needs: { core: [exil], also: [mal] }";
    let five = [("a", own), ("b", own), ("c", OF_THEIR_AGE), ("d", OF_THEIR_AGE), ("e", OF_THEIR_AGE)];
    assert!(!beside_a_place(&five, "needs: [mal], migration: dpi").contains(&"b"));
}

#[test]
fn what_answers_least_well_is_spared_first() {
    let helps = "needs: { also: [mal, argent] }";
    let five = [("a", "needs: { core: [mal, argent] }"), ("b", ""), ("c", ""), ("d", ""), ("e", helps)];
    let left = beside_a_place(&five, "needs: [mal, argent]");
    assert!(left.contains(&"d") && !left.contains(&"e"), "{left:?}");
}

#[test]
fn then_what_answers_fewest_needs() {
    let (comes, both) = ("wishes: [domicile]", "needs: { core: [mal, argent] }");
    let five = [("a", comes), ("b", comes), ("c", both), ("d", both), ("e", both)];
    let left = beside_a_place(&five, "needs: [mal, argent], wishes: [domicile]");
    assert!(left.contains(&"e") && !left.contains(&"b"), "{left:?}");
}

#[test]
fn then_what_is_out_of_the_commune_and_of_a_kind_that_stays() {
    let condition = |kind: &str| format!("type: {kind}, eligibility: {{ conditions: [Venir.] }}");
    let (c, d, e) = (condition("psychologue"), condition("social"), condition("abri"));
    let five = [("a", NAMUR), ("b", EGHEZEE), ("c", c.as_str()), ("d", &d), ("e", &e)];
    let left = beside_a_place(&five, "needs: [mal]");
    assert!(left.contains(&"e") && !left.contains(&"b"), "{left:?}");
}

#[test]
fn then_what_is_for_all_ages_rather_than_for_theirs() {
    let comes = "wishes: [domicile]";
    let five = [("a", comes), ("b", comes), ("c", OF_THEIR_AGE), ("d", OF_THEIR_AGE), ("e", OF_THEIR_AGE)];
    let left = beside_a_place(&five, "needs: [mal], wishes: [domicile]");
    assert!(left.contains(&"e") && !left.contains(&"b"), "{left:?}");
}

#[test]
fn the_only_answer_to_a_need_is_never_spared_in_danger_either() {
    let urgences = format!("type: urgences, first_answer: danger, needs: {{ core: [corps] }}, {NAMUR}");
    let alike = ["a", "b", "c", "d"].map(|id| (id, urgences.as_str()));
    let mourir = format!("needs: {{ core: [mourir] }}, {NAMUR}");
    let others = [("e", mourir.as_str()), ("z", "type: abri, needs: { core: [toit] }")];
    let five = Desk::with(&[&alike[..], &others].concat())
        .five("commune: Namur, urgency: danger, needs: [corps, mourir, toit]");
    assert!(five.contains(&"e") && five.contains(&"z"), "{five:?}");
}
