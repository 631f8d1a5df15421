# وقائع السجل: ما جرى، بجملة قصيرة لمن يقرأ السجل.

ledger-desk-opened = فُتح المكتب
ledger-clock-jumped-forward = قُدّمت ساعة الجهاز { $span }
ledger-clock-jumped-back = أُخّرت ساعة الجهاز { $span }
ledger-accounts-imported = { PLURAL($count) ->
    [zero] استُورد ملف حسابات لا حساب فيه
    [one] استُورد حساب واحد
    [two] استُورد حسابان
    [few] استُوردت { $count } حسابات
    [many] استُورد { $count } حسابًا
   *[other] استُورد { $count } حساب
}
ledger-registry-imported = { PLURAL($count) ->
    [zero] استُورد سجل هويات لا أحد فيه
    [one] استُورد سجل الهويات: شخص واحد
    [two] استُورد سجل الهويات: شخصان
    [few] استُورد سجل الهويات: { $count } أشخاص
    [many] استُورد سجل الهويات: { $count } شخصًا
   *[other] استُورد سجل الهويات: { $count } شخص
}
ledger-exported = { PLURAL($count) ->
    [zero] حُفظ ملف لا قيد فيه من السجل
    [one] حُفظ قيد واحد من السجل في ملف
    [two] حُفظ قيدان من السجل في ملف
    [few] حُفظت { $count } قيود من السجل في ملف
    [many] حُفظ { $count } قيدًا من السجل في ملف
   *[other] حُفظ { $count } قيد من السجل في ملف
}
ledger-visit-opened = بدأت زيارة · { $flow }
ledger-document-seen = اطّلع الموظف على الوثيقة · آخرها { $digits }
ledger-captcha-shown = ظهر الرمز المرئي، وترتيبه { $image }
ledger-captcha-missed = لم يُكتب الرمز المرئي صحيحًا
ledger-captcha-paused = توقفت الزيارة قليلًا بعد تعذّر الرمز المرئي
ledger-captcha-passed = كُتب الرمز المرئي صحيحًا
ledger-captcha-attested = أكّد الموظف حضور المستفيد بدل الصورة · { $reason }
ledger-visit-resumed = تابع الموظف الزيارة بعد إغلاق البرنامج
ledger-identity-given = كُتبت الهوية والجوال
ledger-registry-asked = استُعلم عن الهوية والجوال في سجل الهويات
ledger-answers-missed = لم تتطابق الإجابات في الجولة { $round }
ledger-answers-matched = تطابقت الإجابات كلها
ledger-recovery-paused = أُوقفت الاستعادة مؤقتًا لكثرة المحاولات
ledger-desk-paused = أُوقف المكتب مؤقتًا لكثرة ما لم يتطابق
ledger-code-requested = طُلب رمز التفعيل، وترتيبه { $number }
ledger-code-missed = كُتب رمز تفعيل غير صحيح
ledger-code-matched = تطابق رمز التفعيل
ledger-password-changed = تغيّرت كلمة المرور
ledger-username-free = سُئل عن اسم مستخدم، وهو متاح
ledger-username-taken = سُئل عن اسم مستخدم، وهو محجوز
ledger-username-shown = ظهر اسم المستخدم لصاحبه
ledger-username-changed = تغيّر اسم المستخدم
ledger-conditions-read = قُرئت شروط التسجيل
ledger-condition-not-met = شرط لم يتحقق · { $condition }
ledger-document-typed = أُخذت بيانات من الوثيقة لا من سجل الهويات
ledger-username-chosen = اختير اسم المستخدم
ledger-password-chosen = اختيرت كلمة المرور
ledger-email-given = كُتب البريد الإلكتروني
ledger-account-language-chosen = اختيرت لغة الحساب
ledger-terms-accepted = قُبلت الشروط والأحكام وسياسة الخصوصية
ledger-contact-code-requested-sms = طُلب رمز إلى الجوال
ledger-contact-code-requested-email = طُلب رمز إلى البريد الإلكتروني
ledger-contact-proven-sms = ثبت أن الجوال في يد صاحبه
ledger-contact-proven-email = ثبت أن البريد الإلكتروني في يد صاحبه
ledger-questions-chosen = اختيرت أسئلة الأمان وإجاباتها
ledger-registration-clashed = بيانات التسجيل لحساب قائم
ledger-account-registered = أُنشئ الحساب
ledger-condition-unknown = شرط لم يُعرف حاله · { $condition }
ledger-registration-approved = وافق مشرف على التسجيل مع ما لا يُعرف · { $conditions } · { $reason }
ledger-recovery-approved = وافق مشرف على الاستعادة · { $purpose } · { $reason }
ledger-approval-seconded = وافق مشرف ثانٍ
ledger-approval-refused = دخل مشرف، ولم تُقبل الموافقة
ledger-mobile-change-begun = بدأ انتظار الجوال الجديد
ledger-mobile-change-stop-asked = طُلب إيقاف تغيير جوال
ledger-mobile-change-stopped = أُوقف تغيير الجوال
ledger-mobile-changed = تغيّر جوال الحساب
ledger-sign-in-agreed = جُرّب الدخول، ونجح
ledger-sign-in-refused = جُرّب الدخول، ولم ينجح
ledger-ended-completed = انتهت الزيارة بعد إتمامها
ledger-ended-closed = انتهت الزيارة بعبارة الختام
ledger-ended-abandoned = أنهى الموظف الزيارة قبل إتمامها
ledger-ended-idle = انتهت الزيارة لطول السكون
ledger-ended-too-long = انتهت الزيارة لبلوغها أقصى مدتها
ledger-ended-interrupted = انقطعت الزيارة بإغلاق البرنامج
ledger-message-queued = رسالة تنتظر دورها
ledger-message-queued-again = رسالة لم تخرج بعد، وتُعاد المحاولة · { $why }
ledger-message-sending = سُلّمت رسالة إلى البوابة
ledger-message-sent = خرجت رسالة
ledger-message-delivered = وصلت رسالة
ledger-message-failed = رُفضت رسالة ولن تصل
ledger-message-failed-why = رسالة لن تصل · { $why }
ledger-message-expired = انتهت صلاحية رسالة قبل خروجها
ledger-message-unknown = رسالة لا يُعرف أخرجت أم لا
ledger-set-up-completed = اكتملت تهيئة المكتب
ledger-staff-signed-in = دخل موظف إلى المكتب
ledger-staff-signed-out = خرج موظف من المكتب
ledger-staff-locked = أُقفل المكتب
ledger-staff-unlocked = فُتح قفل المكتب
ledger-staff-sign-in-missed = محاولة دخول موظف لم تنجح
ledger-staff-paused = أُوقف دخول موظف مؤقتًا لكثرة المحاولات
ledger-staff-password-changed = غيّر موظف كلمة مروره
ledger-staff-vouched = أثبت موظف ثانٍ نفسه · { $staff }
ledger-staff-added = أُضيف موظف · { $role } { $staff }
ledger-staff-disabled = أُوقف حساب موظف · { $staff }
ledger-staff-reset = أُعطي موظف كلمة مرور مؤقتة · { $staff }
ledger-phrase-used = استُعملت عبارة الاسترداد · { $staff }
ledger-phrase-missed = عبارة استرداد غير صحيحة
ledger-command-ran = نُفّذ أمر من سطر الأوامر · { $command }
ledger-drill-ran = جولة اختبار، ترتيبها { $visit }
