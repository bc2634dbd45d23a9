//! The situation, as it was understood.

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};
use serde_json::Value;

use crate::rules::{Because, Case};
use crate::situation::Field;

/// The situation as it was understood: what is known of each field, `null` where nothing is, then what follows from it.
#[derive(Debug, Clone)]
pub struct SituationReport {
    said: [(&'static str, Value); Field::ALL.len()],
    /// The needs understood from what is said, and from what.
    understood: Vec<UnderstoodReport>,
    presumed: PresumedReport,
}

impl Serialize for SituationReport {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for (key, value) in &self.said {
            map.serialize_entry(key, value)?;
        }
        map.serialize_entry("understood", &self.understood)?;
        map.serialize_entry("presumed", &self.presumed)?;
        map.end()
    }
}

#[derive(Debug, Clone, Serialize)]
pub struct UnderstoodReport {
    pub need: String,
    /// `migration`, `age`, `asking`, `language`, or `nothing` when no need is said.
    pub because: &'static str,
}

/// What is presumed from the place while it is not said.
#[derive(Debug, Clone, Serialize)]
pub struct PresumedReport {
    pub languages: Vec<&'static str>,
}

pub(in super::super) fn situation_report(case: &Case<'_>) -> SituationReport {
    let (situation, catalogue) = (case.situation, case.known.catalogue());
    let understood = |(need, because): (usize, Because)| UnderstoodReport {
        need: catalogue.needs.get(need).id.to_string(),
        because: because.slug(),
    };
    SituationReport {
        said: Field::ALL.map(|field| (field.key(), field.told(situation, catalogue))),
        understood: case.why_understood().into_iter().map(understood).collect(),
        presumed: PresumedReport {
            languages: if situation.languages.known().is_some() { Vec::new() } else { case.spoken() },
        },
    }
}
