//! The words of a catalogue and where each stands.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use crate::catalogue::fold::fold;
use crate::catalogue::model::{ContactKind, Need, Record};
use crate::catalogue::territory::NameKind;
use crate::catalogue::text::Text;
use crate::catalogue::{Catalogue, Table, language};

use super::owner::Owner;
use super::words::{FREE, LINE, OWN_NAMES, keep, kept, mask, number};

pub(super) type WordId = u32;

/// A word, and whose it is.
#[derive(Debug)]
pub(super) struct Word {
    pub(super) text: String,
    pub(super) letters: usize,
    pub(super) mask: u32,
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
            is_place: false,
            owners: Vec::new(),
        }
    }
}

/// One name of a service.
#[derive(Debug)]
pub(super) struct Phrase {
    service: usize,
    pub(super) words: Vec<WordId>,
}

/// The Fowler-Noll-Vo hash: the words are the catalogue's own, and folding them all at each search is most of its time.
#[derive(Debug)]
struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for Fnv {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
}

/// Everything that is searched.
#[derive(Debug)]
pub(super) struct Index {
    pub(super) catalogue: &'static Catalogue,
    words: Vec<Word>,
    ids: HashMap<String, WordId, BuildHasherDefault<Fnv>>,
    /// The names of each commune that are one word.
    pub(super) communes: Vec<Vec<WordId>>,
    /// Every name, folded whole, with its service.
    names: Vec<(u32, String)>,
    /// Sorted by service.
    phrases: Vec<Phrase>,
    /// The provinces and regions of each commune, and how many there are.
    pub(super) wider: Vec<Vec<u16>>,
    pub(super) widers: u16,
}

impl Index {
    pub(super) fn new(catalogue: &'static Catalogue) -> Self {
        let communes = catalogue.territories.communes.len();
        let mut index = Self {
            catalogue,
            words: Vec::new(),
            ids: HashMap::default(),
            communes: vec![Vec::new(); communes],
            names: Vec::new(),
            phrases: Vec::new(),
            wider: vec![Vec::new(); communes],
            widers: 0,
        };
        for (position, record) in (0_u32..).zip(catalogue.records.iter()) {
            index.record(position, record);
        }
        for (position, kind) in (0_u8..).zip(catalogue.kinds.iter()) {
            index.post(Owner::Kind(position), &[&kind.label, &kind.id]);
        }
        index.entries(&catalogue.needs, Owner::Need);
        index.entries(&catalogue.wishes, Owner::Wish);
        index.places(catalogue);
        for (position, code) in (0_u8..).zip(catalogue.languages.iter()) {
            let own = OWN_NAMES.iter().find(|(own, _)| *own == code.as_str()).map_or("", |(_, name)| *name);
            index.own(Owner::Language(position), code);
            index.post(Owner::Language(position), &[language::name(code), own]);
        }
        for (owner, words) in [(Owner::Free, FREE), (Owner::Line, LINE)] {
            index.post(owner, words);
        }
        index
    }

    fn record(&mut self, position: u32, record: &Record) {
        let others = record.names.iter().map(|(_, name)| name);
        for name in std::iter::once(&record.name).chain(others) {
            let owner = Owner::Name(position);
            let folded = fold(name);
            let words: Vec<WordId> = kept(&folded).into_iter().map(|word| self.own(owner, word)).collect();
            // « Housing First (le logement d'abord) » is a name, its explanation is not
            if let Some((short, _)) = name.split_once(" (") {
                let words = words.iter().copied().take(keep(short).len()).collect();
                self.phrases.push(Phrase { service: position as usize, words });
            }
            self.phrases.push(Phrase { service: position as usize, words });
            self.names.push((position, folded));
        }
        let phones =
            record.contacts.iter().filter(|contact| contact.kind == ContactKind::Phone && !contact.professionals_only);
        for phone in phones.filter_map(|contact| number(&contact.value)) {
            self.own(Owner::Phone(position), &phone);
        }
        if let Some(organization) = &record.organization {
            self.post(Owner::Organization(position), &[organization]);
        }
    }

