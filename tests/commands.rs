//! The commands as a person at a terminal meets them: the real program, its exit status, and what it says.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "support/terminal.rs"]
mod terminal;

use std::collections::HashMap;
use std::fs;
use std::io::{BufRead, BufReader};
use std::process::Stdio;

use istiada::command::people;
use terminal::{CHEAP, Terminal};

const HEADER: &str = "identity_number,kind,name,mobile,email,user_name,id_expiry,question_1,answer_1,question_2,\
                      answer_2,question_3,answer_3,password_hash";
const NOURA: &str = "1101798278,citizen,نورة العتيبي,0501234567,noura@example.com,noura1234,1448-05-01 H,\
                     first-school,الفيصلية,first-teacher,أبو خالد,first-trip-city,أبها,";
const ANA: &str = "2000000006,resident,Ana Reyes,0551234567,,ana12345,2031-10-22,,,,,,,";

#[test]
fn help_and_version_are_shown_and_wrong_use_is_told() {
    let terminal = Terminal::new();
    let help = terminal.run(&["--help"]);
    assert_eq!(help.status, 0);
    assert!(
        help.out.contains("طريقة الاستخدام:") && !help.out.contains("Usage"),
        "{}",
        help.out
    );
    let version = terminal.run(&["ledger", "verify", "--version"]);
    assert_eq!(version.status, 0);
    assert!(version.out.contains(env!("CARGO_PKG_VERSION")));
    for line in [
        vec!["nonsense"],
        vec!["accounts", "import"],
        vec!["drill", "--visits", "x"],
        vec!["--locale", "xx"],
    ] {
        let said = terminal.run(&line);
        assert_eq!(said.status, 2, "{line:?}");
        assert!(
            said.out.is_empty() && said.error.contains("istiada --help"),
            "{}",
            said.error
        );
        assert!(said.error.contains("صيغة الأمر"), "{}", said.error);
        let said = terminal.english(&line);
        assert_eq!(said.status, 2, "{line:?}");
        assert!(
            said.error.contains("That is not how the command is used"),
            "{}",
            said.error
        );
    }
}

#[test]
fn a_wrong_configuration_is_told_and_not_applied() {
    let terminal = Terminal::new();
    terminal.configure("centre = \"المركز\"\n[policy.code]\ndigits = 5\nwrong_tries = 11\n");
    let said = terminal.run(&["accounts", "find", "1101798278"]);
    assert_eq!(said.status, 1);
    let lines: Vec<&str> = said.error.lines().collect();
    assert_eq!(lines.len(), 2, "{}", said.error);
    assert!(
        lines[0].contains("istiada.toml") && lines[0].contains("السطر 3") && lines[0].contains("policy.code.digits")
    );
    assert!(
        lines[1].contains("السطر 4") && lines[1].contains("من 1 إلى 10") && !lines[1].contains("11"),
        "{}",
        lines[1]
    );
    assert!(!terminal.data().exists(), "nothing was opened");
    terminal.configure("centre = Zebra99\n");
    let said = terminal.english(&["accounts", "find", "1101798278"]);
    assert_eq!(said.status, 1);
    assert!(said.error.contains("line 1") && said.error.contains("well-formed") && !said.error.contains("Zebra99"));
}

