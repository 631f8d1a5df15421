# المراجعة قبل إنشاء الحساب، وبعد إنشائه.

review-title = راجع قبل إنشاء الحساب
review-sentence = هذا ما كتبته. صحح ما تريد، ثم اضغط «إنشاء حساب».
review-name = الاسم
review-identity = رقم الهوية / الإقامة
review-expiry = انتهاء الوثيقة
review-from-document = من الوثيقة
review-from-registry = من السجل الرسمي
review-mobile = رقم الجوال
review-email = البريد الإلكتروني
review-username = اسم المستخدم
review-password = كلمة المرور
review-language = لغة الحساب
review-terms = الشروط وسياسة الخصوصية
review-questions = أسئلة الأمان
review-set = محفوظة
review-accepted = وافقت عليها
review-change = تغيير
review-create = إنشاء حساب
review-creating = جارٍ إنشاء الحساب
review-back-secret = إذا رجعت إلى خطوة سر طُلب منك كتابته من جديد.
review-clerk-title = المستفيد يراجع ما كتبه
review-clerk-sentence = انتقلت لوحة المفاتيح إليه. إذا ضغط «إنشاء حساب» أُنشئ حسابه.
review-clerk-then = بعد إنشائه يظهر الإيصال والخدمات المتاحة له.
