//! Makes people up, the same ones each time.

use std::collections::HashSet;
use std::fmt::Write as _;

use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha20Rng;

use crate::domain::question::Catalogue;

const SEED: u64 = 1448;
const COUNT: usize = 200;

/// Given names: as written in Arabic, and in Latin letters.
const GIVEN: &[(&str, &str)] = &[
    ("محمد", "Mohammed"),
    ("عبدالله", "Abdullah"),
    ("فهد", "Fahad"),
    ("سعود", "Saud"),
    ("خالد", "Khalid"),
    ("تركي", "Turki"),
    ("ماجد", "Majed"),
    ("نايف", "Naif"),
    ("بندر", "Bandar"),
    ("عبدالرحمن", "Abdulrahman"),
    ("يزيد", "Yazeed"),
    ("مشاري", "Mishari"),
    ("راكان", "Rakan"),
    ("زياد", "Ziyad"),
    ("أنس", "Anas"),
    ("إبراهيم", "Ibrahim"),
    ("نورة", "Noura"),
    ("سارة", "Sarah"),
    ("ريم", "Reem"),
    ("هيا", "Haya"),
    ("لطيفة", "Latifa"),
    ("منيرة", "Munira"),
    ("العنود", "Alanoud"),
    ("جواهر", "Jawaher"),
    ("أمل", "Amal"),
    ("شهد", "Shahad"),
    ("هند", "Hind"),
    ("غادة", "Ghada"),
    ("وجدان", "Wijdan"),
    ("رهف", "Rahaf"),
];

/// Family names of citizens; invented, so that they belong to nobody in particular.
const FAMILIES: &[(&str, &str)] = &[
    ("السنبلي", "Alsunbuli"),
    ("الروابي", "Alrawabi"),
    ("النخيلان", "Alnukhailan"),
    ("الغديري", "Alghadiri"),
    ("المزنان", "Almuznan"),
    ("الصفواني", "Alsafwani"),
    ("البيرقي", "Albairaqi"),
    ("الطويقي", "Altuwaiqi"),
    ("الواحاتي", "Alwahati"),
    ("الشراعي", "Alshirai"),
    ("القوافلي", "Alqawafili"),
    ("الرملان", "Alramlan"),
    ("السواحلي", "Alsawahili"),
    ("الهضباني", "Alhadbani"),
    ("الينبوعي", "Alyanbui"),
    ("المرساني", "Almarsani"),
];

/// Residents: their names as their documents write them, and the words that their user names are made of.
const RESIDENTS: &[(&str, &str)] = &[
    ("Maria Santos Villareal", "maria"),
    ("Arjun Nambiar", "arjun"),
    ("Priya Raghavan", "priya"),
    ("Tariq Mahmood Chaudhry", "tariq"),
    ("Siti Rahmawati", "siti"),
    ("José Núñez Ibáñez", "jose"),
    ("Dewi Kartika Sari", "dewi"),
    ("Emeka Okonkwo-Bello", "emeka"),
    ("Abebe Tesfaye Girma", "abebe"),
    ("Seán O'Dálaigh", "sean"),
    ("Zeynep Gökçe Aydın", "zeynep"),
    ("Nguyễn Thị Mai", "nguyen"),
    ("Rahim Uddin Sarkar", "rahim"),
    ("Chamari Wickramasinghe", "chamari"),
    ("Björn Åkerlund", "bjorn"),
    ("Li Xiaomeng", "xiaomeng"),
    ("Rodel Bautista Cruz", "rodel"),
    ("Fatoumata Diallo Keïta", "fatoumata"),
    ("مصطفى عبدالحميد الشناوي", "mostafa"),
    ("رنا يوسف الخطيب", "rana"),
    ("هاني جورج معلوف", "hani"),
    ("سوسن الطيب الأمين", "sawsan"),
    ("عبدالقادر بن زيدان", "abdelkader"),
    ("ليلى الصادق البوزيدي", "leila"),
    ("وائل نجيب السقاف", "wael"),
    ("محمد رفيق الإسلام", "rafiq"),
    ("شاہد اقبال قریشی", "shahid"),
    ("آمنة حسن ديريه", "amina"),
];

