//! `versqui lot`: many situations, one a line.

use std::io::{IsTerminal, Read, Write};
use std::num::NonZero;
use std::path::Path;
use std::time::{Duration, Instant};

use crate::batch::{self, Fields, Input, InputError, Options, Shape, Stopped, Tally};
use crate::catalogue::date::Moment;
use crate::catalogue::{in_french, shown};
use crate::cli::Lot;
use crate::rules::Known;
use crate::settings::Settings;
use crate::situation::{Field, Mistake, Trouble};
use crate::words;

use super::{Exit, Failure, no_such, open};

/// Results a line when nothing is said.
const LIMIT: usize = 10;

pub(super) fn run(flags: &Lot, settings: &Settings, out: &mut dyn Write) -> Result<Exit, Failure> {
    let options = options(flags, settings)?;
    let slugs: Vec<&str> = Shape::ALL.iter().map(|shape| shape.slug()).collect();
    let shape = flags.input.as_deref().map(|typed| {
        let found = Shape::ALL.iter().find(|shape| shape.slug() == typed);
        found.copied().ok_or_else(|| no_such("--entree", typed, &slugs))
    });
    let shape = shape.transpose()?;
    let catalogue = open(settings.catalogue.as_deref())?;
    let (reader, size) = read(flags.file.as_deref())?;
    let input = Input::open(reader, shape).map_err(|error| refused(error, flags))?;
    let known = Known::new(catalogue);
    let mut progress = Progress::new(size, settings.progress);
    let ended = batch::run(input, &known, &options, out, &mut |tally| {
        progress.show(tally);
    });
    progress.clear();
    let tally = ended.map_err(|stopped| match stopped {
        Stopped::Output(error) => Failure::Output(error),
        Stopped::Input(error) => unreadable(flags.file.as_deref(), &error),
    })?;
    let summary = words::batch_summary(tally.lines, tally.unanswered, tally.bad, tally.first_bad);
    // that it cannot be told changes nothing to how the program ends
    let _ = writeln!(std::io::stderr(), "versqui : {summary}");
    Ok(if tally.bad == 0 { Exit::Found } else { Exit::NothingFound })
}

fn options(flags: &Lot, settings: &Settings) -> Result<Options, Failure> {
    let cores = std::thread::available_parallelism().map_or(1, NonZero::get);
    let now = flags.at.as_deref().map(|typed| {
        Moment::parse(typed.trim()).ok_or_else(|| {
            Failure::Mistakes(vec![Mistake { field: Field::At, typed: typed.to_owned(), trouble: Trouble::Unreadable }])
        })
    });
    let fields = (!flags.fields.is_empty()).then(|| {
        Fields::parse(&flags.fields)
            .map_err(|unknown| Failure::Usage(words::unknown_field(&unknown.typed, &unknown.near, &unknown.first)))
    });
    Ok(Options {
        now: now.transpose()?.unwrap_or(settings.now),
        limit: number("--limite", flags.limit.as_deref())?.unwrap_or(LIMIT),
        fields: fields.transpose()?,
        threads: number("--fils", flags.threads.as_deref())?.unwrap_or(cores).min(MOST_THREADS),
    })
}

/// More desks than this only wait for each other.
const MOST_THREADS: usize = 256;

fn number(flag: &str, typed: Option<&str>) -> Result<Option<usize>, Failure> {
    let Some(typed) = typed else { return Ok(None) };
    match typed.trim().parse() {
        Ok(number) if number > 0 => Ok(Some(number)),
        _ => Err(Failure::Usage(format!("{flag} : « {typed} » ne se lit pas ; un nombre à partir de 1 est attendu"))),
    }
}

/// The input, and its size when it is known.
fn read(file: Option<&Path>) -> Result<(Box<dyn Read + Send>, Option<u64>), Failure> {
    match file {
        Some(path) if path != Path::new("-") => {
            let file = std::fs::File::open(path).map_err(|error| unreadable(Some(path), &error))?;
            let about = file.metadata().map_err(|error| unreadable(Some(path), &error))?;
            if about.is_dir() {
                let error = std::io::Error::from(std::io::ErrorKind::IsADirectory);
                return Err(unreadable(Some(path), &error));
            }
            Ok((Box::new(file), about.is_file().then_some(about.len())))
        }
        None if std::io::stdin().is_terminal() => Err(Failure::Usage(words::NO_INPUT.to_owned())),
        _ => Ok((Box::new(std::io::stdin()), None)),
    }
}

fn unreadable(file: Option<&Path>, error: &std::io::Error) -> Failure {
    let name = file.map_or_else(|| "l'entrée standard".to_owned(), shown);
    Failure::Usage(format!("{name} : {}", in_french(error)))
}

fn refused(error: InputError, flags: &Lot) -> Failure {
    Failure::Usage(match error {
        InputError::Unreadable(error) => return unreadable(flags.file.as_deref(), &error),
        InputError::JsonArray => words::JSON_ARRAY.to_owned(),
        InputError::NoColumn => words::no_column(),
        InputError::TwiceColumn(name) => words::twice_column(&name),
        InputError::HeaderNotText => words::HEADER_NOT_TEXT.to_owned(),
    })
}

/// One line on standard error, rewritten a few times a second, gone at the end.
struct Progress {
    size: Option<u64>,
    wanted: bool,
    started: Instant,
    shown: Option<Instant>,
}

impl Progress {
    const PAUSE: Duration = Duration::from_millis(200);

    fn new(size: Option<u64>, wanted: bool) -> Self {
        Self { size, wanted, started: Instant::now(), shown: None }
    }

    fn show(&mut self, tally: &Tally) {
        let last = self.shown.unwrap_or(self.started);
        if !self.wanted || last.elapsed() < Self::PAUSE {
            return;
        }
        self.shown = Some(Instant::now());
        let millis = self.started.elapsed().as_millis().max(1);
        let per_second = usize::try_from(tally.lines as u128 * 1000 / millis).unwrap_or(usize::MAX);
        let percent = self.size.map(|size| (tally.bytes * 100).checked_div(size).unwrap_or(100).min(100));
        let text = words::batch_progress(tally.lines, percent, per_second);
        let _ = write!(std::io::stderr(), "\r{text}\u{1b}[K");
    }

    fn clear(&self) {
        if self.shown.is_some() {
            let _ = write!(std::io::stderr(), "\r\u{1b}[K");
        }
    }
}
