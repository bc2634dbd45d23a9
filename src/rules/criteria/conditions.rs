//! Whether the person meets conditions that the program cannot judge: they are shown as they are written.
//!
//! | finding | when |
//! |---|---|
//! | open | none is written |
//! | ask the service | any is |

use crate::catalogue::model::Facts;

use super::super::case::Case;
use super::{Change, Finding};

pub(super) const fn judge(facts: &Facts, _: &Case<'_>) -> Finding {
    if facts.conditions > 0 { Finding::AskService } else { Finding::Open }
}

pub(super) const fn change(_: &Facts, _: &Case<'_>) -> Option<Change> {
    None
}

#[cfg(test)]
mod tests {
    use super::super::cases::cells;

    cells!(Conditions {
        open_when_there_is_none: "", "" => Open,
        asked_of_the_service_when_there_is_one: "eligibility: { conditions: [Venir accompagné.] }", "" => AskService,
    });
}
