//! The type scale: sizes and line heights in px at text scale 100 %, and weights.

use iced::Font;
use iced::font::{Family, Weight};

/// The one family of the program, embedded (see [`super::fonts`]).
pub const FAMILY: &str = "IBM Plex Sans Arabic";

/// The face in its regular weight.
pub const REGULAR: Font = face(Weight::Normal);
/// The face in weight 500.
pub const MEDIUM: Font = face(Weight::Medium);
/// The face in weight 600.
pub const SEMIBOLD: Font = face(Weight::Semibold);

const fn face(weight: Weight) -> Font {
    Font {
        family: Family::Name(FAMILY),
        weight,
        ..Font::DEFAULT
    }
}

/// A step of the type scale.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TypeStyle {
    /// 12/18 500: words inside key caps, nothing else.
    KeyCap,
    /// 12/22 400: the receipt and the phone on screen.
    Receipt,
    /// 13/22 400.
    Caption,
    /// 13/22 500: chips, heads of tables.
    Chip,
    /// 14/24 400.
    Small,
    /// 14/24 500: errors below fields.
    SmallMedium,
    /// 15/24 500.
    Label,
    /// 16/26 400.
    Body,
    /// 16/26 500.
    BodyMedium,
    /// 16/26 600.
    Strong,
    /// 18/30 500: identity numbers, codes and other numbers in fields.
    Number,
    /// 18/30 600.
    H3,
    /// 20/32 600: the visit's reference.
    Reference,
    /// 22/36 600.
    H2,
    /// 24/38 600: countdowns.
    Countdown,
    /// 28/46 600.
    Title,
    /// 32/52 600.
    Figure,
    /// 18/30 400: secondary controls of the applicant's window.
    ApplicantCaption,
    /// 18/30 500.
    ApplicantCaptionMedium,
    /// 20/32 400.
    ApplicantSmall,
    /// 20/32 600.
    ApplicantSmallStrong,
    /// 24/40 400.
    ApplicantBody,
    /// 24/40 500.
    ApplicantLabel,
    /// 24/40 600.
    ApplicantStrong,
    /// 32/52 600: keys of the keypad.
    ApplicantKey,
    /// 40/64 600.
    ApplicantTitle,
    /// 40/64 600: cells of the code.
    ApplicantCode,
}

impl TypeStyle {
    /// Size and line height in px at text scale 100 %, and the face.
    pub const fn metrics(self) -> (f32, f32, Font) {
        match self {
            Self::KeyCap => (12.0, 18.0, MEDIUM),
            Self::Receipt => (12.0, 22.0, REGULAR),
            Self::Caption => (13.0, 22.0, REGULAR),
            Self::Chip => (13.0, 22.0, MEDIUM),
            Self::Small => (14.0, 24.0, REGULAR),
            Self::SmallMedium => (14.0, 24.0, MEDIUM),
            Self::Label => (15.0, 24.0, MEDIUM),
            Self::Body => (16.0, 26.0, REGULAR),
            Self::BodyMedium => (16.0, 26.0, MEDIUM),
            Self::Strong => (16.0, 26.0, SEMIBOLD),
            Self::Number => (18.0, 30.0, MEDIUM),
            Self::H3 => (18.0, 30.0, SEMIBOLD),
            Self::Reference => (20.0, 32.0, SEMIBOLD),
            Self::H2 => (22.0, 36.0, SEMIBOLD),
            Self::Countdown => (24.0, 38.0, SEMIBOLD),
            Self::Title => (28.0, 46.0, SEMIBOLD),
            Self::Figure => (32.0, 52.0, SEMIBOLD),
            Self::ApplicantCaption => (18.0, 30.0, REGULAR),
            Self::ApplicantCaptionMedium => (18.0, 30.0, MEDIUM),
            Self::ApplicantSmall => (20.0, 32.0, REGULAR),
            Self::ApplicantSmallStrong => (20.0, 32.0, SEMIBOLD),
            Self::ApplicantBody => (24.0, 40.0, REGULAR),
            Self::ApplicantLabel => (24.0, 40.0, MEDIUM),
            Self::ApplicantStrong => (24.0, 40.0, SEMIBOLD),
            Self::ApplicantKey => (32.0, 52.0, SEMIBOLD),
            Self::ApplicantTitle | Self::ApplicantCode => (40.0, 64.0, SEMIBOLD),
        }
    }
}
