//! Every state of a forgotten password and of a forgotten user name with every input: what comes next, what is recorded, what is refused.
//!
//! The table is made of matches without a wildcard, so a state or an input that is added does not compile until it has
//! its row; what the table says is then compared with what the machine does.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "support/counter.rs"]
mod counter;

#[path = "support/machine.rs"]
mod machine;

use counter::{START, mobile};
use istiada::domain::fact::Fact;
use istiada::domain::password::PasswordFaults;
use istiada::domain::presence::AttestationReason;
use istiada::domain::recovery::captcha::CaptchaRefusal;
use istiada::domain::recovery::code::CodeRefusal;
use istiada::domain::recovery::identity::IdentityRefusal;
use istiada::domain::recovery::password::PasswordRefusal;
use istiada::domain::recovery::questions::AnswersRefusal;
use istiada::domain::recovery::username::UsernameRefusal;
use istiada::domain::recovery::{Refusal, Tallies, restore};
use machine::{Given, INPUTS, STATES, State, give, reached, state_of};

/// A row of the table: the state after it, the facts, how many messages are asked for, whether the account changes, and
/// the refusal.
#[derive(Debug, PartialEq)]
struct Outcome {
    next: State,
    facts: Vec<&'static str>,
    messages: usize,
    account: bool,
    refusal: Option<Refusal>,
}

