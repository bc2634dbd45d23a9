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
use super::terms::Region;
use super::text::Text;

/// A commune of 1 January 2025 (565 of them), sorted by NIS code.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Commune<'a> {
    /// Statbel's NIS code, five digits.
    #[serde(borrow)]
    pub nis: Text<'a>,
    pub name_fr: Text<'a>,
    pub name_nl: Text<'a>,
    pub name_de: Option<Text<'a>>,
    pub region: Region,
    /// Empty for Brussels.
    pub province: Text<'a>,
    pub arrondissement: Text<'a>,
    /// WGS84, in ten-thousandths of a degree, of the centre.
    pub latitude: i32,
    pub longitude: i32,
    /// The first of its postal codes.
    pub postal_code: Text<'a>,
}

impl Commune<'_> {
    /// The name in the language of the commune: Dutch in Flanders, German where it has one, French elsewhere.
    pub fn own_name(&self) -> &str {
        own_name(self.region, &self.name_fr, &self.name_nl, self.name_de.as_deref())
    }
}

/// The beginning of a commune: its names.
#[derive(Deserialize)]
struct CommuneNames<'a> {
    #[serde(borrow)]
    _nis: Text<'a>,
    name_fr: Text<'a>,
    name_nl: Text<'a>,
    name_de: Option<Text<'a>>,
    region: Region,
}

fn own_name<'n>(region: Region, fr: &'n str, nl: &'n str, de: Option<&'n str>) -> &'n str {
    match region {
        Region::Flandre => nl,
        Region::Germanophone => de.unwrap_or(fr),
        Region::Bruxelles | Region::Wallonie => fr,
    }
}

/// Where a commune lies: what every look-up asks of every commune, apart from its names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Centre {
    pub region: Region,
    /// WGS84, in ten-thousandths of a degree.
    pub latitude: i32,
    pub longitude: i32,
}

/// A postal code, sorted by code.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PostalCode<'a> {
    #[serde(borrow)]
    pub code: Text<'a>,
    /// The communes it reaches into, the principal one first.
    pub communes: Vec<u16>,
    /// The principal locality, when it is not named as the commune.
    pub locality: Option<Text<'a>>,
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
pub struct PlaceName<'a> {
    #[serde(borrow)]
    pub folded: Text<'a>,
    pub shown: Text<'a>,
    pub kind: NameKind,
    pub commune: u16,
    /// For a locality: its postal code.
    pub postal_code: Option<Text<'a>>,
}

/// A wider place a person may name: a region, a province; or a place that is several communes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct WiderPlace<'a> {
    #[serde(borrow)]
    pub folded: Text<'a>,
    pub shown: Text<'a>,
    pub communes: CommuneSet,
}

/// The networks of mental health whose communes are known, with how sure each commune is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Network<'a> {
    /// `reseau-fusion-liege`
    #[serde(borrow)]
    pub id: Text<'a>,
    pub name: Text<'a>,
    pub communes: CommuneSet,
    /// Communes whose place in the network is below `haute` confidence: shown « à vérifier ».
    pub unsure: CommuneSet,
}

/// Every territory, read from the compiled form.
#[derive(Debug, Clone, Copy)]
pub struct Territories<'a> {
    pub communes: Table<'a, Commune<'a>>,
    /// Of each commune, at the same position.
    pub centres: Table<'a, Centre>,
    /// The communes of each region, in the order of [`Region::ALL`].
    regions: Table<'a, CommuneSet>,
    pub postal_codes: Table<'a, PostalCode<'a>>,
    /// Names of communes, aliases and localities.
    pub names: Table<'a, PlaceName<'a>>,
    /// Names of hamlets and quarters: many are homonyms, so they are tried last and only whole.
    pub hamlets: Table<'a, PlaceName<'a>>,
    pub wider: Table<'a, WiderPlace<'a>>,
    pub networks: Table<'a, Network<'a>>,
}

/// How many sections the territories take, from the first.
pub const SECTIONS: usize = 8;

impl<'a> Territories<'a> {
    /// Opens the territories of a compiled file.
    ///
    /// # Errors
    /// When the file is damaged.
    pub fn open(sections: Sections<'a>) -> Result<Self, Corrupt> {
        Ok(Self {
            communes: sections.table(0)?,
            postal_codes: sections.table(1)?,
            names: sections.table(2)?,
            hamlets: sections.table(3)?,
            wider: sections.table(4)?,
            networks: sections.table(5)?,
            centres: sections.table(6)?,
            regions: sections.table(7)?,
        })
    }

    /// The record of a postal code.
    ///
    /// # Errors
    /// When the file is damaged.
    pub fn postal_code(&self, code: &str) -> Result<Option<PostalCode<'a>>, Corrupt> {
        let position = self.postal_codes.find(code)?;
        position.map(|position| self.postal_codes.get(position)).transpose()
    }

    /// The name of the commune at `position`, in its own language.
    ///
    /// # Errors
    /// When there is none, or the file is damaged.
    pub fn own_name(&self, position: usize) -> Result<String, Corrupt> {
        let names: CommuneNames<'_> = self.communes.head(position)?;
        let de = names.name_de.as_deref();
        Ok(own_name(names.region, &names.name_fr, &names.name_nl, de).to_owned())
    }

    /// The position of a commune by its NIS code.
    ///
    /// # Errors
    /// When the file is damaged.
    pub fn commune_by_nis(&self, nis: &str) -> Result<Option<usize>, Corrupt> {
        self.communes.find(nis)
    }

    /// The communes of a region as a person means it: `wallonie` and `germanophone` are apart.
    ///
    /// # Errors
    /// When the file is damaged.
    pub fn communes_of(&self, region: Region) -> Result<CommuneSet, Corrupt> {
        self.regions.get(region as usize)
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
        let sine = (angle / 2.0).sin();
        sine * sine
    };
    let a = half(dlat) + lat1.cos() * lat2.cos() * half(dlon);
    let tenths = 2.0 * EARTH_RADIUS_KM * a.sqrt().min(1.0).asin() * 10.0;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "at most 200 000 tenths of a kilometre"
    )]
    let rounded = tenths.round() as u32;
    rounded
}
