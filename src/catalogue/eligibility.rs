//! Whom a service admits: what an entry may say of it, what is kept of that for the judgement, and how the one is read
//! as the other.
//!
//! One row a rule. A rule added here may be written in an entry, is filled from defaults, is checked, and stands in the
//! facts that the criteria judge. Bounds of age and conditions have checks of their own: they stand beside the rows.

use serde::{Deserialize, Serialize};

use super::check::report::Report;
use super::terms::{Asking, Audience, Gender, Migration, Paper, Setting, Terms};

macro_rules! rules {
    ($($(#[$meta:meta])* $name:ident: $said:ty => $kept:ty, $read:expr;)+) => {
        /// What an entry says of it.
        #[derive(Debug, Clone, Default, Deserialize)]
        #[serde(deny_unknown_fields, default)]
        pub struct Eligibility {
            pub age: Option<Age>,
            pub conditions: Option<Vec<String>>,
            $(pub $name: Option<$said>,)+
        }

        impl Eligibility {
            /// Fills what the entry does not say with what `defaults` says, key by key.
            pub fn or(self, defaults: &Self) -> Self {
                Self {
                    age: self.age.or_else(|| defaults.age.clone()),
                    conditions: self.conditions.or_else(|| defaults.conditions.clone()),
                    $($name: self.$name.or_else(|| defaults.$name.clone()),)+
                }
            }
        }

        /// What is judged of it.
        #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
        pub struct Admission {
            $($(#[$meta])* pub $name: $kept,)+
        }

        impl Admission {
            /// How many rules there are: with one more, facts have another shape.
            pub const RULES: u32 = 0 $(+ (stringify!($name), 1).1)+;

            /// Reads what an entry says.
            pub(super) fn read(report: &mut Report<'_>, said: &Eligibility) -> Self {
                $(let $name = {
                    let read: fn(&mut Report<'_>, $said) -> $kept = $read;
                    said.$name.clone().map(|said| read(report, said)).unwrap_or_default()
                };)+
                Self { $($name),+ }
            }
        }
    };
}

rules! {
    /// Whom it is made for, when its source gives no bounds in years.
    audience: String => Option<Audience>,
        |report, said| report.word("audience", &said, Audience::ALL, Audience::slug);
    /// Kept for women, or for men; one of its conditions says so.
    gender: String => Option<Gender>, |report, said| report.word("gender", &said, Gender::ALL, Gender::slug);
    /// Migration paths admitted, positions in [`Migration::ALL`]; empty when the service makes no difference.
    migration: Vec<String> => Terms, |report, said| report.terms("migration", Some(said), PATHS, Migration::slug);
    /// Who may ask, positions in [`Asking::ALL`]; empty when no source says.
    asking: Vec<String> => Terms, |report, said| report.terms("asking", Some(said), Asking::ALL, Asking::slug);
    /// For professionals: settings served, positions in [`Setting::ALL`]; empty when all are.
    settings: Vec<String> => Terms, |report, said| report.terms("settings", Some(said), Setting::ALL, Setting::slug);
    /// Papers without which it is out of reach, positions in [`Paper::ALL`].
    papers: Vec<String> => Terms, |report, said| report.terms("papers", Some(said), Paper::ALL, Paper::slug);
}

/// « tait » is an answer a person gives, not a path a service admits.
const PATHS: &[Migration] = Migration::ALL.split_at(Migration::ALL.len() - 1).0;

/// Bounds in years, both included.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Age {
    pub min: Option<i64>,
    pub max: Option<i64>,
}
