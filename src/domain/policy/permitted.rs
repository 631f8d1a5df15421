//! The range that each number of [`Policy`] may be set within. Where one number bounds another, the range says so.

use std::fmt;
use std::ops::RangeInclusive;
use std::time::Duration;

use super::{DAY, HOUR, Limit, MINUTE, Policy};
use crate::domain::store_kind::StoreKind;

/// What a number counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Tries, characters, messages.
    Count,
    /// Seconds.
    Seconds,
    /// Kibibytes of memory.
    Kibibytes,
}

/// One number of the policy, with the range that is permitted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PolicyEntry {
    /// Its name in the file, such as `code.digits`.
    pub field: &'static str,
    /// The number in force.
    pub value: u64,
    /// What it may be.
    pub permitted: RangeInclusive<u64>,
    /// What it counts.
    pub unit: Unit,
}

/// A number lies outside its range.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PolicyFault {
    /// Its name in the file, such as `code.digits`.
    pub field: &'static str,
    /// What it may be.
    pub permitted: RangeInclusive<u64>,
    /// What it counts.
    pub unit: Unit,
}

impl fmt::Display for PolicyFault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let unit = match self.unit {
            Unit::Count => "",
            Unit::Seconds => " seconds",
            Unit::Kibibytes => " KiB",
        };
        write!(
            formatter,
            "{} may be {} to {}{unit}",
            self.field,
            self.permitted.start(),
            self.permitted.end()
        )
    }
}

impl std::error::Error for PolicyFault {}

impl PolicyEntry {
    pub(super) fn fault(self) -> Option<PolicyFault> {
        let outside = !self.permitted.contains(&self.value);
        outside.then_some(PolicyFault {
            field: self.field,
            permitted: self.permitted,
            unit: self.unit,
        })
    }
}

fn count(field: &'static str, value: u32, permitted: RangeInclusive<u32>) -> PolicyEntry {
    let permitted = u64::from(*permitted.start())..=u64::from(*permitted.end());
    PolicyEntry {
        field,
        value: u64::from(value),
        permitted,
        unit: Unit::Count,
    }
}

fn time(field: &'static str, value: Duration, permitted: RangeInclusive<u64>) -> PolicyEntry {
    PolicyEntry {
        field,
        value: value.as_secs(),
        permitted,
        unit: Unit::Seconds,
    }
}

