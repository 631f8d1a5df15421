//! What is logged while gateways work and fail, at the lowest level and by all libraries: no code, no text, no number,
//! no password.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "support/mail.rs"]
mod mail;
#[path = "support/sending.rs"]
mod sending;
#[path = "support/smsc.rs"]
mod smsc;
#[path = "support/web.rs"]
mod web;

use std::io::{self, Write};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use istiada::adapter::gateway::Trust;
use istiada::adapter::gateway::http::{HttpGateway, HttpSettings, Profile};
use istiada::adapter::gateway::smpp::{SmppGateway, SmppSettings};
use istiada::adapter::gateway::smtp::{MailSignIn, Protection, SmtpGateway, SmtpSettings};
use istiada::adapter::registry::http::{HttpRegistry, HttpRegistrySettings};
use istiada::domain::applicant::{Email, IdentityNumber, Mobile};
use istiada::domain::id::MessageId;
use istiada::domain::message::Contact;
use istiada::port::{Gateway, Outgoing, Registry};
use serde_json::json;

use mail::MailServer;
use sending::{receipt_of, sms, until};
use smsc::Smsc;
use web::{Reply, Stub, say};

const ARABIC: &str = "رمز التفعيل 482913";
const ENGLISH: &str = "Your activation code is 730164.";
const NUMBER: &str = "501234567";
const IDENTITY: &str = "1101798278";
const ADDRESS: &str = "someone.else@example.com";
const MAIL_PASSWORD: &str = "Bawwaba-3jiba-91";
const KEY: &str = "k3yOfTheGateway";

/// Everything that is logged, by whomever.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Log {
    fn everything() -> Self {
        let log = Self::default();
        let writer = log.clone();
        let subscriber = tracing_subscriber::fmt()
            .with_ansi(false)
            .with_max_level(tracing::Level::TRACE)
            .with_writer(move || writer.clone());
        tracing::subscriber::set_global_default(subscriber.finish()).unwrap();
        log
    }

    fn text(&self) -> String {
        String::from_utf8_lossy(&self.0.lock().unwrap()).into_owned()
    }
}

/// How a text may stand in a log: as it is, or as its octets in decimal or hexadecimal, in one octet or two a character.
fn spellings(text: &str) -> Vec<String> {
    let one: Vec<u8> = text.bytes().collect();
    let two: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let mut spellings = vec![
        text.to_owned(),
        text.escape_debug().to_string(),
        text.escape_unicode().to_string(),
    ];
    for octets in [one, two] {
        for (separator, hexadecimal) in [(", ", false), (", ", true), (" ", true), ("", true)] {
            let octet = |octet: &u8| {
                if hexadecimal {
                    format!("{octet:02x}")
                } else {
                    octet.to_string()
                }
            };
            spellings.push(octets.iter().map(octet).collect::<Vec<_>>().join(separator));
        }
    }
    spellings
}

#[tokio::test(flavor = "multi_thread")]
async fn no_code_text_number_or_password_is_logged_at_any_level() {
    let log = Log::everything();
    over_smpp().await;
    over_http().await;
    over_smtp().await;
    registry_over_http().await;
    let text = log.text();
    assert!(text.contains("the SMPP line is bound"), "the log is read: {text}");
    let lower = text.to_lowercase();
    for secret in [
        "482913",
        "730164",
        ARABIC,
        ENGLISH,
        NUMBER,
        smsc::PASSWORD,
        "pa55w0rd",
        KEY,
        IDENTITY,
        ADDRESS,
        MAIL_PASSWORD,
        "Bawwaba-3jiba-92",
    ] {
        for spelling in spellings(secret) {
            assert!(!lower.contains(&spelling.to_lowercase()), "{spelling}");
        }
    }
}

/// A gateway over SMPP in good days and bad.
async fn over_smpp() {
    let smsc = Smsc::start();
    let gateway = SmppGateway::new("operator".to_owned(), smsc.settings());
    let mobile = format!("0{NUMBER}");
    for text in [ARABIC, ENGLISH] {
        let accepted = gateway.submit(sms(&mobile, text)).await.unwrap();
        receipt_of(&*gateway, &accepted.gateway_id).await;
        for answer in [
            "ESME_RTHROTTLED",
            "ESME_RINVDSTADR",
            "malformed",
            "garbage",
            "drop",
            "silent",
        ] {
            smsc.tell(&json!({ "submit": answer, "times": 1 }));
            gateway.submit(sms(&mobile, text)).await.unwrap_err();
            until(|| gateway.state() == istiada::port::GatewayState::Ready).await;
        }
    }
    smsc.tell(&json!({ "deliver": { "source_addr": format!("966{NUMBER}"), "short_message": ENGLISH } }));
    gateway.submit(sms(&mobile, &ENGLISH.repeat(20))).await.unwrap_err();
    let wrong = SmppSettings {
        password: "pa55w0rd".into(),
        ..smsc.settings()
    };
    SmppGateway::new("operator".to_owned(), wrong)
        .probe()
        .await
        .unwrap_err();
}

