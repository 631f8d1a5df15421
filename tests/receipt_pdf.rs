//! The receipt as a PDF, as programs read it: every word in the order in which it is read, one page, no secret, and
//! nothing of whom it is about but four digits. `pdftotext`, `pdfinfo` and `pdffonts` are Poppler's.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "support/counter.rs"]
mod counter;

use std::fs;
use std::process::Command;

use counter::{Counter, account, answers, identity, mobile, username};
use istiada::adapter::receipt::PdfTypesetter;
use istiada::desk::{DeskError, ReceiptError, Request};
use istiada::domain::fact::{Ending, Fact, Flow};
use istiada::domain::id::{Reference, VisitId};
use istiada::domain::language::Language;
use istiada::domain::receipt::{Part, Platform, ReceiptForm, Sheet};
use istiada::domain::secret::ExposeSecret;
use istiada::i18n::bidi::plain;
use istiada::port::{Pdf, PrintError, TypesetError, Typesetter};

const PASSWORD: &str = "maTar-2027-wadi";

fn platform() -> Platform {
    Platform {
        name: None,
        address: "www.absher.sa".to_owned(),
    }
}

/// What a program of Poppler says of a file.
fn read(program: &str, arguments: &[&str], pdf: &Pdf) -> String {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("receipt.pdf");
    fs::write(&file, &pdf.bytes).unwrap();
    let file = file.to_str().unwrap();
    let mut line = vec![file];
    if program == "pdftotext" {
        line.push("-");
    }
    let said = Command::new(program)
        .args(arguments)
        .args(line)
        .output()
        .expect("poppler-utils is installed by script/setup test");
    assert!(said.status.success(), "{program}");
    plain(&logical(&String::from_utf8(said.stdout).unwrap()))
}

/// The text without the marks that `pdftotext` puts around what runs the other way. Inside an Arabic line, what stands on
/// the left of such a piece comes after it, and what stands on its right comes before.
fn logical(text: &str) -> String {
    let mut pieces = text.split('\u{202a}');
    let mut all = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (island, rest) = piece.split_once('\u{202c}').unwrap_or((piece, ""));
        let core = island.trim_matches(|c: char| !c.is_alphanumeric() && c != '•');
        let (left, right) = island
            .split_once(core)
            .filter(|_| !core.is_empty())
            .unwrap_or((island, ""));
        all.extend(right.chars().rev());
        all.push_str(core);
        all.extend(left.chars().rev());
        all.push_str(rest);
    }
    all.retain(|c| !matches!(c, '\u{202a}'..='\u{202e}' | '\u{c}'));
    all
}

/// The words of a text, one after the other.
fn words(text: &str) -> Vec<String> {
    plain(text).split_whitespace().map(str::to_owned).collect()
}

fn words_of(sheet: &Sheet) -> Vec<String> {
    let mut all = words(&sheet.title);
    for part in &sheet.parts {
        match part {
            Part::Row { label, value } => all.extend(words(label).into_iter().chain(words(value))),
            Part::Notice(text) | Part::Heading(text) | Part::Item(text) | Part::Paragraph(text) => {
                all.extend(words(text))
            }
        }
    }
    all
}

/// A visit in which the password of person 1 was changed, in `language`.
async fn changed(language: Language) -> (Counter, VisitId) {
    let counter = Counter::with(&[1]);
    let visit = counter.password(1).await;
    counter.ask(visit, Request::Language(language)).await;
    counter.choose(visit, PASSWORD).await;
    (counter, visit)
}

async fn printed(language: Language) -> (Counter, VisitId, Sheet, Pdf) {
    let (counter, visit) = changed(language).await;
    counter.desk.print_receipt(visit, platform()).await.unwrap();
    let sheet = istiada::i18n::receipt::sheet(&counter.desk.receipt(visit, platform()).await.unwrap());
    let pdf = counter.printer.printed().remove(0);
    (counter, visit, sheet, pdf)
}

