//! Makes up people who have no account yet, one for each thing that can be shown, and the registry that knows them.

use std::collections::HashSet;
use std::fmt::Write as _;

use rand::SeedableRng;
use rand_chacha::ChaCha20Rng;

use super::{Words, citizen, identity, mobile, resident, unique};
use crate::domain::applicant::{ApplicantKind, Mobile};

const SEED: u64 = 1449;
const HEADER: &str = "identity_number,kind,name,id_expiry,id_active,mobiles,operator,active\n";
/// Far enough ahead for a training to come.
const VALID: [&str; 2] = ["1460-07-15 H", "2040-07-15"];
const PAST: [&str; 2] = ["1447-03-10 H", "2025-09-02"];

/// What a made-up person without an account is there to show.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Case {
    /// A citizen whom nothing stops.
    Citizen,
    /// A resident whom nothing stops.
    Resident,
    /// A visitor whom nothing stops.
    Visitor,
    /// The registry has neither name nor expiry: they are typed from the document.
    NoDate,
    /// A citizen whose ID has expired.
    ExpiredId,
    /// A resident whose iqama has expired.
    ExpiredIqama,
    /// A visitor whose stay is over.
    ExpiredStay,
    /// An identity that is no longer in force.
    NotInForce,
    /// The mobile is suspended.
    SuspendedMobile,
    /// The mobile is another person's: that of [`Case::Citizen`].
    SomebodyElses,
    /// The mobile's operator is not an approved one.
    OtherOperator,
    /// The registry does not know the mobile.
    UnknownMobile,
    /// The registry does not know the person.
    Unknown,
}

impl Case {
    /// All of them, in the order of the file.
    pub const ALL: [Self; 13] = [
        Self::Citizen,
        Self::Resident,
        Self::Visitor,
        Self::NoDate,
        Self::ExpiredId,
        Self::ExpiredIqama,
        Self::ExpiredStay,
        Self::NotInForce,
        Self::SuspendedMobile,
        Self::SomebodyElses,
        Self::OtherOperator,
        Self::UnknownMobile,
        Self::Unknown,
    ];

    const fn kind(self) -> ApplicantKind {
        match self {
            Self::Resident | Self::ExpiredIqama | Self::OtherOperator => ApplicantKind::Resident,
            Self::Visitor | Self::ExpiredStay => ApplicantKind::Visitor,
            _ => ApplicantKind::Citizen,
        }
    }
}

/// A made-up person without an account: what to type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Newcomer {
    /// The identity number.
    pub identity: String,
    /// The name on the document.
    pub name: String,
    /// The mobile that they say is theirs.
    pub mobile: String,
    kind: ApplicantKind,
}

/// People without accounts, one for each case and then as many as are wanted. None of the two hundred is among them.
pub fn newcomers(mut taken: HashSet<String>) -> impl Iterator<Item = Newcomer> {
    let mut random = ChaCha20Rng::seed_from_u64(SEED);
    let words = Words::read();
    let cases = Case::ALL.map(Case::kind).into_iter();
    let kinds = [ApplicantKind::Citizen, ApplicantKind::Resident, ApplicantKind::Visitor];
    let kinds = cases.chain(kinds.into_iter().cycle());
    let mut first_mobile = None;
    kinds.enumerate().map(move |(place, kind)| {
        let (first, (name, ..)) = match kind {
            ApplicantKind::Citizen => ('1', citizen(place, &words, &mut random)),
            ApplicantKind::Resident => ('2', resident(place, &words, &mut random)),
            ApplicantKind::Visitor => ('3', resident(place + 1, &words, &mut random)),
        };
        let identity = unique(&mut taken, || identity(first, &mut random));
        let mobile = match (Case::ALL.get(place), &first_mobile) {
            (Some(Case::SomebodyElses), Some(mobile)) => String::clone(mobile),
            _ => unique(&mut taken, || mobile(&mut random)),
        };
        first_mobile.get_or_insert_with(|| mobile.clone());
        Newcomer {
            identity,
            name,
            mobile,
            kind,
        }
    })
}

/// The registry's file: the two hundred with their mobiles, those of the newcomers whom it knows, and so many more whom
/// nothing stops.
pub fn registry(people: &[Vec<String>], more: usize) -> String {
    let mut file = String::from(HEADER);
    let mut taken = HashSet::new();
    for person in people {
        let [number, kind, name, mobile, _, _, expiry, ..] = person.as_slice() else {
            continue;
        };
        taken.extend([number.clone(), mobile.clone()]);
        let operator = operator(mobile);
        // Writing to a text cannot fail.
        let _ = writeln!(file, "{number},{kind},{name},{expiry},yes,{mobile},{operator},yes");
    }
    let cases = Case::ALL.into_iter().chain(std::iter::repeat_n(Case::Citizen, more));
    for (case, person) in cases.zip(newcomers(taken)) {
        if let Some(row) = row(case, &person) {
            let _ = writeln!(file, "{row}");
        }
    }
    file
}

fn row(case: Case, person: &Newcomer) -> Option<String> {
    let Newcomer {
        identity,
        name,
        mobile,
        kind,
    } = person;
    let calendar = usize::from(*kind != ApplicantKind::Citizen);
    let expiry = match case {
        Case::ExpiredId | Case::ExpiredIqama | Case::ExpiredStay => PAST,
        _ => VALID,
    };
    let expiry = expiry.get(calendar).copied().unwrap_or_default();
    let (name, expiry) = if case == Case::NoDate {
        ("", "")
    } else {
        (name.as_str(), expiry)
    };
    let in_force = if case == Case::NotInForce { "no" } else { "yes" };
    let held = match case {
        Case::Unknown => return None,
        Case::SomebodyElses | Case::UnknownMobile => ",,".to_owned(),
        Case::SuspendedMobile => format!("{mobile},{},no", operator(mobile)),
        Case::OtherOperator => format!("{mobile},other,yes"),
        _ => format!("{mobile},{},yes", operator(mobile)),
    };
    Some(format!("{identity},{},{name},{expiry},{in_force},{held}", kind.word()))
}

/// The operator that the prefix was first given to: nobody here has moved their number.
fn operator(mobile: &str) -> &'static str {
    let hint = Mobile::parse(mobile).ok().and_then(|mobile| mobile.operator_hint());
    hint.map_or("other", crate::domain::applicant::Operator::word)
}
