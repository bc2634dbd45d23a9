//! The sheet as one HTML file that needs nothing else: it opens anywhere, and prints three services on an A4 page.

use std::io::{self, Write};

use crate::catalogue::phone::Phone;
use crate::words::sheet::headings;

use super::escape::escape;
use super::sections::{Piece, about, sections, subtitle, without_scheme};
use super::{Sheet, Sheets, qr};

const STYLE: &str = include_str!("style.css");

/// How a page is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Print {
    /// Large print: one service a page.
    pub large: bool,
    /// A QR code beside each service.
    pub code: Option<qr::Payload>,
}

impl Print {
    const fn services_a_page(self) -> usize {
        if self.large { 1 } else { 3 }
    }
}

/// Writes the page.
///
/// # Errors
/// When the output cannot be written.
pub fn write(sheets: &Sheets, print: Print, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "<!DOCTYPE html>\n<html lang=\"fr\">\n<head>\n<meta charset=\"utf-8\">")?;
    writeln!(out, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")?;
    // the title is what a browser prints at the top of a page, and shows on its tab
    writeln!(out, "<title>{}</title>\n<style>\n{STYLE}</style>\n</head>", headings::TITLE)?;
    writeln!(out, "<body{}>", if print.large { " class=\"grand\"" } else { "" })?;
    for page in sheets.sheets.chunks(print.services_a_page()) {
        writeln!(out, "<main{}>", if print.large { "" } else { type_size(page.iter().map(letters).sum()) })?;
        for sheet in page {
            article(sheet, print, out)?;
        }
        foot(sheets, out)?;
        writeln!(out, "</main>")?;
    }
    writeln!(out, "</body>\n</html>")
}

/// The largest type in which that many letters fit an A4 page, measured in Chromium on pages of three services of the
/// catalogue.
const fn type_size(letters: usize) -> &'static str {
    match letters {
        0..2650 => " class=\"large\"",
        2650..3300 => "",
        3300..4000 => " class=\"serre\"",
        _ => " class=\"petit\"",
    }
}

fn letters(sheet: &Sheet) -> usize {
    let (own, kind) = about(sheet);
    let parts = sections(sheet).into_iter().flat_map(|section| section.pieces).map(|piece| match piece {
        Piece::Text(text) => text.chars().count() + 4,
        Piece::Contact { value, label, .. } => {
            value.chars().count() + label.map_or(0, |label| label.chars().count()) + 8
        }
        Piece::Map(link) => link.chars().count(),
    });
    own.map_or(0, |own| own.chars().count()) + kind.chars().count() + sheet.name.chars().count() + parts.sum::<usize>()
}

fn article(sheet: &Sheet, print: Print, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "<article>")?;
    let code = print.code.and_then(|payload| payload.text(sheet)).and_then(|text| qr::encode(&text));
    if let Some(code) = code {
        writeln!(out, "<div class=\"qr\">{}</div>", qr::svg(&code, &sheet.name))?;
    }
    writeln!(out, "<h1>{}</h1>\n<p class=\"genre\">{}</p>", escape(&sheet.name), escape(&subtitle(sheet)))?;
    for acronym in &sheet.acronyms {
        writeln!(out, "<p class=\"genre\">{}</p>", escape(acronym))?;
    }
    let (own, kind) = about(sheet);
    let own = own.map_or(String::new(), |own| format!("{} ", escape(own)));
    writeln!(out, "<p class=\"quoi\">{own}<span>{}</span></p>\n<div class=\"parties\">", escape(&kind))?;
    for section in sections(sheet) {
        write!(out, "<section><h2>{}</h2>", section.heading)?;
        for piece in &section.pieces {
            write!(out, "{}", written(piece))?;
        }
        writeln!(out, "</section>")?;
    }
    writeln!(out, "</div>\n</article>")
}

fn written(piece: &Piece<'_>) -> String {
    match piece {
        Piece::Text(text) => format!("<p>{}</p>", escape(text)),
        Piece::Map(link) => format!("<p class=\"lien\">Plan : {}</p>", anchor(link, without_scheme(link))),
        Piece::Contact { kind, value, label } => {
            let shown = match *kind {
                "phone" => {
                    format!("<a class=\"tel\" href=\"{}\">{}</a>", escape(&Phone::tel_uri(value)), escape(value))
                }
                "email" => anchor(&format!("mailto:{value}"), value),
                // an address of another sort than the web's opens nothing
                _ if value.starts_with("https://") || value.starts_with("http://") => anchor(value, value),
                _ => escape(value).into_owned(),
            };
            let label = label.map_or(String::new(), |label| format!(" ({})", escape(label)));
            format!("<p{}>{shown}{label}</p>", if *kind == "phone" { "" } else { " class=\"lien\"" })
        }
    }
}

fn anchor(target: &str, shown: &str) -> String {
    format!("<a href=\"{}\">{}</a>", escape(target), escape(shown))
}

fn foot(sheets: &Sheets, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "<footer>")?;
    if let Some(text) = &sheets.meanwhile_text {
        writeln!(out, "<p>{}</p>", escape(text))?;
    }
    let numbers: Vec<String> = sheets
        .emergency
        .iter()
        .map(|(what_for, numbers)| format!("<span>{} : <b>{}</b></span>", escape(what_for), escape(numbers)))
        .collect();
    writeln!(out, "<p class=\"danger\">{}</p>\n</footer>", numbers.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_of_the_catalogue_becomes_a_tag() {
        assert_eq!(escape("<script>\"&'"), "&lt;script&gt;&quot;&amp;&#39;");
        let odd = Piece::Contact { kind: "url", value: "javascript:alert(1)", label: Some("<b>") };
        assert_eq!(written(&odd), "<p class=\"lien\">javascript:alert(1) (&lt;b&gt;)</p>");
    }
}
