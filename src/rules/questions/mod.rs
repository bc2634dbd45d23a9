//! Which question to ask next: the one whose answer changes most of what the person will read.
//!
//! For each question not asked yet, a few answers stand for all the others ([`crate::situation::Answers`]). The judgement is run on the
//! real catalogue with each of them and with none, and what a person would read is compared, two by two ([`Change`]).
//! The mean over all the pairs is the measure. It is four counts, compared in this order:
//!
//! | n° | count | why it stands there |
//! |---|---|---|
//! | 1 | safety numbers shown to one and not to the other | a number to call comes before any service (R-D-02) |
//! | 2 | services among the first five of one and not of the other | the first five are what people try |
//! | 3 | services among both first fives, in another place | whom to call first, among the same |
//! | 4 | services of both whose verdict, questions to ask or price read otherwise | the same door, with another key: found out at the door, it costs the visit (R-004-04) |
//!
//! Counts are not added up: a number to call is not worth so many places of a list. The first count that differs
//! decides, as in the ranking, so there is no weight to choose. Equal questions keep the order of their turns
//! ([`crate::situation::Field::in_turn`]).
//!
//! Bounds: the urgency is asked first, the migration path last, whatever they change (asks 23). A question whose every
//! answer changes nothing is not asked; for those that everybody expects the questionnaire says so.
//! Every question is measured again after each answer; when none is left, every age, commune, language and budget is
//! tried before that is said.
//!
//! It costs some seventy look-ups (2 to 3 ms; under 50 ms when everything is tried), so it is for whoever waits for a
//! question. In a file, `next_questions` lists what could change anything in the whole list, in the order of the turns:
//! it costs no look-up.

mod measure;
mod order;
#[cfg(test)]
mod tests;
mod waiting;

pub use measure::Change;
pub use order::{Plan, plan};
pub(super) use waiting::next;
