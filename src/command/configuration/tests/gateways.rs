//! `[[gateway]]` and `[registry]`.

use super::super::gateway::{Encryption, Way};
use super::super::hidden::Hidden;
use super::*;
use crate::adapter::gateway::http::Profile;

const GUIDE: &str = include_str!("../../../../docs/gateways.md");

const SMPP: &str = "[[gateway]]\nkind = \"smpp\"\nname = \"operator\"\nhost = \"smsc.example.sa\"\nsystem_id = \"istiada\"\n\
                    password = \"env:SMSC_PASSWORD\"\nsender = \"Absher\"\n";
const HTTP: &str = "[[gateway]]\nkind = \"http\"\nname = \"web\"\nprofile = \"unifonic\"\nsender = \"Absher\"\n\
                    secrets = { app-sid = \"sealed:0a0b\" }\n";
const SMTP: &str = "[[gateway]]\nkind = \"smtp\"\nname = \"mail\"\nhost = \"mail.example.sa\"\nuser = \"istiada\"\n\
                    password = \"sealed:0a0b\"\nfrom = \"no-reply@example.sa\"\n";

fn read(text: &str) -> Configuration {
    parse(text, Path::new("")).unwrap_or_else(|faults| panic!("{text}: {faults:?}"))
}

#[test]
fn each_kind_is_read_in_its_order_with_its_defaults() {
    let read = read(&format!("{HTTP}{SMPP}{SMTP}"));
    let names: Vec<_> = read.gateways.iter().map(|entry| entry.name.as_str()).collect();
    assert_eq!(names, ["web", "operator", "mail"]);
    let [http, smpp, smtp] = read.gateways.as_slice() else {
        panic!("{names:?}")
    };
    let Way::Http(http) = &http.way else { panic!("{http:?}") };
    assert_eq!(http.secrets["app-sid"], Hidden::Sealed("0a0b".into()));
    assert_eq!(http.sender.as_ref().unwrap().as_str(), "Absher");
    assert_eq!(smpp.field, "gateway[2]");
    let Way::Smpp(smpp) = &smpp.way else { panic!("{smpp:?}") };
    assert_eq!((smpp.port, smpp.window, smpp.patience.as_secs()), (2775, 10, 10));
    assert!(smpp.tls.is_some() && smpp.system_type.is_empty());
    let Way::Smtp(smtp) = &smtp.way else { panic!("{smtp:?}") };
    assert_eq!((smtp.port, smtp.encryption), (587, Encryption::StartTls));
    assert!(read.gateways.iter().all(|entry| !entry.way.is_in_clear()));
}

#[test]
fn nothing_is_unencrypted_that_does_not_say_so() {
    let plain = read(&format!("{SMPP}tls = \"none\"\n{SMTP}tls = \"none\"\n"));
    assert!(plain.gateways.iter().all(|entry| entry.way.is_in_clear()));
    let tls = read(&format!("{SMPP}tls = \"tls\"\n{SMTP}tls = \"tls\"\n"));
    assert!(tls.gateways.iter().all(|entry| !entry.way.is_in_clear()));
}

#[test]
fn a_secret_in_plain_is_refused_and_not_told() {
    for (text, field) in [
        (SMPP.replace("env:SMSC_PASSWORD", "pa55word"), "gateway[1].password"),
        (HTTP.replace("sealed:0a0b", "pa55word"), "gateway[1].secrets.app-sid"),
        (SMTP.replace("sealed:0a0b", "pa55word"), "gateway[1].password"),
    ] {
        let faults = parse(&text, Path::new("")).unwrap_err();
        let [fault] = faults.as_slice() else {
            panic!("{faults:?}")
        };
        assert_eq!((fault.field.as_str(), &fault.reason), (field, &Reason::Plain));
        let line = text.lines().nth(fault.line - 1).unwrap();
        assert!(line.contains("pa55word"), "{line}");
        for language in [Language::ENGLISH, Language::ARABIC] {
            let said = Unusable::Faults(PathBuf::from("istiada.toml"), faults.clone()).failure(Texts::of(language));
            let said = said.0.concat();
            assert!(
                !said.contains("pa55word") && said.contains("istiada gateway seal"),
                "{said}"
            );
        }
    }
}

