//! Email over SMTP (RFC 5321): one connection a message, encrypted unless the configuration says otherwise.
//!
//! `lettre` speaks the protocol. Its own way of sending hides at which step something went wrong, so the steps are taken
//! here one by one: until the text begins to leave, nothing was taken; after it, only an answer says what became of the
//! message. They block, so each talk has a thread of its own; whoever stops waiting for it first takes care that no text
//! leaves any more.

mod fault;

use std::sync::atomic::{AtomicU8, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use futures::future::BoxFuture;
use lettre::message::Mailbox;
use lettre::message::header::{ContentType, HeaderName, HeaderValue};
use lettre::transport::smtp::authentication::{Credentials, Mechanism};
use lettre::transport::smtp::client::{Certificate, SmtpConnection, TlsParameters};
use lettre::transport::smtp::commands::{Data, Mail, Rcpt};
use lettre::transport::smtp::extension::{ClientId, Extension, MailBodyParameter, MailParameter};
use lettre::{Address, Message};
use tokio::sync::Notify;
use tokio::time::{Instant, sleep_until, timeout};

use super::Trust;
use crate::domain::applicant::Email;
use crate::domain::id::MessageId;
use crate::domain::message::{Channel, Contact, GatewayFault};
use crate::domain::secret::{ExposeSecret, Secret};
use crate::port::{Accepted, Gateway, GatewayError, GatewayState, Outgoing, Receipt, SubmitError};

use self::fault::{Step, after_text, before_text, of};

/// How the connection is protected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Protection {
    /// TLS is asked for once connected (port 587, as a rule). A server that does not offer it is not used.
    StartTls(Trust),
    /// TLS from the first byte (port 465, as a rule).
    Tls(Trust),
    /// None: whoever listens on the way reads codes and password.
    None,
}

/// Whom the desk signs in as.
#[derive(Clone, Debug)]
pub struct MailSignIn {
    /// The name.
    pub user: String,
    /// The password.
    pub password: Secret,
}

/// A mail server, and how it is used.
#[derive(Clone, Debug)]
pub struct SmtpSettings {
    /// Its name or address; its certificate must name it.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// How the connection is protected.
    pub protection: Protection,
    /// Whom the desk signs in as; none where the server asks for nobody.
    pub sign_in: Option<MailSignIn>,
    /// The address that messages come from.
    pub from: Email,
    /// The name beside it.
    pub from_name: Option<String>,
    /// How long a message, or a trial, may take in all.
    pub patience: Duration,
}

/// A gateway for email.
#[derive(Debug)]
pub struct SmtpGateway {
    name: String,
    settings: Arc<SmtpSettings>,
    standing: Mutex<Standing>,
    changed: Notify,
}

/// How it stood when it was used last, and when it is tried of itself: it holds no connection that would tell.
#[derive(Clone, Copy, Debug)]
struct Standing {
    state: GatewayState,
    again: Option<Instant>,
}

/// How long a server may take to say goodbye: the message is its own by then.
const GOODBYE: Duration = Duration::from_secs(1);

impl SmtpGateway {
    /// A gateway under its name in the configuration. It counts as ready until it was tried, which is at once.
    pub fn new(name: String, settings: SmtpSettings) -> Self {
        let standing = Standing {
            state: GatewayState::Ready,
            again: Some(Instant::now()),
        };
        Self {
            name,
            settings: Arc::new(settings),
            standing: Mutex::new(standing),
            changed: Notify::new(),
        }
    }

    /// A server that refuses one message works.
    fn note<T>(&self, result: Result<T, &GatewayError>) {
        *self.standing() = match result {
            Err(error) if error.fault != GatewayFault::MessageRefused => Standing {
                state: GatewayState::Down(error.fault),
                again: Some(Instant::now() + self.settings.patience * 3),
            },
            _ => Standing {
                state: GatewayState::Ready,
                again: None,
            },
        };
        self.changed.notify_one();
    }

