//! The checks of a catalogue, code by code, each on a small file of `catalogue_cases/`.
//!
//! A sample stands in a folder of its own beside the tiny vocabulary of `catalogue_cases/vocabulary`. Its first lines,
//! `# attendu : …`, are all that is printed of it, to the letter. `NAME.yaml` is a file of services; `NAME.types.yaml`
//! (or needs, tariffs, sources) replaces that file of the vocabulary. `NAME` is the slug of a code, with `--` and a few
//! words when the code has several samples.

#![expect(clippy::unwrap_used, reason = "a test whose sample or folder is missing must fail")]

use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;
use versqui::catalogue::date::PartialDate;
use versqui::catalogue::language::LANGUAGES;
use versqui::catalogue::model::{ContactKind, Facts, Record};
use versqui::catalogue::{Catalogue, Code, Problem, compile_folder, review_folder};
use versqui::embedded;

/// The day of every check of this file.
const TODAY: PartialDate = PartialDate { year: 2026, month: 11, day: 21 };

const MARK: &str = "# attendu : ";

fn cases(folder: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/catalogue_cases").join(folder)
}

/// A catalogue folder that the test builds file by file.
struct Folder(TempDir);

impl Folder {
    /// With the tiny vocabulary, and no service.
    fn new() -> Self {
        let folder = Self(TempDir::new().unwrap());
        for name in ["types", "needs", "tariffs", "sources"] {
            let name = format!("{name}.yaml");
            fs::copy(cases("vocabulary").join(&name), folder.0.path().join(name)).unwrap();
        }
        fs::create_dir_all(folder.0.path().join("services/wallonie")).unwrap();
        folder
    }

    fn with(self, path: &str, text: impl AsRef<[u8]>) -> Self {
        let path = self.0.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
        self
    }

    /// With the smallest valid service.
    fn with_minimal(self) -> Self {
        let minimal = fs::read(cases("valid/minimal.yaml")).unwrap();
        self.with("services/wallonie/minimal.yaml", minimal)
    }

    /// With a sample file where its name says it belongs.
    fn with_sample(self, path: &Path) -> Self {
        let text = fs::read(path).unwrap();
        let name = path.file_name().unwrap().to_str().unwrap();
        match name.split('.').collect::<Vec<_>>()[..] {
            [_, "yaml"] => self.with(&format!("services/wallonie/{name}"), text),
            [_, vocabulary, "yaml"] => self.with_minimal().with(&format!("{vocabulary}.yaml"), text),
            _ => panic!("{name} : nom inattendu"),
        }
    }

    fn review(&self) -> Result<Vec<u8>, Vec<Problem>> {
        review_folder(self.0.path(), Some(embedded()), Some(TODAY))
    }

    fn compile(&self) -> Result<Vec<u8>, Vec<Problem>> {
        compile_folder(self.0.path(), Some(embedded()))
    }

    /// What is printed of this folder, paths from its root.
    fn printed(&self) -> String {
        let Err(problems) = self.review() else {
            return String::new();
        };
        let root = format!("{}/", self.0.path().display()).replace('\\', "/");
        let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
        lines.join("\n").replace(&root, "")
    }
}

/// What the first lines of a sample announce.
fn expected(path: &Path) -> String {
    let text = fs::read_to_string(path).unwrap();
    text.lines().map_while(|line| line.strip_prefix(MARK)).collect::<Vec<_>>().join("\n")
}

fn assert_prints_what_it_announces(path: &Path) {
    let printed = Folder::new().with_sample(path).printed();
    let announced = expected(path);
    assert!(printed == announced, "{} :\n--- annoncé\n{announced}\n--- imprimé\n{printed}\n", path.display());
}

/// The samples of a folder, sorted.
fn samples(folder: &str) -> Vec<PathBuf> {
    let mut paths: Vec<_> = fs::read_dir(cases(folder)).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths
}

/// The slug of the code a sample is about.
fn slug_of(path: &Path) -> String {
    let name = path.file_name().unwrap().to_str().unwrap();
    let stem = name.split('.').next().unwrap();
    stem.split("--").next().unwrap().to_owned()
}

