//! Where one goes, and whom a service serves.

use std::collections::BTreeSet;
use std::fs;

use crate::common::root;
use crate::export::{all_objects, by_slug, exported, list, pairs, slug, yaml_files};

#[test]
fn a_secret_place_has_no_address_and_no_coordinates() {
    let mut secret = 0;
    for service in exported() {
        for there in list(service, "service_at_locations") {
            let location = &there["location"];
            assert!(location.get("latitude").is_none() && location.get("longitude").is_none());
            if location["location_type"] == "virtual" {
                secret += 1;
                for key in ["addresses", "name", "alternate_name", "transportation", "contacts", "phones"] {
                    assert!(location.get(key).is_none(), "{} : {key}", slug(service));
                }
                assert!(location["description"].as_str().unwrap().contains("pas publique"));
                assert!(there.get("phones").is_none());
            } else {
                assert_eq!(location["location_type"], "physical");
                assert!(location.get("addresses").is_some() || location.get("description").is_some());
            }
        }
    }
    // as many as the catalogue keeps secret
    let mut written = 0;
    for path in yaml_files(&root().join("catalogue/services")) {
        written += fs::read_to_string(path).unwrap().matches("secret: true").count();
    }
    assert_eq!(secret, written);
    assert!(secret > 3);
}

#[test]
fn an_address_is_whole_and_belgian() {
    for (key, address) in all_objects() {
        if key != "addresses" {
            continue;
        }
        assert_eq!(address["country"], "BE");
        assert_eq!(address["address_type"], "physical");
        for field in ["address_1", "city", "state_province"] {
            assert!(!address[field].as_str().unwrap().trim().is_empty(), "{address}");
        }
        let code = address["postal_code"].as_str().unwrap();
        assert!(code.len() == 4 && code.bytes().all(|byte| byte.is_ascii_digit()), "{code}");
    }
}

#[test]
fn areas_are_communes_by_their_code() {
    let mut named = 0;
    for (ours, theirs) in pairs() {
        let areas = list(theirs, "service_areas");
        assert_eq!(areas.is_empty(), ours["service_area"].is_null(), "{}", ours["id"]);
        if areas.is_empty() {
            let text = theirs["eligibility_description"].as_str().unwrap();
            assert!(text.contains("Zone servie inconnue"), "{text}");
        }
        for area in areas {
            assert_eq!(area["extent_type"], "text");
            let codes: Vec<&str> = area["extent"].as_str().unwrap().split(' ').collect();
            assert!(codes.iter().all(|code| code.len() == 5 && code.bytes().all(|byte| byte.is_ascii_digit())));
            let distinct: BTreeSet<&&str> = codes.iter().collect();
            assert_eq!(distinct.len(), codes.len());
            named += 1;
        }
    }
    assert!(named > 1000);
    let liege = &list(by_slug("espace-28").unwrap(), "service_areas")[0];
    assert_eq!(liege["name"], "province de Liège");
    assert!(liege["extent"].as_str().unwrap().split(' ').any(|code| code == "63079"), "Verviers");
}
