# How commands are typed, and what they say where they are mistyped.

usage-heading = Usage:
usage-commands = Commands
usage-arguments = Arguments
usage-options = Options
usage-accounts = Imports and finds accounts
usage-ledger = The ledger
usage-option-help = Shows this help
usage-option-version = Shows the version
usage-option-file = The file
usage-option-query = An identity number, mobile, email or user name
usage-option-visits = How many visits
usage-option-seed = The number that the choices follow from
usage-option-ack = Writes a line after each durable commit
usage-option-check = Checks that every acknowledgement in the file is kept
usage-option-count = How many images
usage-unknown-option = There is no option { $option }.
usage-unknown-command = There is no command { $command }.
usage-missing = The command lacks: { $what }
usage-missing-command = The name of the command is missing.
usage-together = { $option } cannot stand with { $other }.
usage-value = The value of { $option } is not valid.
usage-not-text = The command has characters that cannot be read.
usage-path = The file: { $path }
usage-unknown-file = A file in the ledger’s folder was not written by this program: { $path }
usage-key-broken = The key file is damaged: { $path }
usage-no-memory = There is not enough memory.
usage-fonts-broken = The embedded fonts are damaged. Install the program again.
usage-no-windows = This program was built without windows.
usage-value-of = { $field }: { $value }
usage-numbered = { $what } { $number }
usage-question-count = { PLURAL($count) ->
    [one] { $count } question with its answer is wanted, or none
   *[other] { $count } questions with their answers are wanted, or none
}
usage-verified = { $share } percent of the ledger checked
usage-unfinished = { PLURAL($count) ->
    [one] After the last frame stands { $count } byte of an unfinished write, which was never acknowledged.
   *[other] After the last frame stand { $count } bytes of an unfinished write, which was never acknowledged.
}
usage-drill-needs-data = A drill needs a folder of its own. Name it with { $option }.
usage-disagreement = Ledger and store do not agree in { $table }.
usage-write-configuration = Write the configuration to { $path }
usage-see-ledger = First heed what is said about key and ledger
usage-training-centre = Training centre
usage-training-desk = Desk 1
usage-training-clerk = Training clerk
usage-training-supervisor = Training supervisor
usage-training-supervisor-2 = Second training supervisor
