//! What is handed to a gateway, and what comes back.

#![allow(dead_code)]

use std::time::Duration;

use istiada::domain::applicant::Mobile;
use istiada::domain::id::MessageId;
use istiada::domain::message::{Contact, GatewayFault};
use istiada::port::{Gateway, GatewayError, Outgoing, Receipt};

/// How long anything that must happen may take.
const LONGEST: Duration = Duration::from_secs(20);

/// An SMS.
pub fn sms(mobile: &str, text: &str) -> Outgoing {
    Outgoing {
        id: MessageId::from_bytes([1; 16]),
        to: Contact::Mobile(Mobile::parse(mobile).expect("a mobile")),
        subject: None,
        text: text.into(),
        good_for: None,
    }
}

/// What stood in the way of a probe.
pub fn fault(probed: Result<(), GatewayError>) -> GatewayFault {
    probed.expect_err("something stands in the way").fault
}

/// Waits for the receipt of that message; those of others are passed over.
pub async fn receipt_of(gateway: &dyn Gateway, gateway_id: &str) -> Receipt {
    let found = async {
        loop {
            let receipt = gateway.receipt().await;
            if receipt.gateway_id == gateway_id {
                return receipt;
            }
        }
    };
    tokio::time::timeout(LONGEST, found).await.expect("a receipt")
}

/// Waits until something is so.
pub async fn until(so: impl Fn() -> bool) {
    let becomes = async {
        while !so() {
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    };
    tokio::time::timeout(LONGEST, becomes).await.expect("it becomes so");
}
