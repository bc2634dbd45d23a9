//! Every French sentence of the program. Reasons come in as data and leave as words.

mod acronyms;
mod amounts;
mod batch;
mod compiled;
mod criteria;
mod facts;
mod failures;
mod formats;
mod further;
pub mod glance;
mod hours;
pub mod hsds;
pub mod manual;
pub mod menu;
mod phrases;
mod places;
pub mod questions;
mod reasons;
mod safety;
mod saving;
pub mod search;
mod sentences;
pub mod sheet;
mod situation;
pub mod vocabulary;
pub mod why;
pub mod worth;

pub use acronyms::{Acronyms, unexplained};
pub use amounts::{cost_text, date, date_time, distance, euros, of_date, opening_text, over_budget, tariff_conditions};
pub use batch::{
    HEADER_NOT_TEXT, JSON_ARRAY, NO_INPUT, batch_progress, batch_summary, line_error, no_column, twice_column,
};
pub use compiled::{compiled, damaged, empty_catalogue, no_catalogue, not_for_a_terminal, not_trusted};
pub use facts::Words;
pub use failures::{catalogue_problems, command_line, mistake};
pub use formats::{
    EXCEL_IS_CSV, HSDS_HAS_ITS_FIELDS, TABLE_HAS_NO_FIELDS, set_aside, shown_of, unknown_field, unwritable,
};
pub use further::{further_line, without_a_rank};
pub use hours::hours_lines;
pub use phrases::sentence;
pub use reasons::exclusion;
pub use safety::{advice, listening_line, safety_text};
pub use saving::{
    NotSaved, no_such_service, not_for_this_situation, not_saved, not_saved_here, nothing_to_encode,
    one_image_at_a_time, only_with, payload, saved, sms_parts, too_long_to_encode, too_narrow_for_a_code,
};
pub use situation::{
    NOBODY_TO_CALL, ask_for_an_interpreter, assumed_line, field_name, nothing, situation_line, under_served,
};

use crate::catalogue::terms::Urgency;
use crate::rules::Step;

/// At the foot of a page, as `less` reads it: `:` and `.` would have a meaning of their own.
pub const PAGER_KEYS: &str = "Espace \\: la suite   q \\: fermer";

/// The step of the plan, as a person reads it.
pub const fn step(step: Step) -> &'static str {
    match step {
        Step::AtOnce => "tout de suite",
        Step::First => "d'abord",
        Step::Also => "aussi",
        Step::Meanwhile => "en attendant",
    }
}

/// An urgency, as a delay.
pub const fn urgency(urgency: Urgency) -> &'static str {
    match urgency {
        Urgency::Danger => "danger maintenant",
        Urgency::Today => "aujourd'hui",
        Urgency::Week => "cette semaine",
        Urgency::Month => "ce mois ou plus tard",
    }
}

/// « a, b et c ».
pub fn list(words: &[String], last: &str) -> String {
    match words {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., end] => format!("{} {last} {end}", first.join(", ")),
    }
}
