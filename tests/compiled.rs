//! `versqui catalogue compiler`: the file it makes answers as the folder does, and one that was touched is refused.
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

#[allow(dead_code, reason = "each test binary uses a part of it")]
mod support;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use proptest::prelude::*;
use support::{Outcome, Run, versqui};
use tempfile::TempDir;
use versqui::catalogue::date::Moment;
use versqui::catalogue::{Catalogue, Corrupt, FORMAT};
use versqui::output::{Report, Show};
use versqui::rules::{Known, orient};
use versqui::situation::Typed;
use versqui::{EMBEDDED, embedded};

/// The way out that every refused file is given.
const AGAIN: &str = "le refaire : versqui catalogue compiler DOSSIER --sortie";

/// The project's own catalogue, compiled by the program.
static COMPILED: LazyLock<(TempDir, PathBuf)> = LazyLock::new(|| {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("catalogue.bin");
    compile(&["catalogue", "-o", path.to_str().unwrap()]).exits(0);
    (folder, path)
});

fn compiled() -> &'static str {
    COMPILED.1.to_str().unwrap()
}

fn compile(arguments: &[&str]) -> Outcome {
    versqui(&[&["catalogue", "compiler"], arguments].concat())
}

fn look_up(catalogue: &str) -> Outcome {
    versqui(&[
        "orienter",
        "--commune",
        "4800",
        "--besoin",
        "trauma-exil",
        "--sans-questions",
        "--quand",
        "2026-11-24T10:00",
        "--catalogue",
        catalogue,
    ])
}

/// A file with these bytes, looked up in.
fn look_up_in(bytes: &[u8]) -> (Outcome, String) {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("autre.bin");
    fs::write(&path, bytes).unwrap();
    let path = path.to_str().unwrap().to_owned();
    (look_up(&path), path)
}

#[test]
fn a_folder_becomes_a_file_in_one_sentence() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("catalogue.bin");
    let path = path.to_str().unwrap();
    let done = compile(&["catalogue", "--sortie", path]);
    done.exits(0);
    assert_eq!(done.stdout, "");
    let services = embedded().facts.len();
    assert!(services > 1000, "la phrase attendue a un millier");
    let said = format!("catalogue compilé : {}\u{202f}{:03} services, ", services / 1000, services % 1000);
    assert!(done.stderr.starts_with(&said), "{}", done.stderr);
    assert!(done.stderr.ends_with(&format!(" Mo, dans {path}\n")), "{}", done.stderr);
    assert_eq!(done.stderr.lines().count(), 1);
    assert!(fs::read(path).unwrap() == EMBEDDED, "ce sont les octets que le programme porte en lui");
}

#[test]
fn a_compiled_file_answers_as_the_program_alone() {
    for arguments in [
        "orienter --commune 4800 --age 34 --besoin trauma-exil --parcours-migratoire refugie --langue fr --format json",
        "orienter --commune Anderlecht --besoin isolement --souhait week-end --tout",
        "orienter --commune Gent --age 19 --besoin suivi-psychologique --langue nl --format csv",
        "orienter --commune Arlon --urgence danger --pour proche",
        "orienter --format ndjson",
        "pourquoi carda --commune Liège --besoin trauma-exil",
        "fiche espace-28 --format json",
        "chercher psy gratuit namur --format json",
        "catalogue lister --region germanophone",
        "catalogue exporter --format json",
    ] {
        let mut words: Vec<&str> = arguments.split(' ').collect();
        if words[0] == "orienter" {
            words.extend(["--sans-questions", "--quand", "2026-11-24T10:00"]);
        }
        let plain = versqui(&words);
        let from_file = versqui(&[&words[..], &["--catalogue", compiled()]].concat());
        assert_eq!(plain.status, 0, "{arguments}");
        assert!(plain.stdout == from_file.stdout, "{arguments}");
        assert_eq!(plain.stderr, from_file.stderr, "{arguments}");
    }
    let by_name = Run::new(&["catalogue", "exporter"]).env("VERSQUI_CATALOGUE", compiled()).go();
    assert!(by_name.stdout == versqui(&["catalogue", "exporter"]).stdout);
}

