//! Every state of a forgotten password, reached as people reach it, and every input that it can be given.

#![allow(dead_code, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use istiada::domain::applicant::Username;
use istiada::domain::captcha::Label;
use istiada::domain::code::TypedCode;
use istiada::domain::fact::{Ending, Flow};
use istiada::domain::id::{MessageId, VisitId};
use istiada::domain::language::Language;
use istiada::domain::limit::Subject;
use istiada::domain::policy::Policy;
use istiada::domain::presence::{Attestation, AttestationReason};
use istiada::domain::recovery::identity::Candidate;
use istiada::domain::recovery::username::Wish;
use istiada::domain::recovery::{Context, DocumentSeen, Input, Recovery, Tallies, Transition, Visit};
use istiada::domain::secret::{ExposeSecret, Secret};
use istiada::port::Codes;

use crate::counter::{self, PlainHasher, START, account, answers, claim, vault, wrong_answers};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    Document,
    Captcha,
    Identity,
    Questions,
    Code,
    Password,
    Username,
    Done,
    Ended,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Given {
    Document,
    CaptchaRead,
    CaptchaMissed,
    AnotherImage,
    Attested,
    KnownIdentity,
    UnknownIdentity,
    OtherDocument,
    RightAnswers,
    WrongAnswers,
    ShortAnswers,
    Resend,
    RightCode,
    WrongCode,
    Password,
    RepeatDiffers,
    OldPassword,
    CheckName,
    CheckTaken,
    CheckSame,
    ShowName,
    TakeName,
    TakeTaken,
    TakeSame,
    Back,
    Language,
    Abandon,
    Complete,
    Resumed,
    Nothing,
}

pub const STATES: [State; 9] = [
    State::Document,
    State::Captcha,
    State::Identity,
    State::Questions,
    State::Code,
    State::Password,
    State::Username,
    State::Done,
    State::Ended,
];

pub const INPUTS: [Given; 30] = [
    Given::Document,
    Given::CaptchaRead,
    Given::CaptchaMissed,
    Given::AnotherImage,
    Given::Attested,
    Given::KnownIdentity,
    Given::UnknownIdentity,
    Given::OtherDocument,
    Given::RightAnswers,
    Given::WrongAnswers,
    Given::ShortAnswers,
    Given::Resend,
    Given::RightCode,
    Given::WrongCode,
    Given::Password,
    Given::RepeatDiffers,
    Given::OldPassword,
    Given::CheckName,
    Given::CheckTaken,
    Given::CheckSame,
    Given::ShowName,
    Given::TakeName,
    Given::TakeTaken,
    Given::TakeSame,
    Given::Back,
    Given::Language,
    Given::Abandon,
    Given::Complete,
    Given::Resumed,
    Given::Nothing,
];

pub fn state_of(recovery: &Recovery) -> State {
    match recovery {
        Recovery::Document(_) => State::Document,
        Recovery::Captcha(_) => State::Captcha,
        Recovery::Identity(_) => State::Identity,
        Recovery::Questions(_) => State::Questions,
        Recovery::Code(_) => State::Code,
        Recovery::Password(_) => State::Password,
        Recovery::Username(_) => State::Username,
        Recovery::Done(_) => State::Done,
        Recovery::Ended(_) => State::Ended,
        Recovery::Approval(_) | Recovery::Second(_) => panic!("the supervised way has a table of its own"),
        Recovery::Registration(_) => panic!("a registration has a table of its own"),
    }
}

