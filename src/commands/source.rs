//! Where the catalogue comes from: the program itself, a folder of YAML, or a compiled file.

use std::path::{Path, PathBuf};

use crate::EMBEDDED;
use crate::catalogue::{Catalogue, Code, MAX_FOLDER, Problem, compile_folder, in_french, is_compiled, shown};
use crate::words;

use super::Failure;

/// The bytes of a catalogue, and where they come from.
#[derive(Debug)]
pub enum Source {
    Embedded,
    Elsewhere(PathBuf, Vec<u8>),
}

impl Source {
    /// Reads what `--catalogue` names, or takes the embedded catalogue.
    ///
    /// # Errors
    /// When it is missing, unreadable, too large or invalid, with every problem.
    pub fn read(path: Option<&Path>) -> Result<Self, Failure> {
        let Some(path) = path else {
            return Ok(Self::Embedded);
        };
        let bytes = if path.is_dir() {
            compile_folder(path, Some(&Catalogue::open_embedded(EMBEDDED)?)).map_err(Failure::Problems)?
        } else {
            file(path)?
        };
        Ok(Self::Elsewhere(path.to_owned(), bytes))
    }

    /// Opens the catalogue.
    ///
    /// # Errors
    /// When the file is not one of this version, is truncated or altered.
    pub fn open(&self) -> Result<Catalogue<'_>, Failure> {
        match self {
            Self::Embedded => Ok(Catalogue::open_embedded(EMBEDDED)?),
            Self::Elsewhere(path, bytes) => {
                Catalogue::open(bytes).map_err(|corrupt| Failure::Unusable(words::not_trusted(path, corrupt)))
            }
        }
    }
}

fn file(path: &Path) -> Result<Vec<u8>, Failure> {
    let unreadable = |error: std::io::Error| {
        problem(path, Code::Unreadable, in_french(&error), Some("vérifier le chemin donné à --catalogue".to_owned()))
    };
    let size = std::fs::metadata(path).map_err(unreadable)?.len();
    if size > MAX_FOLDER {
        return Err(problem(path, Code::TooLarge, format!("trop gros : {} Mo au plus", MAX_FOLDER >> 20), None));
    }
    let bytes = std::fs::read(path).map_err(unreadable)?;
    if bytes.is_empty() {
        return Err(Failure::Unusable(words::empty_catalogue(path)));
    }
    if is_compiled(&bytes) {
        return Ok(bytes);
    }
    Err(Failure::Unusable(words::no_catalogue(path)))
}

fn problem(path: &Path, code: Code, message: String, hint: Option<String>) -> Failure {
    Failure::Problems(vec![Problem { file: shown(path), line: 0, code, entry: None, message, hint }])
}
