//! The kinds of values a question takes: how each is read, which answers are tried, how it is written back.

mod lists;

pub use lists::{Ids, LANGUAGES, Tongues, Wishes};

use std::marker::PhantomData;

use serde_json::{Value, json};

use crate::catalogue::date::Moment;
use crate::catalogue::model::Need;
use crate::catalogue::money::Cents;
use crate::catalogue::terms::{Asking, Migration, Region, Setting, Urgency};
use crate::catalogue::territory::CommuneSet;
use crate::catalogue::{Catalogue, Table};
use crate::lookup::Place;

use super::answers::Answers;
use super::typed::Reader;
use super::{Answer, Situation};

/// A child, an adolescent, somebody of 18 to 25, an adult, an elderly person; and the two sides of a price that ends at
/// 24 years.
const AGES: [u8; 6] = [8, 16, 21, 24, 40, 75];

/// The oldest age that may be typed.
const OLDEST: u8 = 120;

/// Nothing, the price of a contracted psychologist, and what pays most sessions, in euros.
const BUDGETS: [u32; 3] = [0, 11, 40];

/// More than a session costs anywhere, in euros.
const RICHEST: u32 = 150;

/// How an answer is given at the desk.
#[derive(Debug, Clone, Copy)]
pub enum Way {
    /// One of a few answers.
    Pick,
    YesNo,
    /// Some of a list.
    PickSome,
    /// Some of a list, or words that mean some: needs, or wishes.
    Named(fn(&Catalogue) -> &Table<Need>),
    Languages,
    Place,
    Years,
    Euros,
    Date,
}

/// What is typed for a question: one text, or a list of them.
pub trait Typing {
    const LIST: bool;
    fn words(&self) -> Vec<&str>;
    fn put(&mut self, words: Vec<String>);
}

impl Typing for Option<String> {
    const LIST: bool = false;

    fn words(&self) -> Vec<&str> {
        self.as_deref().into_iter().collect()
    }

    fn put(&mut self, words: Vec<String>) {
        *self = words.into_iter().next();
    }
}

impl Typing for Vec<String> {
    const LIST: bool = true;

    fn words(&self) -> Vec<&str> {
        self.iter().map(String::as_str).collect()
    }

    fn put(&mut self, words: Vec<String>) {
        *self = words;
    }
}

/// What is held of an answer.
pub trait Held {
    fn unsaid(now: Moment) -> Self;
    fn is_asked(&self) -> bool;
}

impl<T> Held for Answer<T> {
    fn unsaid(_: Moment) -> Self {
        Self::NotAsked
    }

    fn is_asked(&self) -> bool {
        !matches!(self, Self::NotAsked)
    }
}

impl Held for Moment {
    fn unsaid(now: Moment) -> Self {
        now
    }

    fn is_asked(&self) -> bool {
        true
    }
}

/// A value that completes what is being typed, and what it means.
pub type Meant = (String, Option<String>);

/// A kind of value.
pub trait Kind {
    type Typed: Typing;
    type Held: Held;
    const WAY: Way;

    fn read(words: &[&str], reader: &mut Reader<'_>, situation: &mut Situation) -> Self::Held;

    /// A few answers that stand for all the others.
    fn few(answers: &Answers, situation: &Situation, catalogue: &Catalogue) -> Vec<Self::Held>;

    /// Every answer, where a few stand for more.
    fn every(_: &Situation, _: &Catalogue) -> Vec<Self::Held> {
        Vec::new()
    }

    /// What else the answer settles.
    fn follows(_: &mut Situation, _: &Catalogue) {}

    /// As it is written back in JSON.
    fn told(held: &Self::Held, catalogue: &Catalogue) -> Value;

    /// The JSON Schema of what is written back, but for its description.
    fn schema() -> Value;

    /// The values that complete what is being typed; none where there are too many.
    fn values(_: &Catalogue) -> Vec<Meant> {
        Vec::new()
    }
}

/// A closed vocabulary.
pub trait Spelled: Copy + 'static {
    const WORDS: &'static [Self];
    const WAY: Way = Way::Pick;

    fn spelling(self) -> &'static str;

    fn told(self) -> Value {
        self.spelling().into()
    }

    fn schema() -> Value {
        let words = Self::WORDS.iter().map(|word| word.told()).chain([Value::Null]);
        json!({ "type": ["string", "null"], "enum": words.collect::<Vec<_>>() })
    }
}

macro_rules! vocabularies {
    ($($name:ident)+) => {
        $(impl Spelled for $name {
            const WORDS: &'static [Self] = Self::ALL;

            fn spelling(self) -> &'static str {
                self.slug()
            }
        })+
    };
}

vocabularies!(Urgency Asking Setting Region Migration);

impl Spelled for bool {
    const WORDS: &'static [Self] = &[true, false];
    const WAY: Way = Way::YesNo;

    fn spelling(self) -> &'static str {
        if self { "oui" } else { "non" }
    }

    fn told(self) -> Value {
        self.into()
    }

    fn schema() -> Value {
        json!({ "type": ["boolean", "null"] })
    }
}

/// One word of a vocabulary; of yes and no, too.
pub struct Word<T>(PhantomData<T>);

impl<T: Spelled> Kind for Word<T> {
    type Typed = Option<String>;
    type Held = Answer<T>;
    const WAY: Way = T::WAY;

    fn read(words: &[&str], reader: &mut Reader<'_>, _: &mut Situation) -> Answer<T> {
        reader.word(words, T::WORDS, T::spelling)
    }

    fn few(_: &Answers, _: &Situation, _: &Catalogue) -> Vec<Answer<T>> {
        known(T::WORDS.iter().copied())
    }

