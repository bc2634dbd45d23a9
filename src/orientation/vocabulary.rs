//! A table of which a look-up needs few entries: each is decoded when it is first asked for.

use std::sync::OnceLock;

use serde::Deserialize;

use crate::catalogue::Table;

/// The entries of a table, decoded as they are asked for. It may be shared by threads.
#[derive(Debug)]
pub(super) struct Vocabulary<'a, T> {
    table: Table<'a, T>,
    /// `None` once decoded: the entry is damaged. Boxed, since most stay empty.
    entries: Box<[OnceLock<Option<Box<T>>>]>,
}

impl<'a, T: Deserialize<'a>> Vocabulary<'a, T> {
    pub(super) fn new(table: Table<'a, T>) -> Self {
        Self { table, entries: (0..table.len()).map(|_| OnceLock::new()).collect() }
    }

    /// The entry at this position; `None` when there is none, or it is damaged.
    pub(super) fn get(&self, position: usize) -> Option<&T> {
        self.entries.get(position)?.get_or_init(|| self.table.get(position).ok().map(Box::new)).as_deref()
    }
}
