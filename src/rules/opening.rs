//! Whether a service is open at a moment, by a library made for OpenStreetMap's opening hours, Belgian public holidays
//! included.

use std::sync::{Mutex, OnceLock, PoisonError};

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, Timelike, Weekday};
use opening_hours::localization::Country;
use opening_hours::{Context, OpeningHours, RuleKind};

use crate::catalogue::date::{Moment, PartialDate};

/// What the hours say of a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Opening {
    /// Open; until when, unless it never closes.
    Open { until: Option<Moment> },
    /// Closed; the next opening within a fortnight.
    Closed { next: Option<Moment> },
    /// No hours are known, or they say nothing of this moment.
    Unknown,
}

impl Opening {
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Open { .. } => "open",
            Self::Closed { .. } => "closed",
            Self::Unknown => "unknown",
        }
    }
}

/// Hours that need no reading: most lines are open day and night.
const ALWAYS: &str = "24/7";

/// Reads hours at a moment. Hours that do not parse have been refused when the catalogue was checked; here they are
/// unknown.
pub fn opening(hours: &str, at: Moment) -> Opening {
    parse(hours).map_or(Opening::Unknown, |parsed| read(&parsed, speaks_of_holidays(hours), at))
}

fn parse(hours: &str) -> Option<OpeningHours> {
    let parsed = hours.parse::<OpeningHours>().ok()?;
    // decompressing the calendars costs more than all the rest: only for hours that speak of public holidays
    Some(if hours.contains("PH") {
        parsed.with_context(Context::default().with_holidays(Country::BE.holidays()))
    } else {
        parsed
    })
}

fn speaks_of_holidays(hours: &str) -> bool {
    hours.contains("PH") || hours == ALWAYS
}

/// The days of the year on which a legal holiday can fall, as month and day: the fixed ones, and the weeks of Easter
/// Monday, Ascension and Whit Monday. On any other the calendar, which costs more to open than all the rest, stays shut.
const fn may_be_holiday(month: u8, day: u8) -> bool {
    matches!((month, day), (1, 1) | (3, 23..) | (4 | 5, _) | (6, ..=14) | (7, 21) | (8, 15) | (11, 1 | 11) | (12, 25))
}

/// A legal holiday in Belgium.
pub fn is_holiday(at: Moment) -> bool {
    static HOLIDAYS: OnceLock<Option<OpeningHours>> = OnceLock::new();
    if !may_be_holiday(at.date.month, at.date.day) {
        return false;
    }
    let holidays = HOLIDAYS.get_or_init(|| parse("PH 00:00-24:00"));
    let now = to_chrono(at);
    holidays.as_ref().zip(now).is_some_and(|(holidays, now)| holidays.state(now).0 == RuleKind::Open)
}

/// A week-end or a legal holiday: hours that nobody knows are then most likely none.
pub fn is_quiet_day(at: Moment) -> bool {
    to_chrono(at).is_some_and(|now| matches!(now.weekday(), Weekday::Sat | Weekday::Sun)) || is_holiday(at)
}

/// Hours that say nothing of holidays are unknown on one: silence is not read as « open ».
fn read(hours: &OpeningHours, holidays_said: bool, at: Moment) -> Opening {
    let Some(now) = to_chrono(at) else {
        return Opening::Unknown;
    };
    if !holidays_said && is_holiday(at) {
        return Opening::Unknown;
    }
    let change = || {
        let next = hours.next_change(now)?;
        ((next - now).num_days() <= 14).then(|| from_chrono(next)).flatten()
    };
    match hours.state(now).0 {
        RuleKind::Open => Opening::Open { until: change() },
        RuleKind::Closed => Opening::Closed { next: change() },
        RuleKind::Unknown => Opening::Unknown,
    }
}

/// Hours already read, of each service: reading them costs more than ranking, and most situations are of the same
/// moment.
#[derive(Debug)]
pub struct OpeningCache(Vec<OnceLock<Box<Slot>>>);

#[derive(Debug, Default)]
struct Slot {
    parsed: OnceLock<Option<OpeningHours>>,
    last: Mutex<Option<(Moment, Opening)>>,
}

