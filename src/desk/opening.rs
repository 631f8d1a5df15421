//! The desk opens: the numbers are checked, the clock goes on from the last frame, and what a stop left half-way is
//! found.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use tokio::sync::Notify;

use crate::domain::fact::Fact;
use crate::domain::message::Delivery;
use crate::domain::policy::{Policy, PolicyFault};
use crate::domain::staff::{Staff, Workplace};
use crate::domain::time::TrustedTime;
use crate::port::{Commit, StoreError};

use super::staff::session::Session;
use super::{Desk, DeskError, Inner, Ports, is_large, locked};

/// Why a desk did not open.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// Numbers of the policy lie outside their permitted ranges.
    #[error("{} numbers of the policy are outside their range", .0.len())]
    Policy(Vec<PolicyFault>),
    /// At a real desk nobody is there who did not sign in.
    #[error("at a real desk everybody signs in")]
    Unproven,
    /// The store did not take it.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Desk {
    /// Opens the desk for `clerk`, who stays signed in: beside made-up people. At a real desk everybody signs in: see
    /// [`Desk::open_unattended`]. Visits that the last stop left open wait to be resumed, or end where it is too late
    /// for that; messages that were on their way then are marked unknown.
    ///
    /// # Errors
    /// See [`OpenError`].
    pub fn open(ports: Ports, policy: Policy, workplace: Workplace, clerk: Staff) -> Result<Self, OpenError> {
        if ports.store.kind().practice().is_none() {
            return Err(OpenError::Unproven);
        }
        Self::open_with(ports, policy, workplace, Some(clerk))
    }

    /// Opens the desk with nobody at it: whoever works here signs in. Centre and desk are those of the first start;
    /// `workplace` stands in for them before it.
    ///
    /// # Errors
    /// See [`OpenError`].
    pub fn open_unattended(ports: Ports, policy: Policy, workplace: Workplace) -> Result<Self, OpenError> {
        let founded = ports.store.set_up()?;
        let workplace = founded.map_or(workplace, |set_up| set_up.record.workplace);
        Self::open_with(ports, policy, workplace, None)
    }

    /// Opens the desk for one command, which leaves visits and messages alone.
    pub(super) fn at_the_command_line(ports: Ports, policy: Policy, workplace: Workplace) -> Result<Self, OpenError> {
        let (inner, _) = Inner::assemble(ports, policy, workplace)?;
        Ok(Self { inner: Arc::new(inner) })
    }

    fn open_with(ports: Ports, policy: Policy, workplace: Workplace, clerk: Option<Staff>) -> Result<Self, OpenError> {
        let (inner, is_counted) = Inner::assemble(ports, policy, workplace)?;
        let session = clerk.map(|clerk| Session::open(clerk, inner.moment().at));
        *locked(&inner.session) = session;
        inner.record_opening()?;
        inner.settle_messages()?;
        inner.find_left_open(is_counted).map_err(|error| match error {
            DeskError::Store(error) => error,
            other => StoreError::Damaged(other.to_string()),
        })?;
        Ok(Self { inner: Arc::new(inner) })
    }
}

impl Inner {
    /// Checks the numbers and lets the clock go on from the last frame. Also whether the time since that frame is known.
    fn assemble(ports: Ports, policy: Policy, workplace: Workplace) -> Result<(Self, bool), OpenError> {
        policy.check(ports.store.kind()).map_err(OpenError::Policy)?;
        let last = ports.store.head().map(|head| head.moment);
        let reading = ports.clock.read();
        let (mut time, jump) = TrustedTime::resume(last, reading);
        time.accept(reading);
        let jumped = is_large(jump, &policy);
        let inner = Self {
            ports,
            policy,
            workplace: Mutex::new(workplace),
            session: Mutex::new(None),
            gate: Mutex::new(()),
            time: Mutex::new(time),
            jumped: Mutex::new(jumped),
            jumps: Mutex::new(Vec::from_iter(jumped.then_some(jump))),
            recorded: Mutex::new(None),
            images: Mutex::new(HashMap::new()),
            left: Mutex::new(Vec::new()),
            outbox: Notify::new(),
        };
        Ok((inner, last.is_none_or(|last| last.is_counted_to(reading))))
    }

    fn record_opening(&self) -> Result<(), StoreError> {
        let moment = self.moment();
        let opened = Fact::DeskOpened {
            policy: Box::new(self.policy.clone()),
        };
        self.write(Commit {
            moment,
            entries: vec![self.entry(None, opened)],
            changes: Vec::new(),
        })
    }

    /// What was handed to a gateway when the program stopped may or may not have arrived; it is never sent again.
    fn settle_messages(&self) -> Result<(), StoreError> {
        for waiting in self.ports.store.waiting()? {
            if waiting.record.delivery != Delivery::Sending {
                continue;
            }
            self.write_delivery(waiting, Delivery::Unknown)?;
        }
        Ok(())
    }
}
