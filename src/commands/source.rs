//! Where the catalogue comes from: the program itself, a folder of YAML, or a compiled file.

use std::path::Path;

use crate::catalogue::{Catalogue, Code, MAX_FOLDER, Problem, compile_folder, in_french, is_compiled, shown};
use crate::{embedded, words};

use super::Failure;

/// Opens the catalogue that `--catalogue` names, or the program's own.
///
/// # Errors
/// When it is missing, unreadable, too large or invalid, with every problem; when a compiled file is not one of this
/// version, is truncated or altered.
pub fn open(path: Option<&Path>) -> Result<&'static Catalogue, Failure> {
    let Some(path) = path else {
        return Ok(embedded());
    };
    let bytes =
        if path.is_dir() { compile_folder(path, Some(embedded())).map_err(Failure::Problems)? } else { file(path)? };
    Catalogue::open(bytes).map_err(|corrupt| Failure::Unusable(words::not_trusted(path, corrupt)))
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
