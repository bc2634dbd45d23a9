//! Running the program from outside, as at the desk.
#![allow(dead_code, reason = "each test file uses a part of it")]

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// A catalogue of a few invented services, so that what is expected never moves with the real one.
pub const CATALOGUE: &str = "tests/golden/catalogue";

pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The folder of the program: a shell under test finds `versqui` there.
pub fn program() -> &'static Path {
    Path::new(env!("CARGO_BIN_EXE_versqui"))
}

/// A command in the project's folder, with nothing of the person's own settings.
pub fn clean(mut command: Command) -> Command {
    for name in ["VERSQUI_CATALOGUE", "NO_COLOR", "COLUMNS", "TERM", "LANG", "LC_ALL"] {
        command.env_remove(name);
    }
    command.current_dir(root()).stdin(Stdio::null());
    command
}

/// Runs `versqui` with these words.
pub fn versqui(words: &[&str]) -> Output {
    clean(Command::new(program())).args(words).output().unwrap()
}

/// What a run printed, when it ended as expected.
pub fn printed(words: &[&str], status: i32) -> String {
    let output = versqui(words);
    let errors = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(status), "{words:?}\n{errors}");
    String::from_utf8(output.stdout).unwrap()
}

/// What a run said on standard error, when it ended as expected and printed nothing.
pub fn refused(words: &[&str], status: i32) -> String {
    let output = versqui(words);
    assert_eq!(output.status.code(), Some(status), "{words:?}");
    assert!(output.stdout.is_empty(), "{words:?}");
    String::from_utf8(output.stderr).unwrap()
}

/// Where a tool is, when it is installed.
pub fn tool(name: &str) -> Option<PathBuf> {
    let paths = std::env::var_os("PATH")?;
    std::env::split_paths(&paths).map(|folder| folder.join(name)).find(|path| path.is_file())
}

/// A Python that has this module: the one CI has prepared, or the machine's own. Without one, nothing is checked and it
/// says so; in CI, that is a failure.
pub fn python(module: &str) -> Option<PathBuf> {
    let has = |python: &PathBuf| {
        Command::new(python)
            .args(["-c", &format!("import {module}")])
            .output()
            .is_ok_and(|output| output.status.success())
    };
    let prepared = std::env::var_os("VERSQUI_PYTHON").map(PathBuf::from);
    let found = prepared.into_iter().chain(tool("python3")).find(has);
    if found.is_none() {
        assert!(std::env::var_os("VERSQUI_CI").is_none(), "pas de python3 avec {module} : .ci/run doit l'installer");
        // past the capture of the tests: a check that is skipped is seen
        let line = format!("python3 sans {module} ici : non vérifié\n");
        std::io::stderr().write_all(line.as_bytes()).unwrap();
    }
    found
}