#[test]
fn an_import_is_all_or_nothing_and_changes_nobody() {
    let terminal = Terminal::new();
    terminal.configure(CHEAP);
    let bad = terminal.file(
        "bad.csv",
        &format!("{HEADER}\n{NOURA}\n{}\n", ANA.replace("2000000006", "2000000007")),
    );
    let said = terminal.signed(&["accounts", "import", &bad]);
    assert_eq!(said.status, 1);
    assert!(
        said.error.contains("السطر 3، الحقل «رقم الهوية»: رقم التحقق لا يطابق"),
        "{}",
        said.error
    );
    assert!(said.error.contains("فلم يُستورد شيء") && !said.error.contains("2000000007"));
    assert_eq!(
        terminal.signed(&["accounts", "find", "1101798278"]).status,
        1,
        "the good row was not taken alone"
    );

    let good = terminal.file("good.csv", &format!("\u{feff}{HEADER}\r\n{NOURA}\r\n{ANA}\r\n"));
    let said = terminal.signed_english(&["accounts", "import", &good, "--dry-run"]);
    assert_eq!(
        (said.status, said.out.contains("2 accounts are ready")),
        (0, true),
        "{}",
        said.out
    );
    assert_eq!(
        terminal.signed(&["accounts", "find", "1101798278"]).status,
        1,
        "a dry run writes nothing"
    );
    let said = terminal.signed_english(&["accounts", "import", &good]);
    assert_eq!(
        (said.status, said.out.trim()),
        (0, "2 accounts were imported."),
        "{}",
        said.error
    );

    let again = ANA
        .replace("2000000006", "2101798276")
        .replace("0551234567", "٠٥٠١٢٣٤٥٦٧")
        .replace("ana12345", "Ana12345");
    let again = terminal.file("again.csv", &format!("{HEADER}\n{again}\n"));
    let said = terminal.signed_english(&["accounts", "import", &again]);
    assert_eq!(said.status, 1);
    assert!(
        said.error
            .contains("Line 2, field “mobile”: an existing account has it"),
        "{}",
        said.error
    );
    assert!(
        said.error.contains("field “user name”: an existing account has it"),
        "{}",
        said.error
    );
    let missing = terminal.signed_english(&["accounts", "import", "/nonexistent.csv"]);
    assert_eq!(missing.status, 1);
    assert!(missing.error.contains("/nonexistent.csv"));
}

#[test]
fn an_import_answers_programs_too() {
    let terminal = Terminal::new();
    terminal.configure(CHEAP);
    let lines = "{\"identity_number\":\"1101798279\",\"kind\":\"citizen\",\"name\":\"نورة\",\"mobile\":\"0501234567\",\
                 \"user_name\":\"noura1234\"}\n";
    let bad = terminal.file("bad.jsonl", lines);
    let said = terminal.signed(&["accounts", "import", "--json", &bad]);
    assert_eq!(said.status, 1);
    let told: serde_json::Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!(told["refused"][0]["field"], "identity_number");
    assert_eq!(told["refused"][0]["line"], 1);
    let good = terminal.file("good.jsonl", &lines.replace("1101798279", "1101798278"));
    let said = terminal.signed(&["accounts", "import", "--json", &good]);
    let told: serde_json::Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!((said.status, &told["imported"]), (0, &serde_json::json!(1)));
    let verified = terminal.run(&["ledger", "verify", "--json"]);
    let told: serde_json::Value = serde_json::from_str(&verified.out).unwrap();
    assert_eq!((&told["agrees"], &told["kind"]), (&true.into(), &"desk".into()));
}

#[test]
fn find_masks_what_it_shows() {
    let terminal = Terminal::new();
    terminal.configure(CHEAP);
    let file = terminal.file("people.csv", &format!("{HEADER}\n{NOURA}\n"));
    assert_eq!(terminal.signed(&["accounts", "import", &file]).status, 0);
    for query in [
        "1101798278",
        "١١٠١٧٩٨٢٧٨",
        "0501234567",
        "+966 50 123 4567",
        "NOURA@example.com",
        "Noura1234",
    ] {
        let said = terminal.signed(&["accounts", "find", query]);
        assert_eq!(said.status, 0, "{query}: {}", said.error);
        assert!(said.out.contains("••••••8278"), "{}", said.out);
        for value in [
            "1101798278",
            "0501234567",
            "501234567",
            "noura@example.com",
            "noura1234",
            "نورة العتيبي",
            "الفيصلية",
        ] {
            assert!(!said.out.contains(value), "{query}: {value}");
        }
        let said = terminal.signed(&["accounts", "find", "--json", query]);
        let told: serde_json::Value = serde_json::from_str(&said.out).unwrap();
        assert_eq!(told["account"]["questions"], 3);
        assert!(!said.out.contains("noura@example.com"));
    }
    let nobody = terminal.signed_english(&["accounts", "find", "1000000008"]);
    assert_eq!((nobody.status, nobody.error.trim()), (1, "No account has this value."));
    assert_eq!(terminal.signed_english(&["accounts", "find", "??"]).status, 1);
}

