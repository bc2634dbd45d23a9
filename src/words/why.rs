//! What `pourquoi` says: each criterion, the rank and what placed it there, what would change an exclusion.

use crate::catalogue::date::PartialDate;
use crate::catalogue::model::{Facts, Record, Source};
use crate::lookup::Candidate;
use crate::rules::{Change, Criterion, Finding, Further, Row};

use super::{Words, criteria, list};

/// A criterion, as a person names it.
pub const fn criterion(criterion: Criterion) -> &'static str {
    criteria::of(criterion).name
}

/// The need is told with the criteria.
pub const NEED: &str = "le besoin";

/// What was found, in a word.
pub const fn finding(finding: Finding) -> &'static str {
    match finding {
        Finding::Open | Finding::Met => "oui",
        Finding::Presumed => "sans doute",
        Finding::Unmet => "non",
        Finding::AskPerson | Finding::AskService => "à vérifier",
    }
}

/// When variety moved one of the two.
pub const VARIETY: &str = "la variété : les premiers résultats ne sont pas tous de la même sorte";

/// « 3e sur 41 ».
pub fn rank(rank: usize, among: usize, step: &str) -> String {
    let ordinal = if rank == 1 { "1er".to_owned() } else { format!("{rank}e") };
    format!("{ordinal} résultat sur {among} (étape : {step}).")
}

/// What placed it there.
pub fn placed(better: Option<(&str, Option<Row>)>) -> String {
    match better {
        None => "Aucun autre service ne passe avant.".to_owned(),
        Some((name, row)) => {
            format!("Juste après « {name} ». Ce qui les sépare : {}.", row.map_or(VARIETY, Row::behind))
        }
    }
}

/// It stands in the safety block.
pub const SHOWN_FIRST: &str = "Tout en haut : ce numéro est dans le bloc de secours, avant les résultats.";

/// It answers, and has no rank.
pub fn further(further: Further) -> String {
    format!("Sans rang : {}.", super::without_a_rank(further))
}

/// It answers the need and is not for this person.
pub const EXCLUDED: &str = "Écarté : ce service n'est pas pour cette situation.";
/// It answers none of the needs.
pub const NOT_THE_NEED: &str = "Pas proposé : ce service ne répond pas au besoin demandé.";
/// Before what would change it.
pub const CHANGES: &str = "Ce qui le changerait :";
/// The same, for a service that is there for other needs.
pub const NOT_HERE_EITHER: &str = "Et il n'est pas pour cette situation :";
/// Before the criteria of which nothing is said or asked.
pub const NOTHING_ASKED: &str = "rien n'est demandé sur";
/// Their name.
pub const REST: &str = "le reste";
/// Before the first two results.
pub const INSTEAD: &str = "En attendant, ce qui convient :";
/// Nothing fits instead: the line that listens to everybody, in a language of theirs.
pub fn nothing_instead(listening: &str) -> String {
    format!("Aucun autre service ne convient à tout ce qui a été dit ; le {listening} écoute tout le monde.")
}
/// Before the sources.
pub const SOURCES: &str = "Sources :";

/// « demandé : isolement ».
pub fn asked(needs: &[String], said: bool) -> String {
    let needs = list(needs, "et");
    if said { format!("demandé : {needs}") } else { format!("aucun besoin n'a été dit, supposé : {needs}") }
}

/// « Titre, octobre 2025 ».
pub fn source(title: &str, date: Option<&str>) -> String {
    match date.and_then(PartialDate::parse) {
        Some(date) => format!("{title}, {}", super::date(date)),
        None => format!("{title}, sans date"),
    }
}

/// What it is there for instead.
pub fn other_needs(answers: &str) -> String {
    let mut chars = answers.chars();
    let first = chars.next().map(char::to_uppercase);
    format!("{}{}.", first.into_iter().flatten().collect::<String>(), chars.as_str())
}

