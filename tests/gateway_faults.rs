//! Whatever is wrong with a gateway has its sentence for the clerk and for the applicant, in both languages, with what to
//! do now; and it stands on their screens. So does the receipt of a short-message centre that is not ours.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "support/code_step.rs"]
mod code_step;
#[path = "support/smsc.rs"]
mod smsc;

use std::collections::HashSet;
use std::time::{Duration, Instant};

use code_step::Counter;
use istiada::adapter::gateway::smpp::SmppGateway;
use istiada::command::tour::world::Gateways;
use istiada::desk::{GatewayError, GatewayState, SubmitError};
use istiada::domain::language::Language;
use istiada::domain::message::{Channel, Delivery, Failure, GatewayFault};
use istiada::domain::time::Timestamp;
use istiada::i18n::Texts;
use istiada::i18n::sentences::Underway;
use istiada::ui::screen::Side;
use serde_json::json;
use smsc::Smsc;

const LANGUAGES: [Language; 2] = [Language::ARABIC, Language::ENGLISH];
const CHANNELS: [Channel; 2] = [Channel::Sms, Channel::Email];

fn queued(attempts: u32, fault: Option<GatewayFault>) -> Delivery {
    let due = Timestamp::from_millis(0);
    Delivery::Queued { attempts, due, fault }
}

fn error(fault: GatewayFault) -> GatewayError {
    GatewayError::new(fault, "the test says so").pausing(Duration::from_secs(1))
}

#[test]
fn every_fault_has_its_words_in_both_languages() {
    for texts in LANGUAGES.map(Texts::of) {
        let mut all = HashSet::new();
        for fault in GatewayFault::ALL {
            for words in [texts.gateway_short(fault), texts.gateway_why(fault)] {
                assert!(!words.is_empty() && all.insert(words.clone()), "{fault:?}: {words}");
            }
            let waits = queued(1, Some(fault));
            let refused = Delivery::Failed(Failure::Refused(fault));
            for delivery in [&waits, &refused] {
                let underway = Underway {
                    channel: Channel::Sms,
                    delivery: Some(delivery),
                    hindrance: Some(fault),
                    another: true,
                };
                let advice = texts.delivery_advice(underway).unwrap();
                let why = texts.gateway_why(fault);
                let what_now = advice
                    .strip_prefix(&why)
                    .unwrap_or_else(|| panic!("{fault:?}: {advice}"));
                assert!(what_now.trim().len() > 10, "{fault:?}: {advice}");
                let told = texts.arriving_trouble(underway).unwrap();
                assert!(!told.contains(&why), "the applicant is not told how the desk is set up");
            }
        }
    }
}

#[test]
fn what_waits_is_told_from_what_failed_and_nothing_that_failed_is_said_to_be_tried_again() {
    for texts in LANGUAGES.map(Texts::of) {
        for fault in GatewayFault::ALL {
            let refused = Delivery::Failed(Failure::Refused(fault));
            let underway = |delivery| Underway {
                channel: Channel::Sms,
                delivery: Some(delivery),
                hindrance: Some(fault),
                another: true,
            };
            let waits = queued(1, Some(fault));
            assert_ne!(texts.delivery(underway(&refused)), texts.delivery(underway(&waits)));
            assert_ne!(
                texts.arriving_trouble(underway(&refused)),
                texts.arriving_trouble(underway(&waits))
            );
            let advice = texts.delivery_advice(underway(&refused)).unwrap();
            for waiting in [texts.gateway_do_wait(), texts.gateway_do_soon()] {
                assert!(!advice.contains(&waiting), "{fault:?}: {advice}");
            }
        }
    }
}

