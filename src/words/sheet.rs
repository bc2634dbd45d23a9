//! The sentences of the sheet in hand: short, kind, and nothing about the person.

use crate::catalogue::date::PartialDate;
use crate::catalogue::language;
use crate::catalogue::model::{Facts, Record, Source};
use crate::catalogue::terms::{Confidence, Family};
use crate::rules::ranking::is_stale;
use crate::rules::{CostStatus, Finding, Findings, SafetyReason};

use super::facts::Words;
use super::{criteria, date, list, of_date};

/// The headings, in the order of the sheet.
pub mod headings {
    pub const REACH: &str = "Joindre";
    pub const SAY: &str = "Que dire";
    pub const BRING: &str = "Apporter";
    pub const COST: &str = "Prix";
    pub const HOURS: &str = "Ouvert";
    pub const WAY: &str = "Y aller";
    pub const CHECK: &str = "À vérifier";
    pub const SOURCE: &str = "Source";
    /// The title of a page, and the subject of a mail: it says nothing to whoever looks over a shoulder.
    pub const TITLE: &str = "Adresses et numéros utiles";
}

/// What to say when calling, to begin with.
pub const fn what_to_say(family: Family) -> &'static str {
    match family {
        Family::Emergency => {
            "Dites où vous êtes et ce qui se passe, en peu de mots. Répondez aux questions et restez en ligne."
        }
        Family::Line => {
            "« Bonjour, j'ai besoin de parler. » Commencez par où vous voulez : la personne au bout du fil a l'habitude."
        }
        Family::Care => {
            "« Bonjour, j'ai besoin d'aide et je voudrais un premier rendez-vous. Quand est-ce possible, et combien cela coûte-t-il ? »"
        }
        Family::Bond => "« Bonjour, j'aimerais passer. Quand puis-je venir ? » Vous n'avez rien d'autre à expliquer.",
        Family::Peers => {
            "« Bonjour, je voudrais rencontrer des personnes qui vivent la même chose. Où et quand vous retrouvez-vous ? »"
        }
        Family::Social => {
            "« Bonjour, j'ai besoin d'aide pour mes démarches. Quand puis-je venir, et avec quels papiers ? »"
        }
        Family::Rights => "« Bonjour, j'ai une question sur mes droits. Qui peut m'aider, et quels papiers faut-il ? »",
        Family::Housing => {
            "« Bonjour, je cherche un endroit où dormir ou loger. Y a-t-il une place, et sinon, qui puis-je appeler ? »"
        }
        Family::Exile => {
            "« Bonjour, je cherche du soutien. Pouvez-vous me recevoir, avec un·e interprète si j'en ai besoin ? »"
        }
        Family::Youth => {
            "« Bonjour, je voudrais parler à quelqu'un, pour moi ou pour un jeune que je connais. Comment faire ? »"
        }
        Family::Violence => {
            "« Bonjour, je voudrais parler à quelqu'un en confiance. » Appelez d'un endroit où personne ne vous écoute."
        }
        Family::Addiction => {
            "« Bonjour, je voudrais parler d'une consommation qui m'inquiète. Avec qui est-ce possible ? »"
        }
        Family::Network => "« Bonjour, je cherche de l'aide près de chez moi. Qui me conseillez-vous d'appeler ? »",
        Family::Directory => "« Bonjour, je cherche un service près de chez moi. Pouvez-vous m'aider à le trouver ? »",
        Family::Professional => "« Bonjour, j'accompagne une personne. Comment vous adresser une demande ? »",
    }
}

/// How one gets hold of a service that only has a site.
pub const WITHOUT_INTERNET: &str = "Sans internet : demandez de l'aide à la personne qui vous a remis cette fiche, ou au service social de votre commune.";

/// The address exists and is kept secret.
pub const SECRET: &str = "L'adresse n'est pas publique, pour la sécurité des personnes : prenez contact d'abord.";

/// No source gives the hours.
pub const fn unknown_hours(has_phone: bool) -> &'static str {
    if has_phone { "Horaire inconnu : appelez d'abord." } else { "Horaire inconnu : vérifiez avant d'y aller." }
}

/// « On y parle français et néerlandais. Interprète possible. »
pub fn spoken(codes: &[&str], interpreter: Option<bool>) -> Option<String> {
    let names: Vec<String> = codes.iter().map(|code| language::name(code).to_owned()).collect();
    let mut sentences = Vec::new();
    if !names.is_empty() {
        sentences.push(format!("On y parle {}.", list(&names, "et")));
    }
    if interpreter == Some(true) {
        sentences.push("Un·e interprète est possible : demandez-le.".to_owned());
    }
    (!sentences.is_empty()).then(|| sentences.join(" "))
}

/// « Équipe spécialisée exil et santé mentale · Croix-Rouge de Belgique »: an organisation that only repeats the name
/// is not told.
pub fn organization(name: &str, organization: &str) -> Option<String> {
    let plain = |text: &str| {
        let words = text
            .split_whitespace()
            .filter(|word| !["asbl", "vzw", "v.z.w.", "a.s.b.l."].contains(&word.to_lowercase().as_str()));
        words.collect::<Vec<_>>().join(" ").trim_end_matches(',').to_owned()
    };
    let shown = plain(organization);
    (!shown.is_empty() && crate::catalogue::fold::fold(&shown) != crate::catalogue::fold::fold(&plain(name)))
        .then_some(shown)
}

