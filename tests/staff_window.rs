//! What stands before the desk, in a window without a display: the set-up by keyboard alone, signing in, the lock by
//! key and by idleness, and what of a visit is seen meanwhile: nothing.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::time::Duration;

use iced::keyboard::key::Named;
use iced::window;
use istiada::adapter::seal::FolderKeys;
use istiada::command::tour::{self, Windows, World};
use istiada::desk::Desk;
use istiada::desk::staff::Founding;
use istiada::domain::applicant::{IdentityNumber, PersonName};
use istiada::domain::language::Language;
use istiada::domain::secret::Secret;
use istiada::domain::staff::{Role, Staff, Workplace};
use istiada::i18n::Texts;
use istiada::ui::access::{self, Node};
use istiada::ui::app::Cover;
use istiada::ui::app::staff::Before;
use istiada::ui::headless::{Asked, Host, Program};
use istiada::ui::screen::Side;
use istiada::ui::screen::welcome::Step;
use istiada::ui::theme::{PaletteName, Scale};
use istiada::ui::{App, Message, Options};

const SUPERVISOR: &str = "1000000073";
const CLERK: &str = "1000000081";
const PASSWORD: &str = "Rimal-1452-Noor";

struct Counter {
    world: World,
    _folder: tempfile::TempDir,
}

impl Counter {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let keys = FolderKeys::new(folder.path().join("keys"));
        let world = World::open(&folder.path().join("store"), &keys).unwrap();
        Self { world, _folder: folder }
    }

    /// A desk at which nobody sits.
    fn desk(&self) -> Desk {
        self.world.unattended_desk().unwrap()
    }

    fn window(&self, desk: &Desk) -> Host<Windows> {
        self.windows(desk, false)
    }

    fn windows(&self, desk: &Desk, two: bool) -> Host<Windows> {
        let (mut app, task) = App::new(desk.clone(), options());
        if two {
            app.use_two(window::Id::unique(), window::Id::unique());
        }
        let mut host = Host::new(Windows(app), task, tour::SIZE, self.world.runtime()).unwrap();
        host.settle_until(|windows| windows.0.before() != Some(Before::Unknown))
            .unwrap();
        host
    }

    /// A desk that is set up, with a supervisor and a clerk, in its window.
    fn founded(&self) -> (Desk, Host<Windows>) {
        let desk = self.desk();
        self.world.runtime().block_on(async {
            let founding = Founding {
                workplace: Workplace {
                    centre: "Oasis".to_owned(),
                    desk: "4".to_owned(),
                },
                supervisor: person(SUPERVISOR, Role::Supervisor),
                password: PASSWORD.into(),
                repeat: PASSWORD.into(),
                phrase: desk.new_phrase(),
                applicant_window: None,
                language: Language::ENGLISH,
            };
            desk.found(founding).await.unwrap().unwrap();
            let number = IdentityNumber::parse(SUPERVISOR).unwrap();
            desk.sign_in(number, PASSWORD.into()).await.unwrap().unwrap();
            let given = Secret::from(PASSWORD);
            let clerk = person(CLERK, Role::Clerk);
            desk.add_staff(clerk, given.clone(), given).await.unwrap().unwrap();
            desk.sign_out().await.unwrap();
        });
        let window = self.window(&desk);
        (desk, window)
    }
}

/// As a training desk opens, in English.
fn options() -> Options {
    Options {
        language: Language::ENGLISH,
        language_is_asked: false,
        palette: PaletteName::Light,
        scale: Scale::NORMAL,
        platform: None,
        address: None,
        applicant_window: None,
        practice_password: Some("told-to-everybody".to_owned()),
    }
}

fn person(number: &str, role: Role) -> Staff {
    Staff {
        identity: IdentityNumber::parse(number).unwrap(),
        name: PersonName::parse(if role == Role::Clerk { "Huda" } else { "Salman" }).unwrap(),
        role,
    }
}

fn press(host: &mut Host<Windows>, keys: &[Named]) {
    for key in keys {
        host.press(*key).unwrap();
        rest(host);
    }
}

fn rest(host: &mut Host<Windows>) {
    host.settle_until(|windows| !windows.0.is_asking()).unwrap();
}

