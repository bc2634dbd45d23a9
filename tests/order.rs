//! The order of the answers, in a small country of a few made-up services: one rule at a time.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]
#![allow(dead_code, reason = "the made-up catalogues serve several tests")]

mod generated;

use generated::compile;
use versqui::catalogue::Catalogue;
use versqui::catalogue::date::Moment;
use versqui::rules::{Known, orient};
use versqui::situation::Typed;

/// What is asked of a country.
fn asked(commune: &str, language: &str, needs: &[&str]) -> Typed {
    Typed {
        commune: Some(commune.to_owned()),
        age: Some("40".to_owned()),
        asking: Some("moi".to_owned()),
        urgency: Some("mois".to_owned()),
        languages: vec![language.to_owned()],
        needs: needs.iter().map(|need| (*need).to_owned()).collect(),
        ..Typed::default()
    }
}

/// The numbers of the services, best first, and the needs in which the place is under-served.
fn answers(services: &[&str], asked: &Typed) -> (Vec<usize>, Vec<String>) {
    let entries: Vec<String> = services.iter().map(|entry| format!("{entry}, sources: [cresam-2025]")).collect();
    let numbered: Vec<(usize, &String)> = (1..).zip(&entries).collect();
    let bytes = compile(&numbered, usize::MAX);
    let catalogue = Catalogue::open(bytes).unwrap();
    let known = Known::new(catalogue);
    let now = Moment::parse("2026-11-24T10:00").unwrap();
    let situation = asked.read(catalogue, now).unwrap();
    let orientation = orient(&known, &situation);
    let order = orientation.results.iter();
    let needs = orientation.under_served.iter();
    (
        order.map(|answer| answer.service.position + 1).collect(),
        needs.map(|need| catalogue.needs.get(need).id.to_string()).collect(),
    )
}

fn order(services: &[&str], asked: &Typed) -> Vec<usize> {
    answers(services, asked).0
}

const SSM: &str =
    "type: ssm, service_area: [Namur], needs: { core: [suivi-psychologique] }, contacts: [{ phone: \"081 22 33 44\" }]";
const FAMILY: &str = "type: planning-familial, service_area: [Namur], needs: { core: [suivi-psychologique] }, contacts: [{ phone: \"081 22 33 44\" }]";

#[test]
fn three_different_options_rather_than_three_neighbours() {
    let followed = asked("Namur", "fr", &["suivi-psychologique"]);
    assert_eq!(order(&[SSM, SSM, FAMILY], &followed), [1, 3, 2]);
}

#[test]
fn another_kind_that_is_less_sure_waits_its_turn() {
    let condition = format!("{FAMILY}, eligibility: {{ conditions: [Un suivi déjà commencé] }}");
    let followed = asked("Namur", "fr", &["suivi-psychologique"]);
    assert_eq!(order(&[SSM, SSM, &condition], &followed), [1, 2, 3]);
}

#[test]
fn another_kind_that_answers_fewer_of_the_needs_waits_its_turn() {
    let both = SSM.replace("[suivi-psychologique]", "[suivi-psychologique, deuil]");
    let asked = asked("Namur", "fr", &["suivi-psychologique", "deuil"]);
    assert_eq!(order(&[&both, &both, FAMILY], &asked), [1, 2, 3]);
}

#[test]
fn a_list_of_services_is_no_other_kind_of_help() {
    let list = "type: annuaire, service_area: [belgique], needs: { core: [suivi-psychologique] }, contacts: [{ url: \"https://exemple.be\" }]";
    let followed = asked("Namur", "fr", &["suivi-psychologique"]);
    assert_eq!(order(&[SSM, SSM, SSM, list], &followed)[..2], [1, 2]);
}

#[test]
fn a_need_nobody_near_is_made_for_is_answered_by_telephone() {
    let far = "type: groupe-entraide, locations: [{ postal_code: \"6700\" }], needs: { core: [deuil] }, contacts: [{ phone: \"063 22 33 44\" }]";
    let no_phone = far.replace("phone: \"063 22 33 44\"", "url: \"https://exemple.be\"");
    let both = asked("Tournai", "fr", &["deuil", "ecoute"]);
    let line = "type: ligne-ecoute, service_area: [belgique], needs: { core: [ecoute], also: [deuil] }, contacts: [{ phone: \"107\" }]";
    let six = [line, line, line, line, line, line, &no_phone, far];
    assert!(order(&six, &both)[..5].contains(&8), "{:?}", order(&six, &both));
    assert!(!order(&six[..7], &both)[..5].contains(&7));
}

