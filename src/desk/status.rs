//! How the desk stands: what the status line and the start page show.

use crate::domain::fact::Flow;
use crate::domain::message::Channel;
use crate::domain::time::Timestamp;
use crate::port::{GatewayState, StoreError, SubjectOf};

use super::outbox::is_told;
use super::{Desk, DeskError, Inner, locked};

/// How the desk stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Status {
    /// Codes and notices that wait to be sent.
    pub waiting: usize,
    /// Whether codes can be sent by SMS; none where no gateway carries them.
    pub gateway: Option<GatewayState>,
    /// Whether email can be sent; none where no gateway carries it.
    pub email: Option<GatewayState>,
    /// When the ledger was last written. Notices of a paused recovery are left out, as in `waiting`.
    pub recorded: Option<Timestamp>,
    /// Until when the desk or the clerk is paused.
    pub paused_until: Option<Timestamp>,
    /// Whether the wall clock jumped since the program was started.
    pub clock_jumped: bool,
}

impl Desk {
    /// Looks at how the desk stands. A jump of the wall clock that shows then is recorded at once.
    ///
    /// # Errors
    /// The store's.
    pub async fn status(&self) -> Result<Status, DeskError> {
        self.off_thread(|inner| {
            let moment = inner.moment();
            inner.write_jumps(moment)?;
            inner.end_left_open()?;
            Ok(Status {
                waiting: inner.waiting()?,
                gateway: inner.gateway_state(Channel::Sms),
                email: inner.gateway_state(Channel::Email),
                recorded: *locked(&inner.recorded),
                paused_until: inner.paused(moment.at)?,
                clock_jumped: *locked(&inner.jumped),
            })
        })
        .await
    }
}

impl Inner {
    /// Messages that wait. A notice of a paused recovery is left out: it would tell the clerk that the account exists.
    fn waiting(&self) -> Result<usize, StoreError> {
        Ok(self
            .ports
            .store
            .waiting()?
            .iter()
            .filter(|message| is_told(&message.record.kind))
            .count())
    }

    /// Until when this desk or this clerk starts no recovery.
    pub(super) fn paused(&self, now: Timestamp) -> Result<Option<Timestamp>, StoreError> {
        let nobody = self.ports.keys.subject(SubjectOf::Desk("", ""));
        let counters = self.counters(nobody, nobody)?;
        Ok(counters.tallies.limits(&self.policy, now).desk_paused())
    }

    /// Whether everything that a flow sends codes over can be sent over: a registration proves the email as well.
    pub(super) fn has_gateway(&self, flow: Flow) -> bool {
        let has = |channel| self.gateway_state(channel).is_some();
        has(Channel::Sms) && (flow != Flow::NewUser || has(Channel::Email))
    }

    /// The best of the gateways of `channel`; none where there is none.
    pub(super) fn gateway_state(&self, channel: Channel) -> Option<GatewayState> {
        let states: Vec<_> = self
            .ports
            .gateways
            .iter()
            .filter(|gateway| gateway.channel() == channel)
            .map(|gateway| gateway.state())
            .collect();
        states
            .iter()
            .find(|state| **state == GatewayState::Ready)
            .or(states.first())
            .copied()
    }
}
