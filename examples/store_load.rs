//! Load for the power-cut simulators: random commits, each acknowledged on standard output, and the check afterwards.
//!
//! Takes the arguments of `istiada drill`: `drill --data DIR --visits N --seed S --ack`, and `drill --data DIR --check
//! FILE`, which exits 0 where every acknowledged frame is there and ledger and records agree. Keys lie below
//! `XDG_CONFIG_HOME`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "../tests/support/store.rs"]
mod support;

use std::io::Write;
use std::path::Path;

use istiada::adapter::seal::FolderKeys;
use istiada::adapter::store::DurableStore;
use istiada::domain::store_kind::StoreKind;
use istiada::port::{Change, Store, Version};
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha20Rng;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(2).collect();
    let option = |name: &str| {
        let at = arguments.iter().position(|word| word == name);
        at.map(|at| arguments[at + 1].as_str())
    };
    let data = Path::new(option("--data").unwrap());
    if let Some(acknowledged) = option("--check") {
        return check(data, Path::new(acknowledged));
    }
    let mut random = ChaCha20Rng::seed_from_u64(option("--seed").unwrap().parse().unwrap());
    let mut store = Some(open(data));
    for turn in 0..option("--visits").unwrap().parse::<i64>().unwrap() {
        let one = store.take().unwrap_or_else(|| open(data));
        let head = one.commit(&support::commit(turn, changes(&one, &mut random))).unwrap();
        let line = format!("ACK {} {}\n", head.number, head.hash);
        std::io::stdout().write_all(line.as_bytes()).unwrap();
        if random.random_range(0..40) != 0 {
            store = Some(one);
        }
    }
}

fn open(data: &Path) -> DurableStore {
    let keys = FolderKeys::new(Path::new(&std::env::var_os("XDG_CONFIG_HOME").unwrap()).join("keys"));
    DurableStore::open(data, StoreKind::Drill, &keys, &mut |_| {}).unwrap()
}

fn changes(store: &DurableStore, random: &mut ChaCha20Rng) -> Vec<Change> {
    let count = if random.random_range(0..10) == 0 {
        40
    } else {
        random.random_range(1..4)
    };
    let mut numbers: Vec<u32> = (0..count).map(|_| random.random_range(0..300)).collect();
    numbers.sort_unstable();
    numbers.dedup();
    let mut changes: Vec<Change> = numbers
        .into_iter()
        .map(|number| account(store, number, random))
        .collect();
    let subject = random.random_range(0..20);
    let read = store.tally(support::tally_key(subject)).unwrap();
    changes.push(Change::Tally {
        key: support::tally_key(subject),
        tally: support::tally(read.record.total() % 30 + 1),
        version: read.version,
    });
    let number = random.random_range(0..30);
    let read = store.visit(support::visit(number, 0).id()).unwrap();
    let version = read.map_or(Version(0), |read| read.version);
    let visit = support::visit(number, i64::from(random.random_range(0..1000)));
    changes.push(if version != Version(0) && random.random_range(0..4) == 0 {
        Change::VisitGone {
            visit: visit.id(),
            version,
        }
    } else {
        Change::Visit {
            visit: Box::new(visit),
            version,
        }
    });
    changes
}

fn account(store: &DurableStore, number: u32, random: &mut ChaCha20Rng) -> Change {
    let account = support::account(number);
    match store.account(account.id).unwrap() {
        None => support::write(account, 0),
        Some(read) => {
            let mut account = read.record.with_password(support::hashed(random.random()), 5);
            account.email = account.email.xor(support::account(number).email);
            support::write(account, read.version.0)
        }
    }
}

fn check(data: &Path, acknowledged: &Path) {
    let store = open(data);
    for line in std::fs::read_to_string(acknowledged).unwrap().lines() {
        let parts: Vec<&str> = line.split(' ').collect();
        let ["ACK", number, hash] = parts.as_slice() else {
            panic!("not an acknowledgement: {line}")
        };
        let frames = store
            .frames(number.parse().unwrap()..number.parse::<u64>().unwrap() + 1)
            .unwrap();
        let frame = frames.first().unwrap_or_else(|| panic!("frame {number} is lost"));
        assert_eq!(frame.hash.to_string(), *hash, "frame {number} has another hash");
        assert!(store.contains(frame.number, frame.hash).unwrap());
    }
    store.check().unwrap();
    // And it goes on.
    let mut random = ChaCha20Rng::seed_from_u64(1);
    store.commit(&support::commit(1, changes(&store, &mut random))).unwrap();
    store.check().unwrap();
}
