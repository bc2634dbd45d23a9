//! What must hold of any situation, over the embedded catalogue and over catalogues made up on the spot.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use versqui::EMBEDDED;
use versqui::catalogue::date::Moment;
use versqui::catalogue::terms::{Asking, Migration};
use versqui::catalogue::{Catalogue, compile_folder};
use versqui::orientation::eligibility::judge;
use versqui::orientation::{Criterion, Finding, Known, orient};
use versqui::output::{Report, Show};
use versqui::situation::{Situation, Typed};

const NEEDS: [&str; 10] = [
    "ecoute",
    "mal-etre",
    "idees-suicidaires",
    "trauma-exil",
    "addiction",
    "isolement",
    "logement",
    "interprete",
    "enfance",
    "violences",
];
const PLACES: [&str; 8] = [
    "Verviers",
    "Namur",
    "Anderlecht",
    "1030",
    "Gent",
    "Eupen",
    "Arlon",
    "Hasselt",
];
const PATHS: [&str; 8] = [
    "aucun",
    "dpi",
    "refugie",
    "mena",
    "sans-sejour",
    "primo-arrivant",
    "autre",
    "tait",
];

fn maybe(values: impl Strategy<Value = String>) -> impl Strategy<Value = Option<String>> {
    prop_oneof![1 => Just(None), 4 => values.prop_map(Some)]
}

fn word(words: &'static [&'static str]) -> impl Strategy<Value = String> {
    select(words).prop_map(str::to_owned)
}

fn some_of(words: &'static [&'static str], most: usize) -> impl Strategy<Value = Vec<String>> {
    subsequence(words, 0..=most).prop_map(|words| words.into_iter().map(str::to_owned).collect())
}

/// A situation in which each answer may be missing.
fn situations() -> impl Strategy<Value = Typed> {
    let first = (
        maybe(word(&PLACES)),
        maybe((0_u8..=120).prop_map(|age| age.to_string())),
        maybe(word(&["danger", "aujourdhui", "semaine", "mois"])),
        maybe(word(&["0", "4", "11", "13,19", "60"])),
        maybe(word(&["oui", "non"])),
        maybe(word(&PATHS)),
    );
    let second = (
        some_of(&["fr", "nl", "de", "en", "ar", "ti"], 2),
        maybe(word(&["moi", "proche", "pro"])),
        maybe(word(&[
            "hopital",
            "maison-medicale",
            "service-social",
            "centre-fedasil",
            "autre",
        ])),
        some_of(&NEEDS, 2),
        some_of(
            &[
                "sans-rendez-vous",
                "anonyme",
                "telephone",
                "week-end",
                "en-groupe",
            ],
            2,
        ),
    );
    (first, second).prop_map(
        |(
            (commune, age, urgency, budget, bim, migration),
            (languages, asking, setting, needs, wishes),
        )| {
            Typed {
                commune,
                age,
                urgency,
                budget,
                bim,
                migration,
                languages,
                asking,
                setting,
                needs,
                wishes,
                ..Typed::default()
            }
        },
    )
}

/// How many answers a situation may hold.
const ANSWERS: usize = 11;

/// The same situation with some answers taken away.
fn without(typed: &Typed, taken: &[bool; ANSWERS]) -> Typed {
    let mut typed = typed.clone();
    let optional = [
        &mut typed.commune,
        &mut typed.age,
        &mut typed.urgency,
        &mut typed.budget,
        &mut typed.bim,
        &mut typed.migration,
        &mut typed.asking,
        &mut typed.setting,
    ];
    for (answer, taken) in optional.into_iter().zip(taken) {
        if *taken {
            *answer = None;
        }
    }
    for (answer, taken) in [&mut typed.languages, &mut typed.needs, &mut typed.wishes]
        .into_iter()
        .zip(&taken[8..])
    {
        if *taken {
            answer.clear();
        }
    }
    typed
}

fn read(typed: &Typed, catalogue: &Catalogue<'_>) -> Situation {
    let now = Moment::parse("2026-11-24T10:00").unwrap();
    typed
        .read(catalogue, now)
        .unwrap()
        .unwrap_or_else(|mistakes| panic!("{mistakes:?}"))
}

