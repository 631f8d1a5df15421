# What buttons say, wherever they stand.

action-next = Next
action-back = Back
action-again = Try again
action-save = Save
action-saving = Saving
action-cancel = Cancel
action-close = Close
action-show = Show
action-hide = Hide
action-copy = Copy
action-paste = Paste
action-cut = Cut
action-select-all = Select all
action-clear = Clear
action-checking = Checking
action-sending = Sending
action-loading = One moment
action-end-visit = End the visit
action-keep-visit = Go on
action-hand-over = Hand the screen over
action-take-back = Take the keyboard back
action-lock = Lock the desk
action-open-again = Open again
action-leave-program = Close the program
