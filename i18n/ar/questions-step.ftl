# الخطوة 3: أسئلة الأمان. نصوص الأسئلة نفسها في questions.ftl.

questions-title = أجب عن أسئلة الأمان
questions-sentence = هي الأسئلة التي اخترتها عند فتح حسابك. أجب عنها كلها كما أجبت يومها.
questions-answer-help = لا فرق بين «أ» و«ا»، ولا أثر للتشكيل.
questions-submit = إرسال الإجابات
questions-checking = جارٍ التحقق من الإجابات
questions-error-empty = اكتب إجابة هذا السؤال.
questions-error-short = الإجابة قصيرة. اكتبها كاملة كما سجلتها.
questions-not-matched-left = { PLURAL($count) ->
    [zero] لم تتطابق الإجابات كلها، ولم تبق جولة أخرى.
    [one] لم تتطابق الإجابات كلها. بقيت جولة واحدة، فراجعها على مهل.
    [two] لم تتطابق الإجابات كلها. بقيت جولتان، فراجعها على مهل.
    [few] لم تتطابق الإجابات كلها. بقيت { $count } جولات، فراجعها على مهل.
    [many] لم تتطابق الإجابات كلها. بقيت { $count } جولة، فراجعها على مهل.
   *[other] لم تتطابق الإجابات كلها. بقيت { $count } جولة، فراجعها على مهل.
}
questions-rounds-left = { PLURAL($count) ->
    [zero] لم تبق جولة أخرى.
    [one] بقيت جولة واحدة.
    [two] بقيت جولتان.
    [few] بقيت { $count } جولات.
    [many] بقيت { $count } جولة.
   *[other] بقيت { $count } جولة.
}

questions-clerk-title = المستفيد يجيب على شاشته
questions-clerk-sentence = انتقلت لوحة المفاتيح إليه. لا يظهر لك نص الأسئلة ولا الإجابات، بل علامة عند كل إجابة.
questions-clerk-turn = الدور الآن للمستفيد
questions-clerk-answered = أُجيب عن { $number } من { $total }
questions-clerk-question = { $number ->
    [1] السؤال الأول
    [2] السؤال الثاني
    [3] السؤال الثالث
    [4] السؤال الرابع
    [5] السؤال الخامس
   *[6] السؤال { $number }
}
questions-clerk-state-answered = أجاب
questions-clerk-state-typing = يكتب الآن
questions-clerk-state-later = لم يصل إليه بعد
questions-clerk-then = حين يرسل الإجابات كلها تنتقل الزيارة وحدها إلى ما بعدها.
questions-clerk-checking = جارٍ التحقق. قد يستغرق ثواني معدودة.
questions-clerk-not-matched = لم تتطابق الإجابات كلها، وأمام المستفيد جولة أخرى.
