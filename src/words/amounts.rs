//! Amounts, dates, distances and hours, the Belgian way.

use crate::catalogue::date::{Moment, PartialDate};
use crate::catalogue::model::Tariff;
use crate::catalogue::money::Cents;
use crate::catalogue::terms::PriceUnit;
use crate::rules::opening::Opening;
use crate::rules::ranking::STALE;
use crate::rules::{Alternative, Cost, CostStatus, When};

const MONTHS: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];

/// `13,19 €`.
pub fn euros(amount: Cents) -> String {
    format!("{},{:02} €", amount.0 / 100, amount.0 % 100)
}

/// `~4 km`, from tenths of a kilometre.
pub fn distance(tenths: u32) -> String {
    if tenths == 0 { "sur place".to_owned() } else { format!("~{} km", tenths.div_ceil(10)) }
}

/// « octobre 2025 », « 5 février 2026 », « 2022 ».
pub fn date(date: PartialDate) -> String {
    let month = MONTHS.get(usize::from(date.month).wrapping_sub(1));
    match (month, date.day) {
        (None, _) => date.year.to_string(),
        (Some(month), 0) => format!("{month} {}", date.year),
        (Some(month), 1) => format!("1er {month} {}", date.year),
        (Some(month), day) => format!("{day} {month} {}", date.year),
    }
}

/// « du 5 février 2026 », « d'octobre 2025 », « de 2022 ».
pub fn of_date(when: PartialDate) -> String {
    let text = date(when);
    match (when.day, text.chars().next()) {
        (1.., _) => format!("du {text}"),
        (0, Some('a' | 'o')) => format!("d'{text}"),
        (0, _) => format!("de {text}"),
    }
}

/// « 24 novembre 2026, 10 h 05 ».
pub fn date_time(at: Moment) -> String {
    format!("{}, {}", date(at.date), hour(at))
}

fn hour(at: Moment) -> String {
    if at.minute == 0 { format!("{} h", at.hour) } else { format!("{} h {:02}", at.hour, at.minute) }
}

/// « ouvert jusqu'à 17 h », « fermé, ouvre samedi à 10 h », « horaire inconnu ».
pub fn opening_text(opening: Opening, now: Moment) -> String {
    match opening {
        Opening::Open { until: None } => "ouvert jour et nuit".to_owned(),
        Opening::Open { until: Some(until) } if (until.hour, until.minute) == (0, 0) => {
            "ouvert jusqu'à minuit".to_owned()
        }
        Opening::Open { until: Some(until) } => format!("ouvert jusqu'à {}", hour(until)),
        Opening::Closed { next: None } => "fermé".to_owned(),
        Opening::Closed { next: Some(next) } if next.date == now.date => {
            format!("fermé, ouvre à {}", hour(next))
        }
        Opening::Closed { next: Some(next) } => {
            format!("fermé, ouvre {} à {}", day(next), hour(next))
        }
        Opening::Unknown => "horaire inconnu : appelez d'abord".to_owned(),
    }
}

/// The day of the week (Sakamoto's method) and the date: a fortnight has two Saturdays.
fn day(at: Moment) -> String {
    const DAYS: [&str; 7] = ["dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"];
    const SHIFTS: [u16; 12] = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4];
    let month = usize::from(at.date.month.clamp(1, 12)) - 1;
    let year = at.date.year - u16::from(month < 2);
    let weekday = (year + year / 4 - year / 100 + year / 400 + SHIFTS[month] + u16::from(at.date.day)) % 7;
    format!("{} {}", DAYS[usize::from(weekday)], at.date.day)
}

pub(super) const fn per(unit: Option<PriceUnit>) -> &'static str {
    match unit {
        Some(PriceUnit::Session) => " la séance",
        Some(PriceUnit::Day) => " par jour",
        Some(PriceUnit::Month) => " par mois",
        Some(PriceUnit::Year) => " par an",
        None => "",
    }
}

