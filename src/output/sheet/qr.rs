//! The sheet as a QR code, on a terminal or as an image: a number to call, a contact to keep, or a site to open.

use std::fmt::Write as _;
use std::io::{self, Write};

use qrcode::render::unicode::Dense1x2;
use qrcode::{Color, EcLevel, QrCode};

use crate::catalogue::phone::Phone;

use super::Sheet;
use super::vcard::{Detail, card};

/// White modules around a code: readers ask for four.
const QUIET: usize = 4;

/// What a code carries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Payload {
    Tel,
    Vcard,
    Site,
}

impl Payload {
    pub const NAMES: [&'static str; 3] = ["tel", "vcard", "site"];

    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "tel" | "phone" => Some(Self::Tel),
            "vcard" => Some(Self::Vcard),
            "site" | "url" => Some(Self::Site),
            _ => None,
        }
    }

    /// The text of the code; `None` when the service has no such thing.
    pub fn text(self, sheet: &Sheet) -> Option<String> {
        match self {
            Self::Tel => sheet.phone().map(Phone::tel_uri),
            Self::Vcard => Some(card(sheet, Detail::Short)),
            Self::Site => sheet.site().map(str::to_owned),
        }
    }

    /// The number when there is one, else the site, else the contact.
    pub fn usual(sheet: &Sheet) -> Self {
        match (sheet.phone(), sheet.site()) {
            (Some(_), _) => Self::Tel,
            (None, Some(_)) => Self::Site,
            (None, None) => Self::Vcard,
        }
    }
}

/// How a terminal shows dark and light.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ink {
    /// Black on white by colour codes: right on any terminal.
    Colour,
    /// Light letters on a dark screen, without colour codes.
    OnDark,
    /// Dark letters on white: a file, a printer.
    OnPaper,
}

/// A code; `None` when the text is too long for one.
pub fn encode(text: &str) -> Option<QrCode> {
    // a longer text makes a denser code: it gives up some redundancy to stay readable
    let level = if text.len() > 80 { EcLevel::L } else { EcLevel::M };
    QrCode::with_error_correction_level(text, level).ok()
}

/// Columns of a code on a terminal.
pub fn columns(code: &QrCode) -> usize {
    code.width() + 2 * QUIET
}

/// Writes a code in half blocks, two modules a character.
///
/// # Errors
/// When the output cannot be written.
pub fn write(code: &QrCode, ink: Ink, out: &mut dyn Write) -> io::Result<()> {
    // on paper a block is dark; on a screen a block is light
    let (dark, light) = match ink {
        Ink::OnPaper | Ink::Colour => (Dense1x2::Dark, Dense1x2::Light),
        Ink::OnDark => (Dense1x2::Light, Dense1x2::Dark),
    };
    let drawn = code.render::<Dense1x2>().dark_color(dark).light_color(light).quiet_zone(true).build();
    for line in drawn.lines() {
        match ink {
            Ink::Colour => writeln!(out, "\u{1b}[38;5;16;48;5;231m{line}\u{1b}[0m")?,
            Ink::OnDark | Ink::OnPaper => writeln!(out, "{line}")?,
        }
    }
    Ok(())
}

/// A code as an SVG image, black on white, one path.
pub fn svg(code: &QrCode, title: &str) -> String {
    let (width, side) = (code.width(), columns(code));
    let mut path = String::new();
    for (at, color) in code.to_colors().into_iter().enumerate() {
        if color == Color::Dark {
            let _ = write!(path, "M{} {}h1v1h-1z", at % width + QUIET, at / width + QUIET);
        }
    }
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {side} {side}\" width=\"{0}\" height=\"{0}\" shape-rendering=\"crispEdges\" role=\"img\">\
         <title>{1}</title><rect width=\"{side}\" height=\"{side}\" fill=\"#fff\"/><path fill=\"#000\" d=\"{path}\"/></svg>",
        side * 8,
        super::escape::escape(title)
    )
}
