//! The set-up when a desk is started for the first time. Nothing is saved before its last step is confirmed; what was
//! typed is kept on the way back, but for secrets, which are typed again.

mod applicant;
mod phrase;
mod review;
mod supervisor;
mod words;
mod workplace;

use iced::Element;
use iced::advanced::widget::Id;
use iced::widget::{Column, Space};

use crate::desk::staff::Founding;
use crate::domain::language::Language;
use crate::domain::password::PersonalWords;
use crate::domain::policy::PasswordPolicy;
use crate::domain::staff::phrase::Phrase;
use crate::domain::staff::{Role, Staff, Workplace};
use crate::i18n::sentences::Trouble;
use crate::i18n::{Locale, Texts};
use crate::ui::kit::{self, Icon, Tone, possibility};
use crate::ui::scene::Scene;
use crate::ui::screen::staff::pair;
use crate::ui::shell::stage;

pub use applicant::Spot;

/// What is ready when the set-up begins.
#[derive(Debug)]
pub struct Prepared {
    /// The recovery phrase.
    pub phrase: Phrase,
    /// Which two of its words are asked back, from 0.
    pub asked: [usize; 2],
}

/// The steps, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The language of the clerk's screen.
    Language,
    /// Centre and desk.
    Workplace,
    /// Who the first supervisor is.
    Supervisor,
    /// Their password.
    Password,
    /// The recovery phrase is shown.
    Phrase,
    /// Two of its words are asked back.
    Asked,
    /// Where the applicant's screen stands.
    Applicant,
    /// Everything but the secrets, before it is made.
    Review,
}

impl Step {
    const ALL: [Self; 8] = [
        Self::Language,
        Self::Workplace,
        Self::Supervisor,
        Self::Password,
        Self::Phrase,
        Self::Asked,
        Self::Applicant,
        Self::Review,
    ];

    fn moved(self, by: isize) -> Self {
        let place = (self as usize).checked_add_signed(by);
        place.and_then(|place| Self::ALL.get(place)).copied().unwrap_or(self)
    }
}

/// How far the set-up is.
#[derive(Debug)]
pub struct State {
    prepared: Prepared,
    rules: PasswordPolicy,
    step: Step,
    language: Language,
    workplace: workplace::State,
    supervisor: supervisor::State,
    password: pair::State,
    asked: phrase::State,
    applicant: applicant::State,
}

/// What happens here.
#[derive(Clone, Debug)]
pub enum Message {
    /// A language was chosen, by its place among all.
    Language(usize),
    /// On centre and desk.
    Workplace(workplace::Message),
    /// On the supervisor.
    Supervisor(supervisor::Message),
    /// On their password.
    Password(pair::Message),
    /// On the words that are asked back.
    Asked(phrase::Message),
    /// On the place of the applicant's screen.
    Applicant(applicant::Message),
    /// The step is done.
    Next,
    /// One step back.
    Back,
}

/// What the set-up asks of its parent.
#[derive(Debug)]
pub enum Action {
    /// Nothing.
    None,
    /// The keyboard belongs into this control, or nowhere.
    Focus(Option<Id>),
    /// A mark is to be shown where the applicant's window would stand.
    Mark(Spot),
    /// The desk is to be made.
    Found(Box<Founding>),
}

impl State {
    /// The first step, in the language that the program was started in. What is known of the place is proposed.
    pub fn new(prepared: Prepared, rules: PasswordPolicy, language: Language, proposed: Workplace) -> Self {
        Self {
            workplace: workplace::State::new(proposed),
            supervisor: supervisor::State::default(),
            password: pair::State::new(rules.clone(), PersonalWords::default()),
            asked: phrase::State::default(),
            applicant: applicant::State::default(),
            step: Step::Language,
            prepared,
            rules,
            language,
        }
    }

    /// The language that is chosen.
    pub const fn language(&self) -> Language {
        self.language
    }

    /// Another language.
    pub fn set_language(&mut self, language: Language) {
        self.language = language;
    }

    /// Where it stands.
    pub const fn step(&self) -> Step {
        self.step
    }

    /// The steps that have a row in the rail: showing the phrase and asking for it are one.
    fn rows() -> impl Iterator<Item = Step> {
        Step::ALL.into_iter().filter(|step| *step != Step::Asked)
    }

    /// The names of the rows.
    pub fn names(texts: Texts) -> Vec<String> {
        let name = |step| match step {
            Step::Language => texts.welcome_language(),
            Step::Workplace => texts.welcome_workplace(),
            Step::Supervisor => texts.welcome_supervisor(),
            Step::Password => texts.welcome_password(),
            Step::Phrase | Step::Asked => texts.welcome_phrase(),
            Step::Applicant => texts.welcome_applicant(),
            Step::Review => texts.welcome_review(),
        };
        Self::rows().map(name).collect()
    }

    /// The row of the step, from 0.
    pub fn place(&self) -> usize {
        let step = if self.step == Step::Asked {
            Step::Phrase
        } else {
            self.step
        };
        Self::rows().position(|row| row == step).unwrap_or(0)
    }

    /// The control that has the keyboard when a step opens.
    pub fn first(&self) -> Option<Id> {
        match self.step {
            Step::Workplace => Some(workplace::State::first()),
            Step::Supervisor => Some(supervisor::State::first()),
            Step::Password => Some(pair::State::first()),
            Step::Asked => Some(phrase::State::first()),
            Step::Language | Step::Phrase | Step::Applicant | Step::Review => None,
        }
    }

