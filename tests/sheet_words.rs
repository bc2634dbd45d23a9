//! Every sheet of the catalogue, read for its words: short sentences, acronyms said in full.
//!
//! What the program and its shared files say (types, tariffs, the sentences of a sheet) must pass; what a single
//! service says of itself is that service's own, and is only measured.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::collections::{BTreeMap, BTreeSet};

use versqui::catalogue::date::Moment;
use versqui::embedded;
use versqui::output::sheet::qr::{Payload, encode};
use versqui::output::sheet::sms::messages;
use versqui::output::sheet::vcard::{Detail, card};
use versqui::output::sheet::{Sheet, Sheets};
use versqui::rules::Known;
use versqui::situation::Situation;
use versqui::words::unexplained;

/// Words of a sentence, at most.
const LONGEST: usize = 30;
/// Written in capitals, and no acronym to explain: what everybody calls it, or the kind's own name.
const NAMES: [&str; 2] = ["SOS", "LGBTQIA"];

fn all() -> Vec<Sheet> {
    let catalogue = embedded();
    let known = Known::new(catalogue);
    let situation = Situation::unknown(Moment::parse("2026-11-24T10:00").unwrap());
    let positions: Vec<usize> = (0..catalogue.records.len()).collect();
    Sheets::new(&positions, &known, &situation).sheets
}

/// What the program says on a sheet, whatever the service: its kind, what to say, what to bring, the price and why.
fn own(sheet: &Sheet) -> Vec<&str> {
    let mut texts = vec![sheet.kind_label.as_str(), &sheet.what, &sheet.cost.text];
    texts.extend(sheet.not.as_deref());
    texts.extend(sheet.say.as_deref());
    texts.extend(sheet.bring.as_deref());
    texts.extend(sheet.languages.as_deref());
    texts.extend(sheet.cost.conditions.iter().map(String::as_str));
    texts
}

/// Everything on a sheet that is a sentence, in the order in which it is read.
fn everything(sheet: &Sheet) -> Vec<&str> {
    let mut texts = own(sheet);
    texts.extend(sheet.summary.as_deref());
    for part in [&sheet.how_to_reach, &sheet.hours, &sheet.to_check] {
        texts.extend(part.iter().map(String::as_str));
    }
    texts
}

fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive(['.', '!', '?', '…']).map(str::trim)
}

fn words(sentence: &str) -> usize {
    // what an acronym stands for is read apart; a sign between spaces (« », :, –, €) is no word
    let mut apart = 0;
    let read: String = sentence
        .chars()
        .filter(|c| {
            apart += i32::from(matches!(c, '(' | '['));
            apart -= i32::from(matches!(c, ')' | ']'));
            apart == 0
        })
        .collect();
    read.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count()
}

#[test]
fn our_sentences_are_short() {
    let mut long: BTreeSet<&str> = BTreeSet::new();
    let sheets = all();
    for sheet in &sheets {
        long.extend(own(sheet).into_iter().flat_map(sentences).filter(|sentence| words(sentence) > LONGEST));
    }
    assert!(long.is_empty(), "{long:#?}");
    let measured: Vec<usize> =
        sheets.iter().flat_map(everything).flat_map(sentences).map(words).filter(|count| *count > 0).collect();
    let over = measured.iter().filter(|count| **count > LONGEST).count();
    assert!(
        over * 200 < measured.len(),
        "{over} of {} sentences of all sheets are longer than {LONGEST} words",
        measured.len()
    );
}

#[test]
fn our_acronyms_are_said_in_full() {
    let mut unsaid: BTreeMap<&str, &str> = BTreeMap::new();
    let sheets = all();
    for sheet in &sheets {
        for text in own(sheet) {
            unsaid.extend(unexplained(text).into_iter().filter(|word| !NAMES.contains(word)).map(|word| (word, text)));
        }
    }
    assert!(unsaid.is_empty(), "{unsaid:#?}");
}

#[test]
fn an_acronym_is_explained_where_it_is_first_read() {
    for sheet in all() {
        for (acronym, meaning) in [
            ("CPAS", "action sociale"),
            ("BIM", "intervention majorée"),
            ("INAMI", "assurance maladie"),
            ("SSM", "santé mentale"),
        ] {
            let mut texts = vec![sheet.name.clone()];
            texts.extend(sheet.acronyms.iter().cloned());
            texts.push(sheet.kind_label.clone());
            texts.extend(sheet.organization.clone());
            texts.extend(sheet.summary.clone());
            texts.push(sheet.what.clone());
            texts.extend(sheet.not.clone());
            texts.extend(sheet.contacts.iter().filter_map(|contact| contact.label.clone()));
            texts.extend(sheet.how_to_reach.iter().cloned());
            texts.extend(sheet.bring.clone());
            texts.push(sheet.cost.text.clone());
            texts.extend(sheet.cost.conditions.iter().cloned());
            let used =
                texts.iter().position(|text| text.split(|c: char| !c.is_alphanumeric()).any(|word| word == acronym));
            // a name is explained on the lines beneath it
            let Some(used) = used.map(|used| used.max(sheet.acronyms.len() + 2)) else {
                continue;
            };
            let read = texts[..=used].join(" ").to_lowercase();
            assert!(read.contains(meaning), "{} : {acronym}\n{read}", sheet.id);
        }
    }
}

#[test]
fn every_sheet_says_how_to_reach_a_price_and_a_source() {
    for sheet in all() {
        assert!(
            !sheet.contacts.is_empty() || !sheet.places.is_empty() || !sheet.how_to_reach.is_empty(),
            "{}",
            sheet.id
        );
        assert!(!sheet.cost.text.is_empty() && !sheet.source_text.is_empty(), "{}", sheet.id);
        let first = sheet.contacts.first().map(|contact| contact.kind);
        assert!(sheet.phone().is_none() || first == Some("phone"), "{} : the telephone comes first", sheet.id);
    }
}

#[test]
fn every_contact_is_read_by_a_strict_parser_and_every_message_stays_in_the_alphabet() {
    let sheets = all();
    for sheet in &sheets {
        let card = vcard4::parse(card(sheet, Detail::Whole)).unwrap().remove(0);
        assert_eq!(card.formatted_name[0].value, sheet.name);
        let phones = sheet.contacts.iter().filter(|contact| contact.kind == "phone");
        assert_eq!(card.tel.len(), phones.count(), "{}", sheet.id);
        let text = Payload::usual(sheet).text(sheet).unwrap();
        assert!(encode(&text).is_some(), "{}", sheet.id);
    }
    assert!(messages(&sheets).iter().all(|message| (1..=4).contains(&message.parts)));
}
