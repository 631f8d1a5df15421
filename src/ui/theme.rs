//! Palette, type scale, sizes and spacing: the only place that holds them.

pub mod fonts;
pub mod palette;
pub mod size;
pub mod type_scale;

pub use palette::{Palette, PaletteName};
pub use size::{radius, ring, space};
pub use type_scale::TypeStyle;

use crate::ui::direction::Direction;

/// For whose eyes a window is: it decides the sizes of controls and type.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Audience {
    /// The clerk's window: 13 to 28 px, controls of 48.
    #[default]
    Clerk,
    /// The applicant's window: 18 to 40 px, controls of 72, borders of 2.
    Applicant,
}

/// The text scale: 100 to 200 %.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scale(f32);

impl Scale {
    /// 100 %.
    pub const NORMAL: Self = Self(1.0);
    /// 200 %, the largest.
    pub const LARGEST: Self = Self(2.0);

    /// A scale in per cent, brought into 100 to 200.
    pub fn from_percent(percent: u16) -> Self {
        Self(f32::from(percent.clamp(100, 200)) / 100.0)
    }

    /// The scale in per cent.
    pub fn percent(self) -> u16 {
        // In range by construction.
        (self.0 * 100.0).round() as u16
    }

    /// The factor: 1 to 2.
    pub fn factor(self) -> f32 {
        self.0
    }
}

impl Default for Scale {
    fn default() -> Self {
        Self::NORMAL
    }
}

/// How a window looks. Copied into every widget when it is made.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Look {
    /// The colours.
    pub palette: &'static Palette,
    /// The text scale.
    pub scale: Scale,
    /// The reading direction.
    pub direction: Direction,
    /// No motion at all.
    pub reduced_motion: bool,
    /// Whose window it is.
    pub audience: Audience,
}

impl Look {
    /// The look of the clerk's window at text scale 100 %.
    pub fn new(palette: PaletteName, direction: Direction) -> Self {
        Self {
            palette: palette.palette(),
            scale: Scale::NORMAL,
            direction,
            reduced_motion: false,
            audience: Audience::Clerk,
        }
    }

    /// The same look at another text scale.
    pub fn scaled(self, scale: Scale) -> Self {
        Self { scale, ..self }
    }

    /// The same look in the sizes of the applicant's window.
    pub fn for_applicant(self) -> Self {
        Self {
            audience: Audience::Applicant,
            ..self
        }
    }

    /// The same look in the sizes of the clerk's window.
    pub fn for_clerk(self) -> Self {
        Self {
            audience: Audience::Clerk,
            ..self
        }
    }

    /// `px` at this text scale: for type, line heights and heights of controls.
    pub fn px(self, px: f32) -> f32 {
        (px * self.scale.factor()).round()
    }

    /// The finest line: 1 px, in high contrast 2.
    pub fn hair(self) -> f32 {
        match self.palette.name {
            PaletteName::HighContrast => 2.0,
            PaletteName::Light | PaletteName::Dark => 1.0,
        }
    }

    /// The width of a control's border: the finest line, for the applicant 2 px.
    pub fn border(self) -> f32 {
        match self.audience {
            Audience::Clerk => self.hair(),
            Audience::Applicant => 2.0,
        }
    }

    /// The height of a control: 48, for the applicant 72, scaled.
    pub fn control(self) -> f32 {
        self.px(self.pick(48.0, 72.0))
    }

    /// The radius of a control's corners.
    pub fn control_radius(self) -> f32 {
        self.pick(radius::CONTROL, radius::BOX)
    }

    /// The value for this window's audience.
    pub fn pick<T>(self, clerk: T, applicant: T) -> T {
        match self.audience {
            Audience::Clerk => clerk,
            Audience::Applicant => applicant,
        }
    }

    /// Whether this is the high-contrast palette.
    pub fn is_high_contrast(self) -> bool {
        self.palette.name == PaletteName::HighContrast
    }

    /// The toolkit's own theme with these colours: it paints the window behind everything.
    pub fn theme(self) -> iced::Theme {
        let colours = self.palette;
        let name = match colours.name {
            PaletteName::Light => "light",
            PaletteName::Dark => "dark",
            PaletteName::HighContrast => "high-contrast",
        };
        iced::Theme::custom(
            name.to_owned(),
            iced::theme::Palette {
                background: colours.canvas,
                text: colours.text,
                primary: colours.accent,
                success: colours.accent,
                warning: colours.warn,
                danger: colours.error,
            },
        )
    }
}
