//! The first start of a desk: until it is done, nobody can sign in.

use std::hash::{BuildHasher, RandomState};
use std::sync::Arc;

use iced::Task;

use crate::desk::staff::{FoundingRefusal, PasswordRefusal};
use crate::domain::staff::phrase::WORDS;
use crate::ui::kit;
use crate::ui::screen::Side;
use crate::ui::screen::staff::{pair, sign_in};
use crate::ui::screen::welcome::{self, Prepared, Spot};

use super::super::Place;
use super::{App, AppMessage, Message, Page};

impl App {
    pub(super) fn open_set_up(&mut self) -> Task<AppMessage> {
        if matches!(self.keeper.page, Some(Page::SetUp(_))) {
            return Task::none();
        }
        let prepared = Prepared {
            phrase: self.desk.new_phrase(),
            asked: two_of(WORDS),
        };
        let rules = self.desk.policy().password.clone();
        let state = welcome::State::new(prepared, rules, self.options.language, self.desk.workplace());
        self.keeper.page = Some(Page::SetUp(Box::new(state)));
        kit::focus::none()
    }

    pub(super) fn speak_next(&mut self) -> Task<AppMessage> {
        let next = self.scene(Side::Clerk).texts.next_language();
        self.options.language = next;
        if let Some(Page::SetUp(state)) = &mut self.keeper.page {
            state.set_language(next);
        }
        Task::none()
    }

    pub(super) fn on_set_up(&mut self, message: welcome::Message) -> Task<AppMessage> {
        let Some(Page::SetUp(state)) = &mut self.keeper.page else {
            return Task::none();
        };
        if self.keeper.busy {
            return Task::none();
        }
        let action = state.update(message);
        self.options.language = state.language();
        self.fault = None;
        match action {
            welcome::Action::None => Task::none(),
            welcome::Action::Focus(field) => field.map_or_else(kit::focus::none, kit::focus::to),
            welcome::Action::Mark(Spot { x, y }) => self.show_mark(Place::new(x, y, None).corner),
            welcome::Action::Found(founding) => {
                self.change_begins();
                let desk = self.desk.clone();
                Task::perform(async move { desk.found(*founding).await }, |result| {
                    AppMessage::Staff(Message::Founded(result.map_err(Arc::new)))
                })
            }
        }
    }

    /// The supervisor signs in like everybody.
    pub(super) fn founded(&mut self, result: Result<(), FoundingRefusal>) -> Task<AppMessage> {
        self.keeper.busy = false;
        let Some(Page::SetUp(state)) = &mut self.keeper.page else {
            return Task::none();
        };
        match result {
            Err(FoundingRefusal::Password(why)) => {
                let fault = match why {
                    PasswordRefusal::Faults(faults) => faults.into(),
                    PasswordRefusal::UsedBefore | PasswordRefusal::Old(_) => pair::Fault::UsedBefore,
                };
                kit::focus::to(state.password_refused(fault))
            }
            // It is set up: by this window, or by another program before it.
            Ok(()) | Err(_) => {
                let beside = self.open_where_it_was_said();
                Task::batch([
                    beside,
                    self.open_sign_in(sign_in::State::new()),
                    self.look_at_the_desk(),
                ])
            }
        }
    }
}

/// Two different places out of `count`, in their order. Nobody gains anything by foreseeing them.
fn two_of(count: usize) -> [usize; 2] {
    let random = |salt: u8| {
        let hash = RandomState::new().hash_one(salt);
        usize::try_from(hash % 1_000_003).unwrap_or(0)
    };
    let first = random(1) % count;
    let second = (first + 1 + random(2) % (count - 1)) % count;
    [first.min(second), first.max(second)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_different_words_are_asked_back() {
        for _ in 0..500 {
            let [first, second] = two_of(WORDS);
            assert!(first < second && second < WORDS);
        }
    }
}
