//! The words of a catalogue and where each stands.

use std::collections::HashMap;

use crate::catalogue::fold::fold;
use crate::catalogue::model::{ContactKind, Facts, Need, Record};
use crate::catalogue::terms::TariffStatus;
use crate::catalogue::territory::{CommuneSet, NameKind};
use crate::catalogue::text::Text;
use crate::catalogue::{Catalogue, Corrupt, Table, language};

use super::FoundIn;

/// Words that say nothing of a service, folded. « sans » says something (« sans rendez-vous »).
const EMPTY: &[&str] = &[
    "a", "ai", "au", "aux", "avec", "ce", "chez", "d", "dans", "das", "de", "den", "der", "des",
    "die", "du", "een", "en", "est", "et", "het", "il", "j", "je", "l", "la", "le", "les", "m",
    "ma", "me", "mes", "moi", "mon", "n", "ne", "of", "on", "ou", "par", "pas", "pour", "qu",
    "que", "qui", "s", "se", "si", "suis", "sur", "the", "trouver", "un", "und", "une", "van",
    "voor", "vos", "votre", "y",
];

/// Words that mean « it costs nothing », and words that mean « one telephones ».
const FREE: &[&str] = &[
    "gratuit",
    "gratuite",
    "gratuitement",
    "gratis",
    "free",
    "kostenlos",
];
const LINE: &[&str] = &["ligne", "lijn", "line", "hotline", "numero"];

/// What the languages most asked for are called in themselves.
const OWN_NAMES: &[(&str, &str)] = &[
    ("nl", "nederlands"),
    ("de", "deutsch"),
    ("en", "english"),
    ("es", "espanol"),
    ("it", "italiano"),
];

/// The words of a text that say something; all of them when none does. `de` and `en` typed last are languages.
pub(super) fn keep(text: &str) -> Vec<String> {
    let folded = fold(text);
    let words: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
    let language = |at: usize| at > 0 && at + 1 == words.len() && matches!(words[at], "de" | "en");
    let kept: Vec<String> = words
        .iter()
        .enumerate()
        .filter(|(at, word)| !EMPTY.contains(word) || language(*at))
        .map(|(_, word)| (*word).to_owned())
        .collect();
    if kept.is_empty() {
        words.into_iter().map(str::to_owned).collect()
    } else {
        kept
    }
}

/// A telephone number or a postal code, when nothing else was typed: its digits, without the country.
pub(super) fn number(text: &str) -> Option<String> {
    let is_number = text
        .chars()
        .all(|c| c.is_ascii_digit() || c.is_whitespace() || "+/.-()".contains(c));
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let national = text
        .trim_start()
        .strip_prefix('+')
        .and_then(|_| digits.strip_prefix("32"))
        .map(|rest| format!("0{rest}"));
    (is_number && digits.len() >= 3).then(|| national.unwrap_or(digits))
}

pub(super) type WordId = u32;

/// Whose word it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Owner {
    Phone(u32),
    Name(u32),
    Organization(u32),
    Kind(u8),
    Need(u8),
    Wish(u8),
    Commune(u16),
    Wider(u16),
    Language(u8),
    Free,
    Line,
}

/// One bit a letter.
pub(super) fn mask(word: &str) -> u32 {
    word.chars().fold(0, |mask, c| match c {
        'a'..='z' => mask | 1 << (u32::from(c) - u32::from('a')),
        '0'..='9' => mask | 1 << 26,
        _ => mask | 1 << 27,
    })
}

/// A word, and whose it is.
#[derive(Debug)]
pub(super) struct Word {
    pub(super) text: String,
    pub(super) letters: usize,
    pub(super) mask: u32,
    /// The two words of a name that it is, read as one.
    parts: Option<(String, String)>,
    /// A word of the name of a commune.
    is_place: bool,
    pub(super) owners: Vec<Owner>,
}

