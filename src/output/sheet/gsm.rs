//! The alphabet of an SMS (GSM 03.38): what it can write, what stands for the rest, and how many parts a text takes.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The basic alphabet, one septet each. It has è, é, à, ù and a capital Ç, but no ê, ô, î nor a small ç.
const BASIC: &str = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
/// The extension, two septets each.
const EXTENSION: &str = "\u{c}^{}\\[~]|€";
/// Septets of one message alone, and of each part of a longer one (a part tells which it is).
const ALONE: usize = 160;
const PART: usize = 153;

/// The text in the alphabet: one letter outside it would make the whole message two or three times as long.
pub fn to_gsm(text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        // French quotation marks stand apart from their words, the plain ones do not
        let space = |c: char| matches!(c, ' ' | '\u{a0}' | '\u{202f}');
        if c == '«' && rest.peek().is_some_and(|next| space(*next)) || space(c) && rest.peek() == Some(&'»') {
            rest.next();
            written.push('"');
            continue;
        }
        if septets(c).is_some() && !matches!(c, '[' | ']' | '{' | '}' | '|' | '~' | '^' | '\\' | '\u{c}') {
            written.push(c);
        } else {
            substitute(c, &mut written);
        }
    }
    written
}

fn substitute(c: char, written: &mut String) {
    let stands_for = match c {
        '’' | '‘' | '`' | '´' => "'",
        '«' | '»' | '“' | '”' | '„' => "\"",
        '–' | '—' | '‑' | '−' | '~' => "-",
        '·' | '•' => ".",
        '…' => "...",
        'œ' => "oe",
        'Œ' => "OE",
        '\u{a0}' | '\u{202f}' | '\u{2009}' => " ",
        '[' | '{' => "(",
        ']' | '}' => ")",
        '|' | '\\' => "/",
        'ł' => "l",
        _ => {
            // the letter without its mark: ê is e, ç is c
            let bare: String = c.nfd().filter(|c| !is_combining_mark(*c)).collect();
            let known = !bare.is_empty() && bare.chars().all(|c| septets(c) == Some(1));
            written.push_str(if known { &bare } else { "?" });
            return;
        }
    };
    written.push_str(stands_for);
}

fn septets(c: char) -> Option<usize> {
    if BASIC.contains(c) { Some(1) } else { EXTENSION.contains(c).then_some(2) }
}

/// How long a text of the alphabet is, in septets, and how many parts it is sent in. `None` when it is not of the
/// alphabet.
pub fn parts(text: &str) -> Option<(usize, usize)> {
    let lengths = text.chars().map(septets).collect::<Option<Vec<_>>>()?;
    let total: usize = lengths.iter().sum();
    if total <= ALONE {
        return Some((total, 1));
    }
    // a letter of two septets is never cut between two parts
    let (mut count, mut used) = (1, 0);
    for length in lengths {
        if used + length > PART {
            (count, used) = (count + 1, 0);
        }
        used += length;
    }
    Some((total, count))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_basic_alphabet_has_its_letters() {
        // 128 places, the escape to the extension being none
        assert_eq!(BASIC.chars().count(), 127);
        for c in "éèàùÉÇ@£".chars() {
            assert_eq!(septets(c), Some(1), "{c}");
        }
        for c in "çêôîâûëïÀÈœ’".chars() {
            assert_eq!(septets(c), None, "{c}");
        }
    }

    #[test]
    fn french_stays_in_the_alphabet() {
        assert_eq!(
            to_gsm("L’Entr’Act : « ça va, ma sœur ? » – à côté, seul·e, 11,00 €…"),
            "L'Entr'Act : \"ca va, ma soeur ?\" - à coté, seul.e, 11,00 €..."
        );
        assert_eq!(to_gsm("Ősz 漢"), "Osz ?");
        assert!(parts(&to_gsm("ÀÊÎÔÛÇ œuf 漢字 [x] {y} ~")).is_some());
    }

    #[test]
    fn parts_are_counted_as_a_phone_counts_them() {
        assert_eq!(parts(&"a".repeat(160)), Some((160, 1)));
        assert_eq!(parts(&"a".repeat(161)), Some((161, 2)));
        assert_eq!(parts(&"a".repeat(306)), Some((306, 2)));
        assert_eq!(parts(&"a".repeat(307)), Some((307, 3)));
        assert_eq!(parts(&"€".repeat(80)), Some((160, 1)));
        // the 77th euro sign would be cut at the 153rd septet
        assert_eq!(parts(&format!("{}{}", "€".repeat(77), "a".repeat(152))), Some((306, 3)));
        assert_eq!(parts("ç"), None);
    }
}
