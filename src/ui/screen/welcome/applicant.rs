//! Where the applicant's screen stands. The toolkit has no list of screens: a place is named.

use iced::Element;
use iced::advanced::widget::Id;
use iced::widget::Column;

use crate::ui::kit::{self, Icon, field, possibility};
use crate::ui::scene::Scene;

const X: &str = "welcome-applicant-x";
const Y: &str = "welcome-applicant-y";

/// The furthest that screens go, in pixels to either side.
const FURTHEST: i32 = 32_000;

/// A place on the screens of the machine, in pixels from the top left of the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spot {
    /// From the left.
    pub x: i32,
    /// From the top.
    pub y: i32,
}

/// What was chosen and typed.
#[derive(Debug)]
pub struct State {
    own: bool,
    x: String,
    y: String,
    faults: [bool; 2],
}

impl Default for State {
    fn default() -> Self {
        Self {
            own: false,
            x: "1920".to_owned(),
            y: "0".to_owned(),
            faults: [false; 2],
        }
    }
}

/// What happens here.
#[derive(Clone, Debug)]
pub enum Message {
    /// One screen for both, or one of its own, by its row.
    Place(usize),
    /// The distance from the left was typed.
    X(String),
    /// The distance from the top was typed.
    Y(String),
    /// It is to be shown where that is.
    Mark,
}

impl State {
    /// What happened.
    pub fn update(&mut self, message: Message) {
        match message {
            Message::Place(row) => self.own = row == 1,
            Message::X(typed) => {
                self.x = typed;
                self.faults = [false; 2];
            }
            Message::Y(typed) => {
                self.y = typed;
                self.faults = [false; 2];
            }
            // The set-up asks for the place, and shows it.
            Message::Mark => {}
        }
    }

    /// The place of a screen of its own; none where there is one for both.
    ///
    /// # Errors
    /// The field to which the keyboard belongs.
    pub fn spot(&mut self) -> Result<Option<Spot>, Id> {
        if !self.own {
            return Ok(None);
        }
        let (x, y) = (pixels(&self.x), pixels(&self.y));
        self.faults = [x.is_none(), y.is_none()];
        Ok(Some(Spot {
            x: x.ok_or(Id::new(X))?,
            y: y.ok_or(Id::new(Y))?,
        }))
    }

    /// The same as it stands, for the review.
    pub fn chosen(&self) -> Option<(&str, &str)> {
        self.own.then_some((self.x.trim(), self.y.trim()))
    }

    /// The choice, and the place where there is one.
    pub fn view(&self, scene: Scene) -> Element<'_, super::Message> {
        let Scene { look, texts, .. } = scene;
        let rows = vec![
            possibility(texts.welcome_applicant_same())
                .icon(Icon::Monitor)
                .detail(texts.welcome_applicant_same_detail()),
            possibility(texts.welcome_applicant_own())
                .icon(Icon::TwoScreens)
                .detail(texts.welcome_applicant_own_detail()),
        ];
        let chosen = Some(usize::from(self.own));
        let places = kit::choice(look, texts.welcome_applicant_places(), rows, chosen, |row| {
            super::Message::Applicant(Message::Place(row))
        });
        let mut content = Column::with_children([places]).spacing(16);
        if self.own {
            let place = |id, label, typed: &str, help, fault: bool, message: fn(String) -> Message| {
                field(look, label, typed)
                    .id(id)
                    .left_to_right()
                    .number()
                    .longest(6)
                    .help(help)
                    .error(fault.then(|| texts.welcome_applicant_number()))
                    .on_input(move |typed| super::Message::Applicant(message(typed)))
                    .on_submit(super::Message::Next)
            };
            let [x_fault, y_fault] = self.faults;
            let (x, y) = (texts.welcome_applicant_x(), texts.welcome_applicant_y());
            let x = place(X, x, &self.x, texts.welcome_applicant_x_help(), x_fault, Message::X);
            let y = place(Y, y, &self.y, texts.welcome_applicant_y_help(), y_fault, Message::Y);
            let mark = kit::button(look, texts.welcome_applicant_mark_show())
                .icon(Icon::Search)
                .on_press(super::Message::Applicant(Message::Mark));
            content = content.push(scene.beside(16.0, vec![x.into(), y.into()])).push(mark);
        }
        content.into()
    }
}

/// A whole number of pixels, in digits of any script.
fn pixels(typed: &str) -> Option<i32> {
    let digits: String = typed
        .trim()
        .chars()
        .map(|c| match c {
            '٠'..='٩' => char::from_digit(c as u32 - '٠' as u32, 10).unwrap_or(c),
            '۰'..='۹' => char::from_digit(c as u32 - '۰' as u32, 10).unwrap_or(c),
            '−' => '-',
            other => other,
        })
        .collect();
    let pixels: i32 = digits.parse().ok()?;
    (-FURTHEST..=FURTHEST).contains(&pixels).then_some(pixels)
}