impl Word {
    pub(super) fn new(text: &str) -> Self {
        Self {
            text: text.to_owned(),
            letters: text.chars().count(),
            mask: mask(text),
            parts: None,
            is_place: false,
            owners: Vec::new(),
        }
    }

    pub(super) fn is_joined(&self) -> bool {
        self.parts.is_some()
    }
}

/// Something a service has words of: where that is, whose the words are, and its position in its own table.
pub(super) type Owned = (FoundIn, Owner, Option<usize>);

/// One name of a service.
#[derive(Debug)]
pub(super) struct Phrase {
    service: usize,
    pub(super) words: Vec<WordId>,
}

/// Everything that is searched.
#[derive(Debug, Default)]
pub(super) struct Index {
    words: Vec<Word>,
    ids: HashMap<String, WordId>,
    facts: Vec<Facts>,
    /// The names of each commune that are one word.
    communes: Vec<Vec<WordId>>,
    /// Sorted by service.
    phrases: Vec<Phrase>,
    pub(super) areas: Vec<CommuneSet>,
    wider: Vec<CommuneSet>,
    free: Vec<bool>,
    /// Kinds that answer wherever one is.
    remote: Vec<bool>,
}

impl Index {
    pub(super) fn new(catalogue: &Catalogue<'_>) -> Result<Self, Corrupt> {
        let mut index = Self {
            facts: catalogue.facts.iter().collect::<Result<_, _>>()?,
            ..Self::default()
        };
        for (position, record) in (0_u32..).zip(catalogue.records.iter()) {
            index.record(position, &record?);
        }
        for (position, kind) in (0_u8..).zip(catalogue.kinds.iter()) {
            let kind = kind?;
            index.remote.push(kind.remote);
            index.post(Owner::Kind(position), &[&kind.label, &kind.id]);
        }
        index.entries(catalogue.needs, Owner::Need)?;
        index.entries(catalogue.wishes, Owner::Wish)?;
        index.places(catalogue)?;
        for (position, code) in (0_u8..).zip(catalogue.languages.iter()) {
            let code = code?;
            let own = OWN_NAMES
                .iter()
                .find(|(own, _)| *own == code.as_str())
                .map_or("", |(_, name)| *name);
            index.own(Owner::Language(position), &code);
            index.post(Owner::Language(position), &[language::name(&code), own]);
        }
        for tariff in catalogue.tariffs.iter() {
            let tariff = tariff?;
            index.free.push(tariff.status == TariffStatus::Free);
        }
        for (owner, words) in [(Owner::Free, FREE), (Owner::Line, LINE)] {
            index.post(owner, words);
        }
        Ok(index)
    }

    fn record(&mut self, position: u32, record: &Record<'_>) {
        let others = record.names.iter().map(|(_, name)| name);
        for name in std::iter::once(&record.name).chain(others) {
            let owner = Owner::Name(position);
            let words: Vec<WordId> = keep(name)
                .iter()
                .map(|word| self.own(owner, word))
                .collect();
            // « Housing First (le logement d'abord) » is a name, its explanation is not
            let short = name.split(" (").next().map_or(0, |short| keep(short).len());
            self.phrases.push(Phrase {
                service: position as usize,
                words: words[..short.min(words.len())].to_vec(),
            });
            self.phrases.push(Phrase {
                service: position as usize,
                words,
            });
            let folded = fold(name);
            let all: Vec<&str> = folded.split(' ').collect();
            for pair in all.windows(2) {
                self.own_joined(owner, pair[0], pair[1]);
            }
        }
        let phones = record
            .contacts
            .iter()
            .filter(|contact| contact.kind == ContactKind::Phone && !contact.professionals_only);
        for phone in phones.filter_map(|contact| number(&contact.value)) {
            self.own(Owner::Phone(position), &phone);
        }
        if let Some(organization) = &record.organization {
            self.post(Owner::Organization(position), &[organization]);
        }
    }

