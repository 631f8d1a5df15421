//! The whole tour once more with a window for each side: wherever it stops, in a visit or without one, nothing that the
//! clerk's window paints, holds in a field or tells assistive technology is an answer, a code, a password, a user name, an
//! email or a whole number of the applicant's, and neither is anything in the view that it is drawn from. The
//! applicant's window, looked through in the same way, shows that the search sees what is there. And wherever they can
//! type, not a single pixel of the clerk's window tells which letter it is.
//!
//! What staff type for somebody is theirs to type, so it is seen while they do and no longer:
//! - An identity number, also a supervisor's, or the user name in its place, stands whole in the one field in which it is
//!   typed, while the keyboard is there. A password of theirs stands nowhere.
//! - Mobiles are no secret between clerk and applicant: it is the clerk who takes them, with the identity, and reads back
//!   what was understood. One stands in its field and in the line below it until that step is over, and nowhere after.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::BTreeSet;

use iced::advanced::widget::Operation;
use iced::advanced::widget::operation::{Focusable, TextInput};
use iced::keyboard::key::Named;
use istiada::adapter::seal::FolderKeys;
use istiada::command::people;
use istiada::command::tour::roll::{self, newcomer};
use istiada::command::tour::world::person;
use istiada::command::tour::{self, World};
use istiada::desk::{ClerkStep, ClerkView};
use istiada::domain::language::Language;
use istiada::domain::message::Channel;
use istiada::domain::secret::ExposeSecret;
use istiada::ui::access::{Node, Role};
use istiada::ui::headless::{Host, Shot};
use istiada::ui::screen::Side;

/// What only the applicant's window may show, as they type it and as it is stored; each is found in that window at some
/// step.
const SHOWN_TO_THEM: [&str; 9] = [
    person::TYPED[0],
    person::TYPED[1],
    person::TYPED[2],
    newcomer::ANSWERS[0],
    person::USERNAME,
    person::TAKEN_USERNAME,
    person::NEW_USERNAME,
    newcomer::USERNAME,
    newcomer::EMAIL,
];

/// The same, where the walk does not stop while it stands there, or where it stands nowhere at all.
const SHOWN_TO_NOBODY: [&str; 12] = [
    person::OLD_PASSWORD,
    person::NEW_PASSWORD,
    newcomer::PASSWORD,
    "maTar-2027-wad",
    "maTar-2028-wadi",
    "maTar-2029-wadi",
    "Password123",
    // As enrolled: only what was typed is anywhere.
    person::ANSWERS[1].1,
    person::ANSWERS[2].1,
    newcomer::ANSWERS[1],
    newcomer::ANSWERS[2],
    "wahi@example.org",
];

/// Typed by staff, the first ones while the walk stops: they may stand in the field that has the keyboard and nowhere else.
const TYPED_BY_STAFF: [&str; 8] = [
    roll::FIRST_SUPERVISOR,
    person::IDENTITY,
    person::USERNAME,
    roll::NEW_MOBILE,
    roll::SUPERVISORS[0],
    roll::SUPERVISORS[1],
    roll::UNKNOWN[0],
    newcomer::IDENTITY,
];

/// Typed by the clerk and read back to the applicant: they stand in the field of that step and below it, and nowhere
/// afterwards.
const MOBILES: [&str; 3] = [person::MOBILE, newcomer::MOBILE, roll::UNKNOWN[1]];

/// Typed by supervisors beside the clerk: shown nowhere, not even while they are typed.
const PASSWORDS_OF_STAFF: [&str; 2] = [people::PASSWORD, roll::WRONG_PASSWORD];

/// Every step of every flow, as the clerk's view calls it.
const STEPS: [&str; 25] = [
    "ForgottenPassword Document",
    "ForgottenPassword Captcha",
    "ForgottenPassword Identity",
    "ForgottenPassword Questions",
    "ForgottenPassword Code",
    "ForgottenPassword Password",
    "ForgottenPassword Done",
    "ForgottenPassword Ended",
    "ForgottenUsername UsernameChoice",
    "ForgottenUsername Done",
    "NewUser Conditions",
    "NewUser PersonalData",
    "NewUser Username",
    "NewUser Password",
    "NewUser Email",
    "NewUser Language",
    "NewUser Captcha",
    "NewUser Terms",
    "NewUser Codes",
    "NewUser Questions",
    "NewUser Review",
    "NewUser Done",
    "Supervised Approval",
    "Supervised Second",
    "Supervised Done",
];

