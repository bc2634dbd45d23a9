//! The languages a service usually answers in, when its record says none: those of whom it serves and of who runs it.
//!
//! | the service | usual languages |
//! |---|---|
//! | is the public service that the law makes competent | those of its communes: their own, both in Brussels, that of the facilities |
//! | serves Wallonia, or Wallonia and Brussels or the German-speaking Community | French |
//! | serves Flanders, or Flanders and Brussels | Dutch |
//! | serves the German-speaking Community only | German |
//! | says of no area, and is based in one region other than Brussels | that of the region |
//! | serves Brussels only, the whole country, or nothing tells | none is known |

use super::super::model::Facts;
use super::super::terms::{National, Region, Terms};
use super::super::territory::CommuneSet;
use super::context::Context;

pub(super) fn usual_languages(facts: &Facts, context: &Context<'_>) -> Terms {
    let territories = &context.lists.territories;
    let area = facts.area.and_then(|area| context.areas.areas.get(usize::from(area))).map(|area| area.communes);
    if facts.competent {
        let own = CommuneSet::of(facts.communes.iter().map(|commune| usize::from(*commune)));
        let communes = if own.is_empty() { area } else { Some(own) };
        let mut spoken = Terms::default();
        for commune in communes.iter().flat_map(CommuneSet::iter) {
            spoken = spoken.or(territories.communes.get(commune).languages);
        }
        return spoken;
    }
    let mut regions = Terms::default();
    match area {
        Some(area) => {
            for commune in area.iter() {
                regions = regions.or(Terms::of([territories.communes.get(commune).region as usize]));
            }
        }
        None => regions = Terms::of(facts.home.map(|home| home as usize)),
    }
    of_regions(regions)
}

fn of_regions(regions: Terms) -> Terms {
    let has = |region: Region| regions.has(region as usize);
    let language = match (has(Region::Wallonie), has(Region::Flandre), has(Region::Germanophone)) {
        (true, false, _) => National::French,
        (false, true, false) => National::Dutch,
        (false, false, true) if !has(Region::Bruxelles) => National::German,
        _ => return Terms::default(),
    };
    Terms::of([language as usize])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_usual_language_is_that_of_whom_it_serves() {
        let of = |regions: &[Region]| of_regions(Terms::of(regions.iter().map(|region| *region as usize)));
        let language = |national: National| Terms::of([national as usize]);
        assert_eq!(of(&[Region::Wallonie, Region::Bruxelles]), language(National::French));
        assert_eq!(of(&[Region::Flandre, Region::Bruxelles]), language(National::Dutch));
        assert_eq!(of(&[Region::Wallonie, Region::Germanophone]), language(National::French));
        assert_eq!(of(&[Region::Germanophone]), language(National::German));
        assert_eq!(of(&[Region::Bruxelles]), Terms::default());
        assert_eq!(of(Region::ALL), Terms::default());
        assert_eq!(of(&[]), Terms::default());
    }
}
