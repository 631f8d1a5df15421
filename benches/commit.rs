//! A durable commit against a bare append and fdatasync of as many bytes, in turns, on the same disk.
//!
//! `cargo bench --bench commit [-- ROUNDS]`

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "../tests/support/store.rs"]
mod support;

use std::fs::{File, OpenOptions};
use std::io::Write;
use std::time::{Duration, Instant};

use istiada::domain::store_kind::StoreKind;
use istiada::port::{Change, Store, Version};

fn main() {
    let rounds = std::env::args()
        .skip(1)
        .find_map(|word| word.parse().ok())
        .unwrap_or(400);
    // Beside the build, not in /tmp, which may be no disk at all.
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let store = support::open(folder.path(), StoreKind::Drill).unwrap();
    let people = (0..10_000)
        .map(|number| support::write(support::account(number), 0))
        .collect();
    let import = Instant::now();
    store.commit(&support::commit(0, people)).unwrap();
    println!(
        "10,000 accounts in one commit: {:.0} ms",
        import.elapsed().as_secs_f64() * 1e3
    );
    let ledger = folder.path().join("data/ledger/00000001.ledger");
    let mut bare = OpenOptions::new()
        .create(true)
        .append(true)
        .open(folder.path().join("bare"))
        .unwrap();
    let (mut ours, mut theirs, mut bytes) = (Vec::new(), Vec::new(), 0);
    for round in 0..rounds {
        let before = ledger.metadata().unwrap().len();
        let commit = support::commit(i64::from(round), changes(&store, round));
        ours.push(timed(|| {
            store.commit(&commit).unwrap();
        }));
        let length = usize::try_from(ledger.metadata().unwrap().len() - before).unwrap();
        let frame = vec![0xa5; length];
        bytes += length;
        theirs.push(timed(|| append(&mut bare, &frame)));
    }
    report("durable commit", &mut ours);
    report("bare append + fdatasync", &mut theirs);
    println!("{rounds} rounds of {} bytes on average", bytes / rounds as usize);
    println!(
        "ratio of the medians: {:.2}",
        middle(&ours).as_secs_f64() / middle(&theirs).as_secs_f64()
    );
}

/// What one step of a recovery writes: the visit, a tally, and at times the account.
fn changes(store: &impl Store, round: u32) -> Vec<Change> {
    let visit = support::visit(1, i64::from(round));
    let version = store.visit(visit.id()).unwrap().map_or(Version(0), |read| read.version);
    let tally = store.tally(support::tally_key(1)).unwrap();
    let mut changes = vec![
        Change::Visit {
            visit: Box::new(visit),
            version,
        },
        Change::Tally {
            key: support::tally_key(1),
            tally: support::tally(round % 5),
            version: tally.version,
        },
    ];
    if round.is_multiple_of(6) {
        let read = store.account(support::account(round * 7 % 10_000).id).unwrap().unwrap();
        changes.push(support::write(
            read.record.with_password(support::hashed(round), 5),
            read.version.0,
        ));
    }
    changes
}

fn append(file: &mut File, bytes: &[u8]) {
    file.write_all(bytes).unwrap();
    file.sync_data().unwrap();
}

fn timed(work: impl FnOnce()) -> Duration {
    let begun = Instant::now();
    work();
    begun.elapsed()
}

fn middle(times: &[Duration]) -> Duration {
    times[times.len() / 2]
}

fn report(what: &str, times: &mut [Duration]) {
    times.sort_unstable();
    let millis = |time: Duration| time.as_secs_f64() * 1e3;
    let late = times[times.len() * 95 / 100];
    println!(
        "{what}: median {:.3} ms, 95 % below {:.3} ms",
        millis(middle(times)),
        millis(late)
    );
}
