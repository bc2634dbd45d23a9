//! What the standard has no field for, as terms of documented vocabularies.

use crate::catalogue::Table;
use crate::catalogue::model::Need;
use crate::catalogue::terms::{Asking, Migration, Positions, Setting, Terms};
use crate::words::hsds as words;
use crate::words::vocabulary::{self as terms_of, Mark, Vocabulary};

use super::entry::Entry;
use super::ids::id;
use super::objects::{Attribute, Taxonomy, TaxonomyTerm};

/// The attributes of a service.
pub fn attributes(entry: &Entry) -> Vec<Attribute> {
    let (facts, record, kind) = (&entry.facts, &entry.record, &entry.kind);
    let mut terms =
        vec![Said::mark(Mark::Id).worth(&record.id), Said::new(Vocabulary::Types, &kind.id, &kind.label, &kind.what)];
    if facts.general {
        terms.push(Said::mark(Mark::Door));
    }
    let catalogue = entry.catalogue;
    terms.extend(needs(Vocabulary::Needs, facts.core, &catalogue.needs, Some("core")));
    terms.extend(needs(Vocabulary::Needs, facts.also, &catalogue.needs, Some("also")));
    terms.extend(needs(Vocabulary::Wishes, facts.wishes, &catalogue.wishes, None));
    terms.extend(
        closed(facts.admits.asking, Asking::ALL)
            .map(|value| Said::plain(Vocabulary::Asking, value.slug(), &terms_of::asking_term(value))),
    );
    terms.extend(
        closed(facts.admits.migration, Migration::ALL)
            .map(|value| Said::plain(Vocabulary::Migration, value.slug(), &terms_of::migration_term(value))),
    );
    terms.extend(
        closed(facts.admits.settings, Setting::ALL)
            .map(|value| Said::plain(Vocabulary::Settings, value.slug(), &terms_of::setting_term(value))),
    );
    terms.extend(
        facts
            .admits
            .audience
            .map(|value| Said::plain(Vocabulary::Audiences, value.slug(), terms_of::audience_term(value))),
    );
    terms.extend(
        facts.admits.gender.map(|value| Said::plain(Vocabulary::Genders, value.slug(), terms_of::gender_term(value))),
    );
    terms.extend(
        facts.first_answer.map(|value| Said::plain(Vocabulary::Delays, value.slug(), terms_of::delay_term(value))),
    );
    terms.push(Said::plain(
        Vocabulary::Confidence,
        facts.confidence.slug(),
        terms_of::confidence_term(facts.confidence),
    ));
    terms.extend(record.verified.as_ref().map(|verified| Said::mark(Mark::Verified).worth(&words::verified(verified))));
    for position in &record.sources {
        terms.push(source(entry, *position));
    }
    terms.into_iter().map(|term| term.of("service", &entry.id)).collect()
}

/// The mark of a number or an address kept for professionals.
pub fn professionals_only(entity: &'static str, id: &str) -> Attribute {
    Said::mark(Mark::Professionals).of(entity, id)
}

fn needs(vocabulary: Vocabulary, set: Positions, table: &Table<Need>, value: Option<&str>) -> Vec<Said> {
    set.iter()
        .map(|position| {
            let need = table.get(position);
            let said = Said::new(vocabulary, &need.id, &need.short, &need.label);
            match value {
                Some(value) => said.worth(value),
                None => said,
            }
        })
        .collect()
}

fn closed<T: Copy>(set: Terms, all: &'static [T]) -> impl Iterator<Item = T> {
    all.iter().enumerate().filter(move |(position, _)| set.has(*position)).map(|(_, value)| *value)
}

fn source(entry: &Entry, position: u16) -> Said {
    let source = entry.catalogue.sources.get(usize::from(position));
    let mut said = Said::new(Vocabulary::Sources, &source.id, &source.title, &words::source(source));
    said.uri = source.url.as_deref().map(str::to_owned);
    said.value = source.date.map(|date| date.to_string());
    said
}

/// A term, and what is said with it.
struct Said {
    vocabulary: Vocabulary,
    code: String,
    name: String,
    description: String,
    uri: Option<String>,
    value: Option<String>,
}

impl Said {
    fn new(vocabulary: Vocabulary, code: &str, name: &str, description: &str) -> Self {
        Self {
            vocabulary,
            code: code.to_owned(),
            name: name.to_owned(),
            description: description.to_owned(),
            uri: None,
            value: None,
        }
    }

    /// A term that its vocabulary describes well enough.
    fn plain(vocabulary: Vocabulary, code: &str, name: &str) -> Self {
        Self::new(vocabulary, code, name, vocabulary.words().1)
    }

    fn mark(mark: Mark) -> Self {
        let (name, description) = mark.words();
        Self::new(Vocabulary::Marks, mark.slug(), name, description)
    }

    fn worth(self, value: &str) -> Self {
        Self { value: Some(value.to_owned()), ..self }
    }

    fn of(self, entity: &'static str, link: &str) -> Attribute {
        let slug = self.vocabulary.slug();
        let (name, description) = self.vocabulary.words();
        let taxonomy_id = id("taxonomy", &[slug]);
        let term_id = id("taxonomy_term", &[slug, &self.code]);
        Attribute {
            id: id("attribute", &[link, slug, &self.code]),
            link_id: link.to_owned(),
            link_entity: entity,
            link_type: slug,
            label: self.name.clone(),
            value: self.value,
            taxonomy_term_id: term_id.clone(),
            taxonomy_term: TaxonomyTerm {
                id: term_id,
                code: self.code,
                name: self.name,
                description: self.description,
                language: "fr",
                taxonomy_id: taxonomy_id.clone(),
                taxonomy_detail: Taxonomy {
                    id: taxonomy_id,
                    name: name.to_owned(),
                    description: description.to_owned(),
                },
                term_uri: self.uri,
            },
        }
    }
}
