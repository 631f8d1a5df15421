//! A day or a week in figures: how many, how long, what was refused, by whom, and what is unusual.

mod accepted;

use iced::widget::{Column, Row, Space, container};
use iced::{Alignment, Element, Length};

use super::{Direction, Message, Page, State};
use crate::domain::applicant::{Calendar, Today};
use crate::domain::report::alert::Alert;
use crate::domain::report::figures::{Count, Figures, OfClerk, Refused, Slot};
use crate::domain::report::story::Step;
use crate::i18n::{Texts, date};
use crate::ui::kit::plot::{self, Stacked};
use crate::ui::kit::{self, Icon, Tone, gauge};
use crate::ui::scene::Scene;
use crate::ui::theme::TypeStyle;

/// Below this width boxes stand one below the other.
const WIDE: f32 = 1000.0;
/// Below this width the first figures stand in two rows.
const SIX_ABREAST: f32 = 1200.0;

pub(super) fn view(state: &State, scene: Scene, reading: bool) -> Element<'_, Message> {
    let Scene { look, texts, .. } = scene;
    let figures = &state.figures;
    let mut content = Column::with_children([head(state, scene)])
        .spacing(16)
        .width(Length::Fill);
    if reading {
        content = content.push(kit::note(look, Tone::Info, texts.centre_reading()));
    }
    if figures.all.visits == 0 && figures.alerts.is_empty() {
        content = content.push(kit::note(look, Tone::Neutral, texts.centre_none()));
    } else {
        content = content.push(boxes(scene, figures));
        content = content.push(beside(scene, [visits(scene, figures), steps(scene, figures)]));
        let lower = [clerks(state, scene), alerts_and_refusals(state, scene)];
        content = content.push(beside(scene, lower));
    }
    let padded = container(content).padding([20.0, 24.0]);
    kit::scroll(look, texts.centre_figures(), padded).into()
}

fn beside<'a>(scene: Scene, [first, second]: [Element<'a, Message>; 2]) -> Element<'a, Message> {
    if scene.room < WIDE {
        return Column::with_children([first, second])
            .spacing(16)
            .width(Length::Fill)
            .into();
    }
    Row::with_children([
        container(first).width(Length::FillPortion(7)).into(),
        container(second).width(Length::FillPortion(5)).into(),
    ])
    .spacing(12)
    .into()
}

/// The title, which days, and the ways to others.
fn head<'a>(state: &State, scene: Scene) -> Element<'a, Message> {
    let Scene { look, texts, .. } = scene;
    let period = state.figures.period;
    let (title, days) = match state.page {
        Page::Week => {
            let day = |moment| date::words(texts.locale(), Today::at(moment).in_calendar(Calendar::Hijri));
            (
                texts.centre_week(),
                texts.centre_from_to(day(period.begins()), day(period.last_day())),
            )
        }
        Page::Day | Page::Ledger => (texts.centre_day(), date::both(texts.locale(), period.begins())),
    };
    let words = Column::with_children([kit::title(look, title).into(), kit::small(look, days).into()]);
    let turn = |words: String, which, direction| {
        kit::button(look, words)
            .toolbar()
            .icon(which)
            .on_press_maybe(Some(Message::Move(direction)))
    };
    let later = period.after().begins() <= state.now;
    let buttons = [
        turn(texts.centre_earlier(), Icon::Backward, Direction::Earlier).into(),
        kit::button(look, texts.centre_later())
            .toolbar()
            .icon(Icon::Forward)
            .on_press_maybe(later.then_some(Message::Move(Direction::Later)))
            .into(),
    ];
    let buttons = Row::with_children(buttons).spacing(8);
    if scene.is_narrow() {
        return Column::with_children([words.into(), buttons.into()]).spacing(12).into();
    }
    Row::with_children([words.width(Length::Fill).into(), buttons.into()])
        .spacing(12)
        .align_y(Alignment::Center)
        .into()
}

/// The figures that are looked at first.
fn boxes<'a>(scene: Scene, figures: &Figures) -> Element<'a, Message> {
    let Scene { texts, .. } = scene;
    let all = &figures.all;
    let percent = all.percent_done().map(|percent| texts.centre_percent(percent));
    let mean = all
        .mean()
        .map_or_else(|| "—".to_owned(), |mean| gauge::minutes(mean.as_secs()));
    let boxes = vec![
        figure(scene, Icon::People, texts.centre_visits(), all.visits.to_string(), None),
        figure(scene, Icon::Done, texts.centre_done(), all.done.to_string(), percent),
        figure(scene, Icon::Clock, texts.centre_mean(), mean, None),
        figure(
            scene,
            Icon::Pause,
            texts.centre_paused(),
            figures.paused.to_string(),
            None,
        ),
        figure(
            scene,
            Icon::Hand,
            texts.centre_attested(),
            figures.attested.to_string(),
            None,
        ),
        figure(
            scene,
            Icon::ShieldCheck,
            texts.centre_supervised(),
            figures.supervised.to_string(),
            None,
        ),
    ];
    if scene.room >= SIX_ABREAST {
        return scene.beside(12.0, boxes);
    }
    let mut boxes = boxes;
    let lower = boxes.split_off(boxes.len() / 2);
    let rows = [scene.beside(12.0, boxes), scene.beside(12.0, lower)];
    Column::with_children(rows).spacing(12).width(Length::Fill).into()
}

