//! What a service costs THIS person: age, BIM status, individual or group, first session, yearly number of sessions.

use std::rc::Rc;

use crate::catalogue::model::{Facts, PriceOption, Tariff};
use crate::catalogue::money::Cents;
use crate::catalogue::terms::{PriceUnit, SessionMode, TariffStatus};
use crate::situation::Situation;

use super::case::Case;
use super::criteria;

/// Free, an amount and unknown are three different things.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CostStatus {
    Free,
    Amount,
    /// Whatever one can give.
    Contribution,
    /// A price exists; the service says it when asked.
    OnRequest,
    /// No source gives a price.
    Unknown,
    /// It depends on an answer that is missing.
    ToCheck,
    /// Nothing is sold there: a list, a network, a platform.
    NoPrice,
}

impl CostStatus {
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Free => "free",
            Self::Amount => "amount",
            Self::Contribution => "contribution",
            Self::OnRequest => "on-request",
            Self::Unknown => "unknown",
            Self::ToCheck => "to-check",
            Self::NoPrice => "no-price",
        }
    }
}

/// What a person pays.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cost {
    pub status: CostStatus,
    /// Of one session (or day, month), when one amount is known.
    pub amount: Option<Cents>,
    pub unit: Option<PriceUnit>,
    /// The other prices the person may have, when an answer is missing.
    pub alternatives: Vec<Alternative>,
    /// Price of a group session, beside an individual one.
    pub group: Option<Cents>,
    pub first_free: bool,
    pub no_obstacle: bool,
    /// Against the person's budget; `None` when either is unknown.
    pub within_budget: Option<bool>,
    pub over_by: Option<Cents>,
    pub year: Option<Year>,
    /// The option's own remark, and position of the tariff it comes from.
    pub note: Option<String>,
    pub tariff: Option<u16>,
}

/// A price that depends on an answer not given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Alternative {
    pub amount: Cents,
    pub when: When,
}

/// For whom an alternative price is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    Bim,
    NotBim,
    UpTo(u8),
    From(u8),
    UpToAndBim(u8),
    FromAndBim(u8),
}

/// The most a year costs: « 7 séances à 4,00 €, la première gratuite ».
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Year {
    pub paid_sessions: u8,
    pub session: Cents,
    pub first_free: bool,
    pub total: Cents,
}

impl Cost {
    const fn unknown() -> Self {
        Self {
            status: CostStatus::Unknown,
            amount: None,
            unit: None,
            alternatives: Vec::new(),
            group: None,
            first_free: false,
            no_obstacle: false,
            within_budget: None,
            over_by: None,
            year: None,
            note: None,
            tariff: None,
        }
    }

    /// How it stands against the budget, for the ranking, best first: free, within the budget, money must be no obstacle,
    /// not known, over it.
    pub const fn level(&self) -> u32 {
        match (self.status, self.within_budget, self.no_obstacle) {
            (CostStatus::Free | CostStatus::Contribution | CostStatus::NoPrice, _, _) => 0,
            (_, Some(true), _) => 1,
            (_, _, true) => 2,
            (_, None, _) => 3,
            (_, Some(false), _) => 4,
        }
    }
}

/// What one person pays: each tariff is reckoned once, however many services share it.
#[derive(Debug)]
pub struct Costs<'c> {
    case: &'c Case<'c>,
    by_tariff: Vec<Option<Rc<Cost>>>,
    unknown: Rc<Cost>,
    no_price: Rc<Cost>,
}

impl<'c> Costs<'c> {
    pub fn new(case: &'c Case<'c>) -> Self {
        let no_price = Cost { status: CostStatus::NoPrice, ..Cost::unknown() };
        Self { case, by_tariff: Vec::new(), unknown: Rc::new(Cost::unknown()), no_price: Rc::new(no_price) }
    }

    /// What this person pays for a service: its first tariff that gives a price.
    pub fn of(&mut self, facts: &Facts) -> Rc<Cost> {
        let mut first = None;
        for position in &facts.tariffs {
            let cost = self.under(*position);
            if !matches!(cost.status, CostStatus::Unknown | CostStatus::OnRequest) {
                return cost;
            }
            first.get_or_insert(cost);
        }
        let nothing = if self.case.known.is_a_list(facts) { &self.no_price } else { &self.unknown };
        first.unwrap_or_else(|| Rc::clone(nothing))
    }

    fn under(&mut self, position: u16) -> Rc<Cost> {
        let tariff = self.case.known.tariff(position);
        let at = usize::from(position);
        if self.by_tariff.len() <= at {
            self.by_tariff.resize(at + 1, None);
        }
        let (situation, group) = (self.case.situation, self.case.wants_group());
        let cost = self.by_tariff[at].get_or_insert_with(|| Rc::new(tariff_cost(tariff, position, situation, group)));
        Rc::clone(cost)
    }
}

/// What this person pays for a service.
pub fn cost(facts: &Facts, case: &Case<'_>) -> Cost {
    Rc::unwrap_or_clone(Costs::new(case).of(facts))
}

/// What this person pays under one tariff.
pub fn tariff_cost(tariff: &Tariff, position: u16, situation: &Situation, wants_group: bool) -> Cost {
    let base = Cost {
        unit: tariff.unit,
        first_free: tariff.first_free,
        no_obstacle: tariff.money_no_obstacle,
        tariff: Some(position),
        ..Cost::unknown()
    };
    match tariff.status {
        TariffStatus::Free => {
            Cost { status: CostStatus::Free, amount: Some(Cents::ZERO), within_budget: Some(true), ..base }
        }
        TariffStatus::Contribution => Cost { status: CostStatus::Contribution, ..base },
        TariffStatus::OnRequest => Cost { status: CostStatus::OnRequest, ..base },
        TariffStatus::Unknown => base,
        // a price that a mutuality makes is not the price of who cannot have one: the service says it
        TariffStatus::Amount if criteria::lacks_papers(tariff.papers, situation) => {
            Cost { status: CostStatus::OnRequest, ..base }
        }
        TariffStatus::Amount => amount(tariff, base, situation, wants_group),
    }
}

