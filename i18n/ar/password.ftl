# الخطوة 5: كلمة المرور الجديدة.

password-title = اختر كلمة مرور جديدة
password-sentence = اخترها بنفسك، ولا تقلها لأحد. الموظف لا يراها.
password-new = كلمة المرور الجديدة
password-repeat = اكتبها مرة أخرى
password-save = حفظ كلمة المرور
password-saving = جارٍ حفظ كلمة المرور
password-rules = شروط كلمة المرور
password-rule-met = تحقق
password-rule-open = بقي
password-rule-recommended = مستحسن
password-rule-length = { PLURAL($count) ->
    [zero] لا حد لعدد الأحرف
    [one] حرف واحد على الأقل
    [two] حرفان على الأقل
    [few] { $count } أحرف على الأقل
    [many] { $count } حرفًا على الأقل
   *[other] { $count } حرف على الأقل
}
password-rule-upper = حرف لاتيني كبير، مثل A
password-rule-lower = حرف لاتيني صغير، مثل a
password-rule-same = الكلمتان متطابقتان
password-rule-symbol = رمز، مثل - # @ !
password-later = عند الحفظ نتأكد أنها ليست من كلمات مرورك السابقة، ولا من الكلمات الشائعة.
password-strength = القوة:
password-strength-0 = ضعيفة جدًا
password-strength-1 = ضعيفة
password-strength-2 = متوسطة
password-strength-3 = جيدة
password-strength-4 = قوية
password-strength-none = لم تُكتب بعد
password-repeat-not-yet = لم تتطابق الكلمتان بعد. أكمل الكتابة.
password-error-empty = اكتب كلمة المرور الجديدة.
password-error-repeat-empty = اكتب كلمة المرور مرة أخرى هنا.
password-error-short = { PLURAL($count) ->
    [zero] كلمة المرور قصيرة. زد أحرفها.
    [one] كلمة المرور قصيرة. المطلوب حرف واحد على الأقل.
    [two] كلمة المرور قصيرة. المطلوب حرفان على الأقل.
    [few] كلمة المرور قصيرة. المطلوب { $count } أحرف على الأقل.
    [many] كلمة المرور قصيرة. المطلوب { $count } حرفًا على الأقل.
   *[other] كلمة المرور قصيرة. المطلوب { $count } حرف على الأقل.
}
password-error-long = { PLURAL($count) ->
    [zero] كلمة المرور طويلة. أنقص أحرفها.
    [one] كلمة المرور طويلة. أقصى طولها حرف واحد.
    [two] كلمة المرور طويلة. أقصى طولها حرفان.
    [few] كلمة المرور طويلة. أقصى طولها { $count } أحرف.
    [many] كلمة المرور طويلة. أقصى طولها { $count } حرفًا.
   *[other] كلمة المرور طويلة. أقصى طولها { $count } حرف.
}
password-error-upper = أضف حرفًا لاتينيًا كبيرًا، مثل A.
password-error-lower = أضف حرفًا لاتينيًا صغيرًا، مثل a.
password-error-digit = أضف رقمًا واحدًا على الأقل.
password-error-symbol = أضف رمزًا، مثل - # @ !
password-error-repeat = الكلمتان مختلفتان. أعد كتابة الثانية كما كتبت الأولى.
password-error-common = هذه كلمة شائعة يسهل تخمينها. اختر غيرها.
password-error-personal = كلمة المرور من بياناتك نفسها، كالاسم أو الرقم. اختر غيرها.
password-error-one-character = حرف واحد يملأ أكثر من نصف الكلمة. نوّع أحرفها.
password-error-character = في كلمة المرور حرف لا يمكن قبوله. احذفه أو اختر غيره.
password-error-used-before = استُخدمت هذه الكلمة في حسابك من قبل. اختر كلمة جديدة.
password-error-arabic-keyboard = لوحة المفاتيح عربية. بدّلها إلى اللاتينية إن أردت حروفًا لاتينية.
password-error-busy = الجهاز مشغول الآن. لم يُحفظ شيء، فأعد المحاولة بعد لحظة.
password-clerk-title = المستفيد يختار كلمة مروره
password-clerk-sentence = انتقلت لوحة المفاتيح إليه. لا تظهر لك الكلمة ولا طولها، ولا تقترح عليه كلمة.
password-clerk-then = حين يحفظها تنتقل الزيارة وحدها إلى الإتمام.
