//! The sheet in hand: what a person takes home of a service. One computed value, one writer a format.
//!
//! Nothing of the person stands on it: the situation only chooses (which price, which conditions are settled, which
//! numbers).

mod compute;
pub mod escape;
pub mod gsm;
mod html;
mod markdown;
pub mod qr;
mod sections;
pub mod sms;
mod text;
pub mod vcard;

use serde::Serialize;

use super::report::{AddressReport, CatalogueReport, ContactReport, CostReport, SourceReport, VerifiedReport};
use super::safety::SafetyReport;
use crate::words::sheet::Listening;

pub use html::{Print, write as write_html};
pub use markdown::write as write_markdown;
pub use text::{Paper, write as write_text, write_mail};

/// The sheets of one print, and what stands once at their foot.
#[derive(Debug, Clone, Serialize)]
pub struct Sheets {
    pub format: u8,
    pub catalogue: CatalogueReport,
    pub sheets: Vec<Sheet>,
    /// Who listens while one waits; empty when every sheet is such a line itself.
    pub meanwhile: Vec<ListeningReport>,
    pub safety: Vec<SafetyReport>,
    #[serde(skip)]
    pub meanwhile_text: Option<String>,
    /// The numbers at the foot, in words: what for, then the numbers.
    #[serde(skip)]
    pub emergency: Vec<(&'static str, String)>,
}

/// A line that listens while one waits.
#[derive(Debug, Clone, Serialize)]
pub struct ListeningReport {
    pub name: String,
    pub contacts: Vec<ContactReport>,
    pub languages: Vec<&'static str>,
}

impl From<Listening> for ListeningReport {
    fn from(line: Listening) -> Self {
        let contacts = vec![ContactReport { kind: "phone", value: line.phone, label: None }];
        Self { name: line.name, contacts, languages: line.languages }
    }
}

/// One service, as a person needs it: the fields stand in the order of the sheet.
#[derive(Debug, Clone, Serialize)]
pub struct Sheet {
    pub id: String,
    pub name: String,
    #[serde(rename = "type")]
    pub kind: String,
    pub kind_label: String,
    pub organization: Option<String>,
    /// What the acronyms of the names stand for.
    pub acronyms: Vec<String>,
    pub summary: Option<String>,
    pub what: String,
    pub not: Option<String>,
    pub contacts: Vec<ContactReport>,
    /// How one gets in.
    pub how_to_reach: Vec<String>,
    pub languages: Option<String>,
    pub say: Option<String>,
    pub bring: Option<String>,
    pub cost: CostReport,
    pub hours: Vec<String>,
    pub places: Vec<Place>,
    pub to_check: Vec<String>,
    pub source: Option<SourceReport>,
    pub verified: Option<VerifiedReport>,
    #[serde(skip)]
    pub source_text: String,
}

/// Where one goes.
#[derive(Debug, Clone, Serialize)]
pub struct Place {
    pub address: AddressReport,
    /// « Rue de la Colline, 18, 4800 Verviers ».
    pub text: String,
    /// A search on OpenStreetMap, short enough to be typed.
    pub map: Option<String>,
}

impl Sheet {
    /// The number to call.
    pub fn phone(&self) -> Option<&str> {
        self.contact("phone")
    }

    /// The site.
    pub fn site(&self) -> Option<&str> {
        self.contact("url")
    }

    fn contact(&self, kind: &str) -> Option<&str> {
        self.contacts.iter().find(|contact| contact.kind == kind).map(|contact| contact.value.as_str())
    }
}

/// The formats of a sheet, each with the names it may be asked by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SheetFormat {
    Text,
    Markdown,
    Html,
    Sms,
    Mail,
    Vcard,
    Qr,
    QrSvg,
    Json,
}

impl SheetFormat {
    const NAMES: [(Self, &'static str, &'static [&'static str]); 9] = [
        (Self::Text, "texte", &["text", "txt"]),
        (Self::Markdown, "markdown", &["md"]),
        (Self::Html, "html", &["htm"]),
        (Self::Sms, "sms", &[]),
        (Self::Mail, "mail", &["eml"]),
        (Self::Vcard, "vcard", &["vcf"]),
        (Self::Qr, "qr", &[]),
        (Self::QrSvg, "qr-svg", &["svg"]),
        (Self::Json, "json", &[]),
    ];

    /// Reads a format by its French name, its English one, or a file's ending.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::NAMES.iter().find(|(_, own, others)| *own == name || others.contains(&name)).map(|(format, ..)| *format)
    }

    /// The French names, to choose from.
    pub fn names() -> Vec<&'static str> {
        Self::NAMES.iter().map(|(_, name, _)| *name).collect()
    }
}
