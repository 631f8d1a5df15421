//! Steps, waits, phone, dialog and curtain.

use iced::widget::{Space, column, container, row};
use iced::{Alignment, Element, Length};
use istiada::ui::kit::{self, Icon, Shown, Status, Tone};
use istiada::ui::theme::TypeStyle;

use super::{Message, Sheet};

impl Sheet {
    pub(super) fn flow(&self) -> Element<'_, Message> {
        let look = self.look;
        let steps = kit::Steps {
            names: [
                self.say("الرمز المرئي", "Captcha"),
                self.say("الهوية والجوال", "Identity and mobile"),
                self.say("أسئلة الأمان", "Security questions"),
                self.say("رمز التفعيل", "Code"),
                self.say("كلمة المرور الجديدة", "New password"),
                self.say("الإتمام والإيصال", "Done and receipt"),
            ]
            .map(str::to_owned)
            .into(),
            current: 2,
            caption: Some(self.say("يجيب المستفيد الآن", "The applicant answers now").to_owned()),
            before: None,
        };
        let rail = container(kit::stepper(look, self.say("الخطوات", "Steps"), &steps)).width(look.px(232.0));
        let waits = column![
            row![
                kit::countdown_box(look, Icon::Send, self.say("طُلب قبل", "Asked"), 38),
                kit::countdown_box(look, Icon::Refresh, self.say("يمكن إعادة الإرسال بعد", "Again in"), 22),
                kit::figure_box(
                    look,
                    Icon::Message,
                    self.say("بقي لهذه الزيارة", "Left"),
                    self.say("رمزان", "2 codes")
                ),
            ]
            .spacing(12),
            kit::countdown(
                look,
                self.say("ينتهي هذا الرمز بعد", "This code ends in"),
                262,
                300,
                self.say("عند الساعة 10:54:02", "at 10:54:02")
            ),
            kit::event(
                look,
                Tone::Good,
                Icon::Done,
                self.say("طُلب إرسال الرسالة", "Message asked for"),
                "10:49:02"
            ),
            kit::event(
                look,
                Tone::Info,
                Icon::Hourglass,
                self.say("يكتب المستفيد الرمز على شاشته", "The applicant types it"),
                "10:49:10"
            ),
            kit::rows(
                look,
                vec![
                    kit::pair(
                        kit::strong(look, self.say("السؤال الأول", "First question")),
                        kit::chip(look, Tone::Good, self.say("أجاب", "Answered"))
                    ),
                    kit::pair(
                        kit::body(look, self.say("السؤال الثاني", "Second question")),
                        kit::chip(look, Tone::Info, self.say("يكتب الآن", "Typing"))
                    ),
                ]
            ),
        ]
        .spacing(14)
        .width(Length::Fill);
        let say = column![
            row![kit::icon(look, Icon::Quote, 20.0), kit::heading(look, self.say("قل للمستفيد", "Say"))].spacing(8).align_y(Alignment::Center),
            kit::say_box(look, kit::body(look, self.say("«تظهر أمامك ثلاثة أسئلة اخترتها عند فتح حسابك. أجب عنها بنفسك، ولن أرى ما تكتب.»", "“Three questions that you chose are before you. Answer them yourself; I will not see what you type.”"))),
            row![kit::icon(look, Icon::Flag, 16.0).color(look.palette.error), kit::small(look, self.say("شخصًا يملي عليه، حضورًا أو بالهاتف", "Somebody dictates, here or by phone"))].spacing(8).align_y(Alignment::Center),
            kit::separator(look),
            kit::pair(kit::small(look, self.say("الجولة", "Round")), kit::strong(look, self.say("1 من 3", "1 of 3"))),
            kit::pair(kit::small(look, self.say("تنتهي الزيارة", "The visit ends in")), kit::clock(look, TypeStyle::Strong, 3246, look.palette.text)),
            row![kit::icon(look, Icon::Forward, 20.0), kit::icon(look, Icon::Backward, 20.0), kit::icon(look, Icon::ArrowForward, 20.0), kit::icon(look, Icon::Clock, 20.0)].spacing(12),
        ]
        .spacing(12)
        .width(look.px(264.0));
        kit::card(look, row![rail, waits, say].spacing(24))
    }

    pub(super) fn phone_and_more(&self) -> Element<'_, Message> {
        let look = self.look;
        let words = kit::PhoneWords {
            clock: "11:15".to_owned(),
            sender: "Istiada".to_owned(),
            owner: self.say("هاتف التدريب", "Training phone").to_owned(),
            empty: self.say("لا رسائل بعد", "No messages yet").to_owned(),
            name: self.say("رسائل الهاتف", "Messages").to_owned(),
        };
        let messages = [
            kit::PhoneMessage {
                time: self.say("أمس 14:20", "Yesterday 14:20").to_owned(),
                lines: vec![
                    self.say(
                        "تغيّرت كلمة مرور حسابك. إن لم تكن أنت فاتصل بالمركز.",
                        "Your password was changed. If this was not you, call the centre.",
                    )
                    .to_owned(),
                ],
                large: None,
            },
            kit::PhoneMessage {
                time: self.say("الآن 11:15", "Now 11:15").to_owned(),
                lines: vec![
                    self.say(
                        "رمز التفعيل، صالح 5 دقائق. لا تعطه لأحد.",
                        "The code, good for 5 minutes. Give it to nobody.",
                    )
                    .to_owned(),
                ],
                large: Some("482915".to_owned()),
            },
        ];
        let answers = kit::actions(
            kit::button(look, self.say("إبقاء الزيارة", "Keep it"))
                .key("Esc")
                .on_press(Message::Nothing)
                .shown(Shown {
                    status: Status::Rest,
                    focused: true,
                }),
            kit::button(look, self.say("إنهاء الزيارة", "End it"))
                .destructive()
                .key("F4")
                .on_press(Message::Nothing),
        );
        let base = container(Space::new()).width(Length::Fill).height(Length::Fill);
        let dialog = container(kit::dialog(
            look,
            base,
            self.say("أتنهي الزيارة؟", "End the visit?"),
            self.say(
                "لم تتغير كلمة المرور بعد. تُمسح الحقول والحافظة، ويبقى الحساب كما هو.",
                "The password was not changed yet. Fields and clipboard are wiped; the account stays as it is.",
            ),
            answers,
        ))
        .width(Length::Fill)
        .height(look.px(320.0));
        let curtain = container(kit::curtain(
            look,
            self.say(
                "الشاشة مستورة. اضغط أي مفتاح للعودة.",
                "The screen is covered. Press any key to come back.",
            ),
            kit::button(look, self.say("عودة", "Back"))
                .on_bar()
                .key("Enter")
                .on_press(Message::Nothing),
        ))
        .width(Length::Fill)
        .height(look.px(260.0));
        row![
            kit::phone(look, &words, &messages),
            column![dialog, curtain].spacing(20)
        ]
        .spacing(24)
        .into()
    }
}