#[test]
fn each_fault_of_a_gateway_has_its_field_and_its_line() {
    let range = |least, most| Reason::Range { least, most };
    for (text, line, field, reason) in [
        (
            format!("{SMPP}profile = \"x\"\n"),
            8,
            "gateway[1].profile",
            Reason::Unknown,
        ),
        (
            format!("{SMPP}nonsense = 1\n"),
            8,
            "gateway[1].nonsense",
            Reason::Unknown,
        ),
        (
            format!("{HTTP}{SMPP}nonsense = 1\n"),
            14,
            "gateway[2].nonsense",
            Reason::Unknown,
        ),
        (format!("{SMPP}port = \"x\"\n"), 8, "gateway[1].port", Reason::Value),
        (format!("{SMPP}port = 0\n"), 8, "gateway[1].port", range(1, 65535)),
        (format!("{SMPP}tls = \"maybe\"\n"), 8, "gateway[1].tls", Reason::Value),
        (format!("{SMPP}patience = 30\n"), 8, "gateway[1].patience", range(1, 29)),
        (
            format!("{SMPP}certificate = \"nowhere.pem\"\n"),
            8,
            "gateway[1].certificate",
            Reason::NotRead,
        ),
        (
            SMPP.replace("Absher", "Twelve chars"),
            7,
            "gateway[1].sender",
            Reason::Sender,
        ),
        (
            SMPP.replace("smsc.example.sa", "http://x"),
            4,
            "gateway[1].host",
            Reason::Host,
        ),
        (
            SMPP.replace("istiada", "istiada-of-riyadh"),
            5,
            "gateway[1].system_id",
            Reason::Ascii { most: 15 },
        ),
        (
            SMPP.replace("istiada", "مركز"),
            5,
            "gateway[1].system_id",
            Reason::Ascii { most: 15 },
        ),
        (
            SMPP.replace("istiada", ""),
            5,
            "gateway[1].system_id",
            Reason::Ascii { most: 15 },
        ),
        (
            format!("{SMPP}system_type = \"thirteen-long\"\n"),
            8,
            "gateway[1].system_type",
            Reason::Ascii { most: 12 },
        ),
        (SMPP.replace("\"smpp\"", "\"fax\""), 2, "gateway[1].kind", Reason::Value),
        (
            SMPP.replace("kind = \"smpp\"\n", ""),
            1,
            "gateway[1].kind",
            Reason::Missing,
        ),
        (
            SMPP.replace("name = \"operator\"\n", ""),
            1,
            "gateway[1].name",
            Reason::Missing,
        ),
        (
            SMPP.replace("sender = \"Absher\"\n", ""),
            1,
            "gateway[1].sender",
            Reason::Missing,
        ),
        (format!("{SMPP}{SMPP}"), 10, "gateway[2].name", Reason::Twice),
        (
            HTTP.replace("unifonic", "pigeon"),
            4,
            "gateway[1].profile",
            Reason::Profile,
        ),
        (
            HTTP.replace("app-sid", "app-id"),
            6,
            "gateway[1].secrets.app-id",
            Reason::Unknown,
        ),
        (
            SMTP.replace("user = \"istiada\"\n", ""),
            1,
            "gateway[1].user",
            Reason::Missing,
        ),
        (
            "[registry]\nkind = \"paper\"\n".into(),
            2,
            "registry.kind",
            Reason::Value,
        ),
        (
            "[registry]\nkind = \"http\"\nurl = \"ftp://x\"\ntoken = \"env:A\"\n".into(),
            3,
            "registry.url",
            Reason::Address,
        ),
        (
            "[registry]\nurl = \"https://x.sa\"\n".into(),
            2,
            "registry.url",
            Reason::Unknown,
        ),
        (
            "[platform]\norigin = \"https://x\"\n".into(),
            2,
            "platform.origin",
            Reason::Host,
        ),
    ] {
        let told = faults(&text);
        assert!(told.contains(&(line, field.to_owned(), reason)), "{text}: {told:?}");
    }
}

#[test]
fn files_that_are_named_lie_beside_the_configuration() {
    let folder = tempfile::tempdir().unwrap();
    let authority = rcgen::generate_simple_self_signed(["smsc.example.sa".to_owned()]).unwrap();
    std::fs::write(folder.path().join("authority.pem"), authority.cert.pem()).unwrap();
    std::fs::write(folder.path().join("empty.pem"), "").unwrap();
    std::fs::write(folder.path().join("mine.toml"), "title = 7\n").unwrap();
    let profile = include_str!("../../../../assets/gateways/taqnyat.toml");
    std::fs::write(folder.path().join("taqnyat.toml"), profile).unwrap();
    let with = |line: &str| parse(&format!("{SMPP}{line}\n"), folder.path());
    assert!(with("certificate = \"authority.pem\"").is_ok());
    let empty = with("certificate = \"empty.pem\"").unwrap_err();
    assert_eq!(empty[0].reason, Reason::Certificate);
    let own = HTTP
        .replace("profile = \"unifonic\"", "profile_file = \"taqnyat.toml\"")
        .replace("app-sid", "token");
    assert!(parse(&own, folder.path()).is_ok());
    let wrong = parse(&own.replace("taqnyat.toml", "mine.toml"), folder.path()).unwrap_err();
    assert!(matches!(wrong[0].reason, Reason::ProfileFile { .. }), "{wrong:?}");
    let file = folder.path().join("istiada.toml");
    std::fs::write(&file, format!("{SMPP}certificate = \"authority.pem\"\n")).unwrap();
    assert!(super::read(&file).is_ok());
}

/// Every example of the guide can be copied as it stands.
#[test]
fn the_examples_of_the_guide_are_right() {
    let examples: Vec<&str> = GUIDE
        .split("```toml\n")
        .skip(1)
        .map(|rest| rest.split("```").next().unwrap())
        .collect();
    assert!(examples.len() >= 2);
    for example in &examples {
        read(example);
    }
    let whole = read(examples.last().unwrap());
    let kinds: Vec<_> = whole
        .gateways
        .iter()
        .map(|entry| std::mem::discriminant(&entry.way))
        .collect();
    assert!(kinds.len() >= 3 && kinds.windows(2).any(|pair| pair[0] != pair[1]));
    assert!(matches!(whole.registry, RegistryEntry::Http(_)));
    assert!(whole.platform.origin.is_some());
    for name in Profile::names() {
        assert!(GUIDE.contains(&format!("profile = \"{name}\"")), "{name}");
    }
}