fn sign_in(host: &mut Host<Windows>, number: &str, password: &str) {
    host.type_text(number).unwrap();
    press(host, &[Named::Tab]);
    host.type_text(password).unwrap();
    press(host, &[Named::Enter]);
}

fn before(host: &Host<Windows>) -> Option<Before> {
    host.program().0.before()
}

fn is_named(nodes: &[Node]) {
    assert!(access::unnamed(nodes).is_empty(), "{nodes:?}");
}

#[test]
fn a_desk_is_set_up_by_keyboard_alone_and_its_supervisor_signs_in() {
    use Named::{Enter, Escape, Tab};
    let counter = Counter::new();
    let desk = counter.desk();
    let mut host = counter.window(&desk);
    let texts = Texts::of(Language::ENGLISH);
    assert_eq!(before(&host), Some(Before::SetUp(Step::Language)));
    press(&mut host, &[Enter, Enter]);
    assert_eq!(before(&host), Some(Before::SetUp(Step::Workplace)), "without a centre");
    host.type_text("Oasis").unwrap();
    press(&mut host, &[Tab]);
    host.type_text("Desk 4").unwrap();
    press(&mut host, &[Enter]);
    for wrong in ["100000007", "1000000074", "0501234567"] {
        host.type_text(wrong).unwrap();
        press(&mut host, &[Enter]);
        assert_eq!(before(&host), Some(Before::SetUp(Step::Supervisor)), "{wrong}");
        host.press_letter(iced::keyboard::Modifiers::CTRL, 'a').unwrap();
    }
    host.type_text("١٠٠٠٠٠٠٠٧٣").unwrap();
    press(&mut host, &[Tab]);
    host.type_text("Salman").unwrap();
    press(&mut host, &[Enter]);
    for (password, repeat) in [
        ("", ""),
        ("short", "short"),
        (SUPERVISOR, SUPERVISOR),
        (PASSWORD, "other"),
    ] {
        host.type_text(password).unwrap();
        press(&mut host, &[Tab, Tab]);
        host.type_text(repeat).unwrap();
        press(&mut host, &[Enter]);
        assert_eq!(before(&host), Some(Before::SetUp(Step::Password)), "{password}");
        is_named(&host.nodes());
        // The way back and on again forgets both.
        press(&mut host, &[Escape, Enter]);
    }
    host.type_text(PASSWORD).unwrap();
    press(&mut host, &[Tab, Tab]);
    host.type_text(PASSWORD).unwrap();
    press(&mut host, &[Enter]);
    let words = words_of_the_phrase(&mut host, texts);
    assert_eq!(words.len(), 12);
    press(&mut host, &[Enter, Enter]);
    assert_eq!(before(&host), Some(Before::SetUp(Step::Asked)), "without the words");
    let asked = (1..=12).filter(|number| host.shows(&texts.welcome_phrase_word(*number)));
    let asked: Vec<usize> = asked.collect();
    assert_eq!(asked.len(), 2);
    host.type_text(&words[asked[0] - 1].to_uppercase()).unwrap();
    press(&mut host, &[Tab]);
    host.type_text(&words[asked[1] - 1]).unwrap();
    press(&mut host, &[Enter]);
    assert_eq!(before(&host), Some(Before::SetUp(Step::Applicant)));
    where_the_applicants_screen_stands(&mut host, texts);
    assert_eq!(before(&host), Some(Before::SetUp(Step::Review)));
    let shown = host.nodes();
    is_named(&shown);
    let secret = |node: &Node| node.name.contains(PASSWORD) || node.name.contains(SUPERVISOR);
    assert!(!shown.iter().any(secret), "no secret stands in the review");
    assert!(
        counter.world.runtime().block_on(desk.set_up()).unwrap().is_none(),
        "saved before it was confirmed"
    );
    host.program_mut().0.stands_in(window::Id::unique());
    host.asked();
    press(&mut host, &[Enter]);
    assert_eq!(before(&host), Some(Before::SignIn));
    assert!(host.asked().contains(&Asked::OpenWindow), "only after a restart");
    assert!(host.program().0.has_two());
    sign_in(&mut host, SUPERVISOR, PASSWORD);
    assert_eq!(before(&host), None);
    assert!(host.shows("Salman") && host.shows("Oasis"));

    // Another start does not ask again.
    let again = counter.window(&counter.desk());
    assert_eq!(before(&again), Some(Before::SignIn));
}

