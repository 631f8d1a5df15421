# صفحة البداية.

start-title = المكتب جاهز للمستفيد التالي
start-wiped = مُسحت بيانات الزيارة السابقة من الحقول والذاكرة والحافظة عند الساعة { $time }.
start-fresh = لا زيارة مفتوحة، ولا بيانات لأحد على هذا المكتب.
start-next-applicant = المستفيد التالي
start-electronic-services = الخدمات الإلكترونية
start-individual-services = خدمات الأفراد
start-supervision = الإشراف والسجل
start-supervision-what = أرقام اليوم والأسبوع، وما يستدعي الانتباه، وكل ما جرى على هذا المكتب.
start-services = الخدمات وشروطها
start-services-what = ما الذي يفتحه الحساب، وما يلزم قبل كل خدمة.
start-forgotten-password = نسيت كلمة المرور؟
start-forgotten-password-what = يتحقق المكتب من هوية المستفيد، ثم يختار كلمة مرور جديدة بنفسه.
start-sign-in = تجربة الدخول
start-sign-in-what = يجرّب المستفيد اسمه وكلمة مروره الجديدة على شاشته.

start-latest = آخر الزيارات
start-latest-none = لا زيارات منذ فتح البرنامج
start-latest-completed = اكتملت
start-latest-unfinished = لم تكتمل

start-no-gateway-title = لا يمكن بدء استعادة تحتاج إلى رمز
start-no-gateway-why = لا توجد على هذا المكتب بوابة رسائل، فلا سبيل إلى إرسال رمز التفعيل.
start-no-gateway-do = اطلب من مسؤول التقنية إضافة البوابة إلى ملف الإعدادات، ثم أعد فتح البرنامج.
start-gateway-down-title = بوابة الرسائل لا تعمل الآن
start-gateway-down-do = تُحفظ الرسائل وتخرج حين تعود، وقد يتأخر الرمز. أخبر المستفيد أو حدد له موعدًا آخر، وإن طال الأمر فأخبر مسؤول التقنية.
start-no-email-title = لا تسجيل لمستخدم جديد على هذا المكتب
start-no-email-why = يحتاج التسجيل إلى رمز بالبريد، ولا توجد هنا بوابة بريد.
start-email-down-title = بوابة البريد لا تعمل الآن
start-email-down-do = تُحفظ رسائل البريد وتخرج حين تعود، وقد يتأخر رمز التسجيل. إن طال الأمر فأخبر مسؤول التقنية.

start-new-user = مستخدم جديد
start-new-user-what = لمن نسي اسم المستخدم، أو يسجّل للمرة الأولى.

services-page-kind = صفة المستفيد
services-page-sentence = ما الذي يفتحه الحساب لكل صفة، وما يلزم قبل كل خدمة.
services-page-need = يلزم قبلها: { $need }. وتعطيه: { $gives }.

aside-services-say = «هذه الخدمات التي تستطيع طلبها من حسابك، وهذا ما تحضره لكل واحدة منها.»
