//! The made-up people of training, tour and drill: `assets/training/people.csv`, made by [`csv`] from a seed.
//!
//! Nobody in it is real: numbers are drawn at random (with a right check digit), addresses lie in domains that are
//! reserved for examples. Each person's answers stand in the file; all have [`PASSWORD`]. Every ninth ID is expired,
//! every twelfth person has no questions, every tenth no email.
//!
//! The registry knows them all, and some who have no account yet: `assets/training/registry.csv`, from the same
//! generator. There is one of these for each thing that a registration can meet ([`Case`]).

mod made_up;

use crate::desk::accounts::{Accounts, Draft};
use crate::desk::{Desk, DeskError};
use crate::domain::applicant::{IdentityNumber, PersonName};
use crate::domain::registry::Roll;
use crate::domain::secret::Secret;
use crate::domain::staff::{Role, Staff};
use crate::i18n::Texts;

use super::accounts::column::Column;
use super::accounts::draft::{Rules, judge};
use super::import::{digest, rows};
use super::output::Progress;
use super::{Failure, registry, wording};

pub use made_up::newcomers::{Case, Newcomer};
pub use made_up::{csv, newcomers, registry_csv};

/// The people, as a file that `accounts import` takes.
pub const SAMPLE: &str = include_str!("../../assets/training/people.csv");

/// Everybody whom the registry knows, as a file that `registry import` takes.
pub const REGISTRY: &str = include_str!("../../assets/training/registry.csv");

/// The password that everybody in the sample has before it is recovered.
pub const PASSWORD: &str = "Sunbula-1448-Qamar";

/// How many more people without an account come to a drill. It reads them all as it starts.
pub const CROWD: usize = 600;

/// The identity number of the made-up clerk. Nobody in the sample has it.
pub const CLERK: &str = "1000000008";

/// The identity number of a made-up supervisor.
pub const SUPERVISOR: &str = "1000000016";

/// The identity number of another one: some things take two.
pub const SECOND_SUPERVISOR: &str = "1000000099";

/// A number of the right form that nobody in the sample has.
pub const NOBODY: &str = "1101798278";

/// What every person of the sample has or has not.
const RULES: Rules = Rules {
    enrolled: 3,
    shortest_answer: 2,
};

/// The people of the sample, in its order.
pub fn drafts() -> Vec<Draft> {
    let rows = rows::read(std::path::Path::new("people.csv"), SAMPLE.as_bytes());
    let drafts = rows.and_then(|rows| judge(rows, &RULES));
    drafts.unwrap_or_default().into_iter().map(|(_, draft)| draft).collect()
}

/// The people of the sample, each with their answers as they stand there.
pub fn with_answers() -> Vec<(Draft, Vec<String>)> {
    let rows = rows::read(std::path::Path::new("people.csv"), SAMPLE.as_bytes()).unwrap_or_default();
    let answers = rows.iter().map(|row| {
        let answers = (1..=3).map(|number| row.value(Column::Answer(number)).to_owned());
        answers.filter(|answer| !answer.is_empty()).collect()
    });
    drafts().into_iter().zip(answers.collect::<Vec<_>>()).collect()
}

/// What the registry of training and tour holds.
pub fn roll() -> Roll {
    roll_of(REGISTRY)
}

/// The same for a drill, with so many more people who have no account.
pub fn crowd(more: usize) -> Roll {
    roll_of(&registry_csv(more))
}

fn roll_of(file: &str) -> Roll {
    let rows = rows::read(std::path::Path::new("registry.csv"), file.as_bytes());
    let people = rows.and_then(|rows| registry::draft::judge(&rows));
    Roll {
        complete: false,
        people: people.unwrap_or_default(),
    }
}

/// The made-up person who shows a case.
pub fn newcomer(case: Case) -> Option<Newcomer> {
    Case::ALL
        .into_iter()
        .zip(newcomers())
        .find(|(one, _)| *one == case)
        .map(|(_, person)| person)
}

/// The made-up clerk.
pub fn clerk(texts: Texts) -> Option<Staff> {
    staff(CLERK, &texts.usage_training_clerk(), Role::Clerk)
}

fn staff(number: &str, name: &str, role: Role) -> Option<Staff> {
    Some(Staff {
        identity: IdentityNumber::parse(number).ok()?,
        name: PersonName::parse(name).ok()?,
        role,
    })
}

/// Puts the made-up staff into a store of made-up people that does not know them yet; all have [`PASSWORD`].
///
/// # Errors
/// A sentence for whatever stands in the way.
pub fn settle_staff(texts: Texts, desk: &Desk) -> Result<(), Failure> {
    let Some(practice) = desk.kind().practice() else {
        return Ok(());
    };
    let runtime = tokio::runtime::Builder::new_current_thread().build();
    let runtime = runtime.map_err(|_| Failure::of(texts.usage_no_memory()))?;
    let settled = runtime.block_on(desk.settle_made_up_staff(made_up_staff(texts), practice));
    settled.map_err(|error| match error {
        DeskError::Store(error) => wording::store(texts, &error),
        _ => Failure::of(texts.error_not_opened()),
    })
}

