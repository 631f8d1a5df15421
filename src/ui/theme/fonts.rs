//! The embedded faces. System fonts are not used, so that every screen looks the same on every desk.

use std::borrow::Cow;
use std::sync::{Arc, Once};

use iced::advanced::graphics::text::{cosmic_text, font_system};

use super::type_scale::FAMILY;

static REGULAR: &[u8] = include_bytes!("../../../assets/fonts/IBMPlexSansArabic-Regular.ttf");
static MEDIUM: &[u8] = include_bytes!("../../../assets/fonts/IBMPlexSansArabic-Medium.ttf");
static SEMIBOLD: &[u8] = include_bytes!("../../../assets/fonts/IBMPlexSansArabic-SemiBold.ttf");

/// The files of the embedded faces: weights 400, 500 and 600.
///
/// [`use_embedded`] loads them already; iced's settings need them only where it was not called.
pub fn files() -> Vec<Cow<'static, [u8]>> {
    [REGULAR, MEDIUM, SEMIBOLD].into_iter().map(Cow::Borrowed).collect()
}

/// From now on text is shaped with the embedded faces and no others. Call it before the first window.
///
/// It is called once at the start of the program and by every test or tour that draws; later calls do nothing.
pub fn use_embedded() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let mut database = cosmic_text::fontdb::Database::new();
        for file in [REGULAR, MEDIUM, SEMIBOLD] {
            database.load_font_source(cosmic_text::fontdb::Source::Binary(Arc::new(file)));
        }
        database.set_sans_serif_family(FAMILY);
        database.set_serif_family(FAMILY);
        database.set_monospace_family(FAMILY);
        // A poisoned lock means that another thread died while shaping: the system fonts stay, nothing breaks.
        if let Ok(mut system) = font_system().write() {
            *system.raw() = cosmic_text::FontSystem::new_with_locale_and_db("ar".to_owned(), database);
        }
    });
}
