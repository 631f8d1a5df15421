//! The first start of a desk: where its data key is to be kept. The key is made once that is said, so that one which lies
//! behind a passphrase or in the keyring never stood on the disk without it.

use iced::advanced::widget::Id;
use iced::widget::{Column, container};
use iced::{Element, Length};

use crate::domain::key_place::{self, Judged, NewKeyPlace, NewPassphrase, PassphraseFault, SHORTEST};
use crate::domain::password;
use crate::domain::secret::{ExposeSecret, Secret};
use crate::ui::kit::{self, Icon, Tone, field, possibility};
use crate::ui::scene::Scene;
use crate::ui::screen::staff;

const PASSPHRASE: &str = "key-new-passphrase";
const REPEAT: &str = "key-repeat";

/// One possibility.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Row {
    Keyring,
    File,
    Passphrase,
}

/// What was chosen and typed.
#[derive(Debug)]
pub struct State {
    keyring: bool,
    chosen: Row,
    typed: Secret,
    repeat: Secret,
    typed_shown: bool,
    repeat_shown: bool,
    judged: Option<Judged>,
    fault: Option<PassphraseFault>,
    is_refused: bool,
}

/// What happens here.
#[derive(Clone, Debug)]
pub enum Message {
    /// A possibility was chosen, by its row.
    Row(usize),
    /// The passphrase was typed.
    Typed(Secret),
    /// It was typed again.
    Repeat(Secret),
    /// The passphrase is to be shown or hidden.
    TypedShown,
    /// Its repeat is to be shown or hidden.
    RepeatShown,
    /// Everything is said.
    Submit,
}

/// What the page asks of its parent.
#[derive(Debug)]
pub enum Action {
    /// Nothing.
    None,
    /// The keyboard belongs into this control.
    Focus(Id),
    /// Make the key and keep it there.
    Keep(NewKeyPlace),
}

impl State {
    /// The first choice is the keyring, where it would take a key, else a file.
    pub fn new(keyring: bool) -> Self {
        Self {
            keyring,
            chosen: if keyring { Row::Keyring } else { Row::File },
            typed: Secret::default(),
            repeat: Secret::default(),
            typed_shown: false,
            repeat_shown: false,
            judged: None,
            fault: None,
            is_refused: false,
        }
    }

    /// The keyring did not take the key after all. Whether it would now decides whether it can still be chosen.
    pub fn refused(&mut self, keyring: bool) {
        *self = Self {
            is_refused: true,
            ..Self::new(keyring)
        };
    }

    fn rows(&self) -> Vec<Row> {
        let keyring = self.keyring.then_some(Row::Keyring);
        keyring.into_iter().chain([Row::File, Row::Passphrase]).collect()
    }

    /// What happened.
    pub fn update(&mut self, message: Message) -> Action {
        match message {
            Message::Row(row) => {
                self.chosen = self.rows().get(row).copied().unwrap_or(self.chosen);
                self.is_refused = false;
            }
            Message::Typed(typed) => {
                self.judged = Some(key_place::judged(&typed));
                self.typed = typed;
                self.fault = None;
            }
            Message::Repeat(typed) => {
                self.repeat = typed;
                self.fault = None;
            }
            Message::TypedShown => self.typed_shown = !self.typed_shown,
            Message::RepeatShown => self.repeat_shown = !self.repeat_shown,
            Message::Submit => return self.submit(),
        }
        Action::None
    }

    fn submit(&mut self) -> Action {
        let place = match self.chosen {
            Row::Keyring => NewKeyPlace::Keyring,
            Row::File => NewKeyPlace::File,
            Row::Passphrase => match NewPassphrase::choose(&self.typed, &self.repeat) {
                Ok(passphrase) => NewKeyPlace::Passphrase(passphrase),
                Err(fault) => {
                    self.fault = Some(fault);
                    return Action::Focus(Id::new(if is_of_repeat(fault) { REPEAT } else { PASSPHRASE }));
                }
            },
        };
        // Nothing of it is kept here.
        *self = Self {
            chosen: self.chosen,
            ..Self::new(self.keyring)
        };
        Action::Keep(place)
    }

