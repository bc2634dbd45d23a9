//! YAML that does not read as a catalogue: the library's words, in French.

use super::report::nearest;

/// What is wrong, what to do, and the key it is about when the library names one.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Trouble {
    pub(super) message: String,
    pub(super) hint: String,
    pub(super) key: Option<String>,
}

const README: &str = "voir catalogue/README.md pour les clés possibles et leur forme";

/// Says in French why the library refuses a text.
pub(super) fn trouble(error: &serde_yaml::Error) -> Trouble {
    let told = error.to_string();
    let told = told.split(" at line ").next().unwrap_or_default();
    let quoted: Vec<&str> = told.split('`').skip(1).step_by(2).collect();
    let with_key = |message: String, hint: String, key: &str| Trouble { message, hint, key: Some(key.to_owned()) };
    if let (true, Some((key, choices))) = (told.contains("unknown field `"), quoted.split_first()) {
        let hint = match nearest(key, choices.iter().copied()) {
            Some(near) => format!("vouliez-vous dire « {near} » ?"),
            None => format!("clés possibles : {}", choices.join(", ")),
        };
        return with_key(format!("la clé « {key} » n'existe pas ici"), hint, key);
    }
    if let (true, Some(key)) = (told.contains("duplicate field `"), quoted.first()) {
        return with_key(format!("la clé « {key} » est écrite deux fois"), "n'en garder qu'une".into(), key);
    }
    if let (true, Some(key)) = (told.contains("missing field `"), quoted.first()) {
        return Trouble { message: format!("« {key}: » manque"), hint: README.into(), key: None };
    }
    for refused in ["invalid type: ", "invalid value: "] {
        if let Some((path, (found, expected))) =
            told.split_once(refused).and_then(|(path, rest)| Some((path, rest.split_once(", expected ")?)))
        {
            let path = path.trim_end().trim_end_matches(':');
            let key = path
                .rsplit('.')
                .next()
                .map(|key| key.split('[').next().unwrap_or_default())
                .filter(|key| !key.is_empty());
            let message = format!(
                "« {} » : il faut {}, pas {}",
                key.unwrap_or("la fiche"),
                expected_in_french(expected),
                found_in_french(found)
            );
            return Trouble { message, hint: README.into(), key: key.map(str::to_owned) };
        }
    }
    let hint = "souvent un retrait, un « : » ou un guillemet, sur cette ligne ou juste avant".to_owned();
    Trouble { message: format!("le YAML ne se lit pas ({told})"), hint, key: None }
}

fn found_in_french(found: &str) -> String {
    let value = found.split(['`', '"']).nth(1).unwrap_or_default();
    match found.split([' ', '`', '"']).next().unwrap_or_default() {
        "string" => format!("le texte « {value} »"),
        "integer" | "floating" => format!("le nombre {value}"),
        "boolean" => format!("« {value} »"),
        "unit" | "Option" => "rien".to_owned(),
        "map" => "un groupe de clés".to_owned(),
        "sequence" => "une liste".to_owned(),
        _ => found.to_owned(),
    }
}

fn expected_in_french(expected: &str) -> &str {
    match expected {
        "a string" | "string" => "un texte",
        "a sequence" => "une liste",
        "a boolean" => "true ou false",
        "i64" | "u8" | "u16" | "u32" | "u64" | "usize" => "un nombre entier",
        _ if expected.starts_with("struct ") || expected == "a map" => "un groupe de clés",
        _ => expected,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(yaml: &str) -> (String, Option<String>) {
        let trouble = trouble(&serde_yaml::from_str::<super::super::super::raw::ServicesFile>(yaml).unwrap_err());
        (trouble.message, trouble.key)
    }

    #[test]
    fn refusals_are_said_in_french_with_their_key() {
        for (yaml, message, key) in [
            ("services:\n  - nom: A\n", "la clé « nom » n'existe pas ici", Some("nom")),
            ("services:\n  - id: a\n    id: b\n", "la clé « id » est écrite deux fois", Some("id")),
            ("defaults: {}\n", "« services: » manque", None),
            (
                "services:\n  - general: oui\n",
                "« general » : il faut true ou false, pas le texte « oui »",
                Some("general"),
            ),
            ("services:\n  - wishes: soir\n", "« wishes » : il faut une liste, pas le texte « soir »", Some("wishes")),
            (
                "services:\n  - eligibility: { age: { min: seize } }\n",
                "« min » : il faut un nombre entier, pas le texte « seize »",
                Some("min"),
            ),
        ] {
            assert_eq!(told(yaml), (message.to_owned(), key.map(str::to_owned)), "{yaml}");
        }
        assert!(told("services: [\n").0.starts_with("le YAML ne se lit pas ("));
    }
}
