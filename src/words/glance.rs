//! The first glance at an answer, in words.

pub const BY_PHONE: &str = "Par téléphone";
pub const HOURS_UNKNOWN: &str = "horaire inconnu : appelez d'abord";
pub const NO_CONTACT: &str = "aucun contact direct n'est connu";
pub const TO_CHECK: &str = "quelques points à vérifier : voir plus bas";

/// « D'abord ».
pub fn step(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}
