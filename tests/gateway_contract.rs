//! What every gateway keeps, held by the real ones over software that is not ours and by their twin in memory.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "support/mail.rs"]
mod mail;
#[path = "support/sending.rs"]
mod sending;
#[path = "support/smsc.rs"]
mod smsc;
#[path = "support/web.rs"]
mod web;

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use istiada::adapter::gateway::Trust;
use istiada::adapter::gateway::http::{HttpGateway, HttpSettings, Profile};
use istiada::adapter::gateway::smpp::SmppGateway;
use istiada::adapter::gateway::smtp::{Protection, SmtpGateway, SmtpSettings};
use istiada::adapter::memory::MemoryGateway;
use istiada::domain::applicant::Email;
use istiada::domain::id::MessageId;
use istiada::domain::message::{Channel, Contact, GatewayFault};
use istiada::domain::secret::ExposeSecret;
use istiada::domain::store_kind::StoreKind;
use istiada::port::{Gateway, GatewayError, GatewayState, Outgoing, Receipt, SubmitError};
use serde_json::json;

use mail::MailServer;
use sending::{receipt_of, sms, until};
use smsc::Smsc;
use web::{Reply, Seen, Stub, say};

/// What the other side does with the next message.
#[derive(Clone, Copy)]
enum Next {
    /// It says that it takes none for now.
    Throttles,
    /// It says that it never takes this one.
    Refuses,
    /// It takes it, perhaps, and breaks off before it says so.
    BreaksOff,
}

/// A gateway, and whatever it sends to.
trait World {
    fn gateway(&self) -> Arc<dyn Gateway>;
    /// A message that it can carry, with this text.
    fn message(&self, text: &str) -> Outgoing;
    fn next(&mut self, next: Next);
    /// The other side reports on a message, where it does not by itself.
    fn reports(&mut self, gateway_id: &str);
    /// Nobody is there any more.
    fn goes(&mut self);
    /// Whether the other side says later what arrived.
    fn says_what_arrived(&self) -> bool {
        true
    }
    /// The texts that arrived at the other side and were not turned away.
    fn arrived(&self) -> Vec<String>;
}

struct InMemory {
    gateway: Arc<MemoryGateway>,
    texts: std::cell::RefCell<Vec<String>>,
    broken: Vec<String>,
}

impl InMemory {
    fn new() -> Self {
        let practice = StoreKind::Training.practice().unwrap();
        Self {
            gateway: Arc::new(MemoryGateway::new(Channel::Sms, practice)),
            texts: std::cell::RefCell::default(),
            broken: Vec::new(),
        }
    }
}

impl World for InMemory {
    fn gateway(&self) -> Arc<dyn Gateway> {
        self.gateway.clone()
    }

    fn message(&self, text: &str) -> Outgoing {
        sms("0501234567", text)
    }

    fn next(&mut self, next: Next) {
        let error = |fault| GatewayError::new(fault, "as it was told");
        self.gateway.fail_next(match next {
            Next::Throttles => SubmitError::NotAccepted(error(GatewayFault::Throttled)),
            Next::Refuses => SubmitError::Refused(error(GatewayFault::MessageRefused)),
            Next::BreaksOff => {
                self.broken.push("lost".to_owned());
                SubmitError::Unknown(error(GatewayFault::Silent))
            }
        });
    }

    fn reports(&mut self, gateway_id: &str) {
        self.gateway.push_receipt(Receipt {
            gateway_id: gateway_id.to_owned(),
            delivered: true,
        });
    }

    fn goes(&mut self) {
        self.gateway.set_state(GatewayState::Down(GatewayFault::NotReached));
    }

    fn arrived(&self) -> Vec<String> {
        let taken = self.gateway.drain();
        let mut texts = self.texts.borrow_mut();
        texts.extend(taken.iter().map(|message| message.text.expose_secret().to_owned()));
        // What may have arrived did arrive here.
        self.broken.iter().chain(texts.iter()).cloned().collect()
    }
}

struct OverSmpp {
    gateway: Arc<SmppGateway>,
    smsc: Option<Smsc>,
    texts: Vec<String>,
}

impl OverSmpp {
    fn new() -> Self {
        let smsc = Smsc::start();
        Self {
            gateway: SmppGateway::new("operator".to_owned(), smsc.settings()),
            smsc: Some(smsc),
            texts: Vec::new(),
        }
    }
}

impl World for OverSmpp {
    fn gateway(&self) -> Arc<dyn Gateway> {
        self.gateway.clone()
    }

    fn message(&self, text: &str) -> Outgoing {
        sms("0501234567", text)
    }

    fn next(&mut self, next: Next) {
        let word = match next {
            Next::Throttles => "ESME_RTHROTTLED",
            Next::Refuses => "ESME_RINVDSTADR",
            Next::BreaksOff => "drop",
        };
        self.smsc.as_ref().unwrap().tell(&json!({ "submit": word, "times": 1 }));
    }

    fn reports(&mut self, _: &str) {}

