//! What the checks of a service stand on.

use super::super::model::{Kind, Source};
use super::super::raw;
use super::area::Areas;
use super::vocabulary::{Lists, Vocabulary};

/// What the services refer to, and what is gathered while reading them.
pub(super) struct Context<'c> {
    pub(super) lists: Lists<'c>,
    pub(super) kinds: &'c Vocabulary<Kind>,
    pub(super) kind_defaults: &'c [raw::Service],
    pub(super) sources: &'c [Source],
    pub(super) areas: Areas,
    pub(super) languages: Vec<&'static str>,
}
