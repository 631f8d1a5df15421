//! Whether the applicant had an account: it decides between the short way and the full way.

use iced::Element;
use iced::advanced::widget::Id;
use iced::widget::{Column, Space};

use crate::domain::fact::Flow;
use crate::ui::kit::{self, Icon, Tone};
use crate::ui::scene::Scene;
use crate::ui::shell::stage;

use super::start::{Message, Page, door_called};

/// The first answer.
pub(super) const YES: &str = "had-account-yes";
const NO: &str = "had-account-no";

/// The clerk's page; both answers are open where a visit can begin, the second where email can be sent besides.
pub fn clerk<'a>(scene: Scene, open: bool, sends_email: bool) -> Element<'a, Message> {
    let Scene { look, texts, .. } = scene;
    let yes = door_called(
        scene,
        Some(Id::new(YES)),
        (
            Icon::PersonSearch,
            texts.had_account_yes(),
            texts.had_account_yes_what(),
        ),
        "1",
        open.then_some(Message::Begin(Flow::ForgottenUsername)),
    );
    let no = door_called(
        scene,
        Some(Id::new(NO)),
        (Icon::PersonAdd, texts.had_account_no(), texts.had_account_no_what()),
        "2",
        (open && sends_email).then_some(Message::Begin(Flow::NewUser)),
    );
    let unsure = if sends_email {
        kit::note(look, Tone::Info, texts.had_account_unsure())
    } else {
        let words = format!("{} {}", texts.start_no_email_why(), texts.start_no_gateway_do());
        kit::note(look, Tone::Warn, words).title(texts.start_no_email_title())
    };
    let content = Column::with_children([yes, no, unsure.into()]).spacing(16);
    let back = kit::button(look, texts.action_back())
        .key(texts.key_escape())
        .on_press(Message::Page(Page::Doors));
    stage(
        scene,
        texts.had_account_title(),
        texts.had_account_sentence(),
        content,
        back,
        Space::new(),
    )
}
