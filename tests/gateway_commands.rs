//! The operator's side of gateways, as a person or a script meets it: the real program.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "support/mail.rs"]
mod mail;
#[path = "support/smsc.rs"]
mod smsc;
#[path = "support/terminal.rs"]
mod terminal;
#[path = "support/web.rs"]
mod web;

use istiada::adapter::seal::FolderKeys;
use istiada::adapter::store::DurableStore;
use istiada::domain::fact::Fact;
use istiada::domain::store_kind::StoreKind;
use istiada::port::Store;
use mail::MailServer;
use serde_json::{Value, json};
use smsc::Smsc;
use terminal::{CHEAP, Said, Terminal, signed_by};
use web::{Stub, say};

const SECRET: &str = "Bawwaba-3jiba-91";

fn commands_run(terminal: &Terminal) -> Vec<String> {
    let keys = FolderKeys::new(terminal.home().join("config/istiada/keys"));
    let folder = terminal.home().join("data/istiada/desk");
    let store = DurableStore::open(&folder, StoreKind::Desk, &keys, &mut |_| {}).unwrap();
    let frames = store.frames(0..u64::MAX).unwrap();
    let facts = frames.into_iter().flat_map(|frame| frame.commit.entries);
    facts
        .filter_map(|entry| match entry.fact {
            Fact::CommandRan { command, .. } => Some(command),
            _ => None,
        })
        .collect()
}

fn seal(terminal: &Terminal) -> Said {
    seal_this(terminal, SECRET)
}

fn seal_this(terminal: &Terminal, secret: &str) -> Said {
    let file = terminal.secret_file("secret", secret);
    terminal.signed_english(&["gateway", "seal", "--secret-file", &file])
}

fn mail_gateway(port: u16, password: &str) -> String {
    format!("{CHEAP}{}", mail::entry(port, password))
}

/// What was found about something.
fn finding<'a>(told: &'a Value, what: &str) -> &'a Value {
    let findings = told["findings"].as_array().unwrap();
    findings.iter().find(|one| one["what"] == what).unwrap()
}

fn nowhere_tells(terminal: &Terminal, what: &str) {
    for (path, bytes) in terminal.all_files() {
        let found = bytes.windows(what.len()).any(|window| window == what.as_bytes());
        assert!(!found, "{what} stands in {}", path.display());
    }
}

#[test]
fn a_sealed_secret_signs_in_where_it_was_sealed_and_nowhere_else() {
    let server = MailServer::start_for(SECRET);
    let here = Terminal::new();
    let sealed = seal(&here);
    assert_eq!(sealed.status, 0, "{}", sealed.error);
    let text = sealed.out.trim();
    assert!(text.starts_with("sealed:") && !text.contains(SECRET), "{text}");
    assert_eq!(commands_run(&here), ["gateway seal"]);
    here.configure(&mail_gateway(server.port, text));
    let looked = here.english(&["doctor"]);
    assert!(
        looked.out.contains("mail: reached, and signed in"),
        "{}{}",
        looked.out,
        looked.error
    );
    assert!(
        looked.out.contains("mail: the connection is not encrypted"),
        "{}",
        looked.out
    );

    let sent = here.signed_english(&["doctor", "--send-to", "someone@example.com"]);
    assert_eq!(sent.status, 0, "{}{}", sent.out, sent.error);
    assert!(
        sent.out.contains("mail: the message to s•••@example.com was accepted"),
        "{}",
        sent.out
    );
    assert!(!sent.out.contains("someone"), "{}", sent.out);
    assert!(
        sent.out.contains("mail: reached, and signed in"),
        "what was found is said as well: {}",
        sent.out
    );
    let arrived = server.next();
    assert_eq!(arrived["recipients"], serde_json::json!(["someone@example.com"]));
    assert!(arrived["text"].as_str().unwrap().contains("test message"));
    assert!(server.has_no_more());
    assert_eq!(commands_run(&here).last().unwrap(), "doctor --send-to");

    let there = Terminal::new();
    there.set_up();
    there.configure(&mail_gateway(server.port, text));
    let looked = there.english(&["doctor"]);
    assert_eq!(looked.status, 1);
    let foreign = "gateway[1].password” was not sealed with the data key of this desk";
    assert!(looked.out.contains(foreign), "{}", looked.out);
    let looked = there.run(&["doctor"]);
    assert!(looked.out.contains("لم يُختم بمفتاح هذا المكتب"), "{}", looked.out);
    for terminal in [&here, &there] {
        nowhere_tells(terminal, SECRET);
        nowhere_tells(terminal, "someone@example.com");
    }
}

