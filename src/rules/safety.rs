//! Safety: the numbers that are printed before anything else, whatever the catalogue holds.
//!
//! They are compiled in, so that a broken catalogue cannot hide them; a test holds them against the catalogue's own
//! entries. The program never computes a risk: it prints what fits the urgency said, the age, the language and the
//! need.

use crate::catalogue::date::Moment;
use crate::catalogue::terms::{Alarm as Rung, National, Nature, Urgency};

use super::case::Case;
use super::opening::{self, Opening};

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
    /// Violence: a line that listens, and finds a refuge.
    ViolenceLine,
    /// A line that listens to anything, in a language that no line of this purpose speaks.
    Listening,
    /// A doctor on call, tonight or this weekend.
    DoctorOnCall,
}

/// One line of the safety block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SafetyLine {
    pub number: SafetyNumber,
    pub reason: SafetyReason,
    /// Whether it answers at the moment of the situation, by the hours that the catalogue gives.
    pub opening: Opening,
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

pub const EMERGENCY: SafetyNumber =
    number("urgence-112", "Urgences 112", "numero-urgence", "112", &[], "police-be-numeros-urgence");
const POLICE: SafetyNumber =
    number("police-101", "Police 101", "numero-urgence", "101", &[], "police-be-numeros-urgence");
const DOCTOR: SafetyNumber =
    number("garde-medicale-1733", "Médecin de garde 1733", "garde-medicale", "1733", &[], "health-belgium-1733");
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
const VIOLENCE_FR: SafetyNumber = number(
    "ecoute-violences-conjugales",
    "Écoute violences conjugales",
    "violences",
    "0800 30 030",
    &["fr"],
    "ecouteviolencesconjugales-presentation",
);
const VIOLENCE_NL: SafetyNumber =
    number("1712-hulplijn-geweld-misbruik", "Hulplijn 1712", "violences", "1712", &["nl"], "1712-be");
const LISTEN_DE: SafetyNumber =
    number("telefonhilfe-108", "Telefonhilfe 108", "ligne-ecoute", "108", &["de"], "telefonhilfe-be");
const CHILD_FR: SafetyNumber =
    number("ecoute-enfants-103", "Écoute-Enfants 103", "ligne-ecoute", "103", &["fr"], "cresam-2025");
const CHILD_NL: SafetyNumber = number("awel-102", "Awel 102", "ligne-ecoute", "102", &["nl"], "oasis-online-2026-08");

/// In English, for suicidal thoughts as for any distress; and for whoever has no line in a language of their own.
const LISTEN_EN: SafetyNumber = number(
    "community-help-service",
    "Community Help Service",
    "ligne-ecoute",
    "02 616 26 26",
    &["en"],
    "chsbelgium-helpline",
);

/// Every number that is compiled in, the most urgent first.
pub const NUMBERS: [SafetyNumber; 11] = [
    EMERGENCY,
    SUICIDE_FR,
    SUICIDE_NL,
    LISTEN_DE,
    LISTEN_EN,
    VIOLENCE_FR,
    VIOLENCE_NL,
    CHILD_FR,
    CHILD_NL,
    POLICE,
    DOCTOR,
];

const SUICIDE: &[SafetyNumber] = &[SUICIDE_FR, SUICIDE_NL, LISTEN_DE, LISTEN_EN];
const VIOLENCE: &[SafetyNumber] = &[VIOLENCE_FR, VIOLENCE_NL];
/// 108 answers every age.
const CHILD: &[SafetyNumber] = &[CHILD_FR, CHILD_NL, LISTEN_DE];

const LISTEN_FR: SafetyNumber =
    number("tele-accueil-107", "Télé-Accueil 107", "ligne-ecoute", "107", &["fr"], "cresam-2025");
const LISTEN_NL: SafetyNumber =
    number("tele-onthaal-106", "Tele-Onthaal 106", "ligne-ecoute", "106", &["nl"], "lieux-de-lien-bruxelles");

