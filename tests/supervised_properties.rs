//! No order of events changes a password, a user name or a mobile in a supervised visit without document, approval and
//! code of that visit and account; and no clock shortens a wait.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "support/counter.rs"]
mod counter;
#[path = "support/supervising.rs"]
mod supervising;

use std::future::Future;
use std::sync::LazyLock;
use std::time::Duration;

use counter::{Counter, DAY, HOUR, MINUTE, SECOND, answers, identity, mobile, wrong_answers};
use istiada::desk::{ChangeOf, ClerkStep, Request, SamePerson};
use istiada::domain::fact::{Entry, Fact, Flow};
use istiada::domain::id::VisitId;
use istiada::domain::recovery::DocumentSeen;
use istiada::domain::secret::Secret;
use istiada::domain::supervised::{Aim, ApprovalReason, Purpose};
use istiada::domain::time::Timestamp;
use istiada::port::{Change, Clock};
use proptest::prelude::*;
use supervising::{ANOTHER, FIRST, PASSWORD, STAFF_CLERK, plea};

static RUNTIME: LazyLock<tokio::runtime::Runtime> = LazyLock::new(|| tokio::runtime::Runtime::new().unwrap());

fn run<T>(work: impl Future<Output = T>) -> T {
    RUNTIME.block_on(work)
}

/// What can happen at a counter that serves two people in two visits, with two supervisors and a clerk beside it.
#[derive(Clone, Debug)]
enum Event {
    /// Whatever leads on from where the visit stands.
    Next,
    Document(u32),
    Approve(u32, u32, usize, usize),
    Second(u32),
    Answers(bool),
    /// The newest code of a visit (by slot).
    Code(usize),
    Password,
    ShowName,
    Back,
    End,
    Stop(u32),
    Pass(u64),
    Wall(i64),
    Restart(bool),
}

const STAFF: [u32; 4] = [FIRST, ANOTHER, STAFF_CLERK, counter::CLERK];

fn aim(place: usize) -> Aim {
    [
        Aim::Password,
        Aim::Username,
        Aim::NewMobile(mobile(7)),
        Aim::NewMobile(mobile(8)),
    ][place % 4]
}

fn event() -> impl Strategy<Value = Event> {
    let staff = 0..4_usize;
    prop_oneof![
        40 => Just(Event::Next),
        1 => (1..=2_u32).prop_map(Event::Document),
        6 => (staff.clone(), 1..=2_u32, 0..4_usize, 0..4_usize)
            .prop_map(|(by, whom, why, what)| Event::Approve(STAFF[by], whom, why, what)),
        3 => staff.prop_map(|by| Event::Second(STAFF[by])),
        2 => any::<bool>().prop_map(Event::Answers),
        3 => (0..2_usize).prop_map(Event::Code),
        3 => Just(Event::Password),
        1 => Just(Event::ShowName),
        1 => Just(Event::Back),
        2 => Just(Event::End),
        1 => (1..=2_u32).prop_map(Event::Stop),
        6 => prop_oneof![1..300_u64, Just(600), 3_600..90_000_u64].prop_map(Event::Pass),
        2 => (-200_000..200_000_i64).prop_map(Event::Wall),
        2 => any::<bool>().prop_map(Event::Restart),
    ]
}

struct World {
    counter: Counter,
    slots: [Option<VisitId>; 2],
    /// How many passwords were chosen; each is a new one.
    chosen: u32,
    /// How much time has truly passed, whatever any clock says.
    passed: Duration,
    /// The number of frames after each event, and the time that had truly passed by then.
    frames: Vec<(usize, Duration)>,
}

