//! The checks of an area: whom a service serves, and where one must live, work or study.

use std::collections::HashMap;

use super::super::model::Location;
use super::super::problem::Code;
use super::super::territory::{Area, AreaError, Territories, resolve_area};
use super::outline::At;
use super::report::{Report, short};

/// The word for « the commune of the address ».
const OWN: &str = "commune";

/// The areas of the services, each kept once.
#[derive(Debug, Default)]
pub(super) struct Areas {
    pub(super) areas: Vec<Area>,
    known: HashMap<Words, u16>,
}

/// The words of an area: included, excepted, and the communes of the addresses when [`OWN`] is one of them.
type Words = (Vec<String>, Vec<String>, Vec<u16>);

/// The words that name a territory; the others are told.
pub(super) fn known(report: &mut Report<'_>, territories: &Territories, key: &str, words: &[String]) -> Vec<String> {
    let mut good = Vec::new();
    for word in words {
        if word == OWN {
            good.push(word.clone());
            continue;
        }
        let (message, hint) = match resolve_area(territories, std::slice::from_ref(word), &[]) {
            Ok(_) => {
                good.push(word.clone());
                continue;
            }
            Err(AreaError::Unknown { code, near }) => {
                let hint = near.map_or_else(
                    || "région, province-…, arr-…, reseau-…, un nom de commune ou un numéro NIS".to_owned(),
                    |near| format!("vouliez-vous dire « {near} » ?"),
                );
                (format!("le territoire « {code} » n'existe pas"), hint)
            }
            Err(AreaError::Ambiguous { code, choices }) => (
                format!("« {code} » est le nom de plusieurs communes"),
                format!("écrire le numéro NIS : {}", choices.join(" ou ")),
            ),
        };
        report.add(Code::UnknownTerritory, At::Field(key, word), message, Some(hint));
    }
    good
}

impl Areas {
    /// The position of the area that these words name; `None` when there are none, or when one of them is wrong.
    pub(super) fn position(
        &mut self,
        report: &mut Report<'_>,
        territories: &Territories,
        key: &str,
        included: Option<&[String]>,
        excepted: Option<&[String]>,
        locations: &[Location],
    ) -> Option<u16> {
        let excepted = excepted.unwrap_or_default();
        let Some(included) = included.filter(|words| !words.is_empty()) else {
            if !excepted.is_empty() {
                let hint = "écrire « service_area », ou ôter « service_area_except »".to_owned();
                report.add(
                    Code::MissingField,
                    At::Key("service_area_except"),
                    "rien dont retirer « service_area_except »",
                    Some(hint),
                );
            }
            return None;
        };
        let own: Vec<u16> = if included.iter().any(|word| word == OWN) {
            locations.iter().filter_map(|location| location.commune).collect()
        } else {
            Vec::new()
        };
        let words = (included.to_vec(), excepted.to_vec(), own);
        if let Some(known) = self.known.get(&words) {
            return Some(*known);
        }
        let area = resolve(report, territories, key, &words)?;
        if area.communes.is_empty() {
            let hint = "revoir ce que « service_area_except » retire".to_owned();
            report.add(
                Code::UnreachableService,
                At::Key(key),
                format!("« {key} » ne contient aucune commune : il ne sert personne"),
                Some(hint),
            );
            return None;
        }
        let position = self.areas.iter().position(|known| *known == area).unwrap_or_else(|| {
            self.areas.push(area);
            self.areas.len() - 1
        });
        let position = u16::try_from(position).ok();
        if let Some(position) = position {
            self.known.insert(words, position);
        }
        position
    }

    /// Puts the areas in an order that owes nothing to the order of the files; gives the new position of each.
    pub(super) fn sort(&mut self) -> Vec<u16> {
        let mut order: Vec<usize> = (0..self.areas.len()).collect();
        order.sort_by(|a, b| {
            let (a, b) = (&self.areas[*a], &self.areas[*b]);
            a.names.cmp(&b.names).then_with(|| a.communes.iter().cmp(b.communes.iter()))
        });
        let moved = super::inverse(&order);
        self.areas = order.into_iter().map(|position| self.areas[position].clone()).collect();
        short(moved)
    }
}

fn resolve(report: &mut Report<'_>, territories: &Territories, key: &str, words: &Words) -> Option<Area> {
    let (included, excepted, own) = words;
    let mut good = known(report, territories, key, included);
    let out = known(report, territories, "service_area_except", excepted);
    let mut all_good = good.len() == included.len() && out.len() == excepted.len();
    if good.iter().any(|word| word == OWN) {
        good.retain(|word| word != OWN);
        if own.is_empty() {
            let hint = "ajouter une adresse avec son code postal".to_owned();
            report.add(
                Code::UnknownTerritory,
                At::Field(key, OWN),
                "« commune » : l'adresse ne dit pas laquelle",
                Some(hint),
            );
            all_good = false;
        }
        for commune in own {
            good.push(territories.communes.get(usize::from(*commune)).nis.to_string());
        }
    }
    if !all_good {
        return None;
    }
    // every word is known: together they name an area
    resolve_area(territories, &good, &out).ok()
}
