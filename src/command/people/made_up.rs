//! Makes people up, the same ones each time.

pub mod newcomers;

use std::collections::HashSet;
use std::fmt::Write as _;

use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha20Rng;

use self::newcomers::Newcomer;
use crate::domain::question::Catalogue;

const SEED: u64 = 1448;
const COUNT: usize = 200;

/// The words that people are made of: parts with a comment above each, in the order of [`Words`].
const WORDS: &str = include_str!("../../../assets/training/words.txt");

type Pairs = Vec<(&'static str, &'static str)>;

struct Words {
    /// As written in Arabic, and in Latin letters.
    given: Pairs,
    families: Pairs,
    /// As their documents write them, and the word that their user names begin with.
    residents: Pairs,
    cities: Vec<&'static str>,
    people: Vec<&'static str>,
    places: Vec<&'static str>,
    things: Vec<&'static str>,
    latin: Vec<&'static str>,
    /// Son of, daughter of.
    kin: Vec<&'static str>,
}

impl Words {
    fn read() -> Self {
        let mut parts = WORDS
            .split("\n\n")
            .skip(1)
            .map(|part| part.lines().skip(1).collect::<Vec<_>>());
        let mut next = || parts.next().unwrap_or_default();
        let pairs = |lines: Vec<&'static str>| lines.into_iter().filter_map(|line| line.split_once(" | ")).collect();
        Self {
            given: pairs(next()),
            families: pairs(next()),
            residents: pairs(next()),
            cities: next(),
            people: next(),
            places: next(),
            things: next(),
            latin: next(),
            kin: next(),
        }
    }
}

const HEADER: &str = "identity_number,kind,name,mobile,email,user_name,id_expiry,language,question_1,answer_1,\
                      question_2,answer_2,question_3,answer_3\n";

/// The file: a header and two hundred people.
pub fn csv() -> String {
    let mut file = String::from(HEADER);
    for person in people(&mut HashSet::new()) {
        // Writing to a text cannot fail.
        let _ = writeln!(file, "{}", person.join(","));
    }
    file
}

/// The values of two hundred people; `taken` has those that nobody else may have.
fn people(taken: &mut HashSet<String>) -> Vec<Vec<String>> {
    let mut random = ChaCha20Rng::seed_from_u64(SEED);
    let words = Words::read();
    (0..COUNT)
        .map(|place| person(place, &words, &mut random, taken))
        .collect()
}

/// The registry's file: everybody whom it knows, and `more` newcomers whom nothing stops.
pub fn registry_csv(more: usize) -> String {
    newcomers::registry(&people(&mut HashSet::new()), more)
}

/// People without accounts, without end: one for each case first, then citizens, residents and visitors in turn.
pub fn newcomers() -> impl Iterator<Item = Newcomer> {
    let mut taken = HashSet::new();
    people(&mut taken);
    newcomers::newcomers(taken)
}

fn person(place: usize, words: &Words, random: &mut ChaCha20Rng, taken: &mut HashSet<String>) -> Vec<String> {
    let is_resident = place % 5 >= 3;
    let (name, word, is_latin) = if is_resident {
        resident(place, words, random)
    } else {
        citizen(place, words, random)
    };
    let identity = unique(taken, || identity(if is_resident { '2' } else { '1' }, random));
    let mobile = unique(taken, || mobile(random));
    let username = unique(taken, || format!("{word}{}", random.random_range(1000..10_000_u32)));
    let domain = pick(&["example.com", "example.org", "example.net"], random);
    let email = if place % 10 == 9 {
        String::new()
    } else {
        format!("{username}@{domain}")
    };
    let mut values = vec![
        identity,
        if is_resident { "resident" } else { "citizen" }.to_owned(),
        name,
        mobile,
        email,
        username,
        expiry(place, is_resident, random),
        if is_latin { "en" } else { "ar" }.to_owned(),
    ];
    values.extend(questions(place, is_latin, words, random));
    values
}

fn citizen(place: usize, words: &Words, random: &mut ChaCha20Rng) -> (String, String, bool) {
    let (given, latin) = *pick_at(&words.given, place * 7);
    let (father, _) = *pick(words.given.get(..16).unwrap_or_default(), random);
    let (family, latin_family) = *pick(&words.families, random);
    let kin = words
        .kin
        .get(usize::from(place % 30 >= 16))
        .copied()
        .unwrap_or_default();
    let name = if place.is_multiple_of(6) {
        format!("{given} {kin} {father} {family}")
    } else {
        format!("{given} {father} {family}")
    };
    let initial: String = latin_family.chars().skip(2).take(4).collect();
    (name, format!("{}{initial}", latin.to_lowercase()), false)
}

