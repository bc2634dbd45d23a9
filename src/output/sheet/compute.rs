//! From a record, and a situation when there is one, to a sheet.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::catalogue::date::PartialDate;
use crate::catalogue::language;
use crate::catalogue::model::{Facts, Kind, Record};
use crate::catalogue::terms::{Family, National};
use crate::rules::cost::cost;
use crate::rules::criteria::judge;
use crate::rules::safety::{Alarm, LISTENING, Tongues, lines};
use crate::rules::{Case, Cost, CostStatus, Known, SafetyLine};
use crate::situation::Situation;
use crate::words::sheet::{self, Listening};
use crate::words::{self, Acronyms, Words};

use super::super::clean::clean;
use super::super::report::{
    AddressReport, CatalogueReport, CostReport, SourceReport, VerifiedReport, address, contacts,
};
use super::super::safety::SafetyReport;
use super::{ListeningReport, Place, Sheet, Sheets};

impl Sheets {
    /// The sheets of the services at these positions of the catalogue, for a situation of which nothing need be known.
    pub fn new(positions: &[usize], known: &Known, situation: &Situation) -> Self {
        let catalogue = known.catalogue();
        let case = Case::new(known, situation);
        let words = Words::of(&case);
        let sheets = positions.iter().map(|position| one(*position, &words)).collect::<Vec<_>>();
        let mut all_listen = true;
        for position in positions {
            let family = known.family(catalogue.facts.get(*position));
            all_listen &= matches!(family, Family::Line | Family::Emergency);
        }
        let listening = if all_listen { Vec::new() } else { listening(&words, positions) };
        // an age that is not known may be a child's; a need is never told on paper, so it chooses no number
        let minor = situation.age.known().is_none_or(|age| *age < 18);
        // what the printed services are for is on the paper: a line for violence has the numbers of violence at its foot
        let about_violence = |position: &usize| known.family(catalogue.facts.get(*position)) == Family::Violence;
        let violence = positions.iter().any(about_violence);
        let mind = !positions.iter().all(about_violence);
        let alarm = Alarm { danger: true, mind, minor, violence, ..Alarm::default() };
        let safety = lines(alarm, &tongues(&case, positions));
        Self {
            format: 1,
            catalogue: CatalogueReport { version: catalogue.version(), services: catalogue.facts.len() },
            meanwhile_text: sheet::meanwhile(&listening),
            meanwhile: listening.into_iter().map(ListeningReport::from).collect(),
            emergency: emergency(&safety),
            safety: safety.iter().map(|line| SafetyReport::new(line, situation.at)).collect(),
            sheets,
        }
    }
}

