//! No order of events makes an account without all proofs of one visit, or of somebody of whom the registry does not know
//! all without a supervisor's approval of that visit, identity and mobile, not older than ten minutes; and none changes an account that is there
//! without its answers and a code to its mobile, both of that visit.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "support/counter.rs"]
mod counter;
#[path = "support/newcomer.rs"]
mod newcomer;
#[path = "support/supervising.rs"]
mod supervising;

use std::collections::BTreeMap;
use std::future::Future;
use std::sync::LazyLock;

use counter::{Counter, MINUTE, SECOND, answers, identity, mobile};
use istiada::desk::{ClerkStep, DeskError, Reply, Request, SamePerson, Stage};
use istiada::domain::account::Account;
use istiada::domain::applicant::{Email, IdDate, IdentityNumber, Mobile, PersonName, Username};
use istiada::domain::code::TypedCode;
use istiada::domain::fact::Flow;
use istiada::domain::id::VisitId;
use istiada::domain::language::Language;
use istiada::domain::legal;
use istiada::domain::message::{Channel, Contact};
use istiada::domain::policy::{Limit, Policy};
use istiada::domain::presence::AttestationReason;
use istiada::domain::recovery::Refusal;
use istiada::domain::registration::{Acceptance, RegistrationRefusal};
use istiada::domain::secret::Secret;
use istiada::domain::store_kind::StoreKind;
use istiada::domain::supervised::UnknownReason;
use istiada::domain::time::Timestamp;
use istiada::port::{Lookup, Store};
use newcomer::{Newcomer, chosen, newcomer, roll, sent, twice};
use proptest::prelude::*;
use supervising::{ANOTHER, FIRST, PASSWORD, STAFF_CLERK};

static RUNTIME: LazyLock<tokio::runtime::Runtime> = LazyLock::new(|| tokio::runtime::Runtime::new().unwrap());

fn run<T>(work: impl Future<Output = T>) -> T {
    RUNTIME.block_on(work)
}

/// Identities 1 and 2 have an account in the beginning, 3 and 4 have none. The registry knows nothing of 4, and of 3 not
/// the second mobile.
const PEOPLE: std::ops::RangeInclusive<u32> = 1..=4;

/// What can happen at a counter that serves two visits.
#[derive(Clone, Debug)]
enum Event {
    /// Whatever leads on from where the visit stands, for this person.
    Next(u32),
    /// Identity, and the first or the second mobile of it.
    Personal(u32, bool),
    /// Somebody signs in beside the clerk and approves.
    Approve(u32),
    /// A user name; that of person 1's account under 0.
    Name(u32),
    Email(u32),
    /// The newest code of a visit (by slot) that went this way, or one before it.
    Code(usize, bool, bool),
    WrongCode(bool),
    Resend(bool),
    Captcha(bool),
    Attest,
    Terms(bool),
    Enrol,
    /// The answers of an account that was met.
    Answers(Option<u32>),
    Register,
    ShowName,
    TakeName(u32),
    Back(u32),
    End,
    Pass(u32),
    /// The program ends and is started again; its visits are resumed, or not.
    Restart(bool),
}

/// Some take their time: longer than an approval lives, while their codes are fresh.
fn pace() -> impl Strategy<Value = u32> {
    prop_oneof![Just(0), 40..75_u32]
}

const STAFF: [u32; 4] = [FIRST, ANOTHER, STAFF_CLERK, counter::CLERK];

fn event() -> impl Strategy<Value = Event> {
    let person = 1..=4_u32;
    prop_oneof![
        90 => person.clone().prop_map(Event::Next),
        3 => (person.clone(), any::<bool>()).prop_map(|(person, second)| Event::Personal(person, second)),
        3 => (0..4_usize).prop_map(|by| Event::Approve(STAFF[by])),
        2 => (0..=4_u32).prop_map(Event::Name),
        2 => person.clone().prop_map(Event::Email),
        6 => (0..2_usize, any::<bool>(), any::<bool>()).prop_map(|(slot, sms, old)| Event::Code(slot, sms, old)),
        1 => any::<bool>().prop_map(Event::WrongCode),
        3 => any::<bool>().prop_map(Event::Resend),
        1 => any::<bool>().prop_map(Event::Captcha),
        1 => Just(Event::Attest),
        1 => any::<bool>().prop_map(Event::Terms),
        1 => Just(Event::Enrol),
        3 => proptest::option::of(person.clone()).prop_map(Event::Answers),
        4 => Just(Event::Register),
        1 => Just(Event::ShowName),
        2 => person.prop_map(Event::TakeName),
        4 => (1..9_u32).prop_map(Event::Back),
        1 => Just(Event::End),
        4 => (1..200_u32).prop_map(Event::Pass),
        3 => any::<bool>().prop_map(Event::Restart),
    ]
}

