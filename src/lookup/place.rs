//! Places, as people name them: a commune, a locality, a hamlet, a postal code, in any national language.

use crate::catalogue::Table;
use crate::catalogue::fold::fold;
use crate::catalogue::terms::Region;
use crate::catalogue::territory::{CommuneSet, NameKind, PlaceName, PostalCode, Territories};

use super::near::{Near, nearest};

/// Where the person lives, as far as it is known.
#[derive(Debug, Clone, PartialEq)]
pub struct Place {
    /// The commune, when one is known.
    pub commune: Option<usize>,
    /// The communes it may be: one, or those of a region or a province.
    pub communes: CommuneSet,
    /// As it is shown: « Verviers », « Province de Hainaut ».
    pub name: String,
    pub postal_code: Option<String>,
    pub note: Option<PlaceNote>,
}

/// What had to be decided to read a place, and must be said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PlaceNote {
    /// The postal code reaches into other communes too; its principal one was taken.
    AlsoReaches(Vec<String>),
    /// A special code (a company's, an institution's) that the lists do not hold: only its province or region is known.
    SpecialCode(String),
}

/// One place to pick from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// What to type instead.
    pub name: String,
    /// The commune it lies in, when it has another name.
    pub commune: String,
    pub postal_code: String,
}

/// Why a text names no place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PlaceError {
    Unknown(Vec<Suggestion>),
    Ambiguous(Vec<Suggestion>),
}

/// How many places are offered to pick from.
const OFFERED: usize = 8;

/// Finds the place a text names, among the communes of `within` when it is given.
///
/// # Errors
/// When the text names no place, or several.
pub fn find_place(territories: &Territories, typed: &str, within: Option<&CommuneSet>) -> Result<Place, PlaceError> {
    let digits: String = typed.trim().chars().take_while(char::is_ascii_digit).collect();
    let rest = typed.trim()[digits.len()..].trim();
    if digits.len() == 4 {
        return postal_code(territories, &digits, rest, within);
    }
    let mut hits = Hits::default();
    for part in typed.split('/').map(fold).filter(|part| !part.is_empty()) {
        hits.collect(territories, &part, within);
    }
    hits.decide(territories, typed, within)
}

fn postal_code(
    territories: &Territories,
    code: &str,
    rest: &str,
    within: Option<&CommuneSet>,
) -> Result<Place, PlaceError> {
    let Some(postal) = territories.postal_code(code) else {
        return special_code(territories, code);
    };
    let named = if rest.is_empty() { None } else { named_within(territories, &fold(rest), postal) };
    let reached = postal.communes.iter().copied().map(usize::from);
    let allowed = |commune: &usize| within.is_none_or(|set| set.has(*commune));
    let Some(commune) = named.or_else(|| reached.clone().find(allowed)).or_else(|| reached.clone().next()) else {
        return special_code(territories, code);
    };
    let mut place = at(territories, commune, Some(code));
    let others: Vec<String> = reached
        .filter(|other| *other != commune)
        .map(|other| territories.communes.get(other).own_name().to_owned())
        .collect();
    if !others.is_empty() && named.is_none() {
        place.note = Some(PlaceNote::AlsoReaches(others));
    }
    Ok(place)
}

/// « 1040 Bruxelles »: the commune of that code that the words beside it name.
fn named_within(territories: &Territories, folded: &str, postal: &PostalCode) -> Option<usize> {
    let names = named(territories, folded);
    postal.communes.iter().copied().find(|commune| names.iter().any(|name| name.commune == *commune)).map(usize::from)
}

/// A code the lists do not hold still lies in a known range: bpost's numbering follows the provinces.
fn special_code(territories: &Territories, code: &str) -> Result<Place, PlaceError> {
    let province = match code.parse::<u16>().unwrap_or_default() {
        1000..=1299 => "",
        1300..=1499 => "Brabant wallon",
        1500..=1999 | 3000..=3499 => "Brabant flamand",
        2000..=2999 => "Anvers",
        3500..=3999 => "Limbourg",
        4000..=4999 => "Liège",
        5000..=5999 => "Namur",
        6000..=6599 | 7000..=7999 => "Hainaut",
        6600..=6999 => "Luxembourg",
        8000..=8999 => "Flandre occidentale",
        9000..=9999 => "Flandre orientale",
        _ => return Err(PlaceError::Unknown(Vec::new())),
    };
    let mut communes = CommuneSet::default();
    for (position, commune) in territories.communes.iter().enumerate() {
        if commune.province.as_str() == province && (!province.is_empty() || commune.region == Region::Bruxelles) {
            communes.insert(position);
        }
    }
    let name = if province.is_empty() { "Région bruxelloise".to_owned() } else { format!("Province de {province}") };
    let note = Some(PlaceNote::SpecialCode(code.to_owned()));
    Ok(Place { commune: None, communes, name, postal_code: Some(code.to_owned()), note })
}

