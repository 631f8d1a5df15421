//! One visit as a story: what happened, in its order, in sentences.

use std::collections::HashMap;

use iced::widget::{Column, Row, Space, container};
use iced::{Alignment, Element, Length};

use super::{Message, table};
use crate::domain::applicant::IdentityNumber;
use crate::domain::fact::Ending;
use crate::domain::report::Line;
use crate::domain::report::story::{Outcome, Story};
use crate::i18n::{Texts, date};
use crate::ui::kit::{self, Icon, Tone};
use crate::ui::scene::Scene;
use crate::ui::screen::supervision::name_of;
use crate::ui::theme::TypeStyle;

/// The visit of the chosen line, or what a line without a visit tells.
pub(super) fn view<'a>(
    scene: Scene,
    lines: &'a [Line],
    chosen: Option<&'a Line>,
    names: &HashMap<IdentityNumber, String>,
) -> Element<'a, Message> {
    let Scene { look, texts, .. } = scene;
    let Some(chosen) = chosen else {
        return boxed(scene, kit::small(look, texts.centre_story_none()));
    };
    let Some(visit) = chosen.entry.visit else {
        return boxed(
            scene,
            Column::with_children([line(scene, chosen, true), whose(scene, chosen, names)]).spacing(8),
        );
    };
    let of_visit: Vec<&Line> = lines.iter().filter(|line| line.entry.visit == Some(visit)).collect();
    let mut story = of_visit.iter().find_map(|line| Story::begin(line));
    if let Some(story) = &mut story {
        of_visit.iter().for_each(|line| story.follow(line));
    }
    let mut content = Column::new().spacing(6).width(Length::Fill);
    content = match &story {
        Some(story) => content.push(head(scene, story)),
        // It began before what was read.
        None => content.push(kit::small(look, texts.centre_story_cut())),
    };
    content = content.push(whose(scene, chosen, names)).push(kit::separator(look));
    for one in of_visit {
        content = content.push(line(scene, one, one == chosen));
    }
    boxed(scene, content)
}

fn boxed<'a>(scene: Scene, content: impl Into<Element<'a, Message>>) -> Element<'a, Message> {
    kit::card_sized(scene.look, Length::Fill, Length::Shrink, 18.0, content)
}

fn head<'a>(scene: Scene, story: &Story) -> Element<'a, Message> {
    let Scene { look, texts, .. } = scene;
    let (tone, outcome) = outcome(texts, story.outcome);
    let title = Row::with_children([
        kit::text(look, TypeStyle::H3, texts.centre_visit(story.reference))
            .fill()
            .into(),
        kit::chip(look, tone, outcome).small().into(),
    ])
    .spacing(8)
    .align_y(Alignment::Center);
    let flow = texts.flow(story.flow);
    let span = kit::gauge::minutes(story.span.as_secs());
    let document = story.document.as_ref().map(|(kind, last_four)| {
        let words = texts.centre_document(texts.kind(*kind), last_four.as_str());
        kit::small(look, words).into()
    });
    let parts = [
        title.into(),
        kit::small(look, texts.centre_flow_and_span(flow, span)).into(),
    ];
    Column::with_children(parts.into_iter().chain(document)).into()
}

fn outcome(texts: Texts, outcome: Outcome) -> (Tone, String) {
    match outcome {
        Outcome::Open => (Tone::Info, texts.centre_outcome_open()),
        Outcome::Done | Outcome::Ended(Ending::Completed) => (Tone::Good, texts.centre_outcome_done()),
        Outcome::Ended(Ending::Closed) => (Tone::Error, texts.centre_outcome_closed()),
        Outcome::Ended(Ending::Abandoned) => (Tone::Warn, texts.centre_outcome_abandoned()),
        Outcome::Ended(Ending::Idle) => (Tone::Warn, texts.centre_outcome_idle()),
        Outcome::Ended(Ending::TooLong) => (Tone::Warn, texts.centre_outcome_too_long()),
        Outcome::Ended(Ending::Interrupted) => (Tone::Warn, texts.centre_outcome_interrupted()),
    }
}

fn whose<'a>(scene: Scene, chosen: &Line, names: &HashMap<IdentityNumber, String>) -> Element<'a, Message> {
    let Scene { look, texts, .. } = scene;
    let words = match chosen.entry.clerk {
        Some(clerk) => texts.centre_by(name_of(names, clerk)),
        None => texts.centre_by_program(),
    };
    Row::with_children([
        kit::icon(look, Icon::Person, 16.0).color(look.palette.text_2).into(),
        kit::small(look, words).fill().into(),
    ])
    .spacing(8)
    .align_y(Alignment::Center)
    .into()
}

fn line<'a>(scene: Scene, line: &Line, strong: bool) -> Element<'a, Message> {
    let Scene { look, texts, .. } = scene;
    let (_, tone) = table::sign(&line.entry.fact);
    let style = if strong {
        TypeStyle::SmallMedium
    } else {
        TypeStyle::Small
    };
    let time = date::clock(texts.locale(), line.wall);
    let dot = if strong { Icon::Done } else { Icon::Circle };
    Row::with_children([
        container(kit::caption(look, time).left_to_right().one_line())
            .width(look.px(48.0))
            .into(),
        kit::icon(look, dot, 14.0).color(tone.ink(look)).into(),
        kit::text(look, style, texts.fact(&line.entry.fact)).fill().into(),
        Space::new().width(0).into(),
    ])
    .spacing(8)
    .align_y(Alignment::Center)
    .into()
}