/// What a visit has truly been given, whatever the program said to it.
#[derive(Clone, Debug, Default)]
struct Truth {
    visit: Option<VisitId>,
    /// Whom and which mobile it was last about.
    given: Option<(IdentityNumber, Mobile)>,
    signed_by_a_supervisor: bool,
    /// When a supervisor approved just that.
    approved: Option<Timestamp>,
    human: bool,
    terms: bool,
    enrolled: bool,
    answered: Vec<u32>,
    /// Where a code went that was typed while it was the newest one of this visit, and when.
    typed: Vec<(Contact, Timestamp)>,
}

impl Truth {
    fn typed_to(&self, to: &Contact, now: Timestamp) -> bool {
        self.typed
            .iter()
            .any(|(typed, at)| typed == to && now.since(*at) < 5 * MINUTE)
    }

    /// Whether nothing had to be accepted, or a supervisor did.
    fn is_accepted(&self, account: &Account, now: Timestamp) -> bool {
        let for_it = self.given == Some((account.identity, account.mobile));
        let approved = self.approved.is_some_and(|at| now.since(at) < 10 * MINUTE);
        is_known(account) || (for_it && approved)
    }

    /// Whether this visit may have made this account.
    fn may_make(&self, account: &Account, now: Timestamp) -> bool {
        let email = account.email.clone().map(Contact::Email).unwrap();
        self.human
            && self.terms
            && self.enrolled
            && self.typed_to(&Contact::Mobile(account.mobile), now)
            && self.typed_to(&email, now)
            && self.is_accepted(account, now)
    }

    /// Whether this visit may have changed this account of a person.
    fn may_change(&self, person: u32, mobile: Mobile, now: Timestamp) -> bool {
        self.human && self.answered.contains(&person) && self.typed_to(&Contact::Mobile(mobile), now)
    }
}

/// Whether the registry knows all of who has this account.
fn is_known(account: &Account) -> bool {
    account.identity != identity(4) && account.mobile != second_mobile(3)
}

struct World {
    counter: Counter,
    slots: [Truth; 2],
}

fn person(number: u32) -> Newcomer {
    let mut one = newcomer(number);
    if number == 4 {
        one.name = Some(PersonName::parse("هند القحطاني").unwrap());
        one.expiry = Some(IdDate::parse("1460-01-01 H").unwrap());
    }
    one
}

fn second_mobile(number: u32) -> Mobile {
    mobile(100 + number)
}

impl World {
    async fn new() -> Self {
        let mut policy = Policy::of(StoreKind::Drill);
        // The people of this test are many in little time.
        policy.code.sends_per_mobile = Limit::new(20, policy.code.sends_per_mobile.window);
        policy.code.sends_per_account = Limit::new(20, policy.code.sends_per_account.window);
        policy.desk.unmatched_per_desk = Limit::new(50, policy.desk.unmatched_per_desk.window);
        policy.desk.unmatched_per_clerk = Limit::new(50, policy.desk.unmatched_per_clerk.window);
        let counter = supervising::under(policy, &[1, 2]).await;
        let mut known = roll(1..=3);
        known.complete = false;
        known.people[2].mobiles.truncate(1);
        counter.registry.replace(known);
        Self {
            counter,
            slots: Default::default(),
        }
    }

    /// The accounts that are there, by the number of their owner.
    fn accounts(&self) -> BTreeMap<u32, Account> {
        let memory = &self.counter.memory;
        PEOPLE
            .filter_map(|number| {
                let id = memory.find(Lookup::Identity(&identity(number))).unwrap()?;
                Some((number, memory.account(id).unwrap().unwrap().record))
            })
            .collect()
    }

    async fn happen(&mut self, slot: usize, event: Event) {
        match event {
            Event::Pass(seconds) => self.counter.clock.pass(seconds * SECOND),
            Event::Restart(resumed) => {
                self.counter.restart();
                for slot in &mut self.slots {
                    let left = slot.visit.take();
                    if let Some(visit) = left.filter(|_| resumed) {
                        let again = self.counter.desk.resume(visit, SamePerson).await;
                        slot.visit = again.ok().map(|_| visit);
                    }
                }
                self.slots
                    .iter_mut()
                    .filter(|slot| slot.visit.is_none())
                    .for_each(|slot| *slot = Truth::default());
            }
            event => self.visit(slot, event).await,
        }
    }