const CITIES: &[&str] = &[
    "الطائف",
    "أبها",
    "ينبع",
    "حائل",
    "نجران",
    "الجبيل",
    "العلا",
    "بريدة",
    "تبوك",
    "الدمام",
];
const PEOPLE: &[&str] = &[
    "أبو راشد",
    "الأستاذ منصور",
    "خالتي حصة",
    "العم صالح",
    "المعلمة نوال",
    "جارنا سليمان",
    "صديقي ثامر",
];
const PLACES: &[&str] = &[
    "مدرسة الفيصلية",
    "مدرسة ابن خلدون",
    "متوسطة الأندلس",
    "حي العزيزية",
    "حي النسيم",
    "بقالة الأمانة",
];
const THINGS: &[&str] = &[
    "دراجة خضراء",
    "كرة جلدية",
    "ساعة قديمة",
    "كتاب الألغاز",
    "حصان خشبي",
    "قصة السندباد",
];
const LATIN: &[&str] = &[
    "Green bicycle",
    "Grandfather clock",
    "Mister Thomas",
    "Aunt Josefina",
    "Saint Mary School",
    "Cebu City",
    "Kozhikode",
    "Lahore Cantt",
    "Mango garden",
    "Blue kite",
    "Uncle Rahmat",
    "Chess board",
];

const HEADER: &str = "identity_number,kind,name,mobile,email,user_name,id_expiry,language,question_1,answer_1,\
                      question_2,answer_2,question_3,answer_3\n";

/// The file: a header and two hundred people.
pub fn csv() -> String {
    let mut random = ChaCha20Rng::seed_from_u64(SEED);
    let mut taken = HashSet::new();
    let mut file = String::from(HEADER);
    for place in 0..COUNT {
        let person = person(place, &mut random, &mut taken);
        // Writing to a text cannot fail.
        let _ = writeln!(file, "{}", person.join(","));
    }
    file
}

fn person(place: usize, random: &mut ChaCha20Rng, taken: &mut HashSet<String>) -> Vec<String> {
    let is_resident = place % 5 >= 3;
    let (name, word, is_latin) = if is_resident {
        resident(place, random)
    } else {
        citizen(place, random)
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
    values.extend(questions(place, is_latin, random));
    values
}

fn citizen(place: usize, random: &mut ChaCha20Rng) -> (String, String, bool) {
    let (given, latin) = *pick_at(GIVEN, place * 7);
    let (father, _) = *pick(&GIVEN[..16], random);
    let (family, latin_family) = *pick(FAMILIES, random);
    let kin = if place % 30 >= 16 { "بنت" } else { "بن" };
    let name = if place % 6 == 0 {
        format!("{given} {kin} {father} {family}")
    } else {
        format!("{given} {father} {family}")
    };
    let initial: String = latin_family.chars().skip(2).take(4).collect();
    (name, format!("{}{initial}", latin.to_lowercase()), false)
}

fn resident(place: usize, random: &mut ChaCha20Rng) -> (String, String, bool) {
    let (name, word) = *pick_at(RESIDENTS, place / 5 * 2 + place % 5);
    let is_latin = name
        .chars()
        .all(|character| character < '\u{600}' || character > '\u{6FF}');
    let again = place / 5 * 2 >= RESIDENTS.len();
    let (middle, _) = *pick(GIVEN, random);
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
fn questions(place: usize, is_latin: bool, random: &mut ChaCha20Rng) -> Vec<String> {
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
            (true, _) => "محمد",
            (false, true) => pick(LATIN, random),
            (false, false) => answer(question, random),
        };
        if !values.iter().any(|value| value == question || value == answer) {
            values.extend([question.to_owned(), answer.to_owned()]);
        }
    }
    values
}

fn answer(question: &str, random: &mut ChaCha20Rng) -> &'static str {
    let answers = match question {
        "first-trip-city" | "childhood-holiday-place" => CITIES,
        "first-school" | "childhood-neighbourhood" | "childhood-shop" => PLACES,
        "first-earned-purchase" | "first-remembered-gift" | "childhood-game" | "childhood-story" => THINGS,
        _ => PEOPLE,
    };
    *pick::<&'static str>(answers, random)
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
