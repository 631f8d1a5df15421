//! Finds what does not fit: words wider or taller than their place, and things that stick out of their parent.

use std::any::Any;

use iced::advanced::widget::operation::{Outcome, Scrollable};
use iced::advanced::widget::{Id, Operation};
use iced::{Rectangle, Size, Vector};

/// How much room some words need, handed by the kit's widgets to [`Operation::custom`].
#[derive(Debug, Clone, PartialEq)]
pub struct Extent {
    /// The words, or what stands for them where they are secret.
    pub words: String,
    /// The room they need.
    pub needed: Size,
    /// Words had to be torn apart to fit the width.
    pub torn: bool,
}

/// Something that does not fit.
#[derive(Debug, Clone, PartialEq)]
pub enum Overflow {
    /// Words need more room than they have.
    Words {
        /// The words.
        words: String,
        /// The room they need.
        needed: Size,
        /// The room they have.
        bounds: Rectangle,
    },
    /// A word had to be torn apart.
    Torn {
        /// The words.
        words: String,
        /// The room they have.
        bounds: Rectangle,
    },
    /// A thing sticks out of the thing it stands in.
    Outside {
        /// The thing.
        bounds: Rectangle,
        /// What it stands in.
        parent: Rectangle,
        /// Its words, if it is words.
        words: Option<String>,
    },
}

/// Half a pixel and a little: rounding is no overflow.
const TOLERANCE: f32 = 1.0;

/// Collects everything that does not fit into `window`. What is below the edge of a scroll area is not an overflow; what is
/// wider than it is.
pub fn overflow(window: Size) -> impl Operation<Vec<Overflow>> {
    Measure {
        found: Vec::new(),
        parents: vec![Rectangle::with_size(window)],
        next: None,
    }
}

struct Measure {
    found: Vec<Overflow>,
    /// What is being looked into, outermost first.
    parents: Vec<Rectangle>,
    /// What the next `traverse` looks into.
    next: Option<Rectangle>,
}

impl Measure {
    fn inside(&mut self, bounds: Rectangle, words: Option<&str>) {
        let Some(parent) = self.parents.last().copied() else {
            return;
        };
        let fits = bounds.x >= parent.x - TOLERANCE
            && bounds.y >= parent.y - TOLERANCE
            && bounds.x + bounds.width <= parent.x + parent.width + TOLERANCE
            && bounds.y + bounds.height <= parent.y + parent.height + TOLERANCE;
        if !fits && bounds.width > 0.0 && bounds.height > 0.0 {
            self.found.push(Overflow::Outside {
                bounds,
                parent,
                words: words.map(str::to_owned),
            });
        }
    }
}

impl Operation<Vec<Overflow>> for Measure {
    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation<Vec<Overflow>>)) {
        let parent = self.next.take().or(self.parents.last().copied());
        self.parents.extend(parent);
        operate(self);
        if parent.is_some() {
            self.parents.pop();
        }
    }

    fn container(&mut self, _id: Option<&Id>, bounds: Rectangle) {
        self.inside(bounds, None);
        self.next = Some(bounds);
    }

    fn scrollable(
        &mut self,
        _id: Option<&Id>,
        bounds: Rectangle,
        content: Rectangle,
        _translation: Vector,
        _state: &mut dyn Scrollable,
    ) {
        self.inside(bounds, None);
        self.next = Some(Rectangle {
            height: content.height.max(bounds.height),
            ..bounds
        });
    }

    fn custom(&mut self, _id: Option<&Id>, bounds: Rectangle, state: &mut dyn Any) {
        let Some(extent) = state.downcast_ref::<Extent>() else {
            return;
        };
        self.inside(bounds, Some(&extent.words));
        if extent.torn {
            self.found.push(Overflow::Torn {
                words: extent.words.clone(),
                bounds,
            });
        }
        if extent.needed.width > bounds.width + TOLERANCE || extent.needed.height > bounds.height + TOLERANCE {
            self.found.push(Overflow::Words {
                words: extent.words.clone(),
                needed: extent.needed,
                bounds,
            });
        }
    }

    fn finish(&self) -> Outcome<Vec<Overflow>> {
        Outcome::Some(self.found.clone())
    }
}