fn alternative(other: Alternative) -> String {
    let price = if other.amount == Cents::ZERO { "gratuit".to_owned() } else { euros(other.amount) };
    let whom = match other.when {
        When::Bim => "si BIM".to_owned(),
        When::NotBim => "sans BIM".to_owned(),
        When::UpTo(age) => format!("jusqu'à {age} ans"),
        When::From(age) => format!("dès {age} ans"),
        When::UpToAndBim(age) => format!("jusqu'à {age} ans si BIM"),
        When::FromAndBim(age) => format!("dès {age} ans si BIM"),
    };
    format!("{price} {whom}")
}

/// What a service costs this person, in a few words for a table. Free, an amount and unknown are three different words.
pub fn cost_text(cost: &Cost) -> String {
    let amount = |amount: Cents| format!("{}{}", euros(amount), per(cost.unit));
    match (cost.status, cost.amount) {
        (CostStatus::Free, _) => "gratuit".to_owned(),
        (CostStatus::Contribution, _) => "gratuit ou participation libre".to_owned(),
        (CostStatus::OnRequest, _) => "tarif à demander".to_owned(),
        (CostStatus::Amount | CostStatus::ToCheck, Some(price)) => {
            let mut text = amount(price);
            let others: Vec<String> = cost.alternatives.iter().copied().map(alternative).collect();
            if !others.is_empty() {
                text = format!("{text} ({})", others.join(", "));
            }
            if cost.note.is_some() {
                text.push_str(", à vérifier");
            }
            text
        }
        (CostStatus::NoPrice, _) => "sans prix".to_owned(),
        _ => "tarif inconnu : à demander".to_owned(),
    }
}

/// Over the budget: by how much, and what is possible all the same. `None` within the budget, or when either is unknown.
pub fn over_budget(cost: &Cost) -> Option<String> {
    let over = cost.over_by?;
    let mut possible = Vec::new();
    if cost.first_free {
        possible.push("1re séance gratuite".to_owned());
    }
    possible.extend(
        cost.alternatives.iter().filter(|other| cost.amount > Some(other.amount)).map(|other| alternative(*other)),
    );
    possible.extend(cost.group.map(|price| format!("en groupe {}", euros(price))));
    if cost.no_obstacle {
        possible.push("dites-le : l'argent ne peut pas empêcher l'aide".to_owned());
    }
    if possible.is_empty() {
        possible.push("demandez un arrangement en appelant".to_owned());
    }
    Some(format!("dépasse le budget de {} ; {}", euros(over), possible.join(" ; ")))
}