/// The lines that listen to anybody, for the foot of a sheet.
pub const LISTENING: &[SafetyNumber] = &[LISTEN_FR, LISTEN_NL, LISTEN_DE, LISTEN_EN];

/// What of the situation decides which numbers are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each may ring alone")]
pub struct Alarm {
    pub danger: bool,
    pub today: bool,
    /// No need is said, or one of the mind: a danger may be that of a suicide.
    pub mind: bool,
    pub suicidal_thoughts: bool,
    pub violence: bool,
    pub minor: bool,
    /// The doctor on call answers at this hour.
    pub doctor_on_call: bool,
}

/// In which languages numbers are shown.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tongues {
    /// The languages said; empty when none is.
    pub said: Vec<&'static str>,
    /// Those of the place, its own before that of its facilities; empty when no place is known.
    pub local: Vec<National>,
}

impl Tongues {
    pub fn of(case: &Case<'_>) -> Self {
        let said = case.situation.languages.known().cloned().unwrap_or_default();
        Self { said, local: case.local_languages() }
    }

    /// The lines of one purpose, in the order in which they are shown: those of the languages said. When none is said, or
    /// no line answers in them: those of the place, then of the rest of the country unless a language is said, then the
    /// one in English.
    pub fn choose(&self, lines: &[SafetyNumber]) -> Vec<SafetyNumber> {
        let of = |language: &'static str| lines.iter().filter(move |line| line.languages.contains(&language)).copied();
        let said: Vec<SafetyNumber> = self.said.iter().flat_map(|language| of(language)).collect();
        if !said.is_empty() {
            return said;
        }
        let everywhere = self.said.is_empty() || self.local.is_empty();
        let others = National::ALL.iter().filter(|national| everywhere && !self.local.contains(national));
        self.local.iter().chain(others).map(|national| national.slug()).chain(["en"]).flat_map(of).collect()
    }

    /// The lines that listen in a language said, or else of the place, that no line of this purpose speaks.
    fn beside(&self, lines: &[SafetyNumber], listening: &[SafetyNumber]) -> Vec<SafetyNumber> {
        let speaks = |line: &SafetyNumber, language: &str| line.languages.contains(&language);
        let unspoken = self.tongues().into_iter().filter(|language| !lines.iter().any(|line| speaks(line, language)));
        unspoken.flat_map(|language| listening.iter().filter(move |line| speaks(line, language))).copied().collect()
    }

    /// Whether these lines speak the first of the languages said, or else of the place.
    fn is_first(&self, lines: &[SafetyNumber]) -> bool {
        self.tongues().first().is_some_and(|first| lines.iter().any(|line| line.languages.contains(first)))
    }

    /// The languages said, or else those of the place.
    fn tongues(&self) -> Vec<&'static str> {
        let local = || self.local.iter().map(|national| national.slug()).collect();
        if self.said.is_empty() { local() } else { self.said.clone() }
    }
}

/// The safety block of a situation.
pub fn safety(case: &Case<'_>) -> Vec<SafetyLine> {
    let situation = case.situation;
    let rings = |alarm: Rung| !case.said.and(case.known.alarmed(alarm)).is_empty();
    let today = situation.urgency.known() == Some(&Urgency::Today);
    let alarm = Alarm {
        danger: case.is_danger(),
        today,
        mind: case.may_have(Nature::Mind),
        suicidal_thoughts: rings(Rung::Suicide),
        violence: rings(Rung::Violence),
        minor: situation.is_minor(),
        // reading the calendar of holidays costs more than all the rest
        doctor_on_call: today && is_doctor_on_call(situation.at),
    };
    let mut block = lines(alarm, &Tongues::of(case));
    for line in &mut block {
        line.opening = opening_of(line.number, case);
    }
    // of the lines of one purpose, those that answer now come first
    for lines in block.chunk_by_mut(|one, other| one.reason == other.reason) {
        lines.sort_by_key(|line| matches!(line.opening, Opening::Closed { .. }));
    }
    block
}

