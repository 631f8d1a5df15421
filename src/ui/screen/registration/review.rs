//! The applicant looks at everything that was entered; with their word the account is made.

use iced::widget::{Column, Row};
use iced::{Alignment, Element, Length};

use crate::desk::view::Review;
use crate::desk::{ApplicantStep, ApplicantView, Request};
use crate::i18n::Texts;
use crate::ui::kit::{self, Icon};
use crate::ui::scene::Scene;
use crate::ui::screen::Action;
use crate::ui::theme::TypeStyle;

use super::Target;

/// What happens here.
#[derive(Clone, Copy, Debug)]
pub enum Message {
    /// Something is to be changed.
    Change(Target),
    /// The account is to be made.
    Submit,
}

/// What happened.
pub fn update(message: Message) -> Action {
    match message {
        Message::Change(target) => Action::BackTo(target),
        Message::Submit => Action::Ask(Request::Register),
    }
}

/// The applicant's page.
pub fn applicant<'a>(scene: Scene, view: &'a ApplicantView, busy: bool) -> [Element<'a, Message>; 3] {
    let Scene { look, texts, .. } = scene;
    let ApplicantStep::Review(review) = &view.step else {
        return super::nothing();
    };
    let task = Column::with_children([
        super::heading(scene, texts.review_title(), texts.review_sentence()),
        personal(scene, review, busy),
    ]);
    let next = kit::button(look, texts.review_create())
        .primary()
        .icon(Icon::PersonAdd)
        .busy_maybe(busy.then(|| texts.review_creating()))
        .on_press(Message::Submit);
    [task.into(), account(scene, review, busy), next.into()]
}

fn personal<'a>(scene: Scene, review: &'a Review, busy: bool) -> Element<'a, Message> {
    let texts = scene.texts;
    let source = if review.typed {
        texts.review_from_document()
    } else {
        texts.review_from_registry()
    };
    let change = Some(Target::Personal).filter(|_| !busy);
    let rows = rows(
        scene,
        vec![
            line(scene, texts.review_name(), review.name.as_str().to_owned(), false, None),
            line(
                scene,
                texts.review_identity(),
                review.identity.digits().to_owned(),
                true,
                change,
            ),
            line(
                scene,
                texts.review_expiry(),
                format!("{}\n{source}", texts.id_date(review.expiry)),
                false,
                None,
            ),
            line(scene, texts.review_mobile(), review.mobile.national(), true, change),
        ],
    );
    Column::with_children([
        rows,
        kit::message_line(scene.look, Some(Icon::Info), texts.review_back_secret(), false),
    ])
    .spacing(12)
    .into()
}

fn account<'a>(scene: Scene, review: &'a Review, busy: bool) -> Element<'a, Message> {
    let texts = scene.texts;
    let to = |target| Some(target).filter(|_| !busy);
    let language = Texts::of(review.language).locale_name();
    rows(
        scene,
        vec![
            line(
                scene,
                texts.review_username(),
                review.username.as_str().to_owned(),
                true,
                to(Target::Username),
            ),
            line(
                scene,
                texts.review_password(),
                texts.review_set(),
                false,
                to(Target::Password),
            ),
            line(
                scene,
                texts.review_email(),
                review.email.as_str().to_owned(),
                true,
                to(Target::Email),
            ),
            line(scene, texts.review_language(), language, false, to(Target::Language)),
            line(scene, texts.review_terms(), texts.review_accepted(), false, None),
            line(
                scene,
                texts.review_questions(),
                texts.review_set(),
                false,
                to(Target::Questions),
            ),
        ],
    )
}

/// Lines with separators between them, close together: all of them are to be in sight at once.
fn rows<'a>(scene: Scene, lines: Vec<Element<'a, Message>>) -> Element<'a, Message> {
    let look = scene.look;
    let mut column = Column::new().width(Length::Fill);
    for (place, line) in lines.into_iter().enumerate() {
        if place > 0 {
            column = column.push(kit::separator(look));
        }
        column = column.push(iced::widget::container(line).padding([4.0, 0.0]).width(Length::Fill));
    }
    kit::quiet_box(look, column).padding([4.0, 18.0]).into()
}

/// What it is, what was entered, and the way back to it.
fn line<'a>(
    scene: Scene,
    label: String,
    value: String,
    left_to_right: bool,
    target: Option<Target>,
) -> Element<'a, Message> {
    let Scene { look, texts, .. } = scene;
    let shown = kit::text(look, TypeStyle::ApplicantSmallStrong, value);
    let shown = if left_to_right { shown.left_to_right() } else { shown };
    let words = Column::with_children([kit::caption(look, label.clone()).into(), shown.into()]).width(Length::Fill);
    let mut row = Row::with_children([words.into()])
        .spacing(12)
        .align_y(Alignment::Center)
        .width(Length::Fill);
    if let Some(target) = target {
        let change = kit::button(look.for_clerk(), texts.review_change())
            .quiet()
            .toolbar()
            .name(format!("{}: {label}", texts.review_change()))
            .on_press(Message::Change(target));
        row = row.push(change);
    }
    row.into()
}