#[tokio::test]
async fn every_word_is_read_back_in_its_order() {
    for language in [Language::ARABIC, Language::ENGLISH] {
        let (_, visit, sheet, pdf) = printed(language).await;
        let said = read("pdftotext", &[], &pdf);
        assert_eq!(words(&said), words_of(&sheet), "{said}");
        assert!(said.contains(&Reference::of(visit).to_string()));
        assert!(said.contains(&identity(1).masked()));
        let year = if language == Language::ARABIC {
            "2026 م"
        } else {
            "2026"
        };
        assert!(said.contains(year), "{said}");
    }
}

#[tokio::test]
async fn a_receipt_is_one_page_of_real_text_in_embedded_faces_and_names_nobody() {
    for language in [Language::ARABIC, Language::ENGLISH] {
        let (counter, _, _, pdf) = printed(language).await;
        let said = read("pdfinfo", &[], &pdf);
        let value = |name: &str| {
            let line = said.lines().find_map(|line| line.strip_prefix(name));
            line.map(|rest| rest.trim().to_owned())
        };
        assert_eq!(value("Pages:").as_deref(), Some("1"));
        assert_eq!(value("Tagged:").as_deref(), Some("yes"));
        assert!(value("Title:").is_some());
        assert_eq!(
            (value("Author:"), value("Subject:"), value("Keywords:")),
            (None, None, None)
        );
        let raw = String::from_utf8_lossy(&pdf.bytes).into_owned();
        assert!(raw.contains(&format!("/Lang ({})", language.tag())), "the language");
        let fonts = read("pdffonts", &[], &pdf);
        let rows: Vec<_> = fonts.lines().skip(2).collect();
        assert!(
            !rows.is_empty() && rows.iter().all(|row| row.contains("IBMPlex")),
            "{fonts}"
        );
        assert!(
            rows.iter().all(|row| row.contains(" yes yes yes ")),
            "embedded, subset, with a table: {fonts}"
        );
        assert!(pdf.bytes.len() < 150_000, "{} bytes", pdf.bytes.len());
        let account = account(1, counter.hasher.as_ref());
        let all = read("pdftotext", &[], &pdf) + &said + &raw;
        let mut forbidden = vec![
            PASSWORD.to_owned(),
            username(1).as_str().to_owned(),
            identity(1).digits().to_owned(),
            mobile(1).e164()[4..].to_owned(),
            account.name.as_str().to_owned(),
            account.email.map(|email| email.as_str().to_owned()).unwrap_or_default(),
        ];
        forbidden.extend(answers(1).iter().map(|answer| answer.expose_secret().to_owned()));
        for secret in forbidden.iter().filter(|secret| !secret.is_empty()) {
            assert!(!all.contains(secret.as_str()), "{secret}");
        }
    }
}

#[tokio::test]
async fn a_receipt_that_was_handed_over_is_a_fact_and_one_that_was_not_is_none() {
    let (counter, visit) = changed(Language::ARABIC).await;
    let given = |counter: &Counter| -> Vec<ReceiptForm> {
        let facts = counter.facts().into_iter();
        facts
            .filter_map(|fact| match fact {
                Fact::ReceiptGiven { form } => Some(form),
                _ => None,
            })
            .collect()
    };
    counter.printer.fail_next(PrintError::NoSpooler);
    let refused = counter.desk.print_receipt(visit, platform()).await;
    assert!(matches!(refused, Err(ReceiptError::Print(PrintError::NoSpooler))));
    assert!(given(&counter).is_empty());
    counter.desk.print_receipt(visit, platform()).await.unwrap();
    let path = counter.desk.save_receipt(visit, platform()).await.unwrap();
    let again = counter.desk.save_receipt(visit, platform()).await.unwrap();
    assert_eq!(path, again, "the same receipt is the same file");
    assert_eq!(counter.cabinet.files().len(), 1);
    assert_eq!(
        given(&counter),
        [ReceiptForm::Printed, ReceiptForm::Saved, ReceiptForm::Saved]
    );
}

