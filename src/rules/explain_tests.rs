//! Why a service stands where it stands.

use std::cmp::Ordering;

use crate::catalogue::date::Moment;
use crate::embedded;
use crate::situation::Typed;

use super::{Change, Criterion, Explanation, Known, Placed, explain, orient};

fn told(id: &str, person: &str, then: impl Fn(&Explanation, &super::Orientation)) {
    let catalogue = embedded();
    let typed: Typed = serde_yaml::from_str(&format!("{{ {person} }}")).unwrap();
    let situation = typed.read(catalogue, Moment::parse("2026-11-24T10:00").unwrap()).unwrap();
    let known = Known::new(catalogue);
    let orientation = orient(&known, &situation);
    let position = catalogue.find(id).unwrap();
    then(&explain(&known, &situation, &orientation, position), &orientation);
}

#[test]
fn the_rows_in_order_decide_as_the_whole_key_does() {
    told("espace-28", "commune: Verviers, needs: [trauma-exil], languages: [fr], age: 30", |_, orientation| {
        let keys: Vec<_> = orientation.results.iter().map(|answered| answered.service.key).collect();
        for (a, b) in keys.iter().flat_map(|a| keys.iter().map(move |b| (a, b))) {
            let by_rows = a.first_difference(b).map_or(Ordering::Equal, |row| a.level(row).cmp(&b.level(row)));
            assert_eq!(by_rows, a.cmp(b));
        }
    });
}

#[test]
fn the_first_has_nothing_before_it_and_the_others_say_what_is() {
    let person = "commune: Verviers, needs: [trauma-exil], migration: dpi, languages: [fr]";
    told("espace-28", person, |explanation, orientation| {
        let Placed::Listed { answered, among, .. } = &explanation.placed else { panic!("écarté") };
        assert_eq!(*among, orientation.results.len());
        assert_eq!(orientation.results[answered.rank - 1].service.position, explanation.position);
        assert!(explanation.instead.is_empty() && explanation.changes.is_empty());
    });
    told("espace-28", person, |_, orientation| {
        let catalogue = embedded();
        for (at, answered) in orientation.results.iter().enumerate().take(12) {
            let id = catalogue.records.get(answered.service.position).id.to_string();
            told(&id, person, |explanation, _| {
                let Placed::Listed { better, .. } = &explanation.placed else { panic!("{id} écarté") };
                let before = at.checked_sub(1).map(|before| orientation.results[before].service.position);
                assert_eq!(better.map(|better| better.position), before);
                if let (Some(better), Some(before)) = (better, at.checked_sub(1)) {
                    let before = &orientation.results[before].service.key;
                    // a row is named only when the table agrees with the order shown
                    assert_eq!(better.row.is_some(), *before < answered.service.key);
                }
            });
        }
    });
}

#[test]
fn an_exclusion_says_what_would_change_it_and_what_to_take_meanwhile() {
    told("espace-28", "commune: Verviers, needs: [trauma-exil], migration: aucun", |explanation, orientation| {
        assert_eq!(explanation.placed, Placed::Excluded);
        assert!(matches!(explanation.changes.as_slice(), [(Criterion::Migration, Change::Migration(_))]));
        assert_eq!(explanation.instead, orientation.results[..2]);
    });
    told("ecoute-enfants-103", "age: 40, needs: [ecoute], languages: [nl]", |explanation, _| {
        let criteria: Vec<Criterion> = explanation.changes.iter().map(|(criterion, _)| *criterion).collect();
        assert!(criteria.contains(&Criterion::Language), "{criteria:?}");
    });
}

#[test]
fn a_service_for_another_need_says_so() {
    told("carda", "commune: Verviers, needs: [logement], migration: dpi", |explanation, _| {
        assert_eq!(explanation.placed, Placed::NotForTheNeed);
        assert!(explanation.made_for.is_empty() && explanation.helps_with.is_empty());
        assert_eq!(explanation.instead.len(), 2);
    });
}
