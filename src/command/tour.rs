//! `istiada tour`: walks through every screen of the real program without a display, and writes a picture of each.
//!
//! Keys and clicks go into the same windows that a clerk sees; the store, the machine and the messages are the real
//! ones, over made-up people and a clock that is moved by hand. A step that does not lead where it should ends the
//! tour with its name.

pub mod entrance;
pub mod roll;
mod script;
pub mod world;

use std::path::Path;

use iced::Size;

use crate::adapter::seal::FolderKeys;
use crate::adapter::store::OpenError;
use crate::domain::language::Language;
use crate::domain::store_kind::StoreKind;
use crate::ui::headless::{Host, Program, Shot, Stalled};
use crate::ui::screen::Side;
use crate::ui::{App, Message};

use super::{Failure, Session, output, wording};

pub use script::{MOST_CLERK_KEYS, Walked, walk};
pub use world::World;

/// The program as the headless host drives it.
pub struct Windows(pub App);

impl Program for Windows {
    type Message = Message;

    fn update(&mut self, message: Message) -> iced::Task<Message> {
        self.0.update(message)
    }

    fn view(&self) -> iced::Element<'_, Message> {
        self.view_in(Side::Clerk.place())
    }

    fn theme(&self) -> iced::Theme {
        self.theme_in(Side::Clerk.place())
    }

    fn windows(&self) -> usize {
        if self.0.has_two() { 2 } else { 1 }
    }

    fn view_in(&self, window: usize) -> iced::Element<'_, Message> {
        self.0.view(side_in(window))
    }

    fn theme_in(&self, window: usize) -> iced::Theme {
        self.0.look(side_in(window)).theme()
    }

    fn ignored_in(&self, window: usize, event: &iced::Event) -> Option<Message> {
        match event {
            iced::Event::Keyboard(event @ iced::keyboard::Event::KeyPressed { .. }) => {
                Some(Message::Key(side_in(window), event.clone(), false))
            }
            _ => None,
        }
    }

    fn window_of(&self, id: iced::window::Id) -> Option<usize> {
        self.0.side_of(id).map(Side::place)
    }
}

/// Whose window this is, counted as [`Side::place`] does.
pub fn side_in(window: usize) -> Side {
    if window == Side::Applicant.place() {
        Side::Applicant
    } else {
        Side::Clerk
    }
}

/// The size of the pictures: a clerk's window as it opens.
pub const SIZE: Size = Size::new(1280.0, 800.0);

/// Why a tour ended early.
#[derive(Debug, thiserror::Error)]
pub enum TourError {
    /// A step did not lead where it should.
    #[error("the step «{0}» did not lead where it should")]
    Broken(String),
    /// A clerk has to press more keys than [`MOST_CLERK_KEYS`].
    #[error("a clerk presses {pressed} keys where {MOST_CLERK_KEYS} are to be enough")]
    TooManyKeys {
        /// How many.
        pressed: u32,
    },
    /// The program did not come to rest.
    #[error(transparent)]
    Stalled(#[from] Stalled),
    /// A picture could not be written.
    #[error("a picture could not be written")]
    Picture(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// The tour's store could not be opened.
    #[error(transparent)]
    Store(#[from] OpenError),
    /// The made-up world could not be put together.
    #[error("the tour's own desk could not be opened: {0}")]
    World(String),
}

/// Walks through all screens in the interface language and writes `NN-name.png` of each into `out`.
///
/// # Errors
/// A sentence that names the step which did not lead where it should.
pub fn run(session: &Session, out: &Path) -> Result<(), Failure> {
    let texts = session.texts;
    let made = match session.places.data_is_named() {
        true => pictures(
            out,
            &session.places.data(StoreKind::Tour),
            session.places.key_source(),
            texts.language(),
        ),
        false => {
            let folder = std::env::temp_dir().join(format!("istiada-tour-{}", std::process::id()));
            let keys = FolderKeys::new(folder.join("keys"));
            let made = pictures(out, &folder.join("store"), keys, texts.language());
            if let Err(error) = std::fs::remove_dir_all(&folder) {
                tracing::warn!(%error, "the tour's folder could not be removed");
            }
            made
        }
    };
    match made {
        Ok((count, walked)) => {
            output::line(&texts.tour_done(count, out.display().to_string()));
            output::line(&texts.tour_clerk_keys(walked.in_one_window, MOST_CLERK_KEYS));
            output::line(&texts.tour_clerk_keys_two(walked.in_two_windows, MOST_CLERK_KEYS));
            Ok(())
        }
        Err(TourError::Store(error)) => Err(wording::not_opened(texts, &error, &session.places.keys())),
        Err(TourError::Broken(step)) => Err(Failure::of(texts.tour_failed(step))),
        Err(error) => {
            tracing::error!(%error, "the tour could not go on");
            Err(Failure::of(texts.tour_failed(error.to_string())))
        }
    }
}

/// Writes all pictures, and says how many there are and what the walk has found out.
fn pictures(out: &Path, data: &Path, keys: FolderKeys, language: Language) -> Result<(usize, Walked), TourError> {
    std::fs::create_dir_all(out).map_err(|error| TourError::Picture(error.into()))?;
    let world = World::open(data, &keys)?;
    let mut count = 0;
    let mut picture = |name: &str, shot| {
        count += 1;
        write(&out.join(format!("{count:02}-{name}.png")), shot)
    };
    let walked = walk(&world, language, &mut |name, host| picture(name, host.shot()))?;
    entrance::walk(&world, language, &mut |name, host| picture(name, host.shot()))?;
    Ok((count, walked))
}

fn write(path: &Path, shot: Shot) -> Result<(), TourError> {
    let picture = image::RgbaImage::from_raw(shot.width, shot.height, shot.pixels);
    let picture = picture.ok_or_else(|| TourError::Picture("the picture has another size".into()))?;
    picture.save(path).map_err(|error| TourError::Picture(error.into()))
}

/// What is done on each screen of a walk.
pub type Visitor<'a> = dyn FnMut(&str, &mut Host<Windows>) -> Result<(), TourError> + 'a;
