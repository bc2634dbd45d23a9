//! Cuts an input into chunks of whole records, reading no further than what has come.

use std::io::{self, Read};

/// Bytes asked for at once. Small enough that a chunk keeps no core waiting for another at the end.
const READ: usize = 16 << 10;

/// A record longer than this is no situation: it is told and left out, and memory stays bounded.
pub(super) const MAX_RECORD: usize = 1 << 20;

/// Whole records, as they were read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chunk {
    /// The line of the input on which it begins, from 1.
    pub line: usize,
    /// Empty for a record too long to be kept.
    pub bytes: Vec<u8>,
    /// How many bytes of the input it stands for.
    pub size: u64,
}

/// Where a record ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Rule {
    /// At each end of line.
    Lines,
    /// At an end of line that is not within quotes (RFC 4180).
    Records { delimiter: u8 },
}

/// Where one stands in a record of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    /// A quote here opens a quoted cell.
    CellStart,
    Cell,
    Quoted,
    /// A quote within quotes: the end of the cell, or the first half of a doubled quote.
    QuoteSeen,
}

#[derive(Debug)]
pub(super) struct Cutter<R> {
    input: R,
    rule: Rule,
    buffer: Vec<u8>,
    /// How much of the buffer has been looked at.
    seen: usize,
    place: Place,
    line: usize,
    over: bool,
}

impl<R: Read> Cutter<R> {
    pub(super) const fn new(input: R) -> Self {
        Self { input, rule: Rule::Lines, buffer: Vec::new(), seen: 0, place: Place::CellStart, line: 1, over: false }
    }

    /// Changes the rule, before anything is cut.
    pub(super) fn cut_at(&mut self, rule: Rule) {
        self.rule = rule;
        self.begin();
    }

    fn begin(&mut self) {
        self.seen = 0;
        self.place = Place::CellStart;
    }

    /// The first byte that is neither a space nor an end of line. A byte order mark is left out.
    pub(super) fn peek(&mut self) -> io::Result<Option<u8>> {
        loop {
            if self.buffer.starts_with(b"\xEF\xBB\xBF") {
                self.buffer.drain(..3);
            }
            let mark = self.buffer.len() < 3 && b"\xEF\xBB\xBF".starts_with(&self.buffer);
            let first = self.buffer.iter().find(|byte| !byte.is_ascii_whitespace());
            match first {
                Some(first) if !mark || self.over => return Ok(Some(*first)),
                None if self.over || self.buffer.len() > MAX_RECORD => return Ok(None),
                _ => self.read()?,
            }
        }
    }

    /// The first record, without what follows it: the header of a table.
    pub(super) fn first(&mut self) -> io::Result<Vec<u8>> {
        loop {
            if let Some(end) = self.scan(true) {
                return Ok(self.take(end).bytes);
            }
            if self.over || self.buffer.len() > MAX_RECORD {
                let all = self.buffer.len();
                return Ok(self.take(all).bytes);
            }
            self.read()?;
        }
    }

    /// The records that have come; `None` at the end of the input.
    pub(super) fn next(&mut self) -> io::Result<Option<Chunk>> {
        loop {
            if let Some(end) = self.scan(false) {
                return Ok(Some(self.take(end)));
            }
            if self.over {
                let left = self.buffer.len();
                return Ok((left > 0).then(|| self.take(left)));
            }
            if self.buffer.len() > MAX_RECORD {
                return self.skip().map(Some);
            }
            self.read()?;
        }
    }