#[test]
fn every_state_of_a_message_has_its_words_on_every_channel() {
    let at = Timestamp::from_millis(0);
    let (gateway, gateway_id) = (String::new(), String::new());
    let states = [
        queued(0, None),
        Delivery::Sending,
        Delivery::Sent {
            gateway,
            gateway_id,
            at,
        },
        Delivery::Delivered { at },
        Delivery::Expired,
        Delivery::Unknown,
        Delivery::Failed(Failure::Unsaid),
        Delivery::Failed(Failure::NoGateway),
        Delivery::Failed(Failure::NotDelivered),
        Delivery::Failed(Failure::Refused(GatewayFault::MessageRefused)),
    ];
    for texts in LANGUAGES.map(Texts::of) {
        for channel in CHANNELS {
            let mut all = HashSet::new();
            for delivery in &states {
                let underway = Underway {
                    channel,
                    delivery: Some(delivery),
                    hindrance: None,
                    another: true,
                };
                assert!(all.insert(texts.delivery(underway)), "{delivery:?}");
                let ends_badly = matches!(delivery, Delivery::Expired | Delivery::Unknown | Delivery::Failed(_));
                assert_eq!(texts.delivery_advice(underway).is_some(), ends_badly, "{delivery:?}");
                assert_eq!(texts.arriving_trouble(underway).is_some(), ends_badly, "{delivery:?}");
                let claims = [texts.code_sentence(6_u32, "67"), texts.arriving_sms_there("67")];
                let claimed = claims.contains(&texts.code_arriving(underway, 6, "67"));
                let went = matches!(delivery, Delivery::Sent { .. } | Delivery::Delivered { .. });
                assert_eq!(claimed, went, "nothing is said to be sent that was not: {delivery:?}");
            }
        }
    }
}

#[test]
fn where_no_code_is_left_nobody_is_sent_to_ask_for_one() {
    let failures = [Failure::NotDelivered, Failure::Refused(GatewayFault::MessageRefused)].map(Delivery::Failed);
    let ends = failures.iter().chain([&Delivery::Expired, &Delivery::Unknown]);
    for (delivery, texts) in ends.flat_map(|delivery| LANGUAGES.map(|language| (delivery, Texts::of(language)))) {
        let underway = |another| Underway {
            channel: Channel::Sms,
            delivery: Some(delivery),
            hindrance: None,
            another,
        };
        assert_eq!(
            texts.delivery_advice(underway(false)),
            Some(texts.delivery_no_more_do())
        );
        assert_eq!(texts.arriving_trouble(underway(false)), Some(texts.arriving_no_more()));
        assert_ne!(texts.delivery_advice(underway(true)), Some(texts.delivery_no_more_do()));
    }
}

/// One visit in which the message with the code meets every fault, one after the other.
#[test]
fn every_fault_stands_on_the_screens_of_the_code_in_both_languages() {
    for language in LANGUAGES {
        let mut gateways: Option<Gateways> = None;
        let mut counter = Counter::open(language, |world| {
            let made = world.gateways().unwrap();
            let row = made.row();
            gateways = Some(made);
            row
        });
        let Gateways { sms, .. } = gateways.unwrap();
        counter.reach_code();
        let (texts, runtime) = (counter.texts, counter.world.runtime());
        let mut outbox = counter.desk.outbox();
        for fault in GatewayFault::ALL {
            sms.fail_next(SubmitError::NotAccepted(error(fault)));
            runtime.block_on(outbox.send_due()).unwrap();
            counter.wait(Duration::from_secs(1));
            for words in [texts.delivery_hindered(), texts.gateway_why(fault)] {
                assert!(
                    counter.shows(Side::Clerk, &words),
                    "{fault:?}: the clerk misses «{words}»"
                );
            }
            let waits = queued(1, Some(fault));
            let underway = Underway {
                channel: Channel::Sms,
                delivery: Some(&waits),
                hindrance: Some(fault),
                another: true,
            };
            let told = texts.arriving_trouble(underway).unwrap();
            assert!(
                counter.shows(Side::Applicant, &told),
                "{fault:?}: the applicant misses «{told}»"
            );
        }
        assert_eq!(sms.drain().len(), 0, "no code left");
        runtime.block_on(outbox.send_due()).unwrap();
        assert_eq!(sms.drain().len(), 1, "it left once");
        counter.tick();
        assert!(counter.shows(Side::Clerk, &texts.delivery_sms_sent()));
    }
}