/// Chooses a screen of its own, and has a mark shown where it stands.
fn where_the_applicants_screen_stands(host: &mut Host<Windows>, texts: Texts) {
    use Named::{ArrowDown, Enter, Tab};
    while host.focused().is_none_or(|node| node.role != access::Role::Radio) {
        press(host, &[Tab]);
    }
    press(host, &[ArrowDown, Tab]);
    let place = host.focused().unwrap();
    assert_eq!(place.name, texts.welcome_applicant_x());
    host.press_letter(iced::keyboard::Modifiers::CTRL, 'a').unwrap();
    host.type_text("left").unwrap();
    press(host, &[Tab, Tab]);
    assert_eq!(host.focused().unwrap().name, texts.welcome_applicant_mark_show());
    host.asked();
    press(host, &[Enter]);
    assert!(!host.asked().contains(&Asked::OpenWindow), "there is no such place");
    assert_eq!(host.focused().unwrap().name, texts.welcome_applicant_x());
    host.press_letter(iced::keyboard::Modifiers::CTRL, 'a').unwrap();
    host.type_text("1280").unwrap();
    press(host, &[Tab, Tab, Enter]);
    assert!(host.asked().contains(&Asked::OpenWindow));
    // Another one takes the place of the first.
    press(host, &[Enter]);
    let asked = host.asked();
    assert!(asked.contains(&Asked::OpenWindow) && asked.contains(&Asked::CloseWindow));
    press(host, &[Tab, Tab, Enter]);
}

/// The mark alone, as its window shows it.
struct Mark(App);

impl Program for Mark {
    type Message = Message;

    fn update(&mut self, message: Message) -> iced::Task<Message> {
        self.0.update(message)
    }

    fn view(&self) -> iced::Element<'_, Message> {
        self.0.mark()
    }

    fn theme(&self) -> iced::Theme {
        self.0.mark_look().theme()
    }
}

#[test]
fn the_mark_is_read_in_every_language_and_size() {
    let counter = Counter::new();
    for language in [Language::ARABIC, Language::ENGLISH] {
        for scale in [Scale::NORMAL, Scale::LARGEST] {
            let options = Options {
                language,
                scale,
                ..options()
            };
            let (app, task) = App::new(counter.desk(), options);
            let size = app.mark_size();
            let mut host = Host::new(Mark(app), task, size, counter.world.runtime()).unwrap();
            assert!(
                host.overflow().is_empty(),
                "{language:?} {scale:?}: {:?}",
                host.overflow()
            );
            assert!(host.shows(&Texts::of(language).welcome_applicant_mark()));
        }
    }
}

fn words_of_the_phrase(host: &mut Host<Windows>, texts: Texts) -> Vec<String> {
    let nodes = host.nodes();
    let grid = nodes.iter().find(|node| node.name == texts.welcome_phrase_words());
    let grid = grid.expect("the words").bounds;
    let inside = nodes
        .iter()
        .filter(|node| node.role == access::Role::Text && grid.contains(node.bounds.center()));
    let words = inside.map(|node| istiada::i18n::bidi::plain(&node.name).trim().to_owned());
    words.filter(|word| word.parse::<u8>().is_err()).collect()
}

#[test]
fn wrong_passwords_pause_and_no_restart_shortens_it() {
    let counter = Counter::new();
    let (desk, mut host) = counter.founded();
    let texts = Texts::of(Language::ENGLISH);
    sign_in(&mut host, SUPERVISOR, "wrong");
    assert!(host.shows(&texts.staff_wrong()));
    for _ in 0..4 {
        host.type_text("wrong").unwrap();
        press(&mut host, &[Named::Enter]);
    }
    assert!(host.shows(&texts.staff_paused()));
    assert!(!host.click_on(access::Role::Button, &texts.staff_sign_in()).unwrap());
    drop(host);
    let mut host = counter.window(&desk);
    sign_in(&mut host, SUPERVISOR, PASSWORD);
    assert_eq!(before(&host), Some(Before::SignIn), "a restart helped");
    assert!(host.shows(&texts.staff_paused()));
    counter.world.pass(Duration::from_secs(300));
    host.send(Message::Tick).unwrap();
    rest(&mut host);
    host.type_text(PASSWORD).unwrap();
    press(&mut host, &[Named::Enter]);
    assert_eq!(before(&host), None);
}