#[test]
fn what_is_there_is_not_written_over_unless_asked() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("lettre.txt");
    fs::write(&path, "chère amie").unwrap();
    let path = path.to_str().unwrap();
    compile(&["-o", path]).exits(2).errs(&format!(
        "versqui : --sortie : « {path} » existe déjà ; ajouter --force pour le remplacer, ou donner un autre nom\n"
    ));
    assert_eq!(fs::read_to_string(path).unwrap(), "chère amie");
    compile(&["-o", path, "--force"]).exits(0);
    look_up(path).exits(0).says("Espace 28");
    // the folder asked for is written in, and nothing else stays there
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn every_name_has_its_english_twin_and_a_pipe_is_a_file() {
    let piped = std::process::Command::new(env!("CARGO_BIN_EXE_versqui"))
        .args(["catalogue", "compile", "catalogue", "--output", "-"])
        .env_remove("VERSQUI_CATALOGUE")
        .output()
        .unwrap();
    assert_eq!(piped.status.code(), Some(0));
    assert!(piped.stdout == EMBEDDED);
    assert_eq!(String::from_utf8_lossy(&piped.stderr), "");
}

#[test]
fn without_a_file_to_write_it_says_what_is_missing() {
    compile(&["catalogue"]).exits(2).says_on_stderr("il manque --sortie <FICHIER>");
    compile(&["catalogue", "-o", "/nulle/part/catalogue.bin"])
        .exits(2)
        .says_on_stderr("le dossier n'existe pas ; donner un autre endroit");
}

#[test]
fn every_problem_of_the_folder_is_told_and_nothing_is_written() {
    let folder = TempDir::new().unwrap();
    let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/catalogue_cases");
    for name in ["types", "needs", "tariffs", "sources"] {
        let name = format!("{name}.yaml");
        fs::copy(cases.join("vocabulary").join(&name), folder.path().join(name)).unwrap();
    }
    fs::create_dir(folder.path().join("services")).unwrap();
    fs::write(folder.path().join("services/a.yaml"), "services:\n  - { id: A, name: ~ }\n  - { id: b, type: rien }\n")
        .unwrap();
    let path = folder.path().join("catalogue.bin");
    let (source, path) = (folder.path().to_str().unwrap(), path.to_str().unwrap());
    let refused = compile(&[source, "-o", path]);
    refused.exits(3);
    assert_eq!(refused.stdout, "");
    assert!(!Path::new(path).exists());
    let checked = versqui(&["catalogue", "verifier", source]);
    assert_eq!(refused.stderr, checked.stderr);
    refused.says_on_stderr("[bad-id]").says_on_stderr("[unknown-type]");
    compile(&["nulle-part", "-o", path]).exits(3).says_on_stderr("ce dossier n'existe pas");
}

#[test]
fn a_file_that_is_cut_empty_or_of_another_version_is_refused_with_the_way_out() {
    let refused = |bytes: &[u8], why: &str| {
        let (outcome, path) = look_up_in(bytes);
        outcome.exits(3).errs(&format!("versqui : « {path} » : {why} ; {AGAIN} {path} --force\n"));
    };
    refused(b"", "ce fichier est vide");
    refused(&EMBEDDED[..EMBEDDED.len() - 1], "catalogue compilé tronqué ou altéré");
    refused(&EMBEDDED[..40], "catalogue compilé tronqué ou altéré");
    refused(&EMBEDDED[..9], "catalogue compilé tronqué ou altéré");
    let mut altered = EMBEDDED.to_vec();
    altered[EMBEDDED.len() / 2] ^= 1;
    refused(&altered, "catalogue compilé tronqué ou altéré");
    let mut longer = EMBEDDED.to_vec();
    longer.push(0);
    refused(&longer, "catalogue compilé tronqué ou altéré");
    let mut other = EMBEDDED.to_vec();
    other[8..12].copy_from_slice(&(FORMAT + 1).to_le_bytes());
    refused(&other, &format!("catalogue compilé au format {}, ce programme lit le format {FORMAT}", FORMAT + 1));
}