    fn standing(&self) -> MutexGuard<'_, Standing> {
        self.standing.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Runs the talk with the server where blocking disturbs nobody. Nothing where it took too long.
    async fn talk<T: Send + 'static>(
        &self,
        course: &Arc<Course>,
        work: impl FnOnce(&SmtpSettings, &Course) -> T + Send + 'static,
    ) -> Option<T> {
        let (settings, theirs) = (Arc::clone(&self.settings), Arc::clone(course));
        let run = tokio::task::spawn_blocking(move || work(&settings, &theirs));
        timeout(self.settings.patience, run).await.ok()?.ok()
    }

    async fn hand_over(&self, outgoing: &Outgoing) -> Result<Accepted, SubmitError> {
        let (to, message) = self.written(outgoing).map_err(SubmitError::Refused)?;
        let course = Arc::new(Course::new(self.settings.patience));
        let text = message.formatted();
        let talk = self.talk(&course, move |settings, course| deliver(settings, course, &to, &text));
        let gateway_id = self.message_id(outgoing.id);
        match talk.await {
            Some(result) => result.map(|()| Accepted { gateway_id }),
            None if course.give_up() => Err(SubmitError::NotAccepted(Step::Announce.silent())),
            None => Err(SubmitError::Unknown(Step::Text.silent())),
        }
    }

    async fn try_out(&self) -> Result<(), GatewayError> {
        let course = Arc::new(Course::new(self.settings.patience));
        let talk = self.talk(&course, |settings, course| connect(settings, course).map(leave));
        let result = talk.await.unwrap_or_else(|| Err(Step::Connect.silent()));
        self.note(result.as_ref());
        result
    }

    /// The message as it travels. Which way it is read follows from its text, as mail programs do it.
    fn written(&self, outgoing: &Outgoing) -> Result<(Address, Message), GatewayError> {
        let malformed = |cause: &str| GatewayError::new(GatewayFault::MessageRefused, cause);
        let Contact::Email(to) = &outgoing.to else {
            return Err(malformed("it carries email alone"));
        };
        let to = address(to)?;
        let from = Mailbox::new(self.settings.from_name.clone(), address(&self.settings.from)?);
        // No absence note answers a code (RFC 3834).
        let automatic = HeaderName::new_from_ascii_str("Auto-Submitted");
        let message = Message::builder()
            .from(from)
            .to(Mailbox::new(None, to.clone()))
            .subject(outgoing.subject.as_deref().unwrap_or_default())
            .message_id(Some(self.message_id(outgoing.id)))
            .raw_header(HeaderValue::new(automatic, "auto-generated".to_owned()))
            .header(ContentType::TEXT_PLAIN)
            .body(outgoing.text.expose_secret().to_owned());
        let message = message.map_err(|_| malformed("the message could not be written"))?;
        Ok((to, message))
    }

    /// Our name for the message, as its header bears it.
    fn message_id(&self, id: MessageId) -> String {
        let from = self.settings.from.as_str();
        let domain = from.rsplit_once('@').map_or(from, |(_, domain)| domain);
        let digits: String = id.as_bytes().iter().map(|byte| format!("{byte:02x}")).collect();
        format!("<{digits}@{domain}>")
    }
}

impl Gateway for SmtpGateway {
    fn name(&self) -> &str {
        &self.name
    }

    fn channel(&self) -> Channel {
        Channel::Email
    }

    fn submit(&self, message: Outgoing) -> BoxFuture<'_, Result<Accepted, SubmitError>> {
        Box::pin(async move {
            let result = self.hand_over(&message).await;
            self.note(result.as_ref().map_err(
                |(SubmitError::NotAccepted(error) | SubmitError::Refused(error) | SubmitError::Unknown(error))| error,
            ));
            result
        })
    }

    /// Mail servers say that a message was taken, never that it arrived. Whoever waits here lets one that is down be
    /// tried again from time to time.
    fn receipt(&self) -> BoxFuture<'_, Receipt> {
        Box::pin(async {
            loop {
                let again = self.standing().again;
                let Some(again) = again else {
                    self.changed.notified().await;
                    continue;
                };
                tokio::select! {
                    () = sleep_until(again) => {
                        // What came of it is noted.
                        let _ = self.try_out().await;
                    }
                    () = self.changed.notified() => {}
                }
            }
        })
    }

    fn probe(&self) -> BoxFuture<'_, Result<(), GatewayError>> {
        Box::pin(self.try_out())
    }

    fn state(&self) -> GatewayState {
        self.standing().state
    }
}

/// One talk with the server, and how far it may still go.
#[derive(Debug)]
struct Course {
    until: std::time::Instant,
    text: AtomicU8,
}

/// The text has not begun to leave.
const UNSENT: u8 = 0;
/// It may have.
const SENT: u8 = 1;
/// It has not, and never will: nobody waits any more.
const GIVEN_UP: u8 = 2;

impl Course {
    fn new(patience: Duration) -> Self {
        Self {
            until: std::time::Instant::now() + patience,
            text: AtomicU8::new(UNSENT),
        }
    }

    /// What is left of the patience: each step may take that and no more.
    fn left(&self, step: Step) -> Result<Duration, GatewayError> {
        let left = self.until.saturating_duration_since(std::time::Instant::now());
        if left.is_zero() { Err(step.silent()) } else { Ok(left) }
    }

    /// Gives the next step its time.
    fn next(&self, connection: &mut SmtpConnection, step: Step) -> Result<(), GatewayError> {
        let left = self.left(step)?;
        connection.set_timeout(Some(left)).map_err(|_| step.silent())
    }

    /// Whether the text may leave now. From then on it may be the server's.
    fn send(&self) -> bool {
        self.turn(SENT)
    }

