//! The compiled form: one file of tables, each record decoded when it is first asked for, its strings borrowed.
//!
//! ```text
//! magic "VERSQUI\0" · format u32 · crc32 of all that follows u32 · (offset u32, length u32) for each section · sections
//! a section: count u32 · (count + 1) offsets u32 · records (postcard)
//! ```
//! Integers are little-endian. `build.rs` embeds one such file; a folder given with `--catalogue` goes through the same
//! bytes, so there is one way to read a catalogue.

use std::cmp::Ordering;
use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

use super::model::Admission;
use super::text::Text;

const MAGIC: &[u8; 8] = b"VERSQUI\0";

/// Raised whenever a record changes shape: a file of another version is refused, never guessed at. A rule of eligibility
/// added raises it by itself.
pub const FORMAT: u32 = 5 + Admission::RULES;

const HEADER: usize = 8 + 4 + 4;

/// Why a compiled file cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Corrupt {
    /// It does not start as a compiled catalogue does.
    NotACatalogue,
    /// Compiled by another version of the program.
    OtherFormat(u32),
    /// Truncated or altered.
    Damaged,
}

impl std::fmt::Display for Corrupt {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::NotACatalogue => write!(f, "ce fichier n'est pas un catalogue compilé"),
            Self::OtherFormat(format) => {
                write!(f, "catalogue compilé au format {format}, ce programme lit le format {FORMAT}")
            }
            Self::Damaged => write!(f, "catalogue compilé tronqué ou altéré"),
        }
    }
}

impl std::error::Error for Corrupt {}

/// Whether these bytes claim to be a compiled catalogue.
pub fn is_compiled(bytes: &[u8]) -> bool {
    bytes.starts_with(MAGIC)
}

/// Puts sections into one file.
pub fn pack(sections: &[Vec<u8>]) -> Vec<u8> {
    let mut body = Vec::new();
    let mut offset = HEADER + sections.len() * 8;
    for section in sections {
        body.extend(size(offset).to_le_bytes());
        body.extend(size(section.len()).to_le_bytes());
        offset += section.len();
    }
    for section in sections {
        body.extend(section);
    }
    let mut file = MAGIC.to_vec();
    file.extend(FORMAT.to_le_bytes());
    file.extend(crc32fast::hash(&body).to_le_bytes());
    file.extend(body);
    file
}

/// The sections of a file, by position. A program opens one catalogue, or two: their bytes are kept until it ends.
#[derive(Debug, Clone, Copy)]
pub struct Sections {
    file: &'static [u8],
}

impl Sections {
    /// Bytes that this very program made.
    pub const fn trusted(file: &'static [u8]) -> Self {
        Self { file }
    }

    /// Opens bytes from elsewhere: their checksum is verified first.
    ///
    /// # Errors
    /// When they are no compiled catalogue of this format, or the checksum does not fit.
    pub fn open(file: Vec<u8>) -> Result<Self, Corrupt> {
        if !is_compiled(&file) {
            return Err(Corrupt::NotACatalogue);
        }
        let format = read_u32(&file, 8)?;
        if format != FORMAT {
            return Err(Corrupt::OtherFormat(format));
        }
        let body = file.get(HEADER..).ok_or(Corrupt::Damaged)?;
        if crc32fast::hash(body) != read_u32(&file, 12)? {
            return Err(Corrupt::Damaged);
        }
        Ok(Self::trusted(file.leak()))
    }

    /// The checksum the file carries: the same data, the same number.
    pub fn fingerprint(self) -> u32 {
        read_u32(self.file, 12).unwrap_or_default()
    }

