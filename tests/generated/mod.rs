//! Situations and catalogues made up on the spot.

use std::fs;
use std::path::Path;

use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use versqui::catalogue::compile_folder;
use versqui::embedded;
use versqui::situation::Typed;

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
const PLACES: [&str; 8] = ["Verviers", "Namur", "Anderlecht", "1030", "Gent", "Eupen", "Arlon", "Hasselt"];
const PATHS: [&str; 8] = ["aucun", "dpi", "refugie", "mena", "sans-sejour", "primo-arrivant", "autre", "tait"];

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
pub fn situations() -> impl Strategy<Value = Typed> {
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
        maybe(word(&["hopital", "maison-medicale", "service-social", "centre-fedasil", "autre"])),
        some_of(&NEEDS, 2),
        some_of(&["sans-rendez-vous", "anonyme", "telephone", "week-end", "en-groupe"], 2),
    );
    (first, second).prop_map(
        |((commune, age, urgency, budget, bim, migration), (languages, asking, setting, needs, wishes))| Typed {
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
        },
    )
}

/// How many answers a situation may hold.
pub const ANSWERS: usize = 11;

/// The same situation with some answers taken away.
pub fn without(typed: &Typed, taken: &[bool; ANSWERS]) -> Typed {
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
    for (answer, taken) in [&mut typed.languages, &mut typed.needs, &mut typed.wishes].into_iter().zip(&taken[8..]) {
        if *taken {
            answer.clear();
        }
    }
    typed
}

/// One made-up service: the text of its entry, without its id.
pub fn services() -> impl Strategy<Value = String> {
    let list = |words: Vec<String>| format!("[{}]", words.join(", "));
    (
        word(&[
            "ssm",
            "ligne-ecoute",
            "lieu-de-lien",
            "equipe-exil",
            "ressource-pro",
            "hebergement",
            "urgence-psychiatrique",
        ]),
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
pub fn compile(services: &[(usize, &String)], first_file: usize) -> Vec<u8> {
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
            .map(|(number, text)| format!("  - {{ id: service-{number:03}, name: Service {number}, {text} }}\n"))
            .collect();
        if !entries.is_empty() {
            fs::write(folder.path().join("services").join(name), format!("services:\n{}", entries.concat())).unwrap();
        }
    }
    compile_folder(folder.path(), Some(embedded())).unwrap_or_else(|problems| {
        panic!("{}", problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))
    })
}
