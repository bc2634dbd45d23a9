//! What is said of each criterion: one table a criterion, with a sentence for each thing there is to tell of it.
//!
//! This is the only `match` over the criteria beside their own registry: a criterion without words does not compile.

use crate::catalogue::language;
use crate::catalogue::model::Facts;
use crate::catalogue::terms::{Asking, Terms};
use crate::rules::{Change, Criterion, Finding};

use super::facts::{Words, ages, asking, audience, migration, setting, settings};
use super::phrases::{lower_first, sentence};
use super::sentences::{SILENT, Sentences, Told};
use super::situation::{asking_text, migration_text, region_text};
use super::{distance, list, urgency};

/// Of a service, a number, an address: not for the person themselves.
pub const PROFESSIONALS: &str = "Réservé aux professionnel·les.";

/// The table of one criterion.
pub(super) const fn of(criterion: Criterion) -> &'static Sentences {
    match criterion {
        Criterion::Territory => &TERRITORY,
        Criterion::Link => &LINK,
        Criterion::Age => &AGE,
        Criterion::Migration => &MIGRATION,
        Criterion::Asking => &ASKING,
        Criterion::Setting => &SETTING,
        Criterion::Language => &LANGUAGE,
        Criterion::Subject => &SUBJECT,
        Criterion::Papers => &PAPERS,
        Criterion::Moment => &MOMENT,
        Criterion::Conditions => &CONDITIONS,
    }
}

const TERRITORY: Sentences = Sentences {
    name: "le lieu",
    why: |told| match told.finding {
        Finding::Met => Some(serves(told)),
        Finding::Open if told.words.known.is_remote(told.facts) => Some("joignable de partout".to_owned()),
        _ => told.away.map(|away| match away {
            0 => "situé dans la commune".to_owned(),
            away => format!("situé à {}", distance(away)),
        }),
    },
    ask_person: |told| Some(format!("votre commune ? (sert : {})", told.words.area_names(told.facts.area))),
    ask_service: |told| {
        let text = match told.facts.area {
            Some(_) => "vérifiez que le réseau couvre bien votre commune",
            None => "zone à vérifier : servent-ils votre commune ?",
        };
        vec![text.to_owned()]
    },
    excluded: |told| Some(format!("sert : {}", told.words.area_names(told.facts.area))),
    change: |told, change| match change {
        Change::Area(area) => Some(format!("sert seulement {}", told.words.area_names(*area))),
        _ => None,
    },
    fact: |told| told.facts.area.map(|area| format!("sert {}", told.words.area_names(Some(area)))),
    silence: |told| match told.facts.link_area {
        _ if told.words.known.is_remote(told.facts) => "joignable de partout",
        Some(_) => "aucune zone, un lien",
        None => "aucune source ne dit qui il sert",
    },
    person: place,
    to_person: Some("votre commune ?"),
    to_service: |facts| {
        Some(if facts.area.is_some() { "couvrez-vous bien cette commune ?" } else { "servez-vous cette commune ?" })
    },
    sheet: |told| {
        let names = told.words.area_names(told.facts.area);
        vec![match told.finding {
            _ if told.facts.area.is_none() => {
                "Demandez si le service reçoit les personnes de votre commune.".to_owned()
            }
            Finding::AskService => format!("Demandez si votre commune en fait partie : {names}."),
            _ => format!("Pour les personnes qui habitent : {names}."),
        }]
    },
    ..SILENT
};

const LINK: Sentences = Sentences {
    name: "le lien",
    ask_person: |told| Some(format!("votre commune ? (un lien avec {} est demandé)", linked(told))),
    ask_service: |told| vec![format!("avez-vous un lien avec {} ?", linked(told))],
    fact: |told| {
        let place = linked(told);
        told.facts.link_area.map(|_| format!("un lien avec {place} est demandé : y vivre, y travailler, y étudier"))
    },
    silence: |_| "aucun lien demandé",
    person: place,
    to_person: Some("votre commune ?"),
    to_service: |_| Some("un autre lien suffit-il ?"),
    sheet: |told| vec![format!("Il faut un lien avec {} : y vivre, par exemple.", linked(told))],
    ..SILENT
};

