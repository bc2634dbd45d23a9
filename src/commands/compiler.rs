//! `versqui catalogue compiler`: a folder of YAML becomes the one file that `--catalogue` opens at once.

use std::io::{self, Write};
use std::path::Path;

use crate::catalogue::{Catalogue, Problem, compile_folder, review_folder};
use crate::embedded;
use crate::output::save::save;
use crate::settings::Settings;
use crate::words;

use super::{Exit, Failure};

pub(super) fn run(
    folder: &Path,
    path: &Path,
    force: bool,
    settings: &Settings,
    out: &mut dyn Write,
) -> Result<Exit, Failure> {
    let to_stdout = path.as_os_str() == "-";
    if to_stdout && settings.to_terminal {
        return Err(Failure::Usage(words::not_for_a_terminal()));
    }
    let embedded = embedded();
    let bytes = compile_folder(folder, Some(embedded))
        .map_err(|problems| Failure::Problems(all_of(folder, embedded, settings, problems)))?;
    // what is written is what will be read
    let written = Catalogue::open(bytes.clone()).map_err(|corrupt| Failure::Unusable(words::damaged(corrupt)))?;
    if to_stdout {
        out.write_all(&bytes)?;
        out.flush()?;
    } else {
        save(path, &bytes, force).map_err(|error| Failure::Usage(words::not_saved(path, &error)))?;
        // the file is there, whether or not anybody reads that it is
        let _ = writeln!(io::stderr(), "{}", words::compiled(path, written.facts.len(), bytes.len()));
    }
    Ok(Exit::Found)
}

/// What `catalogue verifier` says of a folder that cannot be compiled: whoever mends it sees everything at once.
fn all_of(folder: &Path, embedded: &Catalogue, settings: &Settings, found: Vec<Problem>) -> Vec<Problem> {
    review_folder(folder, Some(embedded), Some(settings.now.date)).err().unwrap_or(found)
}
