//! The truth table of eligibility, cell by cell: one service, one person, one criterion, one finding.

use std::fs;

use crate::catalogue::date::Moment;
use crate::catalogue::{Catalogue, compile_folder};
use crate::embedded;
use crate::situation::Typed;

use super::super::{Case, Known};
use super::{Criterion, Finding, Findings, Verdict, judge};

const SOURCES: &str = "sources: [{ id: essai, title: Essai, publisher: Essai, date: \"2026-01\" }]";
const TARIFFS: &str = "tariffs: []";
/// One need carries every nature and alarm that a catalogue must have.
const NEEDS: &str = "needs:
  - { id: ecoute, group: Parler, label: Parler, short: écoute, nature: [listening], understood_from: [rien] }
  - { id: mourir, group: Parler, label: Mourir, short: mourir, nature: [care, mind, second-line], alarm: suicide }
  - { id: coups, group: Parler, label: Coups, short: coups, nature: [problem, body, first-line], alarm: violence }
  - { id: enfant, group: Parler, label: Enfant, short: enfant, nature: [form, company], alarm: child }
  - { id: avis, group: Parler, label: Avis, short: avis, nature: [professional, advice, interpreter] }
wishes:
  - { id: telephone, label: Téléphoner, short: téléphone, synonyms: [appeler], nature: [way, telephone, group] }
subjects:
  - { id: jeux, need: coups, label: Les jeux, short: jeux }
  - { id: frequent, need: coups, common: true, label: Le plus fréquent, short: fréquent }";
const TYPES: &str = "types:
  - { id: accueil, label: Accueil, family: soin, what: Un lieu., first_line: true, sources: [essai] }
  - { id: mairie, label: Mairie, family: social, what: Un service public., competent: true, sources: [essai] }
  - { id: hopital, label: Hôpital, family: soin, what: Un hôpital., without_sector: true, sources: [essai] }
  - { id: liste, label: Liste, family: annuaire, what: Une liste., role: list, sources: [essai] }
  - { id: ligne, label: Ligne, family: ligne, what: Une ligne., remote: true, sources: [essai] }
  - { id: secours, label: Secours, family: urgence, what: Un numéro., remote: true, sources: [essai] }
  - { id: lien, label: Lien, family: lien, what: Un lieu., not_for: [danger, aujourdhui], sources: [essai] }";

/// Judges one service for one person, both as YAML says them.
pub(super) fn findings(service: &str, person: &str) -> Findings {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
    fs::create_dir(folder.path().join("services")).unwrap();
    write("sources.yaml", SOURCES);
    write("tariffs.yaml", TARIFFS);
    write("needs.yaml", NEEDS);
    write("types.yaml", TYPES);
    let kind = if service.contains("type:") { "" } else { ", type: accueil" };
    let comma = if service.is_empty() { "" } else { ", " };
    let text = format!(
        "services: [{{ id: essai, name: Essai{kind}{comma}{service}, needs: {{ core: [ecoute] }}, contacts: [{{ phone: \"02 555 12 34\" }}], sources: [essai] }}]"
    );
    write("services/essai.yaml", &text);
    let bytes = compile_folder(folder.path(), Some(embedded())).unwrap_or_else(|problems| {
        panic!("{}", problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))
    });
    let catalogue = Catalogue::open(bytes).unwrap();
    let typed: Typed = serde_yaml::from_str(&format!("{{ {person} }}")).unwrap();
    let situation = typed.read(catalogue, Moment::parse("2026-11-24T10:00").unwrap()).unwrap();
    let known = Known::new(catalogue);
    judge(catalogue.facts.get(0), &Case::new(&known, &situation))
}

macro_rules! cells {
    ($criterion:ident { $($name:ident: $service:literal, $person:literal => $finding:ident),+ $(,)? }) => {
        $(#[test]
        fn $name() {
            assert_eq!(findings($service, $person).of(Criterion::$criterion), Finding::$finding);
        })+
    };
}

mod territory {
    use super::*;
    cells!(Territory {
        met_when_the_commune_is_served: "service_area: [province-liege]", "commune: Verviers" => Met,
        met_when_all_the_region_is_served: "service_area: [wallonie]", "region: wallonie" => Met,
        met_everywhere_when_all_of_belgium_is: "service_area: [belgique]", "" => Met,
        not_met_elsewhere: "service_area: [province-liege]", "commune: Namur" => Unmet,
        not_met_when_an_exception_names_the_commune: "service_area: [province-liege], service_area_except: [Verviers]", "commune: Verviers" => Unmet,
        asked_of_the_person_when_only_some_of_the_region_is_served: "service_area: [province-liege]", "region: wallonie" => AskPerson,
        asked_of_the_person_when_no_place_is_known: "service_area: [province-liege]", "" => AskPerson,
        asked_of_the_person_who_does_not_know: "service_area: [province-liege]", "commune: inconnu" => AskPerson,
        asked_of_the_service_when_no_source_says: "", "commune: Verviers" => AskService,
        asked_of_the_service_at_an_unsure_boundary: "service_area: [reseau-mosaique]", "commune: Charleroi" => AskService,
        open_on_a_line_that_says_nothing: "type: ligne", "commune: Verviers" => Open,
        open_when_a_link_is_asked_instead: "link_area: [Anderlecht]", "commune: Verviers" => Open,
    });
}

