# السجل المرجعي: حيث يُستعلم عن الهوية وتاريخ انتهائها وصاحب الجوال.

look-ups-spent = استعلم هذا المكتب كثيرًا في وقت قصير. يمكنه أن يستعلم مجددًا عند الساعة { $time }
look-ups-spent-do = انتظر حتى هذا الوقت ثم تابع، أو وجّه المستفيد إلى مكتب آخر. ما كُتب باقٍ في الحقول.

registry-damaged = ملف سجل الهويات { $path } تالف، فلم يُفتح المكتب.
registry-foreign = ملف سجل الهويات { $path } ليس لهذا المجلد، فلم يُفتح المكتب.
registry-newer = كُتب ملف سجل الهويات { $path } بإصدار أحدث من البرنامج.
registry-unreadable = تعذّرت قراءة ملف سجل الهويات { $path }.
registry-unusable-do = انقله إلى مكان آخر، ثم استورد سجل الهويات من مصدره من جديد. من دونه يُعد كل رقم غير معروف.
registry-newer-do = افتح المكتب بالإصدار الأحدث، أو استورد سجل الهويات من جديد بهذا الإصدار.
registry-unreadable-do = تأكد من القرص ومن صلاحيات الملف، ثم أعد المحاولة.

registry-reason-yes-no = القيمة yes أو no فقط
registry-reason-as-many = قيمة واحدة لكل الأرقام، أو قيمة لكل رقم
registry-reason-operator = المشغّل كلمة من هذه: stc، mobily، zain، salam، virgin، red-bull، lebara، أو other لغيرها
registry-field-in-force = قيام الهوية
registry-field-mobiles = أرقام الجوال
registry-field-operator = المشغّل
registry-field-active = نشاط الجوال

registry-command = استيراد سجل الهويات
registry-command-import = يستورد ملفًا بصيغة CSV أو JSON Lines ليحل محل سجل الهويات القائم
registry-option-complete = الملف يضم كل الناس: من ليس فيه فهو غير مسجل، لا غير معروف
registry-nobody = لا أحد في الملف { $path }، فلم يُستورد شيء.
registry-writing = كتابة سجل الهويات: { $number } من { $total }
registry-done = { PLURAL($count) ->
    [zero] لم يُستورد أحد.
    [one] استُورد سجل الهويات، وفيه شخص واحد.
    [two] استُورد سجل الهويات، وفيه شخصان.
    [few] استُورد سجل الهويات، وفيه { $count } أشخاص.
    [many] استُورد سجل الهويات، وفيه { $count } شخصًا.
   *[other] استُورد سجل الهويات، وفيه { $count } شخص.
}
registry-dry-run = { PLURAL($count) ->
    [zero] لا أحد في الملف.
    [one] الملف سليم، وفيه شخص واحد. لم يُستورد شيء.
    [two] الملف سليم، وفيه شخصان. لم يُستورد شيء.
    [few] الملف سليم، وفيه { $count } أشخاص. لم يُستورد شيء.
    [many] الملف سليم، وفيه { $count } شخصًا. لم يُستورد شيء.
   *[other] الملف سليم، وفيه { $count } شخص. لم يُستورد شيء.
}

doctor-registry = سجل الهويات
doctor-registry-ok = { PLURAL($count) ->
    [zero] لا أحد فيه
    [one] فيه شخص واحد
    [two] فيه شخصان
    [few] فيه { $count } أشخاص
    [many] فيه { $count } شخصًا
   *[other] فيه { $count } شخص
}
doctor-registry-none = لم يُستورد بعد، فكل رقم غير معروف، ويحتاج كل تسجيل إلى موافقة مشرف.
doctor-registry-none-do = استورده بالأمر «istiada registry import».
doctor-registry-not-seen = لا يُقرأ ما دام الحفظ غير مفتوح.