/// « CRéSaM, octobre 2025 »: who says it; the title, when nobody signs.
pub fn source(source: &Source) -> String {
    let named = |publisher: &&str| !publisher.to_lowercase().contains("non indiqué");
    let publisher = source.publisher.as_deref().filter(named).unwrap_or(&source.title);
    let dated = source.date;
    dated.map_or_else(|| format!("{publisher}, sans date"), |dated| format!("{publisher}, {}", date(dated)))
}

/// « Vérifié avec le service le 5 février 2026. »
pub fn verified(on: PartialDate) -> String {
    let article = if on.day == 0 { "en" } else { "le" };
    format!("Vérifié avec le service {article} {}.", date(on))
}

/// Why the price is this one: « Tarif : Convention INAMI. », unless there is none to pay or none known.
pub fn tariff(label: &str, status: CostStatus) -> Option<String> {
    matches!(status, CostStatus::Amount | CostStatus::ToCheck).then(|| format!("Tarif : {label}."))
}

/// A line that listens while one waits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listening {
    pub phone: String,
    pub name: String,
    pub languages: Vec<&'static str>,
    pub day_and_night: bool,
    pub free: bool,
}

/// Who listens meanwhile: « En attendant, quelqu'un vous écoute : 107, Télé-Accueil (français), jour et nuit. ».
pub fn meanwhile(lines: &[Listening]) -> Option<String> {
    let told: Vec<String> = lines
        .iter()
        .map(|line| {
            number(&format!("{}, {}", line.phone, line.name.trim_end_matches(&line.phone).trim_end()), &line.languages)
        })
        .collect();
    let mut text = format!("En attendant, quelqu'un vous écoute : {}", list(&told, "ou"));
    // said of all, or not at all
    if lines.iter().all(|line| line.day_and_night) {
        text.push_str(", jour et nuit");
    }
    if lines.iter().all(|line| line.free) {
        text.push_str(", gratuitement");
    }
    (!lines.is_empty()).then(|| text + ".")
}

/// What the number at the foot is for.
pub const fn emergency(reason: SafetyReason) -> &'static str {
    match reason {
        SafetyReason::Danger | SafetyReason::IfDanger => "En danger, ou si quelqu'un l'est",
        SafetyReason::SuicidalThoughts => "Pour parler d'idées de mort",
        SafetyReason::Minor => "Pour les enfants et les jeunes",
        SafetyReason::Violence => "Police",
        SafetyReason::ViolenceLine => "En cas de violence",
        SafetyReason::Listening => "Pour parler à quelqu'un",
        SafetyReason::DoctorOnCall => "Médecin de garde",
    }
}

/// « 1813 (en néerlandais) ».
pub fn number(phone: &str, codes: &[&str]) -> String {
    match codes {
        [] => phone.to_owned(),
        codes => format!("{phone} ({})", codes.iter().map(|code| language::name(code)).collect::<Vec<_>>().join(", ")),
    }
}

impl Words<'_> {
    /// What is to be checked before going, as statements about the service: what the situation answers already is left
    /// out, and nothing of the person is told.
    pub fn conditions(&self, facts: &Facts, record: &Record, findings: &Findings) -> Vec<String> {
        let mut lines = Vec::new();
        for (criterion, finding) in findings.iter() {
            if matches!(finding, Finding::Open | Finding::Met | Finding::Presumed) {
                continue;
            }
            lines.extend((criteria::of(criterion).sheet)(&self.told(facts, record, finding)));
        }
        if facts.is_thin() {
            lines.push("Fiche incomplète : ni téléphone, ni adresse connus.".to_owned());
        }
        if is_stale(facts, self.situation.at.date) {
            let advice = if facts.reach.phone { "appelez avant d'y aller" } else { "vérifiez avant d'y aller" };
            lines.push(match (facts.confidence, facts.dated) {
                (Confidence::Low, _) | (_, None) => format!("Information peu sûre : {advice}."),
                (_, Some(dated)) => format!("Information {} : {advice}.", of_date(dated)),
            });
        }
        lines
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_organisation_that_repeats_the_name_is_not_told() {
        assert_eq!(organization("Espace 28", "Espace 28 ASBL"), None);
        assert_eq!(organization("CARDA", "Croix-Rouge de Belgique").as_deref(), Some("Croix-Rouge de Belgique"));
    }

    #[test]
    fn a_price_that_says_why_needs_no_tariff() {
        assert_eq!(tariff("Gratuit", CostStatus::Free), None);
        assert_eq!(tariff("Convention INAMI", CostStatus::Amount).as_deref(), Some("Tarif : Convention INAMI."));
    }

    #[test]
    fn a_line_that_listens_is_told_once() {
        let line = |phone: &str, name: &str, language| Listening {
            phone: phone.to_owned(),
            name: name.to_owned(),
            languages: vec![language],
            day_and_night: true,
            free: true,
        };
        assert_eq!(
            meanwhile(&[line("107", "Télé-Accueil 107", "fr"), line("106", "Tele-Onthaal", "nl")]).as_deref(),
            Some(
                "En attendant, quelqu'un vous écoute : 107, Télé-Accueil (français) ou 106, Tele-Onthaal (néerlandais), jour et nuit, gratuitement."
            )
        );
        assert_eq!(meanwhile(&[]), None);
    }
}