fn resident(place: usize, words: &Words, random: &mut ChaCha20Rng) -> (String, String, bool) {
    let (name, word) = *pick_at(&words.residents, place / 5 * 2 + place % 5);
    let is_latin = name
        .chars()
        .all(|character| !('\u{600}'..='\u{6FF}').contains(&character));
    let again = place / 5 * 2 >= words.residents.len();
    let (middle, _) = *pick(&words.given, random);
    let latin_middle = pick(
        &["Ali", "Rose", "Daniel", "Noor", "Grace", "Kumar", "Ana", "Omar"],
        random,
    );
    let name = match (again, name.split_once(' ')) {
        (true, Some((first, last))) if is_latin => format!("{first} {latin_middle} {last}"),
        (true, Some((first, last))) => format!("{first} {middle} {last}"),
        _ => name.to_owned(),
    };
    (name, format!("{word}res"), is_latin)
}

/// Nine digits at random and the check digit (Luhn).
fn identity(first: char, random: &mut ChaCha20Rng) -> String {
    let mut number = String::from(first);
    for _ in 0..8 {
        number.push(digit(random));
    }
    let sum: u32 = (0..)
        .zip(number.chars().filter_map(|c| c.to_digit(10)))
        .map(doubled)
        .sum();
    number.push(char::from_digit((10 - sum % 10) % 10, 10).unwrap_or('0'));
    number
}

/// Of ten digits, those at even places count twice, their digits added.
const fn doubled((place, value): (u32, u32)) -> u32 {
    match (place % 2, value * 2) {
        (0, twice) if twice > 9 => twice - 9,
        (0, twice) => twice,
        _ => value,
    }
}

fn mobile(random: &mut ChaCha20Rng) -> String {
    let prefix = pick(&["50", "53", "54", "55", "56", "58", "59"], random);
    let rest: String = (0..7).map(|_| digit(random)).collect();
    format!("0{prefix}{rest}")
}

fn expiry(place: usize, is_resident: bool, random: &mut ChaCha20Rng) -> String {
    let (month, day) = (random.random_range(1..=12_u32), random.random_range(1..=28_u32));
    let is_expired = place % 9 == 8;
    let year: u32 = match (is_resident, is_expired) {
        (false, false) => random.random_range(1449..=1457),
        (false, true) => random.random_range(1441..=1447),
        (true, false) => random.random_range(2027..=2031),
        (true, true) => random.random_range(2019..=2025),
    };
    let mark = if is_resident { "" } else { " H" };
    format!("{year}-{month:02}-{day:02}{mark}")
}

/// Three different questions with different answers; nobody's at every twelfth place.
fn questions(place: usize, is_latin: bool, words: &Words, random: &mut ChaCha20Rng) -> Vec<String> {
    if place % 12 == 11 {
        return vec![String::new(); 6];
    }
    let catalogue: Vec<&str> = Catalogue::all().map(|question| question.as_str()).collect();
    let mut values: Vec<String> = Vec::new();
    while values.len() < 6 {
        // The first answer of the first person is the one that the manual types with vowel marks.
        let is_first = place == 0 && values.is_empty();
        let question = if is_first {
            "childhood-friend"
        } else {
            *pick(&catalogue, random)
        };
        let answer = match (is_first, is_latin) {
            (true, _) => words.given.first().map_or("", |(name, _)| name),
            (false, true) => pick(&words.latin, random),
            (false, false) => answer(question, words, random),
        };
        if !values.iter().any(|value| value == question || value == answer) {
            values.extend([question.to_owned(), answer.to_owned()]);
        }
    }
    values
}

fn answer(question: &str, words: &Words, random: &mut ChaCha20Rng) -> &'static str {
    let answers = match question {
        "first-trip-city" | "childhood-holiday-place" => &words.cities,
        "first-school" | "childhood-neighbourhood" | "childhood-shop" => &words.places,
        "first-earned-purchase" | "first-remembered-gift" | "childhood-game" | "childhood-story" => &words.things,
        _ => &words.people,
    };
    let place = random.random_range(0..answers.len());
    answers.get(place).copied().unwrap_or_default()
}

fn digit(random: &mut ChaCha20Rng) -> char {
    char::from_digit(random.random_range(0..10), 10).unwrap_or('0')
}

fn pick<'a, T>(from: &'a [T], random: &mut ChaCha20Rng) -> &'a T {
    &from[random.random_range(0..from.len())]
}

fn pick_at<T>(from: &[T], place: usize) -> &T {
    &from[place % from.len()]
}

fn unique(taken: &mut HashSet<String>, mut make: impl FnMut() -> String) -> String {
    loop {
        let made = make();
        if taken.insert(made.clone()) {
            return made;
        }
    }
}
