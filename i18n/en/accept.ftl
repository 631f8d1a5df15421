# What the registry does not know of somebody who registers, and a supervisor's approval of it.

conditions-ask = Ask a supervisor
conditions-sentence-unknown = What is unknown is never met. Registration goes on with a supervisor’s approval, or with other details.
conditions-sentence-accepted = The supervisor accepted what is unknown, for this identity and this mobile alone. Go on now: it is good for ten minutes.
condition-badge-accepted = Accepted by a supervisor
condition-accepted-identity = The registry does not know this number. The supervisor accepted that for this visit alone; it stands in the ledger.
condition-accepted-mobile = The registry does not know whose mobile this is. The supervisor accepted that for this visit alone; it stands in the ledger.
accept-now = Accepted by a supervisor
accept-say = “The supervisor accepted what we did not find in the registry, so we go on. You are asked all that everybody is asked.”
accept-reason = What the supervisor goes by
accept-reason-too-new = Document or mobile is too new for the registry
accept-reason-not-reached = The registry cannot be asked now; the document is sound
accept-reason-confirmed-elsewhere = The issuer confirmed it by another way
accept-unknown = What is unknown
accept-nothing-unknown = Nothing is left in this registration that a supervisor could approve.