    fn told(held: &Answer<T>, _: &Catalogue) -> Value {
        held.known().map_or(Value::Null, |value| value.told())
    }

    fn schema() -> Value {
        T::schema()
    }

    fn values(_: &Catalogue) -> Vec<Meant> {
        T::WORDS.iter().map(|value| (value.spelling().to_owned(), None)).collect()
    }
}

fn known<T>(values: impl Iterator<Item = T>) -> Vec<Answer<T>> {
    values.map(Answer::Known).collect()
}

/// A region: it settles the communes.
pub struct Land;

impl Kind for Land {
    type Typed = Option<String>;
    type Held = Answer<Region>;
    const WAY: Way = Way::Pick;

    fn read(words: &[&str], reader: &mut Reader<'_>, situation: &mut Situation) -> Answer<Region> {
        Word::read(words, reader, situation)
    }

    fn few(answers: &Answers, situation: &Situation, catalogue: &Catalogue) -> Vec<Answer<Region>> {
        Word::few(answers, situation, catalogue)
    }

    fn follows(situation: &mut Situation, catalogue: &Catalogue) {
        situation.communes = situation.region.known().map(|region| catalogue.territories.communes_of(*region));
    }

    fn told(held: &Answer<Region>, catalogue: &Catalogue) -> Value {
        Word::told(held, catalogue)
    }

    fn schema() -> Value {
        Word::<Region>::schema()
    }

    fn values(catalogue: &Catalogue) -> Vec<Meant> {
        Word::<Region>::values(catalogue)
    }
}

/// A commune, a locality or a postal code: it settles the region too.
pub struct Home;

impl Kind for Home {
    type Typed = Option<String>;
    type Held = Answer<Place>;
    const WAY: Way = Way::Place;

    fn read(words: &[&str], reader: &mut Reader<'_>, situation: &mut Situation) -> Answer<Place> {
        reader.place(words, situation)
    }

    fn few(answers: &Answers, situation: &Situation, _: &Catalogue) -> Vec<Answer<Place>> {
        within(answers.places.iter().cloned(), situation)
    }

    fn every(situation: &Situation, catalogue: &Catalogue) -> Vec<Answer<Place>> {
        within((0..catalogue.territories.communes.len()).map(commune), situation)
    }

    fn follows(situation: &mut Situation, catalogue: &Catalogue) {
        if let Some(place) = situation.commune.known().cloned() {
            situation.live_in(place, catalogue);
        }
    }

    fn told(held: &Answer<Place>, catalogue: &Catalogue) -> Value {
        held.known().map_or(Value::Null, |place| {
            let commune = place.commune.map(|position| catalogue.territories.communes.get(position));
            json!({ "nis": commune.map(|commune| commune.nis.to_string()), "name": place.name })
        })
    }

    fn schema() -> Value {
        json!({ "anyOf": [{ "$ref": "#/$defs/commune" }, { "type": "null" }] })
    }
}

/// Only places of the region, when it is known.
fn within(places: impl Iterator<Item = Place>, situation: &Situation) -> Vec<Answer<Place>> {
    let region = situation.communes.as_ref();
    known(places.filter(|place| region.is_none_or(|region| region.meets(&place.communes))))
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

/// An age.
pub struct Years;

impl Kind for Years {
    type Typed = Option<String>;
    type Held = Answer<u8>;
    const WAY: Way = Way::Years;

    fn read(words: &[&str], reader: &mut Reader<'_>, _: &mut Situation) -> Answer<u8> {
        reader.parse(words, |text| text.parse().ok().filter(|age| *age <= OLDEST))
    }

    fn few(_: &Answers, _: &Situation, _: &Catalogue) -> Vec<Answer<u8>> {
        known(AGES.into_iter())
    }

    fn every(_: &Situation, _: &Catalogue) -> Vec<Answer<u8>> {
        known(0..=OLDEST)
    }

    fn told(held: &Answer<u8>, _: &Catalogue) -> Value {
        held.known().copied().into()
    }

    fn schema() -> Value {
        json!({ "type": ["integer", "null"], "minimum": 0, "maximum": OLDEST })
    }
}

/// An amount.
pub struct Euros;

impl Kind for Euros {
    type Typed = Option<String>;
    type Held = Answer<Cents>;
    const WAY: Way = Way::Euros;

    fn read(words: &[&str], reader: &mut Reader<'_>, _: &mut Situation) -> Answer<Cents> {
        reader.parse(words, Cents::parse)
    }

    fn few(_: &Answers, _: &Situation, _: &Catalogue) -> Vec<Answer<Cents>> {
        known(BUDGETS.into_iter().map(|euros| Cents(euros * 100)))
    }

    fn every(_: &Situation, _: &Catalogue) -> Vec<Answer<Cents>> {
        known((0..=RICHEST).map(|euros| Cents(euros * 100)))
    }

    fn told(held: &Answer<Cents>, _: &Catalogue) -> Value {
        held.known().map(|amount| f64::from(amount.0) / 100.0).into()
    }

    fn schema() -> Value {
        json!({ "type": ["number", "null"], "minimum": 0 })
    }
}

/// A date and a time; now, when nothing is said.
pub struct Instant;

impl Kind for Instant {
    type Typed = Option<String>;
    type Held = Moment;
    const WAY: Way = Way::Date;

    fn read(words: &[&str], reader: &mut Reader<'_>, situation: &mut Situation) -> Moment {
        reader.parse(words, Moment::parse).known().copied().unwrap_or(situation.at)
    }

    fn few(_: &Answers, _: &Situation, _: &Catalogue) -> Vec<Moment> {
        Vec::new()
    }

    fn told(held: &Moment, _: &Catalogue) -> Value {
        held.to_string().into()
    }

    fn schema() -> Value {
        json!({ "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}$" })
    }
}
