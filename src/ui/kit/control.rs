//! Everything that can be pressed: focus, ring, hover, keyboard, and what assistive technology is told.

mod widget;

use iced::advanced::widget::{Id, operation};
use iced::advanced::{Renderer as _, renderer};
use iced::keyboard::key::Named;
use iced::{Alignment, Border, Color, Element, Length, Padding, Rectangle, Renderer, Size};

use crate::ui::access::{Node, Role};
use crate::ui::theme::{Look, ring};

/// What a control shows besides its words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Status {
    /// Nothing happens.
    #[default]
    Rest,
    /// The pointer is over it.
    Hover,
    /// It is held down.
    Pressed,
    /// It cannot be used now.
    Disabled,
    /// It is at work; pressing it does nothing.
    Busy,
    /// What it stands for is wrong.
    Error,
}

/// A state to show regardless of pointer and keyboard: for the sheet of all controls.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shown {
    /// The status.
    pub status: Status,
    /// With the focus ring.
    pub focused: bool,
}

/// How a control's box is painted.
#[derive(Debug, Clone, Copy)]
pub struct Paint {
    /// The fill.
    pub fill: Color,
    /// The border's colour.
    pub border: Color,
    /// The border's width.
    pub width: f32,
}

impl Paint {
    /// Nothing but the content.
    pub const NONE: Self = Self {
        fill: Color::TRANSPARENT,
        border: Color::TRANSPARENT,
        width: 0.0,
    };

    /// A fill without a border.
    pub fn fill(fill: Color) -> Self {
        Self { fill, ..Self::NONE }
    }

    /// A fill with a border.
    pub fn bordered(fill: Color, border: Color, width: f32) -> Self {
        Self { fill, border, width }
    }
}

/// Where the focus ring is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum RingPlace {
    Outside,
    Inside,
}

/// Something that can be pressed. The other controls of the kit are made of it.
pub struct Control<'a, Message> {
    look: Look,
    content: Element<'a, Message>,
    node: Node,
    on_press: Option<Message>,
    status: Status,
    tab_stop: bool,
    takes_focus: bool,
    paint: Box<dyn Fn(Status) -> Paint + 'a>,
    radius: f32,
    ring: (RingPlace, Color),
    padding: Padding,
    size: Size<Length>,
    least: Size,
    align: Alignment,
    shown: Option<Shown>,
}

/// `content` that can be pressed, told to assistive technology as `role` called `name`.
pub fn control<'a, Message>(
    look: Look,
    role: Role,
    name: impl Into<String>,
    content: impl Into<Element<'a, Message>>,
) -> Control<'a, Message> {
    Control {
        look,
        content: content.into(),
        node: Node::new(role, name, Rectangle::default()),
        on_press: None,
        status: Status::Rest,
        tab_stop: true,
        takes_focus: true,
        paint: Box::new(|_| Paint::NONE),
        radius: look.control_radius(),
        ring: (RingPlace::Outside, look.palette.focus),
        padding: Padding::ZERO,
        size: Size::new(Length::Shrink, Length::Shrink),
        least: Size::ZERO,
        align: Alignment::Center,
        shown: None,
    }
}

impl<'a, Message> Control<'a, Message> {
    /// What pressing it sends; without it the control is disabled.
    pub fn on_press_maybe(mut self, message: Option<Message>) -> Self {
        self.on_press = message;
        self
    }

    /// The name by which it can be given the keyboard.
    pub fn id(mut self, id: impl Into<Id>) -> Self {
        self.node.id = Some(id.into());
        self
    }

    /// At work, or wrong; [`Status::Disabled`] follows from having no message.
    pub fn status(mut self, status: Status) -> Self {
        self.status = status;
        self
    }

    /// On or off, chosen or not.
    pub fn toggled(mut self, toggled: bool) -> Self {
        self.node.toggled = Some(toggled);
        self
    }

    /// Help or error, for assistive technology.
    pub fn description(mut self, description: Option<String>) -> Self {
        self.node.description = description;
        self
    }

    /// Its value, for assistive technology.
    pub fn value(mut self, value: impl Into<String>) -> Self {
        self.node.value = Some(value.into());
        self
    }

    /// Whether Tab stops here; inside a group arrows reach it all the same.
    pub fn tab_stop(mut self, stops: bool) -> Self {
        self.tab_stop = stops;
        self
    }

