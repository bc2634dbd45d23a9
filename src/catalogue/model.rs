//! What the catalogue holds, once checked: the domain types everything above stands on.
//!
//! A service is kept in two halves. [`Facts`] is what an orientation judges: small, numeric, read for every service at
//! every look-up. [`Record`] is what is printed: names, contacts, sentences; read only for the few services shown.

use serde::{Deserialize, Serialize};

use super::date::PartialDate;
use super::money::Cents;
use super::terms::{
    Alarm, Confidence, Family, Positions, PriceUnit, Region, Role, SessionMode, TariffStatus, Terms, Urgency,
};
use super::text::Text;

pub use super::eligibility::Admission;

/// The part of a service that an orientation judges.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[expect(clippy::struct_excessive_bools, reason = "each is said or not of a service, beside the others")]
pub struct Facts {
    /// Position in the table of types.
    pub kind: u8,
    /// Needs it is made for, and needs it also helps with: positions in the table of needs.
    pub core: Positions,
    pub also: Positions,
    /// Made for crises: its record says so, else its kind.
    pub crisis: bool,
    /// A door: it tells how to find one of its kind, it is not itself a place or a line.
    pub general: bool,
    /// Whom it serves: position in the table of areas; `None` when no source says.
    pub area: Option<u16>,
    /// A link (living, working, studying there) with this area is asked.
    pub link_area: Option<u16>,
    /// Bounds in years, both included.
    pub age_min: Option<u8>,
    pub age_max: Option<u8>,
    /// Whom else it admits.
    pub admits: Admission,
    /// How many admission conditions the program cannot judge.
    pub conditions: u8,
    /// The problems narrower than its needs that it is about, and the publics it is kept for: positions in the table of
    /// subjects. Empty for a service open to whoever has its needs.
    pub about: Positions,
    /// The public service that the law makes competent where it serves: language never takes its place away.
    pub competent: bool,
    /// Positions in the table of wishes.
    pub wishes: Positions,
    /// The delay it can hold for a first contact, when a source says so.
    pub first_answer: Option<Urgency>,
    /// Positions in the table of languages; empty when no source says.
    pub languages: Positions,
    /// The languages it usually answers in when no source says: those of whom it serves and of who runs it. Empty when
    /// nothing tells.
    /// Positions in [`super::terms::National::ALL`].
    pub usual_languages: Terms,
    pub interpreter: Option<bool>,
    /// Positions in the table of tariffs; empty when no source gives a price.
    pub tariffs: Vec<u16>,
    /// The region it is based in, when it is based in one: the folder of its file. Not whom it serves.
    pub home: Option<Region>,
    /// Communes where one goes; empty for a service without a place.
    pub communes: Vec<u16>,
    pub reach: Reach,
    pub confidence: Confidence,
    /// The newest date of its sources, or the day it was checked with the service.
    pub dated: Option<PartialDate>,
    /// Whether opening hours are known; they are in the record.
    pub has_hours: bool,
    /// A note beside the hours says more than they do (« aussi le mercredi »): « closed » is then not sure.
    pub hours_doubted: bool,
}

/// The beginning of [`Facts`]: what a service is for. A look-up reads it of every service, and the rest of the few
/// hundred that may answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub struct Aim {
    pub kind: u8,
    pub core: Positions,
    pub also: Positions,
    pub crisis: bool,
}

/// By which means a service can be reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[expect(clippy::struct_excessive_bools, reason = "four means, each there or not")]
pub struct Reach {
    pub phone: bool,
    pub email: bool,
    pub url: bool,
    pub address: bool,
}

impl Facts {
    /// Nothing is known of how to reach it directly: neither phone, nor mail, nor site, nor address; a sentence at
    /// most. A door is not thin: it is another thing.
    pub fn is_thin(&self) -> bool {
        let Reach { phone, email, url, address } = self.reach;
        !(self.general || phone || email || url || address)
    }
}

/// The part of a service that is printed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Record {
    pub id: Text,
    pub name: Text,
    /// Its official names in other languages.
    pub names: Vec<(Text, Text)>,
    pub organization: Option<Text>,
    pub summary: Option<Text>,
    pub locations: Vec<Location>,
    pub contacts: Vec<Contact>,
    pub how_to_reach: Option<Text>,
    pub conditions: Vec<Text>,
    /// OpenStreetMap `opening_hours` syntax.
    pub hours: Option<Text>,
    pub hours_note: Option<Text>,
    /// Positions in the table of sources.
    pub sources: Vec<u16>,
    pub verified: Option<Verification>,
    pub remarks: Vec<Text>,
    /// Where the entry stands: file and line, for whoever corrects it.
    pub file: Text,
}

/// Where one goes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Location {
    pub label: Option<Text>,
    /// Street and number.
    pub address: Option<Text>,
    pub postal_code: Option<Text>,
    /// Position in the table of communes.
    pub commune: Option<u16>,
    /// The address exists and is kept secret (shelters).
    pub secret: bool,
}

