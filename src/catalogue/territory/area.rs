//! `service_area`: whom a service serves, from the words of its entry to a set of communes.

use serde::{Deserialize, Serialize};

use super::super::fold::fold;
use super::super::terms::Region;
use super::super::text::Text;
use super::{CommuneSet, NameKind, Territories};

/// Whom a service serves.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Area {
    pub communes: CommuneSet,
    /// Communes of which it is not sure (a network's boundary below `haute` confidence).
    pub unsure: CommuneSet,
    /// The territories as the entry names them, ready to be shown.
    pub names: Vec<Text>,
}

/// Why the words of an area name no territory.
#[derive(Debug)]
pub enum AreaError {
    Unknown {
        code: String,
        near: Option<String>,
    },
    /// Several communes bear this name: their NIS codes.
    Ambiguous {
        code: String,
        choices: Vec<String>,
    },
}

/// Turns the words of an area into communes.
///
/// # Errors
/// At the first word that names no territory, or several.
pub fn resolve_area(territories: &Territories, included: &[String], excepted: &[String]) -> Result<Area, AreaError> {
    let mut area = Area { communes: CommuneSet::default(), unsure: CommuneSet::default(), names: Vec::new() };
    for code in included {
        let part = resolve(territories, code)?;
        area.communes = area.communes.or(&part.communes);
        area.unsure = area.unsure.or(&part.unsure);
        area.names.extend(part.names);
    }
    for code in excepted {
        let part = resolve(territories, code)?;
        area.communes = area.communes.without(&part.communes);
        area.names.extend(part.names.into_iter().map(|name| Text::from(format!("sauf {name}"))));
    }
    area.unsure = area.unsure.and(&area.communes);
    Ok(area)
}

fn resolve(territories: &Territories, code: &str) -> Result<Area, AreaError> {
    let named = |communes: CommuneSet, name: String| {
        Ok(Area { communes, unsure: CommuneSet::default(), names: vec![Text::from(name)] })
    };
    let of = |regions: &[Region]| -> CommuneSet {
        regions.iter().fold(CommuneSet::default(), |set, region| set.or(&territories.communes_of(*region)))
    };
    match code {
        "belgique" => named(of(Region::ALL), "toute la Belgique".into()),
        "bruxelles" => named(of(&[Region::Bruxelles]), "Région bruxelloise".into()),
        "wallonie" => named(of(&[Region::Wallonie, Region::Germanophone]), "Wallonie".into()),
        "wallonie-francophone" => named(of(&[Region::Wallonie]), "Wallonie (hors communes germanophones)".into()),
        "flandre" => named(of(&[Region::Flandre]), "Flandre".into()),
        "germanophone" => named(of(&[Region::Germanophone]), "Communauté germanophone".into()),
        _ => resolve_named(territories, code),
    }
}

fn resolve_named(territories: &Territories, code: &str) -> Result<Area, AreaError> {
    for network in territories.networks.iter() {
        if network.id.as_str() == code {
            let name = Text::from(format!("réseau {}", network.name.trim_start_matches("Réseau ")));
            return Ok(Area { communes: network.communes, unsure: network.unsure, names: vec![name] });
        }
    }
    let slug = |name: &str| fold(name).replace(' ', "-");
    let (mut set, mut label) = (CommuneSet::default(), None);
    for (position, commune) in territories.communes.iter().enumerate() {
        let (hit, name) = if let Some(province) = code.strip_prefix("province-") {
            (slug(&commune.province) == province, of("province", &commune.province))
        } else if let Some(arrondissement) = code.strip_prefix("arr-") {
            (slug(&commune.arrondissement) == arrondissement, of("arrondissement", &commune.arrondissement))
        } else {
            (commune.nis.as_str() == code, commune.own_name().to_owned())
        };
        if hit {
            set.insert(position);
            label.get_or_insert(name);
        }
    }
    if let Some(label) = label {
        return Ok(Area { communes: set, unsure: CommuneSet::default(), names: vec![Text::from(label)] });
    }
    resolve_commune(territories, code)
}

/// « province de Liège », « province d'Anvers », « province du Luxembourg ».
fn of(kind: &str, name: &str) -> String {
    let masculine = ["Brabant", "Limbourg", "Luxembourg"].iter().any(|start| name.starts_with(start));
    let vowel = name.starts_with(['A', 'E', 'I', 'O', 'U', 'Y']);
    match (masculine, vowel) {
        (true, _) => format!("{kind} du {name}"),
        (_, true) => format!("{kind} d'{name}"),
        _ => format!("{kind} de {name}"),
    }
}

fn resolve_commune(territories: &Territories, code: &str) -> Result<Area, AreaError> {
    let folded = fold(code);
    let mut hits: Vec<usize> = Vec::new();
    let mut known = Vec::new();
    for name in territories.names.iter() {
        if name.kind == NameKind::Commune {
            if name.folded.as_str() == folded && !hits.contains(&usize::from(name.commune)) {
                hits.push(usize::from(name.commune));
            }
            known.push(name);
        }
    }
    match hits[..] {
        [] => {
            let near = known
                .iter()
                .filter(|name| name.folded.starts_with(&folded) || folded.starts_with(name.folded.as_str()))
                .map(|name| name.shown.to_string())
                .next();
            Err(AreaError::Unknown { code: code.to_owned(), near })
        }
        [position] => {
            let commune = territories.communes.get(position);
            Ok(Area {
                communes: CommuneSet::of([position]),
                unsure: CommuneSet::default(),
                names: vec![Text::from(commune.own_name().to_owned())],
            })
        }
        _ => {
            let choices = hits.iter().map(|position| territories.communes.get(*position).nis.to_string()).collect();
            Err(AreaError::Ambiguous { code: code.to_owned(), choices })
        }
    }
}