fn check_code(name: &str) {
    let slug = name.replace('_', "-");
    let of_code: Vec<_> = samples("invalid").into_iter().filter(|path| slug_of(path) == slug).collect();
    assert!(!of_code.is_empty(), "aucun exemple de {slug}");
    for path in of_code {
        let announced = expected(&path);
        assert!(!announced.is_empty(), "{} n'annonce rien", path.display());
        let strays: Vec<_> = announced
            .lines()
            .filter(|line| !line.starts_with("    →") && !line.contains(&format!(": [{slug}] ")))
            .collect();
        assert!(strays.is_empty(), "{} annonce autre chose que {slug} : {strays:?}", path.display());
        assert_prints_what_it_announces(&path);
    }
}

macro_rules! codes {
    ($($name:ident),+ $(,)?) => {
        /// The codes whose samples are files.
        const OF_FILES: &[&str] = &[$(stringify!($name)),+];

        mod code {
            $(#[test]
            fn $name() {
                super::check_code(stringify!($name));
            })+
        }
    };
}

codes! {
    syntax, bad_id, duplicate_id, missing_field, unknown_type, unknown_need, unknown_wish, unknown_tariff, unknown_source,
    unknown_territory, unknown_value, unknown_postal_code, postal_code_mismatch, bad_phone, bad_email, bad_url, bad_contact,
    age_bounds, bad_amount, bad_hours, bad_language, bad_date, empty_text, placeholder_text, unprintable_text, text_too_long,
    no_source, unreachable, bad_verification, secret_address, never_open, unreachable_service, duplicate_service, same_phone,
    commune_outside_area, long_sentence, acronym, uncited_source, future_date, expired_tariff, unknown_subject,
    missing_meaning, hours_against_note,
}

/// The codes of whole folders: the tests below build them.
const OF_FOLDERS: &[&str] = &["unreadable", "too_large", "no_services"];

#[test]
fn no_code_is_forgotten() {
    let mut tested: Vec<String> = OF_FILES.iter().chain(OF_FOLDERS).map(|name| name.replace('_', "-")).collect();
    let mut all: Vec<&str> = Code::ALL.iter().map(|code| code.slug()).collect();
    tested.sort();
    all.sort_unstable();
    assert_eq!(tested, all);
    for path in samples("invalid") {
        assert!(all.contains(&slug_of(&path).as_str()), "{} n'est d'aucun code", path.display());
    }
}

#[test]
fn unreadable() {
    let nowhere = Folder::new().with_minimal();
    let path = nowhere.0.path().join("nulle-part");
    let problems = compile_folder(&path, Some(embedded())).unwrap_err();
    assert_eq!(
        problems.iter().map(ToString::to_string).collect::<Vec<_>>(),
        [format!(
            "{}: [unreadable] ce dossier n'existe pas\n    → vérifier le chemin donné à --catalogue",
            path.display()
        )]
    );
    let file = nowhere.0.path().join("types.yaml");
    let problems = compile_folder(&file, Some(embedded())).unwrap_err();
    assert_eq!(problems.len(), 1);
    assert_eq!(problems[0].message, "ce n'est pas un dossier");
    let hint = "    → un catalogue a types.yaml, needs.yaml, tariffs.yaml, sources.yaml et un dossier services";
    for missing in ["types.yaml", "needs.yaml", "tariffs.yaml", "sources.yaml"] {
        let folder = Folder::new().with_sample(&cases("valid/every-key.yaml"));
        fs::remove_file(folder.0.path().join(missing)).unwrap();
        // nothing else: what the services refer to is not « unknown » when its file is missing
        assert_eq!(folder.printed(), format!("{missing}: [unreadable] introuvable\n{hint}"));
    }
    let folder = Folder::new();
    fs::remove_dir_all(folder.0.path().join("services")).unwrap();
    assert_eq!(folder.printed(), "services: [unreadable] introuvable\n    → un catalogue a un dossier « services »");
    let latin1 = Folder::new().with_minimal().with("services/wallonie/latin1.yaml", b"services: [] # \xe9t\xe9\n");
    assert_eq!(
        latin1.printed(),
        "services/wallonie/latin1.yaml: [unreadable] ce n'est pas du texte UTF-8\n    → l'enregistrer en UTF-8"
    );
}

