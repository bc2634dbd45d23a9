//! A service by its id, or by its name as it is written.

use crate::catalogue::Catalogue;
use crate::catalogue::fold::fold;

use super::near::nearest;

/// How many close matches are offered.
const OFFERED: usize = 3;

/// A service whose id or name resembles what was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    pub id: String,
    pub name: String,
}

/// Finds the service of this id; an id or a name that folds to the same text is taken too, when only one does.
///
/// # Errors
/// The nearest services, when there is none of this id.
pub fn find_service(catalogue: &Catalogue, typed: &str) -> Result<usize, Vec<Candidate>> {
    if let Some(position) = catalogue.find(typed) {
        return Ok(position);
    }
    let query = fold(typed);
    let mut candidates: Vec<(String, usize)> = Vec::new();
    let mut exact: Vec<usize> = Vec::new();
    for (position, record) in catalogue.records.iter().enumerate() {
        let forms = [fold(&record.id), fold(&record.name)];
        if !query.is_empty() && forms.contains(&query) {
            exact.push(position);
        }
        candidates.extend(forms.map(|form| (form, position)));
    }
    if let [only] = exact.as_slice() {
        return Ok(*only);
    }
    let mut near: Vec<Candidate> = Vec::new();
    // a service resembles by its id and by its name: twice as many are asked for
    for hit in nearest(typed, candidates.into_iter(), OFFERED * 2) {
        let record = catalogue.records.get(hit.candidate);
        if near.len() < OFFERED && !near.iter().any(|other| other.id == record.id.as_str()) {
            near.push(Candidate { id: record.id.to_string(), name: record.name.to_string() });
        }
    }
    Err(near)
}
