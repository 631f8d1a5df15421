//! The text field: label above, box, and a place for help or error that is always kept.

mod edit;
mod entry;
mod line;

use iced::advanced::widget::Id;
use iced::widget::{Column, Row, Space, container};
use iced::{Alignment, Element, Length, Rectangle};
use zeroize::Zeroizing;

use super::control::{Paint, Shown, Status, control};
use super::icon::{Icon, icon};
use super::spinner::spinner;
use super::text::text;
use crate::ui::access::{Node, Role};
use crate::ui::direction::{self, Direction};
use crate::ui::theme::{Look, TypeStyle};
use entry::Entry;

/// A field in which one line is typed. See [`field`].
pub struct Field<'a, Message> {
    look: Look,
    label: String,
    value: Zeroizing<String>,
    id: Option<Id>,
    placeholder: String,
    help: Option<(Option<Icon>, String)>,
    error: Option<String>,
    icon: Option<Icon>,
    counter: Option<String>,
    island: bool,
    number: bool,
    secret: bool,
    veiled: bool,
    reveal: Option<(bool, String, Message)>,
    longest: Option<usize>,
    busy: bool,
    on_input: Option<Box<dyn Fn(String) -> Message + 'a>>,
    on_submit: Option<Message>,
    shown: Option<Shown>,
    bare: bool,
    below: Option<Element<'a, Message>>,
}

/// A field called `label` that shows `value`. Without [`Field::on_input`] it is disabled.
pub fn field<'a, Message>(look: Look, label: impl Into<String>, value: &str) -> Field<'a, Message> {
    Field {
        look,
        label: label.into(),
        value: Zeroizing::new(value.to_owned()),
        id: None,
        placeholder: String::new(),
        help: None,
        error: None,
        icon: None,
        counter: None,
        island: false,
        number: false,
        secret: false,
        veiled: false,
        reveal: None,
        longest: None,
        busy: false,
        on_input: None,
        on_submit: None,
        shown: None,
        bare: false,
        below: None,
    }
}

