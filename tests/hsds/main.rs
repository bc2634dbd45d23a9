//! `catalogue exporter --format hsds`: the whole catalogue, against the standard's own schemas, then against what they
//! do not say.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a test that cannot go on must stop and say so"
)]

#[path = "../common/mod.rs"]
mod common;
mod export;
mod facts;
mod hours;
mod ids;
mod places;
mod schemas;