    /// Nobody waits any more. Whether the text certainly did not leave, and never will.
    fn give_up(&self) -> bool {
        self.turn(GIVEN_UP)
    }

    fn turn(&self, to: u8) -> bool {
        let turned = self
            .text
            .compare_exchange(UNSENT, to, Ordering::SeqCst, Ordering::SeqCst);
        turned.is_ok()
    }
}

/// Connects, encrypts and signs in.
fn connect(settings: &SmtpSettings, course: &Course) -> Result<SmtpConnection, GatewayError> {
    // It tells no name of the desk.
    let hello = ClientId::default();
    let at_once = match &settings.protection {
        Protection::Tls(trust) => Some(parameters(&settings.host, trust)?),
        Protection::StartTls(_) | Protection::None => None,
    };
    let server = (settings.host.as_str(), settings.port);
    let left = course.left(Step::Connect)?;
    // Half of it: a host that drops everything is told from one that is reached and silent.
    let mut connection = SmtpConnection::connect(server, Some(left / 2), &hello, at_once.as_ref(), None)
        .map_err(|error| of(Step::Connect, &error))?;
    if let Protection::StartTls(trust) = &settings.protection {
        course.next(&mut connection, Step::Encrypt)?;
        let encrypted = connection.starttls(&parameters(&settings.host, trust)?, &hello);
        encrypted.map_err(|error| of(Step::Encrypt, &error))?;
    }
    if let Some(sign_in) = &settings.sign_in {
        course.next(&mut connection, Step::SignIn)?;
        let credentials = Credentials::new(sign_in.user.clone(), sign_in.password.expose_secret().to_owned());
        let signed_in = connection.auth(&[Mechanism::Plain, Mechanism::Login], &credentials);
        signed_in.map_err(|error| of(Step::SignIn, &error))?;
    }
    Ok(connection)
}

/// Hands a message over.
fn deliver(settings: &SmtpSettings, course: &Course, to: &Address, text: &[u8]) -> Result<(), SubmitError> {
    let mut connection = connect(settings, course).map_err(SubmitError::NotAccepted)?;
    course
        .next(&mut connection, Step::Announce)
        .map_err(SubmitError::NotAccepted)?;
    announce(&mut connection, &settings.from, to, text)?;
    course
        .next(&mut connection, Step::Announce)
        .map_err(SubmitError::NotAccepted)?;
    if !course.send() {
        return Err(SubmitError::NotAccepted(Step::Announce.silent()));
    }
    connection.message(text).map_err(|error| after_text(&error))?;
    leave(connection);
    Ok(())
}

/// Says who writes to whom, and that the text comes now.
fn announce(connection: &mut SmtpConnection, from: &Email, to: &Address, text: &[u8]) -> Result<(), SubmitError> {
    let from = address(from).map_err(SubmitError::Refused)?;
    let mut parameters = Vec::new();
    if !(is_ascii(&from) && is_ascii(to)) {
        if !connection.server_info().supports_feature(Extension::SmtpUtfEight) {
            let cause = "the server takes no address with other than ASCII letters";
            let error = GatewayError::new(GatewayFault::MessageRefused, cause);
            return Err(SubmitError::Refused(error));
        }
        parameters.push(MailParameter::SmtpUtfEight);
    }
    if !text.is_ascii() {
        parameters.push(MailParameter::Body(MailBodyParameter::EightBitMime));
    }
    let said = connection.command(Mail::new(Some(from), parameters));
    said.map_err(|error| before_text(&error))?;
    let said = connection.command(Rcpt::new(to.clone(), Vec::new()));
    said.map_err(|error| before_text(&error))?;
    let said = connection.command(Data);
    said.map_err(|error| before_text(&error)).map(|_| ())
}

/// Says goodbye. Whatever it says to that, nothing depends on it.
fn leave(mut connection: SmtpConnection) {
    if connection.set_timeout(Some(GOODBYE)).is_ok() {
        let _ = connection.quit();
    }
}

fn parameters(host: &str, trust: &Trust) -> Result<TlsParameters, GatewayError> {
    let wrong = |error: lettre::transport::smtp::Error| of(Step::Encrypt, &error);
    let mut parameters = TlsParameters::builder(host.to_owned());
    for authority in trust.own() {
        parameters = parameters.add_root_certificate(Certificate::from_der(authority.to_vec()).map_err(wrong)?);
    }
    parameters.build_rustls().map_err(wrong)
}

fn address(email: &Email) -> Result<Address, GatewayError> {
    let read = email.as_str().parse();
    read.map_err(|_| GatewayError::new(GatewayFault::MessageRefused, "the address cannot be written to"))
}

fn is_ascii(address: &Address) -> bool {
    AsRef::<str>::as_ref(address).is_ascii()
}
