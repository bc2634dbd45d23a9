//! What the cases of the criteria share: one service and one person at the desk, both as YAML says them.

use std::fs;

use crate::catalogue::date::Moment;
use crate::catalogue::model::Facts;
use crate::catalogue::{Catalogue, compile_folder};
use crate::embedded;
use crate::situation::Typed;

use super::super::{Case, Known};
use super::{Change, Criterion, Findings, judge};

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
  - { id: frequent, need: coups, common: true, label: Le plus fréquent, short: fréquent }
  - { id: dettes, need: coups, label: Les dettes, short: dettes, named_by: [enfant] }
  - { id: voix, label: Entendre des voix, short: voix, named_by: [mourir] }
  - { id: sourds, public: true, label: Être sourd, short: sourds, named_by: [telephone] }
  - { id: exiles, public: true, label: Être sans papiers, short: exilés, named_by: [sans-sejour] }";
const TYPES: &str = "types:
  - { id: accueil, label: Accueil, family: soin, what: Un lieu., first_line: true, sources: [essai] }
  - { id: mairie, label: Mairie, family: social, what: Un service public., competent: true, sources: [essai] }
  - { id: hopital, label: Hôpital, family: soin, what: Un hôpital., without_sector: true, sources: [essai] }
  - { id: liste, label: Liste, family: annuaire, what: Une liste., role: list, sources: [essai] }
  - { id: ligne, label: Ligne, family: ligne, what: Une ligne., remote: true, sources: [essai] }
  - { id: secours, label: Secours, family: urgence, what: Un numéro., remote: true, crisis: true, sources: [essai] }
  - { id: urgences, label: Urgences, family: urgence, what: Des urgences., crisis: true, not_for: [semaine, mois], sources: [essai] }
  - { id: lien, label: Lien, family: lien, what: Un lieu., not_for: [danger, aujourdhui], sources: [essai] }";

/// What every criterion finds of one service for one person.
pub(super) fn findings(service: &str, person: &str) -> Findings {
    at_the_desk(service, person, judge)
}

/// What would have to be otherwise for one of them to be met.
pub(super) fn change(criterion: Criterion, service: &str, person: &str) -> Option<Change> {
    at_the_desk(service, person, |facts, case| criterion.change(facts, case))
}

fn at_the_desk<T>(service: &str, person: &str, asked: impl FnOnce(&Facts, &Case<'_>) -> T) -> T {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
    fs::create_dir(folder.path().join("services")).unwrap();
    write("sources.yaml", SOURCES);
    write("tariffs.yaml", TARIFFS);
    write("needs.yaml", NEEDS);
    write("types.yaml", TYPES);
    let kind = if service.contains("type:") { "" } else { ", type: accueil" };
    let needs = if service.contains("needs:") { "" } else { ", needs: { core: [ecoute] }" };
    let comma = if service.is_empty() { "" } else { ", " };
    let text = format!(
        "services: [{{ id: essai, name: Essai{kind}{comma}{service}{needs}, \
         contacts: [{{ phone: \"02 555 12 34\" }}], sources: [essai] }}]"
    );
    write("services/essai.yaml", &text);
    let bytes = compile_folder(folder.path(), Some(embedded())).unwrap_or_else(|problems| {
        panic!("{}", problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))
    });
    let catalogue = Catalogue::open(bytes).unwrap();
    let typed: Typed = serde_yaml::from_str(&format!("{{ {person} }}")).unwrap();
    let situation = typed.read(catalogue, Moment::parse("2026-11-24T10:00").unwrap()).unwrap();
    let known = Known::new(catalogue);
    asked(catalogue.facts.get(0), &Case::new(&known, &situation))
}

/// The cells of a criterion's truth table, one test each: a service, a person, what the criterion finds.
macro_rules! cells {
    ($criterion:ident { $($name:ident: $service:literal, $person:literal => $finding:ident),+ $(,)? }) => {
        $(#[test]
        fn $name() {
            use $crate::rules::{Criterion, Finding};

            let found = $crate::rules::criteria::cases::findings($service, $person).of(Criterion::$criterion);
            assert_eq!(found, Finding::$finding);
        })+
    };
}
pub(super) use cells;
