#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
use super::*;
use crate::i18n::Texts;

mod gateways;

const EXAMPLE: &str = include_str!("../../../assets/istiada.example.toml");

fn faults(text: &str) -> Vec<(usize, String, Reason)> {
    let faults = parse(text, Path::new("")).expect_err(text);
    faults
        .into_iter()
        .map(|fault| (fault.line, fault.field, fault.reason))
        .collect()
}

#[test]
fn no_file_and_an_empty_file_are_the_defaults() {
    assert_eq!(parse("", Path::new("")).unwrap(), Configuration::default());
    assert_eq!(
        read(Path::new("/nonexistent/istiada.toml")).unwrap(),
        Configuration::default()
    );
}

/// Every line of the example that is a comment of the form `# name = value` is a default, written out.
#[test]
fn the_example_is_right_and_names_every_number_with_its_default() {
    let example = parse(EXAMPLE, Path::new("")).unwrap();
    assert!(example.centre.is_some() && example.desk.is_some());
    let whole: String = EXAMPLE
        .lines()
        .map(|line| {
            let setting = line
                .strip_prefix("# ")
                .filter(|line| line.contains(" = ") || line.starts_with('['));
            format!("{}\n", setting.unwrap_or(line))
        })
        .collect();
    let whole = parse(&whole, Path::new("")).unwrap();
    assert_eq!(whole.policy, Policy::default());
    for entry in Policy::default().entries(StoreKind::Desk) {
        let name = entry
            .field
            .rsplit('.')
            .find(|part| !matches!(*part, "count" | "window"))
            .unwrap();
        assert!(EXAMPLE.contains(&format!("# {name} = ")), "{}", entry.field);
    }
    assert_eq!(whole.look, Look::default());
    assert_eq!(whole.log, Level::default());
}

#[test]
fn each_fault_has_its_line_its_field_and_its_reason() {
    assert_eq!(
        faults("centre = \"A\"\nnonsense = 1\n"),
        [(2, "nonsense".into(), Reason::Unknown)]
    );
    assert_eq!(
        faults("[policy.code]\ndigits = 6\ndigit = 6\n"),
        [(3, "policy.code.digit".into(), Reason::Unknown)]
    );
    assert_eq!(
        faults(
            "[clerk]
name = \"A\"
"
        ),
        [(1, "clerk".into(), Reason::Unknown)]
    );
    assert_eq!(
        faults("\ntext_scale = \"big\"\n"),
        [(2, "text_scale".into(), Reason::Value)]
    );
    assert_eq!(faults("palette = \"pink\"\n"), [(1, "palette".into(), Reason::Value)]);
    assert_eq!(
        faults("\n\ntext_scale = 90\n"),
        [(3, "text_scale".into(), Reason::Range { least: 100, most: 200 })]
    );
    assert_eq!(
        faults("centre = \"A\ndesk = 1\n"),
        [(1, "centre".into(), Reason::Syntax)]
    );
    assert_eq!(
        faults("language = \"xx\"\n"),
        [(1, "language".into(), Reason::Language)]
    );
}

#[test]
fn numbers_out_of_range_are_all_told() {
    let text = "[policy.code]\ndigits = 5\nwrong_tries = 11\nsends_per_account = { count = 0, window = 86400 }\n\
                [policy.argon2]\nmemory = 1024\n";
    let told: Vec<_> = faults(text).into_iter().map(|(line, field, _)| (line, field)).collect();
    assert_eq!(
        told,
        [
            (2, "policy.code.digits".to_owned()),
            (3, "policy.code.wrong_tries".to_owned()),
            (4, "policy.code.sends_per_account.count".to_owned()),
            (6, "policy.argon2.memory".to_owned()),
        ]
    );
}

#[test]
fn no_fault_tells_a_value() {
    let secret = "Zebra1234567";
    for text in [
        format!("centre = {secret}\n"),
        format!("palette = \"{secret}\"\n"),
        format!("language = \"{secret}\"\n"),
        format!("text_scale = \"{secret}\"\n"),
        format!("[policy.code]\ndigits = \"{secret}\"\n"),
        format!("[log]\nlevel = \"{secret}\"\n"),
        format!("{secret}\n"),
    ] {
        let faults = parse(&text, Path::new("")).expect_err(&text);
        let failure = Unusable::Faults(PathBuf::from("istiada.toml"), faults).failure(Texts::of(Language::ENGLISH));
        assert!(!failure.0.concat().contains(secret), "{failure:?}");
    }
}
