//! The sheet as an SMS: what fits a small screen, and stays in the alphabet of the network.

use std::io::{self, Write};

use super::Sheet;
use super::gsm::{parts, to_gsm};

/// A message and what it costs to send.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    pub text: String,
    /// In septets of the GSM alphabet.
    pub length: usize,
    pub parts: usize,
}

/// One message a service: name, number, address, hours, price, and 112.
pub fn messages(sheets: &[Sheet]) -> Vec<Message> {
    sheets
        .iter()
        .map(|sheet| {
            let text = to_gsm(&lines(sheet).join("\n"));
            let (length, parts) = parts(&text).unwrap_or_default();
            Message { text, length, parts }
        })
        .collect()
}

/// Writes the messages, an empty line between them.
///
/// # Errors
/// When the output cannot be written.
pub fn write(messages: &[Message], out: &mut dyn Write) -> io::Result<()> {
    for (at, message) in messages.iter().enumerate() {
        if at > 0 {
            writeln!(out)?;
        }
        writeln!(out, "{}", message.text)?;
    }
    Ok(())
}

fn lines(sheet: &Sheet) -> Vec<String> {
    let of = |kind: &str| {
        sheet
            .contacts
            .iter()
            .filter(|contact| contact.kind == kind)
            .map(|contact| contact.value.as_str())
            .collect::<Vec<_>>()
    };
    let mut lines = vec![sheet.name.clone()];
    let phones = of("phone");
    match phones.as_slice() {
        [] => lines.extend(of("email").first().or(of("url").first()).map(|value| (*value).to_owned())),
        [first, ..] => lines.push(format!("Tel {first}")),
    }
    lines.extend(sheet.places.first().map(|place| place.text.clone()));
    lines.push(sheet.hours.iter().map(|line| line.trim_end_matches('.')).collect::<Vec<_>>().join(" ; "));
    lines.push(format!("Prix : {}", sheet.cost.text));
    lines.push("En danger : 112".to_owned());
    lines
}