#[test]
fn only_a_supervisor_seals_and_a_wrong_file_does_not_keep_them_from_it() {
    let terminal = Terminal::new();
    terminal.set_up();
    let given = terminal.secret_file("given", "Bahr-azraq-2026");
    let number = "1101798278";
    let line = [
        "staff",
        "add",
        number,
        "--name",
        "سالم",
        "--role",
        "auditor",
        "--given-file",
        &given,
    ];
    assert_eq!(terminal.signed(&line).status, 0);
    let file = terminal.secret_file("secret", SECRET);
    let refused = terminal.english(&signed_by(&["gateway", "seal", "--secret-file", &file], number, &given));
    assert_eq!(refused.status, 1);
    assert!(!refused.out.contains("sealed:"), "{}", refused.out);

    terminal.configure(&mail_gateway(25, SECRET));
    let plain = terminal.english(&["doctor"]);
    assert!(
        plain.out.contains("istiada gateway seal") && !plain.out.contains(SECRET),
        "{}",
        plain.out
    );
    let sealed = seal(&terminal);
    assert_eq!(sealed.status, 0, "{}", sealed.error);
    assert_eq!(commands_run(&terminal).last().unwrap(), "gateway seal");
}

#[test]
fn doctor_says_what_stands_in_the_way_and_what_to_do() {
    let terminal = Terminal::new();
    terminal.set_up();
    let free = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = free.local_addr().unwrap().port();
    terminal.configure(&mail_gateway(port, "env:ISTIADA_TEST_NOT_SET"));
    let looked = terminal.english(&["doctor"]);
    assert!(
        looked.out.contains("the variable ISTIADA_TEST_NOT_SET is not set"),
        "{}",
        looked.out
    );
    let set = |arguments: &[&str]| {
        let mut command = terminal.command(arguments);
        command.env("ISTIADA_TEST_NOT_SET", "x").env("LANG", "en_GB.UTF-8");
        let output = command.output().unwrap();
        istiada::i18n::bidi::plain(&String::from_utf8(output.stdout).unwrap())
    };
    let silent = set(&["doctor"]);
    assert!(
        silent.contains("mail: it was reached, and said nothing in time"),
        "{silent}"
    );
    drop(free);
    let gone = set(&["doctor", "--json"]);
    let told: Value = serde_json::from_str(&gone).unwrap();
    let finding = finding(&told, "gateway");
    assert_eq!(finding["state"], "fault");
    assert_eq!(finding["said"], "mail: nobody answers at its address");
    assert!(finding["remedy"].as_str().unwrap().contains("firewall"));
    let log = std::fs::read_to_string(terminal.home().join("state/istiada/istiada.log")).unwrap();
    for cause in ["Silent: ", "NotReached: "] {
        let is_told = |line: &str| line.contains("gateway=\"mail\"") && line.contains(cause);
        assert!(log.lines().any(is_told), "{cause} is missing: {log}");
    }
    let none = terminal.signed_english(&["doctor", "--send-to", "0501234567"]);
    assert!(
        none.error.contains("ISTIADA_TEST_NOT_SET") || none.error.contains("No gateway"),
        "{}",
        none.error
    );
    let wrong = terminal.signed_english(&["doctor", "--send-to", "holiday"]);
    assert!(wrong.error.contains("no mobile number"), "{}", wrong.error);
}

