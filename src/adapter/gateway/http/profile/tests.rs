#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use super::*;

const TEMPLATE: &str = include_str!("../../../../../assets/gateways/template.toml");

/// The line of the template in which something stands first.
fn line_of(text: &str, what: &str) -> usize {
    1 + text
        .lines()
        .position(|line| line.contains(what))
        .expect("it stands there")
}

#[test]
fn the_profiles_of_the_program_and_the_template_are_good() {
    for (name, text) in BUILT_IN.into_iter().chain([("template", TEMPLATE)]) {
        let profile = Profile::parse(text).unwrap_or_else(|error| panic!("{name}.toml:{error}"));
        assert!(!profile.title().is_empty());
        assert!(profile.asks().contains("sender"), "{name}");
    }
    let names: Vec<_> = Profile::names().collect();
    assert_eq!(names, ["msegat", "taqnyat", "twilio", "unifonic"]);
    assert!(Profile::built_in("unifonic").is_some() && Profile::built_in("template").is_none());
}

#[test]
fn a_profile_says_what_it_asks_for_and_shows_nothing_else() {
    let asks = |name| {
        let profile = Profile::built_in(name).unwrap();
        profile.asks().into_iter().map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(asks("unifonic"), ["app-sid", "sender"]);
    assert_eq!(asks("taqnyat"), ["sender", "token"]);
    assert_eq!(asks("msegat"), ["api-key", "sender", "user-name"]);
    assert_eq!(asks("twilio"), ["account-sid", "auth-token", "sender"]);
    assert_eq!(format!("{:?}", Profile::built_in("twilio").unwrap()), "Profile(Twilio)");
}

#[test]
fn a_mobile_is_spelled_as_the_gateway_wants_it() {
    let mobile = Mobile::parse("0501234567").unwrap();
    assert_eq!(Spelling::Plus.spell(&mobile), "+966501234567");
    assert_eq!(Spelling::Digits.spell(&mobile), "966501234567");
    assert_eq!(Spelling::National.spell(&mobile), "0501234567");
}

/// Each with what is changed, what stands in its place, the field and the reason; the line is that of the change.
#[test]
fn a_wrong_profile_is_named_with_line_field_and_reason() {
    use crate::adapter::web::AddressError as A;
    use ProfileReason as R;
    let url = "https://sms.example.com/v1/messages\"";
    for (from, to, field, reason) in [
        ("title = \"Example\"", "title = 7", "title", R::Form),
        ("title = \"Example\"", "title = \"Example", "title", R::Form),
        (
            "title = \"Example\"",
            "title = \"Example\"\ncolour = 1",
            "colour",
            R::Form,
        ),
        ("method = \"POST\"", "method = \"PUT\"", "method", R::Form),
        ("recipient = \"+966…\"", "recipient = \"00966…\"", "recipient", R::Form),
        (
            "\"{secret:token}\" }\n# Further",
            "\"{secret:TOKEN}\" }\n# Further",
            "bearer",
            R::UnknownHole,
        ),
        ("text = \"{text}\"", "text = \"{message}\"", "text", R::UnknownHole),
        (
            "text = \"{text}\"",
            "text = \"{text}{gateway-id}\"",
            "text",
            R::UnknownHole,
        ),
        (url, "https://{secret:host}/v1\"", "url", R::HoleInHost),
        (url, "https://x{secret:host}.example.com/v1\"", "url", R::HoleInHost),
        (url, "https://sms.example.com/{recipient}\"", "url", R::PersonInAddress),
        (url, "https://sms.example.com/?t={text}\"", "url", R::PersonInAddress),
        (url, "http://sms.example.com/v1\"", "url", R::Address(A::InClear)),
        (url, "sms.example.com\"", "url", R::Address(A::NotHttps)),
        (
            "Idempotency-Key =",
            "\"Idempotency Key\" =",
            "Idempotency Key",
            R::HeaderName,
        ),
        ("body = \"json\"", "body = \"form\"", "flash", R::NotAText),
        ("[\"200-202\"]", "[\"20x\"]", "status", R::Status),
        ("[\"200-202\"]", "[\"299-200\"]", "status", R::Status),
        ("means = \"refused\"", "means = \"delivered\"", "means", R::Meaning),
        ("means = \"refused\"", "means = \"lost\"", "means", R::Form),
        ("means = \"ready\"", "means = \"accepted\"", "means", R::Meaning),
        ("means = \"delivered\"", "means = \"not-now\"", "means", R::Meaning),
        ("id = \"messages.0.id\"", "id = \"messages..id\"", "id", R::Form),
        ("after = [5, 10, 20, 40, 80, 160]", "after = []", "after", R::After),
        ("after = [5, 10, 20, 40, 80, 160]", "after = [0]", "after", R::After),
    ] {
        assert!(TEMPLATE.contains(from), "{from}");
        let wrong = TEMPLATE.replacen(from, to, 1);
        let error = Profile::parse(&wrong).expect_err(to);
        assert_eq!((error.field.as_str(), error.reason), (field, reason), "{to}");
        let changed = to.lines().last().unwrap_or(to);
        let expected = match reason {
            R::NotAText => line_of(&wrong, "flash = false"),
            // Other rules have the same meanings in their right places.
            R::Meaning => line_of(TEMPLATE, from),
            _ => line_of(&wrong, if to.contains("Further") { "TOKEN" } else { changed }),
        };
        assert_eq!(error.line, expected, "{to}");
    }
}

#[test]
fn what_a_profile_lacks_or_has_too_much_of_is_named() {
    use ProfileReason as R;
    let fields = "[send.fields]\nfrom = \"{sender}\"\nto = [\"{recipient}\"]\ntext = \"{text}\"\nflash = false\n";
    for (from, to, field, reason) in [
        ("to = [\"{recipient}\"]", "", "fields", R::NoRecipient),
        ("text = \"{text}\"", "", "fields", R::NoText),
        ("messages/{gateway-id}", "messages/all", "fields", R::NoGatewayId),
        ("recipient = \"+966…\"\n", "\n", "recipient", R::Form),
        (fields, "", "body", R::Body),
        ("method = \"POST\"", "method = \"GET\"", "body", R::Body),
        ("body = \"json\"\n", "\n", "body", R::Body),
        (
            "means = \"accepted\"\nid = \"messages.0.id\"",
            "means = \"refused\"",
            "answer",
            R::NoGoodAnswer,
        ),
        ("means = \"delivered\"", "means = \"failed\"", "answer", R::NoGoodAnswer),
        (
            "means = \"refused\"",
            "means = \"refused\"\nid = \"x\"",
            "id",
            R::Elsewhere,
        ),
        (
            "means = \"refused\"",
            "means = \"refused\"\nis = [\"x\"]",
            "answer",
            R::Rule,
        ),
        ("status = [\"400\", \"404\"]\n", "", "answer", R::Rule),
        ("is = [\"delivered\"]\n", "", "answer", R::Rule),
        ("after = [5, 10, 20, 40, 80, 160]\n", "", "after", R::After),
        ("[probe]\n", "[probe]\nafter = [1]\n", "after", R::Elsewhere),
        ("[probe]\n", "[probe]\nrecipient = \"05…\"\n", "recipient", R::Elsewhere),
        (
            "auth = { bearer = \"{secret:token}\" }\nafter",
            "auth = { user = \"x\" }\nafter",
            "auth",
            R::Form,
        ),
    ] {
        assert!(TEMPLATE.contains(from), "{from}");
        let wrong = TEMPLATE.replacen(from, to, 1);
        let error = Profile::parse(&wrong).expect_err(to);
        assert_eq!((error.field.as_str(), error.reason), (field, reason), "{from} → {to}");
        assert!(error.line > 1, "{from} → {to}");
    }
}

#[test]
fn no_error_quotes_a_value() {
    for wrong in [
        TEMPLATE.replacen("{secret:token}", "SECRET {", 1),
        TEMPLATE.replacen("title = \"Example\"", "title = \"SECRET", 1),
        TEMPLATE.replacen("\"POST\"", "\"SECRET\"", 1),
        TEMPLATE.replacen("https://sms.example.com/v1/messages\"", "http://SECRET/\"", 1),
    ] {
        let error = Profile::parse(&wrong).unwrap_err();
        assert!(!format!("{error} {error:?}").contains("SECRET"), "{error}");
    }
    let error = Profile::parse("title = 7\n").unwrap_err();
    assert_eq!(error.to_string(), "1: title: this is not how a profile is written");
}
