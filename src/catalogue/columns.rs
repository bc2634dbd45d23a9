//! What a look-up asks of every service, as plain columns: one pass over them says which few hundred are worth
//! decoding.
//!
//! ```text
//! count u32 · for each service (needs it is made for u64, needs it answers in any way u64) · for each service type u8
//! ```

use super::compiled::Corrupt;
use super::model::Facts;
use super::terms::Positions;

/// The columns, at the positions of the table of facts.
#[derive(Debug, Clone, Copy)]
pub struct Columns<'a> {
    needs: &'a [[u8; NEEDS]],
    kinds: &'a [u8],
}

/// What the columns say of one service.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Outline {
    /// Needs it is made for.
    pub core: Positions,
    /// Needs it answers in any way.
    pub any: Positions,
    /// Position in the table of types.
    pub kind: u8,
}

const NEEDS: usize = 2 * size_of::<u64>();

impl<'a> Columns<'a> {
    pub(super) fn open(section: &'a [u8]) -> Result<Self, Corrupt> {
        let (count, rest) = section.split_first_chunk::<4>().ok_or(Corrupt::Damaged)?;
        let count = u32::from_le_bytes(*count) as usize;
        let split = count.checked_mul(NEEDS).ok_or(Corrupt::Damaged)?;
        let (needs, kinds) = rest.split_at_checked(split).ok_or(Corrupt::Damaged)?;
        let (needs, _) = needs.as_chunks();
        if kinds.len() == count { Ok(Self { needs, kinds }) } else { Err(Corrupt::Damaged) }
    }

    /// Each service in turn.
    pub fn iter(self) -> impl ExactSizeIterator<Item = Outline> + use<'a> {
        self.needs.iter().zip(self.kinds).map(|(needs, kind)| {
            let both = u128::from_le_bytes(*needs);
            #[expect(clippy::cast_possible_truncation, reason = "the two halves")]
            let (core, any) = (both as u64, (both >> u64::BITS) as u64);
            Outline { core: Positions::from_bits(core), any: Positions::from_bits(any), kind: *kind }
        })
    }
}

/// The columns of these services.
pub(super) fn encode(facts: &[&Facts]) -> Vec<u8> {
    let count = u32::try_from(facts.len()).unwrap_or(u32::MAX);
    let mut section = count.to_le_bytes().to_vec();
    for facts in facts {
        section.extend(facts.core.bits().to_le_bytes());
        section.extend(facts.core.or(facts.also).bits().to_le_bytes());
    }
    section.extend(facts.iter().map(|facts| facts.kind));
    section
}
