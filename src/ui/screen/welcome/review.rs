//! Everything that was chosen, before the desk is made. No secret stands here.

use iced::widget::{Column, Row, container};
use iced::{Alignment, Element, Length};

use crate::domain::secret::ExposeSecret;
use crate::i18n::Texts;
use crate::ui::kit::{self, Icon};
use crate::ui::scene::Scene;

use super::{Message, State};

pub(super) fn view<'a>(state: &State, scene: Scene) -> Element<'a, Message> {
    let texts = scene.texts;
    let applicant = match state.applicant.chosen() {
        None => texts.welcome_review_applicant_same(),
        Some((x, y)) => texts.welcome_review_applicant_own(x, y),
    };
    let (centre, desk) = state.workplace.typed();
    let rows = [
        (
            Icon::Globe,
            texts.welcome_language(),
            Texts::of(state.language).locale_name(),
        ),
        (
            Icon::Building2,
            texts.welcome_workplace(),
            texts.app_workplace(centre, desk),
        ),
        (
            Icon::Person,
            texts.welcome_supervisor(),
            state.supervisor.name().expose_secret().trim().to_owned(),
        ),
        (Icon::Lock, texts.welcome_password(), texts.welcome_review_password()),
        (Icon::FileText, texts.welcome_phrase(), texts.welcome_review_phrase()),
        (Icon::TwoScreens, texts.welcome_applicant(), applicant),
    ];
    let rows = rows
        .into_iter()
        .map(|(icon, label, value)| row(scene, icon, label, value));
    Column::with_children(rows).width(Length::Fill).into()
}

/// One line: what was asked, and what was said.
fn row<'a>(scene: Scene, icon: Icon, label: String, value: String) -> Element<'a, Message> {
    let look = scene.look;
    let width = if scene.is_narrow() {
        Length::Fill
    } else {
        Length::Fixed(look.px(200.0))
    };
    let label = Row::with_children([
        kit::icon(look, icon, 20.0).color(look.palette.text_2).into(),
        kit::body(look, label).color(look.palette.text_2).fill().into(),
    ])
    .spacing(12)
    .align_y(Alignment::Center)
    .width(width);
    let value = kit::strong(look, value).fill();
    container(scene.beside(12.0, vec![label.into(), value.into()]))
        .padding([6.0, 0.0])
        .into()
}
