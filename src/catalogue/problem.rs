//! What is wrong with a catalogue: where, what, and how to mend it.

use std::borrow::Cow;
use std::fmt;

use super::text::is_unprintable;

macro_rules! codes {
    ($($(#[$meta:meta])* $variant:ident = $slug:literal),+ $(,)?) => {
        /// The kinds of problem a catalogue may have. Each has an invalid sample in `tests/catalogue_cases/invalid`.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[allow(clippy::enum_variant_names, reason = "a postal code is one")]
        pub enum Code { $($(#[$meta])* $variant),+ }

        impl Code {
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The name printed in square brackets.
            pub const fn slug(self) -> &'static str {
                match self { $(Self::$variant => $slug),+ }
            }
        }
    };
}

codes! {
    /// The file cannot be read: missing, no permission, not text.
    Unreadable = "unreadable",
    /// A file, or the folder, is over the size limit.
    TooLarge = "too-large",
    /// Not YAML, an unknown key, a value of the wrong shape.
    Syntax = "syntax",
    /// No service at all.
    NoServices = "no-services",
    BadId = "bad-id",
    DuplicateId = "duplicate-id",
    MissingField = "missing-field",
    UnknownType = "unknown-type",
    UnknownNeed = "unknown-need",
    UnknownWish = "unknown-wish",
    UnknownTariff = "unknown-tariff",
    UnknownSubject = "unknown-subject",
    UnknownSource = "unknown-source",
    UnknownTerritory = "unknown-territory",
    /// A word that its closed vocabulary does not hold (migration path, who asks, urgency...).
    UnknownValue = "unknown-value",
    UnknownPostalCode = "unknown-postal-code",
    /// Nothing in the vocabularies means what the judgement needs: an alarm, a nature, a role.
    MissingMeaning = "missing-meaning",
    /// The postal code does not belong to the commune given beside it.
    PostalCodeMismatch = "postal-code-mismatch",
    BadPhone = "bad-phone",
    BadEmail = "bad-email",
    BadUrl = "bad-url",
    BadContact = "bad-contact",
    AgeBounds = "age-bounds",
    BadAmount = "bad-amount",
    BadHours = "bad-hours",
    BadLanguage = "bad-language",
    BadDate = "bad-date",
    EmptyText = "empty-text",
    PlaceholderText = "placeholder-text",
    UnprintableText = "unprintable-text",
    TextTooLong = "text-too-long",
    NoSource = "no-source",
    /// No contact, no address, no sentence on how to reach it.
    Unreachable = "unreachable",
    /// A `verified` without who or how.
    BadVerification = "bad-verification",
    /// A place that is kept secret, and its address beside it.
    SecretAddress = "secret-address",
    /// Hours that never open.
    NeverOpen = "never-open",
    /// No situation leads to it: an area without communes, an age nobody has.
    UnreachableService = "unreachable-service",
    /// Two entries of one type, in one commune, under one name.
    DuplicateService = "duplicate-service",
    /// One number for services that have nothing else in common.
    SamePhone = "same-phone",
    /// A place outside the area served, and no remark on it.
    CommuneOutsideArea = "commune-outside-area",
    LongSentence = "long-sentence",
    /// An acronym that is nowhere spelled out.
    Acronym = "acronym",
    /// A note beside the hours says more than they do.
    HoursAgainstNote = "hours-against-note",
    /// Nobody cites it.
    UncitedSource = "uncited-source",
    /// Something said to have happened after today.
    FutureDate = "future-date",
    /// A tariff that held until a day that is past.
    ExpiredTariff = "expired-tariff",
}

impl Code {
    /// Whether the catalogue can be used all the same: it is told when somebody asks for a check, and stops no build
    /// and no orientation.
    pub const fn is_advice(self) -> bool {
        matches!(
            self,
            Self::SamePhone
                | Self::CommuneOutsideArea
                | Self::LongSentence
                | Self::Acronym
                | Self::UncitedSource
                | Self::HoursAgainstNote
                | Self::FutureDate
                | Self::ExpiredTariff
        )
    }
}

/// One problem of a catalogue.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// Path of the file, as it is reached from where the program runs.
    pub file: String,
    /// 1-based; 0 when the problem is of the whole file.
    pub line: usize,
    pub code: Code,
    /// Id of the entry, when it has one.
    pub entry: Option<String>,
    pub message: String,
    pub hint: Option<String>,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.file)?;
        if self.line > 0 {
            write!(f, ":{}", self.line)?;
        }
        write!(f, ": [{}]", self.code.slug())?;
        if let Some(entry) = &self.entry {
            write!(f, " {} :", visible(entry))?;
        }
        write!(f, " {}", visible(&self.message))?;
        if let Some(hint) = &self.hint {
            write!(f, "\n    → {}", visible(hint))?;
        }
        Ok(())
    }
}

/// A message quotes what a file says, and a file may hold anything: what a terminal would obey is shown by its number
/// instead.
fn visible(text: &str) -> Cow<'_, str> {
    if !text.chars().any(is_unprintable) {
        return Cow::Borrowed(text);
    }
    let shown = |c: char| {
        if is_unprintable(c) { format!("<U+{:04X}>", u32::from(c)) } else { c.to_string() }
    };
    Cow::Owned(text.chars().map(shown).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_unique() {
        let mut slugs: Vec<_> = Code::ALL.iter().map(|code| code.slug()).collect();
        slugs.sort_unstable();
        slugs.dedup();
        assert_eq!(slugs.len(), Code::ALL.len());
    }

    #[test]
    fn what_a_file_says_moves_no_cursor() {
        let problem = Problem {
            file: "a.yaml".into(),
            line: 0,
            code: Code::UnknownType,
            entry: Some("a\u{202e}".into()),
            message: "le type « \u{1b}[2J » n'existe pas".into(),
            hint: None,
        };
        assert_eq!(problem.to_string(), "a.yaml: [unknown-type] a<U+202E> : le type « <U+001B>[2J » n'existe pas");
    }

    #[test]
    fn a_problem_reads_as_an_editor_can_follow_it() {
        let problem = Problem {
            file: "catalogue/services/wallonie/ssm.yaml".into(),
            line: 41,
            code: Code::UnknownSource,
            entry: Some("ssm-verviers".into()),
            message: "la source « cresam » n'existe pas".into(),
            hint: Some("vouliez-vous dire « cresam-2025 » ?".into()),
        };
        assert_eq!(
            problem.to_string(),
            "catalogue/services/wallonie/ssm.yaml:41: [unknown-source] ssm-verviers : la source « cresam » n'existe pas\n    \
             → vouliez-vous dire « cresam-2025 » ?"
        );
    }
}
