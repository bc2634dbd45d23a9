//! The ids of the export: `UUIDv5` of a name, so that the same thing has the same id in every export, of every
//! catalogue.
//!
//! The name is the kind of object and what tells it from its like, joined by `/`: `service/espace-28`,
//! `phone/espace-28/087 34 10 53/`, `taxonomy_term/needs/isolement`. Never a position in a list: an entry added
//! elsewhere changes no id.

use std::collections::HashMap;

use uuid::Uuid;

/// `UUIDv5` of `urn:versqui:hsds` in RFC 9562's namespace for URLs. It never changes: every id would.
pub const NAMESPACE: Uuid = Uuid::from_u128(0x47c1_a496_6d81_5846_afcf_6736_6017_97e4);

/// The id of an object by its name.
pub fn id(kind: &str, parts: &[&str]) -> String {
    let name = std::iter::once(kind).chain(parts.iter().copied()).collect::<Vec<_>>().join("/");
    of(&name)
}

fn of(name: &str) -> String {
    Uuid::new_v5(&NAMESPACE, name.as_bytes()).to_string()
}

/// The ids of the parts of one service: two parts that nothing tells apart are counted (`…#2`).
#[derive(Debug)]
pub struct Mint {
    service: String,
    used: HashMap<String, usize>,
}

impl Mint {
    pub fn new(service: &str) -> Self {
        Self { service: service.to_owned(), used: HashMap::new() }
    }

    /// The id of a part of this service.
    pub fn part(&mut self, kind: &str, parts: &[&str]) -> String {
        let name = format!("{kind}/{}/{}", self.service, parts.join("/"));
        let times = self.used.entry(name.clone()).or_default();
        *times += 1;
        if *times == 1 { of(&name) } else { of(&format!("{name}#{times}")) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_namespace_is_the_documented_one() {
        assert_eq!(NAMESPACE, Uuid::new_v5(&Uuid::NAMESPACE_URL, b"urn:versqui:hsds"));
    }

    #[test]
    fn an_id_is_the_name_s_and_like_parts_differ() {
        assert_eq!(id("service", &["espace-28"]), of("service/espace-28"));
        let mut mint = Mint::new("a");
        let first = mint.part("phone", &["107", ""]);
        assert_eq!(first, of("phone/a/107/"));
        assert_ne!(first, mint.part("phone", &["107", ""]));
        assert_ne!(first, Mint::new("b").part("phone", &["107", ""]));
    }
}
