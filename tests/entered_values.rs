//! What somebody who registers may type, and what not: each example with the sentence it gets in both languages.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use istiada::domain::answer::{ChosenAnswer, EnrolmentFault, enrol};
use istiada::domain::applicant::{Email, Username};
use istiada::domain::language::Language;
use istiada::domain::policy::Policy;
use istiada::domain::question::{Catalogue, QuestionId};
use istiada::domain::secret::Secret;
use istiada::i18n::Texts;
use istiada::i18n::bidi::plain;

/// What is said in Arabic and in English.
type Sentences = [&'static str; 2];

/// Holds the sentence in each language; nothing of what was typed stands in it.
fn says(typed: &str, sentence: impl Fn(Texts) -> String, wanted: Sentences) {
    for (language, wanted) in [Language::ARABIC, Language::ENGLISH].into_iter().zip(wanted) {
        let said = plain(&sentence(Texts::of(language)));
        assert_eq!(said, wanted, "{typed:?}");
        assert!(
            typed.chars().count() < 3 || !said.contains(typed),
            "{typed:?} is repeated: {said}"
        );
    }
}

const NO_EMAIL: Sentences = ["اكتب بريدك الإلكتروني.", "Type your email."];
const ARABIC_KEYBOARD: Sentences = [
    "لوحة المفاتيح عربية. بدّلها إلى اللاتينية ثم اكتب البريد.",
    "Your keyboard is Arabic. Switch it to Latin, then type the email.",
];
const ONE_AT: Sentences = [
    "في البريد علامة @ مرة واحدة: الاسم، ثم العلامة، ثم اسم الموقع.",
    "An email has one @ in it: the name, the sign, then the name of the site.",
];
const LOCAL: Sentences = [
    "في الجزء الذي قبل علامة @ فراغ أو رمز لا يصلح. راجعه حرفًا حرفًا.",
    "Before the @ there is a space or a sign that cannot stand there. Check it letter by letter.",
];
const DOMAIN: Sentences = [
    "الجزء الذي بعد علامة @ ليس اسم موقع. يكون فيه نقطة، وبعدها حروف.",
    "What follows the @ is not the name of a site. It has a dot in it, with letters after that.",
];
const LONG: Sentences = [
    "هذا البريد أطول مما تقبله خدمات البريد. راجعه أو اكتب غيره.",
    "This email is longer than mail services accept. Check it, or type another.",
];
const DIFFERS: Sentences = [
    "الكتابتان مختلفتان. قارنهما حرفًا حرفًا وصحح إحداهما.",
    "The two differ. Compare them letter by letter and correct one.",
];
const NOT_AGAIN: Sentences = ["اكتب البريد مرة أخرى هنا.", "Type the email again here."];

#[test]
fn emails_that_are_refused() {
    let long = format!("{}@example.com", "a".repeat(65));
    for (typed, wanted) in [
        ("", NO_EMAIL),
        ("  \u{200F}", NO_EMAIL),
        ("شاةثي؛لةشهم", ARABIC_KEYBOARD),
        ("sara", ONE_AT),
        ("sara.gmail.com", ONE_AT),
        ("sara@home@gmail.com", ONE_AT),
        ("@gmail.com", LOCAL),
        ("sara ali@gmail.com", LOCAL),
        ("sara..ali@gmail.com", LOCAL),
        (".sara@gmail.com", LOCAL),
        ("Sara <sara@gmail.com>", LOCAL),
        ("sara@", DOMAIN),
        ("sara@gmail", DOMAIN),
        ("sara@gmail..com", DOMAIN),
        ("sara@gmail.com.", DOMAIN),
        ("sara@-gmail.com", DOMAIN),
        ("sara@10.0.0.1", DOMAIN),
        ("sara@[10.0.0.1]", DOMAIN),
        (&long, LONG),
    ] {
        let error = Email::parse(typed).expect_err(typed);
        says(typed, |texts| texts.email_error(error), wanted);
    }
    for (typed, repeat, wanted) in [
        ("sara@gmail.com", "", NOT_AGAIN),
        ("sara@gmail.com", "sarah@gmail.com", DIFFERS),
        ("sara@gmail.com", "sara@gmail", DIFFERS),
        ("sara@gmail", "sara@gmail", DOMAIN),
    ] {
        let error = Email::typed_twice(typed, repeat).expect_err(repeat);
        says(typed, |texts| texts.email_twice_error(error), wanted);
    }
}

#[test]
fn emails_that_are_taken() {
    for typed in [
        "sara@gmail.com",
        " Sara.Ali@Gmail.com ",
        "sara+absher@outlook.sa",
        "s_1@mail.example.com.sa",
        "sara٢٠@example.com",
        "\u{202A}sara@example.com\u{202C}",
        "سارة@مثال.السعودية",
    ] {
        assert!(Email::parse(typed).is_ok(), "{typed}");
    }
    assert!(Email::typed_twice("Sara@gmail.com", "sara@GMAIL.com ").is_ok());
}

#[test]
fn a_slip_of_the_finger_is_offered_and_not_forced() {
    for (typed, meant) in [
        ("sara@gmial.com", Some("sara@gmail.com")),
        ("sara@hotmail.con", Some("sara@hotmail.com")),
        ("sara@outlok.com", Some("sara@outlook.com")),
        ("sara@gmail.com", None),
        ("sara@ymail.com", None),
        ("sara@ksu.edu.sa", None),
    ] {
        let slip = Email::parse(typed).expect(typed).slip();
        assert_eq!(slip.as_deref(), meant, "{typed}");
        if let Some(meant) = slip {
            let asked =
                [Language::ARABIC, Language::ENGLISH].map(|language| plain(&Texts::of(language).email_slip(&meant)));
            assert_eq!(asked, [format!("هل تقصد {meant}؟"), format!("Do you mean {meant}?")]);
        }
    }
}

fn question(id: &str) -> QuestionId {
    QuestionId::parse(id).expect("a question of the catalogue")
}

/// The faults of three questions that are answered in Arabic on an Arabic screen.
fn faults(answers: [(&str, &str); 3]) -> Vec<(usize, EnrolmentFault)> {
    let chosen: Vec<_> = answers
        .into_iter()
        .map(|(id, answer)| ChosenAnswer {
            question: question(id),
            text: Texts::of(Language::ARABIC).question(question(id)),
            answer: Secret::from(answer),
        })
        .collect();
    let shortest = usize::try_from(Policy::default().questions.shortest_answer).unwrap();
    match enrol(&chosen, shortest) {
        Ok(_) => Vec::new(),
        Err(faults) => faults.into_iter().map(|fault| (fault.place, fault.fault)).collect(),
    }
}

const SCHOOL: &str = "first-school";
const FRIEND: &str = "childhood-friend";
const CITY: &str = "first-trip-city";

const NO_ANSWER: Sentences = ["اكتب جوابك عن هذا السؤال.", "Type your answer to this question."];
const TOO_SHORT: Sentences = [
    "الجواب قصير. المطلوب حرفان على الأقل.",
    "The answer is too short. It needs at least 2 characters.",
];
const COMMONEST: Sentences = [
    "هذا جواب يكتبه كثيرون ويسهل تخمينه. اكتب جوابًا يخصك.",
    "Many people give this answer, and it is easily guessed. Type one that is your own.",
];
const IN_QUESTION: Sentences = [
    "الجواب مأخوذ من السؤال نفسه. اكتب ما لا يُعرف من السؤال.",
    "The answer stands in the question itself. Type what the question does not tell.",
];
const ALIKE: Sentences = [
    "هذا الجواب مثل جواب سؤال آخر. اكتب لكل سؤال جوابًا مختلفًا.",
    "This answer is like that to another question. Give each question its own.",
];
const SAME_QUESTION: Sentences = [
    "اخترت هذا السؤال من قبل. اختر سؤالًا آخر.",
    "You have chosen this question already. Choose another.",
];

#[test]
fn answers_that_are_refused() {
    let rules = Policy::default().questions;
    for (second, wanted) in [
        ((FRIEND, ""), NO_ANSWER),
        ((FRIEND, " ؟! "), NO_ANSWER),
        ((FRIEND, "س"), TOO_SHORT),
        ((FRIEND, "ـسَ"), TOO_SHORT),
        ((FRIEND, "لا أعرف"), COMMONEST),
        ((FRIEND, "لااعرف"), COMMONEST),
        ((FRIEND, "123456"), COMMONEST),
        ((FRIEND, "١٢٣٤"), COMMONEST),
        ((FRIEND, "Password"), COMMONEST),
        ((FRIEND, "I don’t know"), COMMONEST),
        ((FRIEND, "ههههههه"), COMMONEST),
        ((FRIEND, "أصدقاء طفولتك"), IN_QUESTION),
        ((FRIEND, "الأصدقاء"), IN_QUESTION),
        ((FRIEND, "childhood friend"), IN_QUESTION),
        ((FRIEND, "دار الحكمة"), ALIKE),
        ((FRIEND, "دار الحكمه!"), ALIKE),
        ((FRIEND, "دارالحكمة"), ALIKE),
        ((SCHOOL, "ابن خلدون"), SAME_QUESTION),
    ] {
        let found = faults([(SCHOOL, "دار الحكمة"), second, (CITY, "أبها")]);
        let [(1, fault)] = found[..] else {
            panic!("{second:?}: {found:?}")
        };
        says(
            second.1,
            |texts| texts.enrolment_fault(fault, rules.shortest_answer),
            wanted,
        );
    }
}

#[test]
fn answers_that_are_taken() {
    for answers in [
        [(SCHOOL, "دار الحكمة"), (FRIEND, "سعد"), (CITY, "أبها")],
        [(SCHOOL, "Al Faisaliah"), (FRIEND, "Jo"), (CITY, "جدة")],
        [(SCHOOL, "مدرسة ابن خلدون"), (FRIEND, "عبدالله"), (CITY, "الطائف")],
        [(SCHOOL, "الثانوية 12"), (FRIEND, "سعيد"), (CITY, "दिल्ली")],
    ] {
        assert_eq!(faults(answers), [], "{answers:?}");
    }
}

/// The words of a question are no answer to it, on whatever screen they were read.
#[test]
fn no_question_is_answered_by_its_own_words_in_any_language() {
    for question in Catalogue::all() {
        for words in question.wordings() {
            let chosen = ChosenAnswer {
                question,
                text: String::new(),
                answer: Secret::from(words),
            };
            let faults = enrol(&[chosen], 2).expect_err(words);
            assert_eq!(faults[0].fault, EnrolmentFault::InQuestion, "{words}");
        }
    }
}

const EMPTY_NAME: Sentences = [
    "اكتب الاسم الجديد، أو اختر أحد الأسماء المقترحة.",
    "Type the new name, or choose one of those suggested.",
];
const NAME_IN_ARABIC: Sentences = [
    "لوحة المفاتيح عربية. بدّلها إلى اللاتينية ثم اكتب الاسم.",
    "Your keyboard is Arabic. Switch it to Latin, then type the name.",
];
const NAME_IS_IDENTITY: Sentences = [
    "هذا رقم هوية، ولا يصلح اسم مستخدم. اختر اسمًا يبدأ بحرف.",
    "This is an identity number and cannot be a user name. Choose one that begins with a letter.",
];
const NAME_IS_MOBILE: Sentences = [
    "هذا رقم جوال، ولا يصلح اسم مستخدم. اختر اسمًا يبدأ بحرف.",
    "This is a mobile number and cannot be a user name. Choose one that begins with a letter.",
];
const NAME_IS_EMAIL: Sentences = [
    "هذا بريد إلكتروني. اكتب اسمًا من حروف لاتينية وأرقام.",
    "This is an email address. Type a name of Latin letters and digits.",
];
const NAME_CHARACTER: Sentences = [
    "في الاسم رمز أو فراغ. احذفه، فالاسم حروف لاتينية وأرقام فقط.",
    "There is a symbol or a space in it. Remove it: a user name is Latin letters and digits only.",
];
const NAME_SHORT: Sentences = [
    "الاسم قصير. المطلوب 8 حروف أو أرقام على الأقل.",
    "The name is too short. It needs at least 8 letters or digits.",
];
const NAME_LONG: Sentences = [
    "الاسم طويل. أقصى طوله 32 حرفًا.",
    "The name is too long. It takes at most 32 characters.",
];
const NAME_BEGINS: Sentences = [
    "يبدأ اسم المستخدم بحرف لاتيني. ضع حرفًا في أوله.",
    "A user name begins with a Latin letter. Put one in front.",
];
const NAME_LOWER: Sentences = ["أضف حرفًا لاتينيًا صغيرًا، مثل a.", "Add a small Latin letter, such as a."];
const NAME_DIGIT: Sentences = ["أضف رقمًا واحدًا على الأقل.", "Add at least one digit."];

#[test]
fn user_names_that_are_refused() {
    let rules = Policy::default().username;
    let long = format!("sara1{}", "a".repeat(28));
    for (typed, wanted) in [
        ("", EMPTY_NAME),
        (" \u{200F} ", EMPTY_NAME),
        ("سارة2020", NAME_IN_ARABIC),
        ("شاةثي20", NAME_IN_ARABIC),
        ("1101798278", NAME_IS_IDENTITY),
        ("١١٠١٧٩٨٢٧٨", NAME_IS_IDENTITY),
        ("0501234567", NAME_IS_MOBILE),
        ("+966501234567", NAME_IS_MOBILE),
        ("sara20@gmail.com", NAME_IS_EMAIL),
        ("sara 2020", NAME_CHARACTER),
        ("sara_2020", NAME_CHARACTER),
        ("sara.2020", NAME_CHARACTER),
        ("sára2020", NAME_CHARACTER),
        ("sаra2020", NAME_CHARACTER),
        ("sara202", NAME_SHORT),
        (&long, NAME_LONG),
        ("2020sara", NAME_BEGINS),
        ("SARA2020", NAME_LOWER),
        ("sarahsarah", NAME_DIGIT),
    ] {
        let error = Username::choose(typed, &rules).expect_err(typed);
        says(typed, |texts| texts.username_choice_error(error, &rules), wanted);
        assert!(
            Username::rules(typed, &rules).iter().any(|judged| !judged.is_met),
            "{typed}"
        );
    }
}

#[test]
fn user_names_that_are_taken() {
    let rules = Policy::default().username;
    let longest = format!("sara1{}", "a".repeat(27));
    for typed in [
        "sara2020",
        " Sara2020 ",
        "sara٢٠٢٠",
        "ｓａｒａ2020",
        "aaaaaaa1",
        "S1aaaaaa",
        &longest,
    ] {
        assert!(Username::choose(typed, &rules).is_ok(), "{typed}");
        assert!(
            Username::rules(typed, &rules).iter().all(|judged| judged.is_met),
            "{typed}"
        );
    }
}
