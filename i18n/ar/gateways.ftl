# بوابات الرسائل كما يراها من يجهّزها: الإعدادات، والفحص، والتجربة.

gateways-command = يجهّز بوابات الرسائل
gateways-command-seal = يختم سرًّا من أسرار البوابات ليوضع مختومًا في ملف الإعدادات
gateways-option-send-to = جوال أو بريد تُرسل إليه رسالة تجربة عبر كل بوابة تصل إليه
gateways-option-secret-file = ملف لا يقرؤه غيرك، في سطره الأول السرّ، أو - للمدخل القياسي
gateways-prompt-secret = السرّ الذي يُختم:
gateways-nothing-to-seal = لم يُكتب سرّ لختمه.

gateways-reason-host = ليس اسم خادم ولا رقمه
gateways-reason-address = ليس عنوانًا يبدأ بـ https://
gateways-reason-sender = اسم المرسل من حرف إلى { $most } حرفًا: حروف لاتينية وأرقام ومسافات ونقاط وشرطات، وفيه حرف واحد على الأقل
gateways-reason-ascii = { PLURAL($most) ->
    [zero] لا يتسع البروتوكول هنا لأي حرف
    [one] لا يتسع البروتوكول هنا لأكثر من حرف واحد، لاتيني أو رقم أو علامة
    [two] لا يتسع البروتوكول هنا لأكثر من حرفين من الحروف اللاتينية والأرقام والعلامات، بلا مسافات
    [few] لا يتسع البروتوكول هنا لأكثر من { $most } أحرف من الحروف اللاتينية والأرقام والعلامات، بلا مسافات
    [many] لا يتسع البروتوكول هنا لأكثر من { $most } حرفًا من الحروف اللاتينية والأرقام والعلامات، بلا مسافات
   *[other] لا يتسع البروتوكول هنا لأكثر من { $most } حرف من الحروف اللاتينية والأرقام والعلامات، بلا مسافات
}
gateways-reason-plain = لا يُكتب السرّ هنا صريحًا. اكتب { $environment } أو { $sealed } الذي يطبعه الأمر { $command }
gateways-reason-twice = الاسم نفسه لبوابة أخرى
gateways-reason-not-read = تعذرت قراءة الملف المذكور
gateways-reason-certificate = ليس في الملف المذكور شهادة جهة تصديق بصيغة PEM
gateways-reason-profile = لا يوجد تعريف بهذا الاسم. الموجود: { $known }
gateways-reason-profile-file = في ملف التعريف خطأ في السطر { $line }، الحقل «{ $field }»

gateways-secret-not-set = السرّ في الحقل «{ $field }» غير موجود: المتغير { $name } غير معيّن في البيئة.
gateways-secret-not-set-do = عيّن المتغير لمن يشغّل البرنامج ثم أعد تشغيله.
gateways-secret-foreign = السرّ في الحقل «{ $field }» لم يُختم بمفتاح هذا المكتب.
gateways-secret-unsendable = في السرّ في الحقل «{ $field }» حرف لا يُرسل، كنهاية سطر.
gateways-secret-foreign-do = اختمه هنا من جديد بالأمر { $command }.
gateways-secret-too-long = { PLURAL($most) ->
    [zero] السرّ في الحقل «{ $field }» أطول مما يتسع له البروتوكول، وهو لا يتسع لأي حرف.
    [one] السرّ في الحقل «{ $field }» أطول مما يتسع له البروتوكول، وهو حرف واحد.
    [two] السرّ في الحقل «{ $field }» أطول مما يتسع له البروتوكول، وهو حرفان.
    [few] السرّ في الحقل «{ $field }» أطول مما يتسع له البروتوكول، وهو { $most } أحرف.
    [many] السرّ في الحقل «{ $field }» أطول مما يتسع له البروتوكول، وهو { $most } حرفًا.
   *[other] السرّ في الحقل «{ $field }» أطول مما يتسع له البروتوكول، وهو { $most } حرف.
}
gateways-secret-too-long-do = اطلب من مشغّل البوابة سرًّا أقصر.

