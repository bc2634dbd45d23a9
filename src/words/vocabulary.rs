//! The vocabularies of the HSDS export: their names, and those of their terms.

use crate::catalogue::terms::{Asking, Audience, Confidence, Gender, Migration, Setting, Terms, Urgency};

use super::criteria::PROFESSIONALS;
use super::facts::{asking, migration, settings};

/// A vocabulary of the export.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Vocabulary {
    Types,
    Needs,
    Wishes,
    Asking,
    Migration,
    Settings,
    Audiences,
    Genders,
    Delays,
    Confidence,
    Sources,
    Marks,
}

impl Vocabulary {
    /// How it is spelled in ids and in `link_type`.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Types => "type",
            Self::Needs => "need",
            Self::Wishes => "wish",
            Self::Asking => "asking",
            Self::Migration => "migration",
            Self::Settings => "setting",
            Self::Audiences => "audience",
            Self::Genders => "gender",
            Self::Delays => "first_answer",
            Self::Confidence => "confidence",
            Self::Sources => "source",
            Self::Marks => "mark",
        }
    }

    /// Its name, and what it is.
    pub const fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Types => ("Sortes de services", "Ce qu'est le service."),
            Self::Needs => (
                "Besoins",
                "Ce dont une personne a besoin. Valeur « core » : le service est fait pour ; « also » : il aide aussi.",
            ),
            Self::Wishes => ("Souhaits", "Ce que le service permet."),
            Self::Asking => ("Qui peut demander", "Qui peut s'adresser au service."),
            Self::Migration => {
                ("Parcours migratoires", "Les parcours admis ; sans aucun, le service ne fait pas de différence.")
            }
            Self::Settings => {
                ("Cadres de travail", "Pour les professionnel·les : les cadres admis ; sans aucun, tous.")
            }
            Self::Audiences => ("Publics", "Pour qui le service est fait, quand la source ne donne pas d'âge."),
            Self::Genders => (
                "Pour les femmes ou pour les hommes",
                "À qui le service est réservé ; sa condition est aussi dans eligibility_description.",
            ),
            Self::Delays => ("Délais", "Le délai que le service tient pour un premier contact, selon une source."),
            Self::Confidence => ("Sûreté", "À quel point la fiche est sûre."),
            Self::Sources => ("Sources", "Qui l'a dit. La valeur est la date de la source."),
            Self::Marks => ("Marques", "Ce que versqui dit d'une fiche ou d'un contact."),
        }
    }
}

/// The name of a term of a closed vocabulary.
pub fn asking_term(value: Asking) -> String {
    asking(single(Asking::ALL, &value))
}

pub fn migration_term(value: Migration) -> String {
    migration(single(Migration::ALL, &value))
}

pub fn setting_term(value: Setting) -> String {
    settings(single(Setting::ALL, &value))
}

fn single<T: PartialEq>(all: &[T], value: &T) -> Terms {
    Terms::of(all.iter().position(|other| other == value))
}

pub const fn audience_term(value: Audience) -> &'static str {
    match value {
        Audience::Adults => "adultes",
        Audience::Young => "enfants et jeunes",
        Audience::Seniors => "aîné·es",
    }
}

pub const fn gender_term(value: Gender) -> &'static str {
    match value {
        Gender::Women => "femmes",
        Gender::Men => "hommes",
    }
}

pub const fn delay_term(value: Urgency) -> &'static str {
    match value {
        Urgency::Danger => "tout de suite",
        Urgency::Today => "le jour même",
        Urgency::Week => "dans la semaine",
        Urgency::Month => "dans le mois ou plus tard",
    }
}

pub const fn confidence_term(value: Confidence) -> &'static str {
    match value {
        Confidence::High => "fiche sûre",
        Confidence::Medium => "fiche assez sûre",
        Confidence::Low => "fiche peu sûre",
    }
}

/// What versqui says of an entry or of a contact, beside the standard's own fields.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    Id,
    Door,
    Verified,
    Professionals,
}

impl Mark {
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::Door => "porte-generale",
            Self::Verified => "verifie",
            Self::Professionals => "professionnels",
        }
    }

    /// Its name, and what it is.
    pub const fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Id => ("Identifiant dans versqui", "Le mot court de la fiche, qui ne change plus jamais."),
            Self::Door => (
                "Porte générale",
                "La fiche dit comment trouver un service de cette sorte ; elle n'est ni un lieu ni une ligne.",
            ),
            Self::Verified => {
                ("Vérifié avec le service", "Une personne a vérifié la fiche auprès du service lui-même.")
            }
            Self::Professionals => ("Réservé aux professionnel·les", PROFESSIONALS),
        }
    }
}
