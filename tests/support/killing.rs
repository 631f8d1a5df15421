//! A child that walks through a flow over the real store, and its killer.

#![allow(dead_code, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::BTreeSet;
use std::fs::File;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::Duration;

use futures::future::BoxFuture;
use istiada::adapter::memory::ManualClock;
use istiada::adapter::store::DurableStore;
use istiada::desk::{ClerkStep, Reply};
use istiada::domain::fact::{Fact, Flow};
use istiada::domain::id::VisitId;
use istiada::domain::message::Channel;
use istiada::domain::policy::Policy;
use istiada::domain::store_kind::StoreKind;
use istiada::port::{Accepted, Clock, Gateway, GatewayError, GatewayState, Outgoing, Receipt, Store, SubmitError};

use crate::counter::{Counter, Ground, SECOND, START};
use crate::newcomer::roll;
use crate::walking::{Walk, name, slip, spent};

const PLAN: &str = "ISTIADA_TEST_WALK";
const CHILD: &str = "walks_until_it_is_killed";

/// Where a walk is after one of its requests.
#[derive(Clone, Debug)]
pub struct Mark {
    pub step: String,
    pub spent: String,
    /// The names of all facts of the visit.
    pub facts: Vec<String>,
}

/// A walk, and when it is killed.
#[derive(Clone, Debug)]
pub struct Plan {
    pub walk: Walk,
    /// The request after which the child waits to be killed; none where it goes on.
    pub stops_at: Option<usize>,
    /// The request after whose answer it is killed, and how long after.
    pub at: usize,
    pub wait: Duration,
}

/// What a killed child had said, and what it had sent.
#[derive(Debug, Default)]
pub struct Killed {
    pub visit: Option<VisitId>,
    /// The last request that was answered.
    pub answered: usize,
    /// Whether another was asked for.
    pub asking: bool,
    /// The names of all messages that were ever handed over from this folder.
    pub messages: BTreeSet<String>,
}

/// What a walk tells of itself.
pub enum Said<'a> {
    Asks,
    At(&'a Reply),
}

/// A store on the disk, with the clock of a machine that has run since its last frame.
pub struct Place {
    pub store: Arc<DurableStore>,
    ground: Ground,
}

impl Place {
    /// `rebooted`: the machine was started again since.
    pub fn open(folder: &Path, seed: u64, rebooted: bool) -> Self {
        let keys = istiada::adapter::seal::FolderKeys::new(folder.join("keys"));
        let store = DurableStore::open(&folder.join("data"), StoreKind::Drill, &keys, &mut |_| {});
        let store = Arc::new(store.unwrap());
        let last = store.head().map(|head| head.moment.reading);
        let clock = match last {
            None => ManualClock::at(START),
            Some(last) => {
                let clock = ManualClock::at(last.wall.before(last.uptime.elapsed));
                clock.pass(last.uptime.elapsed);
                while clock.read().uptime.boot != last.uptime.boot {
                    // A machine that was started so often.
                    clock.reboot();
                    clock.pass(last.uptime.elapsed);
                    clock.set_wall(last.wall);
                }
                clock
            }
        };
        if rebooted {
            clock.reboot();
        }
        let ground = Ground {
            keys: Arc::new(store.vault().clone()),
            store: store.clone(),
            clock: Arc::new(clock),
            seed,
        };
        Self { store, ground }
    }

    /// A counter over it, with the accounts of these people as they were at first.
    pub fn counter(self, people: &[u32]) -> Counter {
        let counter = Counter::over(self.ground, people, Policy::of(StoreKind::Drill), |hasher| hasher);
        counter.registry.replace(roll(1..=1200));
        counter
    }
}

/// Walks to the end of a flow, with a wrong try wherever one counts.
pub async fn walk(counter: &Counter, walk: Walk, mut say: impl FnMut(Said<'_>)) {
    let mut reply = walk.begin(counter).await;
    say(Said::At(&reply));
    let mut slipped = BTreeSet::new();
    loop {
        let step = &reply.views.clerk.step;
        // At the codes of a registration there are two codes, and two wrong tries.
        let proven = format!("{step:?}").matches("proven: Some").count();
        let wrong = slip(counter, &reply).filter(|_| slipped.insert((name(step), proven)));
        let Some(request) = wrong.or_else(|| walk.next(counter, &reply)) else {
            return;
        };
        say(Said::Asks);
        counter.clock.pass(SECOND);
        reply = counter.ask(reply.views.clerk.visit, request).await;
        say(Said::At(&reply));
    }
}

/// Where a walk is after each of its requests, when nobody kills it.
pub async fn undisturbed(way: Walk) -> Vec<Mark> {
    let counter = Counter::with(&[crate::walking::OWNER]);
    counter.registry.replace(roll(1..=1200));
    let mut marks = Vec::new();
    walk(&counter, way, |said| {
        if let Said::At(reply) = said {
            let view = &reply.views.clerk;
            marks.push(Mark {
                step: name(&view.step),
                spent: spent(&view.step),
                facts: facts_of(&counter, view.visit),
            });
        }
    })
    .await;
    marks
}

/// The names of the facts of a visit, but for those that are no step of it: a look-up in the registry, what becomes of
/// messages, and that it was resumed.
pub fn facts_of(counter: &Counter, visit: VisitId) -> Vec<String> {
    let entries = counter.entries().into_iter().filter(|entry| entry.visit == Some(visit));
    let aside = |fact: &Fact| {
        matches!(
            fact,
            Fact::RegistryAsked { .. } | Fact::MessageMoved { .. } | Fact::VisitResumed
        )
    };
    entries
        .filter(|entry| !aside(&entry.fact))
        .map(|entry| match serde_json::to_value(entry.fact).unwrap() {
            serde_json::Value::Object(fields) => fields.keys().next().unwrap().clone(),
            name => name.as_str().unwrap().to_owned(),
        })
        .collect()
}

pub fn hex(bytes: &[u8; 16]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A gateway that writes down what it is handed before it says that it took it.
struct Written {
    channel: Channel,
    log: Arc<File>,
}

impl Gateway for Written {
    fn name(&self) -> &str {
        "killing"
    }

    fn channel(&self) -> Channel {
        self.channel
    }

    fn submit(&self, message: Outgoing) -> BoxFuture<'_, Result<Accepted, SubmitError>> {
        Box::pin(async move {
            let gateway_id = hex(message.id.as_bytes());
            (&*self.log).write_all(format!("{gateway_id}\n").as_bytes()).unwrap();
            Ok(Accepted { gateway_id })
        })
    }

    fn receipt(&self) -> BoxFuture<'_, Receipt> {
        Box::pin(std::future::pending())
    }

    fn probe(&self) -> BoxFuture<'_, Result<(), GatewayError>> {
        Box::pin(async { Ok(()) })
    }

    fn state(&self) -> GatewayState {
        GatewayState::Ready
    }
}

