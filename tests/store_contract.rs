//! What every store promises, run over the one on the disk and over its twin in memory.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "support/store.rs"]
mod support;

use istiada::adapter::memory::MemoryStore;
use istiada::domain::applicant::{Email, Mobile, PersonName, Username};
use istiada::domain::id::{AccountId, VisitId};
use istiada::domain::message::{Delivery, Failure};
use istiada::domain::staff::{Member, Role, SetUp, Staff, Workplace};
use istiada::domain::store_kind::StoreKind;
use istiada::domain::supervised::MobileChange;
use istiada::port::{Change, Lookup, Store, StoreError, UniqueField, Version};
use support::{account, commit, hashed, identity, message, moment, queued, tally, tally_key, visit, write};

/// Runs one part of the contract over both stores.
fn both(contract: fn(&dyn Store)) {
    contract(&MemoryStore::new(StoreKind::Drill));
    let folder = tempfile::tempdir().unwrap();
    let store = support::open(folder.path(), StoreKind::Drill).unwrap();
    contract(&store);
    store.check().unwrap();
    let head = store.head();
    drop(store);
    let store = support::open(folder.path(), StoreKind::Drill).unwrap();
    assert_eq!(store.head(), head, "opened again it is the same");
    store.check().unwrap();
}

#[test]
fn an_empty_store_has_nothing() {
    both(|store| {
        assert_eq!(store.kind(), StoreKind::Drill);
        assert_eq!(store.head(), None);
        assert_eq!(store.account(account(1).id).unwrap(), None);
        assert_eq!(store.find(Lookup::Identity(&identity(1))).unwrap(), None);
        assert_eq!(store.visits().unwrap(), []);
        assert_eq!(store.waiting().unwrap(), []);
        assert_eq!(store.tally(tally_key(1)).unwrap().version, Version(0));
        assert_eq!(store.frames(0..10).unwrap(), []);
    });
}

#[test]
fn what_was_committed_is_read_back_with_its_version() {
    both(|store| {
        let head = store.commit(&commit(1, vec![write(account(1), 0)])).unwrap();
        assert_eq!((head.number, head.moment), (1, moment(1)));
        assert_eq!(store.head(), Some(head));
        let read = store.account(account(1).id).unwrap().unwrap();
        assert_eq!((read.record, read.version), (account(1), Version(1)));
        let changed = account(1).with_password(hashed(7), 5);
        store.commit(&commit(2, vec![write(changed.clone(), 1)])).unwrap();
        let read = store.account(account(1).id).unwrap().unwrap();
        assert_eq!((read.record, read.version), (changed, Version(2)));
    });
}

#[test]
fn accounts_are_found_by_each_unique_value() {
    both(|store| {
        store
            .commit(&commit(1, (1..4).map(|n| write(account(n), 0)).collect()))
            .unwrap();
        let one = account(2);
        assert_eq!(store.find(Lookup::Identity(&one.identity)).unwrap(), Some(one.id));
        assert_eq!(store.find(Lookup::Mobile(&one.mobile)).unwrap(), Some(one.id));
        assert_eq!(
            store.find(Lookup::Email(one.email.as_ref().unwrap())).unwrap(),
            Some(one.id)
        );
        let other_case = Username::parse("nOURAm000002").unwrap();
        assert_eq!(store.find(Lookup::Username(&other_case)).unwrap(), Some(one.id));
        assert_eq!(store.find(Lookup::Identity(&identity(9))).unwrap(), None);
    });
}

#[test]
fn a_value_that_was_given_up_is_free_and_finds_nobody() {
    both(|store| {
        store.commit(&commit(1, vec![write(account(1), 0)])).unwrap();
        let mut moved = account(1);
        moved.mobile = Mobile::parse("0599999999").unwrap();
        moved.email = None;
        store.commit(&commit(2, vec![write(moved.clone(), 1)])).unwrap();
        assert_eq!(store.find(Lookup::Mobile(&account(1).mobile)).unwrap(), None);
        assert_eq!(store.find(Lookup::Email(&account(1).email.unwrap())).unwrap(), None);
        assert_eq!(store.find(Lookup::Mobile(&moved.mobile)).unwrap(), Some(moved.id));
        let mut heir = account(2);
        heir.mobile = account(1).mobile;
        heir.email = account(1).email;
        store.commit(&commit(3, vec![write(heir.clone(), 0)])).unwrap();
        assert_eq!(store.find(Lookup::Mobile(&heir.mobile)).unwrap(), Some(heir.id));
    });
}

