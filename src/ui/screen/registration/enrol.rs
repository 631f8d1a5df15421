//! The applicant chooses security questions and answers them, one after the other.

use iced::advanced::widget::Id;
use iced::widget::{Column, Row, Space};
use iced::{Alignment, Element, Length};

use crate::desk::{ApplicantStep, ApplicantView, Request};
use crate::domain::answer::{self, AnswerError, ChosenAnswer, EnrolmentFault, FaultyAnswer};
use crate::domain::policy::QuestionPolicy;
use crate::domain::question::QuestionId;
use crate::domain::recovery::Refusal;
use crate::domain::registration::RegistrationRefusal;
use crate::domain::secret::{ExposeSecret, Secret};
use crate::i18n::Texts;
use crate::ui::kit::{self, Icon, Tone, field};
use crate::ui::scene::Scene;
use crate::ui::screen::Action;

const QUESTION: &str = "enrol-question";
const ANSWER: &str = "enrol-answer";

/// What was chosen and typed.
#[derive(Debug)]
pub struct State {
    /// Which question is being chosen, from 0.
    place: usize,
    chosen: Vec<Chosen>,
}

#[derive(Debug)]
struct Chosen {
    question: Option<QuestionId>,
    answer: Secret,
    shown: bool,
    fault: Option<Fault>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fault {
    NoQuestion,
    Answer(EnrolmentFault),
    NotHashed,
}

/// What happens here.
#[derive(Clone, Debug)]
pub enum Message {
    /// A question was chosen.
    Question(QuestionId),
    /// An answer was typed.
    Answer(Secret),
    /// The answer is to be shown or hidden.
    Show,
    /// On to the next question, or to the end.
    Submit,
    /// Back to the question before.
    Before,
}

/// Fewest characters of an answer, as the policy says where nobody changed it; the desk has the last word.
fn shortest() -> u32 {
    QuestionPolicy::default().shortest_answer
}

impl State {
    /// Nothing is chosen.
    pub fn new(view: &ApplicantView) -> Self {
        let count = match &view.step {
            ApplicantStep::Enrol { count, .. } => *count,
            _ => 0,
        };
        let empty = |_| Chosen {
            question: None,
            answer: Secret::default(),
            shown: true,
            fault: None,
        };
        Self {
            place: 0,
            chosen: (0..count).map(empty).collect(),
        }
    }

    /// The control that begins.
    pub fn first(&self) -> Id {
        Id::new(QUESTION)
    }

    /// Whether there is a question before.
    pub const fn is_inside(&self) -> bool {
        self.place > 0
    }

    fn now(&mut self) -> Option<&mut Chosen> {
        self.chosen.get_mut(self.place)
    }

    /// What happened.
    pub fn update(&mut self, message: Message, view: &ApplicantView) -> Action {
        match message {
            Message::Question(question) => {
                if let Some(now) = self.now() {
                    now.question = Some(question);
                    now.fault = None;
                }
                return Action::Focus(Id::new(ANSWER));
            }
            Message::Answer(typed) => {
                if let Some(now) = self.now() {
                    now.answer = typed;
                    now.fault = None;
                }
            }
            Message::Show => {
                if let Some(now) = self.now() {
                    now.shown = !now.shown;
                }
            }
            Message::Submit => return self.submit(view),
            Message::Before => {
                self.place = self.place.saturating_sub(1);
                return Action::Focus(self.first());
            }
        }
        Action::None
    }

    fn submit(&mut self, view: &ApplicantView) -> Action {
        if let Some(id) = self.wrong_so_far(view) {
            return Action::Focus(id);
        }
        if self.place + 1 < self.chosen.len() {
            self.place += 1;
            return Action::Focus(self.first());
        }
        let pairs = self.chosen.iter();
        let pairs = pairs.filter_map(|chosen| Some((chosen.question?, chosen.answer.clone())));
        Action::Ask(Request::Enrol(pairs.collect()))
    }

    /// Judges what was chosen up to here, by the rules that the desk will judge all of it by.
    fn wrong_so_far(&mut self, view: &ApplicantView) -> Option<Id> {
        let place = self.place;
        let now = self.chosen.get_mut(place)?;
        if now.question.is_none() {
            now.fault = Some(Fault::NoQuestion);
            return Some(Id::new(QUESTION));
        }
        let texts = Texts::of(view.language);
        let so_far = self.chosen.iter().take(place + 1).filter_map(|chosen| {
            Some(ChosenAnswer {
                question: chosen.question?,
                text: texts.question(chosen.question?),
                answer: chosen.answer.clone(),
            })
        });
        let so_far: Vec<_> = so_far.collect();
        let shortest = usize::try_from(shortest()).unwrap_or(usize::MAX);
        let faults = answer::enrol(&so_far, shortest).err()?;
        self.show(faults)
    }

    /// Shows the first of the faults, at its question.
    fn show(&mut self, faults: Vec<FaultyAnswer>) -> Option<Id> {
        let first = faults.first()?.place;
        for FaultyAnswer { place, fault } in faults {
            if let Some(chosen) = self.chosen.get_mut(place) {
                chosen.fault = Some(Fault::Answer(fault));
            }
        }
        self.place = first.min(self.chosen.len().saturating_sub(1));
        let of_question = self
            .chosen
            .get(self.place)
            .is_some_and(|chosen| chosen.fault_is_of_question());
        Some(Id::new(if of_question { QUESTION } else { ANSWER }))
    }

