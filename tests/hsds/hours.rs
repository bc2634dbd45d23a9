//! Schedules, read as HSDS says, against the library that reads OpenStreetMap's hours.

use std::str::FromStr;

use chrono::{Datelike, NaiveDate, NaiveDateTime, Timelike};
use opening_hours::OpeningHours;
use serde_json::Value;

use crate::export::{list, pairs};

#[test]
fn hours_are_the_same_hours_every_quarter_of_a_week() {
    // a week without a public holiday
    let monday = NaiveDate::from_ymd_opt(2026, 11, 16).unwrap();
    let (mut rows, mut said) = (0, 0);
    for (ours, theirs) in pairs() {
        let schedules = list(theirs, "schedules");
        let weekly: Vec<&Value> = schedules.iter().filter(|one| one.get("freq").is_some()).collect();
        rows += weekly.len();
        let Some(hours) = ours["hours"].as_str() else {
            assert!(weekly.is_empty(), "{}", ours["id"]);
            assert_eq!(schedules.is_empty(), ours["hours_note"].is_null());
            continue;
        };
        if weekly.is_empty() {
            said += 1;
            assert!(schedules[0]["description"].as_str().unwrap().contains(hours));
            continue;
        }
        let real = OpeningHours::from_str(hours).unwrap();
        for quarter in 0..7 * 96 {
            let at = monday.and_hms_opt(0, 0, 0).unwrap() + chrono::Duration::minutes(quarter * 15 + 7);
            assert_eq!(weekly.iter().any(|row| is_open(row, at)), real.is_open(at), "{} : {hours} à {at}", ours["id"]);
        }
    }
    assert!(rows > 100 && said < rows / 10, "{rows} {said}");
}

/// Reads a row as HSDS does: RFC 5545 days, `HH:MM`; an end at or before the beginning is on the next day.
fn is_open(row: &Value, at: NaiveDateTime) -> bool {
    const DAYS: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
    assert_eq!(row["freq"], "WEEKLY");
    let days: Vec<&str> = row["byday"].as_str().unwrap().split(',').collect();
    assert!(!days.is_empty() && days.iter().all(|day| DAYS.contains(day)), "{days:?}");
    let minutes = |key: &str| {
        let text = row[key].as_str().unwrap();
        assert!(text.len() == 5 && text.as_bytes()[2] == b':', "{text}");
        let (hour, minute): (u32, u32) = (text[..2].parse().unwrap(), text[3..].parse().unwrap());
        assert!(hour < 24 && minute < 60, "{text}");
        hour * 60 + minute
    };
    let (from, to) = (minutes("opens_at"), minutes("closes_at"));
    let now = at.hour() * 60 + at.minute();
    let today = at.weekday().num_days_from_monday() as usize;
    let on = |day: usize| days.contains(&DAYS[day % 7]);
    if to > from {
        on(today) && (from..to).contains(&now)
    } else {
        (on(today) && now >= from) || (on(today + 6) && now < to)
    }
}
