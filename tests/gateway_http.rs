//! The gateway over HTTP: what each profile asks, field by field as its documentation says; what their answers mean; and
//! everything that can go wrong on the way.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "support/certificates.rs"]
mod certificates;
#[path = "support/sending.rs"]
mod sending;
#[path = "support/web.rs"]
mod web;

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::{Duration, Instant};

use istiada::adapter::gateway::http::{HttpGateway, HttpSettings, HttpSettingsError, Profile};
use istiada::adapter::gateway::{SenderNameError, Trust};
use istiada::adapter::web::Address;
use istiada::domain::applicant::Email;
use istiada::domain::message::{Contact, GatewayFault};
use istiada::domain::secret::Secret;
use istiada::port::{Gateway, GatewayState, Outgoing, SubmitError};
use serde_json::json;

use certificates::{Authority, Day};
use sending::{fault, receipt_of, sms, until};
use web::{Reply, Seen, Stub, say};

const ARABIC: &str = "رمز التفعيل 482913. لن يطلبه منك أحد من الموظفين.";
const ENGLISH: &str = "Your activation code is 482913. No member of staff will ask you for it.";
const PATIENCE: Duration = Duration::from_millis(1500);
/// `MessageId` of sixteen ones.
const ID: &str = "01010101010101010101010101010101";

fn values(names: &[(&str, &str)]) -> BTreeMap<String, Secret> {
    let value = |(name, value): &(&str, &str)| ((*name).to_owned(), Secret::from(*value));
    names.iter().map(value).collect()
}

/// What each profile asks for, made up.
fn given(name: &str) -> BTreeMap<String, Secret> {
    match name {
        "unifonic" => values(&[("app-sid", "S1D+/=&"), ("sender", "MOI.GOV.SA")]),
        "taqnyat" => values(&[("token", "T0KEN"), ("sender", "MOI.GOV.SA")]),
        "msegat" => values(&[("user-name", "centre"), ("api-key", "K\"EY"), ("sender", "MOI.GOV.SA")]),
        "twilio" => values(&[
            ("account-sid", "AC0/f"),
            ("auth-token", "T0KEN"),
            ("sender", "MOI.GOV.SA"),
        ]),
        other => panic!("{other}"),
    }
}

fn settings(profile: Profile, values: BTreeMap<String, Secret>) -> HttpSettings {
    HttpSettings {
        profile,
        values,
        trust: Trust::of_system(),
        patience: PATIENCE,
    }
}

/// A gateway with a profile of the program, at the stub.
fn gateway(name: &str, stub: &Stub) -> Arc<HttpGateway> {
    let profile = Profile::built_in(name).expect("a profile").at(stub.address());
    HttpGateway::new(name.to_owned(), settings(profile, given(name))).expect("settings")
}

/// A profile of nothing but a text that is handed over and asked about.
const PLAIN: &str = r#"
title = "Plain"

[send]
method = "POST"
url = "https://plain.example/send"
recipient = "05…"
auth = { bearer = "{secret:token}" }
headers = { X-Name = "{id}" }
body = "json"
fields = { to = ["{recipient}"], from = "{sender}", text = "<{text}>", count = 1, flash = false, deep = { id = "{id}" } }
answer = [
    { status = ["200"], field = "ok", is = ["yes"], means = "accepted", id = "id" },
    { status = ["503"], means = "not-now" },
    { status = ["400", "404-409"], means = "refused" },
]
"#;

fn plain(origin: Address) -> HttpSettings {
    let profile = Profile::parse(PLAIN).expect("a profile").at(origin);
    settings(profile, values(&[("token", "T0KEN"), ("sender", "Istiada")]))
}

fn plain_gateway(origin: Address) -> Arc<HttpGateway> {
    HttpGateway::new("plain".to_owned(), plain(origin)).expect("settings")
}

/// What came of it, in a word: the gateway's name for it, or what was wrong.
async fn outcome(gateway: &HttpGateway, text: &str) -> Result<String, (char, GatewayFault)> {
    let accepted = gateway.submit(sms("0501234567", text)).await;
    accepted
        .map(|accepted| accepted.gateway_id)
        .map_err(|error| match error {
            SubmitError::NotAccepted(error) => ('N', error.fault),
            SubmitError::Refused(error) => ('R', error.fault),
            SubmitError::Unknown(error) => ('U', error.fault),
        })
}

