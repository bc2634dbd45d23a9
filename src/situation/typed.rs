//! A situation as it was typed (flags, a line of JSON, a vignette), turned once into what it means.

use serde::Deserialize;

use crate::catalogue::date::Moment;
use crate::catalogue::fold::fold;
use crate::catalogue::model::Need;
use crate::catalogue::money::Cents;
use crate::catalogue::terms::{Asking, Migration, Positions, Region, Setting, Urgency};
use crate::catalogue::{Catalogue, Table, language};
use crate::lookup::{PlaceError, find_place, nearest};

use super::{Answer, Situation};

/// The word that says an answer is not known.
const UNKNOWN: &str = "inconnu";

/// What was typed; the keys are those of the JSON contract.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Typed {
    pub commune: Option<String>,
    pub region: Option<String>,
    pub age: Option<String>,
    pub urgency: Option<String>,
    pub budget: Option<String>,
    pub bim: Option<String>,
    pub migration: Option<String>,
    pub languages: Vec<String>,
    pub asking: Option<String>,
    pub setting: Option<String>,
    pub needs: Vec<String>,
    pub wishes: Vec<String>,
    pub about: Vec<String>,
    pub at: Option<String>,
}

/// A field of a situation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    Urgency,
    Asking,
    Setting,
    Region,
    Commune,
    Age,
    Needs,
    Wishes,
    About,
    Budget,
    Bim,
    Languages,
    Migration,
    At,
}

impl Field {
    /// The key of the field in JSON and YAML.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Urgency => "urgency",
            Self::Asking => "asking",
            Self::Setting => "setting",
            Self::Region => "region",
            Self::Commune => "commune",
            Self::Age => "age",
            Self::Needs => "needs",
            Self::Wishes => "wishes",
            Self::About => "about",
            Self::Budget => "budget",
            Self::Bim => "bim",
            Self::Languages => "languages",
            Self::Migration => "migration",
            Self::At => "at",
        }
    }

    /// The flag of the field on the command line.
    pub const fn flag(self) -> &'static str {
        match self {
            Self::Urgency => "--urgence",
            Self::Asking => "--pour",
            Self::Setting => "--cadre",
            Self::Region => "--region",
            Self::Commune => "--commune",
            Self::Age => "--age",
            Self::Needs => "--besoin",
            Self::Wishes => "--souhait",
            Self::About => "--precision",
            Self::Budget => "--budget",
            Self::Bim => "--bim",
            Self::Languages => "--langue",
            Self::Migration => "--parcours-migratoire",
            Self::At => "--quand",
        }
    }
}

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
        let mut reader = Reader { mistakes: Vec::new() };
        let mut situation = Situation::unknown(now);
        situation.region = reader.word(Field::Region, self.region.as_deref(), Region::ALL, Region::slug);
        situation.age =
            reader.parse(Field::Age, self.age.as_deref(), |text| text.parse().ok().filter(|age| *age <= 120));
        situation.urgency = reader.word(Field::Urgency, self.urgency.as_deref(), Urgency::ALL, Urgency::slug);
        situation.budget = reader.parse(Field::Budget, self.budget.as_deref(), Cents::parse);
        let bim = reader.word(Field::Bim, self.bim.as_deref(), &[true, false], |yes| if yes { "oui" } else { "non" });
        situation.bim = bim;
        situation.migration = reader.word(Field::Migration, self.migration.as_deref(), Migration::ALL, Migration::slug);
        situation.languages = reader.languages(&self.languages);
        situation.asking = reader.word(Field::Asking, self.asking.as_deref(), Asking::ALL, Asking::slug);
        situation.setting = reader.word(Field::Setting, self.setting.as_deref(), Setting::ALL, Setting::slug);
        fn ids(table: &Table<Need>) -> impl Iterator<Item = &str> {
            table.iter().map(|need| need.id.as_str())
        }
        situation.needs = reader.positions(Field::Needs, &self.needs, ids(&catalogue.needs));
        situation.wishes = reader.positions(Field::Wishes, &self.wishes, ids(&catalogue.wishes));
        let subjects = catalogue.subjects.iter().map(|subject| subject.id.as_str());
        situation.about = reader.positions(Field::About, &self.about, subjects);
        if let Answer::Known(at) = reader.parse(Field::At, self.at.as_deref(), Moment::parse) {
            situation.at = at;
        }
        reader.place(&mut situation, self.commune.as_deref(), catalogue);
        if reader.mistakes.is_empty() { Ok(situation) } else { Err(reader.mistakes) }
    }
}

struct Reader {
    mistakes: Vec<Mistake>,
}

impl Reader {
    fn mistake(&mut self, field: Field, typed: &str, trouble: Trouble) {
        self.mistakes.push(Mistake { field, typed: typed.to_owned(), trouble });
    }