fn figure<'a>(scene: Scene, which: Icon, words: String, value: String, beside: Option<String>) -> Element<'a, Message> {
    let look = scene.look;
    let head = Row::with_children([
        kit::icon(look, which, 16.0).color(look.palette.text_2).into(),
        kit::small(look, words).fill().into(),
    ])
    .spacing(8)
    .align_y(Alignment::Center);
    let beside = beside.map(|words| kit::caption(look, words).one_line().into());
    let value = Row::with_children([kit::text(look, TypeStyle::Figure, value).one_line().into()])
        .extend(beside)
        .spacing(8)
        .align_y(Alignment::Center);
    kit::card_sized(
        look,
        Length::Fill,
        Length::Shrink,
        14.0,
        Column::with_children([head.into(), value.into()]),
    )
}

fn panel<'a>(
    scene: Scene,
    title: String,
    beside: Vec<Element<'a, Message>>,
    content: Element<'a, Message>,
) -> Element<'a, Message> {
    let look = scene.look;
    let head = Row::with_children([kit::strong(look, title).fill().into()])
        .extend(beside)
        .spacing(16)
        .align_y(Alignment::Center);
    let content = Column::with_children([head.into(), content])
        .spacing(14)
        .width(Length::Fill);
    kit::card_sized(look, Length::Fill, Length::Shrink, 16.0, content)
}

fn visits<'a>(scene: Scene, figures: &Figures) -> Element<'a, Message> {
    let Scene { look, texts, .. } = scene;
    let columns: Vec<Stacked> = figures
        .slots
        .iter()
        .map(|slot| Stacked {
            label: slot_name(texts, slot, figures.period.is_one_day()),
            filled: slot.count.done,
            open: slot.count.visits - slot.count.done,
        })
        .collect();
    let title = if figures.period.is_one_day() {
        texts.centre_visits_an_hour()
    } else {
        texts.centre_visits_a_day()
    };
    let legend = vec![
        plot::legend(look, true, texts.centre_done()),
        plot::legend(look, false, texts.centre_not_done()),
    ];
    panel(scene, title.clone(), legend, plot::columns(look, title, &columns))
}

fn slot_name(texts: Texts, slot: &Slot, one_day: bool) -> String {
    if one_day {
        return date::clock(texts.locale(), slot.begins);
    }
    let day = Today::at(slot.begins).in_calendar(Calendar::Gregorian);
    texts.centre_day_and_month(u64::from(day.day()), u64::from(day.month()))
}

fn steps<'a>(scene: Scene, figures: &Figures) -> Element<'a, Message> {
    let Scene { look, texts, .. } = scene;
    let longest = figures
        .steps
        .iter()
        .flatten()
        .max()
        .map_or(1.0, |span| span.as_secs_f32())
        .max(1.0);
    let rows = Step::ALL.into_iter().zip(figures.steps).filter_map(|(step, span)| {
        let span = span?;
        let words = step_name(texts, step);
        Some(plot::bar_row(
            look,
            words,
            span.as_secs_f32() / longest,
            gauge::minutes(span.as_secs()),
        ))
    });
    let rows = Column::with_children(rows).spacing(4).width(Length::Fill);
    panel(scene, texts.centre_time_per_step(), Vec::new(), rows.into())
}

fn step_name(texts: Texts, step: Step) -> String {
    match step {
        Step::Document => texts.rail_document(),
        Step::Conditions => texts.registration_conditions(),
        Step::Captcha => texts.rail_captcha(),
        Step::Identity => texts.rail_identity(),
        Step::Questions => texts.rail_questions(),
        Step::Code => texts.rail_code(),
        Step::Choice => texts.centre_step_choice(),
    }
}

