//! Where a service stands on every row of the ranking.

use super::ranking::{One, Row};

/// The level of a service on every row; comparing two keys is the ranking.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key([u32; Row::ALL.len()]);

impl Key {
    pub fn of(one: &One<'_>) -> Self {
        Self(Row::ALL.map(|row| row.level(one)))
    }

    pub const fn level(&self, row: Row) -> u32 {
        self.0[row as usize]
    }

    /// Puts a service on another level of a row, when a pass knows more than the row does.
    pub const fn set(&mut self, row: Row, level: u32) {
        self.0[row as usize] = level;
    }

    /// The row that decides between two services; `None` for a service and itself.
    pub fn first_difference(&self, other: &Self) -> Option<Row> {
        Row::ALL.into_iter().find(|row| self.level(*row) != other.level(*row))
    }

    /// Whether this service is no worse than another on each of these rows.
    pub fn is_as_good_on(&self, other: &Self, rows: &[Row]) -> bool {
        rows.iter().all(|row| self.level(*row) <= other.level(*row))
    }
}
