//! Writes a catalogue of as many services as asked, for the measures of growth: `cargo run --release --example generer
//! -- 10000 DOSSIER`.
//!
//! The real entries, copied as often as needed. A copy keeps its type, its needs, its conditions, its hours, its
//! tariffs and its sources; it has an id, a name, a telephone and a mail of its own, stands in another commune of its
//! region, and serves the province, the arrondissement or the commune there when the real one serves its own. What
//! serves a whole region or the country is copied as serving one arrondissement: a country with a hundred times more
//! services has no hundred times more national lines. The same number of services gives the same bytes.

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

use serde_yaml::{Mapping, Value};
use versqui::catalogue::fold::fold;

type Outcome<T> = Result<T, Box<dyn Error>>;

fn main() -> Outcome<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [count, target] = arguments.as_slice() else {
        return Err("generer NOMBRE DOSSIER".into());
    };
    generate(count.parse()?, Path::new(target))
}

fn generate(count: usize, target: &Path) -> Outcome<()> {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("catalogue");
    fs::create_dir_all(target.join("services"))?;
    for name in ["types.yaml", "needs.yaml", "tariffs.yaml", "sources.yaml"] {
        fs::copy(source.join(name), target.join(name))?;
    }
    let communes = communes(&source.join("territories/communes.csv"))?;
    let files = files(&source.join("services"))?;
    let real: usize = files.iter().map(|file| file.services.len()).sum();
    let copies = count.div_ceil(real);
    for copy in 0..copies {
        // as many of each copy, spread over the whole of it, so that the last is no half of the country
        let wanted = count * (copy + 1) / copies - count * copy / copies;
        let mut at = 0;
        for file in &files {
            let mut kept = Vec::new();
            for service in &file.services {
                if (at + 1) * wanted / real > at * wanted / real {
                    kept.push(Value::Mapping(file.copy(service, copy, at, &communes)));
                }
                at += 1;
            }
            file.write(kept, copy, &target.join("services"))?;
        }
    }
    Ok(())
}

/// A file of real services.
struct File {
    /// `wallonie`, the folder of the file.
    region: String,
    stem: String,
    defaults: Option<Value>,
    services: Vec<Mapping>,
}

fn files(folder: &Path) -> Outcome<Vec<File>> {
    let mut paths: Vec<PathBuf> = Vec::new();
    for region in fs::read_dir(folder)? {
        for file in fs::read_dir(region?.path())? {
            paths.push(file?.path());
        }
    }
    paths.sort();
    paths.iter().map(|path| File::read(path)).collect()
}

impl File {
    fn read(path: &Path) -> Outcome<Self> {
        let mut all: Mapping = serde_yaml::from_str(&fs::read_to_string(path)?)?;
        let Some(Value::Sequence(services)) = all.remove("services") else {
            return Err(format!("{} : sans services", path.display()).into());
        };
        let name = |path: Option<&Path>| {
            let name = path.and_then(Path::file_stem).unwrap_or_default();
            name.to_string_lossy().into_owned()
        };
        Ok(Self {
            region: name(path.parent()),
            stem: name(Some(path)),
            defaults: all.remove("defaults"),
            services: services
                .into_iter()
                .filter_map(|service| match service {
                    Value::Mapping(service) => Some(service),
                    _ => None,
                })
                .collect(),
        })
    }

    fn write(&self, services: Vec<Value>, copy: usize, target: &Path) -> Outcome<()> {
        if services.is_empty() {
            return Ok(());
        }
        let mut all = Mapping::new();
        if let Some(defaults) = &self.defaults {
            all.insert("defaults".into(), defaults.clone());
        }
        all.insert("services".into(), Value::Sequence(services));
        let folder = target.join(&self.region);
        fs::create_dir_all(&folder)?;
        let path = folder.join(format!("{}-{copy}.yaml", self.stem));
        Ok(fs::write(path, serde_yaml::to_string(&all)?)?)
    }

    /// The first copy is the real one.
    fn copy(&self, service: &Mapping, copy: usize, at: usize, communes: &[Commune]) -> Mapping {
        let mut made = service.clone();
        if copy == 0 {
            return made;
        }
        let number = copy * 100_003 + at;
        let near: Vec<&Commune> =
            communes.iter().filter(|commune| self.region == "belgique" || commune.region == self.region).collect();
        let Some(commune) = near.get(scattered(number) % near.len().max(1)) else {
            return made;
        };
        let id = text(service, "id").chars().take(48).collect::<String>();
        made.insert("id".into(), format!("{id}-n{copy}").into());
        let name = text(service, "name").chars().take(60).collect::<String>();
        let name = format!("{name}, {} {copy}", commune.name);
        made.insert("name".into(), name.into());
        made.remove("names");
        move_to(&mut made, commune, number);
        self.serve_there(&mut made, commune);
        made
    }

