//! How alike a typed word and a word of the catalogue are.

use strsim::normalized_damerau_levenshtein;

use super::index::Word;
use super::words::mask;

/// Below this likeness two words are other words. Of 61 real misspellings of communes the lowest right answer scores
/// 0.57, and the best nonsense 0.62: one mistake in three letters (0.67) is let through, two in five (0.60) too.
const ALIKE: f64 = 0.6;

/// The same, for a word that the catalogue holds as it is typed: only its plural or its feminine is meant too.
const PLURAL: f64 = 0.85;

/// A word that begins as typed is worth this, plus what is left for how much of it was typed.
const BEGINS: f64 = 0.8;

/// From 0 to 1: 1 for the same word; 0.8 and more for one that begins with the three letters typed or more; the square
/// of the normalised Damerau-Levenshtein likeness for a misspelling (one mistake in five letters: 0.64); 0 for another
/// word. A word with a digit, or of one or two letters, is itself or nothing.
pub fn likeness(typed: &str, word: &str) -> f64 {
    Typed::new(typed, false).likeness(&Word::new(word))
}

/// A word typed, with what is computed once.
pub(super) struct Typed<'t> {
    word: &'t str,
    letters: usize,
    mask: u32,
    exact_only: bool,
    alike: f64,
}

impl<'t> Typed<'t> {
    pub(super) fn new(word: &'t str, is_known: bool) -> Self {
        let letters = word.chars().count();
        Self {
            word,
            letters,
            mask: mask(word),
            exact_only: letters < 3 || word.chars().any(|c| c.is_ascii_digit()),
            alike: if is_known { PLURAL } else { ALIKE },
        }
    }

    /// How alike a word of the catalogue is.
    pub(super) fn likeness(&self, word: &Word) -> f64 {
        if self.word == word.text {
            return 1.0;
        }
        if self.exact_only {
            return 0.0;
        }
        if word.text.starts_with(self.word) {
            #[expect(clippy::cast_precision_loss, reason = "the length of a word")]
            let share = self.letters as f64 / word.letters as f64;
            return BEGINS + (1.0 - BEGINS) * share;
        }
        if self.is_far(word.letters, word.mask) { 0.0 } else { self.misspelt(&word.text) }
    }

    /// How alike two words read as one are.
    pub(super) fn likeness_joined(&self, first: &str, second: &str) -> f64 {
        if self.word.strip_prefix(first) == Some(second) {
            return 1.0;
        }
        // folded text is mostly ASCII: bytes are letters, near enough to refuse what is far
        let far = self.exact_only || self.is_far(first.len() + second.len(), mask(first) | mask(second));
        if far { 0.0 } else { self.misspelt(&[first, second].concat()) }
    }

    /// Each missing letter is a mistake: most words are refused without being compared.
    fn is_far(&self, letters: usize, mask: u32) -> bool {
        #[expect(clippy::cast_precision_loss, reason = "the length of a word")]
        let (typed, length) = (self.letters as f64, letters as f64);
        let allowed = typed.max(length) * (1.0 - self.alike) + 1e-9;
        let missing = (self.mask & !mask).count_ones().max((mask & !self.mask).count_ones());
        (typed - length).abs() > allowed || f64::from(missing) > allowed
    }

    fn misspelt(&self, word: &str) -> f64 {
        let alike = normalized_damerau_levenshtein(self.word, word);
        if alike + 1e-9 >= self.alike { alike * alike } else { 0.0 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn about(typed: &str, word: &str, expected: f64) {
        let got = likeness(typed, word);
        assert!((got - expected).abs() < 0.005, "{typed} ~ {word} : {got}");
    }

    #[test]
    fn the_nearer_the_more() {
        about("babel", "babel", 1.0);
        about("psy", "psychologue", 0.85);
        about("bomle", "bomel", 0.64);
        about("cpsa", "cpas", 0.5625);
        about("table", "babel", 0.36);
        about("porte", "babel", 0.0);
    }

    #[test]
    fn a_number_is_itself_or_nothing() {
        about("107", "103", 0.0);
        about("1813", "1813", 1.0);
        about("nl", "nlp", 0.0);
    }
}
