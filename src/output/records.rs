//! An orientation as records, for ndjson, csv and tsv: whoever reads one line at a time must not miss the numbers of
//! danger.

use serde::Serialize;

use crate::rules::{Step, Verdict};

use super::report::{ExcludedReport, Report, ResultReport};
use super::safety::SafetyReport;

/// One line: a number to give first, a result, or a service that is not for this person.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub enum Line<'r> {
    Safety(SafetyRecord<'r>),
    Result(&'r ResultReport),
    Excluded(ExcludedRecord<'r>),
}

/// At rank 0, before every result.
#[derive(Debug, Serialize)]
pub struct SafetyRecord<'r> {
    rank: usize,
    step: &'static str,
    #[serde(flatten)]
    line: &'r SafetyReport,
    why: [&'r str; 1],
}

/// After every result, without a rank.
#[derive(Debug, Serialize)]
pub struct ExcludedRecord<'r> {
    rank: Option<usize>,
    verdict: &'static str,
    #[serde(flatten)]
    service: &'r ExcludedReport,
}

/// The lines of an orientation: safety, results, excluded services.
pub fn lines(report: &Report) -> Vec<Line<'_>> {
    let safety = report.safety.iter().map(|line| {
        Line::Safety(SafetyRecord { rank: 0, step: Step::AtOnce.slug(), line, why: [line.reason.as_str()] })
    });
    let excluded = report
        .excluded_services
        .iter()
        .map(|service| Line::Excluded(ExcludedRecord { rank: None, verdict: Verdict::Excluded.slug(), service }));
    safety.chain(report.results.iter().map(Line::Result)).chain(excluded).collect()
}
