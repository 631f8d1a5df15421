//! Every key of the program, in one table, with the view in which it works.

use iced::keyboard::key::Named;
use iced::keyboard::{Key, Modifiers};

use crate::i18n::Texts;

/// What a key does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Command {
    /// To the next control.
    NextField,
    /// To the control before.
    PreviousField,
    /// The primary action of the screen.
    Primary,
    /// Back, or out of what lies on top.
    Back,
    /// The keys of this screen.
    Keys,
    /// The other language.
    Language,
    /// The next visitor.
    NextVisitor,
    /// The receipt of the visit.
    Receipt,
    /// The receipt of the visit is printed, shown or not.
    PrintReceipt,
    /// The receipt of the visit becomes a file, shown or not.
    SaveReceipt,
    /// The screen changes hands.
    HandOver,
    /// The desk locks.
    Lock,
    /// What whoever is here can do for themselves.
    Session,
    /// A page of a list on.
    PageOn,
    /// A page of a list back.
    PageBack,
    /// To the field in which something is looked for, where there is one: Ctrl and F.
    Search,
    /// The door with this number on the start page, or the answer with this number on the page of a question.
    Door(u8),
}

/// What whoever is at the keyboard sees.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum View {
    /// The clerk's side.
    Clerk,
    /// The applicant's side, in a window of its own.
    Applicant,
    /// The applicant's side, over the clerk's in the one window of both.
    Shared,
}

/// Where a key works.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reach {
    /// Everywhere.
    Everywhere,
    /// On the clerk's side alone.
    Clerk,
    /// In the window that the clerk has a part in.
    ClerksWindow,
}

impl Reach {
    const fn covers(self, view: View) -> bool {
        match self {
            Self::Everywhere => true,
            Self::Clerk => matches!(view, View::Clerk),
            Self::ClerksWindow => !matches!(view, View::Applicant),
        }
    }
}

/// One row of the table.
#[derive(Clone, Copy, Debug)]
pub struct Binding {
    key: Named,
    shift: bool,
    /// What it does.
    pub command: Command,
    reach: Reach,
}

const fn binding(key: Named, command: Command, reach: Reach) -> Binding {
    Binding {
        key,
        shift: false,
        command,
        reach,
    }
}

/// All keys that work on every screen. Where both have one window, F8 works on the applicant's side too: nothing else
/// could give the keyboard back, and it blanks that side first.
pub const TABLE: &[Binding] = &[
    binding(Named::Tab, Command::NextField, Reach::Everywhere),
    Binding {
        key: Named::Tab,
        shift: true,
        command: Command::PreviousField,
        reach: Reach::Everywhere,
    },
    binding(Named::Enter, Command::Primary, Reach::Everywhere),
    binding(Named::Escape, Command::Back, Reach::Everywhere),
    binding(Named::F1, Command::Keys, Reach::Everywhere),
    binding(Named::F2, Command::Language, Reach::Everywhere),
    binding(Named::F4, Command::NextVisitor, Reach::Clerk),
    binding(Named::F5, Command::PrintReceipt, Reach::Clerk),
    binding(Named::F6, Command::Receipt, Reach::Clerk),
    binding(Named::F7, Command::SaveReceipt, Reach::Clerk),
    binding(Named::F8, Command::HandOver, Reach::ClerksWindow),
    binding(Named::F9, Command::Lock, Reach::Clerk),
    binding(Named::F10, Command::Session, Reach::Clerk),
    binding(Named::PageDown, Command::PageOn, Reach::Clerk),
    binding(Named::PageUp, Command::PageBack, Reach::Clerk),
];

/// What a key does for whoever has the keyboard. `taken` says that a control has used it already.
pub fn command(key: &Key, modifiers: Modifiers, view: View, taken: bool) -> Option<Command> {
    if modifiers.command() && !modifiers.alt() && view == View::Clerk && is_letter(key, "f") {
        return Some(Command::Search);
    }
    if modifiers.control() || modifiers.alt() || modifiers.logo() {
        return None;
    }
    match key {
        Key::Named(named) => {
            let works = |row: &&Binding| row.reach.covers(view);
            let row = TABLE
                .iter()
                .filter(works)
                .find(|row| row.key == *named && row.shift == modifiers.shift())?;
            let free = !taken
                || !matches!(
                    row.command,
                    Command::Primary | Command::Back | Command::NextField | Command::PreviousField
                );
            free.then_some(row.command)
        }
        Key::Character(digit) if !taken && view == View::Clerk => match digit.as_str() {
            "1" | "١" | "۱" => Some(Command::Door(1)),
            "2" | "٢" | "۲" => Some(Command::Door(2)),
            "3" | "٣" | "۳" => Some(Command::Door(3)),
            "4" | "٤" | "۴" => Some(Command::Door(4)),
            "5" | "٥" | "۵" => Some(Command::Door(5)),
            "6" | "٦" | "۶" => Some(Command::Door(6)),
            "7" | "٧" | "۷" => Some(Command::Door(7)),
            _ => None,
        },
        _ => None,
    }
}

/// Whether a key is this Latin letter, or stands where it does on an Arabic keyboard.
fn is_letter(key: &Key, letter: &str) -> bool {
    matches!(key, Key::Character(typed) if typed.eq_ignore_ascii_case(letter) || (letter == "f" && typed == "ب"))
}

/// The table in words, for the list of keys: the caps and what they do.
pub fn described(texts: Texts, view: View) -> Vec<(Vec<String>, String)> {
    let words = |command| match command {
        Command::NextField => texts.keys_next_field(),
        Command::PreviousField => texts.keys_previous_field(),
        Command::Primary => texts.keys_primary(),
        Command::Back => texts.keys_back(),
        Command::Keys => texts.keys_help(),
        Command::Language => texts.keys_language(),
        Command::NextVisitor => texts.keys_next_applicant(),
        Command::PrintReceipt => texts.receipt_key_print(),
        Command::Receipt => texts.receipt_key(),
        Command::SaveReceipt => texts.receipt_key_save(),
        Command::HandOver if view == View::Clerk => texts.keys_hand_over(),
        Command::HandOver => texts.keys_take_back(),
        Command::Lock => texts.staff_lock(),
        Command::Session => texts.keys_session(),
        Command::PageOn => texts.keys_page_on(),
        Command::PageBack => texts.keys_page_back(),
        Command::Search | Command::Door(_) => String::new(),
    };
    let cap = |key: Named| match key {
        Named::Tab => texts.key_tab(),
        Named::Enter => texts.key_enter(),
        Named::Escape => texts.key_escape(),
        Named::PageUp => texts.key_page_up(),
        Named::PageDown => texts.key_page_down(),
        other => format!("{other:?}"),
    };
    let works = |row: &&Binding| row.reach.covers(view);
    let caps = |row: &Binding| {
        let shift = row.shift.then(|| texts.key_shift());
        shift.into_iter().chain([cap(row.key)]).collect::<Vec<_>>()
    };
    TABLE
        .iter()
        .filter(works)
        .map(|row| (caps(row), words(row.command)))
        .collect()
}
