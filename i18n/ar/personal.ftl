# الخطوتان 1 و2 من التسجيل: الشروط، والبيانات الشخصية. وما يراه الموظف حين يختار المستفيد اسمه وكلمة مروره.

conditions-sentence = اقرأها للمستفيد قبل أن يبدأ. يُفحص كل شرط حين يُعرف ما يلزمه.
conditions-sentence-stopped = يتوقف التسجيل هنا حتى يتحقق الشرط. لم يُحفظ شيء مما كُتب.
conditions-continue = متابعة التسجيل
conditions-correct = تعديل البيانات
conditions-end = إنهاء الزيارة

personal-sentence = اكتب الرقم كما يظهر على الوثيقة، ثم رقم جوال مسجل باسم المستفيد.
personal-mobile = رقم الجوال
personal-mobile-help = مثل 050 123 4567. يُستعلم عن صاحبه، ثم يصله رمز.
personal-mobile-reads-as = يُقرأ هكذا: { $value }
personal-next = استعلام ومتابعة
personal-asking = جارٍ الاستعلام
personal-document = لا يعرف سجل الهويات ما يلي. اكتبه كما طُبع على الوثيقة، ويُسجَّل أنه كُتب منها.
personal-name = الاسم كما في الوثيقة
personal-name-help = كاملًا، بالترتيب المطبوع.
personal-name-error-empty = اكتب الاسم كما طُبع على الوثيقة.
personal-name-error-long = الاسم أطول مما يُحفظ. اكتب الاسم الأول واسم الأب والعائلة.
personal-name-error-character = في الاسم رمز لا يُطبع. احذف ما لُصق واكتب الاسم من جديد.
personal-expiry = تاريخ انتهاء الوثيقة
personal-expiry-help = كما طُبع، هجريًا أو ميلاديًا: 1450/10/29 أو 2029/03/14
personal-expiry-reads-as = يُقرأ هكذا: { $value }
personal-expiry-error-empty = اكتب تاريخ انتهاء الوثيقة كما طُبع عليها.
personal-expiry-error-not-a-date = ليس هذا تاريخًا. اكتب السنة ثم الشهر ثم اليوم، مثل 1450/10/29.
personal-expiry-error-year = هذه السنة لا تكون على وثيقة. راجع السنة.
personal-expiry-error-month = لا شهر بهذا الرقم. الشهور من 1 إلى 12.
personal-expiry-error-day = ليس في هذا الشهر يوم بهذا الرقم. راجع اليوم.

naming-clerk-title = المستفيد يختار اسم المستخدم
naming-clerk-sentence = انتقلت لوحة المفاتيح إليه. لا يظهر لك الاسم، ولا تقترح عليه اسمًا.
naming-clerk-then = بعد ذلك يختار كلمة مروره.
password-clerk-then-email = بعد ذلك يكتب بريده الإلكتروني.
password-later-new = عند المتابعة نتأكد أنها ليست من الكلمات الشائعة.
twice-clerk-sentence = انتقلت لوحة المفاتيح إليه، ويكتب الأحرف مرتين. لا تظهر لك الصورة ولا ما يكتبه.

codes-mobile = رمز الجوال
codes-email = رمز البريد
codes-resend-mobile = إعادة إرسال رمز الجوال
codes-resend-email = إعادة إرسال رمز البريد
