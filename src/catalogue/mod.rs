//! The catalogue: its model, its YAML, its checks, its compiled form.
//!
//! ```text
//! folder ──load──▶ files ──check──▶ Checked (or every Problem) ──compile──▶ bytes ──open──▶ Catalogue
//! ```
//! `build.rs` stands on this module too: it walks the same road over `catalogue/` and embeds the bytes. Nothing here
//! knows of a person, a screen or a clock.

mod check;
mod compiled;
pub mod date;
mod eligibility;
pub mod fold;
mod hours;
pub mod language;
mod load;
pub mod model;
pub mod money;
pub mod phone;
mod problem;
mod proof;
mod raw;
pub mod terms;
pub mod territory;
pub mod text;

use std::path::Path;

pub use compiled::{Corrupt, FORMAT, Table, is_compiled};
pub use load::{MAX_FOLDER, in_french, shown};
pub use problem::{Code, Problem};

use check::Checked;
use compiled::{Sections, encode, pack, proved};
use date::PartialDate;
use model::{Aim, Facts, Kind, Need, Record, Source, Subject, Tariff};
use territory::{Area, SECTIONS as FIRST, Territories};
use text::Text;

/// An opened catalogue. Nothing of it can fail to be read any more, and it stays until the program ends.
#[derive(Debug)]
pub struct Catalogue {
    pub territories: Territories,
    pub kinds: Table<Kind>,
    pub needs: Table<Need>,
    pub wishes: Table<Need>,
    pub subjects: Table<Subject>,
    pub tariffs: Table<Tariff>,
    pub sources: Table<Source>,
    pub languages: Table<Text>,
    pub areas: Table<Area>,
    /// What is judged, and what is printed, of the same service at the same position; sorted by id.
    pub facts: Table<Facts>,
    pub records: Table<Record>,
    /// The beginning of what is judged of each service.
    pub aims: Vec<Aim>,
    sections: Sections,
}

impl Catalogue {
    /// The bytes this program was built with.
    pub fn trusted(bytes: &'static [u8]) -> Self {
        proved(Self::over(Sections::trusted(bytes)))
    }

    /// Opens compiled bytes from elsewhere, and reads them whole once.
    ///
    /// # Errors
    /// When they are no catalogue, one of another version, truncated or altered.
    pub fn open(bytes: Vec<u8>) -> Result<&'static Self, Corrupt> {
        let catalogue = Self::over(Sections::open(bytes)?)?;
        catalogue.prove()?;
        Ok(Box::leak(Box::new(catalogue)))
    }

    fn over(sections: Sections) -> Result<Self, Corrupt> {
        let facts: Table<Facts> = sections.table(FIRST + 7)?;
        Ok(Self {
            territories: Territories::open(sections)?,
            kinds: sections.table(FIRST)?,
            needs: sections.table(FIRST + 1)?,
            wishes: sections.table(FIRST + 2)?,
            tariffs: sections.table(FIRST + 3)?,
            sources: sections.table(FIRST + 4)?,
            languages: sections.table(FIRST + 5)?,
            areas: sections.table(FIRST + 6)?,
            aims: facts.beginnings()?,
            facts,
            records: sections.table(FIRST + 8)?,
            subjects: sections.table(FIRST + 9)?,
            sections,
        })
    }

    /// The position of a service by its id.
    pub fn find(&self, id: &str) -> Option<usize> {
        self.records.find(id)
    }

    /// A short fingerprint of the whole catalogue, the same for the same data: « version » in the JSON.
    pub fn version(&self) -> String {
        format!("{:08x}", self.sections.fingerprint())
    }

    /// The territories' bytes, for a catalogue folder that brings none of its own.
    fn territory_sections(&self) -> Vec<Vec<u8>> {
        (0..FIRST).map(|position| proved(self.sections.section(position)).to_vec()).collect()
    }
}

/// Reads, checks and compiles a catalogue folder. A folder without `territories/` uses those of `fallback`.
///
/// # Errors
/// Every problem that makes it unusable, sorted by file and line.
pub fn compile_folder(folder: &Path, fallback: Option<&Catalogue>) -> Result<Vec<u8>, Vec<Problem>> {
    let (compiled, mut problems) = examine(folder, fallback, None);
    problems.retain(|problem| !problem.code.is_advice());
    compiled.ok_or(problems)
}

/// The same, for whoever writes the catalogue: advice counts too, and on a given day what has expired.
///
/// # Errors
/// Every problem, sorted by file and line.
pub fn review_folder(
    folder: &Path,
    fallback: Option<&Catalogue>,
    today: Option<PartialDate>,
) -> Result<Vec<u8>, Vec<Problem>> {
    let (compiled, problems) = examine(folder, fallback, today);
    compiled.filter(|_| problems.is_empty()).ok_or(problems)
}

/// The compiled catalogue, unless a problem forbids it, and every problem.
fn examine(folder: &Path, fallback: Option<&Catalogue>, today: Option<PartialDate>) -> (Option<Vec<u8>>, Vec<Problem>) {
    let mut problems = Vec::new();
    let compiled = read_and_compile(folder, fallback, today, &mut problems);
    problems.sort();
    problems.dedup();
    (compiled, problems)
}

fn read_and_compile(
    folder: &Path,
    fallback: Option<&Catalogue>,
    today: Option<PartialDate>,
    problems: &mut Vec<Problem>,
) -> Option<Vec<u8>> {
    let files = load::read_folder(folder, problems);
    if !folder.is_dir() {
        return None;
    }
    let own = folder.join("territories");
    let unusable = |path: &Path, message: String| Problem {
        file: shown(path),
        line: 0,
        code: Code::Unreadable,
        entry: None,
        message,
        hint: None,
    };
    let territories = match fallback {
        Some(catalogue) if !own.is_dir() => Ok(catalogue.territory_sections()),
        _ => territory::load(&own).map_err(|message| unusable(&own, message)),
    };
    let territories = territories.map_err(|problem| problems.push(problem)).ok()?;
    let opened = proved(Territories::open(Sections::trusted(pack(&territories).leak())));
    let checked = check::check(&files, &opened, today, problems);
    if problems.iter().any(|problem| !problem.code.is_advice()) {
        return None;
    }
    compile(&checked, territories).map_err(|error| problems.push(unusable(folder, error.to_string()))).ok()
}

fn compile(checked: &Checked, territories: Vec<Vec<u8>>) -> Result<Vec<u8>, postcard::Error> {
    let (facts, records): (Vec<&Facts>, Vec<&Record>) =
        checked.services.iter().map(|(facts, record)| (facts, record)).unzip();
    let mut sections = territories;
    sections.extend([
        encode(&checked.kinds)?,
        encode(&checked.needs)?,
        encode(&checked.wishes)?,
        encode(&checked.tariffs)?,
        encode(&checked.sources)?,
        encode(&checked.languages)?,
        encode(&checked.areas)?,
        encode(&facts)?,
        encode(&records)?,
        encode(&checked.subjects)?,
    ]);
    Ok(pack(&sections))
}