impl World {
    async fn happen(&mut self, slot: usize, event: Event) {
        let person = u32::try_from(slot).unwrap() + 1;
        match event {
            Event::Pass(seconds) => {
                self.counter.clock.pass(Duration::from_secs(seconds));
                self.passed += Duration::from_secs(seconds);
            }
            Event::Wall(seconds) => {
                let wall = self.counter.clock.read().wall.as_millis() + seconds * 1000;
                self.counter.clock.set_wall(Timestamp::from_millis(wall));
            }
            Event::Restart(resumed) => {
                self.counter.restart();
                for visit in self.slots.iter().flatten().filter(|_| resumed) {
                    let _ = self.counter.desk.resume(*visit, SamePerson).await;
                }
            }
            Event::Stop(person) => {
                let of = ChangeOf::Identity(identity(person));
                self.counter.desk.stop_mobile_change(of).await.unwrap();
            }
            event => self.on_visit(slot, person, event).await,
        }
        self.frames.push((self.counter.frames().len(), self.passed));
    }

    async fn on_visit(&mut self, slot: usize, person: u32, event: Event) {
        let open = match self.slots[slot] {
            Some(visit) => self.counter.desk.request(visit, Request::Tick).await.ok(),
            None => None,
        };
        let is_over = open
            .as_ref()
            .is_none_or(|reply| matches!(reply.views.clerk.step, ClerkStep::Done { .. } | ClerkStep::Ended { .. }));
        if is_over {
            if let Some(visit) = self.slots[slot].take() {
                self.counter.desk.next_visitor(visit).await.unwrap();
            }
            self.slots[slot] = self.counter.open_in(Flow::Supervised).await.ok();
        }
        let Some(visit) = self.slots[slot] else { return };
        let event = match (event, open.filter(|_| !is_over)) {
            (Event::Next, None) => Event::Document(person),
            (Event::Next, Some(reply)) => self.lead_on(slot, person, &reply.views.clerk.step),
            (event, _) => event,
        };
        let request = self.request(visit, event);
        let _ = self.counter.desk.request(visit, request).await;
    }

    fn lead_on(&self, slot: usize, person: u32, step: &ClerkStep) -> Event {
        match step {
            ClerkStep::Document => Event::Document(person),
            // One reason and one aim after the other: what is refused is followed by what may not be.
            ClerkStep::Approval { .. } => {
                let turn = self.frames.len();
                Event::Approve(FIRST, person, turn, turn / 4)
            }
            ClerkStep::Second => Event::Second(ANOTHER),
            ClerkStep::Questions { .. } => Event::Answers(true),
            ClerkStep::Code(_) => Event::Code(slot),
            ClerkStep::UsernameChoice => Event::ShowName,
            _ => Event::Password,
        }
    }

    fn request(&mut self, visit: VisitId, event: Event) -> Request {
        let password = || Secret::from(PASSWORD);
        match event {
            Event::Document(number) => {
                let number = identity(number);
                Request::DocumentSeen(DocumentSeen::parse(number.kind(), number.last_four()).unwrap())
            }
            Event::Approve(by, whom, why, what) => Request::Approve {
                by: identity(by),
                password: password(),
                plea: plea(whom, ApprovalReason::ALL[why % 4], aim(what)),
            },
            Event::Second(by) => Request::Second {
                by: identity(by),
                password: password(),
            },
            Event::Answers(right) => {
                let slot = self.slots.iter().position(|one| *one == Some(visit)).unwrap();
                let person = u32::try_from(slot).unwrap() + 1;
                Request::Answers(if right { answers(person) } else { wrong_answers() })
            }
            Event::Code(slot) => match self.slots[slot].filter(|one| !self.counter.all_codes(*one).is_empty()) {
                Some(of) => Request::Code(self.counter.sent_code(of)),
                None => Request::Resend,
            },
            Event::Password => {
                self.chosen += 1;
                let chosen = format!("Tamar-wa-Laban7-{}", self.chosen);
                Request::Password {
                    password: Secret::from(chosen.clone()),
                    repeat: Secret::from(chosen),
                }
            }
            Event::ShowName => Request::ShowUsername,
            Event::Back => Request::Back,
            _ => Request::End(istiada::domain::fact::Ending::Abandoned),
        }
    }
}

