//! `catalogue exporter --format hsds`: the catalogue in the field's exchange standard, HSDS 3.1 (Open Referral), as a
//! list of services. What becomes of each of our fields, what is lost and what is added: `docs/hsds.md`.
//!
//! ```text
//! entry ─▶ service ─▶ contact, cost, place, schedule (week), attribute ─▶ objects ─▶ JSON
//!                                      ids
//! ```

mod attribute;
mod contact;
mod cost;
mod entry;
mod ids;
mod objects;
mod place;
mod schedule;
mod service;
mod week;

use std::io::{self, Write};

use crate::catalogue::Catalogue;

use super::json;

pub use ids::NAMESPACE;
pub use objects::Service;

/// How the format is asked for.
pub const SLUG: &str = "hsds";

/// Every service of the catalogue, each once, in the order of their ids.
pub fn export(catalogue: &'static Catalogue) -> Vec<Service> {
    (0..catalogue.facts.len()).map(|position| service::service(catalogue, position)).collect()
}

/// Writes the list.
///
/// # Errors
/// When the output cannot be written.
pub fn write(services: &[Service], out: &mut dyn Write) -> io::Result<()> {
    json::write(&services, out)
}