fn is_form(seen: &Seen) -> bool {
    seen.header("content-type") == "application/x-www-form-urlencoded"
}

#[tokio::test(flavor = "multi_thread")]
async fn unifonic_is_asked_as_its_documentation_says() {
    let stub = Stub::start(|_| {
        say(
            200,
            r#"{"success":true,"message":"","errorCode":"ER-00","data":{"MessageID":42000348806924}}"#,
        )
    });
    let gateway = gateway("unifonic", &stub);
    for text in [ARABIC, ENGLISH] {
        assert_eq!(outcome(&gateway, text).await.unwrap(), "42000348806924");
        let seen = stub.only();
        assert_eq!(
            (seen.method.as_str(), seen.path.as_str()),
            ("POST", "/rest/SMS/messages")
        );
        assert!(is_form(&seen) && seen.header("authorization").is_empty());
        assert_eq!(seen.header("accept"), "application/json");
        let expected = [
            ("AppSid", "S1D+/=&"),
            ("SenderID", "MOI.GOV.SA"),
            ("Recipient", "966501234567"),
            ("Body", text),
            ("CorrelationID", ID),
            ("responseType", "JSON"),
            ("async", "false"),
        ];
        assert_eq!(
            seen.form(),
            expected.map(|(name, value)| (name.to_owned(), value.to_owned())).into()
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn taqnyat_is_asked_as_its_documentation_says() {
    let stub = Stub::start(|seen| match seen.path.as_str() {
        "/account/balance" => say(
            200,
            r#"{"statusCode":200,"accountStatus":"active","balance":"2044.000"}"#,
        ),
        _ => say(
            201,
            r#"{"statusCode":201,"messageId":5452899970,"accepted":"[966501234567,]","rejected":"[]"}"#,
        ),
    });
    let gateway = gateway("taqnyat", &stub);
    for text in [ARABIC, ENGLISH] {
        assert_eq!(outcome(&gateway, text).await.unwrap(), "5452899970");
        let seen = stub.only();
        assert_eq!((seen.method.as_str(), seen.path.as_str()), ("POST", "/v1/messages"));
        assert_eq!(seen.header("content-type"), "application/json");
        assert_eq!(seen.header("authorization"), "Bearer T0KEN");
        let expected = json!({ "recipients": ["966501234567"], "sender": "MOI.GOV.SA", "body": text });
        assert_eq!(seen.json(), expected);
    }
    gateway.probe().await.unwrap();
    let seen = stub.only();
    assert_eq!((seen.method.as_str(), seen.path.as_str()), ("GET", "/account/balance"));
    assert_eq!((seen.header("authorization"), seen.body.as_str()), ("Bearer T0KEN", ""));
}

#[tokio::test(flavor = "multi_thread")]
async fn msegat_is_asked_as_its_documentation_says() {
    let stub = Stub::start(|_| say(200, r#"{"code":"1","message":"Success"}"#));
    let gateway = gateway("msegat", &stub);
    for text in [ARABIC, ENGLISH] {
        assert_eq!(
            outcome(&gateway, text).await.unwrap(),
            ID,
            "it gives no name of its own"
        );
        let seen = stub.only();
        assert_eq!((seen.method.as_str(), seen.path.as_str()), ("POST", "/gw/sendsms.php"));
        assert_eq!(seen.header("content-type"), "application/json");
        let expected = json!({
            "userName": "centre", "apiKey": "K\"EY", "numbers": "966501234567", "userSender": "MOI.GOV.SA",
            "msg": text, "msgEncoding": "UTF8",
        });
        assert_eq!(seen.json(), expected);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn twilio_is_asked_as_its_documentation_says() {
    let stub = Stub::start(|seen| match seen.method.as_str() {
        "GET" => say(200, r#"{"sid":"AC0","status":"active"}"#),
        _ => say(
            201,
            r#"{"sid":"SM00000000000000000000000000000001","status":"queued","error_code":null}"#,
        ),
    });
    let gateway = gateway("twilio", &stub);
    for text in [ARABIC, ENGLISH] {
        assert_eq!(
            outcome(&gateway, text).await.unwrap(),
            "SM00000000000000000000000000000001"
        );
        let seen = stub.only();
        assert_eq!(seen.method, "POST");
        assert_eq!(
            seen.path, "/2010-04-01/Accounts/AC0%2Ff/Messages.json",
            "nothing gets out of its place"
        );
        assert!(is_form(&seen));
        assert_eq!(seen.header("authorization"), "Basic QUMwL2Y6VDBLRU4=");
        let expected = [("To", "+966501234567"), ("From", "MOI.GOV.SA"), ("Body", text)];
        assert_eq!(
            seen.form(),
            expected.map(|(name, value)| (name.to_owned(), value.to_owned())).into()
        );
    }
    gateway.probe().await.unwrap();
    let seen = stub.only();
    assert_eq!(
        (seen.method.as_str(), seen.path.as_str()),
        ("GET", "/2010-04-01/Accounts/AC0%2Ff.json")
    );
}

/// Each profile, an answer of its gateway, and what it means.
#[tokio::test(flavor = "multi_thread")]
async fn what_their_answers_mean() {
    use GatewayFault as F;
    let refused = Err(('R', F::MessageRefused));
    let sign_in = Err(('N', F::SignInRefused));
    let table = [
        (
            "unifonic",
            200,
            r#"{"success":"true","errorCode":"ER-00","data":{"MessageID":7}}"#,
            Ok("7"),
        ),
        (
            "unifonic",
            200,
            r#"{"success":false,"errorCode":"ER-04","data":{}}"#,
            refused,
        ),
        (
            "unifonic",
            200,
            r#"{"success":false,"errorCode":"ER-01","data":{}}"#,
            Err(('N', F::Failing)),
        ),
        (
            "unifonic",
            200,
            r#"{"success":false,"errorCode":"ER-99","data":{}}"#,
            Err(('U', F::Malformed)),
        ),
        (
            "unifonic",
            200,
            r#"{"success":true,"errorCode":"ER-00","data":{}}"#,
            Err(('U', F::Malformed)),
        ),
        ("unifonic", 401, "{}", sign_in),
        ("unifonic", 402, "{}", sign_in),
        ("unifonic", 480, "", refused),
        ("unifonic", 482, "", refused),
        ("unifonic", 429, "", Err(('N', F::Throttled))),
        ("unifonic", 409, "{}", Err(('U', F::Malformed))),
        ("unifonic", 599, "", Err(('U', F::Failing))),
        (
            "taqnyat",
            201,
            r#"{"messageId":7,"accepted":"[]","rejected":"[966501234567,]"}"#,
            refused,
        ),
        ("taqnyat", 201, r#"{"messageId":7}"#, Err(('U', F::Malformed))),
        (
            "taqnyat",
            200,
            r#"{"messageId":7,"accepted":"[9,]","rejected":"[]"}"#,
            Err(('U', F::Malformed)),
        ),
        (
            "taqnyat",
            400,
            r#"{"statusCode":400,"message":"sender name is not accepted"}"#,
            refused,
        ),
        (
            "taqnyat",
            401,
            r#"{"statusCode":401,"message":"invalid credentials information"}"#,
            sign_in,
        ),
        ("taqnyat", 503, "", Err(('U', F::Failing))),
        ("msegat", 200, r#"{"code":1,"message":"Success","id":"9"}"#, Ok(ID)),
        ("msegat", 200, r#"{"code":"M0000","message":"Success"}"#, Ok(ID)),
        (
            "msegat",
            200,
            r#"{"code":"1020","message":"Invalid login info"}"#,
            sign_in,
        ),
        (
            "msegat",
            200,
            r#"{"code":"M0002","message":"Invalid login info"}"#,
            sign_in,
        ),
        (
            "msegat",
            200,
            r#"{"code":"1060","message":"Balance is not enough"}"#,
            Err(('N', F::Failing)),
        ),
        ("msegat", 200, r#"{"code":"1110","message":"Sender name"}"#, refused),
        (
            "msegat",
            200,
            r#"{"code":"1061","message":"MSG duplicated"}"#,
            Err(('U', F::Malformed)),
        ),
        ("msegat", 200, "1", Err(('U', F::Malformed))),
        ("msegat", 500, r#"{"code":"1"}"#, Err(('U', F::Failing))),
        (
            "twilio",
            201,
            r#"{"sid":"SM1","status":"failed"}"#,
            Err(('U', F::Malformed)),
        ),
        ("twilio", 400, r#"{"code":21211,"status":400}"#, refused),
        (
            "twilio",
            400,
            r#"{"code":99999,"status":400}"#,
            Err(('U', F::Malformed)),
        ),
        (
            "twilio",
            400,
            r#"{"code":21611,"status":400}"#,
            Err(('N', F::Throttled)),
        ),
        ("twilio", 401, r#"{"code":20003,"status":401}"#, sign_in),
        (
            "twilio",
            429,
            r#"{"code":20429,"status":429}"#,
            Err(('N', F::Throttled)),
        ),
        ("twilio", 503, "", Err(('U', F::Failing))),
    ];
    for (name, status, body, expected) in table {
        let stub = Stub::start(move |_| say(status, body));
        let gateway = gateway(name, &stub);
        let expected = expected.map(str::to_owned);
        assert_eq!(outcome(&gateway, ARABIC).await, expected, "{name}: {status} {body}");
        assert_eq!(stub.seen().len(), 1, "nothing is sent twice");
        let state = match expected {
            Err(('N' | 'U', fault)) => GatewayState::Down(fault),
            _ => GatewayState::Ready,
        };
        assert_eq!(gateway.state(), state, "{name}: {status} {body}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_filled_in_stays_what_it_is() {
    let stub = Stub::start(|_| say(200, r#"{"ok":"yes","id":"1"}"#));
    let gateway = plain_gateway(stub.address());
    for text in [
        "\"}, \"to\": [\"0599999999\"], {\"",
        "{secret:token} {{id}} {text}",
        "&Recipient=966599999999\r\nX: y\r\n\r\n",
        "\\\u{0}\u{202E}😀 سطر\nثانٍ",
    ] {
        outcome(&gateway, text).await.unwrap();
        let seen = stub.only();
        let expected = json!({
            "to": ["0501234567"], "from": "Istiada", "text": format!("<{text}>"), "count": 1, "flash": false,
            "deep": { "id": ID },
        });
        assert_eq!(seen.json(), expected);
        assert_eq!(
            (seen.header("x-name"), seen.header("host")),
            (ID, stub.address().authority())
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_went_wrong_before_anything_left_is_certainly_not_accepted() {
    use GatewayFault as F;
    let refused = Stub::start(|_| Reply::Close).address();
    let unknown = Address::parse("https://gateway.invalid/").unwrap();
    for (address, expected) in [(refused, F::NotReached), (unknown, F::NotReached)] {
        let gateway = plain_gateway(address);
        assert_eq!(outcome(&gateway, ARABIC).await, Err(('N', expected)));
        assert_eq!(gateway.state(), GatewayState::Down(expected));
        assert_eq!(fault(gateway.probe().await), expected);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_certificate_that_is_not_good_is_not_trusted_and_nothing_is_said_to_it() {
    use GatewayFault as F;
    let (ours, others) = (Authority::new(), Authority::new());
    let good = ours.certificate("127.0.0.1", Day::Today);
    let expired = ours.certificate("127.0.0.1", Day::LongAgo);
    let of_another = ours.certificate("elsewhere.example", Day::Today);
    let by_another = others.certificate("127.0.0.1", Day::Today);
    for (paths, expected) in [
        (good, Ok("1".to_owned())),
        (expired, Err(('N', F::NotTrusted))),
        (of_another, Err(('N', F::NotTrusted))),
        (by_another, Err(('N', F::NotTrusted))),
    ] {
        let stub = Stub::over_tls(&paths.certificate, &paths.key, |_| say(200, r#"{"ok":"yes","id":"1"}"#));
        let settings = HttpSettings {
            trust: Trust::with_authority(&ours.pem()).unwrap(),
            ..plain(stub.address())
        };
        let gateway = HttpGateway::new("plain".to_owned(), settings).unwrap();
        assert_eq!(outcome(&gateway, ARABIC).await, expected);
        assert_eq!(stub.seen().len(), usize::from(expected.is_ok()));
        assert_eq!(gateway.probe().await.is_ok(), expected.is_ok());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_handshake_that_fails_is_certainly_not_accepted() {
    use GatewayFault as F;
    for (reply, expected) in [
        (Reply::Raw("HTTP/1.1 400 Bad\r\n\r\n".to_owned()), F::Malformed),
        (Reply::Silent, F::Silent),
    ] {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        std::thread::spawn(move || {
            let (mut stream, _) = listener.accept().unwrap();
            if let Reply::Raw(bytes) = reply {
                std::io::Write::write_all(&mut stream, bytes.as_bytes()).unwrap();
            }
            std::thread::sleep(PATIENCE * 2);
        });
        let gateway = plain_gateway(Address::parse(&format!("https://127.0.0.1:{port}")).unwrap());
        assert_eq!(outcome(&gateway, ARABIC).await, Err(('N', expected)));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_breaks_off_after_it_left_is_unknown_and_not_sent_again() {
    use GatewayFault as F;
    let yes = r#"{"ok":"yes","id":"1"}"#.to_owned();
    let raw = |text: &str| Reply::Raw(text.to_owned());
    let table = [
        (Reply::Silent, F::Silent),
        (Reply::Late(PATIENCE * 2, yes.clone()), F::Silent),
        (Reply::Close, F::Silent),
        (raw("HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{\"ok\":"), F::Silent),
        (raw("HTTP/1.1 200 OK\r\nContent-Le"), F::Silent),
        (raw("SSH-2.0-OpenSSH_9.2\r\n\r\n"), F::Malformed),
        (raw("HTTP/1.1 2x0 OK\r\n\r\n"), F::Malformed),
        (raw("HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n"), F::Malformed),
        (say(200, ""), F::Malformed),
        (say(200, "<html>yes</html>"), F::Malformed),
        (say(200, "{\"ok\":\"yes\",\"id\":\"1\""), F::Malformed),
        (say(200, r#"{"ok":"yes"}"#), F::Malformed),
        (say(200, r#"{"ok":"yes","id":{}}"#), F::Malformed),
        (say(204, ""), F::Malformed),
        (say(418, ""), F::Malformed),
        (say(500, yes.clone()), F::Failing),
        (say(502, ""), F::Failing),
        (say(200, format!("{}{yes}", " ".repeat(70_000))), F::Malformed),
    ];
    for (reply, expected) in table {
        let said = format!("{reply:?}");
        let said = said.chars().take(90).collect::<String>();
        let stub = Stub::start(move |_| reply.clone());
        let gateway = plain_gateway(stub.address());
        let began = Instant::now();
        assert_eq!(outcome(&gateway, ARABIC).await, Err(('U', expected)), "{said}");
        assert!(began.elapsed() < PATIENCE + Duration::from_secs(2), "{said}");
        assert_eq!(stub.seen().len(), 1, "{said}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_redirect_is_not_followed() {
    let elsewhere = Arc::new(Stub::start(|_| say(200, r#"{"ok":"yes","id":"1"}"#)));
    let location: &'static str = format!("Location: {}/send\r\n", elsewhere.origin()).leak();
    for status in [301, 302, 303, 307, 308] {
        let stub = Stub::start(move |_| Reply::Say(status, location, String::new()));
        let gateway = plain_gateway(stub.address());
        assert_eq!(outcome(&gateway, ARABIC).await, Err(('U', GatewayFault::Malformed)));
        assert!(elsewhere.seen().is_empty(), "{status}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_it_says_it_did_not_take_may_be_tried_again_and_when() {
    use GatewayFault as F;
    for (status, headers, expected, pause) in [
        (429, "Retry-After: 7\r\n", F::Throttled, Some(Duration::from_secs(7))),
        (429, "", F::Throttled, None),
        (429, "Retry-After: soon\r\n", F::Throttled, None),
        (
            429,
            "Retry-After: 99999999\r\n",
            F::Throttled,
            Some(Duration::from_secs(3600)),
        ),
        (503, "Retry-After: 1\r\n", F::Failing, Some(Duration::from_secs(1))),
        (401, "", F::SignInRefused, None),
        (403, "", F::SignInRefused, None),
    ] {
        let stub = Stub::start(move |_| Reply::Say(status, headers, "{}".to_owned()));
        let answer = plain_gateway(stub.address()).submit(sms("0501234567", ARABIC)).await;
        let Err(SubmitError::NotAccepted(error)) = answer else {
            panic!("{status}");
        };
        assert_eq!((error.fault, error.pause), (expected, pause), "{status} {headers}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_email_is_not_for_it() {
    let stub = Stub::start(|_| say(200, ""));
    let email = Outgoing {
        to: Contact::Email(Email::parse("noor@example.com").unwrap()),
        ..sms("0501234567", ARABIC)
    };
    let answer = plain_gateway(stub.address()).submit(email).await;
    assert!(matches!(answer, Err(SubmitError::Refused(_))));
    assert!(stub.seen().is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_probe_tells_what_is_wrong_and_sends_nothing() {
    use GatewayFault as F;
    for (status, body, expected) in [
        (401, "", F::SignInRefused),
        (200, r#"{"accountStatus":"expired"}"#, F::Malformed),
        (200, "yes", F::Malformed),
        (429, "", F::Throttled),
        (500, "", F::Failing),
    ] {
        let stub = Stub::start(move |_| say(status, body));
        let gateway = gateway("taqnyat", &stub);
        assert_eq!(fault(gateway.probe().await), expected, "{status} {body}");
        assert_eq!(gateway.state(), GatewayState::Down(expected));
        assert_eq!(stub.only().path, "/account/balance");
    }
    // Where the profile has no question for it, it is reached, and nothing is asked.
    let stub = Stub::start(|_| say(200, ""));
    let gateway = gateway("unifonic", &stub);
    gateway.probe().await.unwrap();
    drop(stub);
    assert_eq!(fault(gateway.probe().await), F::NotReached);
}

/// A profile of the program that does not wait so long before it asks.
fn quick(name: &str, stub: &Stub) -> Arc<HttpGateway> {
    let text = std::fs::read_to_string(format!("assets/gateways/{name}.toml")).unwrap();
    let waits = "after = [5, 10, 20, 40, 80, 160]";
    assert!(text.contains(waits));
    let profile = Profile::parse(&text.replacen(waits, "after = [1, 1, 1]", 1)).unwrap();
    HttpGateway::new(name.to_owned(), settings(profile.at(stub.address()), given(name))).unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn whether_it_arrived_is_asked_until_it_is_known() {
    let unifonic = |dlr: &str| json!({ "success": true, "data": { "messages": [{ "DLR": dlr }] } }).to_string();
    let twilio = |status: &str| json!({ "sid": "SM1", "status": status }).to_string();
    for (name, sent, answers, path, delivered) in [
        (
            "unifonic",
            (200, r#"{"success":true,"data":{"MessageID":77}}"#),
            [unifonic("Queued"), unifonic("Delivered")],
            "/rest/SMS/Messages/GetMessagesDetails",
            true,
        ),
        (
            "unifonic",
            (200, r#"{"success":true,"data":{"MessageID":77}}"#),
            ["{}".to_owned(), unifonic("Undeliverable")],
            "/rest/SMS/Messages/GetMessagesDetails",
            false,
        ),
        (
            "twilio",
            (201, r#"{"sid":"SM1","status":"queued"}"#),
            [twilio("sent"), twilio("delivered")],
            "/2010-04-01/Accounts/AC0%2Ff/Messages/SM1.json",
            true,
        ),
        (
            "twilio",
            (201, r#"{"sid":"SM1","status":"queued"}"#),
            [twilio("sending"), twilio("undelivered")],
            "/2010-04-01/Accounts/AC0%2Ff/Messages/SM1.json",
            false,
        ),
    ] {
        let asked = std::sync::atomic::AtomicUsize::new(0);
        let stub = Stub::start(move |seen| {
            if seen.path == path {
                let time = asked.fetch_add(1, std::sync::atomic::Ordering::SeqCst);
                say(200, answers[time].clone())
            } else {
                say(sent.0, sent.1)
            }
        });
        let gateway = quick(name, &stub);
        let gateway_id = outcome(&gateway, ARABIC).await.unwrap();
        let receipt = receipt_of(&*gateway, &gateway_id).await;
        assert_eq!(receipt.delivered, delivered, "{name}");
        let asked: Vec<Seen> = stub.seen().into_iter().filter(|seen| seen.path == path).collect();
        assert_eq!(asked.len(), 2, "{name}");
        if name == "unifonic" {
            let expected = [("AppSid", "S1D+/=&"), ("MessageID", "77")];
            assert_eq!(
                asked[0].form(),
                expected.map(|(name, value)| (name.to_owned(), value.to_owned())).into()
            );
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn it_is_asked_so_often_and_no_oftener_and_then_nothing_is_said() {
    let stub = Stub::start(|seen| match seen.method.as_str() {
        "GET" => say(500, ""),
        _ => say(201, r#"{"sid":"SM1","status":"queued"}"#),
    });
    let gateway = quick("twilio", &stub);
    outcome(&gateway, ARABIC).await.unwrap();
    stub.seen();
    let receipt = tokio::time::timeout(Duration::from_secs(6), gateway.receipt()).await;
    assert!(receipt.is_err(), "nobody knows whether it arrived");
    assert_eq!(stub.seen().len(), 3);
    assert_eq!(gateway.state(), GatewayState::Ready, "it takes messages all the same");
}

#[tokio::test(flavor = "multi_thread")]
async fn one_that_was_down_is_tried_again_of_itself_and_sends_nothing_by_that() {
    let answers = std::sync::atomic::AtomicUsize::new(0);
    let stub = Stub::start(move |seen| match seen.path.as_str() {
        "/account/balance" => say(200, r#"{"accountStatus":"active"}"#),
        _ => say(
            if answers.fetch_add(1, std::sync::atomic::Ordering::SeqCst) == 0 {
                500
            } else {
                400
            },
            "",
        ),
    });
    let profile = Profile::built_in("taqnyat").unwrap().at(stub.address());
    let settings = HttpSettings {
        patience: Duration::from_millis(300),
        ..settings(profile, given("taqnyat"))
    };
    let gateway = HttpGateway::new("taqnyat".to_owned(), settings).unwrap();
    assert_eq!(outcome(&gateway, ARABIC).await, Err(('U', GatewayFault::Failing)));
    assert_eq!(gateway.state(), GatewayState::Down(GatewayFault::Failing));
    let waiting = Arc::clone(&gateway);
    let receipts = tokio::spawn(async move { waiting.receipt().await });
    until(|| gateway.state() == GatewayState::Ready).await;
    receipts.abort();
    let paths: Vec<String> = stub.seen().into_iter().map(|seen| seen.path).collect();
    assert_eq!(paths, ["/v1/messages", "/account/balance"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn fifty_at_a_time_get_an_answer_each() {
    let stub = Stub::start(|seen| {
        let text = seen.json()["text"].as_str().unwrap().to_owned();
        say(200, json!({ "ok": "yes", "id": text }).to_string())
    });
    let gateway = plain_gateway(stub.address());
    let all = (0..50).map(|place| {
        let gateway = Arc::clone(&gateway);
        async move { (place, outcome(&gateway, &place.to_string()).await) }
    });
    for (place, answer) in futures::future::join_all(all).await {
        assert_eq!(answer.unwrap(), format!("<{place}>"));
    }
    assert_eq!(stub.seen().len(), 50);
}

#[test]
fn settings_that_are_not_what_the_profile_asks_for_are_refused() {
    let with = |names: &[(&str, &str)]| {
        let profile = Profile::built_in("taqnyat").unwrap();
        HttpGateway::new("x".to_owned(), settings(profile, values(names))).err()
    };
    use HttpSettingsError as E;
    assert_eq!(with(&[("token", "t"), ("sender", "Absher")]), None);
    assert_eq!(with(&[("sender", "Absher")]), Some(E::Missing("token".to_owned())));
    assert_eq!(
        with(&[("token", ""), ("sender", "Absher")]),
        Some(E::Missing("token".to_owned()))
    );
    assert_eq!(with(&[("token", "t")]), Some(E::Missing("sender".to_owned())));
    let more = with(&[("token", "t"), ("sender", "Absher"), ("key", "k")]);
    assert_eq!(more, Some(E::NotAsked("key".to_owned())));
    assert_eq!(
        with(&[("token", "t\r\nX: y"), ("sender", "Absher")]),
        Some(E::Control("token".to_owned()))
    );
    let long = SenderNameError::TooLong { length: 12 };
    assert_eq!(
        with(&[("token", "t"), ("sender", "Twelve chars")]),
        Some(E::Sender(long))
    );
}

#[test]
fn settings_show_no_value() {
    let shown = format!("{:?}", plain(Address::parse("https://plain.example/T0KEN").unwrap()));
    assert!(!shown.contains("T0KEN") && !shown.contains("Istiada"), "{shown}");
}
