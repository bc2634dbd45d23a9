//! The sheet in Markdown, for a shared folder or a chat.

use std::io::{self, Write};

use crate::catalogue::phone::Phone;

use super::Sheets;
use super::sections::{Piece, about, sections, subtitle};

/// Writes the sheets.
///
/// # Errors
/// When the output cannot be written.
pub fn write(sheets: &Sheets, out: &mut dyn Write) -> io::Result<()> {
    for sheet in &sheets.sheets {
        writeln!(out, "# {}\n\n*{}*\n", escape(&sheet.name), escape(&subtitle(sheet)))?;
        for acronym in &sheet.acronyms {
            writeln!(out, "{}\n", escape(acronym))?;
        }
        let (own, kind) = about(sheet);
        for text in own.into_iter().chain([kind.as_str()]) {
            writeln!(out, "{}\n", escape(text))?;
        }
        for section in sections(sheet) {
            writeln!(out, "## {}\n", section.heading)?;
            for piece in &section.pieces {
                writeln!(out, "- {}", written(piece))?;
            }
            writeln!(out)?;
        }
        writeln!(out, "---\n")?;
    }
    if let Some(text) = &sheets.meanwhile_text {
        writeln!(out, "{}\n", escape(text))?;
    }
    for (what_for, numbers) in &sheets.emergency {
        writeln!(out, "- **{}** : {}", escape(what_for), escape(numbers))?;
    }
    Ok(())
}

fn written(piece: &Piece<'_>) -> String {
    let (value, label) = match piece {
        Piece::Text(text) => (escape(text), None),
        Piece::Map(link) => (format!("<{link}>"), None),
        Piece::Contact { kind: "phone", value, label } => {
            (format!("**[{}]({})**", escape(value), Phone::tel_uri(value)), *label)
        }
        // angle brackets end a link: a value that has one stays text
        Piece::Contact { value, label, .. } if value.contains(['<', '>', ' ']) => (escape(value), *label),
        Piece::Contact { value, label, .. } => (format!("<{value}>"), *label),
    };
    label.map_or(value.clone(), |label| format!("{value} ({})", escape(label)))
}

/// Catalogue text never becomes a mark of its own.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        let mark = matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '#' | '~')
            || (at == 0 && matches!(c, '-' | '+'));
        if mark {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn catalogue_text_makes_no_marks() {
        assert_eq!(escape("*a* [b](c) <d> - e"), "\\*a\\* \\[b\\](c) \\<d\\> - e");
        assert_eq!(
            written(&Piece::Contact { kind: "phone", value: "087 34 10 53", label: None }),
            "**[087 34 10 53](tel:+3287341053)**"
        );
    }
}
