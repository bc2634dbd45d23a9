//! Why a service is proposed, what is to be checked and with whom, and why another is not.

use crate::catalogue::language;
use crate::catalogue::model::{Facts, Record, Source};
use crate::catalogue::terms::{Asking, Audience, Confidence, Family, Migration, Setting, Terms};
use crate::rules::ranking::{Delay, delay, is_stale};
use crate::rules::{Answered, Case, CostStatus, Criterion, Finding, Findings, Fit, Known};
use crate::situation::Situation;

use super::{date, distance, list, of_date, urgency};

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
        let (facts, findings) = (&answered.service.facts, &answered.service.findings);
        let mut why = vec![self.need(answered)];
        why.extend(self.territory(facts, findings, answered.service.distance));
        if findings.of(Criterion::Age) == Finding::Met {
            why.push(format!("pour son âge ({})", ages(facts)));
        }
        if findings.of(Criterion::Migration) == Finding::Met {
            why.push("prévu pour son parcours".to_owned());
        }
        if findings.of(Criterion::Language) == Finding::Met {
            why.push(self.language(facts));
        }
        if self.case.asks_as(Asking::Professional)
            && !facts.asking.is_empty()
            && !facts.asking.has(Asking::Professional as usize)
        {
            why.push("la personne appelle elle-même".to_owned());
        }
        if findings.of(Criterion::Subject) == Finding::Met {
            why.push(format!("pour : {}", self.subjects(facts)));
        }
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
        let shorts = |set: crate::catalogue::terms::Positions| {
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

    fn territory(&self, facts: &Facts, findings: &Findings, away: Option<u32>) -> Option<String> {
        let area = self.known.area(facts.area);
        match findings.of(Criterion::Territory) {
            Finding::Met if self.situation.communes.is_some() => {
                let names: Vec<String> =
                    area.iter().flat_map(|area| area.names.iter()).map(ToString::to_string).collect();
                let own = self.situation.commune.known().map(|place| place.name.clone()).unwrap_or_default();
                Some(if names.len() == 1 && names[0] == own {
                    format!("sert {own}")
                } else if own.is_empty() {
                    format!("sert : {}", list(&names, "et"))
                } else {
                    format!("sert {own} ({})", list(&names, "et"))
                })
            }
            Finding::Met => Some("sert toute la Belgique".to_owned()),
            Finding::Open if self.known.is_remote(facts) => Some("joignable de partout".to_owned()),
            _ => away.map(|away| {
                format!(
                    "situé {}",
                    if away == 0 { "dans la commune".to_owned() } else { format!("à {}", distance(away)) }
                )
            }),
        }
    }

    fn language(&self, facts: &Facts) -> String {
        let spoken = self.situation.languages.known().cloned().unwrap_or_default();
        let shared: Vec<String> = self
            .known
            .languages(facts.languages)
            .into_iter()
            .filter(|code| spoken.contains(code))
            .map(|code| language::name(code).to_owned())
            .collect();
        if shared.is_empty() { "interprète possible".to_owned() } else { format!("en {}", list(&shared, "et")) }
    }

    /// What to ask, and whom: the person, or the service.
    pub fn to_check(&self, answered: &Answered, record: &Record) -> Vec<String> {
        let (facts, findings) = (&answered.service.facts, &answered.service.findings);
        let mut checks: Vec<String> = Vec::new();
        for (criterion, finding) in findings.iter() {
            match finding {
                Finding::AskPerson => checks.extend(self.ask_person(criterion, facts)),
                Finding::AskService if criterion == Criterion::Conditions => {
                    checks.extend(
                        record.conditions.iter().map(|condition| format!("condition : {}", lower_first(condition))),
                    );
                }
                Finding::AskService => checks.extend(self.ask_service(criterion, facts)),
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

    fn ask_person(&self, criterion: Criterion, facts: &Facts) -> Option<String> {
        Some(match criterion {
            Criterion::Territory => {
                format!("votre commune ? (sert : {})", self.area_names(facts.area))
            }
            Criterion::Link => {
                format!("votre commune ? (un lien avec {} est demandé)", self.area_names(facts.link_area))
            }
            Criterion::Age => format!("votre âge ? ({})", ages(facts)),
            Criterion::Migration => format!("réservé : {} ; est-ce votre cas ?", migration(facts.migration)),
            Criterion::Asking if self.case.asks_as(Asking::Professional) => {
                format!("y a-t-il un·e proche ? (réservé : {})", asking(facts.asking))
            }
            Criterion::Asking => format!("qui demande ? (réservé : {})", asking(facts.asking)),
            Criterion::Setting => {
                format!("où travaillez-vous ? (pour : {})", settings(facts.settings))
            }
            Criterion::Language => format!("votre langue ? (répond en {})", self.offered(facts)),
            Criterion::Subject => format!("pour : {} ; est-ce le cas ?", self.subjects(facts)),
            Criterion::Papers => {
                "à condition d'être en ordre de mutualité ; sinon, demandez d'abord l'accord de Fedasil ou du CPAS"
                    .to_owned()
            }
            Criterion::Moment | Criterion::Conditions => return None,
        })
    }

    /// The problems and publics a service is about.
    pub(super) fn subjects(&self, facts: &Facts) -> String {
        let names: Vec<String> =
            facts.about.iter().map(|position| self.known.subject(position).short.to_string()).collect();
        list(&names, "et")
    }

    fn ask_service(&self, criterion: Criterion, facts: &Facts) -> Option<String> {
        Some(match criterion {
            Criterion::Territory if facts.area.is_some() => {
                "vérifiez que le réseau couvre bien votre commune".to_owned()
            }
            Criterion::Territory => "zone à vérifier : servent-ils votre commune ?".to_owned(),
            Criterion::Link => format!("avez-vous un lien avec {} ?", self.area_names(facts.link_area)),
            Criterion::Age => format!("acceptent-ils votre âge ? ({})", ages(facts)),
            Criterion::Language if facts.languages.is_empty() => {
                "langue : demandez s'ils la parlent, ou un interprète".to_owned()
            }
            Criterion::Language => {
                format!("parlent {} : demandez un interprète", self.offered(facts))
            }
            _ => return None,
        })
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

/// Why a service is not for this person, and what would change it.
pub fn exclusion(words: &Words<'_>, facts: &Facts, findings: &Findings) -> Vec<String> {
    findings
        .iter()
        .filter(|(_, finding)| *finding == Finding::Unmet)
        .filter_map(|(criterion, _)| {
            Some(match criterion {
                Criterion::Territory => format!("sert : {}", words.area_names(facts.area)),
                Criterion::Age => ages(facts),
                Criterion::Migration => format!("réservé : {}", migration(facts.migration)),
                Criterion::Asking => format!("réservé : {}", asking(facts.asking)),
                Criterion::Setting => format!("pour les pros de : {}", settings(facts.settings)),
                Criterion::Language => format!("répond seulement en {}", words.offered(facts)),
                Criterion::Moment => "n'est pas une réponse à cette urgence".to_owned(),
                Criterion::Papers => "il faut être en ordre de mutualité".to_owned(),
                Criterion::Subject => format!("pour : {}", words.subjects(facts)),
                Criterion::Link | Criterion::Conditions => return None,
            })
        })
        .collect()
}

/// « de 16 à 65 ans », « à partir de 18 ans », « adultes ».
pub(super) fn ages(facts: &Facts) -> String {
    match (facts.age_min, facts.age_max, facts.audience) {
        (Some(min), Some(max), _) => format!("de {min} à {max} ans"),
        (Some(min), None, _) => format!("à partir de {min} ans"),
        (None, Some(max), _) => format!("jusqu'à {max} ans"),
        (None, None, Some(Audience::Adults)) => "pour les adultes".to_owned(),
        (None, None, Some(Audience::Young)) => "pour les enfants et les jeunes".to_owned(),
        (None, None, Some(Audience::Seniors)) => "pour les aîné·es".to_owned(),
        (None, None, None) => "tous les âges".to_owned(),
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
