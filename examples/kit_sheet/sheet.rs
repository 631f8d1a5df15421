//! What stands on the sheet. Its words are made up; the program's own are elsewhere.

use iced::widget::{Column, Row, Space, column, container, row};
use iced::{Alignment, Element, Length, Task, Theme};
use istiada::ui::headless::Program;
use istiada::ui::kit::{self, Icon, Rank, Shown, Status, Tone};
use istiada::ui::theme::{Look, TypeStyle};

/// How many pictures a sheet has.
pub const PARTS: usize = 3;

/// How tall the picture of `part` is.
pub fn height(part: usize, percent: u16) -> f32 {
    let base: f32 = [1580.0, 1340.0, 1240.0].get(part).copied().unwrap_or(1200.0);
    if percent == 200 { (base * 1.95).round() } else { base }
}

/// One picture of the sheet.
pub struct Sheet {
    pub look: Look,
    pub part: usize,
}

/// Nothing happens on a sheet.
#[derive(Debug, Clone)]
#[allow(dead_code)]
pub enum Message {
    Nothing,
    Typed(String),
    Chosen(usize),
    Key(kit::KeypadKey),
}

impl Program for Sheet {
    type Message = Message;

    fn update(&mut self, _message: Message) -> Task<Message> {
        Task::none()
    }

    fn view(&self) -> Element<'_, Message> {
        let parts = match self.part {
            0 => column![self.buttons(), self.fields(), self.choices()],
            1 => column![self.applicant(), self.messages()],
            _ => column![self.flow(), self.phone_and_more()],
        };
        kit::root(self.look, container(parts.spacing(20)).padding(32))
    }

    fn theme(&self) -> Theme {
        self.look.theme()
    }
}

const STATES: [Status; 6] = [
    Status::Rest,
    Status::Hover,
    Status::Rest,
    Status::Pressed,
    Status::Disabled,
    Status::Busy,
];

impl Sheet {
    fn say(&self, arabic: &'static str, english: &'static str) -> &'static str {
        if self.look.direction.is_right_to_left() {
            arabic
        } else {
            english
        }
    }

    fn head(&self, words: &'static str) -> Element<'_, Message> {
        kit::heading(self.look, words).into()
    }

    fn shown(index: usize) -> Shown {
        Shown {
            status: STATES.get(index).copied().unwrap_or(Status::Error),
            focused: index == 2,
        }
    }

    fn state_names(&self) -> Element<'_, Message> {
        let names = [
            self.say("", ""),
            self.say("راحة", "rest"),
            self.say("مرور المؤشر", "hover"),
            self.say("تركيز", "focus"),
            self.say("ضغط", "pressed"),
            self.say("معطّل", "disabled"),
            self.say("مشغول", "busy"),
            self.say("خطأ", "error"),
        ];
        Row::with_children(names.map(|name| container(kit::caption(self.look, name)).width(Length::Fill).into()))
            .spacing(12)
            .into()
    }

    fn line<'a>(&'a self, name: &'static str, cell: impl Fn(usize) -> Element<'a, Message>) -> Element<'a, Message> {
        let name: Element<'_, Message> = container(kit::small(self.look, name)).width(Length::Fill).into();
        let cells = (0..7).map(|index| container(cell(index)).width(Length::Fill).into());
        Row::with_children(std::iter::once(name).chain(cells))
            .spacing(12)
            .align_y(Alignment::Center)
            .into()
    }

    fn buttons(&self) -> Element<'_, Message> {
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

    fn fields(&self) -> Element<'_, Message> {
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

    fn choices(&self) -> Element<'_, Message> {
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

    fn applicant(&self) -> Element<'_, Message> {
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
                .on_input(Message::Typed),
            kit::strength(look, self.say("القوة:", "Strength:"), self.say("جيدة", "good"), 3),
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

    fn messages(&self) -> Element<'_, Message> {
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

    fn flow(&self) -> Element<'_, Message> {
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

    fn phone_and_more(&self) -> Element<'_, Message> {
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
