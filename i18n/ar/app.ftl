# النوافذ، والشريط العلوي، وشريط التدريب، و«حول البرنامج».

app-name = استعادة
app-window-clerk = استعادة · شاشة الموظف
app-window-applicant = استعادة · شاشة المستفيد
app-window-training = استعادة · تدريب
app-workplace = { $centre } · { $desk }
app-role-clerk = خدمة المستفيدين
app-role-supervisor = الإشراف
app-role-auditor = التدقيق
app-signed-in = { $name }، { $role }
app-change-language = تغيير اللغة
app-training = وضع التدريب
app-training-what = أشخاص غير حقيقيين، ولا تُرسل رسالة، ولا يُغيَّر حساب
app-training-chip = تدريب
app-keys = مفاتيح هذه الشاشة
app-appearance = المظهر
app-appearance-light = فاتح
app-appearance-dark = داكن
app-appearance-contrast = عالي التباين
app-text-size = حجم النص
app-text-larger = تكبير النص
app-text-smaller = تصغير النص
app-applicant-progress = الخطوة { $number } من { $total }
app-applicant-unseen = ما تكتبه هنا لا يظهر للموظف.
app-applicant-help = احتجت إلى مساعدة؟ أخبر الموظف في أي وقت.
app-applicant-wait-title = لحظة من فضلك
app-applicant-wait-sentence = الموظف يكتب الآن. ستصلك الخطوة التالية هنا.

about-title = حول البرنامج
about-what = «استعادة» برنامج لمكاتب الخدمة، يعين به الموظف المستفيد على استعادة حسابه في { $platform }.
about-not-official = ليس هذا البرنامج منتجًا رسميًا من { $platform } ولا من أي جهة حكومية.
about-version = الإصدار { $version }
about-licence = الترخيص: { $licence }
about-typeface = الخط: { $typeface }
