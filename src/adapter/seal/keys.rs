//! The `Keys` port: what the desk needs the data key for, without the key.

use zeroize::Zeroizing;

use super::vault::{Vault, mac};
use crate::domain::applicant::Mobile;
use crate::domain::code::Code;
use crate::domain::limit::Subject;
use crate::domain::message::CodeRequest;
use crate::port::{Codes, Keys, SubjectOf};

impl Keys for Vault {
    fn subject(&self, of: SubjectOf<'_>) -> Subject {
        let key = &self.keys.subject;
        let digest = match of {
            SubjectOf::Account(id) => mac(key, &[b"account", id.as_bytes()]),
            SubjectOf::Pair(identifier, mobile) => {
                mac(key, &[b"pair", identifier.as_bytes(), mobile.e164().as_bytes()])
            }
            SubjectOf::Username(username) => mac(key, &[b"username", username.folded().as_bytes()]),
            SubjectOf::Mobile(mobile) => mac(key, &[b"mobile", mobile.e164().as_bytes()]),
            SubjectOf::Desk(centre, desk) => mac(key, &[b"desk", centre.as_bytes(), desk.as_bytes()]),
            SubjectOf::Clerk(identity) => mac(key, &[b"clerk", identity.digits().as_bytes()]),
        };
        let mut subject = [0; 16];
        subject.iter_mut().zip(digest).for_each(|(to, from)| *to = from);
        Subject(subject)
    }

    fn decoy(&self, identifier: &str, mobile: &Mobile) -> [u8; 32] {
        mac(&self.keys.decoy, &[identifier.as_bytes(), mobile.e164().as_bytes()])
    }
}

impl Codes for Vault {
    fn code(&self, request: &CodeRequest) -> Code {
        let parts: [&[u8]; 3] = [request.visit.as_bytes(), &[request.number], &request.nonce];
        let bits = Zeroizing::new(mac(&self.keys.code, &parts));
        Code::from_random(&bits, request.digits)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
    use super::*;
    use crate::adapter::seal::{DataKey, KeyId};
    use crate::domain::id::{AccountId, VisitId};
    use crate::domain::secret::ExposeSecret;
    use crate::domain::store_kind::StoreKind;

    fn vault(kind: StoreKind, byte: u8) -> Vault {
        Vault::new(&DataKey::new(KeyId::from_bytes([7; 8]), kind, [byte; 32]))
    }

    #[test]
    fn subjects_differ_by_key_kind_and_what_they_name() {
        let id = AccountId::from_bytes([9; 16]);
        let of = |vault: &Vault| vault.subject(SubjectOf::Account(id));
        let first = of(&vault(StoreKind::Desk, 1));
        assert_eq!(first, of(&vault(StoreKind::Desk, 1)));
        assert_ne!(first, of(&vault(StoreKind::Desk, 2)));
        assert_ne!(first, of(&vault(StoreKind::Training, 1)));
        let vault = vault(StoreKind::Desk, 1);
        let (one, other) = (SubjectOf::Desk("ab", "c"), SubjectOf::Desk("a", "bc"));
        assert_ne!(vault.subject(one), vault.subject(other), "borders of parts count");
    }

    #[test]
    fn codes_depend_on_every_part_of_the_request() {
        let vault = vault(StoreKind::Desk, 1);
        let request = CodeRequest {
            visit: VisitId::from_bytes([1; 16]),
            number: 1,
            nonce: [2; 16],
            digits: 9,
        };
        let others = [
            CodeRequest {
                visit: VisitId::from_bytes([3; 16]),
                ..request
            },
            CodeRequest { number: 2, ..request },
            CodeRequest {
                nonce: [4; 16],
                ..request
            },
        ];
        let digits = |request| vault.code(request).secret().expose_secret().to_owned();
        assert_eq!(digits(&request), digits(&request));
        assert!(others.iter().all(|other| digits(other) != digits(&request)));
    }
}
