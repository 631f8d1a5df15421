# التسجيل: خطواته في الشريط الجانبي، وما يقوله الموظف في كل خطوة، ومتى يتوقف.

registration-flow = مستخدم جديد

registration-conditions = شروط التسجيل
registration-personal = البيانات الشخصية
registration-password = كلمة المرور
registration-email = البريد الإلكتروني
registration-language = لغة الحساب
registration-captcha = الرمز المرئي
registration-terms = الشروط والخصوصية
registration-codes = رمزا الجوال والبريد
registration-questions = أسئلة الأمان
registration-review = المراجعة

registration-now-conditions = يقرأ الموظف الشروط له
registration-now-conditions-stopped = شرط لم يتحقق
registration-now-conditions-unknown = شرط لم يُعرف حاله
registration-now-personal = يكتب الموظف الرقمين
registration-now-username = يختار المستفيد اسمه
registration-now-password = يختارها المستفيد بنفسه
registration-now-email = يكتبه المستفيد مرتين
registration-now-language = يختارها المستفيد
registration-now-captcha = يكتبه المستفيد مرتين
registration-now-terms = يقرأ المستفيد ثم يوافق
registration-now-codes = يُنتظر الرمزان
registration-now-codes-mobile = بقي رمز الجوال
registration-now-codes-email = بقي رمز البريد
registration-now-questions = يختارها ويجيب عنها
registration-now-review = يراجع المستفيد ما كتبه

registration-had-account-say = «أهلًا بك. هل سبق أن كان لك حساب، ولو نسيت اسمه؟»

registration-conditions-say = «هذه شروط التسجيل. أقرؤها لك الآن حتى لا يذهب وقتك: وثيقة سارية، وجوال باسمك، وبريد تستطيع فتحه.»
registration-conditions-flag-1 = تسجيلًا يطلبه غيره نيابة عنه
registration-conditions-flag-2 = وثيقة ليست لمن أمامك
registration-conditions-stopped-say = «لا يمكن التسجيل الآن، والسبب مكتوب أمامي. أشرح لك ما تفعله وأين، ثم عد إلينا.»
registration-conditions-unknown-say = «لم نستطع التأكد من بياناتك الآن. لا شيء عليك، ويمكنك العودة لاحقًا أو سؤال المشرف.»

registration-personal-say = «أعطني وثيقتك، واذكر لي رقم جوالك المسجل باسمك.»
registration-personal-flag-1 = رقم جوال يُقرأ من ورقة أو يُسأل عنه غيره
registration-personal-flag-2 = جوالًا باسم صاحب عمل أو مكتب خدمات
registration-personal-flag-3 = هوية شخص غير حاضر

registration-username-say = «اختر اسمًا تدخل به إلى حسابك. تستطيع أن تأخذ اسمًا من المقترحة أمامك. لا تقله لي.»
registration-username-flag-1 = شخصًا يختار له الاسم
registration-username-flag-2 = تصوير الشاشة

registration-password-say = «اختر كلمة مرور لا يعرفها غيرك، واكتبها مرتين. لا تقلها لي.»
registration-password-flag-1 = شخصًا يختار له الكلمة أو يمليها عليه
registration-password-flag-2 = كتابة الكلمة على ورقة تُترك على المكتب
registration-password-flag-3 = تصوير الشاشة

registration-email-say = «اكتب بريدك الإلكتروني مرتين. سيصلك عليه رمز بعد قليل، فاكتب بريدًا تستطيع فتحه الآن.»
registration-email-flag-1 = بريد مكتب خدمات أو بريد شخص آخر
registration-email-flag-2 = شخصًا يفتح له بريدًا جديدًا من جواله هو

registration-language-say = «بأي لغة تحب أن تصلك رسائل حسابك؟»
registration-language-flag-1 = شخصًا يختار له لغة لا يفهمها

