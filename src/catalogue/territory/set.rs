//! Sets of communes: 576 bits, compared by words.

use serde::de::{Error, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A set of communes, by position.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub struct CommuneSet([u64; 9]);

impl CommuneSet {
    pub const CAPACITY: usize = 9 * 64;

    pub fn of(positions: impl IntoIterator<Item = usize>) -> Self {
        let mut set = Self::default();
        positions.into_iter().for_each(|position| set.insert(position));
        set
    }

    /// Adds a commune; a position beyond the capacity is no commune and adds nothing.
    pub fn insert(&mut self, position: usize) {
        if let Some(word) = self.0.get_mut(position / 64) {
            *word |= 1 << (position % 64);
        }
    }

    pub fn has(&self, position: usize) -> bool {
        self.0.get(position / 64).is_some_and(|word| word & (1 << (position % 64)) != 0)
    }

    pub fn combine(mut self, other: &Self, with: impl Fn(u64, u64) -> u64) -> Self {
        self.0.iter_mut().zip(other.0).for_each(|(a, b)| *a = with(*a, b));
        self
    }

    pub fn or(self, other: &Self) -> Self {
        self.combine(other, |a, b| a | b)
    }

    pub fn and(self, other: &Self) -> Self {
        self.combine(other, |a, b| a & b)
    }

    pub fn without(self, other: &Self) -> Self {
        self.combine(other, |a, b| a & !b)
    }

    /// Whether every commune of this set is in the other.
    pub fn is_within(&self, other: &Self) -> bool {
        self.0.iter().zip(other.0).all(|(a, b)| a & !b == 0)
    }

    /// Whether the two sets have a commune in common.
    pub fn meets(&self, other: &Self) -> bool {
        self.0.iter().zip(other.0).any(|(a, b)| a & b != 0)
    }

    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|word| *word == 0)
    }

    pub fn len(&self) -> u32 {
        self.0.iter().map(|word| word.count_ones()).sum()
    }

    pub fn iter(&self) -> impl Iterator<Item = usize> + '_ {
        (0..Self::CAPACITY).filter(|position| self.has(*position))
    }
}

/// As bytes without the zeros at the end: a single commune takes a few bytes, and reading is a copy.
impl Serialize for CommuneSet {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let bytes: Vec<u8> = self.0.iter().flat_map(|word| word.to_le_bytes()).collect();
        let length = bytes.iter().rposition(|byte| *byte != 0).map_or(0, |last| last + 1);
        serializer.serialize_bytes(&bytes[..length])
    }
}

impl<'de> Deserialize<'de> for CommuneSet {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_bytes(Bytes)
    }
}

struct Bytes;

impl Visitor<'_> for Bytes {
    type Value = CommuneSet;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "at most {} bytes", CommuneSet::CAPACITY / 8)
    }

    fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<CommuneSet, E> {
        if bytes.len() > CommuneSet::CAPACITY / 8 {
            return Err(E::invalid_length(bytes.len(), &self));
        }
        let mut set = CommuneSet::default();
        for (word, chunk) in set.0.iter_mut().zip(bytes.chunks(8)) {
            let mut whole = [0; 8];
            whole[..chunk.len()].copy_from_slice(chunk);
            *word = u64::from_le_bytes(whole);
        }
        Ok(set)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_is_read_back_as_it_was_written() {
        for set in [
            CommuneSet::default(),
            CommuneSet::of([0]),
            CommuneSet::of([7, 8, 63, 64, 300]),
            CommuneSet::of([575]),
            CommuneSet::of(0..565),
        ] {
            let bytes = postcard::to_allocvec(&set).unwrap();
            assert_eq!(postcard::from_bytes::<CommuneSet>(&bytes).unwrap(), set);
        }
        assert!(postcard::from_bytes::<CommuneSet>(&[73; 80]).is_err());
    }

    #[test]
    fn two_sets_compare_as_their_communes_do() {
        let (liege, verviers) = (CommuneSet::of([1, 70, 500]), CommuneSet::of([70]));
        assert!(verviers.is_within(&liege) && !liege.is_within(&verviers));
        assert!(liege.meets(&verviers) && !verviers.meets(&CommuneSet::of([71])));
        assert!(CommuneSet::default().is_within(&verviers));
    }
}
