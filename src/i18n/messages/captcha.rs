//! Step 1: the characters in the image.

messages! {
    captcha_title;
    captcha_sentence;
    captcha_label;
    captcha_help;
    captcha_image;
    captcha_valid(left: Countdown);
    captcha_image_of(number: Count, total: Count);
    captcha_cannot_read;
    captcha_refresh;
    captcha_refresh_what;
    captcha_larger;
    captcha_larger_what;
    captcha_normal;
    captcha_normal_what;
    captcha_error_empty;
    captcha_error_wrong;
    captcha_error_expired;
    captcha_error_arabic_keyboard;
    captcha_paused_title;
    captcha_paused(left: Countdown);
    captcha_paused_why;
    captcha_clerk_title;
    captcha_clerk_sentence;
    captcha_clerk_turn;
    captcha_clerk_image;
    captcha_clerk_valid;
    captcha_clerk_paused;
    captcha_clerk_attest;
}
