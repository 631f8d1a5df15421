#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
use std::path::Path;

use super::*;
use crate::command::import::rows;
use crate::domain::applicant::{IdDateError, IdentityNumberError, MobileError};
use crate::domain::language::Language;
use crate::i18n::Texts;

const HEADER: &str = "identity_number,kind,name,id_expiry,id_active,mobiles,operator,active";
const GOOD: &str = "1101798278,citizen,نورة العتيبي,1448-05-01 H,yes,0501234567;0551234567,stc;other,yes;no";

fn read(text: &str) -> Result<Vec<Registered>, Vec<Fault>> {
    judge(&rows::read(Path::new("people.csv"), text.as_bytes())?)
}

fn told(row: &str) -> Vec<(u64, Option<Column>, Reason)> {
    let faults = read(&format!("{HEADER}\n{row}\n")).expect_err(row);
    for fault in &faults {
        for language in [Language::ENGLISH, Language::ARABIC] {
            let sentence = fault.sentence(Texts::of(language));
            let mut values = row.split([',', ';']).filter(|value| value.len() > 4);
            assert!(!values.any(|value| sentence.contains(value)), "{sentence}");
        }
    }
    faults
        .into_iter()
        .map(|fault| (fault.line, fault.column, fault.reason))
        .collect()
}

#[test]
fn a_good_row_is_taken_however_it_is_written() {
    let json = r#"{"identity_number":1101798278,"kind":"citizen","name":"نورة العتيبي","id_expiry":"1448/5/1",
                   "mobiles":"٠٥٠١٢٣٤٥٦٧; +966551234567","operator":"STC;other","active":"yes;no"}"#;
    for text in [
        format!("{HEADER}\n{GOOD}\n"),
        format!("\u{feff}{HEADER}\r\n\r\n{GOOD}\r\n"),
        format!("{}\n", json.replace('\n', " ")),
    ] {
        let people = read(&text).unwrap_or_else(|faults| panic!("{text}: {faults:?}"));
        let [one] = people.as_slice() else { panic!("{text}") };
        assert_eq!(one.number.digits(), "1101798278");
        assert_eq!(one.person.name.as_ref().unwrap().as_str(), "نورة العتيبي");
        assert_eq!(one.person.expiry.unwrap().to_string(), "1448-05-01 H");
        assert!(one.person.active);
        let told: Vec<_> = one
            .mobiles
            .iter()
            .map(|held| (held.mobile.e164(), held.active, held.operator_approved))
            .collect();
        assert_eq!(
            told,
            [
                ("+966501234567".to_owned(), true, true),
                ("+966551234567".to_owned(), false, false)
            ]
        );
    }
}

#[test]
fn what_a_registry_need_not_know_may_be_left_out() {
    let people = read("identity_number,kind\n1101798278,citizen\n2000000006,Resident\n3123456789,visitor\n").unwrap();
    assert_eq!(people.len(), 3);
    for one in people {
        let Person {
            name,
            kind,
            expiry,
            active,
        } = one.person;
        assert!(name.is_none() && expiry.is_none() && active && one.mobiles.is_empty());
        assert_eq!(kind, one.number.kind());
    }
    let row = GOOD.replace("stc;other", "zain").replace("yes;no", "no");
    let people = read(&format!("{HEADER}\n{row}\n")).unwrap();
    assert!(
        people[0]
            .mobiles
            .iter()
            .all(|held| held.operator_approved && !held.active),
        "one word for all"
    );
    let row = GOOD.replace(",yes,", ",no,");
    assert!(!read(&format!("{HEADER}\n{row}\n")).unwrap()[0].person.active);
}

#[test]
fn each_fault_is_told_with_line_and_field() {
    for (from, to, column, reason) in [
        (
            "1101798278",
            "1101798279",
            Column::Identity,
            Reason::Identity(IdentityNumberError::CheckDigit),
        ),
        ("citizen", "resident", Column::Kind, Reason::KindDisagrees),
        ("citizen", "person", Column::Kind, Reason::KindUnknown),
        (
            "1448-05-01 H",
            "1446-12-30 H",
            Column::Expiry,
            Reason::Expiry(IdDateError::NoSuchDay),
        ),
        (
            "1448-05-01 H",
            "soon",
            Column::Expiry,
            Reason::Expiry(IdDateError::NotADate),
        ),
        (",yes,", ",maybe,", Column::InForce, Reason::YesNo),
        (
            "0551234567",
            "0112345678",
            Column::Mobiles,
            Reason::Mobile(MobileError::NotMobile),
        ),
        ("0551234567", "", Column::Mobiles, Reason::Mobile(MobileError::Empty)),
        ("0551234567", "0501234567", Column::Mobiles, Reason::Twice { line: 2 }),
        ("stc;other", "stc;acme", Column::Operator, Reason::Operator),
        ("stc;other", "", Column::Operator, Reason::Missing),
        ("stc;other", "stc;zain;stc", Column::Operator, Reason::AsManyAsMobiles),
        ("yes;no", "", Column::Active, Reason::Missing),
        ("yes;no", "1;0", Column::Active, Reason::YesNo),
        ("yes;no", "yes;no;yes", Column::Active, Reason::AsManyAsMobiles),
        ("0501234567;0551234567", "", Column::Operator, Reason::AsManyAsMobiles),
    ] {
        let row = GOOD.replacen(from, to, 1);
        assert_ne!(row, GOOD);
        let faults = told(&row);
        assert_eq!(faults[0], (2, Some(column), reason), "{row}");
    }
    assert_eq!(told("1,2,3"), [(2, None, Reason::Columns)]);
    let all = told(&GOOD.replace("1101798278", "").replace("stc;other", "x"));
    assert_eq!(all.len(), 2, "every fault of a row at once: {all:?}");
}

#[test]
fn nobody_and_no_mobile_stands_twice() {
    let other = "2000000006,resident,,,,0551234567,zain,yes";
    let faults = told(&format!("{GOOD}\n{other}"));
    assert_eq!(faults, [(3, Some(Column::Mobiles), Reason::Twice { line: 2 })]);
    let faults = told(&format!("{GOOD}\n1101798278,citizen,,,,,,"));
    assert_eq!(faults, [(3, Some(Column::Identity), Reason::Twice { line: 2 })]);
}

#[test]
fn a_header_is_whole_and_known() {
    for (header, column) in [
        ("identity_number", Some(Column::Kind)),
        ("kind,identity_number,email", None),
    ] {
        let faults = read(&format!("{header}\n")).expect_err(header);
        assert_eq!((faults[0].line, faults[0].column), (1, column));
    }
}