fn to(next: State, facts: &[&'static str]) -> Outcome {
    Outcome {
        next,
        facts: facts.to_vec(),
        messages: 0,
        account: false,
        refusal: None,
    }
}

fn refused(state: State, facts: &[&'static str], why: Refusal) -> Outcome {
    Outcome {
        refusal: Some(why),
        ..to(state, facts)
    }
}

/// The table. A row that takes an input in its own way stands before the rows that it has in common with others.
fn expected(state: State, given: Given) -> Outcome {
    use Given as G;
    let not_now = || refused(state, &[], Refusal::NotNow);
    let code = |why| Refusal::Code(why);
    match state {
        State::Document => match given {
            G::Document => to(State::Captcha, &["document-seen", "captcha-shown"]),
            G::Resumed => to(state, &["visit-resumed"]),
            G::Language => to(state, &[]),
            G::Abandon => to(State::Ended, &["visit-ended"]),
            G::CaptchaRead | G::CaptchaMissed | G::AnotherImage | G::KnownIdentity | G::UnknownIdentity => not_now(),
            G::OtherDocument | G::RightAnswers | G::WrongAnswers | G::ShortAnswers | G::Resend => not_now(),
            G::RightCode | G::WrongCode | G::Password | G::RepeatDiffers | G::OldPassword => not_now(),
            G::Back | G::Complete | G::Nothing => not_now(),
            G::CheckName | G::CheckTaken | G::CheckSame | G::ShowName => not_now(),
            G::TakeName | G::TakeTaken | G::TakeSame | G::Attested => not_now(),
        },
        State::Captcha => match given {
            G::CaptchaRead => to(State::Identity, &["captcha-passed"]),
            G::CaptchaMissed => {
                let why = Refusal::Captcha(CaptchaRefusal::Missed);
                refused(state, &["captcha-missed", "captcha-shown"], why)
            }
            G::AnotherImage => to(state, &["captcha-shown"]),
            G::Resumed => to(state, &["visit-resumed", "captcha-shown"]),
            // No image is judged, and none is counted.
            G::Attested => to(State::Identity, &["captcha-attested"]),
            G::Language => to(state, &[]),
            G::Abandon => to(State::Ended, &["visit-ended"]),
            G::Document | G::KnownIdentity | G::UnknownIdentity | G::OtherDocument => not_now(),
            G::RightAnswers | G::WrongAnswers | G::ShortAnswers | G::Resend | G::RightCode | G::WrongCode => not_now(),
            G::Password | G::RepeatDiffers | G::OldPassword | G::Back | G::Complete | G::Nothing => not_now(),
            G::CheckName | G::CheckTaken | G::CheckSame | G::ShowName => not_now(),
            G::TakeName | G::TakeTaken | G::TakeSame => not_now(),
        },
        State::Identity => match given {
            G::KnownIdentity | G::UnknownIdentity => to(State::Questions, &["identity-given"]),
            G::OtherDocument => refused(state, &[], Refusal::Identity(IdentityRefusal::DocumentDisagrees)),
            G::Resumed => to(state, &["visit-resumed"]),
            G::Language => to(state, &[]),
            G::Abandon => to(State::Ended, &["visit-ended"]),
            G::Document | G::CaptchaRead | G::CaptchaMissed | G::AnotherImage => not_now(),
            G::RightAnswers | G::WrongAnswers | G::ShortAnswers | G::Resend | G::RightCode | G::WrongCode => not_now(),
            G::Password | G::RepeatDiffers | G::OldPassword | G::Back | G::Complete | G::Nothing => not_now(),
            G::CheckName | G::CheckTaken | G::CheckSame | G::ShowName => not_now(),
            G::TakeName | G::TakeTaken | G::TakeSame | G::Attested => not_now(),
        },
        State::Questions => match given {
            G::RightAnswers => Outcome {
                messages: 1,
                ..to(State::Code, &["answers-matched", "code-requested"])
            },
            G::WrongAnswers => {
                let why = Refusal::Answers(AnswersRefusal::NotMatched);
                refused(state, &["answers-missed"], why)
            }
            G::ShortAnswers => {
                let fault = istiada::domain::answer::normalise("", 2).err();
                let faults = vec![fault, fault, fault];
                refused(state, &[], Refusal::Answers(AnswersRefusal::Incomplete(faults)))
            }
            G::Back => to(State::Identity, &[]),
            G::Resumed => to(state, &["visit-resumed"]),
            G::Language => to(state, &[]),
            G::Abandon => to(State::Ended, &["visit-ended"]),
            G::Document | G::CaptchaRead | G::CaptchaMissed | G::AnotherImage => not_now(),
            G::KnownIdentity | G::UnknownIdentity | G::OtherDocument | G::Resend | G::RightCode => not_now(),
            G::WrongCode | G::Password | G::RepeatDiffers | G::OldPassword | G::Complete | G::Nothing => not_now(),
            G::CheckName | G::CheckTaken | G::CheckSame | G::ShowName => not_now(),
            G::TakeName | G::TakeTaken | G::TakeSame | G::Attested => not_now(),
        },
        State::Code => match given {
            G::RightCode => to(State::Password, &["code-matched"]),
            G::WrongCode => refused(state, &["code-missed"], code(CodeRefusal::Missed { tries_left: 4 })),
            G::Resend => {
                let at = START.after(counter::MINUTE);
                refused(state, &[], code(CodeRefusal::TooSoon { at }))
            }
            G::Resumed => to(state, &["visit-resumed"]),
            G::Language => to(state, &[]),
            G::Abandon => to(State::Ended, &["visit-ended"]),
            G::Document | G::CaptchaRead | G::CaptchaMissed | G::AnotherImage => not_now(),
            G::KnownIdentity | G::UnknownIdentity | G::OtherDocument | G::RightAnswers | G::WrongAnswers => not_now(),
            G::ShortAnswers | G::Password | G::RepeatDiffers | G::OldPassword => not_now(),
            G::Back | G::Complete | G::Nothing => not_now(),
            G::CheckName | G::CheckTaken | G::CheckSame | G::ShowName => not_now(),
            G::TakeName | G::TakeTaken | G::TakeSame | G::Attested => not_now(),
        },
        State::Password => match given {
            G::Password => Outcome {
                messages: 2,
                account: true,
                ..to(State::Done, &["password-changed", "visit-ended"])
            },
            G::RepeatDiffers => {
                let why = PasswordRefusal::Faults(PasswordFaults::RepeatDiffers);
                refused(state, &[], Refusal::Password(why))
            }
            G::OldPassword => refused(state, &[], Refusal::Password(PasswordRefusal::UsedBefore)),
            G::Resumed => to(state, &["visit-resumed"]),
            G::Language => to(state, &[]),
            G::Abandon => to(State::Ended, &["visit-ended"]),
            G::Document | G::CaptchaRead | G::CaptchaMissed | G::AnotherImage => not_now(),
            G::KnownIdentity | G::UnknownIdentity | G::OtherDocument | G::RightAnswers | G::WrongAnswers => not_now(),
            G::ShortAnswers | G::Resend | G::RightCode | G::WrongCode => not_now(),
            G::Back | G::Complete | G::Nothing => not_now(),
            G::CheckName | G::CheckTaken | G::CheckSame | G::ShowName => not_now(),
            G::TakeName | G::TakeTaken | G::TakeSame | G::Attested => not_now(),
        },
        State::Username => match given {
            G::CheckName => to(state, &["username-checked"]),
            G::CheckTaken | G::TakeTaken => {
                let why = Refusal::Username(UsernameRefusal::Taken);
                refused(state, &["username-checked"], why)
            }
            G::CheckSame | G::TakeSame => refused(state, &[], Refusal::Username(UsernameRefusal::Same)),
            G::ShowName => Outcome {
                messages: 1,
                ..to(State::Done, &["username-shown", "visit-ended"])
            },
            G::TakeName => Outcome {
                messages: 2,
                account: true,
                ..to(State::Done, &["username-checked", "username-changed", "visit-ended"])
            },
            G::Resumed => to(state, &["visit-resumed"]),
            G::Language => to(state, &[]),
            G::Abandon => to(State::Ended, &["visit-ended"]),
            G::Document | G::CaptchaRead | G::CaptchaMissed | G::AnotherImage => not_now(),
            G::KnownIdentity | G::UnknownIdentity | G::OtherDocument | G::RightAnswers | G::WrongAnswers => not_now(),
            G::ShortAnswers | G::Resend | G::RightCode | G::WrongCode => not_now(),
            G::Password | G::RepeatDiffers | G::OldPassword => not_now(),
            G::Back | G::Complete | G::Nothing | G::Attested => not_now(),
        },
        State::Done | State::Ended => match given {
            G::Resumed if state == State::Done => to(state, &["visit-resumed"]),
            G::Language => to(state, &[]),
            G::Document | G::CaptchaRead | G::CaptchaMissed | G::AnotherImage => not_now(),
            G::KnownIdentity | G::UnknownIdentity | G::OtherDocument | G::RightAnswers | G::WrongAnswers => not_now(),
            G::ShortAnswers | G::Resend | G::RightCode | G::WrongCode => not_now(),
            G::Password | G::RepeatDiffers | G::OldPassword => not_now(),
            G::Back | G::Abandon | G::Complete | G::Resumed | G::Nothing => not_now(),
            G::CheckName | G::CheckTaken | G::CheckSame | G::ShowName => not_now(),
            G::TakeName | G::TakeTaken | G::TakeSame | G::Attested => not_now(),
        },
    }
}

fn name(fact: &Fact) -> String {
    match serde_json::to_value(fact).unwrap() {
        serde_json::Value::String(name) => name,
        serde_json::Value::Object(map) => map.keys().next().unwrap().clone(),
        other => panic!("a fact that is neither a word nor a map: {other}"),
    }
}

#[test]
fn every_state_takes_every_input_as_the_table_says() {
    for state in STATES {
        for given in INPUTS {
            let transition = give(reached(state), given, &mut Tallies::default());
            let found = Outcome {
                next: state_of(&transition.next),
                facts: transition
                    .effects
                    .facts
                    .iter()
                    .map(|fact| &*name(fact).leak())
                    .collect(),
                messages: transition.effects.messages.len(),
                account: transition.effects.account.is_some(),
                refusal: transition.refusal,
            };
            assert_eq!(found, expected(state, given), "{state:?} with {given:?}");
        }
    }
}

#[test]
fn every_state_comes_back_from_its_record_and_goes_on_alike() {
    for state in STATES {
        for given in INPUTS {
            let record = reached(state).record();
            let bytes = serde_json::to_vec(&record).unwrap();
            let again = restore(serde_json::from_slice(&bytes).unwrap());
            assert_eq!(again.record(), record, "{state:?}");
            let (mut one, mut two) = (Tallies::default(), Tallies::default());
            let (direct, restored) = (give(reached(state), given, &mut one), give(again, given, &mut two));
            assert_eq!(direct.next.record(), restored.next.record(), "{state:?} with {given:?}");
            assert_eq!(direct.effects.facts, restored.effects.facts, "{state:?} with {given:?}");
            assert_eq!(one, two, "{state:?} with {given:?}");
        }
    }
}

#[test]
fn what_is_refused_without_a_fact_moves_no_counter() {
    for state in STATES {
        for given in INPUTS {
            let mut tallies = Tallies::default();
            let transition = give(reached(state), given, &mut tallies);
            if transition.refusal.is_some() && transition.effects.facts.is_empty() {
                assert_eq!(tallies, Tallies::default(), "{state:?} with {given:?}");
            }
        }
    }
}

#[test]
fn no_record_holds_what_was_typed() {
    for state in STATES {
        let record = serde_json::to_string(&reached(state).record()).unwrap();
        let hashes = [
            "answer 0 of 1",
            counter::NEW_PASSWORD,
            counter::OLD_PASSWORD,
            "of answer",
        ];
        for secret in hashes {
            assert!(!record.contains(secret), "{state:?}");
        }
        if !matches!(
            state,
            State::Questions | State::Code | State::Password | State::Username
        ) {
            assert!(!record.contains(&mobile(1).e164()), "{state:?}");
        }
    }
}

#[test]
fn an_attestation_stays_with_the_visit_and_names_who_gave_it() {
    let attested = give(reached(State::Captcha), Given::Attested, &mut Tallies::default());
    let reason = AttestationReason::CannotSee;
    assert_eq!(attested.effects.facts, [Fact::CaptchaAttested { reason }]);
    let clerk = serde_json::to_value(machine::attestation().by).unwrap();
    let mut recovery = attested.next;
    for given in [Given::KnownIdentity, Given::RightAnswers, Given::RightCode] {
        let record = serde_json::to_string(&recovery.record()).unwrap();
        assert!(
            record.contains(&format!("\"by\":{clerk},\"reason\":\"cannot-see\"")),
            "{record}"
        );
        let again = restore(serde_json::from_str(&record).unwrap());
        recovery = give(again, given, &mut Tallies::default()).next;
    }
    assert_eq!(state_of(&recovery), State::Password);
    let done = give(recovery, Given::Password, &mut Tallies::default());
    assert!(done.effects.account.is_some());
}

#[test]
fn an_image_that_was_read_is_recorded_as_it_always_was() {
    let record = serde_json::to_value(reached(State::Identity).record()).unwrap();
    let at = serde_json::to_value(START).unwrap();
    assert_eq!(record["stage"]["identity"]["human"], at);
}
