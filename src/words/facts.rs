//! What is known of a service, in words: whom it is for, what it speaks, who says so.

use crate::catalogue::language;
use crate::catalogue::model::{Facts, Record, Source};
use crate::catalogue::terms::{Asking, Audience, Migration, Positions, Setting, Terms};
use crate::rules::{Case, Known};
use crate::situation::Situation;

use super::list;

/// What the sentences about a service need.
#[derive(Debug, Clone, Copy)]
pub struct Words<'w> {
    pub case: &'w Case<'w>,
    pub known: &'w Known,
    pub situation: &'w Situation,
}

impl<'w> Words<'w> {
    pub const fn of(case: &'w Case<'w>) -> Self {
        Self { case, known: case.known, situation: case.situation }
    }
}

impl Words<'_> {
    /// Problems and publics.
    pub(super) fn subjects(&self, set: Positions) -> String {
        let names: Vec<String> = set.iter().map(|position| self.known.subject(position).short.to_string()).collect();
        list(&names, "et")
    }

    pub(super) fn area_names(&self, area: Option<u16>) -> String {
        let names: Vec<String> =
            self.known.area(area).iter().flat_map(|area| area.names.iter()).map(ToString::to_string).collect();
        list(&names, "et")
    }

    pub(super) fn offered(&self, facts: &Facts) -> String {
        let names: Vec<String> =
            self.known.languages(facts.languages).into_iter().map(|code| language::name(code).to_owned()).collect();
        list(&names, "et")
    }

    /// Source and date of a service, in one short text.
    pub fn newest_source(&self, record: &Record) -> Option<&'static Source> {
        self.newest_of(&record.sources)
    }

    /// The newest of some sources.
    pub fn newest_of(&self, sources: &[u16]) -> Option<&'static Source> {
        let mut newest: Option<&'static Source> = None;
        for position in sources {
            let source = self.known.store().source(*position);
            if newest.as_ref().is_none_or(|other| source.date > other.date) {
                newest = Some(source);
            }
        }
        newest
    }
}

/// « de 16 à 65 ans », « à partir de 18 ans », « adultes ».
pub(super) fn ages(facts: &Facts) -> String {
    match (facts.age_min, facts.age_max, facts.admits.audience) {
        (Some(min), Some(max), _) => format!("de {min} à {max} ans"),
        (Some(min), None, _) => format!("à partir de {min} ans"),
        (None, Some(max), _) => format!("jusqu'à {max} ans"),
        (None, None, Some(whom)) => audience(whom).to_owned(),
        (None, None, None) => "tous les âges".to_owned(),
    }
}

pub(super) const fn audience(whom: Audience) -> &'static str {
    match whom {
        Audience::Adults => "pour les adultes",
        Audience::Young => "pour les enfants et les jeunes",
        Audience::Seniors => "pour les aîné·es",
    }
}

fn named<T: Copy>(set: Terms, all: &[T], name: impl Fn(T) -> &'static str) -> String {
    let words: Vec<String> = all
        .iter()
        .enumerate()
        .filter(|(position, _)| set.has(*position))
        .map(|(_, value)| name(*value).to_owned())
        .collect();
    list(&words, "et")
}

pub(super) fn migration(set: Terms) -> String {
    named(set, Migration::ALL, |path| match path {
        Migration::None => "personnes sans parcours migratoire",
        Migration::Applicant => "demandeurs de protection internationale",
        Migration::Refugee => "réfugiés reconnus",
        Migration::UnaccompaniedMinor => "mineurs étrangers non accompagnés",
        Migration::WithoutResidence => "personnes sans titre de séjour",
        Migration::Newcomer => "primo-arrivants",
        Migration::Other => "autres parcours migratoires",
        Migration::Undisclosed => "parcours non dit",
    })
}

pub(super) fn asking(set: Terms) -> String {
    named(set, Asking::ALL, |asking| match asking {
        Asking::Person => "la personne elle-même",
        Asking::Relative => "les proches",
        Asking::Professional => "les professionnel·les",
    })
}

pub(super) fn settings(set: Terms) -> String {
    named(set, Setting::ALL, setting)
}

pub(super) const fn setting(setting: Setting) -> &'static str {
    match setting {
        Setting::Hospital => "hôpital",
        Setting::GeneralPractice => "médecine générale",
        Setting::MedicalHouse => "maison médicale",
        Setting::ContractedPsychologist => "psychologue conventionné·e",
        Setting::PublicService => "service public",
        Setting::SocialService => "service social",
        Setting::ReceptionCentre => "centre d'accueil",
        Setting::HomeCare => "soins à domicile",
        Setting::Other => "autre cadre",
    }
}
