//! A round of answers takes as long for somebody unknown as for somebody known.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "support/counter.rs"]
mod counter;
#[path = "support/trying.rs"]
mod trying;

use std::sync::Arc;
use std::time::{Duration, Instant};

use counter::{Counter, account, vault, wrong_answers};
use istiada::adapter::argon2::Argon2Hasher;
use istiada::desk::Request;
use istiada::domain::hash::{HashError, Hashed, Hasher};
use istiada::domain::policy::Policy;
use istiada::domain::secret::Secret;
use istiada::domain::store_kind::StoreKind;
use trying::patient;

/// How long each round of answers took, for a known person and for somebody unknown, in turn.
async fn times(rounds: usize, hasher: impl Fn(Arc<dyn Hasher>) -> Arc<dyn Hasher>) -> [Vec<Duration>; 2] {
    let policy = Policy::of(StoreKind::Drill);
    let argon2: Arc<dyn Hasher> = Arc::new(Argon2Hasher::new(vault(), &policy.argon2).unwrap());
    let hasher = hasher(argon2);
    let person = account(1, hasher.as_ref());
    let mut times = [Vec::new(), Vec::new()];
    let mut left = 0;
    let mut desks = None;
    while times[0].len() < rounds {
        if left == 0 {
            // A new counter now and then, so that neither person is paused and both are tried on the same one.
            let counter = Counter::of(&[], patient(), |_| hasher.clone());
            counter.put(person.clone());
            let visits = [counter.questions(1, 1).await.0, counter.questions(8, 8).await.0];
            desks = Some((counter, visits));
            left = 2;
        }
        let (counter, visits) = desks.as_ref().unwrap();
        // Each goes first in turn, on a fresh counter too.
        let order = if (times[0].len() + times[0].len() / 2) % 2 == 0 {
            [0, 1]
        } else {
            [1, 0]
        };
        for who in order {
            let start = Instant::now();
            counter.ask(visits[who], Request::Answers(wrong_answers())).await;
            times[who].push(start.elapsed());
        }
        left -= 1;
    }
    times
}

/// How far apart two rows of times are: the difference of the medians in parts of the spread (the inner half of both
/// together), and how often a time of the first is the longer one (0.5 where nothing tells them apart).
fn apart(times: &[Vec<Duration>; 2]) -> (f64, f64) {
    let sorted = |row: &[Duration]| {
        let mut row: Vec<f64> = row.iter().map(Duration::as_secs_f64).collect();
        row.sort_by(f64::total_cmp);
        row
    };
    let [one, two] = [sorted(&times[0]), sorted(&times[1])];
    let both = sorted(&times.concat());
    let spread = both[both.len() * 3 / 4] - both[both.len() / 4];
    let longer: f64 = one
        .iter()
        .flat_map(|first| two.iter().map(move |second| if first > second { 1.0 } else { 0.0 }))
        .sum();
    let medians = (one[one.len() / 2] - two[two.len() / 2]).abs();
    println!("known   {}", summary(&one));
    println!("unknown {}", summary(&two));
    (medians / spread, longer / (one.len() * two.len()) as f64)
}

fn summary(row: &[f64]) -> String {
    let at = |part: usize| row[(row.len() - 1) * part / 100] * 1000.0;
    format!(
        "n {} · 5 % {:.2} · 25 % {:.2} · median {:.2} · 75 % {:.2} · 95 % {:.2} ms",
        row.len(),
        at(5),
        at(25),
        at(50),
        at(75),
        at(95)
    )
}

#[tokio::test(flavor = "multi_thread")]
async fn a_round_takes_as_long_for_known_and_for_unknown_people() {
    let times = times(200, |hasher| hasher).await;
    let (medians, longer) = apart(&times);
    println!("medians are {medians:.3} of the spread apart; known is the longer one in {longer:.3} of all pairs");
    // By chance alone the second lies within 0.5 ± 0.1 in all but one of 2,000 runs of 200 rounds each.
    assert!((0.35..=0.65).contains(&longer), "{longer:.3}");
    assert!(medians < 0.5, "{medians:.3}");
}

/// A hasher that takes the short way for people who are not there, as a careless one would.
struct Careless(Arc<dyn Hasher>);

impl Hasher for Careless {
    fn hash(&self, text: &Secret) -> Result<Hashed, HashError> {
        self.0.hash(text)
    }
    fn verify(&self, text: &Secret, hashed: &Hashed) -> bool {
        hashed != self.0.dummy() && self.0.verify(text, hashed)
    }
    fn dummy(&self) -> &Hashed {
        self.0.dummy()
    }
    fn is_outdated(&self, hashed: &Hashed) -> bool {
        self.0.is_outdated(hashed)
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_measure_sees_a_short_way_for_unknown_people() {
    let (medians, longer) = apart(&times(30, |hasher| Arc::new(Careless(hasher))).await);
    assert!(longer > 0.9 && medians > 0.5, "{longer:.3} {medians:.3}");
}
