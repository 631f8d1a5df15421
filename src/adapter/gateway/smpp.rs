//! SMS over SMPP 3.4: one bound line to the operator's message centre (SMSC), opened anew whenever it breaks.
//!
//! What was certainly not submitted is said to be so: there was no line, the SMSC refused to bind, it answered with a
//! status. Once the first octet of a message may have left, only the SMSC's answer tells its fate; a line that breaks
//! or an answer that does not come leaves it unknown.
//!
//! | file | what it does |
//! | --- | --- |
//! | `line` | the way to a bound line: name, TCP, TLS, bind |
//! | `keeper` | opens the line, and again with growing waits |
//! | `session` | one bound line: what is written, what comes, what is overdue |
//! | `pdu` | what is written and what a status means |
//! | `text` | the alphabets of SMS |
//! | `receipt` | what an SMSC tells of a message later, and which message it means |
//! | `codec` | octets to PDUs and back |

mod codec;
mod keeper;
mod line;
mod pdu;
mod receipt;
mod session;
mod text;

use std::fmt;
use std::sync::{Arc, Once};
use std::time::Duration;

use futures::future::BoxFuture;
use tokio::sync::{oneshot, watch};
use tokio::time::{Instant, timeout, timeout_at};

use super::{SenderName, Trust};
use crate::domain::message::{Channel, Contact, GatewayFault};
use crate::domain::secret::{ExposeSecret, Secret};
use crate::port::{Accepted, Gateway, GatewayError, GatewayState, Outgoing, Receipt, SubmitError};

use keeper::{Bound, Phase, Shared};
use session::{Ask, Asked};

/// How an SMSC is reached, and who we are to it.
#[derive(Clone)]
pub struct SmppSettings {
    /// Its name or address.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// Whom a line over TLS is trusted to; none: the line is not encrypted.
    pub tls: Option<Trust>,
    /// The name that we bind with, of at most [`SmppSettings::LONGEST_SYSTEM_ID`] ASCII characters.
    pub system_id: String,
    /// The password beside it, of at most [`SmppSettings::LONGEST_PASSWORD`].
    pub password: Secret,
    /// What kind of system we are, where the operator asks for that; else empty. At most
    /// [`SmppSettings::LONGEST_SYSTEM_TYPE`].
    pub system_type: String,
    /// Whom messages come from.
    pub sender: SenderName,
    /// How long the SMSC may take to be reached, to bind, and to answer a message.
    pub patience: Duration,
    /// How long a line may be quiet before it is asked whether it still stands.
    pub enquire_every: Duration,
    /// How many messages may wait for an answer at once; at least one.
    pub window: u16,
}

impl SmppSettings {
    /// The most characters of a system id (SMPP 3.4, 5.2.1).
    pub const LONGEST_SYSTEM_ID: usize = 15;
    /// The most characters of a password (SMPP 3.4, 5.2.2).
    pub const LONGEST_PASSWORD: usize = 8;
    /// The most characters of a system type (SMPP 3.4, 5.2.3).
    pub const LONGEST_SYSTEM_TYPE: usize = 12;
}

impl fmt::Debug for SmppSettings {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "SmppSettings({}:{})", self.host, self.port)
    }
}

/// SMS over SMPP. The line is opened by the first call that needs one and kept until the value is dropped; then the
/// SMSC is told so. The calls belong to one runtime.
pub struct SmppGateway {
    name: String,
    shared: Arc<Shared>,
    begun: Once,
    /// Dropped with the gateway, which ends the line.
    held: watch::Sender<()>,
}

impl SmppGateway {
    /// A gateway of that name. It reaches out when it is first used.
    pub fn new(name: String, settings: SmppSettings) -> Arc<Self> {
        let (held, _) = watch::channel(());
        Arc::new(Self {
            shared: Arc::new(Shared::new(name.clone(), settings)),
            name,
            begun: Once::new(),
            held,
        })
    }

    fn begin(&self) {
        self.begun.call_once(|| {
            tokio::spawn(keeper::keep(Arc::clone(&self.shared), self.held.subscribe()));
        });
    }

