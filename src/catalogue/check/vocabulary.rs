//! The checks of `sources.yaml`, `tariffs.yaml`, `needs.yaml` and `types.yaml`.

use super::super::model::{Kind, Need, PriceOption, Source, Subject, Tariff};
use super::super::money::Cents;
use super::super::problem::Code;
use super::super::raw;
use super::super::terms::{
    Alarm, Asking, Clue, Family, Manner, Migration, Nature, Paper, Positions, PriceUnit, Role, SessionMode,
    TariffStatus, Terms, Urgency,
};
use super::super::territory::Territories;
use super::super::text::Text;
use super::area;
use super::contact;
use super::meanings;
use super::outline::At;
use super::report::{Index, Report, short};

/// One vocabulary, checked: its entries and where each id stands among them.
///
/// An entry that lacks something is kept, with blanks: its problem stops the catalogue anyway, and what refers to it
/// must not be told as unknown.
pub(super) struct Vocabulary<T> {
    pub(super) entries: Vec<T>,
    /// Where each stands in its file.
    pub(super) places: Vec<usize>,
    pub(super) index: Index,
}

impl<T> Default for Vocabulary<T> {
    fn default() -> Self {
        Self { entries: Vec::new(), places: Vec::new(), index: Index::default() }
    }
}

impl<T> Vocabulary<T> {
    /// Of this file.
    fn of(file: &'static str) -> Self {
        Self { index: Index { whole: true, file, ..Index::default() }, ..Self::default() }
    }

    /// Adds an entry, unless its id is taken; says whether it did.
    fn push(&mut self, report: &mut Report<'_>, id: &str, place: usize, entry: T) -> bool {
        if self.index.positions.contains_key(id) {
            let message = format!("l'identifiant « {id} » est déjà pris");
            report.add(Code::DuplicateId, At::Field("id", id), message, Some("en choisir un autre".into()));
            return false;
        }
        self.index.positions.insert(id.to_owned(), self.entries.len());
        self.entries.push(entry);
        self.places.push(place);
        true
    }
}

fn text(value: Option<String>) -> Option<Text> {
    value.map(Text::from)
}

pub(super) fn texts(values: Vec<String>) -> Vec<Text> {
    values.into_iter().map(Text::from).collect()
}

pub(super) fn sources(report: &mut Report<'_>, raw: Vec<raw::Source>) -> Vocabulary<Source> {
    let mut vocabulary = Vocabulary::of("sources.yaml");
    for (position, source) in raw.into_iter().enumerate() {
        report.enter(position, source.id.as_deref());
        let id = report.id(source.id);
        let title = report.required("title", source.title, 240);
        let publisher = report.text("publisher", source.publisher, 160);
        let date = report.past_date("date", source.date);
        let url = source.url.and_then(|url| contact::url(report, &url));
        if let Some(id) = id {
            let title = title.unwrap_or_default().into();
            let entry = Source { id: id.clone().into(), title, publisher: text(publisher), date, url: text(url) };
            vocabulary.push(report, &id, position, entry);
        }
    }
    vocabulary
}

