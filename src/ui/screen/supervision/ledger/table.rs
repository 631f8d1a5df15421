//! One page of the ledger's lines: number, time, what happened, in which visit.

use iced::widget::{Column, Row, Space, container};
use iced::{Alignment, Element, Length};

use super::filter::Topic;
use super::{Message, PAGE, Search, State};
use crate::domain::applicant::{Calendar, Today};
use crate::domain::fact::Fact;
use crate::domain::id::Reference;
use crate::domain::report::Line;
use crate::i18n::date;
use crate::ui::access::Role;
use crate::ui::kit::control::{Paint, Status};
use crate::ui::kit::{self, Axis, Icon, Tone};
use crate::ui::scene::Scene;
use crate::ui::screen::supervision::Direction;
use crate::ui::theme::TypeStyle;

const NUMBER: f32 = 72.0;
const TIME: f32 = 116.0;
const VISIT: f32 = 88.0;

/// The sign of what a fact is about, and in which tone.
pub(super) const fn sign(fact: &Fact) -> (Icon, Tone) {
    match Topic::of(fact) {
        Topic::Visits => (Icon::DoorOpen, Tone::Neutral),
        Topic::Proofs => (Icon::Check, Tone::Good),
        Topic::Refusals => (Icon::ShieldAlert, Tone::Error),
        Topic::Changes => (Icon::Key, Tone::Good),
        Topic::Messages => (Icon::Message, Tone::Neutral),
        Topic::Desk => (Icon::Monitor, Tone::Neutral),
    }
}

