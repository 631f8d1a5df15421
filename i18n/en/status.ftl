# The status line: a dot and words for each thing, well and not well.

status-store-ok = Saving works
status-store-full = The disk is full, nothing is saved
status-store-reopen = The program must be opened again
status-store-damaged = The store is damaged
status-messages-going = Messages going out
status-messages-waiting = { PLURAL($count) ->
    [one] { $count } message waiting
   *[other] { $count } messages waiting
}
status-messages-training = No real messages are sent
status-gateway-ready = SMS and email connected
status-sms-ready = SMS connected
status-sms-down = SMS: { $fault }
status-sms-none = No SMS gateway
status-email-ready = Email connected
status-email-down = Email: { $fault }
status-email-none = No email gateway
status-both-down = SMS and email: { $fault }
status-neither-works = SMS and email do not work
status-gateway-none = No message gateway
status-gateway-training = Training gateway
status-ledger-written = Ledger written · { $time }
status-ledger-empty = New ledger
status-clock-moved = The computer’s clock was moved
