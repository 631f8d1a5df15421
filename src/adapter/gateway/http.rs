//! A gateway for SMS over HTTP, of which a profile file says how it is spoken to.
//!
//! A message is *accepted* or *refused* only where a rule of the profile says so. It was *not accepted* where nothing of
//! the request had left, where the gateway refuses the sign-in (401, 403) or says that it is too much (429), and where a
//! rule says so. Everything else is *unknown*: what breaks off after the request began to leave, a redirect, an answer
//! that no rule knows.

mod answer;
mod fill;
mod polls;
mod profile;
mod template;

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use futures::future::BoxFuture;
use tokio::sync::Notify;
use tokio::time::{Instant, sleep_until};

use self::answer::{Meaning, judge};
use self::fill::Filling;
use self::polls::Polls;
use self::template::SENDER;
use super::{SenderName, SenderNameError, Trust};
use crate::adapter::web::{Answer, Lost, exchange, reach};
use crate::domain::message::{Channel, Contact, GatewayFault};
use crate::domain::secret::{ExposeSecret, Secret};
use crate::port::{Accepted, Gateway, GatewayError, GatewayState, Outgoing, Receipt, SubmitError};

pub use self::profile::{Profile, ProfileError, ProfileReason};

/// What an HTTP gateway needs to know.
#[derive(Clone, Debug)]
pub struct HttpSettings {
    /// How it is spoken to.
    pub profile: Profile,
    /// What [`Profile::asks`] for, and nothing else.
    pub values: BTreeMap<String, Secret>,
    /// Whom its certificate may come from.
    pub trust: Trust,
    /// How long one question may take in all.
    pub patience: Duration,
}

/// Why settings cannot be used. Tells no value.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum HttpSettingsError {
    /// The profile asks for a value that is not there, or is empty.
    #[error("the profile asks for {0}")]
    Missing(String),
    /// A value is there that the profile does not ask for.
    #[error("the profile does not ask for {0}")]
    NotAsked(String),
    /// A value has a line break or another control character in it.
    #[error("{0} has a control character in it")]
    Control(String),
    /// The sender's name is none.
    #[error("{0}")]
    Sender(SenderNameError),
}

/// A gateway over HTTP.
pub struct HttpGateway {
    name: String,
    settings: HttpSettings,
    standing: Mutex<Standing>,
    polls: Mutex<Polls>,
    changed: Notify,
}

/// How it stood when it was last asked something, and when it is tried again of itself.
#[derive(Clone, Copy)]
struct Standing {
    state: GatewayState,
    again: Option<Instant>,
}

impl HttpGateway {
    /// A gateway of which nothing is known yet; it counts as ready.
    ///
    /// # Errors
    /// The values are not those that the profile asks for.
    pub fn new(name: String, settings: HttpSettings) -> Result<Arc<Self>, HttpSettingsError> {
        check(&settings)?;
        let standing = Standing {
            state: GatewayState::Ready,
            again: None,
        };
        Ok(Arc::new(Self {
            name,
            settings,
            standing: Mutex::new(standing),
            polls: Mutex::default(),
            changed: Notify::new(),
        }))
    }

