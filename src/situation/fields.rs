//! The questions: one row each, and nothing else to keep in step with it but its words (`words::questions`).
//!
//! A row says what the question is called in a file and on the command line, when it is asked and what its answer can
//! move. What kind of value it takes ([`Kind`]) says how the answer is read, tried, offered and written back. The rows
//! stand in the order of the JSON contract; [`Turn`] is the order in which they are asked.

use serde::Deserialize;
use serde_json::Value;

use crate::catalogue::Catalogue;
use crate::catalogue::date::Moment;
use crate::catalogue::model::{Need, Subject};
use crate::catalogue::terms::{Asking, Migration, Setting, Urgency};
use crate::catalogue::territory::CommuneSet;

use super::Answer;
use super::answers::Answers;
use super::kinds::{Euros, Held, Home, Ids, Instant, Kind, Land, Meant, Tongues, Typing, Way, Wishes, Word, Years};
use super::typed::Reader;

/// When a question is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Turn {
    /// Before all others, whatever their answers change.
    First,
    /// Where its answer changes most; among those that change as much, the smaller number first.
    Then(u8),
    /// After all others, whatever their answers change.
    Last,
    /// Never: it is told, not asked. It is read over after those that are asked.
    Never,
}

/// What an answer can move: a question is of use while one of these is open for some service.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moves {
    /// The order, of whatever services there are.
    Order,
    /// The verdict of the criterion of the same name.
    Verdict,
    /// A price that depends on what is not known yet.
    OpenPrice,
    /// Whether what has a price is payable.
    Payable,
    /// Which of several prices is paid.
    Reduction,
}

/// A question.
#[derive(Debug)]
pub struct Row {
    /// In JSON and YAML.
    pub key: &'static str,
    pub flag: &'static str,
    /// Other names in a file and on the command line.
    pub also: &'static [&'static str],
    pub turn: Turn,
    /// Everybody expects it: when it is not asked, the reason is said.
    pub expected: bool,
    pub moves: &'static [Moves],
    /// Whether this person may be asked.
    pub fits: fn(&Situation, &Catalogue) -> bool,
    /// Whether it has a line in the recap.
    pub read_over: fn(&Situation) -> bool,
    /// Whether it may have several values.
    pub list: bool,
    pub way: Way,
    pub is_asked: fn(&Situation) -> bool,
    pub(super) few: fn(&Answers, &Situation, &Catalogue) -> Vec<Situation>,
    pub(super) every: fn(&Situation, &Catalogue) -> Vec<Situation>,
    pub(super) told: fn(&Situation, &Catalogue) -> Value,
    /// The JSON Schema of what is written back, but for its description.
    pub schema: fn() -> Value,
    /// Every value that completes what is being typed; none where there are too many.
    pub values: fn(&Catalogue) -> Vec<Meant>,
    pub(super) read: fn(&Typed, &mut Reader<'_>, &mut Situation),
    pub(super) put: fn(&mut Typed, Vec<String>),
    pub(super) typed: for<'t> fn(&'t Typed) -> Vec<&'t str>,
}

