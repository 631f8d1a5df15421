//! The supervisor's pages over a ledger of ten thousand entries: what is listed, found and shown, and that a page builds no
//! more than it shows.

#![cfg(feature = "gui")]
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "support/pages.rs"]
mod pages;

use istiada::desk::export::ExportFormat;
use istiada::domain::id::Reference;
use istiada::ui::access::Role;
use istiada::ui::headless::Host;
use istiada::ui::screen::supervision::{Action, Direction, LedgerMessage, Message};
use pages::{Pages, host};

fn rows(host: &mut Host<Pages>) -> Vec<String> {
    let nodes = host.nodes();
    nodes
        .into_iter()
        .filter(|node| node.role == Role::Option)
        .map(|node| node.name)
        .collect()
}

fn in_ledger(host: &mut Host<Pages>, message: LedgerMessage) {
    host.send(Message::Ledger(message)).unwrap();
}

#[test]
fn a_page_builds_as_much_of_ten_thousand_entries_as_of_a_hundred() {
    let (mut few, mut many) = (host(100), host(10_000));
    assert_eq!(rows(&mut few).len(), 10);
    assert_eq!(rows(&mut many).len(), 10);
    assert_eq!(few.nodes().len(), many.nodes().len());
    for host in [&mut few, &mut many] {
        in_ledger(host, LedgerMessage::Choose(3));
    }
    assert_eq!(few.nodes().len(), many.nodes().len(), "the story is of one visit");
}

#[test]
fn the_newest_is_first_and_every_entry_is_reached() {
    let mut host = host(10_000);
    assert!(rows(&mut host)[0].contains("10,000"), "{:?}", rows(&mut host));
    let mut seen = rows(&mut host).len();
    for _ in 1..1_000 {
        in_ledger(&mut host, LedgerMessage::Leaf(Direction::Earlier));
        host.program_mut().state.leaf(Direction::Later);
        host.program_mut().state.leaf(Direction::Earlier);
        seen += 10;
    }
    assert_eq!(seen, 10_000);
    in_ledger(&mut host, LedgerMessage::Leaf(Direction::Earlier));
    let last = rows(&mut host);
    assert_eq!(last.len(), 10);
    assert!(last[9].contains("القيد \u{2068}1\u{2069}،"), "{last:?}");
}

#[test]
fn a_visit_is_found_by_its_reference_among_all() {
    let mut host = host(10_000);
    let reference = host.program().ledger[4_001].entry.visit.map(Reference::of).unwrap();
    in_ledger(&mut host, LedgerMessage::Typed(reference.to_string().to_lowercase()));
    in_ledger(&mut host, LedgerMessage::Search);
    assert_eq!(rows(&mut host).len(), 4);
    in_ledger(&mut host, LedgerMessage::Typed(String::new()));
    assert_eq!(rows(&mut host).len(), 10, "an empty search shows everything again");
    in_ledger(&mut host, LedgerMessage::Typed("hello".to_owned()));
    in_ledger(&mut host, LedgerMessage::Search);
    assert_eq!(rows(&mut host).len(), 0);
    in_ledger(&mut host, LedgerMessage::Typed("hell".to_owned()));
    assert_eq!(rows(&mut host).len(), 10, "what is being put right hides nothing");
}

#[test]
fn it_is_read_in_pieces_from_its_end_and_each_once() {
    let pages = host(10_000);
    let mut read = pages.program().read.clone();
    assert!(read.iter().all(|frames| frames.end - frames.start <= 250));
    assert_eq!(read.first().unwrap().end, 10_001);
    read.sort_by_key(|frames| frames.start);
    let joined = read.windows(2).all(|pair| pair[0].end == pair[1].start);
    assert!(joined && read[0].start == 1, "{read:?}");
}

#[test]
fn the_whole_ledger_is_checked_in_pieces_and_that_can_end_early() {
    let mut pages = Pages::over(600);
    assert!(matches!(pages.state.update(Message::Check, 600), Action::Read));
    assert_eq!(pages.state.wanted(600), Some(1..251));
    pages.state.update(Message::Check, 600);
    assert_eq!(pages.state.wanted(600), None, "ended early");
    pages.state.update(Message::Check, 600);
    pages.read.clear();
    pages.catch_up();
    assert_eq!(pages.read, [1..251, 251..501, 501..601]);
    pages.state.update(Message::Check, 600);
    pages.state.not_read();
    assert_eq!(pages.state.wanted(600), None, "a damaged frame ends it");
}

#[test]
fn what_is_listed_becomes_a_file_and_nothing_else() {
    let mut host = host(10_000);
    let reference = host.program().ledger[4_001].entry.visit.map(Reference::of).unwrap();
    in_ledger(&mut host, LedgerMessage::Typed(reference.to_string()));
    in_ledger(&mut host, LedgerMessage::Search);
    host.send(Message::Export(ExportFormat::Csv)).unwrap();
    // A second press while it is written does nothing.
    host.send(Message::Export(ExportFormat::JsonLines)).unwrap();
    let pages = host.program();
    assert_eq!(pages.exported, [pages.ledger[4_000..4_004].to_vec()]);
}
