//! Amounts of money, in whole cents: no rounding, ever.

use serde::{Deserialize, Serialize};

/// An amount in euro cents.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Cents(pub u32);

impl Cents {
    pub const ZERO: Self = Self(0);

    /// Reads `13.19`, `13,19`, `11` or `2,5`: euros with at most two decimals, at most 99 999.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim().trim_end_matches('€').trim_end();
        let (euros, decimals) = text.split_once(['.', ',']).unwrap_or((text, ""));
        let digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
        if euros.is_empty() || euros.len() > 5 || decimals.len() > 2 || !digits(euros) || !digits(decimals) {
            return None;
        }
        if decimals.is_empty() && text.ends_with(['.', ',']) {
            return None;
        }
        let cents: u32 = format!("{decimals:0<2}").parse().ok()?;
        Some(Self(euros.parse::<u32>().ok()? * 100 + cents))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_euros_the_belgian_and_the_machine_way() {
        assert_eq!(Cents::parse("13,19"), Some(Cents(1319)));
        assert_eq!(Cents::parse("13.19"), Some(Cents(1319)));
        assert_eq!(Cents::parse("2,5"), Some(Cents(250)));
        assert_eq!(Cents::parse("11 €"), Some(Cents(1100)));
        assert_eq!(Cents::parse("0"), Some(Cents::ZERO));
    }

    #[test]
    fn refuses_what_is_no_amount() {
        for text in ["", "-4", "4.", "1.234", "quatre", "1e3", "100000", "+3", "1 2"] {
            assert_eq!(Cents::parse(text), None, "{text}");
        }
    }
}
