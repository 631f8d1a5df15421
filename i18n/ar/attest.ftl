# إقرار الموظف بوجود المستفيد بدلًا من الرمز المرئي.

attest-open = الإقرار بدلًا من الصورة
attest-title = الإقرار بوجود المستفيد
attest-sentence = تُقرّ بأن المستفيد حاضر أمامك، بدلًا من أن يكتب الرمز المرئي.
attest-reason = سبب الإقرار
attest-cannot-see = لا يرى الصورة
attest-cannot-read-latin = لا يقرأ الحروف اللاتينية
attest-cannot-type = لا يستطيع الكتابة بيديه
attest-unreadable = جرّب عدة صور ولم يستطع قراءتها
attest-equipment-fails = شاشته أو لوحة مفاتيحه لا تعمل
attest-recorded = يُثبت الإقرار وسببه في السجل باسمك. ولا يغني عن أسئلة الأمان ولا عن رمز التفعيل.
attest-error-empty = اختر السبب أولًا.
attest-submit = أُقرّ بأنه أمامي
