# شروط التسجيل: عنوان كل شرط، وحاله، وسببه، وما يُعمل بعده وأين.
# «سجل الهويات» و«سجل الجوالات» حيث يُستعلم، و«السجل» وحده هو سجل ما جرى على المكتب.

condition-national-id = الهوية الوطنية سارية
condition-stay-resident = الإقامة سارية
condition-stay-visitor = مدة الزيارة سارية
condition-mobile = الجوال نشط، ومسجل باسم المستفيد، ولدى مشغّل معتمد
condition-email = البريد الإلكتروني صحيح ويعمل
condition-terms = الاطلاع على الشروط والأحكام وسياسة الخصوصية

condition-badge-met = مستوفى
condition-badge-not-met = غير مستوفى
condition-badge-unknown = غير معروف
condition-badge-not-applicable = لا ينطبق
condition-badge-later = في الخطوة { $step }

condition-later-identity = يظهر في الخطوة { $step }، بعد الاستعلام عن رقم الهوية.
condition-later-mobile = يظهر في الخطوة { $step }، بعد الاستعلام عن رقم الجوال.
condition-later-mobile-code = المشغّل وصاحب الرقم مؤكدان، ويبقى رمز الجوال في الخطوة { $step }.
condition-later-email = يظهر في الخطوة { $step }، حين يُكتب الرمز المرسل إلى البريد.
condition-later-terms = يظهر في الخطوة { $step }، بعد قراءة النصين إلى آخرهما.

condition-met-identity = الرقم مسجل في سجل الهويات، ولم ينته تاريخه.
condition-met-mobile = أكّده سجل الجوالات، وطابق الرمز المرسل إليه.
condition-met-email = طابق الرمز المرسل إليه.
condition-met-terms = قُرئ النصان إلى آخرهما، وقُبلا.

condition-not-applicable-citizen = هذا الشرط للمقيمين والزوار.
condition-not-applicable-others = هذا الشرط للمواطنين.

condition-why-no-person = لا يوجد هذا الرقم في سجل الهويات.
condition-do-no-person = قارن الرقم بالوثيقة رقمًا رقمًا. فإن كان صحيحًا فليراجع المستفيد { $place } لتسجيله.
condition-why-other-kind = هذا الرقم مسجل بصفة «{ $kind }»، ولا يوافق نوع الوثيقة التي اطلعت عليها.
condition-do-other-kind = اطلب الوثيقة السارية وابدأ زيارة جديدة بها، أو وجّه المستفيد إلى { $place }.
condition-why-not-in-force = هذه الهوية لم تعد قائمة في سجل الهويات.
condition-do-not-in-force = يراجع المستفيد { $place } لتصحيح حالته، ثم يعود إلى التسجيل.
condition-why-expired-citizen = انتهت صلاحية الهوية الوطنية في { $date }.
condition-why-expired-resident = انتهت صلاحية الإقامة في { $date }.
condition-why-expired-visitor = انتهت مدة الزيارة في { $date }.
condition-why-expired-typed-citizen = انتهت صلاحية الهوية الوطنية في { $date }، كما كُتب من الوثيقة.
condition-why-expired-typed-resident = انتهت صلاحية الإقامة في { $date }، كما كُتب من الوثيقة.
condition-why-expired-typed-visitor = انتهت مدة الزيارة في { $date }، كما كُتب من الوثيقة.
condition-do-expired = تُجدد الوثيقة أولًا لدى { $place }، ثم يعود المستفيد إلى التسجيل.
condition-do-expired-visitor = تُمدد الزيارة أولًا لدى { $place }، ثم يعود المستفيد إلى التسجيل.
condition-why-no-mobile = لا يوجد هذا الرقم في سجل الجوالات.
condition-do-no-mobile = راجع الرقم مع المستفيد. فإن كان صحيحًا فليراجع { $place } لتسجيله باسمه.
condition-why-somebody-elses = هذا الجوال غير مسجل باسم صاحب الوثيقة.
condition-do-somebody-elses = يُكتب رقم مسجل باسمه، أو تُنقل ملكية هذا الرقم إليه لدى { $place }.
condition-why-suspended = هذا الجوال موقوف أو ملغى.
condition-do-suspended = يُكتب رقم آخر نشط باسمه، أو يُعاد تشغيل هذا الرقم لدى { $place }.
condition-why-operator = مشغّل هذا الجوال ليس من المشغلين المعتمدين.
condition-do-operator = يُكتب رقم باسمه لدى مشغّل معتمد، أو يُنقل هذا الرقم إلى أحدهم لدى { $place }.

condition-why-unknown-identity = لم يُعرف هذا الرقم في سجل الهويات، أو تعذّر الاستعلام عنه.
condition-do-unknown-identity = يقبله مشرف، أو يراجع المستفيد { $place }.
condition-why-unknown-mobile = لم يُعرف صاحب هذا الجوال في سجل الجوالات، أو تعذّر الاستعلام عنه.
condition-do-unknown-mobile = يُكتب رقم آخر باسمه، أو يقبله مشرف، أو يراجع { $place }.

condition-place-citizen = أقرب مكتب للأحوال المدنية
condition-place-others = أقرب مكتب للجوازات
condition-place-operator = أقرب فرع لشركة الاتصالات