/// What has to be asked, and whom.
pub fn ask(finding: Finding, question: &str) -> Option<String> {
    match finding {
        Finding::AskPerson => Some(format!("demander à la personne : {question}")),
        Finding::AskService => Some(format!("demander au service : {question}")),
        Finding::Open | Finding::Met | Finding::Unmet | Finding::Presumed => None,
    }
}

/// One criterion, in words.
#[derive(Debug)]
pub struct Told {
    /// What the record says, or what is said in its place.
    pub fact: String,
    /// Who says it; `None` when nobody does.
    pub source: Option<&'static Source>,
    /// What the person said.
    pub person: Option<String>,
    /// What has to be asked, and whom.
    pub ask: Option<String>,
}

/// No service of this id.
pub fn unknown_service(typed: &str, near: &[Candidate]) -> String {
    match near {
        [] => format!("aucun service ne s'appelle « {typed} » ; le retrouver : versqui chercher {typed}"),
        [one] => format!("aucun service ne s'appelle « {typed} » ; vouliez-vous dire « {} » ({}) ?", one.id, one.name),
        several => {
            let lines: Vec<String> = several.iter().map(|one| format!("  - {} ({})", one.id, one.name)).collect();
            format!("aucun service ne s'appelle « {typed} » ; vouliez-vous dire :\n{}", lines.join("\n"))
        }
    }
}

impl Words<'_> {
    /// What a criterion makes of one service and one person.
    pub fn on(&self, criterion: Criterion, finding: Finding, facts: &Facts, record: &Record) -> Told {
        let (sentences, told) = (criteria::of(criterion), self.told(facts, record, finding));
        let fact = (sentences.fact)(&told);
        // what nobody says has no source
        let source = fact.as_ref().and_then(|_| (sentences.source)(&told));
        let question = match finding {
            Finding::AskPerson => sentences.to_person,
            Finding::AskService => (sentences.to_service)(facts),
            Finding::Open | Finding::Met | Finding::Unmet | Finding::Presumed => None,
        };
        Told {
            fact: fact.unwrap_or_else(|| (sentences.silence)(&told).to_owned()),
            source,
            person: (sentences.person)(self),
            ask: question.and_then(|question| ask(finding, question)),
        }
    }

    /// « à partir de 18 ans », « réservé aux demandeurs de protection internationale ».
    pub fn change(&self, criterion: Criterion, change: &Change, facts: &Facts, record: &Record) -> String {
        let told = self.told(facts, record, Finding::Unmet);
        (criteria::of(criterion).change)(&told, change).unwrap_or_default()
    }

    /// The needs a service answers.
    pub fn answers(&self, facts: &Facts) -> String {
        let shorts = |set: crate::catalogue::terms::Positions| {
            set.iter().map(|need| self.known.catalogue().needs.get(need).short.to_string()).collect::<Vec<_>>()
        };
        let (core, also) = (shorts(facts.core), shorts(facts.also.without(facts.core)));
        match (core.is_empty(), also.is_empty()) {
            (true, true) => "aucun besoin précis n'est dit dans sa fiche".to_owned(),
            (false, true) => format!("fait pour : {}", list(&core, "et")),
            (true, false) => format!("aide pour : {}", list(&also, "et")),
            (false, false) => format!("fait pour : {} ; aide aussi pour : {}", list(&core, "et"), list(&also, "et")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_is_first_and_the_others_are_counted() {
        assert_eq!(rank(1, 3, "d'abord"), "1er résultat sur 3 (étape : d'abord).");
        assert_eq!(rank(12, 41, "aussi"), "12e résultat sur 41 (étape : aussi).");
    }

    #[test]
    fn each_row_of_the_ranking_is_told_otherwise() {
        let told: std::collections::BTreeSet<&str> = Row::ALL.into_iter().map(Row::behind).collect();
        assert_eq!(told.len(), Row::ALL.len());
    }
}
