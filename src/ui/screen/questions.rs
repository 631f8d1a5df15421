//! The applicant answers all security questions at once.

use iced::advanced::widget::Id;
use iced::widget::{Column, Row, Space};
use iced::{Alignment, Element, Length};

use crate::desk::{ApplicantStep, ApplicantView, ClerkStep, ClerkView, Request};
use crate::domain::answer::AnswerError;
use crate::domain::question::QuestionId;
use crate::domain::recovery::Refusal;
use crate::domain::recovery::questions::AnswersRefusal;
use crate::domain::secret::{ExposeSecret, Secret};
use crate::ui::kit::{self, Icon, Tone, field};
use crate::ui::scene::Scene;
use crate::ui::shell::{actions, stage, turn};

use super::Action;

/// What was typed.
#[derive(Debug)]
pub struct State {
    answers: Vec<Answer>,
    /// Whether the last round did not match.
    missed: bool,
    sent: bool,
    /// Whether they belong to an account that turned out to be there already.
    found: bool,
}

#[derive(Debug, Default)]
struct Answer {
    typed: Secret,
    shown: bool,
    fault: Option<AnswerError>,
}

/// What happens here.
#[derive(Clone, Debug)]
pub enum Message {
    /// An answer was typed.
    Typed(usize, Secret),
    /// An answer is to be shown or hidden.
    Shown(usize),
    /// All are typed.
    Submit,
    /// Back to the identity, which was mistyped.
    Back,
    /// The screen changes hands.
    HandOver,
}

fn id(place: usize) -> Id {
    Id::from(format!("questions-answer-{place}"))
}

impl State {
    /// Empty fields.
    pub fn new(count: usize) -> Self {
        let answers = (0..count)
            .map(|_| Answer {
                shown: true,
                ..Answer::default()
            })
            .collect();
        Self {
            answers,
            missed: false,
            sent: false,
            found: false,
        }
    }

    /// Of an account that turned out to be there already, where somebody wanted to register.
    pub fn found(mut self, found: bool) -> Self {
        self.found = found;
        self
    }

    /// The control that begins.
    pub fn first(&self) -> Id {
        id(0)
    }

    /// What happened.
    pub fn update(&mut self, message: Message) -> Action {
        match message {
            Message::Typed(place, typed) => {
                if let Some(answer) = self.answers.get_mut(place) {
                    answer.typed = typed;
                    answer.fault = None;
                }
                self.missed = false;
                self.sent = false;
            }
            Message::Shown(place) => {
                if let Some(answer) = self.answers.get_mut(place) {
                    answer.shown = !answer.shown;
                }
            }
            Message::Submit => {
                self.sent = true;
                let answers = self.answers.iter().map(|answer| answer.typed.clone()).collect();
                return Action::Ask(Request::Answers(answers));
            }
            Message::Back => return Action::Ask(Request::Back),
            Message::HandOver => return Action::HandOver,
        }
        Action::None
    }

    /// The desk refused the answers. After a round that did not match all of them are typed anew.
    pub fn refused(&mut self, refusal: Option<Refusal>) -> Option<Id> {
        let Some(Refusal::Answers(why)) = refusal else {
            return None;
        };
        self.sent = false;
        match why {
            AnswersRefusal::Incomplete(faults) => {
                let first = faults.iter().position(Option::is_some).unwrap_or(0);
                self.answers
                    .iter_mut()
                    .zip(faults)
                    .for_each(|(answer, fault)| answer.fault = fault);
                Some(id(first))
            }
            AnswersRefusal::NotMatched => {
                *self = Self {
                    missed: true,
                    found: self.found,
                    ..Self::new(self.answers.len())
                };
                Some(self.first())
            }
        }
    }

