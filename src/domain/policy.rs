//! Every number that the counter goes by: its default, and the range that a desk may set it within.
//!
//! A configuration file names only what it changes; spans of time stand in it in whole seconds:
//!
//! ```toml
//! [code]
//! digits = 8
//! lifetime = 240
//! sends_per_account = { count = 6, window = 86400 }
//! ```

mod defaults;
mod permitted;

use std::ops::RangeInclusive;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::store_kind::StoreKind;
pub use permitted::{PolicyEntry, PolicyFault, Unit};

/// So many in so long a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Limit {
    /// How many are let through.
    pub count: u32,
    /// The sliding span of time in which they are counted; whole seconds in files.
    #[serde(with = "seconds")]
    pub window: Duration,
}

impl Limit {
    /// So many in so long a time.
    pub const fn new(count: u32, window: Duration) -> Self {
        Self { count, window }
    }
}

/// All numbers. `Default` is what a desk begins with.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Policy {
    /// Images that tell people from robots.
    pub captcha: CaptchaPolicy,
    /// Security questions and their answers.
    pub questions: QuestionPolicy,
    /// One-time codes.
    pub code: CodePolicy,
    /// What a desk and a clerk may try.
    pub desk: DeskPolicy,
    /// A visit's spans of time.
    pub visit: VisitPolicy,
    /// A staff session.
    pub staff: StaffPolicy,
    /// New passwords.
    pub password: PasswordPolicy,
    /// New user names.
    pub username: UsernamePolicy,
    /// The costs of slow hashes.
    pub argon2: Argon2Policy,
    /// Supervised recovery.
    pub supervised: SupervisedPolicy,
    /// Messages that wait.
    pub outbox: OutboxPolicy,
    /// The machine's clock.
    pub clock: ClockPolicy,
}

/// Images that tell people from robots.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct CaptchaPolicy {
    /// The fewest characters of an image.
    pub shortest: u32,
    /// The most characters of an image.
    pub longest: u32,
    /// How long an image can be answered.
    #[serde(with = "seconds")]
    pub lifetime: Duration,
    /// Wrong tries before a new image is painted.
    pub wrong_tries: u32,
    /// Images before the visit pauses.
    pub images: u32,
    /// How long the visit then pauses.
    #[serde(with = "seconds")]
    pub pause: Duration,
}

/// Security questions and their answers. All questions of an account are asked, whatever their number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct QuestionPolicy {
    /// How many are enrolled, and how many decoys unknown people are shown.
    pub enrolled: u32,
    /// The shortest answer, in characters after normalisation.
    pub shortest_answer: u32,
    /// Wrong rounds that end a recovery.
    pub wrong_rounds_per_recovery: u32,
    /// Wrong rounds of an account; from the last of them each further one starts the next pause.
    pub wrong_rounds_per_account: Limit,
    /// The first pause; each one after it is twice as long.
    #[serde(with = "seconds")]
    pub first_pause: Duration,
    /// The longest pause.
    #[serde(with = "seconds")]
    pub longest_pause: Duration,
}

/// One-time codes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct CodePolicy {
    /// How many digits a code has.
    pub digits: u32,
    /// How long it can be typed.
    #[serde(with = "seconds")]
    pub lifetime: Duration,
    /// Wrong tries that end a code.
    pub wrong_tries: u32,
    /// Codes that a recovery can send.
    pub per_recovery: u32,
    /// The shortest time between two of them.
    #[serde(with = "seconds")]
    pub between_sends: Duration,
    /// Codes sent for an account.
    pub sends_per_account: Limit,
    /// Codes sent to a mobile.
    pub sends_per_mobile: Limit,
    /// Wrong codes of an account over all visits.
    pub wrong_per_account: Limit,
    /// Wrong codes since the last completed recovery; after them only a supervised one is left.
    pub wrong_since_recovery: u32,
    /// How long a matched code stays good.
    #[serde(with = "seconds")]
    pub matched_lifetime: Duration,
}

/// What a desk and a clerk may try.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct DeskPolicy {
    /// Recoveries of a desk that end without matched answers, known person or not.
    pub unmatched_per_desk: Limit,
    /// The same of a clerk.
    pub unmatched_per_clerk: Limit,
    /// How long the desk or the clerk then pauses.
    #[serde(with = "seconds")]
    pub unmatched_pause: Duration,
    /// Checks whether a user name is free.
    pub username_checks: Limit,
    /// Look-ups in the registry.
    pub registry_lookups: Limit,
}