/// Words as they are read: digits of one kind, and without the marks that steer their direction.
fn plain(text: &str) -> String {
    let digit = |letter: char| match letter {
        '\u{660}'..='\u{669}' => char::from_digit(u32::from(letter) - 0x660, 10).unwrap(),
        other => other,
    };
    let steers =
        |letter: &char| matches!(letter, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    text.chars().filter(|letter| !steers(letter)).map(digit).collect()
}

/// Everything that a window tells of itself: every node, also those inside controls, and every text and field.
#[derive(Default)]
struct Told {
    words: Vec<String>,
    /// What stands in the field that has the keyboard.
    typed: Vec<String>,
    has_secret_field: bool,
}

impl Operation for Told {
    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation)) {
        operate(self);
    }

    fn text(&mut self, _id: Option<&iced::advanced::widget::Id>, _bounds: iced::Rectangle, text: &str) {
        self.words.push(text.to_owned());
    }

    fn text_input(
        &mut self,
        _id: Option<&iced::advanced::widget::Id>,
        _bounds: iced::Rectangle,
        state: &mut dyn TextInput,
    ) {
        self.words.push(state.text().to_owned());
    }

    fn focusable(
        &mut self,
        _id: Option<&iced::advanced::widget::Id>,
        _bounds: iced::Rectangle,
        _state: &mut dyn Focusable,
    ) {
    }

    fn custom(
        &mut self,
        _id: Option<&iced::advanced::widget::Id>,
        _bounds: iced::Rectangle,
        state: &mut dyn std::any::Any,
    ) {
        if let Some(node) = state.downcast_ref::<Node>() {
            self.has_secret_field |= node.role == Role::SecretField;
            self.words.push(node.name.clone());
            if node.focused && node.role == Role::TextField {
                self.typed.extend(node.value.clone());
            } else {
                self.words.extend(node.value.clone());
            }
            self.words.extend(node.description.clone());
        }
    }
}

/// What a window tells, what it paints, and what is being typed in it.
struct Seen {
    told: String,
    painted: String,
    typed: String,
    has_secret_field: bool,
}

impl Seen {
    fn of(host: &mut Host<tour::Windows>, side: Side) -> Self {
        let front = host.front();
        host.look_at(side.place());
        let mut told = Told::default();
        host.operate(&mut told);
        let painted = host.painted_words();
        host.look_at(front);
        Self {
            told: plain(&told.words.join("\n")),
            painted: plain(&painted.join("\n")),
            typed: plain(&told.typed.join("\n")),
            has_secret_field: told.has_secret_field,
        }
    }

    /// In how many pieces of writing this mobile stands, however its digits are grouped.
    fn painted_mobiles(&self, mobile: &str) -> usize {
        let digits: String = self
            .painted
            .chars()
            .filter(|letter| *letter == '\n' || letter.is_ascii_digit())
            .collect();
        digits.matches(mobile.trim_start_matches('0')).count()
    }

    fn holds(&self, word: &str) -> bool {
        [&self.told, &self.painted, &self.typed]
            .iter()
            .any(|words| words.contains(word))
    }

    /// The same, but for the one field that has the keyboard.
    fn holds_besides_what_is_typed(&self, word: &str) -> bool {
        let once = usize::from(self.typed.contains(word));
        self.told.contains(word) || self.painted.matches(word).count() > once
    }
}

/// Types one letter into the applicant's window, and another one in its place, and says whether the clerk's picture is
/// the same with both: they may see that something is typed, never what. Nothing where no letter can be typed.
fn any_letter_looks_the_same(host: &mut Host<tour::Windows>) -> Option<bool> {
    let front = host.front();
    host.look_at(Side::Applicant.place());
    let is_field = |field: &Node| match field.role {
        Role::TextField => field.value.as_ref().is_none_or(String::is_empty),
        role => role == Role::SecretField,
    };
    let same = host.focused().filter(is_field).and_then(|_| {
        let (before, with_one) = (host.shot(), typed(host, "7")?);
        // A field that is full takes nothing.
        (with_one[0] != before).then_some(())?;
        host.press(Named::Backspace).ok()?;
        let with_another = typed(host, "4")?;
        host.press(Named::Backspace).ok()?;
        Some(with_one[1] == with_another[1])
    });
    host.look_at(front);
    same
}

/// The pictures of the applicant's window, and of the clerk's, with this letter typed into the applicant's.
fn typed(host: &mut Host<tour::Windows>, letter: &str) -> Option<[Shot; 2]> {
    host.type_text(letter).ok()?;
    let theirs = host.shot();
    host.look_at(Side::Clerk.place());
    let the_clerks = host.shot();
    host.look_at(Side::Applicant.place());
    Some([theirs, the_clerks])
}

struct Walk {
    /// At how many stops a letter was typed.
    typed: usize,
    steps: BTreeSet<String>,
    seen_by_applicant: BTreeSet<String>,
    typed_by_staff: BTreeSet<&'static str>,
    /// Whether a mobile was seen where the clerk takes it.
    mobiles: bool,
    faults: BTreeSet<String>,
}

/// Flow and step.
fn named(clerk: &ClerkView) -> String {
    let step = match &clerk.step {
        ClerkStep::Registering(stage) => format!("{stage:?}"),
        step => format!("{step:?}"),
    };
    let step = step.split(|letter: char| !letter.is_alphanumeric()).next().unwrap();
    format!("{:?} {step}", clerk.flow)
}

