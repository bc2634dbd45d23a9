//! A situation as it was typed (flags, a line of JSON, a vignette), turned once into what it means.

use crate::catalogue::Catalogue;
use crate::catalogue::date::Moment;
use crate::catalogue::fold::fold;
use crate::catalogue::language;
use crate::catalogue::terms::{Positions, Region};
use crate::lookup::{Place, PlaceError, find_place, nearest};

use super::{Answer, Field, Situation, Typed};

/// The word that says an answer is not known.
pub const UNKNOWN: &str = "inconnu";

/// Something typed that means nothing here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mistake {
    pub field: Field,
    pub typed: String,
    pub trouble: Trouble,
}

/// What is wrong with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trouble {
    /// No value of the vocabulary: the nearest one, and all of them.
    NoSuchValue {
        near: Option<String>,
        choices: Vec<String>,
    },
    /// An age, an amount or a date that is none.
    Unreadable,
    Place(PlaceError),
    /// The commune does not lie in the region.
    OutsideRegion {
        commune: String,
        region: Region,
    },
}

impl Typed {
    /// Reads a whole situation, or says everything that cannot be read.
    ///
    /// # Errors
    /// Every mistake.
    pub fn read(&self, catalogue: &Catalogue, now: Moment) -> Result<Situation, Vec<Mistake>> {
        let mut situation = Situation::unknown(now);
        let mut reader = Reader { catalogue, field: Field::At, mistakes: Vec::new() };
        // a commune is looked for in the region, so it comes last
        let place_last = Field::ALL.into_iter().filter(|field| *field != Field::Commune).chain([Field::Commune]);
        for field in place_last {
            reader.field = field;
            (field.row().read)(self, &mut reader, &mut situation);
        }
        if reader.mistakes.is_empty() { Ok(situation) } else { Err(reader.mistakes) }
    }
}

/// Reads the questions one by one, and keeps what cannot be read.
pub struct Reader<'c> {
    pub(super) catalogue: &'c Catalogue,
    /// The question whose words are read.
    field: Field,
    mistakes: Vec<Mistake>,
}

impl Reader<'_> {
    fn mistake(&mut self, typed: &str, trouble: Trouble) {
        self.mistakes.push(Mistake { field: self.field, typed: typed.to_owned(), trouble });
    }

    fn no_such(&mut self, typed: &str, choices: Vec<String>) {
        let near = nearest(typed, choices.iter().map(|choice| (fold(choice), choice.clone())), 1).pop();
        self.mistake(typed, Trouble::NoSuchValue { near: near.map(|near| near.candidate), choices });
    }

    /// An age, an amount, a date.
    pub(super) fn parse<T>(&mut self, words: &[&str], parse: impl Fn(&str) -> Option<T>) -> Answer<T> {
        let said = said(words);
        let Answer::Known(typed) = said else {
            return said.empty();
        };
        parse(typed).map_or_else(
            || {
                self.mistake(typed, Trouble::Unreadable);
                Answer::Declined
            },
            Answer::Known,
        )
    }

    /// A word of a closed vocabulary.
    pub(super) fn word<T: Copy>(&mut self, words: &[&str], all: &[T], slug: impl Fn(T) -> &'static str) -> Answer<T> {
        let said = said(words);
        let Answer::Known(typed) = said else {
            return said.empty();
        };
        if let Some(value) = all.iter().copied().find(|value| slug(*value) == typed) {
            return Answer::Known(value);
        }
        self.no_such(typed, all.iter().map(|value| slug(*value).to_owned()).collect());
        Answer::Declined
    }

    pub(super) fn languages(&mut self, words: &[&str]) -> Answer<Vec<&'static str>> {
        if words.is_empty() {
            return Answer::NotAsked;
        }
        let mut spoken = Vec::new();
        for code in several(words) {
            if let Some(known) = language::find(&code.to_lowercase()) {
                spoken.push(known);
                continue;
            }
            // a name instead of a code: « arabe » for « ar »
            let names = language::LANGUAGES.iter().map(|(code, name)| (fold(name), (*code).to_owned()));
            let near = nearest(code, names, 1).pop().map(|near| near.candidate);
            let choices = ["fr", "nl", "de", "en", "ar", "tr", "uk"].map(str::to_owned).to_vec();
            self.mistake(code, Trouble::NoSuchValue { near, choices });
        }
        if spoken.is_empty() { Answer::Declined } else { Answer::Known(spoken) }
    }

    /// Ids of a table.
    pub(super) fn positions<'t>(&mut self, words: &[&str], ids: impl Iterator<Item = &'t str>) -> Answer<Positions> {
        if words.is_empty() {
            return Answer::NotAsked;
        }
        let known: Vec<&str> = ids.collect();
        let mut set = Positions::default();
        for word in several(words) {
            if let Some(position) = known.iter().position(|id| *id == word) {
                set.insert(position);
            } else {
                self.no_such(word, known.iter().map(ToString::to_string).collect());
            }
        }
        if set.is_empty() { Answer::Declined } else { Answer::Known(set) }
    }

    /// A place, in the region when it is known; without one, the region says which communes there may be.
    pub(super) fn place(&mut self, words: &[&str], situation: &mut Situation) -> Answer<Place> {
        let territories = &self.catalogue.territories;
        let region = situation.region.known().copied();
        let within = region.map(|region| match region {
            // somebody who says « Wallonie » may well live in a German-speaking commune
            Region::Wallonie if !words.is_empty() => {
                territories.communes_of(Region::Wallonie).or(&territories.communes_of(Region::Germanophone))
            }
            region => territories.communes_of(region),
        });
        let said = said(words);
        let Answer::Known(typed) = said else {
            situation.communes = within;
            return said.empty();
        };
        let trouble = match find_place(territories, typed, within.as_ref()) {
            Ok(place) => match region.zip(within) {
                Some((region, within)) if place.communes.and(&within).is_empty() => {
                    Trouble::OutsideRegion { commune: place.name, region }
                }
                _ => {
                    situation.live_in(place.clone(), self.catalogue);
                    return Answer::Known(place);
                }
            },
            Err(error) => {
                let elsewhere = |region| Some((find_place(territories, typed, None).ok()?.name, region));
                match region.and_then(elsewhere) {
                    Some((commune, region)) => Trouble::OutsideRegion { commune, region },
                    None => Trouble::Place(error),
                }
            }
        };
        self.mistake(typed, trouble);
        Answer::Declined
    }
}

/// What is typed where one text is expected.
fn said<'t>(words: &[&'t str]) -> Answer<&'t str> {
    match words.first().map(|word| word.trim()) {
        None => Answer::NotAsked,
        Some(UNKNOWN) => Answer::Declined,
        Some(typed) => Answer::Known(typed),
    }
}

/// What is typed where several words are.
fn several<'t>(words: &[&'t str]) -> impl Iterator<Item = &'t str> {
    words.iter().map(|word| word.trim()).filter(|word| *word != UNKNOWN)
}
