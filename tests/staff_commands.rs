//! Signing in at a terminal and the list of staff, as a person or a script meets them: the real program.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "support/terminal.rs"]
mod terminal;

use std::io::Write;
use std::process::{Command, Stdio};

use istiada::adapter::seal::FolderKeys;
use istiada::adapter::store::DurableStore;
use istiada::domain::fact::{Entry, Fact};
use istiada::domain::language::Language;
use istiada::domain::staff::Role;
use istiada::domain::store_kind::StoreKind;
use istiada::port::Store;
use terminal::{PASSWORD, SUPERVISOR, Said, Terminal, phrase, signed_by};

const CLERK: &str = "1101798278";
const OTHER: &str = "1000000008";
const GIVEN: &str = "Bahr-azraq-2026";

fn entries(terminal: &Terminal) -> Vec<Entry> {
    let keys = FolderKeys::new(terminal.home().join("config/istiada/keys"));
    let folder = terminal.home().join("data/istiada/desk");
    let store = DurableStore::open(&folder, StoreKind::Desk, &keys, &mut |_| {}).unwrap();
    let frames = store.frames(0..u64::MAX).unwrap();
    frames.into_iter().flat_map(|frame| frame.commit.entries).collect()
}

fn add(terminal: &Terminal, number: &str, role: &str) -> Said {
    let given = terminal.secret_file("given", GIVEN);
    let line = [
        "staff",
        "add",
        number,
        "--name",
        "سالم الدوسري",
        "--role",
        role,
        "--given-file",
    ];
    terminal.signed_english(&[&line[..], &[&given]].concat())
}

fn listed(terminal: &Terminal) -> serde_json::Value {
    let said = terminal.signed(&["staff", "list", "--json"]);
    assert_eq!(said.status, 0, "{}", said.error);
    serde_json::from_str(&said.out).unwrap()
}

#[test]
fn before_the_first_start_commands_say_so_and_make_nothing() {
    let terminal = Terminal::new();
    let file = terminal.file("people.csv", "identity_number,kind,name,mobile,user_name\n");
    for line in [
        vec!["staff", "list"],
        vec!["accounts", "find", CLERK],
        vec!["accounts", "import", &file],
        vec!["staff", "reset", SUPERVISOR, "--with-phrase"],
    ] {
        let said = terminal.english(&line);
        assert_eq!(said.status, 1, "{line:?}");
        assert!(
            said.error.contains("This desk is not set up yet."),
            "{line:?}: {}",
            said.error
        );
        let said = terminal.run(&line);
        assert!(said.error.contains("لم يُجهَّز هذا المكتب بعد"), "{}", said.error);
    }
    assert!(!terminal.home().join("data/istiada/desk").exists());
    assert!(!terminal.home().join("config/istiada/keys").exists());
}

#[test]
fn staff_are_added_listed_disabled_and_reset() {
    let terminal = Terminal::new();
    let added = add(&terminal, CLERK, "clerk");
    assert_eq!(added.status, 0, "{}", added.error);
    let again = add(&terminal, CLERK, "clerk");
    assert_eq!(again.status, 1);
    assert!(again.error.contains("with this number already"), "{}", again.error);

    let told = listed(&terminal);
    let clerk = told["staff"]
        .as_array()
        .unwrap()
        .iter()
        .find(|one| one["role"] == "clerk")
        .unwrap();
    assert_eq!(
        (&clerk["disabled"], &clerk["must_change_password"]),
        (&false.into(), &true.into())
    );
    assert!(!told.to_string().contains(CLERK), "numbers are masked: {told}");
    let said = terminal.signed(&["staff", "list"]);
    assert!(
        said.out.contains("سالم الدوسري") && said.out.contains("الإشراف"),
        "{}",
        said.out
    );
    assert!(
        !said.out.contains(CLERK) && !said.out.contains(SUPERVISOR),
        "{}",
        said.out
    );

    assert_eq!(terminal.signed(&["staff", "disable", CLERK]).status, 0);
    assert!(listed(&terminal).to_string().contains("\"disabled\":true"));
    let given = terminal.secret_file("given", "Ghayma-bayda-31");
    assert_eq!(
        terminal
            .signed(&["staff", "reset", CLERK, "--given-file", &given])
            .status,
        0
    );
    assert!(!listed(&terminal).to_string().contains("\"disabled\":true"));
    let nobody = terminal.signed_english(&["staff", "disable", OTHER]);
    assert_eq!(nobody.status, 1);
    assert!(
        nobody.error.contains("no member of staff with this number"),
        "{}",
        nobody.error
    );

    let entries = entries(&terminal);
    let wanted: [fn(&Fact) -> bool; 4] = [
        |fact| matches!(fact, Fact::StaffAdded { role: Role::Clerk, .. }),
        |fact| matches!(fact, Fact::StaffDisabled { .. }),
        |fact| matches!(fact, Fact::StaffReset { .. }),
        |fact| matches!(fact, Fact::CommandRan { command, .. } if command == "staff list"),
    ];
    for is in wanted {
        let entry = entries.iter().find(|entry| is(&entry.fact)).unwrap();
        let by = entry.clerk.unwrap();
        assert_eq!(by.digits(), SUPERVISOR, "each run bears the name of whoever ran it");
    }
}