#[test]
fn a_drill_is_kept_and_no_value_of_anybody_stands_in_any_file() {
    let terminal = Terminal::new();
    let data = terminal.data_text();
    let run = terminal.run(&[
        "drill", "--data", &data, "--visits", "150", "--seed", "3", "--ack", "--json",
    ]);
    assert_eq!(run.status, 0, "{}", run.error);
    // The last acknowledgements may come after it.
    let report = run.out.lines().find(|line| line.starts_with('{')).unwrap();
    let told: serde_json::Value = serde_json::from_str(report).unwrap();
    for how in ["registered", "completed", "closed", "supervised"] {
        assert!(told["ended"][how].as_u64() >= Some(1), "nobody {how}: {told}");
    }
    let acknowledged = run.out.lines().filter(|line| line.starts_with("ACK ")).count();
    assert!(acknowledged > 40, "{acknowledged}");
    let file = terminal.file("acknowledged", &run.out);
    let checked = terminal.english(&["drill", "--data", &data, "--check", &file]);
    assert_eq!(checked.status, 0, "{}", checked.error);
    assert!(checked.out.contains(&acknowledged.to_string()), "{}", checked.out);

    let other = run.out.lines().next().unwrap().replace(['0', '1'], "2");
    let other = terminal.file("other", &format!("{other}\n"));
    let checked = terminal.english(&["drill", "--data", &data, "--check", &other]);
    assert_eq!(checked.status, 1);
    assert!(
        checked.error.contains("was acknowledged and is not in the ledger"),
        "{}",
        checked.error
    );

    let files = terminal.all_files();
    assert!(
        files.iter().any(|(path, _)| path.ends_with("istiada.log")),
        "the log is looked at too"
    );
    assert!(files.iter().any(|(path, _)| path.ends_with("00000001.ledger")));
    let needles = needles();
    for (path, bytes) in &files {
        // One walk over each file: what begins with the same four bytes is looked at whole.
        for (start, begins) in bytes.windows(4).enumerate() {
            for (value, form) in needles.get(<&[u8; 4]>::try_from(begins).unwrap()).into_iter().flatten() {
                assert!(!bytes[start..].starts_with(form), "{value} in {}", path.display());
            }
        }
    }
}

/// Each value in UTF-8 and both orders of UTF-16, by the first four bytes.
fn needles() -> HashMap<[u8; 4], Vec<(String, Vec<u8>)>> {
    let mut needles: HashMap<[u8; 4], Vec<(String, Vec<u8>)>> = HashMap::new();
    for value in values_of_everybody() {
        let units: Vec<u16> = value.encode_utf16().collect();
        let little = units.iter().flat_map(|unit| unit.to_le_bytes()).collect();
        let big = units.iter().flat_map(|unit| unit.to_be_bytes()).collect();
        for form in [value.clone().into_bytes(), little, big] {
            needles
                .entry(*form.first_chunk().unwrap())
                .or_default()
                .push((value.clone(), form));
        }
    }
    needles
}

/// What must stand in no file: of each person everything, and the passwords of a drill by how they begin. Texts of
/// fewer than five bytes are left out: they stand in random bytes by chance.
fn values_of_everybody() -> Vec<String> {
    let mut values = vec![
        people::PASSWORD.to_owned(),
        "Qandil-".to_owned(),
        // How names, emails and answers of those begin who register.
        "Sirajun".to_owned(),
        "sirajun".to_owned(),
        "misbah.".to_owned(),
        "Fanoos".to_owned(),
        "fanoos".to_owned(),
        people::CLERK.to_owned(),
    ];
    for (draft, answers) in people::with_answers().into_iter().take(24) {
        values.extend(draft.name.as_str().split(' ').map(str::to_owned));
        values.extend([draft.identity.digits().to_owned(), draft.username.as_str().to_owned()]);
        values.push(draft.mobile.e164().trim_start_matches("+966").to_owned());
        values.extend(draft.email.map(|email| email.as_str().to_owned()));
        values.extend(answers);
    }
    // Those who may come to register; the registry of a drill lies in no file.
    for person in people::newcomers().take(people::CROWD + 20) {
        values.extend(person.name.split(' ').map(str::to_owned));
        values.push(person.mobile.trim_start_matches('0').to_owned());
        values.push(person.identity);
    }
    values.retain(|value| value.len() >= 5);
    values.sort();
    values.dedup();
    values
}

