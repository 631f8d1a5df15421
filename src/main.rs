//! The composition root: the command line, and the windows where they are built in.

use std::process::ExitCode;

fn main() -> ExitCode {
    istiada::command::run(std::env::args_os(), windows())
}

#[cfg(not(feature = "gui"))]
const fn windows() -> Option<istiada::command::Windows> {
    None
}

#[cfg(feature = "gui")]
const fn windows() -> Option<istiada::command::Windows> {
    Some(open)
}

/// Where the applicant's window stands.
#[cfg(feature = "gui")]
fn place(window: istiada::command::configuration::WindowPosition) -> istiada::ui::Place {
    istiada::ui::Place::new(window.x, window.y, window.size)
}

/// Opens the windows as the configuration wants them.
#[cfg(feature = "gui")]
fn open(
    desk: istiada::command::Opening<'_>,
    appearance: istiada::command::configuration::Appearance,
) -> Result<(), String> {
    use istiada::command::configuration::Palette;
    use istiada::ui::theme::{PaletteName, Scale};

    let palette = match appearance.look.palette {
        Palette::Light => PaletteName::Light,
        Palette::Dark => PaletteName::Dark,
        Palette::Contrast => PaletteName::HighContrast,
    };
    let options = istiada::ui::Options {
        language: appearance.language,
        language_is_asked: appearance.language_is_asked,
        palette,
        scale: Scale::from_percent(appearance.look.text_scale),
        platform: appearance.platform.name,
        address: appearance.platform.address,
        practice_password: appearance.practice_password,
        applicant_window: appearance.applicant_window.map(place),
    };
    istiada::ui::run(desk, options).map_err(|error| error.to_string())
}
