//! Lines that fit a width, broken between words; a telephone number, an address of a site or an amount is never broken.

use unicode_width::UnicodeWidthStr;

/// Wraps a text to `width` columns: the first line begins with `first`, the others with as many spaces.
pub fn wrap(first: &str, text: &str, width: usize) -> Vec<String> {
    let indent = columns(first);
    let room = width.saturating_sub(indent).max(16);
    // bytes a line may take: two for an accented letter
    let long = width.min(text.len() + indent) * 2;
    let mut lines = Vec::with_capacity(text.len() / room + 1);
    let mut line = String::with_capacity(long);
    line.push_str(first);
    // what is in the line beyond its beginning
    let (mut empty, mut filled) = (true, 0);
    let mut words = text.split_whitespace().peekable();
    let mut piece = String::with_capacity(32);
    while let Some(word) = words.next() {
        piece.clear();
        piece.push_str(word);
        // a dot between two things ends the line of the first, unless there is no room for it there
        let glued = |piece: &str, next: &str| are_glued(piece, next) && (next != "·" || columns(piece) + 2 <= room);
        while let Some(next) = words.next_if(|next| glued(&piece, next)) {
            piece.push(' ');
            piece.push_str(next);
        }
        let wide = columns(&piece);
        if !empty && filled + 1 + wide > room {
            lines.push(ended(line));
            line = String::with_capacity(long);
            line.extend(std::iter::repeat_n(' ', indent));
            (empty, filled) = (true, 0);
        }
        if !empty {
            line.push(' ');
            filled += 1;
        }
        line.push_str(&piece);
        filled += wide;
        empty = false;
    }
    lines.push(ended(line));
    lines
}

fn ended(mut line: String) -> String {
    line.truncate(line.trim_end().len());
    line
}

/// What must stay together: digits and digits (« 087 34 10 53 », « 24 ans », « 13,19 € »), « : » and « ? » and the word
/// before.
fn are_glued(piece: &str, word: &str) -> bool {
    let digits =
        |word: &str| word.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b',' | b'.' | b')' | b';'));
    let numeric = piece.ends_with(|c: char| c.is_ascii_digit())
        && (digits(word) || word.starts_with('€') || word.starts_with("km"));
    numeric || matches!(word, ":" | "?" | ";" | "!" | "»" | "·") || piece.ends_with('«')
}

/// The columns a text takes on a terminal. The characters of our languages take one each; only when there are others is
/// the whole table of Unicode asked.
pub fn columns(text: &str) -> usize {
    let usual = |c: char| matches!(c, ' '..='~' | '\u{a0}'..='\u{ac}' | '\u{ae}'..='\u{2ff}' | '\u{2010}'..='\u{2027}' | '\u{202f}' | '€' | '→');
    let mut count = 0;
    for c in text.chars() {
        if !usual(c) {
            return text.width();
        }
        count += 1;
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn every_usual_character_takes_the_columns_unicode_says() {
        for c in '\0'..='\u{3000}' {
            let text = format!("a{c}b");
            assert_eq!(columns(&text), text.width(), "U+{:04X}", u32::from(c));
        }
    }

    proptest! {
        #[test]
        fn any_text_takes_the_columns_unicode_says(text in "\\PC{0,20}") {
            prop_assert_eq!(columns(&text), text.width());
        }
    }

    #[test]
    fn a_phone_number_is_never_broken() {
        for width in 20..60 {
            let lines = wrap("  ", "appelez le 087 34 10 53 avant midi, ou le 0800 32 123 la nuit", width);
            let whole = |number: &str| lines.iter().any(|line| line.contains(number));
            assert!(whole("087 34 10 53") && whole("0800 32 123"), "{width} : {lines:?}");
        }
    }

    #[test]
    fn a_dot_never_begins_a_line_and_never_makes_one_too_long() {
        assert_eq!(wrap("", "à ~19 km · trente-six ans · oui", 16), ["à ~19 km ·", "trente-six ans ·", "oui"]);
        for width in 16..40 {
            let lines = wrap("", "https://exemple.be · a@exemple.be · oui", width);
            assert!(lines.iter().all(|line| line.width() <= width.max(18)), "{width} : {lines:?}");
        }
    }

    #[test]
    fn later_lines_stand_under_the_text() {
        assert_eq!(wrap("? ", "un deux trois quatre cinq six", 18), ["? un deux trois", "  quatre cinq six"]);
    }
}
