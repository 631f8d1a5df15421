# الخطوة 4: رمز التفعيل.

code-title = اكتب رمز التفعيل
code-sentence = { PLURAL($count) ->
    [zero] أرسلنا رمزًا إلى جوالك المنتهي بـ { $last_two }.
    [one] أرسلنا رقمًا واحدًا إلى جوالك المنتهي بـ { $last_two }.
    [two] أرسلنا رقمين إلى جوالك المنتهي بـ { $last_two }.
    [few] أرسلنا { $count } أرقام إلى جوالك المنتهي بـ { $last_two }.
    [many] أرسلنا { $count } رقمًا إلى جوالك المنتهي بـ { $last_two }.
   *[other] أرسلنا { $count } رقم إلى جوالك المنتهي بـ { $last_two }.
}
code-label = رمز التفعيل
code-keypad = لوحة الأرقام
code-delete-last = حذف آخر رقم
code-clear-all = مسح الكل
code-expires = ينتهي الرمز بعد
code-expires-at = عند الساعة { $moment }
code-never-aloud = لا تقرأ الرمز بصوت مسموع، ولا تعطه لأحد.
code-tries-left = { PLURAL($count) ->
    [zero] لم تبق لهذا الرمز محاولة.
    [one] بقيت لهذا الرمز محاولة واحدة.
    [two] بقيت لهذا الرمز محاولتان.
    [few] بقيت لهذا الرمز { $count } محاولات.
    [many] بقيت لهذا الرمز { $count } محاولة.
   *[other] بقيت لهذا الرمز { $count } محاولة.
}
code-error-empty = اكتب الرمز الذي وصل إلى جوالك.
code-error-not-digits = الرمز أرقام فقط. اكتبه كما في الرسالة.
code-error-length = { PLURAL($count) ->
    [zero] الرمز غير كامل. اكتبه كاملًا كما في الرسالة.
    [one] الرمز رقم واحد. اكتبه كاملًا كما في الرسالة.
    [two] الرمز رقمان. اكتبه كاملًا كما في الرسالة.
    [few] الرمز { $count } أرقام. اكتبه كاملًا كما في الرسالة.
    [many] الرمز { $count } رقمًا. اكتبه كاملًا كما في الرسالة.
   *[other] الرمز { $count } رقم. اكتبه كاملًا كما في الرسالة.
}
code-error-wrong = { PLURAL($count) ->
    [zero] الرمز غير صحيح، ولم تبق له محاولة. اطلب رمزًا جديدًا.
    [one] الرمز غير صحيح. بقيت محاولة واحدة، فقارنه بآخر رسالة.
    [two] الرمز غير صحيح. بقيت محاولتان، فقارنه بآخر رسالة.
    [few] الرمز غير صحيح. بقيت { $count } محاولات، فقارنه بآخر رسالة.
    [many] الرمز غير صحيح. بقيت { $count } محاولة، فقارنه بآخر رسالة.
   *[other] الرمز غير صحيح. بقيت { $count } محاولة، فقارنه بآخر رسالة.
}
code-error-expired = انتهت صلاحية الرمز. اطلب رمزًا جديدًا.
code-error-spent = استُنفدت محاولات هذا الرمز. اطلب رمزًا جديدًا.
code-error-too-soon = يمكن طلب رمز جديد بعد { $left }.
code-error-none-left = طُلبت كل رموز هذه الزيارة. استخدم آخر رسالة وصلتك، أو أخبر الموظف.
code-resend = رمز جديد
code-resend-in = رمز جديد بعد { $left }
code-resent = طُلب رمز جديد. الرمز السابق لم يعد صالحًا.
code-resends-left = { PLURAL($count) ->
    [zero] لا رموز أخرى في هذه الزيارة
    [one] بقي رمز واحد
    [two] بقي رمزان
    [few] بقيت { $count } رموز
    [many] بقي { $count } رمزًا
   *[other] بقي { $count } رمز
}
code-checking = جارٍ التحقق من الرمز

code-clerk-title = بانتظار رمز التفعيل
code-clerk-sentence = يصل الرمز إلى الجوال المسجل في الحساب، والمستفيد يكتبه على شاشته.
code-clerk-sentence-training = يصل الرمز إلى هاتف التدريب المرسوم بجانب هذه البطاقة.
code-clerk-sent-before = طُلب قبل
code-clerk-resend-after = يمكن إعادة الإرسال بعد
code-clerk-left = بقي لهذه الزيارة
code-clerk-left-codes = { PLURAL($count) ->
    [zero] لا شيء
    [one] رمز واحد
    [two] رمزان
    [few] { $count } رموز
    [many] { $count } رمزًا
   *[other] { $count } رمز
}
code-clerk-expired = انتهت صلاحية هذا الرمز
code-clerk-tries = المحاولات الخاطئة: { $number } من { $total }
code-clerk-saved = حُفظت الرسالة
code-clerk-typing = يكتب المستفيد الرمز على شاشته
code-clerk-training = في التدريب تؤدي الدورين. اقرأ الرمز من الهاتف المرسوم، ثم اضغط { $key } واكتبه على شاشة المستفيد.
