//! The ledger's page over 10,000 entries against the same page over 100, in turns: what a frame costs the thread of the
//! interface when somebody filters, searches, turns a page, chooses an entry, and when another piece of the ledger comes.
//!
//! A frame is all that the toolkit does but painting, which costs the same however long the ledger is: the page is told
//! what happened, built, laid out and drawn into layers.
//!
//! `cargo bench --bench ledger [-- ROUNDS]`

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "../tests/support/pages.rs"]
mod pages;

use std::time::{Duration, Instant};

use iced::{Rectangle, Size};
use istiada::domain::id::Reference;
use istiada::ui::headless::Host;
use istiada::ui::screen::supervision::{Direction, LedgerMessage, Message, State, Topic};
use pages::{NOW, Pages, ledger};

const SEARCH: &str = "a search for a reference";
const FEW: u64 = 100;
const MANY: u64 = 10_000;
/// As the program reads it.
const PIECE: u64 = 250;

/// What is asked of the page in one round of the measurement.
type Step = fn(usize) -> Message;

fn main() {
    let rounds = std::env::args()
        .skip(1)
        .find_map(|word| word.parse().ok())
        .unwrap_or(50);
    let references = [FEW, MANY].map(|count| {
        let lines = ledger(count);
        let visits = (1..=10).map(|tenth| lines[usize::try_from(count * tenth / 10 - 1).unwrap()].entry.visit);
        let references = visits.map(|visit| Reference::of(visit.unwrap()).to_string());
        references.collect::<Vec<_>>()
    });
    println!(
        "{:<28}{:>12}{:>16}{:>8}{:>12}",
        "a frame after", "100", "10,000", "ratio", "slowest"
    );
    let mut slowest = Duration::ZERO;
    let mut report = |what: &str, mut times: [Vec<Duration>; 2]| {
        let [few, many] = [0, 1].map(|which| {
            times[which].sort();
            times[which][times[which].len() / 2].as_secs_f64() * 1e3
        });
        let worst = times[1].last().copied().unwrap_or_default();
        slowest = slowest.max(worst);
        let worst = worst.as_secs_f64() * 1e3;
        println!(
            "{what:<28}{few:>9.2} ms{many:>13.2} ms{:>8.2}{worst:>9.2} ms",
            many / few
        );
    };
    let steps: [(&str, Step); 4] = [
        ("another topic", |round| {
            let topic = [None, Some(Topic::Refusals), Some(Topic::Visits)][round % 3];
            Message::Ledger(LedgerMessage::Topic(topic))
        }),
        (SEARCH, |_| Message::Ledger(LedgerMessage::Search)),
        ("a page on, or back", |round| match round % 2 {
            0 => Message::Ledger(LedgerMessage::Leaf(Direction::Earlier)),
            _ => Message::Ledger(LedgerMessage::Leaf(Direction::Later)),
        }),
        ("a chosen entry", |round| {
            Message::Ledger(LedgerMessage::Choose(round % 10))
        }),
    ];
    for (what, step) in steps {
        let (mut times, mut hosts) = ([Vec::new(), Vec::new()], [FEW, MANY].map(pages::host));
        for round in 0..rounds {
            for which in [0, 1] {
                let reference = &references[which][round % 10];
                // Typed before it is looked for; the list does not change by that.
                let typed = LedgerMessage::Typed(reference.clone());
                if what == SEARCH {
                    hosts[which].send(Message::Ledger(typed)).unwrap();
                }
                let message = step(round);
                times[which].push(frame(&mut hosts[which], message));
            }
        }
        report(what, times);
    }
    report(
        "the last piece read",
        [FEW, MANY].map(|count| (0..rounds).map(|_| piece(count)).collect()),
    );
    println!(
        "slowest of all: {:.2} ms; a display that shows 60 pictures a second takes one each 16.67 ms",
        slowest.as_secs_f64() * 1e3
    );
}

/// One frame after `message`.
fn frame(host: &mut Host<Pages>, message: Message) -> Duration {
    let begun = Instant::now();
    host.send(message).unwrap();
    let _ = host.repaint(Rectangle::with_size(Size::ZERO));
    begun.elapsed()
}

/// The last piece comes to a page that has read all the others, which lists everything anew.
fn piece(count: u64) -> Duration {
    let lines = ledger(count);
    let mut state = State::new(NOW, count);
    state.update(Message::Page(istiada::ui::screen::supervision::Page::Ledger), count);
    let place = |frame: u64| usize::try_from(frame - 1).unwrap();
    while let Some(frames) = state.wanted(count) {
        let piece = lines[place(frames.start)..place(frames.end)].to_vec();
        let is_last = frames.start == 1 && frames.end - frames.start <= PIECE;
        let begun = Instant::now();
        state.read(&frames, piece, NOW);
        if is_last {
            return begun.elapsed();
        }
    }
    Duration::ZERO
}
