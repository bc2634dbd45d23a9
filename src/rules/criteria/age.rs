//! Whether the person is of the age a service is for.
//!
//! | finding | when |
//! |---|---|
//! | open | it has no bounds and no audience |
//! | met | within the bounds |
//! | not met | outside them |
//! | ask the person | unknown age, and bounds |
//! | ask the service | at the edge of an audience (16-17, 19-25, 50-59 years) |

use crate::catalogue::model::Facts;
use crate::catalogue::terms::Audience;

use super::super::case::Case;
use super::{Change, Finding};

pub(super) fn judge(facts: &Facts, case: &Case<'_>) -> Finding {
    if facts.age_min.is_none() && facts.age_max.is_none() && facts.admits.audience.is_none() {
        return Finding::Open;
    }
    let Some(age) = case.situation.age.known().copied() else {
        return Finding::AskPerson;
    };
    if facts.age_min.is_some_and(|min| age < min) || facts.age_max.is_some_and(|max| age > max) {
        return Finding::Unmet;
    }
    // bounds in years say more than an audience
    let (unmet, unsure) = match facts.admits.audience {
        None => (false, false),
        Some(Audience::Adults) => (age < 16 && facts.age_min.is_none(), age < 18 && facts.age_min.is_none()),
        Some(Audience::Young) => (age > 25 && facts.age_max.is_none(), age > 18 && facts.age_max.is_none()),
        Some(Audience::Seniors) => (age < 50 && facts.age_min.is_none(), age < 60 && facts.age_min.is_none()),
    };
    if unmet {
        Finding::Unmet
    } else if unsure {
        Finding::AskService
    } else {
        Finding::Met
    }
}

/// The bound that the person's age is outside of.
pub(super) fn change(facts: &Facts, case: &Case<'_>) -> Option<Change> {
    let age = *case.situation.age.known()?;
    match (facts.age_min, facts.age_max) {
        (Some(min), _) if age < min => Some(Change::AgeFrom(min)),
        (_, Some(max)) if age > max => Some(Change::AgeUpTo(max)),
        _ => facts.admits.audience.map(Change::Audience),
    }
}

#[cfg(test)]
mod tests {
    use super::super::Criterion;
    use super::super::cases::{cells, change};
    use super::*;

    cells!(Age {
        open_without_bounds: "", "age: 16" => Open,
        open_without_bounds_nor_age: "", "" => Open,
        met_within_the_bounds: "eligibility: { age: { min: 18, max: 65 } }", "age: 34" => Met,
        met_at_the_lower_bound: "eligibility: { age: { min: 18, max: 65 } }", "age: 18" => Met,
        met_at_the_upper_bound: "eligibility: { age: { min: 18, max: 65 } }", "age: 65" => Met,
        not_met_below: "eligibility: { age: { min: 18 } }", "age: 17" => Unmet,
        not_met_above: "eligibility: { age: { max: 25 } }", "age: 26" => Unmet,
        asked_of_the_person_when_unknown: "eligibility: { age: { min: 18 } }", "" => AskPerson,
        asked_of_the_person_for_an_audience: "eligibility: { audience: jeunes }", "age: inconnu" => AskPerson,
        adults_at_18: "eligibility: { audience: adultes }", "age: 18" => Met,
        adults_at_17_ask_the_service: "eligibility: { audience: adultes }", "age: 17" => AskService,
        adults_at_16_ask_the_service: "eligibility: { audience: adultes }", "age: 16" => AskService,
        not_adults_at_15: "eligibility: { audience: adultes }", "age: 15" => Unmet,
        young_at_18: "eligibility: { audience: jeunes }", "age: 18" => Met,
        young_at_19_ask_the_service: "eligibility: { audience: jeunes }", "age: 19" => AskService,
        young_at_25_ask_the_service: "eligibility: { audience: jeunes }", "age: 25" => AskService,
        not_young_at_26: "eligibility: { audience: jeunes }", "age: 26" => Unmet,
        seniors_at_60: "eligibility: { audience: aines }", "age: 60" => Met,
        seniors_at_59_ask_the_service: "eligibility: { audience: aines }", "age: 59" => AskService,
        seniors_at_50_ask_the_service: "eligibility: { audience: aines }", "age: 50" => AskService,
        not_seniors_at_49: "eligibility: { audience: aines }", "age: 49" => Unmet,
        bounds_say_more_than_an_audience: "eligibility: { age: { min: 16 }, audience: adultes }", "age: 16" => Met,
        not_adults_at_15_whatever_the_upper_bound:
            "eligibility: { age: { max: 65 }, audience: adultes }", "age: 15" => Unmet,
        bounds_say_more_than_an_audience_of_young_people:
            "eligibility: { age: { max: 30 }, audience: jeunes }", "age: 28" => Met,
        bounds_say_more_than_an_audience_of_seniors:
            "eligibility: { age: { min: 45 }, audience: aines }", "age: 47" => Met,
    });

    #[test]
    fn the_bound_one_is_outside_of_is_what_would_change_it() {
        let change = |service, person| change(Criterion::Age, service, person);
        let bounds = "eligibility: { age: { min: 18, max: 65 } }";
        assert_eq!(change(bounds, "age: 17"), Some(Change::AgeFrom(18)));
        assert_eq!(change(bounds, "age: 66"), Some(Change::AgeUpTo(65)));
        assert_eq!(change("eligibility: { audience: aines }", "age: 30"), Some(Change::Audience(Audience::Seniors)));
        assert_eq!(change(bounds, ""), None);
    }
}
