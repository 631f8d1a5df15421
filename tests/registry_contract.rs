//! What a registry keeps, held by the embedded one, by the one over HTTP and by their twin in memory; and what the embedded one does about a
//! file that is damaged, cut off, another store's, or in the way.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "support/web.rs"]
mod web;

use std::fs;
use std::path::Path;
use std::time::Duration;

use futures::future::BoxFuture;
use istiada::adapter::gateway::Trust;
use istiada::adapter::memory::MemoryRegistry;
use istiada::adapter::registry::http::{HttpRegistry, HttpRegistrySettings};
use istiada::adapter::registry::{EmbeddedRegistry, RegistryError, file_in, write};
use istiada::adapter::seal::{DataKey, KeyId, Vault};
use istiada::domain::applicant::{ApplicantKind, IdDate, IdentityNumber, Mobile, PersonName};
use istiada::domain::registry::{
    MobileStanding, Person, Registered, RegisteredMobile, RegistryAnswer, RegistryNo, Roll,
};
use istiada::domain::store_kind::StoreKind;
use istiada::port::Registry;
use serde_json::{Value, json};

use web::{Reply, Seen, Stub, say};

const NAMES: [&str; 3] = ["نورة المطيري", "Ahmed Kareem", "李小龙"];

fn vault(key: u8, kind: StoreKind) -> Vault {
    Vault::new(&DataKey::new(KeyId::from_bytes([key; 8]), kind, [key; 32]))
}

fn desk() -> Vault {
    vault(7, StoreKind::Desk)
}

fn number(place: u32) -> IdentityNumber {
    let first = 1 + place % 3;
    (0..10)
        .find_map(|check| IdentityNumber::parse(&format!("{first}{place:08}{check}")).ok())
        .unwrap()
}

fn mobile(place: u32, which: u32) -> Mobile {
    Mobile::parse(&format!("05{which}{place:07}")).unwrap()
}

/// Everybody is a little different: two mobiles, one of them suspended or of another operator; a name and a date or none.
fn registered(place: u32) -> Registered {
    let of = |which| RegisteredMobile {
        mobile: mobile(place, which),
        active: which == 0 || !place.is_multiple_of(2),
        operator_approved: which == 0 || place.is_multiple_of(2),
    };
    let kind = number(place).kind();
    let date = if kind == ApplicantKind::Citizen {
        "1445-12-30 H"
    } else {
        "2027-02-28"
    };
    Registered {
        number: number(place),
        person: Person {
            name: (!place.is_multiple_of(5)).then(|| PersonName::parse(NAMES[place as usize % 3]).unwrap()),
            kind,
            expiry: (!place.is_multiple_of(7)).then(|| IdDate::parse(date).unwrap()),
            active: !place.is_multiple_of(11),
        },
        mobiles: (0..place % 3).map(of).collect(),
    }
}

fn roll(people: u32, complete: bool) -> Roll {
    Roll {
        complete,
        people: (0..people).map(registered).collect(),
    }
}

fn import(folder: &Path, vault: &Vault, roll: &Roll) {
    write(folder, vault, roll, &mut |_, _| {})
        .unwrap()
        .put_in_place()
        .unwrap();
}

/// A registry over HTTP, and whom it asks.
struct OverHttp {
    registry: HttpRegistry,
    _stub: Stub,
}

impl Registry for OverHttp {
    fn person(&self, number: IdentityNumber) -> BoxFuture<'_, RegistryAnswer<Person>> {
        self.registry.person(number)
    }

    fn mobile(&self, mobile: Mobile, number: IdentityNumber) -> BoxFuture<'_, RegistryAnswer<MobileStanding>> {
        self.registry.mobile(mobile, number)
    }
}

impl OverHttp {
    fn new(roll: Option<Roll>) -> Self {
        let stub = Stub::start(move |seen| served(roll.as_ref(), seen));
        let settings = HttpRegistrySettings {
            address: stub.address(),
            token: "token".into(),
            trust: Trust::of_system(),
            patience: Duration::from_secs(10),
        };
        Self {
            registry: HttpRegistry::new(settings).unwrap(),
            _stub: stub,
        }
    }
}

