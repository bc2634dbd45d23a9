//! The measure on small cases; `tests/questions.rs` plays whole interviews.

use crate::catalogue::date::Moment;
use crate::catalogue::terms::Urgency;
use crate::embedded;
use crate::rules::{Criterion, Known};
use crate::situation::{Answer, Answers, Field, Moves, Situation, Typed};

use super::{Change, plan};

fn now() -> Moment {
    Moment::parse("2026-11-24T10:00").unwrap()
}

#[test]
fn a_number_to_call_outweighs_any_list() {
    let number = Change { safety: 1, ..Change::default() };
    let list = Change { services: 5000, places: 5000, details: 5000, ..Change::default() };
    assert!(number > list && list > Change::default());
}

#[test]
fn twice_the_same_situation_is_no_change() {
    let catalogue = embedded();
    let known = Known::new(catalogue);
    let unknown = Situation::unknown(now());
    let same = [unknown.clone(), unknown.clone()];
    assert!(Change::among(&known, &same).is_nothing());
    assert!(Change::among(&known, &[]).is_nothing());
    let danger = Situation { urgency: Answer::Known(Urgency::Danger), ..unknown.clone() };
    let change = Change::among(&known, &[unknown, danger]);
    assert!(change.safety >= 3000, "112 et deux lignes : {change:?}");
}

#[test]
fn a_commune_is_tried_only_in_the_region_that_is_known() {
    let catalogue = embedded();
    let answers = Answers::new(catalogue);
    let tried = |region: Option<&str>| {
        let typed = Typed { region: region.map(str::to_owned), ..Typed::default() };
        let situation = typed.read(catalogue, now()).unwrap();
        let few = answers.to(Field::Commune, &situation, catalogue);
        let every = Field::Commune.every(&situation, catalogue);
        (few.len(), every.len())
    };
    assert_eq!(tried(None), (12, 565));
    assert_eq!(tried(Some("germanophone")), (1, 9));
    assert_eq!(tried(Some("bruxelles")), (1, 19));
}

#[test]
fn without_a_commune_the_region_is_measured_instead() {
    let catalogue = embedded();
    let known = Known::new(catalogue);
    let answers = Answers::new(catalogue);
    let open = |commune: Option<&str>| {
        let typed = Typed { commune: commune.map(str::to_owned), ..Typed::default() };
        let situation = typed.read(catalogue, now()).unwrap();
        plan(&known, &answers, &situation).fields()
    };
    assert!(open(None).contains(&Field::Commune) && !open(None).contains(&Field::Region));
    assert!(open(Some("inconnu")).contains(&Field::Region));
    let settled = open(Some("Verviers"));
    assert!(!settled.contains(&Field::Region) && !settled.contains(&Field::Commune));
}

#[test]
fn a_question_that_moves_a_verdict_has_a_criterion_of_its_name() {
    for field in Field::ALL.into_iter().filter(|field| field.row().moves.contains(&Moves::Verdict)) {
        assert!(Criterion::ALL.iter().any(|criterion| criterion.slug() == field.key()), "{}", field.key());
    }
}
