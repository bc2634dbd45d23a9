//! Finding what somebody meant by what they typed: near words, and places.
//!
//! An exact hit on folded text is taken; a near one is only ever offered.

mod near;
mod place;
pub mod search;
mod service;

pub use near::{Near, nearest, similarity};
pub use place::{Place, PlaceError, PlaceNote, Suggestion, find_place};
pub use service::{Candidate, find_service};
