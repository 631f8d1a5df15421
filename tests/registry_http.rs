//! The registry over HTTP: it asks as `docs/registry.openapi.yaml` says, reads every example of it, and takes anything
//! but a clean answer for "unknown".

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "support/certificates.rs"]
mod certificates;
#[path = "support/web.rs"]
mod web;

use std::time::{Duration, Instant};

use istiada::adapter::gateway::Trust;
use istiada::adapter::registry::http::{HttpRegistry, HttpRegistrySettings, HttpRegistryTokenError};
use istiada::adapter::web::Address;
use istiada::domain::applicant::{ApplicantKind, IdDate, IdentityNumber, Mobile, PersonName};
use istiada::domain::message::GatewayFault;
use istiada::domain::registry::{MobileStanding, Person, RegistryAnswer, RegistryNo};
use istiada::port::Registry;
use serde_json::{Value, json};
use yaml_rust2::{Yaml, YamlLoader};

use certificates::{Authority, Day};
use web::{Reply, Stub, say};

const CONTRACT: &str = include_str!("../docs/registry.openapi.yaml");
const PATIENCE: Duration = Duration::from_millis(1500);

fn number() -> IdentityNumber {
    IdentityNumber::parse("1101798278").unwrap()
}

fn mobile() -> Mobile {
    Mobile::parse("0501234567").unwrap()
}

fn settings(address: Address) -> HttpRegistrySettings {
    HttpRegistrySettings {
        address: address.below("/v1/"),
        token: "T0KEN".into(),
        trust: Trust::of_system(),
        patience: PATIENCE,
    }
}

fn registry(address: Address) -> HttpRegistry {
    HttpRegistry::new(settings(address)).unwrap()
}

async fn person(address: Address) -> RegistryAnswer<Person> {
    registry(address).person(number()).await
}

async fn standing(address: Address) -> RegistryAnswer<MobileStanding> {
    registry(address).mobile(mobile(), number()).await
}

fn known_person() -> Value {
    json!({
        "answer": "known", "identity_number": "1101798278",
        "person": { "kind": "citizen", "name": "نورة بنت سعد المطيري", "expiry": "1451-03-07 H", "active": true },
    })
}

fn known_mobile() -> Value {
    json!({
        "answer": "known", "identity_number": "1101798278", "mobile": "+966501234567",
        "standing": { "theirs": true, "active": true, "operator_approved": false },
    })
}