    /// Its area, or the one it would have by the file, moved to where the copy stands.
    fn serve_there(&self, service: &mut Mapping, commune: &Commune) {
        let filled = self.defaults.as_ref().and_then(Value::as_mapping);
        let filled = filled.and_then(|defaults| defaults.get("service_area"));
        let Some(area) = service.get("service_area").or(filled) else {
            return;
        };
        let first = area.get(0).and_then(Value::as_str).unwrap_or_default();
        let there = match first {
            "commune" => return,
            _ if first.starts_with("province-") && !commune.province.is_empty() => {
                format!("province-{}", slug(&commune.province))
            }
            _ if first.bytes().all(|byte| byte.is_ascii_digit()) => commune.nis.clone(),
            _ => format!("arr-{}", slug(&commune.arrondissement)),
        };
        service.insert("service_area".into(), Value::Sequence(vec![there.into()]));
        service.remove("service_area_except");
    }
}

/// Its places, its telephones and its mails, elsewhere.
fn move_to(service: &mut Mapping, commune: &Commune, number: usize) {
    for place in parts(service, "locations") {
        if place.contains_key("postal_code") || place.contains_key("commune") {
            place.insert("postal_code".into(), commune.postal_code.clone().into());
            place.insert("commune".into(), commune.nis.clone().into());
        }
    }
    for (contact, rank) in parts(service, "contacts").into_iter().zip(0..) {
        if let Some(phone) = contact.get("phone").and_then(Value::as_str) {
            let other = other_number(phone, number * 7 + rank);
            contact.insert("phone".into(), other.into());
        }
        if let Some(mail) = contact.get("email").and_then(Value::as_str) {
            contact.insert("email".into(), format!("n{number}.{mail}").into());
        }
    }
}

fn parts<'s>(service: &'s mut Mapping, key: &str) -> Vec<&'s mut Mapping> {
    let parts = service.get_mut(key).and_then(Value::as_sequence_mut);
    parts.into_iter().flatten().filter_map(Value::as_mapping_mut).collect()
}

/// Another number of the same zone; a short or a free number stays as it is.
fn other_number(phone: &str, number: usize) -> String {
    let mut digits: Vec<char> = phone.chars().filter(char::is_ascii_digit).collect();
    if digits.len() < 9 || phone.starts_with("0800") || phone.starts_with('+') {
        return phone.to_owned();
    }
    let mut rest = scattered(number);
    for digit in digits.iter_mut().rev().take(6) {
        *digit = char::from(b'0' + u8::try_from(rest % 10).unwrap_or_default());
        rest /= 10;
    }
    digits.into_iter().collect()
}

struct Commune {
    nis: String,
    name: String,
    region: String,
    province: String,
    arrondissement: String,
    postal_code: String,
}

fn communes(path: &Path) -> Outcome<Vec<Commune>> {
    let mut reader = csv::Reader::from_path(path)?;
    let mut communes = Vec::new();
    for row in reader.deserialize() {
        let row: std::collections::HashMap<String, String> = row?;
        let of = |key: &str| row.get(key).cloned().unwrap_or_default();
        communes.push(Commune {
            nis: of("nis"),
            name: of("name_fr"),
            region: if of("langue") == "germanophone" { of("langue") } else { of("region") },
            province: of("province"),
            arrondissement: of("arrondissement"),
            postal_code: of("codes_postaux").chars().take(4).collect(),
        });
    }
    Ok(communes)
}

fn slug(name: &str) -> String {
    fold(name).replace(' ', "-")
}

fn text<'s>(service: &'s Mapping, key: &str) -> &'s str {
    service.get(key).and_then(Value::as_str).unwrap_or_default()
}

/// The same number for the same number, far from that of its neighbours (splitmix64).
fn scattered(number: usize) -> usize {
    let mut bits = (number as u64).wrapping_add(0x9e37_79b9_7f4a_7c15);
    bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    usize::try_from((bits ^ (bits >> 31)) >> 1).unwrap_or_default()
}
