//! Which key does what for whom: one literal table, key by view. In a window of their own the applicant has typing,
//! Tab, arrows, Enter, Esc, F1 and F2, and nothing else.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use iced::keyboard::key::Named;
use iced::keyboard::{Key, Modifiers};
use istiada::domain::language::Language;
use istiada::i18n::Texts;
use istiada::ui::keymap::{self, Command, View};

use Command::{
    Back, Door, HandOver, Keys, Lock, NextField, NextVisitor, PageBack, PageOn, PreviousField, Primary, Search, Session,
};

/// The views, in the order of the table's columns.
const VIEWS: [View; 3] = [View::Clerk, View::Applicant, View::Shared];

const NONE: Modifiers = Modifiers::empty();

/// A key with what is held, and what it does in each view.
type Row = (Key, Modifiers, [Option<Command>; 3]);

const fn named(key: Named, does: [Option<Command>; 3]) -> Row {
    (Key::Named(key), NONE, does)
}

fn letter(key: &str, held: Modifiers, does: [Option<Command>; 3]) -> Row {
    (Key::Character(key.into()), held, does)
}

const fn all(command: Command) -> [Option<Command>; 3] {
    [Some(command), Some(command), Some(command)]
}

const fn clerk(command: Command) -> [Option<Command>; 3] {
    [Some(command), None, None]
}

const NOBODY: [Option<Command>; 3] = [None; 3];

fn table() -> Vec<Row> {
    vec![
        named(Named::Tab, all(NextField)),
        (Key::Named(Named::Tab), Modifiers::SHIFT, all(PreviousField)),
        named(Named::Enter, all(Primary)),
        named(Named::Escape, all(Back)),
        named(Named::F1, all(Keys)),
        named(Named::F2, all(Command::Language)),
        named(Named::F3, NOBODY),
        named(Named::F4, clerk(NextVisitor)),
        named(Named::F5, clerk(Command::PrintReceipt)),
        named(Named::F6, clerk(Command::Receipt)),
        named(Named::F7, clerk(Command::SaveReceipt)),
        named(Named::F8, [Some(HandOver), None, Some(HandOver)]),
        named(Named::F9, clerk(Lock)),
        named(Named::F10, clerk(Session)),
        named(Named::F11, NOBODY),
        named(Named::F12, NOBODY),
        named(Named::PageDown, clerk(PageOn)),
        named(Named::PageUp, clerk(PageBack)),
        // Arrows belong to the controls.
        named(Named::ArrowUp, NOBODY),
        named(Named::ArrowDown, NOBODY),
        named(Named::ArrowLeft, NOBODY),
        named(Named::ArrowRight, NOBODY),
        named(Named::Space, NOBODY),
        named(Named::Home, NOBODY),
        named(Named::End, NOBODY),
        (Key::Named(Named::F4), Modifiers::SHIFT, NOBODY),
        (Key::Named(Named::F4), Modifiers::ALT, NOBODY),
        (Key::Named(Named::F4), Modifiers::CTRL, NOBODY),
        (Key::Named(Named::F9), Modifiers::SHIFT, NOBODY),
        (Key::Named(Named::Enter), Modifiers::ALT, NOBODY),
        letter("1", NONE, clerk(Door(1))),
        letter("٢", NONE, clerk(Door(2))),
        letter("۳", NONE, clerk(Door(3))),
        letter("4", NONE, clerk(Door(4))),
        letter("٥", NONE, clerk(Door(5))),
        letter("6", NONE, clerk(Door(6))),
        letter("٧", NONE, clerk(Door(7))),
        letter("8", NONE, NOBODY),
        letter("a", NONE, NOBODY),
        letter("ش", NONE, NOBODY),
        letter("f", Modifiers::COMMAND, clerk(Search)),
        letter("ب", Modifiers::COMMAND, clerk(Search)),
        letter("q", Modifiers::COMMAND, NOBODY),
        letter("w", Modifiers::COMMAND, NOBODY),
    ]
}

#[test]
fn every_key_does_what_the_table_says_in_every_view() {
    for (key, held, does) in table() {
        for (view, does) in VIEWS.into_iter().zip(does) {
            assert_eq!(
                keymap::command(&key, held, view, false),
                does,
                "{key:?} {held:?} {view:?}"
            );
        }
    }
}

#[test]
fn every_row_of_the_programs_table_stands_in_this_one() {
    let here = table();
    for command in keymap::TABLE.iter().map(|row| row.command) {
        let stands = here.iter().any(|(.., does)| does.contains(&Some(command)));
        assert!(stands, "{command:?} is in nobody's row");
    }
}

#[test]
fn a_key_that_a_control_took_leads_nowhere() {
    for key in [Named::Tab, Named::Enter, Named::Escape] {
        for view in VIEWS {
            assert_eq!(keymap::command(&Key::Named(key), NONE, view, true), None, "{key:?}");
        }
    }
    assert_eq!(
        keymap::command(&Key::Character("1".into()), NONE, View::Clerk, true),
        None
    );
}

#[test]
fn the_list_of_keys_names_those_that_work_and_no_others() {
    for language in [Language::ARABIC, Language::ENGLISH] {
        let texts = Texts::of(language);
        let caps = |view| -> Vec<String> {
            let described = keymap::described(texts, view).into_iter();
            described.map(|(caps, _)| caps.join(" ")).collect()
        };
        assert!(caps(View::Clerk).contains(&"F8".to_owned()));
        assert!(caps(View::Shared).contains(&"F8".to_owned()));
        for cap in ["F4", "F8", "F9"] {
            assert!(!caps(View::Applicant).contains(&cap.to_owned()), "{cap}");
        }
    }
}
