//! How the pages of staff stand in the window.

use iced::Element;
use iced::widget::{Column, Space, container};

use crate::i18n::sentences::Trouble;
use crate::ui::keymap::Command;
use crate::ui::kit::{self, Icon, Tone};
use crate::ui::scene::Scene;
use crate::ui::screen::Side;
use crate::ui::shell::{clerk, set_up, top_bar};

use super::super::view::{SAFE_ANSWER, trouble};
use super::{App, AppMessage, Message, Page};

impl App {
    /// The page that stands before the desk; none while somebody works there.
    pub(in crate::ui::app) fn view_before(&self, scene: Scene) -> Option<Element<'_, AppMessage>> {
        let practice = self.options.practice_password.as_deref().filter(|_| scene.practice);
        let language = AppMessage::Command(Side::Clerk, Command::Language);
        let fault = self.fault.as_ref().map(|fault| trouble(scene, fault));
        let stage = match self.keeper.page.as_ref()? {
            Page::Unknown => Space::new().into(),
            Page::SetUp(state) => {
                let stage = state.view(scene, self.keeper.busy, fault.as_ref());
                let stage = stage.map(|message| AppMessage::Staff(Message::SetUp(message)));
                return Some(set_up::window(scene, state, stage, language));
            }
            Page::SignIn(state) => state
                .view(scene, self.keeper.busy, practice)
                .map(|message| AppMessage::Staff(Message::SignIn(message))),
            Page::Password(state) => state
                .view(scene, self.keeper.busy)
                .map(|message| AppMessage::Staff(Message::Password(message))),
        };
        let stage = match fault {
            None => stage,
            Some(Trouble { what, advice }) => {
                let note = kit::note(scene.look, Tone::Error, advice).title(what);
                Column::with_children([container(note).padding([16.0, 32.0]).into(), stage]).into()
            }
        };
        let workplace = self.desk.workplace();
        let parts = clerk::Parts {
            top: top_bar::top_bar(scene, &workplace, None, language),
            rail: Space::new().into(),
            folded: true,
            stage,
            aside: None,
            status: Space::new().into(),
        };
        Some(clerk::window(scene, parts))
    }

    /// What whoever is here can do for themselves, over what they were at.
    pub(in crate::ui::app) fn session<'a>(
        &'a self,
        scene: Scene,
        base: Element<'a, AppMessage>,
    ) -> Element<'a, AppMessage> {
        let Scene { look, texts, .. } = scene;
        let lock = kit::button(look, texts.staff_lock())
            .icon(Icon::Lock)
            .key("F9")
            .fill()
            .on_press(AppMessage::Command(Side::Clerk, Command::Lock));
        let change = kit::button(look, texts.staff_change())
            .icon(Icon::PersonalKey)
            .fill()
            .on_press(AppMessage::Staff(Message::ChangeOwn));
        let leave = kit::button(look, texts.staff_sign_out())
            .icon(Icon::SignOut)
            .fill()
            .on_press(AppMessage::Staff(Message::SignOut));
        let close = kit::button(look, texts.action_close())
            .key(texts.key_escape())
            .id(SAFE_ANSWER)
            .fill()
            .on_press(AppMessage::Uncover);
        let answers = Column::with_children([lock.into(), change.into(), leave.into(), close.into()]).spacing(12);
        let staff = self.keeper.seated.as_ref();
        let title = staff.map(|staff| staff.name.as_str().to_owned()).unwrap_or_default();
        let role = staff.map(|staff| texts.role(staff.role)).unwrap_or_default();
        let body = match self.views() {
            Some(_) => texts.staff_session_in_visit(role),
            None => role,
        };
        kit::dialog(look, base, title, body, answers)
    }
}
