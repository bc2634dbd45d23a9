//! The menu after the answer, reply by reply.

use crate::words::menu as words;
use crate::words::questions::pick_a_number;

use super::menu::{Act, Listed, Menu, Task};
use super::paper::Paper;
use super::prompt::Reply;

fn listed() -> Vec<Listed> {
    let listed = |position: usize, label: &str| Listed { position, label: label.to_owned() };
    vec![listed(7, "Espace 28"), listed(3, "Babel")]
}

fn menu() -> Menu {
    Menu::new(listed())
}

fn typed(text: &str) -> Reply {
    Reply::Typed(text.to_owned())
}

fn chosen(at: usize) -> Reply {
    Reply::Chosen(vec![at])
}

#[test]
fn a_sheet_is_two_replies_away_and_leads_back_to_the_menu() {
    let mut menu = menu();
    assert_eq!(menu.take(chosen(0)), Act::Nothing);
    assert_eq!(menu.question().wording, words::WHICH_SHEET);
    assert_eq!(menu.take(chosen(1)), Act::Do(Task::Sheet, 3));
    assert_eq!(menu.question().wording, words::TITLE);
}

#[test]
fn any_service_is_found_by_words() {
    let mut menu = menu();
    menu.take(typed("pourquoi"));
    assert_eq!(menu.take(typed("carda")), Act::Find("carda".to_owned()));
    assert_eq!(menu.found("carda", Vec::new()), Act::Say(words::no_service("carda")));
    assert_eq!(menu.question().wording, words::WHICH_REASON);
    let two = listed();
    assert_eq!(menu.found("b", two.clone()), Act::Nothing);
    assert_eq!(menu.take(chosen(0)), Act::Do(Task::Reason, 7));
    menu.take(chosen(3));
    menu.take(typed("x"));
    assert_eq!(menu.found("x", two[..1].to_vec()), Act::Do(Task::Reason, 7));
    assert_eq!(menu.question().wording, words::TITLE);
}

#[test]
fn a_file_is_never_replaced_without_a_yes() {
    let mut menu = menu();
    menu.take(chosen(1));
    menu.take(Reply::Chosen(vec![0, 1]));
    menu.take(chosen(0));
    let Act::Save(file) = menu.take(Reply::Skip) else { panic!("rien à écrire") };
    assert_eq!((file.name.as_str(), file.replace, file.services.as_slice()), ("fiche.html", false, &[7, 3][..]));
    menu.exists(file.clone());
    assert_eq!(menu.take(chosen(0)), Act::Nothing);
    assert_eq!(menu.question().wording, words::WHICH_NAME);
    menu.exists(file);
    let Act::Save(file) = menu.take(chosen(1)) else { panic!("rien à écrire") };
    assert!(file.replace);
    menu.saved();
    assert_eq!(menu.question().wording, words::TITLE);
}

#[test]
fn a_name_gets_the_ending_of_its_form_when_it_has_none() {
    assert_eq!(Paper::Contact.named("pour elle"), "pour elle.vcf");
    assert_eq!(Paper::Page.named("a.b/fiche"), "a.b/fiche.html");
    assert_eq!(Paper::Page.named("page.htm"), "page.htm");
}

#[test]
fn back_climbs_one_step_and_leaves_from_the_menu() {
    let mut menu = menu();
    menu.take(chosen(1));
    menu.take(chosen(0));
    menu.take(chosen(2));
    for wording in [words::WHICH_FORM, words::WHICH_PAPERS, words::TITLE] {
        assert_eq!(menu.take(Reply::Back), Act::Nothing);
        assert_eq!(menu.question().wording, wording);
    }
    assert_eq!(menu.take(Reply::Back), Act::Quit);
    assert_eq!(menu.take(Reply::Skip), Act::Quit);
}

#[test]
fn without_an_answer_there_is_nothing_to_print() {
    let mut menu = Menu::new(Vec::new());
    assert_eq!(menu.question().choices.len(), 5);
    assert_eq!(menu.take(typed("recommencer pour")), Act::Again);
    assert_eq!(menu.take(typed("n'importe")), Act::Say(pick_a_number("n'importe", 5)));
}