/// Every way in which a web server can answer, with whatever it was sent in its answer.
fn bad_days() -> Vec<Reply> {
    let echo = format!("{ARABIC} {ENGLISH} {NUMBER} {KEY} {IDENTITY}");
    vec![
        say(200, echo.clone()),
        say(400, format!(r#"{{"message":"{echo}"}}"#)),
        say(401, echo.clone()),
        say(429, echo.clone()),
        say(500, echo.clone()),
        Reply::Say(302, "Location: http://127.0.0.1:9/\r\n", echo.clone()),
        Reply::Raw(format!("{ENGLISH} {KEY}\r\n\r\n")),
        Reply::Raw(format!(
            "HTTP/1.1 200 OK\r\nX: {KEY}\r\nContent-Length: 900\r\n\r\n{echo}"
        )),
        Reply::Close,
        Reply::Silent,
    ]
}

/// Each gateway over HTTP in good days and bad.
async fn over_http() {
    let mobile = format!("0{NUMBER}");
    for name in Profile::names() {
        let profile = Profile::built_in(name).unwrap();
        let value = |asked: &str| if asked == "sender" { "Istiada" } else { KEY };
        let values = profile
            .asks()
            .into_iter()
            .map(|asked| (asked.to_owned(), value(asked).into()));
        let values: std::collections::BTreeMap<_, _> = values.collect();
        let mut last = None;
        for reply in bad_days() {
            let stub = Stub::start(move |_| reply.clone());
            let settings = HttpSettings {
                profile: profile.clone().at(stub.address()),
                values: values.clone(),
                trust: Trust::of_system(),
                patience: std::time::Duration::from_millis(300),
            };
            let gateway = HttpGateway::new(name.to_owned(), settings).unwrap();
            for text in [ARABIC, ENGLISH] {
                let error = gateway.submit(sms(&mobile, text)).await.unwrap_err();
                tracing::info!("{error} {error:?}");
            }
            let probed = gateway.probe().await;
            tracing::info!("{probed:?}");
            last = Some(gateway);
        }
        last.unwrap().submit(sms(&mobile, ARABIC)).await.unwrap_err();
    }
}

/// A registry over HTTP in bad days.
async fn registry_over_http() {
    for reply in bad_days() {
        let stub = Stub::start(move |_| reply.clone());
        let settings = HttpRegistrySettings {
            address: stub.address(),
            token: KEY.into(),
            trust: Trust::of_system(),
            patience: std::time::Duration::from_millis(300),
        };
        let registry = HttpRegistry::new(settings).unwrap();
        let number = IdentityNumber::parse(IDENTITY).unwrap();
        registry.person(number).await;
        registry
            .mobile(Mobile::parse(&format!("0{NUMBER}")).unwrap(), number)
            .await;
        tracing::info!("{:?} {registry:?}", registry.probe().await);
    }
}

/// A gateway over SMTP in good days and bad.
async fn over_smtp() {
    let server = MailServer::start(&["--user", "istiada", "--password", MAIL_PASSWORD]);
    let settings = |password: &str| SmtpSettings {
        host: "127.0.0.1".to_owned(),
        port: server.port,
        protection: Protection::None,
        sign_in: Some(MailSignIn {
            user: "istiada".to_owned(),
            password: password.into(),
        }),
        from: Email::parse("no-reply@centre.example").unwrap(),
        from_name: None,
        patience: Duration::from_secs(5),
    };
    let gateway = SmtpGateway::new("mail".to_owned(), settings(MAIL_PASSWORD));
    let message = || Outgoing {
        id: MessageId::from_bytes([1; 16]),
        to: Contact::Email(Email::parse(ADDRESS).unwrap()),
        subject: Some(ENGLISH.to_owned()),
        text: ARABIC.into(),
        good_for: None,
    };
    gateway.submit(message()).await.unwrap();
    for answer in [
        json!({ "rcpt": "550 5.1.1" }),
        json!({ "mail": "450 4.2.1" }),
        json!({ "after_text": "hang-up" }),
        json!({ "after_text": "554 5.7.1" }),
        json!({ "after_text": "holiday" }),
    ] {
        server.tell(&answer);
        let error = gateway.submit(message()).await.unwrap_err();
        tracing::error!(%error, ?error, "a message was not taken");
    }
    let wrong = SmtpGateway::new("mail".to_owned(), settings("Bawwaba-3jiba-92"));
    let error = wrong.submit(message()).await.unwrap_err();
    tracing::error!(%error, ?error, ?wrong, "a message was not taken");
}
