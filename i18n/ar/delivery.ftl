# ما يعترض الرسائل: بكلمات قصيرة، ثم ما معناه وما العمل.

gateway-short-not-reached = لا اتصال
gateway-short-silent = لا جواب
gateway-short-not-trusted = شهادة غير موثوقة
gateway-short-sign-in-refused = رُفض الدخول
gateway-short-throttled = مزدحمة
gateway-short-malformed = جواب غير مفهوم
gateway-short-failing = معطلة
gateway-short-message-refused = رُفضت الرسالة

gateway-why-not-reached = لا يصل المكتب إلى بوابة الرسائل: لا أحد يجيب عند عنوانها.
gateway-why-silent = يصل المكتب إلى بوابة الرسائل، لكنها لا تجيب.
gateway-why-not-trusted = شهادة بوابة الرسائل منتهية أو ليست لها، فلا تُسلَّم إليها رسالة.
gateway-why-sign-in-refused = ترفض بوابة الرسائل اسم المكتب عندها أو كلمة مروره.
gateway-why-throttled = بوابة الرسائل مزدحمة، وتطلب التمهل.
gateway-why-malformed = تجيب بوابة الرسائل بما لا يُفهم.
gateway-why-failing = تقول بوابة الرسائل إنها معطلة.
gateway-why-message-refused = لا تقبل البوابة هذا الرقم أو العنوان، أو اسم المرسل.

gateway-do-wait = تُعاد المحاولة وحدها. إن طال الانتظار فأنهِ الزيارة وحدد للمستفيد موعدًا آخر، وأخبر مسؤول التقنية.
gateway-do-soon = تُعاد المحاولة وحدها بعد قليل. ابقَ مع المستفيد.
gateway-do-technician = لن يصلح هذا وحده. أخبر مسؤول التقنية، وأنهِ الزيارة وحدد للمستفيد موعدًا آخر.
gateway-do-contact = اسأل المستفيد: أما زال الرقم أو العنوان له ويعمل؟ ثم اطلب رمزًا جديدًا. إن رُفض ثانية فنادِ المشرف.

delivery-sms-delivered = وصلت الرسالة إلى الجوال
delivery-email-delivered = وصلت الرسالة إلى البريد
delivery-sms-sent = سُلّمت الرسالة إلى البوابة
delivery-email-sent = سُلّمت الرسالة إلى خادم البريد
delivery-queued = الرسالة محفوظة وتنتظر دورها
delivery-hindered = الرسالة محفوظة، ولم تخرج بعد
delivery-sending = تُسلَّم الرسالة إلى البوابة
delivery-no-gateway = لا بوابة لهذه الرسالة، فلن تخرج
delivery-refused = رفضت البوابة الرسالة، فلن تصل
delivery-not-delivered = تقول البوابة إن الرسالة لم تصل
delivery-failed = لم تخرج الرسالة، ولن تصل
delivery-expired = انتهت صلاحية الرمز قبل أن يخرج
delivery-unknown = لا يُعرف هل خرجت الرسالة
delivery-no-gateway-do = أخبر مسؤول التقنية، وأنهِ الزيارة وحدد للمستفيد موعدًا آخر.
delivery-not-delivered-do = تأكد أن الجوال مفتوح وفي تغطية، أو أن صندوق البريد يستقبل. ثم اطلب رمزًا جديدًا.
delivery-failed-do = تأكد من الرقم أو العنوان، ثم اطلب رمزًا جديدًا.
delivery-expired-do = إن عادت البوابة فاطلب رمزًا جديدًا، وإلا فأنهِ الزيارة وحدد للمستفيد موعدًا آخر.
delivery-unknown-do = انقطع الاتصال قبل جواب البوابة، ولا تُرسل الرسالة ثانية وحدها. انتظر دقيقة، فإن لم تصل فليطلب المستفيد رمزًا جديدًا.
delivery-no-more-do = لا رموز أخرى في هذه الزيارة. إن لم يصل هذا الرمز فأنهِ الزيارة وابدأ من جديد، أو نادِ المشرف.

arriving-sms-soon = رمزك في طريقه إلى جوالك المنتهي بـ { $last_two }.
arriving-sms-there = وصل الرمز إلى جوالك المنتهي بـ { $last_two }.
arriving-soon = في الطريق إليك.
arriving-sent = أُرسل إليك.
arriving-there = وصل إليك.
arriving-waits = لم تخرج رسالتك بعد: خدمة الرسائل لا تعمل الآن. تُعاد المحاولة وحدها، والموظف يرى السبب.
arriving-busy = لم تخرج رسالتك بعد: خدمة الرسائل مزدحمة. انتظر قليلًا.
arriving-refused = لم تُقبل رسالتك. أخبر الموظف إن لم يعد الرقم أو العنوان لك، أو اطلب رمزًا جديدًا.
arriving-not-delivered = لم تصل رسالتك. تأكد أن جوالك مفتوح وأن بريدك يستقبل، ثم اطلب رمزًا جديدًا.
arriving-failed = لم تخرج رسالتك. أخبر الموظف، أو اطلب رمزًا جديدًا.
arriving-expired = انتهت صلاحية الرمز قبل أن يخرج. اطلب رمزًا جديدًا.
arriving-unknown = لا نعرف هل خرجت رسالتك. إن لم تصل خلال دقيقة فاطلب رمزًا جديدًا.
arriving-no-more = لا نعرف أن رمزك وصل، ولا رموز أخرى في هذه الزيارة. إن لم يصل فأخبر الموظف.
