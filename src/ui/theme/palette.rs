//! The three palettes: light, dark and high contrast, of the same names.

use iced::Color;

/// Which palette a window wears.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum PaletteName {
    /// Dark text on light surfaces.
    #[default]
    Light,
    /// Light text on dark surfaces.
    Dark,
    /// White on black, every border doubled.
    HighContrast,
}

impl PaletteName {
    /// All palettes, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Light, Self::Dark, Self::HighContrast];

    /// The colours of this palette.
    pub const fn palette(self) -> &'static Palette {
        match self {
            Self::Light => &LIGHT,
            Self::Dark => &DARK,
            Self::HighContrast => &HIGH_CONTRAST,
        }
    }
}

/// Every colour of the program. No other file holds one.
#[derive(Debug, Clone, PartialEq)]
pub struct Palette {
    /// Which palette this is.
    pub name: PaletteName,
    /// The window behind cards.
    pub canvas: Color,
    /// Cards, rail, aside and fields.
    pub surface: Color,
    /// Table heads, quiet boxes, hover of plain things.
    pub sunken: Color,
    /// Menus and dialogs.
    pub raised: Color,
    /// Text.
    pub text: Color,
    /// Secondary text and help.
    pub text_2: Color,
    /// Placeholders and counters.
    pub text_3: Color,
    /// Disabled text.
    pub text_off: Color,
    /// Separators and card borders.
    pub line: Color,
    /// Borders of fields and buttons.
    pub line_strong: Color,
    /// Primary fill, current step, progress.
    pub accent: Color,
    /// Primary fill under the pointer.
    pub accent_hover: Color,
    /// Primary fill while pressed.
    pub accent_press: Color,
    /// Text on the primary fill.
    pub on_accent: Color,
    /// Green as text or icon.
    pub accent_text: Color,
    /// Current row or step, the script.
    pub accent_soft: Color,
    /// A pressed quiet button.
    pub accent_soft_2: Color,
    /// The border of soft green blocks.
    pub accent_line: Color,
    /// Disabled fill, track, neutral chip.
    pub off: Color,
    /// The focus ring.
    pub focus: Color,
    /// The focus ring inside the top bar.
    pub bar_focus: Color,
    /// Error text, border and icon.
    pub error: Color,
    /// Error block.
    pub error_soft: Color,
    /// The error block's border.
    pub error_line: Color,
    /// Text on a filled error.
    pub on_error: Color,
    /// A pressed destructive button.
    pub error_press: Color,
    /// Warning text and icon.
    pub warn: Color,
    /// Warning block.
    pub warn_soft: Color,
    /// The warning block's border.
    pub warn_line: Color,
    /// Information text and icon.
    pub info: Color,
    /// Information block.
    pub info_soft: Color,
    /// The information block's border.
    pub info_line: Color,
    /// The top bar.
    pub bar: Color,
    /// Avatar and hover in the top bar.
    pub bar_hover: Color,
    /// Separators in the top bar.
    pub bar_line: Color,
    /// Text in the top bar.
    pub on_bar: Color,
    /// Secondary text in the top bar.
    pub on_bar_2: Color,
    /// Training band and frame.
    pub train: Color,
    /// Text on the training band.
    pub on_train: Color,
    /// First series of a plot, filled.
    pub plot_1: Color,
    /// Second series of a plot, outlined.
    pub plot_2: Color,
    /// Grid of a plot.
    pub plot_grid: Color,
    /// The curtain.
    pub curtain: Color,
    /// Ink of receipt and captcha, the same in every palette.
    pub ink: Color,
    /// Paper of receipt and captcha, the same in every palette.
    pub paper: Color,
    /// 2 px under a card.
    pub edge: Color,
    /// Shadow of a popover.
    pub shadow: Color,
}

const fn rgb(hex: u32) -> Color {
    rgba((hex << 8) | 0xFF)
}

const fn rgba(hex: u32) -> Color {
    let [red, green, blue, alpha] = hex.to_be_bytes();
    Color::from_rgba8(red, green, blue, alpha as f32 / 255.0)
}

static LIGHT: Palette = Palette {
    name: PaletteName::Light,
    canvas: rgb(0xF2F5F3),
    surface: rgb(0xFFFFFF),
    sunken: rgb(0xF8FAF9),
    raised: rgb(0xFFFFFF),
    text: rgb(0x161616),
    text_2: rgb(0x44504B),
    text_3: rgb(0x5F6B66),
    text_off: rgb(0x6F7A75),
    line: rgb(0xD9DFDC),
    line_strong: rgb(0x7C8983),
    accent: rgb(0x1B8354),
    accent_hover: rgb(0x166A45),
    accent_press: rgb(0x14573A),
    on_accent: rgb(0xFFFFFF),
    accent_text: rgb(0x14573A),
    accent_soft: rgb(0xE6F4EC),
    accent_soft_2: rgb(0xD3EBDD),
    accent_line: rgb(0x8CC9A8),
    off: rgb(0xE6EAE8),
    focus: rgb(0x1459C7),
    bar_focus: rgb(0x9CC4FF),
    error: rgb(0xB42318),
    error_soft: rgb(0xFDF1EF),
    error_line: rgb(0xE9A9A2),
    on_error: rgb(0xFFFFFF),
    error_press: rgb(0x8A1A11),
    warn: rgb(0x8A5300),
    warn_soft: rgb(0xFFF6E0),
    warn_line: rgb(0xE5BE6B),
    info: rgb(0x1B4F8F),
    info_soft: rgb(0xEDF4FC),
    info_line: rgb(0xA9C8EC),
    bar: rgb(0x092A1E),
    bar_hover: rgb(0x14402F),
    bar_line: rgb(0x2A4D3F),
    on_bar: rgb(0xFFFFFF),
    on_bar_2: rgb(0xB5D3C5),
    train: rgb(0xF6B73C),
    on_train: rgb(0x2B1A00),
    plot_1: rgb(0x1B8354),
    plot_2: rgb(0xB8730F),
    plot_grid: rgb(0xE6EAE8),
    curtain: rgb(0x092A1E),
    ink: rgb(0x161616),
    paper: rgb(0xFFFFFF),
    edge: rgb(0xE2E8E5),
    shadow: rgba(0x0A2A_1E1F),
};

