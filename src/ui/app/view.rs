//! The window: whichever side is shown, and what lies over it.

use iced::widget::{Column, Row, Space};
use iced::{Alignment, Element};

use crate::desk::{ClerkView, DeskError, ShownMessage, StoreError};
use crate::domain::legal::PlatformNames;
use crate::i18n::sentences::Trouble;
use crate::ui::keymap::{self, Command, View};
use crate::ui::kit::{self, Tone};
use crate::ui::scene::Scene;
use crate::ui::screen::{Side, start};
use crate::ui::shell::{applicant, aside, clerk, rail, status_line, top_bar};

use super::{App, Cover, Message, Stage};

/// The answer that changes nothing: it has the keyboard when a question appears.
pub(super) const SAFE_ANSWER: &str = "safe-answer";

/// The platform's web address where the configuration names none.
const ADDRESS: &str = "www.absher.sa";

/// Below this width the aside is folded away.
const FOLDS: f32 = 1200.0;
/// Below this width the applicant's page is one column.
const ONE_COLUMN: f32 = 1100.0;

impl App {
    /// The window of this side; with one window for both, the clerk's is that one.
    pub fn view(&self, window: Side) -> Element<'_, Message> {
        let scene = self.scene(window);
        let (side, cover) = self.seen_in(window);
        if side == Side::Clerk
            && let Some(page) = self.view_before(scene)
        {
            return kit::root(scene.look, clerk::practice(scene, page));
        }
        let shown = match cover {
            Some(Cover::Handover(side)) => handover(scene, side),
            Some(Cover::Curtain) => curtain(scene),
            Some(Cover::Keys(_)) => keys(scene, self.view_for(side), self.side_view(scene, side)),
            Some(Cover::Receipt) => self.receipt_view(scene, self.side_view(scene, side)),
            Some(Cover::EndVisit) => end_visit(scene, self.side_view(scene, side)),
            Some(Cover::Session) => self.session(scene, self.side_view(scene, side)),
            None => self.side_view(scene, side),
        };
        kit::root(scene.look, clerk::practice(scene, shown))
    }

    fn side_view(&self, scene: Scene, side: Side) -> Element<'_, Message> {
        match side {
            Side::Clerk => self.clerk_view(scene),
            Side::Applicant => self.applicant_view(scene),
        }
    }

    fn clerk_view(&self, scene: Scene) -> Element<'_, Message> {
        let wide = scene.room >= FOLDS;
        // The phone is not folded away: without it nobody in training could read the code.
        let has_phone = scene.phone_here;
        let phone_shown = has_phone && self.views().is_some_and(|views| aside::has_phone(&views.clerk));
        let folded = scene.is_narrow() || (phone_shown && !wide);
        let (rail, stage, aside) = match &self.stage {
            Stage::Visit(visit) | Stage::SignIn(_, Some(visit)) => {
                let view = &visit.views.clerk;
                let stage = visit.screen.clerk(scene, view, self.is_busy()).map(Message::Screen);
                let place = visit.screen.place();
                let rail = rail_of(scene, view, place, folded);
                let phone = phone_shown.then_some(self.phone.as_slice());
                (rail, stage, aside_of(scene, view, phone))
            }
            Stage::Start if self.supervision.is_some() => self.supervision_view(scene).into(),
            Stage::Start | Stage::SignIn(_, None) => {
                let shown = start::Shown {
                    supervises: self.may_supervise(),
                    status: self.status.as_ref(),
                    wiped: self.wiped,
                    stopping: &self.stopping,
                    left_open: self.left_open.first(),
                };
                (
                    rail::idle(scene, &self.past),
                    start::clerk(scene, shown, self.page).map(Message::Start),
                    aside::idle(scene, self.page),
                )
            }
        };
        let stage = match self.fault.as_ref().map(|fault| trouble(scene, fault)) {
            None => stage,
            Some(Trouble { what, advice }) => {
                let note = kit::note(scene.look, Tone::Error, advice).title(what);
                Column::with_children([iced::widget::container(note).padding([16.0, 32.0]).into(), stage]).into()
            }
        };
        let (top, status) = self.bars(scene);
        clerk::window(
            scene,
            clerk::Parts {
                top,
                rail,
                stage,
                aside: (self.supervision.is_none() && wide || (phone_shown && !scene.is_narrow())).then_some(aside),
                status,
                folded,
            },
        )
    }

    /// The top bar and the status line.
    fn bars(&self, scene: Scene) -> (Element<'_, Message>, Element<'_, Message>) {
        let look = scene.look;
        let shown = (scene, self.desk.workplace(), self.keeper.seated().cloned());
        let top = kit::kept(look, top_bar::size(look), shown, |(scene, workplace, seated)| {
            let session = Message::Command(Side::Clerk, Command::Session);
            let language = Message::Command(Side::Clerk, Command::Language);
            let here = seated.as_ref().map(|staff| (staff, session));
            top_bar::top_bar(*scene, workplace, here, language)
        });
        let store_fault = self.fault.as_ref().and_then(|fault| store_fault(scene, fault));
        let shown = (scene, self.status, store_fault);
        let status = kit::kept(look, status_line::size(look), shown, |(scene, status, fault)| {
            let keys = Message::Command(Side::Clerk, Command::Keys);
            status_line::status_line(*scene, status.as_ref(), fault.clone(), keys)
        });
        (top, status)
    }

    fn platform(&self, scene: Scene) -> String {
        self.options
            .platform
            .clone()
            .unwrap_or_else(|| scene.texts.platform_name())
    }

    pub(super) fn address(&self) -> String {
        self.options.address.clone().unwrap_or_else(|| ADDRESS.to_owned())
    }

    fn applicant_view(&self, scene: Scene) -> Element<'_, Message> {
        let texts = scene.texts;
        let (place, parts) = match &self.stage {
            // Nobody works at the desk now.
            _ if self.keeper.is_shut() => (None, None),
            Stage::Visit(visit) => {
                let (name, address) = (self.platform(scene), self.address());
                let platform = PlatformNames {
                    name: &name,
                    address: &address,
                };
                let parts = visit.screen.applicant(scene, &visit.views, platform, self.is_busy());
                (
                    Some(visit.bars()),
                    parts.map(|parts| parts.map(|part| part.map(Message::Screen))),
                )
            }
            Stage::SignIn(card, _) => {
                let parts = card.applicant(scene, self.is_busy(), &self.platform(scene));
                (None, Some(parts.map(|part| part.map(Message::SignIn))))
            }
            Stage::Start => (None, None),
        };
        let parts = parts.unwrap_or_else(|| {
            let wait = Column::with_children([
                kit::title(scene.look, texts.app_applicant_wait_title()).into(),
                kit::body(scene.look, texts.app_applicant_wait_sentence()).into(),
            ]);
            [wait.spacing(12).into(), Space::new().into(), Space::new().into()]
        });
        let head = applicant::Head {
            place,
            language: Message::Command(Side::Applicant, Command::Language),
            text_size: Message::TextSize,
        };
        // Every part keeps its place, shown or not: what is being typed must not be lost.
        let phone = self.phone_beside(scene);
        let room = scene.room - phone.as_ref().map_or(0.0, |_| aside::WIDTH);
        let page = applicant::page(scene, head, parts, room < ONE_COLUMN);
        let (line, phone) = match phone {
            Some(phone) => (kit::edge_line(scene.look), phone),
            None => (Space::new().into(), Space::new().into()),
        };
        Row::with_children([page, line, phone]).into()
    }

    /// The phone of training is the applicant's: with two windows it stands in theirs.
    fn phone_beside(&self, scene: Scene) -> Option<Element<'_, Message>> {
        let view = &self.views().filter(|_| self.has_two())?.clerk;
        let shown = self.desk.phone().is_some() && aside::has_phone(view) && !scene.is_narrow();
        shown.then(|| aside::phone(scene, &self.phone))
    }
}

