//! Buttons, fields and choices in every state.

use iced::widget::{Column, column, container, row};
use iced::{Alignment, Element};
use istiada::ui::kit::{self, Icon, Rank, Shown, Status};

use super::{Message, Sheet};

impl Sheet {
    pub(super) fn buttons(&self) -> Element<'_, Message> {
        let look = self.look;
        let ranks = [
            (Rank::Primary, self.say("أساسي", "Primary"), self.say("التالي", "Next")),
            (Rank::Plain, self.say("عادي", "Plain"), self.say("رجوع", "Back")),
            (Rank::Quiet, self.say("هادئ", "Quiet"), self.say("أعد الفحص", "Again")),
            (Rank::Destructive, self.say("خطر", "Danger"), self.say("إنهاء", "End")),
        ];
        let mut rows = Column::new()
            .spacing(14)
            .push(self.head(self.say("الأزرار", "Buttons")))
            .push(self.state_names());
        for (rank, name, words) in ranks {
            rows = rows.push(kit::separator(look));
            rows = rows.push(self.line(name, |index| {
                let mut button = kit::button(look, words).rank(rank).shown(Self::shown(index)).fill();
                if index != 4 {
                    button = button.on_press(Message::Nothing);
                }
                if index == 5 {
                    button = button.busy(self.say("يُحفظ", "Saving"));
                }
                if index == 6 {
                    button = kit::button(look, self.say("أعد", "Retry"))
                        .icon(Icon::Refresh)
                        .error()
                        .fill();
                    button = button.on_press(Message::Nothing).shown(Shown {
                        status: Status::Error,
                        focused: false,
                    });
                }
                button.into()
            }));
        }
        rows = rows.push(kit::separator(look));
        let press = |words: &'static str| kit::button(look, words).on_press(Message::Nothing);
        rows = rows.push(
            row![
                press(self.say("المستفيد التالي", "Next visitor"))
                    .primary()
                    .icon(Icon::PersonAdd)
                    .key("F4"),
                press(self.say("رجوع", "Back")).key("Esc"),
                press(self.say("استدعاء المشرف", "Call the supervisor"))
                    .quiet()
                    .icon(Icon::ShieldAlert),
                press(self.say("العربية", "English"))
                    .toolbar()
                    .icon(Icon::Globe)
                    .icon_after(Icon::ChevronDown),
                kit::button(look, self.say("إعادة الإرسال بعد 0:22", "Send again in 0:22")).icon(Icon::Refresh),
            ]
            .spacing(12)
            .align_y(Alignment::Center),
        );
        kit::card(look, rows)
    }

    pub(super) fn fields(&self) -> Element<'_, Message> {
        let look = self.look;
        let label = self.say("رقم الهوية", "Identity number");
        let values = ["", "", "1101", "11017", "1101798278", "1101798278", "1101798287"];
        let help = [
            self.say("كما في البطاقة", "As on the card"),
            self.say("كما في البطاقة", "As on the card"),
            self.say("بقيت 6 أرقام", "6 digits left"),
            self.say("بقيت 5 أرقام", "5 digits left"),
            self.say("أُثبتت", "Settled"),
            self.say("تُفحص…", "Checking…"),
            "",
        ];
        let cells = self.line(self.say("حقل نص", "Text field"), |index| {
            let value = values.get(index).copied().unwrap_or_default();
            let mut shown = Self::shown(index);
            if index == 3 {
                shown = Shown {
                    status: Status::Rest,
                    focused: true,
                };
            }
            let mut field = kit::field(look, label, value)
                .number()
                .placeholder(self.say("10 أرقام", "10 digits"))
                .help(help.get(index).copied().unwrap_or_default())
                .busy(index == 5)
                .shown(shown);
            if index != 4 {
                field = field.on_input(Message::Typed);
            }
            if index == 6 {
                field = field.error(Some(self.say("رقم خطأ", "Wrong digit")));
            }
            field.into()
        });
        let wide = row![
            kit::field(
                look,
                self.say("جواب السؤال الأول", "Answer to the first question"),
                self.say("محمد عبد الله", "Mohammed")
            )
            .icon(Icon::IdentityCard)
            .counter(self.say("حرفان على الأقل", "at least 2 letters"))
            .help_with(Icon::Done, self.say("يُقرأ هكذا: محمد عبد الله", "Read as: mohammed"))
            .on_input(Message::Typed),
            kit::field(look, self.say("كلمة المرور", "Password"), "maTar-2027")
                .left_to_right()
                .secret()
                .reveal(false, self.say("إظهار", "Show"), Message::Nothing)
                .icon(Icon::Key)
                .on_input(Message::Typed)
                .shown(Shown {
                    status: Status::Rest,
                    focused: true
                }),
            kit::field(look, self.say("رقم الهوية أو الإقامة", "Identity number"), "1101798287")
                .number()
                .icon(Icon::IdentityCard)
                .error(Some(self.say(
                    "أحد الأرقام مكتوب خطأ. قارنه بالبطاقة رقمًا رقمًا.",
                    "One digit is mistyped. Compare it with the card, digit by digit."
                )))
                .on_input(Message::Typed)
                .shown(Shown {
                    status: Status::Error,
                    focused: true
                }),
        ]
        .spacing(20);
        kit::card(
            look,
            column![
                self.head(self.say("الحقول", "Fields")),
                self.state_names(),
                kit::separator(look),
                cells,
                kit::separator(look),
                wide
            ]
            .spacing(14),
        )
    }

    pub(super) fn choices(&self) -> Element<'_, Message> {
        let look = self.look;
        let check = |on: bool, index: usize| {
            let mut check = kit::check(look, "", on).busy(index == 5).error(index == 6);
            if index != 4 {
                check = check.on_toggle(Message::Nothing);
            }
            check.shown(Self::shown(index))
        };
        let boxes = self.line(self.say("مربع", "Check box"), |index| {
            row![check(false, index), check(true, index)].spacing(12).into()
        });
        let named = row![
            kit::check(look, self.say("قرأت الشروط والأحكام", "I have read the terms"), true)
                .on_toggle(Message::Nothing),
            kit::check(
                look,
                self.say(
                    "يُفتح بعد قراءة النص إلى آخره",
                    "Opens once the text was read to its end"
                ),
                false
            )
            .locked(true)
            .on_toggle(Message::Nothing),
        ]
        .spacing(40);
        let possibilities = vec![
            kit::possibility(self.say("هوية وطنية", "National ID"))
                .icon(Icon::IdentityCard)
                .detail(self.say("رقمها يبدأ بـ 1", "Its number begins with 1")),
            kit::possibility(self.say("إقامة", "Iqama"))
                .icon(Icon::WalletCards)
                .detail(self.say("رقمها يبدأ بـ 2", "Its number begins with 2")),
            kit::possibility(self.say("رقم حدود", "Border number"))
                .icon(Icon::Plane)
                .disabled(true),
        ];
        let radios = kit::choice(
            look,
            self.say("نوع الوثيقة", "Kind of document"),
            possibilities,
            Some(0),
            Message::Chosen,
        );
        kit::card(
            look,
            column![
                self.head(self.say("الاختيار", "Choice")),
                self.state_names(),
                kit::separator(look),
                boxes,
                kit::separator(look),
                named,
                container(radios).max_width(look.px(480.0)),
            ]
            .spacing(14),
        )
    }
}
