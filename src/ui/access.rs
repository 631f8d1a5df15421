//! What assistive technology is told: every control's role, name and state, collected from a laid-out window.
//!
//! Widgets of the kit hand a [`Node`] to [`Operation::custom`]; [`collect`] gathers them in reading order.
//! Publishing them (AT-SPI, UI Automation) comes later and needs nothing more than this.

use std::any::Any;

use iced::Rectangle;
use iced::advanced::widget::operation::Outcome;
use iced::advanced::widget::{Id, Operation};

/// What a thing on the screen is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// Does something when pressed.
    Button,
    /// On or off.
    CheckBox,
    /// One of several.
    Radio,
    /// A set of things of which one is chosen, or keys that belong together.
    Group,
    /// Takes typed text.
    TextField,
    /// Takes typed text that is not shown and never read out.
    SecretField,
    /// Opens a list.
    ComboBox,
    /// An entry of a list.
    Option,
    /// A region that can be scrolled.
    ScrollArea,
    /// A question that must be answered first.
    Dialog,
    /// Words.
    Text,
    /// Words that name what follows.
    Heading,
    /// A picture; its name says what it shows.
    Image,
    /// How far something is: steps, strength, time left.
    Progress,
    /// A message that appeared: information, success, warning.
    Status,
    /// A message that something is wrong.
    Alert,
}

impl Role {
    /// Whether a person acts on it: then it must have a name.
    pub fn is_control(self) -> bool {
        matches!(
            self,
            Self::Button
                | Self::CheckBox
                | Self::Radio
                | Self::TextField
                | Self::SecretField
                | Self::ComboBox
                | Self::Option
                | Self::ScrollArea
        )
    }
}

/// One thing on the screen, as assistive technology is told of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    /// What it is.
    pub role: Role,
    /// What it is called. A control's is never empty: a test holds that.
    pub name: String,
    /// Help or error that belongs to it.
    pub description: Option<String>,
    /// Its text or value; never that of a secret field.
    pub value: Option<String>,
    /// On or off, chosen or not; `None` where that has no meaning.
    pub toggled: Option<bool>,
    /// It has the keyboard.
    pub focused: bool,
    /// It cannot be used now.
    pub disabled: bool,
    /// It is at work.
    pub busy: bool,
    /// What it holds is wrong; the description says why.
    pub invalid: bool,
    /// Where it is, in px of the window.
    pub bounds: Rectangle,
    /// The widget's id, by which it can be given the keyboard.
    pub id: Option<Id>,
    /// How many controls and groups it stands in.
    pub depth: usize,
}

impl Node {
    /// A node in its plainest state.
    pub fn new(role: Role, name: impl Into<String>, bounds: Rectangle) -> Self {
        Self {
            role,
            name: name.into(),
            description: None,
            value: None,
            toggled: None,
            focused: false,
            disabled: false,
            busy: false,
            invalid: false,
            bounds,
            id: None,
            depth: 0,
        }
    }
}

/// Says where the inside of a node begins and ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Nesting {
    Inside,
    Outside,
}

/// A widget's report of itself: the node, and then what is inside it.
///
/// `inside` is visited by every operation; what it reports stands one level deeper.
pub fn report(operation: &mut dyn Operation, node: &mut Node, inside: &mut dyn FnMut(&mut dyn Operation)) {
    let (id, bounds) = (node.id.clone(), node.bounds);
    operation.container(None, bounds);
    operation.custom(id.as_ref(), bounds, node);
    operation.custom(None, bounds, &mut Nesting::Inside);
    operation.traverse(inside);
    operation.custom(None, bounds, &mut Nesting::Outside);
}

/// Collects every [`Node`] of a window, in reading order. Words inside a control are part of its name, not nodes.
pub fn collect() -> impl Operation<Vec<Node>> {
    Collect::default()
}

/// The controls among `nodes` that have no name: there must be none.
pub fn unnamed(nodes: &[Node]) -> Vec<&Node> {
    nodes
        .iter()
        .filter(|node| node.role.is_control() && node.name.trim().is_empty())
        .collect()
}

#[derive(Default)]
struct Collect {
    nodes: Vec<Node>,
    /// The nodes that are open: whether each is a control, whose words are its name.
    open: Vec<bool>,
    last_is_control: bool,
}

impl Operation<Vec<Node>> for Collect {
    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation<Vec<Node>>)) {
        operate(self);
    }

    fn custom(&mut self, _id: Option<&Id>, _bounds: Rectangle, state: &mut dyn Any) {
        if let Some(nesting) = state.downcast_ref::<Nesting>() {
            match nesting {
                Nesting::Inside => self.open.push(self.last_is_control),
                Nesting::Outside => {
                    self.open.pop();
                }
            }
        } else if let Some(node) = state.downcast_ref::<Node>() {
            self.last_is_control = node.role.is_control() && node.role != Role::ScrollArea;
            let is_words = matches!(node.role, Role::Text | Role::Heading | Role::Image);
            if !(is_words && self.open.contains(&true)) {
                self.nodes.push(Node {
                    depth: self.open.len(),
                    ..node.clone()
                });
            }
        }
    }

    fn finish(&self) -> Outcome<Vec<Node>> {
        Outcome::Some(self.nodes.clone())
    }
}