#[test]
fn too_large() {
    let folder = Folder::new().with_minimal().with("services/wallonie/gros.yaml", "");
    let file = fs::File::options().write(true).open(folder.0.path().join("services/wallonie/gros.yaml")).unwrap();
    file.set_len((16 << 20) + 1).unwrap();
    assert_eq!(
        folder.printed(),
        "services/wallonie/gros.yaml: [too-large] trop gros : 16 Mo par fichier, 512 Mo pour le catalogue\n    → couper le fichier en plusieurs"
    );
    let deep = Folder::new().with_minimal().with("services/a/b/c/d/e/fiche.yaml", "services: []\n");
    assert_eq!(
        deep.printed(),
        "services/a/b/c/d/e: [too-large] trop profond : 4 dossiers l'un dans l'autre, au plus\n    \
         → remonter ses fichiers : services/<région>/<sorte>.yaml"
    );
    let meanings = ["nature: [mind], understood_from: [rien], alarm: suicide", "alarm: violence", "alarm: child"];
    let meaning = |n: usize| meanings.get(n).map_or(String::new(), |meaning| format!(", {meaning}"));
    let needs: Vec<String> =
        (0..65).map(|n| format!("  - {{ id: b{n}, group: G, label: B, short: b{} }}\n", meaning(n))).collect();
    let needs = format!("needs:\n{}wishes: []\n", needs.concat());
    let types = "types:\n  - { id: ssm, label: SSM, family: soin, what: Une équipe., first_line: true, competent: true, sources: [temoin-2025] }\n";
    let service = "services:\n  - { id: a, name: A, type: ssm, how_to_reach: Sonnez., needs: { core: [b64] }, sources: [temoin-2025] }\n";
    let many = Folder::new().with("needs.yaml", needs).with("types.yaml", types).with("services/a.yaml", service);
    assert_eq!(
        many.printed(),
        "needs.yaml:66: [too-large] b64 : 65 entrées, 64 au plus\n    → réunir deux entrées proches"
    );
    let codes: Vec<&str> = LANGUAGES.iter().map(|(code, _)| *code).take(65).collect();
    let service = |languages: &[&str]| {
        let languages = languages.join(", ");
        format!(
            "services:\n  - {{ id: a, name: A, type: ssm, how_to_reach: Sonnez., languages: [{languages}], sources: [temoin-2025] }}\n"
        )
    };
    assert_eq!(Folder::new().with("services/a.yaml", service(&codes[..64])).printed(), "");
    assert_eq!(
        Folder::new().with("services/a.yaml", service(&codes)).printed(),
        "services/a.yaml:2: [too-large] a : plus de 64 langues différentes dans le catalogue\n    → garder les langues les plus parlées"
    );
    let types: Vec<String> = (0..256)
        .map(|n| {
            let roles = if n == 0 { "first_line: true, competent: true, " } else { "" };
            format!("  - {{ id: t{n}, label: T, family: soin, what: Une équipe., {roles}sources: [temoin-2025] }}\n")
        })
        .collect();
    let types = format!("types:\n{}", types.concat());
    let service = "services:\n  - { id: a, name: A, type: t255, how_to_reach: Sonnez., sources: [temoin-2025] }\n";
    assert_eq!(
        Folder::new().with("types.yaml", types).with("services/a.yaml", service).printed(),
        "types.yaml:257: [too-large] t255 : plus de 255 types\n    → réunir deux types proches"
    );
}

#[test]
fn no_services() {
    let told = "services: [no-services] le catalogue n'a aucun service\n    → les fiches vont dans services/<région>/<sorte>.yaml";
    assert_eq!(Folder::new().printed(), told);
    assert_eq!(Folder::new().with("services/wallonie/vide.yaml", "services: []\n").printed(), told);
    // a file of another kind is no file of services
    assert_eq!(Folder::new().with("services/wallonie/notes.txt", "services:\n").printed(), told);
}

