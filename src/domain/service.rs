//! What an account opens: a catalogue that is filtered by who the applicant is. It is data: `assets/services.toml`, and
//! names and texts in `i18n`.

use std::collections::HashSet;
use std::fmt;
use std::ops::Range;
use std::sync::LazyLock;

use serde::Deserialize;
use toml::Spanned;

use super::applicant::ApplicantKind;
use super::text::line_at;

const FILE: &str = "assets/services.toml";
const EMBEDDED: &str = include_str!("../../assets/services.toml");

/// A service and whom it is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Service {
    /// Its name in files: lower-case letters, digits and dashes.
    pub id: String,
    /// Who may use it; at least one.
    pub kinds: Vec<ApplicantKind>,
    /// Its place: the lowest is shown first.
    pub order: u16,
}

/// All services, in their order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Catalogue {
    services: Vec<Service>,
}

/// What is wrong with the file. Tells no value of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServiceFault {
    /// The line, from 1.
    pub line: usize,
    /// The field; empty where the file as a whole is wrong.
    pub field: String,
    /// What about it.
    pub reason: ServiceReason,
}

/// Why the file is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ServiceReason {
    /// It is not TOML, or a field is unknown, missing, or has a value that it cannot have.
    #[error("this is not how a service is written")]
    Form,
    /// An id is not lower-case Latin letters, digits and dashes.
    #[error("an id is lower-case letters, digits and dashes")]
    Id,
    /// Two services have it.
    #[error("another service has this already")]
    Twice,
    /// A service is for nobody, or a kind of applicant stands there twice.
    #[error("a service is for at least one kind of applicant, each named once")]
    Kinds,
}

impl fmt::Display for ServiceFault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{FILE}:{}: {}: {}", self.line, self.field, self.reason)
    }
}

impl std::error::Error for ServiceFault {}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    #[serde(default)]
    service: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    id: Spanned<String>,
    kinds: Spanned<Vec<ApplicantKind>>,
    order: Spanned<u16>,
}

static CATALOGUE: LazyLock<Result<Catalogue, ServiceFault>> = LazyLock::new(|| Catalogue::parse(EMBEDDED));
static EMPTY: Catalogue = Catalogue { services: Vec::new() };

/// The catalogue that the program was built with; empty where its file is wrong, of which [`check`] tells.
pub fn catalogue() -> &'static Catalogue {
    CATALOGUE.as_ref().unwrap_or(&EMPTY)
}

/// Whether the file that the program was built with can be read.
///
/// # Errors
/// What is wrong with it, with its line and field.
pub fn check() -> Result<(), &'static ServiceFault> {
    CATALOGUE.as_ref().map(|_| ())
}

/// The ids of the services open to an applicant of this kind, in the catalogue's order.
pub fn open_to(kind: ApplicantKind) -> Vec<&'static str> {
    catalogue().open_to(kind).map(|service| service.id.as_str()).collect()
}

impl Catalogue {
    /// Reads a file.
    ///
    /// # Errors
    /// [`ServiceFault`], the first one; then nothing is read.
    pub fn parse(text: &str) -> Result<Self, ServiceFault> {
        let written: Written = toml::from_str(text).map_err(|error| malformed(text, &error))?;
        let (mut ids, mut orders) = (HashSet::new(), HashSet::new());
        let mut services = Vec::new();
        for Entry { id, kinds, order } in written.service {
            let fault = |span: Range<usize>, field: &str, reason| ServiceFault {
                line: line_at(text, span.start),
                field: field.to_owned(),
                reason,
            };
            if !is_id(id.get_ref()) {
                return Err(fault(id.span(), "id", ServiceReason::Id));
            }
            if !ids.insert(id.get_ref().clone()) {
                return Err(fault(id.span(), "id", ServiceReason::Twice));
            }
            if !orders.insert(*order.get_ref()) {
                return Err(fault(order.span(), "order", ServiceReason::Twice));
            }
            let different: HashSet<_> = kinds.get_ref().iter().collect();
            if different.is_empty() || different.len() != kinds.get_ref().len() {
                return Err(fault(kinds.span(), "kinds", ServiceReason::Kinds));
            }
            services.push(Service {
                id: id.into_inner(),
                kinds: kinds.into_inner(),
                order: order.into_inner(),
            });
        }
        services.sort_by_key(|service| service.order);
        Ok(Self { services })
    }

