//! The clerk's top bar: the program, the desk, the date in both calendars, language and who is signed in.

use iced::widget::{Column, Row, Space, container};
use iced::{Alignment, Element, Length};

use crate::domain::applicant::{Calendar, Today};
use crate::domain::staff::{Role, Staff, Workplace};
use crate::i18n::{Texts, date};
use crate::ui::kit::{self, Icon};
use crate::ui::scene::Scene;
use crate::ui::theme::TypeStyle;

/// The top bar; with less room, less is shown.
pub fn top_bar<'a, Message: Clone + 'a>(
    scene: Scene,
    workplace: &Workplace,
    clerk: Option<&Staff>,
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
    let other = Texts::of(texts.next_language()).locale_name();
    let language = kit::button(look, other)
        .on_bar()
        .toolbar()
        .icon(Icon::Globe)
        .key("F2")
        .on_press(language);
    let mut bar = Row::with_children([
        kit::mark(look, 32.0).into(),
        kit::text(look, TypeStyle::H3, texts.app_name())
            .color(colours.on_bar)
            .one_line()
            .into(),
    ])
    .spacing(16)
    .align_y(Alignment::Center);
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
    bar = bar.push(language).extend(clerk.map(|clerk| person(scene, clerk)));
    container(bar)
        .width(Length::Fill)
        .height(look.px(56.0))
        .padding([0.0, 16.0])
        .align_y(Alignment::Center)
        .style(move |_| container::Style::default().background(colours.bar))
        .into()
}

fn person<'a, Message: 'a>(scene: Scene, clerk: &Staff) -> Element<'a, Message> {
    let Scene { look, texts, .. } = scene;
    let colours = look.palette;
    let initial: String = clerk.name.as_str().chars().take(1).collect();
    let size = look.px(32.0);
    let avatar = container(kit::text(look, TypeStyle::SmallMedium, initial).color(colours.on_bar))
        .center(size)
        .style(move |_| kit::surface_style(colours.bar_hover, colours.bar_line, 1.0, size / 2.0));
    let role = match clerk.role {
        Role::Clerk => texts.app_role_clerk(),
        Role::Supervisor => texts.app_role_supervisor(),
        Role::Auditor => texts.app_role_auditor(),
    };
    if scene.is_narrow() {
        return avatar.into();
    }
    let name = kit::text(look, TypeStyle::Label, clerk.name.as_str().to_owned()).color(colours.on_bar);
    let mut words = Column::with_children([name.into()]);
    if scene.room >= 1200.0 {
        words = words.push(kit::text(look, TypeStyle::Receipt, role).color(colours.on_bar_2));
    }
    Row::with_children([avatar.into(), words.into()])
        .spacing(12)
        .align_y(Alignment::Center)
        .into()
}
