//! Judges rows: each becomes the draft of an account, or is refused with every reason at once.

use std::collections::HashMap;

use zeroize::Zeroizing;

use crate::adapter::argon2;
use crate::desk::accounts::{Draft, Lookup};
use crate::domain::answer::{self, NormalisedAnswer};
use crate::domain::applicant::{ApplicantKind, Email, IdDate, IdentityNumber, Mobile, PersonName, Username};
use crate::domain::language::Language;
use crate::domain::policy::QuestionPolicy;
use crate::domain::question::QuestionId;
use crate::i18n::Locale;

use super::column::{Column, Fault, Reason};
use super::column_of;
use super::rows::Row;

/// The most questions that a row can have.
const MOST_QUESTIONS: u8 = 9;

/// What the policy demands of a row.
#[derive(Clone, Copy, Debug)]
pub struct Rules {
    /// A person has no questions, or this many.
    pub enrolled: u32,
    /// The shortest answer, in normalised characters.
    pub shortest_answer: usize,
}

impl Rules {
    /// Those of a policy.
    pub fn of(policy: &QuestionPolicy) -> Self {
        Self {
            enrolled: policy.enrolled,
            shortest_answer: usize::try_from(policy.shortest_answer).unwrap_or(usize::MAX),
        }
    }
}

/// Judges all rows, and what they have in common.
///
/// # Errors
/// Every fault of every row, in their order.
pub fn judge(rows: Vec<Row>, rules: &Rules) -> Result<Vec<(u64, Draft)>, Vec<Fault>> {
    let (mut drafts, mut faults) = (Vec::with_capacity(rows.len()), Vec::new());
    let mut seen: HashMap<(Column, String), u64> = HashMap::new();
    for row in rows {
        let mut judge = Judge {
            row: &row,
            rules,
            faults: &mut faults,
        };
        let Some(draft) = judge.draft() else { continue };
        for (field, lookup) in draft.unique() {
            let column = column_of(field);
            let above = *seen.entry((column, canonical(lookup))).or_insert(row.line);
            if above != row.line {
                judge.fault(column, Reason::Twice { line: above });
            }
        }
        drafts.push((row.line, draft));
    }
    if faults.is_empty() { Ok(drafts) } else { Err(faults) }
}

/// One text for all spellings of a value.
fn canonical(lookup: Lookup<'_>) -> String {
    match lookup {
        Lookup::Identity(identity) => identity.digits().to_owned(),
        Lookup::Username(username) => username.folded().to_owned(),
        Lookup::Mobile(mobile) => mobile.e164(),
        Lookup::Email(email) => email.folded().to_owned(),
    }
}

struct Judge<'a> {
    row: &'a Row,
    rules: &'a Rules,
    faults: &'a mut Vec<Fault>,
}

impl Judge<'_> {
    fn fault(&mut self, column: Column, reason: Reason) {
        self.faults.push(Fault {
            line: self.row.line,
            column: Some(column),
            reason,
        });
    }

    fn taken<T>(&mut self, column: Column, result: Result<T, Reason>) -> Option<T> {
        result.map_err(|reason| self.fault(column, reason)).ok()
    }

    fn optional<T>(&mut self, column: Column, read: impl FnOnce(&str) -> Result<T, Reason>) -> Option<Option<T>> {
        match self.row.value(column) {
            "" => Some(None),
            value => {
                let read = read(value).map(Some);
                self.taken(column, read)
            }
        }
    }

    fn draft(&mut self) -> Option<Draft> {
        let row = self.row;
        let identity = IdentityNumber::parse(row.value(Column::Identity)).map_err(Reason::Identity);
        let identity = self.taken(Column::Identity, identity);
        let kind = self.kind(identity.as_ref());
        let name = PersonName::parse(row.value(Column::Name)).map_err(Reason::Name);
        let name = self.taken(Column::Name, name);
        let mobile = Mobile::parse(row.value(Column::Mobile)).map_err(Reason::Mobile);
        let mobile = self.taken(Column::Mobile, mobile);
        let email = self.optional(Column::Email, |text| Email::parse(text).map_err(Reason::Email));
        let username = Username::parse(row.value(Column::Username)).map_err(Reason::Username);
        let username = self.taken(Column::Username, username);
        let expiry = self.optional(Column::Expiry, |text| IdDate::parse(text).map_err(Reason::Expiry));
        let language = self.optional(Column::Language, |text| spoken(text).ok_or(Reason::Language));
        let password = self.optional(Column::Password, |phc| argon2::import(phc).ok_or(Reason::Hash));
        let questions = self.questions();
        kind?;
        Some(Draft {
            identity: identity?,
            name: name?,
            mobile: mobile?,
            email: email?,
            username: username?,
            expiry: expiry?,
            language: language?.unwrap_or(Language::ARABIC),
            password: password?,
            questions: questions?,
        })
    }

    fn kind(&mut self, identity: Option<&IdentityNumber>) -> Option<()> {
        let word = self.row.value(Column::Kind).to_lowercase();
        let kinds = [ApplicantKind::Citizen, ApplicantKind::Resident, ApplicantKind::Visitor];
        let kind = kinds.into_iter().find(|kind| kind.word() == word);
        let kind = self.taken(Column::Kind, kind.ok_or(Reason::KindUnknown))?;
        if identity.is_some_and(|identity| identity.kind() != kind) {
            self.fault(Column::Kind, Reason::KindDisagrees);
            return None;
        }
        Some(())
    }

    fn questions(&mut self) -> Option<Vec<(QuestionId, NormalisedAnswer)>> {
        let before = self.faults.len();
        let mut questions: Vec<(QuestionId, NormalisedAnswer)> = Vec::new();
        let mut last = None;
        for number in 1..=MOST_QUESTIONS {
            let (asked, answered) = (Column::Question(number), Column::Answer(number));
            let (question, answer) = (
                self.row.value(asked),
                Zeroizing::new(self.row.value(answered).to_owned()),
            );
            match (question, answer.as_str()) {
                ("", "") => continue,
                ("", _) => self.fault(asked, Reason::Alone),
                (_, "") => self.fault(answered, Reason::Alone),
                (question, answer) => {
                    let question = QuestionId::parse(question).map_err(|_| Reason::Question);
                    let question = self.taken(asked, question);
                    let answer = answer::normalise(answer, self.rules.shortest_answer).map_err(Reason::Answer);
                    let answer = self.taken(answered, answer);
                    let (Some(question), Some(answer)) = (question, answer) else {
                        continue;
                    };
                    if questions.iter().any(|(one, _)| *one == question) {
                        self.fault(asked, Reason::QuestionTwice);
                    }
                    questions.push((question, answer));
                }
            }
            last = Some(asked);
        }
        let enrolled = self.rules.enrolled;
        let count = u32::try_from(questions.len()).unwrap_or(u32::MAX);
        if self.faults.len() == before && count != 0 && count != enrolled {
            let last = last.unwrap_or(Column::Question(1));
            self.fault(last, Reason::QuestionCount { enrolled });
        }
        (self.faults.len() == before).then_some(questions)
    }
}

fn spoken(tag: &str) -> Option<Language> {
    let language = Language::parse(tag)?;
    let is_spoken = Locale::all().iter().any(|locale| locale.language() == language);
    is_spoken.then_some(language)
}

#[cfg(test)]
mod tests;
