//! The clerk looks at the applicant's document: its kind and the last four digits of its number.

use iced::advanced::widget::Id;
use iced::widget::{Column, Space};
use iced::{Element, Length};

use crate::desk::Request;
use crate::domain::applicant::ApplicantKind;
use crate::domain::recovery::DocumentSeen;
use crate::domain::recovery::visit::DocumentError;
use crate::ui::kit::{self, Icon, field, possibility};
use crate::ui::scene::Scene;
use crate::ui::shell::stage;

use super::Action;

const LAST_FOUR: &str = "document-last-four";

/// The kinds in the order of their choices.
const KINDS: [ApplicantKind; 3] = [ApplicantKind::Citizen, ApplicantKind::Resident, ApplicantKind::Visitor];

/// What was typed.
#[derive(Debug, Default)]
pub struct State {
    kind: usize,
    last_four: String,
    error: Option<DocumentError>,
}

/// What happens here.
#[derive(Clone, Debug)]
pub enum Message {
    /// A kind was chosen.
    Kind(usize),
    /// Digits were typed.
    LastFour(String),
    /// The clerk has seen the document.
    Submit,
}

impl State {
    /// An empty form for a national ID, the commonest.
    pub fn new() -> Self {
        Self::default()
    }

    /// The control that begins.
    pub fn first(&self) -> Id {
        Id::new(LAST_FOUR)
    }

    /// What happened.
    pub fn update(&mut self, message: Message) -> Action {
        match message {
            Message::Kind(kind) => self.kind = kind,
            Message::LastFour(typed) => {
                self.last_four = typed;
                self.error = None;
            }
            Message::Submit => return self.submit(),
        }
        Action::None
    }

    fn submit(&mut self) -> Action {
        let kind = KINDS.get(self.kind).copied().unwrap_or(ApplicantKind::Citizen);
        match DocumentSeen::parse(kind, &self.last_four) {
            Ok(document) => Action::Ask(Request::DocumentSeen(document)),
            Err(error) => {
                self.error = Some(error);
                Action::Focus(Id::new(LAST_FOUR))
            }
        }
    }

    /// The clerk's stage.
    pub fn clerk(&self, scene: Scene, busy: bool) -> Element<'_, Message> {
        let Scene { look, texts, .. } = scene;
        let kinds = vec![
            possibility(texts.kind_citizen_document()),
            possibility(texts.kind_resident_document()),
            possibility(texts.kind_visitor_document()),
        ];
        let last_four = field(look, texts.document_last_four(), &self.last_four)
            .id(LAST_FOUR)
            .icon(Icon::IdentityCard)
            .left_to_right()
            .number()
            .longest(12)
            .counter(texts.document_last_four_count())
            .help(texts.document_last_four_help())
            .error(self.error.map(|error| texts.document_error(error)))
            .on_input(Message::LastFour)
            .on_submit(Message::Submit);
        let label = kit::text(look, crate::ui::theme::TypeStyle::Label, texts.document_kind());
        let choice = kit::choice(look, texts.document_kind(), kinds, Some(self.kind), Message::Kind);
        let content = Column::with_children([
            label.into(),
            Space::new().height(8).into(),
            choice,
            Space::new().height(16).into(),
            last_four.into(),
            kit::small(look, texts.document_recorded()).into(),
        ])
        .width(Length::Fill);
        let next = kit::button(look, texts.document_continue())
            .primary()
            .key(texts.key_enter())
            .busy_maybe(busy.then(|| texts.action_saving()))
            .on_press(Message::Submit);
        stage(
            scene,
            texts.document_title(),
            texts.document_sentence(),
            content,
            Space::new(),
            next,
        )
    }
}