/// One way to reach a service.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Contact {
    pub kind: ContactKind,
    pub value: Text,
    pub label: Option<Text>,
    /// A number or address kept for professionals: not shown to the person.
    pub professionals_only: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum ContactKind {
    Phone,
    Email,
    Url,
}

impl ContactKind {
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Phone => "phone",
            Self::Email => "email",
            Self::Url => "url",
        }
    }
}

/// Somebody checked the entry with the service itself.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Verification {
    pub on: PartialDate,
    pub by: Text,
    pub how: Text,
}

/// A kind of service.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
#[expect(clippy::struct_excessive_bools, reason = "each is said or not of a kind, beside the others")]
pub struct Kind {
    pub id: Text,
    pub family: Family,
    /// It answers wherever one is: by phone or online.
    pub remote: bool,
    /// It is made for crises: it comes before others when help is needed today.
    pub crisis: bool,
    /// Urgencies to which this kind is no answer.
    pub not_for: Vec<Urgency>,
    pub role: Role,
    /// Services of this kind are the public service that the law makes competent where they serve.
    pub competent: bool,
    /// The first line of care: what is left to lean on where nothing else is known.
    pub first_line: bool,
    /// A kind that serves whoever comes: an area that no source gives keeps nobody out.
    pub without_sector: bool,
    /// A second line of care, reached through a first one: not a first answer to whoever has not asked for it.
    pub second_line: bool,
    /// So wide a kind that a door to it is not the door to any of its services.
    pub broad: bool,
    pub label: Text,
    /// What it is, what it is not, how one gets in, what to bring.
    pub what: Text,
    pub not: Option<Text>,
    pub entry: Option<Text>,
    pub bring: Option<Text>,
    pub sources: Vec<u16>,
}

/// A need, or a wish, in a person's own words.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Need {
    pub id: Text,
    /// Empty for a wish.
    pub group: Text,
    pub label: Text,
    pub short: Text,
    /// What it is to the judgement: positions in [`super::terms::Nature::ALL`]; of a wish, in
    /// [`super::terms::Manner::ALL`].
    pub nature: Terms,
    pub alarm: Option<Alarm>,
    /// From what it is understood when it is not said: positions in [`super::terms::Clue::ALL`].
    pub understood_from: Terms,
    pub synonyms: Vec<Text>,
}

/// A problem or a public narrower than a need (excision, gambling, deaf people): a service that is about one is no
/// answer to whoever does not name it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Subject {
    pub id: Text,
    /// The need that it splits, position in the table of needs: a question follows that need.
    pub need: Option<u8>,
    /// A public (« sourds »), not a problem.
    pub public: bool,
    pub label: Text,
    pub short: Text,
    pub synonyms: Vec<Text>,
    /// What most people mean by the need: it is set aside only when another subject of that need is named.
    pub common: bool,
    /// An adults' matter: nobody means it of a child without naming it.
    pub adults: bool,
    /// Needs and wishes that name it as well as its own id does.
    pub named_by_needs: Positions,
    pub named_by_wishes: Positions,
    /// What is said of the person that names it as well: positions in [`super::terms::Clue::ALL`].
    pub named_by_clues: Terms,
}

/// A tariff scheme shared by services.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Tariff {
    pub id: Text,
    pub label: Text,
    pub status: TariffStatus,
    /// The first option that fits the person is theirs.
    pub options: Vec<PriceOption>,
    pub unit: Option<PriceUnit>,
    pub first_free: bool,
    /// Most individual sessions in a year: support under 24, support from 24, treatment.
    pub support_sessions_young: Option<u8>,
    pub support_sessions_adult: Option<u8>,
    pub treatment_sessions: Option<u8>,
    /// The law or the service says that money must not stop anybody.
    pub money_no_obstacle: bool,
    /// Papers without which these prices are nobody's, positions in [`super::terms::Paper::ALL`].
    pub papers: Terms,
    pub conditions: Vec<Text>,
    pub valid_from: Option<PartialDate>,
    pub valid_until: Option<PartialDate>,
    /// Date of the newest source.
    pub checked: Option<PartialDate>,
    pub sources: Vec<u16>,
}

/// One price of a tariff and whom it is for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct PriceOption {
    pub amount: Cents,
    pub age_min: Option<u8>,
    pub age_max: Option<u8>,
    /// For people with the BIM status (intervention majorée), or without.
    pub bim: Option<bool>,
    /// Migration paths it is for, positions in [`super::terms::Migration::ALL`]; empty for any.
    pub migration: Terms,
    pub mode: Option<SessionMode>,
    pub note: Option<Text>,
}

/// Who said it, where, when.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Source {
    pub id: Text,
    pub title: Text,
    pub publisher: Option<Text>,
    pub date: Option<PartialDate>,
    pub url: Option<Text>,
}
