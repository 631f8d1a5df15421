//! The operator's side of gateways, as a person or a script meets it: the real program.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "support/mail.rs"]
mod mail;
#[path = "support/terminal.rs"]
mod terminal;

use istiada::adapter::seal::FolderKeys;
use istiada::adapter::store::DurableStore;
use istiada::domain::fact::Fact;
use istiada::domain::store_kind::StoreKind;
use istiada::port::Store;
use mail::MailServer;
use terminal::{CHEAP, Said, Terminal, signed_by};

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
    let file = terminal.secret_file("secret", SECRET);
    terminal.signed_english(&["gateway", "seal", "--secret-file", &file])
}

fn mail_gateway(port: u16, password: &str) -> String {
    format!(
        "{CHEAP}[[gateway]]\nkind = \"smtp\"\nname = \"mail\"\nhost = \"127.0.0.1\"\nport = {port}\ntls = \"none\"\n\
         user = \"istiada\"\npassword = \"{password}\"\nfrom = \"no-reply@centre.example\"\npatience = 4\n"
    )
}

fn nowhere_tells(terminal: &Terminal, what: &str) {
    for (path, bytes) in terminal.all_files() {
        let found = bytes.windows(what.len()).any(|window| window == what.as_bytes());
        assert!(!found, "{what} stands in {}", path.display());
    }
}

#[test]
fn a_sealed_secret_signs_in_where_it_was_sealed_and_nowhere_else() {
    let server = MailServer::start(&["--user", "istiada", "--password", SECRET]);
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
    let told: serde_json::Value = serde_json::from_str(&gone).unwrap();
    let finding = told["findings"]
        .as_array()
        .unwrap()
        .iter()
        .find(|one| one["what"] == "gateway")
        .unwrap();
    assert_eq!(finding["state"], "fault");
    assert_eq!(finding["said"], "mail: nobody answers at its address");
    assert!(finding["remedy"].as_str().unwrap().contains("firewall"));
    let none = terminal.signed_english(&["doctor", "--send-to", "0501234567"]);
    assert!(
        none.error.contains("ISTIADA_TEST_NOT_SET") || none.error.contains("No gateway"),
        "{}",
        none.error
    );
    let wrong = terminal.signed_english(&["doctor", "--send-to", "holiday"]);
    assert!(wrong.error.contains("no mobile number"), "{}", wrong.error);
}
