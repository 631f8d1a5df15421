# The data key: where it is kept, and what stands in the way of it.

data-key-option-passphrase-file = A file that only you can read, with the passphrase of the data key in its first line, or - for standard input; asked for without it where there is a passphrase
data-key-prompt = The passphrase of the data key:
data-key-no-terminal-do = In a script, give { $file } with the file of the passphrase.
data-key-no-passphrase = The data key is kept behind a passphrase, which was not given.
data-key-wrong = The passphrase of the data key is not right, so nothing was opened.
data-key-wrong-do = Look at what you typed and at the keyboard, then try again. Without the passphrase nobody can read the data.
data-key-keyring-locked = The keyring of the system is locked, and it holds the data key.
data-key-keyring-locked-do = Unlock the keyring, for example by signing in to the system anew, then try again.
data-key-keyring-away = The keyring of the system holds the data key, and no keyring answers.
data-key-keyring-away-do = Sign in to the system as the person who set this desk up, with its keyring, then try again. No new key is made for existing data.
data-key-keyring-without = The keyring of the system does not hold the data key, so nothing was opened.
data-key-keyring-without-do = Sign in to the system as the person who set this desk up, or put the key back to { $path } from its safe copy. No new key is made for existing data.

data-key-title = The passphrase of the data key
data-key-sentence = The data of this desk is locked behind a passphrase. Whoever looks after the desk types it; then staff sign in.
data-key-passphrase = Passphrase
data-key-passphrase-empty = Type the passphrase.
data-key-passphrase-wrong = The passphrase is not right.
data-key-wait = The next try in:
data-key-open = Open the desk
data-key-opening = Opening the desk
data-key-again = Try again
data-key-keyring-title = The data key is not at hand
data-key-keyring-sentence = The keyring of the system is to give it, and does not.

data-key-place-title = Where is the data key kept?
data-key-place-sentence = Everything this desk saves is sealed with one key. It is made now, and stays where you say.
data-key-places = Place of the data key
data-key-in-keyring = In the keyring of the system
data-key-in-keyring-detail = Opens when the user of this computer signs in to the system.
data-key-in-file = In a file
data-key-in-file-detail = Nothing is asked for at a start. Whoever takes the disk has the key as well, unless the disk is encrypted.
data-key-behind = In a file behind a passphrase
data-key-behind-detail = The passphrase is asked for at each start of the program.
data-key-copy = Without its key, and its passphrase where it has one, nobody can read the data again. Once the desk is set up, put a copy of both into a safe.
data-key-not-kept = The keyring did not take the key. Nothing was made; choose again.
data-key-rules = What a passphrase needs
data-key-rule-strength = Hard to guess: four words that do not belong together are enough
data-key-rule-same = Both are the same
data-key-fault-short = { PLURAL($count) ->
    [one] The passphrase is too short. It needs at least { $count } character.
   *[other] The passphrase is too short. It needs at least { $count } characters.
}
data-key-fault-long = The passphrase is too long. Shorten it.
data-key-fault-character = There is a character in it that cannot be taken. Remove it or choose another.
data-key-fault-weak = The passphrase is easily guessed. Add words that do not belong together.
data-key-fault-repeat-empty = Type the passphrase again here.
data-key-fault-repeat = The two differ. Type the second as you typed the first.

doctor-key-passphrase = there, in a file behind a passphrase
doctor-key-keyring = there, in the keyring of the system
