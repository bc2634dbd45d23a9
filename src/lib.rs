//! versqui: « vers qui se tourner ? ».
//!
//! The program reads what is known of a person, judges every service of the catalogue, and prints a plan:
//!
//! ```text
//! cli ─▶ settings ─▶ situation ─▶ rules ─▶ words ─▶ output
//!                        ▲              ▲
//!                  questionnaire    catalogue
//! ```
//! A module uses only what stands below it: `catalogue`, then `lookup`, then `situation`, then `rules`, then
//! `words`, then `output` and `questionnaire`, then `batch`, then `commands`. The library exists for the tests and the
//! benchmarks.

pub mod batch;
pub mod catalogue;
pub mod cli;
pub mod commands;
mod embedded;
mod interrupt;
pub mod lookup;
pub mod output;
mod pager;
pub mod questionnaire;
pub mod rules;
pub mod settings;
pub mod situation;
pub mod words;
mod wrap;

pub use embedded::{EMBEDDED, embedded};
