//! Why a service is proposed, what is to be checked and with whom, and why another is not.

use crate::catalogue::language;
use crate::catalogue::model::{Facts, Record, Source};
use crate::catalogue::terms::{Asking, Audience, Confidence, Family, Migration, Positions, Setting, Terms};
use crate::rules::ranking::{Delay, delay, is_stale};
use crate::rules::{Answered, Case, CostStatus, Criterion, Finding, Findings, Fit, Known};
use crate::situation::Situation;

use super::sentences::Told;
use super::{criteria, date, list, of_date, urgency};

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
    /// Why a service is proposed: territory, need, then what else speaks for it.
    pub fn why(&self, answered: &Answered) -> Vec<String> {
        let service = &answered.service;
        let (facts, record) = (service.facts, self.known.store().record(service.position));
        let mut why = vec![self.need(answered)];
        let mut findings: Vec<(Criterion, Finding)> = service.findings.iter().collect();
        // who has to call is told after the language in which they can
        findings.sort_by_key(|(criterion, _)| match criterion {
            Criterion::Asking => (Criterion::Language, true),
            other => (*other, false),
        });
        why.extend(findings.into_iter().filter_map(|(criterion, finding)| {
            (criteria::of(criterion).why)(&Told { away: service.distance, ..self.told(facts, record, finding) })
        }));
        if facts.first_answer.is_some() && delay(facts, self.case) == Delay::InTime {
            why.extend(facts.first_answer.map(|held| format!("premier contact : {}", urgency(held))));
        }
        let wishes = self.situation.wishes.known().map(|wishes| facts.wishes.and(*wishes));
        for position in wishes.iter().flat_map(|wishes| wishes.iter()) {
            why.push(self.known.catalogue().wishes.get(position).short.to_string());
        }
        why.push(match answered.service.cost.status {
            CostStatus::Free => "gratuit".to_owned(),
            _ if answered.service.cost.no_obstacle => "l'argent ne doit pas être un obstacle".to_owned(),
            _ if answered.service.cost.within_budget == Some(true) => "dans le budget".to_owned(),
            CostStatus::Unknown => return why,
            _ => super::cost_text(&answered.service.cost),
        });
        why
    }

    fn need(&self, answered: &Answered) -> String {
        let facts = answered.service.facts;
        let (core, also) = answered.needs(self.case);
        let shorts = |set: Positions| {
            set.iter().map(|need| self.known.catalogue().needs.get(need).short.to_string()).collect::<Vec<_>>()
        };

        match answered.service.fit {
            Fit::General if self.known.family(facts) == Family::Bond => "un lieu ouvert à toute personne".to_owned(),
            Fit::General if self.known.family(facts) == Family::Line => "écoute toute demande".to_owned(),
            Fit::General => "pour toute difficulté".to_owned(),
            // in danger, what is made for crises answers any need
            _ if core.is_empty() && also.is_empty() => "fait pour les situations de crise".to_owned(),
            _ if facts.general && !core.is_empty() => format!("porte d'entrée pour : {}", list(&shorts(core), "et")),
            _ if facts.general => format!("porte d'entrée, aide aussi pour : {}", list(&shorts(also), "et")),
            Fit::MadeFor | Fit::MadeForFar | Fit::Understood if !core.is_empty() => {
                let made = format!("fait pour : {}", list(&shorts(core), "et"));
                let more = shorts(also);
                if more.is_empty() { made } else { format!("{made} ; aide aussi : {}", list(&more, "et")) }
            }
            _ => format!("aide aussi pour : {}", list(&shorts(also), "et")),
        }
    }

    /// What to ask, and whom: the person, or the service.
    pub fn to_check(&self, answered: &Answered, record: &Record) -> Vec<String> {
        let (facts, findings) = (&answered.service.facts, &answered.service.findings);
        let mut checks: Vec<String> = Vec::new();
        for (criterion, finding) in findings.iter() {
            let (sentences, told) = (criteria::of(criterion), self.told(facts, record, finding));
            match finding {
                Finding::AskPerson => checks.extend((sentences.ask_person)(&told)),
                Finding::AskService => checks.extend((sentences.ask_service)(&told)),
                Finding::Open | Finding::Met | Finding::Unmet | Finding::Presumed => {}
            }
        }
        match delay(facts, self.case) {
            Delay::Slower => {
                checks.extend(facts.first_answer.map(|held| format!("plus lent que demandé : {}", urgency(held))));
            }
            Delay::Unknown => checks.push("délai inconnu : demandez-le en appelant".to_owned()),
            Delay::InTime => {}
        }
        if facts.is_thin() {
            checks.push("fiche incomplète : aucun contact direct".to_owned());
        }
        if is_stale(facts, self.situation.at.date) {
            checks.push(match (facts.confidence, facts.dated) {
                (Confidence::Low, Some(dated)) => {
                    format!("information peu sûre ({}) : vérifiez avant d'envoyer", date(dated))
                }
                (Confidence::Low, None) => "information peu sûre, sans date : vérifiez avant d'envoyer".to_owned(),
                (_, Some(dated)) => format!("information {} : vérifiez", of_date(dated)),
                (_, None) => "information sans date : vérifiez".to_owned(),
            });
        }
        checks
    }

    /// What a criterion finds of a service, to be told.
    pub(super) const fn told<'t>(&'t self, facts: &'t Facts, record: &'t Record, finding: Finding) -> Told<'t> {
        Told { words: self, facts, record, finding, away: None }
    }

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

/// Why a service is not for this person.
pub fn exclusion(words: &Words<'_>, facts: &Facts, record: &Record, findings: &Findings) -> Vec<String> {
    findings
        .iter()
        .filter(|(_, finding)| *finding == Finding::Unmet)
        .filter_map(|(criterion, finding)| (criteria::of(criterion).excluded)(&words.told(facts, record, finding)))
        .collect()
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

pub(super) fn lower_first(text: &str) -> String {
    let mut chars = text.trim_end_matches('.').chars();
    chars.next().map_or(String::new(), |first| first.to_lowercase().chain(chars).collect())
}
