//! Judges rows: each becomes the draft of an account, or is refused with every reason at once.

use std::collections::HashMap;

use zeroize::Zeroizing;

use crate::adapter::argon2;
use crate::desk::accounts::{Draft, Lookup};
use crate::domain::answer::{self, NormalisedAnswer};
use crate::domain::applicant::{Email, IdDate, Mobile, PersonName, Username};
use crate::domain::language::Language;
use crate::domain::policy::QuestionPolicy;
use crate::domain::question::QuestionId;
use crate::i18n::Locale;

use super::column::{Column, Fault};
use super::column_of;
use crate::command::import::rows::Row;
use crate::command::import::{self, Reason};

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
pub fn judge(rows: Vec<Row<Column>>, rules: &Rules) -> Result<Vec<(u64, Draft)>, Vec<Fault>> {
    let (mut drafts, mut faults) = (Vec::with_capacity(rows.len()), Vec::new());
    let mut seen: HashMap<(Column, String), u64> = HashMap::new();
    for row in rows {
        let mut judge = import::Judge {
            row: &row,
            faults: &mut faults,
        };
        let Some(draft) = draft(&mut judge, rules) else {
            continue;
        };
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

type Judge<'a> = import::Judge<'a, Column>;

fn draft(judge: &mut Judge<'_>, rules: &Rules) -> Option<Draft> {
    let row = judge.row;
    let identity = judge.identity(Column::Identity, Column::Kind);
    let name = PersonName::parse(row.value(Column::Name)).map_err(Reason::Name);
    let name = judge.taken(Column::Name, name);
    let mobile = Mobile::parse(row.value(Column::Mobile)).map_err(Reason::Mobile);
    let mobile = judge.taken(Column::Mobile, mobile);
    let email = judge.optional(Column::Email, |text| Email::parse(text).map_err(Reason::Email));
    let username = Username::parse(row.value(Column::Username)).map_err(Reason::Username);
    let username = judge.taken(Column::Username, username);
    let expiry = judge.optional(Column::Expiry, |text| IdDate::parse(text).map_err(Reason::Expiry));
    let language = judge.optional(Column::Language, |text| spoken(text).ok_or(Reason::Language));
    let password = judge.optional(Column::Password, |phc| argon2::import(phc).ok_or(Reason::Hash));
    let questions = questions(judge, rules);
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

fn questions(judge: &mut Judge<'_>, rules: &Rules) -> Option<Vec<(QuestionId, NormalisedAnswer)>> {
    let before = judge.faults.len();
    let mut questions: Vec<(QuestionId, NormalisedAnswer)> = Vec::new();
    let mut last = None;
    for number in 1..=MOST_QUESTIONS {
        let (asked, answered) = (Column::Question(number), Column::Answer(number));
        let (question, answer) = (
            judge.row.value(asked),
            Zeroizing::new(judge.row.value(answered).to_owned()),
        );
        match (question, answer.as_str()) {
            ("", "") => continue,
            ("", _) => judge.fault(asked, Reason::Alone),
            (_, "") => judge.fault(answered, Reason::Alone),
            (question, answer) => {
                let question = QuestionId::parse(question).map_err(|_| Reason::Question);
                let question = judge.taken(asked, question);
                let answer = answer::normalise(answer, rules.shortest_answer).map_err(Reason::Answer);
                let answer = judge.taken(answered, answer);
                let (Some(question), Some(answer)) = (question, answer) else {
                    continue;
                };
                if questions.iter().any(|(one, _)| *one == question) {
                    judge.fault(asked, Reason::QuestionTwice);
                }
                questions.push((question, answer));
            }
        }
        last = Some(asked);
    }
    let enrolled = rules.enrolled;
    let count = u32::try_from(questions.len()).unwrap_or(u32::MAX);
    if judge.faults.len() == before && count != 0 && count != enrolled {
        let last = last.unwrap_or(Column::Question(1));
        judge.fault(last, Reason::QuestionCount { enrolled });
    }
    (judge.faults.len() == before).then_some(questions)
}

fn spoken(tag: &str) -> Option<Language> {
    let language = Language::parse(tag)?;
    let is_spoken = Locale::all().iter().any(|locale| locale.language() == language);
    is_spoken.then_some(language)
}

#[cfg(test)]
mod tests;
