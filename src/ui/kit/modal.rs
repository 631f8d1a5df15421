//! A dialog over a view, and the curtain.

use iced::advanced::widget::{Operation, Tree};
use iced::advanced::{Clipboard, Layout, Renderer as _, Shell, Widget, layout, mouse, overlay, renderer};
use iced::widget::{Column, container};
use iced::{Alignment, Border, Color, Element, Event, Length, Rectangle, Renderer, Shadow, Size, Theme, Vector};

use super::described::described;
use super::icon::mark;
use super::scroll::scroll;
use super::text::text;
use crate::ui::access::{Node, Role};
use crate::ui::theme::{Look, TypeStyle, radius, ring};

/// `base` under a curtain of 60 %, and over it a dialog of 440 px: title, body and `answers`.
///
/// Keyboard and pointer reach the dialog alone. Give the safe answer the focus, and Esc.
pub fn dialog<'a, Message: Clone + 'a>(
    look: Look,
    base: impl Into<Element<'a, Message>>,
    title: impl Into<String>,
    body: impl Into<String>,
    answers: impl Into<Element<'a, Message>>,
) -> Element<'a, Message> {
    let colours = look.palette;
    let (title, body) = (title.into(), body.into());
    let body_style = look.pick(TypeStyle::Body, TypeStyle::ApplicantSmall);
    let heading = text(
        look,
        look.pick(TypeStyle::H2, TypeStyle::ApplicantStrong),
        title.clone(),
    )
    .heading();
    let mut parts = Column::new().push(heading).spacing(8);
    if !body.is_empty() {
        parts = parts.push(text(look, body_style, body.clone()).color(colours.text_2));
    }
    let parts = parts.push(
        container(answers)
            .padding(crate::ui::direction::padding(16.0, 0.0, 0.0, 0.0))
            .width(Length::Fill),
    );
    let card = container(parts)
        .padding(24)
        .width(look.px(look.pick(440.0, 560.0)))
        .style(move |_| container::Style {
            background: Some(colours.raised.into()),
            border: Border {
                color: colours.line,
                width: look.hair(),
                radius: radius::CARD.into(),
            },
            shadow: Shadow {
                color: colours.shadow,
                offset: Vector::new(0.0, 8.0),
                blur_radius: 24.0,
            },
            ..Default::default()
        });
    let node = Node {
        description: (!body.is_empty()).then_some(body),
        ..Node::new(Role::Dialog, title.clone(), Rectangle::default())
    };
    // Taller than the window (large type, many lines), it scrolls.
    let card = container(described(node, card))
        .center_x(Length::Fill)
        .padding([ring::REACH, 0.0]);
    modal(look, base, scroll(look, title, card).height(Length::Shrink))
}

/// `base` under a curtain of 60 %, and `top` in the middle over it.
pub fn modal<'a, Message: 'a>(
    look: Look,
    base: impl Into<Element<'a, Message>>,
    top: impl Into<Element<'a, Message>>,
) -> Element<'a, Message> {
    let veil = Color {
        a: 0.6,
        ..look.palette.curtain
    };
    let top = container(top)
        .center(Length::Fill)
        .padding(24)
        .style(move |_| container::Style::default().background(veil));
    Element::new(Modal {
        base: base.into(),
        top: top.into(),
    })
}

/// The curtain: nothing but the mark, one sentence and one thing to press.
pub fn curtain<'a, Message: 'a>(
    look: Look,
    words: impl Into<String>,
    answer: impl Into<Element<'a, Message>>,
) -> Element<'a, Message> {
    let colours = look.palette;
    let style = look.pick(TypeStyle::H3, TypeStyle::ApplicantStrong);
    let parts = Column::with_children([
        mark(look, 64.0).into(),
        text(look, style, words.into()).color(colours.on_bar).heading().into(),
        answer.into(),
    ])
    .spacing(24)
    .align_x(Alignment::Center);
    container(parts)
        .center(Length::Fill)
        .padding(32)
        .style(move |_| container::Style::default().background(colours.curtain))
        .into()
}

