//! The words of a text that say something, and those that mean something of their own.

use crate::catalogue::fold::fold;

/// Words that say nothing of a service, folded and sorted. « sans » says something (« sans rendez-vous »).
const EMPTY: &[&str] = &[
    "a", "ai", "au", "aux", "avec", "ce", "chez", "d", "dans", "das", "de", "den", "der", "des", "die", "du", "een",
    "en", "est", "et", "het", "il", "j", "je", "l", "la", "le", "les", "m", "ma", "me", "mes", "moi", "mon", "n", "ne",
    "of", "on", "ou", "par", "pas", "pour", "qu", "que", "qui", "s", "se", "si", "suis", "sur", "the", "trouver", "un",
    "und", "une", "van", "voor", "vos", "votre", "y",
];

/// Words that mean « it costs nothing », and words that mean « one telephones ».
pub(super) const FREE: &[&str] = &["gratuit", "gratuite", "gratuitement", "gratis", "free", "kostenlos"];
pub(super) const LINE: &[&str] = &["ligne", "lijn", "line", "hotline", "numero"];

/// What the languages most asked for are called in themselves.
pub(super) const OWN_NAMES: &[(&str, &str)] =
    &[("nl", "nederlands"), ("de", "deutsch"), ("en", "english"), ("es", "espanol"), ("it", "italiano")];

/// The words of a text that say something.
pub(super) fn keep(text: &str) -> Vec<String> {
    kept(&fold(text)).into_iter().map(str::to_owned).collect()
}

/// The words of a folded text that say something; all of them when none does. `de` and `en` typed last are languages.
pub(super) fn kept(folded: &str) -> Vec<&str> {
    let words: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
    let language = |at: usize| at > 0 && at + 1 == words.len() && matches!(words[at], "de" | "en");
    let says = |(at, word): (usize, &&str)| EMPTY.binary_search(word).is_err() || language(at);
    let kept: Vec<&str> = words.iter().enumerate().filter(|one| says(*one)).map(|(_, word)| *word).collect();
    if kept.is_empty() { words } else { kept }
}

/// A telephone number or a postal code, when nothing else was typed: its digits, without the country.
pub(super) fn number(text: &str) -> Option<String> {
    let is_number = text.chars().all(|c| c.is_ascii_digit() || c.is_whitespace() || "+/.-()".contains(c));
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let national =
        text.trim_start().strip_prefix('+').and_then(|_| digits.strip_prefix("32")).map(|rest| format!("0{rest}"));
    (is_number && digits.len() >= 3).then(|| national.unwrap_or(digits))
}

/// One bit a letter.
pub(super) fn mask(word: &str) -> u32 {
    word.chars().fold(0, |mask, c| match c {
        'a'..='z' => mask | 1 << (u32::from(c) - u32::from('a')),
        '0'..='9' => mask | 1 << 26,
        _ => mask | 1 << 27,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn empty_words_are_sorted_for_they_are_searched_so() {
        assert!(EMPTY.is_sorted());
    }

    #[test]
    fn what_says_nothing_is_left_out_and_a_language_typed_last_is_kept() {
        assert_eq!(keep("le psy de Namur"), ["psy", "namur"]);
        assert_eq!(keep("ligne d'écoute de"), ["ligne", "ecoute", "de"]);
        assert_eq!(keep("de la"), ["de", "la"]);
    }

    #[test]
    fn a_number_is_its_digits_without_the_country() {
        assert_eq!(number("+32 87 34 10 53").as_deref(), Some("087341053"));
        assert_eq!(number("0800/32.123").as_deref(), Some("080032123"));
        assert_eq!(number("espace 28"), None);
    }
}