fn amount(tariff: &Tariff, base: Cost, situation: &Situation, wants_group: bool) -> Cost {
    let wanted = wanted_mode(tariff, wants_group);
    let age = situation.age.known().copied();
    let bim = situation.bim.known().copied();
    let path = situation.migration.known().map(|path| *path as usize);
    let theirs = |option: &&PriceOption| {
        // a price kept for some paths is nobody's until the path is said
        (option.migration.is_empty() || path.is_some_and(|path| option.migration.has(path)))
            && option.age_min.is_none_or(|min| age.is_none_or(|age| age >= min))
            && option.age_max.is_none_or(|max| age.is_none_or(|age| age <= max))
            && option.bim.is_none_or(|wants| bim.is_none_or(|bim| bim == wants))
    };
    let fits = |option: &&PriceOption| option.mode.is_none_or(|mode| mode == wanted) && theirs(option);
    // every option that may be this person's, up to the first that surely is
    let mut possible: Vec<&PriceOption> = Vec::new();
    for option in tariff.options.iter().filter(|option| fits(option)) {
        possible.push(option);
        let sure = (option.age_min.is_none() && option.age_max.is_none() || age.is_some())
            && (option.bim.is_none() || bim.is_some());
        if sure {
            break;
        }
    }
    let Some(last) = possible.pop() else {
        return base;
    };
    // the surest option is the last: without any reduction the program is not sure of
    let age_matters =
        possible.iter().any(|option| option.age_min.is_some() || option.age_max.is_some()) && age.is_none();
    let group = tariff.options.iter().find(|option| option.mode == Some(SessionMode::Group) && theirs(option));
    let group =
        group.filter(|_| wanted == SessionMode::Individual && last.amount > Cents::ZERO).map(|option| option.amount);
    let mut alternatives: Vec<Alternative> = Vec::new();
    for option in possible.into_iter().filter(|option| option.amount != last.amount) {
        let other = Alternative { amount: option.amount, when: when(option, age, bim) };
        // the first price of an answer is theirs: the next is for those it leaves out
        if alternatives.iter().any(|known| known.when == other.when) {
            continue;
        }
        match alternatives.iter_mut().find(|known| known.amount == option.amount) {
            None => alternatives.push(other),
            // the same price for everybody says more than for one age
            Some(known) if option.age_min.is_none() && option.age_max.is_none() => *known = other,
            Some(_) => {}
        }
    }
    let mut cost = Cost {
        status: if age_matters { CostStatus::ToCheck } else { CostStatus::Amount },
        amount: Some(last.amount),
        alternatives,
        group,
        note: last.note.as_deref().map(str::to_owned),
        ..base
    };
    if !age_matters && last.amount == Cents::ZERO && cost.alternatives.is_empty() {
        cost.status = CostStatus::Free;
        cost.first_free = false;
    }
    if !age_matters {
        cost.year = year(tariff, last.amount, age, wanted);
    }
    against_budget(&mut cost, situation);
    cost
}

/// Individual, unless the person wishes a group and the tariff has a price for one.
fn wanted_mode(tariff: &Tariff, wants_group: bool) -> SessionMode {
    let has_group = tariff.options.iter().any(|option| option.mode == Some(SessionMode::Group));
    if has_group && wants_group { SessionMode::Group } else { SessionMode::Individual }
}

/// For whom an option is, as far as the person has not said it.
fn when(option: &PriceOption, age: Option<u8>, bim: Option<bool>) -> When {
    let needs_bim = bim.is_none() && option.bim == Some(true);
    let unsaid = |bound: Option<u8>| bound.filter(|_| age.is_none());
    match (unsaid(option.age_max), unsaid(option.age_min)) {
        (Some(max), _) if needs_bim => When::UpToAndBim(max),
        (Some(max), _) => When::UpTo(max),
        (None, Some(min)) if needs_bim => When::FromAndBim(min),
        (None, Some(min)) => When::From(min),
        (None, None) if option.bim == Some(false) => When::NotBim,
        (None, None) => When::Bim,
    }
}

fn year(tariff: &Tariff, session: Cents, age: Option<u8>, mode: SessionMode) -> Option<Year> {
    let sessions = match (age, tariff.support_sessions_young, tariff.support_sessions_adult) {
        (Some(age), Some(young), _) if age < 24 => young,
        (_, _, Some(adult)) => adult,
        _ => return None,
    };
    if session == Cents::ZERO || mode == SessionMode::Group {
        return None;
    }
    let paid_sessions = sessions.saturating_sub(u8::from(tariff.first_free));
    let total = Cents(session.0 * u32::from(paid_sessions));
    Some(Year { paid_sessions, session, first_free: tariff.first_free, total })
}

fn against_budget(cost: &mut Cost, situation: &Situation) {
    let (Some(budget), Some(amount)) = (situation.budget.known(), cost.amount) else {
        return;
    };
    let within = amount <= *budget;
    let depends = cost.alternatives.iter().any(|other| (other.amount <= *budget) != within);
    if depends {
        return;
    }
    cost.within_budget = Some(within);
    cost.over_by = (!within).then(|| Cents(amount.0 - budget.0));
}
