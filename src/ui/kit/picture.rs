//! A picture that was painted elsewhere: the captcha. Its handle is made once, when the picture changes.

use iced::widget::{container, image};
use iced::{Element, Length, Rectangle};

use super::card::surface_style;
use super::described::described;
use crate::ui::access::{Node, Role};
use crate::ui::theme::{Look, radius};

/// A picture ready to be drawn. Keep it in the state of the screen; make it when the picture changes, not in `view`.
#[derive(Debug, Clone)]
pub struct Picture {
    handle: image::Handle,
    width: f32,
    height: f32,
}

impl Picture {
    /// A picture of `width` × `height` pixels, four bytes (red, green, blue, alpha) each, row by row.
    ///
    /// `None` if there are more or fewer bytes than that.
    pub fn from_rgba(width: u32, height: u32, pixels: Vec<u8>) -> Option<Self> {
        let bytes = u128::from(width) * u128::from(height) * 4;
        (pixels.len() as u128 == bytes && bytes > 0).then(|| Self {
            handle: image::Handle::from_rgba(width, height, pixels),
            width: width as f32,
            height: height as f32,
        })
    }
}

/// `picture` called `name`, on `paper`, as wide as there is room up to `width` px, never larger than it was painted times
/// the text scale.
pub fn picture<'a, Message: 'a>(
    look: Look,
    name: impl Into<String>,
    picture: &Picture,
    width: f32,
) -> Element<'a, Message> {
    let colours = look.palette;
    let width = look.px(width);
    let height = (width * picture.height / picture.width.max(1.0)).round();
    let drawn = image(picture.handle.clone())
        .width(Length::Fill)
        .content_fit(iced::ContentFit::Contain);
    let content = container(drawn)
        .padding(2)
        .max_width(width)
        .max_height(height)
        .style(move |_| surface_style(colours.paper, colours.line_strong, look.border(), radius::SMALL));
    described(Node::new(Role::Image, name, Rectangle::default()), content)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
    use super::*;

    #[test]
    fn pixels_must_be_as_many_as_the_size_says() {
        assert!(Picture::from_rgba(2, 3, vec![0; 24]).is_some());
        assert!(Picture::from_rgba(2, 3, vec![0; 23]).is_none());
        assert!(Picture::from_rgba(0, 3, Vec::new()).is_none());
        assert!(Picture::from_rgba(u32::MAX, u32::MAX, vec![0; 4]).is_none());
    }
}
