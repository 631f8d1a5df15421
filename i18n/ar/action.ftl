# ما تقوله الأزرار أينما كانت.

action-next = التالي
action-back = رجوع
action-again = إعادة المحاولة
action-save = حفظ
action-saving = جارٍ الحفظ
action-cancel = إلغاء
action-close = إغلاق
action-show = إظهار
action-hide = إخفاء
action-copy = نسخ
action-paste = لصق
action-cut = قص
action-select-all = تحديد الكل
action-clear = مسح
action-checking = جارٍ التحقق
action-sending = جارٍ الإرسال
action-loading = لحظة من فضلك
action-end-visit = إنهاء الزيارة
action-keep-visit = متابعة الزيارة
action-hand-over = تسليم الشاشة للمستفيد
action-take-back = استرداد لوحة المفاتيح
action-lock = قفل المكتب
action-open-again = إعادة الفتح
action-leave-program = إغلاق البرنامج
