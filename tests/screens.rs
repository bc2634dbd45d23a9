//! Whole screens, at the widths of a telephone, a terminal and a large window: what they look like, that nothing sticks
//! out, that no number and no site is cut, and that no catalogue can send the terminal anything but text.
//!
//! After a change that is meant: `VERSQUI_GOLDEN=ecrire cargo test --test screens --test desk`.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops at the first surprise")]

#[allow(dead_code, reason = "each test binary uses a part of it")]
mod support;

use std::fs;
use std::path::Path;

use support::{Outcome, Run};
use unicode_width::UnicodeWidthStr;
use versqui::catalogue::compile_folder;

const WIDTHS: [usize; 5] = [40, 64, 80, 120, 200];
const FEW: &str = "tests/golden/catalogue";
const CALM: [&str; 8] =
    ["--commune", "4800", "--age", "34", "--besoin", "mal-etre,isolement", "--quand", "2026-11-24T10:00"];
const DANGER: [&str; 8] =
    ["--commune", "4800", "--urgence", "danger", "--besoin", "mal-etre", "--quand", "2026-11-24T22:00"];

fn at(width: usize, words: &[&str]) -> Outcome {
    Run::new(words).env("COLUMNS", &width.to_string()).go()
}

/// The screens kept, over a catalogue that does not move.
fn kept() -> Vec<(&'static str, Vec<&'static str>)> {
    vec![
        ("calme", [&["orienter"], &CALM[..]].concat()),
        ("danger", [&["orienter"], &DANGER[..]].concat()),
        ("chercher", vec!["chercher", "essai", "lieu"]),
        ("chercher-rien", vec!["chercher", "zzzzqqqq"]),
        ("pourquoi", [&["pourquoi", "refuge-essai"], &CALM[..]].concat()),
        ("fiche", [&["fiche", "lieu-essai", "jeunes-essai"], &CALM[..]].concat()),
    ]
}

/// The catalogue's fingerprint changes with the compiled form, which is not what these files are about.
fn without_fingerprint(text: &str) -> String {
    let Some((before, after)) = text.split_once("Catalogue ") else {
        return text.to_owned();
    };
    format!("{before}Catalogue 00000000{}", after.get(8..).unwrap_or_default())
}

#[test]
fn screens_look_as_they_did() {
    let rewrite = std::env::var_os("VERSQUI_GOLDEN").is_some_and(|word| word == "ecrire");
    let mut changed = Vec::new();
    for (name, words) in kept() {
        for width in [40, 80, 120] {
            let outcome = at(width, &[&words[..], &["--catalogue", FEW]].concat());
            let got = without_fingerprint(&outcome.stdout);
            assert!(outcome.status < 2, "{name} : {}", outcome.stderr);
            let file = Path::new("tests/golden/screens").join(format!("{name}-{width}.txt"));
            if rewrite {
                fs::write(&file, &got).unwrap();
            } else if fs::read_to_string(&file).unwrap_or_default() != got {
                changed.push(format!("{} ; sorti :\n{got}", file.display()));
            }
        }
    }
    assert!(changed.is_empty(), "à relire, puis VERSQUI_GOLDEN=ecrire :\n{}", changed.join("\n"));
}

/// Sessions over the real catalogue: situations that differ in all that a screen shows.
fn real() -> Vec<Vec<&'static str>> {
    let orienter = |words: &'static str| -> Vec<&'static str> {
        let now = ["--quand", "2026-11-24T10:00"];
        ["orienter"].into_iter().chain(words.split(' ')).chain(now).collect()
    };
    vec![
        orienter("--commune Verviers --age 78 --besoin isolement,deuil --urgence semaine --pour moi"),
        orienter("--commune Namur --urgence danger --besoin idees-suicidaires,violences --age 15"),
        orienter("--commune 1000 --langue nl --besoin suivi-psychologique --budget 11 --tout"),
        orienter("--commune Eupen --langue de --besoin addiction,logement --pour pro --cadre hopital"),
        orienter("--commune Gent --langue ar,ti --parcours-migratoire dpi --besoin trauma-exil,interprete,droits"),
        "chercher psy gratuit namur --limite 40".split(' ').collect(),
        "chercher numéro écoute --limite 40".split(' ').collect(),
        "pourquoi carda --commune Liège --parcours-migratoire refugie --besoin trauma-exil --langue fr"
            .split(' ')
            .collect(),
        "pourquoi tele-accueil-107 --commune Gent --besoin logement".split(' ').collect(),
        "fiche espace-28 tele-accueil-107 carda babel-zin setisw --commune 4800".split(' ').collect(),
        "urgences".split(' ').collect(),
        "urgences --langue nl --age 15".split(' ').collect(),
    ]
}

#[test]
fn no_line_is_wider_than_the_terminal() {
    for words in real() {
        for width in WIDTHS {
            let outcome = at(width, &words);
            // a sheet goes to paper when no terminal shows it
            let width = if words[0] == "fiche" { 80 } else { width };
            for line in outcome.stdout.lines() {
                // a site or an id that is longer than a line is not cut: it stands alone on its own
                let mut words_of_line = line.trim_start_matches(['→', '+', '·', ' ']).split(' ');
                let long = words_of_line.next().is_some_and(|word| word.width() + 8 > width);
                assert!(line.width() <= width || long, "{words:?}, {width} colonnes, {} :\n{line}", line.width());
            }
        }
    }
}

