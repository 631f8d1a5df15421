# What buttons say, wherever they stand.

action-next = Next
action-back = Back
action-saving = Saving
action-close = Close
action-show = Show
action-hide = Hide
action-checking = Checking
action-end-visit = End the visit
action-keep-visit = Go on
action-hand-over = Hand the screen over
