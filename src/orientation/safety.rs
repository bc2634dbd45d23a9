//! Safety: the numbers that are printed before anything else, whatever the catalogue holds.
//!
//! They are compiled in, so that a broken catalogue cannot hide them; a test holds them against the catalogue's own
//! entries. The program never computes a risk: it prints what fits the urgency said, the age, the language and the
//! need.

use crate::situation::Situation;

use super::Known;

/// A number that is compiled in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SafetyNumber {
    /// The id of the same service in the catalogue.
    pub id: &'static str,
    pub name: &'static str,
    pub kind: &'static str,
    pub phone: &'static str,
    /// Languages answered; empty: every caller is answered.
    pub languages: &'static [&'static str],
    pub source: &'static str,
}

/// Why a number is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SafetyReason {
    /// Someone is in danger now.
    Danger,
    /// If things get worse.
    IfDanger,
    /// Thoughts of suicide: somebody answers.
    SuicidalThoughts,
    /// The person is under 18.
    Minor,
    /// Violence: the police.
    Violence,
    /// A doctor on call, tonight or this weekend.
    DoctorOnCall,
}

/// One line of the safety block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SafetyLine {
    pub number: SafetyNumber,
    pub reason: SafetyReason,
}

const fn number(
    id: &'static str,
    name: &'static str,
    kind: &'static str,
    phone: &'static str,
    languages: &'static [&'static str],
    source: &'static str,
) -> SafetyNumber {
    SafetyNumber { id, name, kind, phone, languages, source }
}

const EMERGENCY: SafetyNumber =
    number("urgence-112", "Urgences 112", "numero-urgence", "112", &[], "police-be-numeros-urgence");
const POLICE: SafetyNumber =
    number("police-101", "Police 101", "numero-urgence", "101", &[], "police-be-numeros-urgence");
const DOCTOR: SafetyNumber =
    number("garde-medicale-1733", "Médecin de garde 1733", "garde-medicale", "1733", &[], "1733");
const SUICIDE_FR: SafetyNumber = number(
    "prevention-suicide-0800-32-123",
    "Prévention suicide",
    "prevention-suicide",
    "0800 32 123",
    &["fr"],
    "lieux-de-lien-bruxelles",
);
const SUICIDE_NL: SafetyNumber = number(
    "centrum-ter-preventie-van-zelfdoding-1813",
    "Zelfmoordlijn 1813",
    "prevention-suicide",
    "1813",
    &["nl"],
    "lieux-de-lien-bruxelles",
);
const LISTEN_DE: SafetyNumber =
    number("telefonhilfe-108", "Telefonhilfe 108", "ligne-ecoute", "108", &["de"], "telefonhilfe-be");
const CHILD_FR: SafetyNumber =
    number("ecoute-enfants-103", "Écoute-Enfants 103", "ligne-ecoute", "103", &["fr"], "cresam-2025");
const CHILD_NL: SafetyNumber = number("awel-102", "Awel 102", "ligne-ecoute", "102", &["nl"], "awel");

/// Every number that is compiled in, the most urgent first.
pub const NUMBERS: [SafetyNumber; 8] =
    [EMERGENCY, SUICIDE_FR, SUICIDE_NL, LISTEN_DE, CHILD_FR, CHILD_NL, POLICE, DOCTOR];

/// What of the situation decides which numbers are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each may ring alone")]
pub struct Alarm {
    pub danger: bool,
    pub today: bool,
    pub suicidal_thoughts: bool,
    pub violence: bool,
    pub minor: bool,
}

/// The safety block of a situation.
pub fn safety(known: &Known, situation: &Situation) -> Vec<SafetyLine> {
    let alarm = Alarm {
        danger: situation.is_danger(),
        today: situation.urgency.known() == Some(&crate::catalogue::terms::Urgency::Today),
        suicidal_thoughts: known.asks_for(situation, "idees-suicidaires"),
        violence: known.asks_for(situation, "violences"),
        minor: situation.is_minor(),
    };
    lines(alarm, situation.languages.known().map(Vec::as_slice))
}

