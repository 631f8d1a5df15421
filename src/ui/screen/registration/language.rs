//! The applicant chooses the language of messages to them.

use iced::Element;
use iced::advanced::widget::Id;
use iced::widget::{Column, Space};

use crate::desk::{ApplicantStep, ApplicantView, Request};
use crate::domain::language::Language;
use crate::i18n::{Locale, Texts};
use crate::ui::kit::{self, Icon, possibility};
use crate::ui::scene::Scene;
use crate::ui::screen::Action;

/// What is chosen.
#[derive(Debug)]
pub struct State {
    chosen: Language,
}

/// What happens here.
#[derive(Clone, Copy, Debug)]
pub enum Message {
    /// A language was chosen, by its place among all.
    Chosen(usize),
    /// It is to be taken.
    Submit,
}

fn languages() -> Vec<Language> {
    Locale::all().iter().map(Locale::language).collect()
}

impl State {
    /// The language that was chosen before, or the one that the applicant reads.
    pub fn new(view: &ApplicantView) -> Self {
        let chosen = match &view.step {
            ApplicantStep::AccountLanguage { chosen } => *chosen,
            _ => view.language,
        };
        Self { chosen }
    }

    /// The control that begins: the first of the choices is reached by Tab, and Enter goes on.
    pub const fn first(&self) -> Option<Id> {
        None
    }

    /// What happened.
    pub fn update(&mut self, message: Message) -> Action {
        match message {
            Message::Chosen(place) => {
                self.chosen = languages().get(place).copied().unwrap_or(self.chosen);
                Action::None
            }
            Message::Submit => Action::Ask(Request::AccountLanguage(self.chosen)),
        }
    }

    /// The applicant's page.
    pub fn applicant(&self, scene: Scene, busy: bool) -> [Element<'_, Message>; 3] {
        let Scene { look, texts, .. } = scene;
        let all = languages();
        let chosen = all.iter().position(|language| *language == self.chosen);
        let choices = all.iter().map(|language| {
            let own = Texts::of(*language);
            possibility(own.locale_name()).icon(Icon::Globe)
        });
        let choice = kit::choice(
            look,
            texts.account_language_choices(),
            choices.collect(),
            chosen,
            Message::Chosen,
        );
        let task = Column::with_children([
            super::heading(scene, texts.account_language_title(), texts.account_language_sentence()),
            choice,
        ])
        .spacing(8);
        let next = kit::button(look, texts.action_next())
            .primary()
            .icon_after(Icon::ArrowForward)
            .busy_maybe(busy.then(|| texts.action_saving()))
            .on_press(Message::Submit);
        [task.into(), Space::new().into(), next.into()]
    }
}