    fn filling(&self) -> Filling<'_> {
        Filling {
            values: &self.settings.values,
            elsewhere: self.settings.profile.elsewhere.as_ref(),
            recipient: "",
            text: "",
            id: "",
            gateway_id: "",
        }
    }

    async fn send(&self, message: &Outgoing) -> Result<Accepted, SubmitError> {
        let Contact::Mobile(mobile) = &message.to else {
            let other = GatewayError::new(GatewayFault::MessageRefused, "it carries SMS alone");
            return Err(SubmitError::Refused(other));
        };
        let profile = &self.settings.profile;
        let id: String = message.id.as_bytes().iter().map(|byte| format!("{byte:02x}")).collect();
        let filling = Filling {
            recipient: &profile.spelling.spell(mobile),
            text: message.text.expose_secret(),
            id: &id,
            ..self.filling()
        };
        let request = filling.request(&profile.send).map_err(SubmitError::NotAccepted)?;
        match exchange(request, &self.settings.trust, self.settings.patience).await {
            Ok(answer) => outcome(&answer, profile, id),
            Err(Lost::Before(error)) => Err(SubmitError::NotAccepted(error)),
            Err(Lost::After(error)) => Err(SubmitError::Unknown(error)),
        }
    }

    async fn try_out(&self) -> Result<(), GatewayError> {
        let HttpSettings {
            profile,
            trust,
            patience,
            ..
        } = &self.settings;
        let Some(call) = &profile.probe else {
            return reach(&self.filling().address(&profile.send)?, trust, *patience).await;
        };
        let request = self.filling().request(call)?;
        let answer = exchange(request, trust, *patience).await.map_err(Lost::into_error)?;
        let said = judge(&call.rules, &answer);
        match said.as_ref().map(|said| said.means) {
            Some(Meaning::Ready) => Ok(()),
            Some(means) => Err(told(&answer, of(means), said.map(|said| said.place))),
            None => Err(unruled(&answer)),
        }
    }

    /// Whether a message arrived; nothing where that is not known yet, or cannot be asked now.
    async fn arrived(&self, gateway_id: &str) -> Option<bool> {
        let asking = self.settings.profile.receipt.as_ref()?;
        let filling = Filling {
            gateway_id,
            ..self.filling()
        };
        let request = filling.request(&asking.call).ok()?;
        let answer = exchange(request, &self.settings.trust, self.settings.patience)
            .await
            .ok()?;
        match judge(&asking.call.rules, &answer)?.means {
            Meaning::Delivered => Some(true),
            Meaning::Failed => Some(false),
            _ => None,
        }
    }

    /// Waits for whatever is due next, and does it: one that is down is tried again, a message is asked about.
    async fn turn(&self) -> Option<Receipt> {
        let again = self.standing().again;
        let poll = self.polls().due();
        let due = async {
            match [again, poll].into_iter().flatten().min() {
                Some(due) => sleep_until(due).await,
                None => std::future::pending().await,
            }
        };
        tokio::select! {
            () = due => {}
            () = self.changed.notified() => return None,
        }
        if again.is_some_and(|again| again <= Instant::now()) {
            let tried = self.try_out().await;
            self.stand(tried.err().as_ref());
        }
        let waits = &self.settings.profile.receipt.as_ref()?.after;
        let gateway_id = self.polls().take(waits, Instant::now())?;
        let delivered = self.arrived(&gateway_id).await?;
        self.polls().end(&gateway_id);
        Some(Receipt { gateway_id, delivered })
    }

    /// Remembers how it stands.
    fn stand(&self, error: Option<&GatewayError>) {
        let rest = self.settings.patience * 3;
        *self.standing() = Standing {
            state: error.map_or(GatewayState::Ready, |error| GatewayState::Down(error.fault)),
            again: error.map(|error| Instant::now() + error.pause.unwrap_or(rest)),
        };
        self.changed.notify_one();
    }

    fn standing(&self) -> MutexGuard<'_, Standing> {
        self.standing.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn polls(&self) -> MutexGuard<'_, Polls> {
        self.polls.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Gateway for HttpGateway {
    fn name(&self) -> &str {
        &self.name
    }

    fn channel(&self) -> Channel {
        Channel::Sms
    }

    fn submit(&self, message: Outgoing) -> BoxFuture<'_, Result<Accepted, SubmitError>> {
        Box::pin(async move {
            let outcome = self.send(&message).await;
            match &outcome {
                Ok(accepted) => {
                    if let Some(asking) = &self.settings.profile.receipt {
                        self.polls().begin(&accepted.gateway_id, &asking.after, Instant::now());
                    }
                    self.stand(None);
                }
                // It answered; the message is what it does not want.
                Err(SubmitError::Refused(_)) => self.stand(None),
                Err(SubmitError::NotAccepted(error) | SubmitError::Unknown(error)) => self.stand(Some(error)),
            }
            outcome
        })
    }

    fn receipt(&self) -> BoxFuture<'_, Receipt> {
        Box::pin(async move {
            loop {
                if let Some(receipt) = self.turn().await {
                    return receipt;
                }
            }
        })
    }

    fn probe(&self) -> BoxFuture<'_, Result<(), GatewayError>> {
        Box::pin(async move {
            let tried = self.try_out().await;
            self.stand(tried.as_ref().err());
            tried
        })
    }

    fn state(&self) -> GatewayState {
        self.standing().state
    }
}

