//! `staff add`, `disable`, `reset` and `list`.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use serde_json::json;

use crate::desk::staff::{FoundingRefusal, PasswordRefusal, RosterRefusal};
use crate::domain::applicant::PersonName;
use crate::domain::password::PasswordFaults;
use crate::domain::policy::PasswordPolicy;
use crate::domain::secret::Secret;
use crate::domain::staff::phrase::{Phrase, PhraseError};
use crate::domain::staff::{Member, Right, Role, Staff};
use crate::i18n::Texts;

use super::at_terminal::{AtTerminal, Run, SignIn, identity, secret};
use super::{Failure, Session, logging, output, wording};

/// What can be done with staff.
#[derive(Debug, Subcommand)]
pub enum StaffCommand {
    /// Adds somebody.
    Add(Add),
    /// Lets somebody sign in no more.
    Disable {
        /// Who.
        identity: String,
        /// Who does it.
        #[command(flatten)]
        by: SignIn,
    },
    /// Gives somebody another password.
    Reset(Reset),
    /// Lists everybody.
    List {
        /// For programs.
        #[arg(long)]
        json: bool,
        /// Who reads it.
        #[command(flatten)]
        by: SignIn,
    },
}

/// Whom `staff add` adds.
#[derive(Debug, Args)]
pub struct Add {
    identity: String,
    #[arg(long)]
    name: String,
    #[arg(long, value_parser = role)]
    role: Role,
    #[arg(long, value_name = "FILE")]
    given_file: Option<PathBuf>,
    #[command(flatten)]
    by: SignIn,
}

/// Whose password `staff reset` sets.
#[derive(Debug, Args)]
pub struct Reset {
    identity: String,
    #[arg(long, value_name = "FILE")]
    given_file: Option<PathBuf>,
    #[arg(long, conflicts_with_all = ["acting", "password_file"])]
    with_phrase: bool,
    #[arg(long, value_name = "FILE", requires = "with_phrase")]
    phrase_file: Option<PathBuf>,
    #[command(flatten)]
    by: SignIn,
}

const fn word(role: Role) -> &'static str {
    match role {
        Role::Clerk => "clerk",
        Role::Supervisor => "supervisor",
        Role::Auditor => "auditor",
    }
}

fn role(text: &str) -> Result<Role, &'static str> {
    let found = Role::ALL.into_iter().find(|role| word(*role) == text);
    found.ok_or("no role")
}

/// Does it.
///
/// # Errors
/// A sentence for whatever stands in the way.
pub fn run(session: &Session, command: &StaffCommand) -> Result<(), Failure> {
    match command {
        StaffCommand::Add(add) => add_staff(session, add),
        StaffCommand::Disable { identity, by } => disable(session, identity, by),
        StaffCommand::Reset(reset) if reset.with_phrase => reset_with_phrase(session, reset),
        StaffCommand::Reset(reset) => reset_staff(session, reset),
        StaffCommand::List { json, by } => list(session, *json, by),
    }
}

fn begin(session: &Session, by: &SignIn, command: &'static str) -> Result<AtTerminal, Failure> {
    let configuration = session.configuration()?;
    logging::start(&session.places.log(), configuration.log);
    let run = Run {
        right: Right::ManageStaff,
        command,
        file_hash: None,
    };
    AtTerminal::begin(session, &configuration, by, run)
}

/// A password for somebody else, typed twice; a file holds it once.
fn given(texts: Texts, file: Option<&PathBuf>) -> Result<(Secret, Secret), Failure> {
    let file = file.map(PathBuf::as_path);
    let password = secret(texts, file, texts.roster_prompt_given())?;
    let repeat = match file {
        Some(_) => password.clone(),
        None => secret(texts, None, texts.roster_prompt_repeat())?,
    };
    Ok((password, repeat))
}

fn add_staff(session: &Session, add: &Add) -> Result<(), Failure> {
    let texts = session.texts;
    let name = PersonName::parse(&add.name)
        .map_err(|error| Failure::of(texts.usage_value_of(texts.import_field_name(), wording::name(texts, error))))?;
    let staff = Staff {
        identity: identity(texts, &add.identity)?,
        name,
        role: add.role,
    };
    let open = begin(session, &add.by, "staff add")?;
    let (password, repeat) = given(texts, add.given_file.as_ref())?;
    let added = open.wait(open.desk.add_staff(staff, password, repeat))?;
    added.map_err(|refusal| unchanged(texts, &refusal, &open.desk.policy().password))?;
    output::line(&texts.roster_added());
    Ok(())
}

