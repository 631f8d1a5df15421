//! The recovery phrase: shown once, large, then two of its words are asked back.

use iced::Element;
use iced::advanced::widget::Id;
use iced::widget::{Column, Row, container};
use iced::{Alignment, Length, Rectangle};

use crate::domain::language::Language;
use crate::domain::secret::{ExposeSecret, Secret};
use crate::ui::access::{Node, Role};
use crate::ui::kit::{self, Icon, Tone, field};
use crate::ui::scene::Scene;
use crate::ui::theme::TypeStyle;

use super::Prepared;

/// The fields in which the two words are typed.
const WORDS: [&str; 2] = ["welcome-word-first", "welcome-word-second"];

/// How many words stand side by side.
const COLUMNS: usize = 3;

/// What was typed.
#[derive(Debug, Default)]
pub struct State {
    typed: [Secret; 2],
    faults: [Option<Fault>; 2],
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fault {
    Empty,
    Wrong,
}

/// What happens here.
#[derive(Clone, Debug)]
pub enum Message {
    /// The first or the second of the two words was typed.
    Word(usize, Secret),
}

impl State {
    /// The control that begins.
    pub const fn first() -> Id {
        Id::new(WORDS[0])
    }

    /// What happened.
    pub fn update(&mut self, Message::Word(which, word): Message) {
        if let (Some(typed), Some(fault)) = (self.typed.get_mut(which), self.faults.get_mut(which)) {
            *typed = word;
            *fault = None;
        }
    }

    /// Whether both are the words of the phrase, in whichever language they were written down.
    ///
    /// # Errors
    /// The field to which the keyboard belongs.
    pub fn agrees(&mut self, prepared: &Prepared) -> Result<(), Id> {
        for ((typed, fault), place) in self.typed.iter().zip(&mut self.faults).zip(prepared.asked) {
            let typed = typed.expose_secret().trim();
            *fault = match typed {
                "" => Some(Fault::Empty),
                _ if prepared.phrase.is_word(place, typed) => None,
                _ => Some(Fault::Wrong),
            };
        }
        match self.faults.iter().position(Option::is_some) {
            Some(which) => Err(Id::new(WORDS.get(which).copied().unwrap_or(WORDS[0]))),
            None => Ok(()),
        }
    }

    /// The two fields.
    pub fn view(&self, scene: Scene, prepared: &Prepared) -> Element<'_, super::Message> {
        let Scene { look, texts, .. } = scene;
        let rows = self.typed.iter().zip(self.faults).zip(WORDS).zip(prepared.asked);
        let fields = rows.enumerate().map(|(which, (((typed, fault), id), place))| {
            let fault = fault.map(|fault| match fault {
                Fault::Empty => texts.welcome_phrase_word_empty(),
                Fault::Wrong => texts.welcome_phrase_word_wrong(),
            });
            field(look, texts.welcome_phrase_word(place + 1), typed.expose_secret())
                .id(id)
                .longest(24)
                .error(fault)
                .on_input(move |typed| super::Message::Asked(Message::Word(which, typed.into())))
                .on_submit(super::Message::Next)
                .into()
        });
        Column::with_children(fields).spacing(8).into()
    }
}

/// All words, each with its number, row by row.
pub fn words<'a>(scene: Scene, prepared: &Prepared, language: Language) -> Element<'a, super::Message> {
    let Scene { look, texts, .. } = scene;
    let columns = if scene.is_narrow() { 2 } else { COLUMNS };
    let words = prepared.phrase.words(language);
    let cells: Vec<_> = words.into_iter().enumerate().collect();
    let rows = cells.chunks(columns).map(|row| {
        let cells = row.iter().map(|(place, word)| cell(scene, *place, word));
        Row::with_children(cells).spacing(12).into()
    });
    let grid = Column::with_children(rows).spacing(12).width(Length::Fill);
    let node = Node::new(Role::Group, texts.welcome_phrase_words(), Rectangle::default());
    let warning = kit::note(look, Tone::Warn, texts.welcome_phrase_warning()).icon(Icon::EyeOff);
    Column::with_children([kit::described(node, grid), warning.into()])
        .spacing(16)
        .into()
}

fn cell<'a>(scene: Scene, place: usize, word: &'static str) -> Element<'a, super::Message> {
    let look = scene.look;
    let number = kit::text(look, TypeStyle::Caption, (place + 1).to_string())
        .color(look.palette.text_2)
        .left_to_right()
        .one_line();
    let word = kit::text(look, TypeStyle::Reference, word).one_line();
    let row = Row::with_children([container(number).width(look.px(20.0)).into(), word.into()])
        .spacing(6)
        .align_y(Alignment::Center);
    kit::quiet_box(look, row).width(Length::Fill).into()
}
