# زيارة كانت مفتوحة حين توقف البرنامج.

left-open-title = توقف البرنامج أثناء زيارة
left-open-sentence = الزيارة محفوظة عند الخطوة التي بلغتها، ولم يُحفظ معها سر. أكملها إن كان صاحبها أمامك.
left-open-visit = الزيارة
left-open-service = الخدمة
left-open-step = وقفت عند
left-open-document = الوثيقة
left-open-document-ends = { $kind }، آخرها { $last_four }
left-open-document-none = لم يُطّلع على وثيقة بعد
left-open-time = يمكن إكمالها خلال
left-open-same = الشخص نفسه أمامي: أكمل الزيارة
left-open-same-what = خذ وثيقته وقابلها بالنوع وآخر أربعة أرقام أعلاه. يُسجل تأكيدك باسمك.
left-open-same-none = تبدأ بالاطلاع على وثيقته. يُسجل تأكيدك باسمك.
left-open-end = غادر، أو أمامي غيره: أنهِ الزيارة
left-open-end-what = تنتهي الزيارة منقطعة، ويبدأ المستفيد من جديد بزيارة أخرى.
left-open-late-title = فات وقت إكمالها
left-open-late = انتهت الزيارة منقطعة. إن كان المستفيد ما زال أمامك فابدأ له زيارة أخرى.
left-open-close = إغلاق هذه الزيارة
left-open-say = «توقف البرنامج لحظة، ونستطيع أن نكمل من حيث وقفنا. ناولني وثيقتك مرة أخرى من فضلك.»
