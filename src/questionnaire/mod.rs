//! The questionnaire: asks what still matters, and nothing else.
//!
//! ```text
//! orientation ──open questions──▶ machine ──▶ question ──▶ prompter (menus | plain lines)
//!                                    ▲                         │
//!                                    └──────── heard ◀─ reply ─┘
//! ```
//! [`Machine`] knows the order and the history and touches no screen; [`Question`] is data; a [`Prompter`] shows it and
//! brings back a [`Reply`]. The interview joins them, and reads each answer as a flag is read: a questionnaire and a
//! command line say the same things in the same way.

#[cfg(test)]
mod choice_tests;
mod heard;
mod interview;
mod lines;
mod machine;
mod menu;
#[cfg(test)]
mod menu_tests;
mod outcome;
mod paper;
mod prompt;
mod question;
mod terminal;
#[cfg(test)]
mod tests;

pub use interview::{interview, review};
pub use lines::Lines;
pub use machine::{Machine, Turn};
pub use menu::{Act, File, Listed, Menu, Task};
pub use outcome::{InterviewError, Outcome};
pub use paper::Paper;
pub use prompt::{Front, Prompter, Reply, front};
pub use question::{Choice, Question, Shape};
pub use terminal::prompter;
