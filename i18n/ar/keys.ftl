# مفاتيح كل شاشة، كما تظهر في قائمة F1. أسماء المفاتيح كما طُبعت عليها.

key-enter = Enter
key-escape = Esc
key-tab = Tab
key-shift = Shift
key-space = مسافة
key-arrows = الأسهم
key-f1 = F1
key-f2 = F2
key-f4 = F4
key-f8 = F8
key-f9 = F9

keys-title = مفاتيح هذه الشاشة
keys-next-field = الحقل التالي
keys-previous-field = الحقل السابق
keys-primary = الإجراء الرئيس
keys-next = التالي
keys-back = رجوع
keys-back-to = رجوع إلى { $step }
keys-choose = التنقل داخل المجموعة
keys-toggle = تحديد أو إلغاء
keys-press = ضغط الزر
keys-help = مفاتيح هذه الشاشة
keys-language = تغيير اللغة
keys-next-applicant = إنهاء الزيارة والمستفيد التالي
keys-next-applicant-start = المستفيد التالي
keys-hand-over = تسليم لوحة المفاتيح للمستفيد
keys-take-back = استرداد لوحة المفاتيح
keys-lock = قفل المكتب
keys-close = إغلاق هذه القائمة
keys-curtain = إسدال الستار على الشاشة
