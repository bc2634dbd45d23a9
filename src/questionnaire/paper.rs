//! The forms of a file of sheets.

use crate::words::menu as words;

/// The form of a file of sheets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Paper {
    Page,
    LargePage,
    Text,
    Contact,
    Message,
    Mail,
    Markdown,
}

impl Paper {
    pub(super) const ALL: [Self; 7] =
        [Self::Page, Self::LargePage, Self::Text, Self::Contact, Self::Message, Self::Mail, Self::Markdown];

    pub(super) const fn label(self) -> &'static str {
        match self {
            Self::Page => words::PAGE,
            Self::LargePage => words::LARGE_PAGE,
            Self::Text => words::TEXT,
            Self::Contact => words::CONTACT,
            Self::Message => words::MESSAGE,
            Self::Mail => words::MAIL,
            Self::Markdown => words::MARKDOWN,
        }
    }

    /// The name a file gets when none is given.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Page | Self::LargePage => "fiche.html",
            Self::Text => "fiche.txt",
            Self::Contact => "fiche.vcf",
            Self::Message => "fiche-sms.txt",
            Self::Mail => "fiche.eml",
            Self::Markdown => "fiche.md",
        }
    }

    /// The name as typed, with the ending of the form when it has none.
    pub(super) fn named(self, typed: &str) -> String {
        let base = typed.rsplit(['/', '\\']).next().unwrap_or(typed);
        match self.name().rsplit_once('.') {
            Some((_, ending)) if !base.contains('.') => format!("{typed}.{ending}"),
            _ => typed.to_owned(),
        }
    }
}