/// The safety block for an alarm and the languages spoken (`None`: unknown). Needs no catalogue.
pub fn lines(alarm: Alarm, spoken: Option<&[&str]>) -> Vec<SafetyLine> {
    use SafetyReason::{Danger, DoctorOnCall, IfDanger, Minor, SuicidalThoughts, Violence};
    let mut block = Vec::new();
    let mut add = |number: SafetyNumber, reason| block.push(SafetyLine { number, reason });
    if alarm.danger {
        add(EMERGENCY, Danger);
    }
    if alarm.violence && (alarm.danger || alarm.today) {
        add(POLICE, Violence);
    }
    if alarm.danger || alarm.suicidal_thoughts {
        for number in in_language(&[SUICIDE_FR, SUICIDE_NL, LISTEN_DE], spoken) {
            add(number, SuicidalThoughts);
        }
    }
    if alarm.minor && (alarm.danger || alarm.suicidal_thoughts || alarm.violence || alarm.today) {
        for number in in_language(&[CHILD_FR, CHILD_NL], spoken) {
            add(number, Minor);
        }
    }
    if !alarm.danger && (alarm.today || alarm.suicidal_thoughts || alarm.violence) {
        add(EMERGENCY, IfDanger);
        if alarm.today {
            add(DOCTOR, DoctorOnCall);
        }
    }
    block
}

/// The lines of the languages spoken; when none answers in them, or they are unknown, those in French and in Dutch.
fn in_language(numbers: &[SafetyNumber], spoken: Option<&[&str]>) -> Vec<SafetyNumber> {
    let answers = |number: &&SafetyNumber| {
        spoken.is_some_and(|spoken| number.languages.iter().any(|language| spoken.contains(language)))
    };
    let fitting: Vec<SafetyNumber> = numbers.iter().filter(answers).copied().collect();
    if fitting.is_empty() {
        return numbers.iter().filter(|number| number.languages != ["de"]).copied().collect();
    }
    fitting
}

#[cfg(test)]
mod tests {
    use super::*;

    fn phones(alarm: Alarm, spoken: Option<&[&str]>) -> Vec<&'static str> {
        lines(alarm, spoken).iter().map(|line| line.number.phone).collect()
    }

    #[test]
    fn danger_puts_112_first_then_the_suicide_line_of_the_language() {
        let danger = Alarm { danger: true, ..Alarm::default() };
        assert_eq!(phones(danger, Some(&["fr"])), ["112", "0800 32 123"]);
        assert_eq!(phones(danger, Some(&["nl"])), ["112", "1813"]);
        assert_eq!(phones(danger, Some(&["de"])), ["112", "108"]);
        assert_eq!(phones(danger, None), ["112", "0800 32 123", "1813"]);
        assert_eq!(phones(danger, Some(&["ti"])), ["112", "0800 32 123", "1813"]);
    }

    #[test]
    fn a_minor_in_danger_gets_the_children_s_line_too() {
        let danger = Alarm { danger: true, minor: true, ..Alarm::default() };
        assert_eq!(phones(danger, Some(&["fr"])), ["112", "0800 32 123", "103"]);
        assert_eq!(phones(danger, Some(&["nl"])), ["112", "1813", "102"]);
    }

    #[test]
    fn violence_tonight_names_the_police() {
        let tonight = Alarm { today: true, violence: true, ..Alarm::default() };
        assert_eq!(phones(tonight, Some(&["fr"])), ["101", "112", "1733"]);
    }

    #[test]
    fn no_alarm_no_block() {
        assert!(lines(Alarm::default(), None).is_empty());
        assert_eq!(phones(Alarm { suicidal_thoughts: true, ..Alarm::default() }, Some(&["nl"])), ["1813", "112"]);
    }
}
