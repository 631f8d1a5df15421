//! Words: a label or a paragraph that never overflows and always reads in the right direction.

use iced::advanced::graphics::text::Paragraph;
use iced::advanced::text::{self, Paragraph as _};
use iced::advanced::widget::{Operation, Tree, tree};
use iced::advanced::{Layout, Widget, layout, mouse, renderer, text::Renderer as _};
use iced::{Color, Element, Length, Pixels, Point, Rectangle, Renderer, Size, Theme, alignment};

use crate::ui::access::{Node, Role};
use crate::ui::direction::Direction;
use crate::ui::kit::measure::Extent;
use crate::ui::theme::{Look, TypeStyle};

/// Words in one style. See [`text`].
pub struct Text<'a> {
    content: std::borrow::Cow<'a, str>,
    style: TypeStyle,
    look: Look,
    color: Color,
    direction: Direction,
    width: Length,
    role: Role,
    one_line: bool,
}

/// `content` in `style`, in the palette's text colour.
///
/// It wraps at words; where directions are mixed it is laid out narrower until it fits. Put it into a container to place it:
/// text itself is never aligned.
pub fn text<'a>(look: Look, style: TypeStyle, content: impl Into<std::borrow::Cow<'a, str>>) -> Text<'a> {
    Text {
        content: content.into(),
        style,
        look,
        color: look.palette.text,
        direction: look.direction,
        width: Length::Shrink,
        role: Role::Text,
        one_line: false,
    }
}

impl Text<'_> {
    /// In this colour of the palette.
    pub fn color(mut self, color: Color) -> Self {
        self.color = color;
        self
    }

    /// In this direction, whatever that of the window is: words in another language.
    pub fn direction(mut self, direction: Direction) -> Self {
        self.direction = direction;
        self
    }

    /// An island that is read from left to right: numbers, codes, user names.
    pub fn left_to_right(mut self) -> Self {
        self.direction = Direction::LeftToRight;
        self
    }

    /// Takes all the width there is; the words still stand at the start.
    pub fn fill(mut self) -> Self {
        self.width = Length::Fill;
        self
    }

    /// Never wraps. Only for words whose place is sure to be wide enough.
    pub fn one_line(mut self) -> Self {
        self.one_line = true;
        self
    }

    /// Told to assistive technology as a heading.
    pub fn heading(mut self) -> Self {
        self.role = Role::Heading;
        self
    }
}

/// Shapes `content`, prefixed with the mark of its base direction on each line.
pub(crate) fn shape(look: Look, style: TypeStyle, content: &str, width: f32, wrapping: text::Wrapping) -> Paragraph {
    let (size, line, font) = style.metrics();
    Paragraph::with_text(text::Text {
        content,
        bounds: Size::new(width, f32::INFINITY),
        size: Pixels(size * look.scale.factor()),
        line_height: text::LineHeight::Absolute(Pixels(look.px(line))),
        font,
        align_x: text::Alignment::Default,
        align_y: alignment::Vertical::Top,
        shaping: text::Shaping::Advanced,
        wrapping,
    })
}

/// `content` with the mark of its base direction before each line.
pub(crate) fn marked(direction: Direction, content: &str) -> String {
    let mark = direction.mark();
    let mut out = String::with_capacity(content.len() + mark.len());
    for (index, line) in content.split('\n').enumerate() {
        if index > 0 {
            out.push('\n');
        }
        out.push_str(mark);
        out.push_str(line);
    }
    out
}

/// The paragraph laid out within `width`, and whether a word had to be torn.
fn fit(look: Look, style: TypeStyle, content: &str, width: f32, one_line: bool) -> (Paragraph, bool) {
    if one_line || !width.is_finite() {
        return (shape(look, style, content, f32::INFINITY, text::Wrapping::None), false);
    }
    // Wrapping mixed directions can come out wider than asked for (the shaper's limit): ask for less, in small steps.
    let mut paragraph = shape(look, style, content, width, text::Wrapping::Word);
    let mut asked = width;
    while !stands_within(&paragraph, width) && asked > width * 0.5 {
        asked -= 4.0;
        paragraph = shape(look, style, content, asked, text::Wrapping::Word);
    }
    if stands_within(&paragraph, width) {
        return (paragraph, false);
    }
    // One word is wider than the place. Tearing it is better than losing its end.
    asked = width;
    paragraph = shape(look, style, content, asked, text::Wrapping::WordOrGlyph);
    while !stands_within(&paragraph, width) && asked > width * 0.5 {
        asked -= 4.0;
        paragraph = shape(look, style, content, asked, text::Wrapping::WordOrGlyph);
    }
    (paragraph, true)
}

/// Whether all of a paragraph stands within `width` as it will be drawn. The toolkit lays words from right to left out a
/// second time, as wide as they came out the first time, and then they may wrap otherwise and lose a line.
fn stands_within(paragraph: &Paragraph, width: f32) -> bool {
    let buffer = paragraph.buffer();
    let laid = buffer.lines.iter().filter_map(|line| line.layout_opt());
    let lines: usize = laid.map(|lines| lines.len()).sum();
    drawn_size(paragraph).width <= width + 0.5 && buffer.layout_runs().count() == lines
}

