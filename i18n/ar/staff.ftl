# الموظفون: دخولهم، وقفل الشاشة، وكلمات مرورهم.

staff-sign-in-title = تسجيل دخول الموظف
staff-sign-in-sentence = اكتب رقم هويتك وكلمة مرورك على هذا المكتب.
staff-identity = رقم الهوية / الإقامة
staff-identity-help = رقمك أنت، لا رقم المستفيد.
staff-password = كلمة المرور
staff-sign-in = دخول
staff-signing-in = جارٍ التحقق
staff-wrong = رقم الهوية أو كلمة المرور غير صحيح.
staff-wrong-do = راجع ما كتبته وحال لوحة المفاتيح. إن نسيت كلمتك فالمشرف يعيّن لك كلمة جديدة.
staff-paused = المحاولات متوقفة. بقي:
staff-paused-do = تكررت كلمة مرور غير صحيحة. انتظر حتى ينتهي العد، ولا تنفع إعادة التشغيل.
staff-lock-title = الشاشة مقفلة
staff-lock-sentence = الجلسة باسم { $name }. تُفتح بكلمة مروره وحدها، وتبقى الزيارة كما هي.
staff-unlock = فتح القفل
staff-unlocking = جارٍ التحقق
staff-unlock-wrong = كلمة المرور غير صحيحة.
staff-somebody-else = دخول موظف آخر وإنهاء هذه الجلسة
staff-practice-password = تدريب: كلمة مرور الموظف هنا { $password }
staff-sign-out = خروج
staff-session-in-visit = { $role }. الخروج ينهي الزيارة المفتوحة.
staff-lock = قفل الشاشة
staff-change = تغيير كلمة مروري
staff-change-title = تغيير كلمة مرورك
staff-change-sentence = اختر كلمة جديدة لنفسك، ولا تقلها لأحد.
staff-must-change-title = اختر كلمة مرور لنفسك
staff-must-change-sentence = الكلمة التي دخلت بها عيّنها غيرك. اختر كلمة لا يعرفها سواك، ثم يبدأ العمل.
staff-current = كلمة المرور الحالية
staff-current-given = الكلمة التي أُعطيت لك
staff-current-empty = اكتب كلمة المرور الحالية.
staff-current-wrong = كلمة المرور الحالية غير صحيحة.
staff-password-used-before = استخدمت هذه الكلمة من قبل. اختر كلمة جديدة.
staff-changed-title = تغيرت كلمة مرورك
staff-changed-sentence = كلمة المرور الجديدة محفوظة، وبها تدخل من الآن.
staff-changed-do = الكلمة السابقة لم تعد تُقبل.