/// The rail of a visit, kept while nothing of it changes.
fn rail_of<'a>(scene: Scene, view: &ClerkView, place: usize, folded: bool) -> Element<'a, Message> {
    if folded {
        return rail::folded(scene, view, place);
    }
    let shown = (scene, view.clone(), place);
    kit::kept(scene.look, rail::size(scene.look), shown, |(scene, view, place)| {
        rail::rail(*scene, view, *place)
    })
}

/// The aside of a visit, kept while nothing of it changes; what comes to the phone of training may at any time.
fn aside_of<'a>(scene: Scene, view: &ClerkView, phone: Option<&[ShownMessage]>) -> Element<'a, Message> {
    if phone.is_some() {
        return aside::aside(scene, view, phone);
    }
    let shown = (scene, view.clone());
    kit::kept(scene.look, aside::size(scene.look), shown, |(scene, view)| {
        aside::aside(*scene, view, None)
    })
}

/// What a fault of the desk means, and what to do.
pub(super) fn trouble(scene: Scene, fault: &DeskError) -> Trouble {
    let texts = scene.texts;
    let (what, advice) = match fault {
        DeskError::NoVisit => (texts.error_no_visit(), texts.error_no_visit_do()),
        DeskError::NoReceipt => (texts.receipt_none(), texts.receipt_none_do()),
        DeskError::NoGateway => (texts.error_no_gateway(), texts.error_no_gateway_do()),
        DeskError::Paused { until } => (texts.pause_until(scene.on_the_wall(*until)), texts.pause_do()),
        DeskError::LookUpsSpent { until } => (
            texts.look_ups_spent(scene.on_the_wall(*until)),
            texts.look_ups_spent_do(),
        ),
        DeskError::NotSignedIn => (texts.error_not_signed_in(), texts.error_not_signed_in_do()),
        DeskError::Locked => (texts.error_locked(), texts.error_locked_do()),
        DeskError::PasswordToChange => (texts.error_password_to_change(), texts.error_password_to_change_do()),
        DeskError::NotPermitted(_) => (texts.error_not_permitted(), texts.error_not_permitted_do()),
        // Said on the screen that it belongs to, where that is still open.
        DeskError::NotVouched(_) => (texts.supervised_error_not_matched(), String::new()),
        DeskError::OwnIdentity => (texts.identity_error_own(), String::new()),
        DeskError::Store(error) => return texts.store_error(error),
        DeskError::Stopping => (texts.error_stopping(), texts.error_stopping_do()),
    };
    Trouble { what, advice }
}