pub(super) fn tariffs(report: &mut Report<'_>, raw: Vec<raw::Tariff>, sources: &Index) -> Vocabulary<Tariff> {
    let mut vocabulary = Vocabulary::of("tariffs.yaml");
    for (position, tariff) in raw.into_iter().enumerate() {
        report.enter(position, tariff.id.as_deref());
        let id = report.id(tariff.id);
        let label = report.required("label", tariff.label, 100);
        let status = report
            .required("status", tariff.status, 20)
            .and_then(|word| report.word("status", &word, TariffStatus::ALL, TariffStatus::slug));
        let given = tariff.options.as_ref().map_or(0, Vec::len);
        let options: Vec<_> =
            tariff.options.unwrap_or_default().into_iter().filter_map(|option| price(report, option)).collect();
        if status == Some(TariffStatus::Amount) && given == 0 {
            let hint = "ajouter « options: [{ amount: \"…\" }] »".to_owned();
            report.add(Code::BadAmount, At::Key("status"), "un tarif « amount » sans montant", Some(hint));
        } else if status.is_some_and(|status| status != TariffStatus::Amount) && given > 0 {
            let hint = "écrire « status: amount », ou ôter les « options »".to_owned();
            report.add(
                Code::BadAmount,
                At::Key("status"),
                "des montants dans un tarif qui n'est pas « amount »",
                Some(hint),
            );
        }
        let unit = tariff.unit.and_then(|word| report.word("unit", &word, PriceUnit::ALL, PriceUnit::slug));
        let papers = report.terms("papers", tariff.papers, Paper::ALL, Paper::slug);
        let conditions = texts(report.texts("conditions", tariff.conditions, 300));
        let (valid_from, valid_until) =
            (report.date("valid_from", tariff.valid_from), report.date("valid_until", tariff.valid_until));
        if let (Some(from), Some(until)) = (valid_from, valid_until)
            && from.is_after(until)
        {
            let message = format!("« valid_until » ({until}) est avant « valid_from » ({from})");
            report.add(Code::BadDate, At::Key("valid_until"), message, Some("corriger l'une des deux dates".into()));
        }
        if let (Some(until), Some(today)) = (valid_until, report.today)
            && today.is_after(until)
        {
            let message = format!("« valid_until » : {until} est passé (aujourd'hui : {today})");
            report.add(
                Code::ExpiredTariff,
                At::Key("valid_until"),
                message,
                Some("chercher le tarif d'aujourd'hui et sa source".into()),
            );
        }
        let checked = report.past_date("checked", tariff.checked);
        let sources = cited(report, tariff.sources, sources);
        if let Some(id) = id {
            let entry = Tariff {
                id: id.clone().into(),
                label: label.unwrap_or_default().into(),
                status: status.unwrap_or(TariffStatus::Unknown),
                options,
                unit,
                first_free: tariff.first_free.unwrap_or(false),
                support_sessions_young: tariff.support_sessions_young,
                support_sessions_adult: tariff.support_sessions_adult,
                treatment_sessions: tariff.treatment_sessions,
                money_no_obstacle: tariff.money_no_obstacle.unwrap_or(false),
                papers,
                conditions,
                valid_from,
                valid_until,
                checked,
                sources,
            };
            vocabulary.push(report, &id, position, entry);
        }
    }
    vocabulary
}

fn price(report: &mut Report<'_>, option: raw::PriceOption) -> Option<PriceOption> {
    if let (Some(min), Some(max)) = (option.age_min, option.age_max)
        && min > max
    {
        let message = format!("âge de {min} à {max} ans : les bornes sont inversées");
        report.add(
            Code::AgeBounds,
            At::Field("age_min", &min.to_string()),
            message,
            Some("le plus petit d'abord".into()),
        );
    }
    let Some(amount) = option.amount else {
        report.add(
            Code::BadAmount,
            At::Key("options"),
            "un prix sans « amount »",
            Some("écrire amount: \"11.00\"".into()),
        );
        return None;
    };
    let Some(cents) = Cents::parse(&amount) else {
        let hint = "en euros, deux décimales au plus, jamais négatif : \"11.00\"".to_owned();
        report.add(
            Code::BadAmount,
            At::Field("amount", &amount),
            format!("« {amount} » n'est pas un montant"),
            Some(hint),
        );
        return None;
    };
    let mode = option.mode.and_then(|word| report.word("mode", &word, SessionMode::ALL, SessionMode::slug));
    let note = text(report.text("note", option.note, 160));
    let migration = report.terms("migration", option.migration, Migration::ALL, Migration::slug);
    let (age_min, age_max) = (option.age_min, option.age_max);
    Some(PriceOption { amount: cents, age_min, age_max, bim: option.bim, migration, mode, note })
}

/// The positions of the sources an entry cites; an entry without a source is a problem.
pub(super) fn cited(report: &mut Report<'_>, words: Option<Vec<String>>, sources: &Index) -> Vec<u16> {
    let words = words.unwrap_or_default();
    if words.is_empty() {
        let hint = "un fait sans source n'entre pas : ajouter « sources: [...] »".to_owned();
        report.add(Code::NoSource, At::Key("sources"), "aucune source", Some(hint));
    }
    short(report.positions(Code::UnknownSource, "la source", "sources", &words, sources))
}

