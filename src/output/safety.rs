//! The safety block: the numbers, before anything else.

use std::io::{self, Write};

use serde::Serialize;

use crate::catalogue::date::Moment;
use crate::rules::SafetyLine;
use crate::words;

use super::style::{Role, Style};
use crate::wrap::wrap;

/// The safety block as data: the `safety` of the JSON contract.
#[derive(Debug, Clone, Serialize)]
pub struct SafetyReport {
    pub id: &'static str,
    pub name: &'static str,
    #[serde(rename = "type")]
    pub kind: &'static str,
    pub contacts: Vec<SafetyContact>,
    pub languages: &'static [&'static str],
    pub reason: String,
}

#[derive(Debug, Clone, Serialize)]
pub struct SafetyContact {
    pub kind: &'static str,
    pub value: &'static str,
    pub label: Option<&'static str>,
}

impl SafetyReport {
    /// A line of the block, at the moment of the situation: what is closed says until when.
    pub fn new(line: &SafetyLine, at: Moment) -> Self {
        Self {
            id: line.number.id,
            name: line.number.name,
            kind: line.number.kind,
            contacts: vec![SafetyContact { kind: "phone", value: line.number.phone, label: None }],
            languages: line.number.languages,
            reason: words::safety_text(line, at),
        }
    }
}

/// « (en français) », for a number that answers in one language.
pub(super) fn spoken(languages: &[&str]) -> &'static str {
    match languages {
        ["fr"] => " (en français)",
        ["nl"] => " (en néerlandais)",
        ["de"] => " (en allemand)",
        ["en"] => " (en anglais)",
        _ => "",
    }
}

/// Writes the block for a person: each number in plain sight, then what to do.
///
/// # Errors
/// When the output cannot be written.
pub fn write_block(
    lines: &[SafetyReport],
    advice: &[String],
    width: usize,
    style: Style,
    out: &mut dyn Write,
) -> io::Result<()> {
    if lines.is_empty() && advice.is_empty() {
        return Ok(());
    }
    for line in lines {
        let phone = line.contacts.first().map_or("", |contact| contact.value);
        let text = format!("{}{} : {}", line.name, spoken(line.languages), line.reason);
        for (at, wrapped) in wrap(&format!("  {phone:<12}  "), &text, width).iter().enumerate() {
            if at == 0 {
                let rest = wrapped.get(phone.len() + 2..).unwrap_or_default();
                writeln!(out, "  {}{rest}", style.paint(Role::Alarm, phone))?;
            } else {
                writeln!(out, "{wrapped}")?;
            }
        }
    }
    for sentence in advice {
        for line in wrap("  ", sentence, width) {
            writeln!(out, "{line}")?;
        }
    }
    writeln!(out)
}
