#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
use std::path::Path;

use super::*;
use crate::command::import::rows;
use crate::i18n::Texts;

const RULES: Rules = Rules {
    enrolled: 2,
    shortest_answer: 2,
};
const HEADER: &str = "identity_number,kind,name,mobile,email,user_name,id_expiry,question_1,answer_1,question_2,\
                      answer_2,password_hash";
const GOOD: &str = "1101798278,citizen,نورة العتيبي,0501234567,noura@example.com,noura1234,1448-05-01 H,\
                    first-school,الفيصلية,first-teacher,أبو خالد,";

fn read(text: &[u8]) -> Result<Vec<(u64, Draft)>, Vec<Fault>> {
    judge(rows::read(Path::new("people.csv"), text)?, &RULES)
}

fn told(row: &str) -> Vec<(u64, Option<Column>, Reason)> {
    let faults = read(format!("{HEADER}\n{row}\n").as_bytes()).expect_err(row);
    for fault in &faults {
        for value in row.split(',').filter(|value| value.len() > 3) {
            let sentence = fault.sentence(Texts::of(Language::ENGLISH));
            assert!(!sentence.contains(value), "{sentence}");
        }
    }
    faults
        .into_iter()
        .map(|fault| (fault.line, fault.column, fault.reason))
        .collect()
}

#[test]
fn a_good_row_is_taken_however_it_is_written() {
    for text in [
        format!("{HEADER}\n{GOOD}\n"),
        format!("\u{feff}{HEADER}\r\n{GOOD}\r\n\r\n"),
        format!(
            "{HEADER}\n{}\n",
            GOOD.replace("1101798278", " ١١٠١٧٩٨٢٧٨ ")
                .replace("0501234567", "+966 50 123 4567")
        ),
        format!(
            "{HEADER}\n{}\n",
            GOOD.replace("1448-05-01 H", "١٤٤٨/٥/١").replace("citizen", "Citizen")
        ),
    ] {
        let drafts = read(text.as_bytes()).unwrap();
        assert_eq!(drafts.len(), 1);
        assert_eq!(drafts[0].0, 2);
        assert_eq!(drafts[0].1.identity.digits(), "1101798278");
        assert_eq!(drafts[0].1.mobile.e164(), "+966501234567");
        assert_eq!(drafts[0].1.questions.len(), 2);
        assert_eq!(drafts[0].1.expiry.map(String::from).as_deref(), Some("1448-05-01 H"));
    }
}

#[test]
fn json_lines_are_read_too() {
    let text = "{\"identity_number\": 1101798278, \"kind\": \"citizen\", \"name\": \"نورة\", \"mobile\": \"٠٥٠١٢٣٤٥٦٧\", \
                \"user_name\": \"noura1234\", \"email\": null}\n\n\
                {\"identity_number\": \"2000000006\", \"kind\": \"resident\", \"name\": \"Ana\", \"mobile\": \"0551234567\", \
                \"user_name\": \"ana12345\", \"language\": \"en\"}\n";
    let drafts = read(text.as_bytes()).unwrap();
    assert_eq!(drafts.iter().map(|(line, _)| *line).collect::<Vec<_>>(), [1, 3]);
    assert_eq!(drafts[1].1.language, Language::ENGLISH);
    let faults = read(b"{\"identity_number\": true}\n{\"nonsense\": \"x\"}\n{\"name\n").unwrap_err();
    let lines: Vec<_> = faults.iter().map(|fault| (fault.line, fault.reason)).collect();
    assert_eq!(
        lines,
        [(1, Reason::Syntax), (2, Reason::ColumnUnknown), (3, Reason::Syntax)]
    );
}

