//! Every state of a supervised visit, reached as people reach it, and every input that it can be given.

#![allow(dead_code, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use istiada::domain::applicant::PersonName;
use istiada::domain::captcha::Label;
use istiada::domain::code::TypedCode;
use istiada::domain::fact::{Ending, Flow};
use istiada::domain::id::{MessageId, VisitId};
use istiada::domain::language::Language;
use istiada::domain::limit::Subject;
use istiada::domain::policy::Policy;
use istiada::domain::presence::{Attestation, AttestationReason};
use istiada::domain::recovery::approval::Sought;
use istiada::domain::recovery::identity::Candidate;
use istiada::domain::recovery::proven::Outcome;
use istiada::domain::recovery::{Context, DocumentSeen, Input, Recovery, Tallies, Transition, Visit};
use istiada::domain::registry::{MobileStanding, RegistryAnswer};
use istiada::domain::secret::{ExposeSecret, Secret};
use istiada::domain::staff::{Role, Staff};
use istiada::domain::supervised::{Aim, ApprovalReason, MobileChange, Plea};
use istiada::domain::time::Timestamp;
use istiada::port::Codes;

use crate::counter::{self, PlainHasher, START, account, answers, claim, identity, mobile, vault, wrong_answers};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    Approval,
    Second,
    Questions,
    Code,
    /// The code to a mobile that was waited for.
    NewLine,
    Password,
    Username,
    Waits,
    Done,
    Ended,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Given {
    Document,
    CaptchaRead,
    Attested,
    Identity,
    ApprovePassword,
    ApproveUsername,
    ApproveRemembered,
    ApproveMobile,
    ApproveTheirMobile,
    ApproveLost,
    NotSupervisor,
    OwnVisit,
    OwnIdentity,
    OtherDocument,
    Nobody,
    Taken,
    Second,
    SecondSame,
    SecondClerk,
    SecondApplicant,
    RightAnswers,
    WrongAnswers,
    Resend,
    RightCode,
    WrongCode,
    StoppedMeanwhile,
    Password,
    ShowName,
    Back,
    Language,
    Abandon,
    Complete,
    Resumed,
    Nothing,
}

pub const STATES: [State; 9] = [
    State::Approval,
    State::Second,
    State::Questions,
    State::Code,
    State::NewLine,
    State::Password,
    State::Username,
    State::Waits,
    State::Ended,
];

pub const INPUTS: [Given; 34] = [
    Given::Document,
    Given::CaptchaRead,
    Given::Attested,
    Given::Identity,
    Given::ApprovePassword,
    Given::ApproveUsername,
    Given::ApproveRemembered,
    Given::ApproveMobile,
    Given::ApproveTheirMobile,
    Given::ApproveLost,
    Given::NotSupervisor,
    Given::OwnVisit,
    Given::OwnIdentity,
    Given::OtherDocument,
    Given::Nobody,
    Given::Taken,
    Given::Second,
    Given::SecondSame,
    Given::SecondClerk,
    Given::SecondApplicant,
    Given::RightAnswers,
    Given::WrongAnswers,
    Given::Resend,
    Given::RightCode,
    Given::WrongCode,
    Given::StoppedMeanwhile,
    Given::Password,
    Given::ShowName,
    Given::Back,
    Given::Language,
    Given::Abandon,
    Given::Complete,
    Given::Resumed,
    Given::Nothing,
];

const CLERK: u32 = counter::CLERK;
const SUPERVISOR: u32 = 60;
const ANOTHER: u32 = 61;

pub fn state_of(recovery: &Recovery) -> State {
    match recovery {
        Recovery::Approval(_) => State::Approval,
        Recovery::Second(_) => State::Second,
        Recovery::Questions(_) => State::Questions,
        Recovery::Code(code) if *code.mobile() == mobile(7) => State::NewLine,
        Recovery::Code(_) => State::Code,
        Recovery::Password(_) => State::Password,
        Recovery::Username(_) => State::Username,
        Recovery::Done(done) if matches!(done.outcome(), Outcome::MobileWaits { .. }) => State::Waits,
        Recovery::Done(_) => State::Done,
        Recovery::Ended(_) => State::Ended,
        Recovery::Document(_) | Recovery::Captcha(_) | Recovery::Identity(_) | Recovery::Registration(_) => {
            panic!("no state of a supervised visit: {recovery:?}")
        }
    }
}