#[test]
fn from_linkebeek_a_person_who_speaks_french_goes_to_brussels() {
    let there = "type: groupe-entraide, languages: [fr], locations: [{ postal_code: \"1180\" }], needs: { core: [deuil] }, contacts: [{ phone: \"02 222 33 44\" }]";
    let (_, missing) = answers(&[there], &asked("Linkebeek", "fr", &["deuil"]));
    assert!(missing.is_empty());
    let (_, missing) = answers(&[there], &asked("Nivelles", "fr", &["deuil"]));
    assert_eq!(missing, ["deuil"], "in Wallonia, Brussels is another region");
}

#[test]
fn what_is_elsewhere_and_in_another_language_comes_last() {
    let dutch = "type: groupe-entraide, languages: [nl], locations: [{ postal_code: \"3000\" }], needs: { core: [deuil, groupe] }, contacts: [{ phone: \"016 22 33 44\" }]";
    let french = "type: groupe-entraide, locations: [{ postal_code: \"6700\" }], needs: { also: [deuil] }, contacts: [{ phone: \"063 22 33 44\" }]";
    assert_eq!(order(&[dutch, french], &asked("Tournai", "fr", &["deuil", "groupe"])), [2, 1]);
}

#[test]
fn in_violence_being_a_woman_is_no_uncertainty() {
    let refuge = "type: violences, service_area: [wallonie], locations: [{ postal_code: \"7100\" }], needs: { core: [violences] }, \
                  eligibility: { gender: femmes, conditions: [Être une femme] }, contacts: [{ phone: \"064 22 33 44\" }]";
    let further = "type: violences, service_area: [wallonie], locations: [{ postal_code: \"6000\" }], needs: { core: [violences] }, contacts: [{ phone: \"071 22 33 44\" }]";
    let violence = asked("La Louvière", "fr", &["violences"]);
    assert_eq!(order(&[further, refuge], &violence), [2, 1]);
    let other = refuge.replace("conditions: [Être une femme]", "conditions: [Être une femme, Avoir porté plainte]");
    assert_eq!(order(&[further, &other], &violence), [1, 2], "another condition counts");
    let housing = [further, refuge].map(|entry| entry.replace("core: [violences]", "core: [logement]"));
    let shelter = asked("La Louvière", "fr", &["logement"]);
    assert_eq!(order(&[&housing[0], &housing[1]], &shelter), [1, 2], "a man may be asking");
}

#[test]
fn who_comes_to_ones_home_must_be_known_to_come_there() {
    let anywhere = "type: aines, wishes: [a-domicile], locations: [{ postal_code: \"5500\" }], needs: { core: [vieillissement] }, contacts: [{ phone: \"082 22 33 44\" }]";
    let near = "type: aines, locations: [{ postal_code: \"5000\" }], needs: { core: [vieillissement, isolement] }, contacts: [{ phone: \"081 22 33 44\" }]";
    let mut home = asked("Namur", "fr", &["vieillissement", "isolement"]);
    home.wishes = vec!["a-domicile".to_owned()];
    assert_eq!(order(&[anywhere, near], &home), [2, 1]);
    let here = format!("{anywhere}, service_area: [province-namur]");
    assert_eq!(order(&[&here, near], &home), [1, 2]);
}

#[test]
fn a_place_that_cannot_be_called_nor_found_is_not_proposed_for_company() {
    let thin = "type: lieu-de-lien, service_area: [Namur], needs: { core: [isolement] }, how_to_reach: \"Demander le lieu au CPAS.\"";
    let found = thin.replace("how_to_reach: \"Demander le lieu au CPAS.\"", "contacts: [{ phone: \"081 22 33 44\" }]");
    let others = [SSM, SSM, FAMILY, FAMILY, SSM];
    let followed = asked("Namur", "fr", &["suivi-psychologique"]);
    let with = |place: &str| {
        let mut all = others.to_vec();
        all.push(place);
        order(&all, &followed)[..5].contains(&6)
    };
    assert!(with(&found));
    assert!(!with(thin));
}

