use std::path::Path;

use super::super::compiled::{Sections, pack};
use super::*;

fn with<T>(test: impl FnOnce(Territories) -> T) -> T {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("catalogue/territories");
    let file = pack(&load(&folder).unwrap());
    test(Territories::open(Sections::open(file).unwrap()).unwrap())
}

fn area(territories: &Territories, words: &[&str], except: &[&str]) -> Result<Area, AreaError> {
    let owned = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
    resolve_area(territories, &owned(words), &owned(except))
}

#[test]
fn belgium_has_565_communes_in_four_language_situations() {
    with(|territories| {
        assert_eq!(territories.communes.len(), 565);
        let count = |region| territories.communes_of(region).len();
        assert_eq!(Region::ALL.iter().map(|region| count(*region)).collect::<Vec<_>>(), [19, 252, 285, 9]);
        assert_eq!(territories.postal_codes.len(), 1149);
    });
}

#[test]
fn a_postal_code_over_two_communes_gives_its_principal_one_first() {
    with(|territories| {
        let postal = territories.postal_code("1040").unwrap();
        assert_eq!(postal.communes.len(), 2);
        let first = territories.communes.get(usize::from(postal.communes[0]));
        assert_eq!(first.name_fr.as_str(), "Etterbeek");
        assert_eq!(territories.postal_code("1005"), None);
    });
}

#[test]
fn the_words_of_an_area_become_communes() {
    with(|territories| {
        let count = |words: &[&str], except: &[&str]| area(&territories, words, except).unwrap().communes.len();
        assert_eq!(count(&["belgique"], &[]), 565);
        assert_eq!(count(&["wallonie"], &[]), 261);
        assert_eq!(count(&["wallonie"], &["germanophone"]), 252);
        assert_eq!(count(&["arr-verviers"], &["germanophone"]), 20);
        assert_eq!(count(&["province-liege"], &[]), 84);
        assert_eq!(count(&["Verviers", "Gent", "63079"], &[]), 2);
        assert_eq!(count(&["reseau-fusion-liege"], &[]), 55);
    });
}

#[test]
fn a_network_says_which_communes_are_not_sure() {
    with(|territories| {
        let network = area(&territories, &["reseau-sante-namur"], &[]).unwrap();
        assert_eq!((network.communes.len(), network.unsure.len()), (38, 20));
        assert!(area(&territories, &["reseau-fusion-liege"], &[]).unwrap().unsure.is_empty());
    });
}

#[test]
fn every_commune_is_named_by_its_own_name_alone() {
    with(|territories| {
        for (position, commune) in territories.communes.iter().enumerate() {
            let named = area(&territories, &[commune.own_name()], &[]).unwrap();
            assert_eq!(named.communes, CommuneSet::of([position]), "{}", commune.own_name());
        }
        assert!(matches!(area(&territories, &["Atlantide"], &[]), Err(AreaError::Unknown { .. })));
    });
}

#[test]
fn distances_are_those_of_a_map() {
    with(|territories| {
        let point = |nis: &str| {
            let commune = territories.communes.get(territories.commune_by_nis(nis).unwrap());
            (commune.latitude, commune.longitude)
        };
        let km = f64::from(distance(point("63079"), point("62063"))) / 10.0;
        assert!((19.0..24.0).contains(&km), "Verviers - Liège : {km}");
        assert_eq!(distance(point("63079"), point("63079")), 0);
    });
}
