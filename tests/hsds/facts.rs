//! Ages, dates, prices, languages, telephones, terms: what the schemas let through.

use std::collections::BTreeSet;
use std::fs;

use chrono::NaiveDate;
use serde_json::{Value, json};
use versqui::catalogue::language::LANGUAGES;

use crate::common::root;
use crate::export::{all_objects, attributes, by_slug, list, pairs, yaml_files};

#[test]
fn dates_are_dates_and_only_a_verification_assures() {
    let date =
        |value: &Value| NaiveDate::parse_from_str(value.as_str().unwrap(), "%Y-%m-%d").is_ok();
    for (_, object) in all_objects() {
        for key in ["assured_date", "valid_from", "valid_to"] {
            assert!(object.get(key).is_none_or(date), "{key} {}", object[key]);
        }
    }
    for (ours, theirs) in pairs() {
        let verified = &ours["verified"]["on"];
        assert_eq!(&theirs["assured_date"], verified, "{}", ours["id"]);
    }
}

#[test]
fn ages_are_ages() {
    for (ours, theirs) in pairs() {
        let age = |key: &str| theirs[key].as_u64();
        let (min, max) = (age("minimum_age"), age("maximum_age"));
        assert_eq!(theirs["minimum_age"], ours["eligibility"]["age"]["min"]);
        assert_eq!(theirs["maximum_age"], ours["eligibility"]["age"]["max"]);
        assert!(min.unwrap_or(0) <= max.unwrap_or(120) && max.unwrap_or(0) <= 120);
    }
}

#[test]
fn prices_are_exact_euros_and_unknown_is_not_free() {
    let mut seen = BTreeSet::new();
    for (ours, theirs) in pairs() {
        let options = list(theirs, "cost_options");
        assert!(!theirs["fees_description"].as_str().unwrap().is_empty());
        if list(ours, "tariffs").is_empty() {
            assert!(options.is_empty(), "{}", ours["id"]);
            let fees = theirs["fees_description"].as_str().unwrap();
            assert!(
                fees.contains("inconnu") && !fees.contains("ratuit"),
                "{fees}"
            );
        }
        for option in options {
            assert_eq!(option["currency"], "EUR");
            let amount = option["amount"].as_f64().unwrap();
            // to the cent, as written: no 13.189999
            let cents = (amount * 100.0).round();
            assert!((0.0..=10_000_000.0).contains(&cents));
            assert!((cents / 100.0 - amount).abs() < f64::EPSILON);
            let decimals = option["amount"].to_string();
            let decimals = decimals.split_once('.').map_or(0, |(_, after)| after.len());
            assert!(decimals <= 2, "{}", option["amount"]);
            if cents == 0.0 {
                let text = option["amount_description"].as_str().unwrap();
                assert!(text.contains("gratuit"), "{text}");
            }
            seen.insert(option["amount"].to_string());
        }
    }
    let tariffs = fs::read_to_string(root().join("catalogue/tariffs.yaml")).unwrap();
    assert!(tariffs.contains("\"13.19\"") == seen.contains("13.19"));
    assert!(seen.contains("0.0") && seen.len() > 4, "{seen:?}");
    // a price that one must ask for has words, never an amount
    let asked = by_slug("setisw").unwrap();
    assert!(list(asked, "cost_options").is_empty());
    assert!(
        asked["fees_description"]
            .as_str()
            .unwrap()
            .contains("à demander")
    );
}

#[test]
fn a_price_says_whom_it_is_for() {
    let fees: Vec<(&str, f64)> = list(
        by_slug("psychologues-conventionnes").unwrap(),
        "cost_options",
    )
    .iter()
    .map(|option| {
        (
            option["option"].as_str().unwrap(),
            option["amount"].as_f64().unwrap(),
        )
    })
    .collect();
    let amount = |end: &str| {
        fees.iter()
            .find(|(option, _)| option.ends_with(end))
            .map(|(_, amount)| *amount)
    };
    assert_eq!(amount(" : première séance"), Some(0.0));
    assert_eq!(
        amount(" : avec le statut BIM, séance individuelle"),
        Some(4.0)
    );
    assert_eq!(amount(" : séance individuelle"), Some(11.0));
}

#[test]
fn languages_are_iso_639_1() {
    for (ours, theirs) in pairs() {
        let codes: Vec<&Value> = list(theirs, "languages")
            .iter()
            .map(|one| &one["code"])
            .collect();
        assert_eq!(codes, list(ours, "languages").iter().collect::<Vec<_>>());
        for language in list(theirs, "languages") {
            let name = LANGUAGES.iter().find(|(code, _)| language["code"] == *code);
            assert_eq!(language["name"], name.unwrap().1);
        }
    }
}

