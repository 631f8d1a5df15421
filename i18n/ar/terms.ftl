# الشروط وسياسة الخصوصية عند التسجيل. النصوص نفسها في assets/legal.

terms-title = اقرأ ثم وافق
terms-documents = النصوص
terms-read = قرأت { $percent }٪
terms-accept = أوافق على: { $document }
terms-locked = يُفتح المربع حين تبلغ آخر النص
terms-open = ضع العلامة إن كنت موافقًا
terms-page-down = انزل صفحة
terms-version = النسخة
terms-since = سارية منذ
terms-language = لغة النص
terms-not-translated = لا ترجمة لهذا النص بلغتك، فيُعرض بالعربية.
terms-recorded = نسجل النسخة واللغة والوقت، لتعود إليها متى شئت.
terms-error-unread = بقي نص لم تبلغ آخره. اقرأه إلى آخره ليُفتح مربعه.
terms-error-not-accepted = ضع العلامة عند كل نص إن كنت موافقًا. لا يُنشأ الحساب بغير ذلك.
terms-error-changed = صدرت نسخة أحدث من هذا النص. اقرأها ثم وافق.
terms-clerk-title = المستفيد يقرأ الشروط وسياسة الخصوصية
terms-clerk-sentence = انتقلت لوحة المفاتيح إليه. لا توافق نيابة عنه ولا تستعجله.
terms-clerk-then = بعد موافقته يُرسل رمز إلى جواله ورمز إلى بريده.
