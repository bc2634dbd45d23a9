//! What must hold of any situation, over the embedded catalogue and over catalogues made up on the spot.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod generated;

use std::collections::BTreeSet;
use std::sync::LazyLock;

use generated::{ANSWERS, compile, services, situations, without};
use proptest::prelude::*;
use versqui::catalogue::Catalogue;
use versqui::catalogue::date::Moment;
use versqui::catalogue::terms::{Asking, Migration};
use versqui::embedded;
use versqui::output::{Report, Show};
use versqui::rules::criteria::judge;
use versqui::rules::{Case, Criterion, Finding, Known, orient};
use versqui::situation::{Situation, Typed};

fn read(typed: &Typed, catalogue: &Catalogue) -> Situation {
    let now = Moment::parse("2026-11-24T10:00").unwrap();
    typed.read(catalogue, now).unwrap_or_else(|mistakes| panic!("{mistakes:?}"))
}

/// The embedded catalogue, decoded once for all cases.
static KNOWN: LazyLock<Known> = LazyLock::new(|| Known::new(embedded()));

/// A service that the person's own answers rule out, by rules written anew: ages, paths, who may ask, territory.
fn ruled_out(known: &Known, situation: &Situation, position: usize) -> bool {
    let facts = known.catalogue().facts.get(position);
    let age = situation
        .age
        .known()
        .is_some_and(|age| facts.age_min.is_some_and(|min| *age < min) || facts.age_max.is_some_and(|max| *age > max));
    let path = situation.migration.known().is_some_and(|path| {
        *path != Migration::Undisclosed
            && !facts.admits.migration.is_empty()
            && !facts.admits.migration.has(Migration::ALL.iter().position(|other| other == path).unwrap())
    });
    // a professional asks for somebody who may ask, or for whom a relative may
    let who = situation.asking.known().is_some_and(|asking| {
        *asking != Asking::Professional
            && !facts.admits.asking.is_empty()
            && !facts.admits.asking.has(Asking::ALL.iter().position(|other| other == asking).unwrap())
    });
    let place = match (&situation.communes, known.area(facts.area)) {
        (Some(person), Some(area)) => person.and(&area.communes).is_empty(),
        _ => false,
    };
    age || path || who || place
}

fn listed(known: &Known, situation: &Situation) -> BTreeSet<usize> {
    orient(known, situation).results.iter().map(|answered| answered.service.position).collect()
}

fn excluded(known: &Known, situation: &Situation) -> BTreeSet<usize> {
    orient(known, situation).excluded.iter().map(|excluded| excluded.position).collect()
}

/// Everything that must hold of one catalogue and one situation.
fn holds(known: &Known, typed: &Typed, taken: &[bool; ANSWERS]) -> Result<(), TestCaseError> {
    let catalogue = known.catalogue();
    let situation = read(typed, catalogue);
    let orientation = orient(known, &situation);
    let shown: BTreeSet<usize> = orientation.results.iter().map(|answered| answered.service.position).collect();

    for position in &shown {
        prop_assert!(
            !ruled_out(known, &situation, *position),
            "écarté par une réponse, et montré : {}",
            id(known, *position)
        );
    }
    let person = situation.asking.known().is_some_and(|asking| *asking != Asking::Professional);
    for answered in orientation.results.iter().filter(|_| person) {
        prop_assert!(
            !known.is_for_professionals_only(answered.service.facts),
            "pour les pros : {}",
            id(known, answered.service.position)
        );
    }
    if situation.is_danger() {
        prop_assert_eq!(orientation.safety.first().map(|line| line.number.phone), Some("112"));
    }

    // fewer answers: what they excluded stays excluded once they are given
    let fewer = read(&without(typed, taken), catalogue);
    let before = excluded(known, &fewer);
    let turned: Vec<String> = before.intersection(&shown).map(|position| id(known, *position)).collect();
    prop_assert!(turned.is_empty(), "écartés avec moins de réponses, montrés avec plus : {turned:?}");

    same_bytes(known, &situation)
}

