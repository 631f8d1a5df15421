//! The clerk's top bar: the program, the desk, the date in both calendars, language and who is signed in.

use iced::widget::{Column, Row, Space, container};
use iced::{Alignment, Element, Length, Size};

use crate::domain::applicant::{Calendar, Today};
use crate::domain::staff::{Staff, Workplace};
use crate::i18n::{Texts, date};
use crate::ui::access;
use crate::ui::kit::control::{Paint, Status};
use crate::ui::kit::{self, Icon};
use crate::ui::scene::Scene;
use crate::ui::theme::{Look, TypeStyle};

/// The height of the bar at text scale 100 %.
const HEIGHT: f32 = 56.0;

/// The room that the bar takes.
pub fn size(look: Look) -> Size<Length> {
    Size::new(Length::Fill, Length::Fixed(look.px(HEIGHT)))
}

/// The top bar before there is a desk: the program and the language.
pub fn plain<'a, Message: Clone + 'a>(scene: Scene, language: Message) -> Element<'a, Message> {
    let bar = program(scene)
        .push(Space::new().width(Length::Fill))
        .push(other_language(scene, language));
    bar_of(scene, bar)
}

/// The mark and the name.
fn program<'a, Message: 'a>(scene: Scene) -> Row<'a, Message> {
    let Scene { look, texts, .. } = scene;
    Row::with_children([
        kit::mark(look, 32.0).into(),
        kit::text(look, TypeStyle::H3, texts.app_name())
            .color(look.palette.on_bar)
            .one_line()
            .into(),
    ])
    .spacing(16)
    .align_y(Alignment::Center)
}

fn other_language<'a, Message: Clone + 'a>(scene: Scene, language: Message) -> Element<'a, Message> {
    let Scene { look, texts, .. } = scene;
    let other = Texts::of(texts.next_language()).locale_name();
    kit::button(look, other)
        .on_bar()
        .toolbar()
        .icon(Icon::Globe)
        .key("F2")
        .on_press(language)
        .into()
}

fn bar_of<'a, Message: 'a>(scene: Scene, bar: Row<'a, Message>) -> Element<'a, Message> {
    let look = scene.look;
    let colours = look.palette;
    container(bar)
        .width(Length::Fill)
        .height(look.px(HEIGHT))
        .padding([0.0, 16.0])
        .align_y(Alignment::Center)
        .style(move |_| container::Style::default().background(colours.bar))
        .into()
}

/// The top bar of a desk; with less room, less is shown. `here` is who is signed in, and what pressing them does.
pub fn top_bar<'a, Message: Clone + 'a>(
    scene: Scene,
    workplace: &Workplace,
    here: Option<(&Staff, Message)>,
    language: Message,
) -> Element<'a, Message> {
    let Scene {
        look,
        texts,
        wall,
        room,
        ..
    } = scene;
    let colours = look.palette;
    let small = |words: String| kit::text(look, TypeStyle::Small, words).color(colours.on_bar_2);
    let day = if room < 1200.0 {
        date::words(texts.locale(), Today::at(wall).in_calendar(Calendar::Hijri))
    } else {
        date::both(texts.locale(), wall)
    };
    let time = date::clock(texts.locale(), wall);
    let mut bar = program(scene);
    if !scene.is_narrow() {
        bar = bar.push(kit::top_bar_line(look));
        bar = bar.push(small(
            texts.app_workplace(workplace.centre.as_str(), workplace.desk.as_str()),
        ));
    }
    bar = bar.push(Space::new().width(Length::Fill));
    bar = bar.push(
        kit::text(look, TypeStyle::Strong, time)
            .color(colours.on_bar)
            .left_to_right()
            .one_line(),
    );
    if !scene.is_narrow() {
        bar = bar.push(small(day)).push(kit::top_bar_line(look));
    }
    bar = bar.push(other_language(scene, language));
    bar = bar.extend(here.map(|(staff, session)| person(scene, staff, session)));
    bar_of(scene, bar)
}

/// Who is signed in; what they can do for themselves is behind it.
fn person<'a, Message: Clone + 'a>(scene: Scene, staff: &Staff, session: Message) -> Element<'a, Message> {
    let Scene { look, texts, .. } = scene;
    let colours = look.palette;
    let initial: String = staff.name.as_str().chars().take(1).collect();
    let size = look.px(32.0);
    let avatar = container(kit::text(look, TypeStyle::SmallMedium, initial).color(colours.on_bar))
        .center(size)
        .style(move |_| kit::surface_style(colours.bar_hover, colours.bar_line, 1.0, size / 2.0));
    let role = texts.role(staff.role);
    let mut content = Row::with_children([avatar.into()])
        .spacing(12)
        .align_y(Alignment::Center);
    if !scene.is_narrow() {
        let name = kit::text(look, TypeStyle::Label, staff.name.as_str().to_owned()).color(colours.on_bar);
        let mut words = Column::with_children([name.into()]);
        if scene.room >= 1200.0 {
            words = words.push(kit::text(look, TypeStyle::Receipt, role.clone()).color(colours.on_bar_2));
        }
        content = content.push(words);
    }
    kit::control(look, access::Role::Button, staff.name.as_str().to_owned(), content)
        .on_press_maybe(Some(session))
        .description(Some(role))
        .padding([2.0, 8.0])
        .paint(move |status| match status {
            Status::Hover | Status::Pressed => Paint::fill(colours.bar_hover),
            _ => Paint::NONE,
        })
        .into()
}
