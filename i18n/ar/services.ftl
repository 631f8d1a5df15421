# ما يفتحه الحساب. المعرّفات من assets/services.toml.

service-issue-passport = إصدار جواز السفر السعودي
service-issue-passport-need = صورة حديثة ورسوم مسددة
service-renew-passport = تجديد جواز السفر السعودي
service-renew-passport-need = الجواز الحالي
service-travel-permits = تصاريح السفر لأفراد الأسرة
service-travel-permits-need = سجل الأسرة محدّث
service-issue-iqama = إصدار الإقامة
service-issue-iqama-need = تأشيرة سارية وفحص طبي
service-renew-iqama = تجديد الإقامة
service-renew-iqama-need = تأمين صحي سارٍ ورسوم مسددة
service-resident-report = طلب تقرير مقيم
service-resident-report-need = إقامة سارية
service-investor-services = خدمات المستثمرين
service-investor-services-need = سجل تجاري سارٍ
