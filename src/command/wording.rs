//! Sentences for everything that can fail. Each says what happened, and what to do.

use std::path::Path;

use crate::adapter::ledger::{Damage, LedgerError};
use crate::adapter::registry::RegistryError;
use crate::adapter::seal::{KeyError, KeyringError};
use crate::adapter::store::OpenError;
use crate::desk::accounts::StoreError;
use crate::desk::{DeskError, OpenError as DeskOpenError};
use crate::domain::applicant::{
    EmailError, IdDateError, IdentityNumberError, MobileError, PersonNameError, UsernameError,
};
use crate::domain::message::GatewayFault;
use crate::domain::store_kind::StoreKind;
use crate::domain::{legal, service};
use crate::i18n::Texts;

use super::Failure;
use super::compose::ways::NoSecret;
use super::configuration::hidden::HiddenError;

/// The word for a kind of store.
pub fn kind(texts: Texts, kind: StoreKind) -> String {
    match kind {
        StoreKind::Desk => texts.store_kind_desk(),
        StoreKind::Training => texts.store_kind_training(),
        StoreKind::Drill => texts.store_kind_drill(),
        StoreKind::Tour => texts.store_kind_tour(),
    }
}

/// Whether the texts and lists that the program was built with can be read.
///
/// # Errors
/// File, line and field of the first that cannot.
pub fn built_in(texts: Texts) -> Result<(), Failure> {
    let wrong = |place: String| Failure::with_advice(texts.error_built_in(place), texts.error_built_in_do());
    service::check().map_err(|fault| {
        tracing::error!(%fault, "the catalogue of services is wrong");
        wrong(format!("services.toml:{}: {}", fault.line, fault.field))
    })?;
    legal::check().map_err(|fault| {
        tracing::error!(%fault, "a legal text is wrong");
        wrong(format!("legal/{}:{}", fault.file, fault.line))
    })
}

/// A store was not opened.
pub fn not_opened(texts: Texts, error: &OpenError, keys: &Path) -> Failure {
    tracing::error!(%error, "the store was not opened");
    match error {
        OpenError::Busy(_) => Failure::with_advice(texts.error_in_use(), texts.error_in_use_do()),
        OpenError::Foreign(_) => Failure::with_advice(texts.error_not_empty(), texts.error_not_empty_do()),
        OpenError::Ledger(error) => ledger(texts, error, keys),
        OpenError::LedgerGone(_) => {
            Failure::with_advice(texts.error_ledger_behind(0_u64), texts.error_ledger_behind_do())
        }
        OpenError::FramesGone { records, .. } => {
            Failure::with_advice(texts.error_ledger_behind(*records), texts.error_ledger_behind_do())
        }
        OpenError::Io { path, source } => file(texts, path, source),
        OpenError::Rebuild(_) => Failure::with_advice(texts.error_file(), texts.error_file_do()),
    }
}

/// A ledger cannot be used.
pub fn ledger(texts: Texts, error: &LedgerError, keys: &Path) -> Failure {
    match error {
        LedgerError::Io { path, source } => file(texts, path, source),
        LedgerError::Key(error) => key(texts, error, keys),
        LedgerError::OtherKind { wanted, found } => Failure::with_advice(
            texts.error_wrong_kind(kind(texts, *found), kind(texts, *wanted)),
            texts.error_wrong_kind_do(),
        ),
        LedgerError::Damaged {
            damage: Damage::Newer(_),
            ..
        } => Failure::with_advice(texts.error_newer(), texts.error_newer_do()),
        LedgerError::Damaged { number, .. } => {
            Failure::with_advice(texts.error_ledger_damaged(*number), texts.error_ledger_damaged_do())
        }
        LedgerError::UnknownFile(path) => Failure::with_advice(
            texts.usage_unknown_file(path.display().to_string()),
            texts.error_ledger_damaged_do(),
        ),
    }
}

fn key(texts: Texts, error: &KeyError, keys: &Path) -> Failure {
    let keys = keys.display().to_string();
    match error {
        KeyError::Missing { .. } => Failure::with_advice(texts.error_key_missing(), texts.error_key_missing_do(keys)),
        KeyError::Broken { path, .. } => Failure::with_advice(
            texts.usage_key_broken(path.display().to_string()),
            texts.error_key_missing_do(keys),
        ),
        KeyError::Io { path, source } => file(texts, path, source),
        KeyError::NoPassphrase(_) => Failure::with_advice(
            texts.data_key_no_passphrase(),
            texts.data_key_no_terminal_do("--passphrase-file"),
        ),
        KeyError::WrongPassphrase(_) => Failure::with_advice(texts.data_key_wrong(), texts.data_key_wrong_do()),
        KeyError::NotInKeyring(_) => Failure::with_advice(
            texts.data_key_keyring_without(),
            texts.data_key_keyring_without_do(keys),
        ),
        KeyError::Keyring(KeyringError::Locked) => {
            Failure::with_advice(texts.data_key_keyring_locked(), texts.data_key_keyring_locked_do())
        }
        KeyError::Keyring(KeyringError::Away(_)) => {
            Failure::with_advice(texts.data_key_keyring_away(), texts.data_key_keyring_away_do())
        }
    }
}

