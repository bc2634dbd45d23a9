//! Acronyms, said in full the first time a sheet uses them.

use crate::catalogue::fold::fold;

/// What each stands for. A sign that is a name of its own (SOS, a hospital's initials) is not here.
const ACRONYMS: &[(&str, &str)] = &[
    ("AMO", "aide en milieu ouvert, pour les jeunes"),
    ("APA", "allocation pour l'aide aux personnes âgées"),
    ("ASBL", "association sans but lucratif"),
    ("AVIQ", "agence wallonne de la santé et du handicap"),
    ("AZ", "hôpital général, en néerlandais"),
    ("BIM", "intervention majorée"),
    ("CAAMI", "caisse auxiliaire d'assurance maladie"),
    ("CAW", "centre d'aide sociale générale"),
    ("CGG", "centre flamand de santé mentale"),
    ("CHR", "centre hospitalier régional"),
    ("CHS", "centre hospitalier spécialisé"),
    ("CHU", "centre hospitalier universitaire"),
    ("CIRÉ", "coordination pour réfugiés et étrangers"),
    ("CLB", "centre d'encadrement des élèves, en Flandre"),
    ("CPAS", "centre public d'action sociale"),
    ("CRI", "centre régional d'intégration"),
    ("GGZ", "soins de santé mentale, en néerlandais"),
    ("HZIV", "caisse auxiliaire d'assurance maladie, en néerlandais"),
    ("INAMI", "assurance maladie"),
    ("JAC", "centre d'aide pour les jeunes, en Flandre"),
    ("LBSM", "ligue bruxelloise pour la santé mentale"),
    ("LGBTQI", "lesbiennes, gays, bisexuelles, trans, queer, intersexes"),
    ("LGBTQIA", "lesbiennes, gays, bisexuelles, trans, queer, intersexes, asexuelles"),
    ("LUSS", "ligue des usagers des services de santé"),
    ("MENA", "mineurs étrangers non accompagnés"),
    ("MSOC", "centre d'accueil médical et social, en néerlandais"),
    ("OCMW", "centre public d'action sociale, en néerlandais"),
    ("ONE", "office de la naissance et de l'enfance"),
    ("PCS", "plan de cohésion sociale"),
    ("PHARE", "service bruxellois pour les personnes handicapées"),
    ("SAJ", "service de l'aide à la jeunesse"),
    ("SPAD", "soins psychiatriques à domicile"),
    ("SPF", "service public fédéral"),
    ("SSM", "service de santé mentale"),
    ("UCL", "université catholique de Louvain"),
    ("ULB", "université libre de Bruxelles"),
    ("UZ", "hôpital universitaire, en néerlandais"),
    ("VIH", "virus du sida"),
    ("WGC", "maison médicale, en néerlandais"),
    ("ÖSHZ", "centre public d'action sociale, en allemand"),
];

/// Follows a text in the order in which it is read.
#[derive(Debug, Default)]
pub struct Acronyms {
    said: Vec<&'static str>,
}

impl Acronyms {
    /// The text, each acronym it is the first to use followed by what it stands for.
    pub fn expand(&mut self, text: &str) -> String {
        let mut expanded = text.to_owned();
        for (acronym, meaning) in ACRONYMS {
            if self.said.contains(acronym) {
                continue;
            }
            let Some(at) = word(&expanded, acronym) else {
                continue;
            };
            self.said.push(acronym);
            if is_explained(&expanded, at, acronym, meaning) {
                continue;
            }
            // a parenthesis within a parenthesis is a bracket
            let before = &expanded[..at];
            let inside = before.matches('(').count() > before.matches(')').count();
            let (open, close) = if inside { ('[', ']') } else { ('(', ')') };
            expanded.insert_str(at + acronym.len(), &format!(" {open}{meaning}{close}"));
        }
        expanded
    }

    /// What the acronyms of a name stand for: a name itself is left as it is written.
    pub fn explain(&mut self, name: &str) -> Vec<String> {
        let mut lines = Vec::new();
        for (acronym, meaning) in
            ACRONYMS.iter().filter(|(acronym, _)| !self.said.contains(acronym)).collect::<Vec<_>>()
        {
            let Some(at) = word(name, acronym) else {
                continue;
            };
            self.said.push(acronym);
            if !is_explained(name, at, acronym, meaning) {
                lines.push(format!("{acronym} : {meaning}"));
            }
        }
        lines
    }
}

/// Words in capitals that have no explanation here, for whoever keeps the texts.
pub fn unexplained(text: &str) -> Vec<&str> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| {
            word.chars().filter(|c| c.is_uppercase()).count() >= 2
                && word.chars().all(|c| c.is_uppercase() || c.is_ascii_digit())
        })
        .filter(|word| !ACRONYMS.iter().any(|(known, _)| known == word))
        .collect()
}

/// Where a whole word stands in a text.
fn word(text: &str, word: &str) -> Option<usize> {
    text.match_indices(word).map(|(at, _)| at).find(|at| {
        let before = text[..*at].chars().next_back();
        let after = text[at + word.len()..].chars().next();
        before.is_none_or(|c| !c.is_alphanumeric()) && after.is_none_or(|c| !c.is_alphanumeric())
    })
}

/// Said in full in the same text, or standing in parentheses behind words that begin with its letters.
fn is_explained(text: &str, at: usize, acronym: &str, meaning: &str) -> bool {
    let core = meaning.split(',').next().unwrap_or(meaning);
    if fold(text).contains(&fold(core)) {
        return true;
    }
    let Some(before) = text[..at].strip_suffix('(') else {
        return false;
    };
    let before = fold(before);
    let mut initials = before.split(' ').filter_map(|word| word.chars().next());
    fold(acronym).chars().all(|letter| initials.any(|initial| initial == letter))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_acronym_is_said_in_full_once() {
        let mut acronyms = Acronyms::default();
        assert_eq!(acronyms.expand("Demandez au CPAS."), "Demandez au CPAS (centre public d'action sociale).");
        assert_eq!(acronyms.expand("Le CPAS répond."), "Le CPAS répond.");
        assert_eq!(acronyms.expand("11 € (4 € si BIM)"), "11 € (4 € si BIM [intervention majorée])");
    }

    #[test]
    fn what_is_already_explained_is_left_alone() {
        let mut acronyms = Acronyms::default();
        for text in ["Des services de santé mentale (SSM) pour tous", "L'intervention majorée, le BIM, aide à payer."]
        {
            assert_eq!(acronyms.expand(text), text);
        }
        assert_eq!(
            acronyms.expand("Toutes les adresses des bureaux (ONE)"),
            "Toutes les adresses des bureaux (ONE [office de la naissance et de l'enfance])"
        );
        assert_eq!(acronyms.expand("Le CPASSE n'existe pas"), "Le CPASSE n'existe pas");
    }

    #[test]
    fn a_name_keeps_its_letters_and_gets_a_line() {
        let mut acronyms = Acronyms::default();
        assert_eq!(acronyms.explain("AMO La Particule"), ["AMO : aide en milieu ouvert, pour les jeunes"]);
        assert!(acronyms.explain("AMO Reliance").is_empty());
    }

    #[test]
    fn unknown_capitals_are_flagged() {
        assert_eq!(unexplained("Le CPAS et le XYZ, à Namur, au 107."), ["XYZ"]);
    }
}
