# صفحات المشرف: يوم المكتب وأسبوعه، والسجل.

centre-pages = صفحات الإشراف
centre-figures = الأرقام
centre-day = يوم المكتب
centre-week = أسبوع المكتب
centre-ledger = السجل
centre-ledger-sentence = كل ما جرى على هذا المكتب. يُضاف إليه ولا يُعدَّل، ولا سر فيه.
centre-from-to = من { $first } إلى { $last }
centre-earlier = السابق
centre-later = اللاحق
centre-reading = يُقرأ السجل…
centre-none = لا زيارات في هذه المدة. اختر مدة أخرى.
centre-visits = زيارات
centre-done = أُتمّت
centre-not-done = لم تُتم
centre-percent = { $percent }٪
centre-mean = متوسط الزيارة
centre-paused = استعادات أُوقفت
centre-attested = تأكيد حضور
centre-supervised = استعادة بإشراف
centre-accepted = ما لا يُعرف وقبله مشرف
centre-accepted-national-id = الهوية الوطنية
centre-accepted-stay = الإقامة أو الزيارة
centre-accepted-mobile = الجوال
centre-visits-an-hour = الزيارات في كل ساعة
centre-visits-a-day = الزيارات في كل يوم
centre-time-per-step = متوسط الوقت في كل خطوة
centre-step-choice = الاختيار والإتمام
centre-staff = الموظف
centre-staff-all = كل الموظفين
centre-all = المكتب
centre-alerts-none = لا شيء غير معتاد في هذه المدة.
centre-alert-refused = { PLURAL($count) ->
    [zero] لم تنته أي زيارة بعبارة الختام
    [one] زيارة واحدة انتهت بعبارة الختام في ساعة واحدة
    [two] زيارتان انتهتا بعبارة الختام في ساعة واحدة
    [few] { $count } زيارات انتهت بعبارة الختام في ساعة واحدة
    [many] { $count } زيارة انتهت بعبارة الختام في ساعة واحدة
   *[other] { $count } زيارة انتهت بعبارة الختام في ساعة واحدة
}
centre-alert-refused-what = آخرها عند الساعة { $time }. اقرأها في السجل، فقد يكون أحدهم يجرّب هويات غيره.
centre-alert-attested = { PLURAL($count) ->
    [zero] لا تأكيدات حضور
    [one] تأكيد حضور واحد لموظف واحد
    [two] تأكيدا حضور لموظف واحد
    [few] { $count } تأكيدات حضور لموظف واحد
    [many] { $count } تأكيد حضور لموظف واحد
   *[other] { $count } تأكيد حضور لموظف واحد
}
centre-alert-attested-what = { PLURAL($visits) ->
    [zero] { $name }، بلا زيارات. المعتاد تأكيد واحد في زيارات كثيرة.
    [one] { $name }، في زيارة واحدة. المعتاد تأكيد واحد في زيارات كثيرة.
    [two] { $name }، في زيارتين. المعتاد تأكيد واحد في زيارات كثيرة.
    [few] { $name }، في { $visits } زيارات. المعتاد تأكيد واحد في زيارات كثيرة.
    [many] { $name }، في { $visits } زيارة. المعتاد تأكيد واحد في زيارات كثيرة.
   *[other] { $name }، في { $visits } زيارة. المعتاد تأكيد واحد في زيارات كثيرة.
}
centre-alert-paused = { PLURAL($count) ->
    [zero] لم تُوقف أي استعادة
    [one] أُوقفت استعادة واحدة مؤقتًا
    [two] أُوقفت استعادتان مؤقتًا
    [few] أُوقفت { $count } استعادات مؤقتًا
    [many] أُوقفت { $count } استعادة مؤقتًا
   *[other] أُوقفت { $count } استعادة مؤقتًا
}
centre-alert-paused-what = آخرها حتى الساعة { $time }.
centre-alert-desk = أُوقف المكتب مؤقتًا
centre-alert-desk-what = عند الساعة { $time }، لكثرة ما لم يتطابق في وقت قصير.
centre-alert-clock-what = عند الساعة { $time }. لم تقصر بذلك أي مهلة.
centre-alert-messages = { PLURAL($count) ->
    [zero] خرجت الرسائل كلها
    [one] رسالة واحدة لم تخرج أو لا يُعرف مصيرها
    [two] رسالتان لم تخرجا أو لا يُعرف مصيرهما
    [few] { $count } رسائل لم تخرج أو لا يُعرف مصيرها
    [many] { $count } رسالة لم تخرج أو لا يُعرف مصيرها
   *[other] { $count } رسالة لم تخرج أو لا يُعرف مصيرها
}
centre-alert-messages-what = اقرأها في السجل تحت «الرسائل».
centre-alert-messages-most = السبب الأكثر: { $why }. اقرأها في السجل تحت «الرسائل».
centre-refused = ما لم يُقبل، بسببه
centre-refused-none = لم يُرفض شيء.
centre-refused-captcha = الرمز المرئي
centre-refused-answers = إجابات لم تتطابق
centre-refused-code = رمز تفعيل خاطئ
centre-refused-condition = شرط لم يتحقق
centre-refused-closed = عبارة الختام
centre-refused-sign-in = تجربة دخول لم تنجح
centre-reach = المدة
centre-reach-day = اليوم
centre-reach-week = سبعة أيام
centre-reach-month = ثلاثون يومًا
centre-reach-all = السجل كله
centre-topic = ما حدث
centre-topic-all = كل الأحداث
centre-topic-visits = بدء الزيارات وانتهاؤها
centre-topic-proofs = خطوات التحقق
centre-topic-refusals = ما لم يُقبل
centre-topic-changes = ما تغيّر في الحسابات
centre-topic-messages = الرسائل
centre-topic-desk = المكتب والموظفون
centre-search = رقم الزيارة أو هوية كاملة
centre-search-help = اكتب ثم اضغط Enter.
centre-search-person = تظهر زيارات صاحب الهوية.
centre-search-unreadable = ليس رقم زيارة ولا رقم هوية صحيحًا.
centre-search-none = لا شيء بهذا في المدة المختارة. جرّب مدة أطول.
centre-ledger-none = لا شيء في هذه المدة.
centre-column-number = القيد
centre-column-time = الوقت
centre-column-fact = ما حدث
centre-column-visit = الزيارة
centre-number = { $number }
centre-line = القيد { $number }، الساعة { $time }: { $fact }
centre-day-and-month = { $day }/{ $month }
centre-day-and-time = { $day }/{ $month } { $time }
centre-shown = { PLURAL($count) ->
    [zero] لا قيود
    [one] قيد واحد
    [two] قيدان
    [few] { $count } قيود
    [many] { $count } قيدًا
   *[other] { $count } قيد
}
centre-page = { $page } من { $pages }
centre-newer = الأحدث
centre-older = الأقدم
centre-check = تحقق من السجل
centre-check-stop = أوقف التحقق
centre-checking = يُتحقق من السجل: { $percent }٪
centre-check-sound = { PLURAL($count) ->
    [zero] السجل سليم، ولا قيد فيه · { $time }
    [one] السجل سليم: قيد واحد · { $time }
    [two] السجل سليم: قيدان · { $time }
    [few] السجل سليم: { $count } قيود · { $time }
    [many] السجل سليم: { $count } قيدًا · { $time }
   *[other] السجل سليم: { $count } قيد · { $time }
}
centre-check-broken = في السجل قيد ليس كما كُتب، أو لا يُقرأ. أوقف العمل على هذا المكتب واستدعِ المسؤول عن الأجهزة.
centre-export-csv = احفظ القائمة ملف CSV
centre-export-json = احفظ القائمة ملف JSON Lines
centre-exporting = تُكتب
centre-exported = { PLURAL($count) ->
    [zero] لا قيد في الملف
    [one] حُفظ قيد واحد
    [two] حُفظ قيدان
    [few] حُفظت { $count } قيود
    [many] حُفظ { $count } قيدًا
   *[other] حُفظ { $count } قيد
}
centre-not-exported = لم تُحفظ القائمة
centre-not-exported-do = تحقق من المساحة الخالية ومن صلاحية مجلد المستندات، ثم احفظها من جديد.
centre-story-none = اختر قيدًا لتقرأ قصة زيارته كاملة.
centre-story-cut = بدأت هذه الزيارة قبل المدة المختارة.
centre-visit = زيارة { $reference }
centre-document = { $kind } · آخر الوثيقة { $digits }
centre-flow-and-span = { $flow } · { $span }
centre-by = الموظف: { $name }
centre-by-program = البرنامج من نفسه
centre-outcome-open = جارية
centre-outcome-done = اكتملت
centre-outcome-closed = عبارة الختام
centre-outcome-abandoned = أنهاها الموظف
centre-outcome-idle = سكون طويل
centre-outcome-too-long = طالت
centre-outcome-interrupted = انقطعت
