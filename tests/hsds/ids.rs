//! Every service once, each object with an id of its own, links that lead somewhere.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use crate::export::{all_objects, by_slug, exported, exported_from, list, ours, pairs, parsed, replace, slug, small};

#[test]
fn every_service_is_exported_once_and_is_active() {
    assert_eq!(exported().len(), ours().len());
    assert_eq!(pairs().count(), ours().len());
    for (ours, theirs) in pairs() {
        assert_eq!(theirs["status"], "active");
        assert_eq!(theirs["name"], ours["name"]);
        assert_eq!(theirs["description"], ours["summary"], "{}", ours["id"]);
    }
}

#[test]
fn ids_are_unique_and_the_same_from_one_export_to_the_next() {
    let mut known: BTreeMap<(&str, &str), &Value> = BTreeMap::new();
    for (kind, object) in all_objects() {
        let id = object["id"].as_str().unwrap();
        assert_eq!(id.len(), 36, "{id}");
        assert_eq!(id.as_bytes()[14], b'5', "{id} n'est pas un UUIDv5");
        // the same id twice is the same object told twice
        if let Some(other) = known.insert((kind, id), object) {
            assert_eq!(other, object, "{kind} {id}");
        }
    }
    assert_eq!(parsed(&["--format", "hsds"]), exported());
    // documented: another program finds the same ids
    let namespace = uuid::Uuid::new_v5(&uuid::Uuid::NAMESPACE_URL, b"urn:versqui:hsds");
    assert_eq!(namespace, versqui::output::hsds::NAMESPACE);
    let id = uuid::Uuid::new_v5(&namespace, b"service/espace-28").to_string();
    assert_eq!(by_slug("espace-28").unwrap()["id"], json!(id));
    assert_eq!(id, "30c647b5-6fc6-5104-9593-d3061ff9794a");
}

#[test]
fn ids_are_the_same_in_another_catalogue() {
    let folder = small();
    let few = exported_from(&folder);
    let first = slug(&few[0]);
    // one of its services bears an id of the whole catalogue
    replace(&folder, "services/essai.yaml", &format!("id: {first}\n"), "id: espace-28\n");
    let other = exported_from(&folder);
    let same = other.iter().find(|service| slug(service) == "espace-28");
    assert_eq!(same.unwrap()["id"], by_slug("espace-28").unwrap()["id"]);
    // and what did not change its id there keeps it
    let before: BTreeSet<&str> = few.iter().skip(1).map(|one| one["id"].as_str().unwrap()).collect();
    assert!(before.iter().all(|id| other.iter().any(|one| one["id"] == json!(id))));
}

#[test]
fn links_lead_to_what_they_name() {
    for service in exported() {
        let id = &service["id"];
        assert_eq!(service["organization_id"], service["organization"]["id"]);
        for key in
            ["phones", "schedules", "languages", "cost_options", "service_areas", "contacts", "service_at_locations"]
        {
            for object in list(service, key) {
                assert_eq!(&object["service_id"], id, "{key}");
            }
        }
        for there in list(service, "service_at_locations") {
            assert_eq!(there["location_id"], there["location"]["id"]);
        }
        for attribute in list(service, "attributes") {
            assert_eq!(&attribute["link_id"], id);
            assert_eq!(attribute["link_entity"], "service");
            let term = &attribute["taxonomy_term"];
            assert_eq!(attribute["taxonomy_term_id"], term["id"]);
            assert_eq!(term["taxonomy_id"], term["taxonomy_detail"]["id"]);
        }
    }
}