    /// The bytes of the section at `position`.
    ///
    /// # Errors
    /// When the file ends before it.
    pub fn section(self, position: usize) -> Result<&'static [u8], Corrupt> {
        let at = HEADER + position * 8;
        let (offset, length) = (read_u32(self.file, at)? as usize, read_u32(self.file, at + 4)? as usize);
        self.file.get(offset..offset.saturating_add(length)).ok_or(Corrupt::Damaged)
    }

    /// The table of records at `position`.
    ///
    /// # Errors
    /// When the file ends before it.
    pub fn table<T>(self, position: usize) -> Result<Table<T>, Corrupt> {
        Table::open(self.section(position)?)
    }
}

/// Records of one kind, each decoded when it is first asked for, then kept. It may be shared by threads.
#[derive(Debug)]
pub struct Table<T> {
    count: usize,
    /// Where each record begins, from the end of these offsets; then the records.
    body: &'static [u8],
    /// Room is made for them when the first is asked for: most tables are not read at all.
    decoded: OnceLock<Slots<T>>,
}

/// Boxed, since most stay empty.
type Slots<T> = Box<[OnceLock<Box<T>>]>;

impl<T> Table<T> {
    fn open(section: &'static [u8]) -> Result<Self, Corrupt> {
        let count = read_u32(section, 0)? as usize;
        let start = count
            .checked_add(1)
            .and_then(|n| n.checked_mul(4))
            .and_then(|n| n.checked_add(4))
            .ok_or(Corrupt::Damaged)?;
        if section.len() < start {
            return Err(Corrupt::Damaged);
        }
        Ok(Self { count, body: &section[4..], decoded: OnceLock::new() })
    }

    pub const fn len(&self) -> usize {
        self.count
    }

    pub const fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// The beginning of the record at `position`, as a type whose fields are the record's first ones.
    fn read<H: Deserialize<'static>>(&self, position: usize) -> Result<H, Corrupt> {
        let data = (self.count + 1) * 4;
        let offset = |at: usize| Ok(data.saturating_add(read_u32(self.body, at * 4)? as usize));
        let bytes = self.body.get(offset(position)?..offset(position + 1)?).ok_or(Corrupt::Damaged)?;
        postcard::from_bytes(bytes).map_err(|_| Corrupt::Damaged)
    }

    /// The position of the first record that begins with this text.
    pub fn position(&self, text: &str) -> Option<usize> {
        (0..self.count).find(|position| proved(self.read::<Text>(*position)).as_str() == text)
    }

    /// The same in a table sorted by its first field; of several records, any.
    pub fn find(&self, text: &str) -> Option<usize> {
        let (mut low, mut high) = (0, self.count);
        while low < high {
            let middle = low.midpoint(high);
            match proved(self.read::<Text>(middle)).as_str().cmp(text) {
                Ordering::Less => low = middle + 1,
                Ordering::Greater => high = middle,
                Ordering::Equal => return Some(middle),
            }
        }
        None
    }
}

impl<T: Deserialize<'static>> Table<T> {
    /// The beginning of every record, as a type whose fields are the record's first ones.
    ///
    /// # Errors
    /// When one does not decode.
    pub fn beginnings<H: Deserialize<'static>>(&self) -> Result<Vec<H>, Corrupt> {
        // room is made at once: how many will be read is known, and collecting results does not know it
        let mut read = Vec::with_capacity(self.count);
        for position in 0..self.count {
            read.push(self.read(position)?);
        }
        Ok(read)
    }

    /// The record at `position`, which is one of the table's, as in a slice.
    pub fn get(&self, position: usize) -> &T {
        let decoded = self.decoded.get_or_init(|| (0..self.count).map(|_| OnceLock::new()).collect());
        decoded[position].get_or_init(|| Box::new(proved(self.read(position))))
    }

    /// Every record, in order.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &T> {
        (0..self.count).map(|position| self.get(position))
    }

    /// Decodes every record once, so that [`Self::get`] may be sure of them.
    ///
    /// # Errors
    /// When one does not decode, or is not `sound`.
    pub fn prove(&self, sound: impl Fn(&T) -> bool) -> Result<(), Corrupt> {
        let proved = (0..self.count).try_for_each(|position| match self.read(position) {
            Ok(record) if sound(&record) => Some(()),
            _ => None,
        });
        proved.ok_or(Corrupt::Damaged)
    }
}

