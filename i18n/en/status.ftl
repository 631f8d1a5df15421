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
status-gateway-ready = SMS gateway connected
status-gateway-down = SMS gateway does not answer
status-gateway-none = No SMS gateway
status-gateway-training = Training gateway
status-ledger-verified = Ledger verified · { $time }
status-ledger-written = Ledger written · { $time }
status-ledger-empty = New ledger
status-ledger-broken = The ledger does not agree
status-ledger-training = Training ledger, kept apart
status-clock-ok = Clock steady
status-clock-moved = The computer’s clock was moved
status-clock-moved-forward = The clock was moved { $span } forward
status-clock-moved-back = The clock was moved { $span } back
status-screen-shared = One screen, taken in turns
status-screen-connected = Applicant’s screen connected
status-unknown = Not known yet
