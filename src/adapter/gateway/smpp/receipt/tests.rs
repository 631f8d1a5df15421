#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use futures::FutureExt;
use rusmpp::types::{COctetString, OctetString};
use rusmpp::values::EsmClass;

use super::*;

const TEXT: &str =
    "id:A1b2 sub:001 dlvrd:001 submit date:2611251200 done date:2611251201 stat:DELIVRD err:000 text:id:no";

fn deliver(esm_class: u8, text: &[u8], tlvs: Vec<rusmpp::tlvs::MessageDeliveryRequestTlvValue>) -> DeliverSm {
    DeliverSm::builder()
        .source_addr(COctetString::from_string("966501234567".to_owned()).unwrap())
        .esm_class(EsmClass::from(esm_class))
        .short_message(OctetString::from_vec(text.to_vec()).unwrap())
        .tlvs(tlvs)
        .build()
}

fn told(id: &str, delivered: bool) -> Told {
    Told {
        name: Name::of(id),
        delivered,
        number: Some("501234567".to_owned()),
    }
}

fn mobile(text: &str) -> Mobile {
    Mobile::parse(text).unwrap()
}

fn next(receipts: &Receipts) -> Option<(String, bool)> {
    let receipt = receipts.next().now_or_never()?;
    Some((receipt.gateway_id, receipt.delivered))
}

#[test]
fn a_receipt_is_read_from_its_text() {
    assert!(read(&deliver(4, TEXT.as_bytes(), vec![])) == Some(told("A1b2", true)));
    for (word, says) in [
        ("UNDELIV", Some(false)),
        ("EXPIRED", Some(false)),
        ("REJECTD", Some(false)),
        ("DELETED", Some(false)),
        ("ENROUTE", None),
        ("ACCEPTD", None),
        ("UNKNOWN", None),
        ("delivrd", Some(true)),
    ] {
        let read = read(&deliver(4, TEXT.replace("DELIVRD", word).as_bytes(), vec![]));
        assert_eq!(read.map(|told| told.delivered), says, "{word}");
    }
    let wide: Vec<u8> = TEXT.encode_utf16().flat_map(u16::to_be_bytes).take(254).collect();
    let mut wide = deliver(4, &wide, vec![]);
    wide.data_coding = DataCoding::Ucs2;
    assert!(read(&wide).is_some_and(|told| told.delivered));
    for broken in [
        "",
        "id:",
        "stat:DELIVRD",
        "id:1 stat:",
        "text:id:1 stat:DELIVRD",
        "\u{fffd}",
    ] {
        assert!(read(&deliver(4, broken.as_bytes(), vec![])).is_none(), "{broken}");
    }
}

#[test]
fn fields_of_its_own_count_before_its_text() {
    use rusmpp::tlvs::MessageDeliveryRequestTlvValue as Field;
    let id = Field::ReceiptedMessageId(COctetString::from_string("77".to_owned()).unwrap());
    let failed = Field::MessageState(MessageState::Undeliverable);
    assert!(read(&deliver(0, b"", vec![id.clone(), failed.clone()])) == Some(told("77", false)));
    assert!(read(&deliver(4, TEXT.as_bytes(), vec![failed])) == Some(told("A1b2", false)));
    assert!(read(&deliver(4, TEXT.as_bytes(), vec![id])) == Some(told("77", true)));
    let under_way = Field::MessageState(MessageState::Enroute);
    assert!(read(&deliver(4, TEXT.as_bytes(), vec![under_way])).is_none());
}

#[test]
fn an_sms_to_us_is_no_receipt() {
    assert!(read(&deliver(0, TEXT.as_bytes(), vec![])).is_none());
    assert!(
        read(&deliver(0x20, TEXT.as_bytes(), vec![])).is_none(),
        "an intermediate one"
    );
}

#[test]
fn a_receipt_bears_the_name_that_the_answer_gave() {
    for (answered, receipted) in [
        ("A1B2", "A1B2"),
        ("3F2A91C0", "1059754432"),
        ("1059754432", "3f2a91c0"),
        ("1059754432", "3F2A91C0"),
        ("0000001234", "1234"),
        ("ab-12", "ab-12"),
    ] {
        let receipts = Receipts::default();
        receipts.taken("555", mobile("0501234567"));
        receipts.taken(answered, mobile("0501234567"));
        receipts.came(told(receipted, true));
        assert_eq!(next(&receipts), Some((answered.to_owned(), true)), "{receipted}");
        assert_eq!(next(&receipts), None);
    }
}

#[test]
fn of_two_that_a_number_may_name_the_one_to_that_mobile_is_meant() {
    let receipts = Receipts::default();
    // 16 is 0x10 in decimal, and is the name of another message besides.
    receipts.taken("16", mobile("0559999999"));
    receipts.taken("10", mobile("0501234567"));
    receipts.came(told("16", true));
    assert_eq!(next(&receipts), Some(("10".to_owned(), true)));
    receipts.came(told("16", false));
    assert_eq!(
        next(&receipts),
        Some(("16".to_owned(), false)),
        "a name counts where nothing fits better"
    );
}

#[test]
fn a_receipt_may_come_before_the_answer() {
    let receipts = Receipts::default();
    receipts.came(told("1059754432", true));
    assert_eq!(
        next(&receipts),
        Some(("1059754432".to_owned(), true)),
        "whoever knows it"
    );
    receipts.taken("7", mobile("0501234567"));
    assert_eq!(next(&receipts), None);
    receipts.taken("3F2A91C0", mobile("0501234567"));
    assert_eq!(next(&receipts), Some(("3F2A91C0".to_owned(), true)));
    receipts.taken("3F2A91C0", mobile("0501234567"));
    assert_eq!(next(&receipts), None, "once");
}

#[test]
fn what_is_never_asked_for_does_not_grow_for_ever() {
    let receipts = Receipts::default();
    for number in 0..5_000 {
        receipts.came(told(&format!("x{number}"), true));
        receipts.taken(&format!("y{number}"), mobile("0501234567"));
    }
    let inner = receipts.inner();
    assert_eq!(
        (inner.taken.len(), inner.early.len(), inner.ready.len()),
        (REMEMBERED, EARLY, REMEMBERED)
    );
}
