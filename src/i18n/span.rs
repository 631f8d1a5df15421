//! Lengths of time.

use std::time::Duration;

use super::{Locale, Texts};

const MINUTE: u64 = 60;
const HOUR: u64 = 60 * MINUTE;
const DAY: u64 = 24 * HOUR;

/// What is left, as `m:ss`, or `h:mm:ss` from an hour on. A begun second counts as whole, so that `0:00` is the end.
#[must_use]
pub fn countdown(locale: &Locale, left: Duration) -> String {
    let seconds = begun_seconds(left);
    let (hours, minutes, rest) = (seconds / HOUR, seconds % HOUR / MINUTE, seconds % MINUTE);
    let text = if hours > 0 {
        format!("{hours}:{minutes:02}:{rest:02}")
    } else {
        format!("{minutes}:{rest:02}")
    };
    locale.digits().show(&text)
}

/// A length in words, in the one unit that fits it, rounded up: a wait must not be promised shorter than it is.
/// The words stand as they do after a preposition: «بعد دقيقتين», `in 2 minutes`.
#[must_use]
pub fn words(locale: &'static Locale, length: Duration) -> String {
    let texts = Texts::in_locale(locale);
    match begun_seconds(length) {
        seconds if seconds < 2 * MINUTE && seconds % MINUTE != 0 => texts.span_seconds(seconds),
        0 => texts.span_seconds(0_u64),
        seconds if seconds < 2 * HOUR && seconds % HOUR != 0 => texts.span_minutes(seconds.div_ceil(MINUTE)),
        seconds if seconds < 2 * DAY && seconds % DAY != 0 => texts.span_hours(seconds.div_ceil(HOUR)),
        seconds => texts.span_days(seconds.div_ceil(DAY)),
    }
}

fn begun_seconds(length: Duration) -> u64 {
    length.as_secs() + u64::from(length.subsec_nanos() > 0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::language::Language;
    use crate::i18n::bidi::plain;

    fn spoken(language: Language, seconds: u64) -> String {
        plain(&words(Locale::of(language), Duration::from_secs(seconds)))
    }

    #[test]
    fn a_countdown_ends_at_nought_and_not_before() {
        let left = |millis| countdown(Locale::of(Language::ARABIC), Duration::from_millis(millis));
        let shown: Vec<_> = [0, 1, 1000, 22_000, 252_000, 3_600_000].map(left).into();
        assert_eq!(shown, ["0:00", "0:01", "0:01", "0:22", "4:12", "1:00:00"]);
    }

    #[test]
    fn lengths_are_said_in_one_unit() {
        let arabic: Vec<_> = [1, 2, 5, 45, 60, 90, 120, 180, 660, 3600, 7200, 86_400, 172_800]
            .map(|seconds| spoken(Language::ARABIC, seconds))
            .into();
        assert_eq!(
            arabic,
            [
                "ثانية واحدة",
                "ثانيتين",
                "5 ثوانٍ",
                "45 ثانية",
                "دقيقة واحدة",
                "90 ثانية",
                "دقيقتين",
                "3 دقائق",
                "11 دقيقة",
                "ساعة واحدة",
                "ساعتين",
                "يوم واحد",
                "يومين"
            ]
        );
        let english: Vec<_> = [1, 61, 121, 300, 5401, 90_000]
            .map(|s| spoken(Language::ENGLISH, s))
            .into();
        assert_eq!(
            english,
            [
                "1 second",
                "61 seconds",
                "3 minutes",
                "5 minutes",
                "91 minutes",
                "25 hours"
            ]
        );
    }
}
