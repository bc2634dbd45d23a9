//! The sheet in a phone: SMS, mail, contact, QR code.

#![allow(clippy::unwrap_used, dead_code, reason = "a test stops at the first surprise")]

mod support;

use support::Outcome;
use vcard4::Vcard;

/// A Tuesday morning.
const WHEN: &str = "2026-11-24T10:00";

fn fiche(arguments: &[&str]) -> Outcome {
    support::versqui(&[&["fiche", "--quand", WHEN], arguments].concat())
}

/// Standard output of a sheet that must come.
#[track_caller]
fn sheet(arguments: &[&str]) -> String {
    fiche(arguments).exits(0).stdout.clone()
}

#[test]
fn an_sms_stays_in_the_alphabet_of_the_network_and_its_parts_are_counted() {
    let outcome = fiche(&["l-entr-act", "babel-zin", "--format", "sms"]);
    let text = &outcome.stdout;
    assert!(text.contains("L'Entr'Act\nTel 0491 91 44 83"), "{text}");
    assert!(text.chars().all(|c| c.is_ascii() || "éèàùìòÉÇ€".contains(c)), "{text}");
    let said = &outcome.stderr;
    assert_eq!(said.lines().filter(|line| line.contains(" SMS (")).count(), 2, "{said}");
}

#[test]
fn a_mail_has_a_discreet_subject_and_a_plain_body() {
    let mail = sheet(&["carda", "--format", "mail"]);
    let (headers, body) = mail.split_once("\n\n").unwrap();
    assert!(headers.starts_with("Subject: ") && !headers.contains("CARDA"), "{headers}");
    assert!(body.starts_with("Bonjour,") && body.contains("04 232 31 70"));
    assert!(mail.lines().all(|line| line.chars().count() <= 78));
}

fn cards(args: &[&str]) -> Vec<Vcard> {
    let text = sheet(args);
    assert!(text.split_inclusive('\n').all(|line| line.ends_with("\r\n") && line.len() <= 77), "{text}");
    vcard4::parse(&text).unwrap()
}

#[test]
fn contacts_are_read_by_a_strict_parser() {
    let cards = cards(&["espace-28", "l-entr-act", "tele-accueil-107", "--format", "vcard"]);
    assert_eq!(cards.len(), 3, "one contact a service");
    let first = &cards[0];
    assert_eq!(first.formatted_name[0].value, "Espace 28");
    assert_eq!(first.tel[0].to_string(), "tel:+3287341053");
    assert!(first.email.iter().any(|email| email.value == "info@espace28.be"));
    assert_eq!(first.address[0].value.street_address.as_deref(), Some("Rue de la Colline, 18"));
    assert_eq!(first.address[0].value.locality.as_deref(), Some("Verviers"));
    assert!(first.note[0].value.contains('\n'), "lines of the note are kept");
    assert_eq!(cards[1].formatted_name[0].value, "L’Entr’Act");
    assert_eq!(cards[2].tel[0].to_string(), "tel:107");
}

/// The modules of a printed code: two a character, dark where there is ink.
fn modules(printed: &str) -> Vec<Vec<bool>> {
    let mut rows = Vec::new();
    for line in printed.lines().filter(|line| line.chars().all(|c| " ▀▄█".contains(c)) && !line.is_empty()) {
        rows.push(line.chars().map(|c| matches!(c, '▀' | '█')).collect());
        rows.push(line.chars().map(|c| matches!(c, '▄' | '█')).collect());
    }
    rows
}

/// What a reader sees in an image of these modules, six pixels each.
fn read_code(modules: &[Vec<bool>]) -> String {
    let dark = |x: usize, y: usize| modules.get(y / 6).and_then(|row| row.get(x / 6)).copied().unwrap_or(false);
    let (width, height) = (modules[0].len() * 6, modules.len() * 6);
    let mut image = rqrr::PreparedImage::prepare_from_greyscale(width, height, |x, y| if dark(x, y) { 0 } else { 255 });
    let grids = image.detect_grids();
    assert_eq!(grids.len(), 1);
    grids[0].decode().unwrap().1
}

#[test]
fn a_code_on_the_screen_is_read_by_a_real_reader() {
    let code = |args: &[&str]| read_code(&modules(&sheet(args)));
    assert_eq!(code(&["espace-28", "--format", "qr"]), "tel:+3287341053");
    assert_eq!(code(&["tele-accueil-107", "--qr", "tel"]), "tel:107");
    assert_eq!(code(&["espace-28", "--format", "qr", "--qr", "site"]), "http://www.espace28.be");
    assert_eq!(
        code(&["psychologues-conventionnes", "--format", "qr"]),
        "https://www.parlonsen.be",
        "no number: the site"
    );
    let contact = code(&["l-entr-act", "--format", "qr", "--qr", "vcard"]);
    assert_eq!(vcard4::parse(&contact).unwrap()[0].tel[0].to_string(), "tel:+32491914483");
}

#[test]
fn a_code_as_an_image_is_read_too() {
    let svg = sheet(&["espace-28", "--format", "qr", "--svg"]);
    assert_eq!(svg, sheet(&["espace-28", "--format", "qr-svg"]));
    let side: usize = svg.split("viewBox=\"0 0 ").nth(1).unwrap().split(' ').next().unwrap().parse().unwrap();
    let mut modules = vec![vec![false; side]; side];
    let path = svg.split(" d=\"").nth(1).unwrap().split('"').next().unwrap();
    for step in path.split('M').filter(|step| !step.is_empty()) {
        let (x, y) = step.split_once("h1v1h-1z").unwrap().0.split_once(' ').unwrap();
        modules[y.parse::<usize>().unwrap()][x.parse::<usize>().unwrap()] = true;
    }
    assert_eq!(read_code(&modules), "tel:+3287341053");
    assert!(svg.contains("<title>Espace 28</title>"));
}
