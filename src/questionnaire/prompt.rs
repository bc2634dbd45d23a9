//! The prompter: whoever shows a question and brings back a reply. Two fronts stand behind it: menus, and plain lines.

use std::io;

use crate::catalogue::fold::fold;
use crate::catalogue::text::is_unprintable;
use crate::wrap::wrap;

use super::question::Question;

/// Shows questions and sentences to somebody, and reads what they reply.
pub trait Prompter {
    /// Asks one question and waits for one reply.
    ///
    /// # Errors
    /// When the terminal cannot be written or read.
    fn ask(&mut self, question: &Question) -> io::Result<Reply>;

    /// Says a sentence, or several lines.
    ///
    /// # Errors
    /// When the terminal cannot be written.
    fn say(&mut self, text: &str) -> io::Result<()>;

    /// Clears the screen of what was said to somebody, where that can be done.
    ///
    /// # Errors
    /// When the terminal cannot be written.
    fn wipe(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// What somebody replied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reply {
    /// Positions among the question's choices.
    Chosen(Vec<usize>),
    Typed(String),
    /// « Je ne sais pas », or the question's own way past it.
    Skip,
    Back,
    Why,
    Quit,
    /// Ctrl-C.
    Interrupted,
    EndOfInput,
}

/// The reply that a typed line stands for at any question; `None` when it is an answer.
pub fn command(line: &str) -> Option<Reply> {
    match line.trim() {
        "" => Some(Reply::Skip),
        "<" => Some(Reply::Back),
        "?" => Some(Reply::Why),
        line => match fold(line).as_str() {
            "q" | "quitter" => Some(Reply::Quit),
            "retour" => Some(Reply::Back),
            "inconnu" | "je ne sais pas" | "sais pas" | "jsp" | "nsp" => Some(Reply::Skip),
            _ => None,
        },
    }
}

/// A text as the terminal may receive it, a line at a time: without control characters, broken between words where it
/// is known how wide the terminal is, a telephone number never.
pub fn lines_of(text: &str, columns: Option<usize>) -> Vec<String> {
    let safe =
        |line: &str| -> String { line.chars().map(|c| if is_unprintable(c) { '\u{fffd}' } else { c }).collect() };
    let lines = text.split('\n').map(safe);
    match columns {
        None => lines.collect(),
        Some(columns) => lines
            .flat_map(|line| {
                let indent = line.len() - line.trim_start().len();
                wrap(&line[..indent], &line, columns.saturating_sub(1))
            })
            .collect(),
    }
}

/// How questions are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Front {
    /// Menus moved through with the arrows.
    Menus,
    /// Numbered plain lines: a screen reader follows them, and so does a terminal that cannot move its cursor.
    Lines,
}

/// Menus need room: under 4 rows or 20 columns the library that draws them fails.
pub const fn front(rows: u16, columns: u16, dumb: bool, forced_lines: bool) -> Front {
    if dumb || forced_lines || rows < 4 || columns < 20 { Front::Lines } else { Front::Menus }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn menus_are_for_terminals_that_have_room_for_them() {
        assert_eq!(front(24, 80, false, false), Front::Menus);
        assert_eq!(front(4, 20, false, false), Front::Menus);
        for (rows, columns, dumb, forced_lines) in
            [(3, 80, false, false), (24, 19, false, false), (24, 80, true, false), (24, 80, false, true)]
        {
            assert_eq!(front(rows, columns, dumb, forced_lines), Front::Lines);
        }
    }

    #[test]
    fn what_is_said_is_broken_between_words_and_moves_no_cursor() {
        assert_eq!(
            lines_of("  0800 32 123 : prévention\nun\u{1b}[J", Some(16)),
            ["  0800 32 123 :", "  prévention", "un\u{fffd}[J"]
        );
        assert_eq!(lines_of("", Some(80)), [""]);
        assert_eq!(lines_of("un  deux", None), ["un  deux"]);
    }

    #[test]
    fn a_line_may_be_a_command() {
        assert_eq!(command("  "), Some(Reply::Skip));
        assert_eq!(command("Je ne sais pas"), Some(Reply::Skip));
        assert_eq!(command(" Q "), Some(Reply::Quit));
        assert_eq!(command("Quaregnon"), None);
    }
}
