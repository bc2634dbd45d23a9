//! The answers tried: a few of each question stand for all the others, and all of them before a question is left out.

use crate::catalogue::money::Cents;
use crate::catalogue::terms::{Asking, Migration, Positions, Region, Setting, Urgency};
use crate::catalogue::territory::CommuneSet;
use crate::catalogue::{Catalogue, language};
use crate::lookup::{Place, find_place};
use crate::situation::{Answer, Field, Situation};

/// A child, an adolescent, somebody of 18 to 25, an adult, an elderly person; and the two sides of a price that ends at
/// 24 years.
const AGES: [u8; 6] = [8, 16, 21, 24, 40, 75];

/// Nothing, the price of a contracted psychologist, and what pays most sessions, in euros.
const BUDGETS: [u32; 3] = [0, 11, 40];

/// The national languages, then two whose speakers find fewer services: the ones the questionnaire offers.
const LANGUAGES: [&str; 5] = ["fr", "nl", "de", "en", "ar"];

/// The chief towns of the ten provinces, Brussels, and Eupen for the German-speaking communes.
const PLACES: [&str; 12] =
    ["1000", "3000", "1300", "2000", "3500", "9000", "8000", "7000", "4000", "6700", "5000", "4700"];

/// The oldest age that may be typed.
const OLDEST: u8 = 120;

/// More than a session costs anywhere, in euros.
const RICHEST: u32 = 150;

/// The answers tried, as far as they are read from a catalogue.
#[derive(Debug, Clone)]
pub struct Answers {
    places: Vec<Place>,
    regions: Vec<(Region, CommuneSet)>,
    needs: usize,
}

impl Answers {
    /// Finds the places in the catalogue; those it does not have are not tried.
    pub fn new(catalogue: &Catalogue) -> Self {
        let mut places = Vec::with_capacity(PLACES.len());
        for code in PLACES {
            places.extend(find_place(&catalogue.territories, code, None).ok());
        }
        let mut regions = Vec::with_capacity(Region::ALL.len());
        for region in Region::ALL {
            regions.push((*region, catalogue.territories.communes_of(*region)));
        }
        Self { places, regions, needs: catalogue.needs.len() }
    }

    /// The situation once each of a few answers is given to a question.
    pub fn to(&self, field: Field, situation: &Situation, catalogue: &Catalogue) -> Vec<Situation> {
        let with = |answer: &dyn Fn(&mut Situation)| {
            let mut told = situation.clone();
            answer(&mut told);
            told
        };
        match field {
            Field::Urgency => each(Urgency::ALL, |told| &mut told.urgency, situation),
            Field::Asking => each(Asking::ALL, |told| &mut told.asking, situation),
            Field::Setting => each(Setting::ALL, |told| &mut told.setting, situation),
            Field::Migration => each(Migration::ALL, |told| &mut told.migration, situation),
            Field::Bim => each(&[true, false], |told| &mut told.bim, situation),
            Field::Age => each(&AGES, |told| &mut told.age, situation),
            Field::Budget => each(&BUDGETS.map(|euros| Cents(euros * 100)), |told| &mut told.budget, situation),
            Field::Languages => {
                LANGUAGES.iter().map(|code| with(&|told| told.languages = Answer::Known(vec![*code]))).collect()
            }
            // each need alone: which two go together, nobody knows beforehand
            Field::Needs => {
                (0..self.needs).map(|need| with(&|told| told.needs = Answer::Known(Positions::of([need])))).collect()
            }
            Field::Region => self
                .regions
                .iter()
                .map(|(region, communes)| {
                    with(&|told| {
                        told.region = Answer::Known(*region);
                        told.communes = Some(*communes);
                    })
                })
                .collect(),
            Field::Commune => within(self.places.iter().cloned(), situation, catalogue),
            // each subject of the needs said, alone
            Field::About => {
                let said = situation.needs.known().copied().unwrap_or_default();
                let splits = |position: &usize| {
                    let need = catalogue.subjects.get(*position).need;
                    need.is_some_and(|need| said.has(usize::from(need)))
                };
                (0..catalogue.subjects.len())
                    .filter(splits)
                    .map(|subject| with(&|told| told.about = Answer::Known(Positions::of([subject]))))
                    .collect()
            }
            Field::Wishes | Field::At => Vec::new(),
        }
    }

    /// The same with every answer, where a few stand for more: each age, each commune, each language of a service, and
    /// budgets euro by euro.
    pub fn every(&self, field: Field, situation: &Situation, catalogue: &Catalogue) -> Vec<Situation> {
        match field {
            Field::Age => {
                let ages: Vec<u8> = (0..=OLDEST).collect();
                each(&ages, |told| &mut told.age, situation)
            }
            Field::Budget => {
                let budgets: Vec<Cents> = (0..=RICHEST).map(|euros| Cents(euros * 100)).collect();
                each(&budgets, |told| &mut told.budget, situation)
            }
            Field::Languages => {
                let mut spoken = Vec::new();
                for code in catalogue.languages.iter() {
                    spoken.extend(language::find(code.as_str()).map(|code| vec![code]));
                }
                each(&spoken, |told| &mut told.languages, situation)
            }
            Field::Commune => {
                let communes = 0..catalogue.territories.communes.len();
                within(communes.map(commune), situation, catalogue)
            }
            _ => Vec::new(),
        }
    }
}

/// The situation once the person lives in each of these places: only those of the region, when it is known.
fn within(places: impl Iterator<Item = Place>, situation: &Situation, catalogue: &Catalogue) -> Vec<Situation> {
    let there = |place: &Place| {
        let region = situation.communes.as_ref();
        region.is_none_or(|region| region.meets(&place.communes))
    };
    places
        .filter(there)
        .map(|place| {
            let mut told = situation.clone();
            told.live_in(place, catalogue);
            told
        })
        .collect()
}

/// A commune, without the name that nobody will read.
fn commune(position: usize) -> Place {
    Place {
        commune: Some(position),
        communes: CommuneSet::of([position]),
        name: String::new(),
        postal_code: None,
        note: None,
    }
}

fn each<T: Clone>(
    values: &[T],
    slot: impl Fn(&mut Situation) -> &mut Answer<T>,
    situation: &Situation,
) -> Vec<Situation> {
    values
        .iter()
        .map(|value| {
            let mut told = situation.clone();
            *slot(&mut told) = Answer::Known(value.clone());
            told
        })
        .collect()
}
