//! A registry over HTTP: two questions in JSON, of which `docs/registry.openapi.yaml` is the contract.
//!
//! Numbers go in the body and never in an address, where logs on the way would keep them. Anything but a clean answer to
//! the question that was asked is "unknown", never a guess.

use std::time::Duration;

use futures::future::BoxFuture;
use hyper::header::{AUTHORIZATION, HeaderValue};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use crate::adapter::gateway::Trust;
use crate::adapter::web::{Address, Answer, Lost, Method, Request, exchange};
use crate::domain::applicant::{IdentityNumber, Mobile};
use crate::domain::message::GatewayFault;
use crate::domain::registry::{MobileStanding, Person, RegistryAnswer, RegistryNo};
use crate::domain::secret::{ExposeSecret, Secret};
use crate::port::{GatewayError, Registry};

/// What a registry over HTTP needs to know.
#[derive(Clone, Debug)]
pub struct HttpRegistrySettings {
    /// Where it is: the questions stand below this address.
    pub address: Address,
    /// What the desk signs in with.
    pub token: Secret,
    /// Whom its certificate may come from.
    pub trust: Trust,
    /// How long one look-up may take in all.
    pub patience: Duration,
}

/// A registry over HTTP. Cheap to make; it keeps no connection.
pub struct HttpRegistry {
    settings: HttpRegistrySettings,
    bearer: HeaderValue,
}

/// The token cannot stand in a header: it has a control character in it, or is empty. Tells nothing of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the token of the registry is empty or has a control character in it")]
pub struct HttpRegistryTokenError;

#[derive(Serialize)]
struct AskedPerson {
    identity_number: IdentityNumber,
}

#[derive(Serialize)]
struct AskedMobile {
    mobile: Mobile,
    identity_number: IdentityNumber,
}

/// What a registry says. It repeats whom it speaks of.
#[derive(Deserialize)]
#[serde(tag = "answer", rename_all = "kebab-case")]
enum Said<T> {
    Known(T),
    NotThere,
    Unknown,
}

#[derive(Deserialize)]
struct SaidPerson {
    identity_number: IdentityNumber,
    person: Person,
}

#[derive(Deserialize)]
struct SaidMobile {
    identity_number: IdentityNumber,
    mobile: Mobile,
    standing: MobileStanding,
}

#[derive(Deserialize)]
struct Status {
    ready: bool,
}

impl HttpRegistry {
    /// A registry at an address.
    ///
    /// # Errors
    /// The token cannot be sent.
    pub fn new(settings: HttpRegistrySettings) -> Result<Self, HttpRegistryTokenError> {
        let token = settings.token.expose_secret();
        let bearer = Zeroizing::new(format!("Bearer {token}"));
        let mut bearer = HeaderValue::from_bytes(bearer.as_bytes()).map_err(|_| HttpRegistryTokenError)?;
        if token.is_empty() {
            return Err(HttpRegistryTokenError);
        }
        bearer.set_sensitive(true);
        Ok(Self { settings, bearer })
    }

    /// Whether it can be asked, without looking anybody up.
    ///
    /// # Errors
    /// What stands in the way.
    pub async fn probe(&self) -> Result<(), GatewayError> {
        let answer = self.exchange(Method::Get, "/status", None).await?;
        let status = serde_json::from_slice::<Status>(&answer.body).ok();
        match (answer.status, status) {
            (200, Some(Status { ready: true })) => Ok(()),
            (200, Some(Status { ready: false })) => Err(GatewayError::new(GatewayFault::Failing, "it is not ready")),
            _ => Err(unclean(&answer)),
        }
    }

    /// Asks a question; what is not answered cleanly is unknown.
    async fn ask<T: DeserializeOwned>(&self, path: &str, question: &impl Serialize) -> RegistryAnswer<T> {
        match self.answer(path, question).await {
            Ok(Said::Known(known)) => RegistryAnswer::Known(known),
            Ok(Said::NotThere) => RegistryAnswer::No(RegistryNo::NotThere),
            Ok(Said::Unknown) => RegistryAnswer::Unknown,
            Err(error) => {
                tracing::error!("the registry could not be asked: {error}");
                RegistryAnswer::Unknown
            }
        }
    }

    async fn answer<T: DeserializeOwned>(
        &self,
        path: &str,
        question: &impl Serialize,
    ) -> Result<Said<T>, GatewayError> {
        let question = serde_json::to_vec(question).map(Zeroizing::new);
        let question = question.map_err(|error| GatewayError::new(GatewayFault::Malformed, error))?;
        let answer = self.exchange(Method::Post, path, Some(question)).await?;
        // A status and a body that contradict each other say nothing: a 404 may come from whoever stands before it.
        match (answer.status, serde_json::from_slice(&answer.body).ok()) {
            (200, Some(said @ (Said::Known(_) | Said::Unknown))) | (404, Some(said @ Said::NotThere)) => Ok(said),
            _ => Err(unclean(&answer)),
        }
    }

    async fn exchange(
        &self,
        method: Method,
        path: &str,
        body: Option<Zeroizing<Vec<u8>>>,
    ) -> Result<Answer, GatewayError> {
        let request = Request {
            method,
            address: self.settings.address.below(path),
            headers: vec![(AUTHORIZATION, self.bearer.clone())],
            body: body.map(|body| ("application/json", body)),
        };
        let answer = exchange(request, &self.settings.trust, self.settings.patience).await;
        answer.map_err(Lost::into_error)
    }
}

impl std::fmt::Debug for HttpRegistry {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "HttpRegistry({:?})", self.settings.address)
    }
}

impl Registry for HttpRegistry {
    fn person(&self, number: IdentityNumber) -> BoxFuture<'_, RegistryAnswer<Person>> {
        Box::pin(async move {
            let question = AskedPerson {
                identity_number: number,
            };
            match self.ask::<SaidPerson>("/person", &question).await {
                // A record of somebody else, or of another kind than the number says, is no answer.
                RegistryAnswer::Known(said) if said.identity_number != number || said.person.kind != number.kind() => {
                    tracing::error!("the registry spoke of somebody else");
                    RegistryAnswer::Unknown
                }
                said => said.map(|said| said.person),
            }
        })
    }

    fn mobile(&self, mobile: Mobile, number: IdentityNumber) -> BoxFuture<'_, RegistryAnswer<MobileStanding>> {
        Box::pin(async move {
            let question = AskedMobile {
                mobile,
                identity_number: number,
            };
            match self.ask::<SaidMobile>("/mobile", &question).await {
                RegistryAnswer::Known(said) if (said.mobile, said.identity_number) != (mobile, number) => {
                    tracing::error!("the registry spoke of another mobile");
                    RegistryAnswer::Unknown
                }
                said => said.map(|said| said.standing),
            }
        })
    }
}

/// What is wrong with an answer that is not clean. Tells nothing of its body.
fn unclean(answer: &Answer) -> GatewayError {
    let fault = match answer.status {
        401 | 403 => GatewayFault::SignInRefused,
        429 => GatewayFault::Throttled,
        500..=599 => GatewayFault::Failing,
        _ => GatewayFault::Malformed,
    };
    GatewayError::new(fault, format_args!("HTTP {} without a clean answer", answer.status))
}
