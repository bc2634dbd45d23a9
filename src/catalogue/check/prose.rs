//! How sentences are written: short, and with their acronyms spelled out.

use super::super::fold::fold;
use super::super::problem::Code;
use super::outline::At;
use super::report::Report;

/// The most words of one sentence.
const LONGEST: usize = 30;

/// Acronyms that people in Belgium know better than what they stand for, or that have become words.
const WELL_KNOWN: &[&str] = &["ASBL", "CPAS", "GSM", "LGBTQIA", "SIDA", "SMS", "SNCB", "STIB", "TEC", "VIH", "VZW"];

/// Small words that an acronym leaves out.
const SMALL: &[&str] =
    &["a", "au", "aux", "d", "de", "des", "du", "en", "et", "l", "la", "le", "les", "ou", "pour", "sur", "van", "voor"];

/// Tells sentences that are too long.
pub(super) fn sentences(report: &mut Report<'_>, key: &str, text: &str) {
    for sentence in split(text) {
        let words = sentence.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count();
        if words > LONGEST {
            let start: Vec<&str> = sentence.split_whitespace().take(4).collect();
            let message =
                format!("« {key} » a une phrase de {words} mots (« {}… »), {LONGEST} au plus", start.join(" "));
            report.add(Code::LongSentence, At::Key(key), message, Some("la couper en deux".into()));
        }
    }
}

/// Sentences end with a stop that a space follows.
fn split(text: &str) -> Vec<&str> {
    let mut sentences = Vec::new();
    let mut start = 0;
    for (at, c) in text.char_indices() {
        let next = at + c.len_utf8();
        if matches!(c, '.' | '!' | '?' | '…') && text[next..].starts_with(char::is_whitespace) {
            sentences.push(&text[start..next]);
            start = next;
        }
    }
    sentences.push(&text[start..]);
    sentences
}

/// Tells acronyms of three letters or more that neither the text nor what is shown beside it (`beside`: names, the
/// type's label) explains.
pub(super) fn acronyms(report: &mut Report<'_>, key: &str, text: &str, beside: &str) {
    let mut told: Vec<&str> = Vec::new();
    for (at, word) in words(text) {
        let is_acronym = word.chars().count() >= 3
            && word.chars().all(char::is_uppercase)
            && !word.chars().all(|c| matches!(c, 'I' | 'V' | 'X' | 'L' | 'C'));
        let explained = WELL_KNOWN.contains(&word)
            || told.contains(&word)
            || words(beside).any(|(_, other)| other == word)
            || in_brackets(text, at, word)
            || spelled(word, text);
        if is_acronym && !explained {
            let hint = "l'écrire en toutes lettres, au moins la première fois".to_owned();
            report.add(
                Code::Acronym,
                At::Field(key, word),
                format!("« {key} » : le sigle « {word} » n'est pas expliqué"),
                Some(hint),
            );
            told.push(word);
        }
    }
}

/// The words of a text and where they begin.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut rest = text;
    std::iter::from_fn(move || {
        rest = rest.trim_start_matches(|c: char| !c.is_alphanumeric());
        let end = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
        let (word, after) = rest.split_at(end);
        let at = text.len() - rest.len();
        rest = after;
        (!word.is_empty()).then_some((at, word))
    })
}

/// « service de santé mentale (SSM) » or « SSM (service de santé mentale) », at any of its places.
fn in_brackets(text: &str, first: usize, word: &str) -> bool {
    text[first..].match_indices(word).any(|(at, _)| {
        let (before, after) = (&text[..first + at], &text[first + at + word.len()..]);
        let opens = before.ends_with('(') && before.trim_end_matches('(').trim_end().ends_with(char::is_alphabetic);
        let followed = after.trim_start().strip_prefix('(').is_some_and(|rest| rest.starts_with(char::is_alphabetic));
        opens || followed
    })
}

/// « BIM, bénéficiaire de l'intervention majorée »: words in a row begin with its letters.
fn spelled(acronym: &str, text: &str) -> bool {
    let folded = fold(text);
    let initials: String =
        folded.split(' ').filter(|word| !SMALL.contains(word)).filter_map(|word| word.chars().next()).collect();
    initials.contains(&fold(acronym))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str, beside: &str) -> usize {
        let mut report = Report::new("a.yaml", "", "services", None);
        acronyms(&mut report, "summary", text, beside);
        sentences(&mut report, "summary", text);
        report.problems.len()
    }

    #[test]
    fn an_acronym_is_explained_beside_itself_or_by_the_names_shown_with_it() {
        for text in [
            "Un service de santé mentale (SSM).",
            "Le SSM (service de santé mentale) reçoit ici.",
            "Le statut BIM, bénéficiaire de l'intervention majorée.",
            "Demander au CPAS, par SMS.",
            "Henri VIII et le CRéSaM, au B12.",
        ] {
            assert_eq!(told(text, ""), 0, "{text}");
        }
        assert_eq!(told("Le SSM reçoit ici.", "SSM de Verviers"), 0);
        assert_eq!(told("Le SSM reçoit ici, et le SSM répond.", ""), 1);
        assert_eq!(told("Au CRIPEL (04 220 01 20).", ""), 1);
    }

    #[test]
    fn a_sentence_may_have_thirty_words() {
        let of = |count: usize| vec!["mot"; count].join(" ");
        assert_eq!(told(&format!("{}. {} !", of(30), of(30)), ""), 0);
        assert_eq!(told(&format!("{} – « ? ».", of(30)), ""), 0);
        assert_eq!(told(&format!("Court. {}.", of(31)), ""), 1);
    }
}
