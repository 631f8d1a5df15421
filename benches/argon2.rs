//! Our argon2id against the C reference library, in turns, with the costs of a desk: 64 MiB, 3 passes, 1 lane.
//!
//! `cargo bench --bench argon2 [-- ROUNDS]`. The reference is Debian's `libargon2-1`, called by `argon2_reference.c`,
//! which stays running and takes the time of each hash itself: starting a process is in neither figure.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::io::{BufRead, BufReader, Write};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use istiada::adapter::argon2::Argon2Hasher;
use istiada::adapter::seal::{DataKey, KeyId, Vault};
use istiada::domain::hash::Hasher;
use istiada::domain::policy::Argon2Policy;
use istiada::domain::secret::Secret;
use istiada::domain::store_kind::StoreKind;

fn main() {
    let rounds = std::env::args()
        .skip(1)
        .find_map(|word| word.parse().ok())
        .unwrap_or(25);
    let key = DataKey::new(KeyId::from_bytes([1; 8]), StoreKind::Desk, [1; 32]);
    let costs = Argon2Policy {
        memory: 64 * 1024,
        passes: 3,
        lanes: 1,
    };
    let hasher = Argon2Hasher::new(Vault::new(&key), &costs).unwrap();
    let text = Secret::from("correct horse battery staple");
    let mut ours = Vec::new();
    let mut theirs = Vec::new();
    let mut reference = reference();
    for _ in 0..rounds {
        let begun = Instant::now();
        hasher.hash(&text).unwrap();
        ours.push(begun.elapsed());
        theirs.extend(reference.as_mut().map(one_hash));
    }
    report("ours", &mut ours);
    if let Some(mut child) = reference {
        report("the C reference library", &mut theirs);
        println!(
            "ratio of the medians: {:.2}",
            middle(&ours).as_secs_f64() / middle(&theirs).as_secs_f64()
        );
        drop(child.stdin.take());
        child.wait().unwrap();
    }
}

/// Builds and starts the reference; none where the library or a compiler is missing.
fn reference() -> Option<Child> {
    let source = concat!(env!("CARGO_MANIFEST_DIR"), "/benches/argon2_reference.c");
    let program = concat!(env!("CARGO_TARGET_TMPDIR"), "/argon2_reference");
    let built = Command::new("cc")
        .args(["-O2", source, "-o", program, "-l:libargon2.so.1"])
        .status();
    if !built.is_ok_and(|status| status.success()) {
        println!("the reference cannot be built: it needs cc and Debian's libargon2-1");
        return None;
    }
    Some(
        Command::new(program)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap(),
    )
}

fn one_hash(child: &mut Child) -> Duration {
    child.stdin.as_mut().unwrap().write_all(b"\n").unwrap();
    let mut line = String::new();
    // One line is asked for and one comes: nothing of a later one can be lost in the buffer.
    BufReader::with_capacity(64, child.stdout.as_mut().unwrap())
        .read_line(&mut line)
        .unwrap();
    Duration::from_nanos(line.trim().parse().unwrap())
}

fn middle(times: &[Duration]) -> Duration {
    times[times.len() / 2]
}

fn report(what: &str, times: &mut [Duration]) {
    times.sort_unstable();
    println!(
        "{what}: median {:.1} ms, best {:.1} ms",
        middle(times).as_secs_f64() * 1e3,
        times[0].as_secs_f64() * 1e3
    );
}
