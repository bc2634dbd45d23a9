//! Belgian telephone numbers: parsed once, printed one way.

use serde::{Deserialize, Serialize};

/// A Belgian number in its usual grouping: `087 34 10 53`, `02 736 90 86`, `0800 32 123`, `112`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Phone(String);

impl Phone {
    /// Reads a landline, a mobile, an 0800 / 070 / 078 number, a short number (3 or 4 digits starting with 1) or a
    /// European 116 xxx number, with or without separators or +32. Letters and premium (090x) numbers are refused.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        if let Some(foreign) = text.strip_prefix('+').filter(|rest| !rest.starts_with("32")) {
            let digits = digits(foreign)?;
            return (8..=15).contains(&digits.len()).then(|| Self(format!("+{digits}")));
        }
        let national = text.strip_prefix("+32").or_else(|| text.strip_prefix("0032"));
        let mut number = digits(national.unwrap_or(text).trim_start().trim_start_matches("(0)"))?;
        if national.is_some() && !number.starts_with('0') {
            number.insert(0, '0');
        }
        grouping(&number).map(|groups| Self(group(&number, groups)))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// `tel:` form (RFC 3966): international for ordinary numbers, as is for short ones, which exist only in Belgium.
    pub fn tel_uri(text: &str) -> String {
        let digits: String = text.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
        match digits.strip_prefix('0') {
            Some(rest) => format!("tel:+32{rest}"),
            None => format!("tel:{digits}"),
        }
    }
}

/// The digits of a number whose separators are those people use; `None` on anything else.
fn digits(text: &str) -> Option<String> {
    text.chars()
        .filter(|c| !matches!(c, ' ' | '.' | '/' | '-' | '(' | ')' | '\u{a0}' | '\u{202f}' | '\u{2011}'))
        .map(|c| c.is_ascii_digit().then_some(c))
        .collect()
}

/// How many digits stand together, for each kind of Belgian number (BIPT numbering plan).
fn grouping(number: &str) -> Option<&'static [usize]> {
    let kind = |prefixes: &[&str]| prefixes.iter().any(|prefix| number.starts_with(prefix));
    match number.len() {
        3 | 4 if number.starts_with('1') => Some(&[4]),
        6 if number.starts_with("116") => Some(&[3, 3]),
        9 if kind(&["0800"]) => Some(&[4, 2, 3]),
        9 if kind(&["078", "070"]) => Some(&[3, 2, 2, 2]),
        9 if kind(&["02", "03", "04", "09"]) && !kind(&["090"]) => Some(&[2, 3, 2, 2]),
        9 if kind(&["01", "05", "06", "071", "08"]) => Some(&[3, 2, 2, 2]),
        10 if kind(&["045", "046", "047", "048", "049"]) => Some(&[4, 2, 2, 2]),
        _ => None,
    }
}

fn group(number: &str, groups: &[usize]) -> String {
    let mut rest = number;
    let mut parts = Vec::new();
    for size in groups {
        let (part, tail) = rest.split_at((*size).min(rest.len()));
        parts.push(part);
        rest = tail;
    }
    parts.retain(|part| !part.is_empty());
    parts.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Option<String> {
        Phone::parse(text).map(|phone| phone.0)
    }

    #[test]
    fn every_way_of_writing_ends_in_one_way_of_printing() {
        for (typed, printed) in [
            ("087/34.10.53", "087 34 10 53"),
            ("02 736 90 86", "02 736 90 86"),
            ("04.223.45.67", "04 223 45 67"),
            ("0800/300.25", "0800 30 025"),
            ("0800 32 123", "0800 32 123"),
            ("078 15 43 24", "078 15 43 24"),
            ("070/24.52.45", "070 24 52 45"),
            ("0478 12 34 56", "0478 12 34 56"),
            ("+32 87 34 10 53", "087 34 10 53"),
            ("+32 (0)2 736 90 86", "02 736 90 86"),
            ("071/10.86.10", "071 10 86 10"),
            ("107", "107"),
            ("1813", "1813"),
            ("116 000", "116 000"),
            ("+352 45 45 45", "+352454545"),
        ] {
            assert_eq!(shown(typed).as_deref(), Some(printed), "{typed}");
        }
    }

    #[test]
    fn what_is_no_belgian_number_is_refused() {
        for text in
            ["", "87 34 10 53", "087 34 10 5", "02 736 90 86 (matin)", "0900 12 34 5", "0901 12 345", "555", "sos"]
        {
            assert_eq!(shown(text), None, "{text}");
        }
    }

    #[test]
    fn a_phone_dials_from_abroad_but_a_short_number_stays_short() {
        assert_eq!(Phone::tel_uri("087 34 10 53"), "tel:+3287341053");
        assert_eq!(Phone::tel_uri("112"), "tel:112");
    }
}
