//! What a service costs THIS person, on the real tariffs.

use crate::catalogue::date::Moment;
use crate::catalogue::money::Cents;
use crate::catalogue::terms::Migration;
use crate::embedded;
use crate::situation::{Answer, Situation};

use super::cost::tariff_cost;
use super::{Alternative, Cost, CostStatus, When};

/// What a person pays under a tariff of the catalogue.
fn cost(tariff: &str, person: impl FnOnce(&mut Situation), group: bool) -> Cost {
    let catalogue = embedded();
    let found = catalogue.tariffs.iter().find(|known| known.id.as_str() == tariff);
    let mut situation = Situation::unknown(Moment::parse("2026-11-24T10:00").unwrap());
    person(&mut situation);
    tariff_cost(found.unwrap(), 0, &situation, group)
}

fn psychologist(age: Option<u8>, bim: Option<bool>, budget: Option<u32>) -> Cost {
    let person = |situation: &mut Situation| {
        situation.age = age.map_or(Answer::NotAsked, Answer::Known);
        situation.bim = bim.map_or(Answer::NotAsked, Answer::Known);
        situation.budget = budget.map_or(Answer::NotAsked, |euros| Answer::Known(Cents(euros * 100)));
    };
    cost("inami-psychologue", person, false)
}

#[test]
fn up_to_23_a_contracted_psychologist_is_free() {
    for age in [5, 17, 23] {
        let cost = psychologist(Some(age), None, Some(0));
        assert_eq!((cost.status, cost.within_budget), (CostStatus::Free, Some(true)), "{age} ans");
    }
}

#[test]
fn at_24_the_price_is_said_and_to_be_checked() {
    let cost = psychologist(Some(24), Some(false), None);
    assert_eq!(cost.amount, Some(Cents(1100)));
    assert!(cost.note.is_some());
    assert!(psychologist(Some(25), Some(false), None).note.is_none());
}

#[test]
fn an_adult_pays_eleven_euros_or_four_with_bim() {
    let cost = psychologist(Some(45), Some(false), None);
    assert_eq!((cost.status, cost.amount), (CostStatus::Amount, Some(Cents(1100))));
    let cost = psychologist(Some(45), Some(true), None);
    assert_eq!(cost.amount, Some(Cents(400)));
    assert!(cost.alternatives.is_empty());
}

#[test]
fn an_unknown_bim_shows_both_prices() {
    let cost = psychologist(Some(45), None, None);
    assert_eq!(cost.amount, Some(Cents(1100)));
    let four = Alternative { amount: Cents(400), when: When::Bim };
    assert_eq!(cost.alternatives, [four]);
}

#[test]
fn an_unknown_age_is_never_read_as_free() {
    let cost = psychologist(None, Some(false), None);
    assert_eq!(cost.status, CostStatus::ToCheck);
    assert_eq!(cost.amount, Some(Cents(1100)));
    assert_eq!(cost.alternatives[0].when, When::UpTo(23));
}

#[test]
fn the_year_counts_seven_paid_sessions_after_the_free_first() {
    let year = psychologist(Some(45), Some(true), None).year.unwrap();
    assert_eq!((year.paid_sessions, year.total, year.first_free), (7, Cents(2800), true));
}

#[test]
fn over_the_budget_by_one_euro_is_said() {
    let cost = psychologist(Some(45), Some(false), Some(10));
    assert_eq!((cost.within_budget, cost.over_by), (Some(false), Some(Cents(100))));
    assert_eq!(psychologist(Some(45), Some(false), Some(11)).within_budget, Some(true));
}

#[test]
fn a_budget_between_the_two_prices_waits_for_the_bim_answer() {
    assert_eq!(psychologist(Some(45), None, Some(5)).within_budget, None);
}

#[test]
fn a_group_has_its_own_price() {
    let adult = |situation: &mut Situation| situation.age = Answer::Known(45);
    assert_eq!(cost("inami-psychologue", adult, true).amount, Some(Cents(250)));
    assert_eq!(psychologist(Some(45), Some(false), None).group, Some(Cents(250)));
}

#[test]
fn money_is_no_obstacle_in_a_walloon_mental_health_service() {
    let poor = |situation: &mut Situation| situation.budget = Answer::Known(Cents::ZERO);
    let ssm = cost("ssm-wallonie", poor, false);
    assert_eq!((ssm.amount, ssm.within_budget), (Some(Cents(1319)), Some(false)));
    let free = cost("gratuit", poor, false);
    let (over, unknown) = (cost("inami-psychologue", poor, false), cost("tarif-a-demander", poor, false));
    assert!(free.level() < ssm.level() && ssm.level() < over.level(), "free, then no obstacle, then over the budget");
    assert!(ssm.level() < unknown.level(), "a price nobody knows comes after");
}

#[test]
fn free_an_amount_and_unknown_are_three_words() {
    let words = |tariff| crate::words::cost_text(&cost(tariff, |_| {}, false));
    assert_eq!(words("gratuit"), "gratuit");
    assert_eq!(words("ssm-wallonie"), "13,19 € la séance");
    assert_eq!(words("tarif-a-demander"), "tarif à demander");
}

#[test]
fn a_price_that_a_mutuality_makes_is_not_that_of_who_cannot_have_one() {
    let on =
        |path: Migration| cost("medecin-generaliste", |situation| situation.migration = Answer::Known(path), false);
    assert_eq!(on(Migration::Refugee).amount, Some(Cents(400)));
    assert_eq!(
        (on(Migration::WithoutResidence).status, on(Migration::WithoutResidence).amount),
        (CostStatus::OnRequest, None)
    );
}

#[test]
fn under_25_the_first_price_of_who_has_the_bim_status_is_the_only_one_told() {
    let young = cost("medecin-generaliste", |situation| situation.age = Answer::Known(19), false);
    assert_eq!(young.alternatives.len(), 1, "{:?}", young.alternatives);
}
