# The language, its direction, its digits and both calendars.

locale-name = English
# rtl or ltr.
locale-direction = ltr
# latin or arabic-indic.
locale-digits = latin

date-weekday = { $day ->
    [1] Sunday
    [2] Monday
    [3] Tuesday
    [4] Wednesday
    [5] Thursday
    [6] Friday
   *[7] Saturday
}
date-hijri-month = { $month ->
    [1] Muharram
    [2] Safar
    [3] Rabi I
    [4] Rabi II
    [5] Jumada I
    [6] Jumada II
    [7] Rajab
    [8] Shaʻban
    [9] Ramadan
    [10] Shawwal
    [11] Dhu al-Qaʻdah
   *[12] Dhu al-Hijjah
}
date-gregorian-month = { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[12] Dec
}
date-hijri = { $day } { $month } { $year } AH
date-gregorian = { $day } { $month } { $year }
date-both = { $weekday } { $hijri } · { $gregorian }

# Lengths of time as they stand after a preposition.
span-seconds = { PLURAL($count) ->
    [one] { $count } second
   *[other] { $count } seconds
}
span-minutes = { PLURAL($count) ->
    [one] { $count } minute
   *[other] { $count } minutes
}
span-hours = { PLURAL($count) ->
    [one] { $count } hour
   *[other] { $count } hours
}
span-days = { PLURAL($count) ->
    [one] { $count } day
   *[other] { $count } days
}