    /// The applicant's page.
    pub fn applicant<'a>(&'a self, scene: Scene, view: &'a ApplicantView, busy: bool) -> [Element<'a, Message>; 3] {
        let Scene { look, texts, .. } = scene;
        let ApplicantStep::Questions { questions, rounds_left } = &view.step else {
            return [Space::new().into(), Space::new().into(), Space::new().into()];
        };
        let fields = questions.iter().zip(&self.answers).enumerate();
        let fields = fields.map(|(place, (question, answer))| answer_field(scene, place, *question, answer));
        let task = Column::with_children([
            kit::title(look, texts.questions_title()).into(),
            Space::new().height(8).into(),
        ])
        .extend(fields);
        let rounds = texts.questions_rounds_left(*rounds_left);
        let help = if self.missed {
            kit::note(look, Tone::Error, texts.questions_not_matched_left(*rounds_left))
        } else {
            kit::note(look, Tone::Info, rounds)
        };
        let sentence = if self.found {
            texts.registration_had_account_already()
        } else {
            texts.questions_sentence()
        };
        // The sentence stands beside the fields, so that all three are in sight without scrolling.
        let help = Column::with_children([
            kit::body(look, sentence).into(),
            help.into(),
            kit::small(look, texts.questions_answer_help()).into(),
        ]);
        let next = kit::button(look, texts.questions_submit())
            .primary()
            .icon_after(Icon::ArrowForward)
            .busy_maybe(busy.then(|| texts.questions_checking()))
            .on_press(Message::Submit);
        [task.into(), help.spacing(16).into(), actions(scene, Space::new(), next)]
    }

    /// The clerk's stage: a tick for each answer, no question and no answer.
    pub fn clerk(&self, scene: Scene, view: &ClerkView, busy: bool) -> Element<'_, Message> {
        let Scene { look, texts, .. } = scene;
        let ClerkStep::Questions { count, missed, .. } = &view.step else {
            return Space::new().into();
        };
        let typed = |answer: &&Answer| !answer.typed.expose_secret().trim().is_empty();
        let answered = self.answers.iter().filter(typed).count();
        let current = self
            .answers
            .iter()
            .position(|answer| answer.typed.expose_secret().is_empty());
        let rows = (0..*count).map(|place| {
            let state = match current {
                Some(current) if place == current => Progress::Typing,
                Some(current) if place > current => Progress::Later,
                _ => Progress::Answered,
            };
            progress_row(scene, place, state)
        });
        let part = answered as f32 / (*count).max(1) as f32;
        let turn = turn(
            scene,
            texts.questions_clerk_turn(),
            Some((texts.questions_clerk_answered(answered, *count), part)),
        );
        let foot = match (busy, *missed) {
            (true, _) => texts.questions_clerk_checking(),
            (false, 0) => texts.questions_clerk_then(),
            (false, _) => texts.questions_clerk_not_matched(),
        };
        let content = Column::with_children([
            turn,
            kit::rows(look, rows.collect()),
            kit::message_line(look, Some(Icon::EyeOff), foot, false),
        ])
        .spacing(16);
        let sentence = if self.found {
            texts.registration_had_account_already_clerk()
        } else {
            texts.questions_clerk_sentence()
        };
        // Of an account that was found there is no identity to correct: codes have proven it.
        let back: Element<'_, Message> = if self.found {
            Space::new().into()
        } else {
            kit::button(look, texts.keys_back_to(texts.rail_identity()))
                .on_press(Message::Back)
                .into()
        };
        let keyboard = kit::button(look, texts.action_hand_over())
            .primary()
            .icon(Icon::TwoScreens)
            .key("F8")
            .on_press(Message::HandOver);
        stage(scene, texts.questions_clerk_title(), sentence, content, back, keyboard)
    }
}

fn answer_field<'a>(scene: Scene, place: usize, question: QuestionId, answer: &'a Answer) -> Element<'a, Message> {
    let Scene { look, texts, .. } = scene;
    let words = if answer.shown {
        texts.action_hide()
    } else {
        texts.action_show()
    };
    field(look, texts.question(question), answer.typed.expose_secret())
        .id(id(place))
        .secret()
        .reveal(answer.shown, words, Message::Shown(place))
        .longest(100)
        .error(answer.fault.map(|fault| texts.answer_error(fault)))
        .on_input(move |typed| Message::Typed(place, typed.into()))
        .on_submit(Message::Submit)
        .into()
}

#[derive(Clone, Copy)]
enum Progress {
    Answered,
    Typing,
    Later,
}

fn progress_row<'a>(scene: Scene, place: usize, progress: Progress) -> Element<'a, Message> {
    let Scene { look, texts, .. } = scene;
    let colours = look.palette;
    let (icon, ink, tone, words) = match progress {
        Progress::Answered => (
            Icon::Done,
            colours.accent_text,
            Tone::Good,
            texts.questions_clerk_state_answered(),
        ),
        Progress::Typing => (
            Icon::Ellipsis,
            colours.text,
            Tone::Info,
            texts.questions_clerk_state_typing(),
        ),
        Progress::Later => (
            Icon::Pending,
            colours.text_2,
            Tone::Neutral,
            texts.questions_clerk_state_later(),
        ),
    };
    Row::with_children([
        kit::icon(look, icon, 24.0).color(ink).into(),
        kit::body(look, texts.questions_clerk_question(place + 1))
            .color(ink)
            .fill()
            .into(),
        kit::chip(look, tone, words).into(),
    ])
    .spacing(16)
    .align_y(Alignment::Center)
    .width(Length::Fill)
    .into()
}
