//! Whose a word may be.

use super::FoundIn;

/// Whose word it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Owner {
    Phone(u32),
    Name(u32),
    Organization(u32),
    Kind(u8),
    Need(u8),
    Wish(u8),
    Commune(u16),
    Wider(u16),
    Language(u8),
    Free,
    Line,
}

/// Something a service has words of: where that is, whose the words are, and its position in its own table.
pub(super) type Owned = (FoundIn, Owner, Option<usize>);