#[test]
fn while_a_store_is_open_others_are_told_and_a_killed_drill_loses_nothing() {
    let terminal = Terminal::new();
    let data = terminal.data_text();
    let mut drill = terminal.command(&["drill", "--data", &data, "--visits", "100000", "--ack"]);
    let mut drill = drill.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    let mut lines = BufReader::new(drill.stdout.take().unwrap()).lines();
    let mut acknowledged: Vec<String> = lines.by_ref().take(30).map(Result::unwrap).collect();

    let other = terminal.english(&["drill", "--data", &data, "--visits", "1"]);
    assert_eq!(
        (other.status, other.error.lines().next()),
        (1, Some("Another program has this folder open."))
    );
    let other = terminal.run(&["accounts", "find", "--data", &data, "1101798278"]);
    assert_eq!(
        (other.status, other.error.lines().next()),
        (1, Some("هذا المجلد مفتوح في برنامج آخر."))
    );
    let verified = terminal.english(&["ledger", "verify", "--data", &data]);
    assert_eq!(
        verified.status, 0,
        "verify reads beside an open store: {}",
        verified.error
    );

    drill.kill().unwrap();
    drill.wait().unwrap();
    acknowledged.extend(lines.map_while(Result::ok));
    let file = terminal.file("acknowledged", &(acknowledged.join("\n") + "\n"));
    let checked = terminal.english(&["drill", "--data", &data, "--check", &file]);
    assert_eq!(checked.status, 0, "{}", checked.error);
}

#[test]
fn a_ledger_that_was_tampered_with_is_refused_and_the_frame_is_named() {
    let terminal = Terminal::new();
    let data = terminal.data_text();
    assert_eq!(terminal.run(&["drill", "--data", &data, "--visits", "2"]).status, 0);
    let path = terminal.data().join("ledger/00000001.ledger");
    let mut bytes = fs::read(&path).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(&path, &bytes).unwrap();
    let said = terminal.english(&["ledger", "verify", "--data", &data]);
    assert_eq!(said.status, 1);
    assert!(
        said.error.contains("The ledger does not agree at frame "),
        "{}",
        said.error
    );
    assert!(
        said.error.contains("Delete nothing"),
        "what to do is said: {}",
        said.error
    );
    let told = terminal.run(&["ledger", "verify", "--json", "--data", &data]);
    let told: serde_json::Value = serde_json::from_str(&told.out).unwrap();
    assert_eq!(told["agrees"], false);
    assert!(told["frame"].as_u64().is_some());
    let said = terminal.run(&["drill", "--data", &data, "--visits", "1"]);
    assert_eq!(said.status, 1);
    assert!(said.error.contains("لا يطابق ما كُتب"), "{}", said.error);
    assert_eq!(fs::read(&path).unwrap(), bytes, "nothing was repaired");
}

