# ما تقوله الأزرار أينما كانت.

action-next = التالي
action-back = رجوع
action-saving = جارٍ الحفظ
action-close = إغلاق
action-show = إظهار
action-hide = إخفاء
action-checking = جارٍ التحقق
action-end-visit = إنهاء الزيارة
action-keep-visit = متابعة الزيارة
action-hand-over = تسليم الشاشة للمستفيد
