//! What is said of many situations at once.

use std::fmt::Write;

use crate::situation::{Field, LineError};

use super::failures::mistake_in_file;

/// Why one line has no orientation.
pub fn line_error(error: &LineError) -> String {
    match error {
        LineError::TooLong => "cette ligne est trop longue pour une situation : 1 Mo au plus".to_owned(),
        LineError::NotText => "cette ligne n'est pas en UTF-8 ; enregistrer le fichier en UTF-8".to_owned(),
        LineError::NotJson(column) => {
            format!("ce n'est pas du JSON lisible (colonne {column}) ; un objet par ligne est attendu")
        }
        LineError::NotObject => {
            "une situation est un objet, par exemple {\"commune\": \"4800\", \"needs\": [\"ecoute\"]}".to_owned()
        }
        LineError::Twice(key) => format!("{key} : deux fois dans la même situation"),
        LineError::Shape(field) if field.is_list() => {
            format!("{} : un mot, ou une liste de mots, est attendu", field.key())
        }
        LineError::Shape(field) => format!("{} : un seul mot ou nombre est attendu", field.key()),
        LineError::Cells(found, expected) => format!(
            "{found} cellules, l'en-tête en a {expected} ; mettre entre guillemets une cellule qui contient le séparateur"
        ),
        LineError::Mistakes(mistakes) => mistakes.iter().map(mistake_in_file).collect::<Vec<_>>().join(" | "),
    }
}

/// How it went: « 3 situations : 2 orientées, 1 ligne illisible (la première : ligne 2). »
pub fn batch_summary(lines: usize, unanswered: usize, bad: usize, first_bad: Option<usize>) -> String {
    let plural = |count: usize| if count > 1 { "s" } else { "" };
    let read = lines - bad;
    let mut text =
        format!("{} situation{} : {} orientée{}", thousands(lines), plural(lines), thousands(read), plural(read));
    if unanswered > 0 {
        let _ = write!(text, ", dont {} sans aucun service", thousands(unanswered));
    }
    if let Some(first) = first_bad {
        let _ = write!(
            text,
            ", {} ligne{} illisible{} (la première : ligne {first})",
            thousands(bad),
            plural(bad),
            plural(bad)
        );
    }
    text
}

/// « 12 000 situations, 45 %, 21 000 par seconde ».
pub fn batch_progress(lines: usize, percent: Option<u64>, per_second: usize) -> String {
    let done = percent.map_or(String::new(), |percent| format!(", {percent} %"));
    format!("{} situations{done}, {} par seconde", thousands(lines), thousands(per_second))
}

/// `12 345`, with a narrow no-break space.
pub(super) fn thousands(count: usize) -> String {
    let digits = count.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push('\u{202f}');
        }
        text.push(digit);
    }
    text
}

/// An input that is one JSON document.
pub const JSON_ARRAY: &str =
    "l'entrée est une liste JSON ; une situation par ligne est attendue : jq -c '.[]' FICHIER | versqui lot";

/// An input that is a terminal.
pub const NO_INPUT: &str =
    "donner un fichier de situations, ou les envoyer sur l'entrée standard : versqui lot situations.ndjson";

/// A table of which no column is known.
pub fn no_column() -> String {
    format!("aucune colonne connue dans la première ligne ; colonnes possibles : {}", Field::keys().join(", "))
}

/// Two columns of one name.
pub fn twice_column(name: &str) -> String {
    format!("la colonne « {name} » est deux fois dans l'en-tête ; en ôter une")
}

/// A header that is no text.
pub const HEADER_NOT_TEXT: &str =
    "la première ligne n'est pas un en-tête lisible ; enregistrer le fichier en CSV, en UTF-8";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_summary_counts_in_plain_words() {
        assert_eq!(batch_summary(1, 0, 0, None), "1 situation : 1 orientée");
        assert_eq!(
            batch_summary(12_345, 1, 2, Some(7)),
            "12\u{202f}345 situations : 12\u{202f}343 orientées, dont 1 sans aucun service, 2 lignes illisibles (la première : ligne 7)"
        );
    }
}
