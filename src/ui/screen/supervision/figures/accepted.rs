//! What supervisors accepted though the registry does not know.

use iced::Element;
use iced::widget::Column;

use super::{Message, panel};
use crate::domain::conditions::Condition;
use crate::domain::report::figures::Figures;
use crate::ui::kit::plot;
use crate::ui::scene::Scene;

/// What the registry did not know and a supervisor accepted: each condition, and in how many visits.
pub(super) fn view<'a>(scene: Scene, figures: &Figures) -> Element<'a, Message> {
    let Scene { look, texts, .. } = scene;
    let most = figures.accepted.iter().copied().max().unwrap_or(0).max(1);
    let rows = Condition::ALL.into_iter().zip(figures.accepted);
    let rows = rows.filter(|(_, count)| *count > 0).map(|(condition, count)| {
        let words = texts.accepted_name(condition);
        plot::bar_row(look, words, count as f32 / most as f32, count.to_string())
    });
    let rows = Column::with_children(rows).spacing(4);
    panel(scene, texts.centre_accepted(), Vec::new(), rows.into())
}