/// Numbers of one purpose stand together: « Pour parler d'idées de mort : 0800 32 123 (français), 1813 (néerlandais) ».
fn emergency(safety: &[SafetyLine]) -> Vec<(&'static str, String)> {
    let mut told: Vec<(&'static str, String)> = Vec::new();
    for line in safety {
        let what_for = sheet::emergency(line.reason);
        let number = sheet::number(line.number.phone, line.number.languages);
        match told.iter_mut().find(|(known, _)| *known == what_for) {
            Some((_, numbers)) => numbers.extend([", ", &number]),
            None => told.push((what_for, number)),
        }
    }
    told
}

fn listening(words: &Words<'_>, printed: &[usize]) -> Vec<Listening> {
    let (known, catalogue) = (words.known, words.known.catalogue());
    let mut told = Vec::new();
    for line in tongues(words.case, printed).choose(LISTENING) {
        let Some(position) = catalogue.find(line.id).filter(|position| !printed.contains(position)) else {
            continue;
        };
        let (facts, record) = (catalogue.facts.get(position), catalogue.records.get(position));
        let Some(phone) = contacts(record, words.situation).into_iter().find(|contact| contact.kind == "phone") else {
            continue;
        };
        let free = cost(facts, words.case).status == CostStatus::Free;
        let always = record.hours.as_deref() == Some("24/7");
        told.push(Listening {
            phone: clean(&phone.value).into_owned(),
            name: clean(&record.name).into_owned(),
            languages: known.languages(facts.languages).into_iter().filter_map(language::find).collect(),
            day_and_night: always,
            free,
        });
    }
    told
}

/// In which languages numbers are printed: those the person speaks, else those of the services printed, else those of
/// the place.
fn tongues(case: &Case<'_>, printed: &[usize]) -> Tongues {
    let known = case.known;
    let mut said: Vec<&'static str> = case.situation.languages.known().cloned().unwrap_or_default();
    if said.is_empty() {
        let facts = || printed.iter().map(|position| known.catalogue().facts.get(*position));
        let answers = |national: &&National| {
            facts().any(|facts| {
                let recorded = known.spoken_of(facts.languages).any(|language| language == national.slug());
                recorded || facts.languages.is_empty() && facts.usual_languages.has(**national as usize)
            })
        };
        said = National::ALL.iter().filter(answers).map(|national| national.slug()).collect();
    }
    Tongues { said, local: case.local_languages() }
}

fn one(position: usize, words: &Words<'_>) -> Sheet {
    let (known, situation) = (words.known, words.situation);
    let catalogue = known.catalogue();
    let (facts, record) = (catalogue.facts.get(position), catalogue.records.get(position));
    let kind = known.kind(facts);
    let mut acronyms = Acronyms::default();
    let name = clean(&record.name).into_owned();
    let kind_label = acronyms.expand(&clean(&kind.label));
    let organization =
        record.organization.as_deref().and_then(|organization| sheet::organization(&name, &clean(organization)));
    let mut explained = acronyms.explain(&name);
    explained.extend(organization.iter().flat_map(|organization| acronyms.explain(organization)));
    let mut say = |text: &str| acronyms.expand(&clean(text));
    // the fields below are filled in the order in which they are read: an acronym is said in full at its first use
    let summary = record.summary.as_deref().map(&mut say);
    let (what, not) = (say(&kind.what), kind.not.as_deref().map(&mut say));
    let mut contacts = contacts(record, situation);
    for contact in &mut contacts {
        contact.value = clean(&contact.value).into_owned();
        contact.label = contact.label.as_deref().map(&mut say);
    }
    let how_to_reach = how_to_reach(record, facts, kind).iter().map(|text| say(text)).collect();
    let source = words.newest_source(record);
    Sheet {
        id: record.id.to_string(),
        kind: kind.id.to_string(),
        languages: sheet::spoken(&known.languages(facts.languages), facts.interpreter),
        // nothing to say where nobody answers
        say: (facts.reach.phone || facts.reach.email || facts.reach.address)
            .then(|| say(sheet::what_to_say(kind.family))),
        bring: kind.bring.as_deref().map(&mut say),
        cost: cost_report(cost(facts, words.case), known, situation.at.date, &mut say),
        hours: hours(record, facts).iter().map(|line| say(line)).collect(),
        places: places(record, words),
        to_check: words.conditions(facts, record, &judge(facts, words.case)).iter().map(|line| say(line)).collect(),
        source_text: source.as_ref().map_or(String::new(), |source| clean(&sheet::source(source)).into_owned()),
        source: source.map(|source| SourceReport {
            id: source.id.to_string(),
            title: source.title.to_string(),
            date: source.date.map(|date| date.to_string()),
            url: source.url.as_deref().map(str::to_owned),
        }),
        verified: record.verified.as_ref().map(|verified| VerifiedReport {
            on: verified.on.to_string(),
            by: verified.by.to_string(),
            how: verified.how.to_string(),
        }),
        name,
        kind_label,
        organization,
        acronyms: explained,
        summary,
        what,
        not,
        contacts,
        how_to_reach,
    }
}

/// How one gets in: what the record says, else what is usual for its kind; and a way in for whoever has no internet.
fn how_to_reach(record: &Record, facts: &Facts, kind: &Kind) -> Vec<String> {
    let way = record.how_to_reach.as_deref().or(kind.entry.as_deref());
    let mut lines: Vec<String> = way.map(words::sentence).into_iter().collect();
    let secret = record.locations.iter().any(|place| place.secret);
    if secret {
        lines.push(sheet::SECRET.to_owned());
    }
    if facts.reach.url && !facts.reach.phone && !facts.reach.address && !secret {
        lines.push(sheet::WITHOUT_INTERNET.to_owned());
    }
    lines
}

/// Prices and conditions; how they stand against a budget is the person's, and stays off the paper.
fn cost_report(mut cost: Cost, known: &Known, today: PartialDate, say: &mut impl FnMut(&str) -> String) -> CostReport {
    (cost.within_budget, cost.over_by) = (None, None);
    let tariff = cost.tariff.map(|position| known.tariff(position));
    let text = words::cost_text(&cost);
    let mut conditions: Vec<String> =
        tariff.and_then(|tariff| sheet::tariff(&tariff.label, cost.status)).into_iter().collect();
    conditions
        .extend(words::tariff_conditions(&cost, tariff, today).iter().map(|condition| words::sentence(condition)));
    conditions.dedup();
    CostReport {
        status: cost.status.slug(),
        amount_cents: cost.amount.map(|amount| amount.0),
        unit: cost.unit.map(crate::catalogue::terms::PriceUnit::slug),
        text: say(&text),
        within_budget: None,
        year_max_cents: cost.year.map(|year| year.total.0),
        conditions: conditions.iter().map(|condition| say(condition)).collect(),
        over_budget: None,
    }
}

fn hours(record: &Record, facts: &Facts) -> Vec<String> {
    let mut hours = record.hours.as_deref().and_then(words::hours_lines).unwrap_or_default();
    hours.extend(record.hours_note.as_deref().map(words::sentence));
    // what is neither called nor visited has no hours to ask for
    if hours.is_empty() && (facts.reach.phone || facts.reach.address) {
        hours.push(sheet::unknown_hours(facts.reach.phone).to_owned());
    }
    hours
}

fn places(record: &Record, words: &Words<'_>) -> Vec<Place> {
    let mut places = Vec::new();
    for location in &record.locations {
        let Some(found) = address(location, words.known.catalogue()) else {
            continue;
        };
        let town = [found.postal_code.as_deref(), found.commune.as_deref()]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" ");
        let parts: Vec<&str> = [found.street.as_deref(), Some(town.as_str())]
            .into_iter()
            .flatten()
            .filter(|part| !part.is_empty())
            .collect();
        let mut text = parts.join(", ");
        if let Some(label) = &found.label {
            text = format!("{text} ({label})");
        }
        // without a street there is nothing more to find than the commune
        let map = found.street.as_ref().map(|_| map_link(&parts.join(" ")));
        places.push(Place { text: clean(&text).into_owned(), map, address: cleaned(found) });
    }
    places
}

fn cleaned(address: AddressReport) -> AddressReport {
    let own = |text: Option<String>| text.map(|text| clean(&text).into_owned());
    AddressReport {
        label: own(address.label),
        street: own(address.street),
        postal_code: own(address.postal_code),
        commune: own(address.commune),
    }
}

/// A search on OpenStreetMap that can be typed by hand: its short address, no accents, which the map's search does not
/// need, and no percent signs.
fn map_link(address: &str) -> String {
    let plain: String = address
        .nfd()
        .filter(|c| !is_combining_mark(*c))
        .map(|c| if c.is_ascii_alphanumeric() || c == '-' { c } else { ' ' })
        .collect();
    format!("https://osm.org/search?query={}", plain.split_whitespace().collect::<Vec<_>>().join("+"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_map_link_can_be_typed() {
        let link = map_link("Avenue de la Libération, 18 4800 Saint-Josse-ten-Noode");
        assert_eq!(link, "https://osm.org/search?query=Avenue+de+la+Liberation+18+4800+Saint-Josse-ten-Noode");
    }
}