/// The conditions of a price for this person: first session, year, budget, group, then the tariff's own sentences; and
/// when the price was seen, or that its date is past.
pub fn tariff_conditions(cost: &Cost, tariff: Option<&Tariff>, today: PartialDate) -> Vec<String> {
    let mut conditions = Vec::new();
    if cost.first_free {
        conditions.push("La première séance est gratuite.".to_owned());
    }
    if let Some(year) = cost.year {
        let first = if year.first_free { ", la première gratuite" } else { "" };
        conditions.push(format!(
            "{} séances à {}{first} : {} sur l'année au plus (soutien individuel).",
            year.paid_sessions,
            euros(year.session),
            euros(year.total)
        ));
    }
    if let Some(group) = cost.group {
        conditions.push(format!("En groupe : {}.", euros(group)));
    }
    if let Some(note) = &cost.note {
        conditions.push(format!(
            "{}{}.",
            note.chars().next().map(char::to_uppercase).into_iter().flatten().collect::<String>(),
            note.chars().skip(1).collect::<String>()
        ));
    }
    if let Some(over) = cost.over_by {
        let way_out = if cost.no_obstacle { " : dites-le, l'argent ne peut pas empêcher l'aide." } else { "." };
        conditions.push(format!("Dépasse le budget de {}{way_out}", euros(over)));
    }
    let Some(tariff) = tariff else {
        return conditions;
    };
    conditions.extend(tariff.conditions.iter().map(ToString::to_string));
    if let Some(checked) = tariff.checked.filter(|_| cost.amount.is_some_and(|amount| amount > Cents::ZERO)) {
        let on = if checked.day > 0 { "le" } else { "en" };
        let old = if checked.months_until(today) > STALE { " : vérifiez-le" } else { "" };
        conditions.push(format!("Prix vu {on} {}{old}.", date(checked)));
    }
    if let Some(until) = tariff.valid_until.filter(|until| today.is_after(*until)) {
        conditions.push(format!("Ce tarif valait jusqu'au {} : demandez le nouveau.", date(until)));
    }
    conditions
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_written_the_belgian_way() {
        assert_eq!(euros(Cents(1319)), "13,19 €");
        assert_eq!(euros(Cents(5)), "0,05 €");
    }

    #[test]
    fn over_the_budget_the_answer_says_what_is_possible() {
        use crate::catalogue::date::Moment;
        let catalogue = crate::embedded();
        let mut situation = crate::situation::Situation::unknown(Moment::parse("2026-11-24T10:00").unwrap());
        situation.age = crate::situation::Answer::Known(45);
        situation.bim = crate::situation::Answer::Known(false);
        situation.budget = crate::situation::Answer::Known(Cents(500));
        let tariff = catalogue.tariffs.iter().find(|tariff| tariff.id.as_str() == "inami-psychologue").unwrap();
        let cost = crate::rules::cost::tariff_cost(tariff, 0, &situation, false);
        assert_eq!(
            over_budget(&cost).as_deref(),
            Some("dépasse le budget de 6,00 € ; 1re séance gratuite ; en groupe 2,50 €")
        );
        assert_eq!(over_budget(&Cost { over_by: None, ..cost }), None);
    }

    #[test]
    fn a_tariff_past_its_date_is_said_to_be() {
        use crate::catalogue::terms::TariffStatus;
        let tariff = Tariff {
            id: "essai".into(),
            label: "Essai".into(),
            status: TariffStatus::Amount,
            options: Vec::new(),
            unit: None,
            first_free: false,
            support_sessions_young: None,
            support_sessions_adult: None,
            treatment_sessions: None,
            money_no_obstacle: false,
            papers: crate::catalogue::terms::Terms::default(),
            conditions: Vec::new(),
            valid_from: None,
            valid_until: PartialDate::parse("2025-12-31"),
            checked: PartialDate::parse("2020-02"),
            sources: Vec::new(),
        };
        let mut situation = crate::situation::Situation::unknown(Moment::parse("2026-11-24").unwrap());
        situation.age = crate::situation::Answer::Known(40);
        let mut cost = crate::rules::cost::tariff_cost(&tariff, 0, &situation, false);
        cost.amount = Some(Cents(500));
        let said = |today| tariff_conditions(&cost, Some(&tariff), PartialDate::parse(today).unwrap());
        assert_eq!(
            said("2026-11-24"),
            [
                "Prix vu en février 2020 : vérifiez-le.",
                "Ce tarif valait jusqu'au 31 décembre 2025 : demandez le nouveau."
            ]
        );
        assert_eq!(said("2020-06-01"), ["Prix vu en février 2020."]);
    }

    #[test]
    fn a_day_is_named() {
        let at = |text| Moment::parse(text).unwrap();
        assert_eq!(day(at("2026-11-21T10:00")), "samedi 21");
        assert_eq!(day(at("2024-02-29T10:00")), "jeudi 29");
        let closed = Opening::Closed { next: Some(at("2026-11-28T10:30")) };
        assert_eq!(opening_text(closed, at("2026-11-21T20:00")), "fermé, ouvre samedi 28 à 10 h 30");
    }

    #[test]
    fn dates_are_told_as_people_say_them() {
        let of = |text| of_date(PartialDate::parse(text).unwrap());
        assert_eq!(of("2026-02-05"), "du 5 février 2026");
        assert_eq!(of("2025-10"), "d'octobre 2025");
        assert_eq!(of("2022"), "de 2022");
        assert_eq!(date(PartialDate::parse("2024-02-01").unwrap()), "1er février 2024");
    }

    #[test]
    fn distances_never_pretend_to_be_a_journey() {
        assert_eq!(distance(0), "sur place");
        assert_eq!(distance(37), "~4 km");
    }
}