    fn goes(&mut self) {
        self.texts = self.arrived();
        self.smsc = None;
    }

    fn arrived(&self) -> Vec<String> {
        let Some(smsc) = &self.smsc else {
            return self.texts.clone();
        };
        let attempted = smsc.attempted().into_iter();
        let kept = attempted.filter(|message| ["ok", "drop"].contains(&message.answer.as_str()));
        kept.map(|message| message.text).collect()
    }
}

const PROFILE: &str = r#"
title = "Plain"

[send]
method = "POST"
url = "https://plain.example/send"
recipient = "966…"
body = "json"
fields = { to = "{recipient}", from = "{sender}", text = "{text}" }
answer = [{ status = ["200"], means = "accepted", id = "id" }, { status = ["400"], means = "refused" }]

[receipt]
method = "GET"
url = "https://plain.example/{gateway-id}"
after = [1, 1, 1, 1, 1, 1]
answer = [{ status = ["200"], field = "status", is = ["delivered"], means = "delivered" }]
"#;

/// What stands behind a gateway over HTTP.
#[derive(Default)]
struct Web {
    next: VecDeque<Next>,
    texts: Vec<String>,
    delivered: Vec<String>,
}

struct OverHttp {
    gateway: Arc<HttpGateway>,
    web: Arc<Mutex<Web>>,
    stub: Option<Stub>,
}

impl OverHttp {
    fn new() -> Self {
        let web = Arc::<Mutex<Web>>::default();
        let behind = Arc::clone(&web);
        let stub = Stub::start(move |seen| behind.lock().unwrap().asked(seen));
        let settings = HttpSettings {
            profile: Profile::parse(PROFILE).unwrap().at(stub.address()),
            values: [("sender".to_owned(), "Istiada".into())].into(),
            trust: Trust::of_system(),
            patience: Duration::from_secs(1),
        };
        Self {
            gateway: HttpGateway::new("web".to_owned(), settings).unwrap(),
            web,
            stub: Some(stub),
        }
    }
}

impl Web {
    fn asked(&mut self, seen: &Seen) -> Reply {
        if seen.method == "GET" {
            let arrived = self.delivered.iter().any(|id| seen.path == format!("/{id}"));
            return say(
                200,
                json!({ "status": if arrived { "delivered" } else { "sent" } }).to_string(),
            );
        }
        let next = self.next.pop_front();
        if let None | Some(Next::BreaksOff) = next {
            self.texts.push(seen.json()["text"].as_str().unwrap().to_owned());
        }
        match next {
            None => say(200, json!({ "id": self.texts.len() }).to_string()),
            Some(Next::Throttles) => say(429, ""),
            Some(Next::Refuses) => say(400, ""),
            Some(Next::BreaksOff) => Reply::Close,
        }
    }
}

impl World for OverHttp {
    fn gateway(&self) -> Arc<dyn Gateway> {
        self.gateway.clone()
    }

    fn message(&self, text: &str) -> Outgoing {
        sms("0501234567", text)
    }

    fn next(&mut self, next: Next) {
        self.web.lock().unwrap().next.push_back(next);
        if let Next::BreaksOff = next {
            // Whoever waits for receipts sees to it that one that was down is tried again.
            let gateway = self.gateway.clone();
            tokio::spawn(async move { gateway.receipt().await });
        }
    }

    fn reports(&mut self, gateway_id: &str) {
        self.web.lock().unwrap().delivered.push(gateway_id.to_owned());
    }

    fn goes(&mut self) {
        self.stub = None;
        // It has no line that could break: it learns this as it is asked something.
        let probe = self.gateway.probe();
        let probed = tokio::task::block_in_place(|| tokio::runtime::Handle::current().block_on(probe));
        probed.unwrap_err();
    }

    fn arrived(&self) -> Vec<String> {
        self.web.lock().unwrap().texts.clone()
    }
}

/// Email: nothing is heard of a message once it was taken, and the server is there or not when it is needed.
struct OverSmtp {
    gateway: Arc<SmtpGateway>,
    server: RefCell<Option<MailServer>>,
    texts: RefCell<Vec<String>>,
    count: Cell<u8>,
}

impl OverSmtp {
    fn new() -> Self {
        let server = MailServer::start(&[]);
        let settings = SmtpSettings {
            host: "127.0.0.1".to_owned(),
            port: server.port,
            protection: Protection::None,
            sign_in: None,
            from: Email::parse("no-reply@centre.example").unwrap(),
            from_name: None,
            patience: Duration::from_secs(3),
        };
        Self {
            gateway: Arc::new(SmtpGateway::new("mail".to_owned(), settings)),
            server: RefCell::new(Some(server)),
            texts: RefCell::default(),
            count: Cell::new(0),
        }
    }

    fn listen(&self) {
        while let Some(message) = self.server.borrow().as_ref().and_then(MailServer::next_if_any) {
            let text = message["text"].as_str().unwrap().trim_end().to_owned();
            self.texts.borrow_mut().push(text);
        }
    }
}