struct Modal<'a, Message> {
    base: Element<'a, Message>,
    top: Element<'a, Message>,
}

impl<Message> Widget<Message, Theme, Renderer> for Modal<'_, Message> {
    fn children(&self) -> Vec<Tree> {
        vec![Tree::new(&self.base), Tree::new(&self.top)]
    }

    fn diff(&self, tree: &mut Tree) {
        tree.diff_children(&[&self.base, &self.top]);
    }

    fn size(&self) -> Size<Length> {
        Size::new(Length::Fill, Length::Fill)
    }

    fn layout(&mut self, tree: &mut Tree, renderer: &Renderer, limits: &layout::Limits) -> layout::Node {
        let limits = limits.width(Length::Fill).height(Length::Fill);
        let [base, top] = tree.children.as_mut_slice() else {
            return layout::Node::new(limits.max());
        };
        let base = self.base.as_widget_mut().layout(base, renderer, &limits);
        let top = self.top.as_widget_mut().layout(top, renderer, &limits);
        layout::Node::with_children(limits.max(), vec![base, top])
    }

    fn operate(&mut self, tree: &mut Tree, layout: Layout<'_>, renderer: &Renderer, operation: &mut dyn Operation) {
        if let (Some(tree), Some(layout)) = (tree.children.get_mut(1), layout.children().nth(1)) {
            self.top.as_widget_mut().operate(tree, layout, renderer, operation);
        }
    }

    fn update(
        &mut self,
        tree: &mut Tree,
        event: &Event,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        renderer: &Renderer,
        clipboard: &mut dyn Clipboard,
        shell: &mut Shell<'_, Message>,
        viewport: &Rectangle,
    ) {
        if let (Some(tree), Some(layout)) = (tree.children.get_mut(1), layout.children().nth(1)) {
            let top = self.top.as_widget_mut();
            top.update(tree, event, layout, cursor, renderer, clipboard, shell, viewport);
        }
        if matches!(event, Event::Mouse(mouse::Event::ButtonPressed(_))) {
            shell.capture_event();
        }
    }

    fn draw(
        &self,
        tree: &Tree,
        renderer: &mut Renderer,
        theme: &Theme,
        style: &renderer::Style,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        viewport: &Rectangle,
    ) {
        let mut children = layout.children();
        let ([base, top], Some(base_layout), Some(top_layout)) =
            (tree.children.as_slice(), children.next(), children.next())
        else {
            return;
        };
        let base_widget = self.base.as_widget();
        base_widget.draw(
            base,
            renderer,
            theme,
            style,
            base_layout,
            mouse::Cursor::Unavailable,
            viewport,
        );
        renderer.with_layer(layout.bounds(), |renderer| {
            self.top
                .as_widget()
                .draw(top, renderer, theme, style, top_layout, cursor, viewport);
        });
    }

    fn mouse_interaction(
        &self,
        tree: &Tree,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        viewport: &Rectangle,
        renderer: &Renderer,
    ) -> mouse::Interaction {
        match (tree.children.get(1), layout.children().nth(1)) {
            (Some(tree), Some(layout)) => self
                .top
                .as_widget()
                .mouse_interaction(tree, layout, cursor, viewport, renderer),
            _ => mouse::Interaction::None,
        }
    }

    fn overlay<'b>(
        &'b mut self,
        tree: &'b mut Tree,
        layout: Layout<'b>,
        renderer: &Renderer,
        viewport: &Rectangle,
        translation: Vector,
    ) -> Option<overlay::Element<'b, Message, Theme, Renderer>> {
        let (tree, layout) = (tree.children.get_mut(1)?, layout.children().nth(1)?);
        self.top
            .as_widget_mut()
            .overlay(tree, layout, renderer, viewport, translation)
    }
}
