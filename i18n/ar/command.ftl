# ما تقوله الأوامر في الطرفية.

command-about = استعادة الحسابات على مكتب الخدمة
command-help-training = يفتح التدريب بأشخاص غير حقيقيين وهاتف مرسوم
command-help-tour = يمر بكل الشاشات دون شاشة عرض، ويكتب صورة لكل منها
command-help-captcha = يكتب صورًا للرمز المرئي
command-help-import = يستورد حسابات من ملف CSV أو JSON Lines
command-help-find = يبحث عن حساب ويعرضه محجوبًا
command-help-verify = يتحقق من السجل كله
command-help-doctor = يفحص الإعدادات والمفتاح والحفظ والبوابات والشاشة
command-help-drill = يجري زيارات عشوائية للاختبار
command-option-data = مجلد البيانات
command-option-config = ملف الإعدادات
command-option-json = مخرجات يقرؤها برنامج
command-option-out = المجلد الذي يُكتب فيه
command-option-locale = لغة الشاشات
command-option-dry-run = فحص الملف دون استيراده

command-wrong-use = صيغة الأمر غير صحيحة. لعرض طريقة الاستخدام: { $usage }
command-unknown-locale = اللغة «{ $locale }» غير متاحة. المتاح: { $known }
command-file-not-read = تعذّرت قراءة الملف { $path }.

config-not-read = تعذّرت قراءة ملف الإعدادات { $path }.
config-line = { $path }، السطر { $line }، الحقل «{ $field }»: { $reason }
config-reason-syntax = صيغة السطر غير صحيحة
config-reason-unknown = اسم غير معروف
config-reason-missing = قيمة لازمة غير موجودة
config-reason-range = القيمة خارج المسموح، من { $least } إلى { $most }
config-reason-value = قيمة غير صالحة

import-writing = حفظ الحسابات: { $number } من { $total }
import-in-file = في الملف { $path }:
import-line = السطر { $line }، الحقل «{ $field }»: { $reason }
import-row = السطر { $line }: { $reason }
import-refused = { PLURAL($count) ->
    [zero] لم يُرفض سطر.
    [one] رُفض سطر واحد، فلم يُستورد شيء. صححه ثم أعد الأمر.
    [two] رُفض سطران، فلم يُستورد شيء. صححهما ثم أعد الأمر.
    [few] رُفضت { $count } أسطر، فلم يُستورد شيء. صححها ثم أعد الأمر.
    [many] رُفض { $count } سطرًا، فلم يُستورد شيء. صححها ثم أعد الأمر.
   *[other] رُفض { $count } سطر، فلم يُستورد شيء. صححها ثم أعد الأمر.
}
import-done = { PLURAL($count) ->
    [zero] لا حسابات في الملف، ولم يُستورد شيء.
    [one] استُورد حساب واحد.
    [two] استُورد حسابان.
    [few] استُوردت { $count } حسابات.
    [many] استُورد { $count } حسابًا.
   *[other] استُورد { $count } حساب.
}
import-dry-run = { PLURAL($count) ->
    [zero] لا حسابات في الملف.
    [one] الملف سليم: حساب واحد جاهز للاستيراد. لم يُستورد شيء.
    [two] الملف سليم: حسابان جاهزان للاستيراد. لم يُستورد شيء.
    [few] الملف سليم: { $count } حسابات جاهزة للاستيراد. لم يُستورد شيء.
    [many] الملف سليم: { $count } حسابًا جاهزًا للاستيراد. لم يُستورد شيء.
   *[other] الملف سليم: { $count } حساب جاهز للاستيراد. لم يُستورد شيء.
}
import-field-identity = رقم الهوية
import-field-kind = الصفة
import-field-name = الاسم
import-field-mobile = الجوال
import-field-email = البريد الإلكتروني
import-field-username = اسم المستخدم
import-field-expiry = انتهاء الوثيقة
import-field-language = اللغة
import-field-question = السؤال
import-field-answer = الإجابة
import-field-password = بصمة كلمة المرور
import-reason-encoding = الملف ليس بترميز UTF-8
import-reason-header = العمود غير موجود في الترويسة
import-reason-header-unknown = عمود غير معروف في الترويسة
import-reason-columns = عدد الأعمدة لا يوافق الترويسة
import-reason-syntax = صيغة السطر غير صحيحة
import-reason-empty = القيمة فارغة
import-reason-not-digits = ليست أرقامًا فقط
import-reason-length = الطول غير صحيح
import-reason-check-digit = رقم التحقق لا يطابق
import-reason-is-mobile = هذا رقم جوال لا رقم هوية
import-reason-is-identity = هذا رقم هوية
import-reason-unknown-kind = الصفة غير معروفة
import-reason-kind-disagrees = الصفة لا توافق أول أرقام الهوية
import-reason-foreign = رقم من خارج المملكة
import-reason-not-mobile = ليس رقم جوال
import-reason-email = ليس عنوان بريد صالحًا
import-reason-arabic-letters = كُتبت بحروف عربية
import-reason-username = ليس اسم مستخدم صالحًا
import-reason-name = ليس اسمًا صالحًا
import-reason-date = ليس تاريخًا مثل 2026-10-22 أو 1448-05-01 مع علامة الهجري
import-reason-no-such-day = لا يوجد هذا اليوم في التقويم
import-reason-year = السنة بعيدة عن سنوات الوثائق
import-reason-language = لغة غير معروفة
import-reason-question = سؤال ليس في القائمة
import-reason-question-twice = السؤال مكرر
import-reason-answer = الإجابة قصيرة أو فارغة
import-reason-answer-alone = إجابة بلا سؤال، أو سؤال بلا إجابة
import-reason-hash = البصمة ليست بصيغة معروفة
import-reason-twice = مكررة في الملف عند السطر { $line }
import-reason-taken = مسجلة في حساب قائم

