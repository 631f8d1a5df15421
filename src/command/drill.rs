//! `drill`: random whole visits through the real desk, ledger and sled; and the check of what was acknowledged.
//!
//! Its people are the first of the made-up sample. Its clock can be set ahead, so that pauses and waits are gone
//! through rather than sat out: only the choices follow from the seed, not the moments. Its painter paints nothing,
//! because what is measured is the store.

mod attest;
mod check;
mod left_open;
mod newcomer;
mod phone;
mod supervised;
mod username;
mod visitor;

use std::sync::Arc;
use std::time::Instant;

use serde_json::json;

use crate::adapter::clock::SystemClock;
use crate::adapter::entropy::SystemEntropy;
use crate::adapter::rehearsal::{AcknowledgingStore, BlankPainter, RunningAhead, TellingPainter};
use crate::desk::accounts::Accounts;
use crate::desk::{Desk, Ports};
use crate::domain::policy::Policy;
use crate::domain::store_kind::{Practice, StoreKind};

use super::configuration::Configuration;
use super::line::DrillOptions;
use super::output::{self, Progress};
use super::{Failure, Session, compose, counter, logging, people, wording};

use self::visitor::Visitors;

/// How many of the made-up people come to a drill.
const PEOPLE: usize = 24;

/// Runs visits, or checks acknowledgements.
///
/// # Errors
/// A sentence for whatever stands in the way.
pub fn run(session: &Session, options: &DrillOptions) -> Result<(), Failure> {
    let texts = session.texts;
    if !session.places.data_is_named() {
        return Err(Failure::of(texts.usage_drill_needs_data("--data")));
    }
    logging::start(&session.places.log(), logging::Level::Info);
    if let Some(file) = &options.check {
        return check::run(session, file, options.json);
    }
    let visits = options.visits.unwrap_or(0);
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_time().build();
    let runtime = runtime.map_err(|_| Failure::of(texts.usage_no_memory()))?;
    runtime.block_on(drill(session, options, visits))
}

/// What the drill holds on to beside the desk.
struct Stage {
    clock: Arc<RunningAhead>,
    painter: Arc<TellingPainter<BlankPainter>>,
}

async fn drill(session: &Session, options: &DrillOptions, visits: u64) -> Result<(), Failure> {
    let texts = session.texts;
    let kind = StoreKind::Drill;
    let Some(practice) = kind.practice() else { return Ok(()) };
    let policy = Policy::of(kind);
    let mut ports = compose::ports(session, compose::store(session, kind)?, &policy)?;
    let stage = rehearse(&mut ports, practice, options.ack);
    people::settle(texts, &Accounts::of(&ports), PEOPLE)?;
    let (workplace, clerk) = counter::trainee(session, &Configuration::default())?;
    let desk = Desk::open(ports, policy, workplace, clerk).map_err(|error| wording::desk_not_opened(texts, &error))?;
    let settled = desk.settle_made_up_staff(people::made_up_staff(texts), practice).await;
    settled.map_err(|error| wording::desk(texts, &error))?;
    let outbox = tokio::spawn(desk.clone().run_outbox());
    let mut visitors = Visitors::new(desk, stage, options.seed, PEOPLE);
    let mut progress = Progress::start();
    let start = Instant::now();
    let taken_over = visitors.take_over().await;
    taken_over.map_err(|error| wording::desk(texts, &error))?;
    for number in 0..visits {
        progress.tell(|| texts.drill_progress(number, visits));
        visitors.next().await.map_err(|error| wording::desk(texts, &error))?;
    }
    let seconds = start.elapsed().as_secs_f64().max(0.001);
    outbox.abort();
    drop(progress);
    let rate = format!("{:.1}", visits as f64 / seconds);
    tracing::info!(visits, rate, "the drill is over");
    if options.json {
        output::json(&json!({ "visits": visits, "per_second": visits as f64 / seconds, "ended": visitors.ended() }));
    } else {
        output::line(&texts.drill_done(visits, rate));
    }
    Ok(())
}

/// Puts the drill's clock, painter and store around the real ones.
fn rehearse(ports: &mut Ports, practice: Practice, acknowledge: bool) -> Stage {
    let last = ports.store.head().map(|head| head.moment);
    let clock = Arc::new(RunningAhead::new(practice, &SystemClock::new(), &SystemEntropy, last));
    let painter = Arc::new(TellingPainter::new(practice, BlankPainter::new(practice)));
    ports.clock = Arc::clone(&clock) as _;
    ports.painter = Arc::clone(&painter) as _;
    if acknowledge {
        let store = Arc::clone(&ports.store);
        ports.store = Arc::new(AcknowledgingStore::new(practice, store, Box::new(std::io::stdout())));
    }
    compose::with_phone(ports);
    Stage { clock, painter }
}