#[tokio::test(flavor = "multi_thread")]
async fn numbers_go_in_the_body_and_never_in_an_address() {
    let stub = Stub::start(|_| say(200, r#"{"answer":"unknown"}"#));
    assert_eq!(person(stub.address()).await, RegistryAnswer::Unknown);
    assert_eq!(standing(stub.address()).await, RegistryAnswer::Unknown);
    let seen = stub.seen();
    for seen in &seen {
        assert_eq!(
            (seen.method.as_str(), seen.header("content-type")),
            ("POST", "application/json")
        );
        assert_eq!(seen.header("authorization"), "Bearer T0KEN");
        let outside = format!("{} {:?}", seen.path, seen.headers);
        assert!(
            !outside.contains("1101798278") && !outside.contains("501234567"),
            "{outside}"
        );
    }
    assert_eq!(
        [seen[0].path.as_str(), seen[1].path.as_str()],
        ["/v1/person", "/v1/mobile"]
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_clean_answer_is_taken_as_it_is() {
    let stub = Stub::start(|seen| {
        say(
            200,
            if seen.path == "/v1/person" {
                known_person()
            } else {
                known_mobile()
            }
            .to_string(),
        )
    });
    let expected = Person {
        name: Some(PersonName::parse("نورة بنت سعد المطيري").unwrap()),
        kind: ApplicantKind::Citizen,
        expiry: Some(IdDate::parse("1451-03-07 H").unwrap()),
        active: true,
    };
    assert_eq!(person(stub.address()).await, RegistryAnswer::Known(expected));
    let expected = MobileStanding {
        theirs: true,
        active: true,
        operator_approved: false,
    };
    assert_eq!(standing(stub.address()).await, RegistryAnswer::Known(expected));
}

#[tokio::test(flavor = "multi_thread")]
async fn anything_but_a_clean_answer_is_unknown() {
    let changed = |pointer: &str, value: Value| {
        let mut answer = known_person();
        *answer.pointer_mut(pointer).unwrap() = value;
        say(200, answer.to_string())
    };
    let lacking = |pointer: &str, field: &str| {
        let mut answer = known_person();
        answer
            .pointer_mut(pointer)
            .unwrap()
            .as_object_mut()
            .unwrap()
            .remove(field);
        say(200, answer.to_string())
    };
    let not_there = r#"{"answer":"not-there"}"#;
    let replies = [
        say(404, ""),
        say(404, "<html>Not found</html>"),
        say(404, r#"{"answer":"unknown"}"#),
        say(404, known_person().to_string()),
        say(200, not_there),
        say(410, not_there),
        say(200, ""),
        say(200, "null"),
        say(200, r#"{"answer":"yes"}"#),
        say(201, known_person().to_string()),
        say(401, ""),
        say(403, not_there),
        say(429, ""),
        say(500, not_there),
        say(503, ""),
        Reply::Say(302, "Location: http://127.0.0.1:9/\r\n", not_there.to_owned()),
        changed("/identity_number", json!("1000000008")),
        changed("/identity_number", json!(1101798278)),
        changed("/person/kind", json!("resident")),
        changed("/person/kind", json!("tourist")),
        changed("/person/active", json!("yes")),
        changed("/person/expiry", json!("1446-12-30 H")),
        changed("/person/name", json!("\u{202E}")),
        lacking("", "answer"),
        lacking("", "identity_number"),
        lacking("/person", "active"),
        lacking("/person", "kind"),
        Reply::Silent,
        Reply::Close,
        Reply::Late(PATIENCE * 2, known_person().to_string()),
        Reply::Raw("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{\"answer\":".to_owned()),
        Reply::Raw("220 mail.example ESMTP\r\n".to_owned()),
    ];
    for reply in replies {
        let said = format!("{reply:?}");
        let stub = Stub::start(move |_| reply.clone());
        let began = Instant::now();
        assert_eq!(person(stub.address()).await, RegistryAnswer::Unknown, "{said}");
        assert!(began.elapsed() < PATIENCE + Duration::from_secs(2), "{said}");
        assert_eq!(stub.seen().len(), 1, "{said}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_about_another_mobile_is_unknown() {
    for (pointer, value) in [
        ("/mobile", json!("+966509999999")),
        ("/identity_number", json!("1000000008")),
        ("/standing/theirs", json!(null)),
    ] {
        let mut answer = known_mobile();
        *answer.pointer_mut(pointer).unwrap() = value;
        let stub = Stub::start(move |_| say(200, answer.to_string()));
        assert_eq!(standing(stub.address()).await, RegistryAnswer::Unknown, "{pointer}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn one_that_is_not_reached_or_not_trusted_knows_nothing() {
    let gone = Stub::start(|_| Reply::Close).address();
    assert_eq!(person(gone.clone()).await, RegistryAnswer::Unknown);
    assert_eq!(
        registry(gone).probe().await.unwrap_err().fault,
        GatewayFault::NotReached
    );
    let authority = Authority::new();
    for (day, expected) in [(Day::Today, Ok(())), (Day::LongAgo, Err(GatewayFault::NotTrusted))] {
        let paths = authority.certificate("127.0.0.1", day);
        let stub = Stub::over_tls(&paths.certificate, &paths.key, |seen| match seen.method.as_str() {
            "GET" => say(200, r#"{"ready":true}"#),
            _ => say(404, r#"{"answer":"not-there"}"#),
        });
        let registry = HttpRegistry::new(HttpRegistrySettings {
            trust: Trust::with_authority(&authority.pem()).unwrap(),
            ..settings(stub.address())
        })
        .unwrap();
        let answer = registry.person(number()).await;
        assert_eq!(
            answer == RegistryAnswer::No(RegistryNo::NotThere),
            expected.is_ok(),
            "{day:?}"
        );
        assert_eq!(registry.probe().await.map_err(|error| error.fault), expected, "{day:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_probe_looks_nobody_up() {
    use GatewayFault as F;
    for (status, body, expected) in [
        (200, r#"{"ready":true}"#, Ok(())),
        (200, r#"{"ready":false}"#, Err(F::Failing)),
        (200, "ready", Err(F::Malformed)),
        (401, "", Err(F::SignInRefused)),
        (404, r#"{"answer":"not-there"}"#, Err(F::Malformed)),
        (503, "", Err(F::Failing)),
    ] {
        let stub = Stub::start(move |_| say(status, body));
        let probed = registry(stub.address()).probe().await;
        assert_eq!(probed.map_err(|error| error.fault), expected, "{status} {body}");
        let seen = stub.only();
        assert_eq!(
            (seen.method.as_str(), seen.path.as_str(), seen.body.as_str()),
            ("GET", "/v1/status", "")
        );
    }
}

#[test]
fn its_token_is_in_no_sight() {
    let address = Address::parse("https://registry.example/v1").unwrap();
    let shown = format!("{:?} {:?}", settings(address.clone()), registry(address.clone()));
    assert!(!shown.contains("T0KEN"), "{shown}");
    for token in ["", "T0KEN\r\nX: y"] {
        let settings = HttpRegistrySettings {
            token: token.into(),
            ..settings(address.clone())
        };
        assert_eq!(HttpRegistry::new(settings).err(), Some(HttpRegistryTokenError));
    }
}

/// The contract as JSON.
fn contract() -> Value {
    let mut documents = YamlLoader::load_from_str(CONTRACT).expect("YAML");
    assert_eq!(documents.len(), 1);
    as_json(documents.remove(0))
}

fn as_json(yaml: Yaml) -> Value {
    match yaml {
        Yaml::String(text) => Value::String(text),
        Yaml::Integer(number) => json!(number),
        Yaml::Boolean(yes) => json!(yes),
        Yaml::Null => Value::Null,
        Yaml::Array(list) => list.into_iter().map(as_json).collect(),
        Yaml::Hash(table) => {
            let field = |(name, value): (Yaml, Yaml)| (name.into_string().expect("a name"), as_json(value));
            Value::Object(table.into_iter().map(field).collect())
        }
        other => panic!("{other:?}"),
    }
}

/// What stands there, or what it refers to.
fn resolved<'a>(contract: &'a Value, value: &'a Value) -> &'a Value {
    match value.get("$ref").and_then(Value::as_str) {
        Some(name) => contract
            .pointer(name.strip_prefix('#').expect("of this file"))
            .expect("it is there"),
        None => value,
    }
}

/// Every `$ref` leads somewhere.
fn refers_well(contract: &Value, value: &Value) {
    resolved(contract, value);
    match value {
        Value::Object(table) => table.values().for_each(|value| refers_well(contract, value)),
        Value::Array(list) => list.iter().for_each(|value| refers_well(contract, value)),
        _ => {}
    }
}

/// The examples below one question or answer.
fn examples(content: &Value) -> Vec<Value> {
    let examples = content
        .pointer("/content/application~1json/examples")
        .and_then(Value::as_object);
    examples
        .into_iter()
        .flatten()
        .map(|(_, example)| example["value"].clone())
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn every_example_of_the_contract_is_asked_or_read_so() {
    let contract = contract();
    assert_eq!(contract["openapi"], "3.1.0");
    refers_well(&contract, &contract);
    let paths: Vec<&String> = contract["paths"].as_object().unwrap().keys().collect();
    assert_eq!(paths, ["/mobile", "/person", "/status"]);
    let mut read = 0;
    for path in ["/person", "/mobile"] {
        let operation = &contract["paths"][path]["post"];
        for (status, response) in operation["responses"].as_object().unwrap() {
            for example in examples(resolved(&contract, response)) {
                let (status, said) = (status.parse().unwrap(), example.to_string());
                let stub = Stub::start(move |_| say(status, said.clone()));
                let word = if path == "/person" {
                    word(&person(stub.address()).await)
                } else {
                    word(&standing(stub.address()).await)
                };
                assert_eq!(example["answer"], word, "{path} {status} {example}");
                assert_eq!(vec![stub.only().json()], examples(&operation["requestBody"]), "{path}");
                read += 1;
            }
        }
    }
    assert_eq!(read, 9, "each of them");
    let ready = examples(&contract["paths"]["/status"]["get"]["responses"]["200"])
        .remove(0)
        .to_string();
    let stub = Stub::start(move |_| say(200, ready.clone()));
    registry(stub.address()).probe().await.unwrap();
}

fn word<T>(answer: &RegistryAnswer<T>) -> &'static str {
    match answer {
        RegistryAnswer::Known(_) => "known",
        RegistryAnswer::No(RegistryNo::NotThere) => "not-there",
        RegistryAnswer::Unknown => "unknown",
    }
}