fn staff(number: u32, role: Role) -> Staff {
    Staff {
        identity: identity(number),
        name: PersonName::parse("ريم العتيق").unwrap(),
        role,
    }
}

fn plea(number: u32, reason: ApprovalReason, aim: Aim) -> Plea {
    Plea {
        identity: identity(number),
        reason,
        aim,
    }
}

/// A change to the mobile of 7 that has been waited for, or was stopped.
fn change(stopped: bool) -> MobileChange {
    let one = account(1, &PlainHasher::default());
    let record = serde_json::json!({
        "account": one.id,
        "visit": VisitId::from_bytes([5; 16]),
        "mobile": mobile(7),
        "begun": Timestamp::from_millis(START.as_millis() - 86_400_000),
        "until": START,
        "standing": if stopped { "stopped" } else { "waiting" },
    });
    serde_json::from_value(record).unwrap()
}

pub fn give(state: Recovery, given: Given) -> Transition {
    give_at(state, given, START)
}

pub fn give_at(state: Recovery, given: Given, now: Timestamp) -> Transition {
    let waited = match state_of_any(&state) {
        Some(State::NewLine) => Some(change(given == Given::StoppedMeanwhile)),
        _ => None,
    };
    given_with(state, given, now, waited)
}

fn state_of_any(recovery: &Recovery) -> Option<State> {
    (!matches!(recovery, Recovery::Document(_))).then(|| state_of(recovery))
}