pub(super) fn needs(report: &mut Report<'_>, raw: Vec<raw::Need>, grouped: bool) -> Vocabulary<Need> {
    let mut vocabulary = Vocabulary::of("needs.yaml");
    let count = raw.len();
    for (position, need) in raw.into_iter().enumerate() {
        report.enter(position, need.id.as_deref());
        let id = report.id(need.id);
        let group = if grouped { report.required("group", need.group, 60) } else { Some(String::new()) };
        let label = report.required("label", need.label, 80);
        let short = report.required("short", need.short, 40);
        let synonyms = texts(report.texts("synonyms", need.synonyms, 60));
        let nature = if grouped {
            report.terms("nature", need.nature, Nature::ALL, Nature::slug)
        } else {
            report.terms("nature", need.nature, Manner::ALL, Manner::slug)
        };
        let alarm = need.alarm.and_then(|word| report.word("alarm", &word, Alarm::ALL, Alarm::slug));
        let understood_from = report.terms("understood_from", need.understood_from, Clue::ALL, Clue::slug);
        if let Some(id) = id {
            let [group, label, short] = [group, label, short].map(|text| Text::from(text.unwrap_or_default()));
            let id_text = id.clone().into();
            let entry = Need { id: id_text, group, label, short, nature, alarm, understood_from, synonyms };
            vocabulary.push(report, &id, position, entry);
        }
    }
    if count > Positions::CAPACITY {
        let hint = "réunir deux entrées proches".to_owned();
        report.add(Code::TooLarge, At::Start, format!("{count} entrées, {} au plus", Positions::CAPACITY), Some(hint));
    }
    vocabulary
}

pub(super) fn subjects(
    report: &mut Report<'_>,
    raw: Vec<raw::Subject>,
    needs: &Index,
    wishes: &Index,
) -> Vocabulary<Subject> {
    let mut vocabulary = Vocabulary::of("needs.yaml");
    let count = raw.len();
    for (position, subject) in raw.into_iter().enumerate() {
        report.enter(position, subject.id.as_deref());
        let id = report.id(subject.id);
        let label = report.required("label", subject.label, 80);
        let short = report.required("short", subject.short, 40);
        let synonyms = texts(report.texts("synonyms", subject.synonyms, 60));
        let need = subject
            .need
            .and_then(|word| report.position(Code::UnknownNeed, "le besoin", "need", &word, needs))
            .and_then(|position| u8::try_from(position).ok());
        let mut named = (Positions::default(), Positions::default());
        let mut clues = Vec::new();
        for word in subject.named_by.unwrap_or_default() {
            if let Some(clue) = Clue::from_slug(&word) {
                clues.push(clue as usize);
            } else if let Some(wish) = wishes.positions.get(&word) {
                named.1.insert(*wish);
            } else if let Some(need) =
                report.position(Code::UnknownNeed, "le besoin ou le souhait", "named_by", &word, needs)
            {
                named.0.insert(need);
            }
        }
        if let Some(id) = id {
            let entry = Subject {
                id: id.clone().into(),
                need,
                public: subject.public.unwrap_or(false),
                common: subject.common.unwrap_or(false),
                adults: subject.adults.unwrap_or(false),
                label: label.unwrap_or_default().into(),
                short: short.unwrap_or_default().into(),
                synonyms,
                named_by_needs: named.0,
                named_by_wishes: named.1,
                named_by_clues: Terms::of(clues),
            };
            vocabulary.push(report, &id, position, entry);
        }
    }
    if count > Positions::CAPACITY {
        let hint = "réunir deux entrées proches".to_owned();
        report.add(Code::TooLarge, At::Start, format!("{count} entrées, {} au plus", Positions::CAPACITY), Some(hint));
    }
    vocabulary
}

/// What the defaults of a kind may refer to.
#[derive(Clone, Copy)]
pub(super) struct Lists<'v> {
    pub(super) needs: &'v Index,
    pub(super) wishes: &'v Index,
    pub(super) subjects: &'v Index,
    pub(super) tariffs: &'v Index,
    pub(super) sources: &'v Index,
    pub(super) territories: &'v Territories,
}

