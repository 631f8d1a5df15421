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
status-gateway-ready = بوابتا الجوال والبريد متصلتان
status-sms-ready = بوابة الجوال متصلة
status-sms-down = بوابة الجوال: { $fault }
status-sms-none = لا بوابة للجوال
status-email-ready = بوابة البريد متصلة
status-email-down = بوابة البريد: { $fault }
status-email-none = لا بوابة للبريد
status-both-down = بوابتا الجوال والبريد: { $fault }
status-neither-works = بوابتا الجوال والبريد لا تعملان
status-gateway-none = لا توجد بوابة رسائل
status-gateway-training = بوابة التدريب
status-ledger-written = آخر قيد في السجل · { $time }
status-ledger-empty = السجل جديد
status-clock-moved = تغيّرت ساعة الجهاز
