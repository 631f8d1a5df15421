//! Both codes matched, and somebody may have an account already. What becomes of the registration then is decided here
//! alone, so that it can be read in one place.

use crate::domain::fact::Fact;
use crate::domain::recovery::identity::{Candidate, Claim, Identifier, IdentityWanted};
use crate::domain::recovery::questions::QuestionsAsked;
use crate::domain::recovery::{Context, Effects, Ended, Step};

use super::Registration;
use super::codes::{CodesWanted, Owner, Owners, closed};

/// Where a typed code leads.
pub(super) enum After {
    /// On.
    On(Box<Registration>),
    /// The identity has an account, and its mobile was proven: to its questions, as in the short way.
    Known(Box<QuestionsAsked>),
    /// Something is another account's: the closing sentence.
    Closed(Box<Ended>),
}

/// Asks who has an account, and decides.
pub(super) fn judged(
    state: CodesWanted,
    owners: &dyn Owners,
    effects: Effects,
    context: &mut Context<'_>,
) -> Step<After> {
    let person = &state.draft.person;
    let owner = owners.owner(&person.identity, &person.mobile, &state.draft.email);
    match owner.account {
        None if !owner.contact_taken => Step {
            state: After::On(Box::new(state.proven())),
            effects,
        },
        Some((ref account, _)) if account.mobile == person.mobile => known(state, &owner, effects, context),
        _ => refused(state, effects, context),
    }
}

/// The owner is asked the account's questions. What was typed for a new account is dropped. An account that is paused
/// or has no questions is met by the same rules as in a recovery: decoys, and answers that never match.
fn known(state: CodesWanted, owner: &Owner, mut effects: Effects, context: &mut Context<'_>) -> Step<After> {
    let person = &state.draft.person;
    let claim = Claim {
        identifier: Identifier::Number(person.identity),
        mobile: person.mobile,
    };
    let candidate = Candidate {
        account: owner.account.as_ref().map(|(account, subject)| (&**account, *subject)),
        pair: person.subject,
        mobile: person.mobile_subject,
        decoy: owner.decoy,
    };
    effects = effects.and(Fact::RegistrationClashed {
        subject: person.subject,
    });
    let CodesWanted { base, human, .. } = state;
    let asked = IdentityWanted::of_registration(base.visit.clone(), base.document, &human);
    match asked.given(&claim, candidate, context) {
        Ok(step) => {
            effects.facts.extend(step.effects.facts);
            let asked = match &base.contacts.mobile.proven {
                Some(mobile) => step.state.after(mobile, base.contacts.sent()),
                None => step.state,
            };
            Step {
                state: After::Known(Box::new(asked)),
                effects,
            }
        }
        Err(refused) => {
            let ended = refused.state.closed(effects);
            Step {
                state: After::Closed(Box::new(ended.state)),
                effects: ended.effects,
            }
        }
    }
}

/// Something belongs to another account. Nothing is made, and it counts like a recovery that found no match: whoever
/// tries many identities with a mobile of their own is paused with the desk.
fn refused(state: CodesWanted, effects: Effects, context: &mut Context<'_>) -> Step<After> {
    let mut effects = effects.and(Fact::RegistrationClashed {
        subject: state.draft.person.subject,
    });
    if let Some(until) = context.tallies.record_unmatched(context.policy, context.now) {
        effects = effects.and(Fact::DeskPaused { until });
    }
    let ended = *closed(state.base, effects);
    Step {
        state: After::Closed(Box::new(ended.state)),
        effects: ended.effects,
    }
}