impl OpeningCache {
    pub fn for_services(count: usize) -> Self {
        Self((0..count).map(|_| OnceLock::new()).collect())
    }

    /// As [`opening`], for the service at `position`.
    pub fn at(&self, position: usize, hours: &str, at: Moment) -> Opening {
        if hours == ALWAYS {
            return Opening::Open { until: None };
        }
        let slot = self.0[position].get_or_init(Box::default);
        let mut last = slot.last.lock().unwrap_or_else(PoisonError::into_inner);
        match *last {
            Some((moment, known)) if moment == at => known,
            _ => {
                let parsed = slot.parsed.get_or_init(|| parse(hours));
                let known =
                    parsed.as_ref().map_or(Opening::Unknown, |parsed| read(parsed, speaks_of_holidays(hours), at));
                *last = Some((at, known));
                known
            }
        }
    }
}

fn to_chrono(at: Moment) -> Option<NaiveDateTime> {
    let date = NaiveDate::from_ymd_opt(i32::from(at.date.year), u32::from(at.date.month), u32::from(at.date.day))?;
    Some(NaiveDateTime::new(date, NaiveTime::from_hms_opt(u32::from(at.hour), u32::from(at.minute), 0)?))
}

fn from_chrono(at: NaiveDateTime) -> Option<Moment> {
    let date = PartialDate {
        year: u16::try_from(at.year()).ok()?,
        month: u8::try_from(at.month()).ok()?,
        day: u8::try_from(at.day()).ok()?,
    };
    Some(Moment { date, hour: u8::try_from(at.hour()).ok()?, minute: u8::try_from(at.minute()).ok()? })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Moment {
        Moment::parse(text).unwrap()
    }

    #[test]
    fn every_holiday_of_forty_years_falls_on_a_day_that_may_be_one() {
        let calendar = parse("PH 00:00-24:00").unwrap();
        let first = NaiveDate::from_ymd_opt(2020, 1, 1).unwrap();
        let noon = NaiveTime::from_hms_opt(12, 0, 0).unwrap();
        let days = first.iter_days().take_while(|day| day.year() < 2060);
        let holidays: Vec<_> =
            days.filter(|day| calendar.state(NaiveDateTime::new(*day, noon)).0 == RuleKind::Open).collect();
        assert!(holidays.len() >= 10 * 10, "the calendar of the library holds {} days", holidays.len());
        for day in &holidays {
            let (month, number) = (u8::try_from(day.month()).unwrap(), u8::try_from(day.day()).unwrap());
            assert!(may_be_holiday(month, number), "{day}");
        }
        assert!(is_holiday(at("2026-12-25T10:00")) && is_holiday(at("2026-05-14T10:00")));
        assert!(!is_holiday(at("2026-11-24T10:00")) && !is_holiday(at("2026-05-15T10:00")));
    }

    #[test]
    fn a_line_open_day_and_night_is_open_on_christmas() {
        assert_eq!(opening("24/7", at("2026-12-25T03:00")), Opening::Open { until: None });
    }

    #[test]
    fn the_child_line_sleeps_at_night() {
        // 103: from 10 to 24 h
        assert_eq!(
            opening("10:00-24:00", at("2026-11-24T02:00")),
            Opening::Closed { next: Some(at("2026-11-24T10:00")) }
        );
        assert_eq!(
            opening("10:00-24:00", at("2026-11-23T18:00")),
            Opening::Open { until: Some(at("2026-11-24T00:00")) }
        );
    }

    #[test]
    fn belgian_public_holidays_count() {
        // 21 July 2026 is a Tuesday and the national holiday
        let weekdays = "Mo-Fr 09:00-17:00; PH off";
        assert_eq!(opening(weekdays, at("2026-07-21T10:00")), Opening::Closed { next: Some(at("2026-07-22T09:00")) });
        assert!(matches!(opening("Sa,Su,PH 10:00-17:00", at("2026-07-21T11:00")), Opening::Open { .. }));
    }

    #[test]
    fn what_does_not_parse_is_unknown() {
        assert_eq!(opening("Lu-Ve", at("2026-11-24T10:00")), Opening::Unknown);
    }
}