#[test]
fn what_is_no_compiled_file_is_refused_with_the_way_out() {
    for bytes in [&b"services:\n"[..], b"VERS", b"%PDF-1.7", &[0; 64]] {
        let (outcome, path) = look_up_in(bytes);
        outcome.exits(3).errs(&format!(
            "versqui : « {path} » n'est ni un dossier, ni un catalogue compilé ; donner le dossier, ou le compiler : versqui catalogue compiler DOSSIER --sortie FICHIER\n"
        ));
    }
}

/// In danger, the numbers are said even so.
#[test]
fn a_damaged_file_keeps_nobody_from_the_emergency_numbers() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("abime.bin");
    fs::write(&path, &EMBEDDED[..1000]).unwrap();
    let path = path.to_str().unwrap();
    versqui(&["urgences", "--catalogue", path]).exits(0).says("112");
    for bytes in [&EMBEDDED[..1000], b"", b"services:"] {
        fs::write(path, bytes).unwrap();
        let ended = versqui(&["orienter", "--urgence", "danger", "--catalogue", path]);
        ended.exits(3).says("112").says_on_stderr("compiler DOSSIER");
    }
}

/// One look-up in bytes whose checksum was made to fit: whatever they say, it ends with an answer or an error.
fn answer(bytes: &[u8]) -> Result<usize, Corrupt> {
    let catalogue = Catalogue::open(bytes.to_vec())?;
    let now = Moment::parse("2026-11-24T10:00").unwrap();
    let typed = Typed {
        commune: Some("4800".into()),
        age: Some("34".into()),
        urgency: Some("aujourdhui".into()),
        needs: vec!["trauma-exil".into(), "isolement".into()],
        ..Typed::default()
    };
    let Ok(situation) = typed.read(catalogue, now) else {
        return Ok(0);
    };
    let known = Known::new(catalogue);
    let orientation = orient(&known, &situation);
    let show = Show { limit: 10, excluded: true, further: true };
    Ok(Report::new(&orientation, &known, &situation, show).found)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn any_byte_changed_is_seen(at in 0..EMBEDDED.len(), flipped in 1_u8..) {
        let mut bytes = EMBEDDED.to_vec();
        bytes[at] ^= flipped;
        prop_assert!(Catalogue::open(bytes).is_err(), "octet {at}");
    }

    #[test]
    fn any_cut_is_seen(length in 0..EMBEDDED.len()) {
        prop_assert!(Catalogue::open(EMBEDDED[..length].to_vec()).is_err(), "{length} octets");
    }

    /// Bytes changed by somebody who also mended the checksum.
    #[test]
    fn bytes_that_lie_make_nothing_panic(
        changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..40),
        near_the_start in any::<bool>(),
    ) {
        let mut bytes = EMBEDDED.to_vec();
        let within = if near_the_start { 400 } else { bytes.len() - 16 };
        for (place, byte) in changes {
            bytes[16 + place.index(within)] = byte;
        }
        let sum = crc32fast::hash(&bytes[16..]);
        bytes[12..16].copy_from_slice(&sum.to_le_bytes());
        let _ = answer(&bytes);
    }
}

/// The program trusts the bytes it was built with, and never reads them whole: this does.
#[test]
fn every_entry_of_the_embedded_catalogue_can_be_read() {
    assert!(Catalogue::open(EMBEDDED.to_vec()).is_ok());
}

#[test]
fn bytes_that_tell_the_truth_are_answered() {
    assert!(answer(EMBEDDED).unwrap() > 10);
}