    async fn visit(&mut self, slot: usize, event: Event) {
        let desk = self.counter.desk.clone();
        let Some(visit) = self.slots[slot].visit else {
            if let Ok(reply) = desk.open_visit(Flow::NewUser, Language::ARABIC).await {
                self.slots[slot] = Truth {
                    visit: Some(reply.views.clerk.visit),
                    ..Truth::default()
                };
            }
            return;
        };
        if let Event::Back(steps) = event {
            for _ in 0..steps {
                let _ = desk.request(visit, Request::Back).await;
            }
            return;
        }
        let reply = desk.request(visit, Request::Tick).await;
        let request = match reply {
            Ok(reply) => self.request(slot, visit, event, &reply),
            Err(DeskError::NoVisit) => None,
            Err(error) => panic!("{error:?}"),
        };
        match request {
            Some(request) => {
                let given = match &request {
                    Request::PersonalData(data) => Some((data.identity, data.mobile)),
                    _ => None,
                };
                let approves = matches!(request, Request::ApproveUnknown { .. });
                let reply = desk.request(visit, request).await;
                let taken = reply.as_ref().is_ok_and(|reply| is_taken(reply.refusal.as_ref()));
                let now = self.counter.desk.now();
                let slot = &mut self.slots[slot];
                if let Some(given) = given.filter(|given| taken && slot.given != Some(*given)) {
                    (slot.given, slot.approved) = (Some(given), None);
                }
                if approves && taken && slot.signed_by_a_supervisor {
                    slot.approved = Some(now);
                }
            }
            None => {
                let _ = desk.next_visitor(visit).await;
                self.slots[slot] = Truth::default();
            }
        }
    }

    /// The request that an event stands for, after the truth of it was written down; none ends the visit.
    fn request(&mut self, slot: usize, visit: VisitId, event: Event, reply: &Reply) -> Option<Request> {
        Some(match event {
            Event::Next(number) => return self.lead_on(slot, visit, number, reply),
            Event::Personal(number, second) => {
                let mut one = person(number);
                if second {
                    one.mobile = second_mobile(number);
                }
                one.personal()
            }
            Event::Approve(by) => {
                // Nobody else's word counts, whatever the program says to it.
                let truly = [FIRST, ANOTHER].contains(&by);
                self.slots[slot].signed_by_a_supervisor = truly;
                Request::ApproveUnknown {
                    by: identity(by),
                    password: Secret::from(PASSWORD),
                    reason: UnknownReason::TooNew,
                }
            }
            Event::Name(0) => Request::Username(counter::username(1)),
            Event::Name(number) => Request::Username(person(number).username),
            Event::Email(number) => person(number).email(),
            Event::Code(of, sms, old) => self.typed(slot, visit, of, channel(sms), old),
            Event::WrongCode(sms) => Request::ContactCode {
                channel: channel(sms),
                code: TypedCode::parse("000000", 6).unwrap(),
            },
            Event::Resend(sms) => Request::ResendTo(channel(sms)),
            Event::Captcha(true) => {
                self.slots[slot].human = true;
                twice(&self.counter)
            }
            Event::Captcha(false) => Request::CaptchaTwice(Secret::from("nothing"), Secret::from("nothing")),
            Event::Attest => {
                self.slots[slot].human = true;
                Request::Attested(AttestationReason::CannotType)
            }
            Event::Terms(all) => {
                self.slots[slot].terms |= all;
                let mut versions = legal::shelf().versions(Language::ARABIC);
                versions.truncate(if all { versions.len() } else { 1 });
                Request::TermsAccepted(versions)
            }
            Event::Enrol => {
                self.slots[slot].enrolled = true;
                Request::Enrol(chosen(0))
            }
            Event::Answers(Some(of)) => {
                self.slots[slot].answered.push(of);
                Request::Answers(answers(of))
            }
            Event::Answers(None) => Request::Answers(counter::wrong_answers()),
            Event::Register => Request::Register,
            Event::ShowName => Request::ShowUsername,
            Event::TakeName(number) => Request::TakeUsername(Username::parse(&format!("Other{number:04}")).unwrap()),
            Event::End | Event::Pass(_) | Event::Restart(_) | Event::Back(_) => return None,
        })
    }

    fn typed(&mut self, slot: usize, visit: VisitId, of: usize, channel: Channel, old: bool) -> Request {
        let all = self.slots[of]
            .visit
            .map_or(Vec::new(), |visit| sent(&self.counter, visit, channel));
        let text = if old { all.first() } else { all.last() };
        let text = text.map_or("123456".to_owned(), |(_, text)| text.clone());
        let newest = sent(&self.counter, visit, channel).pop();
        if let Some((to, code)) = newest
            && code == text
        {
            let now = self.counter.desk.now();
            self.slots[slot].typed.push((to, now));
        }
        Request::ContactCode {
            channel,
            code: TypedCode::parse(&text, 6).unwrap(),
        }
    }