/// What a registry that holds `roll` says by the contract of `docs/registry.openapi.yaml`.
fn served(roll: Option<&Roll>, seen: &Seen) -> Reply {
    let asked = seen.json();
    let people = roll.map_or(&[][..], |roll| &roll.people);
    let found = match seen.path.as_str() {
        "/person" => people
            .iter()
            .find(|one| asked["identity_number"] == one.number.digits())
            .map(|one| json!({ "person": one.person })),
        "/mobile" => {
            let mobiles = people
                .iter()
                .flat_map(|one| one.mobiles.iter().map(move |held| (one.number, held)));
            mobiles
                .into_iter()
                .find(|(_, held)| asked["mobile"] == held.mobile.e164())
                .map(|(owner, held)| json!({ "standing": held.standing(asked["identity_number"] == owner.digits()) }))
        }
        other => panic!("{other}"),
    };
    match (found, roll) {
        (Some(mut found), _) => {
            for (name, value) in asked.as_object().unwrap() {
                found[name] = value.clone();
            }
            found["answer"] = Value::from("known");
            say(200, found.to_string())
        }
        (None, Some(roll)) if roll.complete => say(404, json!({ "answer": "not-there" }).to_string()),
        (None, _) => say(200, json!({ "answer": "unknown" }).to_string()),
    }
}

/// Each registry, holding `roll`, or nothing.
fn each(folder: &Path, roll: Option<Roll>) -> [Box<dyn Registry>; 3] {
    let practice = StoreKind::Training.practice().unwrap();
    if let Some(roll) = &roll {
        import(folder, &desk(), roll);
    }
    let embedded = EmbeddedRegistry::open(folder, &desk()).unwrap();
    let over_http = OverHttp::new(roll.clone());
    let memory = roll.map_or_else(
        || MemoryRegistry::of_nothing(practice),
        |roll| MemoryRegistry::of(roll, practice),
    );
    [Box::new(embedded), Box::new(memory), Box::new(over_http)]
}

#[tokio::test]
async fn a_registry_of_nothing_knows_nothing() {
    let folder = tempfile::tempdir().unwrap();
    for registry in each(folder.path(), None) {
        assert_eq!(registry.person(number(1)).await, RegistryAnswer::Unknown);
        assert_eq!(registry.mobile(mobile(1, 0), number(1)).await, RegistryAnswer::Unknown);
    }
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0, "looking makes no file");
}

#[tokio::test]
async fn everybody_is_found_as_they_were_imported() {
    for people in [0, 1, 2, 3, 40] {
        let folder = tempfile::tempdir().unwrap();
        for registry in each(folder.path(), Some(roll(people, false))) {
            for place in 0..people {
                let one = registered(place);
                assert_eq!(registry.person(one.number).await, RegistryAnswer::Known(one.person));
                for held in one.mobiles {
                    let standing = |theirs| RegistryAnswer::Known(held.standing(theirs));
                    assert_eq!(registry.mobile(held.mobile, one.number).await, standing(true));
                    assert_eq!(registry.mobile(held.mobile, number(place + 1)).await, standing(false));
                }
            }
        }
    }
}

#[tokio::test]
async fn who_is_not_held_is_unknown_or_is_not_there_where_everybody_is_held() {
    for (complete, person, mobile_answer) in [
        (false, RegistryAnswer::Unknown, RegistryAnswer::Unknown),
        (
            true,
            RegistryAnswer::No(RegistryNo::NotThere),
            RegistryAnswer::<MobileStanding>::No(RegistryNo::NotThere),
        ),
    ] {
        let folder = tempfile::tempdir().unwrap();
        for registry in each(folder.path(), Some(roll(20, complete))) {
            for place in 20..60 {
                assert_eq!(registry.person(number(place)).await, person);
                assert_eq!(registry.mobile(mobile(place, 0), number(1)).await, mobile_answer);
            }
        }
    }
}

#[tokio::test]
async fn an_import_takes_the_place_of_what_was_there() {
    let folder = tempfile::tempdir().unwrap();
    import(folder.path(), &desk(), &roll(30, false));
    let before = EmbeddedRegistry::open(folder.path(), &desk()).unwrap();
    import(folder.path(), &desk(), &roll(3, false));
    let after = EmbeddedRegistry::open(folder.path(), &desk()).unwrap();
    assert_eq!((before.people(), after.people()), (Some(30), Some(3)));
    assert_eq!(after.person(number(20)).await, RegistryAnswer::Unknown);
    // Who has the old file open goes on with it, whole.
    #[cfg(unix)]
    assert_eq!(
        before.person(number(20)).await,
        RegistryAnswer::Known(registered(20).person)
    );
}