/// A visit's spans of time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct VisitPolicy {
    /// Idle time before the screen is curtained.
    #[serde(with = "seconds")]
    pub idle_curtain: Duration,
    /// Idle time before the visit ends.
    #[serde(with = "seconds")]
    pub idle_end: Duration,
    /// The whole life of a visit.
    #[serde(with = "seconds")]
    pub lifetime: Duration,
    /// How long after a crash it can be resumed.
    #[serde(with = "seconds")]
    pub resume_window: Duration,
}

/// A staff session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct StaffPolicy {
    /// Idle time before the desk is locked.
    #[serde(with = "seconds")]
    pub idle_lock: Duration,
    /// The whole life of a session.
    #[serde(with = "seconds")]
    pub lifetime: Duration,
    /// Wrong passwords before a pause.
    pub wrong_passwords: u32,
    /// That pause.
    #[serde(with = "seconds")]
    pub pause: Duration,
}

/// New passwords. What stands among the commonest, equals a word of the person's own or repeats one character for more
/// than half of it is always refused.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct PasswordPolicy {
    /// The shortest, in code points.
    pub shortest: u32,
    /// The longest, in code points.
    pub longest: u32,
    /// Whether an upper-case Latin letter is required.
    pub upper: bool,
    /// Whether a lower-case Latin letter is required.
    pub lower: bool,
    /// Whether a digit is required.
    pub digit: bool,
    /// Whether a symbol is required.
    pub symbol: bool,
    /// How many previous ones are refused.
    pub previous: u32,
}

/// New user names. A desk can be stricter than [`Username`](super::applicant::Username), never laxer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct UsernamePolicy {
    /// The shortest, in characters.
    pub shortest: u32,
    /// The longest, in characters.
    pub longest: u32,
}

/// The costs of slow hashes: argon2id (RFC 9106).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Argon2Policy {
    /// Memory, in KiB.
    pub memory: u32,
    /// Passes over it.
    pub passes: u32,
    /// Lanes.
    pub lanes: u32,
}

/// Supervised recovery.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct SupervisedPolicy {
    /// How long an approval can be used.
    #[serde(with = "seconds")]
    pub approval_lifetime: Duration,
    /// The wait before a new mobile counts.
    #[serde(with = "seconds")]
    pub mobile_wait: Duration,
}

/// Messages that wait.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct OutboxPolicy {
    /// The first wait before another attempt; each one after it is twice as long.
    #[serde(with = "seconds")]
    pub first_wait: Duration,
    /// The longest wait.
    #[serde(with = "seconds")]
    pub longest_wait: Duration,
    /// How long a gateway may take to answer before the fate of a message is unknown.
    #[serde(with = "seconds")]
    pub patience: Duration,
    /// How long a notice is worth sending.
    #[serde(with = "seconds")]
    pub notice_lifetime: Duration,
}

/// The machine's clock.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ClockPolicy {
    /// A wall clock that moves further than this is reported.
    #[serde(with = "seconds")]
    pub jump: Duration,
}

const MINUTE: u64 = 60;
const HOUR: u64 = 60 * MINUTE;
const DAY: u64 = 24 * HOUR;

impl Policy {
    /// What a store of that kind begins with: cheap hashes where it holds made-up people only.
    pub fn of(kind: StoreKind) -> Self {
        let argon2 = if kind.practice().is_some() {
            Argon2Policy::PRACTICE
        } else {
            Argon2Policy::default()
        };
        Self {
            argon2,
            ..Self::default()
        }
    }

    /// Checks every number against the range that is permitted in a store of that kind.
    ///
    /// # Errors
    /// All faults, in the order of the fields.
    pub fn check(&self, kind: StoreKind) -> Result<(), Vec<PolicyFault>> {
        let faults: Vec<_> = self.entries(kind).into_iter().filter_map(PolicyEntry::fault).collect();
        if faults.is_empty() { Ok(()) } else { Err(faults) }
    }
}

impl CaptchaPolicy {
    /// How many characters an image may have.
    pub fn lengths(&self) -> RangeInclusive<u8> {
        let characters = |count| u8::try_from(count).unwrap_or(u8::MAX);
        characters(self.shortest)..=characters(self.longest)
    }
}

impl Argon2Policy {
    /// The costs in training, drill and tour stores. A desk refuses them.
    pub const PRACTICE: Self = Self {
        memory: 8 * 1024,
        passes: 1,
        lanes: 1,
    };
}

/// Spans of time as whole seconds.
mod seconds {
    use std::time::Duration;

    use serde::{Deserialize, Deserializer, Serializer};

    pub(super) fn serialize<S: Serializer>(span: &Duration, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u64(span.as_secs())
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Duration, D::Error> {
        u64::deserialize(deserializer).map(Duration::from_secs)
    }
}
