//! Whether a service serves where the person lives.
//!
//! | finding | when |
//! |---|---|
//! | met | all the communes the person may live in are served |
//! | not met | none is |
//! | ask the person | only some are, or no place is known |
//! | ask the service | no source says whom it serves; a network's boundary is not sure |
//! | presumed | no source says whom it serves, and it stands in the person's own commune |
//! | open | no source says whom it serves: it is called from everywhere, a link is asked instead, or its kind has no sector |

use crate::catalogue::model::Facts;
use crate::catalogue::territory::CommuneSet;

use super::super::case::Case;
use super::{Change, Finding};

pub(super) fn judge(facts: &Facts, case: &Case<'_>) -> Finding {
    let (known, situation) = (case.known, case.situation);
    let Some(area) = known.area(facts.area) else {
        let asks_nothing = known.is_remote(facts) || facts.link_area.is_some() || known.is_without_sector(facts);
        let own = situation.commune.known().and_then(|place| place.commune);
        let next_door = own.is_some_and(|own| facts.communes.iter().any(|commune| usize::from(*commune) == own));
        return match (asks_nothing, next_door) {
            (true, _) => Finding::Open,
            (false, true) => Finding::Presumed,
            (false, false) => Finding::AskService,
        };
    };
    let Some(person) = &situation.communes else {
        let everywhere = area.communes.len() == known.communes();
        return if everywhere { Finding::Met } else { Finding::AskPerson };
    };
    match within(person, &area.communes) {
        Finding::Met if !person.and(&area.unsure).is_empty() => Finding::AskService,
        finding => finding,
    }
}

pub(super) fn change(facts: &Facts, _: &Case<'_>) -> Option<Change> {
    Some(Change::Area(facts.area))
}

/// Whether all, some or none of the communes a person may live in are in an area.
pub(super) fn within(person: &CommuneSet, area: &CommuneSet) -> Finding {
    if person.is_within(area) {
        Finding::Met
    } else if person.meets(area) {
        Finding::AskPerson
    } else {
        Finding::Unmet
    }
}

/// What is found of the territory in one situation, each area being judged once however many services serve it.
#[derive(Debug, Default)]
pub struct Territories(Vec<Option<Finding>>);

impl Territories {
    pub fn judge(&mut self, facts: &Facts, case: &Case<'_>) -> Finding {
        let Some(area) = facts.area.map(usize::from) else {
            return judge(facts, case);
        };
        if self.0.len() <= area {
            self.0.resize(area + 1, None);
        }
        *self.0[area].get_or_insert_with(|| judge(facts, case))
    }
}

#[cfg(test)]
mod tests {
    use super::super::cases::cells;

    cells!(Territory {
        met_when_the_commune_is_served: "service_area: [province-liege]", "commune: Verviers" => Met,
        met_when_all_the_region_is_served: "service_area: [wallonie]", "region: wallonie" => Met,
        met_everywhere_when_all_of_belgium_is: "service_area: [belgique]", "" => Met,
        not_met_elsewhere: "service_area: [province-liege]", "commune: Namur" => Unmet,
        not_met_when_an_exception_names_the_commune:
            "service_area: [province-liege], service_area_except: [Verviers]", "commune: Verviers" => Unmet,
        asked_of_the_person_when_only_some_of_the_region_is_served:
            "service_area: [province-liege]", "region: wallonie" => AskPerson,
        asked_of_the_person_when_no_place_is_known: "service_area: [province-liege]", "" => AskPerson,
        asked_of_the_person_who_does_not_know: "service_area: [province-liege]", "commune: inconnu" => AskPerson,
        asked_of_the_service_when_no_source_says: "", "commune: Verviers" => AskService,
        asked_of_the_service_at_an_unsure_boundary:
            "service_area: [reseau-mosaique]", "commune: Charleroi" => AskService,
        open_on_a_line_that_says_nothing: "type: ligne", "commune: Verviers" => Open,
        open_on_a_line_even_next_door:
            "type: ligne, locations: [{ postal_code: \"4800\", commune: Verviers }]", "commune: Verviers" => Open,
        open_when_a_link_is_asked_instead: "link_area: [Anderlecht]", "commune: Verviers" => Open,
        presumed_when_no_source_says_and_it_stands_in_ones_own_commune:
            "locations: [{ postal_code: \"4800\", commune: Verviers }]", "commune: Verviers" => Presumed,
        asked_of_the_service_that_stands_in_another_commune:
            "locations: [{ postal_code: \"4800\", commune: Verviers }]", "commune: Namur" => AskService,
        asked_of_the_service_when_only_the_region_it_stands_in_is_known:
            "locations: [{ postal_code: \"4800\", commune: Verviers }]", "region: wallonie" => AskService,
        open_at_a_kind_without_a_sector: "type: hopital", "commune: Verviers" => Open,
    });
}
