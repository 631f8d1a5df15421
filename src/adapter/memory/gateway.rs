//! A gateway that keeps what it was handed and answers as it was told to.

use std::collections::VecDeque;
use std::sync::{Mutex, MutexGuard, PoisonError};

use futures::future::BoxFuture;
use tokio::sync::Notify;

use crate::domain::message::Channel;
use crate::domain::store_kind::Practice;
use crate::port::{Accepted, Gateway, GatewayError, GatewayState, Outgoing, Receipt, SubmitError};

/// A gateway in memory. What it is handed can be read, codes included: it exists beside made-up people only.
#[derive(Debug)]
pub struct MemoryGateway {
    channel: Channel,
    inner: Mutex<Inner>,
    changed: Notify,
    speaks: Notify,
}

#[derive(Debug)]
struct Inner {
    taken: Vec<Outgoing>,
    answers: VecDeque<SubmitError>,
    receipts: VecDeque<Receipt>,
    state: GatewayState,
    count: u64,
    is_silent: bool,
}

impl MemoryGateway {
    /// A gateway that takes everything.
    pub fn new(channel: Channel, _made_up_people: Practice) -> Self {
        let inner = Inner {
            taken: Vec::new(),
            answers: VecDeque::new(),
            receipts: VecDeque::new(),
            state: GatewayState::Ready,
            count: 0,
            is_silent: false,
        };
        Self {
            channel,
            inner: Mutex::new(inner),
            changed: Notify::new(),
            speaks: Notify::new(),
        }
    }

    /// Answers one later message with `error`; asked more than once, the messages in turn.
    pub fn fail_next(&self, error: SubmitError) {
        self.inner().answers.push_back(error);
    }

    /// Says from now on that it is ready, or down.
    pub fn set_state(&self, state: GatewayState) {
        self.inner().state = state;
    }

    /// Takes messages from now on, and gives no answer until [`speak`](Self::speak).
    pub fn fall_silent(&self) {
        self.inner().is_silent = true;
    }

    /// Gives all answers that are awaited, and every later one at once.
    pub fn speak(&self) {
        self.inner().is_silent = false;
        self.speaks.notify_waiters();
    }

    /// Hands out a receipt.
    pub fn push_receipt(&self, receipt: Receipt) {
        self.inner().receipts.push_back(receipt);
        self.changed.notify_one();
    }

    /// Hands over all messages that were taken since it was last asked.
    pub fn drain(&self) -> Vec<Outgoing> {
        std::mem::take(&mut self.inner().taken)
    }

    fn take(&self, message: Outgoing) -> Result<Accepted, SubmitError> {
        let mut inner = self.inner();
        if let Some(error) = inner.answers.pop_front() {
            return Err(error);
        }
        if let GatewayState::Down(fault) = inner.state {
            return Err(SubmitError::NotAccepted(GatewayError::new(fault, "down")));
        }
        inner.count += 1;
        let gateway_id = format!("memory-{}", inner.count);
        inner.taken.push(message);
        Ok(Accepted { gateway_id })
    }

    fn inner(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Gateway for MemoryGateway {
    fn name(&self) -> &str {
        "memory"
    }

    fn channel(&self) -> Channel {
        self.channel
    }

    fn submit(&self, message: Outgoing) -> BoxFuture<'_, Result<Accepted, SubmitError>> {
        Box::pin(async move {
            let answer = self.take(message);
            loop {
                let speaks = self.speaks.notified();
                if !self.inner().is_silent {
                    return answer;
                }
                speaks.await;
            }
        })
    }

    fn receipt(&self) -> BoxFuture<'_, Receipt> {
        Box::pin(async move {
            loop {
                if let Some(receipt) = self.inner().receipts.pop_front() {
                    return receipt;
                }
                self.changed.notified().await;
            }
        })
    }

    fn probe(&self) -> BoxFuture<'_, Result<(), GatewayError>> {
        Box::pin(async {
            match self.state() {
                GatewayState::Ready => Ok(()),
                GatewayState::Down(fault) => Err(GatewayError::new(fault, "down")),
            }
        })
    }

    fn state(&self) -> GatewayState {
        self.inner().state
    }
}