#[test]
fn all_the_problems_of_a_file_are_told_by_line() {
    for path in samples("mixed") {
        assert_prints_what_it_announces(&path);
    }
    let five = Folder::new().with_sample(&cases("mixed/five-problems.yaml")).review().unwrap_err();
    let mut codes: Vec<_> = five.iter().map(|problem| problem.code).collect();
    codes.sort_unstable();
    codes.dedup();
    assert_eq!(codes.len(), 5);
}

#[test]
fn the_problems_of_all_the_files_are_told_by_file() {
    let bad = |phone: &str, id: &str| {
        format!(
            "services:\n  - {{ id: {id}, name: A, type: ssm, contacts: [{{ phone: \"{phone}\" }}], sources: [temoin-2025] }}\n"
        )
    };
    let folder = Folder::new()
        .with("services/wallonie/b.yaml", bad("087", "meme"))
        .with("services/bruxelles/a.yml", bad("02", "meme"))
        .with("services/wallonie/a.yaml", b"\xff")
        .with("sources.yaml", "sources:\n  - { id: temoin-2025, title: ~ }\n");
    let hint = "    → fixe (087 34 10 53), mobile, 0800 / 070 / 078, ou numéro court ; pas de texte à côté";
    assert_eq!(
        folder.printed(),
        format!(
            "services/bruxelles/a.yml:2: [bad-phone] meme : « 02 » n'est pas un numéro belge\n{hint}\n\
             services/wallonie/a.yaml: [unreadable] ce n'est pas du texte UTF-8\n    → l'enregistrer en UTF-8\n\
             services/wallonie/b.yaml:2: [duplicate-id] meme : l'identifiant « meme » est déjà celui d'une autre fiche \
             (services/bruxelles/a.yml:2)\n    → en choisir un autre, ou fusionner les deux fiches\n\
             services/wallonie/b.yaml:2: [bad-phone] meme : « 087 » n'est pas un numéro belge\n{hint}\n\
             sources.yaml:2: [missing-field] temoin-2025 : « title » manque\n    → ajouter « title: … »"
        )
    );
}

#[test]
fn advice_stops_no_build() {
    for path in samples("invalid") {
        let slug = slug_of(&path);
        let code = Code::ALL.iter().find(|code| code.slug() == slug).unwrap();
        let folder = Folder::new().with_sample(&path);
        assert_eq!(folder.compile().is_ok(), code.is_advice(), "{}", path.display());
    }
}

#[test]
fn without_a_day_nothing_expires() {
    for name in [
        "invalid/expired-tariff.tariffs.yaml",
        "invalid/future-date.sources.yaml",
        "invalid/future-date--verified.yaml",
    ] {
        let folder = Folder::new().with_sample(&cases(name));
        assert!(folder.review().is_err(), "{name}");
        assert!(review_folder(folder.0.path(), Some(embedded()), None).is_ok(), "{name}");
    }
}

#[test]
fn valid_samples_load() {
    for path in samples("valid") {
        assert_prints_what_it_announces(&path);
    }
}

#[test]
fn line_endings_and_a_byte_order_mark_change_nothing() {
    let minimal = fs::read_to_string(cases("valid/every-key.yaml")).unwrap();
    for text in [minimal.replace('\n', "\r\n"), format!("\u{feff}{minimal}"), minimal.trim_end().to_owned()] {
        assert_eq!(Folder::new().with("services/a.yaml", text).printed(), "");
    }
    let bad = fs::read_to_string(cases("invalid/bad-phone.yaml")).unwrap().replace('\n', "\r\n");
    let printed = Folder::new().with("services/wallonie/bad-phone.yaml", bad).printed();
    assert_eq!(printed, expected(&cases("invalid/bad-phone.yaml")));
}

