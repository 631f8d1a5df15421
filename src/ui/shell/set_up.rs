//! What stands around the steps of the set-up: the language above, all steps at the start side, and at the end side why
//! something is asked.

use iced::widget::{Column, Row, Space, container};
use iced::{Alignment, Element, Length};

use crate::ui::kit::{self, Icon, Steps};
use crate::ui::scene::Scene;
use crate::ui::screen::welcome::State;

use super::{aside, clerk, rail, top_bar};

/// Below this width why something is asked is folded away.
const FOLDS: f32 = 1200.0;

/// The window with the stage of a step.
pub fn window<'a, Message: Clone + 'a>(
    scene: Scene,
    state: &State,
    stage: Element<'a, Message>,
    language: Message,
) -> Element<'a, Message> {
    let parts = clerk::Parts {
        top: top_bar::plain(scene, language),
        rail: steps(scene, state),
        folded: scene.is_narrow(),
        stage,
        aside: (scene.room >= FOLDS).then(|| why(scene, state)),
        status: Space::new().into(),
    };
    clerk::window(scene, parts)
}

/// The steps at the start side, or in one line where there is little room.
fn steps<'a, Message: Clone + 'a>(scene: Scene, state: &State) -> Element<'a, Message> {
    let Scene { look, texts, .. } = scene;
    let names = State::names(texts);
    let current = state.place();
    if scene.is_narrow() {
        let name = names.get(current).cloned().unwrap_or_default();
        let line = texts.welcome_step(current + 1, names.len(), name);
        let line = kit::body(look, line).color(look.palette.accent_text);
        return kit::area(look.palette.surface, container(line).padding([8.0, 24.0]))
            .width(Length::Fill)
            .into();
    }
    let steps = Steps {
        names,
        current,
        caption: None,
        before: None,
    };
    let content = Column::with_children([
        kit::stepper(look, texts.welcome_steps(), &steps),
        kit::small(look, texts.welcome_once()).into(),
    ])
    .spacing(20)
    .width(Length::Fill);
    let scrolled = kit::scroll(look, texts.welcome_steps(), container(content).padding([24.0, 16.0]));
    kit::area(look.palette.surface, scrolled)
        .width(look.px(rail::WIDTH))
        .height(Length::Fill)
        .into()
}

/// Why the step asks what it asks.
fn why<'a, Message: Clone + 'a>(scene: Scene, state: &State) -> Element<'a, Message> {
    let Scene { look, texts, .. } = scene;
    let (_, _, why) = state.words(texts);
    let heading = Row::with_children([
        kit::icon(look, Icon::Info, 20.0).into(),
        kit::strong(look, texts.welcome_aside()).into(),
    ])
    .spacing(12)
    .align_y(Alignment::Center);
    let content =
        Column::with_children([heading.into(), kit::body(look, why).color(look.palette.text_2).into()]).spacing(10);
    let scrolled = kit::scroll(look, texts.welcome_aside(), container(content).padding([24.0, 20.0]));
    kit::area(look.palette.surface, scrolled)
        .width(look.px(aside::WIDTH))
        .height(Length::Fill)
        .into()
}
