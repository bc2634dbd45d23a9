//! Text that is safe to print: what the checks refuse, and what a terminal must never receive.

use std::borrow::Cow;

use serde::{Deserialize, Deserializer, Serialize};

/// A piece of catalogue text: within the bytes of a compiled catalogue, or just read from YAML.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize)]
#[serde(transparent)]
pub struct Text(pub Cow<'static, str>);

impl<'de: 'static> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        <&'de str>::deserialize(deserializer).map(Self::from)
    }
}

impl Text {
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::ops::Deref for Text {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        Self(Cow::Owned(text))
    }
}

impl From<&'static str> for Text {
    fn from(text: &'static str) -> Self {
        Self(Cow::Borrowed(text))
    }
}

impl std::fmt::Display for Text {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(&self.0)
    }
}

/// A character that could move a cursor, hide text or reorder it: control, bidirectional and zero-width characters.
pub fn is_unprintable(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// A word that stands for « nothing »: an editor forgot to fill it in, or YAML turned a null into text.
pub fn is_placeholder(text: &str) -> bool {
    let text = text.trim();
    ["~", "null", "none", "todo", "tbd", "xxx", "n/a", "?", "-", "…", "...", "à compléter", "a completer"]
        .contains(&text.to_lowercase().as_str())
        || text.starts_with("TODO")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escape_sequences_and_bidi_tricks_are_unprintable() {
        assert!("\u{1b}[31m".chars().any(is_unprintable));
        assert!("abc\u{202e}".chars().any(is_unprintable));
        assert!(!"L’Entr’Act – « cœur » 13,19 €".chars().any(is_unprintable));
    }

    #[test]
    fn placeholders_are_seen_whatever_their_case() {
        assert!(["~", "null", "TODO: demander", "Todo", " ? ", "…", "À compléter"].into_iter().all(is_placeholder));
        assert!(!is_placeholder("Todos"));
    }
}
