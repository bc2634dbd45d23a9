//! The commands: each reads, computes, writes. One file a command.

mod catalogue;
mod chercher;
mod compiler;
mod completions;
mod fiche;
mod layout;
mod lot;
mod man;
mod orienter;
mod pourquoi;
mod schema;
mod source;
mod urgences;

use std::io::{self, Write};

use crate::catalogue::Problem;
use crate::cli::{Cli, Command};
use crate::lookup::nearest;
use crate::output::Format;
use crate::settings::{ColorChoice, Settings};
use crate::situation::Mistake;
use crate::words;

pub use source::open;

/// How a command ends; the numbers are a contract, as grep's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// At least one match.
    Found,
    /// None.
    NothingFound,
    /// A bad argument.
    Usage,
    /// A catalogue that cannot be used.
    Catalogue,
    /// Ctrl-C.
    Interrupted,
}

impl Exit {
    pub const fn code(self) -> u8 {
        match self {
            Self::Found => 0,
            Self::NothingFound => 1,
            Self::Usage => 2,
            Self::Catalogue => 3,
            Self::Interrupted => 130,
        }
    }
}

/// Why a command cannot do its work.
#[derive(Debug)]
pub enum Failure {
    /// Something typed that means nothing.
    Mistakes(Vec<Mistake>),
    /// The same, for what is not a field of a situation: one sentence.
    Usage(String),
    /// A folder or a file that is no usable catalogue.
    Problems(Vec<Problem>),
    /// The same, for a compiled file: one sentence.
    Unusable(String),
    /// The output cannot be written.
    Output(io::Error),
    /// Ctrl-C.
    Interrupted,
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

impl Failure {
    /// What to print on standard error, and how to end. Nothing when a reader closed the pipe: it has had enough.
    pub fn tell(&self) -> (Option<String>, Exit) {
        match self {
            Self::Mistakes(mistakes) => {
                (Some(mistakes.iter().map(words::mistake).collect::<Vec<_>>().join("\n")), Exit::Usage)
            }
            Self::Usage(sentence) => (Some(sentence.clone()), Exit::Usage),
            Self::Problems(problems) => (Some(words::catalogue_problems(problems)), Exit::Catalogue),
            Self::Unusable(sentence) => (Some(sentence.clone()), Exit::Catalogue),
            Self::Interrupted => (None, Exit::Interrupted),
            Self::Output(error) if error.kind() == io::ErrorKind::BrokenPipe => (None, Exit::Found),
            Self::Output(error) => (Some(words::unwritable(error)), Exit::Usage),
        }
    }
}

/// Runs a command.
///
/// # Errors
/// When it cannot do its work; [`Failure::tell`] says it.
pub fn run(cli: &Cli, out: &mut dyn Write) -> Result<Exit, Failure> {
    let color = cli.global.color.as_deref().map_or(Ok(ColorChoice::Auto), |typed| {
        ColorChoice::parse(typed).ok_or_else(|| no_such("--couleur", typed, &["auto", "toujours", "jamais"]))
    })?;
    let settings = Settings::read(&cli.global, color);
    let exit = match &cli.command {
        None => orienter::run(&crate::cli::Orienter::default(), &settings, out),
        Some(Command::Orienter(flags)) => orienter::run(flags, &settings, out),
        Some(Command::Chercher(flags)) => chercher::run(flags, &settings, out),
        Some(Command::Pourquoi(flags)) => pourquoi::run(flags, &settings, out),
        Some(Command::Fiche(flags)) => fiche::run(flags, &settings, out),
        Some(Command::Lot(flags)) => lot::run(flags, &settings, out),
        Some(Command::Urgences(flags)) => urgences::run(flags, &settings, out),
        Some(Command::Catalogue { command }) => catalogue::run(command, &settings, out),
        Some(Command::Schema { schema }) => schema::run(schema.as_deref(), out),
        Some(Command::Completions { shell }) => completions::run(shell, out),
        Some(Command::Man { command }) => man::run(command, out),
    }?;
    out.flush()?;
    Ok(exit)
}

/// « --format : « jsno » n'existe pas ; vouliez-vous dire « json » ? »
fn no_such(flag: &str, typed: &str, choices: &[&str]) -> Failure {
    let near = nearest(typed, choices.iter().map(|choice| (crate::catalogue::fold::fold(choice), *choice)), 1).pop();
    Failure::Usage(match near {
        Some(near) => format!("{flag} : « {typed} » n'existe pas ; vouliez-vous dire « {} » ?", near.candidate),
        None => format!("{flag} : « {typed} » n'existe pas ; choisir parmi : {}", choices.join(", ")),
    })
}

fn format(typed: Option<&str>, allowed: &[Format]) -> Result<Option<Format>, Failure> {
    let Some(typed) = typed else { return Ok(None) };
    let slugs: Vec<&str> = allowed.iter().map(|format| format.slug()).collect();
    Format::from_slug(typed)
        .filter(|format| allowed.contains(format))
        .map(Some)
        .ok_or_else(|| no_such("--format", typed, &slugs))
}
