//! The order of the answers: a table of rows, each one comparison. The first that differs decides. No weights, no
//! chance: same input, same order.
//!
//! The table that README and `pourquoi` show is [`Row::ALL`]: what stands there is what is compared. What moves a result
//! after this order (time, doors, variety) is in [`super::PASSES`].

use crate::catalogue::date::PartialDate;
use crate::catalogue::model::Facts;
use crate::catalogue::terms::{Audience, Confidence, Gender, Nature, Urgency};

use super::case::{Case, is_alone};
use super::cost::Cost;
use super::criteria::{Criterion, Finding, Findings};
use super::delay::{Delay, delay};
use super::fit::{FAR, Fit, NEAR, Reach};

/// A fact older than this is shown with its date, « à vérifier ». In months.
pub const STALE: u32 = 24;

/// One service, as the rows look at it.
#[derive(Debug, Clone, Copy)]
pub struct One<'o> {
    pub facts: &'o Facts,
    pub case: &'o Case<'o>,
    pub findings: &'o Findings,
    pub fit: Fit,
    pub reach: Reach,
    pub cost: &'o Cost,
    /// Tenths of km, as far as is known.
    pub away: Option<u32>,
    /// Its position in the catalogue, which is in the order of the ids.
    pub position: usize,
}

macro_rules! ranking {
    ($($name:ident = $slug:literal, $level:expr, $levels:literal, $why:literal, $behind:literal;)+) => {
        /// A row of the table: what two services may differ by.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Row { $($name),+ }

        impl Row {
            pub const ALL: [Self; [$($slug),+].len()] = [$(Self::$name),+];

            pub const fn slug(self) -> &'static str {
                match self { $(Self::$name => $slug),+ }
            }

            /// Its levels, best first.
            pub const fn levels(self) -> &'static str {
                match self { $(Self::$name => $levels),+ }
            }

            /// Why it stands there, or the rule it comes from.
            pub const fn why(self) -> &'static str {
                match self { $(Self::$name => $why),+ }
            }

            /// What it says of the service that comes after, beside the one before.
            pub const fn behind(self) -> &'static str {
                match self { $(Self::$name => $behind),+ }
            }

            /// The level of one service; smaller is better.
            pub(super) fn level(self, one: &One<'_>) -> u32 {
                let level: fn(&One<'_>) -> u32 = match self { $(Self::$name => $level),+ };
                level(one)
            }
        }
    };
}

