//! Answers in words: a place, needs, languages. What may mean several things is picked from a list.

use crate::catalogue::fold::fold;
use crate::lookup::{PlaceError, Suggestion};
use crate::questionnaire::heard::{self, Heard};
use crate::questionnaire::question::{Choice, Question, places};
use crate::situation::{Field, Situation, Trouble, Way};
use crate::words::questions as words;

use super::{Interview, Said, Stop, picked};

impl Interview<'_> {
    /// Reads a place, and has one picked when the text names none, or several.
    pub(super) fn place(&mut self, mut text: String) -> Result<(), Stop> {
        let mut sure = false;
        loop {
            let draft = self.machine.draft(Field::Commune, vec![text.clone()]);
            let trouble = match draft.read(self.catalogue, self.now) {
                Ok(situation) => {
                    self.machine.answer(Field::Commune, draft);
                    return if sure { Ok(()) } else { self.tell_place(&text, &situation) };
                }
                Err(mistakes) => mistakes.into_iter().next().map(|mistake| mistake.trouble),
            };
            let (wording, near): (String, Vec<Suggestion>) = match trouble {
                Some(Trouble::OutsideRegion { commune, region }) => {
                    return self.say(&words::outside(&commune, region));
                }
                Some(Trouble::Place(PlaceError::Ambiguous(near))) => (words::several_places(&text), near),
                Some(Trouble::Place(PlaceError::Unknown(near))) if !near.is_empty() => {
                    (words::near_places(&text), near)
                }
                _ => return self.say(&words::no_place(&text)),
            };
            let question = Question::which(Field::Commune, wording, places(&near));
            match self.ask(&question)? {
                Said::Chosen(at) => match picked(&question.choices, &at).pop() {
                    Some(value) => (text, sure) = (value, true),
                    None => return Ok(()),
                },
                // the beginning of one of these, or another name
                Said::Typed(other) => {
                    let at = heard::choice(&other, &question.choices);
                    let value = at.and_then(|at| picked(&question.choices, &[at]).pop());
                    sure = value.is_some();
                    text = value.unwrap_or(other);
                }
                Said::Skip | Said::Back => return Ok(()),
            }
        }
    }

    /// Says the place back when it is not what was typed, or when something had to be decided.
    fn tell_place(&mut self, typed: &str, situation: &Situation) -> Result<(), Stop> {
        match situation.commune.known() {
            Some(place) if place.note.is_some() || fold(&place.name) != fold(typed) => {
                self.say(&words::understood(place))
            }
            _ => Ok(()),
        }
    }

    /// Needs, wishes or languages in words: each part is a number of the list, a sure hit, or one to pick.
    pub(super) fn words(&mut self, field: Field, text: &str, choices: &[Choice]) -> Result<(), Stop> {
        let mut values: Vec<String> = Vec::new();
        let alone = heard::parts(text).count() == 1;
        for part in heard::parts(text) {
            let numbered = part.parse::<usize>().ok().and_then(|number| choices.get(number.checked_sub(1)?));
            let meant = match numbered {
                Some(choice) => vec![choice.value.clone()],
                // one part that means nothing here does not lose the others
                None => self.meant(field, part, alone)?.unwrap_or_default(),
            };
            for value in meant {
                if !values.contains(&value) {
                    values.push(value);
                }
            }
        }
        if values.is_empty() { Ok(()) } else { self.take(field, text, values) }
    }

    /// What a few words mean; picked among a few when they may mean several things. `None`: nothing. `alone`: it is
    /// the whole answer.
    fn meant(&mut self, field: Field, part: &str, alone: bool) -> Result<Option<Vec<String>>, Stop> {
        let mut part = part.to_owned();
        loop {
            let choices = match self.hear(field, &part) {
                Heard::Meant(values) => return Ok(Some(values)),
                Heard::Perhaps(choices) => choices,
                Heard::Nothing => {
                    self.say(&words::no_such_word(field, &part, alone))?;
                    return Ok(None);
                }
            };
            let question = Question::which(field, words::which_one(&part), choices);
            match self.ask(&question)? {
                Said::Chosen(at) => return Ok(Some(picked(&question.choices, &at))),
                Said::Skip | Said::Back => return Ok(None),
                // the beginning of one of these, or another word
                Said::Typed(other) => match heard::choice(&other, &question.choices) {
                    Some(at) => return Ok(Some(picked(&question.choices, &[at]))),
                    None => part = other,
                },
            }
        }
    }

    fn hear(&self, field: Field, part: &str) -> Heard {
        match field.row().way {
            Way::Named(table) => heard::need(part, &table(self.catalogue).iter().collect::<Vec<_>>()),
            _ => heard::languages(part),
        }
    }
}