gateways-ready = { $name }: متاحة، وقُبل الدخول حيث يُطلب
gateways-in-clear = { $name }: الاتصال بها غير مشفر، فمن يسمع الشبكة يقرأ الرموز
gateways-in-clear-do = احذف { $setting } ما لم يكن الخادم على هذا الجهاز نفسه
gateways-down = { $name }: { $fault }
gateways-not-seen = لم تُفحص، لأن مخزن المكتب غير مفتوح الآن
gateways-not-seen-do = أغلق المكتب أو جهّزه ثم أعد الفحص

gateways-fault-not-reached = لا يجيب أحد على عنوانها
gateways-fault-not-reached-do = راجع host وport واتصال الجهاز بالشبكة والجدار الناري
gateways-fault-silent = أجابت ثم لم تقل شيئًا في الوقت
gateways-fault-silent-do = راجع المنفذ ونوع التشفير، ثم اسأل مشغّل البوابة
gateways-fault-not-trusted = شهادتها منتهية أو لغيرها أو لا يضمنها أحد
gateways-fault-not-trusted-do = راجع تاريخ الجهاز واسم الخادم، واذكر في الإعدادات شهادة جهة التصديق إن كانت خاصة بكم
gateways-fault-sign-in-refused = لم تقبل الاسم أو كلمة المرور
gateways-fault-sign-in-refused-do = راجع الاسم، واختم كلمة المرور الصحيحة، واسأل المشغّل هل يقبل عنوان هذا الجهاز
gateways-fault-throttled = لا تقبل المزيد الآن
gateways-fault-throttled-do = انتظر، وإن تكرر ذلك فاطلب من المشغّل رفع الحد أو صغّر window
gateways-fault-malformed = تقول ما ليس من لغتها
gateways-fault-malformed-do = راجع المنفذ والنوع kind، وفي HTTP ملف التعريف
gateways-fault-failing = تقول إن فيها عطلًا
gateways-fault-failing-do = انتظر، ثم اسأل مشغّل البوابة
gateways-fault-message-refused = رفضت الرسالة: الرقم أو العنوان أو اسم المرسل
gateways-fault-message-refused-do = راجع الرقم، واسأل المشغّل هل اسم المرسل مسجل

gateways-registry-ready = سجل الهوية على الشبكة متاح
gateways-registry-down = سجل الهوية على الشبكة: { $fault }

gateways-test-subject = رسالة تجربة
gateways-test-text = رسالة تجربة من مكتب الخدمة، ولا يلزمك شيء بعدها
gateways-send-to-wrong = ليس هذا رقم جوال ولا بريدًا إلكترونيًا.
gateways-send-to-none = لا توجد في الإعدادات بوابة تصل إلى { $contact }.
gateways-send-to-none-do = أضف [[gateway]] من هذا النوع إلى الإعدادات.
gateways-trial-delivered = { $name }: قُبلت الرسالة إلى { $contact } ووصلت
gateways-trial-accepted = { $name }: قُبلت الرسالة إلى { $contact }، ولم يأت بعدُ خبر وصولها
gateways-trial-not-delivered = { $name }: قُبلت الرسالة إلى { $contact } ثم قيل إنها لم تصل
gateways-trial-not-taken = { $name }: لم تُقبل الرسالة إلى { $contact }: { $fault }
gateways-trial-unknown = { $name }: لا يُعرف هل قُبلت الرسالة إلى { $contact }: { $fault }
gateways-trial-failed = { PLURAL($count) ->
    [zero] لم تفشل أي بوابة.
    [one] فشلت التجربة في بوابة واحدة.
    [two] فشلت التجربة في بوابتين.
    [few] فشلت التجربة في { $count } بوابات.
    [many] فشلت التجربة في { $count } بوابة.
   *[other] فشلت التجربة في { $count } بوابة.
}