    /// Clicking it leaves the keyboard where it is: keys of a keypad, which type into something else.
    pub fn leaves_focus(mut self) -> Self {
        self.takes_focus = false;
        self
    }

    /// How its box is painted in each status.
    pub fn paint(mut self, paint: impl Fn(Status) -> Paint + 'a) -> Self {
        self.paint = Box::new(paint);
        self
    }

    /// The radius of its corners.
    pub fn radius(mut self, radius: f32) -> Self {
        self.radius = radius;
        self
    }

    /// The ring is drawn inside: rows of a table, the top bar.
    pub fn ring_inside(mut self, color: Color) -> Self {
        self.ring = (RingPlace::Inside, color);
        self
    }

    /// The ring's colour.
    pub fn ring_color(mut self, color: Color) -> Self {
        self.ring.1 = color;
        self
    }

    /// Around the content.
    pub fn padding(mut self, padding: impl Into<Padding>) -> Self {
        self.padding = padding.into();
        self
    }

    /// Its width.
    pub fn width(mut self, width: impl Into<Length>) -> Self {
        self.size.width = width.into();
        self
    }

    /// Its height.
    pub fn height(mut self, height: impl Into<Length>) -> Self {
        self.size.height = height.into();
        self
    }

    /// Never smaller than this.
    pub fn least(mut self, width: f32, height: f32) -> Self {
        self.least = Size::new(width, height);
        self
    }

    /// Where the content stands across the width.
    pub fn align(mut self, align: Alignment) -> Self {
        self.align = align;
        self
    }

    /// Shows this state whatever the pointer and the keyboard do.
    pub fn shown(mut self, shown: Option<Shown>) -> Self {
        self.shown = shown;
        self
    }

    fn can_press(&self) -> bool {
        self.on_press.is_some() && self.status != Status::Busy
    }

    /// Enter does what the whole screen is for: a box is ticked, and one of several chosen, with Space alone.
    fn is_pressed_by(&self, key: Named) -> bool {
        key == Named::Space || !matches!(self.node.role, Role::CheckBox | Role::Radio)
    }

    fn status_now(&self, state: &State) -> Status {
        if let Some(shown) = self.shown {
            return shown.status;
        }
        match self.status {
            Status::Rest if self.on_press.is_none() => Status::Disabled,
            Status::Rest | Status::Error if state.pressed => Status::Pressed,
            Status::Rest if state.hovered => Status::Hover,
            status => status,
        }
    }
}

/// Focus, hover and press of a control. Groups reach it through [`Operation::custom`] to move the focus with arrows.
#[derive(Debug, Default)]
pub(crate) struct State {
    pub(crate) focused: bool,
    hovered: bool,
    pressed: bool,
}

impl operation::Focusable for State {
    fn is_focused(&self) -> bool {
        self.focused
    }

    fn focus(&mut self) {
        self.focused = true;
    }

    fn unfocus(&mut self) {
        self.focused = false;
    }
}

/// Draws the focus ring round, or inside, `bounds`.
pub(crate) fn draw_ring(renderer: &mut Renderer, bounds: Rectangle, radius: f32, place: RingPlace, color: Color) {
    let (bounds, radius) = match place {
        RingPlace::Outside => (bounds.expand(ring::REACH), radius + ring::REACH),
        RingPlace::Inside => (bounds, radius),
    };
    let border = Border {
        color,
        width: ring::WIDTH,
        radius: radius.into(),
    };
    renderer.fill_quad(
        renderer::Quad {
            bounds,
            border,
            ..Default::default()
        },
        Color::TRANSPARENT,
    );
}

/// Draws a box.
pub(crate) fn draw_box(renderer: &mut Renderer, bounds: Rectangle, radius: f32, paint: Paint) {
    let border = Border {
        color: paint.border,
        width: paint.width,
        radius: radius.into(),
    };
    renderer.fill_quad(
        renderer::Quad {
            bounds,
            border,
            ..Default::default()
        },
        paint.fill,
    );
}

impl<'a, Message: Clone + 'a> From<Control<'a, Message>> for Element<'a, Message> {
    fn from(control: Control<'a, Message>) -> Self {
        Element::new(control)
    }
}