fn embedded() -> Catalogue<'static> {
    Catalogue::open_embedded(EMBEDDED).unwrap()
}

/// The embedded catalogue, decoded once for all cases.
static KNOWN: LazyLock<Known<'static>> = LazyLock::new(|| Known::new(&embedded()).unwrap());

/// A service that the person's own answers rule out, by rules written anew: ages, paths, who may ask, territory.
fn ruled_out(known: &Known<'_>, situation: &Situation, position: usize) -> bool {
    let facts = known.catalogue().facts.get(position).unwrap();
    let age = situation.age.known().is_some_and(|age| {
        facts.age_min.is_some_and(|min| *age < min) || facts.age_max.is_some_and(|max| *age > max)
    });
    let path = situation.migration.known().is_some_and(|path| {
        *path != Migration::Undisclosed
            && !facts.migration.is_empty()
            && !facts.migration.has(
                Migration::ALL
                    .iter()
                    .position(|other| other == path)
                    .unwrap(),
            )
    });
    let who = situation.asking.known().is_some_and(|asking| {
        !facts.asking.is_empty()
            && !facts.asking.has(
                Asking::ALL
                    .iter()
                    .position(|other| other == asking)
                    .unwrap(),
            )
    });
    let place = match (&situation.communes, known.area(facts.area)) {
        (Some(person), Some(area)) => person.and(&area.communes).is_empty(),
        _ => false,
    };
    age || path || who || place
}

fn listed(known: &Known<'_>, situation: &Situation) -> BTreeSet<usize> {
    orient(known, situation)
        .unwrap()
        .results
        .iter()
        .map(|answered| answered.service.position)
        .collect()
}

fn excluded(known: &Known<'_>, situation: &Situation) -> BTreeSet<usize> {
    orient(known, situation)
        .unwrap()
        .excluded
        .iter()
        .map(|excluded| excluded.position)
        .collect()
}

/// Everything that must hold of one catalogue and one situation.
fn holds(known: &Known<'_>, typed: &Typed, taken: &[bool; ANSWERS]) -> Result<(), TestCaseError> {
    let catalogue = known.catalogue();
    let situation = read(typed, catalogue);
    let orientation = orient(known, &situation).unwrap();
    let shown: BTreeSet<usize> = orientation
        .results
        .iter()
        .map(|answered| answered.service.position)
        .collect();

    for position in &shown {
        prop_assert!(
            !ruled_out(known, &situation, *position),
            "écarté par une réponse, et montré : {}",
            id(known, *position)
        );
    }
    let person = situation
        .asking
        .known()
        .is_some_and(|asking| *asking != Asking::Professional);
    for answered in orientation.results.iter().filter(|_| person) {
        prop_assert!(
            !known.is_for_professionals_only(&answered.service.facts),
            "pour les pros : {}",
            id(known, answered.service.position)
        );
    }
    if situation.is_danger() {
        prop_assert_eq!(
            orientation.safety.first().map(|line| line.number.phone),
            Some("112")
        );
    }

    // fewer answers: what they excluded stays excluded once they are given
    let fewer = read(&without(typed, taken), catalogue);
    let before = excluded(known, &fewer);
    let turned: Vec<String> = before
        .intersection(&shown)
        .map(|position| id(known, *position))
        .collect();
    prop_assert!(
        turned.is_empty(),
        "écartés avec moins de réponses, montrés avec plus : {turned:?}"
    );

    same_bytes(known, &situation)
}

fn id(known: &Known<'_>, position: usize) -> String {
    known
        .catalogue()
        .records
        .get(position)
        .unwrap()
        .id
        .to_string()
}

fn bytes(known: &Known<'_>, situation: &Situation) -> String {
    let orientation = orient(known, situation).unwrap();
    let mut report = Report::new(
        &orientation,
        known,
        situation,
        Show {
            limit: usize::MAX,
            excluded: true,
        },
    )
    .unwrap();
    // the version is a fingerprint of the files too
    report.catalogue.version = String::new();
    serde_json::to_string(&report).unwrap()
}