/// Every change of the ledger has what it needs before it, in its own visit and for its own account. Returns how many
/// passwords, names and mobiles were changed, how many waits began, and how many visits were approved anew.
fn changes_are_approved(world: &World) -> [usize; 5] {
    let frames = world.counter.frames();
    let mut entries: Vec<(Duration, Timestamp, Entry)> = Vec::new();
    for (place, frame) in frames.iter().enumerate() {
        let truly = world.frames.iter().find(|(count, _)| *count > place).unwrap().1;
        let at = frame.commit.moment.at;
        entries.extend(frame.commit.entries.iter().map(|entry| (truly, at, entry.clone())));
        let changed = |fact: &Fact| {
            matches!(
                fact,
                Fact::PasswordChanged { .. } | Fact::MobileChanged { .. } | Fact::AnswersMatched { .. }
            )
        };
        let writes = |change: &Change| matches!(change, Change::Account { version, .. } if version.0 > 0);
        if frame.commit.changes.iter().any(writes) {
            let said = frame.commit.entries.iter().any(|entry| changed(&entry.fact));
            assert!(said, "an account changed and nothing says so: {frame:?}");
        }
    }
    let mut found = [0; 5];
    found[4] = approved_anew(&entries);
    for (place, (truly, at, entry)) in entries.iter().enumerate() {
        let (kind, account, purpose) = match entry.fact {
            Fact::PasswordChanged { account } => (0, account, Some(Purpose::Password)),
            Fact::UsernameShown { account } => (1, account, Some(Purpose::Username)),
            Fact::MobileChanged { account } => (2, account, None),
            Fact::MobileChangeBegun { account, .. } => (3, account, Some(Purpose::NewMobile)),
            _ => continue,
        };
        found[kind] += 1;
        let visit: Vec<_> = entries[..=place]
            .iter()
            .filter(|(.., before)| before.visit == entry.visit)
            .collect();
        assert!(
            visit
                .iter()
                .any(|(.., before)| matches!(before.fact, Fact::DocumentSeen { .. }))
        );
        let approval = visit
            .iter()
            .enumerate()
            .rev()
            .find_map(|(nth, (_, at, before))| match before.fact {
                Fact::RecoveryApproved {
                    account: of,
                    purpose: what,
                    reason,
                    by,
                } => Some((nth, *at, of, what, reason, by)),
                _ => None,
            });
        let (nth, approved, of, what, reason, by) = approval.unwrap();
        let since = &visit[nth..];
        assert_eq!(of, account, "for its account");
        assert!(purpose.is_none_or(|purpose| purpose == what), "for its purpose");
        assert!(at.since(approved) < 10 * MINUTE, "for ten minutes");
        assert_ne!(Some(by), entry.clerk, "not by the clerk");
        assert!(
            [FIRST, ANOTHER].iter().any(|one| identity(*one) == by),
            "by a supervisor"
        );
        // Everybody here has questions: those that are remembered are answered, after the approval.
        let answered = |fact: &Fact| matches!(fact, Fact::AnswersMatched { account: of } if *of == account);
        assert!(
            !reason.asks() || since.iter().any(|(.., then)| answered(&then.fact)),
            "its answers"
        );
        let done = |fact: &Fact| {
            matches!(
                fact,
                Fact::PasswordChanged { .. } | Fact::UsernameShown { .. } | Fact::MobileChangeBegun { .. }
            )
        };
        let uses = visit.iter().filter(|(.., before)| done(&before.fact)).count();
        assert!(uses <= 1, "used once");
        if kind == 3 {
            let second = since.iter().rev().find_map(|(.., before)| match before.fact {
                Fact::ApprovalSeconded { by, .. } => Some(by),
                _ => None,
            });
            let second = second.unwrap();
            assert!(second != by && Some(second) != entry.clerk, "two different people");
            continue;
        }
        let typed = since.iter().rev().find_map(|(_, at, before)| match before.fact {
            Fact::CodeMatched { account: of } if of == account => Some(*at),
            _ => None,
        });
        assert!(at.since(typed.unwrap()) < 5 * MINUTE, "its code");
        if kind == 2 {
            let begun = entries[..place].iter().rposition(
                |(.., before)| matches!(before.fact, Fact::MobileChangeBegun { account: of, .. } if of == account),
            );
            let begun = begun.unwrap();
            assert!(*truly - entries[begun].0 >= DAY - SECOND, "after a day of true time");
            let stopped = entries[begun..place]
                .iter()
                .any(|(.., before)| matches!(before.fact, Fact::MobileChangeStopped { account: of } if of == account));
            assert!(!stopped, "and not stopped");
        }
    }
    found
}