    fn parse<T>(&mut self, field: Field, typed: Option<&str>, parse: impl Fn(&str) -> Option<T>) -> Answer<T> {
        let Some(typed) = typed.map(str::trim) else {
            return Answer::NotAsked;
        };
        if typed == UNKNOWN {
            return Answer::Declined;
        }
        parse(typed).map_or_else(
            || {
                self.mistake(field, typed, Trouble::Unreadable);
                Answer::Declined
            },
            Answer::Known,
        )
    }

    fn word<T: Copy>(
        &mut self,
        field: Field,
        typed: Option<&str>,
        all: &[T],
        slug: impl Fn(T) -> &'static str,
    ) -> Answer<T> {
        let Some(typed) = typed.map(str::trim) else {
            return Answer::NotAsked;
        };
        if typed == UNKNOWN {
            return Answer::Declined;
        }
        if let Some(value) = all.iter().copied().find(|value| slug(*value) == typed) {
            return Answer::Known(value);
        }
        let choices: Vec<String> = all.iter().map(|value| slug(*value).to_owned()).collect();
        self.no_such(field, typed, choices);
        Answer::Declined
    }

    fn no_such(&mut self, field: Field, typed: &str, choices: Vec<String>) {
        let near = nearest(typed, choices.iter().map(|choice| (fold(choice), choice.clone())), 1).pop();
        self.mistake(field, typed, Trouble::NoSuchValue { near: near.map(|near| near.candidate), choices });
    }

    fn languages(&mut self, typed: &[String]) -> Answer<Vec<&'static str>> {
        if typed.is_empty() {
            return Answer::NotAsked;
        }
        let mut spoken = Vec::new();
        for code in typed.iter().map(|code| code.trim()).filter(|code| *code != UNKNOWN) {
            if let Some(known) = language::find(code) {
                spoken.push(known);
                continue;
            }
            // a name instead of a code: « arabe » for « ar »
            let names = language::LANGUAGES.iter().map(|(code, name)| (fold(name), (*code).to_owned()));
            let near = nearest(code, names, 1).pop().map(|near| near.candidate);
            let choices = ["fr", "nl", "de", "en", "ar", "tr", "uk"].map(str::to_owned).to_vec();
            self.mistake(Field::Languages, code, Trouble::NoSuchValue { near, choices });
        }
        if spoken.is_empty() { Answer::Declined } else { Answer::Known(spoken) }
    }

    fn positions<'t>(
        &mut self,
        field: Field,
        typed: &[String],
        ids: impl Iterator<Item = &'t str>,
    ) -> Answer<Positions> {
        if typed.is_empty() {
            return Answer::NotAsked;
        }
        let known: Vec<&str> = ids.collect();
        let mut set = Positions::default();
        for word in typed.iter().map(|word| word.trim()).filter(|word| *word != UNKNOWN) {
            if let Some(position) = known.iter().position(|id| *id == word) {
                set.insert(position);
            } else {
                let choices = known.iter().map(ToString::to_string).collect();
                self.no_such(field, word, choices);
            }
        }
        if set.is_empty() { Answer::Declined } else { Answer::Known(set) }
    }

    fn place(&mut self, situation: &mut Situation, typed: Option<&str>, catalogue: &Catalogue) {
        let territories = &catalogue.territories;
        let within = match situation.region.known() {
            // somebody who says « Wallonie » may well live in a German-speaking commune
            Some(Region::Wallonie) if typed.is_some() => {
                Some(territories.communes_of(Region::Wallonie).or(&territories.communes_of(Region::Germanophone)))
            }
            Some(region) => Some(territories.communes_of(*region)),
            None => None,
        };
        let Some(typed) = typed.map(str::trim) else {
            situation.communes = within;
            return;
        };
        if typed == UNKNOWN {
            situation.commune = Answer::Declined;
            situation.communes = within;
            return;
        }
        match find_place(territories, typed, within.as_ref()) {
            Ok(place) => match (situation.region.known(), &within) {
                (Some(region), Some(within)) if place.communes.and(within).is_empty() => {
                    let trouble = Trouble::OutsideRegion { commune: place.name, region: *region };
                    self.mistake(Field::Commune, typed, trouble);
                }
                _ => situation.live_in(place, catalogue),
            },
            Err(error) => {
                let elsewhere = if within.is_some() { find_place(territories, typed, None).ok() } else { None };
                let trouble = match (elsewhere, situation.region.known()) {
                    (Some(place), Some(region)) => Trouble::OutsideRegion { commune: place.name, region: *region },
                    _ => Trouble::Place(error),
                };
                self.mistake(Field::Commune, typed, trouble);
            }
        }
    }
}