find-none = لا حساب بهذه القيمة.
find-wrong-value = هذه القيمة ليست رقم هوية ولا جوالًا ولا بريدًا ولا اسم مستخدم.
find-questions = { PLURAL($count) ->
    [zero] بلا أسئلة أمان
    [one] سؤال أمان واحد
    [two] سؤالا أمان
    [few] { $count } أسئلة أمان
    [many] { $count } سؤال أمان
   *[other] { $count } سؤال أمان
}
find-expiry = انتهاء الوثيقة: { $expiry }
find-expired = انتهت الوثيقة: { $expiry }
find-no-expiry = انتهاء الوثيقة غير معروف
find-password = له كلمة مرور
find-no-password = بلا كلمة مرور

verify-ok = { PLURAL($count) ->
    [zero] السجل فارغ، ولا شيء فيه يُفحص.
    [one] السجل مطابق: قيد واحد. آخره { $hash }
    [two] السجل مطابق: قيدان. آخرهما { $hash }
    [few] السجل مطابق: { $count } قيود. آخرها { $hash }
    [many] السجل مطابق: { $count } قيدًا. آخرها { $hash }
   *[other] السجل مطابق: { $count } قيد. آخرها { $hash }
}
verify-broken = السجل غير مطابق عند القيد رقم { $frame }.
verify-empty-folder = لا سجل في { $path }.

doctor-ok = سليم
doctor-warn = تنبيه
doctor-bad = خلل
doctor-line = { $state } · { $what }: { $finding }
doctor-remedy = العلاج: { $remedy }
doctor-config = الإعدادات
doctor-key = المفتاح
doctor-store = الحفظ
doctor-ledger = السجل
doctor-gateway = بوابة الرسائل
doctor-fonts = الخطوط
doctor-display = الشاشة
doctor-config-ok = قُرئت من { $path }
doctor-config-default = لا ملف، والقيم الأصلية سارية
doctor-key-ok = موجود في ملف لا يقرؤه غير صاحبه
doctor-key-none = لم يُنشأ بعد. يُنشأ عند أول فتح
doctor-key-open = ملف المفتاح يقرؤه غير صاحبه
doctor-key-open-do = احصر صلاحية الملف { $path } في صاحبه
doctor-store-ok = يُفتح ويُكتب فيه، ونوعه «{ $kind }»
doctor-store-none = لا بيانات بعد في { $path }
doctor-ledger-ok = { PLURAL($count) ->
    [zero] فارغ
    [one] قيد واحد، متصل
    [two] قيدان متصلان
    [few] { $count } قيود متصلة
    [many] { $count } قيدًا متصلًا
   *[other] { $count } قيد متصل
}
doctor-gateway-none = لا بوابة، فلا تبدأ استعادة تحتاج إلى رمز
doctor-gateway-do = أضف بوابتي الرسائل القصيرة والبريد إلى ملف الإعدادات
doctor-fonts-ok = مضمّنة في البرنامج
doctor-display-ok = متاحة
doctor-display-none = غير متاحة
doctor-display-do = شغّل البرنامج من جلسة رسومية
doctor-all-well = كل شيء سليم.
doctor-problems = { PLURAL($count) ->
    [zero] لا خلل.
    [one] خلل واحد يلزم علاجه.
    [two] خللان يلزم علاجهما.
    [few] { $count } أمور يلزم علاجها.
    [many] { $count } أمرًا يلزم علاجه.
   *[other] { $count } أمر يلزم علاجه.
}