fn at(territories: &Territories, position: usize, postal_code: Option<&str>) -> Place {
    Place {
        commune: Some(position),
        communes: CommuneSet::of([position]),
        name: territories.own_name(position).to_owned(),
        postal_code: postal_code.map(str::to_owned),
        note: None,
    }
}

/// The names that fold to exactly this text.
fn named<'t>(territories: &'t Territories, folded: &str) -> Vec<&'t PlaceName> {
    exact(&territories.names, folded)
}

fn exact<'t>(table: &'t Table<PlaceName>, folded: &str) -> Vec<&'t PlaceName> {
    let Some(found) = table.find(folded) else {
        return Vec::new();
    };
    let mut first = found;
    while first > 0 && table.get(first - 1).folded.as_str() == folded {
        first -= 1;
    }
    let mut names = Vec::new();
    for position in first..table.len() {
        let name = table.get(position);
        if name.folded.as_str() != folded {
            break;
        }
        names.push(name);
    }
    names
}

/// What a text hit, best kind of name first.
#[derive(Default)]
struct Hits<'t> {
    names: Vec<&'t PlaceName>,
    wider: Vec<(String, CommuneSet)>,
}

impl<'t> Hits<'t> {
    fn collect(&mut self, territories: &'t Territories, folded: &str, within: Option<&CommuneSet>) {
        let allowed = |name: &&PlaceName| within.is_none_or(|set| set.has(usize::from(name.commune)));
        let mut names = named(territories, folded);
        if names.is_empty() {
            names = exact(&territories.hamlets, folded);
        }
        self.names.extend(names.into_iter().filter(allowed));
        for wider in territories.wider.iter() {
            if wider.folded.as_str() == folded {
                self.wider.push((wider.shown.to_string(), wider.communes));
            }
        }
    }

    fn decide(
        mut self,
        territories: &Territories,
        typed: &str,
        within: Option<&CommuneSet>,
    ) -> Result<Place, PlaceError> {
        // the name of a commune is meant before that of one of its villages elsewhere; an alias counts as a commune's
        // name
        let best = self.names.iter().map(|name| name.kind.max(NameKind::Alias)).min();
        self.names.retain(|name| Some(name.kind.max(NameKind::Alias)) == best);
        let mut communes: Vec<u16> = self.names.iter().map(|name| name.commune).collect();
        communes.sort_unstable();
        communes.dedup();
        match (communes.as_slice(), self.wider.as_slice()) {
            ([], []) => Err(PlaceError::Unknown(suggestions(territories, typed, within))),
            ([], [(name, communes), ..]) => {
                Ok(Place { commune: None, communes: *communes, name: name.clone(), postal_code: None, note: None })
            }
            ([commune], []) => {
                let code = self.names.first().filter(|name| name.kind >= NameKind::Locality);
                let code = code.and_then(|name| name.postal_code.as_deref());
                Ok(at(territories, usize::from(*commune), code))
            }
            _ => {
                let names = self.names.into_iter().map(|name| suggestion(territories, name)).collect::<Vec<_>>();
                Err(PlaceError::Ambiguous(distinct(names)))
            }
        }
    }
}

fn suggestion(territories: &Territories, name: &PlaceName) -> Suggestion {
    let commune = territories.communes.get(usize::from(name.commune));
    Suggestion {
        name: name.shown.to_string(),
        commune: commune.own_name().to_owned(),
        postal_code: name.postal_code.as_deref().unwrap_or(&commune.postal_code).to_owned(),
    }
}

fn distinct(suggestions: Vec<Suggestion>) -> Vec<Suggestion> {
    let mut kept: Vec<Suggestion> = Vec::new();
    for suggestion in suggestions {
        if !kept.iter().any(|other| other.postal_code == suggestion.postal_code && other.commune == suggestion.commune)
        {
            kept.push(suggestion);
        }
    }
    kept.truncate(OFFERED);
    kept
}

/// The places whose names are nearest to what was typed.
fn suggestions(territories: &Territories, typed: &str, within: Option<&CommuneSet>) -> Vec<Suggestion> {
    let allowed = territories.names.iter().filter(|name| within.is_none_or(|set| set.has(usize::from(name.commune))));
    let mut hits = nearest(typed, allowed.map(|name| (name.folded.to_string(), name)), OFFERED * 3);
    // among equally near names, the commune comes before the village
    hits.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.candidate.kind.cmp(&b.candidate.kind)));
    let names = hits.iter().map(|Near { candidate, .. }| suggestion(territories, candidate)).collect::<Vec<_>>();
    distinct(names)
}
