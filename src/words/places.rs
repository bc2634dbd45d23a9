//! A place as it is offered, understood, or not known.

use crate::catalogue::terms::Region;
use crate::lookup::{Place, PlaceNote, Suggestion};

use super::list;

pub const fn region(region: Region) -> &'static str {
    match region {
        Region::Bruxelles => "Bruxelles",
        Region::Wallonie => "Wallonie",
        Region::Flandre => "Flandre",
        Region::Germanophone => "Communauté germanophone (Eupen, Saint-Vith…)",
    }
}

/// A place of the catalogue's territories, with its postal code.
pub fn place(place: &Place) -> String {
    place.postal_code.as_ref().map_or_else(|| place.name.clone(), |code| format!("{} ({code})", place.name))
}

/// « Saint-Nicolas (4420) », « Petit-Rechain, commune de Verviers (4800) ».
pub fn suggestion(place: &Suggestion) -> String {
    if place.name == place.commune {
        format!("{} ({})", place.name, place.postal_code)
    } else {
        format!("{}, commune de {} ({})", place.name, place.commune, place.postal_code)
    }
}

/// The place as it was understood, when it is not what was typed.
pub fn understood(found: &Place) -> String {
    let note = match &found.note {
        Some(PlaceNote::AlsoReaches(others)) => {
            format!(". Ce code postal touche aussi {} : < pour donner le nom de la commune", list(others, "et"))
        }
        Some(PlaceNote::SpecialCode(_)) => " : ce code postal est spécial, le reste n'est pas connu".to_owned(),
        None => String::new(),
    };
    format!("Compris : {}{note}.", place(found))
}

pub fn several_places(typed: &str) -> String {
    format!("Plusieurs lieux s'appellent « {typed} ». Lequel ?")
}

pub fn near_places(typed: &str) -> String {
    format!("« {typed} » n'est pas un lieu connu. Est-ce un de ceux-ci ?")
}

pub fn no_place(typed: &str) -> String {
    format!("« {typed} » n'est pas un lieu connu. Le code postal, ou une grande commune voisine, suffit.")
}

pub fn outside(commune: &str, within: Region) -> String {
    format!("{commune} n'est pas dans la région donnée ({}). Une autre commune, ou rien.", region(within))
}