    /// The desk refused some of the answers.
    pub fn refused(&mut self, refusal: Option<Refusal>) -> Option<Id> {
        match refusal {
            Some(Refusal::Registration(RegistrationRefusal::Answers(faults))) => self.show(faults),
            Some(Refusal::Registration(RegistrationRefusal::NotHashed)) => {
                if let Some(now) = self.now() {
                    now.fault = Some(Fault::NotHashed);
                }
                Some(Id::new(ANSWER))
            }
            _ => None,
        }
    }

    /// The applicant's page.
    pub fn applicant<'a>(&'a self, scene: Scene, view: &'a ApplicantView, busy: bool) -> [Element<'a, Message>; 3] {
        let Scene { look, texts, .. } = scene;
        let (ApplicantStep::Enrol { catalogue, count }, Some(now)) = (&view.step, self.chosen.get(self.place)) else {
            return super::nothing();
        };
        let task = Column::with_children([
            super::heading(scene, texts.enrol_title(), texts.enrol_sentence(*count)),
            self.picker(scene, catalogue, now),
            Space::new().height(12).into(),
            answer_field(scene, now),
        ])
        .spacing(4);
        let next = kit::button(look, texts.enrol_next())
            .primary()
            .icon_after(Icon::ArrowForward)
            .busy_maybe(busy.then(|| texts.enrol_saving()))
            .on_press(Message::Submit);
        [task.into(), self.help(scene), next.into()]
    }

    /// The questions that stand at no other place, and the chosen one.
    fn picker<'a>(&'a self, scene: Scene, catalogue: &[QuestionId], now: &Chosen) -> Element<'a, Message> {
        let Scene { look, texts, .. } = scene;
        let elsewhere = |question: &QuestionId| {
            let others = self.chosen.iter().enumerate().filter(|(place, _)| *place != self.place);
            others.into_iter().any(|(_, chosen)| chosen.question == Some(*question))
        };
        let offered: Vec<QuestionId> = catalogue.iter().copied().filter(|one| !elsewhere(one)).collect();
        let entries = offered.iter().map(|question| texts.question(*question)).collect();
        let chosen = offered.iter().position(|question| now.question == Some(*question));
        let fault = now.fault.filter(|_| now.fault_is_of_question());
        let label = texts.enrol_question(self.place + 1, self.chosen.len());
        let fallback = offered.first().copied();
        let picker = kit::picker(look, label, entries, chosen)
            .id(QUESTION)
            .placeholder(texts.enrol_choose())
            .error(fault.map(|fault| sentence(scene, fault)));
        match fallback {
            None => picker.into(),
            Some(first) => picker
                .on_choose(move |place| Message::Question(offered.get(place).copied().unwrap_or(first)))
                .into(),
        }
    }

    /// How far it is, and what counts as the same answer.
    fn help(&self, scene: Scene) -> Element<'_, Message> {
        let Scene { look, texts, .. } = scene;
        let rows = self.chosen.iter().enumerate().map(|(place, chosen)| {
            let done = place < self.place && chosen.fault.is_none();
            let icon = if done { Icon::Done } else { Icon::Circle };
            let ink = if done {
                look.palette.accent_text
            } else {
                look.palette.text_2
            };
            let words = match chosen.question.filter(|_| place != self.place) {
                Some(question) => texts.question(question),
                None => texts.enrol_question(place + 1, self.chosen.len()),
            };
            Row::with_children([
                kit::icon(look, icon, 24.0).color(ink).into(),
                kit::small(look, words).color(ink).fill().into(),
            ])
            .spacing(12)
            .align_y(Alignment::Center)
            .into()
        });
        let rows = Column::with_children(rows.collect::<Vec<_>>()).spacing(8);
        Column::with_children([
            kit::quiet_box(look, rows).padding(20).width(Length::Fill).into(),
            kit::note(look, Tone::Info, texts.enrol_spelling()).into(),
            kit::message_line(look, Some(Icon::ShieldCheck), texts.enrol_advice(), false),
        ])
        .spacing(16)
        .into()
    }
}

impl Chosen {
    const fn fault_is_of_question(&self) -> bool {
        matches!(
            self.fault,
            Some(Fault::NoQuestion | Fault::Answer(EnrolmentFault::SameQuestion))
        )
    }
}

fn answer_field<'a>(scene: Scene, now: &Chosen) -> Element<'a, Message> {
    let Scene { look, texts, .. } = scene;
    let words = if now.shown {
        texts.action_hide()
    } else {
        texts.action_show()
    };
    let fault = now.fault.filter(|_| !now.fault_is_of_question());
    field(look, texts.enrol_answer(), now.answer.expose_secret())
        .id(ANSWER)
        .secret()
        .reveal(now.shown, words, Message::Show)
        .longest(100)
        .error(fault.map(|fault| sentence(scene, fault)))
        .on_input(|typed| Message::Answer(typed.into()))
        .on_submit(Message::Submit)
        .into()
}

fn sentence(scene: Scene, fault: Fault) -> String {
    let texts = scene.texts;
    match fault {
        Fault::NoQuestion => texts.enrol_error_question(),
        Fault::Answer(EnrolmentFault::Answer(AnswerError::Empty)) => texts.enrol_error_empty(),
        Fault::Answer(fault) => texts.enrolment_fault(fault, shortest()),
        Fault::NotHashed => texts.password_error_busy(),
    }
}