#[test]
fn the_last_supervisor_stays_and_a_clerk_manages_nobody() {
    let terminal = Terminal::new();
    let said = terminal.signed_english(&["staff", "disable", SUPERVISOR]);
    assert_eq!(said.status, 1);
    assert!(said.error.contains("the last supervisor"), "{}", said.error);
    assert_eq!(add(&terminal, CLERK, "clerk").status, 0);
    let given = terminal.secret_file("given", GIVEN);
    for line in [vec!["staff", "list"], vec!["accounts", "find", OTHER]] {
        let said = terminal.english(&signed_by(&line, CLERK, &given));
        assert_eq!(said.status, 1, "{line:?}");
        assert!(said.error.contains("Sign in at the desk once"), "{}", said.error);
    }
    let found = terminal.signed_english(&["accounts", "find", OTHER]);
    assert!(
        found.error.contains("No account has this value."),
        "a supervisor may: {}",
        found.error
    );
    let ran = entries(&terminal).into_iter().filter(|entry| {
        matches!(&entry.fact, Fact::CommandRan { .. }) && entry.clerk.is_some_and(|number| number.digits() == CLERK)
    });
    assert_eq!(ran.count(), 0, "what was refused did not run");
}

#[test]
fn wrong_passwords_pause_the_next_run_too_and_the_phrase_helps_a_supervisor() {
    let terminal = Terminal::new();
    terminal.set_up();
    let wrong = terminal.secret_file("wrong", "Not-the-password-1");
    for number in [SUPERVISOR, OTHER] {
        let line = signed_by(&["staff", "list"], number, &wrong);
        for _ in 0..4 {
            let said = terminal.english(&line);
            assert_eq!(said.status, 1);
            assert!(said.error.contains("or the password is not right"), "{}", said.error);
        }
        let said = terminal.english(&line);
        assert!(said.error.contains("Tries are paused until"), "{}", said.error);
    }
    let said = terminal.signed_english(&["staff", "list"]);
    assert!(
        said.error.contains("Tries are paused until"),
        "the right one too: {}",
        said.error
    );

    let words = phrase().words(Language::ARABIC).join("  ");
    let given = terminal.secret_file("given", GIVEN);
    let reset = |phrase: &str, number: &str| {
        let phrase = terminal.secret_file("phrase", phrase);
        let line = [
            "staff",
            "reset",
            number,
            "--with-phrase",
            "--phrase-file",
            &phrase,
            "--given-file",
            &given,
        ];
        terminal.english(&line)
    };
    let short = reset("one two", SUPERVISOR);
    assert!(short.error.contains("has twelve words; these are 2"), "{}", short.error);
    let other = istiada::domain::staff::phrase::Phrase::make([4; 12])
        .words(Language::ENGLISH)
        .join(" ");
    for (phrase, number) in [(other.as_str(), SUPERVISOR), (words.as_str(), CLERK)] {
        let said = reset(phrase, number);
        assert_eq!(said.status, 1);
        assert!(said.error.contains("not that of this desk"), "{}", said.error);
    }
    let said = reset(&words, SUPERVISOR);
    assert_eq!((said.status, said.error.as_str()), (0, ""));
    assert!(
        entries(&terminal)
            .iter()
            .any(|entry| matches!(entry.fact, Fact::PhraseUsed { .. }))
    );
}