/// The two numbers of a limit: `names` are those of its count and its window.
fn limit(
    names: [&'static str; 2],
    value: Limit,
    counts: RangeInclusive<u32>,
    windows: RangeInclusive<u64>,
) -> [PolicyEntry; 2] {
    let [counted, window] = names;
    [count(counted, value.count, counts), time(window, value.window, windows)]
}

macro_rules! limit {
    ($field:literal, $value:expr, $counts:expr, $windows:expr) => {
        limit(
            [concat!($field, ".count"), concat!($field, ".window")],
            $value,
            $counts,
            $windows,
        )
    };
}

impl Policy {
    /// Every number in force with the range permitted in a store of that kind, in the order of the file.
    pub fn entries(&self, kind: StoreKind) -> Vec<PolicyEntry> {
        let mut entries = self.before_the_code();
        entries.extend(self.of_the_code());
        entries.extend(self.at_the_desk());
        entries.extend(self.of_names_and_words());
        entries.extend(self.of_hashes(kind));
        entries.extend([
            time(
                "supervised.approval_lifetime",
                self.supervised.approval_lifetime,
                MINUTE..=30 * MINUTE,
            ),
            time("supervised.mobile_wait", self.supervised.mobile_wait, HOUR..=168 * HOUR),
            time("outbox.first_wait", self.outbox.first_wait, 1..=MINUTE),
            time("outbox.longest_wait", self.outbox.longest_wait, 1..=10 * MINUTE),
            time("outbox.patience", self.outbox.patience, 5..=2 * MINUTE),
            time("outbox.notice_lifetime", self.outbox.notice_lifetime, HOUR..=7 * DAY),
            time("clock.jump", self.clock.jump, MINUTE..=15 * MINUTE),
        ]);
        entries
    }

    fn before_the_code(&self) -> Vec<PolicyEntry> {
        let (captcha, questions) = (&self.captcha, &self.questions);
        let mut entries = vec![
            count("captcha.shortest", captcha.shortest, 4..=8),
            count("captcha.longest", captcha.longest, captcha.shortest..=8),
            time("captcha.lifetime", captcha.lifetime, MINUTE..=10 * MINUTE),
            count("captcha.wrong_tries", captcha.wrong_tries, 1..=3),
            count("captcha.images", captcha.images, 1..=10),
            time("captcha.pause", captcha.pause, 30..=HOUR),
            count("questions.enrolled", questions.enrolled, 2..=6),
            count("questions.shortest_answer", questions.shortest_answer, 2..=10),
            count(
                "questions.wrong_rounds_per_recovery",
                questions.wrong_rounds_per_recovery,
                1..=5,
            ),
        ];
        let rounds = questions.wrong_rounds_per_account;
        entries.extend(limit!(
            "questions.wrong_rounds_per_account",
            rounds,
            1..=10,
            DAY..=7 * DAY
        ));
        entries.extend([
            time("questions.first_pause", questions.first_pause, 5 * MINUTE..=DAY),
            time(
                "questions.longest_pause",
                questions.longest_pause,
                questions.first_pause.as_secs()..=7 * DAY,
            ),
        ]);
        entries
    }

    /// NIST SP 800-63B-4: six digits or more, at most ten minutes, at most 100 failures in a row.
    fn of_the_code(&self) -> Vec<PolicyEntry> {
        let code = &self.code;
        let mut entries = vec![
            count("code.digits", code.digits, 6..=10),
            time("code.lifetime", code.lifetime, MINUTE..=10 * MINUTE),
            count("code.wrong_tries", code.wrong_tries, 1..=10),
            count("code.per_recovery", code.per_recovery, 1..=5),
            time("code.between_sends", code.between_sends, 30..=10 * MINUTE),
        ];
        entries.extend(limit!(
            "code.sends_per_account",
            code.sends_per_account,
            1..=20,
            DAY..=7 * DAY
        ));
        entries.extend(limit!(
            "code.sends_per_mobile",
            code.sends_per_mobile,
            1..=20,
            DAY..=7 * DAY
        ));
        entries.extend(limit!(
            "code.wrong_per_account",
            code.wrong_per_account,
            3..=20,
            DAY..=7 * DAY
        ));
        entries.extend([
            count("code.wrong_since_recovery", code.wrong_since_recovery, 10..=100),
            time("code.matched_lifetime", code.matched_lifetime, MINUTE..=10 * MINUTE),
        ]);
        entries
    }

    fn at_the_desk(&self) -> Vec<PolicyEntry> {
        let (desk, visit, staff) = (&self.desk, &self.visit, &self.staff);
        let mut entries = Vec::new();
        entries.extend(limit!(
            "desk.unmatched_per_desk",
            desk.unmatched_per_desk,
            3..=50,
            5 * MINUTE..=DAY
        ));
        entries.extend(limit!(
            "desk.unmatched_per_clerk",
            desk.unmatched_per_clerk,
            3..=50,
            5 * MINUTE..=DAY
        ));
        entries.push(time("desk.unmatched_pause", desk.unmatched_pause, MINUTE..=HOUR));
        entries.extend(limit!(
            "desk.username_checks",
            desk.username_checks,
            3..=100,
            5 * MINUTE..=DAY
        ));
        entries.extend(limit!(
            "desk.registry_lookups",
            desk.registry_lookups,
            3..=100,
            5 * MINUTE..=DAY
        ));
        entries.extend([
            time("visit.idle_curtain", visit.idle_curtain, 15..=5 * MINUTE),
            time(
                "visit.idle_end",
                visit.idle_end,
                visit.idle_curtain.as_secs()..=30 * MINUTE,
            ),
            time("visit.lifetime", visit.lifetime, visit.idle_end.as_secs()..=2 * HOUR),
            time("visit.resume_window", visit.resume_window, MINUTE..=30 * MINUTE),
            time("staff.idle_lock", staff.idle_lock, MINUTE..=15 * MINUTE),
            time("staff.lifetime", staff.lifetime, HOUR..=12 * HOUR),
            count("staff.wrong_passwords", staff.wrong_passwords, 3..=10),
            time("staff.pause", staff.pause, MINUTE..=HOUR),
        ]);
        entries
    }

    /// NIST SP 800-63B-4: 64 characters at least must be taken.
    fn of_names_and_words(&self) -> Vec<PolicyEntry> {
        let (password, username) = (&self.password, &self.username);
        vec![
            count("password.shortest", password.shortest, 8..=32),
            count("password.longest", password.longest, 64..=256),
            count("password.previous", password.previous, 0..=24),
            count("username.shortest", username.shortest, 8..=16),
            count("username.longest", username.longest, 16..=32),
        ]
    }

    /// OWASP's floor for argon2id on a desk: 19 MiB, 2 passes, 1 lane.
    fn of_hashes(&self, kind: StoreKind) -> Vec<PolicyEntry> {
        let argon2 = &self.argon2;
        let (memory, passes) = if kind.practice().is_some() {
            (8 * 1024, 1)
        } else {
            (19 * 1024, 2)
        };
        let mut costs = count("argon2.memory", argon2.memory, memory..=1024 * 1024);
        costs.unit = Unit::Kibibytes;
        vec![
            costs,
            count("argon2.passes", argon2.passes, passes..=10),
            count("argon2.lanes", argon2.lanes, 1..=4),
        ]
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

    use super::super::Argon2Policy;
    use super::*;

    const KINDS: [StoreKind; 4] = [StoreKind::Desk, StoreKind::Training, StoreKind::Drill, StoreKind::Tour];

    fn faults(change: impl FnOnce(&mut Policy)) -> Vec<String> {
        let mut policy = Policy::default();
        change(&mut policy);
        policy
            .check(StoreKind::Desk)
            .err()
            .unwrap_or_default()
            .iter()
            .map(ToString::to_string)
            .collect()
    }

    #[test]
    fn the_defaults_are_permitted_everywhere() {
        for kind in KINDS {
            assert_eq!(Policy::of(kind).check(kind), Ok(()));
            assert_eq!(Policy::default().check(kind), Ok(()));
        }
    }

    #[test]
    fn a_desk_cannot_be_made_lax() {
        assert_eq!(
            faults(|policy| policy.code.wrong_tries = 11),
            ["code.wrong_tries may be 1 to 10"]
        );
        assert_eq!(faults(|policy| policy.code.digits = 5), ["code.digits may be 6 to 10"]);
        let lifetime = faults(|policy| policy.code.lifetime = Duration::from_secs(601));
        assert_eq!(lifetime, ["code.lifetime may be 60 to 600 seconds"]);
        let curtain = faults(|policy| policy.visit.idle_end = Duration::from_secs(60));
        assert_eq!(curtain, ["visit.idle_end may be 90 to 1800 seconds"]);
        let practice = faults(|policy| policy.argon2 = Argon2Policy::PRACTICE);
        assert_eq!(
            practice,
            [
                "argon2.memory may be 19456 to 1048576 KiB",
                "argon2.passes may be 2 to 10"
            ]
        );
        assert_eq!(
            faults(|policy| policy.argon2 = Argon2Policy {
                memory: 19 * 1024,
                passes: 2,
                lanes: 1
            }),
            [""; 0]
        );
        let wait = faults(|policy| policy.supervised.mobile_wait = Duration::from_secs(169 * HOUR));
        assert_eq!(wait, ["supervised.mobile_wait may be 3600 to 604800 seconds"]);
        assert_eq!(
            faults(|policy| policy.captcha.longest = 4),
            ["captcha.longest may be 5 to 8"]
        );
    }

    /// Every number of the file, by its name. A number that is not among the entries would be checked by nobody.
    #[test]
    fn every_number_of_the_file_has_a_range() {
        let mut names = Vec::new();
        let file = toml::Value::try_from(Policy::default()).unwrap();
        let mut open = vec![(String::new(), file)];
        while let Some((name, value)) = open.pop() {
            match value {
                toml::Value::Table(table) => open.extend(
                    table
                        .into_iter()
                        .map(|(key, value)| (if name.is_empty() { key } else { format!("{name}.{key}") }, value)),
                ),
                toml::Value::Integer(number) => names.push((name, number)),
                other => assert!(other.is_bool(), "{name}"),
            }
        }
        let mut entries: Vec<_> = Policy::default()
            .entries(StoreKind::Desk)
            .into_iter()
            .map(|entry| (entry.field.to_owned(), i64::try_from(entry.value).unwrap()))
            .collect();
        names.sort();
        entries.sort();
        assert_eq!(entries, names);
    }

    #[test]
    fn a_file_names_only_what_it_changes() {
        let text = "[code]\ndigits = 8\nlifetime = 240\nsends_per_account = { count = 6, window = 86400 }\n";
        let policy: Policy = toml::from_str(text).unwrap();
        let mut expected = Policy::default();
        expected.code.digits = 8;
        expected.code.lifetime = Duration::from_secs(240);
        expected.code.sends_per_account = Limit::new(6, Duration::from_secs(DAY));
        assert_eq!(policy, expected);
        assert_eq!(
            toml::from_str::<Policy>(&toml::to_string(&policy).unwrap()).unwrap(),
            policy
        );
        for wrong in [
            "[code]\ndigit = 8",
            "[cod]\n",
            "[code]\ndigits = -1",
            "[code]\nlifetime = 2.5",
            "digits = 8",
        ] {
            assert!(toml::from_str::<Policy>(wrong).is_err(), "{wrong}");
        }
    }
}
