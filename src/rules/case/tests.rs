//! What is understood and presumed of whoever comes.

use crate::catalogue::terms::National;

use super::super::desk::Desk;
use super::{Because, Case};

/// The needs understood of a person, and from what.
fn understood(person: &str) -> Vec<(&'static str, Because)> {
    let desk = Desk::with(&[("a", "")]);
    let situation = desk.person(person);
    let case = Case::new(desk.known(), &situation);
    let id = |need: usize| desk.known().catalogue().needs.get(need).id.as_str();
    case.why_understood().into_iter().map(|(need, because)| (id(need), because)).collect()
}

/// The languages presumed of a person, and those of the place, in which numbers are shown.
fn languages(person: &str) -> (Vec<&'static str>, Vec<&'static str>) {
    let desk = Desk::with(&[("a", "")]);
    let situation = desk.person(person);
    let case = Case::new(desk.known(), &situation);
    (case.spoken(), case.local_languages().into_iter().map(National::slug).collect())
}

#[test]
fn a_path_an_age_or_who_asks_makes_a_need_understood() {
    assert_eq!(understood("needs: [mal], migration: dpi"), [("exil", Because::Migration)]);
    assert_eq!(understood("needs: [mal], age: 17"), [("enfant", Because::Age)]);
    assert_eq!(understood("needs: [mal], age: 18"), []);
    assert_eq!(
        understood("commune: Namur, needs: [mal], asking: pro, languages: [ti]"),
        [("interprete", Because::Language)]
    );
    assert_eq!(understood("commune: Namur, needs: [mal], asking: pro, languages: [fr]"), []);
    assert_eq!(understood("commune: Namur, needs: [mal], asking: moi, languages: [ti]"), []);
}

#[test]
fn no_path_and_a_path_kept_to_oneself_make_nothing_understood() {
    assert_eq!(understood("needs: [mal], migration: aucun"), []);
    assert_eq!(understood("needs: [mal], migration: tait"), []);
}

#[test]
fn who_says_no_need_may_need_to_talk_or_to_consult() {
    let nothing = [("ecoute", Because::Nothing), ("mal", Because::Nothing), ("suivi", Because::Nothing)];
    assert_eq!(understood(""), nothing);
}

#[test]
fn who_asks_for_no_care_has_no_care_understood() {
    assert_eq!(understood("needs: [argent], migration: dpi"), []);
    assert_eq!(understood("needs: [argent, mal], migration: dpi"), [("exil", Because::Migration)]);
}

#[test]
fn what_is_said_is_not_understood_besides() {
    assert_eq!(understood("needs: [exil], migration: dpi"), []);
}

#[test]
fn what_is_understood_never_stands_before_what_is_said() {
    let desk = Desk::with(&[("a", "type: jeunes, needs: { core: [enfant] }"), ("b", "needs: { also: [mal] }")]);
    assert_eq!(desk.order("commune: Namur, age: 12, needs: [mal]"), ["b", "a"]);
}

#[test]
fn the_language_of_the_place_is_presumed_of_who_says_none() {
    assert_eq!(languages("commune: Namur").0, ["fr"]);
    assert_eq!(languages("commune: Gent").0, ["nl"]);
    assert_eq!(languages("commune: Eupen").0, ["fr", "de"]);
    assert_eq!(languages("commune: Linkebeek").0, ["fr", "nl"]);
    assert_eq!(languages("commune: Ixelles").0, ["fr"]);
    assert_eq!(languages("region: flandre").0, ["nl"]);
    assert_eq!(languages("").0, ["fr"]);
    assert_eq!(languages("commune: Gent, languages: [ti]").0, ["ti"]);
}

#[test]
fn numbers_are_shown_in_the_commune_s_own_language_then_in_that_of_its_facilities() {
    assert_eq!(languages("commune: Eupen").1, ["de", "fr"]);
    assert_eq!(languages("commune: Malmedy").1, ["fr", "de"]);
    assert_eq!(languages("commune: Linkebeek").1, ["nl", "fr"]);
    assert_eq!(languages("commune: Mouscron").1, ["fr", "nl"]);
    assert_eq!(languages("commune: Ixelles").1, ["fr", "nl"]);
    assert_eq!(languages("region: germanophone").1, ["de"]);
    assert!(languages("").1.is_empty());
}

#[test]
fn whoever_names_a_problem_more_precisely_says_its_need() {
    let desk = Desk::with(&[("a", "")]);
    let situation = desk.person("commune: Namur, about: [jeux]");
    let said = Case::new(desk.known(), &situation).said;
    let ids: Vec<_> = said.iter().map(|need| desk.known().catalogue().needs.get(need).id.as_str()).collect();
    assert_eq!(ids, ["alcool"]);
}