/// A visit in which the clerk types an identity, with the supervisor at the desk.
fn in_a_visit(host: &mut Host<Windows>) {
    sign_in(host, SUPERVISOR, PASSWORD);
    assert_eq!(before(host), None);
    press(host, &[Named::F4]);
    assert!(host.program().0.views().is_some());
}

#[test]
fn the_lock_blanks_the_visit_and_opens_to_the_same_person_alone() {
    let counter = Counter::new();
    let (_, mut host) = counter.founded();
    let texts = Texts::of(Language::ENGLISH);
    in_a_visit(&mut host);
    let reference = host.program().0.views().unwrap().clerk.reference.to_string();
    host.type_text("8278").unwrap();
    assert!(host.shows(&reference));
    press(&mut host, &[Named::F9]);
    assert_eq!(before(&host), Some(Before::Lock));
    let shown = host.nodes();
    is_named(&shown);
    assert!(!host.shows(&reference) && !host.shows("8278"));
    // No key leads past it.
    let keys = [
        Named::Escape,
        Named::F4,
        Named::F8,
        Named::F1,
        Named::F10,
        Named::F2,
        Named::F2,
    ];
    press(&mut host, &keys);
    assert_eq!(before(&host), Some(Before::Lock));
    assert_eq!(host.program().0.cover(), None);
    assert!(host.shows("told-to-everybody"), "training says the password");
    host.type_text("wrong").unwrap();
    press(&mut host, &[Named::Enter]);
    assert!(host.shows(&texts.staff_unlock_wrong()));
    host.type_text(PASSWORD).unwrap();
    press(&mut host, &[Named::Enter]);
    assert_eq!(before(&host), None);
    assert!(host.shows(&reference), "the visit is as it was");
}

#[test]
fn an_idle_desk_curtains_and_then_locks() {
    let counter = Counter::new();
    let (_, mut host) = counter.founded();
    in_a_visit(&mut host);
    counter.world.pass(Duration::from_secs(91));
    host.send(Message::Tick).unwrap();
    rest(&mut host);
    assert_eq!(host.program().0.cover(), Some(Cover::Curtain));
    assert_eq!(before(&host), None);
    press(&mut host, &[Named::Enter]);
    assert_eq!(host.program().0.cover(), None);
    counter.world.pass(Duration::from_secs(299));
    host.send(Message::Tick).unwrap();
    host.settle_for(Duration::from_millis(300)).unwrap();
    assert_eq!(before(&host), None, "before its time");
    counter.world.pass(Duration::from_secs(1));
    host.send(Message::Tick).unwrap();
    host.settle_until(|windows| windows.0.before() == Some(Before::Lock))
        .unwrap();
}

