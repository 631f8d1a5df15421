//! Email through a mail server that is not ours, and what becomes of a message where the server fails.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "support/mail.rs"]
mod mail;

use std::net::TcpListener;
use std::time::{Duration, Instant};

use istiada::adapter::gateway::Trust;
use istiada::adapter::gateway::smtp::{MailSignIn, Protection, SmtpGateway, SmtpSettings};
use istiada::domain::applicant::Email;
use istiada::domain::code::Code;
use istiada::domain::id::{MessageId, VisitId};
use istiada::domain::language::Language;
use istiada::domain::message::{CodeRequest, Contact, GatewayFault, MessageKind};
use istiada::domain::secret::{ExposeSecret, Secret};
use istiada::i18n::wording::Words;
use istiada::port::{Accepted, Carried, Gateway, GatewayError, GatewayState, Outgoing, SubmitError, Wording};
use mail::{MailServer, Papers};

const TO: &str = "someone@example.com";
const PASSWORD: &str = "Bawwaba-3jiba-91";

fn settings(port: u16, protection: Protection) -> SmtpSettings {
    SmtpSettings {
        host: "localhost".to_owned(),
        port,
        protection,
        sign_in: None,
        from: Email::parse("no-reply@centre.example").unwrap(),
        from_name: Some("مركز الخدمة".to_owned()),
        patience: Duration::from_secs(10),
    }
}

fn gateway(settings: SmtpSettings) -> SmtpGateway {
    SmtpGateway::new("mail".to_owned(), settings)
}

fn plain(server: &MailServer) -> SmtpGateway {
    gateway(settings(server.port, Protection::None))
}

/// A code in Arabic, as the outbox hands it over, and the code.
fn code() -> (Outgoing, String) {
    let visit = VisitId::from_bytes([7; 16]);
    let code = CodeRequest {
        visit,
        number: 1,
        nonce: [0; 16],
        digits: 6,
    };
    let digits = Code::from_random(&[0x5a; 32], 6);
    let to = Contact::Email(Email::parse(TO).unwrap());
    let kind = MessageKind::Code { code, minutes: 5 };
    let worded = Words.message(&kind, &to, Language::ARABIC, Carried::Code(&digits));
    let outgoing = Outgoing {
        id: MessageId::from_bytes([0xab; 16]),
        to,
        subject: worded.subject,
        text: worded.text,
        good_for: None,
    };
    (outgoing, digits.secret().expose_secret().to_owned())
}

async fn submit(gateway: &SmtpGateway) -> Result<Accepted, SubmitError> {
    gateway.submit(code().0).await
}

fn not_accepted(result: Result<Accepted, SubmitError>) -> GatewayError {
    match result {
        Err(SubmitError::NotAccepted(error)) => error,
        other => panic!("{other:?}"),
    }
}

fn refused(result: Result<Accepted, SubmitError>) -> GatewayError {
    match result {
        Err(SubmitError::Refused(error)) => error,
        other => panic!("{other:?}"),
    }
}

