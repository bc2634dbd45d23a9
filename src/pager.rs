//! Long answers go through the user's own pager, as git's and bat's do; short ones, and what no terminal shows, never.
//!
//! A process of its own rather than a pager built in: whoever has chosen a pager, with its keys and its reader of
//! screens, gets that one.

use std::env;
use std::io::{self, Write};
use std::process::{Command, Stdio};

use unicode_width::UnicodeWidthStr;

use crate::interrupt;

/// The pager, and the terminal it is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pager {
    /// The program and its arguments; none: everything is written straight on.
    pub command: Option<Vec<String>>,
    pub rows: usize,
    pub columns: usize,
}

/// The pager asked for: the program's own variable, then everybody's, then `less`, which says `keys` at its foot.
/// Empty, or `cat`, is none.
pub fn command(own: Option<&str>, usual: Option<&str>, keys: &str) -> Option<Vec<String>> {
    let typed = own.or(usual).unwrap_or("less");
    let mut words = shell_words::split(typed).ok()?;
    let name = words.first().map(|program| base(program).to_owned())?;
    if name == "cat" {
        return None;
    }
    // quit when it all fits, keep colours, leave the answer on the screen
    if name == "less" && words.len() == 1 {
        words.extend(["-FRX".to_owned(), format!("-Ps{keys}")]);
    }
    Some(words)
}

/// « /usr/bin/less » is less.
fn base(program: &str) -> &str {
    let name = program.rsplit(['/', '\\']).next().unwrap_or(program);
    name.strip_suffix(".exe").unwrap_or(name)
}

/// How many rows a text takes.
pub fn height(text: &str, columns: usize) -> usize {
    let rows = |line: &str| plain(line).width().div_ceil(columns.max(1)).max(1);
    text.lines().map(rows).sum()
}

/// A line without its colour codes.
fn plain(line: &str) -> String {
    let mut plain = String::new();
    let mut rest = line;
    while let Some((before, code)) = rest.split_once("\u{1b}[") {
        plain.push_str(before);
        rest = code.split_once('m').map_or("", |(_, after)| after);
    }
    plain + rest
}

impl Pager {
    /// Writes a text, through the pager when it is taller than the terminal. A pager that cannot be started is done
    /// without; one that is left early has shown enough.
    ///
    /// # Errors
    /// When the output cannot be written.
    pub fn show(&self, text: &[u8], out: &mut dyn Write) -> io::Result<()> {
        let tall = || height(&String::from_utf8_lossy(text), self.columns) >= self.rows;
        out.flush()?;
        match &self.command {
            Some(command) if tall() && run(command, text) => Ok(()),
            _ => {
                out.write_all(text)?;
                out.flush()
            }
        }
    }
}

/// Whether the pager was there to show the text.
fn run(command: &[String], text: &[u8]) -> bool {
    let Some((program, arguments)) = command.split_first() else {
        return false;
    };
    let mut pager = Command::new(program);
    pager.args(arguments).stdin(Stdio::piped());
    if env::var_os("LESSCHARSET").is_none() {
        pager.env("LESSCHARSET", "utf-8");
    }
    // Ctrl-C is the pager's own affair: the program waits for it, or the terminal would be left to nobody
    interrupt::listen(false);
    interrupt::paging(true);
    let ended = pager.spawn().and_then(|mut child| {
        if let Some(mut input) = child.stdin.take() {
            // left before the end: it has shown enough
            input.write_all(text).ok();
        }
        child.wait()
    });
    interrupt::paging(false);
    ended.is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[expect(clippy::unnecessary_wraps, reason = "as a command is")]
    fn words(words: &[&str]) -> Option<Vec<String>> {
        Some(words.iter().map(|word| (*word).to_owned()).collect())
    }

    #[test]
    fn the_program_s_own_variable_comes_first_and_cat_is_no_pager() {
        assert_eq!(command(None, None, "q"), words(&["less", "-FRX", "-Psq"]));
        assert_eq!(command(None, Some("less -S"), "q"), words(&["less", "-S"]));
        assert_eq!(command(None, Some("/usr/bin/less"), "q"), words(&["/usr/bin/less", "-FRX", "-Psq"]));
        assert_eq!(command(Some("'mon pager' -x"), Some("less"), "q"), words(&["mon pager", "-x"]));
        for none in ["", " ", "cat", "/bin/cat"] {
            assert_eq!(command(None, Some(none), "q"), None);
            assert_eq!(command(Some(none), Some("less"), "q"), None);
        }
        assert_eq!(command(Some("'jamais fermé"), None, "q"), None);
    }

    #[test]
    fn colours_take_no_room_and_long_lines_take_several_rows() {
        assert_eq!(height("un\ndeux\n\n", 80), 3);
        assert_eq!(height("\u{1b}[1;31méé\u{1b}[0m\n", 2), 1);
        assert_eq!(height("abcde\n", 2), 3);
    }

    fn shown(command: Option<Vec<String>>, text: &str) -> String {
        let pager = Pager { command, rows: 3, columns: 80 };
        let mut out = Vec::new();
        pager.show(text.as_bytes(), &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn only_a_tall_text_goes_through_a_pager_that_exists() {
        let tall = "un\ndeux\ntrois\n";
        let silent = words(&["true"]);
        assert_eq!(shown(None, tall), tall);
        assert_eq!(shown(silent.clone(), "un\ndeux\n"), "un\ndeux\n");
        assert_eq!(shown(words(&["versqui-pas-de-pager"]), tall), tall);
        // it quits before the end of a long text: no error, nothing written twice
        assert_eq!(shown(silent, &"ligne\n".repeat(100_000)), "");
    }
}