fn file(texts: Texts, path: &Path, error: &std::io::Error) -> Failure {
    use std::io::ErrorKind::{QuotaExceeded, StorageFull};
    if matches!(error.kind(), StorageFull | QuotaExceeded) {
        return Failure::with_advice(texts.error_disk_full(), texts.error_disk_full_do());
    }
    let path = path.display().to_string();
    Failure(vec![texts.error_file(), texts.usage_path(path), texts.error_file_do()])
}

/// The store did not take something, or did not give it.
pub fn store(texts: Texts, error: &StoreError) -> Failure {
    tracing::error!(%error, "the store refused");
    let (what, advice) = match error {
        StoreError::Conflict => (texts.error_conflict(), texts.error_conflict_do()),
        StoreError::Taken(_) => (texts.error_taken(), texts.error_conflict_do()),
        StoreError::Full(_) => (texts.error_disk_full(), texts.error_disk_full_do()),
        StoreError::Poisoned => (texts.error_reopen(), texts.error_reopen_do()),
        StoreError::Io(_) => (texts.error_file(), texts.error_file_do()),
        StoreError::Damaged(_) => (texts.error_damaged(), texts.error_damaged_do()),
    };
    Failure::with_advice(what, advice)
}

/// The desk did not do what it was asked.
pub fn desk(texts: Texts, error: &DeskError) -> Failure {
    let (what, advice) = match error {
        DeskError::Store(error) => return store(texts, error),
        DeskError::NoGateway => (texts.error_no_gateway(), texts.error_no_gateway_do()),
        DeskError::NotSignedIn => (texts.error_not_signed_in(), texts.error_not_signed_in_do()),
        DeskError::NotPermitted(_) => (texts.error_not_permitted(), texts.error_not_permitted_do()),
        DeskError::Stopping => (texts.error_stopping(), texts.error_stopping_do()),
        _ => (texts.error_no_visit(), texts.error_no_visit_do()),
    };
    Failure::with_advice(what, advice)
}

/// A secret of the configuration could not be had.
pub fn no_secret(texts: Texts, missing: &NoSecret) -> Failure {
    let field = missing.field.as_str();
    match &missing.error {
        HiddenError::NotSet(name) => Failure::with_advice(
            texts.gateways_secret_not_set(field, name.as_str()),
            texts.gateways_secret_not_set_do(),
        ),
        HiddenError::Foreign => Failure::with_advice(
            texts.gateways_secret_foreign(field),
            texts.gateways_secret_foreign_do("istiada gateway seal"),
        ),
        HiddenError::Unsendable => Failure::with_advice(
            texts.gateways_secret_unsendable(field),
            texts.gateways_secret_foreign_do("istiada gateway seal"),
        ),
        HiddenError::TooLong(most) => Failure::with_advice(
            texts.gateways_secret_too_long(field, *most),
            texts.gateways_secret_too_long_do(),
        ),
    }
}

/// What is wrong with a gateway, and what whoever set it up does about it.
pub fn gateway_fault(texts: Texts, fault: GatewayFault) -> (String, String) {
    match fault {
        GatewayFault::NotReached => (
            texts.gateways_fault_not_reached(),
            texts.gateways_fault_not_reached_do(),
        ),
        GatewayFault::Silent => (texts.gateways_fault_silent(), texts.gateways_fault_silent_do()),
        GatewayFault::NotTrusted => (
            texts.gateways_fault_not_trusted(),
            texts.gateways_fault_not_trusted_do(),
        ),
        GatewayFault::SignInRefused => (
            texts.gateways_fault_sign_in_refused(),
            texts.gateways_fault_sign_in_refused_do(),
        ),
        GatewayFault::Throttled => (texts.gateways_fault_throttled(), texts.gateways_fault_throttled_do()),
        GatewayFault::Malformed => (texts.gateways_fault_malformed(), texts.gateways_fault_malformed_do()),
        GatewayFault::Failing => (texts.gateways_fault_failing(), texts.gateways_fault_failing_do()),
        GatewayFault::MessageRefused => (
            texts.gateways_fault_message_refused(),
            texts.gateways_fault_message_refused_do(),
        ),
    }
}

