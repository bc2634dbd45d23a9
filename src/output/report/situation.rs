//! The situation, as it was understood.

use serde::Serialize;

use crate::catalogue::Table;
use crate::catalogue::model::Need;
use crate::catalogue::terms::Positions;
use crate::rules::Case;

#[derive(Debug, Clone, Serialize)]
pub struct CommuneReport {
    pub nis: Option<String>,
    pub name: String,
}

/// The situation as it was understood; `null` where nothing is known.
#[derive(Debug, Clone, Serialize)]
pub struct SituationReport {
    pub commune: Option<CommuneReport>,
    pub region: Option<&'static str>,
    pub age: Option<u8>,
    pub urgency: Option<&'static str>,
    /// In euros.
    pub budget: Option<f64>,
    pub bim: Option<bool>,
    pub migration: Option<&'static str>,
    pub languages: Vec<&'static str>,
    pub asking: Option<&'static str>,
    pub setting: Option<&'static str>,
    pub needs: Vec<String>,
    pub wishes: Vec<String>,
    pub about: Vec<String>,
    pub at: String,
    /// The needs understood from what is said, and from what.
    pub understood: Vec<UnderstoodReport>,
    pub presumed: PresumedReport,
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

fn subject_ids(case: &Case<'_>) -> Vec<String> {
    let named = case.situation.about.known().copied().unwrap_or_default();
    named.iter().map(|position| case.known.subject(position).id.to_string()).collect()
}

pub(in super::super) fn situation_report(case: &Case<'_>) -> SituationReport {
    let (situation, catalogue) = (case.situation, case.known.catalogue());
    let ids = |set: Option<&Positions>, table: &Table<Need>| {
        set.iter().flat_map(|set| set.iter()).map(|position| table.get(position).id.to_string()).collect::<Vec<_>>()
    };
    let commune = match situation.commune.known() {
        None => None,
        Some(place) => {
            let nis = place.commune.map(|position| catalogue.territories.communes.get(position));
            Some(CommuneReport { nis: nis.map(|commune| commune.nis.to_string()), name: place.name.clone() })
        }
    };
    SituationReport {
        commune,
        region: situation.region.known().map(|region| region.slug()),
        age: situation.age.known().copied(),
        urgency: situation.urgency.known().map(|urgency| urgency.slug()),
        budget: situation.budget.known().map(|budget| f64::from(budget.0) / 100.0),
        bim: situation.bim.known().copied(),
        migration: situation.migration.known().map(|migration| migration.slug()),
        languages: situation.languages.known().cloned().unwrap_or_default(),
        asking: situation.asking.known().map(|asking| asking.slug()),
        setting: situation.setting.known().map(|setting| setting.slug()),
        needs: ids(situation.needs.known(), &catalogue.needs),
        wishes: ids(situation.wishes.known(), &catalogue.wishes),
        about: subject_ids(case),
        at: situation.at.to_string(),
        understood: case
            .why_understood()
            .into_iter()
            .map(|(need, because)| UnderstoodReport {
                need: catalogue.needs.get(need).id.to_string(),
                because: because.slug(),
            })
            .collect(),
        presumed: PresumedReport {
            languages: if situation.languages.known().is_some() { Vec::new() } else { case.spoken() },
        },
    }
}
