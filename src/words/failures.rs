//! Errors: one cause, one way out, a close match where there is one.

use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::catalogue::Problem;
use crate::lookup::{PlaceError, Suggestion};
use crate::situation::{Field, Mistake, Trouble, Way};

/// Something typed that means nothing, in one or two lines.
pub fn mistake(mistake: &Mistake) -> String {
    tell(mistake, Field::flag, bullets)
}

/// The same for a line of a file: fields by their keys, everything on one line.
pub fn mistake_in_file(mistake: &Mistake) -> String {
    tell(mistake, Field::key, in_a_row)
}

fn tell(mistake: &Mistake, name: fn(Field) -> &'static str, places: fn(&[Suggestion]) -> String) -> String {
    let Mistake { field, typed, trouble } = mistake;
    let (flag, region) = (name(*field), name(Field::Region));
    match trouble {
        Trouble::NoSuchValue { near: Some(near), .. } => {
            format!("{flag} : « {typed} » n'existe pas ; vouliez-vous dire « {near} » ?")
        }
        Trouble::NoSuchValue { near: None, choices } => {
            format!("{flag} : « {typed} » n'existe pas ; choisir parmi : {}", choices.join(", "))
        }
        Trouble::Unreadable => format!("{flag} : « {typed} » ne se lit pas ; {}", expected(*field)),
        Trouble::Place(PlaceError::Unknown(near)) => match near.first() {
            Some(first) if near.len() == 1 => {
                format!("{flag} : « {typed} » n'est pas un lieu connu ; vouliez-vous dire {} ?", suggested(first))
            }
            Some(_) => format!("{flag} : « {typed} » n'est pas un lieu connu ; vouliez-vous dire :{}", places(near)),
            None => format!("{flag} : « {typed} » n'est pas un lieu connu ; donner le code postal, ou {region}"),
        },
        Trouble::Place(PlaceError::Ambiguous(choices)) => {
            format!(
                "{flag} : « {typed} » désigne plusieurs lieux ; donner le code postal, ou {region} :{}",
                places(choices)
            )
        }
        Trouble::OutsideRegion { commune, region: said } => {
            format!("{flag} : {commune} n'est pas dans la région « {} » ; corriger {region}, ou l'ôter", said.slug())
        }
    }
}

const fn expected(field: Field) -> &'static str {
    match field.row().way {
        Way::Years => "un âge de 0 à 120 ans est attendu",
        Way::Euros => "un montant en euros est attendu, par exemple 11 ou 13,19",
        Way::Date => "une date est attendue, par exemple 2026-11-24T10:00",
        _ => "une autre forme est attendue",
    }
}

fn suggested(place: &Suggestion) -> String {
    if place.name == place.commune {
        format!("« {} » ({})", place.name, place.postal_code)
    } else {
        format!("« {} » ({}, commune de {})", place.name, place.postal_code, place.commune)
    }
}

fn in_a_row(places: &[Suggestion]) -> String {
    let places: Vec<String> = places.iter().map(suggested).collect();
    format!(" {}", places.join(", "))
}

fn bullets(places: &[Suggestion]) -> String {
    places.iter().fold(String::new(), |list, place| list + "\n  - " + &suggested(place))
}

/// A catalogue that cannot be used: every problem, then how many.
pub fn catalogue_problems(problems: &[Problem]) -> String {
    let mut lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
    let count = problems.len();
    let plural = if count > 1 { "s" } else { "" };
    lines.push(format!("{count} problème{plural} dans le catalogue"));
    lines.join("\n")
}

/// clap's errors, reworded: its sentences are English and cannot be translated.
pub fn command_line(error: &clap::Error) -> String {
    let context = |kind| error.get(kind).map(shown).filter(|text| !text.is_empty());
    let typed =
        context(ContextKind::InvalidArg).or_else(|| context(ContextKind::InvalidSubcommand)).unwrap_or_default();
    let near = context(ContextKind::SuggestedArg).or_else(|| context(ContextKind::SuggestedSubcommand));
    let cause = match error.kind() {
        ErrorKind::UnknownArgument => format!("l'option ou l'argument « {typed} » n'existe pas"),
        ErrorKind::InvalidSubcommand => format!("la commande « {typed} » n'existe pas"),
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            "il manque une commande".to_owned()
        }
        ErrorKind::MissingRequiredArgument => format!("il manque {typed}"),
        ErrorKind::ArgumentConflict => {
            format!("{typed} ne se répète pas, ou ne va pas avec une autre option")
        }
        ErrorKind::InvalidValue if context(ContextKind::InvalidValue).is_none() => {
            format!("{typed} attend une valeur")
        }
        ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
            format!("{typed} attend une valeur")
        }
        ErrorKind::TooManyValues => format!("{typed} n'attend pas de valeur de plus"),
        ErrorKind::InvalidUtf8 => "ce qui est tapé n'est pas du texte lisible (UTF-8)".to_owned(),
        _ => format!("{typed} : « {} » ne convient pas", context(ContextKind::InvalidValue).unwrap_or_default()),
    };
    match near {
        Some(near) => format!("{cause} ; vouliez-vous dire « {near} » ?"),
        None => format!("{cause} ; voir versqui --aide"),
    }
}

fn shown(value: &ContextValue) -> String {
    match value {
        ContextValue::String(text) => text.clone(),
        ContextValue::Strings(texts) => texts.join(", "),
        other => other.to_string(),
    }
}