#[test]
fn a_test_message_by_sms_says_what_the_receipt_said() {
    let smsc = Smsc::start();
    let terminal = Terminal::new();
    let sealed = seal_this(&terminal, smsc::PASSWORD);
    let gateway = smsc.entry(sealed.out.trim());
    terminal.configure(&format!("{CHEAP}{gateway}"));
    let looked = terminal.english(&["doctor"]);
    assert!(
        looked.out.contains("operator: reached, and signed in"),
        "{}",
        looked.out
    );
    assert!(smsc.attempted().is_empty(), "it only looked");

    let sent = terminal.signed_english(&["doctor", "--send-to", "0501234567"]);
    let arrived = "operator: the message to 05••••••67 was accepted and has arrived";
    assert!(
        sent.status == 0 && sent.out.contains(arrived),
        "{}{}",
        sent.out,
        sent.error
    );
    let [message] = &smsc.submitted()[..] else {
        panic!("one message")
    };
    assert_eq!(message.to, "966501234567");
    assert!(message.text.contains("test message"), "{}", message.text);

    smsc.tell(&json!({ "state": "UNDELIV" }));
    let sent = terminal.signed(&["doctor", "--send-to", "0501234567"]);
    let text = &smsc.submitted()[1].text;
    assert!(text.contains("رسالة تجربة"), "{text}");
    assert!(
        sent.status == 1 && sent.out.contains("ثم قيل إنها لم تصل"),
        "{}",
        sent.out
    );
    let sent = terminal.signed_english(&["doctor", "--send-to", "0501234567", "--json"]);
    let told: Value = serde_json::from_str(&sent.out).unwrap();
    assert_eq!(finding(&told, "gateway")["state"], "well");
    assert_eq!(
        told["trials"],
        json!([{ "gateway": "operator", "became": "not-delivered", "fault": null }])
    );

    smsc.tell(&json!({ "receipts": "none" }));
    terminal.configure(&format!(
        "{CHEAP}{gateway}patience = 4\n[policy.outbox]\npatience = 5\n"
    ));
    let sent = terminal.signed_english(&["doctor", "--send-to", "0501234567"]);
    assert!(
        sent.status == 0 && sent.out.contains("was accepted; no word of its arrival yet"),
        "{}",
        sent.out
    );
    smsc.tell(&json!({ "submit": "ESME_RINVDSTADR" }));
    let sent = terminal.signed_english(&["doctor", "--send-to", "0501234567"]);
    assert!(
        sent.status == 1 && sent.out.contains("was not accepted: it refused the message"),
        "{}",
        sent.out
    );
    assert_eq!(smsc.attempted().len(), 5, "one message each");
    nowhere_tells(&terminal, smsc::PASSWORD);
    nowhere_tells(&terminal, "501234567");
}

#[test]
fn doctor_tries_the_registry_on_the_web_and_looks_nobody_up() {
    let terminal = Terminal::new();
    terminal.set_up();
    let sealed = seal(&terminal);
    let line = |status: u16, body: &'static str| {
        let stub = Stub::start(move |_| say(status, body));
        terminal.configure(&format!(
            "{CHEAP}[registry]\nkind = \"http\"\nurl = \"{}/v1\"\ntoken = \"{}\"\n",
            stub.origin(),
            sealed.out.trim()
        ));
        let told: Value = serde_json::from_str(&terminal.english(&["doctor", "--json"]).out).unwrap();
        let asked = stub.only();
        assert_eq!((asked.method.as_str(), asked.path.as_str()), ("GET", "/v1/status"));
        assert_eq!(asked.header("authorization"), format!("Bearer {SECRET}"));
        let found = finding(&told, "registry");
        (found["state"].clone(), found["said"].as_str().unwrap().to_owned())
    };
    assert_eq!(
        line(200, r#"{"ready":true}"#),
        (json!("well"), "the registry on the web answers".to_owned())
    );
    for (status, body, fault) in [
        (200, r#"{"ready":false}"#, "it says that it is out of order"),
        (401, "{}", "it refused the name or the password"),
        (200, "holiday", "what it says is not what its protocol lets it say"),
    ] {
        assert_eq!(
            line(status, body),
            (json!("fault"), format!("the registry on the web: {fault}"))
        );
    }
    let log = std::fs::read_to_string(terminal.home().join("state/istiada/istiada.log")).unwrap();
    assert!(log.contains("SignInRefused: HTTP 401"), "{log}");
    nowhere_tells(&terminal, SECRET);
}
