//! The closed vocabularies: what may be said of a person or of a service, and how it is spelled.
//!
//! A value is spelled the same in a flag, in YAML and in JSON. Open vocabularies (types, needs, wishes, tariffs) live
//! in the catalogue's own files instead.

use serde::{Deserialize, Serialize};

/// Declares an enum whose variants each have one spelling.
macro_rules! spelled {
    ($(#[$meta:meta])* $name:ident { $($(#[$vmeta:meta])* $variant:ident = $slug:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum $name { $($(#[$vmeta])* $variant),+ }

        impl $name {
            /// Every value, in the order of the design.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// How the value is spelled in a flag, in YAML and in JSON.
            pub const fn slug(self) -> &'static str {
                match self { $(Self::$variant => $slug),+ }
            }

            /// Reads one spelling; `None` when it is no value of this vocabulary.
            pub fn from_slug(slug: &str) -> Option<Self> {
                match slug { $($slug => Some(Self::$variant),)+ _ => None }
            }
        }
    };
}

spelled! {
    /// A region as a person names it: the German-speaking community is one of its own here, since its services are.
    Region { Bruxelles = "bruxelles", Wallonie = "wallonie", Flandre = "flandre", Germanophone = "germanophone" }
}

spelled! {
    /// How soon help is needed, in observable words; each is a delay. Sooner compares as smaller.
    Urgency {
        /// Someone is in danger now.
        Danger = "danger",
        /// It cannot wait until tomorrow.
        Today = "aujourdhui",
        /// This week.
        Week = "semaine",
        /// This month or later.
        Month = "mois",
    }
}

spelled! {
    /// The person's migration path, as far as they wish to say.
    Migration {
        /// No migration path.
        None = "aucun",
        /// Applicant for international protection (demandeur de protection internationale).
        Applicant = "dpi",
        /// Recognised refugee or beneficiary of protection.
        Refugee = "refugie",
        /// Unaccompanied foreign minor (mineur étranger non accompagné).
        UnaccompaniedMinor = "mena",
        /// Without a residence permit.
        WithoutResidence = "sans-sejour",
        /// In Belgium for less than three years with a permit of more than three months (art. 150 CWASS).
        Newcomer = "primo-arrivant",
        /// Another migration path.
        Other = "autre",
        /// Prefers not to say.
        Undisclosed = "tait",
    }
}

spelled! {
    /// Who is asking.
    Asking { Person = "moi", Relative = "proche", Professional = "pro" }
}

spelled! {
    /// Where a professional works: some services serve only some settings.
    Setting {
        Hospital = "hopital",
        GeneralPractice = "medecine-generaliste",
        MedicalHouse = "maison-medicale",
        ContractedPsychologist = "psychologue-conventionne",
        PublicService = "service-public",
        SocialService = "service-social",
        ReceptionCentre = "centre-fedasil",
        HomeCare = "soins-a-domicile",
        Other = "autre",
    }
}

spelled! {
    /// Whom a service is made for, when its source gives no bounds in years.
    Audience { Adults = "adultes", Young = "jeunes", Seniors = "aines" }
}

spelled! {
    /// Whom a service is kept for. The tool asks nobody's gender: the worker and the person know.
    Gender { Women = "femmes", Men = "hommes" }
}

spelled! {
    /// How sure the project is of an entry. The order is from the surest.
    Confidence { High = "haute", Medium = "moyenne", Low = "basse" }
}

spelled! {
    /// The kind of answer a type of service gives; variety in an orientation is counted in families.
    Family {
        Emergency = "urgence",
        Line = "ligne",
        Care = "soin",
        Bond = "lien",
        Peers = "pairs",
        Social = "social",
        Rights = "droits",
        Housing = "hebergement",
        Exile = "exil",
        Youth = "jeunes",
        Violence = "violences",
        Addiction = "addiction",
        Network = "reseau",
        Directory = "annuaire",
        Professional = "pro",
    }
}

spelled! {
    /// What is known of a price, before any person is known. Free, an amount and unknown are three different words.
    TariffStatus {
        Free = "free",
        Amount = "amount",
        /// Whatever one can give.
        Contribution = "contribution",
        /// A price exists; the service says it when asked.
        OnRequest = "on-request",
        Unknown = "unknown",
    }
}

spelled! {
    /// The shape of a session, for tariffs that depend on it.
    SessionMode { Individual = "individuel", Group = "groupe" }
}

spelled! {
    /// What one amount pays for.
    PriceUnit { Session = "session", Day = "day", Month = "month", Year = "year" }
}

/// A set of values of one closed vocabulary.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Terms(u16);

impl Terms {
    /// The set of these positions.
    pub fn of(positions: impl IntoIterator<Item = usize>) -> Self {
        Self(positions.into_iter().fold(0, |set, position| set | 1 << position))
    }

    pub const fn has(self, position: usize) -> bool {
        self.0 & (1 << position) != 0
    }

    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    pub const fn len(self) -> u32 {
        self.0.count_ones()
    }
}

/// A set of entries of one open vocabulary of the catalogue (needs, wishes, languages), by position; at most 64.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash, Serialize, Deserialize)]
pub struct Positions(u64);

impl Positions {
    pub const CAPACITY: usize = 64;

    pub fn of(positions: impl IntoIterator<Item = usize>) -> Self {
        Self(positions.into_iter().fold(0, |set, position| set | 1 << position))
    }

    pub const fn from_bits(bits: u64) -> Self {
        Self(bits)
    }

    pub const fn bits(self) -> u64 {
        self.0
    }

    pub fn insert(&mut self, position: usize) {
        self.0 |= 1 << position;
    }

    pub const fn has(self, position: usize) -> bool {
        self.0 & (1 << position) != 0
    }

    pub const fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    pub const fn len(self) -> u32 {
        self.0.count_ones()
    }

    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    pub fn iter(self) -> impl Iterator<Item = usize> {
        let mut left = self.0;
        std::iter::from_fn(move || {
            let position = (left != 0).then(|| left.trailing_zeros() as usize)?;
            left &= left - 1;
            Some(position)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_spelling_reads_back_as_itself() {
        for value in Migration::ALL {
            assert_eq!(Migration::from_slug(value.slug()), Some(*value));
        }
        assert_eq!(Urgency::from_slug("demain"), None);
    }

    #[test]
    fn sooner_is_smaller() {
        assert!(Urgency::Danger < Urgency::Today && Urgency::Week < Urgency::Month);
    }
}
