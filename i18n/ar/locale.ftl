# اللغة، واتجاهها، وأرقامها، وتقويماها.

locale-name = العربية
# rtl من اليمين، أو ltr من اليسار.
locale-direction = rtl
# latin للأرقام 0–9، أو arabic-indic للأرقام ٠–٩.
locale-digits = latin

date-weekday = { $day ->
    [1] الأحد
    [2] الاثنين
    [3] الثلاثاء
    [4] الأربعاء
    [5] الخميس
    [6] الجمعة
   *[7] السبت
}
date-hijri-month = { $month ->
    [1] محرم
    [2] صفر
    [3] ربيع الأول
    [4] ربيع الآخر
    [5] جمادى الأولى
    [6] جمادى الآخرة
    [7] رجب
    [8] شعبان
    [9] رمضان
    [10] شوال
    [11] ذو القعدة
   *[12] ذو الحجة
}
date-gregorian-month = { $month ->
    [1] يناير
    [2] فبراير
    [3] مارس
    [4] أبريل
    [5] مايو
    [6] يونيو
    [7] يوليو
    [8] أغسطس
    [9] سبتمبر
    [10] أكتوبر
    [11] نوفمبر
   *[12] ديسمبر
}
date-hijri = { $day } { $month } { $year } هـ
date-gregorian = { $day } { $month } { $year } م
date-both = { $weekday } { $hijri } · { $gregorian }

# المدة كما تُكتب بعد حرف جر أو ظرف: «بعد دقيقتين»، «خلال 3 دقائق».
span-seconds = { PLURAL($count) ->
    [zero] أقل من ثانية
    [one] ثانية واحدة
    [two] ثانيتين
    [few] { $count } ثوانٍ
    [many] { $count } ثانية
   *[other] { $count } ثانية
}
span-minutes = { PLURAL($count) ->
    [zero] أقل من دقيقة
    [one] دقيقة واحدة
    [two] دقيقتين
    [few] { $count } دقائق
    [many] { $count } دقيقة
   *[other] { $count } دقيقة
}
span-hours = { PLURAL($count) ->
    [zero] أقل من ساعة
    [one] ساعة واحدة
    [two] ساعتين
    [few] { $count } ساعات
    [many] { $count } ساعة
   *[other] { $count } ساعة
}
span-days = { PLURAL($count) ->
    [zero] أقل من يوم
    [one] يوم واحد
    [two] يومين
    [few] { $count } أيام
    [many] { $count } يومًا
   *[other] { $count } يوم
}
