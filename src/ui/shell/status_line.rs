//! The status line: a dot and words for each thing that the desk rests on.

use iced::widget::{Row, Space, container};
use iced::{Alignment, Element, Length, Size};

use crate::desk::{GatewayState, Status};
use crate::ui::access::Role;
use crate::ui::kit::{self, Tone};
use crate::ui::scene::Scene;
use crate::ui::theme::Look;

/// The height of the line at text scale 100 %.
const HEIGHT: f32 = 32.0;

/// The room that the line takes.
pub fn size(look: Look) -> Size<Length> {
    Size::new(Length::Fill, Length::Fixed(look.px(HEIGHT)))
}

/// The status line; where there is little room, what is well is left out.
/// `store_fault` is the sentence of the last failure to save, where the last save failed.
pub fn status_line<'a, Message: Clone + 'a>(
    scene: Scene,
    status: Option<&Status>,
    store_fault: Option<String>,
    keys: Message,
) -> Element<'a, Message> {
    let Scene { look, texts, .. } = scene;
    let mut line = Row::new().spacing(24).align_y(Alignment::Center);
    let store = match store_fault {
        None => (Tone::Good, texts.status_store_ok()),
        Some(fault) => (Tone::Error, fault),
    };
    let mut all = vec![store];
    all.extend(status.map(|status| parts(scene, status)).into_iter().flatten());
    // Something is always said.
    let well = all.iter().all(|(tone, _)| *tone == Tone::Good);
    for (place, (tone, words)) in all.into_iter().enumerate() {
        if !scene.is_narrow() || tone != Tone::Good || (well && place == 0) {
            line = line.push(kit::dot(look, tone, words));
        }
    }
    let cap = Row::with_children([
        kit::caption(look, texts.app_keys()).into(),
        kit::key_cap(look, "F1").into(),
    ]);
    let keys = kit::control(
        look,
        Role::Button,
        texts.app_keys(),
        cap.spacing(8).align_y(Alignment::Center),
    )
    .on_press_maybe(Some(keys))
    .padding([0.0, 6.0])
    .least(0.0, look.px(28.0));
    line = line.push(Space::new().width(Length::Fill)).push(keys);
    let colours = look.palette;
    container(line.clip(true))
        .width(Length::Fill)
        .height(look.px(HEIGHT))
        .padding([0.0, 16.0])
        .align_y(Alignment::Center)
        .style(move |_| container::Style::default().background(colours.surface))
        .into()
}

fn parts(scene: Scene, status: &Status) -> Vec<(Tone, String)> {
    let Scene { texts, practice, .. } = scene;
    let messages = match (status.waiting, practice) {
        (0, true) => (Tone::Good, texts.status_messages_training()),
        (0, false) => (Tone::Good, texts.status_messages_going()),
        (count, _) => (Tone::Warn, texts.status_messages_waiting(count)),
    };
    let ledger = match status.recorded {
        None => (Tone::Good, texts.status_ledger_empty()),
        Some(at) => (Tone::Good, texts.status_ledger_written(scene.on_the_wall(at))),
    };
    let mut parts = vec![messages];
    parts.extend(gateways(scene, status));
    parts.push(ledger);
    if status.clock_jumped {
        parts.push((Tone::Warn, texts.status_clock_moved()));
    }
    parts
}

/// How the gateways are: those of both channels in one word where there is nothing to tell apart.
fn gateways(scene: Scene, status: &Status) -> Vec<(Tone, String)> {
    use GatewayState::{Down, Ready};
    let Scene { texts, practice, .. } = scene;
    let sms = match status.gateway {
        Some(Down(fault)) => (Tone::Warn, texts.status_sms_down(texts.gateway_short(fault))),
        Some(Ready) => (Tone::Good, texts.status_sms_ready()),
        None => (Tone::Error, texts.status_sms_none()),
    };
    let email = match status.email {
        Some(Down(fault)) => (Tone::Warn, texts.status_email_down(texts.gateway_short(fault))),
        Some(Ready) => (Tone::Good, texts.status_email_ready()),
        None => (Tone::Warn, texts.status_email_none()),
    };
    match (status.gateway, status.email) {
        (None, None) => vec![(Tone::Error, texts.status_gateway_none())],
        (Some(Ready), Some(Ready)) if practice => vec![(Tone::Good, texts.status_gateway_training())],
        (Some(Ready), Some(Ready)) => vec![(Tone::Good, texts.status_gateway_ready())],
        (Some(Down(fault)), Some(Down(same))) if fault == same => {
            vec![(Tone::Warn, texts.status_both_down(texts.gateway_short(fault)))]
        }
        // The line has no room for two reasons: the start page tells both.
        (Some(Down(_)), Some(Down(_))) => vec![(Tone::Warn, texts.status_neither_works())],
        _ => vec![sms, email],
    }
}
