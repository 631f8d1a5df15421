//! `registry import` and what `doctor` says of the registry, as a person at a terminal meets them.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "support/terminal.rs"]
mod terminal;

use std::fs;
use std::path::PathBuf;

use istiada::adapter::registry::EmbeddedRegistry;
use istiada::adapter::seal::FolderKeys;
use istiada::adapter::store::{DurableStore, OpenError};
use istiada::domain::applicant::{IdentityNumber, Mobile};
use istiada::domain::fact::Fact;
use istiada::domain::registry::RegistryAnswer;
use istiada::domain::store_kind::StoreKind;
use istiada::port::{Registry, Store};
use terminal::Terminal;

const HEADER: &str = "identity_number,kind,name,id_expiry,mobiles,operator,active";
const NOURA: &str = "1101798278,citizen,نورة العتيبي,1450-05-01 H,0501234567;0551234567,stc,yes;no";
const ANA: &str = "2000000006,resident,Ana Reyes,2031-10-22,0561234567,mobily,yes";

fn folder(terminal: &Terminal) -> PathBuf {
    terminal.home().join("data/istiada/desk")
}

fn store(terminal: &Terminal) -> DurableStore {
    let keys = FolderKeys::new(terminal.home().join("config/istiada/keys"));
    DurableStore::open(&folder(terminal), StoreKind::Desk, &keys, &mut |_| {}).unwrap()
}

fn imports(terminal: &Terminal) -> Vec<(u64, String)> {
    let frames = store(terminal).frames(0..u64::MAX).unwrap();
    let entries = frames.into_iter().flat_map(|frame| frame.commit.entries);
    let imported = entries.filter_map(|entry| match entry.fact {
        Fact::RegistryImported { count, file_hash } => Some((count, file_hash)),
        _ => None,
    });
    imported.collect()
}

fn people(terminal: &Terminal) -> Option<u64> {
    let store = store(terminal);
    EmbeddedRegistry::open(store.folder(), store.vault()).unwrap().people()
}

fn found(terminal: &Terminal, number: &str) -> RegistryAnswer<istiada::domain::registry::Person> {
    let registry = {
        let store = store(terminal);
        EmbeddedRegistry::open(store.folder(), store.vault()).unwrap()
    };
    let number = IdentityNumber::parse(number).unwrap();
    tokio::runtime::Runtime::new()
        .unwrap()
        .block_on(registry.person(number))
}

#[test]
fn a_file_is_imported_whole_and_each_run_is_a_fact() {
    let terminal = Terminal::new();
    let first = terminal.file("first.csv", &format!("{HEADER}\n{NOURA}\n{ANA}\n"));
    let dry = terminal.english(&["registry", "import", "--dry-run", &first]);
    assert_eq!((dry.status, dry.error.as_str()), (0, ""));
    assert!(
        dry.out.contains("2 people") && dry.out.contains("Nothing was imported"),
        "{}",
        dry.out
    );
    assert!(!folder(&terminal).exists(), "a trial makes nothing");

    let said = terminal.signed(&["registry", "import", &first]);
    assert_eq!(said.status, 0, "{}", said.error);
    assert!(said.out.contains("شخصان"), "{}", said.out);
    assert_eq!(people(&terminal), Some(2));
    let second = terminal.file(
        "second.jsonl",
        "{\"identity_number\":\"3123456789\",\"kind\":\"visitor\"}\n",
    );
    let said = terminal.signed(&["registry", "import", "--complete", "--json", &second]);
    let told: serde_json::Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!((&told["imported"], &told["checked"]), (&1.into(), &1.into()));
    assert!(matches!(found(&terminal, "3123456789"), RegistryAnswer::Known(_)));
    assert!(
        matches!(found(&terminal, "1101798278"), RegistryAnswer::No(_)),
        "it takes the place of what was there"
    );

    let facts = imports(&terminal);
    assert_eq!(facts.iter().map(|(count, _)| *count).collect::<Vec<_>>(), [2, 1]);
    assert!(facts.iter().all(|(_, hash)| hash.len() == 64) && facts[0].1 != facts[1].1);
    for (path, bytes) in terminal.all_files() {
        let is_ours = path.ends_with("first.csv") || path.ends_with("second.jsonl");
        for value in ["1101798278", "501234567", "3123456789", "نورة", "Reyes", "1450-05-01"] {
            let stands = bytes.windows(value.len()).any(|window| window == value.as_bytes());
            assert!(is_ours || !stands, "{value} in {}", path.display());
        }
    }
}

