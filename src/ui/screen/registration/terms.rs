//! The applicant reads terms and privacy policy, and accepts each once its end was in sight.

use std::collections::{HashMap, HashSet};

use iced::advanced::widget::Id;
use iced::widget::{Column, Row};
use iced::{Alignment, Element, Length};

use crate::desk::{ApplicantStep, ApplicantView, Request};
use crate::domain::language::Language;
use crate::domain::legal::{self, Block, LegalText, LegalVersion, PlatformNames};
use crate::domain::recovery::Refusal;
use crate::domain::registration::RegistrationRefusal;
use crate::i18n::{Texts, date};
use crate::ui::direction::Direction;
use crate::ui::kit::{self, Consent, Icon, Part};
use crate::ui::scene::Scene;
use crate::ui::screen::Action;

const TEXT: &str = "terms-text";
/// The height of the text's place, in px: it does not grow with the type, so that the actions stay in sight.
const HEIGHT: f32 = 312.0;

/// Which text is shown, how far each was read, and what was accepted.
#[derive(Debug, Default)]
pub struct State {
    chosen: usize,
    /// By version and language: a text in another language is another text to read.
    read: HashMap<LegalVersion, u8>,
    accepted: HashSet<LegalVersion>,
    fault: Option<Fault>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fault {
    Unread,
    NotAccepted,
    Changed,
}

/// What happens here.
#[derive(Clone, Debug)]
pub enum Message {
    /// Another text is to be shown.
    Chosen(usize),
    /// So much of a text was in sight, in hundredths.
    Read(LegalVersion, u8),
    /// The text is to be turned by a page.
    PageDown,
    /// A text is accepted, or not after all.
    Accepted(LegalVersion),
    /// All are accepted.
    Submit,
}

/// The texts in the order in which they are read, in the applicant's language where they are translated.
fn texts_of(view: &ApplicantView) -> Vec<&'static LegalText> {
    let ApplicantStep::Terms { documents } = &view.step else {
        return Vec::new();
    };
    let shelf = legal::shelf();
    documents
        .iter()
        .filter_map(|id| shelf.text(id, view.language))
        .collect()
}

impl State {
    /// The first text, unread.
    pub fn new() -> Self {
        Self::default()
    }

    /// The control that begins: the text.
    pub fn first(&self) -> Id {
        Id::new(TEXT)
    }

    fn is_read(&self, text: &LegalText) -> bool {
        self.read.get(&text.shown()) == Some(&100)
    }

    fn is_accepted(&self, text: &LegalText) -> bool {
        self.accepted.contains(&text.shown())
    }

    /// What happened.
    pub fn update(&mut self, message: Message, view: &ApplicantView) -> Action {
        match message {
            Message::Chosen(place) => self.chosen = place,
            Message::Read(version, percent) => {
                let read = self.read.entry(version).or_default();
                *read = percent.max(*read);
                self.fault = self.fault.filter(|fault| *fault != Fault::Unread);
            }
            Message::PageDown => return Action::PageDown(self.first()),
            Message::Accepted(version) => return self.accept(version, view),
            Message::Submit => return self.submit(view),
        }
        Action::None
    }

    /// Ticks a box, or takes the tick away. After the first one the text that is still unread is shown.
    fn accept(&mut self, version: LegalVersion, view: &ApplicantView) -> Action {
        if self.read.get(&version) != Some(&100) {
            return Action::None;
        }
        self.fault = None;
        if self.accepted.remove(&version) {
            return Action::None;
        }
        self.accepted.insert(version);
        match texts_of(view).iter().position(|text| !self.is_read(text)) {
            Some(unread) => {
                self.chosen = unread;
                Action::Focus(self.first())
            }
            None => Action::None,
        }
    }

    fn submit(&mut self, view: &ApplicantView) -> Action {
        let texts = texts_of(view);
        if let Some(unread) = texts.iter().position(|text| !self.is_read(text)) {
            self.chosen = unread;
            self.fault = Some(Fault::Unread);
            return Action::Focus(self.first());
        }
        if let Some(open) = texts.iter().position(|text| !self.is_accepted(text)) {
            self.fault = Some(Fault::NotAccepted);
            return Action::Focus(box_of(open));
        }
        Action::Ask(Request::TermsAccepted(
            texts.into_iter().map(LegalText::shown).collect(),
        ))
    }

    /// The desk did not take it: other texts are in force by now.
    pub fn refused(&mut self, refusal: Option<Refusal>) -> Option<Id> {
        let Some(Refusal::Registration(RegistrationRefusal::TermsNotAccepted)) = refusal else {
            return None;
        };
        *self = Self {
            fault: Some(Fault::Changed),
            ..Self::default()
        };
        Some(self.first())
    }