    /// What happened.
    pub fn update(&mut self, message: Message) -> Action {
        match message {
            Message::Language(place) => {
                self.language = languages().get(place).copied().unwrap_or(self.language);
            }
            Message::Workplace(message) => self.workplace.update(message),
            Message::Supervisor(message) => self.supervisor.update(message),
            Message::Password(pair::Message::Submit) | Message::Next => return self.next(),
            Message::Password(message) => self.password.update(message),
            Message::Asked(message) => self.asked.update(message),
            Message::Applicant(applicant::Message::Mark) => {
                return match self.applicant.spot() {
                    Ok(spot) => spot.map_or(Action::None, Action::Mark),
                    Err(field) => Action::Focus(Some(field)),
                };
            }
            Message::Applicant(message) => self.applicant.update(message),
            Message::Back => return self.turn_to(self.step.moved(-1)),
        }
        Action::None
    }

    fn next(&mut self) -> Action {
        let done = match self.step {
            Step::Language | Step::Phrase => Ok(()),
            Step::Workplace => self.workplace.checked().map(drop),
            Step::Supervisor => self.supervisor.checked().map(drop),
            Step::Password => self.password.chosen().map(drop),
            Step::Asked => self.asked.agrees(&self.prepared),
            Step::Applicant => self.applicant.spot().map(drop),
            Step::Review => return self.found(),
        };
        match done {
            Ok(()) => self.turn_to(self.step.moved(1)),
            Err(field) => Action::Focus(Some(field)),
        }
    }

    /// Opens a step. One that takes a secret takes it anew.
    fn turn_to(&mut self, step: Step) -> Action {
        self.step = step;
        match step {
            Step::Password => self.password = pair::State::new(self.rules.clone(), self.supervisor.words()),
            Step::Asked => self.asked = phrase::State::default(),
            _ => {}
        }
        Action::Focus(self.first())
    }

    /// Everything that was typed; where something is not right, the step that it belongs to.
    fn found(&mut self) -> Action {
        let workplace = self.workplace.checked().map_err(|_| Step::Workplace);
        let supervisor = self.supervisor.checked().map_err(|_| Step::Supervisor);
        let password = self.password.chosen().map_err(|_| Step::Password);
        let applicant = self.applicant.spot().map_err(|_| Step::Applicant);
        let (phrase, language) = (self.prepared.phrase.clone(), self.language);
        let (password_typed, repeat) = self.password.typed();
        let founding = workplace.and_then(|workplace| {
            let (identity, name) = supervisor?;
            password?;
            Ok(Founding {
                workplace,
                supervisor: Staff {
                    identity,
                    name,
                    role: Role::Supervisor,
                },
                password: password_typed,
                repeat,
                phrase,
                applicant_window: applicant?.map(|Spot { x, y }| (x, y)),
                language,
            })
        });
        match founding {
            Ok(founding) => Action::Found(Box::new(founding)),
            Err(step) => self.turn_to(step),
        }
    }

    /// The desk did not take the password. Returns the field to which the keyboard belongs.
    pub fn password_refused(&mut self, fault: pair::Fault) -> Id {
        self.turn_to(Step::Password);
        self.password.refused(fault)
    }

    /// The stage of the step. `trouble` is why the desk could not be made.
    pub fn view(&self, scene: Scene, busy: bool, trouble: Option<&Trouble>) -> Element<'_, Message> {
        let Scene { look, texts, .. } = scene;
        let content = self.content(scene);
        let content = match trouble {
            Some(Trouble { what, advice }) => {
                let note = kit::note(look, Tone::Error, advice.clone()).title(what.clone());
                Column::with_children([note.into(), content]).spacing(16).into()
            }
            None => content,
        };
        let back: Element<'_, Message> = if self.step == Step::Language {
            Space::new().into()
        } else {
            kit::button(look, texts.action_back())
                .key(texts.key_escape())
                .on_press_maybe((!busy).then_some(Message::Back))
                .into()
        };
        let (words, icon) = match self.step {
            Step::Phrase => (texts.welcome_phrase_written(), Icon::ArrowForward),
            Step::Review => (texts.welcome_found(), Icon::Check),
            _ => (texts.action_next(), Icon::ArrowForward),
        };
        let next = kit::button(look, words)
            .primary()
            .icon_after(icon)
            .busy_maybe(busy.then(|| texts.welcome_founding()))
            .on_press(Message::Next);
        let (title, sentence, _) = self.words(texts);
        stage(scene, title, sentence, content, back, next)
    }

    fn content(&self, scene: Scene) -> Element<'_, Message> {
        match self.step {
            Step::Language => self.choice_of_language(scene),
            Step::Workplace => self.workplace.view(scene),
            Step::Supervisor => self.supervisor.view(scene),
            Step::Password => self.password.view(scene).map(Message::Password),
            Step::Phrase => phrase::words(scene, &self.prepared, self.language),
            Step::Asked => self.asked.view(scene, &self.prepared),
            Step::Applicant => self.applicant.view(scene),
            Step::Review => review::view(self, scene),
        }
    }

    fn choice_of_language(&self, scene: Scene) -> Element<'_, Message> {
        let all = languages();
        let chosen = all.iter().position(|language| *language == self.language);
        let rows = all.iter().map(|language| {
            let own = Texts::of(*language);
            possibility(own.locale_name()).icon(Icon::Globe)
        });
        let name = scene.texts.welcome_language_choices();
        kit::choice(scene.look, name, rows.collect(), chosen, Message::Language)
    }
}

fn languages() -> Vec<Language> {
    Locale::all().iter().map(Locale::language).collect()
}