/// In how many visits a supervisor approved more than once: the first time was too long ago.
fn approved_anew(entries: &[(Duration, Timestamp, Entry)]) -> usize {
    let mut visits = std::collections::BTreeMap::new();
    for (.., entry) in entries {
        if let (Fact::RecoveryApproved { .. }, Some(visit)) = (&entry.fact, entry.visit) {
            *visits.entry(visit).or_insert(0) += 1;
        }
    }
    visits.values().filter(|count| **count > 1).count()
}

/// `pace`: how many seconds pass with each event.
fn walked(pace: u64, events: Vec<(usize, Event)>) -> [usize; 5] {
    run(async {
        let counter = supervising::counter(&[1, 2]).await;
        let mut world = World {
            frames: vec![(counter.frames().len(), Duration::ZERO)],
            counter,
            slots: [None; 2],
            chosen: 0,
            passed: Duration::ZERO,
        };
        for (slot, event) in events {
            world.counter.clock.pass(Duration::from_secs(pace));
            world.passed += Duration::from_secs(pace);
            world.happen(slot, event).await;
        }
        changes_are_approved(&world)
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn nothing_changes_without_document_approval_and_code(
        pace in prop_oneof![Just(0), 40..75_u64],
        events in proptest::collection::vec((0..2_usize, event()), 1..120)
    ) {
        walked(pace, events);
    }
}

#[test]
fn the_events_reach_every_kind_of_change() {
    let day = [(0, Event::Pass(HOUR.as_secs() * 25))];
    let way = |count| vec![(0, Event::Next); count];
    let mut events = vec![
        (0, Event::Document(1)),
        (0, Event::Approve(FIRST, 1, 1, 2)),
        (0, Event::Second(ANOTHER)),
    ];
    events.extend(day);
    events.extend([(0, Event::Next), (0, Event::Approve(FIRST, 1, 2, 0))]);
    events.extend(way(3));
    events.extend([(0, Event::Document(1)), (0, Event::Approve(FIRST, 1, 1, 1))]);
    events.extend(way(2));
    let [passwords, names, mobiles, waits, _] = walked(0, events);
    assert_eq!([passwords, names, mobiles, waits], [1, 1, 1, 1]);
}

/// The events of the property do reach what it is about: else it would show nothing.
#[test]
fn such_events_change_things_and_let_approvals_grow_too_old() {
    use proptest::strategy::ValueTree;
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let many = proptest::collection::vec((0..2_usize, event()), 120);
    let mut all = [0; 5];
    for pace in [0, 60].into_iter().cycle().take(24) {
        let events = many.new_tree(&mut runner).unwrap().current();
        let found = walked(pace, events);
        all.iter_mut().zip(found).for_each(|(all, one)| *all += one);
    }
    let [passwords, names, mobiles, waits, anew] = all;
    assert!(
        passwords >= 12 && names >= 12 && mobiles >= 2 && waits >= 12 && anew >= 5,
        "{all:?}"
    );
}
