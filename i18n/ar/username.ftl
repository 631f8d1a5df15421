# اسم المستخدم: عرضه لصاحبه، أو اختيار اسم جديد.

username-title = اسم المستخدم في حسابك
username-sentence = تأكدنا أن الحساب لك. اختر ما تريد.
username-see = أريد رؤية اسمي
username-see-what = يظهر على هذه الشاشة وحدها، ويصلك برسالة على جوالك المسجل.
username-take = أريد اسمًا جديدًا
username-take-what = يحل محل اسمك السابق، ويبقى الحساب وكلمة المرور كما هما.

username-new-title = اختر اسم مستخدم جديدًا
username-new-sentence = تدخل به إلى حسابك بدل اسمك السابق.
username-new = اسم المستخدم الجديد
username-new-help = حروف لاتينية وأرقام. لا فرق بين كبيرها وصغيرها.
username-meets-rules = يوافق الشروط. اسأل هل هو متاح، أو احفظه.
username-free = هذا الاسم متاح الآن، ويصير لك حين تحفظه.
username-check = هل هو متاح؟
username-checking = جارٍ السؤال عن الاسم
username-save = حفظ الاسم
username-suggestions = أسماء متاحة الآن. اضغط ما يعجبك
username-suggestion = اختيار الاسم { $name }
username-rule-length = الطول: من { $shortest } إلى { $longest }
username-rule-begins = يبدأ بحرف لاتيني
username-rule-characters = حروف لاتينية وأرقام فقط
username-rule-lower = فيه حرف صغير، مثل a
username-rule-digit = فيه رقم واحد على الأقل

username-error-empty = اكتب الاسم الجديد، أو اختر أحد الأسماء المقترحة.
username-error-arabic-keyboard = لوحة المفاتيح عربية. بدّلها إلى اللاتينية ثم اكتب الاسم.
username-error-is-identity = هذا رقم هوية، ولا يصلح اسم مستخدم. اختر اسمًا يبدأ بحرف.
username-error-is-mobile = هذا رقم جوال، ولا يصلح اسم مستخدم. اختر اسمًا يبدأ بحرف.
username-error-is-email = هذا بريد إلكتروني. اكتب اسمًا من حروف لاتينية وأرقام.
username-error-character = في الاسم رمز أو فراغ. احذفه، فالاسم حروف لاتينية وأرقام فقط.
username-error-short = { PLURAL($count) ->
    [zero] الاسم قصير. زد حروفه.
    [one] الاسم قصير. المطلوب حرف واحد على الأقل.
    [two] الاسم قصير. المطلوب حرفان على الأقل.
    [few] الاسم قصير. المطلوب { $count } حروف أو أرقام على الأقل.
    [many] الاسم قصير. المطلوب { $count } حرفًا أو رقمًا على الأقل.
   *[other] الاسم قصير. المطلوب { $count } حرف أو رقم على الأقل.
}
username-error-long = { PLURAL($count) ->
    [zero] الاسم طويل. احذف منه.
    [one] الاسم طويل. أقصى طوله حرف واحد.
    [two] الاسم طويل. أقصى طوله حرفان.
    [few] الاسم طويل. أقصى طوله { $count } حروف.
    [many] الاسم طويل. أقصى طوله { $count } حرفًا.
   *[other] الاسم طويل. أقصى طوله { $count } حرف.
}
username-error-begins = يبدأ اسم المستخدم بحرف لاتيني. ضع حرفًا في أوله.
username-error-lower-case = أضف حرفًا لاتينيًا صغيرًا، مثل a.
username-error-digit = أضف رقمًا واحدًا على الأقل.
username-error-same = هذا اسمك الحالي. اختر غيره، أو ارجع واطلب رؤيته.
username-error-taken = هذا الاسم لمستخدم آخر. اختر أحد الأسماء المقترحة، أو اكتب غيره.
username-error-too-many = سُئل من هذا المكتب عن أسماء كثيرة. أعد المحاولة عند الساعة { $time }.

username-shown-title = هذا اسم المستخدم في حسابك
username-shown-sentence = احفظه حيث لا يراه غيرك. جُهّزت به رسالة إلى جوالك المسجل.
username-changed-title = صار لك اسم مستخدم جديد
username-changed-sentence = ادخل به إلى حسابك من الآن. يصلك إشعار بالتغيير على جوالك وبريدك المسجلين.
username-password-same = كلمة مرورك لم تتغير.
username-noted = حفظت الاسم

username-clerk-title = المستفيد يختار ما يريد
username-clerk-sentence = انتقلت لوحة المفاتيح إليه: يرى اسمه أو يأخذ اسمًا جديدًا. لا يظهر لك الاسم، ولا تقترح عليه اسمًا.
username-clerk-then = بعد اختياره تنتقل الزيارة وحدها إلى الإتمام.
