# الشريط الجانبي: بطاقة الزيارة وخطواتها.

rail-visit = الزيارة
rail-identity-unknown = لم تُعرف الهوية بعد
rail-person = { $kind } · { $masked }
rail-flow-password = استعادة كلمة المرور
rail-flow-username = استعادة اسم المستخدم
rail-steps = خطوات الزيارة

rail-document = الاطلاع على الوثيقة
rail-captcha = الرمز المرئي
rail-identity = الهوية والجوال
rail-questions = أسئلة الأمان
rail-code = رمز التفعيل
rail-password = كلمة المرور الجديدة
rail-username = اسم المستخدم
rail-done = الإتمام والإيصال

rail-now-document = يطّلع الموظف على الوثيقة
rail-now-captcha = يكتب المستفيد ما يراه
rail-now-captcha-paused = توقف قصير
rail-now-identity = يكتب الموظف الرقمين
rail-now-questions = يجيب المستفيد الآن
rail-now-questions-again = جولة أخرى
rail-now-code = طُلب الرمز، يكتبه المستفيد
rail-now-code-expired = انتهت صلاحية الرمز
rail-now-password = يختارها المستفيد بنفسه
rail-now-username = يراه المستفيد أو يغيّره
rail-now-done = تم التغيير
rail-now-shown = ظهر الاسم لصاحبه
rail-now-ended = انتهت الزيارة

kind-citizen = مواطن
kind-resident = مقيم
kind-visitor = زائر
kind-citizen-document = هوية وطنية
kind-resident-document = إقامة
kind-visitor-document = رقم حدود
