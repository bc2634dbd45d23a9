//! Where lines are answered: one desk a core, each with its own notebook.

use serde::Serialize;

use crate::output::Report;
use crate::rules::{Case, Known, orient_first};
use crate::situation::{LineError, Situation};
use crate::words::{self, Words};

use super::cut::newlines;
use super::entry::Entry;
use super::fields::{ShapedReport, picked};
use super::whole::{Faces, whole};
use super::{Chunk, Options, Reading, Tally};

/// The answers to a chunk, one a line.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Answers {
    pub bytes: Vec<u8>,
    pub tally: Tally,
}

/// Answers chunks, one after the other.
#[derive(Debug)]
pub struct Desk<'d> {
    known: &'d Known,
    reading: &'d Reading,
    options: &'d Options,
    faces: &'d Faces,
}

impl<'d> Desk<'d> {
    pub const fn new(known: &'d Known, reading: &'d Reading, options: &'d Options, faces: &'d Faces) -> Self {
        Self { known, reading, options, faces }
    }

    /// Answers every record of a chunk, in order, in place of what `answers` held.
    pub fn answer(&self, chunk: &Chunk, answers: &mut Answers) {
        answers.bytes.clear();
        answers.tally = Tally { bytes: chunk.size, ..Tally::default() };
        if chunk.bytes.is_empty() {
            self.write(chunk.line, Err((Box::default(), LineError::TooLong)), answers);
        } else if let Reading::Table(header) = self.reading {
            let mut reader = csv::ReaderBuilder::new()
                .has_headers(false)
                .flexible(true)
                .delimiter(header.delimiter())
                .from_reader(chunk.bytes.as_slice());
            let mut row = csv::ByteRecord::new();
            let mut lines = Lines::of(chunk);
            // reading from memory cannot fail
            while reader.read_byte_record(&mut row).unwrap_or(false) {
                let line = row.position().map_or(chunk.line, |place| lines.at(place.byte()));
                self.write(line, header.entry(&row), answers);
            }
        } else {
            for (line, text) in (chunk.line..).zip(chunk.bytes.split(|byte| *byte == b'\n')) {
                let text = text.trim_ascii();
                if !text.is_empty() {
                    self.write(line, Entry::read(text), answers);
                }
            }
        }
    }

    fn write(&self, line: usize, read: Result<Entry<'_>, (Box<Entry<'_>>, LineError)>, answers: &mut Answers) {
        answers.tally.lines += 1;
        let start = answers.bytes.len();
        let error = match read {
            Ok(entry) => match self.orient(&entry, answers) {
                Ok(()) => return,
                Err(error) => (Box::new(entry), error),
            },
            Err(error) => error,
        };
        answers.bytes.truncate(start);
        answers.tally.bad += 1;
        answers.tally.first_bad.get_or_insert(line);
        refuse(line, &error.0, &error.1, &mut answers.bytes);
    }

    fn orient(&self, entry: &Entry<'_>, answers: &mut Answers) -> Result<(), LineError> {
        let (known, options) = (self.known, self.options);
        let situation = entry.typed.read(known.catalogue(), options.now).map_err(LineError::Mistakes)?;
        self.answer_to(entry, &situation, answers);
        Ok(())
    }

    fn answer_to(&self, entry: &Entry<'_>, situation: &Situation, answers: &mut Answers) {
        let (known, options) = (self.known, self.options);
        let orientation = orient_first(known, situation, options.limit);
        let report = Report::without_results(&orientation, known, situation);
        let case = Case::new(known, situation);
        let words = Words::of(&case);
        answers.tally.unanswered += usize::from(report.found == 0);
        let bytes = &mut answers.bytes;
        let carried = carried(entry, bytes);
        let start = bytes.len();
        match &options.fields {
            None => json(&ShapedReport::new(&report, whole(&orientation, &words, self.faces)), bytes),
            Some(fields) => json(&ShapedReport::new(&report, picked(&orientation, &words, fields)), bytes),
        }
        // the report's own opening brace becomes the comma after what is carried
        if carried {
            bytes[start] = b',';
        }
        bytes.push(b'\n');
    }
}

/// Which line of the input a byte of a chunk stands on.
struct Lines<'c> {
    chunk: &'c Chunk,
    seen: usize,
    line: usize,
}

impl<'c> Lines<'c> {
    const fn of(chunk: &'c Chunk) -> Self {
        Self { chunk, seen: 0, line: chunk.line }
    }

    /// The line of the record that begins at, or after empty lines from, this byte. Bytes are asked for in order.
    fn at(&mut self, byte: u64) -> usize {
        let bytes = &self.chunk.bytes;
        let from = usize::try_from(byte).unwrap_or(bytes.len()).min(bytes.len());
        let empty = bytes[from..].iter().take_while(|byte| matches!(byte, b'\n' | b'\r'));
        let start = from + empty.count();
        self.line += newlines(&bytes[self.seen.min(start)..start]);
        self.seen = start;
        self.line
    }
}

/// The id and the unknown keys, as they came: `{"id":7,"extra":{"dossier":"A"}`; nothing when there are none.
fn carried(entry: &Entry<'_>, bytes: &mut Vec<u8>) -> bool {
    let mut opening = b'{';
    if let Some(id) = &entry.id {
        bytes.extend_from_slice(b"{\"id\":");
        bytes.extend_from_slice(id.as_bytes());
        opening = b',';
    }
    if !entry.extra.is_empty() {
        bytes.push(opening);
        bytes.extend_from_slice(b"\"extra\":");
        opening = b'{';
        for (key, value) in &entry.extra {
            bytes.push(opening);
            json(key, bytes);
            bytes.push(b':');
            bytes.extend_from_slice(value.as_bytes());
            opening = b',';
        }
        bytes.push(b'}');
    }
    opening == b','
}

fn refuse(line: usize, entry: &Entry<'_>, error: &LineError, bytes: &mut Vec<u8>) {
    let opening = if carried(entry, bytes) { b',' } else { b'{' };
    bytes.push(opening);
    bytes.extend_from_slice(b"\"line\":");
    json(&line, bytes);
    bytes.extend_from_slice(b",\"error\":");
    json(words::line_error(error).as_str(), bytes);
    bytes.extend_from_slice(b"}\n");
}

/// Writes into memory, which cannot fail; every value here is plain data.
fn json(value: &(impl Serialize + ?Sized), bytes: &mut Vec<u8>) {
    let written = serde_json::to_writer(bytes, value);
    debug_assert!(written.is_ok());
}
