//! The SMPP gateway against a short-message centre that is not ours: what arrives there, what becomes of receipts, and
//! every way in which an SMSC can fail us. What was certainly not submitted may be tried again; what may have been is not.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "support/certificates.rs"]
mod certificates;
#[path = "support/sending.rs"]
mod sending;
#[path = "support/smsc.rs"]
mod smsc;

use std::io::Read;
use std::net::TcpListener;
use std::sync::Arc;
use std::time::{Duration, Instant};

use istiada::adapter::gateway::Trust;
use istiada::adapter::gateway::smpp::{SmppGateway, SmppSettings};
use istiada::domain::message::GatewayFault;
use istiada::port::{Gateway, GatewayState, Outgoing, Receipt, SubmitError};
use serde_json::json;

use certificates::{Authority, Day};
use sending::{fault, receipt_of, sms, until};
use smsc::Smsc;

const ARABIC: &str = "رمز التفعيل 482913، صالح 5 دقائق. لن يطلبه منك أحد";
const ENGLISH: &str = "Your activation code is 482913.";

fn gateway(settings: SmppSettings) -> Arc<SmppGateway> {
    SmppGateway::new("operator".to_owned(), settings)
}

async fn ready(smsc: &Smsc) -> Arc<SmppGateway> {
    let gateway = gateway(smsc.settings());
    gateway.probe().await.unwrap();
    assert_eq!(gateway.state(), GatewayState::Ready);
    gateway
}

/// The fault of a message that was certainly not taken and may be tried again.
async fn not_accepted(gateway: &SmppGateway) -> GatewayFault {
    match gateway.submit(sms("0501234567", ENGLISH)).await {
        Err(SubmitError::NotAccepted(error)) => error.fault,
        other => panic!("{other:?}"),
    }
}

