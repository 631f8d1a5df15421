//! `istiada captcha`: images from the program's own painter, to be looked at and to be tried on readers.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha12Rng;

use crate::adapter::captcha::CaptchaPainter;
use crate::adapter::captcha::face::BrokenFace;
use crate::adapter::captcha::png;
use crate::domain::captcha::{Label, Print};
use crate::domain::policy::Policy;

use super::{Failure, Session, output};

/// What `istiada captcha` is told.
#[derive(Clone, Debug, PartialEq, Eq, clap::Args)]
pub struct CaptchaArguments {
    /// How many images to write.
    #[arg(long, value_name = "N")]
    pub count: u32,
    /// The folder to write them to; made where there is none.
    #[arg(long, value_name = "DIR")]
    pub out: PathBuf,
    /// Makes the same images again; without it they differ every time.
    #[arg(long, value_name = "S")]
    pub seed: Option<u64>,
}

/// Why no more images could be written.
#[derive(Debug, thiserror::Error)]
pub enum CaptchaCommandError {
    /// An embedded face cannot be used.
    #[error(transparent)]
    Face(#[from] BrokenFace),
    /// The system gives no random bytes.
    #[error("the system gives no random bytes: {0}")]
    Random(getrandom::Error),
    /// The folder cannot be made.
    #[error("{}: {error}", folder.display())]
    Folder {
        /// The folder.
        folder: PathBuf,
        /// What the system said.
        error: io::Error,
    },
    /// A file cannot be written.
    #[error("{}: {error}", file.display())]
    File {
        /// The file.
        file: PathBuf,
        /// What the system said.
        error: io::Error,
    },
    /// A picture cannot be encoded.
    #[error(transparent)]
    Encoding(#[from] image::ImageError),
}

/// Writes the images, and says how many.
///
/// # Errors
/// A sentence, where they cannot be written.
pub fn command(session: &Session, arguments: &CaptchaArguments) -> Result<(), Failure> {
    let CaptchaArguments { count, out, seed } = arguments;
    match run(*count, out, *seed) {
        Ok(()) => {
            let texts = session.texts;
            output::line(&texts.captcha_command_done(*count, out.display().to_string()));
            Ok(())
        }
        Err(error) => {
            tracing::error!(%error, "the images could not be written");
            Err(Failure::of(session.texts.error_file()))
        }
    }
}

/// Writes `count` images named `LABEL_k.png` into the folder `out`, k counting from 0.
///
/// # Errors
/// See [`CaptchaCommandError`]; images written before it stay.
pub fn run(count: u32, out: &Path, seed: Option<u64>) -> Result<(), CaptchaCommandError> {
    write(&CaptchaPainter::new()?, count, out, seed)
}

/// The same with any painter; for measuring designs against each other.
///
/// # Errors
/// As [`run`].
pub fn write(painter: &CaptchaPainter, count: u32, out: &Path, seed: Option<u64>) -> Result<(), CaptchaCommandError> {
    let seed = match seed {
        Some(seed) => seed,
        None => getrandom::u64().map_err(CaptchaCommandError::Random)?,
    };
    fs::create_dir_all(out).map_err(|error| CaptchaCommandError::Folder {
        folder: out.to_owned(),
        error,
    })?;
    let mut random = ChaCha12Rng::seed_from_u64(seed);
    let lengths = Policy::default().captcha.lengths();
    for number in 0..count {
        let label = Label::make(lengths.clone(), random.random());
        let picture = painter.paint(&label, Print::Normal, random.random());
        let file = out.join(format!("{}_{number}.png", label.characters()));
        fs::write(&file, png::encoded(&picture)?).map_err(|error| CaptchaCommandError::File { file, error })?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

    use std::collections::BTreeMap;

    use super::*;
    use crate::adapter::captcha::{HEIGHT, WIDTH};

    fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
        let entry = |entry: io::Result<fs::DirEntry>| {
            let entry = entry.unwrap();
            (
                entry.file_name().into_string().unwrap(),
                fs::read(entry.path()).unwrap(),
            )
        };
        fs::read_dir(folder).unwrap().map(entry).collect()
    }

    #[test]
    fn images_are_named_by_label_and_number_and_are_what_was_painted() {
        let folder = tempfile::tempdir().unwrap();
        let out = folder.path().join("new/images");
        run(5, &out, Some(4)).unwrap();
        let files = files(&out);
        assert_eq!(files.len(), 5);
        let mut numbers = Vec::new();
        for (name, bytes) in &files {
            let (label, number) = name.strip_suffix(".png").unwrap().split_once('_').unwrap();
            assert!((5..=6).contains(&label.len()), "{name}");
            numbers.push(number.parse::<u32>().unwrap());
            let image = image::load_from_memory(bytes).unwrap();
            assert_eq!((image.width(), image.height()), (WIDTH, HEIGHT));
        }
        numbers.sort_unstable();
        assert_eq!(numbers, [0, 1, 2, 3, 4]);
    }

    #[test]
    fn a_seed_makes_the_same_images_and_no_seed_makes_others() {
        let folder = tempfile::tempdir().unwrap();
        let written = |name: &str, seed| {
            let out = folder.path().join(name);
            run(2, &out, seed).unwrap();
            files(&out)
        };
        assert_eq!(written("a", Some(1)), written("b", Some(1)));
        assert_ne!(written("a", Some(1)), written("c", Some(2)));
        assert_ne!(written("d", None), written("e", None));
    }

    #[test]
    fn a_folder_that_cannot_be_made_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let taken = folder.path().join("taken");
        fs::write(&taken, "a file").unwrap();
        let error = run(1, &taken, None).unwrap_err();
        assert!(
            matches!(&error, CaptchaCommandError::Folder { folder, .. } if *folder == taken),
            "{error}"
        );
        assert!(error.to_string().contains("taken"));
    }
}
