# الاطلاع على الوثيقة: أول ما يُعمل في كل زيارة.

document-title = الاطلاع على الوثيقة
document-sentence = خذ الوثيقة الأصلية بيدك، وقارن الصورة بمن أمامك، ثم اكتب آخر أربعة أرقام منها.
document-kind = نوع الوثيقة
document-last-four = آخر أربعة أرقام من رقم الوثيقة
document-last-four-help = يجب أن توافق الرقم الذي يُكتب لاحقًا.
document-last-four-count = 4 أرقام
document-continue = اطّلعت على الوثيقة
document-recorded = يُثبت هذا في السجل باسمك.
document-error-empty = اكتب آخر أربعة أرقام من الوثيقة.
document-error-not-digits = هنا أرقام فقط. اكتب آخر أربعة أرقام من الوثيقة.
document-error-length = المطلوب أربعة أرقام. اكتب آخر أربعة أرقام كما تظهر على الوثيقة.