    /// The applicant's page; `platform` is what the texts call the platform.
    pub fn applicant<'a>(
        &'a self,
        scene: Scene,
        view: &'a ApplicantView,
        platform: PlatformNames<'_>,
        busy: bool,
    ) -> [Element<'a, Message>; 3] {
        let Scene { look, texts, .. } = scene;
        let all = texts_of(view);
        let Some(text) = all.get(self.chosen).or(all.first()) else {
            return super::nothing();
        };
        let open = all.iter().all(|text| self.is_accepted(text));
        let next = kit::button(look, texts.action_next())
            .primary()
            .busy_maybe(busy.then(|| texts.action_saving()))
            .on_press_maybe(open.then_some(Message::Submit));
        let page = kit::button(look, texts.terms_page_down())
            .icon(Icon::ChevronDown)
            .key(texts.key_space())
            .on_press(Message::PageDown);
        let foot = scene.beside(12.0, vec![page.into(), next.into()]);
        [
            self.task(scene, &all, text, platform),
            self.boxes(scene, &all, text),
            foot,
        ]
    }

    fn task<'a>(
        &'a self,
        scene: Scene,
        all: &[&'static LegalText],
        text: &LegalText,
        platform: PlatformNames<'_>,
    ) -> Element<'a, Message> {
        let Scene { look, texts, .. } = scene;
        let tabs = all.iter().map(|text| {
            let icon = if self.is_read(text) {
                Icon::Done
            } else {
                Icon::BookOpenCheck
            };
            (icon, text.title.clone())
        });
        let tabs = kit::tabs(
            look,
            texts.terms_documents(),
            tabs.collect(),
            self.chosen,
            Message::Chosen,
        );
        let version = text.shown();
        let percent = self.read.get(&version).copied().unwrap_or(0);
        let key = format!("{} {} {}", version.id.as_str(), version.version, version.language.tag());
        let named = text.named(platform);
        let parts = named.blocks.into_iter().map(|block| match block {
            Block::Heading(words) => Part::Heading(words.into()),
            Block::Paragraph(words) => Part::Paragraph(words.into()),
        });
        let reader = kit::reader(
            look,
            TEXT,
            text.title.clone(),
            key,
            direction(text.language),
            parts,
            HEIGHT,
        )
        .on_read(move |percent| Message::Read(version.clone(), percent));
        Column::with_children([
            kit::title(look, texts.terms_title()).into(),
            tabs,
            reader.into(),
            kit::read_bar(look, texts.terms_read(percent), percent),
        ])
        .spacing(12)
        .into()
    }

    fn boxes<'a>(&'a self, scene: Scene, all: &[&'static LegalText], text: &LegalText) -> Element<'a, Message> {
        let Scene { look, texts, .. } = scene;
        let boxes = all.iter().enumerate().map(|(place, text)| {
            let (read, on) = (self.is_read(text), self.is_accepted(text));
            let consent = Consent {
                words: texts.terms_accept(text.title.clone()),
                detail: if read { texts.terms_open() } else { texts.terms_locked() },
                on,
                locked: !read,
                error: self.fault == Some(Fault::NotAccepted) && !on,
            };
            kit::consent(look, box_of(place), consent, Message::Accepted(text.shown()))
        });
        let fault = self.fault.map(|fault| match fault {
            Fault::Unread => texts.terms_error_unread(),
            Fault::NotAccepted => texts.terms_error_not_accepted(),
            Fault::Changed => texts.terms_error_changed(),
        });
        let message = match fault {
            Some(fault) => kit::message_line(look, Some(Icon::Alert), fault, true),
            None => kit::message_line(look, Some(Icon::FileCheck), texts.terms_recorded(), false),
        };
        Column::with_children(boxes.collect::<Vec<_>>())
            .push(about(scene, text))
            .push(message)
            .spacing(16)
            .into()
    }
}

fn box_of(place: usize) -> Id {
    Id::from(format!("terms-accept-{place}"))
}

fn direction(language: Language) -> Direction {
    match Texts::of(language).direction() {
        crate::i18n::Direction::RightToLeft => Direction::RightToLeft,
        crate::i18n::Direction::LeftToRight => Direction::LeftToRight,
    }
}

/// Version, since when, and in which language.
fn about<'a>(scene: Scene, text: &LegalText) -> Element<'a, Message> {
    let Scene { look, texts, .. } = scene;
    let line = |label: String, value: String| {
        Row::with_children([
            kit::caption(look, label).fill().into(),
            kit::text(look, crate::ui::theme::TypeStyle::ApplicantCaptionMedium, value).into(),
        ])
        .spacing(12)
        .align_y(Alignment::Center)
        .into()
    };
    let mut lines = Column::with_children([
        line(texts.terms_version(), text.version.clone()),
        line(texts.terms_since(), date::words(texts.locale(), text.since.hijri)),
        line(String::new(), date::words(texts.locale(), text.since.gregorian)),
        line(texts.terms_language(), Texts::of(text.language).locale_name()),
    ])
    .width(Length::Fill);
    if text.language != texts.language() {
        lines = lines.push(kit::caption(look, texts.terms_not_translated()));
    }
    kit::quiet_box(look, lines).into()
}