#[test]
fn somebody_else_ends_the_session_and_must_choose_a_password_of_their_own() {
    let counter = Counter::new();
    let (desk, mut host) = counter.founded();
    let texts = Texts::of(Language::ENGLISH);
    in_a_visit(&mut host);
    press(&mut host, &[Named::F9]);
    assert!(
        host.click_on(access::Role::Button, &texts.staff_somebody_else())
            .unwrap()
    );
    assert_eq!(before(&host), Some(Before::SignIn));
    press(&mut host, &[Named::Escape]);
    assert_eq!(before(&host), Some(Before::Lock), "nobody else came");
    assert!(
        host.click_on(access::Role::Button, &texts.staff_somebody_else())
            .unwrap()
    );
    sign_in(&mut host, CLERK, PASSWORD);
    assert_eq!(before(&host), Some(Before::Password));
    is_named(&host.nodes());
    press(&mut host, &[Named::F4, Named::F9]);
    assert_eq!(before(&host), Some(Before::Password), "nothing else before that");
    host.type_text(PASSWORD).unwrap();
    press(&mut host, &[Named::Tab, Named::Tab]);
    for _ in 0..2 {
        host.type_text("Nakhil-1460-Bahr").unwrap();
        press(&mut host, &[Named::Tab, Named::Tab]);
    }
    assert!(host.click_on(access::Role::Button, &texts.password_save()).unwrap());
    rest(&mut host);
    assert!(host.shows(&texts.staff_changed_title()));
    press(&mut host, &[Named::Enter]);
    assert_eq!(before(&host), None);
    assert!(
        host.program().0.views().is_none(),
        "the visit of the one before is over"
    );
    assert!(host.shows("Huda") && !host.shows("Salman"));
    assert_eq!(desk.staff().map(|staff| staff.role), Some(Role::Clerk));
}

/// Whether these words stand in the applicant's own window.
fn shows_them(host: &mut Host<Windows>, words: &str) -> bool {
    let front = host.front();
    host.look_at(Side::Applicant.place());
    let shown = host.shows(words);
    host.look_at(front);
    shown
}

/// The keyboard is in the clerk's window, in the field for the password, and the applicant's has its waiting page.
fn is_locked_in_two_windows(host: &mut Host<Windows>) {
    let texts = Texts::of(Language::ENGLISH);
    assert_eq!(before(host), Some(Before::Lock));
    assert_eq!(tour::side_in(host.front()), Side::Clerk);
    assert_eq!(host.program().0.shown_side(), Side::Clerk);
    let field = host.focused().expect("a field for the password");
    assert_eq!(field.role, access::Role::SecretField);
    assert!(shows_them(host, &texts.app_applicant_wait_title()));
    assert!(!shows_them(host, "QQWW"), "what they typed stands there");
}

#[test]
fn with_two_windows_the_lock_brings_the_keyboard_to_the_clerk_and_back() {
    let counter = Counter::new();
    let (desk, alone) = counter.founded();
    drop(alone);
    let mut host = counter.windows(&desk, true);
    in_a_visit(&mut host);
    host.type_text("8278").unwrap();
    press(&mut host, &[Named::Enter]);
    assert_eq!(tour::side_in(host.front()), Side::Applicant);
    host.type_text("QQWW").unwrap();
    // F9 is no key of theirs.
    press(&mut host, &[Named::F9]);
    assert_eq!(before(&host), None);

    // The clerk locks.
    host.look_at(Side::Clerk.place());
    host.send(Message::Focused(Side::Clerk)).unwrap();
    press(&mut host, &[Named::F9]);
    is_locked_in_two_windows(&mut host);
    // What somebody types in the applicant's window leads nowhere.
    host.look_at(Side::Applicant.place());
    host.send(Message::Focused(Side::Applicant)).unwrap();
    press(&mut host, &[Named::Enter, Named::Escape, Named::F2, Named::F4]);
    host.look_at(Side::Clerk.place());
    host.send(Message::Focused(Side::Clerk)).unwrap();
    is_locked_in_two_windows(&mut host);
    host.type_text(PASSWORD).unwrap();
    press(&mut host, &[Named::Enter]);
    assert_eq!(before(&host), None);
    assert_eq!(tour::side_in(host.front()), Side::Applicant, "it is still their turn");

    // Nobody is there for so long that the desk locks by itself, with the keyboard in the applicant's window.
    host.type_text("QQWW").unwrap();
    counter.world.pass(Duration::from_secs(300));
    host.send(Message::Tick).unwrap();
    host.settle_until(|windows| windows.0.before() == Some(Before::Lock))
        .unwrap();
    is_locked_in_two_windows(&mut host);
    host.type_text(PASSWORD).unwrap();
    press(&mut host, &[Named::Enter]);
    assert_eq!(before(&host), None);
    assert_eq!(host.program().0.cover(), Some(Cover::Curtain));
    press(&mut host, &[Named::Enter]);
    assert_eq!(tour::side_in(host.front()), Side::Applicant);
}
