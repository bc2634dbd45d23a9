//! The sentences of the HSDS export: what the standard has only free text for.

use crate::catalogue::fold::fold;
use crate::catalogue::model::{Facts, Kind, PriceOption, Record, Source, Tariff, Verification};
use crate::catalogue::money::Cents;
use crate::catalogue::terms::{PriceUnit, SessionMode, TariffStatus};
use crate::rules::Criterion;

use super::amounts::per;
use super::phrases::sentence;
use super::{criteria, date, euros, hours_lines, list};

/// What one amount pays for, on its own: « la séance ».
pub fn unit(unit: PriceUnit) -> &'static str {
    per(Some(unit)).trim_start()
}

/// What HSDS wants said of an organisation that the catalogue only names.
pub fn organization(name: &str) -> String {
    format!("{name} : organisme nommé par le catalogue, qui n'en dit pas plus.")
}

/// Whom it is for, in sentences; `None` when no source says anything of it.
pub fn eligibility(facts: &Facts, record: &Record, link: Option<&[String]>) -> Option<String> {
    let exported = |criterion| (criteria::of(criterion).exported)(facts);
    let mut lines: Vec<String> = Criterion::ALL.into_iter().filter_map(exported).collect();
    lines.extend(link.map(|names| format!("Il faut un lien avec {} : y vivre, par exemple.", list(names, "et"))));
    lines.extend(record.conditions.iter().map(|line| sentence(line)));
    if facts.area.is_none() {
        lines.push("Zone servie inconnue : à demander au service.".to_owned());
    }
    (!lines.is_empty()).then(|| lines.join(" "))
}

/// « accueil. Réservé aux professionnel·les. »
pub fn contact(label: Option<&str>, professionals_only: bool) -> Option<String> {
    match (label, professionals_only) {
        (None, false) => None,
        (None, true) => Some(criteria::PROFESSIONALS.to_owned()),
        (Some(label), false) => Some(label.to_owned()),
        (Some(label), true) => Some(format!("{} {}", sentence(label), criteria::PROFESSIONALS)),
    }
}

/// How one gets in: what the entry says, then what holds for its kind.
pub fn application(record: &Record, kind: &Kind) -> Option<String> {
    let lines: Vec<String> = record.how_to_reach.iter().chain(&kind.entry).map(|line| sentence(line)).collect();
    (!lines.is_empty()).then(|| lines.join(" "))
}

/// Whether somebody interprets; `None` when no source says.
pub fn interpreter(possible: Option<bool>) -> Option<&'static str> {
    Some(if possible? {
        "Un·e interprète est possible : demandez-le."
    } else {
        "Pas d'interprète, selon la source."
    })
}

/// Whom a price is for: « jusqu'à 23 ans, avec le statut BIM, séance individuelle »; everybody, in no word, or
/// everybody else after another price.
pub fn price_for(price: &PriceOption, first: bool) -> String {
    let mut parts = Vec::new();
    parts.extend(match (price.age_min, price.age_max) {
        (Some(min), Some(max)) if min == max => Some(format!("à {min} ans")),
        (Some(min), Some(max)) => Some(format!("de {min} à {max} ans")),
        (Some(min), None) => Some(format!("à partir de {min} ans")),
        (None, Some(max)) => Some(format!("jusqu'à {max} ans")),
        (None, None) => None,
    });
    parts.extend(price.bim.map(|bim| {
        let text = if bim { "avec le statut BIM" } else { "sans le statut BIM" };
        text.to_owned()
    }));
    parts.extend(price.mode.map(|mode| match mode {
        SessionMode::Individual => "séance individuelle".to_owned(),
        SessionMode::Group => "en groupe".to_owned(),
    }));
    if parts.is_empty() && !first {
        parts.push("sinon".to_owned());
    }
    parts.join(", ")
}

/// The first session, when it is free.
pub const FIRST_SESSION: &str = "première séance";
/// The words beside an amount of 0: free is said, not only counted.
pub const FREE: &str = "gratuit";
/// No tariff is known: an unknown price is never 0.
pub const UNKNOWN_FEES: &str = "Tarif inconnu : à demander au service.";

