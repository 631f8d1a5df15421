# السطر السفلي: نقطة وكلمات لكل أمر، في صحته وفي خلله.

status-store-ok = الحفظ سليم
status-store-full = القرص ممتلئ ولا يُحفظ شيء
status-store-reopen = يلزم إعادة فتح البرنامج
status-store-damaged = في الحفظ خلل
status-messages-going = الرسائل تخرج بانتظام
status-messages-waiting = { PLURAL($count) ->
    [zero] لا رسائل في الانتظار
    [one] رسالة واحدة في الانتظار
    [two] رسالتان في الانتظار
    [few] { $count } رسائل في الانتظار
    [many] { $count } رسالة في الانتظار
   *[other] { $count } رسالة في الانتظار
}
status-messages-training = لا رسائل حقيقية تُرسل
status-gateway-ready = بوابة الرسائل متصلة
status-gateway-down = بوابة الرسائل لا تستجيب
status-gateway-none = لا توجد بوابة رسائل
status-gateway-training = بوابة التدريب
status-ledger-verified = السجل مطابق · { $time }
status-ledger-written = آخر قيد في السجل · { $time }
status-ledger-empty = السجل جديد
status-ledger-broken = السجل غير مطابق
status-ledger-training = سجل التدريب منفصل
status-clock-ok = الساعة منتظمة
status-clock-moved = تغيّرت ساعة الجهاز
status-clock-moved-forward = قُدّمت ساعة الجهاز { $span }
status-clock-moved-back = أُخّرت ساعة الجهاز { $span }
status-screen-shared = شاشة واحدة يتناوبها الطرفان
status-screen-connected = شاشة المستفيد متصلة
status-unknown = لم يُعرف بعد