/// The made-up clerk and both supervisors, with their password.
pub fn made_up_staff(texts: Texts) -> Vec<(Staff, Secret)> {
    let all = [
        clerk(texts),
        staff(SUPERVISOR, &texts.usage_training_supervisor(), Role::Supervisor),
        staff(
            SECOND_SUPERVISOR,
            &texts.usage_training_supervisor_2(),
            Role::Supervisor,
        ),
    ];
    let all = all.into_iter().flatten();
    all.map(|one| (one, Secret::from(PASSWORD))).collect()
}

/// Puts the first `count` people of the sample into a store that nothing was ever written to.
///
/// # Errors
/// A sentence for whatever stands in the way.
pub fn settle(texts: Texts, accounts: &Accounts, count: usize) -> Result<(), Failure> {
    if !accounts.nothing_was_written() {
        return Ok(());
    }
    let accounts = accounts.of_made_up_people();
    let no_memory = |_| Failure::of(texts.usage_no_memory());
    // One hash for all: nobody here has anything to protect, and the first start stays quick.
    let password = accounts.hash(&Secret::from(PASSWORD)).map_err(no_memory)?;
    let mut drafts = drafts();
    drafts.truncate(count);
    for draft in &mut drafts {
        draft.password = Some(password.clone());
    }
    let mut progress = Progress::start();
    let mut tell = |done: usize| progress.tell(|| texts.import_writing(done, drafts.len()));
    let made = accounts.make(&drafts, &mut tell).map_err(no_memory)?;
    let imported = accounts.import(made, digest(SAMPLE.as_bytes()));
    imported.map_err(|error| wording::store(texts, &error))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
    use std::collections::HashSet;

    use super::*;
    use crate::domain::applicant::ApplicantKind;
    use crate::domain::language::Language;
    use crate::domain::password::{NewPassword, PersonalWords};
    use crate::domain::policy::PasswordPolicy;

    /// `ISTIADA_WRITE_SAMPLE=1 cargo test --lib people::` writes the files anew.
    #[test]
    fn the_file_is_what_the_generator_makes() {
        if std::env::var_os("ISTIADA_WRITE_SAMPLE").is_some() {
            let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/training/people.csv");
            std::fs::write(&path, csv()).unwrap();
            std::fs::write(path.with_file_name("registry.csv"), registry_csv(0)).unwrap();
        }
        assert!(
            SAMPLE == csv() && REGISTRY == registry_csv(0),
            "write them anew as this test's comment says"
        );
    }

    #[test]
    fn two_hundred_people_of_every_sort() {
        let rows = rows::read(std::path::Path::new("people.csv"), SAMPLE.as_bytes()).unwrap();
        let drafts = judge(rows, &RULES).map_err(|faults| {
            faults
                .iter()
                .map(|fault| fault.sentence(Texts::of(Language::ENGLISH)))
                .collect::<Vec<_>>()
        });
        let drafts = drafts.unwrap();
        let count = |pick: &dyn Fn(&Draft) -> bool| drafts.iter().filter(|(_, draft)| pick(draft)).count();
        assert_eq!(drafts.len(), 200);
        assert!(count(&|draft| draft.identity.kind() == ApplicantKind::Citizen) >= 100);
        assert!(count(&|draft| draft.identity.kind() == ApplicantKind::Resident) >= 60);
        assert!(count(&|draft| draft.name.as_str().is_ascii()) >= 30);
        assert!(count(&|draft| draft.name.as_str().chars().any(|c| c > '\u{600}')) >= 100);
        assert!((10..=40).contains(&count(&|draft| draft.questions.is_empty())));
        assert!((10..=40).contains(&count(&|draft| draft.email.is_none())));
        let year = |draft: &Draft| draft.expiry.map(|expiry| expiry.year()).unwrap_or(9999);
        assert!(
            count(&|draft| year(draft) < 1448 || (1900..2026).contains(&year(draft))) >= 15,
            "expired"
        );
        assert!(count(&|draft| year(draft) < 1900) >= 50 && count(&|draft| year(draft) > 1900) >= 50);
        let names: HashSet<_> = drafts.iter().map(|(_, draft)| draft.name.as_str()).collect();
        assert!(names.len() >= 195, "{}", names.len());
        assert!(
            drafts
                .iter()
                .all(|(_, draft)| ![CLERK, SUPERVISOR, SECOND_SUPERVISOR, NOBODY].contains(&draft.identity.digits()))
        );
    }

    #[test]
    fn the_password_keeps_the_rules() {
        let password = Secret::from(PASSWORD);
        for draft in drafts() {
            let about = PersonalWords {
                username: Some(draft.username),
                identity: Some(draft.identity),
                mobile: Some(draft.mobile),
                email: draft.email,
                name: Some(draft.name),
                ..PersonalWords::default()
            };
            NewPassword::choose(&password, &password, &about, &PasswordPolicy::default()).unwrap();
        }
    }
}
