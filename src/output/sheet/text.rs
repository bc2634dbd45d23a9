//! The sheet as plain text: on a screen, on paper (80 columns, 60 lines, as many services a page as fit), in a mail.

use std::io::{self, Write};

use crate::words::sheet::headings;

use super::super::style::{Role, Style};
use super::sections::{Piece, about, sections, subtitle, without_scheme};
use super::{Sheet, Sheets};
use crate::wrap::wrap;

/// Lines of an A4 page, as a printer takes them.
const PAGE: usize = 60;
/// Room for the headings.
const MARGIN: usize = 14;
/// Below this, headings stand on lines of their own.
const NARROW: usize = 60;

/// What the text is written on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Paper {
    pub width: usize,
    /// Pages of 60 lines with a form feed between them, each with the emergency numbers at its foot; else one long
    /// page.
    pub pages: bool,
}

type Line = (Option<Role>, String);

/// Writes the sheets.
///
/// # Errors
/// When the output cannot be written.
pub fn write(sheets: &Sheets, paper: Paper, style: Style, out: &mut dyn Write) -> io::Result<()> {
    let foot = foot(sheets, paper.width);
    let blocks: Vec<Vec<Line>> = sheets.sheets.iter().map(|sheet| block(sheet, paper.width)).collect();
    let mut put = |lines: &[Line]| -> io::Result<()> {
        for (role, line) in lines {
            match role {
                Some(role) => writeln!(out, "{}", style.paint(*role, line))?,
                None => writeln!(out, "{line}")?,
            }
        }
        Ok(())
    };
    let rule = vec![(Some(Role::Quiet), "-".repeat(paper.width))];
    let mut used = 0;
    for (at, lines) in blocks.iter().enumerate() {
        let fits = !paper.pages || used + rule.len() + lines.len() + foot.len() <= PAGE;
        if at > 0 && fits {
            put(&rule)?;
            used += rule.len();
        } else if at > 0 {
            put(&foot)?;
            put(&[(None, "\u{c}".to_owned())])?;
            used = 0;
        }
        put(lines)?;
        used += lines.len();
    }
    put(&foot)
}

/// Writes the sheets as a mail: a subject that says nothing to whoever sees it go by, headers that a mail program or
/// `sendmail -t` takes as they are (UTF-8, RFC 6532), and a plain body.
///
/// # Errors
/// When the output cannot be written.
pub fn write_mail(sheets: &Sheets, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "Subject: {}", headings::TITLE)?;
    writeln!(out, "MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n")?;
    writeln!(
        out,
        "Bonjour,\n\nVoici de quoi joindre {}.\n",
        if sheets.sheets.len() > 1 { "ces services" } else { "ce service" }
    )?;
    write(sheets, Paper { width: 72, pages: false }, Style { color: false }, out)
}

fn block(sheet: &Sheet, width: usize) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    lines.extend(wrap("", &sheet.name, width).into_iter().map(|line| (Some(Role::Title), line)));
    let mut plain = |text: &str| lines.extend(wrap("", text, width).into_iter().map(|line| (None, line)));
    plain(&subtitle(sheet));
    sheet.acronyms.iter().for_each(|acronym| plain(acronym));
    let (own, kind) = about(sheet);
    plain(&own.map_or(kind.clone(), |own| format!("{own} {kind}")));
    lines.push((None, String::new()));
    for section in sections(sheet) {
        let heading = format!("{:<MARGIN$}", section.heading);
        let mut first = if width < NARROW {
            lines.push((Some(Role::Title), section.heading.to_owned()));
            "  ".to_owned()
        } else {
            heading
        };
        for piece in &section.pieces {
            lines.extend(written(piece, &first, width));
            first = " ".repeat(first.chars().count());
        }
    }
    lines
}

fn written(piece: &Piece<'_>, first: &str, width: usize) -> Vec<Line> {
    let role = matches!(piece, Piece::Contact { kind: "phone", .. }).then_some(Role::Phone);
    let text = match piece {
        Piece::Text(text) => text.clone(),
        Piece::Contact { value, label: Some(label), .. } => format!("{value} ({label})"),
        Piece::Contact { value, .. } => (*value).to_owned(),
        Piece::Map(link) => format!("Plan : {}", without_scheme(link)),
    };
    wrap(first, &text, width).into_iter().map(|line| (role, line)).collect()
}

/// Who listens meanwhile, then the numbers in danger.
fn foot(sheets: &Sheets, width: usize) -> Vec<Line> {
    let mut lines = vec![(Some(Role::Quiet), "=".repeat(width))];
    if let Some(text) = &sheets.meanwhile_text {
        lines.extend(wrap("", text, width).into_iter().map(|line| (None, line)));
    }
    for (what_for, numbers) in &sheets.emergency {
        lines.extend(
            wrap("", &format!("{what_for} : {numbers}"), width).into_iter().map(|line| (Some(Role::Alarm), line)),
        );
    }
    lines
}
