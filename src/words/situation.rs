//! The situation as the program understood it.

use crate::catalogue::Catalogue;
use crate::catalogue::fold::fold;
use crate::catalogue::terms::{Asking, Migration, Positions, Region, Setting};
use crate::lookup::{Place, PlaceNote};
use crate::situation::{Field, Situation};

use super::{list, questions};

/// What a field is called when a person is spoken to.
pub const fn field_name(field: Field) -> &'static str {
    questions::of(field).called
}

/// One line: « Verviers (4800) · 34 ans · cette semaine · besoin : mal-être ».
pub fn situation_line(situation: &Situation, catalogue: &Catalogue) -> String {
    let told = |field| (questions::of(field).told)(situation, catalogue);
    let parts: Vec<String> = questions::IN_A_LINE.into_iter().filter_map(told).collect();
    if parts.is_empty() {
        return "rien n'est encore connu".to_owned();
    }
    parts.join(" · ")
}

/// « besoins : écoute, logement ».
pub(super) fn several(label: &str, words: &[String]) -> String {
    format!("{label}{} : {}", if words.len() > 1 { "s" } else { "" }, words.join(", "))
}

/// « Près de Linkebeek, le catalogue ne connaît pas de service fait pour : deuil. » `None` when there is one for each
/// need.
pub fn under_served(needs: Positions, situation: &Situation, catalogue: &Catalogue) -> Option<String> {
    let place = situation.commune.known()?;
    let words = shorts(needs, &catalogue.needs);
    (!words.is_empty()).then(|| {
        format!(
            "Près {}, le catalogue ne connaît pas de service fait pour : {}. Ce qui suit est plus général, plus loin, ou répond à \
             distance.",
            of(&place.name),
            list(&words, "et")
        )
    })
}

fn shorts(set: Positions, table: &crate::catalogue::Table<crate::catalogue::model::Need>) -> Vec<String> {
    set.iter().map(|position| table.get(position).short.to_string()).collect()
}

pub(super) fn place_text(place: &Place) -> String {
    let code = place.postal_code.as_ref().map_or(String::new(), |code| format!(" ({code})"));
    let note = match &place.note {
        Some(PlaceNote::AlsoReaches(others)) => {
            format!(" [ce code postal couvre aussi une partie de {}]", list(others, "et"))
        }
        Some(PlaceNote::SpecialCode(_)) => " [code postal spécial : seule la province est connue]".to_owned(),
        None => String::new(),
    };
    format!("{}{code}{note}", place.name)
}

pub(super) const fn region_text(region: Region) -> &'static str {
    match region {
        Region::Bruxelles => "Région bruxelloise",
        Region::Wallonie => "Wallonie",
        Region::Flandre => "Flandre",
        Region::Germanophone => "Communauté germanophone",
    }
}

pub(super) fn asking_text(asking: Asking, setting: Option<Setting>) -> String {
    match asking {
        Asking::Person => "pour soi".to_owned(),
        Asking::Relative => "demande d'un·e proche".to_owned(),
        Asking::Professional => setting.map_or("demande d'un·e pro".to_owned(), |setting| {
            format!("demande d'un·e pro ({})", super::reasons::setting(setting))
        }),
    }
}

/// What is told back of the migration path; a path not told is not told back.
pub(super) const fn migration_text(path: Migration) -> Option<&'static str> {
    match path {
        Migration::None | Migration::Undisclosed => None,
        Migration::Applicant => Some("demande de protection internationale"),
        Migration::Refugee => Some("réfugié·e reconnu·e"),
        Migration::UnaccompaniedMinor => Some("mineur·e étranger·ère non accompagné·e"),
        Migration::WithoutResidence => Some("sans titre de séjour"),
        Migration::Newcomer => Some("primo-arrivant·e"),
        Migration::Other => Some("parcours migratoire"),
    }
}

/// « d'Arlon », « de Namur ».
fn of(name: &str) -> String {
    let first = fold(name).chars().next();
    if first.is_some_and(|letter| "aeiouy".contains(letter)) { format!("d'{name}") } else { format!("de {name}") }
}
