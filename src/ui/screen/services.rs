//! What an account opens: the catalogue, by who the applicant is.

use iced::widget::{Column, Row, Space};
use iced::{Alignment, Element, Length};

use crate::domain::applicant::ApplicantKind;
use crate::domain::service;
use crate::ui::kit::{self, Icon, Tone};
use crate::ui::scene::Scene;
use crate::ui::shell::stage;
use crate::ui::theme::TypeStyle;

use super::start::{Message, Page};

/// The tab that has the keyboard when the page opens.
pub(super) const FIRST: &str = "services-kind";

/// The kinds in the order of their tabs.
const KINDS: [ApplicantKind; 3] = [ApplicantKind::Citizen, ApplicantKind::Resident, ApplicantKind::Visitor];

/// The clerk's page.
pub fn clerk<'a>(scene: Scene, kind: ApplicantKind) -> Element<'a, Message> {
    let Scene { look, texts, .. } = scene;
    let chosen = KINDS.iter().position(|one| *one == kind).unwrap_or(0);
    let tabs = KINDS.map(|kind| (icon(kind), texts.kind(kind)));
    let choose = |place: usize| {
        let kind = KINDS.get(place).copied().unwrap_or(ApplicantKind::Citizen);
        Message::Page(Page::Services(kind))
    };
    let tabs = kit::consent::tabs_called(look, FIRST, texts.services_page_kind(), tabs.into(), chosen, choose);
    let content = Column::with_children([tabs, list(scene, kind)])
        .spacing(20)
        .width(Length::Fill);
    let back = kit::button(look, texts.action_back())
        .key(texts.key_escape())
        .on_press(Message::Page(Page::Doors));
    stage(
        scene,
        texts.start_services(),
        texts.services_page_sentence(),
        content,
        back,
        Space::new(),
    )
}

const fn icon(kind: ApplicantKind) -> Icon {
    match kind {
        ApplicantKind::Citizen => Icon::IdentityCard,
        ApplicantKind::Resident => Icon::House,
        ApplicantKind::Visitor => Icon::Plane,
    }
}

/// The services open to applicants of this kind, or where to ask where there are none.
pub(super) fn list<'a, Message: 'a>(scene: Scene, kind: ApplicantKind) -> Element<'a, Message> {
    let Scene { look, texts, .. } = scene;
    let open = service::open_to(kind);
    if open.is_empty() {
        return kit::note(look, Tone::Info, texts.done_services_none()).into();
    }
    let rows = open.iter().map(|name| {
        let words = Column::with_children([
            kit::text(look, TypeStyle::Label, texts.service(name)).into(),
            kit::small(look, texts.service_whom(name)).into(),
            kit::caption(
                look,
                texts.services_page_need(texts.service_need(name), texts.service_gives(name)),
            )
            .into(),
        ])
        .width(Length::Fill);
        let tile = kit::tile(
            look,
            icon_of(name),
            40.0,
            look.palette.accent_soft,
            look.palette.accent_text,
        );
        Row::with_children([tile, words.into()])
            .spacing(16)
            .align_y(Alignment::Center)
            .width(Length::Fill)
            .into()
    });
    kit::rows(look, rows.collect())
}

/// What a service of the catalogue is about; a new one has the sign of a document.
fn icon_of(name: &str) -> Icon {
    match name {
        "issue-passport" | "renew-passport" | "travel-permits" => Icon::Plane,
        "issue-iqama" | "renew-iqama" => Icon::IdentityCard,
        "investor-services" => Icon::Briefcase,
        _ => Icon::FileText,
    }
}
