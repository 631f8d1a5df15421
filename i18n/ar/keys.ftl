# مفاتيح كل شاشة، كما تظهر في قائمة F1. أسماء المفاتيح كما طُبعت عليها.

key-enter = Enter
key-escape = Esc
key-search = Ctrl F
key-page-up = PgUp
key-page-down = PgDn
key-tab = Tab
key-shift = Shift
key-space = مسافة

keys-title = مفاتيح هذه الشاشة
keys-next-field = الحقل التالي
keys-previous-field = الحقل السابق
keys-primary = الإجراء الرئيس
keys-back = رجوع
keys-back-to = رجوع إلى { $step }
keys-help = مفاتيح هذه الشاشة
keys-language = تغيير اللغة
keys-next-applicant = إنهاء الزيارة والمستفيد التالي
keys-hand-over = تسليم لوحة المفاتيح للمستفيد
keys-take-back = استرداد لوحة المفاتيح
keys-page-on = الصفحة التالية من القائمة
keys-page-back = الصفحة السابقة من القائمة
keys-session = جلستك: كلمة مرورك والخروج