fn refusal(folder: &Path, vault: &Vault) -> RegistryError {
    EmbeddedRegistry::open(folder, vault).expect_err("it was opened")
}

#[test]
fn no_damaged_file_is_opened() {
    let folder = tempfile::tempdir().unwrap();
    let path = file_in(folder.path());
    import(folder.path(), &desk(), &roll(2, false));
    let whole = fs::read(&path).unwrap();
    for length in 0..whole.len() {
        fs::write(&path, &whole[..length]).unwrap();
        let refused = refusal(folder.path(), &desk());
        assert!(
            matches!(refused, RegistryError::Damaged(_)),
            "cut to {length}: {refused}"
        );
    }
    for place in 0..whole.len() {
        let mut bytes = whole.clone();
        bytes[place] ^= 0x40;
        fs::write(&path, &bytes).unwrap();
        refusal(folder.path(), &desk());
    }
    let records = whole.get(19..60).unwrap().to_vec();
    for bytes in [
        Vec::new(),
        b"identity_number,kind\n".to_vec(),
        vec![0; 4096],
        [whole.as_slice(), b"x"].concat(),
        [&whole[..19], &records, &whole[19..]].concat(),
    ] {
        fs::write(&path, &bytes).unwrap();
        assert!(matches!(refusal(folder.path(), &desk()), RegistryError::Damaged(_)));
    }
    fs::write(&path, &whole).unwrap();
    assert_eq!(
        EmbeddedRegistry::open(folder.path(), &desk()).unwrap().people(),
        Some(2)
    );
}

#[test]
fn a_file_of_another_store_or_of_a_newer_program_is_refused_as_such() {
    let folder = tempfile::tempdir().unwrap();
    import(folder.path(), &desk(), &roll(4, false));
    assert!(matches!(
        refusal(folder.path(), &vault(8, StoreKind::Desk)),
        RegistryError::Foreign(_)
    ));
    let same_id = vault(7, StoreKind::Training);
    assert!(
        matches!(refusal(folder.path(), &same_id), RegistryError::Damaged(_)),
        "the kind is bound in"
    );
    let path = file_in(folder.path());
    let mut bytes = fs::read(&path).unwrap();
    bytes[17] = b'2';
    fs::write(&path, &bytes).unwrap();
    assert!(matches!(refusal(folder.path(), &desk()), RegistryError::Newer(_)));
    fs::remove_file(&path).unwrap();
    fs::create_dir(&path).unwrap();
    assert!(matches!(refusal(folder.path(), &desk()), RegistryError::Io { .. }));
}

#[test]
fn an_import_that_fails_leaves_the_registry_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    import(folder.path(), &desk(), &roll(4, false));
    let before = fs::read(file_in(folder.path())).unwrap();
    fs::create_dir(folder.path().join("registry.unfinished")).unwrap();
    assert!(write(folder.path(), &desk(), &roll(9, false), &mut |_, _| {}).is_err());
    assert!(write(&folder.path().join("missing"), &desk(), &roll(9, false), &mut |_, _| {}).is_err());
    assert_eq!(fs::read(file_in(folder.path())).unwrap(), before);
}

#[test]
fn nothing_that_names_a_person_stands_in_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let people = roll(40, false);
    import(folder.path(), &desk(), &people);
    let bytes = fs::read(file_in(folder.path())).unwrap();
    let holds = |text: &str| bytes.windows(text.len()).any(|window| window == text.as_bytes());
    for one in &people.people {
        assert!(!holds(one.number.digits()));
        assert!(
            one.mobiles
                .iter()
                .all(|held| !holds(held.mobile.e164().trim_start_matches("+966")))
        );
        let mut names = one.person.name.iter().flat_map(|name| name.as_str().split(' '));
        assert!(names.all(|part| !holds(part)));
    }
    assert!(!holds("1445-12-30") && !holds("citizen"));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = fs::metadata(file_in(folder.path())).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
}