ranking! {
    Safety = "safety", safety,
        "en danger : répond tout de suite, pour ce qui est dit · répond aujourd'hui pour ce qui est dit, ou fait pour les crises · le reste",
        "un danger passe avant tout (R-D-02)",
        "la sécurité : l'autre répond tout de suite";
    Aside = "aside", aside,
        "pour cette personne · réservé aux professionnel·les quand on ne sait pas qui demande, ou à un ou deux parcours quand le parcours n'est pas dit",
        "jamais montré à qui il n'est pas (R-003-15)",
        "l'accès : celui-ci est peut-être réservé à d'autres";
    Elsewhere = "elsewhere", |one| u32::from(one.reach == Reach::Elsewhere),
        "sert ici, ou est tout près · ailleurs : aucune source ne dit qu'il sert ici",
        "la proximité compte contre l'isolement (R-001-07)",
        "le lieu : celui-ci est ailleurs";
    OtherLanguage = "other-language", other_language,
        "parle peut-être la langue de la personne · connu pour n'en parler que d'autres",
        "se comprendre d'abord (R-002-01) ; le service public compétent garde toujours sa place, et l'urgence d'un hôpital en danger",
        "la langue : celui-ci en parle d'autres";
    PartOfThePlace = "part-of-the-place", |one| u32::from(is_for_a_part(one)),
        "sert tout l'endroit dit · n'en sert qu'une partie : la commune le dirait",
        "une région ou une province n'est pas une adresse",
        "le lieu : celui-ci ne sert qu'une partie de l'endroit dit";
    OpenNow = "open-now", |_| 0,
        "aujourd'hui ou en danger : ouvert · heures inconnues, un week-end ou un jour férié · fermé",
        "une porte fermée n'aide personne ce soir",
        "l'heure : celui-ci est fermé maintenant, ou ses heures sont inconnues";
    SecondLine = "second-line", |one| u32::from(is_second_line_unasked(one)),
        "une première ligne, ou un soin spécialisé qui est demandé · un soin spécialisé que personne n'a demandé",
        "le doute sur l'intensité ne la gonfle pas",
        "le soin : celui-ci est une seconde ligne, que rien de ce qui est dit ne demande";
    Fit = "fit", |one| one.fit as u32,
        "fait pour ce qui est dit · de même, mais de loin · aide aussi · de même, mais de loin · répond à ce qui est compris · accueille toute demande",
        "répondre à ce qui est dit, puis à ce qui est compris",
        "le besoin : l'autre y répond mieux, ou de plus près";
    Crisis = "crisis", crisis,
        "aujourd'hui ou en danger : tient le délai, ou fait pour les crises · le reste",
        "crise et long cours ne s'échangent pas (R-003-02)",
        "la crise : l'autre est fait pour répondre vite";
    Way = "way", way,
        "vient comme demandé (à domicile, par téléphone, en ligne) · ne le dit pas",
        "qui ne peut ou ne veut pas venir (R-003-01)",
        "la manière : l'autre vient comme demandé (à domicile, par téléphone, en ligne)";
    Status = "status", status,
        "un soin gardé pour un ou deux parcours dont le sien, à 15 km au plus · un soin fait pour son parcours migratoire · fait pour son parcours, un autre besoin · le reste",
        "ce qui est fait pour la personne (R-003-06) ; un soin passe avant un droit",
        "le parcours : l'autre est fait pour cette situation";
    Tongue = "tongue", tongue,
        "qui ne parle aucune langue nationale : parle la sienne, ou un interprète est possible · le reste",
        "une langue connue vaut mieux qu'une langue à demander",
        "la langue : l'autre parle la sienne, ou a un interprète";
    Subject = "subject", subject,
        "fait pour la précision donnée · le reste",
        "le plus précis d'abord",
        "la précision : l'autre est fait pour elle";
    Needs = "needs", needs,
        "couvre le plus de besoins dits · sans besoin dit : fait pour ce que l'âge, le parcours ou qui demande fait comprendre · le reste",
        "un seul lieu pour plusieurs difficultés (R-004, recommandation 2)",
        "les besoins : l'autre en couvre davantage";
    Age = "age", age,
        "gardé pour un âge donné en années, et c'est le sien · gardé pour un public (jeunes, aînés) dont elle est · pour tous les âges",
        "choisir par l'âge, puis par le territoire (R-003-25)",
        "l'âge : l'autre est fait pour cet âge";
    Verdict = "verdict", |one| u32::from(is_uncertain(one)),
        "rien à vérifier, ou seulement son territoire · des conditions à vérifier",
        "les conditions se disent avant d'envoyer (R-004-04)",
        "les conditions : celui-ci en a à vérifier";
    Step = "step", |one| step(reach(one)),
        "même commune · 5 km · 15 km · 30 km · 60 km · plus loin ; une porte compte comme 15 km, 30 pour aujourd'hui",
        "des pas que l'on sent",
        "la distance : l'autre est à quelques minutes de moins";
    Territory = "territory", |one| u32::from(one.findings.of(Criterion::Territory) == Finding::AskService),
        "sert ici · aucune source ne dit qui il sert",
        "à distance comparable, ce qui est sûr",
        "le territoire : aucune source ne dit si celui-ci sert ici";
    Contact = "contact", contact,
        "on peut l'appeler ou lui écrire · s'y rendre · rien qu'un site ou une phrase",
        "qui répond, à distance comparable",
        "le contact : celui-ci n'a ni téléphone ni courriel connu";
    Delay = "delay", |one| delay(one.facts, one.case) as u32,
        "tient le délai demandé · aucune source ne le dit · plus lent",
        "attendre décourage (R-004-03)",
        "le délai : l'autre tient mieux celui qui est demandé";
    Cost = "cost", |one| if one.case.situation.budget.known().is_some() { one.cost.level() } else { 0 },
        "gratuit · dans le budget · l'argent n'est pas un obstacle · prix inconnu · au-dessus du budget",
        "R-003-33 à 42",
        "le prix : l'autre convient mieux au budget";
    Language = "language", language,
        "langue partagée, ou celle de l'endroit · celle de ses facilités · à demander · connu pour n'en parler que d'autres",
        "R-002-01",
        "la langue : celle de la personne est à vérifier ici";
    Wishes = "wishes", wishes,
        "le plus de souhaits remplis",
        "le choix de la personne (R-004, recommandation 1)",
        "les souhaits : l'autre en remplit davantage";
    Distance = "distance", |one| reach(one).unwrap_or(0),
        "au kilomètre près",
        "R-001-07",
        "la distance : l'autre est plus proche";
    Freshness = "freshness", |one| u32::from(is_stale(one.facts, one.case.situation.at.date)),
        "un fait daté de moins de 24 mois, et sûr · plus ancien, sans date ou peu sûr",
        "dire ce qui est vrai aujourd'hui",
        "la fraîcheur : l'information est plus ancienne ou moins sûre ici";
    Authority = "authority", authority,
        "le fait le plus sûr, puis le plus récent",
        "à égalité, le mieux attesté",
        "la source : celle de l'autre est plus sûre ou plus récente";
    Id = "id", |one| u32::try_from(one.position).unwrap_or(u32::MAX),
        "l'ordre alphabétique des identifiants",
        "le même ordre partout",
        "rien ne les départage : l'ordre alphabétique";
}