mod link {
    use super::*;
    cells!(Link {
        open_when_none_is_asked: "", "commune: Verviers" => Open,
        met_by_living_there: "link_area: [Anderlecht]", "commune: Anderlecht" => Met,
        asked_of_the_person_when_no_place_is_known: "link_area: [Anderlecht]", "" => AskPerson,
        asked_of_the_person_when_only_the_region_is_known: "link_area: [Anderlecht]", "region: bruxelles" => AskPerson,
        asked_of_the_service_when_one_lives_elsewhere: "link_area: [Anderlecht]", "commune: Ixelles" => AskService,
    });
}

mod age {
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
    });
}

mod migration {
    use super::*;
    cells!(Migration {
        open_when_no_path_is_named: "", "migration: dpi" => Open,
        open_when_every_path_is_admitted: "eligibility: { migration: [aucun, dpi, refugie, mena, sans-sejour, primo-arrivant, autre] }", "" => Open,
        met_on_a_path_admitted: "eligibility: { migration: [dpi, refugie] }", "migration: dpi" => Met,
        not_met_on_another: "eligibility: { migration: [dpi, refugie] }", "migration: aucun" => Unmet,
        asked_of_the_person_when_unknown: "eligibility: { migration: [dpi] }", "" => AskPerson,
        asked_of_the_person_who_prefers_not_to_say: "eligibility: { migration: [dpi] }", "migration: tait" => AskPerson,
    });
}

mod asking {
    use super::*;
    cells!(Asking {
        open_when_nothing_says: "", "asking: moi" => Open,
        open_when_anybody_may: "eligibility: { asking: [moi, proche, pro] }", "" => Open,
        met_when_one_may: "eligibility: { asking: [pro] }", "asking: pro" => Met,
        not_met_when_one_may_not: "eligibility: { asking: [pro] }", "asking: moi" => Unmet,
        asked_of_the_person_when_unknown: "eligibility: { asking: [moi, proche] }", "" => AskPerson,
    });
}

mod setting {
    use super::*;
    cells!(Setting {
        open_when_none_is_named: "", "asking: pro, setting: hopital" => Open,
        open_to_who_is_no_professional: "eligibility: { settings: [hopital] }", "asking: moi" => Open,
        met_when_served: "eligibility: { settings: [hopital] }", "asking: pro, setting: hopital" => Met,
        not_met_when_not: "eligibility: { settings: [hopital] }", "asking: pro, setting: autre" => Unmet,
        asked_of_the_person_when_unknown: "eligibility: { settings: [hopital] }", "asking: pro" => AskPerson,
        asked_of_the_person_while_who_asks_is_unknown: "eligibility: { settings: [hopital] }", "setting: autre" => AskPerson,
        asked_of_the_person_when_nothing_is_known: "eligibility: { settings: [hopital] }", "" => AskPerson,
    });
}

mod language {
    use super::*;
    cells!(Language {
        met_when_one_is_shared: "languages: [fr, ar]", "languages: [ar]" => Met,
        met_when_an_interpreter_is_possible: "languages: [fr], interpreter: true", "languages: [ti]" => Met,
        not_met_on_a_line_that_shares_none: "type: ligne, languages: [nl]", "languages: [fr]" => Unmet,
        never_unmet_at_an_emergency_number: "type: secours, languages: [fr, nl]", "languages: [ti]" => AskService,
        asked_of_the_person_when_unknown: "languages: [nl]", "region: wallonie" => AskPerson,
        presumed_in_the_language_of_the_questions_when_no_place_is_known: "languages: [fr]", "" => Presumed,
        asked_of_the_person_when_it_speaks_another: "languages: [nl]", "" => AskPerson,
        presumed_when_it_answers_in_the_region_s: "languages: [fr]", "region: wallonie" => Presumed,
        presumed_when_neither_says: "", "" => Presumed,
        presumed_when_the_record_is_silent_and_the_region_s_is_spoken: "", "region: flandre, languages: [nl]" => Presumed,
        asked_of_the_service_when_the_record_is_silent_and_another_is_spoken: "", "region: flandre, languages: [ti]" => AskService,
        asked_of_the_service_one_visits_when_none_is_shared: "languages: [fr]", "languages: [ti]" => AskService,
    });
}

mod moment {
    use super::*;
    cells!(Moment {
        open_when_the_kind_answers: "type: lien", "urgency: semaine" => Open,
        open_when_the_urgency_is_unknown: "type: lien", "" => Open,
        open_for_a_kind_that_answers_always: "", "urgency: danger" => Open,
        not_met_when_the_kind_does_not_answer: "type: lien", "urgency: danger" => Unmet,
        not_met_the_same_day_either: "type: lien", "urgency: aujourdhui" => Unmet,
    });
}

mod conditions {
    use super::*;
    cells!(Conditions {
        open_when_there_is_none: "", "" => Open,
        asked_of_the_service_when_there_is_one: "eligibility: { conditions: [Venir accompagné.] }", "" => AskService,
    });
}

#[test]
fn one_criterion_not_met_excludes_whatever_the_others_say() {
    let both = findings(
        "service_area: [province-liege], eligibility: { age: { min: 18 }, conditions: [Venir.] }",
        "commune: Verviers, age: 16",
    );
    assert_eq!(both.verdict(), Verdict::Excluded);
}

#[test]
fn an_unknown_answer_is_to_check_never_yes_never_no() {
    let unknown = findings("service_area: [belgique], eligibility: { age: { min: 18 } }", "");
    assert_eq!(unknown.verdict(), Verdict::ToCheck);
}

#[test]
fn what_is_met_open_or_presumed_is_eligible() {
    let fine =
        findings("service_area: [province-liege], eligibility: { age: { min: 18 } }", "commune: Verviers, age: 34");
    assert_eq!(fine.verdict(), Verdict::Eligible);
    assert_eq!(fine.of(Criterion::Language), Finding::Presumed);
}