#[test]
fn a_script_hands_over_passwords_by_file_or_standard_input_alone() {
    let terminal = Terminal::new();
    terminal.set_up();
    let nobody = terminal.english(&["staff", "list"]);
    assert_eq!(nobody.status, 1, "no terminal, no question");
    assert!(
        nobody.error.contains("--as") && nobody.error.contains("--password-file"),
        "{}",
        nobody.error
    );
    let alone = terminal.english(&["staff", "list", "--password-file", &terminal.password_text()]);
    assert_eq!(alone.status, 2, "{}", alone.error);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let open = terminal.file("open", PASSWORD);
        std::fs::set_permissions(&open, std::fs::Permissions::from_mode(0o644)).unwrap();
        let said = terminal.english(&signed_by(&["staff", "list"], SUPERVISOR, &open));
        assert!(said.error.contains("Others can read the file"), "{}", said.error);
    }
    let line = [
        "staff",
        "add",
        CLERK,
        "--name",
        "Salem",
        "--role",
        "auditor",
        "--given-file",
        "-",
    ];
    let said = with_input(
        terminal.command(&signed_by(&line, SUPERVISOR, "-")),
        &format!("{PASSWORD}\n{GIVEN}\n"),
    );
    assert!(said.status.success(), "{}", String::from_utf8_lossy(&said.stderr));
    for (name, role, given) in [
        ("Salem", "owner", GIVEN),
        ("", "clerk", GIVEN),
        ("Salem", "clerk", "Qasir"),
    ] {
        let given = terminal.secret_file("given", given);
        let line = [
            "staff",
            "add",
            OTHER,
            "--name",
            name,
            "--role",
            role,
            "--given-file",
            &given,
        ];
        let said = terminal.signed_english(&line);
        assert!(said.status == 1 || said.status == 2, "{name} {role}");
        assert!(
            !said.error.contains("Qasir") && !said.error.contains(GIVEN),
            "{}",
            said.error
        );
    }
    for (path, bytes) in terminal.all_files() {
        for secret in [PASSWORD, GIVEN, SUPERVISOR, CLERK] {
            let found = bytes.windows(secret.len()).any(|window| window == secret.as_bytes());
            assert!(!found, "{secret} in {}", path.display());
        }
    }
}

fn with_input(mut command: Command, text: &str) -> std::process::Output {
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(text.as_bytes()).unwrap();
    child.wait_with_output().unwrap()
}

#[test]
fn the_ledger_is_exported_for_whoever_may_read_it() {
    let terminal = Terminal::new();
    assert_eq!(add(&terminal, CLERK, "clerk").status, 0);
    let path = |name: &str| terminal.home().join(name).to_str().unwrap().to_owned();
    let (table, objects) = (path("ledger.csv"), path("ledger.jsonl"));
    let said = terminal.signed_english(&["ledger", "export", &table]);
    assert_eq!(said.status, 0, "{}", said.error);
    let file = std::fs::read_to_string(&table).unwrap();
    assert!(file.starts_with("entry,time,staff,visit,fact,details\n"), "{file}");
    assert!(
        file.contains(",staff-added,") && file.contains("ledger export"),
        "{file}"
    );
    assert!(!file.contains(PASSWORD) && !file.contains("$argon2"), "{file}");
    let again = terminal.signed_english(&["ledger", "export", &table]);
    assert!(
        again.status == 1 && again.error.contains("is there already"),
        "{}",
        again.error
    );

    let said = terminal.signed(&["ledger", "export", &objects, "--since", "2026-01-01"]);
    assert_eq!(said.status, 0, "{}", said.error);
    let lines = std::fs::read_to_string(&objects).unwrap();
    assert!(lines.lines().count() > 3);
    assert!(
        lines
            .lines()
            .all(|line| serde_json::from_str::<serde_json::Value>(line).is_ok())
    );
    for (line, complaint) in [
        (vec!["ledger", "export", "ledger.txt"], "neither in csv nor in jsonl"),
        (
            vec!["ledger", "export", "x.csv", "--since", "yesterday"],
            "Write the day",
        ),
        (
            vec![
                "ledger",
                "export",
                "x.csv",
                "--since",
                "2026-02-02",
                "--until",
                "2026-02-01",
            ],
            "before the first",
        ),
    ] {
        let said = terminal.signed_english(&line);
        assert!(
            said.status == 1 && said.error.contains(complaint),
            "{line:?}: {}",
            said.error
        );
    }
}