#[test]
fn a_wrong_file_is_told_line_by_line_and_changes_nothing() {
    let terminal = Terminal::new();
    let good = terminal.file("good.csv", &format!("{HEADER}\n{NOURA}\n"));
    assert_eq!(terminal.signed(&["registry", "import", &good]).status, 0);
    let wrong = ANA.replace("2000000006", "2000000001").replace("mobily", "acme");
    let file = terminal.file("wrong.csv", &format!("{HEADER}\n{NOURA}\n{wrong}\n"));
    for options in [vec![], vec!["--dry-run"]] {
        let line: Vec<&str> = ["registry", "import", &file].into_iter().chain(options).collect();
        let said = terminal.english(&line);
        assert_eq!((said.status, said.out.as_str()), (1, ""));
        for part in [
            "wrong.csv",
            "Line 3, field “identity number”",
            "Line 3, field “operator”",
            "1 line was refused",
        ] {
            assert!(said.error.contains(part), "{part}: {}", said.error);
        }
        assert!(
            !said.error.contains("2000000001") && !said.error.contains("acme"),
            "{}",
            said.error
        );
        let arabic = terminal.run(&line);
        assert!(arabic.error.contains("السطر 3، الحقل «رقم الهوية»"), "{}", arabic.error);
    }
    let said = terminal.run(&["registry", "import", "--json", &file]);
    let told: serde_json::Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!(
        (told["imported"].as_u64(), told["refused"][0]["line"].as_u64()),
        (Some(0), Some(3))
    );
    assert_eq!(told["refused"][0]["field"], "identity_number");
    for (name, text, part) in [
        ("empty.csv", String::new(), "column is missing"),
        ("nobody.csv", format!("{HEADER}\n"), "nobody"),
        ("binary.csv", "\u{0}\u{1}".to_owned(), "unknown column"),
    ] {
        let file = terminal.file(name, &text);
        let said = terminal.signed_english(&["registry", "import", &file]);
        assert_eq!(said.status, 1, "{name}");
        assert!(said.error.contains(part), "{name}: {}", said.error);
    }
    let said = terminal.english(&["registry", "import", "/nowhere/people.csv"]);
    assert!(
        said.status == 1 && said.error.contains("/nowhere/people.csv"),
        "{}",
        said.error
    );
    assert_eq!((people(&terminal), imports(&terminal).len()), (Some(1), 1));
}

#[test]
fn doctor_says_how_it_stands_with_the_registry() {
    let terminal = Terminal::new();
    let line = |out: &str| {
        let mut lines = out.lines().skip_while(|line| !line.contains("registry:"));
        lines.by_ref().take(2).collect::<Vec<_>>().join("\n")
    };
    let good = terminal.file("good.csv", &format!("{HEADER}\n{NOURA}\n"));
    terminal.set_up();
    let said = terminal.english(&["doctor"]);
    assert!(line(&said.out).contains("istiada registry import"), "{}", said.out);
    assert_eq!(terminal.signed(&["registry", "import", &good]).status, 0);
    let said = terminal.english(&["doctor"]);
    assert_eq!(said.status, 0);
    assert!(line(&said.out).contains("1 person"), "{}", said.out);

    let path = folder(&terminal).join("registry");
    let whole = fs::read(&path).unwrap();
    fs::write(&path, &whole[..whole.len() / 2]).unwrap();
    let said = terminal.english(&["doctor"]);
    assert_eq!(said.status, 1);
    let told = line(&said.out);
    assert!(
        told.contains("is damaged") && told.contains("import the registry again"),
        "{}",
        said.out
    );
    let mut foreign = whole;
    foreign[20] ^= 1;
    fs::write(&path, &foreign).unwrap();
    assert!(line(&terminal.english(&["doctor"]).out).contains("not of this folder"));
    assert_eq!(
        terminal.signed(&["registry", "import", &good]).status,
        0,
        "and an import repairs it"
    );
    assert_eq!(people(&terminal), Some(1));
}

#[test]
fn a_registry_does_not_hide_that_the_ledger_is_gone() {
    let terminal = Terminal::new();
    let good = terminal.file("good.csv", &format!("{HEADER}\n{NOURA}\n"));
    assert_eq!(terminal.signed(&["registry", "import", &good]).status, 0);
    fs::remove_dir_all(folder(&terminal).join("ledger")).unwrap();
    let keys = FolderKeys::new(terminal.home().join("config/istiada/keys"));
    let refused = DurableStore::open(&folder(&terminal), StoreKind::Desk, &keys, &mut |_| {});
    assert!(matches!(refused, Err(OpenError::LedgerGone(_))), "{refused:?}");
}

#[test]
fn the_mobiles_of_a_row_are_all_of_that_person() {
    let terminal = Terminal::new();
    let good = terminal.file("good.csv", &format!("{HEADER}\n{NOURA}\n{ANA}\n"));
    assert_eq!(terminal.signed(&["registry", "import", &good]).status, 0);
    let registry = {
        let store = store(&terminal);
        EmbeddedRegistry::open(store.folder(), store.vault()).unwrap()
    };
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let ask = |mobile: &str, number: &str| {
        let (mobile, number) = (Mobile::parse(mobile).unwrap(), IdentityNumber::parse(number).unwrap());
        match runtime.block_on(registry.mobile(mobile, number)) {
            RegistryAnswer::Known(standing) => Some((standing.theirs, standing.active, standing.operator_approved)),
            _ => None,
        }
    };
    assert_eq!(ask("0501234567", "1101798278"), Some((true, true, true)));
    assert_eq!(ask("0551234567", "1101798278"), Some((true, false, true)));
    assert_eq!(ask("0561234567", "1101798278"), Some((false, true, true)));
    assert_eq!(ask("0561234567", "2000000006"), Some((true, true, true)));
    assert_eq!(ask("0561234568", "2000000006"), None);
}