macro_rules! fields {
    ($($(#[$meta:meta])* $key:ident: $kind:ty = $name:ident { $($row:tt)* })+) => {
        /// A field of a situation.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Field { $($(#[$meta])* $name),+ }

        /// What was typed; the keys are those of the JSON contract.
        #[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
        #[serde(default)]
        pub struct Typed { $(pub $key: <$kind as Kind>::Typed),+ }

        /// What is known of the person concerned.
        #[derive(Debug, Clone, PartialEq)]
        pub struct Situation {
            $($(#[$meta])* pub $key: <$kind as Kind>::Held,)+
            /// The communes the person may live in: of the commune, else of the region; `None` when nothing is known.
            pub communes: Option<CommuneSet>,
        }

        impl Situation {
            /// A situation of which nothing is known.
            pub fn unknown(at: Moment) -> Self {
                Self { $($key: Held::unsaid(at),)+ communes: None }
            }
        }

        impl Field {
            /// In the order of the JSON contract.
            pub const ALL: [Self; [$(stringify!($key)),+].len()] = [$(Self::$name),+];

            /// All that is known of it but its words.
            pub const fn row(self) -> &'static Row {
                match self {
                    $(Self::$name => const {
                        &Row {
                            key: stringify!($key),
                            list: <<$kind as Kind>::Typed as Typing>::LIST,
                            way: <$kind as Kind>::WAY,
                            is_asked: |situation| situation.$key.is_asked(),
                            few: |answers, situation, catalogue| {
                                let values = <$kind as Kind>::few(answers, situation, catalogue);
                                each::<$kind>(values, situation, catalogue, |told| &mut told.$key)
                            },
                            every: |situation, catalogue| {
                                let values = <$kind as Kind>::every(situation, catalogue);
                                each::<$kind>(values, situation, catalogue, |told| &mut told.$key)
                            },
                            told: |situation, catalogue| <$kind as Kind>::told(&situation.$key, catalogue),
                            schema: <$kind as Kind>::schema,
                            values: <$kind as Kind>::values,
                            read: |typed, reader, situation| {
                                situation.$key = <$kind as Kind>::read(&typed.$key.words(), reader, situation);
                            },
                            put: |typed, words| typed.$key.put(words),
                            typed: |typed| typed.$key.words(),
                            $($row)*
                        }
                    }),+
                }
            }
        }
    };
}

fields! {
    /// Where the person lives.
    commune: Home = Commune {
        flag: "--commune",
        also: &[],
        turn: Turn::Then(30),
        expected: true,
        moves: &[Moves::Order],
        fits: always,
        read_over: |_| true,
    }
    /// Without a commune, a region is better than nothing.
    region: Land = Region {
        flag: "--region",
        also: &[],
        turn: Turn::Then(31),
        expected: false,
        moves: &[Moves::Order],
        fits: |situation, _| situation.commune == Answer::Declined,
        read_over: |situation| situation.commune.known().is_none() && situation.region.is_asked(),
    }
    /// In years.
    age: Years = Age {
        flag: "--age",
        also: &[],
        turn: Turn::Then(40),
        expected: true,
        moves: &[Moves::Verdict, Moves::OpenPrice],
        fits: always,
        read_over: |_| true,
    }
    /// How soon help is needed.
    urgency: Word<Urgency> = Urgency {
        flag: "--urgence",
        also: &[],
        turn: Turn::First,
        expected: true,
        moves: &[Moves::Order],
        fits: always,
        read_over: |_| true,
    }
    /// For one session.
    budget: Euros = Budget {
        flag: "--budget",
        also: &[],
        turn: Turn::Then(70),
        expected: true,
        moves: &[Moves::Payable],
        fits: always,
        read_over: |_| true,
    }
    /// The BIM status (intervention majorée).
    bim: Word<bool> = Bim {
        flag: "--bim",
        also: &[],
        turn: Turn::Then(80),
        expected: false,
        moves: &[Moves::Reduction],
        fits: always,
        read_over: |_| true,
    }
    /// The most private one: it is asked last (asks 23).
    migration: Word<Migration> = Migration {
        flag: "--parcours-migratoire",
        also: &[],
        turn: Turn::Last,
        expected: true,
        moves: &[Moves::Verdict],
        fits: always,
        read_over: |_| true,
    }
    /// Languages spoken, as ISO 639-1 codes.
    languages: Tongues = Languages {
        flag: "--langue",
        also: &["language"],
        turn: Turn::Then(90),
        expected: false,
        moves: &[Moves::Order],
        fits: always,
        read_over: |_| true,
    }
    /// Who is asking.
    asking: Word<Asking> = Asking {
        flag: "--pour",
        also: &[],
        turn: Turn::Then(10),
        expected: false,
        moves: &[Moves::Order],
        fits: always,
        read_over: |_| true,
    }
    /// For a professional.
    setting: Word<Setting> = Setting {
        flag: "--cadre",
        also: &[],
        turn: Turn::Then(20),
        expected: false,
        moves: &[Moves::Verdict],
        fits: |situation, _| is_professional(situation),
        read_over: is_professional,
    }
    /// Positions in the catalogue's table of needs.
    needs: Ids<Need> = Needs {
        flag: "--besoin",
        also: &["need"],
        turn: Turn::Then(50),
        expected: false,
        moves: &[Moves::Order],
        fits: always,
        read_over: |_| true,
    }
    /// Positions in the catalogue's table of wishes.
    wishes: Wishes = Wishes {
        flag: "--souhait",
        also: &["wish"],
        turn: Turn::Never,
        expected: false,
        moves: &[],
        fits: always,
        read_over: |_| true,
    }
    /// Problems and publics narrower than a need, positions in the catalogue's table of subjects.
    about: Ids<Subject> = About {
        flag: "--precision",
        also: &["subject"],
        turn: Turn::Then(60),
        expected: false,
        moves: &[Moves::Order],
        fits: |situation, catalogue| splitting(situation, catalogue).next().is_some(),
        read_over: |situation| situation.about.is_asked(),
    }
    /// When help is looked for: hours and holidays.
    at: Instant = At {
        flag: "--quand",
        also: &[],
        turn: Turn::Never,
        expected: false,
        moves: &[],
        fits: always,
        read_over: |_| false,
    }
}

const fn always(_: &Situation, _: &Catalogue) -> bool {
    true
}

fn is_professional(situation: &Situation) -> bool {
    situation.asking.known() == Some(&Asking::Professional)
}

/// The subjects that split a need that is said: which of them is meant may be asked.
pub(super) fn splitting(situation: &Situation, catalogue: &Catalogue) -> impl Iterator<Item = usize> {
    let said = situation.needs.known().copied().unwrap_or_default();
    let splits = move |subject: &Subject| subject.need.is_some_and(|need| said.has(usize::from(need)));
    let subjects = catalogue.subjects.iter().enumerate();
    subjects.filter(move |(_, subject)| splits(subject)).map(|(position, _)| position)
}

/// The situation once each of these values is said.
fn each<K: Kind>(
    values: Vec<K::Held>,
    situation: &Situation,
    catalogue: &Catalogue,
    slot: fn(&mut Situation) -> &mut K::Held,
) -> Vec<Situation> {
    let told = |value| {
        let mut told = situation.clone();
        *slot(&mut told) = value;
        K::follows(&mut told, catalogue);
        told
    };
    values.into_iter().map(told).collect()
}
