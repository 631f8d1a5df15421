//! Large surfaces, painted in pieces.
//!
//! For every change the software painter goes over the whole of each quad that the change touches, however small the
//! change is. A window-sized quad behind a field costs a millisecond for each letter typed into it; of a surface in
//! pieces only the few behind the letter are painted again. Only for opaque colours: pieces overlap.

use iced::advanced::{Renderer as _, renderer};
use iced::border::Radius;
use iced::{Border, Color, Rectangle, Renderer};

/// The height of a piece in px: a line of type touches one or two.
const STRIP: f32 = 48.0;
/// Its width in px: what is typed touches one or two.
const LENGTH: f32 = 240.0;
/// By how much a piece reaches into the next, so that no seam shows where pieces do not end on whole pixels.
const OVERLAP: f32 = 1.0;

/// A surface with a border and round corners.
#[derive(Clone, Copy, Debug)]
pub struct Surface {
    /// The colour inside. Opaque.
    pub fill: Color,
    /// The colour of the border. Opaque.
    pub line: Color,
    /// The border's width in px.
    pub width: f32,
    /// The corners' radius in px.
    pub radius: f32,
}

/// Paints a plain area.
pub fn area(renderer: &mut Renderer, bounds: Rectangle, fill: Color) {
    let (end_x, end_y) = (bounds.x + bounds.width, bounds.y + bounds.height);
    let mut y = bounds.y;
    while y < end_y {
        let height = (STRIP + OVERLAP).min(end_y - y);
        let mut x = bounds.x;
        while x < end_x {
            let width = (LENGTH + OVERLAP).min(end_x - x);
            quad(renderer, Rectangle { x, y, width, height }, Radius::default(), fill);
            x += LENGTH;
        }
        y += STRIP;
    }
}

/// Paints a surface of one line: two ends with the round corners, and what is between them without any, where what is
/// typed stands. Round corners are what costs the painter most.
pub fn line_box(renderer: &mut Renderer, bounds: Rectangle, surface: Surface) {
    let Surface {
        line, width, radius, ..
    } = surface;
    let end = radius.max(width) + OVERLAP;
    if bounds.width <= 2.0 * end || bounds.height <= 2.0 * radius {
        return whole(renderer, bounds, surface);
    }
    let left = Rectangle { width: end, ..bounds };
    let right = Rectangle {
        x: bounds.x + bounds.width - end,
        ..left
    };
    end_of_line(renderer, left, surface, width, |radius| Radius::default().left(radius));
    end_of_line(renderer, right, surface, 0.0, |radius| Radius::default().right(radius));
    let between = Rectangle {
        x: bounds.x + end - OVERLAP,
        width: bounds.width - 2.0 * (end - OVERLAP),
        ..bounds
    };
    for y in [bounds.y, bounds.y + bounds.height - width] {
        let height = width;
        quad(renderer, Rectangle { y, height, ..between }, Radius::default(), line);
    }
    area(renderer, between.shrink([width, 0.0]), surface.fill);
}

/// One of the two ends; its inside begins `inset` px from the left.
fn end_of_line(
    renderer: &mut Renderer,
    bounds: Rectangle,
    surface: Surface,
    inset: f32,
    rounded: impl Fn(f32) -> Radius,
) {
    let Surface {
        fill,
        line,
        width,
        radius,
    } = surface;
    quad(renderer, bounds, rounded(radius), line);
    let inside = Rectangle {
        x: bounds.x + inset,
        y: bounds.y + width,
        width: bounds.width - width,
        height: bounds.height - 2.0 * width,
    };
    quad(renderer, inside, rounded((radius - width).max(0.0)), fill);
}

/// Paints a surface: two caps with the round corners, and the rest between them in strips.
pub fn surface(renderer: &mut Renderer, bounds: Rectangle, surface: Surface) {
    let Surface {
        fill,
        line,
        width,
        radius,
    } = surface;
    // The painter makes no corner rounder than half a quad's height.
    let cap = 2.0 * radius.max(width);
    let middle = bounds.height - 2.0 * cap;
    if middle <= 0.0 || bounds.width <= 2.0 * cap {
        return whole(renderer, bounds, surface);
    }
    let (outer, inner) = (radius, (radius - width).max(0.0));
    let top = Rectangle {
        height: cap + OVERLAP,
        ..bounds
    };
    quad(renderer, top, Radius::default().top(outer), line);
    let inside = Rectangle {
        x: bounds.x + width,
        y: bounds.y + width,
        width: bounds.width - 2.0 * width,
        height: cap + OVERLAP - width,
    };
    quad(renderer, inside, Radius::default().top(inner), fill);
    let between = Rectangle {
        y: bounds.y + cap,
        height: middle + OVERLAP,
        ..inside
    };
    area(renderer, between, fill);
    for x in [bounds.x, bounds.x + bounds.width - width] {
        area(renderer, Rectangle { x, width, ..between }, line);
    }
    let y = bounds.y + bounds.height - cap;
    let bottom = Rectangle {
        y,
        height: cap,
        ..bounds
    };
    quad(renderer, bottom, Radius::default().bottom(outer), line);
    let inside = Rectangle {
        y,
        height: cap - width,
        ..inside
    };
    quad(renderer, inside, Radius::default().bottom(inner), fill);
}

/// Paints what shows of an edge `depth` px deep under a surface: the foot of its shape.
pub fn foot(renderer: &mut Renderer, bounds: Rectangle, radius: f32, depth: f32, fill: Color) {
    let height = (2.0 * radius + depth).min(bounds.height);
    let y = bounds.y + bounds.height - height;
    let foot = Rectangle { y, height, ..bounds };
    quad(renderer, foot, Radius::default().bottom(radius), fill);
}

/// Paints the four sides of a frame inside `bounds`, and nothing within.
pub fn frame(renderer: &mut Renderer, bounds: Rectangle, width: f32, fill: Color) {
    let Rectangle { x, y, .. } = bounds;
    let (far_x, far_y) = (x + bounds.width - width, y + bounds.height - width);
    for side in [
        Rectangle {
            height: width,
            ..bounds
        },
        Rectangle {
            y: far_y,
            height: width,
            ..bounds
        },
        Rectangle { width, ..bounds },
        Rectangle {
            x: far_x,
            width,
            ..bounds
        },
    ] {
        quad(renderer, side, Radius::default(), fill);
    }
}

fn whole(renderer: &mut Renderer, bounds: Rectangle, surface: Surface) {
    let border = Border {
        color: surface.line,
        width: surface.width,
        radius: surface.radius.into(),
    };
    draw(renderer, bounds, border, surface.fill);
}

fn quad(renderer: &mut Renderer, bounds: Rectangle, radius: Radius, fill: Color) {
    let border = Border {
        radius,
        ..Border::default()
    };
    draw(renderer, bounds, border, fill);
}

fn draw(renderer: &mut Renderer, bounds: Rectangle, border: Border, fill: Color) {
    // The painter has no shape for nothing.
    if bounds.width > 0.0 && bounds.height > 0.0 {
        let quad = renderer::Quad {
            bounds,
            border,
            ..Default::default()
        };
        renderer.fill_quad(quad, fill);
    }
}
