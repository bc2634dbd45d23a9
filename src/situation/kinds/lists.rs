//! Kinds of which there may be several: languages, and ids of a table of the catalogue.

use std::marker::PhantomData;

use serde_json::{Value, json};

use crate::catalogue::model::{Need, Subject};
use crate::catalogue::terms::Positions;
use crate::catalogue::{Catalogue, Table, language};

use super::super::fields::splitting;
use super::super::typed::Reader;
use super::super::{Answer, Answers, Situation};
use super::{Kind, Meant, Way, known};

/// The national languages, then two whose speakers find fewer services: the ones the questionnaire offers.
pub const LANGUAGES: [&str; 5] = ["fr", "nl", "de", "en", "ar"];

/// Languages, by their codes.
pub struct Tongues;

impl Kind for Tongues {
    type Typed = Vec<String>;
    type Held = Answer<Vec<&'static str>>;
    const WAY: Way = Way::Languages;

    fn read(words: &[&str], reader: &mut Reader<'_>, _: &mut Situation) -> Self::Held {
        reader.languages(words)
    }

    fn few(_: &Answers, _: &Situation, _: &Catalogue) -> Vec<Self::Held> {
        known(LANGUAGES.into_iter().map(|code| vec![code]))
    }

    fn every(_: &Situation, catalogue: &Catalogue) -> Vec<Self::Held> {
        known(catalogue.languages.iter().filter_map(|code| language::find(code.as_str())).map(|code| vec![code]))
    }

    fn told(held: &Self::Held, _: &Catalogue) -> Value {
        held.known().cloned().unwrap_or_default().into()
    }

    fn schema() -> Value {
        json!({ "type": "array", "items": { "type": "string", "pattern": "^[a-z]{2}$" } })
    }

    fn values(_: &Catalogue) -> Vec<Meant> {
        language::LANGUAGES.iter().map(|(code, name)| ((*code).to_owned(), Some((*name).to_owned()))).collect()
    }
}

/// Ids of a table of the catalogue.
pub struct Ids<T>(PhantomData<T>);

impl Kind for Ids<Need> {
    type Typed = Vec<String>;
    type Held = Answer<Positions>;
    const WAY: Way = Way::Named(|catalogue| &catalogue.needs);

    fn read(words: &[&str], reader: &mut Reader<'_>, _: &mut Situation) -> Self::Held {
        reader.positions(words, ids(&reader.catalogue.needs))
    }

    /// Each need alone: which two go together, nobody knows beforehand.
    fn few(_: &Answers, _: &Situation, catalogue: &Catalogue) -> Vec<Self::Held> {
        known((0..catalogue.needs.len()).map(|need| Positions::of([need])))
    }

    fn told(held: &Self::Held, catalogue: &Catalogue) -> Value {
        listed(held, |position| catalogue.needs.get(position).id.to_string())
    }

    fn schema() -> Value {
        words()
    }

    fn values(catalogue: &Catalogue) -> Vec<Meant> {
        catalogue.needs.iter().map(|need| (need.id.to_string(), Some(need.label.to_string()))).collect()
    }
}

/// Wishes are a table of needs of their own. None is tried: nobody is asked for them.
pub struct Wishes;

impl Kind for Wishes {
    type Typed = Vec<String>;
    type Held = Answer<Positions>;
    const WAY: Way = Way::Named(|catalogue| &catalogue.wishes);

    fn read(words: &[&str], reader: &mut Reader<'_>, _: &mut Situation) -> Self::Held {
        reader.positions(words, ids(&reader.catalogue.wishes))
    }

    fn few(_: &Answers, _: &Situation, _: &Catalogue) -> Vec<Self::Held> {
        Vec::new()
    }

    fn told(held: &Self::Held, catalogue: &Catalogue) -> Value {
        listed(held, |position| catalogue.wishes.get(position).id.to_string())
    }

    fn schema() -> Value {
        words()
    }

    fn values(catalogue: &Catalogue) -> Vec<Meant> {
        catalogue.wishes.iter().map(|wish| (wish.id.to_string(), Some(wish.label.to_string()))).collect()
    }
}

impl Kind for Ids<Subject> {
    type Typed = Vec<String>;
    type Held = Answer<Positions>;
    const WAY: Way = Way::PickSome;

    fn read(words: &[&str], reader: &mut Reader<'_>, _: &mut Situation) -> Self::Held {
        reader.positions(words, reader.catalogue.subjects.iter().map(|subject| subject.id.as_str()))
    }

    /// Each subject of the needs said, alone.
    fn few(_: &Answers, situation: &Situation, catalogue: &Catalogue) -> Vec<Self::Held> {
        known(splitting(situation, catalogue).map(|subject| Positions::of([subject])))
    }

    fn told(held: &Self::Held, catalogue: &Catalogue) -> Value {
        listed(held, |position| catalogue.subjects.get(position).id.to_string())
    }

    fn schema() -> Value {
        words()
    }

    fn values(catalogue: &Catalogue) -> Vec<Meant> {
        catalogue.subjects.iter().map(|subject| (subject.id.to_string(), Some(subject.label.to_string()))).collect()
    }
}

fn words() -> Value {
    json!({ "type": "array", "items": { "type": "string" } })
}

fn ids(table: &Table<Need>) -> impl Iterator<Item = &str> {
    table.iter().map(|need| need.id.as_str())
}

fn listed(held: &Answer<Positions>, id: impl Fn(usize) -> String) -> Value {
    held.known().copied().unwrap_or_default().iter().map(id).collect()
}