/// Whether a number answers now, by its own record.
fn opening_of(number: SafetyNumber, case: &Case<'_>) -> Opening {
    let (known, at) = (case.known, case.situation.at);
    let Some(position) = known.catalogue().find(number.id) else { return Opening::Unknown };
    let facts = known.store().facts(position);
    if !facts.has_hours {
        return Opening::Unknown;
    }
    known.store().opening(position, facts, known.store().record(position).hours.as_deref(), at)
}

/// 1733 answers at the week-end and on public holidays; in some regions in the evening and at night too
/// (health.belgium.be).
pub fn is_doctor_on_call(at: Moment) -> bool {
    const EVENING: u8 = 18;
    const MORNING: u8 = 8;
    at.hour >= EVENING || at.hour < MORNING || opening::is_quiet_day(at)
}

/// The safety block for an alarm and the languages of who is concerned. Needs no catalogue.
pub fn lines(alarm: Alarm, tongues: &Tongues) -> Vec<SafetyLine> {
    use SafetyReason::{Danger, DoctorOnCall, IfDanger, Listening, Minor, SuicidalThoughts, Violence, ViolenceLine};
    let mut block: Vec<SafetyLine> = Vec::new();
    let mut add = |number: SafetyNumber, reason| {
        if block.iter().all(|line| line.number != number) {
            block.push(SafetyLine { number, reason, opening: Opening::Unknown });
        }
    };
    if alarm.danger {
        add(EMERGENCY, Danger);
    }
    if alarm.violence && (alarm.danger || alarm.today) {
        add(POLICE, Violence);
        let listening = tongues.beside(VIOLENCE, LISTENING);
        let (first, after) = if tongues.is_first(&listening) { (listening, vec![]) } else { (vec![], listening) };
        let refuge = tongues.choose(VIOLENCE).into_iter().map(|number| (number, ViolenceLine));
        let listens = |number| (number, Listening);
        for (number, reason) in first.into_iter().map(listens).chain(refuge).chain(after.into_iter().map(listens)) {
            add(number, reason);
        }
    }
    if alarm.suicidal_thoughts || alarm.danger && alarm.mind {
        for number in tongues.choose(SUICIDE) {
            add(number, SuicidalThoughts);
        }
    }
    if alarm.minor && (alarm.danger || alarm.suicidal_thoughts || alarm.violence || alarm.today) {
        for number in tongues.choose(CHILD) {
            add(number, Minor);
        }
    }
    if !alarm.danger && (alarm.today || alarm.suicidal_thoughts || alarm.violence) {
        add(EMERGENCY, IfDanger);
        if alarm.today && alarm.doctor_on_call {
            add(DOCTOR, DoctorOnCall);
        }
    }
    block
}

#[cfg(test)]
mod tests {
    use super::*;

