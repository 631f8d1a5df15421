# بطاقة الدخول: تُجرَّب بها كلمة المرور، ولا تفتح شيئًا.

sign-in-title = تجربة الدخول
sign-in-sentence = جرّب اسم المستخدم وكلمة المرور. هذه تجربة فقط، ولا يُفتح بها الحساب هنا.
sign-in-username = اسم المستخدم
sign-in-username-help = حروف لاتينية وأرقام
sign-in-password = كلمة المرور
sign-in-password-empty = اكتب كلمة المرور.
sign-in-try = تجربة
sign-in-trying = جارٍ التحقق
sign-in-accepted = اسم المستخدم وكلمة المرور صحيحان.
sign-in-accepted-next = يمكنك الدخول إلى { $platform } من جهازك متى شئت.
sign-in-refused = اسم المستخدم أو كلمة المرور غير صحيح، أو لا يمكن استخدامهما الآن.
sign-in-refused-next = راجع ما كتبته وحال لوحة المفاتيح، أو ابدأ استعادة كلمة المرور.