/// What was read of a catalogue that is open: the build made its bytes, or [`super::Catalogue::open`] read them whole.
#[expect(clippy::expect_used, reason = "nothing is read of a catalogue before all of it is known to be readable")]
pub fn proved<T>(read: Result<T, Corrupt>) -> T {
    read.expect("a catalogue is proved when it is opened")
}

/// Encodes records as a section.
///
/// # Errors
/// When a record cannot be encoded: a bug of the program, since every record type is plain data.
pub fn encode<T: Serialize>(records: &[T]) -> Result<Vec<u8>, postcard::Error> {
    let mut offsets = vec![0_u32];
    let mut data = Vec::new();
    for record in records {
        data.extend(postcard::to_allocvec(record)?);
        offsets.push(size(data.len()));
    }
    let mut section = size(records.len()).to_le_bytes().to_vec();
    section.extend(offsets.iter().flat_map(|offset| offset.to_le_bytes()));
    section.extend(data);
    Ok(section)
}

/// A length in the file. A catalogue is bounded far below 4 GiB by the loader, so saturation cannot be met.
fn size(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

fn read_u32(bytes: &[u8], at: usize) -> Result<u32, Corrupt> {
    let bytes = bytes.get(at..).and_then(|rest| rest.first_chunk::<4>()).ok_or(Corrupt::Damaged)?;
    Ok(u32::from_le_bytes(*bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Vec<u8> {
        pack(&[encode(&["un", "deux"]).unwrap(), encode(&[1_u32, 2, 3]).unwrap()])
    }

    #[test]
    fn what_was_packed_is_read_back() {
        let file = sample();
        let sections = Sections::open(file).unwrap();
        let words = sections.table::<Text>(0).unwrap();
        assert_eq!(words.iter().map(Text::as_str).collect::<Vec<_>>(), ["un", "deux"]);
        let numbers = sections.table::<u32>(1).unwrap();
        assert_eq!((numbers.get(2), numbers.get(2)), (&3, &3));
        assert_eq!(numbers.beginnings(), Ok(vec![1_u32, 2, 3]));
    }

    #[test]
    fn a_record_is_found_by_the_text_it_begins_with() {
        let file = pack(&[encode(&[("aide", 1_u32), ("lien", 2), ("pair", 3)]).unwrap()]);
        let table: Table<(Text, u32)> = Sections::open(file).unwrap().table(0).unwrap();
        assert_eq!(table.find("lien"), Some(1));
        assert_eq!(table.find("mie"), None);
        assert_eq!((table.position("pair"), table.position("paire")), (Some(2), None));
    }

    #[test]
    fn a_record_that_does_not_decode_is_no_proof() {
        let table: Table<bool> = Sections::open(pack(&[encode(&[1_u8, 7]).unwrap()])).unwrap().table(0).unwrap();
        assert_eq!(table.prove(|_| true), Err(Corrupt::Damaged));
        assert_eq!(table.beginnings::<bool>(), Err(Corrupt::Damaged));
    }

    #[test]
    fn any_truncation_and_any_altered_byte_is_refused() {
        let file = sample();
        for length in 0..file.len() {
            assert!(Sections::open(file[..length].to_vec()).is_err(), "tronqué à {length}");
        }
        for at in 0..file.len() {
            let mut altered = file.clone();
            altered[at] ^= 0x55;
            assert!(Sections::open(altered).is_err(), "octet {at}");
        }
    }

    #[test]
    fn another_format_is_named() {
        let mut file = sample();
        file[8] = 99;
        assert_eq!(Sections::open(file).unwrap_err(), Corrupt::OtherFormat(99));
        assert_eq!(Sections::open(b"services:\n".to_vec()).unwrap_err(), Corrupt::NotACatalogue);
    }
}
