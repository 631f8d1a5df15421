//! User names that an applicant would want: from their name, with a few digits that give nothing away.

use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha20Rng;

use super::Username;
use crate::domain::applicant::{IdDate, IdentityNumber, Mobile, PersonName, latin_name};
use crate::domain::policy::UsernamePolicy;

/// How many names are suggested.
pub const SUGGESTIONS: usize = 3;
/// At most so many names are looked up to find them.
pub const MOST_LOOKUPS: usize = 24;

/// A name for whom no letter can be written in Latin.
const NAMELESS: &str = "user";
/// The fewest digits at the end: two are remembered. More make a short name long enough.
const FEWEST_DIGITS: usize = 2;
/// So many digits more make a common name free.
const MORE_DIGITS: usize = 4;
/// How often digits are drawn anew where those drawn lead nowhere but to hidden numbers.
const DRAWS: usize = 32;

/// What a user name must not give away: everybody may see it.
#[derive(Clone, Copy, Debug)]
pub struct Undisclosed<'a> {
    /// The identity number.
    pub identity: &'a IdentityNumber,
    /// The mobile.
    pub mobile: Option<&'a Mobile>,
    /// The date of birth and of the document, as far as known.
    pub dates: &'a [IdDate],
}

/// Up to [`SUGGESTIONS`] free names, of different forms where they are free. The same `seed` gives the same names.
///
/// `is_free` is asked at most [`MOST_LOOKUPS`] times.
pub fn suggest(
    name: &PersonName,
    undisclosed: Undisclosed<'_>,
    policy: &UsernamePolicy,
    seed: [u8; 32],
    mut is_free: impl FnMut(&Username) -> bool,
) -> Vec<Username> {
    let mut found = Vec::new();
    for candidate in candidates(name, undisclosed, policy, seed) {
        if found.len() == SUGGESTIONS {
            break;
        }
        if is_free(&candidate) {
            found.push(candidate);
        }
    }
    found
}

/// The names to look up, at most [`MOST_LOOKUPS`], no two the same, the most wanted ones first: for a store that is
/// asked one at a time.
pub fn candidates(
    name: &PersonName,
    undisclosed: Undisclosed<'_>,
    policy: &UsernamePolicy,
    seed: [u8; 32],
) -> Vec<Username> {
    let mut random = ChaCha20Rng::from_seed(seed);
    let hidden = hidden_digits(undisclosed);
    let forms = forms(&latin_name::words(name), policy);
    let shortest = usize::try_from(policy.shortest).unwrap_or(Username::SHORTEST);
    let mut candidates: Vec<Username> = Vec::new();
    for more in 0..=MORE_DIGITS {
        for form in &forms {
            if candidates.len() == MOST_LOOKUPS {
                return candidates;
            }
            let missing = shortest.saturating_sub(form.len());
            let count = missing.max(FEWEST_DIGITS) + more;
            let Some(digits) = (0..DRAWS).find_map(|_| digits(count, &hidden, &mut random)) else {
                continue;
            };
            if let Ok(candidate) = Username::choose(&format!("{form}{digits}"), policy)
                && !candidates.contains(&candidate)
            {
                candidates.push(candidate);
            }
        }
    }
    candidates
}

/// What the digits follow: given and family name, given name and father's, initial and family name, given name alone.
fn forms(words: &[String], policy: &UsernamePolicy) -> Vec<String> {
    let room = usize::try_from(policy.longest).unwrap_or(Username::LONGEST);
    let room = room.min(Username::LONGEST).saturating_sub(FEWEST_DIGITS + MORE_DIGITS);
    let first = words.first().map_or(NAMELESS, String::as_str);
    let rest = words.get(1..).unwrap_or_default();
    let initial = first.get(..1).unwrap_or_default();
    let mut forms = Vec::new();
    if let Some(family) = rest.last() {
        forms.push(format!("{first}{family}"));
        forms.push(format!("{initial}{family}"));
    }
    forms.push(first.to_owned());
    if let [father, _, ..] = rest {
        forms.push(format!("{first}{father}"));
    }
    if let Some(family) = rest.last() {
        forms.push(format!("{family}{first}"));
        forms.push(format!("{first}{}", family.get(..1).unwrap_or_default()));
    }
    for form in &mut forms {
        form.truncate(room);
    }
    let mut different: Vec<String> = Vec::new();
    for form in forms {
        if !different.contains(&form) {
            different.push(form);
        }
    }
    different
}