/// The inputs of the table that make up one of the machine's. It does not compile while an input has none.
fn covered(input: &Input<'_>) -> &'static [Given] {
    match input {
        Input::DocumentSeen(_) => &[Given::Document],
        Input::Captcha { .. } => &[Given::CaptchaRead, Given::CaptchaMissed],
        Input::AnotherImage => &[Given::AnotherImage],
        Input::Attested(_) => &[Given::Attested],
        Input::Identity(..) => &[Given::KnownIdentity, Given::UnknownIdentity, Given::OtherDocument],
        Input::Answers { .. } => &[Given::RightAnswers, Given::WrongAnswers, Given::ShortAnswers],
        Input::Resend(_) => &[Given::Resend],
        Input::Code { .. } => &[Given::RightCode, Given::WrongCode],
        Input::Password { .. } => &[Given::Password, Given::RepeatDiffers, Given::OldPassword],
        Input::CheckUsername(..) => &[Given::CheckName, Given::CheckTaken, Given::CheckSame],
        Input::ShowUsername(_) => &[Given::ShowName],
        Input::TakeUsername(..) => &[Given::TakeName, Given::TakeTaken, Given::TakeSame],
        // `registration_table.rs` and `supervised_table.rs` have these.
        Input::Registration(_) | Input::Approved(..) | Input::Seconded(..) => &[],
        Input::Back => &[Given::Back],
        Input::Language(_) => &[Given::Language],
        Input::End(_) => &[Given::Abandon, Given::Complete],
        Input::Resumed => &[Given::Resumed],
        Input::Nothing => &[Given::Nothing],
    }
}

/// Gives an input of the table to a state.
pub fn give(state: Recovery, given: Given, tallies: &mut Tallies) -> Transition {
    let hasher = PlainHasher::default();
    let policy = Policy::default();
    let person = account(1, &hasher);
    let keys = vault();
    let label = Label::new("AHKMX");
    let (right, wrong) = (answers(1), wrong_answers());
    let short = vec![Secret::from(""), Secret::from(" "), Secret::from(".")];
    let (known, unknown, other) = (claim(1, 1), claim(1, 2), claim(2, 2));
    let subject = Subject([1; 16]);
    let candidate = |account| Candidate {
        account,
        pair: Subject([2; 16]),
        mobile: Subject([3; 16]),
        decoy: [4; 32],
    };
    let other_name = Username::parse(counter::NEW_USERNAME).unwrap();
    let wish = |name, taken| Wish { name, taken };
    let sent = match &state {
        Recovery::Code(wanted) => wanted.sent().map(|sent| keys.code(&sent.request)),
        _ => None,
    };
    let digits = sent.map_or("123456".to_owned(), |code| code.secret().expose_secret().to_owned());
    let code = TypedCode::parse(&digits, 6).unwrap();
    let not_it = TypedCode::parse(if digits == "000000" { "111111" } else { "000000" }, 6).unwrap();
    let (new, repeat) = (Secret::from(counter::NEW_PASSWORD), Secret::from("Another-One9"));
    let old = Secret::from(counter::OLD_PASSWORD);
    let document = DocumentSeen::parse(person.identity.kind(), person.identity.last_four()).unwrap();
    let answered = |answers| Input::Answers {
        answers,
        account: Some(&person),
        hasher: &hasher,
    };
    let typed = |typed| Input::Code {
        typed,
        account: &person,
        codes: &keys,
    };
    let chosen = |password, repeat| Input::Password {
        password,
        repeat,
        account: &person,
        hasher: &hasher,
    };
    let read = |typed| Input::Captcha {
        typed,
        label: Some(&label),
    };
    let input = match given {
        Given::Document => Input::DocumentSeen(document),
        Given::CaptchaRead => read("ahkmx"),
        Given::CaptchaMissed => read("ahkm"),
        Given::AnotherImage => Input::AnotherImage,
        Given::Attested => Input::Attested(attestation()),
        Given::KnownIdentity => Input::Identity(&known, candidate(Some((&person, subject)))),
        Given::UnknownIdentity => Input::Identity(&unknown, candidate(None)),
        Given::OtherDocument => Input::Identity(&other, candidate(None)),
        Given::RightAnswers => answered(&right),
        Given::WrongAnswers => answered(&wrong),
        Given::ShortAnswers => answered(&short),
        Given::Resend => Input::Resend(&person),
        Given::RightCode => typed(&code),
        Given::WrongCode => typed(&not_it),
        Given::Password => chosen(&new, &new),
        Given::RepeatDiffers => chosen(&new, &repeat),
        Given::OldPassword => chosen(&old, &old),
        Given::CheckName => Input::CheckUsername(wish(&other_name, false), &person),
        Given::CheckTaken => Input::CheckUsername(wish(&other_name, true), &person),
        Given::CheckSame => Input::CheckUsername(wish(&person.username, false), &person),
        Given::ShowName => Input::ShowUsername(&person),
        Given::TakeName => Input::TakeUsername(wish(&other_name, false), &person),
        Given::TakeTaken => Input::TakeUsername(wish(&other_name, true), &person),
        Given::TakeSame => Input::TakeUsername(wish(&person.username, false), &person),
        Given::Back => Input::Back,
        Given::Language => Input::Language(Language::ENGLISH),
        Given::Abandon => Input::End(Ending::Abandoned),
        Given::Complete => Input::End(Ending::Completed),
        Given::Resumed => Input::Resumed,
        Given::Nothing => Input::Nothing,
    };
    assert!(covered(&input).contains(&given));
    let mut context = Context {
        now: START,
        policy: &policy,
        nonce: [9; 16],
        other_nonce: [12; 16],
        messages: [MessageId::from_bytes([10; 16]), MessageId::from_bytes([11; 16])],
        mobile_change: None,
        tallies,
    };
    state.apply(input, &mut context)
}

/// The clerk's word that somebody is there.
pub fn attestation() -> Attestation {
    Attestation {
        by: counter::identity(99_999_999),
        reason: AttestationReason::CannotSee,
    }
}

/// A visit in a state, reached as people reach it: those that two flows have in common, in flow A.
pub fn reached(state: State) -> Recovery {
    let flow = match state {
        State::Username => Flow::ForgottenUsername,
        _ => Flow::ForgottenPassword,
    };
    reached_in(flow, state)
}

/// A visit in a state of a flow.
pub fn reached_in(flow: Flow, state: State) -> Recovery {
    let last = match flow {
        Flow::ForgottenPassword | Flow::Supervised => Given::Password,
        Flow::ForgottenUsername | Flow::NewUser => Given::TakeName,
    };
    let way = [
        Given::Document,
        Given::CaptchaRead,
        Given::KnownIdentity,
        Given::RightAnswers,
        Given::RightCode,
        last,
    ];
    let mut recovery = Recovery::open(Visit {
        id: VisitId::from_bytes([1; 16]),
        clerk: counter::identity(99_999_999),
        started: START,
        touched: START,
        language: Language::ARABIC,
        flow,
    });
    let mut tallies = Tallies::default();
    if state == State::Ended {
        return give(recovery, Given::Abandon, &mut tallies).next;
    }
    for given in way {
        if state_of(&recovery) == state {
            break;
        }
        recovery = give(recovery, given, &mut tallies).next;
    }
    assert_eq!(state_of(&recovery), state);
    recovery
}
