//! Colour by role, decided once. Words say everything; colour only helps to find it.

use std::fmt::Display;

/// What a piece of text is, for the eye.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Numbers to call in danger.
    Alarm,
    Title,
    /// The number to call.
    Phone,
    /// Less important.
    Quiet,
    /// To be checked.
    Caution,
    /// The part of a text that was looked for.
    Match,
}

/// Whether text is coloured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Style {
    pub color: bool,
}

impl Style {
    /// The text in its role.
    pub fn paint(self, role: Role, text: impl Display) -> String {
        if !self.color {
            return text.to_string();
        }
        let code = match role {
            Role::Alarm => "1;31",
            Role::Title => "1",
            Role::Phone => "1;32",
            Role::Quiet => "2",
            Role::Caution => "33",
            Role::Match => "1;4",
        };
        format!("\u{1b}[{code}m{text}\u{1b}[0m")
    }
}
