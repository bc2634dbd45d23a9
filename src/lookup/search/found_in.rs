//! Where a word may be found in a service, and what it is worth there.

/// Where a word was found; the order of the table above.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FoundIn {
    Phone,
    Name,
    Organization,
    Kind,
    Line,
    Need,
    Commune,
    Language,
    Price,
    AlsoNeed,
    Region,
    Wish,
    Served,
}

impl FoundIn {
    /// What a word found there is worth.
    pub const fn weight(self) -> f64 {
        match self {
            Self::Phone | Self::Name => 1.0,
            Self::Organization => 0.9,
            Self::Kind | Self::Line => 0.85,
            Self::Need => 0.75,
            Self::Commune => 0.7,
            Self::Language => 0.65,
            Self::Price | Self::AlsoNeed | Self::Region | Self::Wish => 0.6,
            Self::Served => 0.4,
        }
    }

    /// The field of a service, as the JSON of `chercher` names it.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Phone => "phone",
            Self::Name => "name",
            Self::Organization => "organization",
            Self::Kind | Self::Line => "type",
            Self::Need | Self::AlsoNeed => "need",
            Self::Commune => "commune",
            Self::Language => "language",
            Self::Price => "cost",
            Self::Region => "region",
            Self::Wish => "wish",
            Self::Served => "service_area",
        }
    }
}
