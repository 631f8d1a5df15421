//! The applicant's controls, and messages.

use iced::widget::{Space, column, row};
use iced::{Alignment, Element, Length};
use istiada::ui::kit::{self, Icon, Shown, Status, Tone};

use super::{Message, Sheet};

impl Sheet {
    pub(super) fn applicant(&self) -> Element<'_, Message> {
        let look = self.look.for_applicant();
        let words = kit::KeypadWords {
            name: self.say("لوحة الأرقام", "Keypad").to_owned(),
            clear: self.say("مسح الكل", "Clear").to_owned(),
            delete: self.say("حذف", "Delete").to_owned(),
        };
        let task = column![
            kit::title(look, self.say("اكتب رمز التفعيل", "Type the code")),
            kit::body(
                look,
                self.say(
                    "وصلتك ستة أرقام على جوالك المنتهي بـ 67.",
                    "Six digits went to your mobile ending in 67."
                )
            )
            .color(look.palette.text_2),
            kit::code(look, self.say("رمز التفعيل", "Code"), "482", 6)
                .on_input(Message::Typed)
                .shown(Shown {
                    status: Status::Rest,
                    focused: true
                }),
            kit::message_line(
                look,
                None,
                self.say("بقيت لهذا الرمز خمس محاولات.", "Five tries are left.")
                    .to_owned(),
                false
            ),
            kit::quiet_box(
                look,
                kit::countdown(
                    look,
                    self.say("ينتهي الرمز بعد", "The code ends in"),
                    252,
                    300,
                    self.say("10:54", "10:54")
                )
            )
            .padding(20),
            kit::field(look, self.say("كلمة المرور الجديدة", "New password"), "maTar-2027-wad")
                .left_to_right()
                .secret()
                .reveal(true, self.say("إخفاء", "Hide"), Message::Nothing)
                .on_input(Message::Typed)
                .below(kit::strength(
                    look,
                    self.say("القوة:", "Strength:"),
                    self.say("جيدة", "good"),
                    3
                )),
            kit::actions(
                kit::button(look, self.say("رجوع", "Back")).on_press(Message::Nothing),
                kit::button(look, self.say("حفظ كلمة المرور", "Save"))
                    .primary()
                    .on_press(Message::Nothing)
            ),
        ]
        .spacing(16)
        .width(Length::FillPortion(6));
        let rules = kit::quiet_box(
            look,
            column![
                kit::heading(look, self.say("شروط كلمة المرور", "Rules")),
                kit::rule(
                    look,
                    true,
                    self.say("ثمانية أحرف على الأقل", "Eight characters"),
                    self.say("تحقق", "met")
                ),
                kit::rule(
                    look,
                    false,
                    self.say("الكلمتان متطابقتان", "Both are equal"),
                    self.say("بقي", "to do")
                ),
            ]
            .spacing(12),
        )
        .padding(24);
        let key = |key| Message::Key(key);
        let help = column![kit::keypad(look, &words, Some(&key)), rules]
            .spacing(24)
            .width(Length::FillPortion(5));
        let top = row![
            kit::mark(look, 40.0),
            kit::heading(look, self.say("استعادة", "Istiada")),
            Space::new().width(Length::Fill),
            kit::step_bars(look, self.say("الخطوة 4 من 6", "Step 4 of 6"), 3, 6),
            Space::new().width(Length::Fill),
            kit::button(look, self.say("العربية", "English"))
                .toolbar()
                .icon(Icon::Globe)
                .on_press(Message::Nothing),
        ]
        .spacing(16)
        .align_y(Alignment::Center);
        kit::card(
            look,
            column![top, kit::separator(look), row![task, help].spacing(56)].spacing(24),
        )
    }

    pub(super) fn messages(&self) -> Element<'_, Message> {
        let look = self.look;
        let notes = column![
            self.head(self.say("رسائل", "Messages")),
            kit::note(
                look,
                Tone::Info,
                self.say("معلومة: تُحفظ الزيارة اليوم.", "The visit is kept today.")
            ),
            kit::note(
                look,
                Tone::Good,
                self.say("تم: حُفظ التغيير.", "Done: the change is saved.")
            ),
            kit::note(
                look,
                Tone::Warn,
                self.say(
                    "بعد العاشر تتوقف الاستعادة حتى الساعة 14:05 يوم الاثنين.",
                    "After the tenth the recovery pauses until 14:05 on Monday."
                )
            )
            .title(self.say(
                "طُلبت لهذا الحساب 8 رموز من 10 خلال 24 ساعة.",
                "8 of 10 codes in 24 hours."
            ))
            .icon(Icon::Lock),
            kit::note(
                look,
                Tone::Error,
                self.say(
                    "لم يُحفظ. أعد المحاولة، فلم يتغير شيء.",
                    "Not saved. Try again: nothing changed."
                )
            ),
        ]
        .spacing(10)
        .width(Length::FillPortion(3));
        let chips = column![
            row![
                kit::chip(look, Tone::Good, self.say("أجاب", "Answered")).icon(Icon::Done),
                kit::chip(look, Tone::Info, self.say("يكتب الآن", "Typing")),
                kit::chip(look, Tone::Neutral, self.say("لم يصل إليه بعد", "Not yet")),
            ]
            .spacing(8),
            row![
                kit::chip(look, Tone::Warn, self.say("لم تنتهِ", "Open")).icon(Icon::Clock),
                kit::chip(look, Tone::Error, self.say("لم يتحقق", "Failed")).icon(Icon::Failed),
                kit::chip(look, Tone::Good, "05:54")
                    .icon(Icon::Clock)
                    .small()
                    .left_to_right(),
            ]
            .spacing(8),
            row![
                kit::dot(look, Tone::Good, self.say("الحفظ سليم", "Store well")),
                kit::dot(look, Tone::Warn, self.say("رسائل تنتظر", "Messages wait")),
            ]
            .spacing(24),
            row![
                kit::key_cap(look, "F4"),
                kit::key_cap(look, "Shift"),
                kit::key_cap(look, "Tab")
            ]
            .spacing(6),
        ]
        .spacing(12)
        .width(Length::FillPortion(2));
        kit::card(look, row![notes, chips].spacing(32))
    }
}