    fn phones(alarm: Alarm, said: &[&'static str], local: &[National]) -> Vec<&'static str> {
        lines(alarm, &Tongues { said: said.to_vec(), local: local.to_vec() })
            .iter()
            .map(|line| line.number.phone)
            .collect()
    }

    const DANGER: Alarm = Alarm {
        danger: true,
        today: false,
        mind: true,
        suicidal_thoughts: false,
        violence: false,
        minor: false,
        doctor_on_call: false,
    };

    #[test]
    fn danger_puts_112_first_then_the_suicide_line_of_the_language_said() {
        assert_eq!(phones(DANGER, &["fr"], &[]), ["112", "0800 32 123"]);
        assert_eq!(phones(DANGER, &["nl"], &[National::French]), ["112", "1813"]);
        assert_eq!(phones(DANGER, &["de"], &[]), ["112", "108"]);
        assert_eq!(phones(DANGER, &["en"], &[National::Dutch]), ["112", "02 616 26 26"]);
    }

    #[test]
    fn who_says_no_language_gets_the_line_of_the_place_first_and_the_others_after() {
        let everywhere = ["112", "0800 32 123", "1813", "108", "02 616 26 26"];
        assert_eq!(phones(DANGER, &[], &[]), everywhere);
        assert_eq!(phones(DANGER, &[], &[National::Dutch]), ["112", "1813", "0800 32 123", "108", "02 616 26 26"]);
        let eupen = [National::German, National::French];
        assert_eq!(phones(DANGER, &[], &eupen), ["112", "108", "0800 32 123", "1813", "02 616 26 26"]);
    }

    #[test]
    fn a_language_without_a_line_gets_that_of_the_place_then_the_one_in_english() {
        assert_eq!(phones(DANGER, &["ti"], &[National::Dutch]), ["112", "1813", "02 616 26 26"]);
        assert_eq!(phones(DANGER, &["uk"], &[]), ["112", "0800 32 123", "1813", "108", "02 616 26 26"]);
    }

    #[test]
    fn violence_names_the_police_and_the_line_that_finds_a_refuge_and_no_suicide_line() {
        let threatened = Alarm { violence: true, mind: false, ..DANGER };
        assert_eq!(phones(threatened, &["fr"], &[]), ["112", "101", "0800 30 030"]);
        let tonight = Alarm { today: true, violence: true, doctor_on_call: true, ..Alarm::default() };
        assert_eq!(phones(tonight, &["nl"], &[]), ["101", "1712", "112", "1733"]);
    }

    #[test]
    fn a_child_in_danger_gets_the_children_s_line_too() {
        let child = Alarm { minor: true, ..DANGER };
        assert_eq!(phones(child, &["fr"], &[]), ["112", "0800 32 123", "103"]);
        assert_eq!(phones(child, &["nl"], &[]), ["112", "1813", "102"]);
        assert_eq!(phones(child, &["de"], &[]), ["112", "108"]);
    }

    #[test]
    fn a_german_speaker_threatened_is_listened_to_in_german_and_finds_the_line_of_violence_after() {
        let threatened = Alarm { violence: true, mind: false, ..DANGER };
        let eupen = [National::German, National::French];
        assert_eq!(phones(threatened, &["de"], &eupen), ["112", "101", "108", "0800 30 030"]);
        assert_eq!(phones(threatened, &[], &eupen), ["112", "101", "108", "0800 30 030", "1712"]);
        assert_eq!(phones(threatened, &["fr"], &eupen), ["112", "101", "0800 30 030"]);
        assert_eq!(phones(threatened, &["en"], &[National::French]), ["112", "101", "02 616 26 26", "0800 30 030"]);
    }

    #[test]
    fn a_line_that_is_closed_says_when_it_opens() {
        let known = super::super::Known::new(crate::embedded());
        let typed: crate::situation::Typed =
            serde_yaml::from_str("{ commune: Gent, languages: [nl], needs: [violences], urgency: danger }").unwrap();
        let opening = |at: &str| {
            let situation = typed.read(crate::embedded(), Moment::parse(at).unwrap()).unwrap();
            safety(&Case::new(&known, &situation)).into_iter().find(|line| line.number.phone == "1712").unwrap().opening
        };
        assert!(matches!(opening("2026-11-24T10:00"), Opening::Open { .. }));
        assert!(matches!(opening("2026-11-24T23:00"), Opening::Closed { next: Some(_) }));
    }

    #[test]
    fn the_doctor_on_call_is_named_only_when_somebody_answers() {
        let at = |text: &str| is_doctor_on_call(Moment::parse(text).unwrap());
        assert!(!at("2026-11-24T10:00"), "a Tuesday morning");
        assert!(at("2026-11-24T20:00") && at("2026-11-25T03:00") && at("2026-11-29T10:00"));
        assert!(at("2026-12-25T11:00"), "a public holiday");
    }

    #[test]
    fn no_alarm_no_block() {
        assert!(lines(Alarm { mind: true, ..Alarm::default() }, &Tongues::default()).is_empty());
        let thoughts = Alarm { suicidal_thoughts: true, ..Alarm::default() };
        assert_eq!(phones(thoughts, &["nl"], &[]), ["1813", "112"]);
    }
}
