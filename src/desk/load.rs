//! What a use case reads before it decides, and how it is written back.

use crate::domain::account::{Account, EnrolledQuestion};
use crate::domain::answer;
use crate::domain::applicant::{Email, Mobile, Username};
use crate::domain::id::{AccountId, VisitId};
use crate::domain::language::Language;
use crate::domain::limit::{Subject, TallyKey, TallyKind};
use crate::domain::message::{Delivery, Message};
use crate::domain::question::Catalogue;
use crate::domain::recovery::{Effects, NewMessage, Recovery, Tallies};
use crate::domain::time::{Moment, Timestamp};
use crate::port::{Change, Commit, StoreError, SubjectOf, Version, Versioned};

use super::Inner;

/// Counters as they were read, to be written back where they moved.
pub(super) struct Counters {
    read: [(TallyKey, Versioned<crate::domain::limit::Tally>); 7],
    pub(super) tallies: Tallies,
}

impl Counters {
    /// The changes that write back what moved since they were read.
    pub(super) fn changes(self) -> Vec<Change> {
        let Tallies {
            wrong_answers,
            wrong_codes,
            account_sends,
            mobile_sends,
            desk_unmatched,
            clerk_unmatched,
            username_checks,
        } = self.tallies;
        let now = [
            wrong_answers,
            wrong_codes,
            account_sends,
            mobile_sends,
            desk_unmatched,
            clerk_unmatched,
            username_checks,
        ];
        self.read
            .into_iter()
            .zip(now)
            .filter(|((_, read), now)| read.record != *now)
            .map(|((key, read), tally)| Change::Tally {
                key,
                tally,
                version: read.version,
            })
            .collect()
    }
}

impl Inner {
    /// Reads the counters of a subject and a mobile, and those of the desk and the clerk.
    pub(super) fn counters(&self, subject: Subject, mobile: Subject) -> Result<Counters, StoreError> {
        let keys = &self.ports.keys;
        let workplace = self.workplace();
        let desk = keys.subject(SubjectOf::Desk(&workplace.centre, &workplace.desk));
        let clerk = self.seated().map(|staff| staff.identity);
        let clerk = keys.subject(clerk.as_ref().map_or(SubjectOf::Desk("", ""), SubjectOf::Clerk));
        let read = |kind, subject| -> Result<_, StoreError> {
            let key = TallyKey { kind, subject };
            Ok((key, self.ports.store.tally(key)?))
        };
        let read = [
            read(TallyKind::WrongAnswers, subject)?,
            read(TallyKind::WrongCodes, subject)?,
            read(TallyKind::AccountSends, subject)?,
            read(TallyKind::MobileSends, mobile)?,
            read(TallyKind::DeskUnmatched, desk)?,
            read(TallyKind::ClerkUnmatched, clerk)?,
            read(TallyKind::UsernameChecks, desk)?,
        ];
        let [
            wrong_answers,
            wrong_codes,
            account_sends,
            mobile_sends,
            desk_unmatched,
            clerk_unmatched,
            username_checks,
        ] = read.each_ref().map(|(_, tally)| tally.record.clone());
        let tallies = Tallies {
            wrong_answers,
            wrong_codes,
            account_sends,
            mobile_sends,
            desk_unmatched,
            clerk_unmatched,
            username_checks,
        };
        Ok(Counters { read, tallies })
    }

    /// As much as is held in memory of somebody known. Where nothing is, the slow hashes find their memory at another
    /// place, which was measured to take half a millisecond less: enough to tell known people from unknown ones.
    pub(super) fn stand_in(&self) -> Option<Account> {
        let clerk = self.seated()?;
        let dummy = self.ports.hasher.dummy();
        let enrolled = usize::try_from(self.policy.questions.enrolled).unwrap_or(0);
        let questions = Catalogue::all().take(enrolled).map(|question| EnrolledQuestion {
            question,
            normaliser: answer::VERSION,
            answer: dummy.clone(),
        });
        Some(Account {
            id: AccountId::from_bytes([0; 16]),
            identity: clerk.identity,
            name: clerk.name,
            mobile: Mobile::parse("0500000000").ok()?,
            email: Email::parse("nobody@example.org").ok(),
            username: Username::parse("Nobody00").ok()?,
            expiry: None,
            language: Language::ARABIC,
            password: Some(dummy.clone()),
            previous_passwords: Vec::new(),
            questions: questions.collect(),
        })
    }

    /// The commit that carries a visit to its next state.
    pub(super) fn commit_of(&self, moment: Moment, next: &Recovery, version: Version, effects: Effects) -> Commit {
        let visit = next.visit().id;
        let entries = effects
            .facts
            .into_iter()
            .map(|fact| self.entry(Some(visit), fact))
            .collect();
        let record = Change::Visit {
            visit: Box::new(next.record()),
            version,
        };
        let messages = effects.messages.into_iter().map(|new| queued(new, visit, moment.at));
        Commit {
            moment,
            entries,
            changes: std::iter::once(record).chain(messages).collect(),
        }
    }
}

pub(super) fn queued(new: NewMessage, visit: VisitId, now: Timestamp) -> Change {
    let NewMessage {
        id,
        account,
        to,
        kind,
        language,
        expires,
    } = new;
    let delivery = Delivery::fresh(now);
    let message = Message {
        id,
        visit,
        account,
        to,
        kind,
        language,
        created: now,
        expires,
        delivery,
    };
    Change::Message {
        message: Box::new(message),
        version: Version::default(),
    }
}