    /// The page.
    pub fn view(&self, scene: Scene, busy: bool) -> Element<'_, Message> {
        let Scene { look, texts, .. } = scene;
        let (title, sentence) = (texts.data_key_place_title(), texts.data_key_place_sentence());
        let rows = self.rows();
        let chosen = rows.iter().position(|row| *row == self.chosen);
        let possibilities = rows.into_iter().map(|row| match row {
            Row::Keyring => possibility(texts.data_key_in_keyring())
                .icon(Icon::PersonalKey)
                .detail(texts.data_key_in_keyring_detail()),
            Row::File => possibility(texts.data_key_in_file())
                .icon(Icon::FileText)
                .detail(texts.data_key_in_file_detail()),
            Row::Passphrase => possibility(texts.data_key_behind())
                .icon(Icon::Lock)
                .detail(texts.data_key_behind_detail()),
        });
        let name = texts.data_key_places();
        let mut content =
            Column::with_children([kit::choice(look, name, possibilities.collect(), chosen, Message::Row)]).spacing(16);
        if self.is_refused {
            content = content.push(kit::note(look, Tone::Error, texts.data_key_not_kept()));
        }
        if self.chosen == Row::Passphrase {
            let beside = [self.fields(scene), self.rules(scene)];
            let beside = beside.map(|part| container(part).width(Length::Fill).into());
            content = content.push(scene.beside(32.0, beside.into()));
        }
        let next = kit::button(look, texts.action_next())
            .primary()
            .key(texts.key_enter())
            .fill()
            .busy_maybe(busy.then(|| texts.data_key_opening()))
            .on_press(Message::Submit);
        let warning = kit::note(look, Tone::Warn, texts.data_key_copy());
        let content = content.push(warning).push(next);
        staff::page(scene, staff::WIDE, Icon::PersonalKey, title, sentence, content)
    }

    fn fields(&self, scene: Scene) -> Element<'_, Message> {
        let Scene { look, texts, .. } = scene;
        let word = |shown: bool| match shown {
            true => texts.action_hide(),
            false => texts.action_show(),
        };
        let fault = |of_repeat: bool| {
            let fault = self.fault.filter(|fault| is_of_repeat(*fault) == of_repeat);
            fault.map(|fault| sentence(scene, fault))
        };
        let typed = field(look, texts.data_key_passphrase(), self.typed.expose_secret())
            .id(PASSPHRASE)
            .secret()
            .longest(256)
            .reveal(self.typed_shown, word(self.typed_shown), Message::TypedShown)
            .error(fault(false))
            .on_input(|typed| Message::Typed(typed.into()))
            .on_submit(Message::Submit);
        let repeat = field(look, texts.password_repeat(), self.repeat.expose_secret())
            .id(REPEAT)
            .secret()
            .longest(256)
            .reveal(self.repeat_shown, word(self.repeat_shown), Message::RepeatShown)
            .error(fault(true))
            .on_input(|typed| Message::Repeat(typed.into()))
            .on_submit(Message::Submit);
        Column::with_children([typed.below(self.strength(scene)).into(), repeat.into()])
            .spacing(4)
            .into()
    }

    /// What was judged, once something is typed.
    fn typed(&self) -> Option<&Judged> {
        self.judged.as_ref().filter(|_| !self.typed.expose_secret().is_empty())
    }

    fn strength(&self, scene: Scene) -> Element<'_, Message> {
        let texts = scene.texts;
        let level = self.typed().map(|judged| judged.strength.level());
        let word = match level {
            None => texts.password_strength_none(),
            Some(0) => texts.password_strength_0(),
            Some(1) => texts.password_strength_1(),
            Some(2) => texts.password_strength_2(),
            Some(3) => texts.password_strength_3(),
            Some(_) => texts.password_strength_4(),
        };
        kit::strength(scene.look, texts.password_strength(), word, level.unwrap_or(0))
    }

    fn rules(&self, scene: Scene) -> Element<'_, Message> {
        let Scene { look, texts, .. } = scene;
        let rule = |met: bool, words: String| {
            let state = if met {
                texts.password_rule_met()
            } else {
                texts.password_rule_open()
            };
            kit::rule(look, met, words, state)
        };
        let judged = self.typed();
        let rows = Column::with_children([
            kit::strong(look, texts.data_key_rules()).into(),
            rule(
                judged.is_some_and(|judged| judged.long_enough),
                texts.password_rule_length(SHORTEST),
            ),
            rule(
                judged.is_some_and(|judged| judged.hard_enough),
                texts.data_key_rule_strength(),
            ),
            rule(password::agree(&self.typed, &self.repeat), texts.data_key_rule_same()),
        ])
        .spacing(2);
        kit::quiet_box(look, rows).into()
    }
}

/// Whether it belongs to the second field.
const fn is_of_repeat(fault: PassphraseFault) -> bool {
    matches!(fault, PassphraseFault::RepeatEmpty | PassphraseFault::RepeatDiffers)
}

fn sentence(scene: Scene, fault: PassphraseFault) -> String {
    let texts = scene.texts;
    match fault {
        PassphraseFault::Empty => texts.data_key_passphrase_empty(),
        PassphraseFault::TooShort => texts.data_key_fault_short(SHORTEST),
        PassphraseFault::TooLong => texts.data_key_fault_long(),
        PassphraseFault::Character => texts.data_key_fault_character(),
        PassphraseFault::Weak => texts.data_key_fault_weak(),
        PassphraseFault::RepeatEmpty => texts.data_key_fault_repeat_empty(),
        PassphraseFault::RepeatDiffers => texts.data_key_fault_repeat(),
    }
}
