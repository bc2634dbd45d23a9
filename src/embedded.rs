//! The catalogue this program was built with.

/// Compiled by `build.rs` from the folder `catalogue/`.
pub static EMBEDDED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/catalogue.bin"));
