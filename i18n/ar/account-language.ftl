# لغة الحساب.

account-language-title = اختر لغة حسابك
account-language-sentence = تصلك بها الرسائل والإشعارات. يمكنك تغييرها لاحقًا من حسابك.
account-language-choices = لغة الرسائل
account-language-clerk-title = المستفيد يختار لغة حسابه
account-language-clerk-sentence = انتقلت لوحة المفاتيح إليه. اللغة المختارة هي لغة الرسائل، لا لغة هذه الشاشة.
account-language-clerk-then = بعد ذلك يكتب الرمز المرئي مرتين.
