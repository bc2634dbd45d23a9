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
    /// The national languages.
    National { French = "fr", Dutch = "nl", German = "de" }
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
    /// What a type of service is to the ranking: only services are ranked, lists inform.
    Role {
        /// Somebody answers there.
        Service = "service",
        /// A directory, a network, a platform, a document: it tells of services, nobody is helped there.
        List = "list",
    }
}

spelled! {
    /// What a need is to the judgement.
    Nature {
        /// A need of care: a place to be with others is worth proposing beside it.
        Care = "care",
        /// A need of the mind: its dangers are answered by suicide lines and crisis services.
        Mind = "mind",
        /// A need of the body: its dangers are answered by emergency departments.
        Body = "body",
        /// It names a form of help or a public (a talk, a group, a child), not a problem.
        Form = "form",
        /// It names a problem of its own (alcohol, bereavement): what is made for it is for nobody else.
        Problem = "problem",
        /// A need of company, that a place to be with others answers itself.
        Company = "company",
        /// A professional's need, not a person's.
        Professional = "professional",
        /// A need to be listened to: it is what lines are made for.
        Listening = "listening",
        /// A need of specialised care: the second line answers it.
        SecondLine = "second-line",
        /// What the first line of care, the general practitioner, is made for.
        FirstLine = "first-line",
        /// A professional's question, that lists and platforms answer.
        Advice = "advice",
        /// A need of somebody who interprets.
        Interpreter = "interpreter",
    }
}

spelled! {
    /// What a wish is to the judgement.
    Manner {
        /// A way help comes: somebody who cannot or will not come needs it.
        Way = "way",
        /// Help comes by telephone.
        Telephone = "telephone",
        /// Help comes in a group, which may have a price of its own.
        Group = "group",
    }
}

spelled! {
    /// What rings when a need is said: which safety numbers, which advice.
    Alarm { Suicide = "suicide", Violence = "violence", Child = "child" }
}

spelled! {
    /// From what, of what is said, a need that is not said is understood.
    Clue {
        /// No need is said.
        Nothing = "rien",
        Applicant = "dpi",
        Refugee = "refugie",
        UnaccompaniedMinor = "mena",
        WithoutResidence = "sans-sejour",
        Newcomer = "primo-arrivant",
        OtherPath = "autre",
        Minor = "moins-de-18",
        Elderly = "des-65",
        Relative = "proche",
        /// A professional asks for somebody who speaks no language of the place.
        NoSharedLanguage = "sans-langue-commune",
    }
}

spelled! {
    /// A paper without which a service, or its price, is out of reach.
    Paper {
        /// To be in order with a mutuality (assurance maladie obligatoire).
        Mutuality = "mutualite",
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

    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub const fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    pub fn iter(self) -> impl Iterator<Item = usize> {
        (0..16).filter(move |position| self.has(*position))
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
