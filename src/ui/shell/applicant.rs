//! The applicant's window: one task at a time, large, in their own language.

use iced::widget::{Column, Row, Space, container};
use iced::{Alignment, Element, Length};

use crate::i18n::Texts;
use crate::ui::direction;
use crate::ui::kit::{self, Icon};
use crate::ui::scene::Scene;
use crate::ui::theme::TypeStyle;

/// What the head of the window does.
#[derive(Clone, Debug)]
pub struct Head<Message> {
    /// Which step it is, from 0, and of how many; none outside a flow.
    pub place: Option<(usize, usize)>,
    /// The next language.
    pub language: Message,
    /// Larger type, or the usual again.
    pub text_size: Message,
}

/// From this text scale on, in per cent, the actions of a narrow page scroll with it.
const LARGE: u16 = 175;

/// The page: head, `task` beside `help`, `actions` at the foot of the task. In one column where the window is `narrow`.
pub fn page<'a, Message: Clone + 'a>(
    scene: Scene,
    head: Head<Message>,
    [task, help, actions]: [Element<'a, Message>; 3],
    narrow: bool,
) -> Element<'a, Message> {
    let look = scene.look;
    let colours = look.palette;
    // With very large type the actions would leave no room for what they are about: there they scroll with it.
    let at_the_end = narrow && look.scale.percent() >= LARGE;
    let (inside, actions) = if at_the_end {
        (Some(actions), None)
    } else {
        (None, Some(actions))
    };
    let body: Element<'a, Message> = if narrow {
        Column::with_children([task, help]).extend(inside).spacing(32).into()
    } else {
        let task = container(task).width(Length::FillPortion(5));
        let help = container(help)
            .width(Length::FillPortion(4))
            .padding(direction::padding(64.0, 0.0, 0.0, 0.0));
        Row::with_children([task.into(), help.into()]).spacing(56).into()
    };
    let scrolled = kit::scroll(look, scene.texts.app_window_applicant(), placed([20.0, 64.0], body))
        .page(format!("{:?}", head.place));
    // The actions stand below what scrolls: the one that leads on is always in sight.
    let actions = actions.map(|actions| {
        if narrow {
            return container(actions).width(Length::Fill);
        }
        let beside = Space::new().width(Length::FillPortion(4));
        let actions = container(actions).width(Length::FillPortion(5));
        container(Row::with_children([actions.into(), beside.into()]).spacing(56))
    });
    let page = Column::with_children([
        top(scene, head, narrow),
        kit::separator(look),
        container(scrolled).width(Length::Fill).height(Length::Fill).into(),
    ])
    .extend(actions.map(|actions| placed([12.0, 64.0], actions)))
    .push(kit::separator(look))
    .push(foot(scene, narrow));
    kit::ground(colours.surface, page)
}

/// In the middle of the page, as wide as a page is read with ease.
fn placed<'a, Message: 'a>(padding: [f32; 2], content: impl Into<Element<'a, Message>>) -> Element<'a, Message> {
    let content = container(content).padding(padding).max_width(1280.0);
    container(content).center_x(Length::Fill).into()
}

fn top<'a, Message: Clone + 'a>(scene: Scene, head: Head<Message>, narrow: bool) -> Element<'a, Message> {
    let Scene { look, texts, .. } = scene;
    let mut row = Row::with_children([
        kit::mark(look, 40.0).into(),
        kit::text(look, TypeStyle::ApplicantStrong, texts.app_name())
            .one_line()
            .into(),
        Space::new().width(Length::Fill).into(),
    ])
    .spacing(16)
    .align_y(Alignment::Center);
    if let Some((place, count)) = head.place.filter(|_| !narrow) {
        let words = texts.app_applicant_progress(place + 1, count);
        row = row
            .push(kit::step_bars(look, words, place, count))
            .push(Space::new().width(Length::Fill));
    }
    let other = Texts::of(texts.next_language()).locale_name();
    row = row.push(
        kit::button(look.for_clerk(), other)
            .icon(Icon::Globe)
            .key("F2")
            .on_press(head.language),
    );
    row = row.push(
        kit::button(look.for_clerk(), texts.app_text_size())
            .icon(Icon::ZoomIn)
            .on_press(head.text_size),
    );
    container(row)
        .width(Length::Fill)
        .padding([0.0, 32.0])
        .height(look.px(72.0))
        .align_y(Alignment::Center)
        .into()
}

fn foot<'a, Message: 'a>(scene: Scene, narrow: bool) -> Element<'a, Message> {
    let Scene { look, texts, .. } = scene;
    let unseen = kit::message_line(look, Some(Icon::EyeOff), texts.app_applicant_unseen(), false);
    let mut row = Row::with_children([unseen]).spacing(24).align_y(Alignment::Center);
    if !narrow {
        row = row.push(Space::new().width(Length::Fill));
        row = row.push(kit::caption(look, texts.app_applicant_help()));
    }
    container(row)
        .width(Length::Fill)
        .padding([8.0, 40.0])
        .align_y(Alignment::Center)
        .into()
}
