//! What a terminal may receive: catalogue text never sends it a control sequence, whatever file it comes from.

use std::borrow::Cow;

use crate::catalogue::text::is_unprintable;

/// The text with every control, bidirectional or zero-width character shown as `�`; borrowed when it has none.
pub fn clean(text: &str) -> Cow<'_, str> {
    if text.chars().any(is_unprintable) {
        Cow::Owned(text.chars().map(|c| if is_unprintable(c) { '\u{fffd}' } else { c }).collect())
    } else {
        Cow::Borrowed(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_escape_sequence_is_defused_and_plain_text_is_untouched() {
        assert_eq!(clean("a\u{1b}[31mb"), "a\u{fffd}[31mb");
        assert!(matches!(clean("L’Entr’Act"), Cow::Borrowed(_)));
    }
}
