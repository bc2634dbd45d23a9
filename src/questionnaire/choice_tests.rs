//! Interviews answered question by question, whatever their order: which are asked, which are not, and what is said of
//! it.

use std::io;

use crate::catalogue::date::Moment;
use crate::embedded;
use crate::situation::{Field, Typed};

use super::prompt::command;
use super::{Outcome, Prompter, Question, Reply, interview};

/// Somebody who answers what they can, and agrees with the recap.
#[derive(Default)]
struct Person {
    /// What they reply to a question, the first time, the second...
    replies: Vec<(Field, &'static str)>,
    asked: Vec<Field>,
    screen: String,
}

impl Person {
    fn who(replies: &[(Field, &'static str)]) -> Self {
        Self { replies: replies.to_vec(), ..Self::default() }
    }

    fn goes_through(&mut self, typed: Typed) -> Typed {
        let catalogue = embedded();
        let now = Moment::parse("2026-11-24T10:00").unwrap();
        match interview(typed, catalogue, now, self).unwrap() {
            Outcome::Answered(typed) => typed,
            ended => panic!("{ended:?} :\n{}", self.screen),
        }
    }

    /// Where a text is on the screen.
    #[track_caller]
    fn at(&self, text: &str) -> usize {
        let at = self.screen.find(text);
        at.unwrap_or_else(|| panic!("« {text} » n'est pas là :\n{}", self.screen))
    }
}

impl Prompter for Person {
    fn ask(&mut self, question: &Question) -> io::Result<Reply> {
        self.say(&question.wording)?;
        let Some(field) = question.field else {
            return Ok(Reply::Skip);
        };
        self.asked.push(field);
        let reply = self.replies.iter().position(|(about, _)| *about == field);
        Ok(match reply.map(|at| self.replies.remove(at).1) {
            Some(text) => command(text).unwrap_or_else(|| Reply::Typed(text.to_owned())),
            None => Reply::Skip,
        })
    }

    fn say(&mut self, text: &str) -> io::Result<()> {
        self.screen.push_str(text);
        self.screen.push('\n');
        Ok(())
    }
}

fn words(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

#[expect(clippy::unnecessary_wraps, reason = "a field of `Typed` is optional")]
fn text(text: &str) -> Option<String> {
    Some(text.to_owned())
}

/// All is known but the budget and the migration path.
fn nearly_all(urgency: &str, need: &str) -> Typed {
    Typed {
        commune: text("Verviers"),
        age: text("34"),
        urgency: text(urgency),
        bim: text("non"),
        languages: words(&["fr"]),
        asking: text("proche"),
        needs: words(&[need]),
        ..Typed::default()
    }
}

#[test]
fn a_whole_interview_goes_from_urgency_to_the_recap() {
    let mut person = Person::who(&[
        (Field::Urgency, "semaine"),
        (Field::Asking, "proche"),
        (Field::Commune, "4800"),
        (Field::Age, "34 ans"),
        (Field::Needs, "seul, dettes"),
    ]);
    let typed = person.goes_through(Typed::default());
    assert_eq!(person.asked.first(), Some(&Field::Urgency));
    assert!(!person.asked.contains(&Field::Setting));
    assert!(person.at("Compris : Verviers (4800).") < person.at("Voici la situation."));
    assert_eq!(typed.urgency.as_deref(), Some("semaine"));
    assert_eq!(typed.commune.as_deref(), Some("4800"));
    assert_eq!(typed.needs, words(&["isolement", "finances"]));
    // no question comes twice
    let mut once = person.asked.clone();
    once.sort_unstable();
    once.dedup();
    assert_eq!(once.len(), person.asked.len(), "{:?}", person.asked);
}

#[test]
fn an_expected_question_that_changes_nothing_is_not_asked_and_this_is_said_once() {
    let mut left_out = 0;
    for (urgency, need) in [
        ("danger", "idees-suicidaires"),
        ("aujourdhui", "ecoute"),
        ("semaine", "isolement"),
        ("semaine", "suivi-psychologique"),
        ("mois", "trauma-exil"),
    ] {
        let mut person = Person::default();
        person.goes_through(nearly_all(urgency, need));
        for (field, name) in [(Field::Budget, "budget"), (Field::Migration, "parcours migratoire")] {
            let said = person
                .screen
                .lines()
                .filter(|line| line.contains("rien ici : je ne le") && line.contains(name))
                .count();
            let asked = person.asked.contains(&field);
            assert_eq!(said, usize::from(!asked), "{urgency}, {need}, {name} :\n{}", person.screen);
            left_out += said;
        }
    }
    assert!(left_out > 0, "aucune question n'a été écartée");
}

#[test]
fn what_is_left_out_is_said_before_the_recap() {
    let mut person = Person::who(&[(Field::Urgency, "danger")]);
    let typed = Typed { urgency: None, migration: text("aucun"), ..nearly_all("danger", "idees-suicidaires") };
    person.goes_through(typed);
    assert_eq!(person.asked, [Field::Urgency]);
    let said = person.at("Le budget ne changerait rien ici : je ne le demande pas.");
    assert!(said < person.at("Voici la situation."));
}

#[test]
fn a_question_mark_says_what_the_answer_changes_here() {
    let mut person = Person::who(&[(Field::Commune, "?"), (Field::Commune, "Verviers")]);
    person.goes_through(Typed { commune: None, ..nearly_all("mois", "suivi-psychologique") });
    let why = person.at("Beaucoup de services accueillent");
    assert!(why < person.at("Ici, la réponse peut changer"));
    assert!(person.at("des cinq premiers services") > why);
}

#[test]
fn back_returns_to_the_question_that_was_asked_before() {
    let mut person = Person::who(&[
        (Field::Urgency, "mois"),
        (Field::Needs, "<"),
        (Field::Urgency, "semaine"),
        (Field::Needs, "seul"),
        (Field::Commune, "<"),
        (Field::Needs, "dettes"),
    ]);
    let typed = person.goes_through(Typed {
        migration: text("aucun"),
        age: text("40"),
        languages: words(&["fr"]),
        asking: text("moi"),
        ..Typed::default()
    });
    assert_eq!(
        person.asked[..6],
        [Field::Urgency, Field::Needs, Field::Urgency, Field::Needs, Field::Commune, Field::Needs]
    );
    assert_eq!((typed.urgency.as_deref(), typed.needs), (Some("semaine"), words(&["finances"])));
}