    fn entries(
        &mut self,
        table: Table<'_, Need<'_>>,
        owner: impl Fn(u8) -> Owner,
    ) -> Result<(), Corrupt> {
        for (position, need) in (0_u8..).zip(table.iter()) {
            let need = need?;
            self.post(owner(position), &[&need.label, &need.short, &need.id]);
            let synonyms: Vec<&str> = need.synonyms.iter().map(Text::as_str).collect();
            self.post(owner(position), &synonyms);
        }
        Ok(())
    }

    fn places(&mut self, catalogue: &Catalogue<'_>) -> Result<(), Corrupt> {
        let territories = &catalogue.territories;
        self.communes = vec![Vec::new(); territories.communes.len()];
        for name in territories.names.iter() {
            let name = name?;
            let words: Vec<WordId> = keep(&name.folded)
                .iter()
                .map(|word| self.own(Owner::Commune(name.commune), word))
                .collect();
            if name.kind == NameKind::Commune {
                for word in &words {
                    self.words[*word as usize].is_place = true;
                }
                if let ([word], Some(names)) = (
                    words.as_slice(),
                    self.communes.get_mut(usize::from(name.commune)),
                ) {
                    names.push(*word);
                }
            }
        }
        for postal in territories.postal_codes.iter() {
            let postal = postal?;
            for commune in &postal.communes {
                self.own(Owner::Commune(*commune), &postal.code);
            }
        }
        for (position, wider) in (0_u16..).zip(territories.wider.iter()) {
            let wider = wider?;
            self.post(Owner::Wider(position), &[&wider.folded]);
            self.wider.push(wider.communes);
        }
        self.areas = catalogue
            .areas
            .iter()
            .map(|area| Ok(area?.communes))
            .collect::<Result<_, Corrupt>>()?;
        Ok(())
    }

    fn post(&mut self, owner: Owner, texts: &[&str]) {
        for text in texts {
            for word in keep(text) {
                self.own(owner, &word);
            }
        }
    }

    fn own(&mut self, owner: Owner, word: &str) -> WordId {
        self.own_as(owner, word, || Word::new(word))
    }

    /// The key holds a space, so that a word that is written so elsewhere stays a word of its own.
    fn own_joined(&mut self, owner: Owner, first: &str, second: &str) {
        let parts = Some((first.to_owned(), second.to_owned()));
        self.own_as(owner, &format!("{first} {second}"), || Word {
            parts,
            ..Word::new(&[first, second].concat())
        });
    }

    fn own_as(&mut self, owner: Owner, key: &str, word: impl FnOnce() -> Word) -> WordId {
        let id = self.ids.get(key).copied().unwrap_or_else(|| {
            let id = WordId::try_from(self.words.len()).unwrap_or(WordId::MAX);
            self.words.push(word());
            self.ids.insert(key.to_owned(), id);
            id
        });
        let owners = &mut self.words[id as usize].owners;
        if owners.last() != Some(&owner) {
            owners.push(owner);
        }
        id
    }

    pub(super) fn words(&self) -> impl Iterator<Item = (WordId, &Word)> {
        (0..).zip(&self.words)
    }

    /// The words that stand as such in the catalogue.
    pub(super) fn whole_words(&self) -> impl Iterator<Item = &str> {
        self.words
            .iter()
            .filter(|word| !word.is_joined())
            .map(|word| word.text.as_str())
    }

    pub(super) fn has(&self, word: &str) -> bool {
        self.ids.contains_key(word)
    }

    pub(super) fn text(&self, word: WordId) -> &str {
        &self.words[word as usize].text
    }

    pub(super) fn names_place(&self, typed: &str) -> bool {
        self.ids.get(typed).is_some_and(|id| self.is_place(*id))
    }

    pub(super) fn is_place(&self, word: WordId) -> bool {
        self.words[word as usize].is_place
    }

