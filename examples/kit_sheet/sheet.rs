//! What stands on the sheet. Its words are made up; the program's own are elsewhere.

mod applicant;
mod controls;
mod flow;

use iced::widget::{Row, column, container};
use iced::{Alignment, Element, Length, Task, Theme};
use istiada::ui::headless::Program;
use istiada::ui::kit::{self, Shown, Status};
use istiada::ui::theme::Look;

/// How many pictures a sheet has.
pub const PARTS: usize = 3;

/// How tall the picture of `part` is.
pub fn height(part: usize, percent: u16) -> f32 {
    let base: f32 = [1580.0, 1340.0, 1240.0].get(part).copied().unwrap_or(1200.0);
    if percent == 200 { (base * 1.95).round() } else { base }
}

/// One picture of the sheet.
pub struct Sheet {
    pub look: Look,
    pub part: usize,
}

/// Nothing happens on a sheet.
#[derive(Debug, Clone)]
#[allow(dead_code)]
pub enum Message {
    Nothing,
    Typed(String),
    Chosen(usize),
    Key(kit::KeypadKey),
}

impl Program for Sheet {
    type Message = Message;

    fn update(&mut self, _message: Message) -> Task<Message> {
        Task::none()
    }

    fn view(&self) -> Element<'_, Message> {
        let parts = match self.part {
            0 => column![self.buttons(), self.fields(), self.choices()],
            1 => column![self.applicant(), self.messages()],
            _ => column![self.flow(), self.phone_and_more()],
        };
        kit::root(self.look, container(parts.spacing(20)).padding(32))
    }

    fn theme(&self) -> Theme {
        self.look.theme()
    }
}

const STATES: [Status; 6] = [
    Status::Rest,
    Status::Hover,
    Status::Rest,
    Status::Pressed,
    Status::Disabled,
    Status::Busy,
];

impl Sheet {
    fn say(&self, arabic: &'static str, english: &'static str) -> &'static str {
        if self.look.direction.is_right_to_left() {
            arabic
        } else {
            english
        }
    }

    fn head(&self, words: &'static str) -> Element<'_, Message> {
        kit::heading(self.look, words).into()
    }

    fn shown(index: usize) -> Shown {
        Shown {
            status: STATES.get(index).copied().unwrap_or(Status::Error),
            focused: index == 2,
        }
    }

    fn state_names(&self) -> Element<'_, Message> {
        let names = [
            self.say("", ""),
            self.say("راحة", "rest"),
            self.say("مرور المؤشر", "hover"),
            self.say("تركيز", "focus"),
            self.say("ضغط", "pressed"),
            self.say("معطّل", "disabled"),
            self.say("مشغول", "busy"),
            self.say("خطأ", "error"),
        ];
        Row::with_children(names.map(|name| container(kit::caption(self.look, name)).width(Length::Fill).into()))
            .spacing(12)
            .into()
    }

    fn line<'a>(&'a self, name: &'static str, cell: impl Fn(usize) -> Element<'a, Message>) -> Element<'a, Message> {
        let name: Element<'_, Message> = container(kit::small(self.look, name)).width(Length::Fill).into();
        let cells = (0..7).map(|index| container(cell(index)).width(Length::Fill).into());
        Row::with_children(std::iter::once(name).chain(cells))
            .spacing(12)
            .align_y(Alignment::Center)
            .into()
    }
}
