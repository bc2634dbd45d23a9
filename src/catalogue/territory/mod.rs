//! Communes, postal codes and names of places; whom a service serves, as a set of communes.

mod area;
mod load;
mod set;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

pub use area::{Area, AreaError, resolve_area};
pub use load::load;
pub use set::CommuneSet;

use super::compiled::{Corrupt, Sections, Table};
use super::terms::{Region, Terms};
use super::text::Text;

/// A commune of 1 January 2025 (565 of them), sorted by NIS code.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Commune {
    /// Statbel's NIS code, five digits.
    pub nis: Text,
    pub name_fr: Text,
    pub name_nl: Text,
    pub name_de: Option<Text>,
    pub region: Region,
    /// Empty for Brussels.
    pub province: Text,
    pub arrondissement: Text,
    /// WGS84, in ten-thousandths of a degree, of the centre.
    pub latitude: i32,
    pub longitude: i32,
    /// The first of its postal codes.
    pub postal_code: Text,
    /// The languages that public services answer in, positions in [`super::terms::National::ALL`]: that of the commune,
    /// both in Brussels, and that of its facilities (coordinated laws of 18 July 1966).
    pub languages: Terms,
}

impl Commune {
    /// Where its centre lies, for [`distance`].
    pub const fn centre(&self) -> (i32, i32) {
        (self.latitude, self.longitude)
    }

    /// The name in the language of the commune: Dutch in Flanders, German where it has one, French elsewhere.
    pub fn own_name(&self) -> &str {
        match self.region {
            Region::Flandre => &self.name_nl,
            Region::Germanophone => self.name_de.as_deref().unwrap_or(&self.name_fr),
            Region::Bruxelles | Region::Wallonie => &self.name_fr,
        }
    }
}

/// A postal code, sorted by code.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct PostalCode {
    pub code: Text,
    /// The communes it reaches into, the principal one first.
    pub communes: Vec<u16>,
    /// The principal locality, when it is not named as the commune.
    pub locality: Option<Text>,
}

/// Where a name of a place comes from; a better one wins when names collide.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum NameKind {
    Commune,
    Alias,
    Locality,
    Hamlet,
}

/// One name of one place, folded; sorted by the folded text.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct PlaceName {
    pub folded: Text,
    pub shown: Text,
    pub kind: NameKind,
    pub commune: u16,
    /// For a locality: its postal code.
    pub postal_code: Option<Text>,
}

/// A wider place a person may name: a region, a province; or a place that is several communes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct WiderPlace {
    pub folded: Text,
    pub shown: Text,
    pub communes: CommuneSet,
}

/// The networks of mental health whose communes are known, with how sure each commune is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Network {
    /// `reseau-fusion-liege`
    pub id: Text,
    pub name: Text,
    pub communes: CommuneSet,
    /// Communes whose place in the network is below `haute` confidence: shown « à vérifier ».
    pub unsure: CommuneSet,
}

/// Every territory, read from the compiled form.
#[derive(Debug)]
pub struct Territories {
    pub communes: Table<Commune>,
    pub postal_codes: Table<PostalCode>,
    /// Names of communes, aliases and localities.
    pub names: Table<PlaceName>,
    /// Names of hamlets and quarters: many are homonyms, so they are tried last and only whole.
    pub hamlets: Table<PlaceName>,
    pub wider: Table<WiderPlace>,
    pub networks: Table<Network>,
}

/// How many sections the territories take, from the first.
pub const SECTIONS: usize = 6;

impl Territories {
    /// Opens the territories of a compiled file.
    ///
    /// # Errors
    /// When the file is damaged.
    pub fn open(sections: Sections) -> Result<Self, Corrupt> {
        Ok(Self {
            communes: sections.table(0)?,
            postal_codes: sections.table(1)?,
            names: sections.table(2)?,
            hamlets: sections.table(3)?,
            wider: sections.table(4)?,
            networks: sections.table(5)?,
        })
    }

    /// The record of a postal code.
    pub fn postal_code(&self, code: &str) -> Option<&PostalCode> {
        self.postal_codes.find(code).map(|position| self.postal_codes.get(position))
    }

    /// The name of the commune at `position`, in its own language.
    pub fn own_name(&self, position: usize) -> &str {
        self.communes.get(position).own_name()
    }

    /// The position of a commune by its NIS code.
    pub fn commune_by_nis(&self, nis: &str) -> Option<usize> {
        self.communes.find(nis)
    }

    /// The communes of a region as a person means it: `wallonie` and `germanophone` are apart.
    pub fn communes_of(&self, region: Region) -> CommuneSet {
        let all = self.communes.iter().enumerate();
        CommuneSet::of(all.filter(|(_, commune)| commune.region == region).map(|(position, _)| position))
    }
}

/// Great-circle distance between two points in ten-thousandths of a degree, in tenths of a kilometre. Between centres
/// of communes it is an order of magnitude, « à vol d'oiseau », never a journey.
pub fn distance(from: (i32, i32), to: (i32, i32)) -> u32 {
    const EARTH_RADIUS_KM: f64 = 6371.0;
    let radians = |degrees: i32| (f64::from(degrees) / 10_000.0).to_radians();
    let (lat1, lat2) = (radians(from.0), radians(to.0));
    let (dlat, dlon) = (radians(to.0 - from.0), radians(to.1 - from.1));
    let half = |angle: f64| {
        let sine = libm::sin(angle / 2.0);
        sine * sine
    };
    let a = half(dlat) + libm::cos(lat1) * libm::cos(lat2) * half(dlon);
    let tenths = 2.0 * EARTH_RADIUS_KM * libm::asin(a.sqrt().min(1.0)) * 10.0;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "at most 200 000 tenths of a kilometre"
    )]
    let rounded = tenths.round() as u32;
    rounded
}
