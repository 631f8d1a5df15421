# Gateways as whoever sets them up sees them: configuration, examination, trial.

gateways-command = Sets gateways up
gateways-command-seal = Seals a secret of a gateway, to stand sealed in the configuration
gateways-option-send-to = A mobile or an email address to which a test message is sent through each gateway that reaches it
gateways-option-secret-file = A file that only you can read, with the secret in its first line, or - for standard input
gateways-prompt-secret = The secret to seal:
gateways-nothing-to-seal = No secret was typed, so nothing was sealed.

gateways-reason-host = not the name or number of a host
gateways-reason-address = not an address that begins with https://
gateways-reason-sender = the sender’s name has 1 to { $most } characters: Latin letters, digits, spaces, dots and dashes, with at least one letter
gateways-reason-ascii = SMPP has room here for { PLURAL($most) ->
    [one] { $most } character
   *[other] { $most } characters
}: Latin letters, digits and signs, without spaces
gateways-reason-plain = a secret does not stand here in plain. Write { $environment }, or the { $sealed } that { $command } prints
gateways-reason-twice = another gateway has the same name
gateways-reason-not-read = the file that it names could not be read
gateways-reason-certificate = the file that it names holds no certificate of an authority in PEM
gateways-reason-profile = there is no profile of this name. There are: { $known }
gateways-reason-profile-file = the profile file is wrong in line { $line }, field “{ $field }”

gateways-secret-not-set = The secret of the field “{ $field }” is not there: the variable { $name } is not set in the environment.
gateways-secret-not-set-do = Set it for whoever runs the program, and start it again.
gateways-secret-foreign = The secret of the field “{ $field }” was not sealed with the data key of this desk.
gateways-secret-unsendable = The secret of the field “{ $field }” holds a character that cannot be sent, such as a line break.
gateways-secret-foreign-do = Seal it here anew with { $command }.
gateways-secret-too-long = The secret of the field “{ $field }” is longer than SMPP has room for: { PLURAL($most) ->
    [one] { $most } character.
   *[other] { $most } characters.
}
gateways-secret-too-long-do = Ask whoever runs the gateway for a shorter one.

gateways-ready = { $name }: reached, and signed in where that is asked for
gateways-in-clear = { $name }: the connection is not encrypted; whoever listens on the network reads the codes
gateways-in-clear-do = take { $setting } out, unless the server is on this very machine
gateways-down = { $name }: { $fault }
gateways-not-seen = not tried, because the store of the desk is not open to this command now
gateways-not-seen-do = close the desk, or set it up, and look again

gateways-fault-not-reached = nobody answers at its address
gateways-fault-not-reached-do = check host and port, this machine’s network, and the firewall
gateways-fault-silent = it was reached, and said nothing in time
gateways-fault-silent-do = check the port and the kind of encryption, then ask whoever runs it
gateways-fault-not-trusted = its certificate is expired, or another’s, or nobody vouches for it
gateways-fault-not-trusted-do = check this machine’s date and the host’s name; name your own authority’s certificate in “certificate”
gateways-fault-sign-in-refused = it refused the name or the password
gateways-fault-sign-in-refused-do = check the name, seal the right password, and ask whether it accepts this machine’s address
gateways-fault-throttled = it takes no more for now
gateways-fault-throttled-do = wait; if it happens again, ask for a higher limit or make “window” smaller
gateways-fault-malformed = what it says is not what its protocol lets it say
gateways-fault-malformed-do = check the port and the kind, and with HTTP the profile file
gateways-fault-failing = it says that it is out of order
gateways-fault-failing-do = wait, then ask whoever runs it
gateways-fault-message-refused = it refused the message: the number, the address or the sender’s name
gateways-fault-message-refused-do = check the number, and ask whether the sender’s name is registered

gateways-registry-ready = the registry on the web answers
gateways-registry-down = the registry on the web: { $fault }

gateways-test-subject = A test message
gateways-test-text = This is a test message of a service desk. You need not do anything.
gateways-send-to-wrong = This is no mobile number and no email address.
gateways-send-to-none = No gateway of the configuration reaches { $contact }.
gateways-send-to-none-do = Add a [[gateway]] of that kind to the configuration.
gateways-trial-delivered = { $name }: the message to { $contact } was accepted and has arrived
gateways-trial-accepted = { $name }: the message to { $contact } was accepted; no word of its arrival yet
gateways-trial-not-delivered = { $name }: the message to { $contact } was accepted, and was then said not to have arrived
gateways-trial-not-taken = { $name }: the message to { $contact } was not accepted: { $fault }
gateways-trial-unknown = { $name }: it is not known whether the message to { $contact } was accepted: { $fault }
gateways-trial-failed = { PLURAL($count) ->
    [one] The trial failed with { $count } gateway.
   *[other] The trial failed with { $count } gateways.
}
