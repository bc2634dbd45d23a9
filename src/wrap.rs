//! Lines that fit a width, broken between words; a telephone number, an address of a site or an amount is never broken.

use unicode_width::UnicodeWidthStr;

/// Wraps a text to `width` columns: the first line begins with `first`, the others with as many spaces.
#[must_use]
pub fn wrap(first: &str, text: &str, width: usize) -> Vec<String> {
    let indent = first.width();
    let room = width.saturating_sub(indent).max(16);
    let mut lines = Vec::new();
    let mut line = String::new();
    // a dot between two things ends the line of the first, unless there is no room for it there
    let fitting = |piece: String| match piece.strip_suffix(" ·") {
        Some(bare) if piece.width() > room => vec![bare.to_owned(), "·".to_owned()],
        _ => vec![piece],
    };
    for word in pieces(text).into_iter().flat_map(fitting) {
        if !line.is_empty() && line.width() + 1 + word.width() > room {
            lines.push(std::mem::take(&mut line));
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(&word);
    }
    lines.push(line);
    let begin = |at: usize| {
        if at == 0 {
            first.to_owned()
        } else {
            " ".repeat(indent)
        }
    };
    lines
        .iter()
        .enumerate()
        .map(|(at, line)| format!("{}{line}", begin(at)).trim_end().to_owned())
        .collect()
}

/// Words, with what must stay together glued: digits to digits (« 087 34 10 53 », « 24 ans », « 13,19 € »), « : » and « ? » to the
/// word before.
fn pieces(text: &str) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        let digits = |word: &str| {
            word.chars()
                .all(|c| c.is_ascii_digit() || matches!(c, ',' | '.' | ')' | ';'))
        };
        let glued = pieces.last().is_some_and(|last| {
            let numeric = last.ends_with(|c: char| c.is_ascii_digit())
                && (digits(word) || word.starts_with('€') || word.starts_with("km"));
            numeric || matches!(word, ":" | "?" | ";" | "!" | "»" | "·") || last.ends_with('«')
        });
        match pieces.last_mut() {
            Some(last) if glued => {
                last.push(' ');
                last.push_str(word);
            }
            _ => pieces.push(word.to_owned()),
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phone_number_is_never_broken() {
        for width in 20..60 {
            let lines = wrap(
                "  ",
                "appelez le 087 34 10 53 avant midi, ou le 0800 32 123 la nuit",
                width,
            );
            let whole = |number: &str| lines.iter().any(|line| line.contains(number));
            assert!(
                whole("087 34 10 53") && whole("0800 32 123"),
                "{width} : {lines:?}"
            );
        }
    }

    #[test]
    fn a_dot_never_begins_a_line_and_never_makes_one_too_long() {
        assert_eq!(
            wrap("", "à ~19 km · trente-six ans · oui", 16),
            ["à ~19 km ·", "trente-six ans ·", "oui"]
        );
        for width in 16..40 {
            let lines = wrap("", "https://exemple.be · a@exemple.be · oui", width);
            assert!(
                lines.iter().all(|line| line.width() <= width.max(18)),
                "{width} : {lines:?}"
            );
        }
    }

    #[test]
    fn later_lines_stand_under_the_text() {
        assert_eq!(
            wrap("? ", "un deux trois quatre cinq six", 18),
            ["? un deux trois", "  quatre cinq six"]
        );
    }
}
