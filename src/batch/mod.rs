//! Many situations at once: a situation a line in, an orientation a line out, in the same order.
//!
//! ```text
//! input ─cut─▶ chunks of whole records ─belt─▶ desks, one a core ─belt─▶ output, in order
//! ```
//! What is in memory is what is on the belt: a few chunks a core, however long the input. A line that cannot be read is
//! answered by an error that names it, and stops nothing.

mod belt;
mod cut;
mod desk;
mod entry;
mod fields;
mod sheet;
mod whole;

use std::io::{self, Read, Write};
use std::sync::Arc;

pub use cut::Chunk;
pub use desk::{Answers, Desk};
pub use fields::Fields;
pub use whole::Faces;

use belt::{Belt, Watch};
use cut::{Cutter, Rule};
use sheet::Header;

use crate::catalogue::date::Moment;
use crate::rules::Known;

/// The shapes of input.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// A JSON object a line.
    Ndjson,
    /// A table with a header.
    Csv,
}

impl Shape {
    pub const ALL: &'static [Self] = &[Self::Ndjson, Self::Csv];

    pub const fn slug(self) -> &'static str {
        match self {
            Self::Ndjson => "ndjson",
            Self::Csv => "csv",
        }
    }
}

/// How lines are answered.
#[derive(Debug, Clone)]
pub struct Options {
    /// The moment of a line that says none.
    pub now: Moment,
    /// Results a line.
    pub limit: usize,
    /// The fields of each result; all of them when `None`.
    pub fields: Option<Fields>,
    /// How many desks work at once.
    pub threads: usize,
}

/// What was done so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// Situations read, the unreadable ones too.
    pub lines: usize,
    pub bad: usize,
    /// The first line that could not be read, from 1.
    pub first_bad: Option<usize>,
    /// Situations to which no service answers.
    pub unanswered: usize,
    /// Bytes of input.
    pub bytes: u64,
}

impl Tally {
    /// Adds what a later chunk counted.
    pub fn add(&mut self, later: &Self) {
        self.lines += later.lines;
        self.bad += later.bad;
        self.first_bad = self.first_bad.or(later.first_bad);
        self.unanswered += later.unanswered;
        self.bytes += later.bytes;
    }
}

/// Why an input cannot be read at all.
#[derive(Debug)]
pub enum InputError {
    Unreadable(io::Error),
    /// A whole JSON document instead of a line a situation.
    JsonArray,
    /// A table of which no column is known.
    NoColumn,
    /// Two columns of one name.
    TwiceColumn(String),
    /// A header that is no text.
    HeaderNotText,
}

impl From<io::Error> for InputError {
    fn from(error: io::Error) -> Self {
        Self::Unreadable(error)
    }
}

/// How the records of an input are read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reading {
    Json,
    Table(Header),
}

/// An input whose shape is known.
#[derive(Debug)]
pub struct Input<R> {
    cutter: Cutter<R>,
    reading: Reading,
}

impl<R: Read> Input<R> {
    /// Looks at the beginning of an input: its shape, unless it is said, and its header.
    ///
    /// # Errors
    /// When it cannot be read, or is of no shape that this program knows.
    pub fn open(input: R, shape: Option<Shape>) -> Result<Self, InputError> {
        let mut cutter = Cutter::new(input);
        let first = cutter.peek()?;
        let shape = match (shape, first) {
            (None | Some(Shape::Ndjson), Some(b'[')) => return Err(InputError::JsonArray),
            (Some(said), _) => said,
            (None, Some(b'{') | None) => Shape::Ndjson,
            (None, Some(_)) => Shape::Csv,
        };
        let reading = match shape {
            Shape::Ndjson => Reading::Json,
            Shape::Csv => {
                cutter.cut_at(Rule::Records { delimiter: b',' });
                let mut record = cutter.first()?;
                while !record.is_empty() && record.trim_ascii().is_empty() {
                    record = cutter.first()?;
                }
                let header = Header::read(&record)?;
                cutter.cut_at(Rule::Records { delimiter: header.delimiter() });
                Reading::Table(header)
            }
        };
        Ok(Self { cutter, reading })
    }
}

/// How a run ended before its end.
#[derive(Debug)]
pub enum Stopped {
    Input(io::Error),
    Output(io::Error),
}

/// Answers every line of an input; `progress` is told after each chunk.
///
/// # Errors
/// When the input or the output breaks. What was answered before is written.
pub fn run<R: Read + Send + 'static>(
    input: Input<R>,
    known: &Known,
    options: &Options,
    out: &mut dyn Write,
    progress: &mut dyn FnMut(&Tally),
) -> Result<Tally, Stopped> {
    let Input { cutter, reading } = input;
    let threads = options.threads.max(1);
    let belt: Arc<Belt<Chunk, Answers>> = Arc::new(Belt::new(2 * threads + 2));
    // not scoped: when the output closes, this one may still wait for a line that never comes
    let feeder = Arc::clone(&belt);
    std::thread::spawn(move || {
        let _watch = Watch(&*feeder);
        feed(cutter, &feeder);
    });
    let faces = Faces::new(known.catalogue().facts.len());
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                let _watch = Watch(&*belt);
                let desk = Desk::new(known, &reading, options, &faces);
                while let Some((place, chunk)) = belt.take() {
                    let mut answers = belt.take_back().unwrap_or_default();
                    desk.answer(&chunk, &mut answers);
                    belt.give(place, answers);
                }
            });
        }
        let written = write(&belt, out, progress);
        belt.stop();
        written
    })
}

fn feed<R: Read>(mut cutter: Cutter<R>, belt: &Belt<Chunk, Answers>) {
    loop {
        match cutter.next() {
            Ok(Some(chunk)) => {
                if !belt.put(chunk) {
                    return;
                }
            }
            Ok(None) => return belt.end(None),
            Err(error) => return belt.end(Some(error)),
        }
    }
}

fn write(belt: &Belt<Chunk, Answers>, out: &mut dyn Write, progress: &mut dyn FnMut(&Tally)) -> Result<Tally, Stopped> {
    let mut tally = Tally::default();
    while let Some(answers) = belt.next() {
        // flushed each time: a program that asks line by line waits for its answer
        out.write_all(&answers.bytes).and_then(|()| out.flush()).map_err(Stopped::Output)?;
        tally.add(&answers.tally);
        progress(&tally);
        belt.give_back(answers);
    }
    match belt.trouble() {
        Some(error) => Err(Stopped::Input(error)),
        None => Ok(tally),
    }
}