    fn lead_on(&mut self, slot: usize, visit: VisitId, number: u32, reply: &Reply) -> Option<Request> {
        let one = person(number);
        let event = match &reply.views.clerk.step {
            ClerkStep::Registering(stage) => match stage {
                Stage::Captcha(_) if number == 2 => Event::Attest,
                Stage::Captcha(_) => Event::Captcha(true),
                Stage::Terms => Event::Terms(true),
                Stage::Codes { mobile, .. } => Event::Code(slot, mobile.proven.is_none(), false),
                Stage::Questions => Event::Enrol,
                Stage::Review => Event::Register,
                _ => return one.next(&self.counter, reply),
            },
            ClerkStep::Conditions {
                acceptance: Acceptance::Wanted { .. },
                ..
            } => Event::Approve(FIRST),
            ClerkStep::Questions { .. } => Event::Answers(Some(number)),
            ClerkStep::UsernameChoice => Event::TakeName(number),
            ClerkStep::Code(_) => {
                let text = self.counter.all_codes(visit).pop()?;
                let newest = sent(&self.counter, visit, Channel::Sms).pop();
                if let Some((to, code)) = newest
                    && code == text
                {
                    let now = self.counter.desk.now();
                    self.slots[slot].typed.push((to, now));
                }
                return Some(Request::Code(TypedCode::parse(&text, 6).unwrap()));
            }
            _ => return one.next(&self.counter, reply),
        };
        self.request(slot, visit, event, reply)
    }

    /// Nothing that is unique stands in two accounts.
    fn is_consistent(&self, accounts: &BTreeMap<u32, Account>) -> bool {
        let unique = |values: Vec<String>| {
            let mut sorted = values.clone();
            sorted.sort();
            sorted.dedup();
            sorted.len() == values.len()
        };
        let email = |account: &Account| account.email.as_ref().map_or(String::new(), Email::folded);
        unique(accounts.values().map(|account| account.mobile.e164()).collect())
            && unique(accounts.values().map(email).collect())
            && unique(
                accounts
                    .values()
                    .map(|account| account.username.folded().to_owned())
                    .collect(),
            )
    }
}

/// Whether the machine went by what was asked for.
const fn is_taken(refusal: Option<&Refusal>) -> bool {
    matches!(
        refusal,
        None | Some(Refusal::Registration(
            RegistrationRefusal::ConditionNotMet | RegistrationRefusal::DocumentWanted
        ))
    )
}

const fn channel(sms: bool) -> Channel {
    if sms { Channel::Sms } else { Channel::Email }
}

/// Lets events happen and judges each change. Returns how many accounts were made and how many were changed,
/// and of how many made ones the registry did not know all.
/// `pace`: how many seconds pass with each event.
async fn judged(pace: u32, events: Vec<(usize, Event)>) -> [usize; 3] {
    let mut world = World::new().await;
    let (mut made, mut changed, mut accepted) = (0, 0, 0);
    for (slot, event) in events {
        let before = world.accounts();
        let truths = world.slots.clone();
        world.counter.clock.pass(pace * SECOND);
        world.happen(slot, event.clone()).await;
        let (after, now) = (world.accounts(), world.counter.desk.now());
        assert!(world.is_consistent(&after), "{event:?}");
        // What was typed by this event counts too, except where it ended the visit.
        let truth = if world.slots[slot].visit.is_some() {
            &world.slots[slot]
        } else {
            &truths[slot]
        };
        for (number, account) in &after {
            match before.get(number) {
                None => {
                    assert!(
                        truth.may_make(account, now),
                        "{event:?} made one for {number}: {truth:?}"
                    );
                    made += 1;
                    accepted += usize::from(!is_known(account));
                }
                Some(old) if old != account => {
                    let proven = truth.may_change(*number, old.mobile, now);
                    assert!(proven, "{event:?} changed that of {number}: {truth:?}");
                    changed += 1;
                }
                Some(_) => {}
            }
        }
        assert!(before.keys().all(|number| after.contains_key(number)));
    }
    [made, changed, accepted]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_order_of_events_makes_or_changes_an_account_without_all_proofs_of_one_visit(
        pace in pace(),
        events in proptest::collection::vec((0..2_usize, event()), 20..160),
    ) {
        run(judged(pace, events));
    }
}

/// The events of the test above do reach both ends: else it would show nothing.
#[test]
fn such_events_do_make_and_change_accounts() {
    use proptest::strategy::ValueTree;
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let many = proptest::collection::vec((0..2_usize, event()), 160);
    let mut all = [0; 3];
    for pace in [0, 60].into_iter().cycle().take(24) {
        let events = many.new_tree(&mut runner).unwrap().current();
        let found = run(judged(pace, events));
        all.iter_mut().zip(found).for_each(|(all, one)| *all += one);
    }
    let [made, changed, accepted] = all;
    assert!(
        made >= 12 && changed >= 3 && accepted >= 5,
        "only {made} made, of them {accepted} accepted, and {changed} changed"
    );
}
