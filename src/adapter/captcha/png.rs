//! Pictures as PNG files. The windows need none: they draw the pixels themselves.

use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{ExtendedColorType, ImageEncoder, ImageError};

use crate::domain::captcha::Picture;

/// The picture as a PNG file of grey values: captcha images have neither colour nor transparency.
///
/// # Errors
/// Those of the encoder, when the picture's size and bytes do not agree.
pub fn encoded(picture: &Picture) -> Result<Vec<u8>, ImageError> {
    let greys: Vec<u8> = picture
        .rgba
        .chunks_exact(4)
        .filter_map(|pixel| pixel.first().copied())
        .collect();
    let mut file = Vec::new();
    PngEncoder::new_with_quality(&mut file, CompressionType::Fast, FilterType::Up).write_image(
        &greys,
        picture.width,
        picture.height,
        ExtendedColorType::L8,
    )?;
    Ok(file)
}