fn id(known: &Known, position: usize) -> String {
    known.catalogue().records.get(position).id.to_string()
}

fn bytes(known: &Known, situation: &Situation) -> String {
    let orientation = orient(known, situation);
    let mut report =
        Report::new(&orientation, known, situation, Show { limit: usize::MAX, excluded: true, further: true });
    // the version is a fingerprint of the files too
    report.catalogue.version = String::new();
    serde_json::to_string(&report).unwrap()
}

fn same_bytes(known: &Known, situation: &Situation) -> Result<(), TestCaseError> {
    let again = Known::new(known.catalogue());
    prop_assert_eq!(bytes(known, situation), bytes(&again, situation));
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn the_rules_hold_over_the_whole_country(typed in situations(), taken in any::<[bool; ANSWERS]>()) {
        holds(&KNOWN, &typed, &taken)?;
    }

    /// Taking one answer away, its criterion excludes nobody.
    #[test]
    fn an_unknown_answer_never_excludes(typed in situations(), taken in any::<[bool; ANSWERS]>()) {
        let known = &*KNOWN;
        let situation = read(&without(&typed, &taken), known.catalogue());
        for facts in known.catalogue().facts.iter() {
            let findings = judge(facts, &Case::new(known, &situation));
            for (criterion, unknown) in [
                (Criterion::Territory, situation.communes.is_none()),
                (Criterion::Age, situation.age.known().is_none()),
                (Criterion::Migration, situation.migration.known().is_none()),
                (Criterion::Asking, situation.asking.known().is_none()),
                (Criterion::Setting, situation.setting.known().is_none()),
                (Criterion::Language, situation.languages.known().is_none()),
                (Criterion::Moment, situation.urgency.known().is_none()),
            ] {
                prop_assert!(!unknown || findings.of(criterion) != Finding::Unmet, "{criterion:?}");
            }
        }
    }

    /// 112 stands first whatever else is known.
    #[test]
    fn danger_puts_112_first(typed in situations()) {
        let known = &*KNOWN;
        let situation = read(&Typed { urgency: Some("danger".into()), ..typed }, known.catalogue());
        let orientation = orient(known, &situation);
        prop_assert_eq!(orientation.safety[0].number.phone, "112");
    }

    #[test]
    fn what_is_for_professionals_never_reaches_a_person(typed in situations(), relative in any::<bool>()) {
        let known = &*KNOWN;
        let asking = if relative { "proche" } else { "moi" };
        let situation = read(&Typed { asking: Some(asking.into()), setting: None, ..typed }, known.catalogue());
        for position in listed(known, &situation) {
            prop_assert!(!known.is_for_professionals_only(known.catalogue().facts.get(position)), "{}", id(known, position));
        }
    }
}

proptest! {
    // each case compiles two catalogues
    #![proptest_config(ProptestConfig { cases: 16, ..ProptestConfig::default() })]

    #[test]
    fn the_rules_hold_over_any_catalogue(
        services in prop::collection::vec(services(), 1..24),
        cases in prop::collection::vec((situations(), any::<[bool; ANSWERS]>()), 8),
        cut in 0_usize..24,
    ) {
        let numbered: Vec<(usize, &String)> = services.iter().enumerate().collect();
        let reversed: Vec<(usize, &String)> = numbered.iter().rev().copied().collect();
        let (straight, turned) = (compile(&numbered, usize::MAX), compile(&reversed, cut));
        let (straight, turned) = (Catalogue::open(straight).unwrap(), Catalogue::open(turned).unwrap());
        let (straight, turned) = (Known::new(straight), Known::new(turned));
        for (typed, taken) in &cases {
            holds(&straight, typed, taken)?;
            // the order of files and entries changes nothing
            let (one, other) = (read(typed, straight.catalogue()), read(typed, turned.catalogue()));
            prop_assert_eq!(bytes(&straight, &one), bytes(&turned, &other));
        }
    }
}
