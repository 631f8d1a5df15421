# النوافذ، والشريط العلوي، وشريط التدريب، و«حول البرنامج».

app-name = استعادة
app-window-clerk = استعادة · شاشة الموظف
app-window-applicant = استعادة · شاشة المستفيد
app-window-training = استعادة · تدريب
app-workplace = { $centre } · { $desk }
app-role-clerk = خدمة المستفيدين
app-role-supervisor = الإشراف
app-role-auditor = التدقيق
app-training = وضع التدريب
app-training-what = أشخاص غير حقيقيين، ولا تُرسل رسالة، ولا يُغيَّر حساب
app-keys = مفاتيح هذه الشاشة
app-text-size = حجم النص
app-applicant-progress = الخطوة { $number } من { $total }
app-applicant-unseen = ما تكتبه هنا لا يظهر للموظف.
app-applicant-help = احتجت إلى مساعدة؟ أخبر الموظف في أي وقت.
app-applicant-wait-title = لحظة من فضلك
app-applicant-wait-sentence = الموظف يكتب الآن. ستصلك الخطوة التالية هنا.