/// The registry's file was refused.
pub fn registry(texts: Texts, error: &RegistryError) -> Failure {
    let shown = |path: &Path| path.display().to_string();
    let (what, advice) = match error {
        RegistryError::Damaged(path) => (texts.registry_damaged(shown(path)), texts.registry_unusable_do()),
        RegistryError::Foreign(path) => (texts.registry_foreign(shown(path)), texts.registry_unusable_do()),
        RegistryError::Newer(path) => (texts.registry_newer(shown(path)), texts.registry_newer_do()),
        RegistryError::Io { path, source } => {
            tracing::error!("the registry could not be read: {source}");
            (texts.registry_unreadable(shown(path)), texts.registry_unreadable_do())
        }
    };
    Failure::with_advice(what, advice)
}

/// A desk was not opened.
pub fn desk_not_opened(texts: Texts, error: &DeskOpenError) -> Failure {
    match error {
        DeskOpenError::Unproven => Failure::with_advice(texts.error_not_signed_in(), texts.error_not_signed_in_do()),
        DeskOpenError::Store(error) => store(texts, error),
        DeskOpenError::Policy(faults) => {
            let mut sentences: Vec<String> = faults
                .iter()
                .map(|fault| {
                    let (least, most) = (fault.permitted.start(), fault.permitted.end());
                    texts.error_policy(fault.field, least.to_string(), most.to_string())
                })
                .collect();
            sentences.push(texts.error_policy_do());
            Failure(sentences)
        }
    }
}

/// What is wrong with an identity number.
pub fn identity(texts: Texts, error: IdentityNumberError) -> String {
    match error {
        IdentityNumberError::Empty => texts.import_reason_empty(),
        IdentityNumberError::NotDigits => texts.import_reason_not_digits(),
        IdentityNumberError::WrongLength { .. } => texts.import_reason_length(),
        IdentityNumberError::CheckDigit => texts.import_reason_check_digit(),
        IdentityNumberError::IsMobile => texts.import_reason_is_mobile(),
        IdentityNumberError::UnknownKind => texts.import_reason_unknown_kind(),
    }
}

/// What is wrong with a mobile.
pub fn mobile(texts: Texts, error: MobileError) -> String {
    match error {
        MobileError::Empty => texts.import_reason_empty(),
        MobileError::NotDigits => texts.import_reason_not_digits(),
        MobileError::WrongLength { .. } => texts.import_reason_length(),
        MobileError::NotMobile => texts.import_reason_not_mobile(),
        MobileError::Foreign => texts.import_reason_foreign(),
        MobileError::IsIdentity => texts.import_reason_is_identity(),
    }
}

/// What is wrong with an email address.
pub fn email(texts: Texts, error: EmailError) -> String {
    match error {
        EmailError::Empty => texts.import_reason_empty(),
        EmailError::ArabicLetters => texts.import_reason_arabic_letters(),
        EmailError::NotOneAt | EmailError::LocalPart | EmailError::Domain => texts.import_reason_email(),
        EmailError::TooLong => texts.import_reason_length(),
    }
}

/// What is wrong with a user name.
pub fn username(texts: Texts, error: UsernameError) -> String {
    match error {
        UsernameError::Empty => texts.import_reason_empty(),
        UsernameError::ArabicLetters => texts.import_reason_arabic_letters(),
        UsernameError::IsIdentity => texts.import_reason_is_identity(),
        UsernameError::TooShort | UsernameError::TooLong => texts.import_reason_length(),
        _ => texts.import_reason_username(),
    }
}

/// What is wrong with a name.
pub fn name(texts: Texts, error: PersonNameError) -> String {
    match error {
        PersonNameError::Empty => texts.import_reason_empty(),
        PersonNameError::TooLong => texts.import_reason_length(),
        PersonNameError::ControlCharacter => texts.import_reason_name(),
    }
}

/// What is wrong with a date.
pub fn date(texts: Texts, error: IdDateError) -> String {
    match error {
        IdDateError::Empty => texts.import_reason_empty(),
        IdDateError::NotADate => texts.import_reason_date(),
        IdDateError::YearOutOfRange => texts.import_reason_year(),
        IdDateError::NoSuchMonth | IdDateError::NoSuchDay => texts.import_reason_no_such_day(),
    }
}