fn check(settings: &HttpSettings) -> Result<(), HttpSettingsError> {
    let (asked, values) = (settings.profile.asks(), &settings.values);
    for name in &asked {
        let value = values.get(*name).map_or("", |value| value.expose_secret());
        if value.is_empty() {
            return Err(HttpSettingsError::Missing((*name).to_owned()));
        }
        if value.chars().any(char::is_control) {
            return Err(HttpSettingsError::Control((*name).to_owned()));
        }
        if *name == SENDER {
            SenderName::parse(value).map_err(HttpSettingsError::Sender)?;
        }
    }
    match values.keys().find(|name| !asked.contains(name.as_str())) {
        Some(name) => Err(HttpSettingsError::NotAsked(name.clone())),
        None => Ok(()),
    }
}

/// What an answer says of the message.
fn outcome(answer: &Answer, profile: &Profile, own_id: String) -> Result<Accepted, SubmitError> {
    let Some(said) = judge(&profile.send.rules, answer) else {
        let error = unruled(answer);
        return Err(match error.fault {
            GatewayFault::SignInRefused | GatewayFault::Throttled => SubmitError::NotAccepted(error),
            _ => SubmitError::Unknown(error),
        });
    };
    let error = told(answer, of(said.means), Some(said.place));
    match (said.means, said.id) {
        (Meaning::Accepted, Some(Some(gateway_id))) => Ok(Accepted { gateway_id }),
        // It has no name of its own for it: ours will do.
        (Meaning::Accepted, None) => Ok(Accepted { gateway_id: own_id }),
        // It says yes, and not of what.
        (Meaning::Accepted, Some(None)) => Err(SubmitError::Unknown(error)),
        (Meaning::Refused, _) => Err(SubmitError::Refused(error)),
        _ => Err(SubmitError::NotAccepted(error)),
    }
}

/// The fault behind what an answer means, where it means one.
const fn of(means: Meaning) -> GatewayFault {
    match means {
        Meaning::Refused => GatewayFault::MessageRefused,
        Meaning::SignInRefused => GatewayFault::SignInRefused,
        Meaning::Throttled => GatewayFault::Throttled,
        Meaning::NotNow => GatewayFault::Failing,
        Meaning::Accepted | Meaning::Ready | Meaning::Delivered | Meaning::Failed => GatewayFault::Malformed,
    }
}

/// What an answer says that no rule of the profile knows.
fn unruled(answer: &Answer) -> GatewayError {
    let fault = match answer.status {
        401 | 403 => GatewayFault::SignInRefused,
        429 => GatewayFault::Throttled,
        500..=599 => GatewayFault::Failing,
        _ => GatewayFault::Malformed,
    };
    told(answer, fault, None)
}

/// The cause tells the status and the rule, and nothing of what the answer says: it may quote number and text.
fn told(answer: &Answer, fault: GatewayFault, place: Option<usize>) -> GatewayError {
    let rule = place.map_or_else(
        || "no rule of the profile".to_owned(),
        |place| format!("rule {place} of the profile"),
    );
    let error = GatewayError::new(fault, format_args!("HTTP {} by {rule}", answer.status));
    match answer.pause {
        Some(pause) => error.pausing(pause),
        None => error,
    }
}