    /// All services, in their order.
    pub fn all(&self) -> &[Service] {
        &self.services
    }

    /// The services open to an applicant of this kind, in their order.
    pub fn open_to(&self, kind: ApplicantKind) -> impl Iterator<Item = &Service> {
        self.services
            .iter()
            .filter(move |service| service.kinds.contains(&kind))
    }
}

fn is_id(id: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    !id.is_empty() && id.bytes().all(plain) && !id.starts_with('-') && !id.ends_with('-')
}

/// The library's own sentence may quote the value, so only its place is used, and the name of a missing field.
fn malformed(text: &str, error: &toml::de::Error) -> ServiceFault {
    let line = line_at(text, error.span().map_or(0, |span| span.start));
    let written = text.lines().nth(line - 1).unwrap_or_default();
    let on_line = written.split_once('=').map_or("", |(key, _)| key.trim());
    let missing = error.message().strip_prefix("missing field `");
    let field = missing.and_then(|rest| rest.split('`').next()).unwrap_or(on_line);
    ServiceFault {
        line,
        field: field.to_owned(),
        reason: ServiceReason::Form,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

    use super::*;

    #[test]
    fn each_kind_sees_its_own() {
        check().unwrap();
        let (citizen, resident) = (open_to(ApplicantKind::Citizen), open_to(ApplicantKind::Resident));
        assert_eq!(
            citizen,
            [
                "issue-passport",
                "renew-passport",
                "travel-permits",
                "investor-services"
            ]
        );
        assert_eq!(
            resident,
            ["issue-iqama", "renew-iqama", "resident-report", "investor-services"]
        );
        assert_eq!(open_to(ApplicantKind::Visitor), ["investor-services"]);
    }

    #[test]
    fn a_service_is_added_by_a_table_alone() {
        let more = format!("{EMBEDDED}\n[[service]]\nid = \"stay-report\"\nkinds = [\"visitor\"]\norder = 65\n");
        let catalogue = Catalogue::parse(&more).unwrap();
        let open: Vec<_> = catalogue
            .open_to(ApplicantKind::Visitor)
            .map(|service| service.id.as_str())
            .collect();
        assert_eq!(open, ["stay-report", "investor-services"]);
        assert_eq!(Catalogue::parse("").unwrap().all(), []);
    }

    #[test]
    fn a_wrong_file_is_named_with_line_field_and_reason() {
        use ServiceReason as R;
        const GOOD: &str = "# Two.\n[[service]]\nid = \"one\"\nkinds = [\"citizen\"]\norder = 1\n\n\
                            [[service]]\nid = \"two\"\nkinds = [\"visitor\"]\norder = 2\n";
        assert_eq!(Catalogue::parse(GOOD).unwrap().all().len(), 2);
        for (from, to, line, field, reason) in [
            ("\"two\"", "\"one\"", 8, "id", R::Twice),
            ("order = 2", "order = 1", 10, "order", R::Twice),
            ("\"two\"", "\"Two!\"", 8, "id", R::Id),
            ("\"two\"", "\"\"", 8, "id", R::Id),
            ("[\"visitor\"]", "[]", 9, "kinds", R::Kinds),
            ("[\"visitor\"]", "[\"visitor\", \"visitor\"]", 9, "kinds", R::Kinds),
            ("[\"visitor\"]", "[\"tourist\"]", 9, "kinds", R::Form),
            ("order = 2", "order = -2", 10, "order", R::Form),
            ("order = 2", "", 7, "order", R::Form),
            ("order = 2", "order = 2\ncolour = 2", 11, "colour", R::Form),
            ("order = 2", "order = ", 10, "order", R::Form),
        ] {
            let wrong = GOOD.replacen(from, to, 1);
            let fault = Catalogue::parse(&wrong).unwrap_err();
            assert_eq!(
                (fault.line, fault.field.as_str(), fault.reason),
                (line, field, reason),
                "{wrong}"
            );
        }
        let fault = Catalogue::parse("[[service]]\nid = \"SECRET\"\nkinds = []\norder = 1\n").unwrap_err();
        assert_eq!(
            fault.to_string(),
            "assets/services.toml:2: id: an id is lower-case letters, digits and dashes"
        );
    }
}
