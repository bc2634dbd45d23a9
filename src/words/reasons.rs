//! Why a service is proposed, what is to be checked and with whom, and why another is not.

use crate::catalogue::model::{Facts, Record};
use crate::catalogue::terms::{Confidence, Family, Positions};
use crate::rules::ranking::is_stale;
use crate::rules::{Answered, CostStatus, Criterion, Finding, Findings, Fit};
use crate::rules::{Delay, delay};

use super::facts::Words;
use super::sentences::Told;
use super::{criteria, date, list, of_date, urgency};

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
            _ => format!("aide aussi pour : {}", list(&shorts(core.or(also)), "et")),
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
}

/// Why a service is not for this person.
pub fn exclusion(words: &Words<'_>, facts: &Facts, record: &Record, findings: &Findings) -> Vec<String> {
    findings
        .iter()
        .filter(|(_, finding)| *finding == Finding::Unmet)
        .filter_map(|(criterion, finding)| (criteria::of(criterion).excluded)(&words.told(facts, record, finding)))
        .collect()
}
