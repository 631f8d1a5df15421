# السجل في ملف.

export-command = يكتب السجل في ملف
export-option-file = الملف، وينتهي اسمه بـ csv أو jsonl، ولا يكون موجودًا من قبل
export-option-since = أول يوم
export-option-until = آخر يوم
export-unknown-format = اسم الملف { $path } لا ينتهي بـ csv ولا jsonl.
export-no-date = اكتب اليوم ميلاديًا هكذا 2026-11-22 أو هجريًا هكذا 1448-06-12 ثم مسافة ثم H.
export-no-days = آخر يوم قبل أول يوم.
export-not-written = تعذّرت كتابة الملف { $path }، أو هو موجود من قبل.
export-done = { PLURAL($count) ->
    [zero] كُتب { $path }، ولا قيود في هذه الأيام
    [one] كُتب قيد واحد في { $path }
    [two] كُتب قيدان في { $path }
    [few] كُتبت { $count } قيود في { $path }
    [many] كُتب { $count } قيدًا في { $path }
   *[other] كُتب { $count } قيد في { $path }
}