/// What the status line says of the store, where the last save failed.
fn store_fault(scene: Scene, fault: &DeskError) -> Option<String> {
    let texts = scene.texts;
    match fault {
        DeskError::Store(StoreError::Full(_)) => Some(texts.status_store_full()),
        DeskError::Store(StoreError::Poisoned) => Some(texts.status_store_reopen()),
        DeskError::Store(StoreError::Io(_) | StoreError::Damaged(_)) => Some(texts.status_store_damaged()),
        _ => None,
    }
}

fn handover<'a>(scene: Scene, to: Side) -> Element<'a, Message> {
    let Scene { look, texts, .. } = scene;
    let (title, sentence, go) = match to {
        Side::Applicant => (
            texts.app_window_applicant(),
            texts.app_applicant_unseen(),
            texts.action_next(),
        ),
        Side::Clerk => (
            texts.handover_back_title(),
            texts.handover_back_sentence(),
            texts.action_next(),
        ),
    };
    let go = kit::button(look, go)
        .primary()
        .key(texts.key_enter())
        .on_press(Message::Uncover);
    let sentence = kit::body(look, sentence).color(look.palette.on_bar_2);
    let below = Column::with_children([sentence.into(), go.into()])
        .spacing(24)
        .align_x(Alignment::Center);
    kit::curtain(look, title, below)
}

fn curtain<'a>(scene: Scene) -> Element<'a, Message> {
    let Scene { look, texts, .. } = scene;
    let lift = kit::button(look, texts.curtain_lift())
        .primary()
        .key(texts.key_enter())
        .on_press(Message::Uncover);
    kit::curtain(look, texts.curtain_sentence(), lift)
}

fn end_visit<'a>(scene: Scene, base: Element<'a, Message>) -> Element<'a, Message> {
    let Scene { look, texts, .. } = scene;
    let keep = kit::button(look, texts.action_keep_visit())
        .key(texts.key_escape())
        .id(SAFE_ANSWER)
        .on_press(Message::Uncover);
    let end = kit::button(look, texts.action_end_visit())
        .destructive()
        .key("F4")
        .on_press(Message::EndVisit);
    kit::dialog(
        look,
        base,
        texts.dialog_end_title(),
        texts.dialog_end_body(),
        kit::actions(keep, end),
    )
}

fn keys<'a>(scene: Scene, view: View, base: Element<'a, Message>) -> Element<'a, Message> {
    let Scene { look, texts, .. } = scene;
    let rows = keymap::described(texts, view).into_iter().map(|(caps, words)| {
        let caps = caps.into_iter().map(|cap| kit::key_cap(look, cap).into());
        let row = Row::with_children([
            kit::body(look, words).fill().into(),
            Row::with_children(caps).spacing(4).into(),
        ]);
        row.spacing(16).align_y(Alignment::Center).into()
    });
    let close = kit::button(look, texts.action_close())
        .key(texts.key_escape())
        .id(SAFE_ANSWER)
        .on_press(Message::Uncover);
    let answers = Column::with_children(rows)
        .push(Space::new().height(12))
        .push(close)
        .spacing(10);
    kit::dialog(look, base, texts.keys_title(), String::new(), answers)
}