async fn unknown(gateway: &SmppGateway) -> GatewayFault {
    match gateway.submit(sms("0501234567", ENGLISH)).await {
        Err(SubmitError::Unknown(error)) => error.fault,
        other => panic!("{other:?}"),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_arabic_code_arrives_in_ucs_2_and_an_english_one_in_the_default_alphabet() {
    let smsc = Smsc::start();
    let gateway = gateway(smsc.settings());
    gateway.submit(sms("0501234567", ARABIC)).await.unwrap();
    gateway.submit(sms("0559876543", ENGLISH)).await.unwrap();
    let taken = smsc.submitted();
    assert_eq!((taken[0].text.as_str(), taken[0].to.as_str()), (ARABIC, "966501234567"));
    assert_eq!(
        (taken[1].text.as_str(), taken[1].to.as_str()),
        (ENGLISH, "966559876543")
    );
    let field = |message: usize, name: &str| taken[message].all[name].clone();
    assert_eq!([field(0, "data_coding"), field(1, "data_coding")], [8, 0]);
    for message in [0, 1] {
        assert_eq!(field(message, "source"), smsc::SENDER);
        assert_eq!([field(message, "source_ton"), field(message, "source_npi")], [5, 0]);
        assert_eq!([field(message, "to_ton"), field(message, "to_npi")], [1, 1]);
        assert_eq!(
            [field(message, "esm_class"), field(message, "registered_delivery")],
            [0, 1]
        );
    }
    assert_eq!(smsc.events("bind")[0]["version"], 0x34);
    assert_eq!(smsc.events("bind").len(), 1, "one line for all");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_smsc_is_told_for_how_long_a_message_is_good_and_no_longer() {
    let smsc = Smsc::start();
    let gateway = gateway(smsc.settings());
    for seconds in [300, 86_400 + 3_723] {
        let message = Outgoing {
            good_for: Some(Duration::from_secs(seconds)),
            ..sms("0501234567", ARABIC)
        };
        gateway.submit(message).await.unwrap();
        let told = smsc.submitted().pop().unwrap().good_for.unwrap();
        // The SMSC reads the time as it comes; what is missing is what the way took.
        let least = seconds as f64 - smsc::LONGEST.as_secs_f64();
        assert!(told > least && told <= seconds as f64, "{seconds}: {told}");
    }
    gateway.submit(sms("0501234567", ARABIC)).await.unwrap();
    assert_eq!(smsc.submitted().pop().unwrap().good_for, None);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_text_with_marks_that_alphabets_disagree_about_arrives_as_it_is() {
    let smsc = Smsc::start();
    let gateway = gateway(smsc.settings());
    let long = format!(
        "{} [a] {{b}} ~ ^ | \\ € _ $ £ é\n@example.com #482913",
        "Nobody will ask you for it. ".repeat(3)
    );
    for text in ["@example.com #482913", long.as_str()] {
        gateway.submit(sms("0501234567", text)).await.unwrap();
        assert_eq!(smsc.submitted().last().unwrap().text, text);
    }
    assert_eq!(smsc.submitted()[1].all["data_coding"], 0);
    let refused = gateway.submit(sms("0501234567", &"a".repeat(161))).await;
    assert!(matches!(refused, Err(SubmitError::Refused(error)) if error.fault == GatewayFault::MessageRefused));
    assert_eq!(smsc.attempted().len(), 2, "it was not even tried");
}

#[tokio::test(flavor = "multi_thread")]
async fn receipts_are_matched_whatever_their_form_their_base_and_their_moment() {
    let smsc = Smsc::start();
    let gateway = gateway(smsc.settings());
    for receipts in ["text", "tlv", "both", "early"] {
        for ids in ["plain", "hex", "decimal"] {
            smsc.tell(&json!({ "receipts": receipts, "ids": ids, "state": "DELIVRD" }));
            let accepted = gateway.submit(sms("0501234567", ARABIC)).await.unwrap();
            assert!(
                receipt_of(&*gateway, &accepted.gateway_id).await.delivered,
                "{receipts} {ids}"
            );
        }
    }
    smsc.tell(&json!({ "receipts": "text", "state": "UNDELIV" }));
    let accepted = gateway.submit(sms("0501234567", ARABIC)).await.unwrap();
    assert!(!receipt_of(&*gateway, &accepted.gateway_id).await.delivered);
    let answers = smsc.wait("delivered", 13);
    assert!(answers.iter().all(|answer| answer["status"] == 0));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_receipt_that_is_not_final_and_an_sms_to_us_are_taken_and_say_nothing() {
    let smsc = Smsc::start();
    let gateway = ready(&smsc).await;
    smsc.tell(&json!({ "state": "ENROUTE" }));
    gateway.submit(sms("0501234567", ENGLISH)).await.unwrap();
    smsc.tell(&json!({ "deliver": { "source_addr": "966501234567", "short_message": "id:1 stat:DELIVRD" } }));
    smsc.wait("delivered", 2);
    let nothing = tokio::time::timeout(Duration::from_millis(300), gateway.receipt()).await;
    assert!(nothing.is_err());
    assert_eq!(gateway.state(), GatewayState::Ready);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_receipt_of_an_earlier_run_is_handed_out_as_it_is() {
    let smsc = Smsc::start();
    let gateway = ready(&smsc).await;
    let text = "id:m77 sub:001 dlvrd:001 submit date:2611251200 done date:2611251201 stat:DELIVRD err:000 text:";
    smsc.tell(&json!({ "deliver": { "esm_class": 4, "source_addr": "966501234567", "short_message": text } }));
    let receipt = gateway.receipt().await;
    assert_eq!(
        receipt,
        Receipt {
            gateway_id: "m77".to_owned(),
            delivered: true
        }
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_password_and_a_refused_bind_are_told_apart_and_nothing_is_submitted() {
    let smsc = Smsc::start();
    let mut wrong = smsc.settings();
    wrong.password = "wrong".into();
    let mut too_long = smsc.settings();
    too_long.password = "longer than eight".into();
    for settings in [wrong, too_long] {
        let gateway = gateway(settings);
        assert_eq!(not_accepted(&gateway).await, GatewayFault::SignInRefused);
        assert_eq!(gateway.state(), GatewayState::Down(GatewayFault::SignInRefused));
        assert_eq!(fault(gateway.probe().await), GatewayFault::SignInRefused);
    }
    for (status, expected) in [
        ("ESME_RBINDFAIL", GatewayFault::SignInRefused),
        ("ESME_RSYSERR", GatewayFault::Failing),
        ("ESME_RTHROTTLED", GatewayFault::Throttled),
    ] {
        smsc.tell(&json!({ "bind": status }));
        let gateway = gateway(smsc.settings());
        assert_eq!(not_accepted(&gateway).await, expected);
        assert_eq!(gateway.state(), GatewayState::Down(expected));
    }
    assert_eq!(smsc.attempted().len(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_sms_centre_that_binds_nobody_now_binds_us_once_it_does() {
    let smsc = Smsc::start();
    smsc.tell(&json!({ "bind": "ESME_RSYSERR" }));
    let gateway = gateway(smsc.settings());
    assert_eq!(not_accepted(&gateway).await, GatewayFault::Failing);
    smsc.tell(&json!({ "bind": "ok" }));
    until(|| gateway.state() == GatewayState::Ready).await;
    gateway.submit(sms("0501234567", ENGLISH)).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_socket_that_says_nothing_is_given_up_in_time() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let mut settings = smsc::settings(listener.local_addr().unwrap().port());
    settings.patience = Duration::from_millis(600);
    for tls in [None, Some(Trust::of_system())] {
        let gateway = gateway(SmppSettings {
            tls,
            ..settings.clone()
        });
        let begun = Instant::now();
        assert_eq!(not_accepted(&gateway).await, GatewayFault::Silent);
        assert!(
            begun.elapsed() < Duration::from_millis(500),
            "half of the patience, and it never left us"
        );
        assert_eq!(fault(gateway.probe().await), GatewayFault::Silent);
        assert!(begun.elapsed() < Duration::from_secs(3));
        assert_eq!(gateway.state(), GatewayState::Down(GatewayFault::Silent));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_at_the_port_and_a_name_that_is_not_found_are_not_reached() {
    let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let nobody = smsc::settings(port);
    // RFC 6761: this name never exists.
    let nowhere = SmppSettings {
        host: "smsc.invalid".to_owned(),
        ..nobody.clone()
    };
    for settings in [nobody, nowhere] {
        let gateway = gateway(settings);
        let begun = Instant::now();
        assert_eq!(fault(gateway.probe().await), GatewayFault::NotReached);
        assert_eq!(not_accepted(&gateway).await, GatewayFault::NotReached);
        assert_eq!(gateway.state(), GatewayState::Down(GatewayFault::NotReached));
        assert!(begun.elapsed() < Duration::from_secs(5));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_line_that_breaks_before_the_answer_leaves_the_message_unknown_and_is_opened_anew() {
    let smsc = Smsc::start();
    let gateway = ready(&smsc).await;
    smsc.tell(&json!({ "submit": "drop", "times": 1 }));
    unknown(&gateway).await;
    until(|| gateway.state() == GatewayState::Ready).await;
    gateway.submit(sms("0559876543", ENGLISH)).await.unwrap();
    let numbers: Vec<String> = smsc.attempted().into_iter().map(|message| message.to).collect();
    assert_eq!(
        numbers,
        ["966501234567", "966559876543"],
        "the first one was not submitted again"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_that_does_not_come_leaves_the_message_unknown_and_the_line_as_it_is() {
    let smsc = Smsc::start();
    let gateway = ready(&smsc).await;
    smsc.tell(&json!({ "submit": "silent", "times": 1 }));
    let begun = Instant::now();
    assert_eq!(unknown(&gateway).await, GatewayFault::Silent);
    let taken = begun.elapsed();
    assert!(
        taken >= Duration::from_secs(1) && taken < Duration::from_secs(3),
        "{taken:?}"
    );
    smsc.wait("enquire", 1);
    gateway.submit(sms("0559876543", ENGLISH)).await.unwrap();
    assert_eq!(smsc.events("bind").len(), 1, "it answers whether it stands, so it does");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_throttling_sms_centre_takes_the_message_later() {
    let smsc = Smsc::start();
    let gateway = ready(&smsc).await;
    for status in ["ESME_RTHROTTLED", "ESME_RMSGQFUL"] {
        smsc.tell(&json!({ "submit": status, "times": 1 }));
        assert_eq!(not_accepted(&gateway).await, GatewayFault::Throttled);
        assert_eq!(gateway.state(), GatewayState::Ready);
        gateway.submit(sms("0501234567", ENGLISH)).await.unwrap();
    }
    assert_eq!(smsc.submitted().len(), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_message_that_the_sms_centre_refuses_is_refused_for_good() {
    let smsc = Smsc::start();
    let gateway = ready(&smsc).await;
    smsc.tell(&json!({ "submit": "ESME_RINVDSTADR", "times": 1 }));
    let refused = gateway.submit(sms("0501234567", ENGLISH)).await;
    assert!(matches!(refused, Err(SubmitError::Refused(error)) if error.fault == GatewayFault::MessageRefused));
    assert_eq!(gateway.state(), GatewayState::Ready);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_malformed_answer_leaves_the_message_unknown() {
    let smsc = Smsc::start();
    let gateway = ready(&smsc).await;
    smsc.tell(&json!({ "submit": "malformed", "times": 1 }));
    assert_eq!(unknown(&gateway).await, GatewayFault::Malformed);
    assert_eq!(gateway.state(), GatewayState::Ready, "the next one may be read");
    smsc.tell(&json!({ "submit": "garbage", "times": 1 }));
    assert_eq!(unknown(&gateway).await, GatewayFault::Malformed);
    until(|| gateway.state() == GatewayState::Ready).await;
    assert_eq!(smsc.events("bind").len(), 2, "what is no PDU ends the line");
    assert_eq!(smsc.attempted().len(), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_receipt_that_cannot_be_read_is_refused_for_good_and_the_line_goes_on() {
    let smsc = Smsc::start();
    let gateway = ready(&smsc).await;
    // A deliver_sm of four octets, of which none ends its first field.
    smsc.tell(&json!({ "raw": "00000014000000050000000000000063" .to_owned() + "41414141" }));
    gateway.submit(sms("0501234567", ENGLISH)).await.unwrap();
    assert_eq!(gateway.state(), GatewayState::Ready);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_certificate_must_be_of_the_name_of_the_time_and_of_somebody_trusted() {
    let authority = Authority::new();
    let mut trusted = None;
    for (name, day, expected) in [
        ("127.0.0.1", Day::Today, Ok(())),
        ("127.0.0.1", Day::LongAgo, Err(GatewayFault::NotTrusted)),
        ("smsc.example", Day::Today, Err(GatewayFault::NotTrusted)),
    ] {
        let paths = authority.certificate(name, day);
        let smsc = Smsc::start_with(&json!({ "cert": paths.certificate, "key": paths.key }));
        let trust = Trust::with_authority(&authority.pem()).unwrap();
        let gateway = gateway(SmppSettings {
            tls: Some(trust),
            ..smsc.settings()
        });
        let probed = gateway.probe().await.map_err(|error| error.fault);
        assert_eq!(probed, expected, "{name} {day:?}");
        if probed.is_ok() {
            gateway.submit(sms("0501234567", ARABIC)).await.unwrap();
            assert_eq!(smsc.submitted()[0].text, ARABIC);
            trusted = Some(smsc);
        } else {
            assert_eq!(not_accepted(&gateway).await, GatewayFault::NotTrusted);
            assert_eq!(smsc.events("bind").len(), 0, "the password was not told to it");
        }
    }
    let stranger = gateway(SmppSettings {
        tls: Some(Trust::of_system()),
        ..trusted.as_ref().unwrap().settings()
    });
    assert_eq!(fault(stranger.probe().await), GatewayFault::NotTrusted);
    let unencrypted = Smsc::start();
    let trust = Trust::with_authority(&authority.pem()).unwrap();
    let gateway = gateway(SmppSettings {
        tls: Some(trust),
        ..unencrypted.settings()
    });
    assert!(
        gateway.probe().await.is_err(),
        "a line that is to be encrypted is never tried without"
    );
    assert_eq!(unencrypted.events("bind").len(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_line_comes_back_after_a_restart_of_the_sms_centre() {
    let smsc = Smsc::start();
    let gateway = ready(&smsc).await;
    let port = smsc.port();
    drop(smsc);
    until(|| gateway.state() != GatewayState::Ready).await;
    assert_eq!(not_accepted(&gateway).await, GatewayFault::NotReached);
    let smsc = Smsc::start_with(&json!({ "port": port }));
    until(|| gateway.state() == GatewayState::Ready).await;
    gateway.submit(sms("0501234567", ARABIC)).await.unwrap();
    assert_eq!(smsc.submitted()[0].text, ARABIC);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_quiet_line_is_asked_whether_it_stands_and_one_that_does_not_is_opened_anew() {
    let smsc = Smsc::start();
    let quick = SmppSettings {
        enquire_every: Duration::from_millis(100),
        ..smsc.settings()
    };
    let gateway = gateway(quick);
    gateway.probe().await.unwrap();
    smsc.wait("enquire", 1);
    // A line that binds us and then says nothing more.
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    std::thread::spawn(move || binds_and_falls_silent(&listener));
    let mut settings = smsc::settings(port);
    (settings.patience, settings.enquire_every) = (Duration::from_millis(300), Duration::from_millis(200));
    let mute = SmppGateway::new("mute".to_owned(), settings);
    mute.probe().await.unwrap();
    until(|| mute.state() == GatewayState::Down(GatewayFault::Silent)).await;
}

fn binds_and_falls_silent(listener: &TcpListener) {
    let mut kept = Vec::new();
    for stream in listener.incoming().flatten() {
        let mut stream = stream;
        let mut head = [0; 16];
        stream.read_exact(&mut head).unwrap();
        let answer = [17, 0x8000_0009, 0, 1].map(u32::to_be_bytes).concat();
        std::io::Write::write_all(&mut stream, &[answer, vec![0]].concat()).unwrap();
        kept.push(stream);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_sms_centre_is_told_when_the_gateway_goes() {
    let smsc = Smsc::start();
    let gateway = ready(&smsc).await;
    drop(gateway);
    smsc.wait("unbind", 1);
    smsc.wait("close", 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn no_more_messages_wait_for_an_answer_than_the_window_has_places() {
    let smsc = Smsc::start();
    let gateway = gateway(SmppSettings {
        window: 3,
        ..smsc.settings()
    });
    gateway.probe().await.unwrap();
    smsc.tell(&json!({ "submit": "silent" }));
    let all = (0..8).map(|_| gateway.submit(sms("0501234567", ENGLISH)));
    let ended = futures::future::join_all(all).await;
    let faults = |wanted: fn(&SubmitError) -> bool| ended.iter().filter(|end| end.as_ref().is_err_and(wanted)).count();
    assert_eq!(faults(|error| matches!(error, SubmitError::Unknown(_))), 3);
    let waited = |error: &SubmitError| matches!(error, SubmitError::NotAccepted(error) if error.fault == GatewayFault::Throttled);
    assert_eq!(faults(waited), 5, "they never left us");
    assert_eq!(smsc.attempted().len(), 3);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hundred_at_once_are_each_taken_once() {
    let smsc = Smsc::start();
    let gateway = ready(&smsc).await;
    let all = (0..100).map(|number| gateway.submit(sms("0501234567", &format!("message {number}"))));
    let ended = futures::future::join_all(all).await;
    assert!(ended.iter().all(Result::is_ok));
    let mut texts: Vec<String> = smsc.submitted().into_iter().map(|message| message.text).collect();
    texts.sort();
    texts.dedup();
    assert_eq!(texts.len(), 100);
}

#[test]
fn nothing_that_is_secret_stands_in_debug() {
    let settings = smsc::settings(1);
    let shown = format!(
        "{settings:?} {:?}",
        SmppGateway::new("operator".to_owned(), settings.clone())
    );
    for secret in [smsc::PASSWORD, smsc::SYSTEM_ID] {
        assert!(!shown.contains(secret), "{shown}");
    }
}