impl<'a, Message: Clone + 'a> Field<'a, Message> {
    /// The name by which it can be given the keyboard.
    pub fn id(mut self, id: impl Into<Id>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// Shown while it is empty.
    pub fn placeholder(mut self, words: impl Into<String>) -> Self {
        self.placeholder = words.into();
        self
    }

    /// Help below the box, while there is no error.
    pub fn help(mut self, words: impl Into<String>) -> Self {
        self.help = Some((None, words.into()));
        self
    }

    /// Help below the box behind an icon, while there is no error.
    pub fn help_with(mut self, icon: Icon, words: impl Into<String>) -> Self {
        self.help = Some((Some(icon), words.into()));
        self
    }

    /// What is wrong and what to do, in the place of the help.
    pub fn error(mut self, words: Option<impl Into<String>>) -> Self {
        self.error = words.map(Into::into);
        self
    }

    /// An icon at the start of the box.
    pub fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// Words at the end of the label's line: what it takes, how much is left.
    pub fn counter(mut self, words: impl Into<String>) -> Self {
        self.counter = Some(words.into());
        self
    }

    /// What is typed is read from left to right in every language: user names, passwords, email addresses.
    pub fn left_to_right(mut self) -> Self {
        self.island = true;
        self
    }

    /// Digits: from left to right, in 18/30 500.
    pub fn number(mut self) -> Self {
        self.island = true;
        self.number = true;
        self
    }

    /// Shown as dots, never copied, never told to assistive technology.
    pub fn secret(mut self) -> Self {
        self.secret = true;
        self
    }

    /// Shown whole only while the keyboard is in it; else, and to assistive technology too, all but the last four characters
    /// are dots. For numbers that whoever stands beside the screen need not read.
    pub fn veiled(mut self) -> Self {
        self.veiled = true;
        self
    }

    /// A button at the end of the box that shows or hides a secret. `words` say what pressing it does now.
    pub fn reveal(mut self, revealed: bool, words: impl Into<String>, message: Message) -> Self {
        self.reveal = Some((revealed, words.into(), message));
        self
    }

    /// No more than this many characters (graphemes) go in.
    pub fn longest(mut self, graphemes: usize) -> Self {
        self.longest = Some(graphemes);
        self
    }

    /// What was typed is being checked.
    pub fn busy(mut self, busy: bool) -> Self {
        self.busy = busy;
        self
    }

    /// What typing sends: the whole new text.
    pub fn on_input(mut self, message: impl Fn(String) -> Message + 'a) -> Self {
        self.on_input = Some(Box::new(message));
        self
    }

    /// What Enter sends.
    pub fn on_submit(mut self, message: Message) -> Self {
        self.on_submit = Some(message);
        self
    }

    /// What Enter sends, if anything can be sent now.
    pub fn on_submit_maybe(mut self, message: Option<Message>) -> Self {
        self.on_submit = message;
        self
    }

    /// Shown in the place of the help while there is no error: a strength meter.
    pub fn below(mut self, view: impl Into<Element<'a, Message>>) -> Self {
        self.below = Some(view.into());
        self
    }

    /// No place for help and error is kept, and no label is drawn (it is still told to assistive technology).
    pub fn bare(mut self) -> Self {
        self.bare = true;
        self
    }

    /// Shows this state whatever pointer and keyboard do: for the sheet of all controls.
    pub fn shown(mut self, shown: Shown) -> Self {
        self.shown = Some(shown);
        self
    }

    fn trailing(&self) -> Element<'a, Message> {
        let (look, colours) = (self.look, self.look.palette);
        if self.busy {
            return container(spinner(look, 20.0)).padding([0.0, 14.0]).into();
        }
        let Some((revealed, words, message)) = &self.reveal else {
            return Space::new().into();
        };
        let which = if *revealed { Icon::EyeOff } else { Icon::Eye };
        let style = look.pick(TypeStyle::SmallMedium, TypeStyle::ApplicantCaptionMedium);
        let content = Row::with_children([
            icon(look, which, look.pick(20.0, 24.0)).into(),
            text(look, style, words.clone()).into(),
        ])
        .spacing(8)
        .align_y(Alignment::Center);
        let press = control(look, Role::Button, words.clone(), content)
            .on_press_maybe(self.on_input.as_ref().map(|_| message.clone()))
            .toggled(*revealed)
            .padding([2.0, look.pick(10.0, 14.0)])
            .least(0.0, look.px(32.0))
            .paint(move |status| match status {
                Status::Hover => Paint::fill(colours.sunken),
                Status::Pressed => Paint::fill(colours.off),
                _ => Paint::NONE,
            });
        let line = super::card::bar_line(look, look.px(look.pick(24.0, 30.0)));
        let parts: [Element<'a, Message>; 2] = [line, press.into()];
        container(Row::with_children(parts).spacing(6).align_y(Alignment::Center))
            .padding(direction::end(look.pick(6.0, 8.0)))
            .into()
    }

    fn head(&self) -> Element<'a, Message> {
        let (look, colours) = (self.look, self.look.palette);
        let label = text(
            look,
            look.pick(TypeStyle::Label, TypeStyle::ApplicantLabel),
            self.label.clone(),
        )
        .fill();
        let Some(counter) = &self.counter else {
            return label.into();
        };
        let style = look.pick(TypeStyle::Caption, TypeStyle::ApplicantCaption);
        Row::with_children([
            label.into(),
            text(look, style, counter.clone()).color(colours.text_3).into(),
        ])
        .spacing(12)
        .align_y(Alignment::End)
        .into()
    }

    fn foot(&mut self) -> Element<'a, Message> {
        if let (None, Some(below)) = (&self.error, self.below.take()) {
            return below;
        }
        let message = match (&self.error, &self.help) {
            (Some(error), _) => message_line(self.look, Some(Icon::Alert), error.clone(), true),
            (None, Some((which, help))) => message_line(self.look, *which, help.clone(), false),
            (None, None) => Space::new().into(),
        };
        container(message)
            .width(Length::Fill)
            .height(Length::Shrink)
            .padding([2.0, 0.0])
            .into()
    }

    fn entry(self) -> Entry<'a, Message> {
        let look = self.look;
        let style = match (self.number, self.island) {
            (true, _) => look.pick(TypeStyle::Number, TypeStyle::ApplicantLabel),
            (false, true) => look.pick(TypeStyle::Body, TypeStyle::ApplicantLabel),
            (false, false) => look.pick(TypeStyle::Body, TypeStyle::ApplicantBody),
        };
        let description = self
            .error
            .clone()
            .or_else(|| self.help.as_ref().map(|(_, words)| words.clone()));
        let trailing = self.trailing();
        let status = match (self.busy, self.error.is_some()) {
            (_, true) => Status::Error,
            (true, false) => Status::Busy,
            (false, false) => Status::Rest,
        };
        Entry {
            look,
            id: self.id,
            value: self.value,
            placeholder: self.placeholder,
            style,
            secret: self.secret,
            veiled: self.veiled,
            revealed: self.reveal.as_ref().is_some_and(|(revealed, _, _)| *revealed),
            direction: if self.island {
                Direction::LeftToRight
            } else {
                look.direction
            },
            longest: self.longest,
            icon: self.icon,
            status,
            node: Node {
                description,
                invalid: self.error.is_some(),
                ..Node::new(Role::TextField, self.label, Rectangle::default())
            },
            on_input: self.on_input,
            on_submit: self.on_submit,
            trailing,
            shown: self.shown,
        }
    }
}

/// A line below a field: help, or an error with its icon.
pub fn message_line<'a, Message: 'a>(
    look: Look,
    which: Option<Icon>,
    words: String,
    is_error: bool,
) -> Element<'a, Message> {
    let colours = look.palette;
    let (style, ink) = if is_error {
        (
            look.pick(TypeStyle::SmallMedium, TypeStyle::ApplicantCaptionMedium),
            colours.error,
        )
    } else {
        (look.pick(TypeStyle::Small, TypeStyle::ApplicantCaption), colours.text_2)
    };
    let line = text(look, style, words).color(ink).fill();
    let Some(which) = which else { return line.into() };
    let size = look.pick(16.0, 20.0);
    let gap = (look.px(style.metrics().1) - size).max(0.0) / 2.0;
    Row::with_children([
        container(icon(look, which, size).color(ink))
            .padding(direction::padding(gap.round(), 0.0, 0.0, 0.0))
            .into(),
        line.into(),
    ])
    .spacing(8)
    .into()
}

impl<'a, Message: Clone + 'a> From<Field<'a, Message>> for Element<'a, Message> {
    fn from(mut field: Field<'a, Message>) -> Self {
        if field.bare {
            return field.entry().into();
        }
        let look = field.look;
        let (head, foot) = (field.head(), field.foot());
        let kept = look.px(look.pick(28.0, 40.0));
        // The place is kept whether there is a message or not; a message of two lines makes it grow.
        let foot = super::at_least(kept, foot);
        Column::with_children([head, field.entry().into(), foot])
            .spacing(4)
            .width(Length::Fill)
            .into()
    }
}