tour-done = { PLURAL($count) ->
    [zero] لم تُكتب صورة.
    [one] كُتبت صورة واحدة في { $path }
    [two] كُتبت صورتان في { $path }
    [few] كُتبت { $count } صور في { $path }
    [many] كُتبت { $count } صورة في { $path }
   *[other] كُتبت { $count } صورة في { $path }
}
tour-failed = توقفت الجولة عند الشاشة «{ $screen }»: لم يظهر ما كان منتظرًا.
tour-clerk-keys = { PLURAL($count) ->
    [zero] بنافذة واحدة لم يضغط الموظف أي مفتاح من استقبال المراجع إلى طباعة إيصاله في استعادة كلمة المرور، سوى أرقام الحقول وأحرفها؛ والحد { $most }.
    [one] بنافذة واحدة ضغط الموظف مفتاحًا واحدًا من استقبال المراجع إلى طباعة إيصاله في استعادة كلمة المرور، سوى أرقام الحقول وأحرفها؛ والحد { $most }.
    [two] بنافذة واحدة ضغط الموظف مفتاحين من استقبال المراجع إلى طباعة إيصاله في استعادة كلمة المرور، سوى أرقام الحقول وأحرفها؛ والحد { $most }.
    [few] بنافذة واحدة ضغط الموظف { $count } مفاتيح من استقبال المراجع إلى طباعة إيصاله في استعادة كلمة المرور، سوى أرقام الحقول وأحرفها؛ والحد { $most }.
    [many] بنافذة واحدة ضغط الموظف { $count } مفتاحًا من استقبال المراجع إلى طباعة إيصاله في استعادة كلمة المرور، سوى أرقام الحقول وأحرفها؛ والحد { $most }.
   *[other] بنافذة واحدة ضغط الموظف { $count } مفتاح من استقبال المراجع إلى طباعة إيصاله في استعادة كلمة المرور، سوى أرقام الحقول وأحرفها؛ والحد { $most }.
}
tour-clerk-keys-two = { PLURAL($count) ->
    [zero] بنافذة لكل جانب لم يضغط الموظف أي مفتاح؛ والحد { $most }.
    [one] بنافذة لكل جانب ضغط الموظف مفتاحًا واحدًا؛ والحد { $most }.
    [two] بنافذة لكل جانب ضغط الموظف مفتاحين؛ والحد { $most }.
    [few] بنافذة لكل جانب ضغط الموظف { $count } مفاتيح؛ والحد { $most }.
    [many] بنافذة لكل جانب ضغط الموظف { $count } مفتاحًا؛ والحد { $most }.
   *[other] بنافذة لكل جانب ضغط الموظف { $count } مفتاح؛ والحد { $most }.
}

captcha-command-done = { PLURAL($count) ->
    [zero] لم تُكتب صورة.
    [one] كُتبت صورة واحدة في { $path }
    [two] كُتبت صورتان في { $path }
    [few] كُتبت { $count } صور في { $path }
    [many] كُتبت { $count } صورة في { $path }
   *[other] كُتبت { $count } صورة في { $path }
}

drill-progress = الزيارة { $number } من { $total }
drill-done = { PLURAL($count) ->
    [zero] لم تُجر زيارة.
    [one] زيارة واحدة بسرعة { $rate } في الثانية
    [two] زيارتان بسرعة { $rate } في الثانية
    [few] { $count } زيارات بسرعة { $rate } في الثانية
    [many] { $count } زيارة بسرعة { $rate } في الثانية
   *[other] { $count } زيارة بسرعة { $rate } في الثانية
}
drill-check-ok = { PLURAL($count) ->
    [zero] لا إقرارات في الملف، والسجل والحفظ متوافقان.
    [one] إقرار واحد موجود، والسجل والحفظ متوافقان.
    [two] إقراران موجودان، والسجل والحفظ متوافقان.
    [few] { $count } إقرارات موجودة كلها، والسجل والحفظ متوافقان.
    [many] { $count } إقرارًا موجودة كلها، والسجل والحفظ متوافقان.
   *[other] { $count } إقرار موجودة كلها، والسجل والحفظ متوافقان.
}
drill-check-missing = القيد رقم { $frame } أُقرّ بحفظه وليس في السجل بصورته.
drill-check-line = السطر { $line } من ملف الإقرارات غير مفهوم.