    /// The names that say in another language the commune this word names.
    pub(super) fn same_commune(&self, word: WordId) -> impl Iterator<Item = (Owner, WordId)> {
        let communes =
            self.words[word as usize]
                .owners
                .iter()
                .filter_map(move |owner| match owner {
                    Owner::Commune(commune) => self
                        .communes
                        .get(usize::from(*commune))
                        .filter(|names| names.contains(&word)),
                    _ => None,
                });
        communes
            .flatten()
            .filter(move |other| **other != word)
            .flat_map(|other| {
                let owners = self.words[*other as usize].owners.iter();
                owners
                    .filter(|owner| matches!(owner, Owner::Name(_)))
                    .map(|owner| (*owner, *other))
            })
    }

    /// The words a word stands for: two when it is two words of a name read as one.
    pub(super) fn parts(&self, word: WordId) -> Vec<String> {
        let word = &self.words[word as usize];
        match &word.parts {
            Some((first, second)) => vec![first.clone(), second.clone()],
            None => vec![word.text.clone()],
        }
    }

    pub(super) fn names(&self, position: usize) -> impl Iterator<Item = &Phrase> {
        let first = self
            .phrases
            .partition_point(|phrase| phrase.service < position);
        self.phrases[first..]
            .iter()
            .take_while(move |phrase| phrase.service == position)
    }

    pub(super) fn area_of(&self, position: usize) -> Option<usize> {
        self.facts[position].area.map(usize::from)
    }

    /// It serves some of these communes, or lies in one when nothing says whom it serves.
    pub(super) fn is_within(&self, position: usize, communes: &CommuneSet) -> bool {
        match self.area_of(position) {
            Some(area) => !self.areas[area].and(communes).is_empty(),
            None => self.facts[position]
                .communes
                .iter()
                .any(|commune| communes.has(usize::from(*commune))),
        }
    }

    /// Everything a service has words of.
    pub(super) fn owners(&self, position: usize) -> Vec<Owned> {
        let facts = &self.facts[position];
        let service = u32::try_from(position).unwrap_or(u32::MAX);
        let kind = usize::from(facts.kind);
        let mut owners = vec![
            (FoundIn::Phone, Owner::Phone(service), None),
            (FoundIn::Name, Owner::Name(service), None),
            (FoundIn::Organization, Owner::Organization(service), None),
            (FoundIn::Kind, Owner::Kind(facts.kind), None),
        ];
        let small = |position: usize| u8::try_from(position).unwrap_or(u8::MAX);
        owners.extend(
            facts
                .core
                .iter()
                .map(|need| (FoundIn::Need, Owner::Need(small(need)), Some(need))),
        );
        owners.extend(
            facts
                .also
                .iter()
                .map(|need| (FoundIn::AlsoNeed, Owner::Need(small(need)), Some(need))),
        );
        owners.extend(
            facts
                .wishes
                .iter()
                .map(|wish| (FoundIn::Wish, Owner::Wish(small(wish)), Some(wish))),
        );
        owners.extend(
            facts
                .languages
                .iter()
                .map(|code| (FoundIn::Language, Owner::Language(small(code)), Some(code))),
        );
        owners.extend(facts.communes.iter().map(|commune| {
            (
                FoundIn::Commune,
                Owner::Commune(*commune),
                Some(usize::from(*commune)),
            )
        }));
        for (wider, communes) in (0_u16..).zip(&self.wider) {
            if facts
                .communes
                .iter()
                .any(|commune| communes.has(usize::from(*commune)))
            {
                owners.push((
                    FoundIn::Region,
                    Owner::Wider(wider),
                    Some(usize::from(wider)),
                ));
            }
        }
        if facts.tariffs.iter().any(|tariff| {
            self.free
                .get(usize::from(*tariff))
                .is_some_and(|free| *free)
        }) {
            owners.push((FoundIn::Price, Owner::Free, None));
        }
        if self.remote.get(kind).is_some_and(|remote| *remote)
            && facts.reach.phone
            && facts.communes.is_empty()
        {
            owners.push((FoundIn::Line, Owner::Line, None));
        }
        owners
    }
}
