//! What the applicant takes along: what was done for them, where and when. It bears no secret and no user name, and
//! their identity number with its last four digits alone.
//!
//! Only a visit in which something was done has one. A visit that was closed has none, whoever it was about: a paper
//! that says so would tell a person whom the store knows from one whom it does not.

use serde::{Deserialize, Serialize};

use super::applicant::{ApplicantKind, IdentityNumber};
use super::id::Reference;
use super::language::Language;
use super::recovery::proven::{Done, Outcome};
use super::service;
use super::staff::Workplace;
use super::time::Timestamp;

/// What a receipt calls the platform that the account is on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Platform {
    /// Its name; that of the receipt's language where there is none.
    pub name: Option<String>,
    /// Where it is found on the web.
    pub address: String,
}

/// A receipt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receipt {
    reference: Reference,
    language: Language,
    outcome: Outcome,
    kind: ApplicantKind,
    masked: String,
    workplace: Workplace,
    at: Timestamp,
    platform: Platform,
    practice: bool,
}

/// Where a receipt is from.
#[derive(Clone, Debug)]
pub struct Issuer {
    /// The centre and the desk.
    pub workplace: Workplace,
    /// The platform.
    pub platform: Platform,
    /// Whether people are made up here.
    pub practice: bool,
}

impl Receipt {
    /// The receipt of a visit in which something was done. `identity` is that of the account, and is masked here; `at` is
    /// when it was done, by the wall clock.
    pub fn of(done: &Done, identity: &IdentityNumber, at: Timestamp, issuer: Issuer) -> Self {
        Self {
            reference: done.visit().reference(),
            language: done.visit().language,
            outcome: done.outcome(),
            kind: identity.kind(),
            masked: identity.masked(),
            workplace: issuer.workplace,
            at,
            platform: issuer.platform,
            practice: issuer.practice,
        }
    }

    /// The visit's name for people.
    pub const fn reference(&self) -> Reference {
        self.reference
    }

    /// The language that the applicant reads.
    pub const fn language(&self) -> Language {
        self.language
    }

    /// What was done.
    pub const fn outcome(&self) -> Outcome {
        self.outcome
    }

    /// The identity number, masked.
    pub fn masked(&self) -> &str {
        &self.masked
    }

    /// The centre and the desk.
    pub const fn workplace(&self) -> &Workplace {
        &self.workplace
    }

    /// When it was done, by the wall clock.
    pub const fn at(&self) -> Timestamp {
        self.at
    }

    /// The platform that the account is on.
    pub const fn platform(&self) -> &Platform {
        &self.platform
    }

    /// Whether it was made in training, about somebody who is made up.
    pub const fn is_practice(&self) -> bool {
        self.practice
    }

    /// The ids of the services that are open to the applicant now.
    pub fn services(&self) -> Vec<&'static str> {
        service::open_to(self.kind)
    }
}

/// How a receipt was handed over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ReceiptForm {
    /// On paper, from the printer.
    Printed,
    /// As a file.
    Saved,
}

/// A receipt in words, from top to bottom, before it has any form. Its texts hold the marks of islands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// Its name for people: the reference alone.
    pub reference: Reference,
    /// The language.
    pub language: Language,
    /// Whether its lines begin on the right.
    pub right_to_left: bool,
    /// What it is.
    pub title: String,
    /// Everything below.
    pub parts: Vec<Part>,
}

/// A part of a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// Something that must not be overlooked.
    Notice(String),
    /// A value, and what it is called.
    Row {
        /// What it is called.
        label: String,
        /// The value.
        value: String,
    },
    /// A line above what follows.
    Heading(String),
    /// One of several.
    Item(String),
    /// Sentences.
    Paragraph(String),
}
