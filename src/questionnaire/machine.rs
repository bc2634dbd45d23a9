//! The order of the questions: a pure state machine with a history. It asks nothing and shows nothing.

use crate::catalogue::terms::Asking;
use crate::situation::{Field, Typed, UNKNOWN};

/// What comes next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turn {
    Ask(Field),
    Recap,
    Done,
}

/// An answered question, and the situation before it.
#[derive(Debug, Clone)]
struct Step {
    field: Field,
    before: Typed,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Mode {
    /// From one open question to the next, then the recap.
    Forward,
    /// Gone back: this question again.
    Again(Field),
    /// Lines of the recap to change, the next one last.
    Changing(Vec<Field>),
    Done,
}

/// Where the questionnaire stands.
#[derive(Debug, Clone)]
pub struct Machine {
    typed: Typed,
    /// What had been answered before going back: shown beside the question asked again.
    undone: Typed,
    history: Vec<Step>,
    mode: Mode,
    /// The answer was given already: only the recap is shown, no open question is asked.
    review: bool,
}

impl Machine {
    pub fn new(typed: Typed) -> Self {
        Self { undone: typed.clone(), typed, history: Vec::new(), mode: Mode::Forward, review: false }
    }

    /// The recap of answers already given, for some to be changed.
    pub fn review(typed: Typed) -> Self {
        Self { review: true, ..Self::new(typed) }
    }

    pub const fn typed(&self) -> &Typed {
        &self.typed
    }

    /// The situation in which the question asked now had its last answer.
    pub const fn answered(&self) -> &Typed {
        match self.mode {
            Mode::Again(_) => &self.undone,
            Mode::Forward | Mode::Changing(_) | Mode::Done => &self.typed,
        }
    }

    /// What comes next, when these questions are still open. Without a single question there is nothing to read over.
    pub fn next(&self, open: &[Field]) -> Turn {
        if self.review && self.mode == Mode::Forward {
            return Turn::Recap;
        }
        let asked = match &self.mode {
            Mode::Done => return Turn::Done,
            Mode::Again(field) => Some(field),
            Mode::Changing(fields) => fields.last(),
            Mode::Forward => open.first(),
        };
        match asked {
            Some(field) => Turn::Ask(*field),
            None if self.history.is_empty() => Turn::Done,
            None => Turn::Recap,
        }
    }

    /// The situation once a field holds these values; what the answer makes pointless is dropped.
    pub fn draft(&self, field: Field, values: Vec<String>) -> Typed {
        let mut draft = self.typed.clone();
        let known = values.iter().any(|value| value != UNKNOWN);
        match field {
            Field::Asking if values.first().map(String::as_str) != Some(Asking::Professional.slug()) => {
                draft.setting = None;
            }
            // a commune says more than the region answered when no commune was known
            Field::Commune if known && (self.was_asked(Field::Region) || matches!(self.mode, Mode::Changing(_))) => {
                draft.region = None;
            }
            _ => {}
        }
        draft.put(field, values);
        draft
    }

    /// Takes a draft that could be read as the answer to a field.
    pub fn answer(&mut self, field: Field, draft: Typed) {
        let before = std::mem::replace(&mut self.typed, draft);
        match &mut self.mode {
            // straight to the answer
            Mode::Changing(fields) => {
                fields.pop();
                if fields.is_empty() {
                    self.mode = Mode::Done;
                }
            }
            Mode::Forward | Mode::Again(_) | Mode::Done => {
                self.history.push(Step { field, before });
                self.mode = Mode::Forward;
            }
        }
    }

    /// Goes back one question, or from a line being changed to the recap; `false` at the first question.
    pub fn back(&mut self) -> bool {
        if matches!(self.mode, Mode::Changing(_)) {
            self.mode = Mode::Forward;
            return true;
        }
        if self.review {
            self.mode = Mode::Done;
            return true;
        }
        let Some(step) = self.history.pop() else {
            return false;
        };
        self.undone = std::mem::replace(&mut self.typed, step.before);
        self.mode = Mode::Again(step.field);
        true
    }

    /// Changes these lines of the recap, in this order; none: the recap is right.
    pub fn change(&mut self, mut fields: Vec<Field>) {
        fields.reverse();
        self.mode = if fields.is_empty() { Mode::Done } else { Mode::Changing(fields) };
    }

    fn was_asked(&self, field: Field) -> bool {
        self.history.iter().any(|step| step.field == field)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(machine: &mut Machine, field: Field, value: &str) {
        let draft = machine.draft(field, vec![value.to_owned()]);
        machine.answer(field, draft);
    }

    #[test]
    fn going_back_takes_the_answer_back_and_remembers_it() {
        let mut machine = Machine::new(Typed::default());
        assert!(!machine.back());
        answer(&mut machine, Field::Age, "34");
        answer(&mut machine, Field::Budget, "10");
        assert!(machine.back());
        assert_eq!(machine.next(&[Field::Budget, Field::Bim]), Turn::Ask(Field::Budget));
        assert_eq!((machine.typed().budget.as_deref(), machine.answered().words(Field::Budget)), (None, vec!["10"]));
        assert!(machine.back());
        assert_eq!(machine.typed(), &Typed::default());
    }

    #[test]
    fn a_changed_line_leads_straight_to_the_answer() {
        let mut machine = Machine::new(Typed::default());
        answer(&mut machine, Field::Age, "34");
        assert_eq!(machine.next(&[]), Turn::Recap);
        machine.change(vec![Field::Age, Field::Budget]);
        assert_eq!(machine.next(&[]), Turn::Ask(Field::Age));
        answer(&mut machine, Field::Age, "43");
        assert_eq!(machine.next(&[Field::Bim]), Turn::Ask(Field::Budget));
        answer(&mut machine, Field::Budget, "10");
        assert_eq!(machine.next(&[Field::Bim]), Turn::Done);
        assert_eq!(machine.typed().age.as_deref(), Some("43"));
    }

    #[test]
    fn leaving_a_line_unchanged_goes_back_to_the_recap() {
        let mut machine = Machine::new(Typed::default());
        answer(&mut machine, Field::Age, "34");
        machine.change(vec![Field::Age]);
        assert!(machine.back());
        assert_eq!(machine.next(&[]), Turn::Recap);
    }

    #[test]
    fn answers_already_given_are_read_over_and_nothing_else_is_asked() {
        let mut machine = Machine::review(Typed::default());
        assert_eq!(machine.next(&[Field::Age]), Turn::Recap);
        machine.change(vec![Field::Budget]);
        assert!(machine.back());
        assert_eq!(machine.next(&[Field::Age]), Turn::Recap);
        machine.change(vec![Field::Budget]);
        answer(&mut machine, Field::Budget, "10");
        assert_eq!(machine.next(&[Field::Age]), Turn::Done);
        let mut machine = Machine::review(Typed::default());
        assert!(machine.back());
        assert_eq!(machine.next(&[Field::Age]), Turn::Done);
    }

    #[test]
    fn nothing_to_ask_is_nothing_to_read_over() {
        assert_eq!(Machine::new(Typed::default()).next(&[]), Turn::Done);
    }

    #[test]
    fn an_answer_drops_what_it_makes_pointless() {
        let mut machine = Machine::new(Typed::default());
        answer(&mut machine, Field::Asking, "pro");
        answer(&mut machine, Field::Setting, "hopital");
        machine.change(vec![Field::Asking]);
        assert_eq!(machine.draft(Field::Asking, vec!["moi".to_owned()]).setting, None);
        assert_eq!(machine.draft(Field::Asking, vec!["pro".to_owned()]).setting.as_deref(), Some("hopital"));
    }
}