#[test]
fn a_folder_of_another_kind_or_of_somebody_else_is_left_alone() {
    let terminal = Terminal::new();
    let data = terminal.data_text();
    assert_eq!(terminal.run(&["drill", "--data", &data, "--visits", "0"]).status, 0);
    let said = terminal.english(&["accounts", "find", "--data", &data, "1101798278"]);
    assert_eq!(said.status, 1);
    assert!(
        said.error.contains("This folder is of the kind “drill”"),
        "{}",
        said.error
    );

    terminal.configure(CHEAP);
    assert_eq!(terminal.signed(&["accounts", "find", "1101798278"]).status, 1);
    let desk = terminal.home().join("data/istiada/desk");
    let said = terminal.run(&["drill", "--data", desk.to_str().unwrap(), "--visits", "1"]);
    assert_eq!(said.status, 1);
    assert!(said.error.contains("هذا المجلد من نوع «مكتب»"), "{}", said.error);

    let foreign = terminal.home().join("photographs");
    fs::create_dir(&foreign).unwrap();
    fs::write(foreign.join("holiday.jpg"), b"x").unwrap();
    let said = terminal.english(&["drill", "--data", foreign.to_str().unwrap(), "--visits", "1"]);
    assert_eq!(said.status, 1);
    assert!(said.error.contains("neither empty nor of this kind"), "{}", said.error);
    assert_eq!(fs::read_dir(&foreign).unwrap().count(), 1);
    let nowhere = terminal.english(&["drill", "--visits", "1"]);
    assert_eq!(nowhere.status, 1);
    assert!(nowhere.error.contains("--data"), "{}", nowhere.error);
}

#[test]
fn a_store_without_its_key_is_refused_and_gets_no_new_one() {
    let terminal = Terminal::new();
    terminal.configure(CHEAP);
    let file = terminal.file("people.csv", &format!("{HEADER}\n{NOURA}\n"));
    assert_eq!(terminal.signed(&["accounts", "import", &file]).status, 0);
    let keys = terminal.home().join("config/istiada/keys");
    let hidden = terminal.home().join("hidden");
    fs::rename(&keys, &hidden).unwrap();
    for (line, exit) in [
        (vec!["accounts", "find", "1101798278"], 1),
        (vec!["ledger", "verify"], 1),
        (vec!["doctor"], 1),
    ] {
        let said = terminal.english(&line);
        assert_eq!(said.status, exit, "{line:?}");
        let told = said.out + &said.error;
        assert!(told.contains("The data key is missing"), "{line:?}: {told}");
        assert!(
            told.contains(keys.to_str().unwrap()),
            "it says where the key was: {told}"
        );
    }
    assert!(
        !keys.exists() || fs::read_dir(&keys).unwrap().next().is_none(),
        "no new key was made"
    );
    let _ = fs::remove_dir(&keys);
    fs::rename(&hidden, &keys).unwrap();
    assert_eq!(
        terminal.signed(&["accounts", "find", "1101798278"]).status,
        0,
        "and with its key it opens as before"
    );
}

#[test]
fn doctor_has_a_line_for_everything() {
    let terminal = Terminal::new();
    let said = terminal.run(&["doctor", "--json"]);
    assert_eq!(said.status, 0, "{}", said.error);
    let told: serde_json::Value = serde_json::from_str(&said.out).unwrap();
    let named: Vec<&str> = told["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["what"].as_str().unwrap())
        .collect();
    assert_eq!(
        named,
        [
            "configuration",
            "key",
            "store",
            "ledger",
            "staff",
            "registry",
            "gateway",
            "printer",
            "fonts",
            "display"
        ]
    );
    assert!(
        !terminal.data().exists() && !terminal.home().join("config/istiada").exists(),
        "doctor makes nothing"
    );
    let english = terminal.english(&["doctor"]);
    assert!(
        english.out.contains("gateway: none") && english.out.contains("Remedy: "),
        "{}",
        english.out
    );
    terminal.configure("nonsense = 1\n");
    let said = terminal.english(&["doctor"]);
    assert_eq!(said.status, 1);
    assert!(
        said.out.contains("line 1, field “nonsense”: unknown name"),
        "{}",
        said.out
    );
}

#[test]
fn a_window_without_a_display_is_refused_in_one_sentence() {
    let terminal = Terminal::new();
    for line in [vec!["training"], vec![]] {
        let said = terminal.run(&line);
        assert_eq!(said.status, 1, "{line:?}");
        assert!(said.out.is_empty() && !said.error.is_empty());
        assert!(!said.error.contains("panicked"), "{}", said.error);
    }
}