fn log_in(folder: &Path) -> PathBuf {
    folder.join("handed-over")
}

/// The child: walks as it was told to, and says how far it is. It does not end.
pub async fn child() {
    let Some((folder, plan)) = Plan::from_environment() else {
        return;
    };
    let seed = u64::from(plan.walk.serial) * 4 + 1;
    let mut counter = Place::open(&folder, seed, false).counter(&[]);
    let log = File::options().create(true).append(true).open(log_in(&folder)).unwrap();
    let log = Arc::new(log);
    let gateway = |channel| -> Arc<dyn Gateway> {
        let log = log.clone();
        Arc::new(Written { channel, log })
    };
    counter.restart_with(vec![gateway(Channel::Sms), gateway(Channel::Email)]);
    tokio::spawn(counter.desk.clone().run_outbox());
    let mut answered = 0;
    walk(&counter, plan.walk, |said| match said {
        Said::Asks => tell("ASKS"),
        Said::At(reply) => {
            tell(&format!("AT {answered} {}", hex(reply.views.clerk.visit.as_bytes())));
            if plan.stops_at == Some(answered) {
                std::thread::sleep(Duration::from_secs(60));
            }
            answered += 1;
        }
    })
    .await;
    std::thread::sleep(Duration::from_secs(60));
}

/// On a line of its own, whatever the harness of the tests writes.
fn tell(words: &str) {
    let mut out = std::io::stdout().lock();
    out.write_all(format!("\n{words}\n").as_bytes()).unwrap();
    out.flush().unwrap();
}

impl Plan {
    fn from_environment() -> Option<(PathBuf, Self)> {
        let text = std::env::var(PLAN).ok()?;
        let [flow, serial, stops_at, folder] = text.splitn(4, ' ').collect::<Vec<_>>().try_into().ok()?;
        let walk = Walk {
            flow: serde_json::from_str::<Flow>(flow).ok()?,
            serial: serial.parse().ok()?,
        };
        let plan = Self {
            walk,
            stops_at: stops_at.parse().ok(),
            at: 0,
            wait: Duration::ZERO,
        };
        Some((PathBuf::from(folder), plan))
    }

    fn told(&self, folder: &Path) -> String {
        let flow = serde_json::to_string(&self.walk.flow).unwrap();
        let stops_at = self.stops_at.map_or("never".to_owned(), |at| at.to_string());
        format!("{flow} {} {stops_at} {}", self.walk.serial, folder.display())
    }
}

/// Starts the child, and kills it as planned.
pub fn killed(folder: &Path, plan: &Plan) -> Killed {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", CHILD, "--ignored", "--nocapture"])
        .env(PLAN, plan.told(folder))
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let mut found = Killed::default();
    while found.visit.is_none() || found.answered < plan.at {
        let line = lines.next().expect("the child ended by itself").unwrap();
        found.hear(&line);
    }
    std::thread::sleep(plan.wait);
    child.kill().unwrap();
    child.wait().unwrap();
    lines.map_while(Result::ok).for_each(|line| found.hear(&line));
    let log = std::fs::read_to_string(log_in(folder)).unwrap_or_default();
    for message in log.lines() {
        assert!(
            found.messages.insert(message.to_owned()),
            "{message} was handed over twice"
        );
    }
    found
}

impl Killed {
    fn hear(&mut self, line: &str) {
        match line.split(' ').collect::<Vec<_>>()[..] {
            ["ASKS"] => self.asking = true,
            ["AT", number, visit] => {
                let byte = |place: usize| u8::from_str_radix(&visit[place * 2..place * 2 + 2], 16).unwrap();
                self.visit = Some(VisitId::from_bytes(std::array::from_fn(byte)));
                self.answered = number.parse().unwrap();
                self.asking = false;
            }
            _ => {}
        }
    }
}

/// Whether it is over.
pub const fn is_done(step: &ClerkStep) -> bool {
    matches!(step, ClerkStep::Done { .. })
}
