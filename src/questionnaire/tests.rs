//! Whole interviews through the plain lines: what is typed, then what is on the screen.

use crate::catalogue::date::Moment;
use crate::embedded;
use crate::situation::{Field, Typed};

use super::{InterviewError, Lines, Outcome, Question, interview};

/// What an interview left behind.
struct Session {
    outcome: Outcome,
    screen: String,
}

impl Session {
    #[track_caller]
    fn answered(&self) -> &Typed {
        let Outcome::Answered(typed) = &self.outcome else { panic!("pas de réponse :\n{}", self.screen) };
        typed
    }

    /// These texts are on the screen, in this order.
    #[track_caller]
    fn shows(&self, texts: &[&str]) {
        let mut rest = self.screen.as_str();
        for text in texts {
            let Some(at) = rest.find(text) else { panic!("« {text} » n'est pas (ou plus) là :\n{}", self.screen) };
            rest = &rest[at + text.len()..];
        }
    }

    #[track_caller]
    fn hides(&self, text: &str) {
        assert!(!self.screen.contains(text), "« {text} » est là :\n{}", self.screen);
    }

    fn count(&self, text: &str) -> usize {
        self.screen.matches(text).count()
    }
}

fn hold(typed: Typed, lines: &[&str]) -> Result<Session, InterviewError> {
    let catalogue = embedded();
    let script = lines.join("\n") + if lines.is_empty() { "" } else { "\n" };
    let mut front = Lines::new(script.as_bytes(), Vec::new());
    let outcome = interview(typed, catalogue, Moment::parse("2026-11-24T10:00").unwrap(), &mut front)?;
    Ok(Session { outcome, screen: String::from_utf8(front.into_output()).unwrap() })
}

/// Types these lines, one a question, with `typed` known before.
fn session(typed: Typed, lines: &[&str]) -> Session {
    hold(typed, lines).unwrap()
}

#[expect(clippy::unnecessary_wraps, reason = "a field of `Typed` is optional")]
fn text(text: &str) -> Option<String> {
    Some(text.to_owned())
}

