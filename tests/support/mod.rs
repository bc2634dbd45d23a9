//! Runs the program as a person or a script does, in a clean environment.

use std::io::{Read, Seek, Write};
use std::process::{Command, Stdio};

/// What came out, and how it ended.
#[derive(Debug)]
pub struct Outcome {
    pub status: i32,
    pub stdout: String,
    pub stderr: String,
}

impl Outcome {
    #[track_caller]
    pub fn exits(&self, status: i32) -> &Self {
        assert_eq!(self.status, status, "stdout :\n{}\nstderr :\n{}", self.stdout, self.stderr);
        self
    }

    #[track_caller]
    pub fn says(&self, text: &str) -> &Self {
        assert!(self.stdout.contains(text), "« {text} » n'est pas dans :\n{}", self.stdout);
        self
    }

    #[track_caller]
    pub fn says_on_stderr(&self, text: &str) -> &Self {
        assert!(self.stderr.contains(text), "« {text} » n'est pas dans :\n{}", self.stderr);
        self
    }

    #[track_caller]
    pub fn errs(&self, text: &str) -> &Self {
        assert_eq!(self.stderr, text);
        assert_eq!(self.stdout, "");
        self
    }
}

/// One run of the program.
pub struct Run(Command);

impl Run {
    pub fn new(arguments: &[&str]) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_versqui"));
        command.args(arguments).stdin(Stdio::null());
        for name in ["VERSQUI_CATALOGUE", "NO_COLOR", "COLUMNS", "TERM", "LANG", "LC_ALL"] {
            command.env_remove(name);
        }
        Self(command)
    }

    pub fn env(mut self, name: &str, value: &str) -> Self {
        self.0.env(name, value);
        self
    }

    /// What is sent on standard input.
    pub fn reading(mut self, input: impl AsRef<[u8]>) -> Self {
        let mut file = tempfile::tempfile().unwrap();
        file.write_all(input.as_ref()).unwrap();
        file.rewind().unwrap();
        self.0.stdin(file);
        self
    }

    pub fn go(mut self) -> Outcome {
        let output = self.0.output().unwrap();
        Outcome {
            status: output.status.code().unwrap_or(-1),
            stdout: String::from_utf8(output.stdout).unwrap(),
            stderr: String::from_utf8(output.stderr).unwrap(),
        }
    }

    /// Reads a little and closes the pipe, as `head` does.
    pub fn close_stdout_early(mut self) -> Outcome {
        let mut child = self.0.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let mut first = [0_u8; 16];
        child.stdout.take().unwrap().read_exact(&mut first).unwrap();
        let mut stderr = String::new();
        child.stderr.take().unwrap().read_to_string(&mut stderr).unwrap();
        Outcome {
            status: child.wait().unwrap().code().unwrap_or(-1),
            stdout: String::from_utf8_lossy(&first).into_owned(),
            stderr,
        }
    }
}

pub fn versqui(arguments: &[&str]) -> Outcome {
    Run::new(arguments).go()
}