#[test]
fn nothing_unique_is_taken_twice() {
    both(|store| {
        let first = account(1);
        store.commit(&commit(1, vec![write(first.clone(), 0)])).unwrap();
        let head = store.head();
        let mut clashes = vec![account(2); 4];
        clashes[0].identity = first.identity;
        clashes[1].username = Username::parse("NOURAm000001").unwrap();
        clashes[2].mobile = first.mobile;
        clashes[3].email = Some(Email::parse("noura.1@EXAMPLE.org").unwrap());
        let fields = [
            UniqueField::Identity,
            UniqueField::Username,
            UniqueField::Mobile,
            UniqueField::Email,
        ];
        for (clash, expected) in clashes.into_iter().zip(fields) {
            let result = store.commit(&commit(2, vec![write(account(5), 0), write(clash, 0)]));
            assert!(
                matches!(result, Err(StoreError::Taken(field)) if field == expected),
                "{result:?}"
            );
        }
        assert_eq!(store.head(), head, "nothing was changed");
        assert_eq!(
            store.account(account(5).id).unwrap(),
            None,
            "all of a commit or nothing"
        );
        assert_eq!(store.account(account(2).id).unwrap(), None);
        let twins = vec![write(account(3), 0), write(account(4), 0), {
            let mut twin = account(6);
            twin.mobile = account(4).mobile;
            write(twin, 0)
        }];
        let result = store.commit(&commit(3, twins));
        assert!(
            matches!(result, Err(StoreError::Taken(UniqueField::Mobile))),
            "within one commit too: {result:?}"
        );
    });
}

#[test]
fn of_two_that_read_the_same_version_only_one_can_write() {
    both(|store| {
        let changes = |version| {
            [
                write(account(1), version),
                Change::Visit {
                    visit: Box::new(visit(1, 1)),
                    version: Version(version),
                },
                Change::Tally {
                    key: tally_key(1),
                    tally: tally(1),
                    version: Version(version),
                },
                Change::Message {
                    message: Box::new(message(1, 1, queued())),
                    version: Version(version),
                },
            ]
        };
        store.commit(&commit(1, changes(0).to_vec())).unwrap();
        for stale in [0, 2, u64::MAX] {
            for change in changes(stale) {
                let result = store.commit(&commit(2, vec![change.clone()]));
                assert!(matches!(result, Err(StoreError::Conflict)), "{change:?}: {result:?}");
            }
        }
        let gone = Change::VisitGone {
            visit: visit(1, 1).id(),
            version: Version(0),
        };
        assert!(matches!(
            store.commit(&commit(2, vec![gone])),
            Err(StoreError::Conflict)
        ));
        store.commit(&commit(3, changes(1).to_vec())).unwrap();
        assert_eq!(store.head().unwrap().number, 2);
    });
}

#[test]
fn visits_are_kept_until_they_are_forgotten() {
    both(|store| {
        let write = |number, second, version| Change::Visit {
            visit: Box::new(visit(number, second)),
            version: Version(version),
        };
        store.commit(&commit(1, vec![write(1, 1, 0), write(2, 1, 0)])).unwrap();
        store.commit(&commit(2, vec![write(1, 2, 1)])).unwrap();
        let read = store.visit(visit(1, 2).id()).unwrap().unwrap();
        assert_eq!((read.record, read.version), (visit(1, 2), Version(2)));
        assert_eq!(store.visits().unwrap().len(), 2);
        let gone = Change::VisitGone {
            visit: visit(1, 2).id(),
            version: Version(2),
        };
        store.commit(&commit(3, vec![gone])).unwrap();
        assert_eq!(store.visit(visit(1, 2).id()).unwrap(), None);
        assert_eq!(store.visits().unwrap().len(), 1);
    });
}