fn words(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

/// Everything is known: each test takes away what it asks about.
fn given() -> Typed {
    Typed {
        commune: text("Verviers"),
        age: text("34"),
        urgency: text("semaine"),
        budget: text("0"),
        bim: text("oui"),
        migration: text("aucun"),
        languages: words(&["fr"]),
        asking: text("proche"),
        needs: words(&["isolement"]),
        ..Typed::default()
    }
}

/// The number of a line of the recap: a question more does not renumber the tests.
fn line_of(field: Field) -> usize {
    let situation = given().read(embedded(), Moment::parse("2026-11-24T10:00").unwrap()).unwrap();
    let (_, fields) = Question::recap(&situation, embedded());
    fields.iter().position(|shown| *shown == field).unwrap() + 1
}

/// Enough empty lines to skip whatever the catalogue still makes worth asking, and to agree with the recap.
const SKIP_THE_REST: [&str; 12] = [""; 12];

fn then_skip(lines: &[&'static str]) -> Vec<&'static str> {
    lines.iter().copied().chain(SKIP_THE_REST).collect()
}

#[test]
fn a_flag_answers_in_advance_and_nothing_is_asked_twice() {
    let session = session(given(), &[]);
    assert_eq!(session.answered(), &given());
    assert_eq!(session.screen, "");
}

#[test]
fn somebody_who_asks_for_themselves_is_spoken_to() {
    let session = session(Typed { commune: None, asking: text("moi"), ..given() }, &then_skip(&["Namur"]));
    session.shows(&["Où vivez-vous ?"]);
    session.hides("la personne");
}

#[test]
fn until_it_is_known_who_asks_the_words_fit_everybody() {
    let session = session(Typed { commune: None, asking: None, ..given() }, &then_skip(&["Namur"]));
    session.shows(&["Où vit la personne concernée ?"]);
}

#[test]
fn danger_puts_the_numbers_on_the_screen_before_the_next_question() {
    let session = session(Typed { commune: None, urgency: None, ..given() }, &then_skip(&["1", "Verviers"]));
    session.shows(&["Quand faut-il", "112", "0800 32 123", "Restez avec la personne", "Où vit", "Voici la situation."]);
    assert_eq!(session.count("0800 32 123"), 1);
}

#[test]
fn danger_said_by_a_flag_comes_before_any_question() {
    let session = session(Typed { commune: None, urgency: text("danger"), ..given() }, &then_skip(&["Verviers"]));
    session.shows(&["112", "Quelques questions", "Où vit"]);
}

#[test]
fn a_child_in_danger_gets_the_children_s_line_as_soon_as_the_age_is_said() {
    let typed = Typed { urgency: text("danger"), age: None, needs: Vec::new(), ..given() };
    let session = session(typed, &then_skip(&["", "9"]));
    session.shows(&["112", "Qu'est-ce qui amène", "Quel âge", "103"]);
}

#[test]
fn thoughts_of_suicide_are_answered_at_once() {
    let session = session(Typed { languages: Vec::new(), needs: Vec::new(), ..given() }, &then_skip(&["suicide"]));
    session.shows(&["Qu'est-ce qui amène", "0800 32 123", "Dans quelles langues"]);
}

#[test]
fn back_returns_to_the_question_before_with_its_answer() {
    let typed = Typed { urgency: None, commune: None, ..given() };
    let session = session(typed, &then_skip(&["2", "<", "4", "Verviers"]));
    session.shows(&["Quand faut-il", "Où vit", "Quand faut-il", "(réponse donnée : Aujourd'hui", "Où vit", "Voici"]);
    assert_eq!(session.answered().urgency.as_deref(), Some("mois"));
}

#[test]
fn there_is_nothing_before_the_first_question() {
    let session = session(Typed { urgency: None, ..given() }, &["<", "3", "<", "2", ""]);
    session.shows(&["C'est la première question", "Quand faut-il", "Voici", "Quand faut-il", "Voici"]);
    assert_eq!(session.answered().urgency.as_deref(), Some("aujourdhui"));
}

#[test]
fn a_question_mark_explains_and_asks_again() {
    let session = session(Typed { urgency: None, ..given() }, &["?", "3", "?", ""]);
    session.shows(&["Quand faut-il", "Pour montrer d'abord", "Quand faut-il", "Voici", "Pour relire", "Voici"]);
    assert_eq!(session.answered().urgency.as_deref(), Some("semaine"));
}

#[test]
fn quitting_is_polite_and_keeps_nothing() {
    let session = session(Typed::default(), &["3", "q"]);
    assert_eq!(session.outcome, Outcome::Quit);
    session.shows(&["Qu'est-ce qui", "Au revoir. Rien n'a été gardé."]);
}

#[test]
fn the_end_of_the_input_ends_the_questions() {
    for lines in [&[][..], &["3"], &["3", "2", "4800"]] {
        let session = session(Typed::default(), lines);
        assert_eq!(session.outcome, Outcome::Quit);
        session.shows(&["les questions s'arrêtent ici"]);
    }
}

#[test]
fn an_endless_input_ends_too() {
    for line in ["y", "<", "?"] {
        assert_eq!(session(Typed::default(), &vec![line; 2000]).outcome, Outcome::Quit, "{line}");
    }
    session(Typed::default(), &[""; 100]).answered();
}

#[test]
fn a_name_of_several_places_is_picked_from_a_list() {
    let session = session(Typed { commune: None, ..given() }, &["Saint-Nicolas", "1", ""]);
    session.shows(&[
        "Plusieurs lieux s'appellent « Saint-Nicolas »",
        "1. Saint-Nicolas (4420)",
        "Sint-Niklaas",
        "Voici",
    ]);
    session.shows(&["Lieu de vie : Saint-Nicolas"]);
}

#[test]
fn a_typo_is_offered_and_never_taken() {
    let session = session(Typed { commune: None, ..given() }, &["Vervier", "1", ""]);
    session.shows(&["« Vervier » n'est pas un lieu connu", "1. Verviers (4800)", "Lieu de vie : Verviers"]);
    assert!(session.count("  9. ") <= 1, "huit lieux au plus");
}

#[test]
fn none_of_the_places_offered_asks_again() {
    let session = session(Typed { commune: None, ..given() }, &["Vervier", "", "Vervier", "Lüttich", ""]);
    session.shows(&["Est-ce un de ceux-ci", "Où vit la personne", "Est-ce un de ceux-ci", "Compris : Liège", "Voici"]);
}

#[test]
fn a_place_that_is_none_is_said_in_one_sentence() {
    let session = session(Typed { commune: None, ..given() }, &["0000", "4800", ""]);
    session.shows(&["« 0000 » n'est pas un lieu connu.", "Où vit la personne", "Voici"]);
}

#[test]
fn without_a_commune_the_region_is_asked() {
    let typed = session(Typed { commune: None, ..given() }, &["", "wal", ""]).answered().clone();
    assert_eq!((typed.commune.as_deref(), typed.region.as_deref()), (Some("inconnu"), Some("wallonie")));
}

#[test]
fn a_commune_given_at_the_recap_outranks_the_region() {
    let session = session(Typed { commune: None, ..given() }, &["", "1", "lieu", "Namur"]);
    let typed = session.answered();
    assert_eq!((typed.commune.as_deref(), typed.region.as_deref()), (Some("Namur"), None));
}

#[test]
fn a_commune_outside_the_region_given_is_refused() {
    let typed = Typed { commune: None, region: text("flandre"), languages: words(&["nl"]), ..given() };
    let session = session(typed, &["Namur", "Gand", ""]);
    session.shows(&["Namur n'est pas dans la région donnée (Flandre)", "Où vit la personne", "Voici"]);
}

#[test]
fn a_line_changed_at_the_recap_leads_straight_to_the_answer() {
    let session = session(Typed { urgency: None, ..given() }, &["3", "4", "43"]);
    session.shows(&["Voici la situation.", "4. Âge : 34 ans", "Quel âge a la personne", "(réponse donnée : 34)"]);
    assert_eq!((session.answered().age.as_deref(), session.count("Voici la situation.")), (Some("43"), 1));
}

#[test]
fn several_lines_are_changed_at_once_and_wishes_may_be_added() {
    let lines = format!("{} {}", line_of(Field::Age), line_of(Field::Wishes));
    let session = session(Typed { urgency: None, ..given() }, &["3", &lines, "43", "à domicile, 1"]);
    assert_eq!(session.answered().wishes, words(&["a-domicile", "sans-rendez-vous"]));
}

#[test]
fn danger_said_at_the_recap_is_answered_at_once() {
    let session = session(Typed { commune: None, ..given() }, &["Verviers", "1", "1"]);
    session.shows(&["Voici la situation.", "Quand faut-il", "112"]);
    assert_eq!(session.answered().urgency.as_deref(), Some("danger"));
}

#[test]
fn a_professional_s_workplace_is_forgotten_with_the_professional() {
    let typed = Typed { asking: text("pro"), setting: text("hopital"), urgency: None, ..given() };
    let session = session(typed, &["3", "2", "moi"]);
    assert_eq!((session.answered().asking.as_deref(), session.answered().setting.as_deref()), (Some("moi"), None));
}

#[test]
fn needs_are_found_by_number_by_word_and_by_sentence() {
    let asked = Typed { needs: Vec::new(), ..given() };
    let needs = |lines: &[&str]| session(asked.clone(), lines).answered().needs.clone();
    assert_eq!(needs(&["14", ""]), ["isolement"]);
    assert_eq!(needs(&["14 26", ""]), ["isolement", "finances"]);
    assert_eq!(needs(&["14, psy", ""]), ["isolement", "suivi-psychologique"]);
    assert_eq!(needs(&["je suis seule et sans argent", "1 2", ""]), ["isolement", "finances"]);
    assert_eq!(needs(&["solitud", "1", ""]), ["isolement"]);
    assert_eq!(needs(&["xyzxyz", "", ""]), ["inconnu"]);
}

#[test]
fn languages_are_codes_names_or_numbers() {
    let asked = Typed { languages: Vec::new(), ..given() };
    let languages = |lines: &[&str]| session(asked.clone(), lines).answered().languages.clone();
    assert_eq!(languages(&["1 5", ""]), ["fr", "ar"]);
    assert_eq!(languages(&["Tigrinya et français", ""]), ["ti", "fr"]);
    assert_eq!(languages(&["tigrina", "1", ""]), ["ti"]);
    assert_eq!(languages(&["je ne sais pas", ""]), ["inconnu"]);
}

#[test]
fn a_bad_age_and_a_bad_amount_are_asked_again() {
    let lines = format!("{} {}", line_of(Field::Age), line_of(Field::Budget));
    let session = session(Typed { urgency: None, ..given() }, &["3", &lines, "121", "quinze", "15", "-4", "12,50"]);
    session.shows(&["« 121 » n'est pas un âge", "« quinze » n'est pas un âge", "« -4 » n'est pas un montant"]);
    assert_eq!((session.answered().age.as_deref(), session.answered().budget.as_deref()), (Some("15"), Some("12,50")));
}

#[test]
fn a_number_beyond_the_list_is_asked_again() {
    let session = session(Typed { urgency: None, ..given() }, &["5", "0", "demain", "3", ""]);
    session.shows(&[
        "« 5 » n'est pas une des réponses. Tapez un numéro de 1 à 4.",
        "« 0 » n'est",
        "« demain » n'est",
        "Voici",
    ]);
}

#[test]
fn the_migration_path_says_why_it_is_asked_and_may_stay_untold() {
    let typed = Typed { migration: None, needs: words(&["trauma-exil"]), ..given() };
    let session = session(typed, &["préfère ne pas dire", ""]);
    session.shows(&[
        "parcours migratoire",
        "ni gardée, ni envoyée",
        "aussi bonne qu'une autre",
        "Préfère ne pas dire",
        "Voici",
    ]);
    assert_eq!(session.answered().migration.as_deref(), Some("tait"));
}

#[test]
fn what_is_typed_never_reaches_the_screen_as_a_control_sequence() {
    let session = session(Typed { commune: None, ..given() }, &["\u{1b}[31mzzzz", "4800", ""]);
    session.hides("\u{1b}");
}

#[test]
fn bytes_that_are_no_text_are_no_answer_and_no_crash() {
    let catalogue = embedded();
    let mut front = Lines::new(&b"\xff\xfe\n3\n\xc3\n"[..], Vec::new());
    let typed = Typed { urgency: None, asking: None, ..given() };
    let outcome = interview(typed, catalogue, Moment::parse("2026-11-24T10:00").unwrap(), &mut front).unwrap();
    assert_eq!(outcome, Outcome::Quit);
}

#[test]
fn a_flag_that_cannot_be_read_is_no_question() {
    let unreadable = Typed { age: text("200"), ..given() };
    assert!(matches!(hold(unreadable, &[]), Err(InterviewError::Mistakes(mistakes)) if mistakes.len() == 1));
}

#[test]
fn a_long_list_is_said_once_and_again_when_asked_for() {
    let typed = || Typed { needs: Vec::new(), ..given() };
    let session = session(typed(), &then_skip(&["zzzzqqqq", "zzzzqqqq", "liste", "seul"]));
    assert_eq!(session.count("Je me sens seul·e"), 2, "{}", session.screen);
    session.shows(&["n'est pas dans la liste", "les mêmes réponses que plus haut", "Je me sens seul·e", "Voici"]);
    assert_eq!(session.answered().needs, words(&["isolement"]));
}

#[test]
fn one_word_of_a_sentence_is_enough_to_be_offered_an_answer() {
    let typed = Typed { needs: Vec::new(), ..given() };
    let session = session(typed, &then_skip(&["ils ont peur la nuit"]));
    session.shows(&["est-ce cela ?", "j'ai peur"]);
}

#[test]
fn a_part_that_means_nothing_does_not_lose_the_others() {
    let typed = Typed { needs: Vec::new(), ..given() };
    let session = session(typed, &then_skip(&["zzzzqqqq, seul"]));
    session.shows(&["« zzzzqqqq » n'est pas dans la liste : laissé de côté", "Besoins : isolement"]);
    assert_eq!(session.answered().needs, words(&["isolement"]));
}