#[test]
fn phones_can_be_dialled_and_those_of_professionals_say_so() {
    let mut professional = 0;
    for (ours, theirs) in pairs() {
        let phones = list(theirs, "phones");
        let written: Vec<&Value> = list(ours, "contacts")
            .iter()
            .filter(|contact| contact["kind"] == "phone")
            .collect();
        assert_eq!(phones.len(), written.len(), "{}", ours["id"]);
        for (phone, written) in phones.iter().zip(written) {
            let number = phone["number"].as_str().unwrap();
            let digits: String = number.chars().filter(char::is_ascii_digit).collect();
            assert!(
                number
                    .chars()
                    .all(|c| c.is_ascii_digit() || c == ' ' || c == '+'),
                "{number}"
            );
            let short = !number.starts_with('+')
                && (3..=6).contains(&digits.len())
                && digits.starts_with('1');
            let international = number.starts_with('+') && (9..=15).contains(&digits.len());
            assert!(short || international, "{number}");
            // the same digits as ours
            let own: String = written["value"]
                .as_str()
                .unwrap()
                .chars()
                .filter(char::is_ascii_digit)
                .collect();
            assert!(
                digits.ends_with(own.trim_start_matches('0')),
                "{number} {own}"
            );
            let marked = attributes(phone, "mark")
                .any(|mark| mark["taxonomy_term"]["code"] == "professionnels");
            let told = phone["description"]
                .as_str()
                .is_some_and(|text| text.contains("Réservé aux professionnel·les"));
            assert_eq!(marked, told);
            professional += usize::from(marked);
        }
    }
    let mut written = 0;
    for path in yaml_files(&root().join("catalogue/services")) {
        let text = fs::read_to_string(path).unwrap();
        written += text
            .lines()
            .filter(|line| line.contains("phone:") && line.contains("for: pro"))
            .count();
    }
    assert_eq!(professional, written);
    assert!(professional > 0);
}

#[test]
fn a_mail_or_a_page_for_professionals_is_not_the_service_s_own() {
    let mut kept = 0;
    for (ours, theirs) in pairs() {
        let (reserved, public): (Vec<&Value>, Vec<&Value>) = list(ours, "contacts")
            .iter()
            .partition(|contact| contact["professionals_only"] == true);
        for (kind, others, field) in [
            ("email", "contacts", "email"),
            ("url", "additional_urls", "url"),
        ] {
            let of = |contacts: &[&Value]| {
                contacts
                    .iter()
                    .filter(|contact| contact["kind"] == kind)
                    .map(|contact| contact["value"].clone())
                    .collect::<Vec<_>>()
            };
            let own = &theirs[kind];
            assert!(own.is_null() == of(&public).is_empty(), "{}", ours["id"]);
            assert!(own.is_null() || of(&public).contains(own), "{}", ours["id"]);
            for value in of(&reserved) {
                let other = list(theirs, others).iter().find(|one| one[field] == value);
                let mark = attributes(other.unwrap(), "mark").next();
                assert_eq!(mark.unwrap()["taxonomy_term"]["code"], "professionnels");
                kept += 1;
            }
        }
    }
    assert!(kept > 0);
}

#[test]
fn needs_wishes_and_conditions_are_terms() {
    for (ours, theirs) in pairs() {
        let codes = |link: &str, value: Option<&str>| {
            attributes(theirs, link)
                .filter(|attribute| value.is_none_or(|value| attribute["value"] == value))
                .map(|attribute| attribute["taxonomy_term"]["code"].clone())
                .collect::<Vec<_>>()
        };
        assert_eq!(codes("type", None), [ours["type"].clone()]);
        assert_eq!(json!(codes("need", Some("core"))), ours["needs"]["core"]);
        assert_eq!(json!(codes("need", Some("also"))), ours["needs"]["also"]);
        assert_eq!(json!(codes("wish", None)), ours["wishes"]);
        let gender = &ours["eligibility"]["gender"];
        assert_eq!(
            codes("gender", None).first().unwrap_or(&Value::Null),
            gender
        );
        assert_eq!(json!(codes("asking", None)), ours["eligibility"]["asking"]);
        assert_eq!(
            json!(codes("migration", None)),
            ours["eligibility"]["migration"]
        );
        assert_eq!(codes("source", None).len(), list(ours, "sources").len());
        let told = theirs["eligibility_description"]
            .as_str()
            .unwrap_or_default();
        for condition in list(
            ours["eligibility"]
                .as_object()
                .map_or(&Value::Null, |_| &ours["eligibility"]),
            "conditions",
        ) {
            let words = condition.as_str().unwrap();
            let tail: String = words.chars().skip(1).collect();
            assert!(told.contains(&tail), "{} : {words}", ours["id"]);
        }
    }
}
