# What stands in the way of messages: in short, then what it means and what to do.

gateway-short-not-reached = not reached
gateway-short-silent = no answer
gateway-short-not-trusted = certificate not trusted
gateway-short-sign-in-refused = sign-in refused
gateway-short-throttled = busy
gateway-short-malformed = answer not understood
gateway-short-failing = out of order
gateway-short-message-refused = message refused

gateway-why-not-reached = This desk does not reach the message gateway: nobody answers at its address.
gateway-why-silent = This desk reaches the message gateway, but it does not answer.
gateway-why-not-trusted = The message gateway’s certificate has expired or is not its own, so nothing is handed to it.
gateway-why-sign-in-refused = The message gateway refuses this desk’s name or password.
gateway-why-throttled = The message gateway is busy and asks to be left alone for a while.
gateway-why-malformed = The message gateway answers in a way that is not understood.
gateway-why-failing = The message gateway says that it is out of order.
gateway-why-message-refused = The gateway does not accept this number or address, or the sender’s name.

gateway-do-wait = It is tried again by itself. If that takes long, end the visit and agree on another time with the applicant, and tell your technical staff.
gateway-do-soon = It is tried again by itself shortly. Stay with the applicant.
gateway-do-technician = This does not mend by itself. Tell your technical staff, end the visit and agree on another time with the applicant.
gateway-do-contact = Ask the applicant whether the number or address is still theirs and works, then ask for a new code. If it is refused again, call a supervisor.

delivery-sms-delivered = The message reached the mobile
delivery-email-delivered = The message reached the mailbox
delivery-sms-sent = The gateway took the message
delivery-email-sent = The mail server took the message
delivery-queued = The message is saved and waits its turn
delivery-hindered = The message is saved and has not gone out yet
delivery-sending = The gateway is being given the message
delivery-no-gateway = No gateway carries this message; it will not go out
delivery-refused = The gateway refused the message; it will not arrive
delivery-not-delivered = The gateway says that the message did not arrive
delivery-failed = The message did not go out and will not arrive
delivery-expired = The code expired before it went out
delivery-unknown = It is not known whether the message went out
delivery-no-gateway-do = Tell your technical staff, end the visit and agree on another time with the applicant.
delivery-not-delivered-do = Check that the mobile is on and has coverage, or that the mailbox takes mail. Then ask for a new code.
delivery-failed-do = Check the number or the address, then ask for a new code.
delivery-expired-do = If the gateway is back, ask for a new code. Otherwise end the visit and agree on another time with the applicant.
delivery-unknown-do = The line broke before the gateway answered, and the message is not sent again by itself. Wait a minute; if it does not arrive, let the applicant ask for a new code.
delivery-no-more-do = No more codes in this visit. If this one does not arrive, end the visit and begin anew, or call a supervisor.

arriving-sms-soon = Your code is on its way to your mobile ending in { $last_two }.
arriving-sms-there = The code has reached your mobile ending in { $last_two }.
arriving-soon = On its way to you.
arriving-sent = Sent to you.
arriving-there = It has reached you.
arriving-waits = Your message has not gone out yet: the message service does not work now. It is tried again by itself, and the clerk sees why.
arriving-busy = Your message has not gone out yet: the message service is busy. Wait a little.
arriving-refused = Your message was not accepted. Tell the clerk if the number or address is no longer yours, or ask for a new code.
arriving-not-delivered = Your message did not arrive. Check that your mobile is on and that your mailbox takes mail, then ask for a new code.
arriving-failed = Your message did not go out. Tell the clerk, or ask for a new code.
arriving-expired = The code expired before it went out. Ask for a new one.
arriving-unknown = We do not know whether your message went out. If it does not arrive within a minute, ask for a new code.
arriving-no-more = We do not know that your code arrived, and there are no more in this visit. If it does not come, tell the clerk.