impl World for OverSmtp {
    fn gateway(&self) -> Arc<dyn Gateway> {
        self.gateway.clone()
    }

    fn message(&self, text: &str) -> Outgoing {
        self.count.set(self.count.get() + 1);
        Outgoing {
            id: MessageId::from_bytes([self.count.get(); 16]),
            to: Contact::Email(Email::parse("someone@example.com").unwrap()),
            subject: Some("A subject".to_owned()),
            text: text.into(),
            good_for: None,
        }
    }

    fn next(&mut self, next: Next) {
        let told = match next {
            Next::Throttles => json!({ "rcpt": "450 4.7.1 later" }),
            Next::Refuses => json!({ "rcpt": "550 5.1.1 never" }),
            Next::BreaksOff => json!({ "after_text": "hang-up" }),
        };
        self.server.borrow().as_ref().unwrap().tell(&told);
        if let Next::BreaksOff = next {
            let gateway = self.gateway.clone();
            tokio::spawn(async move { gateway.receipt().await });
        }
    }

    fn reports(&mut self, _: &str) {}

    fn goes(&mut self) {
        self.listen();
        *self.server.borrow_mut() = None;
        let probe = self.gateway.probe();
        let probed = tokio::task::block_in_place(|| tokio::runtime::Handle::current().block_on(probe));
        probed.unwrap_err();
    }

    fn says_what_arrived(&self) -> bool {
        false
    }

    fn arrived(&self) -> Vec<String> {
        self.listen();
        self.texts.borrow().clone()
    }
}

fn worlds() -> Vec<Box<dyn World>> {
    vec![
        Box::new(InMemory::new()),
        Box::new(OverSmpp::new()),
        Box::new(OverHttp::new()),
        Box::new(OverSmtp::new()),
    ]
}

async fn sent(world: &dyn World, text: &str) -> String {
    let gateway = world.gateway();
    gateway.submit(world.message(text)).await.unwrap().gateway_id
}

#[tokio::test(flavor = "multi_thread")]
async fn it_can_be_tried_without_sending_anything() {
    for world in worlds() {
        let gateway = world.gateway();
        gateway.probe().await.unwrap();
        assert_eq!(gateway.state(), GatewayState::Ready, "{}", gateway.name());
        gateway.probe().await.unwrap();
        assert!(world.arrived().is_empty());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_accepted_has_a_name_of_its_own_and_its_receipt_bears_it() {
    for mut world in worlds() {
        let names = [sent(&*world, "one").await, sent(&*world, "two").await];
        assert_ne!(names[0], names[1]);
        assert_eq!(world.arrived(), ["one", "two"]);
        if !world.says_what_arrived() {
            continue;
        }
        for name in names {
            world.reports(&name);
            assert!(receipt_of(&*world.gateway(), &name).await.delivered);
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_not_accepted_for_now_is_taken_later_and_arrives_once() {
    for mut world in worlds() {
        let gateway = world.gateway();
        world.next(Next::Throttles);
        let answer = gateway.submit(world.message("one")).await;
        assert!(matches!(answer, Err(SubmitError::NotAccepted(error)) if error.fault == GatewayFault::Throttled));
        assert!(world.arrived().is_empty());
        sent(&*world, "one").await;
        assert_eq!(world.arrived(), ["one"]);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_refused_says_so_and_the_next_one_is_taken() {
    for mut world in worlds() {
        let gateway = world.gateway();
        world.next(Next::Refuses);
        let answer = gateway.submit(world.message("one")).await;
        assert!(matches!(answer, Err(SubmitError::Refused(error)) if error.fault == GatewayFault::MessageRefused));
        sent(&*world, "two").await;
        assert_eq!(world.arrived(), ["two"]);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_may_have_been_taken_is_unknown_and_is_not_tried_again() {
    for mut world in worlds() {
        let gateway = world.gateway();
        sent(&*world, "before").await;
        world.next(Next::BreaksOff);
        let answer = gateway.submit(world.message("lost")).await;
        assert!(matches!(answer, Err(SubmitError::Unknown(_))));
        until(|| gateway.state() == GatewayState::Ready).await;
        sent(&*world, "after").await;
        let mut arrived = world.arrived();
        arrived.sort();
        assert_eq!(arrived, ["after", "before", "lost"]);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_handed_over_while_it_is_down_is_certainly_not_taken() {
    for mut world in worlds() {
        let gateway = world.gateway();
        sent(&*world, "before").await;
        world.goes();
        until(|| gateway.state() == GatewayState::Down(GatewayFault::NotReached)).await;
        let answer = gateway.submit(world.message("one")).await;
        assert!(matches!(answer, Err(SubmitError::NotAccepted(error)) if error.fault == GatewayFault::NotReached));
        assert_eq!(gateway.probe().await.unwrap_err().fault, GatewayFault::NotReached);
        assert_eq!(world.arrived(), ["before"]);
    }
}
