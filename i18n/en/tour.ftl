# Place and clerk of the pictured tour: none of them is real.

tour-centre = Al Waha Centre
tour-desk = Desk 4
tour-clerk = Reem Alateeq
tour-supervisor = Salman Al Harith
platform-name = Absher
