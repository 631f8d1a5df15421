# الإعداد عند أول تشغيل لمكتب.

welcome-window = استعادة · إعداد المكتب
welcome-steps = خطوات الإعداد
welcome-step = الخطوة { $number } من { $total } · { $name }
welcome-once = يُطلب الإعداد مرة واحدة على كل مكتب.
welcome-aside = لماذا نسأل؟

welcome-language = اللغة
welcome-language-title = أهلًا بك في استعادة
welcome-language-sentence = بضع خطوات ويصبح المكتب جاهزًا. اختر لغة شاشة الموظف أولًا.
welcome-language-choices = لغة شاشة الموظف
welcome-language-why = تُغيَّر في أي وقت بالمفتاح F2. ولشاشة المستفيد لغتها المستقلة.

welcome-workplace = المركز والمكتب
welcome-workplace-title = المركز والمكتب
welcome-workplace-sentence = بهذين الاسمين يظهر المكتب في الشريط العلوي والإيصال والسجل.
welcome-centre = اسم المركز
welcome-centre-help = كما يعرفه المراجعون، مثل: مركز الخدمة الشاملة
welcome-desk = اسم المكتب
welcome-desk-help = اسم أو رقم لا يتكرر في المركز، مثل: مكتب 4
welcome-centre-missing = اكتب اسم المركز.
welcome-desk-missing = اكتب اسم المكتب.
welcome-name-long = هذا أطول مما يُعرض. اختصره.
welcome-name-character = فيه حرف لا يُعرض. احذفه واكتب غيره.
welcome-workplace-why = الإيصال يذكر المكتب، والسجل يبين أين تم كل إجراء.

welcome-supervisor = المشرف الأول
welcome-supervisor-title = المشرف الأول
welcome-supervisor-sentence = أول من يدخل على هذا المكتب. يضيف بقية الموظفين ويعيّن أدوارهم.
welcome-supervisor-name = الاسم كما يظهر على الشاشة
welcome-supervisor-identity-help = به يسجل المشرف دخوله، ولا يخدم صاحبه نفسه.
welcome-supervisor-name-missing = اكتب اسم المشرف.
welcome-supervisor-why = لكل موظف رقم هويته وكلمة مروره، فيعرف السجل من فعل ماذا. ولا يخدم أحد نفسه ولا يوافق لنفسه.

welcome-password = كلمة مروره
welcome-password-title = كلمة مرور المشرف
welcome-password-sentence = يختارها المشرف بنفسه، ولا يقولها لأحد.
welcome-password-why = لا يراها ولا يعيدها أحد. إن نسيها المشرف الأخير فعبارة الاسترداد وحدها تعيّن له غيرها.


welcome-phrase = عبارة الاسترداد
welcome-phrase-title = اكتب عبارة الاسترداد على ورقة
welcome-phrase-sentence = اثنتا عشرة كلمة تظهر الآن فقط. اكتبها بترتيبها، واحفظ الورقة في خزنة بعيدًا عن المكتب.
welcome-phrase-words = كلمات عبارة الاسترداد
welcome-phrase-warning = لا تصورها ولا تطبعها ولا ترسلها. من يملكها يعيّن كلمة مرور المشرف.
welcome-phrase-written = كتبتها
welcome-phrase-ask-title = هل كتبتها كما هي؟
welcome-phrase-ask-sentence = اقرأ من ورقتك الكلمتين المطلوبتين.
welcome-phrase-word = الكلمة رقم { $number }
welcome-phrase-word-empty = اكتب الكلمة من ورقتك.
welcome-phrase-word-wrong = ليست هذه الكلمة. راجع ورقتك، أو ارجع لترى الكلمات مرة أخرى.
welcome-phrase-why = إن نسي المشرف الأخير كلمة مروره فهذه العبارة وحدها تعيّن له غيرها. لا يُحتفظ بها في أي مكان آخر.

welcome-applicant = شاشة المستفيد
welcome-applicant-title = أين تقف شاشة المستفيد؟
welcome-applicant-sentence = ما يكتبه المستفيد من إجابات ورموز وكلمات مرور لا يظهر إلا عليها.
welcome-applicant-places = مكان شاشة المستفيد
welcome-applicant-same = على هذه الشاشة نفسها
welcome-applicant-same-detail = شاشة واحدة تنتقل بين الموظف والمستفيد.
welcome-applicant-own = على شاشة أخرى أمام المستفيد
welcome-applicant-own-detail = يبدأ مكانها من أعلى يسار الشاشة الأولى.
welcome-applicant-x = من اليسار، بالبكسل
welcome-applicant-x-help = عرض الشاشة الأولى غالبًا، مثل 1920
welcome-applicant-y = من الأعلى، بالبكسل
welcome-applicant-y-help = صفر إن كانت بمحاذاتها
welcome-applicant-number = اكتب عددًا صحيحًا، مثل 1920.
welcome-applicant-mark-show = أظهر علامة هناك
welcome-applicant-mark = شاشة المستفيد هنا
welcome-applicant-mark-sentence = تختفي هذه العلامة من تلقاء نفسها.
welcome-applicant-why = شاشة أمام المستفيد تعني أن الموظف لا يرى ما يكتبه أصلًا. ويمكن تغيير ذلك لاحقًا من ملف الإعدادات.

welcome-review = المراجعة
welcome-review-title = هل كل شيء صحيح؟
welcome-review-sentence = بعد التأكيد يُنشأ مخزن المكتب، ويسجل المشرف دخوله.
welcome-review-password = اختيرت، ولا تُعرض
welcome-review-phrase = كُتبت وتُحقق منها
welcome-review-applicant-same = على هذه الشاشة نفسها
welcome-review-applicant-own = شاشة أخرى تبدأ من { $x } و{ $y }
welcome-review-why = لم يُحفظ شيء بعد. ارجع بالمفتاح Esc إلى ما تريد تصحيحه، وتُطلب كلمات السر من جديد.
welcome-found = إنشاء المكتب
welcome-founding = جارٍ إنشاء المكتب
