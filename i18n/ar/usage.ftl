# صيغة الأوامر في الطرفية، وما تقوله عند الخطأ في كتابتها.

usage-heading = طريقة الاستخدام:
usage-commands = الأوامر
usage-arguments = القيم
usage-options = الخيارات
usage-accounts = استيراد الحسابات والبحث فيها
usage-ledger = السجل
usage-option-help = يعرض هذه المساعدة
usage-option-version = يعرض رقم الإصدار
usage-option-file = الملف
usage-option-query = رقم هوية أو جوال أو بريد أو اسم مستخدم
usage-option-visits = عدد الزيارات
usage-option-seed = العدد الذي تُبنى عليه الاختيارات
usage-option-ack = يكتب سطر إقرار بعد كل حفظ تام
usage-option-check = يتحقق من أن كل إقرار في الملف محفوظ
usage-option-count = عدد الصور
usage-unknown-option = الخيار { $option } غير معروف.
usage-unknown-command = الأمر { $command } غير معروف.
usage-missing = ينقص الأمر: { $what }
usage-missing-command = ينقص اسم الأمر.
usage-together = لا يجتمع { $option } مع { $other }.
usage-value = قيمة { $option } غير صالحة.
usage-not-text = في الأمر حروف غير مقروءة.
usage-path = الملف: { $path }
usage-unknown-file = في مجلد السجل ملف لم يكتبه هذا البرنامج: { $path }
usage-key-broken = ملف المفتاح تالف: { $path }
usage-no-memory = الذاكرة لا تكفي.
usage-fonts-broken = الخطوط المضمّنة تالفة. أعد تثبيت البرنامج.
usage-no-windows = بُني هذا البرنامج دون نوافذ.
usage-value-of = { $field }: { $value }
usage-numbered = { $what } { $number }
usage-question-count = { PLURAL($count) ->
    [zero] لا تُقبل أسئلة
    [one] المطلوب سؤال واحد بإجابته، أو لا سؤال
    [two] المطلوب سؤالان بإجابتيهما، أو لا سؤال
    [few] المطلوب { $count } أسئلة بإجاباتها، أو لا سؤال
    [many] المطلوب { $count } سؤالًا بإجاباتها، أو لا سؤال
   *[other] المطلوب { $count } سؤال بإجاباتها، أو لا سؤال
}
usage-verified = فُحص من السجل { $share } بالمئة
usage-unfinished = { PLURAL($count) ->
    [zero] لا شيء بعد آخر قيد.
    [one] بعد آخر قيد بايت واحد من كتابة لم تكتمل، ولم يُعتدّ بها.
    [two] بعد آخر قيد بايتان من كتابة لم تكتمل، ولم يُعتدّ بها.
    [few] بعد آخر قيد { $count } بايتات من كتابة لم تكتمل، ولم يُعتدّ بها.
    [many] بعد آخر قيد { $count } بايتًا من كتابة لم تكتمل، ولم يُعتدّ بها.
   *[other] بعد آخر قيد { $count } بايت من كتابة لم تكتمل، ولم يُعتدّ بها.
}
usage-drill-needs-data = يلزم مجلد للاختبار. حدده بالخيار { $option }.
usage-disagreement = السجل والحفظ غير متوافقين في { $table }.
usage-write-configuration = اكتب الإعدادات في { $path }
usage-see-ledger = عالج ما يُذكر عن المفتاح والسجل أولًا
usage-training-centre = مركز التدريب
usage-training-desk = مكتب 1
usage-training-clerk = موظف التدريب
usage-training-supervisor = مشرف التدريب
usage-training-supervisor-2 = مشرف التدريب الثاني
