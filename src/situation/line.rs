//! Why a line of many situations cannot be answered.

use super::{Field, Mistake};

/// What is wrong with one line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LineError {
    TooLong,
    /// No UTF-8.
    NotText,
    /// No JSON, from this column on.
    NotJson(usize),
    /// JSON, but no object.
    NotObject,
    /// A key that is there twice.
    Twice(String),
    /// A list or an object where a word is expected.
    Shape(Field),
    /// A row of so many cells under a header of so many.
    Cells(usize, usize),
    Mistakes(Vec<Mistake>),
}
