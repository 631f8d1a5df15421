//! The clerk's stage while the applicant types: whose turn it is, and nothing of what is typed.

use iced::Element;
use iced::widget::{Column, Space};

use crate::desk::{ClerkStep, ClerkView, Stage};
use crate::ui::kit::{self, Icon, Tone};
use crate::ui::scene::Scene;
use crate::ui::screen::{attest, captcha};
use crate::ui::shell::{stage, turn};

use super::{Message, codes, twice};

/// What stands on the stage.
struct Words {
    title: String,
    sentence: String,
    then: String,
}

/// The stage.
pub(super) fn waiting<'a>(scene: Scene, view: &ClerkView) -> Element<'a, Message> {
    let Scene { look, texts, .. } = scene;
    let ClerkStep::Registering(now) = &view.step else {
        return Space::new().into();
    };
    let words = words(scene, now);
    let mut content = Column::with_children([turn(scene, texts.questions_clerk_turn(), None)]).spacing(16);
    match now {
        Stage::Captcha(progress) => content = content.push(scene.beside(12.0, captcha::boxes(scene, *progress))),
        Stage::Codes { mobile, email } => content = content.push(codes::progress(scene, mobile, email)),
        _ => {}
    }
    let then = kit::note(look, Tone::Info, words.then).icon(Icon::EyeOff);
    let hand_over = kit::button(look, texts.action_hand_over())
        .primary()
        .icon(Icon::TwoScreens)
        .key("F8")
        .on_press(Message::HandOver);
    let back = match now {
        Stage::Captcha(_) => {
            let open = twice::Message::Attest(attest::Message::Open);
            attest::way(scene, Message::Captcha(open))
        }
        _ => Space::new().into(),
    };
    stage(scene, words.title, words.sentence, content.push(then), back, hand_over)
}

fn words(scene: Scene, now: &Stage) -> Words {
    let t = scene.texts;
    let (title, sentence, then) = match now {
        Stage::Username => (t.naming_clerk_title(), t.naming_clerk_sentence(), t.naming_clerk_then()),
        Stage::Password => (
            t.password_clerk_title(),
            t.password_clerk_sentence(),
            t.password_clerk_then_email(),
        ),
        Stage::Email => (t.email_clerk_title(), t.email_clerk_sentence(), t.email_clerk_then()),
        Stage::Language => (
            t.account_language_clerk_title(),
            t.account_language_clerk_sentence(),
            t.account_language_clerk_then(),
        ),
        Stage::Captcha(_) => (
            t.captcha_clerk_title(),
            t.twice_clerk_sentence(),
            t.captcha_clerk_attest(),
        ),
        Stage::Terms => (t.terms_clerk_title(), t.terms_clerk_sentence(), t.terms_clerk_then()),
        Stage::Codes { .. } => (
            t.registration_codes_clerk_title(),
            t.registration_codes_clerk_sentence(),
            t.registration_codes_clerk_then(),
        ),
        Stage::Questions => (t.enrol_clerk_title(), t.enrol_clerk_sentence(), t.enrol_clerk_then()),
        Stage::Review => (t.review_clerk_title(), t.review_clerk_sentence(), t.review_clerk_then()),
    };
    Words { title, sentence, then }
}