/// A table: each clerk, and all of them.
fn clerks<'a>(state: &State, scene: Scene) -> Element<'a, Message> {
    let Scene { look, texts, .. } = scene;
    let figures = &state.figures;
    let heads = [
        texts.centre_visits(),
        texts.centre_done(),
        texts.centre_attested(),
        texts.centre_mean(),
    ];
    let head = |words: String, portion| {
        container(kit::text(look, TypeStyle::Chip, words).color(look.palette.text_2))
            .width(Length::FillPortion(portion))
            .into()
    };
    let heads = std::iter::once(head(texts.centre_staff(), 4)).chain(heads.into_iter().map(|words| head(words, 2)));
    let mut rows: Vec<Element<'a, Message>> = vec![Row::with_children(heads).spacing(8).into()];
    rows.extend(figures.clerks.iter().map(|one: &OfClerk| {
        clerk(
            scene,
            TypeStyle::Small,
            state.name_of(one.clerk),
            &one.count,
            one.attested,
        )
    }));
    rows.push(clerk(
        scene,
        TypeStyle::SmallMedium,
        texts.centre_all(),
        &figures.all,
        figures.attested,
    ));
    kit::rows(look, rows)
}

/// A row of that table.
fn clerk<'a>(scene: Scene, style: TypeStyle, name: String, count: &Count, attested: u64) -> Element<'a, Message> {
    let look = scene.look;
    let mean = count
        .mean()
        .map_or_else(|| "—".to_owned(), |mean| gauge::minutes(mean.as_secs()));
    let name = container(kit::text(look, style, name))
        .width(Length::FillPortion(4))
        .into();
    let cells = [
        count.visits.to_string(),
        count.done.to_string(),
        attested.to_string(),
        mean,
    ];
    let cells = cells.into_iter().map(|words| {
        container(kit::text(look, style, words).one_line())
            .width(Length::FillPortion(2))
            .into()
    });
    Row::with_children(std::iter::once(name).chain(cells))
        .spacing(8)
        .align_y(Alignment::Center)
        .into()
}

fn alerts_and_refusals<'a>(state: &State, scene: Scene) -> Element<'a, Message> {
    let Scene { look, texts, .. } = scene;
    let figures = &state.figures;
    let mut parts = Column::new().spacing(12).width(Length::Fill);
    for alert in &figures.alerts {
        let (title, words) = alert_words(state, scene, alert);
        parts = parts.push(kit::note(look, Tone::Warn, words).title(title));
    }
    if figures.alerts.is_empty() {
        parts = parts.push(kit::note(look, Tone::Good, texts.centre_alerts_none()));
    }
    let most = figures.refused.iter().copied().max().unwrap_or(0).max(1);
    let rows = Refused::ALL
        .into_iter()
        .zip(figures.refused)
        .filter(|(_, count)| *count > 0);
    let rows: Vec<Element<'a, Message>> = rows
        .map(|(refused, count)| {
            let words = refused_name(texts, refused);
            plot::bar_row(look, words, count as f32 / most as f32, count.to_string())
        })
        .collect();
    let rows: Element<'a, Message> = if rows.is_empty() {
        kit::small(look, texts.centre_refused_none()).into()
    } else {
        Column::with_children(rows).spacing(4).into()
    };
    parts = parts.push(panel(scene, texts.centre_refused(), vec![Space::new().into()], rows));
    if figures.accepted.iter().any(|count| *count > 0) {
        parts = parts.push(accepted::view(scene, figures));
    }
    parts.into()
}

fn refused_name(texts: Texts, refused: Refused) -> String {
    match refused {
        Refused::Captcha => texts.centre_refused_captcha(),
        Refused::Answers => texts.centre_refused_answers(),
        Refused::Code => texts.centre_refused_code(),
        Refused::Condition => texts.centre_refused_condition(),
        Refused::Closed => texts.centre_refused_closed(),
        Refused::SignIn => texts.centre_refused_sign_in(),
    }
}

/// What is unusual, and what it means.
fn alert_words(state: &State, scene: Scene, alert: &Alert) -> (String, String) {
    let texts = scene.texts;
    match alert {
        Alert::ManyRefused { count, at } => (texts.centre_alert_refused(*count), texts.centre_alert_refused_what(*at)),
        Alert::ManyAttested {
            clerk,
            attested,
            visits,
        } => (
            texts.centre_alert_attested(*attested),
            texts.centre_alert_attested_what(state.name_of(*clerk), *visits),
        ),
        Alert::ManyPaused { count, until } => (
            texts.centre_alert_paused(*count),
            texts.centre_alert_paused_what(scene.on_the_wall(*until)),
        ),
        Alert::DeskPaused { at } => (texts.centre_alert_desk(), texts.centre_alert_desk_what(*at)),
        Alert::ClockJumped { at, millis } => {
            let span = std::time::Duration::from_millis(millis.unsigned_abs());
            let title = if *millis < 0 {
                texts.ledger_clock_jumped_back(span)
            } else {
                texts.ledger_clock_jumped_forward(span)
            };
            (title, texts.centre_alert_clock_what(*at))
        }
        Alert::MessagesLost { count, most } => {
            let what = match most.and_then(|most| texts.failure_short(most)) {
                Some(why) => texts.centre_alert_messages_most(why),
                None => texts.centre_alert_messages_what(),
            };
            (texts.centre_alert_messages(*count), what)
        }
    }
}
