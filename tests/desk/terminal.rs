//! A terminal with the program in it. Nothing waits for a while: everything waits for a text.

use std::num::NonZero;
use std::process::Command;
use std::time::Duration;

use expectrl::process::unix::WaitStatus;
use expectrl::session::OsSession;
use expectrl::{Eof, Expect, Session};

pub const ESCAPE: &str = "\u{1b}";
pub const DOWN: &str = "\u{1b}[B";
pub const UP: &str = "\u{1b}[A";
pub const ENTER: &str = "\r";
pub const CTRL_C: &str = "\u{3}";
pub const CTRL_D: &str = "\u{4}";
pub const BACKSPACE: &str = "\u{7f}";
pub const SHOW_CURSOR: &str = "\u{1b}[?25h";
pub const HIDE_CURSOR: &str = "\u{1b}[?25l";

/// The machine may be busy with anything else.
const PATIENCE: Duration = Duration::from_secs(60);

/// A day at ten, whatever the day of the test.
const NOW: [&str; 2] = ["--quand", "2026-11-24T10:00"];

/// Everything is known, except what a test asks about.
pub const KNOWN: &[&str] = &[
    "--commune",
    "Verviers",
    "--age",
    "34",
    "--pour",
    "proche",
    "--langue",
    "fr",
    "--besoin",
    "trauma-exil",
    "--parcours-migratoire",
    "refugie",
    "--budget",
    "0",
    "--bim",
    "oui",
];

/// What is known, less these flags: the questions left do not depend on the order in which the program likes to ask.
pub fn known_but(flags: &[&'static str]) -> Vec<&'static str> {
    let all = [KNOWN, &["--urgence", "semaine"]].concat();
    all.chunks(2).filter(|pair| !flags.contains(&pair[0])).flatten().copied().collect()
}

pub struct Desk {
    session: OsSession,
    columns: u16,
    rows: u16,
    /// Everything the terminal received.
    pub bytes: Vec<u8>,
}

impl Desk {
    /// `versqui orienter` in a window, with these words and nothing of the person's own settings.
    pub fn new(columns: u16, rows: u16, words: &[&str]) -> Self {
        Self::with(columns, rows, &[], words)
    }

    /// The same, with variables of its own.
    pub fn with(columns: u16, rows: u16, variables: &[(&str, &str)], words: &[&str]) -> Self {
        Self::command(columns, rows, variables, "exec \"$0\" \"$@\"", &[&["orienter"], &NOW[..], words].concat())
    }

    /// A line of shell, where `$0` is the program and `$@` are its words.
    pub fn command(columns: u16, rows: u16, variables: &[(&str, &str)], line: &str, words: &[&str]) -> Self {
        let mut command = Command::new("sh");
        command.arg("-c").arg(format!("read -r _; {line}"));
        command.arg(env!("CARGO_BIN_EXE_versqui")).args(words);
        command.env_clear();
        for name in ["PATH", "HOME", "TMPDIR"] {
            if let Some(value) = std::env::var_os(name) {
                command.env(name, value);
            }
        }
        command.envs([("TERM", "xterm-256color"), ("NO_COLOR", "1"), ("PAGER", "cat"), ("LC_ALL", "C.UTF-8")]);
        command.envs(variables.iter().copied());
        let mut session = Session::spawn(command).unwrap();
        session.set_expect_timeout(Some(PATIENCE));
        // the library gives its own size to the window once the shell runs: the program starts after that
        session.get_process_mut().set_window_size(columns, rows).unwrap();
        session.send("\n").unwrap();
        Self { session, columns, rows, bytes: Vec::new() }
    }

    /// Waits for a text.
    #[track_caller]
    pub fn sees(&mut self, text: &str) -> &mut Self {
        match self.session.expect(text) {
            Ok(found) => self.bytes.extend(found.as_bytes()),
            Err(error) => panic!("« {text} » ne vient pas ({error}) :\n{}", self.transcript()),
        }
        self
    }

    pub fn types(&mut self, keys: &str) -> &mut Self {
        self.session.send(keys).unwrap();
        self
    }

    /// The window changes size; whoever draws in it is told.
    pub fn resizes(&mut self, columns: u16, rows: u16) -> &mut Self {
        self.session.get_process_mut().set_window_size(columns, rows).unwrap();
        (self.columns, self.rows) = (columns, rows);
        self
    }

    /// Waits for the end, and tells how it ended.
    #[track_caller]
    pub fn ends(&mut self, status: i32) -> &mut Self {
        match self.session.expect(Eof) {
            Ok(found) => self.bytes.extend(found.as_bytes()),
            Err(error) => panic!("ne finit pas ({error}) :\n{}", self.transcript()),
        }
        let ended = self.session.get_process().wait().unwrap();
        assert!(
            matches!(ended, WaitStatus::Exited(_, code) if code == status),
            "{ended:?} au lieu de {status} :\n{}",
            self.transcript()
        );
        self
    }

    pub fn transcript(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }

    /// What stands on the screen, once all that was seen is drawn.
    pub fn screen(&self) -> String {
        let size = |size| NonZero::new(size).unwrap();
        let mut parser = vt100::Parser::new(size(self.rows), size(self.columns), 500);
        parser.process(&self.bytes);
        parser.screen().contents()
    }

    /// The cursor is visible.
    pub fn cursor_is_shown(&self) -> bool {
        let text = self.transcript();
        text.rfind(HIDE_CURSOR) <= text.rfind(SHOW_CURSOR)
    }

    #[track_caller]
    pub fn hides(&self, text: &str) -> &Self {
        let transcript = self.transcript();
        assert!(!transcript.contains(text), "« {text} » est là :\n{transcript}");
        self
    }
}
