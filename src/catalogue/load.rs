//! A catalogue folder, read: which files there are, and their text.

use std::fs;
use std::path::{Path, PathBuf};

use super::problem::{Code, Problem};

/// The most one file may weigh. The largest real one, the CPAS of Flanders, is 60 kB.
pub const MAX_FILE: u64 = 16 << 20;

/// The most a whole catalogue may weigh: a hundred thousand services take about 100 MB.
pub const MAX_FOLDER: u64 = 512 << 20;

/// Folders are read this deep under `services/`.
const MAX_DEPTH: usize = 4;

/// The files of a catalogue folder.
#[derive(Debug, Default)]
pub struct Files {
    pub sources: Option<SourceFile>,
    pub tariffs: Option<SourceFile>,
    pub needs: Option<SourceFile>,
    pub types: Option<SourceFile>,
    pub services: Vec<SourceFile>,
    /// Where the services' files are, for a catalogue that has none.
    pub services_folder: String,
}

/// The text of one file.
#[derive(Debug, Clone)]
pub struct SourceFile {
    /// As it is reached from where the program runs, with `/`.
    pub path: String,
    pub text: String,
}

/// Reads the YAML files of a catalogue folder. What cannot be read is told in `problems` and left out.
pub fn read_folder(folder: &Path, problems: &mut Vec<Problem>) -> Files {
    if !folder.is_dir() {
        let message = if folder.exists() { "ce n'est pas un dossier" } else { "ce dossier n'existe pas" };
        problems.push(problem(
            folder,
            Code::Unreadable,
            message.into(),
            Some("vérifier le chemin donné à --catalogue".into()),
        ));
        return Files::default();
    }
    let mut weight = 0;
    let mut read = |name: &str, problems: &mut Vec<Problem>| read_file(&folder.join(name), &mut weight, problems);
    let mut files = Files {
        sources: read("sources.yaml", problems),
        tariffs: read("tariffs.yaml", problems),
        needs: read("needs.yaml", problems),
        types: read("types.yaml", problems),
        services: Vec::new(),
        services_folder: shown(&folder.join("services")),
    };
    let mut paths = Vec::new();
    list(&folder.join("services"), 0, &mut paths, problems);
    paths.sort();
    files.services = paths.iter().filter_map(|path| read_file(path, &mut weight, problems)).collect();
    files
}

fn list(folder: &Path, depth: usize, paths: &mut Vec<PathBuf>, problems: &mut Vec<Problem>) {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) => {
            problems.push(problem(
                folder,
                Code::Unreadable,
                in_french(&error),
                Some("un catalogue a un dossier « services »".into()),
            ));
            return;
        }
    };
    for path in entries.filter_map(Result::ok).map(|entry| entry.path()) {
        if path.is_dir() && depth == MAX_DEPTH {
            let hint = "remonter ses fichiers : services/<région>/<sorte>.yaml".to_owned();
            problems.push(problem(
                &path,
                Code::TooLarge,
                format!("trop profond : {MAX_DEPTH} dossiers l'un dans l'autre, au plus"),
                Some(hint),
            ));
        } else if path.is_dir() {
            list(&path, depth + 1, paths, problems);
        } else if path.extension().is_some_and(|extension| extension == "yaml" || extension == "yml") {
            paths.push(path);
        }
    }
}

fn read_file(path: &Path, weight: &mut u64, problems: &mut Vec<Problem>) -> Option<SourceFile> {
    let size = match fs::metadata(path) {
        Ok(metadata) => metadata.len(),
        Err(error) => {
            let hint =
                "un catalogue a types.yaml, needs.yaml, tariffs.yaml, sources.yaml et un dossier services".to_owned();
            problems.push(problem(path, Code::Unreadable, in_french(&error), Some(hint)));
            return None;
        }
    };
    *weight += size;
    if size > MAX_FILE || *weight > MAX_FOLDER {
        let message =
            format!("trop gros : {} Mo par fichier, {} Mo pour le catalogue", MAX_FILE >> 20, MAX_FOLDER >> 20);
        problems.push(problem(path, Code::TooLarge, message, Some("couper le fichier en plusieurs".into())));
        return None;
    }
    match fs::read_to_string(path) {
        Ok(text) => Some(SourceFile { path: shown(path), text }),
        Err(error) => {
            let hint = if error.kind() == std::io::ErrorKind::InvalidData {
                "l'enregistrer en UTF-8"
            } else {
                "vérifier ses permissions"
            };
            problems.push(problem(path, Code::Unreadable, in_french(&error), Some(hint.into())));
            None
        }
    }
}

/// A path as printed: forward slashes everywhere.
pub fn shown(path: &Path) -> String {
    path.display().to_string().replace('\\', "/")
}

/// What the system says, in French for what people meet.
pub fn in_french(error: &std::io::Error) -> String {
    match error.kind() {
        std::io::ErrorKind::NotFound => "introuvable".into(),
        std::io::ErrorKind::PermissionDenied => "lecture interdite".into(),
        std::io::ErrorKind::InvalidData => "ce n'est pas du texte UTF-8".into(),
        std::io::ErrorKind::IsADirectory => "c'est un dossier".into(),
        _ => error.to_string(),
    }
}

fn problem(path: &Path, code: Code, message: String, hint: Option<String>) -> Problem {
    Problem { file: shown(path), line: 0, code, entry: None, message, hint }
}
