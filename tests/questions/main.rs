//! The questionnaire, played by the people of the vignettes: each question is answered truthfully from the whole
//! situation, and what the situation does not say is « je ne sais pas ». The order that measures is held against the
//! fixed one.
//!
//! One vignette in six is played; `VERSQUI_TABLEAU=1 cargo test --test questions -- --nocapture` plays all of them and
//! writes the figures.
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a test stops at the first surprise")]

mod both;
mod desk;
mod figures;

use both::{Side, all, keys, mean, number, percent, same_services, shared};
use desk::Desk;
use versqui::situation::{Field, Typed};

#[test]
fn urgency_is_asked_first_and_the_migration_path_last() {
    for both in all() {
        let asked = &both.measured.asked;
        assert_eq!(asked.first(), Some(&Field::Urgency), "{}", both.id);
        let at = asked.iter().position(|field| *field == Field::Migration);
        assert!(at.is_none_or(|at| at + 1 == asked.len()), "{} : {}", both.id, keys(asked));
    }
}

#[test]
fn urgency_comes_first_whatever_is_known() {
    let desk = Desk::open();
    for both in all().iter().step_by(3) {
        let typed = Typed { urgency: None, migration: None, ..both.truth.clone() };
        assert_eq!(desk.measured(&typed), Some(Field::Urgency), "{}", both.id);
    }
}

#[test]
fn the_five_expected_questions_are_asked_or_said_to_change_nothing() {
    for both in all() {
        let asked = &both.measured.asked;
        let left_out = both.left.left_out();
        for field in Field::ALL.into_iter().filter(|field| field.row().expected) {
            assert_ne!(
                asked.contains(&field),
                left_out.contains(&field),
                "{} : {} ; demandé {} ; écarté {}",
                both.id,
                field.key(),
                keys(asked),
                keys(&left_out)
            );
        }
    }
}

/// Answers that the measure does not try on its way, for what it leaves out.
fn other_answers(field: Field) -> Vec<&'static str> {
    match field {
        Field::Age => vec!["0", "5", "12", "15", "18", "23", "26", "35", "50", "62", "90"],
        Field::Budget => vec!["1", "3.99", "13.19", "25", "60", "100"],
        Field::Bim => vec!["oui", "non"],
        Field::Asking => vec!["moi", "proche", "pro"],
        Field::Migration => vec!["aucun", "dpi", "mena", "sans-sejour", "refugie", "tait"],
        Field::Languages => vec!["ti", "fa", "uk", "es", "tr"],
        Field::Commune => vec!["Verviers", "Charleroi", "Arlon", "Kortrijk", "Anderlecht"],
        _ => Vec::new(),
    }
}

#[test]
fn what_is_not_asked_would_change_nothing() {
    let desk = Desk::open();
    let mut tried = 0;
    for both in all() {
        let end = &both.measured.typed;
        for field in both.left.idle.iter().copied() {
            for answer in other_answers(field) {
                let mut typed = end.clone();
                typed.set(field, vec![answer.to_owned()]);
                let (key, id) = (field.key(), &both.id);
                assert_eq!(
                    &desk.answer(&typed),
                    both.measured.last(),
                    "{id} : {key} = {answer} changerait la réponse, et n'est pas demandé"
                );
                tried += 1;
            }
        }
    }
    assert!(tried > 100, "rien n'est jamais écarté : {tried}");
}

#[test]
fn every_question_asked_could_change_something() {
    let desk = Desk::open();
    for both in all().iter().step_by(5) {
        desk.play(&both.truth, |typed| {
            let plan = desk.plan(typed);
            for (field, change) in &plan.open {
                assert!(!change.is_nothing(), "{} : {}", both.id, field.key());
                assert!(!plan.idle.contains(field), "{} : {}", both.id, field.key());
            }
            plan.fields().first().copied()
        });
    }
}

#[test]
fn a_question_that_only_other_needs_make_useful_is_not_asked() {
    let desk = Desk::open();
    let typed = |needs: &str, asking: &str| Typed {
        urgency: Some("danger".to_owned()),
        needs: vec![needs.to_owned()],
        asking: Some(asking.to_owned()),
        commune: Some("Verviers".to_owned()),
        age: Some("40".to_owned()),
        ..Typed::default()
    };
    // in danger the first answers are numbers, free for everybody
    let danger = desk.plan(&typed("idees-suicidaires", "proche")).idle;
    assert!(danger.contains(&Field::Bim), "{}", keys(&danger));
    // where one works is a professional's question
    let own = desk.plan(&typed("mal-etre", "moi"));
    assert!(!own.fields().contains(&Field::Setting) && !own.idle.contains(&Field::Setting));
}

#[test]
fn the_measure_says_the_same_each_time() {
    let (one, other) = (Desk::open(), Desk::open());
    for both in all().iter().step_by(7) {
        for typed in [&Typed::default(), &both.truth] {
            let typed = Typed { budget: None, languages: Vec::new(), ..typed.clone() };
            assert_eq!(one.plan(&typed), other.plan(&typed), "{}", both.id);
        }
    }
}

/// Measured on 2026-11-21 over 189 vignettes: 6.5 questions instead of 8.8, and the same first five in all of them.
#[test]
fn fewer_questions_lead_to_the_same_first_five() {
    let lost: Vec<&str> = all()
        .iter()
        .filter(|both| !same_services(both.measured.last(), &both.whole))
        .map(|both| both.id.as_str())
        .collect();
    let same = percent(|both| same_services(both.measured.last(), &both.whole));
    assert!(same >= 97.0, "les mêmes cinq : {same:.1} % ; sauf {lost:?}");
    let numbers = percent(|both| both.measured.last().numbers == both.whole.numbers);
    assert!(numbers >= 100.0, "les mêmes numéros : {numbers:.1} %");
    let asked = |side: Side| mean(|both| number(side(both).asked.len()));
    let (measured, fixed) = (asked(|both| &both.measured), asked(|both| &both.fixed));
    assert!(measured + 1.0 <= fixed, "{measured:.2} questions, au lieu de {fixed:.2}");
}

#[test]
fn half_way_the_measured_order_knows_more() {
    let after = |side: Side, asked| mean(|both| shared(side(both).after(asked), &both.whole));
    for asked in 2..=5 {
        let (measured, fixed) = (after(|both| &both.measured, asked), after(|both| &both.fixed, asked));
        assert!(measured >= fixed, "après {asked} questions : {measured:.2} des services, au lieu de {fixed:.2}");
    }
}