impl Walk {
    fn look(&mut self, name: &str, world: &World, host: &mut Host<tour::Windows>) {
        let views = host.program().0.views().cloned();
        let clerk = views.as_ref().map(|views| &views.clerk);
        self.steps.extend(clerk.map(named));
        let step = clerk.map(|clerk| &clerk.step);
        let takes_mobile = matches!(step, Some(ClerkStep::Identity | ClerkStep::PersonalData { .. }));

        let theirs = Seen::of(host, Side::Applicant);
        let shown = Seen::of(host, Side::Clerk);
        let debug = plain(&format!("{clerk:?}"));
        let mut forbidden: Vec<String> = SHOWN_TO_THEM
            .iter()
            .chain(&SHOWN_TO_NOBODY)
            .map(|word| plain(word))
            .filter(|word| !(takes_mobile && word == person::USERNAME))
            .collect();
        let codes = [world.code(), world.code_to(Channel::Sms), world.code_to(Channel::Email)];
        forbidden.extend(codes.into_iter().flatten().map(|code| code.expose_secret().to_owned()));
        if matches!(step, Some(ClerkStep::Captcha(_))) {
            forbidden.extend(world.label().map(|label| label.characters().to_owned()));
        }
        forbidden.extend(PASSWORDS_OF_STAFF.map(str::to_owned));
        for mobile in MOBILES {
            // One that is typed where a number belongs stands in that field too, until it is corrected.
            let mistyped = usize::from(shown.typed.contains(mobile));
            let most = if takes_mobile { 2 + mistyped } else { 0 };
            if shown.painted_mobiles(mobile) > most || debug.contains(mobile) {
                self.faults.insert(format!("{name}: the clerk's window shows {mobile}"));
            }
            self.mobiles |= shown.painted_mobiles(mobile) > 0;
        }
        for word in &forbidden {
            if theirs.holds(word) {
                self.seen_by_applicant.insert(word.clone());
            }
            if shown.holds(word) {
                self.faults.insert(format!("{name}: the clerk's window holds {word}"));
            }
            if debug.contains(word) {
                self.faults.insert(format!("{name}: the clerk's view holds {word}"));
            }
        }
        // On the lock, and before a visit, staff type a password of their own.
        let before = host.program().0.before().is_some();
        for word in TYPED_BY_STAFF {
            if shown.typed.contains(word) {
                self.typed_by_staff.insert(word);
            }
            // There nobody types: the answer of the supervisor's page is read.
            let is_read = name.starts_with("supervised-waits") && shown.typed.contains(word);
            if is_read || shown.holds_besides_what_is_typed(word) || debug.contains(word) {
                self.faults
                    .insert(format!("{name}: the clerk's window shows {word} where nobody types it"));
            }
        }
        // A supervisor's own: what is typed there is among the forbidden words above.
        let approves = matches!(
            step,
            Some(ClerkStep::Approval { .. } | ClerkStep::Second | ClerkStep::Conditions { .. })
        );
        if shown.has_secret_field && !approves && !before {
            self.faults
                .insert(format!("{name}: the clerk's window has a field for a secret"));
        }
        if let Some(same) = any_letter_looks_the_same(host) {
            self.typed += 1;
            if !same {
                self.faults
                    .insert(format!("{name}: the clerk's picture tells which letter was typed"));
            }
        }
    }
}

fn every_step(language: Language) {
    let folder = tempfile::tempdir().expect("a folder");
    let keys = FolderKeys::new(folder.path().join("keys"));
    let world = World::open(&folder.path().join("store"), &keys)
        .expect("a world")
        .with_two_windows();
    let mut walk = Walk {
        typed: 0,
        steps: BTreeSet::new(),
        seen_by_applicant: BTreeSet::new(),
        typed_by_staff: BTreeSet::new(),
        mobiles: false,
        faults: BTreeSet::new(),
    };
    tour::walk(&world, language, &mut |name, host| {
        walk.look(name, &world, host);
        Ok(())
    })
    .expect("the walk");
    assert!(walk.faults.is_empty(), "{:#?}", walk.faults);
    assert!(walk.typed > 20, "{} stops at which they can type", walk.typed);
    for step in STEPS {
        assert!(
            walk.steps.contains(step),
            "the walk stops nowhere at {step}: {:#?}",
            walk.steps
        );
    }
    let code = |word: &String| word.len() == 6 && word.chars().all(|digit| digit.is_ascii_digit());
    assert!(
        walk.seen_by_applicant.iter().any(code),
        "no window shows a code: the search is blind"
    );
    assert!(
        walk.mobiles,
        "nobody sees a mobile where it is taken: the search is blind"
    );
    for word in &TYPED_BY_STAFF[1..5] {
        assert!(
            walk.typed_by_staff.contains(word),
            "nobody types {word}: the search is blind"
        );
    }
    for word in SHOWN_TO_THEM {
        let word = plain(word);
        assert!(
            walk.seen_by_applicant.contains(&word),
            "no window shows {word}: the search is blind"
        );
    }
}

#[test]
fn the_clerks_arabic_window_never_holds_a_secret_of_the_applicants() {
    every_step(Language::ARABIC);
}

#[test]
fn the_clerks_english_window_never_holds_a_secret_of_the_applicants() {
    every_step(Language::ENGLISH);
}
