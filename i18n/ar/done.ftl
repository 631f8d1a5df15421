# الخطوة 6: الإتمام والإيصال.

done-title = تغيّرت كلمة المرور
done-sentence-clerk = الحساب يعمل بكلمة المرور الجديدة من الآن. يدخل المستفيد بنفسه من جهازه.
done-sentence = حسابك يعمل بكلمة المرور الجديدة من الآن. ادخل به من جهازك متى شئت.
done-username-shown-title = ظهر الاسم لصاحبه
done-username-shown-sentence-clerk = رآه المستفيد على شاشته وحدها. لم يتغير شيء في الحساب، ويدخل بنفسه من جهازه.
done-username-changed-title = تغيّر اسم المستخدم
done-username-changed-sentence-clerk = يدخل المستفيد بالاسم الجديد من الآن، وكلمة مروره كما هي.
done-username-message = جُهّزت رسالة بالاسم إلى جوال المستفيد
done-username-recorded = سُجّل عرض الاسم في السجل
done-registered-title = صار للمستفيد حساب
done-registered-sentence-clerk = يدخل من الآن بالاسم وكلمة المرور اللذين اختارهما، ومن جهازه هو.
done-registered-title-you = صار لك حساب
done-registered-sentence = تدخل إليه من الآن باسم المستخدم هذا وبكلمة المرور التي اخترتها.
done-saved = حُفظ التغيير على القرص نهائيًا
done-notice-mobile = جُهّز إشعار إلى جوال المستفيد
done-notice-you = يُرسل إليك إشعار بهذا التغيير على جوالك وبريدك المسجلين.
done-no-sign-in = لم يُفتح الحساب على هذا المكتب
done-document-expired = انتهت صلاحية الوثيقة في { $expiry }. لا يمنع ذلك الاستعادة، وتُجدد الوثيقة من { $place }.
done-services = خدمات متاحة له الآن
done-services-kind = بحسب صفته: { $kind }
done-services-none = لا خدمات متاحة بهذه الصفة. يُسأل عنها في أقرب مركز خدمة.
done-next-applicant = المستفيد التالي
done-try-sign-in = تجربة كلمة المرور الجديدة

renewal-citizen = الأحوال المدنية
renewal-resident = المديرية العامة للجوازات
