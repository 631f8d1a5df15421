//! Every state of a registration with every input: what comes next, what is recorded, what is refused. What a state
//! takes stands in the table; it refuses everything else as "not now".
//!
//! The table is made of matches without a wildcard, so a state or an input that is added does not compile until it has
//! its row; what the table says is then compared with what the machine does.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "support/counter.rs"]
mod counter;
#[path = "support/registering.rs"]
mod registering;

use counter::{MINUTE, SECOND, START, mobile};
use istiada::domain::answer::{EnrolmentFault, FaultyAnswer};
use istiada::domain::fact::Fact;
use istiada::domain::message::Channel;
use istiada::domain::password::{PasswordFault, PasswordFaults};
use istiada::domain::recovery::approval::ApprovalRefusal;
use istiada::domain::recovery::captcha::CaptchaRefusal;
use istiada::domain::recovery::code::CodeRefusal;
use istiada::domain::recovery::password::PasswordRefusal;
use istiada::domain::recovery::username::UsernameRefusal;
use istiada::domain::recovery::{Recovery, Refusal, Tallies, restore};
use istiada::domain::registration::{Registration, RegistrationRefusal};
use istiada::domain::supervised::Obstacle;
use registering::{ACCEPTED, Given, INPUTS, STATES, State, WAY, begun, give, give_at, reached, state_of};

/// A row of the table: the state after it, the facts, how many messages are asked for, whether an account is made, and
/// the refusal.
#[derive(Clone, Debug, PartialEq)]
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

fn obstacle(state: State, why: Obstacle) -> Outcome {
    let why = Refusal::Approval(ApprovalRefusal::Obstacle(why));
    refused(state, &["approval-refused"], why)
}

fn expected(state: State, given: Given) -> Outcome {
    match given {
        Given::Language => to(state, &[]),
        Given::Resumed if state == State::Captcha => to(state, &["visit-resumed", "captcha-shown"]),
        Given::Resumed => to(state, &["visit-resumed"]),
        Given::Abandon if state != State::Done => to(State::Ended, &["visit-ended"]),
        _ => taken(state)
            .into_iter()
            .find_map(|(taken, outcome)| (taken == given).then_some(outcome))
            .unwrap_or_else(|| refused(state, &[], Refusal::NotNow)),
    }
}

