//! What an account opens: a catalogue that is filtered by who the applicant is. Names and texts stand in `i18n`.

use super::applicant::ApplicantKind;

/// A service and whom it is for.
struct Service {
    name: &'static str,
    kinds: &'static [ApplicantKind],
}

const CITIZENS: &[ApplicantKind] = &[ApplicantKind::Citizen];
const RESIDENTS: &[ApplicantKind] = &[ApplicantKind::Resident];
const RESIDENTS_AND_CITIZENS: &[ApplicantKind] = &[ApplicantKind::Citizen, ApplicantKind::Resident];

const CATALOGUE: &[Service] = &[
    Service {
        name: "issue-passport",
        kinds: CITIZENS,
    },
    Service {
        name: "renew-passport",
        kinds: CITIZENS,
    },
    Service {
        name: "travel-permits",
        kinds: CITIZENS,
    },
    Service {
        name: "issue-iqama",
        kinds: RESIDENTS,
    },
    Service {
        name: "renew-iqama",
        kinds: RESIDENTS,
    },
    Service {
        name: "resident-report",
        kinds: RESIDENTS,
    },
    Service {
        name: "investor-services",
        kinds: RESIDENTS_AND_CITIZENS,
    },
];

/// The names of the services open to an applicant of this kind, in the catalogue's order.
pub fn open_to(kind: ApplicantKind) -> Vec<&'static str> {
    CATALOGUE
        .iter()
        .filter(|service| service.kinds.contains(&kind))
        .map(|service| service.name)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_sees_its_own() {
        assert!(open_to(ApplicantKind::Citizen).contains(&"issue-passport"));
        assert!(!open_to(ApplicantKind::Resident).contains(&"issue-passport"));
        assert!(open_to(ApplicantKind::Resident).contains(&"resident-report"));
        assert!(open_to(ApplicantKind::Visitor).is_empty());
    }
}
