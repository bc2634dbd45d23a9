//! The catalogue this program was built with.

use std::sync::LazyLock;

use crate::catalogue::Catalogue;

/// Compiled by `build.rs` from the folder `catalogue/`.
pub static EMBEDDED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/catalogue.bin"));

/// The same, open.
pub fn embedded() -> &'static Catalogue {
    static OPEN: LazyLock<Catalogue> = LazyLock::new(|| Catalogue::trusted(EMBEDDED));
    &OPEN
}