    async fn hand_over(&self, message: Outgoing) -> Result<Accepted, SubmitError> {
        self.begin();
        let settings = &self.shared.settings;
        let Contact::Mobile(mobile) = message.to else {
            let error = GatewayError::new(GatewayFault::MessageRefused, "an SMS goes to a mobile");
            return Err(SubmitError::Refused(error));
        };
        let submit = pdu::submit(&settings.sender, mobile, message.text.expose_secret());
        let mut pdu = submit.map_err(SubmitError::Refused)?;
        // Whatever it waits for before it is written leaves the SMSC at least half of the patience to answer.
        let now = Instant::now();
        let (written_by, answered_by) = (now + settings.patience / 2, now + settings.patience);
        let bound = self.bound(written_by).await.map_err(SubmitError::NotAccepted)?;
        let place = match timeout_at(written_by, Arc::clone(&bound.window).acquire_owned()).await {
            Ok(Ok(place)) => place,
            Ok(Err(_)) => return Err(SubmitError::NotAccepted(lost())),
            Err(_) => {
                let full = "no place in the window came free in time";
                return Err(SubmitError::NotAccepted(GatewayError::new(
                    GatewayFault::Throttled,
                    full,
                )));
            }
        };
        // It is worth less by what it waited.
        let good_for = message.good_for.map(|good_for| good_for.saturating_sub(now.elapsed()));
        pdu.validity_period = pdu::validity(good_for).map_err(SubmitError::Refused)?;
        let asked = Asked::Submit {
            pdu: Box::new(pdu),
            mobile,
            place,
        };
        ask(&bound, asked, answered_by).await
    }

    /// The bound line, waited for only while it is opened for the first time.
    async fn bound(&self, by: Instant) -> Result<Bound, GatewayError> {
        let mut phase = self.shared.phase.subscribe();
        let settled = timeout_at(by, phase.wait_for(|phase| !matches!(phase, Phase::Opening))).await;
        match settled {
            Ok(Ok(phase)) => match &*phase {
                Phase::Bound(bound) => Ok(bound.clone()),
                Phase::Down(error) => Err(error.clone()),
                Phase::Opening => Err(lost()),
            },
            _ => Err(GatewayError::new(GatewayFault::Silent, "the line is not open yet")),
        }
    }

    /// Asks a bound line whether it stands; else has it opened now, whenever it would have been next.
    async fn tried(&self) -> Result<(), GatewayError> {
        self.begin();
        let mut phase = self.shared.phase.subscribe();
        let now = phase.borrow_and_update().clone();
        match now {
            Phase::Bound(bound) => {
                let by = Instant::now() + self.shared.settings.patience;
                return ask(&bound, Asked::Enquire, by)
                    .await
                    .map(|_| ())
                    .map_err(|error| match error {
                        SubmitError::NotAccepted(error) | SubmitError::Refused(error) | SubmitError::Unknown(error) => {
                            error
                        }
                    });
            }
            Phase::Down(_) => self.shared.again.notify_one(),
            Phase::Opening => {}
        }
        let _ = phase.changed().await;
        let now = phase.borrow().clone();
        match now {
            Phase::Bound(_) => Ok(()),
            Phase::Down(error) => Err(error),
            Phase::Opening => Err(lost()),
        }
    }
}

/// Asks a bound line, and gives back what it answers. It answers in time, whatever the SMSC does.
async fn ask(bound: &Bound, asked: Asked, by: Instant) -> Result<Accepted, SubmitError> {
    let (reply, answer) = oneshot::channel();
    if bound.asks.send(Ask { asked, by, reply }).await.is_err() {
        return Err(SubmitError::NotAccepted(lost()));
    }
    answer.await.unwrap_or_else(|_| Err(SubmitError::Unknown(lost())))
}

fn lost() -> GatewayError {
    GatewayError::new(GatewayFault::NotReached, "the line is not open")
}

impl Gateway for SmppGateway {
    fn name(&self) -> &str {
        &self.name
    }

    fn channel(&self) -> Channel {
        Channel::Sms
    }

    fn submit(&self, message: Outgoing) -> BoxFuture<'_, Result<Accepted, SubmitError>> {
        Box::pin(self.hand_over(message))
    }

    fn receipt(&self) -> BoxFuture<'_, Receipt> {
        Box::pin(async {
            self.begin();
            self.shared.receipts.next().await
        })
    }

    fn probe(&self) -> BoxFuture<'_, Result<(), GatewayError>> {
        Box::pin(async {
            // An attempt ends within the patience; so does the one before it, which may just be under way.
            match timeout(self.shared.settings.patience * 2, self.tried()).await {
                Ok(tried) => tried,
                Err(_) => Err(GatewayError::new(GatewayFault::Silent, "it did not answer in time")),
            }
        })
    }

    fn state(&self) -> GatewayState {
        match &*self.shared.phase.borrow() {
            Phase::Bound(_) => GatewayState::Ready,
            Phase::Down(error) => GatewayState::Down(error.fault),
            Phase::Opening => GatewayState::Down(GatewayFault::NotReached),
        }
    }
}

impl fmt::Debug for SmppGateway {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "SmppGateway({}, {:?})", self.name, self.state())
    }
}