/// A change of an account's mobile, as it is written.
fn mobile_change(account: u8, standing: &str) -> MobileChange {
    let record = serde_json::json!({
        "account": AccountId::from_bytes([account; 16]),
        "visit": VisitId::from_bytes([account; 16]),
        "mobile": Mobile::parse("0551234567").unwrap(),
        "begun": 1,
        "until": 2,
        "standing": standing,
    });
    serde_json::from_value(record).unwrap()
}

#[test]
fn changes_of_mobiles_are_found_by_their_account_and_each_once() {
    both(|store| {
        let write = |account, standing, version| {
            let change = Box::new(mobile_change(account, standing));
            let version = Version(version);
            commit(1, vec![Change::MobileChange { change, version }])
        };
        let account = |number| AccountId::from_bytes([number; 16]);
        assert_eq!(store.mobile_change(account(1)).unwrap(), None);
        store.commit(&write(1, "waiting", 0)).unwrap();
        store.commit(&write(2, "waiting", 0)).unwrap();
        for stale in [0, 2] {
            let result = store.commit(&write(1, "done", stale));
            assert!(matches!(result, Err(StoreError::Conflict)));
        }
        store.commit(&write(1, "stopped", 1)).unwrap();
        let read = store.mobile_change(account(1)).unwrap().unwrap();
        assert_eq!((read.record, read.version), (mobile_change(1, "stopped"), Version(2)));
        let all = store.mobile_changes().unwrap();
        let open = all.iter().filter(|read| read.record.is_open()).count();
        assert_eq!((all.len(), open), (2, 1));
    });
}

#[test]
fn tallies_add_up() {
    both(|store| {
        for count in 0..3 {
            let read = store.tally(tally_key(1)).unwrap();
            assert_eq!((read.record, read.version), (tally(count), Version(u64::from(count))));
            let change = Change::Tally {
                key: tally_key(1),
                tally: tally(count + 1),
                version: read.version,
            };
            store.commit(&commit(1, vec![change])).unwrap();
        }
        assert_eq!(store.tally(tally_key(2)).unwrap().version, Version(0));
    });
}

fn member(number: u32, role: Role) -> Member {
    let staff = Staff {
        identity: identity(number),
        name: PersonName::parse("ريم العتيق").unwrap(),
        role,
    };
    Member::new(staff, hashed(1), false)
}

fn written(member: Member, version: u64) -> Change {
    Change::Staff {
        member: Box::new(member),
        version: Version(version),
    }
}

#[test]
fn staff_and_the_first_start_are_kept() {
    both(|store| {
        assert_eq!((store.members().unwrap(), store.set_up().unwrap()), (Vec::new(), None));
        let set_up = SetUp {
            workplace: Workplace {
                centre: "Olaya".to_owned(),
                desk: "3".to_owned(),
            },
            phrase: hashed(2),
            applicant_window: Some((1920, 0)),
            language: Some(istiada::domain::language::Language::ENGLISH),
        };
        let founding = Change::SetUp {
            set_up: Box::new(set_up.clone()),
            version: Version(0),
        };
        let first = written(member(1, Role::Supervisor), 0);
        store.commit(&commit(1, vec![founding.clone(), first])).unwrap();
        assert_eq!(store.set_up().unwrap().unwrap().record, set_up);
        assert!(matches!(
            store.commit(&commit(2, vec![founding])),
            Err(StoreError::Conflict)
        ));
        store
            .commit(&commit(2, vec![written(member(2, Role::Clerk), 0)]))
            .unwrap();
        assert_eq!(store.members().unwrap().len(), 2);
        let read = store.member(&identity(2)).unwrap().unwrap();
        assert_eq!((read.record, read.version), (member(2, Role::Clerk), Version(1)));
        assert_eq!(store.member(&identity(3)).unwrap(), None);
        let twice = written(member(2, Role::Auditor), 0);
        assert!(matches!(
            store.commit(&commit(3, vec![twice])),
            Err(StoreError::Conflict)
        ));
        assert_eq!(
            store.find(Lookup::Identity(&identity(1))).unwrap(),
            None,
            "staff are no accounts"
        );
    });
}