#[test]
fn a_gateway_that_is_down_says_why_on_the_start_page_and_in_the_status_line() {
    for language in LANGUAGES {
        let mut gateways: Option<Gateways> = None;
        let mut counter = Counter::open(language, |world| {
            let made = world.gateways().unwrap();
            let row = made.row();
            gateways = Some(made);
            row
        });
        let Gateways { sms, email } = gateways.unwrap();
        let texts = counter.texts;
        for fault in GatewayFault::ALL {
            sms.set_state(GatewayState::Down(fault));
            counter.tick();
            for words in [
                texts.start_gateway_down_title(),
                texts.gateway_why(fault),
                texts.status_sms_down(texts.gateway_short(fault)),
                texts.status_email_ready(),
            ] {
                assert!(
                    counter.comes_to_show(Side::Clerk, &words),
                    "{fault:?}: «{words}» is missing"
                );
            }
        }
        sms.set_state(GatewayState::Ready);
        email.set_state(GatewayState::Down(GatewayFault::NotTrusted));
        counter.tick();
        for words in [
            texts.start_email_down_title(),
            texts.status_email_down(texts.gateway_short(GatewayFault::NotTrusted)),
        ] {
            assert!(counter.comes_to_show(Side::Clerk, &words), "«{words}» is missing");
        }
    }
}

#[test]
fn without_a_gateway_of_email_nobody_registers_and_the_page_says_why() {
    let mut counter = Counter::open(Language::ENGLISH, |world| {
        let Gateways { sms, .. } = world.gateways().unwrap();
        vec![sms]
    });
    let texts = counter.texts;
    for words in [texts.start_no_email_title(), texts.status_email_none()] {
        assert!(counter.comes_to_show(Side::Clerk, &words), "«{words}» is missing");
    }
    counter.host.type_text("3").unwrap();
    counter.rest();
    assert!(counter.comes_to_show(Side::Clerk, &texts.start_no_email_why()));
    counter.host.type_text("2").unwrap();
    counter.rest();
    assert!(counter.app().views().is_none(), "no registration began");
}

#[test]
fn a_code_that_an_smsc_took_is_sent_and_its_receipt_turns_both_screens_to_delivered() {
    for (language, coding) in [(Language::ARABIC, 8), (Language::ENGLISH, 0)] {
        let smsc = Smsc::start();
        smsc.tell(&json!({ "receipts": "none" }));
        let mut counter = Counter::open(language, |_| {
            vec![SmppGateway::new("operator".to_owned(), smsc.settings())]
        });
        let task = counter.world.runtime().spawn(counter.desk.clone().run_outbox());
        counter.reach_code();
        let texts = counter.texts;
        comes_to_stand(&mut counter, Side::Clerk, &texts.delivery_sms_sent());
        let [message] = &smsc.submitted()[..] else {
            panic!("one message")
        };
        assert_eq!(message.all["data_coding"], coding);
        assert!(!counter.shows(Side::Clerk, &texts.delivery_sms_delivered()));
        let told = format!("id:{} sub:001 dlvrd:001 stat:DELIVRD err:000 text:", message.id);
        smsc.tell(&json!({ "deliver": { "esm_class": 4, "source_addr": message.to, "short_message": told } }));
        comes_to_stand(&mut counter, Side::Clerk, &texts.delivery_sms_delivered());
        comes_to_stand(&mut counter, Side::Applicant, &texts.arriving_sms_there("67"));
        task.abort();
    }
}

/// Lets seconds pass until these words stand there.
fn comes_to_stand(counter: &mut Counter, side: Side, words: &str) {
    let begun = Instant::now();
    while !counter.shows(side, words) {
        assert!(begun.elapsed() < Duration::from_secs(20), "«{words}» is missing");
        counter.tick();
    }
}