/// The levels of the row on danger: what answers at once comes before.
pub mod safety {
    pub const AT_ONCE: u32 = 0;
    pub const MADE_FOR_CRISES: u32 = 1;
    pub const REST: u32 = 2;
}

fn safety(one: &One<'_>) -> u32 {
    let (facts, case) = (one.facts, one.case);
    if !case.is_danger() {
        return 0;
    }
    let within_reach = one.reach != Reach::Elsewhere && one.fit <= Fit::General;
    let made_for = case.said.is_empty() || !case.made_for(facts).is_empty();
    let sure = facts.conditions == 0;
    let there = !is_a_site(facts) || case.known.is_emergency(facts);
    let at_once = case.known.answers_at_once(facts) && there && sure && within_reach;
    let today =
        facts.first_answer.is_some_and(|held| held <= Urgency::Today) && facts.reach.phone && sure && within_reach;
    let in_crisis = case.is_answered_by_crisis(facts) && within_reach;
    match () {
        () if at_once && made_for && (!case.said.is_empty() || in_crisis) => safety::AT_ONCE,
        () if in_crisis || today && made_for && !case.said.is_empty() => safety::MADE_FOR_CRISES,
        () => safety::REST,
    }
}

/// A door that is only a site: it leads to who answers, and answers nobody itself.
pub const fn is_a_site(facts: &Facts) -> bool {
    facts.general && !facts.reach.phone && !facts.reach.address
}

/// Language is never a distance in danger: an emergency department receives whoever comes.
fn other_language(one: &One<'_>) -> u32 {
    u32::from(!receives_whoever_comes(one) && one.case.speaks_otherwise(one.facts))
}

fn receives_whoever_comes(one: &One<'_>) -> bool {
    one.case.is_danger() && one.case.known.is_emergency(one.facts)
}

fn aside(one: &One<'_>) -> u32 {
    let reserved =
        one.findings.of(Criterion::Asking) == Finding::AskPerson && one.case.known.is_for_professionals_only(one.facts);
    u32::from(reserved || one.case.is_kept_for_others(one.facts))
}

fn crisis(one: &One<'_>) -> u32 {
    let holds = delay(one.facts, one.case) == Delay::InTime || one.case.is_answered_by_crisis(one.facts);
    u32::from(one.case.is_soon() && !holds)
}

/// A second line of care that nothing of what is said asks for: neither a specialised need, nor company that it is made
/// for, nor a crisis today; and that is not made, for people on their path, for what is said.
fn is_second_line_unasked(one: &One<'_>) -> bool {
    let case = one.case;
    let company = one.facts.core.or(one.facts.also).and(case.said).and(case.known.of_nature(Nature::Company));
    let asked = case.says(Nature::SecondLine) || !company.is_empty() || one.facts.crisis && case.is_soon();
    let own = case.is_their_own_care(one.facts, one.findings.of(Criterion::Territory))
        && !one.facts.core.and(case.said).is_empty();
    case.known.is_second_line(one.facts) && !asked && !own
}

/// Only a region or a province is said, and nothing says that it serves all of it.
fn is_for_a_part(one: &One<'_>) -> bool {
    let is_one_commune = one.case.situation.commune.known().is_some_and(|place| place.commune.is_some());
    let serves_all = match one.findings.of(Criterion::Territory) {
        Finding::Met => true,
        Finding::Open => one.case.known.is_remote(one.facts) || one.facts.communes.is_empty(),
        _ => false,
    };
    one.case.situation.communes.is_some() && !is_one_commune && !serves_all
}

/// Who comes to one's home does so within a territory: unsaid, it is no offer yet.
fn way(one: &One<'_>) -> u32 {
    let unsaid = one.findings.of(Criterion::Territory) == Finding::AskService;
    most(if unsaid { 0 } else { one.case.ways_met(one.facts) })
}

/// The levels of the row on the person's own path.
pub mod status {
    pub const KEPT: u32 = 0;
    pub const CARE: u32 = 1;
    pub const OTHER: u32 = 2;
    pub const NOT: u32 = 3;
}

fn status(one: &One<'_>) -> u32 {
    let territory = one.findings.of(Criterion::Territory);
    match () {
        () if one.case.is_their_own_care(one.facts, territory) => {
            let kept = one.facts.admits.migration.len() <= 2 && one.away.is_none_or(|away| away <= NEAR);
            if kept { status::KEPT } else { status::CARE }
        }
        () if one.case.is_their_own(one.facts, territory) => status::OTHER,
        () => status::NOT,
    }
}

