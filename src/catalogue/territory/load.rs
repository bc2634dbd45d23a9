//! The territories' CSV files, turned into the sections of the compiled form.
//!
//! Their columns and sources are described in `catalogue/territories/README.md`.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;

use super::super::compiled::encode;
use super::super::fold::fold;
use super::super::terms::{National, Region, Terms};
use super::super::text::Text;
use super::{Commune, CommuneSet, NameKind, Network, PlaceName, PostalCode, WiderPlace};

#[derive(Debug, Deserialize)]
struct CommuneRow {
    nis: String,
    name_fr: String,
    name_nl: String,
    name_de: String,
    region: String,
    province: String,
    arrondissement: String,
    langue: String,
    facilites: String,
    lat: f64,
    lon: f64,
    codes_postaux: String,
}

#[derive(Debug, Deserialize)]
struct PostalRow {
    postal_code: String,
    locality_fr: String,
    locality_nl: String,
    locality_de: String,
    commune_nis: String,
    principal: u8,
}

#[derive(Debug, Deserialize)]
struct AliasRow {
    alias: String,
    commune_nis: String,
    postal_code: String,
    target: String,
}

#[derive(Debug, Deserialize)]
struct HamletRow {
    name: String,
    commune_nis: String,
}

#[derive(Debug, Deserialize)]
struct NetworkRow {
    network: String,
    commune_nis: String,
    confidence: String,
}

/// Reads the CSV files of a folder and encodes them as the first sections of a compiled catalogue.
///
/// # Errors
/// One sentence naming the file, and where the library knows it the line, that cannot be used.
pub fn load(folder: &Path) -> Result<Vec<Vec<u8>>, String> {
    let communes = communes(&rows(folder, "communes.csv")?)?;
    let nis: BTreeMap<&str, u16> =
        communes.iter().zip(0_u16..).map(|(commune, position)| (commune.nis.as_str(), position)).collect();
    let position = |code: &str, file: &str| {
        nis.get(code).copied().ok_or_else(|| format!("{file} : la commune NIS « {code} » n'est pas dans communes.csv"))
    };

    let postal: Vec<PostalRow> = rows(folder, "postal.csv")?;
    let aliases: Vec<AliasRow> = rows(folder, "aliases.csv")?;
    let hamlets: Vec<HamletRow> = rows(folder, "hamlets.csv")?;
    let networks: Vec<NetworkRow> = rows(folder, "networks.csv")?;

    let mut names = commune_names(&communes);
    for row in &postal {
        let commune = position(&row.commune_nis, "postal.csv")?;
        for locality in [&row.locality_fr, &row.locality_nl, &row.locality_de] {
            names.extend(place_name(locality, NameKind::Locality, commune, Some(&row.postal_code)));
        }
    }
    let mut wider = Vec::new();
    for row in &aliases {
        if row.commune_nis.is_empty() {
            wider.push(wider_place(row, &communes)?);
        } else {
            let postal_code = Some(row.postal_code.as_str()).filter(|code| !code.is_empty());
            names.extend(place_name(
                &row.alias,
                NameKind::Alias,
                position(&row.commune_nis, "aliases.csv")?,
                postal_code,
            ));
        }
    }
    let mut quarters = Vec::new();
    for row in &hamlets {
        quarters.extend(place_name(&row.name, NameKind::Hamlet, position(&row.commune_nis, "hamlets.csv")?, None));
    }
    wider.sort_by(|a, b| a.folded.cmp(&b.folded));

    let sections = [
        encode(&communes),
        encode(&postal_codes(&postal, &position)?),
        encode(&sorted(names)),
        encode(&sorted(quarters)),
        encode(&wider),
        encode(&network_sets(&networks, &position)?),
    ];
    sections.into_iter().map(|section| section.map_err(|error| error.to_string())).collect()
}

/// The languages of public services in a commune: its own, and those of its facilities.
fn languages(row: &CommuneRow) -> Result<Terms, String> {
    let own: &[National] = match row.langue.as_str() {
        "francophone" => &[National::French],
        "neerlandophone" => &[National::Dutch],
        "germanophone" => &[National::German],
        "bilingue" => &[National::French, National::Dutch],
        other => return Err(format!("communes.csv : langue « {other} » inconnue ({})", row.nis)),
    };
    let facilities: Vec<National> = match row.facilites.as_str() {
        "" => Vec::new(),
        code => vec![
            National::from_slug(code)
                .ok_or_else(|| format!("communes.csv : facilités « {code} » inconnues ({})", row.nis))?,
        ],
    };
    Ok(Terms::of(own.iter().chain(&facilities).map(|language| *language as usize)))
}

fn rows<T: for<'de> Deserialize<'de>>(folder: &Path, file: &str) -> Result<Vec<T>, String> {
    let path = folder.join(file);
    let mut reader = csv::Reader::from_path(&path).map_err(|error| format!("{} : {error}", path.display()))?;
    reader.deserialize().map(|row| row.map_err(|error| format!("{} : {error}", path.display()))).collect()
}