fn unknown(result: Result<Accepted, SubmitError>) -> GatewayError {
    match result {
        Err(SubmitError::Unknown(error)) => error,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn an_arabic_code_arrives_as_it_was_written() {
    let server = MailServer::start(&[]);
    let gateway = plain(&server);
    gateway.probe().await.unwrap();
    let (outgoing, digits) = code();
    let written = outgoing.text.expose_secret().to_owned();
    let accepted = gateway.submit(outgoing).await.unwrap();
    let arrived = server.next();
    assert_eq!(arrived["text"].as_str().unwrap().trim_end(), written);
    assert!(written.contains(&digits) && written.contains("رمز التفعيل"));
    assert_eq!(arrived["recipients"], serde_json::json!([TO]));
    assert_eq!(arrived["sender"], "no-reply@centre.example");
    let headers = &arrived["headers"];
    assert_eq!(headers["subject"], "رمز التفعيل");
    assert_eq!(headers["from"], "مركز الخدمة <no-reply@centre.example>");
    assert_eq!(headers["to"], TO);
    assert_eq!(headers["auto-submitted"], "auto-generated");
    assert_eq!(headers["message-id"], accepted.gateway_id.as_str());
    assert_eq!(accepted.gateway_id, format!("<{}@centre.example>", "ab".repeat(16)));
    assert!(headers["content-type"].as_str().unwrap().contains("utf-8"), "{headers}");
    assert!(headers["date"].is_string());
    assert_eq!(gateway.state(), GatewayState::Ready);
    assert!(server.has_no_more());
}

#[tokio::test]
async fn with_an_authority_of_its_own_it_is_encrypted_and_signed_in() {
    let papers = Papers::until(2099);
    let trust = || Trust::with_authority(&papers.authority).unwrap();
    for (tls, protection) in [
        ("starttls", Protection::StartTls(trust())),
        ("tls", Protection::Tls(trust())),
    ] {
        let (cert, key) = (papers.cert(), papers.key());
        let mut arguments = vec!["--tls", tls, "--cert", &cert, "--key", &key];
        arguments.extend(["--user", "istiada", "--password", PASSWORD]);
        let server = MailServer::start(&arguments);
        let mut settings = settings(server.port, protection);
        let sign_in = |password: &str| MailSignIn {
            user: "istiada".to_owned(),
            password: Secret::from(password),
        };
        settings.sign_in = Some(sign_in(PASSWORD));
        let gateway = gateway(settings.clone());
        gateway.probe().await.unwrap();
        submit(&gateway).await.unwrap();
        let arrived = server.next();
        assert_eq!(
            (&arrived["encrypted"], &arrived["signed_in"]),
            (&true.into(), &true.into()),
            "{tls}"
        );

        settings.sign_in = Some(sign_in("Bawwaba-3jiba-92"));
        let wrong = self::gateway(settings);
        assert_eq!(wrong.probe().await.unwrap_err().fault, GatewayFault::SignInRefused);
        assert_eq!(not_accepted(submit(&wrong).await).fault, GatewayFault::SignInRefused);
        assert_eq!(wrong.state(), GatewayState::Down(GatewayFault::SignInRefused));
        assert!(!format!("{wrong:?}").contains("Bawwaba"), "{wrong:?}");
        assert!(server.has_no_more());
    }
}

#[tokio::test]
async fn a_certificate_that_nobody_vouches_for_or_that_expired_is_not_trusted() {
    for (year, known) in [(2099, false), (2021, true)] {
        let papers = Papers::until(year);
        let trust = if known {
            Trust::with_authority(&papers.authority).unwrap()
        } else {
            Trust::of_system()
        };
        for tls in ["starttls", "tls"] {
            let server = MailServer::start(&["--tls", tls, "--cert", &papers.cert(), "--key", &papers.key()]);
            let protection = match tls {
                "tls" => Protection::Tls(trust.clone()),
                _ => Protection::StartTls(trust.clone()),
            };
            let gateway = gateway(settings(server.port, protection));
            let error = not_accepted(submit(&gateway).await);
            assert_eq!(error.fault, GatewayFault::NotTrusted, "{year} {tls}: {error}");
            assert!(server.has_no_more());
        }
    }
}

#[tokio::test]
async fn a_server_without_encryption_is_not_used_where_it_was_asked_for() {
    let server = MailServer::start(&[]);
    let gateway = gateway(settings(server.port, Protection::StartTls(Trust::of_system())));
    assert_eq!(not_accepted(submit(&gateway).await).fault, GatewayFault::NotTrusted);
    assert!(server.has_no_more());
}

#[tokio::test]
async fn what_the_server_answers_decides_whether_it_is_tried_again() {
    for (arguments, fault, for_good) in [
        (["--rcpt", "550 5.1.1"], GatewayFault::MessageRefused, true),
        (["--rcpt", "450 4.2.1"], GatewayFault::Throttled, false),
        (["--rcpt", "451 4.3.0"], GatewayFault::Failing, false),
        (
            ["--mail", "530 5.7.0 sign in first"],
            GatewayFault::SignInRefused,
            false,
        ),
        (
            ["--mail", "553 5.1.8 not as this sender"],
            GatewayFault::MessageRefused,
            true,
        ),
        (["--after-text", "554 5.7.1 spam"], GatewayFault::MessageRefused, true),
        (["--after-text", "452 4.3.1 full"], GatewayFault::Throttled, false),
        (["--mail", "holiday"], GatewayFault::Malformed, false),
    ] {
        let server = MailServer::start(&arguments);
        let gateway = plain(&server);
        let result = submit(&gateway).await;
        let error = if for_good {
            refused(result)
        } else {
            not_accepted(result)
        };
        assert_eq!(error.fault, fault, "{arguments:?}");
        assert!(!error.to_string().contains("someone"), "{error}");
        let down = fault != GatewayFault::MessageRefused;
        assert_eq!(gateway.state() != GatewayState::Ready, down, "{arguments:?}");
    }
}

#[tokio::test]
async fn after_the_text_only_an_answer_says_what_became_of_it() {
    for (how, patience) in [("hang-up", 10), ("silence", 2), ("holiday", 10)] {
        let server = MailServer::start(&["--after-text", how]);
        let mut settings = settings(server.port, Protection::None);
        settings.patience = Duration::from_secs(patience);
        let gateway = gateway(settings);
        let error = unknown(submit(&gateway).await);
        let fault = if how == "holiday" {
            GatewayFault::Malformed
        } else {
            GatewayFault::Silent
        };
        assert_eq!(error.fault, fault, "{how}: {error}");
        // It had the whole text: nobody can say that it was not sent on.
        assert!(server.next()["text"].as_str().unwrap().contains("رمز"));
    }
}

#[tokio::test]
async fn nothing_there_and_a_silent_socket_are_told_in_time() {
    let free = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = free.local_addr().unwrap().port();
    let mut settings = settings(port, Protection::None);
    settings.host = "127.0.0.1".to_owned();
    settings.patience = Duration::from_secs(1);
    // It accepts, and says nothing.
    let began = Instant::now();
    let silent = gateway(settings.clone());
    assert_eq!(not_accepted(submit(&silent).await).fault, GatewayFault::Silent);
    assert_eq!(silent.probe().await.unwrap_err().fault, GatewayFault::Silent);
    assert!(began.elapsed() < Duration::from_secs(5));
    drop(free);
    let gone = gateway(settings.clone());
    assert_eq!(not_accepted(submit(&gone).await).fault, GatewayFault::NotReached);
    assert_eq!(gone.state(), GatewayState::Down(GatewayFault::NotReached));
    settings.host = "nowhere.invalid".to_owned();
    assert_eq!(
        not_accepted(submit(&gateway(settings)).await).fault,
        GatewayFault::NotReached
    );
}

#[tokio::test]
async fn one_that_is_down_is_tried_again_of_itself() {
    let free = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = free.local_addr().unwrap().port();
    drop(free);
    let mut settings = settings(port, Protection::None);
    settings.host = "127.0.0.1".to_owned();
    settings.patience = Duration::from_secs(1);
    let gateway = gateway(settings);
    let wait = |seconds| tokio::time::timeout(Duration::from_secs(seconds), gateway.receipt());
    // Nobody used it yet.
    assert!(wait(2).await.is_err());
    assert_eq!(gateway.state(), GatewayState::Down(GatewayFault::NotReached));
    let _server = MailServer::start(&["--port", &port.to_string()]);
    assert!(wait(6).await.is_err());
    assert_eq!(gateway.state(), GatewayState::Ready);
}