/// Everything a tariff says, in sentences.
pub fn fees(tariff: &Tariff) -> Vec<String> {
    let mut lines = vec![status(tariff)];
    if tariff.options.len() > 1 {
        lines.push("Le premier de ces prix qui convient à la personne est le sien.".to_owned());
    }
    if tariff.first_free {
        lines.push("La première séance est gratuite.".to_owned());
    }
    lines.extend(sessions(tariff));
    let told = |line: &crate::catalogue::text::Text| line.contains("trop cher");
    if tariff.money_no_obstacle && !tariff.conditions.iter().any(told) {
        lines.push("L'argent ne peut pas empêcher l'aide : dites-le si c'est trop cher.".to_owned());
    }
    lines.extend(tariff.conditions.iter().map(|line| sentence(line)));
    lines.extend(tariff.valid_from.map(|from| format!("Premier jour de ce tarif : {}.", date(from))));
    lines.extend(tariff.valid_until.map(|until| format!("Dernier jour de ce tarif : {}.", date(until))));
    lines.extend(tariff.checked.map(|seen| format!("Tarif vu : {}.", date(seen))));
    lines
}

/// « Convention INAMI : jusqu'à 23 ans, gratuit ; séance individuelle, 11,00 € la séance. »; a label that says it
/// already is not repeated.
fn status(tariff: &Tariff) -> String {
    let words = match tariff.status {
        TariffStatus::Free => FREE.to_owned(),
        TariffStatus::Contribution => "participation libre".to_owned(),
        TariffStatus::OnRequest => "tarif à demander au service".to_owned(),
        TariffStatus::Unknown => "tarif inconnu, à demander au service".to_owned(),
        TariffStatus::Amount => {
            let prices = tariff.options.iter().enumerate().map(|(at, price)| {
                let amount = if price.amount == Cents::ZERO {
                    FREE.to_owned()
                } else {
                    format!("{}{}", euros(price.amount), per(tariff.unit))
                };
                match price_for(price, at == 0) {
                    whom if whom.is_empty() => amount,
                    whom => format!("{whom}, {amount}"),
                }
            });
            prices.collect::<Vec<_>>().join(" ; ")
        }
    };
    if fold(&tariff.label).contains(&fold(&words)) {
        sentence(&tariff.label)
    } else {
        sentence(&format!("{} : {words}", tariff.label))
    }
}

fn sessions(tariff: &Tariff) -> Vec<String> {
    let mut parts = Vec::new();
    parts.extend(tariff.support_sessions_young.map(|most| format!("{most} de soutien avant 24 ans")));
    parts.extend(tariff.support_sessions_adult.map(|most| format!("{most} de soutien à partir de 24 ans")));
    parts.extend(tariff.treatment_sessions.map(|most| format!("{most} de traitement")));
    if parts.is_empty() {
        return Vec::new();
    }
    vec![format!("Séances individuelles par an, au plus : {}.", list(&parts, "et"))]
}

/// « lundi à vendredi : 9 h – 17 h (heure de Bruxelles) », with what is said of public holidays.
pub fn schedule(simple: &str, closed_on_holidays: bool) -> String {
    let lines = hours_lines(simple).map_or_else(|| simple.to_owned(), |lines| lines.join(" ; "));
    let holidays = if closed_on_holidays { " ; fermé les jours fériés" } else { "" };
    format!("{lines}{holidays} (heure de Bruxelles)")
}

/// Hours that no week says.
pub fn beyond_a_week(expression: &str) -> String {
    format!("Horaire en syntaxe OpenStreetMap (heure de Bruxelles) : {expression}")
}

/// What is said of an area, beside its name.
pub fn area(sure: bool) -> &'static str {
    if sure {
        "Communes servies, par leur code NIS (Statbel, 1er janvier 2025)."
    } else {
        "Communes à vérifier auprès du service, par leur code NIS (Statbel, 1er janvier 2025)."
    }
}

/// A place whose street is not known.
pub fn incomplete_address(known: &[&str]) -> String {
    format!("Adresse incomplète : {}.", known.join(", "))
}

/// What to bring holds for the kind of service: a piece of advice.
pub fn bring(advice: &str) -> String {
    format!("{} (conseil pour cette sorte de service)", sentence(advice))
}

/// « telephone, par l'accueil »
pub fn verified(verified: &Verification) -> String {
    format!("{}, par {}", verified.how, verified.by)
}

/// Who published a source, and when.
pub fn source(source: &Source) -> String {
    sentence(&super::sheet::source(source))
}