    fn entries(&mut self, table: &Table<Need>, owner: impl Fn(u8) -> Owner) {
        for (position, need) in (0_u8..).zip(table.iter()) {
            self.post(owner(position), &[&need.label, &need.short, &need.id]);
            let synonyms: Vec<&str> = need.synonyms.iter().map(Text::as_str).collect();
            self.post(owner(position), &synonyms);
        }
    }

    fn places(&mut self, catalogue: &Catalogue) {
        let territories = &catalogue.territories;
        for name in territories.names.iter() {
            let words: Vec<WordId> =
                kept(&name.folded).into_iter().map(|word| self.own(Owner::Commune(name.commune), word)).collect();
            if name.kind == NameKind::Commune {
                for word in &words {
                    self.words[*word as usize].is_place = true;
                }
                if let ([word], Some(names)) = (words.as_slice(), self.communes.get_mut(usize::from(name.commune))) {
                    names.push(*word);
                }
            }
        }
        for postal in territories.postal_codes.iter() {
            for commune in &postal.communes {
                self.own(Owner::Commune(*commune), &postal.code);
            }
        }
        for (position, wider) in (0_u16..).zip(territories.wider.iter()) {
            self.post(Owner::Wider(position), &[&wider.folded]);
            for commune in wider.communes.iter() {
                if let Some(of) = self.wider.get_mut(commune) {
                    of.push(position);
                }
            }
            self.widers = position + 1;
        }
    }

    fn post(&mut self, owner: Owner, texts: &[&str]) {
        for text in texts {
            for word in keep(text) {
                self.own(owner, &word);
            }
        }
    }

    fn own(&mut self, owner: Owner, word: &str) -> WordId {
        let id = self.ids.get(word).copied().unwrap_or_else(|| {
            let id = WordId::try_from(self.words.len()).unwrap_or(WordId::MAX);
            self.words.push(Word::new(word));
            self.ids.insert(word.to_owned(), id);
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

    /// Two words that follow each other in a name, and whose name it is.
    pub(super) fn pairs(&self) -> impl Iterator<Item = (Owner, &str, &str)> {
        self.names.iter().flat_map(|(service, name)| {
            let nexts = name.split(' ').skip(1);
            name.split(' ').zip(nexts).map(|(first, second)| (Owner::Name(*service), first, second))
        })
    }

    pub(super) fn has(&self, word: &str) -> bool {
        self.ids.contains_key(word)
    }

    /// A word, or how far beyond the last one its number is.
    pub(super) fn text(&self, word: WordId) -> Result<&str, usize> {
        let at = word as usize;
        self.words.get(at).map(|word| word.text.as_str()).ok_or_else(|| at - self.words.len())
    }

    /// A number beyond those of the words.
    pub(super) fn next_id(&self, beyond: usize) -> WordId {
        WordId::try_from(self.words.len() + beyond).unwrap_or(WordId::MAX)
    }

    pub(super) fn names_place(&self, typed: &str) -> bool {
        self.ids.get(typed).is_some_and(|id| self.is_place(*id))
    }

    pub(super) fn is_place(&self, word: WordId) -> bool {
        self.words.get(word as usize).is_some_and(|word| word.is_place)
    }

    /// The names that say in another language the commune this word names.
    pub(super) fn same_commune(&self, word: WordId) -> impl Iterator<Item = (Owner, WordId)> {
        let communes = self.words[word as usize].owners.iter().filter_map(move |owner| match owner {
            Owner::Commune(commune) => self.communes.get(usize::from(*commune)).filter(|names| names.contains(&word)),
            _ => None,
        });
        communes.flatten().filter(move |other| **other != word).flat_map(|other| {
            let owners = self.words[*other as usize].owners.iter();
            owners.filter(|owner| matches!(owner, Owner::Name(_))).map(|owner| (*owner, *other))
        })
    }

    pub(super) fn phrases(&self, position: usize) -> impl Iterator<Item = &Phrase> {
        let first = self.phrases.partition_point(|phrase| phrase.service < position);
        self.phrases[first..].iter().take_while(move |phrase| phrase.service == position)
    }
}
