//! A registry in memory: of made-up people, and the twin of the embedded one.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError, RwLock};

use futures::future::{BoxFuture, ready};

use crate::domain::applicant::{IdentityNumber, Mobile};
use crate::domain::registry::{MobileStanding, Person, RegisteredMobile, RegistryAnswer, RegistryNo, Roll};
use crate::domain::store_kind::Practice;
use crate::port::Registry;

/// A registry in memory. What it holds lies there in clear: it exists beside made-up people only.
#[derive(Debug)]
pub struct MemoryRegistry {
    held: RwLock<Option<Held>>,
    /// Makes what it holds when it is first asked.
    making: Mutex<Option<fn() -> Roll>>,
}

#[derive(Debug)]
struct Held {
    complete: bool,
    people: HashMap<IdentityNumber, Person>,
    mobiles: HashMap<Mobile, (IdentityNumber, RegisteredMobile)>,
}

impl MemoryRegistry {
    /// A registry that nothing was ever imported into: it knows nothing, and says so.
    pub const fn of_nothing(_made_up_people: Practice) -> Self {
        Self {
            held: RwLock::new(None),
            making: Mutex::new(None),
        }
    }

    /// A registry that holds what `make` makes, once it is first asked: no start waits for it.
    pub const fn when_asked(make: fn() -> Roll, _made_up_people: Practice) -> Self {
        Self {
            held: RwLock::new(None),
            making: Mutex::new(Some(make)),
        }
    }

    /// A registry that holds `roll`.
    pub fn of(roll: Roll, made_up_people: Practice) -> Self {
        let registry = Self::of_nothing(made_up_people);
        registry.replace(roll);
        registry
    }

    /// Holds `roll` in the place of whatever it held.
    pub fn replace(&self, roll: Roll) {
        let mut held = Held {
            complete: roll.complete,
            people: HashMap::new(),
            mobiles: HashMap::new(),
        };
        for one in roll.people {
            let mobiles = one
                .mobiles
                .into_iter()
                .map(|mobile| (mobile.mobile, (one.number, mobile)));
            held.mobiles.extend(mobiles);
            held.people.insert(one.number, one.person);
        }
        *self.held.write().unwrap_or_else(PoisonError::into_inner) = Some(held);
    }

    fn answer<T>(&self, find: impl FnOnce(&Held) -> Option<T>) -> RegistryAnswer<T> {
        // The lock stays taken: who asks meanwhile waits for what is made.
        let mut making = self.making.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(make) = making.take() {
            self.replace(make());
        }
        drop(making);
        let held = self.held.read().unwrap_or_else(PoisonError::into_inner);
        match held.as_ref().map(|held| (find(held), held.complete)) {
            Some((Some(found), _)) => RegistryAnswer::Known(found),
            Some((None, true)) => RegistryAnswer::No(RegistryNo::NotThere),
            Some((None, false)) | None => RegistryAnswer::Unknown,
        }
    }
}

impl Registry for MemoryRegistry {
    fn person(&self, number: IdentityNumber) -> BoxFuture<'_, RegistryAnswer<Person>> {
        Box::pin(ready(self.answer(|held| held.people.get(&number).cloned())))
    }

    fn mobile(&self, mobile: Mobile, number: IdentityNumber) -> BoxFuture<'_, RegistryAnswer<MobileStanding>> {
        let found = self.answer(|held| {
            let (owner, found) = held.mobiles.get(&mobile)?;
            Some(found.standing(*owner == number))
        });
        Box::pin(ready(found))
    }
}
