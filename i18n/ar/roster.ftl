# الموظفون في الطرفية: الدخول فيها، وقائمة الموظفين.

roster-command = يضيف الموظفين ويوقفهم ويعيّن كلمات مرورهم ويعرضهم
roster-command-add = يضيف موظفًا بكلمة مرور يغيّرها عند أول دخول
roster-command-disable = يوقف موظفًا عن الدخول
roster-command-reset = يعيّن لموظف كلمة مرور جديدة، ويلزمه تغييرها
roster-command-list = يعرض الموظفين وأرقامهم محجوبة
roster-option-as = رقم هويتك أنت، ويُطلب منك إن لم تذكره
roster-option-password-file = ملف لا يقرؤه غيرك، في سطره الأول كلمة مرورك، أو - للمدخل القياسي
roster-option-given-file = مثله، وفيه كلمة المرور التي تُعيَّن
roster-option-identity = رقم هوية الموظف
roster-option-name = اسمه
roster-option-role = دوره: { $roles }
roster-option-with-phrase = عبارة الاسترداد الخاصة بالمكتب بدل الدخول، لكلمة مرور مشرف
roster-option-phrase-file = ملف في سطره الأول عبارة الاسترداد، أو - للمدخل القياسي

roster-not-set-up = لم يُجهَّز هذا المكتب بعد.
roster-not-set-up-do = افتح البرنامج مرة وجهّز المكتب، ثم أعد الأمر.
roster-prompt-identity = رقم هويتك:
roster-prompt-password = كلمة مرورك:
roster-prompt-given = كلمة المرور التي تُعيَّن:
roster-prompt-repeat = أعدها مرة أخرى:
roster-prompt-phrase = كلمات عبارة الاسترداد الاثنتا عشرة:
roster-no-terminal = لا توجد هنا طرفية للكتابة فيها.
roster-no-terminal-do = في البرامج النصية اذكر { $identity } مع رقم هويتك، و{ $file } مع ملف كلمة مرورك.
roster-file-open = يستطيع غيرك قراءة الملف { $path }.
roster-file-open-do = اجعل قراءته لك وحدك، وغيّر كلمة المرور إن كان أحد قد رآها.
roster-not-matched = رقم الهوية أو كلمة المرور غير صحيح.
roster-not-matched-do = راجع ما كتبته ثم حاول مرة أخرى. وإن نسيت كلمة المرور فالمشرف يعيّن لك كلمة جديدة.
roster-paused = المحاولات متوقفة حتى { $time }
roster-paused-do = انتظر حتى ذلك الوقت ثم حاول، فإعادة التشغيل لا تقصّر المدة.
roster-must-change-do = ادخل من المكتب مرة واختر كلمة لا يعرفها سواك، ثم أعد الأمر.
roster-there = يوجد موظف بهذا الرقم من قبل.
roster-not-there = لا يوجد موظف بهذا الرقم.
roster-last-supervisor = هذا آخر مشرف، ولا يمكن إيقافه.
roster-last-supervisor-do = أضف مشرفًا آخر أولًا.
roster-not-taken = لم تُقبل كلمة المرور:
roster-used-before = استُخدمت كلمة المرور هذه من قبل.
roster-phrase-count = { PLURAL($count) ->
    [zero] عبارة الاسترداد اثنتا عشرة كلمة، ولم تُكتب أي كلمة.
    [one] عبارة الاسترداد اثنتا عشرة كلمة، والمكتوب كلمة واحدة.
    [two] عبارة الاسترداد اثنتا عشرة كلمة، والمكتوب كلمتان.
    [few] عبارة الاسترداد اثنتا عشرة كلمة، والمكتوب { $count } كلمات.
    [many] عبارة الاسترداد اثنتا عشرة كلمة، والمكتوب { $count } كلمة.
   *[other] عبارة الاسترداد اثنتا عشرة كلمة، والمكتوب { $count } كلمة.
}
roster-phrase-unknown = الكلمة رقم { $place } ليست من كلمات العبارة. راجع كتابتها.
roster-phrase-wrong = العبارة ليست عبارة هذا المكتب، أو الرقم ليس رقم مشرف.
roster-phrase-wrong-do = راجع الورقة التي كُتبت فيها العبارة، وراجع الرقم.
roster-added = أُضيف الموظف. وعند أول دخول يختار كلمة مرور بنفسه.
roster-disabled = لم يعد الموظف قادرًا على الدخول، وما عمله باقٍ في السجل.
roster-reset = عُيّنت كلمة المرور. وعند الدخول القادم يختار الموظف غيرها بنفسه.
roster-reset-own = عُيّنت كلمة المرور. ادخل بها.
roster-line = { $name } · { $number } · { $role } · { $state }
roster-state-active = يعمل
roster-state-must-change = عليه اختيار كلمة مرور
roster-state-disabled = موقوف

doctor-staff = الموظفون
doctor-staff-ok = { PLURAL($count) ->
    [zero] لا أحد يستطيع الدخول
    [one] موظف واحد يستطيع الدخول
    [two] موظفان يستطيعان الدخول
    [few] { $count } موظفين يستطيعون الدخول
    [many] { $count } موظفًا يستطيعون الدخول
   *[other] { $count } موظف يستطيعون الدخول
}
doctor-staff-one = مشرف واحد فقط، فإن غاب أو نسي لم يبق من يقوم مقامه
doctor-staff-one-do = أضف مشرفًا ثانيًا
doctor-staff-none = لم يُجهَّز المكتب بعد
doctor-staff-none-do = افتح البرنامج وجهّز المكتب
doctor-staff-not-seen = لم يُقرأ لأن الحفظ غير مفتوح
