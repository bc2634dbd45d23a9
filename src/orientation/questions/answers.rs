//! The answers tried: a few of each question stand for all the others.

use crate::catalogue::money::Cents;
use crate::catalogue::terms::{Asking, Migration, Positions, Region, Setting, Urgency};
use crate::catalogue::territory::CommuneSet;
use crate::catalogue::{Catalogue, Corrupt};
use crate::lookup::{Place, find_place};
use crate::situation::{Answer, Field, Situation};

/// A child, an adolescent, somebody of 18 to 25, an adult, an elderly person; and the two sides of a price that ends at 24 years.
const AGES: [u8; 6] = [8, 16, 21, 24, 40, 75];

/// Nothing, the price of a contracted psychologist, and what pays most sessions, in euros.
const BUDGETS: [u32; 3] = [0, 11, 40];

/// The national languages, then two whose speakers find fewer services: the ones the questionnaire offers.
const LANGUAGES: [&str; 5] = ["fr", "nl", "de", "en", "ar"];

/// The chief towns of the ten provinces, Brussels, and Eupen for the German-speaking communes.
const PLACES: [&str; 12] = [
    "1000", "3000", "1300", "2000", "3500", "9000", "8000", "7000", "4000", "6700", "5000", "4700",
];

/// The answers tried, as far as they are read from a catalogue.
#[derive(Debug, Clone)]
pub struct Answers {
    places: Vec<Place>,
    regions: Vec<(Region, CommuneSet)>,
    needs: usize,
}

impl Answers {
    /// Finds the places in the catalogue; those it does not have are not tried.
    ///
    /// # Errors
    /// When the catalogue is damaged.
    pub fn new(catalogue: &Catalogue<'_>) -> Result<Self, Corrupt> {
        let mut places = Vec::with_capacity(PLACES.len());
        for code in PLACES {
            places.extend(find_place(&catalogue.territories, code, None)?.ok());
        }
        let mut regions = Vec::with_capacity(Region::ALL.len());
        for region in Region::ALL {
            regions.push((*region, catalogue.territories.communes_of(*region)?));
        }
        Ok(Self {
            places,
            regions,
            needs: catalogue.needs.len(),
        })
    }

    /// The situation once each of the answers tried is given to a question.
    ///
    /// # Errors
    /// When the catalogue is damaged.
    pub fn to(
        &self,
        field: Field,
        situation: &Situation,
        catalogue: &Catalogue<'_>,
    ) -> Result<Vec<Situation>, Corrupt> {
        let with = |answer: &dyn Fn(&mut Situation)| {
            let mut told = situation.clone();
            answer(&mut told);
            told
        };
        Ok(match field {
            Field::Urgency => each(Urgency::ALL, |told| &mut told.urgency, situation),
            Field::Asking => each(Asking::ALL, |told| &mut told.asking, situation),
            Field::Setting => each(Setting::ALL, |told| &mut told.setting, situation),
            Field::Migration => each(Migration::ALL, |told| &mut told.migration, situation),
            Field::Bim => each(&[true, false], |told| &mut told.bim, situation),
            Field::Age => each(&AGES, |told| &mut told.age, situation),
            Field::Budget => each(
                &BUDGETS.map(|euros| Cents(euros * 100)),
                |told| &mut told.budget,
                situation,
            ),
            Field::Languages => LANGUAGES
                .iter()
                .map(|code| with(&|told| told.languages = Answer::Known(vec![*code])))
                .collect(),
            // each need alone: which two go together, nobody knows beforehand
            Field::Needs => (0..self.needs)
                .map(|need| with(&|told| told.needs = Answer::Known(Positions::of([need]))))
                .collect(),
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
            Field::Commune => return self.places(situation, catalogue),
            Field::Wishes | Field::At => Vec::new(),
        })
    }

    /// Only places of the region, when it is known.
    fn places(
        &self,
        situation: &Situation,
        catalogue: &Catalogue<'_>,
    ) -> Result<Vec<Situation>, Corrupt> {
        let there = |place: &&Place| {
            situation
                .communes
                .as_ref()
                .is_none_or(|within| within.meets(&place.communes))
        };
        self.places
            .iter()
            .filter(there)
            .map(|place| {
                let mut told = situation.clone();
                told.live_in(place.clone(), catalogue)?;
                Ok(told)
            })
            .collect()
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