#[tokio::test]
async fn a_visit_that_was_closed_has_no_receipt_whoever_it_was_about() {
    let counter = Counter::with(&[1]);
    for of in [1, 9] {
        let (visit, _) = counter.questions(of, of).await;
        let open = counter.desk.receipt(visit, platform()).await;
        assert!(matches!(open, Err(DeskError::NoReceipt)), "not yet");
        counter.ask(visit, Request::End(Ending::Closed)).await;
        let closed = counter.desk.print_receipt(visit, platform()).await;
        assert!(matches!(closed, Err(ReceiptError::Desk(DeskError::NoReceipt))));
    }
    assert!(counter.printer.printed().is_empty());
    let gone = counter.desk.receipt(VisitId::from_bytes([9; 16]), platform()).await;
    assert!(matches!(gone, Err(DeskError::NoVisit)));
}

#[tokio::test]
async fn a_user_name_that_was_shown_or_changed_has_a_receipt_without_it() {
    let counter = Counter::with(&[1]);
    let visit = counter.username_choice(1).await;
    counter.ask(visit, Request::ShowUsername).await;
    counter.desk.save_receipt(visit, platform()).await.unwrap();
    let (_, bytes) = counter.cabinet.files().remove(0);
    let pdf = Pdf {
        reference: Reference::of(visit),
        bytes,
    };
    let said = read("pdftotext", &[], &pdf);
    assert!(!said.contains(username(1).as_str()));
    assert!(said.contains("عرض اسم المستخدم على صاحبه"), "{said}");
    assert!(
        counter.open_in(Flow::ForgottenUsername).await.is_ok(),
        "the desk goes on"
    );
}

fn sheet_of(parts: Vec<Part>) -> Sheet {
    Sheet {
        reference: Reference::of(VisitId::from_bytes([7; 16])),
        language: Language::ARABIC,
        right_to_left: true,
        title: "إيصال زيارة".to_owned(),
        parts,
    }
}

#[test]
fn letters_that_are_written_as_one_are_read_as_they_are_spelt() {
    let text = "ولا لأن الآخرة الإقامة الأحد نوفمبر المقيمين بلا كلا لك لله خبر بر ير تر في الذي";
    let pdf = PdfTypesetter
        .set(&sheet_of(vec![Part::Paragraph(text.to_owned())]))
        .unwrap();
    let said = read("pdftotext", &[], &pdf);
    assert_eq!(words(&said)[2..], words(text), "{said}");
}

#[test]
fn islands_keep_their_direction_inside_arabic() {
    let text =
        "راجع \u{2068}www.absher.sa\u{2069} ومعك \u{2068}R7K-4QD\u{2069} قبل \u{2068}10:42\u{2069} من يوم 12 جمادى";
    let pdf = PdfTypesetter
        .set(&sheet_of(vec![Part::Paragraph(text.to_owned())]))
        .unwrap();
    let said = read("pdftotext", &[], &pdf);
    assert_eq!(words(&said)[2..], words(text), "{said}");
}

#[test]
fn the_longest_names_fit_the_page_and_what_does_not_is_refused() {
    let long = "مركز الخدمة الشامل ".repeat(12);
    let row = Part::Row {
        label: "مركز الخدمة".to_owned(),
        value: long.clone(),
    };
    let pdf = PdfTypesetter.set(&sheet_of(vec![row.clone()])).unwrap();
    let said = read("pdftotext", &[], &pdf);
    assert_eq!(words(&said)[4..], words(&long), "{said}");
    let unbroken = Part::Paragraph("س".repeat(400));
    let pdf = PdfTypesetter.set(&sheet_of(vec![unbroken])).unwrap();
    assert_eq!(
        read("pdftotext", &[], &pdf).matches('س').count(),
        400,
        "nothing runs off the page"
    );
    let refused = PdfTypesetter.set(&sheet_of(vec![row; 40]));
    assert_eq!(refused, Err(TypesetError::TooLong));
}
