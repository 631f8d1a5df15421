# التسليم والاسترداد، والستار، والإيقاف، والنهايات، والهاتف المرسوم، والحوارات.

handover-title = تسليم الشاشة للمستفيد
handover-sentence = أدر الشاشة ولوحة المفاتيح نحو المستفيد. تُخفى شاشتك حتى تستردهما.
handover-now = تسليم الآن
handover-back-title = عادت لوحة المفاتيح إليك
handover-back-sentence = مُسحت شاشة المستفيد قبل أن تظهر شاشتك.
handover-applicant-back = إعادة الشاشة إلى الموظف

curtain-title = الشاشة مستورة
curtain-sentence = لم يُكتب شيء منذ مدة، فأُسدل الستار حفظًا لخصوصية المستفيد.
curtain-sentence-locked = المكتب مقفل. لا تظهر بيانات أحد.
curtain-lift = رفع الستار
curtain-key = اضغط { $key } لرفع الستار
curtain-ends = تنتهي الزيارة بعد { $left } إن لم يعد أحد

idle-curtain = يُسدل الستار بعد سكون
idle-end = تنتهي الزيارة بعد سكون
idle-life = تنتهي الزيارة
idle-soon = تنتهي هذه الزيارة بعد { $left }. اضغط أي مفتاح لمتابعتها.
waits-title = المهل
waits-round = الجولة
waits-of = { $number } من { $total }

pause-title = هذا المكتب في توقف قصير
pause-sentence = انتهت استعادات كثيرة دون تطابق، فيتوقف المكتب قليلًا حمايةً للحسابات.
pause-until = يمكن لهذا المكتب أن يتابع عند الساعة { $time }
pause-left = بقي { $left }
pause-do = اعتذر للمستفيد، ووجّهه إلى مكتب آخر أو ليعد بعد هذا الوقت.
pause-notice = هذا المكتب متوقف حتى الساعة { $time }. تجربة الدخول متاحة.

ending-closing-title = لا يمكن إكمال الاستعادة الآن
ending-closing = البيانات المدخلة غير متطابقة، أو لا يمكن استخدامها الآن.
ending-closing-clerk-do = لا تخمّن السبب للمستفيد. راجع معه الرقمين، ثم ابدأ زيارة جديدة أو استدعِ المشرف.
ending-closing-applicant-do = راجع بياناتك مع الموظف. يمكنك المحاولة في وقت لاحق، أو طلب مساعدة المشرف.
ending-abandoned-title = انتهت الزيارة
ending-abandoned = أُنهيت الزيارة قبل إتمامها. لم يتغير شيء في أي حساب.
ending-idle-title = انتهت الزيارة لطول السكون
ending-idle = لم يُكتب شيء مدة طويلة، فأُنهيت الزيارة ومُسحت بياناتها. لم يتغير شيء في أي حساب.
ending-too-long-title = انتهت مدة الزيارة
ending-too-long = بلغت الزيارة أقصى مدتها، فأُنهيت ومُسحت بياناتها. لم يتغير شيء في أي حساب.
ending-interrupted-title = انقطعت الزيارة
ending-interrupted = توقف البرنامج أثناء الزيارة. لم يتغير شيء في أي حساب، وتبدأ من جديد بزيارة أخرى.
ending-wiped = مُسحت بيانات الزيارة من الحقول والذاكرة والحافظة.
ending-next = ابدأ زيارة جديدة حين يكون المستفيد مستعدًا.

phone-title = هاتف المستفيد
phone-chip = تدريب
phone-sender = استعادة
phone-number = هاتف التدريب · { $masked }
phone-today = اليوم { $time }
phone-now = اليوم { $time } · الآن
phone-empty = لا رسائل بعد
phone-empty-what = تظهر هنا الرسائل التي كان سيتلقاها المستفيد.
phone-no-service = هذه الرسائل لا تغادر الجهاز.

dialog-end-title = إنهاء هذه الزيارة؟
dialog-end-body = تُمسح بياناتها من الحقول والذاكرة والحافظة، ولا تُستأنف. لم يتغير شيء في الحساب.
dialog-end-body-done = تُمسح بياناتها من الحقول والذاكرة والحافظة. كلمة المرور الجديدة محفوظة.
dialog-back-title = الرجوع إلى الهوية؟
dialog-back-body = تُعاد كتابة الرقمين، وتبدأ الأسئلة من أولها. تُحسب الجولات السابقة.
dialog-quit-title = إغلاق البرنامج؟
dialog-quit-body = في المكتب زيارة مفتوحة. تُنهى قبل الإغلاق، ولا تُستأنف.
dialog-quit-keep = البقاء