/// What each state takes, besides what all take.
fn taken(state: State) -> Vec<(Given, Outcome)> {
    use Given as G;
    use RegistrationRefusal as R;
    let why = |why| Refusal::Registration(why);
    let code = |channel, what| why(R::Code { channel, why: what });
    let (later, left) = (
        CodeRefusal::TooSoon {
            at: START.after(MINUTE),
        },
        CodeRefusal::Missed { tries_left: 4 },
    );
    let unknown = |given| {
        let facts = &["identity-given", "document-typed", "condition-unknown"];
        (given, refused(State::Unknown, facts, why(R::ConditionNotMet)))
    };
    match state {
        State::Conditions => {
            let nothing = |given| (given, obstacle(state, Obstacle::NothingUnknown));
            vec![
                (G::ConditionsRead, to(State::Personal, &["conditions-read"])),
                nothing(G::Approved),
                nothing(G::NotSupervisor),
                nothing(G::OwnVisit),
                nothing(G::OwnIdentity),
            ]
        }
        State::Unknown | State::Accepted => {
            let next = if state == State::Accepted {
                State::Username
            } else {
                State::Personal
            };
            vec![
                (G::ConditionsRead, to(next, &["conditions-read"])),
                (G::Approved, to(State::Accepted, &["registration-approved"])),
                (G::NotSupervisor, obstacle(state, Obstacle::NotSupervisor)),
                (G::OwnVisit, obstacle(state, Obstacle::OwnVisit)),
                (G::OwnIdentity, obstacle(state, Obstacle::OwnIdentity)),
            ]
        }
        State::Personal => vec![
            (G::Personal, to(State::Username, &["identity-given"])),
            (
                G::PersonalNotMet,
                refused(
                    State::Conditions,
                    &["identity-given", "condition-not-met"],
                    why(R::ConditionNotMet),
                ),
            ),
            (
                G::PersonalUnknown,
                refused(state, &["identity-given"], why(R::DocumentWanted)),
            ),
            unknown(G::PersonalTyped),
            unknown(G::PersonalMoved),
            (
                G::PersonalNameless,
                refused(state, &["identity-given"], why(R::DocumentWanted)),
            ),
            (G::OtherDocument, refused(state, &[], why(R::DocumentDisagrees))),
            (G::Back, to(State::Conditions, &[])),
        ],
        State::Username => {
            let taken = Refusal::Username(UsernameRefusal::Taken);
            vec![
                (G::CheckName, to(state, &["username-checked"])),
                (G::CheckTaken, refused(state, &["username-checked"], taken.clone())),
                (G::Name, to(State::Password, &["username-checked", "username-chosen"])),
                (G::NameTaken, refused(state, &["username-checked"], taken)),
                (G::Back, to(State::Personal, &[])),
            ]
        }
        State::Password => {
            let faults = PasswordFaults::Rules(vec![PasswordFault::TooShort, PasswordFault::MissingUpper]);
            let weak = Refusal::Password(PasswordRefusal::Faults(faults));
            vec![
                (G::Password, to(State::Email, &["password-chosen"])),
                (G::WeakPassword, refused(state, &[], weak)),
                (G::Back, to(State::Username, &[])),
            ]
        }
        State::Email => vec![
            (G::Email, to(State::Language, &["email-given"])),
            (G::EmailDiffers, refused(state, &[], why(R::EmailDiffers))),
            (G::Back, to(State::Password, &[])),
        ],
        State::Language => vec![
            (
                G::AccountLanguage,
                to(State::Captcha, &["account-language-chosen", "captcha-shown"]),
            ),
            (G::Back, to(State::Email, &[])),
        ],
        State::Captcha => {
            let missed = Refusal::Captcha(CaptchaRefusal::Missed);
            vec![
                (G::CaptchaRead, to(State::Terms, &["captcha-passed"])),
                (G::CaptchaDiffers, refused(state, &[], why(R::CaptchaDiffers))),
                (
                    G::CaptchaMissed,
                    refused(state, &["captcha-missed", "captcha-shown"], missed),
                ),
                (G::AnotherImage, to(state, &["captcha-shown"])),
                (G::Attested, to(State::Terms, &["captcha-attested"])),
                (G::Back, to(State::Language, &[])),
            ]
        }
        State::Terms => {
            let sent = Outcome {
                messages: 2,
                ..to(
                    State::Codes,
                    &["terms-accepted", "contact-code-requested", "contact-code-requested"],
                )
            };
            vec![
                (G::Terms, sent),
                (G::OldTerms, refused(state, &[], why(R::TermsNotAccepted))),
                (G::Back, to(State::Language, &[])),
            ]
        }
        State::Codes => {
            let email = to(state, &["contact-proven"]);
            let missed = |channel| refused(state, &["contact-code-missed"], code(channel, left));
            vec![
                (G::MobileCode, to(State::HalfProven, &["contact-proven"])),
                (G::WrongMobileCode, missed(Channel::Sms)),
                // The store is not asked yet, whatever it would say.
                (G::EmailCode, email.clone()),
                (G::EmailCodeOfOwner, email.clone()),
                (G::EmailCodeOfAnother, email),
                (G::WrongEmailCode, missed(Channel::Email)),
                (G::ResendMobile, refused(state, &[], code(Channel::Sms, later))),
                (G::ResendEmail, refused(state, &[], code(Channel::Email, later))),
                (G::Back, to(State::Language, &[])),
            ]
        }
        State::HalfProven => {
            let dead = |channel| refused(state, &[], code(channel, CodeRefusal::Expired));
            let known = to(
                State::Known,
                &["contact-proven", "registration-clashed", "identity-given"],
            );
            let another = to(State::Ended, &["contact-proven", "registration-clashed", "visit-ended"]);
            vec![
                (G::MobileCode, dead(Channel::Sms)),
                (G::WrongMobileCode, dead(Channel::Sms)),
                (G::EmailCode, to(State::Questions, &["contact-proven"])),
                (G::EmailCodeOfOwner, known),
                (G::EmailCodeOfAnother, another),
                (
                    G::WrongEmailCode,
                    refused(state, &["contact-code-missed"], code(Channel::Email, left)),
                ),
                (
                    G::ResendMobile,
                    refused(state, &[], code(Channel::Sms, CodeRefusal::NoneLeft)),
                ),
                (G::ResendEmail, refused(state, &[], code(Channel::Email, later))),
                (G::Back, to(State::Language, &[])),
            ]
        }
        State::Questions => {
            let fault = EnrolmentFault::AlikeAnswer;
            vec![
                (G::Answers, to(State::Review, &["questions-chosen"])),
                (G::FewAnswers, refused(state, &[], why(R::AnswersCount { wanted: 3 }))),
                (
                    G::AlikeAnswers,
                    refused(state, &[], why(R::Answers(vec![FaultyAnswer { place: 1, fault }]))),
                ),
                (G::Back, to(State::Language, &[])),
            ]
        }
        State::Review | State::AcceptedReview => {
            let made = Outcome {
                messages: 2,
                account: true,
                ..to(State::Done, &["account-registered", "visit-ended"])
            };
            let taken = Refusal::Username(UsernameRefusal::Taken);
            vec![
                (G::Register, made),
                (
                    G::RegisterNameLost,
                    refused(State::Username, &["username-checked"], taken),
                ),
                (
                    G::RegisterLost,
                    to(State::Ended, &["registration-clashed", "visit-ended"]),
                ),
                (G::Back, to(State::Questions, &[])),
            ]
        }
        State::Done | State::Known | State::Ended => Vec::new(),
    }
}