fn same_bytes(known: &Known<'_>, situation: &Situation) -> Result<(), TestCaseError> {
    let again = Known::new(known.catalogue()).unwrap();
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
            let findings = judge(&facts.unwrap(), known, &situation);
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
        let orientation = orient(known, &situation).unwrap();
        prop_assert_eq!(orientation.safety[0].number.phone, "112");
    }

    #[test]
    fn what_is_for_professionals_never_reaches_a_person(typed in situations(), relative in any::<bool>()) {
        let known = &*KNOWN;
        let asking = if relative { "proche" } else { "moi" };
        let situation = read(&Typed { asking: Some(asking.into()), setting: None, ..typed }, known.catalogue());
        for position in listed(known, &situation) {
            prop_assert!(!known.is_for_professionals_only(&known.catalogue().facts.get(position).unwrap()), "{}", id(known, position));
        }
    }
}

/// One made-up service: the text of its entry, without its id.
fn services() -> impl Strategy<Value = String> {
    let list = |words: Vec<String>| format!("[{}]", words.join(", "));
    (
        word(&["ssm", "ligne-ecoute", "lieu-de-lien", "equipe-exil", "ressource-pro", "hebergement", "urgence-psychiatrique"]),
        maybe(word(&["belgique", "province-liege", "bruxelles", "Namur", "flandre", "reseau-mosaique"])),
        maybe((0_u8..=30, 30_u8..=120).prop_map(|(min, max)| format!("age: {{ min: {min}, max: {max} }}"))),
        some_of(&PATHS[..7], 4),
        some_of(&["moi", "proche", "pro"], 3),
        some_of(&["hopital", "maison-medicale", "service-social"], 2),
        some_of(&["fr", "nl", "de", "ar"], 2),
        subsequence(&NEEDS[..], 1..=3),
        any::<(bool, bool)>(),
    )
        .prop_map(move |(kind, area, age, migration, asking, settings, languages, needs, (condition, general))| {
            let area = area.map_or(String::new(), |area| format!(", service_area: [{area}]"));
            let condition = if condition { "conditions: [Appeler d'abord.]" } else { "conditions: []" };
            let age = age.map_or(String::new(), |age| format!(", {age}"));
            format!(
                "type: {kind}, general: {general}{area}, languages: {}, needs: {{ core: [{}] }}, \
                 eligibility: {{ {condition}{age}, migration: {}, asking: {}, settings: {} }}, \
                 contacts: [{{ phone: \"02 555 12 34\" }}], sources: [cresam-2025]",
                list(languages),
                needs.join(", "),
                list(migration),
                list(asking),
                list(settings),
            )
        })
}

/// Compiles made-up services, in files of the sizes given.
fn compile(services: &[(usize, &String)], first_file: usize) -> Vec<u8> {
    let folder = tempfile::tempdir().unwrap();
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("catalogue");
    for name in ["types.yaml", "needs.yaml", "tariffs.yaml", "sources.yaml"] {
        fs::copy(own.join(name), folder.path().join(name)).unwrap();
    }
    fs::create_dir(folder.path().join("services")).unwrap();
    let (a, b) = services.split_at(first_file.min(services.len()));
    for (name, part) in [("un.yaml", a), ("deux.yaml", b)] {
        let entries: Vec<String> = part
            .iter()
            .map(|(number, text)| {
                format!("  - {{ id: service-{number:03}, name: Service {number}, {text} }}\n")
            })
            .collect();
        if !entries.is_empty() {
            fs::write(
                folder.path().join("services").join(name),
                format!("services:\n{}", entries.concat()),
            )
            .unwrap();
        }
    }
    compile_folder(folder.path(), Some(&embedded())).unwrap_or_else(|problems| {
        panic!(
            "{}",
            problems
                .iter()
                .map(ToString::to_string)
                .collect::<Vec<_>>()
                .join("\n")
        )
    })
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
        let (straight, turned) = (Catalogue::open(&straight).unwrap(), Catalogue::open(&turned).unwrap());
        let (straight, turned) = (Known::new(&straight).unwrap(), Known::new(&turned).unwrap());
        for (typed, taken) in &cases {
            holds(&straight, typed, taken)?;
            // the order of files and entries changes nothing
            let (one, other) = (read(typed, straight.catalogue()), read(typed, turned.catalogue()));
            prop_assert_eq!(bytes(&straight, &one), bytes(&turned, &other));
        }
    }
}
