//! Opening hours are written in OpenStreetMap's `opening_hours` syntax; a library made for it reads them.

use opening_hours_syntax::rules::{RuleKind, RuleOperator};

/// Why an expression is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HoursError {
    /// Not the syntax: the library's own words.
    Syntax(String),
    /// Only a comment (« sur rendez-vous »): the syntax would read it as always open.
    OnlyComment,
    /// No day is open (« off »).
    NeverOpen,
}

/// Checks an expression.
///
/// # Errors
/// When it is not the syntax, would be read as always open while it only carries a comment, or never opens.
pub fn check(expression: &str) -> Result<(), HoursError> {
    let parsed = opening_hours_syntax::parse(expression).map_err(|error| HoursError::Syntax(error.to_string()))?;
    let only_comment = |rule: &opening_hours_syntax::rules::RuleSequence| {
        rule.is_constant() && !rule.comment.is_empty() && !expression.contains("24/7")
    };
    if parsed.rules.iter().any(only_comment) {
        return Err(HoursError::OnlyComment);
    }
    // a later rule wins: « Mo 09:00-12:00; off » is closed on Mondays too
    let opens = parsed.rules.iter().fold(false, |opens, rule| match rule.kind {
        RuleKind::Open | RuleKind::Unknown => true,
        RuleKind::Closed => opens && !(rule.is_constant() && rule.operator == RuleOperator::Normal),
    });
    if opens { Ok(()) } else { Err(HoursError::NeverOpen) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn real_hours_pass() {
        for expression in [
            "24/7",
            "Mo-Fr 09:00-12:30,13:30-17:00",
            "Sa,Su,PH 10:00-18:00",
            "Mo-Su 10:00-24:00",
            "Mo 10:00-24:00; PH off",
        ] {
            assert_eq!(check(expression), Ok(()), "{expression}");
        }
    }

    #[test]
    fn a_comment_alone_is_not_always_open() {
        assert_eq!(check("\"sur rendez-vous\""), Err(HoursError::OnlyComment));
    }

    #[test]
    fn hours_that_never_open_are_refused() {
        for expression in ["off", "closed", "Mo-Fr off", "Mo-Fr 09:00-12:00; off"] {
            assert_eq!(check(expression), Err(HoursError::NeverOpen), "{expression}");
        }
        assert_eq!(check("off; Mo 09:00-12:00"), Ok(()));
    }

    #[test]
    fn french_day_names_are_refused() {
        assert!(matches!(check("Lu-Ve 9h-17h"), Err(HoursError::Syntax(_))));
    }
}
