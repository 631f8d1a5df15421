//! Every state of a supervised visit with every input: what comes next, what is recorded, what is refused. And all of
//! it again once the approval is too old. Inputs that a state's row does not name are refused as out of turn.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "support/counter.rs"]
mod counter;

#[path = "support/approving.rs"]
mod approving;

use approving::{Given, INPUTS, STATES, State, give, give_at, reached, state_of};
use counter::{MINUTE, START};
use istiada::domain::fact::Fact;
use istiada::domain::recovery::approval::ApprovalRefusal;
use istiada::domain::recovery::code::CodeRefusal;
use istiada::domain::recovery::questions::AnswersRefusal;
use istiada::domain::recovery::{Refusal, restore};
use istiada::domain::supervised::Obstacle;

/// The state after it, the facts, how many messages are asked for, whether the account and its mobile's change are
/// written, and the refusal.
#[derive(Debug, PartialEq)]
struct Outcome {
    next: State,
    facts: Vec<&'static str>,
    messages: usize,
    account: bool,
    change: bool,
    refusal: Option<Refusal>,
}

fn to(next: State, messages: usize, facts: &[&'static str]) -> Outcome {
    Outcome {
        next,
        facts: facts.to_vec(),
        messages,
        account: false,
        change: false,
        refusal: None,
    }
}

fn refused(state: State, facts: &[&'static str], why: Refusal) -> Outcome {
    Outcome {
        refusal: Some(why),
        ..to(state, 0, facts)
    }
}

fn obstacle(state: State, why: Obstacle) -> Outcome {
    let why = Refusal::Approval(ApprovalRefusal::Obstacle(why));
    refused(state, &["approval-refused"], why)
}

fn expected(state: State, given: Given) -> Outcome {
    use Given as G;
    let not_now = || refused(state, &[], Refusal::NotNow);
    let over = matches!(state, State::Waits | State::Ended);
    match given {
        // What every visit takes.
        G::Language => return to(state, 0, &[]),
        G::Abandon if !over => return to(State::Ended, 0, &["visit-ended"]),
        G::Resumed if state != State::Ended => return to(state, 0, &["visit-resumed"]),
        // What no supervised visit takes: there is no image, no claim, and no way back to another account.
        G::Document | G::CaptchaRead | G::Attested | G::Identity | G::Back | G::Complete => return not_now(),
        G::Abandon | G::Resumed | G::Nothing => return not_now(),
        _ => {}
    }
    match state {
        State::Approval => match given {
            G::ApprovePassword | G::ApproveUsername => to(State::Code, 1, &["recovery-approved", "code-requested"]),
            G::ApproveRemembered => to(State::Questions, 0, &["recovery-approved"]),
            G::ApproveMobile => to(State::Second, 0, &["recovery-approved"]),
            G::ApproveTheirMobile => Outcome {
                change: true,
                ..to(
                    State::Waits,
                    2,
                    &["recovery-approved", "mobile-change-begun", "visit-ended"],
                )
            },
            G::ApproveLost => obstacle(state, Obstacle::NewMobileFirst),
            G::NotSupervisor => obstacle(state, Obstacle::NotSupervisor),
            G::OwnVisit => obstacle(state, Obstacle::OwnVisit),
            G::OwnIdentity => obstacle(state, Obstacle::OwnIdentity),
            G::OtherDocument => obstacle(state, Obstacle::DocumentDisagrees),
            G::Nobody => obstacle(state, Obstacle::NoAccount),
            G::Taken => obstacle(state, Obstacle::MobileTaken),
            _ => not_now(),
        },
        State::Second => match given {
            G::Second => Outcome {
                change: true,
                ..to(
                    State::Waits,
                    2,
                    &["approval-seconded", "mobile-change-begun", "visit-ended"],
                )
            },
            G::SecondSame => obstacle(state, Obstacle::SamePerson),
            G::SecondClerk => obstacle(state, Obstacle::OwnVisit),
            G::SecondApplicant => obstacle(state, Obstacle::OwnIdentity),
            _ => not_now(),
        },
        State::Questions => match given {
            G::RightAnswers => to(State::Code, 1, &["answers-matched", "code-requested"]),
            G::WrongAnswers => refused(state, &["answers-missed"], Refusal::Answers(AnswersRefusal::NotMatched)),
            _ => not_now(),
        },
        State::Code => match given {
            G::RightCode => to(State::Password, 0, &["code-matched"]),
            G::WrongCode => {
                let why = Refusal::Code(CodeRefusal::Missed { tries_left: 4 });
                refused(state, &["code-missed"], why)
            }
            G::Resend => {
                let at = START.after(MINUTE);
                refused(state, &[], Refusal::Code(CodeRefusal::TooSoon { at }))
            }
            _ => not_now(),
        },
        State::NewLine => match given {
            G::RightCode => Outcome {
                account: true,
                change: true,
                ..to(State::Password, 2, &["code-matched", "mobile-changed"])
            },
            G::WrongCode => {
                let why = Refusal::Code(CodeRefusal::Missed { tries_left: 4 });
                refused(state, &["code-missed"], why)
            }
            G::StoppedMeanwhile => to(State::Ended, 0, &["visit-ended"]),
            G::Resend => {
                let at = START.after(MINUTE);
                refused(state, &[], Refusal::Code(CodeRefusal::TooSoon { at }))
            }
            _ => not_now(),
        },
        State::Password => match given {
            G::Password => Outcome {
                account: true,
                ..to(State::Done, 2, &["password-changed", "visit-ended"])
            },
            _ => not_now(),
        },
        State::Username => match given {
            G::ShowName => to(State::Done, 1, &["username-shown", "visit-ended"]),
            _ => not_now(),
        },
        State::Waits | State::Ended | State::Done => not_now(),
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
            // A stop means something only to a visit that waits for the code to a new mobile.
            if given == Given::StoppedMeanwhile && state != State::NewLine {
                continue;
            }
            let transition = give(reached(state), given);
            let effects = &transition.effects;
            let found = Outcome {
                next: state_of(&transition.next),
                facts: effects.facts.iter().map(|fact| &*name(fact).leak()).collect(),
                messages: effects.messages.len(),
                account: effects.account.is_some(),
                change: effects.mobile_change.is_some(),
                refusal: transition.refusal,
            };
            assert_eq!(found, expected(state, given), "{state:?} with {given:?}");
        }
    }
}

#[test]
fn once_the_approval_is_too_old_every_input_leads_back_to_it_and_changes_nothing() {
    let approved = [
        State::Second,
        State::Questions,
        State::Code,
        State::NewLine,
        State::Password,
        State::Username,
    ];
    for state in approved {
        for given in INPUTS {
            if matches!(given, Given::Abandon | Given::Complete | Given::Resumed) {
                continue;
            }
            let just = START.after(10 * MINUTE);
            let transition = give_at(touched(state), given, just);
            assert_eq!(state_of(&transition.next), State::Approval, "{state:?} with {given:?}");
            assert_eq!(
                transition.refusal,
                Some(Refusal::Approval(ApprovalRefusal::Lapsed)),
                "{state:?} with {given:?}"
            );
            let effects = &transition.effects;
            assert!(effects.account.is_none() && effects.mobile_change.is_none() && effects.messages.is_empty());
        }
    }
}

/// The state, kept from falling asleep.
fn touched(state: State) -> istiada::domain::recovery::Recovery {
    let moved = give_at(reached(state), Given::Language, START.after(4 * MINUTE));
    moved.next
}

#[test]
fn every_state_comes_back_from_its_record_and_goes_on_alike() {
    for state in STATES {
        for given in INPUTS {
            let record = reached(state).record();
            let bytes = serde_json::to_vec(&record).unwrap();
            let again = restore(serde_json::from_slice(&bytes).unwrap());
            assert_eq!(again.record(), record, "{state:?}");
            let (direct, restored) = (give(reached(state), given), give(again, given));
            assert_eq!(direct.next.record(), restored.next.record(), "{state:?} with {given:?}");
            assert_eq!(direct.effects.facts, restored.effects.facts, "{state:?} with {given:?}");
        }
    }
}

#[test]
fn no_record_holds_what_was_typed() {
    for state in STATES {
        let record = serde_json::to_string(&reached(state).record()).unwrap();
        for secret in [
            "answer 0 of 1",
            counter::NEW_PASSWORD,
            counter::OLD_PASSWORD,
            "of answer",
        ] {
            assert!(!record.contains(secret), "{state:?}");
        }
    }
}