fn given_with(state: Recovery, given: Given, now: Timestamp, mobile_change: Option<MobileChange>) -> Transition {
    use ApprovalReason as Why;
    use Given as G;
    let hasher = PlainHasher::default();
    let policy = Policy::default();
    let person = account(1, &hasher);
    let keys = vault();
    let label = Label::new("AHKMX");
    let (right, wrong) = (answers(1), wrong_answers());
    let sent = match &state {
        Recovery::Code(wanted) => wanted.sent().map(|sent| keys.code(&sent.request)),
        _ => None,
    };
    let digits = sent.map_or("123456".to_owned(), |code| code.secret().expose_secret().to_owned());
    let code = TypedCode::parse(&digits, 6).unwrap();
    let not_it = TypedCode::parse(if digits == "000000" { "111111" } else { "000000" }, 6).unwrap();
    let password = Secret::from(counter::NEW_PASSWORD);
    let (unknown, theirs) = (
        RegistryAnswer::Unknown,
        RegistryAnswer::Known(MobileStanding {
            theirs: true,
            active: true,
            operator_approved: true,
        }),
    );
    let subject = Subject([1; 16]);
    let sought = |account, taken, standing| Sought {
        account,
        mobile: Subject([2; 16]),
        replacement: Subject([3; 16]),
        taken,
        standing,
    };
    let known = Some((&person, subject));
    let (one, two) = (staff(SUPERVISOR, Role::Supervisor), staff(ANOTHER, Role::Supervisor));
    let (clerk, clerk_as_supervisor) = (staff(SUPERVISOR, Role::Clerk), staff(CLERK, Role::Supervisor));
    let applicant = staff(1, Role::Supervisor);
    let new = Aim::NewMobile(mobile(8));
    let pleas = [
        plea(1, Why::AnswersForgotten, Aim::Password),
        plea(1, Why::AnswersForgotten, Aim::Username),
        plea(1, Why::Paused, Aim::Password),
        plea(1, Why::AnswersForgotten, new),
        plea(1, Why::MobileLost, Aim::Password),
        plea(2, Why::AnswersForgotten, Aim::Password),
    ];
    let document = DocumentSeen::parse(person.identity.kind(), person.identity.last_four()).unwrap();
    let claimed = claim(1, 1);
    let candidate = Candidate {
        account: known,
        pair: subject,
        mobile: subject,
        decoy: [4; 32],
    };
    let typed = |typed| Input::Code {
        typed,
        account: &person,
        codes: &keys,
    };
    let answered = |answers| Input::Answers {
        answers,
        account: Some(&person),
        hasher: &hasher,
    };
    let input = match given {
        G::Document => Input::DocumentSeen(document),
        G::CaptchaRead => Input::Captcha {
            typed: "ahkmx",
            label: Some(&label),
        },
        G::Attested => Input::Attested(Attestation {
            by: identity(CLERK),
            reason: AttestationReason::CannotSee,
        }),
        G::Identity => Input::Identity(&claimed, candidate),
        G::ApprovePassword => Input::Approved(&one, &pleas[0], sought(known, false, &unknown)),
        G::ApproveUsername => Input::Approved(&one, &pleas[1], sought(known, false, &unknown)),
        G::ApproveRemembered => Input::Approved(&one, &pleas[2], sought(known, false, &unknown)),
        G::ApproveMobile => Input::Approved(&one, &pleas[3], sought(known, false, &unknown)),
        G::ApproveTheirMobile => Input::Approved(&one, &pleas[3], sought(known, false, &theirs)),
        G::ApproveLost => Input::Approved(&one, &pleas[4], sought(known, false, &unknown)),
        G::NotSupervisor => Input::Approved(&clerk, &pleas[0], sought(known, false, &unknown)),
        G::OwnVisit => Input::Approved(&clerk_as_supervisor, &pleas[0], sought(known, false, &unknown)),
        G::OwnIdentity => Input::Approved(&applicant, &pleas[0], sought(known, false, &unknown)),
        G::OtherDocument => Input::Approved(&one, &pleas[5], sought(None, false, &unknown)),
        G::Nobody => Input::Approved(&one, &pleas[0], sought(None, false, &unknown)),
        G::Taken => Input::Approved(&one, &pleas[3], sought(known, true, &theirs)),
        G::Second => Input::Seconded(&two, &person),
        G::SecondSame => Input::Seconded(&one, &person),
        G::SecondClerk => Input::Seconded(&clerk_as_supervisor, &person),
        G::SecondApplicant => Input::Seconded(&applicant, &person),
        G::RightAnswers => answered(&right),
        G::WrongAnswers => answered(&wrong),
        G::Resend => Input::Resend(&person),
        G::RightCode | G::StoppedMeanwhile => typed(&code),
        G::WrongCode => typed(&not_it),
        G::Password => Input::Password {
            password: &password,
            repeat: &password,
            account: &person,
            hasher: &hasher,
        },
        G::ShowName => Input::ShowUsername(&person),
        G::Back => Input::Back,
        G::Language => Input::Language(Language::ENGLISH),
        G::Abandon => Input::End(Ending::Abandoned),
        G::Complete => Input::End(Ending::Completed),
        G::Resumed => Input::Resumed,
        G::Nothing => Input::Nothing,
    };
    let mut tallies = Tallies::default();
    let mut context = Context {
        now,
        policy: &policy,
        nonce: [9; 16],
        other_nonce: [12; 16],
        messages: [MessageId::from_bytes([10; 16]), MessageId::from_bytes([11; 16])],
        mobile_change,
        tallies: &mut tallies,
    };
    state.apply(input, &mut context)
}

/// A supervised visit in a state, reached as people reach it.
pub fn reached(state: State) -> Recovery {
    let way: &[Given] = match state {
        State::Approval => &[],
        State::Second => &[Given::ApproveMobile],
        State::Questions => &[Given::ApproveRemembered],
        State::Code | State::NewLine => &[Given::ApprovePassword],
        State::Password => &[Given::ApprovePassword, Given::RightCode],
        State::Username => &[Given::ApproveUsername, Given::RightCode],
        State::Waits => &[Given::ApproveMobile, Given::Second],
        State::Done => &[Given::ApprovePassword, Given::RightCode, Given::Password],
        State::Ended => &[Given::Abandon],
    };
    let mut recovery = Recovery::open(Visit {
        id: VisitId::from_bytes([1; 16]),
        clerk: identity(CLERK),
        started: START,
        touched: START,
        language: Language::ARABIC,
        flow: Flow::Supervised,
    });
    let waited = (state == State::NewLine).then(|| change(false));
    for given in std::iter::once(&Given::Document).chain(way) {
        recovery = given_with(recovery, *given, START, waited.clone()).next;
    }
    assert_eq!(state_of(&recovery), state);
    recovery
}