/// The kinds, and the defaults each gives to its services.
pub(super) fn kinds(
    report: &mut Report<'_>,
    raw: Vec<raw::Type>,
    lists: &Lists<'_>,
) -> (Vocabulary<Kind>, Vec<raw::Service>) {
    let mut vocabulary = Vocabulary::of("types.yaml");
    let mut defaults = Vec::new();
    for (position, kind) in raw.into_iter().enumerate() {
        report.enter(position, kind.id.as_deref());
        let id = report.id(kind.id);
        let label = report.required("label", kind.label, 80);
        let family = report
            .required("family", kind.family, 20)
            .and_then(|word| report.word("family", &word, Family::ALL, Family::slug));
        let what = report.required("what", kind.what, 500);
        let (not, entry, bring) = (
            report.text("not", kind.not, 300),
            report.text("entry", kind.entry, 300),
            report.text("bring", kind.bring, 300),
        );
        let not_for = kind.not_for.unwrap_or_default();
        let not_for: Vec<_> =
            not_for.iter().filter_map(|word| report.word("not_for", word, Urgency::ALL, Urgency::slug)).collect();
        if Urgency::ALL.iter().all(|urgency| not_for.contains(urgency)) {
            let hint = "ôter de « not_for » les délais auxquels ce type répond".to_owned();
            report.add(
                Code::UnreachableService,
                At::Key("not_for"),
                "ce type ne répond à aucun délai : personne n'y arrive",
                Some(hint),
            );
        }
        let cited = cited(report, kind.sources, lists.sources);
        let role = kind.role.and_then(|word| report.word("role", &word, Role::ALL, Role::slug));
        meanings::kind(report, family, role, kind.crisis);
        let filling = type_defaults(report, kind.defaults.unwrap_or_default(), lists);
        if let Some(id) = id {
            let record = Kind {
                id: id.clone().into(),
                label: label.unwrap_or_default().into(),
                family: family.unwrap_or(Family::Directory),
                what: what.unwrap_or_default().into(),
                not: text(not),
                entry: text(entry),
                bring: text(bring),
                remote: kind.remote.unwrap_or(false),
                crisis: kind.crisis.unwrap_or(false),
                role: role.unwrap_or(Role::Service),
                competent: kind.competent.unwrap_or(false),
                first_line: kind.first_line.unwrap_or(false),
                without_sector: kind.without_sector.unwrap_or(false),
                second_line: kind.second_line.unwrap_or(false),
                broad: kind.broad.unwrap_or(false),
                not_for,
                sources: cited,
            };
            if vocabulary.push(report, &id, position, record) {
                defaults.push(filling.into_service());
            }
        }
    }
    if vocabulary.entries.len() > usize::from(u8::MAX) {
        report.add(Code::TooLarge, At::Start, "plus de 255 types", Some("réunir deux types proches".into()));
    }
    meanings::roles(report, &vocabulary.entries);
    (vocabulary, defaults)
}

/// The defaults of a kind, without what is wrong in them: that is told here, not in every service that takes them.
fn type_defaults(report: &mut Report<'_>, raw: raw::TypeDefaults, lists: &Lists<'_>) -> raw::TypeDefaults {
    let known = |report: &mut Report<'_>, code, what, key, words: Option<Vec<String>>, index: &Index| {
        words.map(|words| {
            words.into_iter().filter(|word| report.position(code, what, key, word, index).is_some()).collect::<Vec<_>>()
        })
    };
    let asking = raw.asking.map(|words| {
        words.into_iter().filter(|word| report.word("asking", word, Asking::ALL, Asking::slug).is_some()).collect()
    });
    let papers = raw.papers.map(|words| {
        words.into_iter().filter(|word| report.word("papers", word, Paper::ALL, Paper::slug).is_some()).collect()
    });
    let needs = raw.needs.map(|needs| raw::Needs {
        core: known(report, Code::UnknownNeed, "le besoin", "core", needs.core, lists.needs),
        also: known(report, Code::UnknownNeed, "le besoin", "also", needs.also, lists.needs),
    });
    let service_area = raw.service_area.map(|words| area::known(report, lists.territories, "service_area", &words));
    raw::TypeDefaults {
        asking,
        conditions: raw.conditions.map(|conditions| report.texts("conditions", Some(conditions), 300)),
        tariffs: known(report, Code::UnknownTariff, "le tarif", "tariffs", raw.tariffs, lists.tariffs),
        wishes: known(report, Code::UnknownWish, "le souhait", "wishes", raw.wishes, lists.wishes),
        needs,
        papers,
        service_area,
        first_answer: raw
            .first_answer
            .filter(|word| report.word("first_answer", word, Urgency::ALL, Urgency::slug).is_some()),
    }
}