#[test]
fn messages_wait_the_oldest_first() {
    both(|store| {
        let put = |number, second, delivery, version| {
            let message = Box::new(message(number, second, delivery));
            store
                .commit(&commit(
                    1,
                    vec![Change::Message {
                        message,
                        version: Version(version),
                    }],
                ))
                .unwrap();
        };
        let numbers = || -> Vec<u8> {
            store
                .waiting()
                .unwrap()
                .iter()
                .map(|message| message.record.id.as_bytes()[0])
                .collect()
        };
        put(1, 30, queued(), 0);
        put(2, 10, queued(), 0);
        put(3, 20, Delivery::Sending, 0);
        put(4, 5, Delivery::Failed(Failure::NotDelivered), 0);
        assert_eq!(numbers(), [2, 3, 1]);
        put(2, 10, Delivery::Sending, 1);
        put(
            3,
            20,
            Delivery::Sent {
                gateway: "memory".to_owned(),
                gateway_id: "g-1".to_owned(),
                at: moment(21).at,
            },
            1,
        );
        assert_eq!(numbers(), [2, 1]);
        assert!(store.message(message(3, 20, queued()).id).unwrap().is_some());
        put(3, 20, queued(), 2);
        assert_eq!(numbers(), [2, 3, 1]);
    });
}

#[test]
fn frames_are_read_back_in_order() {
    both(|store| {
        let commits: Vec<_> = (1..=5)
            .map(|n| commit(i64::from(n), vec![write(account(n), 0)]))
            .collect();
        let heads: Vec<_> = commits.iter().map(|commit| store.commit(commit).unwrap()).collect();
        let frames = store.frames(0..100).unwrap();
        assert_eq!(frames.len(), 5);
        for ((frame, commit), head) in frames.iter().zip(&commits).zip(&heads) {
            assert_eq!(
                (frame.number, frame.hash, &frame.commit),
                (head.number, head.hash, commit)
            );
        }
        let numbers = |range| {
            store
                .frames(range)
                .unwrap()
                .iter()
                .map(|frame| frame.number)
                .collect::<Vec<_>>()
        };
        assert_eq!(numbers(2..4), [2, 3]);
        assert_eq!(numbers(5..6), [5]);
        assert_eq!(numbers(6..9), [0; 0]);
    });
}

#[test]
fn a_large_commit_is_all_or_nothing_too() {
    let folder = tempfile::tempdir().unwrap();
    let store = support::open(folder.path(), StoreKind::Drill).unwrap();
    let many = (0..3_000).map(|n| write(account(n), 0)).collect();
    store.commit(&commit(1, many)).unwrap();
    assert_eq!(
        store.find(Lookup::Identity(&identity(2_999))).unwrap(),
        Some(account(2_999).id)
    );
    let mut more: Vec<_> = (3_000..6_000).map(|n| write(account(n), 0)).collect();
    let mut clash = account(6_000);
    clash.email = account(17).email;
    more.push(write(clash, 0));
    assert!(matches!(
        store.commit(&commit(2, more)),
        Err(StoreError::Taken(UniqueField::Email))
    ));
    assert_eq!(store.account(account(3_000).id).unwrap(), None);
    store.check().unwrap();
    drop(store);
    support::open(folder.path(), StoreKind::Drill).unwrap().check().unwrap();
}

#[test]
fn parallel_writers_lose_nothing() {
    both(|store| {
        std::thread::scope(|scope| {
            for writer in 0..4u8 {
                scope.spawn(move || {
                    for _ in 0..25 {
                        loop {
                            let read = store.tally(tally_key(1)).unwrap();
                            let count = read.record.total();
                            let change = Change::Tally {
                                key: tally_key(1),
                                tally: tally(count + 1),
                                version: read.version,
                            };
                            match store.commit(&commit(i64::from(writer), vec![change])) {
                                Ok(_) => break,
                                Err(StoreError::Conflict) => {}
                                Err(error) => panic!("{error}"),
                            }
                        }
                    }
                });
            }
        });
        assert_eq!(store.tally(tally_key(1)).unwrap().record.total(), 100);
    });
}
