//! Judges rows: each becomes a person of the registry with their mobiles, or is refused with every reason at once.

use std::collections::HashMap;

use super::column::{Column, Fault};
use crate::command::import::rows::Row;
use crate::command::import::{self, Reason};
use crate::domain::applicant::{IdDate, IdentityNumber, Mobile, Operator, PersonName};
use crate::domain::registry::{Person, Registered, RegisteredMobile};

/// What stands between the mobiles of a person.
const BETWEEN: char = ';';
/// The operator that is none of the approved ones.
const NOT_APPROVED: &str = "other";

type Judge<'a> = import::Judge<'a, Column>;

/// Judges all rows, and what they have in common: no identity number and no mobile stands in two of them.
///
/// # Errors
/// Every fault of every row, in their order.
pub fn judge(rows: &[Row<Column>]) -> Result<Vec<Registered>, Vec<Fault>> {
    let (mut people, mut faults) = (Vec::with_capacity(rows.len()), Vec::new());
    let mut numbers: HashMap<IdentityNumber, u64> = HashMap::new();
    let mut mobiles: HashMap<Mobile, u64> = HashMap::new();
    for row in rows {
        let mut judge = Judge {
            row,
            faults: &mut faults,
        };
        let Some(one) = registered(&mut judge) else { continue };
        if let Some(line) = numbers.insert(one.number, row.line) {
            judge.fault(Column::Identity, Reason::Twice { line });
        }
        for held in &one.mobiles {
            if let Some(line) = mobiles.insert(held.mobile, row.line) {
                judge.fault(Column::Mobiles, Reason::Twice { line });
            }
        }
        people.push(one);
    }
    if faults.is_empty() { Ok(people) } else { Err(faults) }
}

fn registered(judge: &mut Judge<'_>) -> Option<Registered> {
    let number = judge.identity(Column::Identity, Column::Kind);
    let name = judge.optional(Column::Name, |text| PersonName::parse(text).map_err(Reason::Name));
    let expiry = judge.optional(Column::Expiry, |text| IdDate::parse(text).map_err(Reason::Expiry));
    let active = judge.optional(Column::InForce, yes_or_no);
    let mobiles = mobiles(judge);
    let number = number?;
    Some(Registered {
        number,
        person: Person {
            name: name?,
            kind: number.kind(),
            expiry: expiry?,
            active: active?.unwrap_or(true),
        },
        mobiles: mobiles?,
    })
}

fn mobiles(judge: &mut Judge<'_>) -> Option<Vec<RegisteredMobile>> {
    let row = judge.row;
    let typed = row.value(Column::Mobiles);
    let count = if typed.is_empty() {
        0
    } else {
        typed.split(BETWEEN).count()
    };
    let operators = for_each(judge, Column::Operator, count, approved);
    let active = for_each(judge, Column::Active, count, yes_or_no);
    if count == 0 {
        return operators.and(active).map(|_| Vec::new());
    }
    let mut mobiles = Vec::with_capacity(count);
    for text in typed.split(BETWEEN) {
        let mobile = Mobile::parse(text).map_err(Reason::Mobile);
        mobiles.push(judge.taken(Column::Mobiles, mobile));
    }
    let mobiles: Option<Vec<Mobile>> = mobiles.into_iter().collect();
    let all = mobiles?.into_iter().zip(operators?).zip(active?);
    let registered = all.map(|((mobile, operator_approved), active)| RegisteredMobile {
        mobile,
        active,
        operator_approved,
    });
    Some(registered.collect())
}

/// One value for each of so many mobiles: as many stand there, or one for all.
fn for_each(
    judge: &mut Judge<'_>,
    column: Column,
    count: usize,
    read: fn(&str) -> Result<bool, Reason>,
) -> Option<Vec<bool>> {
    let typed = judge.row.value(column);
    let values: Vec<&str> = typed.split(BETWEEN).map(str::trim).collect();
    match (typed.is_empty(), values.as_slice()) {
        (true, _) if count == 0 => Some(Vec::new()),
        (true, _) => judge.taken(column, Err(Reason::Missing)),
        (false, [one]) if count > 0 => {
            let value = read(one);
            judge.taken(column, value).map(|value| vec![value; count])
        }
        (false, values) if values.len() == count => {
            let all = values.iter().map(|value| read(value)).collect();
            judge.taken(column, all)
        }
        _ => judge.taken(column, Err(Reason::AsManyAsMobiles)),
    }
}

fn yes_or_no(text: &str) -> Result<bool, Reason> {
    match text.to_lowercase().as_str() {
        "yes" => Ok(true),
        "no" => Ok(false),
        _ => Err(Reason::YesNo),
    }
}

/// Whether an operator is an approved one. A word that is none is refused: taken for "not approved", a misspelling would
/// turn people away.
fn approved(text: &str) -> Result<bool, Reason> {
    let word = text.to_lowercase();
    match Operator::of_word(&word) {
        Some(_) => Ok(true),
        None if word == NOT_APPROVED => Ok(false),
        None => Err(Reason::Operator),
    }
}

#[cfg(test)]
mod tests;
