//! Dates as sources give them (a year, a month, a day) and the moment an orientation is asked for.

use serde::{Deserialize, Serialize};

/// A date of a source: a year, a year and a month, or a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct PartialDate {
    pub year: u16,
    /// 0 when the source gives only the year.
    pub month: u8,
    /// 0 when the source gives no day.
    pub day: u8,
}

impl PartialDate {
    /// Reads `2025`, `2025-10` or `2025-10-31`; years 1990 to 2100.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let year = number(parts.next()?, 4)?;
        let month = parts.next().map_or(Some(0), |part| number(part, 2).filter(|m| (1..=12).contains(m)))?;
        let day = parts.next().map_or(Some(0), |part| {
            number(part, 2).filter(|d| *d >= 1 && *d <= u16::from(days_in_month(year, month)))
        })?;
        if parts.next().is_some() || !(1990..=2100).contains(&year) {
            return None;
        }
        Some(Self { year, month: u8::try_from(month).ok()?, day: u8::try_from(day).ok()? })
    }

    /// Months from this date to `later`, at least; 0 when `later` is not later. A missing month counts as December, a
    /// missing day as the last: the doubt makes a fact younger, never older than it may be.
    pub fn months_until(self, later: Self) -> u32 {
        let months = |date: Self, missing: u8| {
            u32::from(date.year) * 12 + u32::from(if date.month == 0 { missing } else { date.month })
        };
        months(later, 12).saturating_sub(months(self, 12))
    }

    /// Whether this date lies after `other`, as far as both say.
    pub fn is_after(self, other: Self) -> bool {
        let (month, day) = (
            if self.month == 0 || other.month == 0 { (0, 0) } else { (self.month, other.month) },
            if self.day == 0 || other.day == 0 { (0, 0) } else { (self.day, other.day) },
        );
        (self.year, month.0, day.0) > (other.year, month.1, day.1)
    }
}

impl std::fmt::Display for PartialDate {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.year)?;
        if self.month > 0 {
            write!(f, "-{:02}", self.month)?;
        }
        if self.day > 0 {
            write!(f, "-{:02}", self.day)?;
        }
        Ok(())
    }
}

/// The moment an orientation is asked for, as a clock on a wall in Brussels shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment {
    pub date: PartialDate,
    pub hour: u8,
    pub minute: u8,
}

impl Moment {
    /// Reads `2026-11-24T10:00`, `2026-11-24 10:00` or `2026-11-24` (noon).
    pub fn parse(text: &str) -> Option<Self> {
        let (date, time) = text.split_once(['T', ' ']).unwrap_or((text, "12:00"));
        let date = PartialDate::parse(date).filter(|date| date.day > 0)?;
        let (hour, minute) = time.split_once(':')?;
        let hour = number(hour, 2).filter(|h| *h < 24)?;
        let minute = number(minute.split(':').next()?, 2).filter(|m| *m < 60)?;
        Some(Self { date, hour: u8::try_from(hour).ok()?, minute: u8::try_from(minute).ok()? })
    }
}

impl std::fmt::Display for Moment {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}T{:02}:{:02}", self.date, self.hour, self.minute)
    }
}

fn number(text: &str, digits: usize) -> Option<u16> {
    (text.len() == digits && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok())?
}

const fn days_in_month(year: u16, month: u16) -> u8 {
    match month {
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> PartialDate {
        PartialDate::parse(text).unwrap()
    }

    #[test]
    fn reads_dates_as_sources_give_them() {
        assert_eq!(date("2025").to_string(), "2025");
        assert_eq!(date("2025-10").to_string(), "2025-10");
        assert_eq!(date("2024-02-29").to_string(), "2024-02-29");
        for text in ["2025-13", "2025-02-29", "25", "2025-1", "1980", "2025-10-31-1", "octobre 2025"] {
            assert_eq!(PartialDate::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_missing_month_never_makes_a_fact_older_than_it_may_be() {
        assert_eq!(date("2024").months_until(date("2026-11-21")), 23);
        assert_eq!(date("2020-02").months_until(date("2026-11-21")), 81);
        assert_eq!(date("2026-12").months_until(date("2026-11-21")), 0);
    }

    #[test]
    fn future_dates_are_seen_as_far_as_they_say() {
        assert!(date("2027").is_after(date("2026-11-21")));
        assert!(date("2026-12").is_after(date("2026-11-21")));
        assert!(!date("2026").is_after(date("2026-11-21")));
        assert!(!date("2026-11").is_after(date("2026-11-21")));
    }

    #[test]
    fn reads_a_moment() {
        assert_eq!(Moment::parse("2026-11-24T10:05").unwrap().to_string(), "2026-11-24T10:05");
        assert_eq!(Moment::parse("2026-11-24").unwrap().to_string(), "2026-11-24T12:00");
        for text in ["2026-11", "2026-11-24T25:00", "demain", "2026-11-24T10"] {
            assert_eq!(Moment::parse(text), None, "{text}");
        }
    }
}
