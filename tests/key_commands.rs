//! Commands on a store whose data key lies behind a passphrase or in the keyring of the system, as a person or a script
//! meets them: the real program.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "support/keyring.rs"]
mod keyring;
#[path = "support/terminal.rs"]
mod terminal;

use std::io::Write;
use std::process::Stdio;
use std::sync::Arc;

use istiada::adapter::seal::{FolderKeys, SystemKeyring};
use istiada::adapter::store::DurableStore;
use istiada::domain::key_place::{NewKeyPlace, NewPassphrase};
use istiada::domain::store_kind::StoreKind;
use istiada::i18n::bidi::plain;
use keyring::Desktop;
use terminal::{PASSWORD, SUPERVISOR, Said, Terminal};

const PASSPHRASE: &str = "salt wind ladder seven";

fn keys(terminal: &Terminal) -> FolderKeys {
    FolderKeys::new(terminal.home().join("config/istiada/keys"))
}

fn make_store(terminal: &Terminal, keys: &FolderKeys) {
    let folder = terminal.home().join("data/istiada/desk");
    DurableStore::open(&folder, StoreKind::Desk, keys, &mut |_| {}).unwrap();
}

/// A desk that is set up, with its key behind a passphrase, and the file with the passphrase.
fn behind_a_passphrase() -> (Terminal, String) {
    let terminal = Terminal::new();
    let typed = PASSPHRASE.into();
    let chosen = NewPassphrase::choose(&typed, &typed).unwrap();
    make_store(
        &terminal,
        &keys(&terminal).keeping_new_in(NewKeyPlace::Passphrase(chosen)),
    );
    let file = terminal.secret_file("passphrase", PASSPHRASE);
    terminal.set_up();
    (terminal, file)
}

fn holds(said: &Said, words: &str) {
    assert!(
        said.error.contains(words) || said.out.contains(words),
        "{words}:\n{}\n{}",
        said.out,
        said.error
    );
}

#[test]
fn every_command_on_the_store_takes_the_passphrase_from_a_file() {
    let (terminal, file) = behind_a_passphrase();
    let secret = terminal.secret_file("secret", "Bawwaba-3jiba-91");
    let export = terminal.home().join("facts.jsonl");
    for line in [
        vec!["staff", "list"],
        vec!["accounts", "find", "1101798278"],
        vec!["ledger", "export", export.to_str().unwrap()],
        vec!["gateway", "seal", "--secret-file", &secret],
    ] {
        let said = terminal.signed_english(&line);
        assert_eq!(said.status, 1, "{line:?}");
        holds(&said, "The data key is kept behind a passphrase, which was not given.");
        holds(&said, "In a script, give --passphrase-file");
        let said = terminal.signed(&line);
        holds(&said, "مفتاح البيانات محفوظ بعبارة مرور، ولم تُذكر العبارة.");

        let with_file = [&line[..], &["--passphrase-file", &file]].concat();
        let said = terminal.signed_english(&with_file);
        assert!(!said.error.contains("passphrase"), "{line:?}: {}", said.error);
        // That nobody is found is said from behind the key.
        let expected = i32::from(line[0] == "accounts");
        assert_eq!(said.status, expected, "{line:?}: {}", said.error);
    }
    let verified = terminal.english(&["ledger", "verify", "--passphrase-file", &file]);
    assert_eq!(verified.status, 0, "{}", verified.error);
    assert_eq!(terminal.english(&["ledger", "verify"]).status, 1);
}

#[test]
fn a_wrong_passphrase_opens_nothing_and_counts_nobody() {
    let (terminal, right) = behind_a_passphrase();
    let wrong = terminal.secret_file("wrong", "salt wind ladder eight");
    for line in [&["ledger", "verify"][..], &["staff", "list"]] {
        let said = terminal.signed_english(&[line, &["--passphrase-file", &wrong]].concat());
        let said = if line[0] == "ledger" {
            terminal.english(&["ledger", "verify", "--passphrase-file", &wrong])
        } else {
            said
        };
        assert_eq!(said.status, 1, "{line:?}");
        holds(
            &said,
            "The passphrase of the data key is not right, so nothing was opened.",
        );
        assert!(!said.error.contains("ladder"), "{}", said.error);
    }
    let open = terminal.file("open", PASSPHRASE);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        std::fs::set_permissions(&open, std::fs::Permissions::from_mode(0o644)).unwrap();
        let said = terminal.english(&["ledger", "verify", "--passphrase-file", &open]);
        assert_eq!(said.status, 1);
        holds(&said, "Others can read the file");
    }
    let said = terminal.english(&["ledger", "verify", "--passphrase-file", "/nonexistent"]);
    holds(&said, "could not be read");
    assert_eq!(
        terminal.signed(&["staff", "list", "--passphrase-file", &right]).status,
        0
    );
}

