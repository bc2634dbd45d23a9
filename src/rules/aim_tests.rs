//! What a look-up leaves unread answers nothing.

use crate::catalogue::date::Moment;
use crate::catalogue::terms::{Positions, Urgency};
use crate::embedded;
use crate::situation::{Answer, Situation};

use super::fit::{fit, may_answer};
use super::{Case, Finding, Known};

#[test]
fn an_aim_is_the_beginning_of_the_facts() {
    let catalogue = embedded();
    assert_eq!(catalogue.aims.len(), catalogue.facts.len());
    for (aim, facts) in catalogue.aims.iter().zip(catalogue.facts.iter()) {
        assert_eq!((aim.kind, aim.core, aim.also, aim.crisis), (facts.kind, facts.core, facts.also, facts.crisis));
    }
}

#[test]
fn whatever_answers_may_answer_by_its_aim() {
    let catalogue = embedded();
    let known = Known::new(catalogue);
    let nobody = Situation::unknown(Moment::parse("2026-11-24T10:00").unwrap());
    let asks = |need: usize| Situation { needs: Answer::Known(Positions::of([need])), ..nobody.clone() };
    let mut situations: Vec<Situation> = (0..catalogue.needs.len()).map(asks).collect();
    let danger = |one: &Situation| Situation { urgency: Answer::Known(Urgency::Danger), ..one.clone() };
    situations.push(nobody.clone());
    situations.extend(situations.iter().map(danger).collect::<Vec<_>>());
    for situation in &situations {
        let case = Case::new(&known, situation);
        for (aim, facts) in catalogue.aims.iter().zip(catalogue.facts.iter()) {
            let judged = |territory: &Finding| fit(facts, &case, *territory, None).is_some();
            let answers = [Finding::Met, Finding::AskService, Finding::Unmet].iter().any(judged);
            assert!(!answers || may_answer(*aim, &case), "{facts:?} {situation:?}");
        }
    }
}