#[test]
fn each_wrong_value_is_told_with_its_field() {
    let second = |from: &str, to: &str| told(&GOOD.replace(from, to));
    let one = |column, reason| vec![(2, Some(column), reason)];
    use crate::domain::answer::AnswerError;
    use crate::domain::applicant::{
        EmailError, IdDateError, IdentityNumberError, MobileError, PersonNameError, UsernameError,
    };
    let identity = |error| one(Column::Identity, Reason::Identity(error));
    assert_eq!(
        second("1101798278", "110179827"),
        identity(IdentityNumberError::WrongLength { digits: 9 })
    );
    assert_eq!(
        second("1101798278", "1101798279"),
        identity(IdentityNumberError::CheckDigit)
    );
    assert_eq!(
        second("1101798278", "0501234567"),
        identity(IdentityNumberError::IsMobile)
    );
    assert_eq!(second("citizen", "alien"), one(Column::Kind, Reason::KindUnknown));
    assert_eq!(second("citizen", "resident"), one(Column::Kind, Reason::KindDisagrees));
    assert_eq!(
        second("نورة العتيبي", ""),
        one(Column::Name, Reason::Name(PersonNameError::Empty))
    );
    assert_eq!(
        second("0501234567", "0111234567"),
        one(Column::Mobile, Reason::Mobile(MobileError::NotMobile))
    );
    assert_eq!(
        second("noura@", "noura"),
        one(Column::Email, Reason::Email(EmailError::NotOneAt))
    );
    assert_eq!(
        second("noura1234", "نورة1234"),
        one(Column::Username, Reason::Username(UsernameError::ArabicLetters))
    );
    assert_eq!(
        second("1448-05-01 H", "1448-13-01 H"),
        one(Column::Expiry, Reason::Expiry(IdDateError::NoSuchMonth))
    );
    assert_eq!(
        second("first-school", "first-pet"),
        one(Column::Question(1), Reason::Question)
    );
    assert_eq!(
        second("first-teacher", "first-school"),
        one(Column::Question(2), Reason::QuestionTwice)
    );
    assert_eq!(
        second("الفيصلية", "؟"),
        one(Column::Answer(1), Reason::Answer(AnswerError::Empty))
    );
    assert_eq!(second("الفيصلية", ""), one(Column::Answer(1), Reason::Alone));
    assert_eq!(
        second("first-teacher,أبو خالد", ","),
        one(Column::Question(1), Reason::QuestionCount { enrolled: 2 })
    );
    assert_eq!(
        told(&format!("{GOOD}secret-in-clear")),
        one(Column::Password, Reason::Hash)
    );
    assert_eq!(told(&format!("{GOOD},x")), [(2, None, Reason::Columns)]);
}

#[test]
fn all_faults_of_a_row_and_of_all_rows_are_told() {
    let text = format!(
        "{}\n{}",
        GOOD.replace("citizen", "alien").replace("0501234567", "12"),
        GOOD.replace("1101798278", "1")
    );
    assert_eq!(
        told(&text).iter().map(|(line, _, _)| *line).collect::<Vec<_>>(),
        [2, 2, 3]
    );
}

#[test]
fn what_stands_twice_is_told_with_the_line_above_whatever_its_spelling() {
    let again = "1000000008,citizen,سعد,٠٥٠١٢٣٤٥٦٧,NOURA@example.com,Noura1234,,,,,,";
    let twice = Reason::Twice { line: 2 };
    let faults = told(&format!("{GOOD}\n{again}"));
    let columns: Vec<_> = faults
        .iter()
        .map(|(line, column, reason)| (*line, *column, *reason))
        .collect();
    assert!(columns.contains(&(3, Some(Column::Mobile), twice)), "{columns:?}");
    assert!(columns.contains(&(3, Some(Column::Username), twice)), "{columns:?}");
    assert!(!columns.iter().any(|(_, column, _)| *column == Some(Column::Identity)));
}

#[test]
fn the_form_of_the_file_is_judged_first() {
    let missing = read(b"identity_number,kind,name,mobile\n").unwrap_err();
    assert_eq!(
        (missing[0].column, missing[0].reason),
        (Some(Column::Username), Reason::ColumnMissing)
    );
    for header in ["identity_number,kind,name,mobile,user_name,pin", "kind,kind", "a;b;c"] {
        let faults = read(format!("{header}\n").as_bytes()).unwrap_err();
        assert_eq!(
            (faults[0].line, faults[0].reason),
            (1, Reason::ColumnUnknown),
            "{header}"
        );
    }
    let not_text = [HEADER.as_bytes(), b"\n", GOOD.as_bytes(), b"\n\xff\xfe\n"].concat();
    assert_eq!(
        read(&not_text).unwrap_err()[0],
        Fault {
            line: 3,
            column: None,
            reason: Reason::Encoding
        }
    );
    assert!(
        read(format!("{HEADER}\n").as_bytes()).unwrap().is_empty(),
        "a header alone brings nobody"
    );
}
