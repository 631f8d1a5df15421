//! A program that walks through a flow over the real store is killed (SIGKILL) at every step, and at moments that nobody
//! chose; another one opens the store. The visit is there at the step that was acknowledged or at the one that was asked
//! for, with the facts of exactly that step and every try that was spent. The restart sends nothing, nothing is
//! half-changed, and the visit goes on to its end, or ends.
//!
//! The child is this very program, at a test that does nothing by itself. `ISTIADA_KILLS` says how many kills there are;
//! 100 where it says nothing.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "support/counter.rs"]
mod counter;
#[path = "support/killing.rs"]
mod killing;
#[path = "support/newcomer.rs"]
mod newcomer;
#[path = "support/walking.rs"]
mod walking;

use std::collections::BTreeSet;
use std::path::Path;
use std::time::Duration;

use counter::{Counter, DAY, HOUR, MINUTE};
use istiada::desk::{LeftOpen, SamePerson};
use istiada::domain::account::Account;
use istiada::domain::fact::{Fact, Flow};
use istiada::domain::id::VisitId;
use istiada::domain::language::Language;
use istiada::domain::limit::{TallyKey, TallyKind};
use istiada::domain::secret::Secret;
use istiada::port::{Keys, Lookup, Store, SubjectOf};
use killing::{Killed, Mark, Place, Plan, facts_of, hex, is_done, killed, undisturbed};
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha20Rng;
use walking::{OWNER, Walk, name, spent};

/// Kills in one store, before the next one is made: reading a long ledger again and again takes time.
const IN_ONE_STORE: usize = 4;

/// The child: walks until it is killed.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "does nothing by itself"]
async fn walks_until_it_is_killed() {
    killing::child().await;
}

/// What becomes of the visit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum After {
    /// It is resumed at once.
    Resumed,
    /// The machine is started again in between.
    Rebooted,
    /// It is resumed when what was proven has expired.
    ProofExpired,
    /// The person has left.
    GivenUp,
    /// Nobody comes in time.
    TooLate,
}

const AFTERS: [After; 5] = [
    After::Resumed,
    After::Rebooted,
    After::ProofExpired,
    After::GivenUp,
    After::TooLate,
];

/// What the next program finds.
struct Found<'a> {
    counter: Counter,
    walk: Walk,
    after: After,
    marks: &'a [Mark],
    killed: Killed,
    /// The account of the owner before the walk.
    before: Account,
}

impl Found<'_> {
    /// Everything that must hold; the name of the step that was found.
    async fn judge(mut self) -> String {
        let visit = self.killed.visit.unwrap();
        let written = facts_of(&self.counter, visit);
        let possible = &self.marks[self.killed.answered..][..1 + usize::from(self.killed.asking)];
        let mark = possible.iter().find(|mark| mark.facts == written);
        let mark = mark.unwrap_or_else(|| panic!("half a step: {written:?}")).clone();
        assert_eq!(mark.step == "Done", !self.is_unchanged(), "all or nothing");
        self.tries_are_counted();
        match self.after {
            After::ProofExpired => self.counter.clock.pass(5 * MINUTE),
            After::TooLate => self.counter.clock.pass(10 * MINUTE),
            After::Resumed | After::Rebooted | After::GivenUp => {}
        }
        // What was said of a change that was made may still leave; a code does not leave by itself.
        let sent = self.send().await;
        assert!(sent.is_empty() || mark.step == "Done", "{sent:?}");
        let offered = self.counter.desk.left_open().await.unwrap();
        match self.after {
            After::TooLate => self.ended(&offered, visit, &mark),
            After::GivenUp => {
                self.counter.desk.next_visitor(visit).await.unwrap();
                self.ended(&[], visit, &mark);
            }
            _ => self.goes_on(&offered, &mark).await,
        }
        mark.step
    }

    /// Sends what is due. No message leaves twice, whichever program sent it.
    async fn send(&mut self) -> Vec<String> {
        self.counter.desk.outbox().send_due().await.unwrap();
        let mut taken = self.counter.sms.drain();
        taken.extend(self.counter.email.drain());
        for message in &taken {
            let is_new = self.killed.messages.insert(hex(message.id.as_bytes()));
            assert!(is_new, "{:?} left twice", message.id);
        }
        counter::texts(&taken)
    }

    fn is_unchanged(&self) -> bool {
        match self.walk.flow {
            Flow::NewUser => {
                let identity = counter::identity(self.walk.serial);
                self.counter.memory.find(Lookup::Identity(&identity)).unwrap().is_none()
            }
            Flow::ForgottenPassword | Flow::ForgottenUsername | Flow::Supervised => {
                self.counter.account(OWNER) == self.before
            }
        }
    }

    /// The counters of the account hold every wrong try that the ledger tells of since it was last recovered.
    fn tries_are_counted(&self) {
        let subject = self.counter.keys.subject(SubjectOf::Account(self.before.id));
        let facts = self.counter.facts();
        let recovered = |fact: &Fact| matches!(fact, Fact::PasswordChanged { .. } | Fact::UsernameChanged { .. });
        let since = facts.iter().rposition(recovered).map_or(0, |place| place + 1);
        let count = |is: fn(&Fact) -> bool| facts[since..].iter().filter(|fact| is(fact)).count();
        let rounds = count(|fact| matches!(fact, Fact::AnswersMissed { .. }));
        let codes = count(|fact| matches!(fact, Fact::CodeMissed { .. }));
        for (kind, count) in [(TallyKind::WrongAnswers, rounds), (TallyKind::WrongCodes, codes)] {
            let tally = self.counter.memory.tally(TallyKey { kind, subject }).unwrap().record;
            assert_eq!(usize::try_from(tally.total()).unwrap(), count, "{kind:?}");
        }
    }

    fn ended(&self, offered: &[LeftOpen], visit: VisitId, mark: &Mark) {
        assert!(offered.is_empty() && self.counter.memory.visits().unwrap().is_empty());
        let mut facts = mark.facts.clone();
        if mark.step != "Done" {
            facts.push("visit-ended".to_owned());
        }
        assert_eq!(facts_of(&self.counter, visit), facts, "it ended once");
        assert_eq!(mark.step == "Done", !self.is_unchanged());
    }

    /// It is offered and resumed at its step, or at the code that was typed too long ago, and comes to its end.
    async fn goes_on(&mut self, offered: &[LeftOpen], mark: &Mark) {
        let [left] = offered else { panic!("{offered:?}") };
        let (visit, stood) = (left.view.visit, &left.view.step);
        assert_eq!((name(stood), spent(stood)), (mark.step.clone(), mark.spent.clone()));
        let reply = self.counter.desk.resume(visit, SamePerson).await.unwrap();
        let expired = self.after == After::ProofExpired;
        let step = match mark.step.as_str() {
            "Password" | "UsernameChoice" if expired && self.walk.flow != Flow::NewUser => "Code",
            "Questions" | "Review" if expired && self.walk.flow == Flow::NewUser => "Codes",
            step => step,
        };
        let now = &reply.views.clerk.step;
        assert_eq!(name(now), step);
        assert!(
            step != mark.step || spent(now) == mark.spent,
            "spent tries stay spent: {now:?}"
        );
        assert_eq!(
            facts_of(&self.counter, visit).len() - mark.facts.len(),
            usize::from(step.starts_with("Captcha"))
        );
        // A code that was asked for and had certainly not left may leave now that somebody is there.
        self.send().await;
        let done = self.walk.finish(&self.counter, reply).await;
        assert!(is_done(&done.views.clerk.step), "{done:?}");
        let account = self.counter.account(self.walk.person());
        match self.walk.flow {
            Flow::ForgottenPassword | Flow::Supervised => {
                let chosen = Secret::from(self.walk.password());
                assert!(self.counter.hasher.verify(&chosen, &account.password.unwrap()));
            }
            Flow::ForgottenUsername => assert_eq!(account.username, self.walk.username()),
            Flow::NewUser => assert_eq!(account.questions.len(), 3),
        }
        self.counter.desk.next_visitor(visit).await.unwrap();
    }
}