#[test]
fn a_file_cut_anywhere_is_told_or_read() {
    let whole = fs::read_to_string(cases("valid/every-key.yaml")).unwrap();
    let lines: Vec<&str> = whole.lines().collect();
    for at in 1..lines.len() {
        let without: Vec<&str> =
            lines.iter().enumerate().filter(|(line, _)| *line != at).map(|(_, text)| *text).collect();
        let outdented: Vec<&str> =
            lines.iter().enumerate().map(|(line, text)| if line == at { text.trim() } else { text }).collect();
        for text in [lines[..at].join("\n"), without.join("\n"), outdented.join("\n")] {
            let printed = Folder::new().with_minimal().with("services/wallonie/coupe.yaml", &text).printed();
            let places = printed.lines().filter(|line| !line.starts_with("    →"));
            for line in places.map(|told| told.split(':').nth(1).unwrap().parse::<usize>().unwrap()) {
                assert!((1..=lines.len()).contains(&line), "{printed}");
            }
        }
    }
}

/// Opens compiled bytes for as long as the tests run.
fn open(bytes: Vec<u8>) -> &'static Catalogue {
    Catalogue::open(bytes).unwrap()
}

/// The services of a catalogue, the place of each in its file left out.
fn services(catalogue: &'static Catalogue) -> Vec<(&'static Facts, Record)> {
    let record = |record: &Record| Record { file: "".into(), ..record.clone() };
    catalogue.facts.iter().zip(catalogue.records.iter()).map(|(facts, found)| (facts, record(found))).collect()
}

/// The one service of a valid sample with this id, and the names of the communes it serves.
fn service(sample: &str, id: &str) -> (&'static Facts, Record, Vec<String>) {
    let bytes = Folder::new().with_sample(&cases(&format!("valid/{sample}.yaml"))).review().unwrap();
    let catalogue = open(bytes);
    let position = catalogue.find(id).unwrap();
    let (facts, record) = services(catalogue).swap_remove(position);
    let served = facts.area.map_or(Vec::new(), |area| {
        let area = catalogue.areas.get(usize::from(area));
        area.communes.iter().map(|commune| catalogue.territories.communes.get(commune).own_name().to_owned()).collect()
    });
    (facts, record, served)
}

#[test]
fn every_key_is_kept() {
    let (facts, record, served) = service("every-key", "essai-2");
    assert_eq!(served.len(), 20);
    assert!(served.contains(&"Verviers".to_owned()) && !served.contains(&"Eupen".to_owned()));
    assert_eq!((facts.age_min, facts.age_max, facts.interpreter), (Some(0), Some(120), Some(true)));
    assert_eq!((facts.core.len(), facts.also.len(), facts.wishes.len(), facts.tariffs.len()), (1, 1, 1, 2));
    assert_eq!((facts.conditions, facts.languages.len(), facts.admits.migration.len()), (1, 4, 7));
    assert_eq!((facts.about.len(), facts.admits.papers.len()), (2, 1));
    assert!(facts.crisis && facts.competent);
    assert!(facts.link_area.is_some() && facts.has_hours && facts.reach.phone && facts.reach.email && facts.reach.url);
    assert_eq!(record.names.len(), 4);
    assert_eq!(record.verified.as_ref().map(|verified| verified.on.to_string()).as_deref(), Some("2026-11-20"));
    let phones: Vec<_> = record.contacts.iter().filter(|contact| contact.kind == ContactKind::Phone).collect();
    assert_eq!((phones[0].value.as_str(), phones[0].professionals_only), ("087 34 10 53", false));
    assert_eq!((phones[1].value.as_str(), phones[1].professionals_only), ("087 34 10 54", true));
}

#[test]
fn an_entry_wins_over_its_file_which_wins_over_its_type() {
    let (like_file, _, wallonia) = service("defaults", "comme-le-fichier");
    assert_eq!((wallonia.len(), like_file.admits.asking.len(), like_file.languages.len()), (261, 1, 1));
    assert_eq!((like_file.core.len(), like_file.tariffs.len()), (1, 1));
    let (other, record, served) = service("defaults", "autrement");
    assert_eq!(served, ["Verviers"]);
    assert_eq!((other.admits.asking.len(), other.languages.len(), other.age_min), (1, 0, Some(18)));
    assert!(other.admits.audience.is_some() && other.core.is_empty());
    assert_eq!(record.contacts[0].value.as_str(), "087 34 10 54");
}

