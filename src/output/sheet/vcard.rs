//! The sheet as a contact for a phone: vCard 4.0 (RFC 6350), one card a service.

use std::io::{self, Write};

use crate::catalogue::phone::Phone;
use crate::words::sentence;
use crate::words::sheet::headings;

use super::sections::subtitle;
use super::{Sheet, Sheets};

/// Octets of a line, its end not counted.
const FOLD: usize = 75;

/// Writes the cards.
///
/// # Errors
/// When the output cannot be written.
pub fn write(sheets: &Sheets, out: &mut dyn Write) -> io::Result<()> {
    for sheet in &sheets.sheets {
        out.write_all(card(sheet, Detail::Whole).as_bytes())?;
    }
    Ok(())
}

/// How much a card tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Detail {
    Whole,
    /// Name, number, site, address: what a QR code can carry and still be read.
    Short,
}

/// One card, its lines folded and ended as the standard asks.
pub fn card(sheet: &Sheet, detail: Detail) -> String {
    let mut lines = vec!["BEGIN:VCARD".to_owned(), "VERSION:4.0".to_owned(), format!("FN:{}", escape(&sheet.name))];
    if detail == Detail::Whole {
        lines.push("KIND:org".to_owned());
        // the same card again replaces itself
        lines.push(format!("UID;VALUE=text:versqui:{}", escape(&sheet.id)));
        lines.push(format!("ORG:{}", escape(sheet.organization.as_ref().unwrap_or(&sheet.name))));
    }
    contacts(sheet, detail, &mut lines);
    for place in sheet.places.iter().take(if detail == Detail::Whole { usize::MAX } else { 1 }) {
        let part = |text: &Option<String>| text.as_deref().map(escape).unwrap_or_default();
        let address = &place.address;
        lines.push(format!(
            "ADR:;;{};{};;{};Belgique",
            part(&address.street),
            part(&address.commune),
            part(&address.postal_code)
        ));
    }
    if detail == Detail::Whole {
        lines.push(format!("NOTE:{}", escape(&note(sheet))));
    }
    lines.push("END:VCARD".to_owned());
    lines.iter().map(|line| fold(line)).collect()
}

fn contacts(sheet: &Sheet, detail: Detail, lines: &mut Vec<String>) {
    let mut seen: Vec<&str> = Vec::new();
    for (at, contact) in sheet.contacts.iter().enumerate() {
        let first = !seen.contains(&contact.kind);
        seen.push(contact.kind);
        if detail == Detail::Short && !first {
            continue;
        }
        // a label binds to its line by a group, as address books do
        let label = contact.label.as_deref().filter(|_| detail == Detail::Whole);
        let group = label.map_or(String::new(), |_| format!("item{}.", at + 1));
        let preferred = if first && detail == Detail::Whole { ";PREF=1" } else { "" };
        lines.push(match contact.kind {
            "phone" => format!("{group}TEL;VALUE=uri{preferred}:{}", Phone::tel_uri(&contact.value)),
            "email" => format!("{group}EMAIL{preferred}:{}", escape(&contact.value)),
            _ => format!("{group}URL{preferred}:{}", contact.value),
        });
        lines.extend(label.map(|label| format!("{group}X-ABLabel:{}", escape(label))));
    }
}

fn note(sheet: &Sheet) -> String {
    let mut lines = vec![subtitle(sheet)];
    lines.push(format!("{} : {}", headings::HOURS, sheet.hours.join(" ")));
    lines.push(format!("{} : {}", headings::COST, sentence(&sheet.cost.text)));
    lines.extend(sheet.bring.iter().map(|bring| format!("{} : {bring}", headings::BRING)));
    if !sheet.source_text.is_empty() {
        lines.push(format!("{} : {}", headings::SOURCE, sheet.source_text));
    }
    lines.join("\n")
}

fn escape(text: &str) -> String {
    text.replace('\\', "\\\\").replace(',', "\\,").replace(';', "\\;").replace('\n', "\\n")
}

/// Lines of at most 75 octets, never cut within a letter; the next begins with a space.
fn fold(line: &str) -> String {
    let mut folded = String::with_capacity(line.len() + 8);
    let mut used = 0;
    for c in line.chars() {
        if used + c.len_utf8() > FOLD {
            folded.push_str("\r\n ");
            used = 1;
        }
        folded.push(c);
        used += c.len_utf8();
    }
    folded + "\r\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_folded_within_75_octets_and_letters_stay_whole() {
        let folded = fold(&format!("NOTE:{}", "é".repeat(120)));
        assert!(folded.split("\r\n").all(|line| line.len() <= 75));
        assert_eq!(folded.replace("\r\n ", "").trim_end(), format!("NOTE:{}", "é".repeat(120)));
    }

    #[test]
    fn separators_are_escaped() {
        assert_eq!(escape("a, b; c\\d\ne"), "a\\, b\\; c\\\\d\\ne");
    }
}