#[test]
fn no_number_and_no_site_is_cut() {
    for words in real().into_iter().filter(|words| words[0] == "orienter") {
        let json = at(80, &[&words[..], &["--format", "json"]].concat()).stdout;
        let report: serde_json::Value = serde_json::from_str(&json).unwrap();
        let entries = ["safety", "results"].into_iter().flat_map(|key| report[key].as_array().unwrap());
        let contacts: Vec<&str> = entries
            .flat_map(|entry| entry["contacts"].as_array().unwrap())
            .map(|contact| contact["value"].as_str().unwrap())
            .collect();
        assert!(!contacts.is_empty(), "{words:?}");
        for width in WIDTHS {
            let table = at(width, &words).stdout;
            for contact in &contacts {
                assert!(table.lines().any(|line| line.contains(contact)), "{width} colonnes, « {contact} » :\n{table}");
            }
        }
    }
}

/// What a catalogue could try to send: clearing the screen, a C1 sequence, a bell, text turned round.
const HOSTILE: [&[u8; 3]; 5] = [
    b"\x1b[J",
    b"\xc2\x9bJ",
    b"\x07\x07\x07",
    "\u{202e}".as_bytes().first_chunk().unwrap(),
    "\u{2028}".as_bytes().first_chunk().unwrap(),
];

/// Three letters that stand in no text of the catalogue, put at the end of every sentence and name, then changed in the
/// compiled file: the checks would refuse them in YAML.
const MARK: &str = "ZQX";

fn hostile(bytes: [u8; 3]) -> Vec<u8> {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("services")).unwrap();
    for file in ["needs.yaml", "sources.yaml", "tariffs.yaml", "types.yaml", "services/essai.yaml"] {
        let text = fs::read_to_string(Path::new(FEW).join(file)).unwrap();
        fs::write(folder.path().join(file), marked(&text)).unwrap();
    }
    let mut file =
        compile_folder(folder.path(), Some(versqui::embedded())).unwrap_or_else(|problems| panic!("{problems:?}"));
    let mut at = 0;
    let mut changed = 0;
    while let Some(found) = file[at..].windows(3).position(|three| three == MARK.as_bytes()) {
        file[at + found..at + found + 3].copy_from_slice(&bytes);
        at += found + 3;
        changed += 1;
    }
    assert!(changed > 20, "{changed}");
    // a person who wants to harm writes a right checksum too
    let sum = crc32fast::hash(&file[16..]).to_le_bytes();
    file[12..16].copy_from_slice(&sum);
    file
}

/// The mark at the end of what a person reads.
fn marked(yaml: &str) -> String {
    let keys = [
        "label",
        "short",
        "name",
        "summary",
        "group",
        "organization",
        "what",
        "not",
        "how_to_reach",
        "hours_note",
        "title",
        "publisher",
        "text",
    ];
    yaml.lines().map(|line| mark_line(line, &keys) + "\n").collect()
}

fn mark_line(line: &str, keys: &[&str]) -> String {
    let mut line = line.to_owned();
    for key in keys {
        let begin = format!("{key}: ");
        let Some(at) = line.find(&begin).filter(|at| *at == 0 || !line[..*at].ends_with(char::is_alphanumeric)) else {
            continue;
        };
        let from = at + begin.len();
        let value = &line[from..];
        let end = match value.chars().next() {
            Some(quote @ ('"' | '\'')) => value[1..].find(quote).map(|end| end + 1),
            Some('[' | '{' | '|' | '>' | '&' | '*') | None => None,
            Some(_) => value.find([',', '}']).or(Some(value.len())),
        };
        if let Some(end) = end {
            let end = from + value[..end].trim_end().len();
            line.insert_str(end, MARK);
        }
    }
    line
}

#[test]
fn a_hostile_catalogue_sends_the_terminal_nothing_but_text() {
    let folder = tempfile::tempdir().unwrap();
    for bytes in HOSTILE {
        let file = folder.path().join("hostile.bin");
        fs::write(&file, hostile(*bytes)).unwrap();
        let catalogue = ["--catalogue", file.to_str().unwrap()];
        let ids =
            at(80, &[&["catalogue", "lister", "--format", "csv", "--champs", "id"], &catalogue[..]].concat()).stdout;
        let ids: Vec<&str> = ids.lines().skip(1).map(str::trim).collect();
        let mut sessions: Vec<Vec<&str>> = vec![
            [&["orienter", "--tout"], &CALM[..]].concat(),
            [&["orienter"], &DANGER[..]].concat(),
            [&["orienter", "--lignes"], &CALM[..]].concat(),
            vec!["orienter", "--lignes"],
            vec!["chercher", "essai"],
            vec!["chercher", "zzqq"],
            vec!["catalogue", "lister"],
        ];
        for id in &ids {
            sessions.push([&["pourquoi", id], &CALM[..]].concat());
            for format in ["texte", "sms", "mail", "markdown"] {
                sessions.push(vec!["fiche", id, "--format", format]);
            }
        }
        for words in sessions {
            for width in ["40", "120"] {
                let outcome = Run::new(&[&words[..], &catalogue[..]].concat())
                    .env("COLUMNS", width)
                    .reading("\n\n\n?\n1 2 3\n\n\n\n\n\n\n\n\n")
                    .go();
                assert!(outcome.status < 2, "{words:?} : {}", outcome.stderr);
                let harmful = |c: char| c != '\n' && c != '\u{c}' && versqui::catalogue::text::is_unprintable(c);
                for text in [outcome.stdout, outcome.stderr] {
                    assert!(!text.contains(harmful), "{words:?} : {text:?}");
                }
            }
        }
    }
}