#[test]
fn an_area_that_a_door_or_a_line_answers_is_said_to_be_under_served() {
    let door = "type: ssm, general: true, service_area: [wallonie], needs: { core: [suivi-psychologique] }, how_to_reach: \"Voir la liste.\"";
    let line = "type: ligne-ecoute, service_area: [belgique], needs: { core: [suivi-psychologique] }, contacts: [{ phone: \"107\" }]";
    let followed = asked("Namur", "fr", &["suivi-psychologique"]);
    assert_eq!(answers(&[door, line], &followed).1, ["suivi-psychologique"]);
    assert!(answers(&[door, line, SSM], &followed).1.is_empty());
    let mut danger = followed.clone();
    danger.urgency = Some("danger".to_owned());
    assert!(answers(&[door, line], &danger).1.is_empty(), "in danger, only the numbers matter");
}

#[test]
fn nobody_is_sent_far_to_a_place_that_cannot_be_called() {
    let thin = "type: lieu-de-lien, locations: [{ postal_code: \"5500\" }], needs: { core: [isolement] }, how_to_reach: \"Demander le lieu au CPAS.\"";
    let helps = "type: groupe-entraide, service_area: [Namur], needs: { also: [isolement] }, contacts: [{ phone: \"081 22 33 44\" }]";
    let alone = asked("Namur", "fr", &["isolement"]);
    assert_eq!(order(&[thin, helps], &alone), [2, 1]);
    let near = thin.replace("5500", "5100");
    assert_eq!(order(&[&near, helps], &alone), [1, 2]);
}

#[test]
fn a_line_is_as_near_wherever_it_is_based() {
    let line = "type: ligne-ecoute, service_area: [belgique], locations: [{ postal_code: \"1000\" }], needs: { core: [addiction] }, contacts: [{ phone: \"02 222 33 44\" }]";
    let helps = "type: ssm, service_area: [Arlon], locations: [{ postal_code: \"6700\" }], needs: { also: [addiction] }, contacts: [{ phone: \"063 22 33 44\" }]";
    assert_eq!(order(&[helps, line], &asked("Arlon", "fr", &["addiction"])), [2, 1]);
}

#[test]
fn a_door_stands_back_when_a_service_of_its_kind_is_as_sure() {
    let condition = "eligibility: { conditions: [\"Être majeur·e\"] }";
    let door = format!(
        "type: ssm, general: true, service_area: [wallonie], needs: {{ core: [suivi-psychologique] }}, how_to_reach: \"Voir la liste.\", {condition}"
    );
    let unsure = format!("{SSM}, {condition}");
    let followed = asked("Namur", "fr", &["suivi-psychologique"]);
    assert_eq!(order(&[&door, &unsure], &followed), [2], "it leads, and has no rank");
    let sure_door = door.replace(condition, "languages: [fr]");
    assert_eq!(order(&[&sure_door, &unsure], &followed), [1, 2]);
}

#[test]
fn a_door_is_one_more_way_to_go() {
    let door = "type: ssm, general: true, service_area: [wallonie], needs: { core: [suivi-psychologique] }, how_to_reach: \"Voir la liste.\"";
    let at = |code: &str| {
        format!(
            "type: ssm, languages: [fr], locations: [{{ postal_code: \"{code}\" }}], needs: {{ core: [suivi-psychologique] }}, contacts: [{{ phone: \"081 22 33 44\" }}]"
        )
    };
    let mut followed = asked("Namur", "fr", &["suivi-psychologique"]);
    assert_eq!(order(&[door, &at("5000")], &followed), [2]);
    assert_eq!(order(&[door, &at("5500")], &followed), [2], "Dinant is near enough to call");
    let unreachable = at("5500").replace("phone: \"081 22 33 44\"", "url: \"https://exemple.be\"");
    assert_eq!(
        order(&[door, &unreachable], &followed),
        [1, 2],
        "it cannot be called, and is further than the next door"
    );
    followed.urgency = Some("aujourdhui".to_owned());
    assert_eq!(order(&[door, &at("5500")], &followed), [2], "a list is no answer for today");
}

