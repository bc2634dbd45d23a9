//! How an interview ends.

use std::io;

use crate::situation::{Mistake, Typed};

/// How an interview ends.
#[expect(clippy::large_enum_variant, reason = "made once, and taken apart at once")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    Answered(Typed),
    /// Quit, or nothing more to read.
    Quit,
    /// Ctrl-C.
    Interrupted,
}

/// Why an interview cannot be held.
#[derive(Debug)]
pub enum InterviewError {
    Prompt(io::Error),
    /// What was known before the first question cannot be read.
    Mistakes(Vec<Mistake>),
}