    fn read(&mut self) -> io::Result<()> {
        let from = self.buffer.len();
        self.buffer.resize(from + READ, 0);
        let read = loop {
            match self.input.read(&mut self.buffer[from..]) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                read => break read,
            }
        };
        self.buffer.truncate(from + *read.as_ref().unwrap_or(&0));
        self.over = read? == 0;
        Ok(())
    }

    /// Where the last record (or the first, when only that is wanted) that has wholly come ends.
    fn scan(&mut self, only_first: bool) -> Option<usize> {
        if self.rule == Rule::Lines && !only_first {
            let end = memchr::memrchr(b'\n', &self.buffer[self.seen..]);
            let end = end.map(|end| self.seen + end + 1);
            self.seen = self.buffer.len();
            return end;
        }
        let mut end = None;
        for at in self.seen..self.buffer.len() {
            let byte = self.buffer[at];
            if self.ends(byte) {
                end = Some(at + 1);
                if only_first {
                    break;
                }
            }
        }
        self.seen = self.buffer.len();
        end
    }

    fn ends(&mut self, byte: u8) -> bool {
        let Rule::Records { delimiter } = self.rule else {
            return byte == b'\n';
        };
        self.place = match (self.place, byte) {
            (Place::Quoted, b'"') => Place::QuoteSeen,
            (Place::Quoted, _) | (Place::CellStart | Place::QuoteSeen, b'"') => Place::Quoted,
            (_, b'\n') => {
                self.place = Place::CellStart;
                return true;
            }
            (_, byte) if byte == delimiter => Place::CellStart,
            _ => Place::Cell,
        };
        false
    }

    fn take(&mut self, end: usize) -> Chunk {
        let rest = self.buffer.split_off(end);
        let bytes = std::mem::replace(&mut self.buffer, rest);
        let line = self.line;
        self.line += newlines(&bytes);
        // what follows the end was looked at under the same rule, from the start of a record
        self.begin();
        Chunk { line, size: bytes.len() as u64, bytes }
    }

    /// Leaves out a record that is too long, up to the next end of line.
    fn skip(&mut self) -> io::Result<Chunk> {
        let line = self.line;
        let mut size = 0;
        loop {
            let end = self.buffer.iter().position(|byte| *byte == b'\n');
            let gone = end.map_or(self.buffer.len(), |end| end + 1);
            self.line += newlines(&self.buffer[..gone]);
            self.buffer.drain(..gone);
            size += gone as u64;
            if end.is_some() || self.over {
                break;
            }
            self.read()?;
        }
        self.begin();
        Ok(Chunk { line, bytes: Vec::new(), size })
    }
}

pub(super) fn newlines(bytes: &[u8]) -> usize {
    memchr::memchr_iter(b'\n', bytes).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Gives at most this many bytes at once, as a slow pipe does.
    struct Slow<'t>(&'t [u8], usize);

    impl Read for Slow<'_> {
        fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
            let count = self.1.min(into.len()).min(self.0.len());
            into[..count].copy_from_slice(&self.0[..count]);
            self.0 = &self.0[count..];
            Ok(count)
        }
    }

    fn cut(text: &str, at_once: usize, rule: Rule) -> Vec<(usize, String)> {
        let mut cutter = Cutter::new(Slow(text.as_bytes(), at_once));
        cutter.cut_at(rule);
        let mut chunks = Vec::new();
        while let Some(chunk) = cutter.next().unwrap() {
            chunks.push((chunk.line, String::from_utf8(chunk.bytes).unwrap()));
        }
        chunks
    }

    #[test]
    fn what_is_cut_is_the_input_whatever_the_size_of_the_reads() {
        let text = "{\"a\":1}\n\n{\"b\":\"é\"}\r\n{\"c\":3}";
        for at_once in 1..40 {
            let chunks = cut(text, at_once, Rule::Lines);
            let whole: String = chunks.iter().map(|(_, text)| text.as_str()).collect();
            assert_eq!(whole, text, "{at_once}");
            let mut expected = 1;
            for (line, chunk) in &chunks {
                assert_eq!(*line, expected, "{at_once}");
                expected += chunk.matches('\n').count();
            }
        }
    }

    #[test]
    fn a_record_of_a_table_is_never_cut_within_quotes() {
        let rule = Rule::Records { delimiter: b';' };
        let text = "1;\"deux\nlignes, \"\"oui\"\"\"\n2;un \" seul\n3;\"fin\"\n";
        let records = ["1;\"deux\nlignes, \"\"oui\"\"\"\n", "2;un \" seul\n", "3;\"fin\"\n"];
        let lines = [1, 3, 4];
        assert_eq!(cut(text, 1, rule), lines.into_iter().zip(records.map(str::to_owned)).collect::<Vec<_>>());
    }

    #[test]
    fn a_record_too_long_is_left_out_and_the_next_is_read() {
        let text = format!("{{\"a\":\"{}\"}}\n{{\"b\":1}}\n", "x".repeat(2 * MAX_RECORD));
        let chunks = cut(&text, 4096, Rule::Lines);
        assert_eq!(chunks, [(1, String::new()), (2, "{\"b\":1}\n".to_owned())]);
    }

    #[test]
    fn a_byte_order_mark_and_empty_lines_do_not_hide_the_first_byte() {
        for at_once in 1..8 {
            let mut cutter = Cutter::new(Slow(b"\xEF\xBB\xBF\n  {}", at_once));
            assert_eq!(cutter.peek().unwrap(), Some(b'{'));
            assert_eq!(cutter.next().unwrap().unwrap().bytes, b"\n");
        }
        assert_eq!(Cutter::new(Slow(b" \n", 1)).peek().unwrap(), None);
    }
}