#[test]
fn what_is_kept_for_their_status_comes_first_within_forty_kilometres() {
    let kept = |code: &str| {
        format!(
            "type: equipe-exil, service_area: [province-liege], locations: [{{ postal_code: \"{code}\" }}], needs: {{ core: [trauma-exil] }}, \
                 eligibility: {{ migration: [dpi] }}, contacts: [{{ phone: \"087 22 33 44\" }}]"
        )
    };
    let open = "type: equipe-exil, service_area: [province-liege], locations: [{ postal_code: \"4800\" }], needs: { core: [trauma-exil] }, contacts: [{ phone: \"087 22 33 44\" }]";
    let mut exile = asked("Verviers", "fr", &["trauma-exil"]);
    exile.migration = Some("dpi".to_owned());
    assert_eq!(order(&[open, &kept("4800")], &exile), [2, 1]);
    assert_eq!(order(&[open, &kept("4020")], &exile), [2, 1], "Liège is 20 km away");
    assert_eq!(order(&[open, &kept("4280")], &exile), [1, 2], "Hannut is further than 40 km");
}

#[test]
fn a_language_that_may_be_spoken_before_one_that_is_not() {
    let silent = "type: ssm, service_area: [bruxelles], needs: { core: [suivi-psychologique] }, contacts: [{ phone: \"02 222 33 44\" }]";
    let dutch = format!("{silent}, languages: [nl]");
    let english = format!("{silent}, languages: [en]");
    let order = order(&[&dutch, silent, &english], &asked("Ixelles", "en", &["suivi-psychologique"]));
    assert_eq!(order, [3, 2, 1]);
}

#[test]
fn peers_met_around_one_problem_are_no_company_for_who_does_not_live_it() {
    let group = "type: groupe-entraide, service_area: [Namur], needs: { core: [deuil], also: [isolement] }, contacts: [{ phone: \"081 22 33 44\" }]";
    assert!(order(&[group], &asked("Namur", "fr", &["isolement"])).is_empty());
    assert_eq!(order(&[group], &asked("Namur", "fr", &["isolement", "deuil"])), [1]);
}

#[test]
fn where_no_line_speaks_their_language_the_general_practitioner_bridges_the_wait() {
    let doctor = "type: medecin-generaliste, general: true, service_area: [belgique], needs: { core: [sante-physique, mal-etre] }, how_to_reach: \"Téléphoner à un médecin.\"";
    let line = "type: ligne-ecoute, service_area: [belgique], languages: [fr], first_answer: aujourdhui, needs: { core: [ecoute] }, contacts: [{ phone: \"107\" }]";
    let others = [SSM, SSM, FAMILY, FAMILY, SSM, SSM, doctor];
    let mut german = asked("Namur", "de", &["suivi-psychologique"]);
    german.urgency = Some("semaine".to_owned());
    assert!(order(&others, &german)[..5].contains(&7));
    let mut with_line = others.to_vec();
    with_line.push(line);
    let mut french = german.clone();
    french.languages = vec!["fr".to_owned()];
    assert!(order(&with_line, &french)[..5].contains(&8));
    assert!(!order(&with_line, &french)[..5].contains(&7), "the line is enough");
}

#[test]
fn a_place_whose_hours_nobody_knows_is_no_sure_help_while_one_waits() {
    let place = "type: lieu-de-lien, service_area: [Namur], first_answer: aujourdhui, needs: { core: [isolement] }, contacts: [{ phone: \"081 22 33 44\" }]";
    let line = "type: ligne-ecoute, service_area: [belgique], first_answer: aujourdhui, hours: \"24/7\", needs: { core: [ecoute], also: [isolement] }, contacts: [{ phone: \"107\" }]";
    let six = [place, place, place, place, place, place, line];
    assert!(order(&six, &asked("Namur", "fr", &["isolement"]))[..5].contains(&7));
    let silent = line.replace("hours: \"24/7\", ", "");
    let six = [place, place, place, place, place, place, &silent];
    assert!(!order(&six, &asked("Namur", "fr", &["isolement"]))[..5].contains(&7));
}

#[test]
fn a_door_kept_for_their_status_does_not_stand_back() {
    let social = "type: cpas, service_area: [Namur], locations: [{ postal_code: \"5000\" }], needs: { core: [droits] }, contacts: [{ phone: \"081 22 33 44\" }]";
    let care = "type: cpas, general: true, service_area: [belgique], needs: { core: [droits] }, eligibility: { migration: [sans-sejour] }, how_to_reach: \"Voir un médecin.\"";
    let mut papers = asked("Namur", "fr", &["droits"]);
    papers.migration = Some("sans-sejour".to_owned());
    assert_eq!(order(&[social, care], &papers), [2, 1]);
    let open = care.replace("eligibility: { migration: [sans-sejour] }, ", "");
    assert_eq!(order(&[social, &open], &papers), [1], "a door to its kind leads, and has no rank");
}
