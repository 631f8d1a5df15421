//! What a desk begins with.

use std::time::Duration;

use super::{
    Argon2Policy, CaptchaPolicy, ClockPolicy, CodePolicy, DeskPolicy, HOUR, Limit, MINUTE, OutboxPolicy,
    PasswordPolicy, QuestionPolicy, StaffPolicy, SupervisedPolicy, UsernamePolicy, VisitPolicy,
};

const fn minutes(count: u64) -> Duration {
    Duration::from_secs(count * MINUTE)
}

const fn hours(count: u64) -> Duration {
    Duration::from_secs(count * HOUR)
}

impl Default for CaptchaPolicy {
    fn default() -> Self {
        Self {
            shortest: 5,
            longest: 6,
            lifetime: minutes(3),
            wrong_tries: 1,
            images: 5,
            pause: Duration::from_secs(60),
        }
    }
}

impl Default for QuestionPolicy {
    fn default() -> Self {
        Self {
            enrolled: 3,
            shortest_answer: 2,
            wrong_rounds_per_recovery: 3,
            wrong_rounds_per_account: Limit::new(5, hours(24)),
            first_pause: minutes(15),
            longest_pause: hours(24),
        }
    }
}

impl Default for CodePolicy {
    fn default() -> Self {
        Self {
            digits: 6,
            lifetime: minutes(5),
            wrong_tries: 5,
            per_recovery: 3,
            between_sends: Duration::from_secs(60),
            sends_per_account: Limit::new(10, hours(24)),
            sends_per_mobile: Limit::new(10, hours(24)),
            wrong_per_account: Limit::new(10, hours(24)),
            wrong_since_recovery: 100,
            matched_lifetime: minutes(5),
        }
    }
}

impl Default for DeskPolicy {
    fn default() -> Self {
        Self {
            unmatched_per_desk: Limit::new(10, minutes(10)),
            unmatched_per_clerk: Limit::new(10, minutes(10)),
            unmatched_pause: minutes(5),
            username_checks: Limit::new(30, minutes(10)),
            registry_lookups: Limit::new(30, minutes(10)),
        }
    }
}

impl Default for VisitPolicy {
    fn default() -> Self {
        Self {
            idle_curtain: Duration::from_secs(90),
            idle_end: minutes(10),
            lifetime: minutes(60),
            resume_window: minutes(10),
        }
    }
}

impl Default for StaffPolicy {
    fn default() -> Self {
        Self {
            idle_lock: minutes(5),
            lifetime: hours(10),
            wrong_passwords: 5,
            pause: minutes(5),
        }
    }
}

impl Default for PasswordPolicy {
    fn default() -> Self {
        Self {
            shortest: 8,
            longest: 128,
            upper: true,
            lower: true,
            digit: false,
            symbol: false,
            previous: 5,
        }
    }
}

impl Default for UsernamePolicy {
    fn default() -> Self {
        Self {
            shortest: 8,
            longest: 32,
        }
    }
}

impl Default for Argon2Policy {
    fn default() -> Self {
        Self {
            memory: 64 * 1024,
            passes: 3,
            lanes: 1,
        }
    }
}

impl Default for SupervisedPolicy {
    fn default() -> Self {
        Self {
            approval_lifetime: minutes(10),
            mobile_wait: hours(24),
        }
    }
}

impl Default for OutboxPolicy {
    fn default() -> Self {
        Self {
            first_wait: Duration::from_secs(2),
            longest_wait: minutes(1),
            patience: Duration::from_secs(30),
            notice_lifetime: hours(24),
        }
    }
}

impl Default for ClockPolicy {
    fn default() -> Self {
        Self { jump: minutes(5) }
    }
}