/// Kills at each step of each flow, one after the other, and then wherever chance wants it.
fn plans(all: &[(Flow, Vec<Mark>)], kills: usize, random: &mut ChaCha20Rng) -> Vec<Plan> {
    let every: Vec<_> = all
        .iter()
        .flat_map(|(flow, marks)| (0..marks.len()).map(move |at| (*flow, at)))
        .collect();
    (0..kills)
        .map(|number| {
            let planned = every.get(number);
            let (flow, at) = *planned.unwrap_or_else(|| &every[random.random_range(0..every.len())]);
            let serial = u32::try_from(number).unwrap() + 100;
            Plan {
                walk: Walk { flow, serial },
                stops_at: planned.map(|_| at),
                at,
                wait: Duration::from_micros(random.random_range(0..6_000)),
            }
        })
        .collect()
}

/// One kill, and what is found; the name of the step.
async fn killed_once(folder: &Path, plan: &Plan, marks: &[Mark], after: After) -> String {
    let seed = u64::from(plan.walk.serial) * 4;
    let before = Place::open(folder, seed, false).counter(&[OWNER]).account(OWNER);
    let killed = killed(folder, plan);
    let place = Place::open(folder, seed + 2, after == After::Rebooted);
    let store = place.store.clone();
    let counter = place.counter(&[]);
    let (clock, desk) = (counter.clock.clone(), counter.desk.clone());
    let found = Found {
        counter,
        walk: plan.walk,
        after,
        marks,
        killed,
        before,
    };
    let step = found.judge().await;
    store.check().unwrap();
    // A day passes, so that no walk is held up by what those before it spent.
    clock.pass(DAY + HOUR);
    let next = desk
        .open_visit(Flow::ForgottenPassword, Language::ARABIC)
        .await
        .unwrap();
    desk.next_visitor(next.views.clerk.visit).await.unwrap();
    step
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_visit_that_was_killed_at_any_step_is_there_again() {
    let kills = std::env::var("ISTIADA_KILLS").ok();
    let kills: usize = kills.map_or(100, |count| count.parse().unwrap());
    let seed = rand::rng().random();
    let mut random = ChaCha20Rng::seed_from_u64(seed);
    let mut all = Vec::new();
    for flow in [Flow::ForgottenPassword, Flow::ForgottenUsername, Flow::NewUser] {
        all.push((flow, undisturbed(Walk { flow, serial: 99 }).await));
    }
    let mut found = BTreeSet::new();
    for (round, plans) in plans(&all, kills, &mut random).chunks(IN_ONE_STORE).enumerate() {
        let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
        for (number, plan) in plans.iter().enumerate() {
            let after = AFTERS[(number + round) % AFTERS.len()];
            println!("seed {seed}: {plan:?} {after:?}");
            let marks = &all.iter().find(|(flow, _)| *flow == plan.walk.flow).unwrap().1;
            let step = killed_once(folder.path(), plan, marks, after).await;
            found.insert(format!("{:?} {step}", plan.walk.flow));
        }
    }
    let steps = all
        .iter()
        .flat_map(|(flow, marks)| marks.iter().map(move |mark| format!("{flow:?} {}", mark.step)));
    let every: BTreeSet<_> = steps.collect();
    assert!(kills < 60 || found == every, "{found:?}");
}