#[test]
fn standard_input_brings_the_passphrase_and_then_the_password() {
    let (terminal, _) = behind_a_passphrase();
    let mut command = terminal.command(&[
        "staff",
        "list",
        "--passphrase-file",
        "-",
        "--as",
        SUPERVISOR,
        "--password-file",
        "-",
    ]);
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let typed = format!("{PASSPHRASE}\n{PASSWORD}\n");
    child.stdin.take().unwrap().write_all(typed.as_bytes()).unwrap();
    let said = child.wait_with_output().unwrap();
    assert!(said.status.success(), "{}", String::from_utf8_lossy(&said.stderr));
    assert!(plain(&String::from_utf8(said.stdout).unwrap()).contains("سلمان الحارث"));
}

#[test]
fn doctor_says_where_the_key_is_with_and_without_the_passphrase() {
    let plain_file = Terminal::new();
    plain_file.set_up();
    holds(
        &plain_file.english(&["doctor"]),
        "key: there, in a file that its owner alone can read",
    );
    let (terminal, file) = behind_a_passphrase();
    let with = terminal.english(&["doctor", "--passphrase-file", &file]);
    holds(&with, "key: there, in a file behind a passphrase");
    holds(&with, "chained");
    let without = terminal.english(&["doctor"]);
    assert_eq!(without.status, 1, "it saw less than all");
    holds(&without, "key: there, in a file behind a passphrase");
    holds(&without, "In a script, give --passphrase-file");
    for said in [with, without] {
        assert!(!said.out.contains("ladder") && !said.error.contains("ladder"));
    }
    let key = keys(&terminal).file(
        istiada::adapter::ledger::key_of(&terminal.home().join("data/istiada/desk"))
            .unwrap()
            .unwrap(),
    );
    std::fs::remove_file(key).unwrap();
    holds(&terminal.english(&["doctor"]), "The data key is missing");
}

#[test]
fn a_key_in_the_keyring_is_found_there_and_told_where_it_is_not() {
    let mut desktop = Desktop::start();
    desktop.start_keyring();
    let terminal = Terminal::new();
    let keyring = Arc::new(SystemKeyring::on_bus(desktop.address()));
    let keys = keys(&terminal)
        .with_keyring(keyring)
        .keeping_new_in(NewKeyPlace::Keyring);
    make_store(&terminal, &keys);
    let run = |line: &[&str], address: &str| {
        let mut command = terminal.command(line);
        command
            .env("LANG", "en_GB.UTF-8")
            .env("DBUS_SESSION_BUS_ADDRESS", address);
        let output = command.output().unwrap();
        Said {
            status: output.status.code().unwrap_or(-1),
            out: plain(&String::from_utf8(output.stdout).unwrap()),
            error: plain(&String::from_utf8(output.stderr).unwrap()),
        }
    };
    let address = desktop.address().to_owned();
    holds(&run(&["doctor"], &address), "key: there, in the keyring of the system");
    assert_eq!(run(&["ledger", "verify"], &address).status, 0);
    desktop.lock();
    for line in [&["doctor"][..], &["ledger", "verify"]] {
        let said = run(line, &address);
        assert_eq!(said.status, 1);
        holds(&said, "The keyring of the system is locked, and it holds the data key.");
    }
    let nowhere = format!("unix:path={}", terminal.home().join("no-bus").display());
    for line in [&["doctor"][..], &["ledger", "verify"]] {
        let said = run(line, &nowhere);
        assert_eq!(said.status, 1);
        holds(
            &said,
            "The keyring of the system holds the data key, and no keyring answers.",
        );
    }
}
