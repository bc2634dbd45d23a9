//! The HTML sheet in a real browser: it opens without a request elsewhere, and three services print on one A4 page.
//!
//! Without Chromium the tests say so and pass: `.ci/run` installs it.

#![expect(clippy::unwrap_used, clippy::print_stderr, reason = "a test that cannot go on fails, and says what it skips")]

use std::path::{Path, PathBuf};
use std::process::Command;

fn chromium() -> Option<PathBuf> {
    let found = ["chromium", "chromium-browser", "google-chrome"]
        .iter()
        .flat_map(|name| {
            std::env::split_paths(&std::env::var_os("PATH").unwrap_or_default())
                .map(|folder| folder.join(name))
                .collect::<Vec<_>>()
        })
        .find(|path| path.is_file());
    if found.is_none() {
        eprintln!("Chromium n'est pas installé : ce test ne vérifie rien ici");
    }
    found
}

/// Runs Chromium on a page, alone and cut off from the network.
fn open(chromium: &Path, folder: &Path, arguments: &[&str]) -> String {
    let output = Command::new(chromium)
        .args(["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"])
        .args(["--disable-component-update", "--disable-sync", "--no-pdf-header-footer", "--disable-dev-shm-usage"])
        .arg(format!("--user-data-dir={}", folder.join("profile").display()))
        .args(arguments)
        .arg(format!("file://{}", folder.join("fiche.html").display()))
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn sheet(folder: &Path, args: &[&str]) -> String {
    let path = folder.join("fiche.html");
    let status = Command::new(env!("CARGO_BIN_EXE_versqui"))
        .env_remove("VERSQUI_CATALOGUE")
        .args(["fiche", "--format", "html", "--force", "--quand", "2026-11-24T10:00", "--sortie"])
        .arg(&path)
        .args(args)
        .output()
        .unwrap()
        .status;
    assert_eq!(status.code(), Some(0));
    std::fs::read_to_string(path).unwrap()
}

/// How many pages, and whether they are A4 upright, in points.
fn pages(pdf: &[u8]) -> (usize, bool) {
    let text = String::from_utf8_lossy(pdf);
    let pages =
        text.match_indices("/Type /Page").filter(|(at, found)| !text[at + found.len()..].starts_with('s')).count();
    let a4 = text.split("/MediaBox [").skip(1).all(|after| {
        let sides: Vec<f64> = after
            .split(']')
            .next()
            .unwrap_or_default()
            .split_whitespace()
            .filter_map(|side| side.parse().ok())
            .collect();
        matches!(sides.as_slice(), [_, _, width, height] if (width - 595.0).abs() < 2.0 && (height - 842.0).abs() < 2.0)
    });
    (pages, a4)
}

fn print(chromium: &Path, args: &[&str]) -> (usize, bool) {
    let folder = tempfile::tempdir().unwrap();
    sheet(folder.path(), args);
    let pdf = folder.path().join("fiche.pdf");
    open(chromium, folder.path(), &[&format!("--print-to-pdf={}", pdf.display())]);
    pages(&std::fs::read(pdf).unwrap())
}

#[test]
fn three_services_print_on_one_page() {
    let Some(chromium) = chromium() else { return };
    for three in [
        ["espace-28", "babel-zin", "psychologues-conventionnes"],
        ["carda", "l-entr-act", "setisw"],
        ["services-de-sante-mentale", "psychologues-conventionnes", "ecoute-enfants-103"],
    ] {
        assert_eq!(print(&chromium, &three), (1, true), "{three:?}");
    }
    assert_eq!(print(&chromium, &["espace-28", "babel-zin", "carda", "l-entr-act"]).0, 2);
}

#[test]
fn large_print_gives_each_service_its_page() {
    let Some(chromium) = chromium() else { return };
    assert_eq!(print(&chromium, &["espace-28", "babel-zin", "--grand", "--qr", "tel"]), (2, true));
}

#[test]
fn the_page_opens_and_says_what_it_must() {
    let folder = tempfile::tempdir().unwrap();
    let html = sheet(folder.path(), &["espace-28", "l-entr-act"]);
    assert!(html.contains("lang=\"fr\"") && html.contains("@page { size: A4"));
    for request in ["<script", "<link", "src=", "url(", "@import"] {
        assert!(!html.contains(request), "the file stands alone : {request}");
    }
    let Some(chromium) = chromium() else { return };
    let page = open(&chromium, folder.path(), &["--dump-dom"]);
    assert!(page.contains("<a class=\"tel\" href=\"tel:+3287341053\">087 34 10 53</a>"), "{page}");
    assert!(page.contains("<h1>L’Entr’Act</h1>") && page.contains("112"), "{page}");
    assert_eq!(page.matches("<article>").count(), 2);
}
