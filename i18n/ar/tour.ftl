# مكان الجولة المصوّرة وموظفتها: لا أحد منهم حقيقي.

tour-centre = مركز الواحة
tour-desk = مكتب 4
tour-clerk = ريم العتيق
tour-supervisor = سلمان بن فهد الحارث
platform-name = أبشر
