//! The columns of an import into the registry.

use crate::command::import;
use crate::i18n::Texts;

/// A refused value or line.
pub type Fault = import::Fault<Column>;

/// A column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Column {
    /// `identity_number`.
    Identity,
    /// `kind`: citizen, resident or visitor; it must agree with the number.
    Kind,
    /// `name`; may be empty.
    Name,
    /// `id_expiry`: `1448-05-01 H` or `2026-10-22`; may be empty.
    Expiry,
    /// `id_active`: yes or no, whether the identity is in force; yes where it is empty.
    InForce,
    /// `mobiles`, with `;` between them; may be empty.
    Mobiles,
    /// `operator`: of all mobiles, or one for each.
    Operator,
    /// `active`: yes or no, for all mobiles or for each.
    Active,
}

impl import::Column for Column {
    const NEEDED: &'static [Self] = &[Self::Identity, Self::Kind];

    fn of(word: &str) -> Option<Self> {
        Some(match word {
            "identity_number" => Self::Identity,
            "kind" => Self::Kind,
            "name" => Self::Name,
            "id_expiry" => Self::Expiry,
            "id_active" => Self::InForce,
            "mobiles" => Self::Mobiles,
            "operator" => Self::Operator,
            "active" => Self::Active,
            _ => return None,
        })
    }

    fn word(self) -> String {
        let word = match self {
            Self::Identity => "identity_number",
            Self::Kind => "kind",
            Self::Name => "name",
            Self::Expiry => "id_expiry",
            Self::InForce => "id_active",
            Self::Mobiles => "mobiles",
            Self::Operator => "operator",
            Self::Active => "active",
        };
        word.to_owned()
    }

    fn name(self, texts: Texts) -> String {
        match self {
            Self::Identity => texts.import_field_identity(),
            Self::Kind => texts.import_field_kind(),
            Self::Name => texts.import_field_name(),
            Self::Expiry => texts.import_field_expiry(),
            Self::InForce => texts.registry_field_in_force(),
            Self::Mobiles => texts.registry_field_mobiles(),
            Self::Operator => texts.registry_field_operator(),
            Self::Active => texts.registry_field_active(),
        }
    }
}