#[test]
fn a_secret_place_is_no_place_to_go() {
    let (facts, record, _) = service("secret-shelter", "refuge-de-liege");
    // its commune serves to tell how far it is; its street is nowhere
    assert!(!facts.reach.address);
    assert!(record.locations[0].address.is_none());
    assert!(record.locations[0].secret);
}

#[test]
fn phones_are_kept_as_they_are_printed() {
    let (_, record, _) = service("phones", "numeros");
    let values: Vec<_> = record.contacts.iter().map(|contact| contact.value.as_str()).collect();
    assert_eq!(
        values,
        [
            "112",
            "1712",
            "116 117",
            "0800 32 123",
            "078 15 43 24",
            "02 736 90 86",
            "087 34 10 53",
            "0478 12 34 56",
            "+352454545"
        ]
    );
}

#[test]
fn a_locality_is_in_its_commune() {
    let (facts, record, served) = service("places", "localite");
    assert_eq!(served, ["Verviers"]);
    assert_eq!(facts.communes.len(), 1);
    assert_eq!(record.locations[0].postal_code.as_deref(), Some("4802"));
}

fn project() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("catalogue")
}

#[test]
fn the_projects_own_catalogue_passes() {
    let problems = compile_folder(&project(), None).err().unwrap_or_default();
    assert_eq!(problems.iter().map(ToString::to_string).collect::<Vec<_>>(), [""; 0]);
}

#[test]
fn the_projects_own_catalogue_needs_no_advice() {
    let problems = review_folder(&project(), None, None).err().unwrap_or_default();
    assert_eq!(problems.iter().map(ToString::to_string).collect::<Vec<_>>(), [""; 0]);
}

/// The files of a folder and of its subfolders.
fn files_under(folder: &Path) -> Vec<PathBuf> {
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            paths.extend(files_under(&path));
        } else {
            paths.push(path);
        }
    }
    paths
}

/// The same file with its entries in the opposite order.
fn reversed(text: &str) -> String {
    let (head, list) = text.split_once("services:\n").unwrap();
    let indent = list
        .lines()
        .find(|line| line.trim_start().starts_with("- "))
        .map_or(0, |line| line.len() - line.trim_start().len());
    let start = format!("{}- ", " ".repeat(indent));
    let mut entries: Vec<Vec<&str>> = Vec::new();
    for line in list.lines() {
        match entries.last_mut() {
            Some(entry) if !line.starts_with(&start) => entry.push(line),
            _ => entries.push(vec![line]),
        }
    }
    entries.reverse();
    format!("{head}services:\n{}\n", entries.concat().join("\n"))
}

#[test]
fn the_order_of_files_and_entries_changes_nothing() {
    let original = compile_folder(&project(), Some(embedded())).unwrap();
    let mut folder = Folder(TempDir::new().unwrap());
    for name in ["types", "needs", "tariffs", "sources"] {
        fs::copy(project().join(format!("{name}.yaml")), folder.0.path().join(format!("{name}.yaml"))).unwrap();
    }
    let mut files = files_under(&project().join("services"));
    files.sort();
    let count = files.len();
    for (position, path) in files.iter().enumerate() {
        let text = reversed(&fs::read_to_string(path).unwrap());
        // the folder is kept: it says in which region a service is based
        let region = path.parent().and_then(Path::file_name).unwrap().to_str().unwrap();
        let name = format!("services/{region}/{:03}.yml", count - position);
        folder = folder.with(&name, text);
    }
    let shuffled = folder.compile().unwrap();
    let (original, shuffled) = (open(original), open(shuffled));
    let (before, after) = (services(original), services(shuffled));
    assert_eq!(before.len(), after.len());
    for (one, other) in before.iter().zip(&after) {
        assert_eq!(one, other);
    }
    let languages =
        |catalogue: &Catalogue| catalogue.languages.iter().map(std::string::ToString::to_string).collect::<Vec<_>>();
    assert_eq!(languages(original), languages(shuffled));
    assert_eq!(original.areas.len(), shuffled.areas.len());
    for (one, other) in original.areas.iter().zip(shuffled.areas.iter()) {
        assert_eq!(one, other);
    }
}
