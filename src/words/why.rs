//! What `pourquoi` says: each criterion, the rank and what placed it there, what would change an exclusion.

use crate::catalogue::date::PartialDate;
use crate::catalogue::language;
use crate::catalogue::model::{Facts, Record};
use crate::catalogue::terms::{Asking, Audience, Terms};
use crate::lookup::Candidate;
use crate::rules::{Change, Criterion, Finding, Further, Row};

use super::reasons::{ages, asking, lower_first, migration, settings};
use super::situation::{asking_text, migration_text};
use super::{Words, list, urgency};

/// A criterion, as a person names it.
pub const fn criterion(criterion: Criterion) -> &'static str {
    match criterion {
        Criterion::Territory => "le lieu",
        Criterion::Link => "le lien",
        Criterion::Age => "l'âge",
        Criterion::Migration => "le parcours",
        Criterion::Asking => "qui demande",
        Criterion::Setting => "le cadre",
        Criterion::Language => "la langue",
        Criterion::Subject => "la précision",
        Criterion::Papers => "les papiers",
        Criterion::Moment => "l'urgence",
        Criterion::Conditions => "les conditions",
    }
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
pub const fn further(further: Further) -> &'static str {
    match further {
        Further::Door => "Sans rang : une porte, et des services de cette sorte qu'on peut appeler servent ce lieu.",
        Further::List => "Sans rang : une liste, un réseau ou un document renseigne, il n'accueille personne.",
        Further::AboutSomethingElse => {
            "Sans rang : il est fait pour un problème ou un public précis, que rien de ce qui est dit ne nomme."
        }
        Further::ClosedToday => {
            "Sans rang : ce lieu est fermé aujourd'hui, ou ses heures de ce jour-là sont inconnues."
        }
        Further::OtherLanguage => {
            "Sans rang : cette ligne répond dans une autre langue que celle de l'endroit (--langue)."
        }
        Further::TooFar => "Sans rang : trop loin pour ce qui est demandé, et aucune source ne dit qu'il sert ici.",
    }
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
    /// What the record says of a criterion; `None` when no source says anything of it.
    pub fn fact(&self, criterion: Criterion, facts: &Facts, record: &Record) -> Option<String> {
        let kind = self.known.kind(facts);
        match criterion {
            Criterion::Territory if facts.area.is_some() => Some(format!("sert {}", self.area_names(facts.area))),
            Criterion::Link if facts.link_area.is_some() => Some(format!(
                "un lien avec {} est demandé : y vivre, y travailler, y étudier",
                self.area_names(facts.link_area)
            )),
            Criterion::Age if facts.age_min.is_some() || facts.age_max.is_some() || facts.audience.is_some() => {
                Some(ages(facts))
            }
            Criterion::Migration if !facts.migration.is_empty() => {
                Some(format!("admet : {}", migration(facts.migration)))
            }
            Criterion::Asking if !facts.asking.is_empty() => {
                Some(format!("peuvent demander : {}", asking(facts.asking)))
            }
            Criterion::Setting if !facts.settings.is_empty() => {
                Some(format!("cadres servis : {}", settings(facts.settings)))
            }
            Criterion::Language if !facts.languages.is_empty() => Some(match facts.interpreter {
                Some(true) => format!("répond en {}, interprète possible", self.offered(facts)),
                _ => format!("répond en {}", self.offered(facts)),
            }),
            Criterion::Language if facts.interpreter == Some(true) => Some("interprète possible".to_owned()),
            Criterion::Subject if !facts.about.is_empty() => Some(format!("pour : {}", self.subjects(facts))),
            Criterion::Papers if !facts.papers.is_empty() => Some("être en ordre de mutualité".to_owned()),
            Criterion::Moment if !kind.not_for.is_empty() => {
                let urgencies: Vec<String> = kind.not_for.iter().map(|not| urgency(*not).to_owned()).collect();
                Some(format!("{} : pas une réponse pour « {} »", kind.label, list(&urgencies, "ou")))
            }
            Criterion::Conditions if !record.conditions.is_empty() => {
                Some(record.conditions.iter().map(|condition| lower_first(condition)).collect::<Vec<_>>().join(" ; "))
            }
            _ => None,
        }
    }

    /// What is said in the place of a fact.
    pub fn silence(&self, criterion: Criterion, facts: &Facts) -> &'static str {
        match criterion {
            Criterion::Territory if self.known.is_remote(facts) => "joignable de partout",
            Criterion::Territory if facts.link_area.is_some() => "aucune zone, un lien",
            Criterion::Territory => "aucune source ne dit qui il sert",
            Criterion::Link => "aucun lien demandé",
            Criterion::Age => "aucune limite d'âge dite",
            Criterion::Migration => "aucun parcours exclu",
            Criterion::Asking => "aucune restriction dite",
            Criterion::Setting => "aucun cadre demandé",
            Criterion::Language => "ses langues ne sont pas dites ; celle de la région est probable",
            Criterion::Subject => "aucun problème ni public précis",
            Criterion::Papers => "aucun papier demandé",
            Criterion::Moment => "répond quelle que soit l'urgence",
            Criterion::Conditions => "aucune condition dite",
        }
    }

    /// What the person said about a criterion.
    pub fn person(&self, criterion: Criterion) -> Option<String> {
        let situation = self.situation;
        match criterion {
            Criterion::Territory | Criterion::Link => {
                situation.commune.known().map(|place| place.name.clone()).or_else(|| {
                    situation.region.known().map(|region| super::situation::region_text(*region).to_owned())
                })
            }
            Criterion::Age => situation.age.known().map(|age| format!("{age} ans")),
            Criterion::Migration => {
                situation.migration.known().and_then(|path| migration_text(*path)).map(str::to_owned)
            }
            Criterion::Asking => situation.asking.known().map(|asking| asking_text(*asking, None)),
            Criterion::Setting => situation.setting.known().map(|setting| super::reasons::setting(*setting).to_owned()),
            Criterion::Language => situation.languages.known().map(|spoken| {
                list(&spoken.iter().map(|code| language::name(code).to_owned()).collect::<Vec<_>>(), "et")
            }),
            Criterion::Subject => (!self.case.named.is_empty()).then(|| {
                let named = self.case.named.iter().map(|position| self.known.subject(position).short.to_string());
                list(&named.collect::<Vec<_>>(), "et")
            }),
            Criterion::Papers => situation.migration.known().and_then(|path| migration_text(*path)).map(str::to_owned),
            Criterion::Moment => situation.urgency.known().map(|asked| urgency(*asked).to_owned()),
            Criterion::Conditions => None,
        }
    }

    /// What has to be asked about a criterion, and whom; the fact stands beside it.
    pub fn question(&self, criterion: Criterion, finding: Finding, facts: &Facts) -> Option<String> {
        let question = match (finding, criterion) {
            (Finding::AskPerson, Criterion::Territory | Criterion::Link) => "votre commune ?",
            (Finding::AskPerson, Criterion::Age) => "votre âge ?",
            (Finding::AskPerson, Criterion::Migration) => "est-ce votre cas ?",
            (Finding::AskPerson, Criterion::Asking) => "qui demande ?",
            (Finding::AskPerson, Criterion::Subject) => "est-ce le cas ?",
            (Finding::AskPerson, Criterion::Papers) => "êtes-vous en ordre de mutualité ?",
            (Finding::AskPerson, Criterion::Setting) => "où travaillez-vous ?",
            (Finding::AskPerson, Criterion::Language) => "votre langue ?",
            (Finding::AskService, Criterion::Territory) if facts.area.is_some() => "couvrez-vous bien cette commune ?",
            (Finding::AskService, Criterion::Territory) => "servez-vous cette commune ?",
            (Finding::AskService, Criterion::Link) => "un autre lien suffit-il ?",
            (Finding::AskService, Criterion::Age) => "acceptez-vous cet âge ?",
            (Finding::AskService, Criterion::Language) => "parlez-vous cette langue, ou avez-vous un interprète ?",
            (Finding::AskService, Criterion::Conditions) => "les conditions sont-elles remplies ?",
            _ => return None,
        };
        ask(finding, question)
    }

    /// « à partir de 18 ans », « réservé aux demandeurs de protection internationale ».
    pub fn change(&self, change: &Change, facts: &Facts) -> String {
        match change {
            Change::Area(area) => format!("sert seulement {}", self.area_names(*area)),
            Change::AgeFrom(min) => format!("à partir de {min} ans"),
            Change::AgeUpTo(max) => format!("jusqu'à {max} ans"),
            Change::Audience(Audience::Adults) => "pour les adultes".to_owned(),
            Change::Audience(Audience::Young) => "pour les enfants et les jeunes".to_owned(),
            Change::Audience(Audience::Seniors) => "pour les aîné·es".to_owned(),
            Change::Migration(paths) => format!("réservé aux {}", migration(*paths)),
            Change::Asking(who) => format!("si la demande vient {}", from(*who)),
            Change::Settings(set) => format!("pour les professionnel·les de : {}", settings(*set)),
            Change::Languages(_) => {
                format!("répond seulement en {} : appeler avec quelqu'un qui parle cette langue", self.offered(facts))
            }
            Change::Papers(_) => "être en ordre de mutualité".to_owned(),
            Change::Urgency(delays) => {
                let delays: Vec<String> = delays.iter().map(|delay| format!("« {} »", urgency(*delay))).collect();
                format!("une urgence moins grande : {}", list(&delays, "ou"))
            }
        }
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

fn from(who: Terms) -> String {
    let words: Vec<String> = Asking::ALL
        .iter()
        .enumerate()
        .filter(|(position, _)| who.has(*position))
        .map(|(_, asking)| match asking {
            Asking::Person => "de la personne elle-même".to_owned(),
            Asking::Relative => "d'un·e proche".to_owned(),
            Asking::Professional => "d'un·e professionnel·le".to_owned(),
        })
        .collect();
    list(&words, "ou")
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