/// Digits without 0 and 1, which are read as letters, of which no two in a row stand in a hidden number; nothing where
/// those drawn have no such digit after them.
fn digits(count: usize, hidden: &[String], random: &mut ChaCha20Rng) -> Option<String> {
    let shows = |pair: [u8; 2]| {
        hidden
            .iter()
            .any(|number| number.as_bytes().windows(2).any(|two| two == pair))
    };
    let mut digits = String::new();
    while digits.len() < count {
        let last = digits.as_bytes().last().copied();
        let fit: Vec<u8> = (b'2'..=b'9')
            .filter(|digit| last.is_none_or(|last| !shows([last, *digit])))
            .collect();
        match fit.get(random.random_range(0..fit.len().max(1))) {
            Some(digit) => digits.push(char::from(*digit)),
            None => return None,
        }
    }
    Some(digits)
}

/// The numbers of which not even two digits in a row may show.
fn hidden_digits(undisclosed: Undisclosed<'_>) -> Vec<String> {
    let mut numbers = vec![undisclosed.identity.digits().to_owned()];
    // The country and the 5 that all mobiles begin with give nothing away.
    numbers.extend(undisclosed.mobile.map(|mobile| mobile.e164().chars().skip(4).collect()));
    for date in undisclosed.dates.iter().flat_map(|date| [*date, date.to_other()]) {
        numbers.extend([
            format!("{:04}", date.year()),
            format!("{:02}", date.month()),
            format!("{:02}", date.day()),
        ]);
    }
    numbers
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

    use std::collections::HashSet;

    use proptest::prelude::*;

    use super::*;
    use crate::domain::policy::Policy;

    fn person() -> (IdentityNumber, Mobile, Vec<IdDate>) {
        (
            IdentityNumber::parse("1101798278").unwrap(),
            Mobile::parse("0501234567").unwrap(),
            vec![IdDate::parse("1992-08-26").unwrap()],
        )
    }

    fn suggested(name: &str, seed: u8, is_free: impl FnMut(&Username) -> bool) -> Vec<String> {
        let (identity, mobile, dates) = person();
        let undisclosed = Undisclosed {
            identity: &identity,
            mobile: Some(&mobile),
            dates: &dates,
        };
        let policy = Policy::default().username;
        let names = suggest(
            &PersonName::parse(name).unwrap(),
            undisclosed,
            &policy,
            [seed; 32],
            is_free,
        );
        names.iter().map(|name| name.as_str().to_owned()).collect()
    }

    fn letters(name: &str) -> &str {
        name.trim_end_matches(|c: char| c.is_ascii_digit())
    }

    #[test]
    fn three_names_that_a_person_would_want() {
        for (name, wanted) in [
            ("محمد عبدالله الحربي", ["mohammedalharbi", "malharbi", "mohammed"]),
            ("سارة القحطاني", ["sarahalqahtani", "salqahtani", "sarah"]),
            ("José da Silva", ["josesilva", "jsilva", "jose"]),
            ("علي", ["ali", "ali", "ali"]),
            ("राम", ["user", "user", "user"]),
        ] {
            let names = suggested(name, 7, |_| true);
            for (name, wanted) in names.iter().zip(wanted) {
                assert_eq!(letters(name), wanted, "{names:?}");
            }
        }
        assert_eq!(suggested("محمد", 7, |_| true), suggested("محمد", 7, |_| true));
        assert_ne!(suggested("محمد", 7, |_| true), suggested("محمد", 8, |_| true));
    }

    #[test]
    fn looking_up_has_its_bound_and_taken_names_are_passed_over() {
        let mut asked = 0;
        let none = suggested("محمد عبدالله الحربي", 1, |_| {
            asked += 1;
            false
        });
        assert!(none.is_empty() && (12..=MOST_LOOKUPS).contains(&asked), "{asked}");
        let free = suggested("محمد عبدالله الحربي", 1, |name| {
            name.as_str().len() > 18
        });
        assert_eq!(free.len(), SUGGESTIONS);
        assert!(free.iter().all(|name| name.len() > 18));
    }

    proptest! {
        #[test]
        fn every_suggestion_keeps_the_rules(
            name in "\\PC{1,60}|[ا-ي]{1,20}( [ا-ي]{1,20}){0,3}|[A-Z][a-z]{0,40}",
            seed in any::<u8>(),
        ) {
            prop_assume!(PersonName::parse(&name).is_ok());
            let names = suggested(&name, seed, |_| true);
            prop_assert_eq!(names.iter().collect::<HashSet<_>>().len(), names.len());
            prop_assert!(names.len() == SUGGESTIONS, "{:?}", names);
            for name in names {
                prop_assert!(Username::choose(&name, &Policy::default().username).is_ok());
                prop_assert!(!name.contains(['_', '.', '0', '1']));
                let digits = &name[letters(&name).len()..];
                for pair in digits.as_bytes().windows(2) {
                    let pair = std::str::from_utf8(pair).unwrap();
                    for number in ["1101798278", "01234567", "1992", "26", "08"] {
                        prop_assert!(!number.contains(pair), "{name} shows {pair} of {number}");
                    }
                }
            }
        }
    }
}