fn subject(one: &One<'_>) -> u32 {
    u32::from(one.findings.of(Criterion::Subject) != Finding::Met)
}

fn tongue(one: &One<'_>) -> u32 {
    let found = one.findings.of(Criterion::Language);
    u32::from(!one.case.speaks_a_national_language() && found != Finding::Met)
}

fn needs(one: &One<'_>) -> u32 {
    let (facts, case) = (one.facts, one.case);
    if case.said.is_empty() {
        let nothing = case.known.clued(crate::catalogue::terms::Clue::Nothing);
        let told = case.made_for(facts).and(case.known.of_nature(Nature::Care)).without(nothing);
        // a door that no telephone opens is no answer of its own to what is only understood
        return u32::from(told.is_empty() || is_a_site(facts));
    }
    // at most 64 needs: those it is made for count before all
    most(case.made_for(facts).len()) * 64 + (64 - case.helps_with(facts).len())
}

/// The most first.
const fn most(count: u32) -> u32 {
    64 - count
}

/// Something is to check that may well keep the person out. That no source says whom the service serves does not count;
/// nor the language of the competent public service, which has no other beside it; nor, in violence, that it is for women,
/// when nothing else is asked: the worker and the person know at once.
fn is_uncertain(one: &One<'_>) -> bool {
    let violence = one.case.known.alarmed(crate::catalogue::terms::Alarm::Violence);
    let for_women = one.facts.conditions == 1
        && one.facts.admits.gender == Some(Gender::Women)
        && !one.case.said.and(violence).is_empty();
    let pardoned_when = |pardoned: bool, criterion| if pardoned { criterion } else { Criterion::Territory };
    let pardoned = [
        Criterion::Territory,
        pardoned_when(for_women, Criterion::Conditions),
        pardoned_when(is_alone(one.facts) || receives_whoever_comes(one), Criterion::Language),
    ];
    !one.findings.lack_only(&pardoned)
}

/// How far one has to go; through a door one still has a way to go, and more so when it is for today.
fn reach(one: &One<'_>) -> Option<u32> {
    match (one.facts.general, one.case.is_soon()) {
        (false, _) => one.away,
        (true, false) => Some(NEAR),
        (true, true) => Some(FAR),
    }
}

/// Distances in steps a person feels, in tenths of km; what needs no journey stands with the neighbourhood.
const fn step(away: Option<u32>) -> u32 {
    match away {
        Some(0) => 0,
        None | Some(1..=50) => 1,
        Some(51..=150) => 2,
        Some(151..=300) => 3,
        Some(301..=600) => 4,
        Some(_) => 5,
    }
}

const fn contact(one: &One<'_>) -> u32 {
    let reach = &one.facts.reach;
    match (reach.phone || reach.email, reach.address) {
        (true, _) => 0,
        (false, true) => 1,
        (false, false) => 2,
    }
}

fn language(one: &One<'_>) -> u32 {
    match one.findings.of(Criterion::Language) {
        _ if is_alone(one.facts) => 0,
        Finding::Met | Finding::Presumed | Finding::Open => u32::from(!one.case.shares_the_own_language(one.facts)),
        _ if one.case.may_share_a_language(one.facts) == Some(false) => 3,
        _ => 2,
    }
}

fn wishes(one: &One<'_>) -> u32 {
    most(one.case.situation.wishes.known().map_or(0, |wishes| one.facts.wishes.and(*wishes).len()))
}

/// Surer before less sure, then by the month of the fact; one without a date comes after all.
fn authority(one: &One<'_>) -> u32 {
    const NO_DATE: u32 = 9_999;
    let months = one.facts.dated.map_or(NO_DATE, |date| date.months_until(one.case.situation.at.date).min(NO_DATE));
    one.facts.confidence as u32 * (NO_DATE + 1) + months
}

/// The service is kept for an age, and the person is surely in it: ages within 25 years, the young or the elderly.
fn age(one: &One<'_>) -> u32 {
    const NARROW: u8 = 25;
    let facts = one.facts;
    let span = facts.age_max.map(|max| max - facts.age_min.unwrap_or(0).min(max));
    match () {
        () if one.findings.of(Criterion::Age) != Finding::Met => 2,
        () if span.is_some_and(|years| years <= NARROW) => 0,
        () if matches!(facts.admits.audience, Some(Audience::Young | Audience::Seniors)) => 1,
        () => 2,
    }
}

/// A fact over 24 months old, without a date, or of low confidence. One checked with the service counts from that day.
pub fn is_stale(facts: &Facts, today: PartialDate) -> bool {
    facts.confidence == Confidence::Low || facts.dated.is_none_or(|date| date.months_until(today) > STALE)
}