impl State {
    pub(super) fn table<'a>(
        &'a self,
        scene: Scene,
        lines: &'a [Line],
        chosen: Option<&Line>,
        reading: bool,
    ) -> Element<'a, Message> {
        let Scene { look, texts, .. } = scene;
        let begin = self.page * PAGE;
        let page: Vec<&Line> = self
            .shown
            .iter()
            .skip(begin)
            .take(PAGE)
            .filter_map(|place| lines.get(*place))
            .collect();
        if page.is_empty() {
            return self.nothing(scene, reading);
        }
        let place = self
            .chosen
            .and_then(|chosen| chosen.checked_sub(begin))
            .filter(|place| *place < PAGE);
        let rows = page.iter().enumerate().map(|(at, line)| {
            let same_visit =
                chosen.is_some_and(|chosen| chosen.entry.visit.is_some() && chosen.entry.visit == line.entry.visit);
            self.row(
                scene,
                at,
                line,
                (place == Some(at), same_visit, place.unwrap_or(0) == at),
            )
        });
        let count = page.len();
        let rows = kit::group(texts.centre_ledger(), Axis::Both, Column::with_children(rows))
            .on_move(move |at| (at < count).then_some(Message::Choose(at)));
        let parts = [
            self.column_heads(scene),
            rows.into(),
            kit::separator(look),
            self.foot(scene, reading),
        ];
        kit::card_sized(look, Length::Fill, Length::Shrink, 1.0, Column::with_children(parts))
    }

    fn nothing<'a>(&self, scene: Scene, reading: bool) -> Element<'a, Message> {
        let Scene { look, texts, .. } = scene;
        let (tone, words) = match (reading, &self.search) {
            (true, _) => (Tone::Info, texts.centre_reading()),
            (false, Search::None) => (Tone::Neutral, texts.centre_ledger_none()),
            (false, _) => (Tone::Neutral, texts.centre_search_none()),
        };
        kit::note(look, tone, words).into()
    }

    fn column_heads<'a>(&self, scene: Scene) -> Element<'a, Message> {
        let Scene { look, texts, .. } = scene;
        let head = |words: String| kit::text(look, TypeStyle::Chip, words).color(look.palette.text_2);
        let row = Row::with_children([
            container(head(texts.centre_column_number()))
                .width(look.px(NUMBER))
                .into(),
            container(head(texts.centre_column_time())).width(look.px(TIME)).into(),
            head(texts.centre_column_fact()).fill().into(),
            container(head(texts.centre_column_visit()))
                .width(look.px(VISIT))
                .into(),
        ]);
        kit::area(look.palette.sunken, row.spacing(8))
            .padding([6.0, 14.0])
            .width(Length::Fill)
            .into()
    }

    fn row<'a>(
        &self,
        scene: Scene,
        at: usize,
        line: &Line,
        (is_chosen, same_visit, stop): (bool, bool, bool),
    ) -> Element<'a, Message> {
        let Scene { look, texts, .. } = scene;
        let colours = look.palette;
        let words = texts.fact(&line.entry.fact);
        let time = self.time(scene, line);
        let visit = line.entry.visit.map(|visit| Reference::of(visit).to_string());
        let name = texts.centre_line(line.frame, time.as_str(), words.as_str());
        let style = if is_chosen {
            TypeStyle::SmallMedium
        } else {
            TypeStyle::Small
        };
        let content = cells(scene, style, line, (time, words, visit));
        let rest = match (is_chosen, same_visit) {
            (true, _) => colours.accent_soft_2,
            (false, true) => colours.accent_soft,
            (false, false) => colours.surface,
        };
        kit::control(look, Role::Option, name, content)
            .on_press_maybe(Some(Message::Choose(at)))
            .toggled(is_chosen)
            .tab_stop(stop)
            .ring_inside(colours.focus)
            .radius(0.0)
            .padding([3.0, 14.0])
            .width(Length::Fill)
            .least(0.0, look.px(34.0))
            .paint(move |status| match status {
                Status::Hover if !is_chosen => Paint::fill(colours.sunken),
                _ => Paint::fill(rest),
            })
            .into()
    }

    /// The time of day; with the day, where several are shown.
    fn time(&self, scene: Scene, line: &Line) -> String {
        let texts = scene.texts;
        if self.period().is_one_day() {
            return date::clock_with_seconds(texts.locale(), line.wall);
        }
        let day = Today::at(line.wall).in_calendar(Calendar::Gregorian);
        let clock = date::clock(texts.locale(), line.wall);
        texts.centre_day_and_time(u64::from(day.day()), u64::from(day.month()), clock)
    }

    fn foot<'a>(&self, scene: Scene, reading: bool) -> Element<'a, Message> {
        let Scene { look, texts, .. } = scene;
        let pages = self.shown.len().div_ceil(PAGE);
        let mut words = texts.centre_shown(self.shown.len());
        if reading {
            words = format!("{words} · {}", texts.centre_reading());
        }
        let leaf = |words: String, which, key: String, message: Option<Direction>| {
            kit::button(look, words)
                .toolbar()
                .icon(which)
                .key(key)
                .on_press_maybe(message.map(Message::Leaf))
        };
        let newer = (self.page > 0).then_some(Direction::Later);
        let older = (self.page + 1 < pages).then_some(Direction::Earlier);
        let row = Row::with_children([
            kit::small(look, words).fill().into(),
            leaf(texts.centre_newer(), Icon::Backward, texts.key_page_up(), newer).into(),
            kit::text(look, TypeStyle::Label, texts.centre_page(self.page + 1, pages))
                .one_line()
                .into(),
            leaf(texts.centre_older(), Icon::Forward, texts.key_page_down(), older).into(),
        ])
        .spacing(10)
        .align_y(Alignment::Center);
        container(Column::with_children([row.into(), Space::new().height(0).into()]))
            .padding([8.0, 14.0])
            .width(Length::Fill)
            .into()
    }
}

/// What stands in a row: number, time, what happened, in which visit.
fn cells<'a>(
    scene: Scene,
    style: TypeStyle,
    line: &Line,
    (time, words, visit): (String, String, Option<String>),
) -> Element<'a, Message> {
    let Scene { look, texts, .. } = scene;
    let (which, tone) = sign(&line.entry.fact);
    let number = kit::text(look, style, texts.centre_number(line.frame))
        .color(look.palette.text_2)
        .one_line();
    let visit = kit::text(look, style, visit.unwrap_or_else(|| "—".to_owned()))
        .left_to_right()
        .one_line();
    Row::with_children([
        container(number).width(look.px(NUMBER)).into(),
        container(kit::text(look, style, time).left_to_right().one_line())
            .width(look.px(TIME))
            .into(),
        kit::icon(look, which, 18.0).color(tone.ink(look)).into(),
        kit::text(look, style, words).fill().into(),
        container(visit).width(look.px(VISIT)).into(),
    ])
    .spacing(8)
    .align_y(Alignment::Center)
    .into()
}
