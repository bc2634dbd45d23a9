//! What an orientation will judge of a service: from the words of its entry to numbers and sets.

use super::super::language;
use super::super::model::{Admission, Facts, Location, Reach};
use super::super::problem::Code;
use super::super::raw;
use super::super::terms::{Audience, Confidence, Positions, Region, Terms, Urgency};
use super::context::Context;
use super::outline::At;
use super::report::{Report, short};
use super::vocabulary::Lists;

pub(super) fn facts(
    report: &mut Report<'_>,
    context: &mut Context<'_>,
    raw: &raw::Service,
    locations: &[Location],
) -> Facts {
    let eligibility = raw.eligibility.clone().unwrap_or_default();
    let (age_min, age_max) = ages(report, eligibility.age.as_ref());
    let lists = context.lists;
    let wanted = Wanted::read(report, raw, &lists);
    let admits = Admission::read(report, &eligibility);
    if admits.gender.is_some() && eligibility.conditions.as_ref().is_none_or(Vec::is_empty) {
        report.add(
            Code::MissingField,
            At::Key("gender"),
            "« gender » sans la condition que la personne doit lire",
            Some("l'écrire en premier dans « conditions » : « Être une femme »".into()),
        );
    }
    nobody_of_that_age(report, admits.audience, age_min, age_max);
    let (area, except, link) =
        (raw.service_area.as_deref(), raw.service_area_except.as_deref(), raw.link_area.as_deref());
    let territories = lists.territories;
    let mut communes: Vec<u16> = locations.iter().filter_map(|place| place.commune).collect();
    communes.sort_unstable();
    communes.dedup();
    Facts {
        kind: 0,
        general: raw.general.unwrap_or(false),
        area: context.areas.position(report, territories, "service_area", area, except, locations),
        link_area: context.areas.position(report, territories, "link_area", link, None, locations),
        age_min,
        age_max,
        admits,
        conditions: 0,
        about: wanted.about,
        competent: false,
        crisis: false,
        core: wanted.core,
        also: wanted.also,
        wishes: wanted.wishes,
        first_answer: raw
            .first_answer
            .as_deref()
            .and_then(|word| report.word("first_answer", word, Urgency::ALL, Urgency::slug)),
        languages: languages(report, context, raw.languages.as_deref().unwrap_or_default()),
        usual_languages: Terms::default(),
        interpreter: raw.interpreter,
        tariffs: wanted.tariffs,
        home: home(report.file),
        communes,
        reach: Reach::default(),
        confidence: raw
            .confidence
            .as_deref()
            .and_then(|word| report.word("confidence", word, Confidence::ALL, Confidence::slug))
            .unwrap_or(Confidence::High),
        dated: None,
        has_hours: false,
        hours_doubted: false,
    }
}

/// What an entry refers to in the vocabularies, by position.
struct Wanted {
    core: Positions,
    also: Positions,
    wishes: Positions,
    about: Positions,
    tariffs: Vec<u16>,
}

impl Wanted {
    fn read(report: &mut Report<'_>, raw: &raw::Service, lists: &Lists<'_>) -> Self {
        let needs = raw.needs.clone().unwrap_or_default();
        let mut need = |key: &'static str, words: Option<Vec<String>>| {
            let words = words.unwrap_or_default();
            set(report.positions(Code::UnknownNeed, "le besoin", key, &words, lists.needs))
        };
        let (core, also) = (need("core", needs.core), need("also", needs.also));
        let wishes = raw.wishes.as_deref().unwrap_or_default();
        let wishes = report.positions(Code::UnknownWish, "le souhait", "wishes", wishes, lists.wishes);
        let tariffs = raw.tariffs.as_deref().unwrap_or_default();
        let tariffs = report.positions(Code::UnknownTariff, "le tarif", "tariffs", tariffs, lists.tariffs);
        let subjects = [("about", &raw.about), ("public", &raw.public)].into_iter().flat_map(|(key, words)| {
            let words = words.as_deref().unwrap_or_default();
            report.positions(Code::UnknownSubject, "la précision", key, words, lists.subjects)
        });
        let about = set(subjects.collect());
        Self { core, also, wishes: set(wishes), about, tariffs: short(tariffs) }
    }
}

/// `services/<region>/…`: the region a service is based in; `belgique` is none.
fn home(file: &str) -> Option<Region> {
    file.rsplit('/').skip(1).find_map(Region::from_slug)
}

fn ages(report: &mut Report<'_>, age: Option<&raw::Age>) -> (Option<u8>, Option<u8>) {
    let Some(age) = age else { return (None, None) };
    let bound = |value: Option<i64>| value.map(|years| u8::try_from(years).ok().filter(|years| *years <= 120));
    let (min, max) = (bound(age.min), bound(age.max));
    let reversed = matches!((min, max), (Some(Some(min)), Some(Some(max))) if min > max);
    if min == Some(None) || max == Some(None) || reversed {
        let hint = "de 0 à 120 ans, le plus petit d'abord".to_owned();
        report.add(Code::AgeBounds, At::Key("age"), "les bornes d'âge ne tiennent pas", Some(hint));
        return (None, None);
    }
    (min.flatten(), max.flatten())
}

/// An audience and a bound that no age fits both.
fn nobody_of_that_age(report: &mut Report<'_>, audience: Option<Audience>, min: Option<u8>, max: Option<u8>) {
    let nobody = match (audience, min, max) {
        (Some(Audience::Adults), None, Some(max)) => max < 16,
        (Some(Audience::Young), Some(min), None) => min > 25,
        (Some(Audience::Seniors), None, Some(max)) => max < 50,
        _ => false,
    };
    if nobody {
        let message = "« audience » et « age » s'excluent : personne ne convient";
        report.add(
            Code::UnreachableService,
            At::Key("audience"),
            message,
            Some("garder celui que la source donne".into()),
        );
    }
}

/// A set of a vocabulary; entries beyond what a set holds have been told in the vocabulary's file.
fn set(positions: Vec<usize>) -> Positions {
    Positions::of(positions.into_iter().filter(|position| *position < Positions::CAPACITY))
}

fn languages(report: &mut Report<'_>, context: &mut Context<'_>, codes: &[String]) -> Positions {
    let mut set = Positions::default();
    for code in codes {
        let Some(known) = language::find(code) else {
            let hint = "codes ISO 639-1 : fr, nl, de, en, ar, tr…".to_owned();
            report.add(
                Code::BadLanguage,
                At::Field("languages", code),
                format!("« {code} » n'est pas un code de langue"),
                Some(hint),
            );
            continue;
        };
        let position = context.languages.iter().position(|other| *other == known).unwrap_or_else(|| {
            context.languages.push(known);
            context.languages.len() - 1
        });
        if position < Positions::CAPACITY {
            set.insert(position);
        } else {
            let message = format!("plus de {} langues différentes dans le catalogue", Positions::CAPACITY);
            report.add(
                Code::TooLarge,
                At::Field("languages", code),
                message,
                Some("garder les langues les plus parlées".into()),
            );
        }
    }
    set
}
