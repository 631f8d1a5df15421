//! What is listed of the ledger, as a file.

use iced::Element;
use iced::widget::Column;

use super::{Export, Message};
use crate::desk::export::ExportFormat;
use crate::i18n::bidi;
use crate::ui::kit::{self, Icon, Tone};
use crate::ui::scene::Scene;
use crate::ui::shell::actions;

/// A button for each kind of file, and what became of the last one. `any` says whether something is listed.
pub(super) fn view<'a>(scene: Scene, export: &Export, any: bool) -> Element<'a, Message> {
    let Scene { look, texts, .. } = scene;
    let busy = *export == Export::Running;
    let button = |words: String, format: ExportFormat| -> Element<'a, Message> {
        kit::button(look, words)
            .toolbar()
            .icon(Icon::FileText)
            .busy_maybe(busy.then(|| texts.centre_exporting()))
            .on_press_maybe(any.then_some(Message::Export(format)))
            .into()
    };
    let buttons = actions(
        scene,
        button(texts.centre_export_csv(), ExportFormat::Csv),
        button(texts.centre_export_json(), ExportFormat::JsonLines),
    );
    Column::with_children([buttons])
        .extend(became(scene, export))
        .spacing(12)
        .into()
}

fn became<'a>(scene: Scene, export: &Export) -> Option<Element<'a, Message>> {
    let Scene { look, texts, .. } = scene;
    Some(match export {
        Export::None | Export::Running => return None,
        Export::Saved(saved) => kit::note(look, Tone::Good, bidi::island(&saved.path.display().to_string()))
            .title(texts.centre_exported(saved.count))
            .into(),
        Export::Failed => kit::note(look, Tone::Error, texts.centre_not_exported_do())
            .title(texts.centre_not_exported())
            .into(),
    })
}