fn communes(rows: &[CommuneRow]) -> Result<Vec<Commune>, String> {
    if rows.len() > CommuneSet::CAPACITY {
        return Err(format!("communes.csv : {} communes, {} au plus", rows.len(), CommuneSet::CAPACITY));
    }
    let mut communes = rows
        .iter()
        .map(|row| {
            let region = match (row.region.as_str(), row.langue.as_str()) {
                ("wallonie", "germanophone") => Region::Germanophone,
                (region, _) => Region::from_slug(region)
                    .ok_or_else(|| format!("communes.csv : région « {region} » inconnue ({})", row.name_fr))?,
            };
            Ok(Commune {
                languages: languages(row)?,
                nis: row.nis.clone().into(),
                name_fr: row.name_fr.clone().into(),
                name_nl: row.name_nl.clone().into(),
                name_de: Some(row.name_de.clone()).filter(|name| !name.is_empty()).map(Text::from),
                region,
                province: row.province.clone().into(),
                arrondissement: row.arrondissement.clone().into(),
                latitude: ten_thousandths(row.lat),
                longitude: ten_thousandths(row.lon),
                postal_code: row.codes_postaux.split(' ').next().unwrap_or_default().to_owned().into(),
            })
        })
        .collect::<Result<Vec<_>, String>>()?;
    communes.sort_by(|a, b| a.nis.cmp(&b.nis));
    Ok(communes)
}

#[expect(clippy::cast_possible_truncation, reason = "a coordinate is within ±180 degrees")]
fn ten_thousandths(degrees: f64) -> i32 {
    (degrees * 10_000.0).round() as i32
}

/// The names of the communes; « a / b » forms and doubled names give each half as well.
fn commune_names(communes: &[Commune]) -> Vec<PlaceName> {
    let mut names = Vec::new();
    for (commune, position) in communes.iter().zip(0_u16..) {
        for name in [Some(&commune.name_fr), Some(&commune.name_nl), commune.name_de.as_ref()].into_iter().flatten() {
            names.extend(place_name(name, NameKind::Commune, position, None));
        }
    }
    names
}

fn place_name(name: &str, kind: NameKind, commune: u16, postal_code: Option<&str>) -> Option<PlaceName> {
    let folded = fold(name);
    (!folded.is_empty()).then(|| PlaceName {
        folded: folded.into(),
        shown: name.to_owned().into(),
        kind,
        commune,
        postal_code: postal_code.map(|code| Text::from(code.to_owned())),
    })
}

fn sorted(mut names: Vec<PlaceName>) -> Vec<PlaceName> {
    names.sort_by(|a, b| {
        (&a.folded, a.kind, a.commune, &a.postal_code).cmp(&(&b.folded, b.kind, b.commune, &b.postal_code))
    });
    names.dedup_by(|a, b| (&a.folded, a.commune) == (&b.folded, b.commune) && a.kind >= b.kind);
    names
}

/// `region:flandre`, `province:Liège` or `langue:germanophone`.
fn wider_place(row: &AliasRow, communes: &[Commune]) -> Result<WiderPlace, String> {
    let unknown = || format!("aliases.csv : cible « {} » inconnue ({})", row.target, row.alias);
    let (kind, value) = row.target.split_once(':').ok_or_else(unknown)?;
    let belongs = |commune: &Commune| match kind {
        "province" => commune.province.as_str() == value,
        "langue" => commune.region.slug() == value,
        _ => commune.region.slug() == value || (value == "wallonie" && commune.region == Region::Germanophone),
    };
    let communes =
        CommuneSet::of(communes.iter().enumerate().filter(|(_, commune)| belongs(commune)).map(|(at, _)| at));
    if communes.is_empty() {
        return Err(unknown());
    }
    Ok(WiderPlace { folded: fold(&row.alias).into(), shown: row.alias.clone().into(), communes })
}

fn postal_codes(
    rows: &[PostalRow],
    position: &impl Fn(&str, &str) -> Result<u16, String>,
) -> Result<Vec<PostalCode>, String> {
    let mut codes: BTreeMap<&str, Vec<&PostalRow>> = BTreeMap::new();
    for row in rows {
        codes.entry(&row.postal_code).or_default().push(row);
    }
    codes
        .into_iter()
        .map(|(code, mut rows)| {
            rows.sort_by_key(|row| std::cmp::Reverse(row.principal));
            let mut communes = Vec::new();
            for row in &rows {
                let commune = position(&row.commune_nis, "postal.csv")?;
                if !communes.contains(&commune) {
                    communes.push(commune);
                }
            }
            let locality = rows.first().map(|row| Text::from(row.locality_fr.clone()));
            Ok(PostalCode { code: code.to_owned().into(), communes, locality })
        })
        .collect()
}

fn network_sets(
    rows: &[NetworkRow],
    position: &impl Fn(&str, &str) -> Result<u16, String>,
) -> Result<Vec<Network>, String> {
    let mut networks: BTreeMap<String, Network> = BTreeMap::new();
    for row in rows {
        let slug = fold(&row.network).replace(' ', "-");
        let id = if slug.starts_with("reseau") { slug } else { format!("reseau-{slug}") };
        let network = networks.entry(id.clone()).or_insert_with(|| Network {
            id: id.into(),
            name: row.network.clone().into(),
            communes: CommuneSet::default(),
            unsure: CommuneSet::default(),
        });
        let commune = usize::from(position(&row.commune_nis, "networks.csv")?);
        network.communes.insert(commune);
        if row.confidence != "haute" {
            network.unsure.insert(commune);
        }
    }
    Ok(networks.into_values().collect())
}