fn name(fact: &Fact) -> String {
    match serde_json::to_value(fact).unwrap() {
        serde_json::Value::String(name) => name,
        serde_json::Value::Object(fields) => fields.keys().next().unwrap().clone(),
        other => panic!("{other}"),
    }
}

#[test]
fn every_state_takes_every_input_as_the_table_says() {
    for state in STATES.into_iter().chain(ACCEPTED) {
        for given in INPUTS {
            let transition = give(reached(state), given, &mut Tallies::default());
            let facts = &transition.effects.facts;
            let found = Outcome {
                next: state_of(&transition.next),
                facts: facts.iter().map(|fact| &*name(fact).leak()).collect(),
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
    for state in STATES.into_iter().chain(ACCEPTED) {
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
    for state in STATES.into_iter().chain(ACCEPTED) {
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
fn no_fact_names_a_person_or_holds_a_secret() {
    let mut recovery = begun();
    let mut facts = Vec::new();
    for given in WAY {
        let transition = give(recovery, given, &mut Tallies::default());
        facts.extend(transition.effects.facts);
        recovery = transition.next;
    }
    let told = serde_json::to_string(&facts).unwrap();
    let secrets = [
        counter::NEW_PASSWORD.to_owned(),
        registering::email().as_str().to_owned(),
        registering::name().as_str().to_owned(),
        mobile(1).e164(),
        counter::identity(1).digits().to_owned(),
        "Olaya".to_owned(),
        "AHKMX".to_owned(),
    ];
    for secret in secrets {
        assert!(!told.contains(&secret), "{told}");
    }
}

#[test]
fn nothing_tells_a_person_or_a_secret_in_debug_output() {
    for state in STATES.into_iter().chain(ACCEPTED) {
        let shown = format!("{:?}", reached(state));
        let hidden = [
            counter::NEW_PASSWORD.to_owned(),
            registering::email().as_str().to_owned(),
            registering::name().as_str().to_owned(),
            mobile(1).e164(),
            counter::identity(1).digits().to_owned(),
            "سارة".to_owned(),
        ];
        for hidden in hidden {
            assert!(!shown.contains(&hidden), "{state:?}: {shown}");
        }
    }
}

/// Goes on until `there`, from wherever it is.
fn on_to(mut recovery: Recovery, there: State) -> Recovery {
    for given in WAY {
        if state_of(&recovery) == there {
            return recovery;
        }
        let transition = give(recovery, given, &mut Tallies::default());
        recovery = transition.next;
    }
    assert_eq!(state_of(&recovery), there);
    recovery
}

#[test]
fn going_back_to_the_start_passes_every_step_and_keeps_what_was_proven() {
    let mut recovery = reached(State::Review);
    let mut passed = Vec::new();
    for _ in 0..8 {
        recovery = give(recovery, Given::Back, &mut Tallies::default()).next;
        passed.push(state_of(&recovery));
    }
    use State as S;
    let way = [
        S::Questions,
        S::Language,
        S::Email,
        S::Password,
        S::Username,
        S::Personal,
        S::Conditions,
        S::Conditions,
    ];
    assert_eq!(passed, way);
    // Image, terms and codes are not asked again; secrets are.
    let mut seen = Vec::new();
    for given in WAY {
        let transition = give(recovery, given, &mut Tallies::default());
        if transition.refusal.is_none() {
            seen.push(given);
        }
        assert!(
            transition.effects.messages.is_empty() || given == Given::Register,
            "{given:?}"
        );
        recovery = transition.next;
    }
    use Given as G;
    assert_eq!(
        seen,
        [
            G::ConditionsRead,
            G::Personal,
            G::Name,
            G::Password,
            G::Email,
            G::AccountLanguage,
            G::Answers,
            G::Register,
        ]
    );
}

#[test]
fn a_code_that_was_typed_too_long_ago_must_be_typed_anew() {
    for state in [State::Questions, State::Review] {
        for (later, stale) in [(5 * MINUTE - SECOND, false), (5 * MINUTE, true)] {
            let now = START.after(later);
            let transition = give_at(reached(state), Given::Nothing, &mut Tallies::default(), now);
            let back = matches!(
                &transition.next,
                Recovery::Registration(next) if matches!(&**next, Registration::Codes(_))
            );
            assert_eq!(back, stale, "{state:?} after {later:?}");
            assert!(transition.effects.messages.is_empty(), "no code is sent by itself");
        }
        let late = give_at(
            reached(state),
            Given::Register,
            &mut Tallies::default(),
            START.after(5 * MINUTE),
        );
        assert!(late.effects.account.is_none());
        assert_eq!(late.refusal, Some(Refusal::Code(CodeRefusal::Expired)));
    }
}

#[test]
fn answers_stay_where_only_the_codes_are_typed_anew() {
    let now = START.after(5 * MINUTE);
    let mut tallies = Tallies::default();
    let mut recovery = give_at(reached(State::Review), Given::Nothing, &mut tallies, now).next;
    for given in [
        Given::ResendMobile,
        Given::MobileCode,
        Given::ResendEmail,
        Given::EmailCode,
    ] {
        let transition = give_at(recovery, given, &mut tallies, now);
        assert_eq!(transition.refusal, None, "{given:?}");
        recovery = transition.next;
    }
    assert_eq!(state_of(&recovery), State::Review);
    let made = give_at(recovery, Given::Register, &mut tallies, now);
    assert!(made.effects.account.is_some());
}

#[test]
fn the_owner_of_an_account_needs_no_second_code() {
    let known = give(
        reached(State::HalfProven),
        Given::EmailCodeOfOwner,
        &mut Tallies::default(),
    );
    assert_eq!(state_of(&known.next), State::Known);
    assert!(known.effects.messages.is_empty() && known.effects.account.is_none());
    let record = serde_json::to_string(&known.next.record()).unwrap();
    // What was typed for a new account is dropped.
    for gone in [
        registering::email().as_str(),
        counter::NEW_PASSWORD,
        registering::name().as_str(),
    ] {
        assert!(!record.contains(gone));
    }
}

#[test]
fn the_way_leads_through_every_state() {
    for state in STATES {
        assert_eq!(state_of(&on_to(begun(), state)), state);
    }
}

#[test]
fn an_attestation_leads_to_the_account_as_an_image_does_and_stays_in_every_record() {
    let clerk = serde_json::to_value(counter::identity(99_999_999)).unwrap();
    let words = format!("\"by\":{clerk},\"reason\":\"cannot-read-latin\"");
    let mut recovery = reached(State::Captcha);
    let mut facts = Vec::new();
    let after = WAY.into_iter().skip_while(|given| *given != Given::Terms);
    for given in std::iter::once(Given::Attested).chain(after) {
        let transition = give(recovery, given, &mut Tallies::default());
        assert_eq!(transition.refusal, None, "{given:?}");
        facts.extend(transition.effects.facts.iter().map(name));
        let record = serde_json::to_string(&transition.next.record()).unwrap();
        assert_eq!(record.contains(&words), given != Given::Register, "{given:?}: {record}");
        recovery = restore(serde_json::from_str(&record).unwrap());
    }
    assert_eq!(state_of(&recovery), State::Done);
    assert_eq!(facts.first().map(String::as_str), Some("captcha-attested"));
    assert!(!facts.contains(&"captcha-passed".to_owned()));
}

#[test]
fn an_attestation_is_kept_on_the_way_back_and_by_the_owner_of_an_account() {
    let attested = give(reached(State::Captcha), Given::Attested, &mut Tallies::default()).next;
    let back = give(attested, Given::Back, &mut Tallies::default()).next;
    assert_eq!(state_of(&back), State::Language);
    let again = restore(back.record());
    // It is not asked again.
    let mut recovery = give(again, Given::AccountLanguage, &mut Tallies::default()).next;
    assert_eq!(state_of(&recovery), State::Terms);
    for given in [Given::Terms, Given::MobileCode, Given::EmailCodeOfOwner] {
        recovery = give(recovery, given, &mut Tallies::default()).next;
    }
    assert_eq!(state_of(&recovery), State::Known);
    let record = serde_json::to_string(&recovery.record()).unwrap();
    assert!(record.contains("\"reason\":\"cannot-read-latin\""), "{record}");
}

/// The state, kept from falling asleep.
fn awake(state: State, at: istiada::domain::time::Timestamp) -> Recovery {
    let half = START.after(4 * MINUTE);
    let moved = give_at(reached(state), Given::Language, &mut Tallies::default(), half).next;
    give_at(moved, Given::Language, &mut Tallies::default(), at).next
}

#[test]
fn an_approval_that_is_too_old_leads_back_to_the_supervisor_and_loses_nothing() {
    for state in [State::Accepted, State::AcceptedReview] {
        for given in INPUTS {
            if matches!(given, Given::Abandon | Given::Complete | Given::Resumed) {
                continue;
            }
            let due = START.after(10 * MINUTE);
            let transition = give_at(
                awake(state, START.after(8 * MINUTE)),
                given,
                &mut Tallies::default(),
                due,
            );
            if state == State::AcceptedReview {
                // There the codes are too old long before.
                assert!(transition.effects.account.is_none(), "{given:?}");
                continue;
            }
            assert_eq!(state_of(&transition.next), State::Unknown, "{given:?}");
            let lapsed = Refusal::Approval(ApprovalRefusal::Lapsed);
            assert_eq!(transition.refusal, Some(lapsed), "{given:?}");
            assert!(transition.effects.facts.is_empty() && transition.effects.account.is_none());
        }
    }
    let last = give_at(
        awake(State::Accepted, START.after(8 * MINUTE)),
        Given::ConditionsRead,
        &mut Tallies::default(),
        START.after(10 * MINUTE - SECOND),
    );
    assert_eq!(state_of(&last.next), State::Username);
}

/// As far as the review, where the codes are typed at the end of the ninth minute.
fn slowly_reviewed() -> Recovery {
    let (mut recovery, mut tallies) = (begun(), Tallies::default());
    let early = registering::PAST_UNKNOWN
        .into_iter()
        .chain([Given::Name, Given::Password]);
    for given in early {
        recovery = give_at(recovery, given, &mut tallies, START).next;
    }
    for (given, minutes) in [
        (Given::Email, 4),
        (Given::AccountLanguage, 8),
        (Given::CaptchaRead, 8),
        (Given::Terms, 9),
        (Given::MobileCode, 9),
        (Given::EmailCode, 9),
        (Given::Answers, 9),
    ] {
        let moved = give_at(recovery, given, &mut tallies, START.after(minutes * MINUTE));
        assert_eq!(moved.refusal, None, "{given:?}");
        recovery = moved.next;
    }
    assert_eq!(state_of(&recovery), State::AcceptedReview);
    recovery
}

#[test]
fn who_took_longer_than_ten_minutes_needs_the_supervisor_once_more_and_no_step_is_lost() {
    let due = START.after(10 * MINUTE);
    let mut tallies = Tallies::default();
    let just = give_at(
        slowly_reviewed(),
        Given::Register,
        &mut tallies,
        START.after(10 * MINUTE - SECOND),
    );
    assert!(just.effects.account.is_some());

    let late = give_at(slowly_reviewed(), Given::Register, &mut tallies, due);
    assert_eq!(late.refusal, Some(Refusal::Approval(ApprovalRefusal::Lapsed)));
    assert!(late.effects.account.is_none());
    assert_eq!(state_of(&late.next), State::Unknown);
    let again = restore(late.next.record());
    let refused = give_at(again, Given::Register, &mut tallies, due);
    assert_eq!(refused.refusal, Some(Refusal::NotNow));
    let mut recovery = refused.next;
    for (given, there) in [
        (Given::Approved, State::Accepted),
        (Given::ConditionsRead, State::AcceptedReview),
        (Given::Register, State::Done),
    ] {
        let moved = give_at(recovery, given, &mut tallies, due);
        assert_eq!((moved.refusal, state_of(&moved.next)), (None, there), "{given:?}");
        recovery = restore(moved.next.record());
    }

    // Without the supervisor it is back to identity and mobile, with all that was proven, and without a password.
    let back = give_at(late_again(), Given::ConditionsRead, &mut tallies, due);
    assert_eq!(state_of(&back.next), State::Personal);
    let record = serde_json::to_string(&back.next.record()).unwrap();
    assert!(!record.contains(counter::NEW_PASSWORD));
}

fn late_again() -> Recovery {
    let due = START.after(10 * MINUTE);
    give_at(slowly_reviewed(), Given::Nothing, &mut Tallies::default(), due).next
}

#[test]
fn an_approval_is_void_once_another_mobile_is_given_also_where_the_first_is_given_again() {
    let mut tallies = Tallies::default();
    // Back from the user name, and the same again: it still counts.
    let back = || {
        let username = give(reached(State::Accepted), Given::ConditionsRead, &mut Tallies::default()).next;
        give(username, Given::Back, &mut Tallies::default()).next
    };
    let same = give(back(), Given::PersonalTyped, &mut tallies);
    assert_eq!((same.refusal, state_of(&same.next)), (None, State::Username));
    let other = give(back(), Given::PersonalMoved, &mut tallies);
    assert_eq!(state_of(&other.next), State::Unknown, "another mobile");
    let read = give(other.next, Given::ConditionsRead, &mut tallies).next;
    let first = give(read, Given::PersonalTyped, &mut tallies);
    assert_eq!(state_of(&first.next), State::Unknown, "the first mobile again");
    // Too old for the same person too: asked at once.
    let late = give_at(back(), Given::PersonalTyped, &mut tallies, START.after(9 * MINUTE));
    assert_eq!(state_of(&late.next), State::Username);
    let back_then = give_at(back(), Given::Language, &mut tallies, START.after(9 * MINUTE)).next;
    let too_late = give_at(back_then, Given::PersonalTyped, &mut tallies, START.after(10 * MINUTE));
    assert_eq!(state_of(&too_late.next), State::Unknown);
}

#[test]
fn the_registrys_no_is_lifted_by_nobody() {
    let personal = reached(State::Personal);
    let stopped = give(personal, Given::PersonalNotMet, &mut Tallies::default()).next;
    let approved = give(stopped, Given::Approved, &mut Tallies::default());
    let nothing = Refusal::Approval(ApprovalRefusal::Obstacle(Obstacle::NothingUnknown));
    assert_eq!(approved.refusal, Some(nothing));
    let read = give(approved.next, Given::ConditionsRead, &mut Tallies::default());
    assert_eq!(state_of(&read.next), State::Personal);
}