static DARK: Palette = Palette {
    name: PaletteName::Dark,
    canvas: rgb(0x0D1411),
    surface: rgb(0x161F1B),
    sunken: rgb(0x111916),
    raised: rgb(0x1F2A25),
    text: rgb(0xF0F4F2),
    text_2: rgb(0xBCC8C2),
    text_3: rgb(0x95A39C),
    text_off: rgb(0x7F8D86),
    line: rgb(0x2C3A34),
    line_strong: rgb(0x72857C),
    accent: rgb(0x4CC38A),
    accent_hover: rgb(0x6AD3A0),
    accent_press: rgb(0x35A872),
    on_accent: rgb(0x052016),
    accent_text: rgb(0x7FDDAE),
    accent_soft: rgb(0x15332A),
    accent_soft_2: rgb(0x1B4336),
    accent_line: rgb(0x2F6D53),
    off: rgb(0x26322D),
    focus: rgb(0x7DB3FF),
    bar_focus: rgb(0x7DB3FF),
    error: rgb(0xFF8A7D),
    error_soft: rgb(0x331915),
    error_line: rgb(0x7A362D),
    on_error: rgb(0x2A0703),
    error_press: rgb(0xFFB0A6),
    warn: rgb(0xF2C063),
    warn_soft: rgb(0x2E240F),
    warn_line: rgb(0x6B5320),
    info: rgb(0x93C1F7),
    info_soft: rgb(0x14253A),
    info_line: rgb(0x2F5480),
    bar: rgb(0x07100C),
    bar_hover: rgb(0x16271F),
    bar_line: rgb(0x26352E),
    on_bar: rgb(0xF0F4F2),
    on_bar_2: rgb(0xA3BDB1),
    train: rgb(0xF6B73C),
    on_train: rgb(0x2B1A00),
    plot_1: rgb(0x4CC38A),
    plot_2: rgb(0xE5A64A),
    plot_grid: rgb(0x26322D),
    curtain: rgb(0x07100C),
    ink: rgb(0x161616),
    paper: rgb(0xFFFFFF),
    edge: rgb(0x080D0B),
    shadow: rgba(0x0000_0080),
};

static HIGH_CONTRAST: Palette = Palette {
    name: PaletteName::HighContrast,
    canvas: rgb(0x000000),
    surface: rgb(0x000000),
    sunken: rgb(0x000000),
    raised: rgb(0x000000),
    text: rgb(0xFFFFFF),
    text_2: rgb(0xFFFFFF),
    text_3: rgb(0xE6E6E6),
    text_off: rgb(0xA6A6A6),
    line: rgb(0xFFFFFF),
    line_strong: rgb(0xFFFFFF),
    accent: rgb(0x6BF5B0),
    accent_hover: rgb(0xA5FFD2),
    accent_press: rgb(0xFFFFFF),
    on_accent: rgb(0x000000),
    accent_text: rgb(0x6BF5B0),
    accent_soft: rgb(0x00301C),
    accent_soft_2: rgb(0x004A2C),
    accent_line: rgb(0x6BF5B0),
    off: rgb(0x000000),
    focus: rgb(0xFFE600),
    bar_focus: rgb(0xFFE600),
    error: rgb(0xFFA79B),
    error_soft: rgb(0x2E0500),
    error_line: rgb(0xFFA79B),
    on_error: rgb(0x000000),
    error_press: rgb(0xFFFFFF),
    warn: rgb(0xFFD966),
    warn_soft: rgb(0x2B2000),
    warn_line: rgb(0xFFD966),
    info: rgb(0x9FD0FF),
    info_soft: rgb(0x001D3A),
    info_line: rgb(0x9FD0FF),
    bar: rgb(0x000000),
    bar_hover: rgb(0x00301C),
    bar_line: rgb(0xFFFFFF),
    on_bar: rgb(0xFFFFFF),
    on_bar_2: rgb(0xFFFFFF),
    train: rgb(0xFFD966),
    on_train: rgb(0x000000),
    plot_1: rgb(0x6BF5B0),
    plot_2: rgb(0xFFD966),
    plot_grid: rgb(0x7A7A7A),
    curtain: rgb(0x000000),
    ink: rgb(0x000000),
    paper: rgb(0xFFFFFF),
    edge: rgb(0x000000),
    shadow: rgba(0x0000_0000),
};
