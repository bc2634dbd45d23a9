//! Tariffs as cost options and a sentence. Only a price that is known has an option: free is an amount of 0 and says
//! so, « à demander » and unknown are words.

use crate::catalogue::date::PartialDate;
use crate::catalogue::model::{PriceOption, Tariff};
use crate::catalogue::money::Cents;
use crate::catalogue::terms::TariffStatus;
use crate::words::hsds as words;

use super::entry::Entry;
use super::ids::Mint;
use super::objects::CostOption;

/// The prices of an entry, and what is to be said of them.
#[derive(Debug)]
pub struct Fees {
    pub options: Vec<CostOption>,
    pub description: String,
}

/// Reads the tariffs of an entry.
pub fn fees(entry: &Entry, mint: &mut Mint) -> Fees {
    let (mut options, mut lines) = (Vec::new(), Vec::new());
    for position in &entry.facts.tariffs {
        let tariff = entry.catalogue.tariffs.get(usize::from(*position));
        match tariff.status {
            TariffStatus::Free => {
                let free = Price { amount: Cents::ZERO, whom: String::new(), more: Some(words::FREE.to_owned()) };
                options.push(option(entry, mint, tariff, free));
            }
            TariffStatus::Amount => {
                let prices = prices(tariff);
                options.extend(prices.map(|price| option(entry, mint, tariff, price)));
            }
            TariffStatus::Contribution | TariffStatus::OnRequest | TariffStatus::Unknown => {}
        }
        for line in words::fees(tariff) {
            if !lines.contains(&line) {
                lines.push(line);
            }
        }
    }
    if lines.is_empty() {
        lines.push(words::UNKNOWN_FEES.to_owned());
    }
    Fees { options, description: lines.join(" ") }
}

/// One price, and whom it is for.
struct Price {
    amount: Cents,
    whom: String,
    more: Option<String>,
}

fn prices(tariff: &Tariff) -> impl Iterator<Item = Price> + '_ {
    let first = tariff.first_free.then(|| Price {
        amount: Cents::ZERO,
        whom: words::FIRST_SESSION.to_owned(),
        more: Some(words::FREE.to_owned()),
    });
    let others = tariff.options.iter().enumerate();
    first.into_iter().chain(others.map(|(at, price)| Price {
        amount: price.amount,
        whom: words::price_for(price, at == 0),
        more: more(tariff, price),
    }))
}

/// What the amount pays for, that it is free, what is doubtful of it.
fn more(tariff: &Tariff, price: &PriceOption) -> Option<String> {
    let paid = if price.amount == Cents::ZERO { Some(words::FREE) } else { tariff.unit.map(words::unit) };
    let parts: Vec<&str> = [paid, price.note.as_deref()].into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(" ; "))
}

fn option(entry: &Entry, mint: &mut Mint, tariff: &Tariff, price: Price) -> CostOption {
    CostOption {
        id: mint.part("cost_option", &[&tariff.id, &price.whom]),
        service_id: entry.id.clone(),
        valid_from: tariff.valid_from.and_then(full_date),
        valid_to: tariff.valid_until.and_then(full_date),
        option: if price.whom.is_empty() {
            tariff.label.to_string()
        } else {
            format!("{} : {}", tariff.label, price.whom)
        },
        currency: "EUR",
        amount: f64::from(price.amount.0) / 100.0,
        amount_description: price.more,
    }
}

/// `2026-11-24`; a month or a year alone is no date of HSDS: the sentences say it.
pub fn full_date(date: PartialDate) -> Option<String> {
    (date.month > 0 && date.day > 0).then(|| date.to_string())
}
