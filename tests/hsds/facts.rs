//! Ages, dates, prices, languages, telephones, terms: what the schemas let through.

use std::collections::BTreeSet;
use std::fs;

use chrono::NaiveDate;
use serde_json::{Value, json};
use versqui::catalogue::language::LANGUAGES;

use crate::common::root;
use crate::export::{all_objects, attributes, by_slug, exported_from, list, pairs, replace, slug, small, yaml_files};

#[test]
fn dates_are_dates_and_only_a_verification_assures() {
    let date = |value: &Value| NaiveDate::parse_from_str(value.as_str().unwrap(), "%Y-%m-%d").is_ok();
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
            assert!(fees.contains("inconnu") && !fees.contains("ratuit"), "{fees}");
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
    assert!(asked["fees_description"].as_str().unwrap().contains("à demander"));
}

#[test]
fn a_price_says_whom_it_is_for_and_since_when() {
    let folder = small();
    replace(
        &folder,
        "tariffs.yaml",
        r#"[{ amount: "4.00", bim: true }, { amount: "11.50" }]"#,
        r#"[{ amount: "0", age_max: 23 }, { amount: "4,05", bim: true, mode: individuel }, { amount: "11.50" }]
    first_free: true
    valid_from: "2024-02-01"
    valid_until: "2026"
    support_sessions_adult: 8"#,
    );
    let services = exported_from(&folder);
    let service = services.iter().find(|one| slug(one) == "ssm-essai").unwrap();
    let told: Vec<(&str, f64, &str)> = list(service, "cost_options")
        .iter()
        .map(|option| {
            assert_eq!(option["valid_from"], "2024-02-01");
            assert!(option.get("valid_to").is_none(), "une année n'est pas un jour");
            let text = |key: &str| option[key].as_str().unwrap();
            let amount = option["amount"].as_f64().unwrap();
            (text("option"), amount, text("amount_description"))
        })
        .collect();
    assert_eq!(
        told,
        [
            ("Onze euros la séance : première séance", 0.0, "gratuit"),
            ("Onze euros la séance : jusqu'à 23 ans", 0.0, "gratuit"),
            ("Onze euros la séance : avec le statut BIM, séance individuelle", 4.05, "la séance"),
            ("Onze euros la séance : sinon", 11.5, "la séance"),
        ]
    );
    let fees = service["fees_description"].as_str().unwrap();
    for sentence in [
        "jusqu'à 23 ans, gratuit ; avec le statut BIM, séance individuelle, 4,05 € la séance ; sinon, 11,50 € la séance.",
        "Le premier de ces prix qui convient",
        "La première séance est gratuite.",
        "au plus : 8 de soutien à partir de 24 ans.",
        "Dernier jour de ce tarif : 2026.",
        "Tarif vu : octobre 2025.",
    ] {
        assert!(fees.contains(sentence), "{sentence}\n{fees}");
    }
}

#[test]
fn a_verification_assures_on_its_day_only() {
    let folder = small();
    let assured = |services: Vec<Value>| {
        let service = services.iter().find(|one| slug(one) == "ssm-essai").unwrap();
        let mark = attributes(service, "mark").find(|mark| mark["taxonomy_term"]["code"] == "verifie");
        (service["assured_date"].clone(), mark.unwrap()["value"].clone())
    };
    let (day, how) = assured(exported_from(&folder));
    assert_eq!((day, how), (json!("2026-11-02"), json!("téléphone, par équipe d'essai")));
    replace(&folder, "services/essai.yaml", r#"on: "2026-11-02""#, r#"on: "2026-11""#);
    let (month, _) = assured(exported_from(&folder));
    assert!(month.is_null(), "un mois n'est pas un jour");
}

#[test]
fn languages_are_iso_639_1() {
    for (ours, theirs) in pairs() {
        let codes: Vec<&Value> = list(theirs, "languages").iter().map(|one| &one["code"]).collect();
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
        let written: Vec<&Value> = list(ours, "contacts").iter().filter(|contact| contact["kind"] == "phone").collect();
        assert_eq!(phones.len(), written.len(), "{}", ours["id"]);
        for (phone, written) in phones.iter().zip(written) {
            let number = phone["number"].as_str().unwrap();
            let digits: String = number.chars().filter(char::is_ascii_digit).collect();
            assert!(number.chars().all(|c| c.is_ascii_digit() || c == ' ' || c == '+'), "{number}");
            let short = !number.starts_with('+') && (3..=6).contains(&digits.len()) && digits.starts_with('1');
            let international = number.starts_with('+') && (9..=15).contains(&digits.len());
            assert!(short || international, "{number}");
            // the same digits as ours
            let own: String = written["value"].as_str().unwrap().chars().filter(char::is_ascii_digit).collect();
            assert!(digits.ends_with(own.trim_start_matches('0')), "{number} {own}");
            let marked = attributes(phone, "mark").any(|mark| mark["taxonomy_term"]["code"] == "professionnels");
            let told = phone["description"].as_str().is_some_and(|text| text.contains("Réservé aux professionnel·les"));
            assert_eq!(marked, told);
            professional += usize::from(marked);
        }
    }
    let mut written = 0;
    for path in yaml_files(&root().join("catalogue/services")) {
        let text = fs::read_to_string(path).unwrap();
        written += text.lines().filter(|line| line.contains("phone:") && line.contains("for: pro")).count();
    }
    assert_eq!(professional, written);
    assert!(professional > 0);
}

#[test]
fn a_mail_or_a_page_for_professionals_is_not_the_service_s_own() {
    let mut kept = 0;
    for (ours, theirs) in pairs() {
        let (reserved, public): (Vec<&Value>, Vec<&Value>) =
            list(ours, "contacts").iter().partition(|contact| contact["professionals_only"] == true);
        for (kind, others, field) in [("email", "contacts", "email"), ("url", "additional_urls", "url")] {
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
        assert_eq!(codes("gender", None).first().unwrap_or(&Value::Null), gender);
        assert_eq!(json!(codes("asking", None)), ours["eligibility"]["asking"]);
        assert_eq!(json!(codes("migration", None)), ours["eligibility"]["migration"]);
        assert_eq!(codes("source", None).len(), list(ours, "sources").len());
        let told = theirs["eligibility_description"].as_str().unwrap_or_default();
        for condition in
            list(ours["eligibility"].as_object().map_or(&Value::Null, |_| &ours["eligibility"]), "conditions")
        {
            let words = condition.as_str().unwrap();
            let tail: String = words.chars().skip(1).collect();
            assert!(told.contains(&tail), "{} : {words}", ours["id"]);
        }
    }
}
