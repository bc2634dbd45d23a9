//! Hours as schedules: rows of a week where a week says them exactly, words otherwise.
//!
//! Times are Brussels', without an offset: a fixed one would be wrong half of the year. `closes_at` at or before
//! `opens_at` is on the next day: `00:00` to `00:00` is day and night.

use crate::words::hsds as words;

use super::entry::Entry;
use super::ids::Mint;
use super::objects::Schedule;
use super::week::{Holidays, Row, Span, week};

/// As RFC 5545 and as OpenStreetMap name them, Monday first.
const DAYS: [(&str, &str); 7] =
    [("MO", "Mo"), ("TU", "Tu"), ("WE", "We"), ("TH", "Th"), ("FR", "Fr"), ("SA", "Sa"), ("SU", "Su")];

/// The schedules of an entry; none when no source gives its hours.
pub fn schedules(entry: &Entry, mint: &mut Mint) -> Vec<Schedule> {
    let mut schedules = Vec::new();
    if let Some(hours) = entry.record.hours.as_deref() {
        match week(hours) {
            None => schedules.push(said(entry, mint, &words::beyond_a_week(hours))),
            Some(week) => {
                let closed = week.holidays == Holidays::Closed;
                schedules.extend(week.rows.iter().map(|one| row(entry, mint, one, closed)));
                if let Holidays::Open(spans) = &week.holidays {
                    let spans: Vec<String> = spans.iter().map(|span| osm_span(*span)).collect();
                    let line = words::schedule(&format!("PH {}", spans.join(",")), false);
                    schedules.push(said(entry, mint, &line));
                }
            }
        }
    }
    schedules.extend(entry.record.hours_note.iter().map(|note| said(entry, mint, note)));
    schedules
}

fn row(entry: &Entry, mint: &mut Mint, row: &Row, closed_on_holidays: bool) -> Schedule {
    let byday = byday(row);
    let (opens_at, closes_at) = (clock(row.span.0), clock(row.span.1));
    let days = ranges(row);
    let simple = match (days.as_str(), row.span) {
        ("Mo-Su", (0, 1440)) => "24/7".to_owned(),
        _ => format!("{days} {}", osm_span(row.span)),
    };
    Schedule {
        id: mint.part("schedule", &[&byday, &opens_at, &closes_at]),
        service_id: entry.id.clone(),
        freq: Some("WEEKLY"),
        byday: Some(byday),
        opens_at: Some(opens_at),
        closes_at: Some(closes_at),
        description: words::schedule(&simple, closed_on_holidays),
    }
}

/// A schedule that is only a sentence.
fn said(entry: &Entry, mint: &mut Mint, text: &str) -> Schedule {
    Schedule {
        id: mint.part("schedule", &[text]),
        service_id: entry.id.clone(),
        freq: None,
        byday: None,
        opens_at: None,
        closes_at: None,
        description: text.to_owned(),
    }
}

fn byday(row: &Row) -> String {
    DAYS.into_iter().zip(row.days).filter(|(_, open)| *open).map(|((rfc, _), _)| rfc).collect::<Vec<_>>().join(",")
}

/// The days as OpenStreetMap writes them: `Mo-We,Fr`; two days that follow each other are named.
fn ranges(row: &Row) -> String {
    let mut groups: Vec<Vec<&str>> = vec![Vec::new()];
    for ((_, osm), open) in DAYS.into_iter().zip(row.days) {
        match groups.last_mut() {
            Some(group) if open => group.push(osm),
            Some(group) if !group.is_empty() => groups.push(Vec::new()),
            _ => {}
        }
    }
    let texts = groups.iter().filter_map(|group| match group.as_slice() {
        [] => None,
        [first, _, .., last] => Some(format!("{first}-{last}")),
        few => Some(few.join(",")),
    });
    texts.collect::<Vec<_>>().join(",")
}

/// `HH:MM`, from 00:00 to 23:59: midnight at the end of a day is the beginning of the next.
fn clock(minutes: u16) -> String {
    format!("{:02}:{:02}", minutes / 60 % 24, minutes % 60)
}

fn osm_span((from, to): Span) -> String {
    let end = if to == 1440 { "24:00".to_owned() } else { clock(to) };
    format!("{}-{end}", clock(from))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_that_follow_each_other_are_a_range() {
        let shown = |open: &str| {
            let mut days = [false; 7];
            for (day, c) in days.iter_mut().zip(open.chars()) {
                *day = c == 'x';
            }
            let row = Row { days, span: (540, 1440) };
            (byday(&row), ranges(&row))
        };
        for (open, rfc, osm) in [
            ("xxxxx..", "MO,TU,WE,TH,FR", "Mo-Fr"),
            ("xxx.x..", "MO,TU,WE,FR", "Mo-We,Fr"),
            (".x.x.xx", "TU,TH,SA,SU", "Tu,Th,Sa,Su"),
            ("xxxxxxx", "MO,TU,WE,TH,FR,SA,SU", "Mo-Su"),
        ] {
            assert_eq!(shown(open), (rfc.to_owned(), osm.to_owned()));
        }
    }

    #[test]
    fn midnight_is_the_next_day_s() {
        assert_eq!((clock(540), clock(1440)), ("09:00".into(), "00:00".into()));
        assert_eq!(osm_span((1200, 1920)), "20:00-08:00");
        assert_eq!(osm_span((600, 1440)), "10:00-24:00");
    }
}
