//! OpenStreetMap hours as the rows of a week, when a week says them exactly; else nothing: a row read wrong sends
//! somebody to a closed door.

use opening_hours_syntax::rules::day::{DaySelector, HolidayKind, WeekDayRange};
use opening_hours_syntax::rules::time::{Time, TimeSpan};
use opening_hours_syntax::rules::{RuleKind, RuleOperator, RuleSequence};

/// Minutes from midnight; the end lies after 1440 when it is on the next day.
pub type Span = (u16, u16);

const DAY: u16 = 24 * 60;

/// The hours of any week of the year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Week {
    pub rows: Vec<Row>,
    pub holidays: Holidays,
}

/// The days, Monday first, that hold this span.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    pub days: [bool; 7],
    pub span: Span,
}

/// What is said of public holidays.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Holidays {
    /// Nothing: the day of the week decides.
    AsTheDay,
    Closed,
    Open(Vec<Span>),
}

/// Reads hours as a week; `None` when they say more or other than a week can.
pub fn week(expression: &str) -> Option<Week> {
    let rules = opening_hours_syntax::parse(expression).ok()?.normalize().rules;
    let mut days: [Option<Vec<Span>>; 7] = Default::default();
    let mut holidays = None;
    for rule in &rules {
        let spans = spans(rule)?;
        // an evening that runs into the next day may be cut by that day's own rule
        if rules.len() > 1 && spans.iter().any(|(_, end)| *end > DAY) {
            return None;
        }
        let (named, feast) = days_of(&rule.day_selector)?;
        // the last rule wins: after that of the holidays, one for days would open them again
        if holidays.is_some() && named.contains(&true) {
            return None;
        }
        for (day, _) in days.iter_mut().zip(named).filter(|(_, named)| *named) {
            if day.replace(spans.clone()).is_some() {
                return None;
            }
        }
        if feast && holidays.replace(spans).is_some() {
            return None;
        }
    }
    Some(Week {
        rows: rows(&days),
        holidays: match holidays {
            None => Holidays::AsTheDay,
            Some(spans) if spans.is_empty() => Holidays::Closed,
            Some(spans) => Holidays::Open(spans),
        },
    })
}

/// The times of a rule, none when it closes; `None` when they are not the same every week.
fn spans(rule: &RuleSequence) -> Option<Vec<Span>> {
    if rule.operator != RuleOperator::Normal || !rule.comment.is_empty() {
        return None;
    }
    let spans: Vec<Span> = rule.time_selector.spans.iter().map(span).collect::<Option<_>>()?;
    match rule.kind {
        RuleKind::Open => Some(spans),
        RuleKind::Closed => (spans == [(0, DAY)]).then(Vec::new),
        RuleKind::Unknown => None,
    }
}

fn span(span: &TimeSpan) -> Option<Span> {
    let (Time::Fixed(from), Time::Fixed(to)) = (span.range.start, span.range.end) else {
        return None;
    };
    let (from, to) = (from.mins_from_midnight(), to.mins_from_midnight());
    let to = if to <= from { to + DAY } else { to };
    (from < DAY && to <= from + DAY && !span.open_end && span.repeats.is_none()).then_some((from, to))
}

/// The days of the week of a rule, and whether it speaks of public holidays.
fn days_of(selector: &DaySelector) -> Option<([bool; 7], bool)> {
    if !(selector.year.is_empty() && selector.monthday.is_empty() && selector.week.is_empty()) {
        return None;
    }
    if selector.weekday.is_empty() {
        return Some(([true; 7], false));
    }
    let (mut days, mut feast) = ([false; 7], false);
    for range in &selector.weekday {
        match range {
            WeekDayRange::Holiday { kind: HolidayKind::Public, offset: 0 } => feast = true,
            WeekDayRange::Fixed { range, offset: 0, nth_from_start, nth_from_end }
                if !nth_from_start.contains(&false) && !nth_from_end.contains(&false) =>
            {
                let mut day = *range.start();
                loop {
                    days[day.num_days_from_monday() as usize] = true;
                    if day == *range.end() {
                        break;
                    }
                    day = day.succ();
                }
            }
            _ => return None,
        }
    }
    Some((days, feast))
}

/// A row for each span, in the order of the week.
fn rows(days: &[Option<Vec<Span>>; 7]) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    for span in days.iter().flatten().flatten() {
        if !rows.iter().any(|row| row.span == *span) {
            rows.push(Row {
                days: std::array::from_fn(|day| days[day].iter().flatten().any(|other| other == span)),
                span: *span,
            });
        }
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(expression: &str) -> Option<Vec<String>> {
        let week = week(expression)?;
        let rows = week.rows.iter().map(|row| {
            let days: String = row.days.iter().map(|open| if *open { 'x' } else { '.' }).collect();
            format!("{days} {}-{}", row.span.0, row.span.1)
        });
        Some(rows.chain(std::iter::once(format!("{:?}", week.holidays))).collect())
    }

    #[test]
    fn a_week_is_read_whole() {
        for (expression, rows) in [
            ("24/7", ["xxxxxxx 0-1440", "AsTheDay"].as_slice()),
            ("Mo-Fr 09:00-12:00,13:00-16:00; PH off", &["xxxxx.. 540-720", "xxxxx.. 780-960", "Closed"]),
            ("Mo,Tu,Th,Fr 10:00-17:00; We 12:00-17:00", &["xx.xx.. 600-1020", "..x.... 720-1020", "AsTheDay"]),
            ("Mo-Su 20:00-08:00", &["xxxxxxx 1200-1920", "AsTheDay"]),
            ("Sa,Su,PH 10:00-18:00", &[".....xx 600-1080", "Open([(600, 1080)])"]),
            ("Fr-Mo 10:00-11:00", &["x...xxx 600-660", "AsTheDay"]),
            // the later rule wins on Wednesdays
            ("Mo-Fr 09:00-17:00; We 09:00-12:00", &["xx.xx.. 540-1020", "..x.... 540-720", "AsTheDay"]),
        ] {
            assert_eq!(
                shown(expression).as_deref(),
                Some(rows.iter().map(ToString::to_string).collect::<Vec<_>>().as_slice()),
                "{expression}"
            );
        }
    }

    #[test]
    fn what_no_week_says_is_not_half_read() {
        for expression in [
            "week 1-10 Mo 10:00-12:00",
            "Jan-Mar Mo 10:00-12:00",
            "Mo[1] 10:00-12:00",
            "Mo 10:00+",
            "sunrise-sunset",
            "SH off",
            "PH off; Mo-Fr 09:00-17:00",
            "Fr 20:00-02:00; Sa 10:00-12:00; PH off",
            "Mo-Fr 09:00-17:00 \"sur rendez-vous\"",
            "Mo-Fr 09:00-17:00 unknown",
            "Lu 9h",
        ] {
            assert_eq!(week(expression), None, "{expression}");
        }
    }
}