/// Widest line and sum of the lines of a laid-out paragraph, as it will be drawn.
pub(crate) fn drawn_size(paragraph: &Paragraph) -> Size {
    paragraph.buffer().layout_runs().fold(Size::ZERO, |size, run| {
        Size::new(size.width.max(run.line_w), size.height + run.line_height)
    })
}

#[derive(Default)]
struct State {
    paragraph: Paragraph,
    shown: String,
    key: Option<(TypeStyle, f32, f32, bool)>,
    torn: bool,
}

impl<Message> Widget<Message, Theme, Renderer> for Text<'_> {
    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<State>()
    }

    fn state(&self) -> tree::State {
        tree::State::new(State::default())
    }

    fn size(&self) -> Size<Length> {
        Size::new(self.width, Length::Shrink)
    }

    fn layout(&mut self, tree: &mut Tree, _renderer: &Renderer, limits: &layout::Limits) -> layout::Node {
        let state = tree.state.downcast_mut::<State>();
        let key = (self.style, self.look.scale.factor(), limits.max().width, self.one_line);
        let shown = marked(self.direction, &self.content);
        if state.key != Some(key) || state.shown != shown {
            (state.paragraph, state.torn) = fit(self.look, self.style, &shown, limits.max().width, self.one_line);
            state.shown = shown;
            state.key = Some(key);
        }
        let size = state.paragraph.min_bounds();
        layout::Node::new(limits.resolve(self.width, Length::Shrink, Size::new(size.width.ceil(), size.height)))
    }

    fn operate(&mut self, tree: &mut Tree, layout: Layout<'_>, _renderer: &Renderer, operation: &mut dyn Operation) {
        let state = tree.state.downcast_ref::<State>();
        let bounds = layout.bounds();
        operation.text(None, bounds, &self.content);
        operation.custom(None, bounds, &mut Node::new(self.role, self.content.clone(), bounds));
        let needed = drawn_size(&state.paragraph);
        operation.custom(
            None,
            bounds,
            &mut Extent {
                words: self.content.clone().into_owned(),
                needed,
                torn: state.torn,
            },
        );
    }

    fn draw(
        &self,
        tree: &Tree,
        renderer: &mut Renderer,
        _theme: &Theme,
        _style: &renderer::Style,
        layout: Layout<'_>,
        _cursor: mouse::Cursor,
        viewport: &Rectangle,
    ) {
        let state = tree.state.downcast_ref::<State>();
        let bounds = layout.bounds();
        let slack = bounds.width - state.paragraph.min_bounds().width;
        let x = if self.look.direction.is_right_to_left() {
            bounds.x + slack
        } else {
            bounds.x
        };
        renderer.fill_paragraph(&state.paragraph, Point::new(x.round(), bounds.y), self.color, *viewport);
    }
}

impl<'a, Message> From<Text<'a>> for Element<'a, Message> {
    fn from(text: Text<'a>) -> Self {
        Element::new(text)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
    use super::*;
    use crate::ui::direction::{island, left_to_right_island};
    use crate::ui::theme::{PaletteName, Scale, fonts};

    fn width(content: &str) -> f32 {
        fonts::use_embedded();
        let look = Look::new(PaletteName::Light, Direction::RightToLeft);
        let (paragraph, _) = fit(
            look,
            TypeStyle::Body,
            &marked(look.direction, content),
            f32::INFINITY,
            false,
        );
        drawn_size(&paragraph).width
    }

    #[test]
    fn marks_that_steer_direction_take_no_room() {
        assert!((width("12") - width(&left_to_right_island("12"))).abs() < 0.1);
        assert!((width("رمز") - width(&island("رمز"))).abs() < 0.1);
    }

    #[test]
    fn a_date_in_a_sentence_stands_within_every_width() {
        fonts::use_embedded();
        let look = Look::new(PaletteName::Light, Direction::RightToLeft).scaled(Scale::LARGEST);
        let sentence = format!(
            "يُعتمد الجوال الجديد من {} الساعة {}.",
            island("الاثنين 13 جمادى الآخرة 1448 هـ · 23 نوفمبر 2026 م"),
            island("10:51")
        );
        for width in (600..900_u16).map(f32::from) {
            let (paragraph, torn) = fit(
                look,
                TypeStyle::ApplicantSmall,
                &marked(look.direction, &sentence),
                width,
                false,
            );
            assert!(!torn && stands_within(&paragraph, width), "{width}");
        }
    }

    #[test]
    fn digits_of_the_face_are_tabular() {
        let widths: Vec<f32> = (0..10).map(|digit| width(&digit.to_string())).collect();
        assert!(widths.iter().all(|width| (width - 9.6).abs() < 0.01), "{widths:?}");
    }

    #[test]
    fn each_line_begins_with_the_mark_of_its_direction() {
        assert_eq!(marked(Direction::RightToLeft, "a\nb"), "\u{200F}a\n\u{200F}b");
        assert_eq!(marked(Direction::LeftToRight, ""), "\u{200E}");
    }
}