fn disable(session: &Session, number: &str, by: &SignIn) -> Result<(), Failure> {
    let texts = session.texts;
    let number = identity(texts, number)?;
    let open = begin(session, by, "staff disable")?;
    let disabled = open.wait(open.desk.disable_staff(number))?;
    disabled.map_err(|refusal| unchanged(texts, &refusal, &open.desk.policy().password))?;
    output::line(&texts.roster_disabled());
    Ok(())
}

fn reset_staff(session: &Session, reset: &Reset) -> Result<(), Failure> {
    let texts = session.texts;
    let number = identity(texts, &reset.identity)?;
    let open = begin(session, &reset.by, "staff reset")?;
    let (password, repeat) = given(texts, reset.given_file.as_ref())?;
    let given = open.wait(open.desk.reset_staff(number, password, repeat))?;
    given.map_err(|refusal| unchanged(texts, &refusal, &open.desk.policy().password))?;
    output::line(&texts.roster_reset());
    Ok(())
}

/// The way back in where the last supervisor forgot their password: nobody signs in, the phrase alone counts.
fn reset_with_phrase(session: &Session, reset: &Reset) -> Result<(), Failure> {
    let texts = session.texts;
    let number = identity(texts, &reset.identity)?;
    let configuration = session.configuration()?;
    logging::start(&session.places.log(), configuration.log);
    let open = AtTerminal::open(session, &configuration)?;
    let typed = secret(texts, reset.phrase_file.as_deref(), texts.roster_prompt_phrase())?;
    let phrase = Phrase::parse(&typed).map_err(|error| {
        Failure::of(match error {
            PhraseError::Count { found } => texts.roster_phrase_count(found),
            PhraseError::Unknown { place } => texts.roster_phrase_unknown(place),
        })
    })?;
    let (password, repeat) = given(texts, reset.given_file.as_ref())?;
    let desk = &open.desk;
    let done = open.wait(desk.reset_with_phrase(phrase, number, password, repeat))?;
    done.map_err(|refusal| match refusal {
        FoundingRefusal::Password(refusal) => not_taken(texts, &refusal, &desk.policy().password),
        FoundingRefusal::Paused { until } => {
            Failure::with_advice(texts.roster_paused(open.on_the_wall(until)), texts.roster_paused_do())
        }
        _ => Failure::with_advice(texts.roster_phrase_wrong(), texts.roster_phrase_wrong_do()),
    })?;
    output::line(&texts.roster_reset_own());
    Ok(())
}

fn list(session: &Session, json: bool, by: &SignIn) -> Result<(), Failure> {
    let texts = session.texts;
    let open = begin(session, by, "staff list")?;
    let members = open.wait(open.desk.members())?;
    if json {
        let told: Vec<_> = members.iter().map(for_a_program).collect();
        output::json(&json!({ "staff": told }));
        return Ok(());
    }
    for member in &members {
        let state = match member {
            Member { disabled: true, .. } => texts.roster_state_disabled(),
            Member { must_change: true, .. } => texts.roster_state_must_change(),
            _ => texts.roster_state_active(),
        };
        let Staff { identity, name, role } = &member.staff;
        output::line(&texts.roster_line(name.as_str(), identity.masked(), texts.role(*role), state));
    }
    Ok(())
}

fn for_a_program(member: &Member) -> serde_json::Value {
    json!({
        "identity_number": member.staff.identity.masked(),
        "name": member.staff.name.as_str(),
        "role": word(member.staff.role),
        "disabled": member.disabled,
        "must_change_password": member.must_change,
    })
}

/// Why the list of staff is as it was.
fn unchanged(texts: Texts, refusal: &RosterRefusal, rules: &PasswordPolicy) -> Failure {
    match refusal {
        RosterRefusal::There => Failure::of(texts.roster_there()),
        RosterRefusal::NotThere => Failure::of(texts.roster_not_there()),
        RosterRefusal::LastSupervisor => {
            Failure::with_advice(texts.roster_last_supervisor(), texts.roster_last_supervisor_do())
        }
        RosterRefusal::Password(refusal) => not_taken(texts, refusal, rules),
    }
}

/// Why a password was not taken, rule by rule.
fn not_taken(texts: Texts, refusal: &PasswordRefusal, rules: &PasswordPolicy) -> Failure {
    match refusal {
        PasswordRefusal::Faults(PasswordFaults::Rules(faults)) => {
            let broken = faults.iter().map(|fault| texts.password_fault(*fault, rules));
            Failure(std::iter::once(texts.roster_not_taken()).chain(broken).collect())
        }
        PasswordRefusal::Faults(PasswordFaults::RepeatDiffers) => Failure::of(texts.password_error_repeat()),
        PasswordRefusal::UsedBefore | PasswordRefusal::Old(_) => Failure::of(texts.roster_used_before()),
    }
}
