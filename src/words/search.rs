//! What `chercher` says.

use crate::lookup::search::FoundIn;

/// Where a word was found, as a person names it.
pub const fn found_in(place: FoundIn) -> &'static str {
    match place {
        FoundIn::Phone => "téléphone",
        FoundIn::Name => "nom",
        FoundIn::Organization => "organisation",
        FoundIn::Kind | FoundIn::Line => "sorte de service",
        FoundIn::Need => "besoin",
        FoundIn::AlsoNeed => "aide aussi",
        FoundIn::Commune => "commune",
        FoundIn::Language => "langue",
        FoundIn::Price => "prix",
        FoundIn::Region => "région",
        FoundIn::Wish => "souhait",
        FoundIn::Served => "zone servie",
    }
}

/// « trouvé dans : nom, commune (Namur) ».
pub fn found_line(places: &[String]) -> String {
    format!("trouvé dans : {}", places.join(", "))
}

/// What was found nowhere, and the nearest words.
pub fn unfound(typed: &str, near: &[String], in_region: bool) -> String {
    let place = if in_region { "pour cette région" } else { "dans le catalogue" };
    if near.is_empty() {
        return format!("« {typed} » : rien de tel {place}.");
    }
    let near: Vec<String> = near.iter().map(|word| format!("« {word} »")).collect();
    format!("« {typed} » : rien de tel {place} ; mots proches : {}.", near.join(", "))
}

/// Nothing at all was found.
pub fn nothing(query: &str) -> String {
    format!("Aucun service trouvé pour « {query} ».")
}

/// Other regions hold something that fits, or fits more of the words.
pub fn elsewhere(found: usize) -> String {
    if found == 1 {
        "Un service d'une autre région correspond mieux.".to_owned()
    } else {
        format!("{found} services d'autres régions correspondent mieux.")
    }
}

/// What is elsewhere fits better than what is in the region.
pub fn better_elsewhere(found: usize, command: &str) -> String {
    format!("{} Les voir : {command}", elsewhere(found))
}

/// Before the commands to try next.
pub const TRY: &str = "À essayer :";

/// Beside the command that asks questions instead.
pub const ASK: &str = "(par des questions)";

/// How many are not shown.
pub fn shown(shown: usize, found: usize) -> String {
    let many = if shown > 1 { "s" } else { "" };
    format!("{shown} service{many} montré{many} sur {found} trouvés (--limite N).")
}

/// What to do with an answer.
pub fn next(id: &str) -> String {
    format!("La fiche d'un service : versqui fiche {id}")
}

/// `--limite` holds no number.
pub fn bad_limit(typed: &str) -> String {
    format!("--limite : « {typed} » ne se lit pas ; un nombre à partir de 1 est attendu")
}

/// Only punctuation was typed.
pub fn no_word(typed: &str) -> String {
    format!("« {typed} » ne contient aucun mot à chercher ; par exemple : versqui chercher psy namur")
}
