//! The rules of a new user name one by one, so that each can be ticked off while it is typed.

use super::{Username, cleaned_name};
use crate::domain::policy::UsernamePolicy;

/// A rule of a new user name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UsernameRule {
    /// It has as many characters as this desk asks for.
    Length,
    /// It begins with a Latin letter.
    BeginsWithLetter,
    /// It is Latin letters and digits throughout.
    LettersAndDigits,
    /// It has a lower-case letter.
    LowerCase,
    /// It has a digit.
    Digit,
}

/// A rule, and whether what was typed keeps it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct JudgedRule {
    /// The rule.
    pub rule: UsernameRule,
    /// Whether it is kept.
    pub is_met: bool,
}

impl Username {
    /// Every rule of a new name, in the order in which they are shown, read as [`Username::choose`] reads. A name that
    /// keeps all of them is taken.
    pub fn rules(text: &str, policy: &UsernamePolicy) -> [JudgedRule; 5] {
        use UsernameRule as R;
        let name = cleaned_name(text);
        let length = u32::try_from(name.chars().count()).unwrap_or(u32::MAX);
        let bounds = policy.shortest..=policy.longest;
        let possible = Self::SHORTEST..=Self::LONGEST;
        let met = |rule, is_met| JudgedRule { rule, is_met };
        [
            met(
                R::Length,
                bounds.contains(&length) && possible.contains(&name.chars().count()),
            ),
            met(R::BeginsWithLetter, name.starts_with(|c: char| c.is_ascii_alphabetic())),
            met(
                R::LettersAndDigits,
                !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric()),
            ),
            met(R::LowerCase, name.contains(|c: char| c.is_ascii_lowercase())),
            met(R::Digit, name.contains(|c: char| c.is_ascii_digit())),
        ]
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

    use proptest::prelude::*;

    use super::*;
    use crate::domain::policy::Policy;

    fn met(typed: &str) -> [bool; 5] {
        Username::rules(typed, &Policy::default().username).map(|judged| judged.is_met)
    }

    #[test]
    fn each_rule_is_ticked_off_by_itself() {
        for (typed, expected) in [
            ("", [false, false, false, false, false]),
            ("s", [false, true, true, true, false]),
            ("Sara", [false, true, true, true, false]),
            ("SARA2020", [true, true, true, false, true]),
            ("sara-202", [true, true, false, true, true]),
            ("2020sara", [true, false, true, true, true]),
            ("sarahsarah", [true, true, true, true, false]),
            ("سارة2020", [true, false, false, false, true]),
            (" sara٢٠٢٠ ", [true; 5]),
            ("ｓａｒａ2020", [true; 5]),
        ] {
            assert_eq!(met(typed), expected, "{typed}");
        }
        assert!(!met(&format!("a1{}", "b".repeat(31)))[0]);
    }

    proptest! {
        #[test]
        fn what_keeps_all_rules_is_taken_and_nothing_else(typed in "\\PC{0,20}|[a-zA-Z0-9٠-٩ .]{0,34}") {
            let taken = Username::choose(&typed, &Policy::default().username).is_ok();
            prop_assert_eq!(met(&typed) == [true; 5], taken, "{}", typed);
        }
    }
}