const AGE: Sentences = Sentences {
    name: "l'âge",
    why: |told| told.met(|| format!("pour son âge ({})", ages(told.facts))),
    ask_person: |told| Some(format!("votre âge ? ({})", ages(told.facts))),
    ask_service: |told| vec![format!("acceptent-ils votre âge ? ({})", ages(told.facts))],
    excluded: |told| Some(ages(told.facts)),
    change: |_, change| match change {
        Change::AgeFrom(min) => Some(format!("à partir de {min} ans")),
        Change::AgeUpTo(max) => Some(format!("jusqu'à {max} ans")),
        Change::Audience(whom) => Some(audience(*whom).to_owned()),
        _ => None,
    },
    fact: |told| is_for_an_age(told.facts).then(|| ages(told.facts)),
    silence: |_| "aucune limite d'âge dite",
    person: |words| words.situation.age.known().map(|age| format!("{age} ans")),
    to_person: Some("votre âge ?"),
    to_service: |_| Some("acceptez-vous cet âge ?"),
    sheet: |told| {
        let ask = told.finding == Finding::AskService;
        let before = if ask { "Demandez si votre âge convient" } else { "Âge" };
        vec![format!("{before} : {}.", ages(told.facts))]
    },
    exported: |facts| {
        let in_years = facts.age_min.is_some() || facts.age_max.is_some();
        let whom = ages(facts);
        is_for_an_age(facts).then(|| if in_years { format!("Âge : {whom}.") } else { sentence(&whom) })
    },
    ..SILENT
};

const MIGRATION: Sentences = Sentences {
    name: "le parcours",
    why: |told| told.met(|| "prévu pour son parcours".to_owned()),
    ask_person: |told| Some(format!("réservé : {} ; est-ce votre cas ?", migration(told.facts.admits.migration))),
    excluded: |told| Some(format!("réservé : {}", migration(told.facts.admits.migration))),
    change: |_, change| match change {
        Change::Migration(paths) => Some(format!("réservé aux {}", migration(*paths))),
        _ => None,
    },
    fact: |told| said(told.facts.admits.migration, |paths| format!("admet : {}", migration(paths))),
    silence: |_| "aucun parcours exclu",
    person: path,
    to_person: Some("est-ce votre cas ?"),
    sheet: |told| vec![format!("Pour : {}.", migration(told.facts.admits.migration))],
    exported: |facts| said(facts.admits.migration, |paths| format!("Pour : {}.", migration(paths))),
    ..SILENT
};

const ASKING: Sentences = Sentences {
    name: "qui demande",
    why: |told| {
        let is_not_for =
            !told.facts.admits.asking.is_empty() && !told.facts.admits.asking.has(Asking::Professional as usize);
        (is_not_for && told.words.case.asks_as(Asking::Professional))
            .then(|| "la personne appelle elle-même".to_owned())
    },
    ask_person: |told| {
        let is_professional = told.words.case.asks_as(Asking::Professional);
        let question = if is_professional { "y a-t-il un·e proche ?" } else { "qui demande ?" };
        Some(format!("{question} (réservé : {})", asking(told.facts.admits.asking)))
    },
    excluded: |told| Some(format!("réservé : {}", asking(told.facts.admits.asking))),
    change: |_, change| match change {
        Change::Asking(who) => Some(format!("si la demande vient {}", from(*who))),
        _ => None,
    },
    fact: |told| said(told.facts.admits.asking, |who| format!("peuvent demander : {}", asking(who))),
    silence: |_| "aucune restriction dite",
    person: |words| words.situation.asking.known().map(|asking| asking_text(*asking, None)),
    to_person: Some("qui demande ?"),
    sheet: |told| vec![format!("Peuvent demander : {}.", asking(told.facts.admits.asking))],
    exported: |facts| {
        let only_professionals = Terms::of([Asking::Professional as usize]);
        said(facts.admits.asking, |who| match who {
            who if who == only_professionals => PROFESSIONALS.to_owned(),
            who => format!("Peuvent demander : {}.", asking(who)),
        })
    },
    ..SILENT
};

