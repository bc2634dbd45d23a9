//! Opening hours as plain French lines, from the simple part of OpenStreetMap's `opening_hours` syntax: days, times,
//! public holidays. Whatever goes beyond it is not read at all: half an hour read wrong sends somebody to a closed
//! door.

/// A rule of the expression in words: the days, then the times, or `None` when it is closed.
type Rule = (String, Option<String>);

const DAYS: [(&str, &str); 7] = [
    ("Mo", "lundi"),
    ("Tu", "mardi"),
    ("We", "mercredi"),
    ("Th", "jeudi"),
    ("Fr", "vendredi"),
    ("Sa", "samedi"),
    ("Su", "dimanche"),
];

/// « lundi à vendredi : 9 h – 17 h », a line a rule; `None` when the expression goes beyond days and times.
pub fn hours_lines(expression: &str) -> Option<Vec<String>> {
    if expression.trim() == "24/7" {
        return Some(vec!["jour et nuit, tous les jours".to_owned()]);
    }
    let rules: Vec<Rule> = expression.split(';').map(|rule| read(rule.trim())).collect::<Option<_>>()?;
    if says_a_day_twice(expression) {
        return None;
    }
    let mut lines = Vec::new();
    for (at, (days, times)) in rules.iter().enumerate() {
        // days of the same hours stand on one line, wherever the expression puts them
        if rules[..at].iter().any(|(_, earlier)| earlier == times) {
            continue;
        }
        let same: Vec<&str> = rules.iter().filter(|(_, other)| other == times).map(|(days, _)| days.as_str()).collect();
        let days = if same.len() > 1 { same.join(", ") } else { days.clone() };
        lines.push(format!("{days} : {}", times.as_deref().unwrap_or("fermé")));
    }
    Some(lines)
}

/// A later rule replaces an earlier one for its days, which a list of lines does not say.
fn says_a_day_twice(expression: &str) -> bool {
    let mut seen = [false; DAYS.len() + 1];
    let groups =
        expression.split(';').filter_map(|rule| rule.trim().split(' ').next()).flat_map(|days| days.split(','));
    groups.flat_map(positions).any(|day| std::mem::replace(&mut seen[day], true))
}

/// The days of « Mo-Fr », « Sa » or « PH », by position; public holidays come last.
fn positions(group: &str) -> std::ops::RangeInclusive<usize> {
    let position = |code: &str| DAYS.iter().position(|(known, _)| *known == code);
    let (from, to) = group.split_once('-').unwrap_or((group, group));
    match (position(from), position(to)) {
        (Some(from), Some(to)) => from..=to,
        _ => DAYS.len()..=DAYS.len(),
    }
}

fn read(rule: &str) -> Option<Rule> {
    let (days, times) = rule.split_once(' ').unwrap_or(("Mo-Su", rule));
    let days = days_text(days)?;
    if times == "off" || times == "closed" {
        return Some((days, None));
    }
    let spans: Vec<String> = times.split(',').map(span).collect::<Option<_>>()?;
    Some((days, Some(super::list(&spans, "et"))))
}

fn days_text(text: &str) -> Option<String> {
    if text == "Mo-Su" || text == "Mo-Su,PH" {
        return Some("tous les jours".to_owned());
    }
    let groups: Vec<&str> = text.split(',').collect();
    let ranges = groups.iter().any(|group| group.contains('-'));
    let words: Vec<String> = groups.iter().map(|group| group_text(group)).collect::<Option<_>>()?;
    // « lundi à mercredi, et vendredi »: without the comma, the range would seem to go on
    Some(match words.as_slice() {
        [first @ .., last] if ranges && !first.is_empty() => {
            format!("{}, et {last}", first.join(", "))
        }
        _ => super::list(&words, "et"),
    })
}

fn group_text(group: &str) -> Option<String> {
    let name = |code: &str| DAYS.iter().position(|(known, _)| *known == code);
    if group == "PH" {
        return Some("jours fériés".to_owned());
    }
    let Some((from, to)) = group.split_once('-') else {
        return Some(DAYS[name(group)?].1.to_owned());
    };
    let (from, to) = (name(from)?, name(to)?);
    let joint = if to == from + 1 { "et" } else { "à" };
    Some(format!("{} {joint} {}", DAYS[from].1, DAYS[to].1))
}

fn span(text: &str) -> Option<String> {
    if text == "00:00-24:00" {
        return Some("jour et nuit".to_owned());
    }
    let (from, to) = text.split_once('-')?;
    let ((from, from_text), (to, to_text)) = (time(from)?, time(to)?);
    let next_day = if to <= from { " le lendemain" } else { "" };
    Some(format!("{from_text} – {to_text}{next_day}"))
}

fn time(text: &str) -> Option<(u16, String)> {
    let (hour, minute) = text.split_once(':')?;
    let number = |text: &str| (text.len() == 2).then(|| text.parse::<u16>().ok()).flatten();
    let (hour, minute) = (number(hour)?, number(minute).filter(|minute| *minute < 60)?);
    let shown = match (hour, minute) {
        (0 | 24, 0) => "minuit".to_owned(),
        (hour @ 0..24, 0) => format!("{hour} h"),
        (hour @ 0..24, minute) => format!("{hour} h {minute:02}"),
        _ => return None,
    };
    Some((hour * 60 + minute, shown))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_are_said_as_on_a_door() {
        for (expression, lines) in [
            ("24/7", vec!["jour et nuit, tous les jours"]),
            ("Mo-Fr 09:00-17:00", vec!["lundi à vendredi : 9 h – 17 h"]),
            ("Mo-Fr 09:00-12:30,13:30-17:00", vec!["lundi à vendredi : 9 h – 12 h 30 et 13 h 30 – 17 h"]),
            ("Mo-Fr 09:00-17:00; PH off", vec!["lundi à vendredi : 9 h – 17 h", "jours fériés : fermé"]),
            ("Tu,Th 11:00-12:00", vec!["mardi et jeudi : 11 h – 12 h"]),
            ("Mo-We,Fr 10:00-18:00", vec!["lundi à mercredi, et vendredi : 10 h – 18 h"]),
            ("Sa-Su 10:00-24:00", vec!["samedi et dimanche : 10 h – minuit"]),
            ("Mo-Su 20:00-08:00", vec!["tous les jours : 20 h – 8 h le lendemain"]),
            ("10:00-22:00", vec!["tous les jours : 10 h – 22 h"]),
            ("Sa,Su 00:00-24:00; PH 00:00-24:00", vec!["samedi et dimanche, jours fériés : jour et nuit"]),
            ("We 14:00-17:00; Th 14:00-17:00", vec!["mercredi, jeudi : 14 h – 17 h"]),
        ] {
            assert_eq!(
                hours_lines(expression).as_deref(),
                Some(lines.iter().map(ToString::to_string).collect::<Vec<_>>().as_slice()),
                "{expression}"
            );
        }
    }

    #[test]
    fn what_goes_beyond_days_and_times_is_not_half_read() {
        for expression in [
            "week 1-10 Mo 10:00-12:00",
            "Jan-Mar Mo 10:00-12:00",
            "Mo[1] 10:00-12:00",
            "Mo 10:00+",
            "sunrise-sunset",
            "Mo 9:00-12:00",
            "Mo 25:00-26:00",
            "Mo-Fr 09:00-17:00; We 09:00-12:00",
        ] {
            assert_eq!(hours_lines(expression), None, "{expression}");
        }
    }
}