registration-captcha-say = «اكتب الأحرف التي في الصورة، ثم اكتبها مرة أخرى. لا فرق بين الكبير والصغير.»
registration-captcha-flag-1 = شخصًا آخر يكتب بدلًا منه
registration-captcha-flag-2 = مستفيدًا لا يعلم لمَ هو هنا

registration-terms-say = «اقرأ الشروط وسياسة الخصوصية إلى آخرهما، ثم ضع العلامة بنفسك. اسألني عما لم يتضح.»
registration-terms-flag-1 = شخصًا يستعجله ليوافق
registration-terms-flag-2 = مستفيدًا لا يفهم لغة النص. بدّل اللغة له.

registration-codes-say = «سيصلك رمز على جوالك ورمز على بريدك. اكتبهما على الشاشة أمامك، ولا تقرأهما لي ولا لأحد.»
registration-codes-flag-1 = المستفيد يتصل بغيره ليسأله عن الرمز
registration-codes-flag-2 = الجوال أو البريد في يد غيره

registration-questions-say = «اختر أسئلة لا يعرف جوابها غيرك، وأجب عنها بما لن تنساه. لا أرى ما تختار ولا ما تكتب.»
registration-questions-flag-1 = شخصًا يملي عليه، حضورًا أو بالهاتف
registration-questions-flag-2 = كتابة الإجابات على ورقة تُترك على المكتب
registration-questions-flag-3 = استعجالًا أو خوفًا ظاهرًا

registration-review-say = «راجع ما كتبته، وصحح ما تريد. إذا ضغطت «إنشاء حساب» أُنشئ حسابك.»
registration-review-flag-1 = مستفيدًا لا يعرف الجوال أو البريد المكتوب
registration-review-flag-2 = شخصًا يضغط بدلًا منه

registration-clash-say = «لم نتمكن من إكمال التسجيل الآن. يمكن للمشرف أن ينظر في الأمر معك.»

registration-username-title = اختر اسم المستخدم
registration-username-sentence = تدخل به إلى حسابك دائمًا. لا فرق فيه بين حرف كبير وصغير، والموظف لا يراه.
registration-password-title = اختر كلمة المرور
registration-password-sentence = اخترها بنفسك، ولا تقلها لأحد. الموظف لا يراها.
registration-captcha-title = اكتب الأحرف مرتين
registration-captcha-sentence = اكتب ما تراه في الصورة، ثم اكتبه مرة أخرى. لا فرق بين الحرف الكبير والصغير.
registration-captcha-repeat = اكتب الأحرف مرة أخرى
registration-captcha-error-repeat-empty = اكتب الأحرف مرة أخرى هنا.
registration-captcha-error-differs = كُتبت الأحرف بصورتين مختلفتين. قارنهما بالصورة وصحح إحداهما؛ لم تُحسب محاولة.

registration-codes-title = اكتب الرمزين
registration-codes-sentence = رمز لجوالك ورمز آخر لبريدك. ابدأ بأيهما وصل.
registration-codes-mobile = رمز الجوال المنتهي بـ { $last_two }
registration-codes-email = رمز البريد { $masked }
registration-codes-matched = تم التحقق
registration-codes-clerk-title = بانتظار رمزي الجوال والبريد
registration-codes-clerk-sentence = يكتبهما المستفيد على شاشته. تظهر لك علامة لكل رمز صحّ.
registration-codes-clerk-then = بعدهما يختار المستفيد أسئلة الأمان ويجيب عنها.

registration-clash-title = لا يمكن إكمال التسجيل هنا
registration-clash-do = لم يُنشأ حساب، ولم يُحفظ ما كُتب. يمكن للمشرف أن يكمل مع المستفيد.
registration-had-account-already = لك حساب بهذه الهوية وهذا الجوال. أجب عن أسئلته، ثم ترى اسم المستخدم أو تختار اسمًا جديدًا.
registration-had-account-already-clerk = للمستفيد حساب من قبل، فلا يُنشأ له غيره. يجيب الآن عن أسئلة حسابه، ثم يختار ما يريد.