const SETTING: Sentences = Sentences {
    name: "le cadre",
    ask_person: |told| Some(format!("où travaillez-vous ? (pour : {})", settings(told.facts.admits.settings))),
    excluded: |told| Some(format!("pour les pros de : {}", settings(told.facts.admits.settings))),
    change: |_, change| match change {
        Change::Settings(places) => Some(format!("pour les professionnel·les de : {}", settings(*places))),
        _ => None,
    },
    fact: |told| said(told.facts.admits.settings, |places| format!("cadres servis : {}", settings(places))),
    silence: |_| "aucun cadre demandé",
    person: |words| words.situation.setting.known().map(|place| setting(*place).to_owned()),
    to_person: Some("où travaillez-vous ?"),
    sheet: |told| vec![format!("Pour les professionnel·les de : {}.", settings(told.facts.admits.settings))],
    exported: |facts| {
        said(facts.admits.settings, |places| format!("Pour les professionnel·les de : {}.", settings(places)))
    },
    ..SILENT
};

const LANGUAGE: Sentences = Sentences {
    name: "la langue",
    why: |told| told.met(|| shared(told)),
    ask_person: |told| Some(format!("votre langue ? (répond en {})", told.words.offered(told.facts))),
    ask_service: |told| {
        vec![if told.facts.languages.is_empty() {
            "langue : demandez s'ils la parlent, ou un interprète".to_owned()
        } else {
            format!("parlent {} : demandez un interprète", told.words.offered(told.facts))
        }]
    },
    excluded: |told| Some(format!("répond seulement en {}", told.words.offered(told.facts))),
    change: |told, change| match change {
        Change::Languages(_) => {
            let offered = told.words.offered(told.facts);
            Some(format!("répond seulement en {offered} : appeler avec quelqu'un qui parle cette langue"))
        }
        _ => None,
    },
    fact: |told| match (told.facts.languages.is_empty(), told.facts.interpreter == Some(true)) {
        (true, true) => Some("interprète possible".to_owned()),
        (true, false) => None,
        (false, true) => Some(format!("répond en {}, interprète possible", told.words.offered(told.facts))),
        (false, false) => Some(format!("répond en {}", told.words.offered(told.facts))),
    },
    silence: |_| "ses langues ne sont pas dites ; celle de la région est probable",
    person: |words| {
        let spoken = words.situation.languages.known()?;
        Some(list(&spoken.iter().map(|code| language::name(code).to_owned()).collect::<Vec<_>>(), "et"))
    },
    to_person: Some("votre langue ?"),
    to_service: |_| Some("parlez-vous cette langue, ou avez-vous un interprète ?"),
    sheet: |told| match told.finding {
        Finding::AskService => vec!["Demandez si l'on y parle votre langue, ou un·e interprète.".to_owned()],
        // the languages stand with the telephone
        _ => Vec::new(),
    },
    ..SILENT
};

const SUBJECT: Sentences = Sentences {
    name: "la précision",
    why: |told| told.met(|| about(told)),
    ask_person: |told| Some(format!("{} ; est-ce le cas ?", about(told))),
    excluded: |told| Some(about(told)),
    fact: |told| (!told.facts.about.is_empty()).then(|| about(told)),
    silence: |_| "aucun problème ni public précis",
    person: |words| (!words.case.named.is_empty()).then(|| words.subjects(words.case.named)),
    to_person: Some("est-ce le cas ?"),
    sheet: |told| vec![format!("Pour : {}.", told.words.subjects(told.facts.about))],
    ..SILENT
};

const PAPERS: Sentences = Sentences {
    name: "les papiers",
    ask_person: |_| {
        let papers = "à condition d'être en ordre de mutualité";
        Some(format!("{papers} ; sinon, demandez d'abord l'accord de Fedasil ou du CPAS"))
    },
    excluded: |_| Some("il faut être en ordre de mutualité".to_owned()),
    change: |_, change| match change {
        Change::Papers(_) => Some("être en ordre de mutualité".to_owned()),
        _ => None,
    },
    fact: |told| said(told.facts.admits.papers, |_| "être en ordre de mutualité".to_owned()),
    silence: |_| "aucun papier demandé",
    person: path,
    to_person: Some("êtes-vous en ordre de mutualité ?"),
    sheet: |_| vec!["Il faut être en ordre de mutualité.".to_owned()],
    ..SILENT
};

