# مستخدم جديد: هل كان له حساب من قبل؟

had-account-title = هل كان لك حساب من قبل؟
had-account-sentence = اسأل المستفيد هذا السؤال أولًا، فجوابه يحدد الطريق.
had-account-yes = نعم، كان له حساب
had-account-yes-what = يثبت أن الحساب له، ثم يرى اسم المستخدم أو يختار اسمًا جديدًا للحساب نفسه.
had-account-no = لا، هذه أول مرة
had-account-no-what = يُنشأ له حساب جديد باسم مستخدم وكلمة مرور وأسئلة أمان يختارها بنفسه.
had-account-unsure = إن لم يتذكر فاختر «لا». إذا كان له حساب ظهر ذلك بعد الرمزين، ولا يُنشأ له حساب ثانٍ.
had-account-needed = ما يلزم معه الآن
had-account-needed-document = وثيقة أصلية سارية
had-account-needed-mobile = جواله المسجل باسمه، وفيه شريحته
had-account-needed-email = بريد إلكتروني يستطيع فتحه الآن، لمن يسجّل أول مرة
