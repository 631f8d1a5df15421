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
status-ledger-written = Ledger written · { $time }
status-ledger-empty = New ledger
status-clock-moved = The computer’s clock was moved
