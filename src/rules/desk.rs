//! A desk for the cases of the rules: a catalogue of a few services made up for one case, and whoever comes.
//!
//! A service is its id and what its entry says; what it does not say is the same for all: a telephone, the whole country,
//! a first line made for being unwell, checked this year.

use std::fs;

use crate::catalogue::date::Moment;
use crate::catalogue::{Catalogue, compile_folder};
use crate::embedded;
use crate::situation::{Situation, Typed};

use super::{Further, Known, Orientation, Row, orient};

/// A Tuesday morning.
const NOW: &str = "2026-11-24T10:00";

const SOURCES: &str = "sources:
  - { id: recente, title: Récente, publisher: Essai, date: \"2026-06\" }
  - { id: ancienne, title: Ancienne, publisher: Essai, date: \"2020-01\" }";
const TARIFFS: &str = "tariffs:
  - { id: gratuit, label: Gratuit, status: free, sources: [recente] }
  - { id: cher, label: Cher, status: amount, unit: session, options: [{ amount: \"60.00\" }], sources: [recente] }";
const NEEDS: &str = "needs:
  - { id: ecoute, group: Parler, label: Parler, short: écoute, nature: [care, mind, form, listening], understood_from: [rien] }
  - { id: mal, group: Parler, label: Aller mal, short: mal, nature: [care, mind, form, first-line], understood_from: [rien] }
  - { id: suivi, group: Parler, label: Consulter, short: suivi, nature: [care, mind, form], understood_from: [rien] }
  - { id: psychiatrie, group: Soin, label: Psychiatrie, short: psychiatrie, nature: [second-line, care, mind] }
  - { id: mourir, group: Soin, label: Mourir, short: mourir, nature: [mind], alarm: suicide }
  - { id: exil, group: Soin, label: Exil, short: exil, nature: [care, mind, problem], understood_from: [dpi, refugie, sans-sejour, autre] }
  - { id: alcool, group: Soin, label: Alcool, short: alcool, nature: [care, mind, body, problem] }
  - { id: corps, group: Soin, label: Être malade, short: corps, nature: [body, first-line] }
  - { id: seul, group: Lien, label: Être seul, short: seul, nature: [care, mind, company] }
  - { id: enfant, group: Lien, label: Enfant, short: enfant, nature: [care, mind, form], alarm: child, understood_from: [moins-de-18] }
  - { id: coups, group: Aide, label: Coups, short: coups, nature: [problem], alarm: violence }
  - { id: toit, group: Aide, label: Un toit, short: toit, nature: [problem] }
  - { id: argent, group: Aide, label: Argent, short: argent }
  - { id: papiers, group: Aide, label: Des papiers, short: papiers, understood_from: [sans-sejour] }
  - { id: interprete, group: Pro, label: Interprète, short: interprète, nature: [professional, interpreter], understood_from: [sans-langue-commune] }
  - { id: avis, group: Pro, label: Avis, short: avis, nature: [professional, advice] }
wishes:
  - { id: telephone, label: Téléphoner, short: téléphone, synonyms: [appeler], nature: [way, telephone] }
  - { id: domicile, label: À domicile, short: domicile, synonyms: [chez moi], nature: [way] }
  - { id: groupe, label: En groupe, short: groupe, synonyms: [ensemble], nature: [group] }
  - { id: nuit, label: La nuit, short: nuit, synonyms: [soir] }
subjects:
  - { id: jeux, need: alcool, label: Les jeux, short: jeux }
  - { id: frequent, need: coups, common: true, label: Le plus fréquent, short: frequent }
  - { id: rare, need: coups, label: Plus rare, short: rare }";
const TYPES: &str = "types:
  - { id: equipe, label: Équipe, family: soin, what: Une équipe., sources: [recente] }
  - { id: psychologue, label: Psychologue, family: soin, what: Une personne., sources: [recente] }
  - { id: medecin, label: Médecin, family: soin, what: Un médecin., first_line: true, sources: [recente] }
  - { id: hopital, label: Hôpital, family: soin, what: Un hôpital., second_line: true, sources: [recente] }
  - { id: mobile, label: Équipe mobile, family: soin, what: Une équipe qui vient., second_line: true, sources: [recente] }
  - { id: urgences, label: Urgences, family: urgence, what: Des urgences., crisis: true, sources: [recente] }
  - { id: ligne, label: Ligne, family: ligne, what: Une ligne., remote: true, sources: [recente] }
  - { id: ecran, label: Soin en ligne, family: soin, what: Un soin en ligne., remote: true, sources: [recente] }
  - { id: cafe, label: Café, family: lien, what: Un lieu., sources: [recente] }
  - { id: pairs, label: Pairs, family: pairs, what: Des pairs., sources: [recente] }
  - { id: equipe-exil, label: Exil, family: exil, what: Une équipe., sources: [recente] }
  - { id: jeunes, label: Jeunes, family: jeunes, what: Une équipe., sources: [recente] }
  - { id: mairie, label: Mairie, family: social, what: Un service public., competent: true, sources: [recente] }
  - { id: social, label: Service social, family: social, what: Un service social., sources: [recente] }
  - { id: abri, label: Abri, family: hebergement, what: Un toit., broad: true, sources: [recente] }
  - { id: drogues, label: Drogues, family: addiction, what: Un centre., sources: [recente] }
  - { id: refuge, label: Refuge, family: violences, what: Un refuge., sources: [recente] }
  - { id: interpretes, label: Interprètes, family: pro, what: Des interprètes., sources: [recente] }
  - { id: liste, label: Liste, family: annuaire, what: Une liste., role: list, sources: [recente] }";

/// What an entry says when it does not say otherwise.
const USUAL: [(&str, &str); 5] = [
    ("type:", "type: equipe"),
    ("service_area:", "service_area: [belgique]"),
    ("needs:", "needs: { core: [mal] }"),
    ("contacts:", "contacts: [{ phone: \"02 555 12 34\" }]"),
    ("sources:", "sources: [recente]"),
];

/// A catalogue for one case.
pub(super) struct Desk(Known);

impl Desk {
    /// A desk that knows these services: their ids, and what their entries say.
    pub(super) fn with(services: &[(&str, &str)]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
        fs::create_dir(folder.path().join("services")).unwrap();
        for (name, text) in
            [("sources.yaml", SOURCES), ("tariffs.yaml", TARIFFS), ("needs.yaml", NEEDS), ("types.yaml", TYPES)]
        {
            write(name, text);
        }
        let entries: Vec<String> = services
            .iter()
            .map(|(id, says)| {
                let usual = USUAL.iter().filter(|(key, _)| !says.contains(key)).map(|(_, usual)| *usual);
                let says: Vec<&str> = usual.chain([*says]).filter(|text| !text.is_empty()).collect();
                format!("  - {{ id: {id}, name: {id}, {} }}\n", says.join(", "))
            })
            .collect();
        write("services/essai.yaml", &format!("services:\n{}", entries.concat()));
        let bytes = compile_folder(folder.path(), Some(embedded())).unwrap_or_else(|problems| {
            panic!("{}", problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))
        });
        Self(Known::new(Catalogue::open(bytes).unwrap()))
    }

    pub(super) const fn known(&self) -> &Known {
        &self.0
    }

    /// Who comes, as YAML says it.
    pub(super) fn person(&self, says: &str) -> Situation {
        let typed: Typed = serde_yaml::from_str(&format!("{{ {says} }}")).unwrap();
        typed.read(self.0.catalogue(), Moment::parse(NOW).unwrap()).unwrap()
    }

    pub(super) fn orient(&self, person: &str) -> Orientation {
        orient(&self.0, &self.person(person))
    }

    pub(super) fn id(&self, position: usize) -> &'static str {
        self.0.catalogue().records.get(position).id.as_str()
    }

    /// The ids of what answers, in order.
    pub(super) fn order(&self, person: &str) -> Vec<&'static str> {
        self.orient(person).results.iter().map(|answered| self.id(answered.service.position)).collect()
    }

    /// The ids of the first five.
    pub(super) fn five(&self, person: &str) -> Vec<&'static str> {
        self.order(person).into_iter().take(5).collect()
    }

    /// What answers and has no rank, and why.
    pub(super) fn further(&self, person: &str) -> Vec<(&'static str, Further)> {
        self.orient(person).further.iter().map(|(position, why)| (self.id(*position), *why)).collect()
    }
}

/// Of two services, the one that is named last in the alphabet stands first by this row, and would stand second without
/// it.
pub(super) fn decides(row: Row, first: &str, second: &str, person: &str) {
    let desk = Desk::with(&[("a", second), ("b", first)]);
    let results = desk.orient(person).results;
    let ids: Vec<&str> = results.iter().map(|answered| desk.id(answered.service.position)).collect();
    assert_eq!(ids, ["b", "a"], "the order at the desk");
    let (mut before, mut behind) = (results[0].service.key, results[1].service.key);
    assert_eq!(before.first_difference(&behind), Some(row), "what decides");
    before.set(row, 0);
    behind.set(row, 0);
    assert!(behind < before, "another row decides the same without it: {:?}", before.first_difference(&behind));
}
