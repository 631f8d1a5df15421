//! The language itself, calendars and lengths of time.

messages! {
    locale_name;
    locale_direction;
    locale_digits;
    date_weekday(day: Count);
    date_hijri_month(month: Count);
    date_gregorian_month(month: Count);
    date_hijri(day: Text, month: Text, year: Text);
    date_gregorian(day: Text, month: Text, year: Text);
    date_both(weekday: Text, hijri: Text, gregorian: Text);
    span_seconds(count: Count);
    span_minutes(count: Count);
    span_hours(count: Count);
    span_days(count: Count);
}
