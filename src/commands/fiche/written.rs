//! Sheets in any form, for a screen, a pipe or a file.

use std::io::Write;

use crate::output::sheet::{
    Paper, Print, SheetFormat, Sheets, qr, sms, vcard, write_html, write_mail, write_markdown, write_text,
};
use crate::output::{Style, write_json};
use crate::settings::Settings;
use crate::words;

use super::super::Failure;

/// Columns of a printed page.
const PAPER: usize = 80;

/// What is to be written, in which form.
#[derive(Debug, Clone, Copy)]
pub(in crate::commands) struct Asked {
    pub format: SheetFormat,
    pub large: bool,
    pub payload: Option<qr::Payload>,
}

impl From<SheetFormat> for Asked {
    fn from(format: SheetFormat) -> Self {
        Self { format, large: false, payload: None }
    }
}

/// Writes sheets in the form asked; what is to be said beside them goes to `notes`.
///
/// # Errors
/// When the output cannot be written, or a code cannot be made.
pub(in crate::commands) fn write(
    sheets: &Sheets,
    asked: Asked,
    settings: &Settings,
    to_terminal: bool,
    notes: &mut Vec<String>,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    match asked.format {
        SheetFormat::Text if to_terminal => {
            let paper = Paper { width: settings.width.min(PAPER), pages: false };
            write_text(sheets, paper, Style { color: settings.color }, out)?;
        }
        SheetFormat::Text => write_text(sheets, Paper { width: PAPER, pages: true }, Style { color: false }, out)?,
        SheetFormat::Markdown => write_markdown(sheets, out)?,
        SheetFormat::Html => write_html(sheets, Print { large: asked.large, code: asked.payload }, out)?,
        SheetFormat::Sms => {
            let messages = sms::messages(&sheets.sheets);
            notes.extend(messages.iter().map(|message| words::sms_parts(message.parts, message.length)));
            sms::write(&messages, out)?;
        }
        SheetFormat::Mail => write_mail(sheets, out)?,
        SheetFormat::Vcard => vcard::write(sheets, out)?,
        SheetFormat::Qr | SheetFormat::QrSvg => codes(sheets, asked, settings, to_terminal, out)?,
        SheetFormat::Json => write_json(sheets, out)?,
    }
    Ok(())
}

fn codes(
    sheets: &Sheets,
    asked: Asked,
    settings: &Settings,
    to_terminal: bool,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let image = asked.format == SheetFormat::QrSvg;
    if image && sheets.sheets.len() > 1 {
        return Err(Failure::Usage(words::one_image_at_a_time()));
    }
    for (at, sheet) in sheets.sheets.iter().enumerate() {
        let payload = asked.payload.unwrap_or_else(|| qr::Payload::usual(sheet));
        let text = payload.text(sheet).ok_or_else(|| Failure::Usage(words::nothing_to_encode(&sheet.name)))?;
        let code = qr::encode(&text).ok_or_else(|| Failure::Usage(words::too_long_to_encode(&sheet.name)))?;
        if image {
            writeln!(out, "{}", qr::svg(&code, &sheet.name))?;
            continue;
        }
        let columns = qr::columns(&code);
        if to_terminal && columns > settings.width {
            return Err(Failure::Usage(words::too_narrow_for_a_code(columns)));
        }
        let ink = match (settings.color, to_terminal) {
            (true, _) if to_terminal => qr::Ink::Colour,
            (_, true) => qr::Ink::OnDark,
            (_, false) => qr::Ink::OnPaper,
        };
        if at > 0 {
            writeln!(out)?;
        }
        writeln!(out, "{}", sheet.name)?;
        qr::write(&code, ink, out)?;
        // whoever cannot scan can still type
        writeln!(out, "{}", words::payload(&text, sheet.phone()))?;
    }
    Ok(())
}