const MOMENT: Sentences = Sentences {
    name: "l'urgence",
    excluded: |_| Some("n'est pas une réponse à cette urgence".to_owned()),
    change: |_, change| match change {
        Change::Urgency(delays) => {
            let delays: Vec<String> = delays.iter().map(|delay| format!("« {} »", urgency(*delay))).collect();
            Some(format!("une urgence moins grande : {}", list(&delays, "ou")))
        }
        _ => None,
    },
    fact: |told| {
        let kind = told.words.known.kind(told.facts);
        let delays: Vec<String> = kind.not_for.iter().map(|not| urgency(*not).to_owned()).collect();
        let not_for = || format!("{} : pas une réponse pour « {} »", kind.label, list(&delays, "ou"));
        (!delays.is_empty()).then(not_for)
    },
    // what is said of a whole kind of service is said by the sources of the kind
    source: |told| told.words.newest_of(&told.words.known.kind(told.facts).sources),
    silence: |_| "répond quelle que soit l'urgence",
    person: |words| words.situation.urgency.known().map(|asked| urgency(*asked).to_owned()),
    sheet: |_| vec!["Ce service ne répond pas à une urgence : voyez les numéros en bas.".to_owned()],
    ..SILENT
};

const CONDITIONS: Sentences = Sentences {
    name: "les conditions",
    ask_service: |told| {
        told.record.conditions.iter().map(|condition| format!("condition : {}", lower_first(condition))).collect()
    },
    fact: |told| {
        let conditions: Vec<String> = told.record.conditions.iter().map(|condition| lower_first(condition)).collect();
        (!conditions.is_empty()).then(|| conditions.join(" ; "))
    },
    silence: |_| "aucune condition dite",
    to_service: |_| Some("les conditions sont-elles remplies ?"),
    sheet: |told| told.record.conditions.iter().map(|condition| sentence(condition)).collect(),
    ..SILENT
};

/// A sentence about a set, when the record gives one.
fn said(set: Terms, sentence: impl FnOnce(Terms) -> String) -> Option<String> {
    (!set.is_empty()).then(|| sentence(set))
}

fn is_for_an_age(facts: &Facts) -> bool {
    facts.age_min.is_some() || facts.age_max.is_some() || facts.admits.audience.is_some()
}

/// Where it serves, the person's own commune first.
fn serves(told: &Told<'_>) -> String {
    let situation = told.words.situation;
    if situation.communes.is_none() {
        return "sert toute la Belgique".to_owned();
    }
    let names = told.words.area_names(told.facts.area);
    match situation.commune.known() {
        None => format!("sert : {names}"),
        Some(own) if own.name == names => format!("sert {names}"),
        Some(own) => format!("sert {} ({names})", own.name),
    }
}

fn linked(told: &Told<'_>) -> String {
    told.words.area_names(told.facts.link_area)
}

fn about(told: &Told<'_>) -> String {
    format!("pour : {}", told.words.subjects(told.facts.about))
}

fn place(words: &Words<'_>) -> Option<String> {
    let situation = words.situation;
    let region = || situation.region.known().map(|region| region_text(*region).to_owned());
    situation.commune.known().map(|place| place.name.clone()).or_else(region)
}

fn path(words: &Words<'_>) -> Option<String> {
    words.situation.migration.known().and_then(|path| migration_text(*path)).map(str::to_owned)
}

fn shared(told: &Told<'_>) -> String {
    let spoken = told.words.situation.languages.known().cloned().unwrap_or_default();
    let offered = told.words.known.languages(told.facts.languages).into_iter();
    let shared: Vec<String> =
        offered.filter(|code| spoken.contains(code)).map(|code| language::name(code).to_owned()).collect();
    if shared.is_empty() { "interprète possible".to_owned() } else { format!("en {}", list(&shared, "et")) }
}

/// « d'un·e proche ou d'un·e professionnel·le ».
fn from(who: Terms) -> String {
    let from = |asking: &Asking| match asking {
        Asking::Person => "de la personne elle-même",
        Asking::Relative => "d'un·e proche",
        Asking::Professional => "d'un·e professionnel·le",
    };
    let who: Vec<String> =
        Asking::ALL.iter().filter(|asking| who.has(**asking as usize)).map(|asking| from(asking).to_owned()).collect();
    list(&who, "ou")
}
