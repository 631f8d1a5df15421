# The clerk's attestation that the applicant is there, in the place of the image.

attest-open = Attest instead of the image
attest-title = Attest that the applicant is here
attest-sentence = You attest that the applicant is in front of you, so that they need not type the characters.
attest-reason = Why
attest-cannot-see = They cannot see the image
attest-cannot-read-latin = They do not read Latin letters
attest-cannot-type = They cannot type with their hands
attest-unreadable = They tried several images and could read none
attest-equipment-fails = Their screen or keyboard does not work
attest-recorded = This and the reason go on record under your name. Security questions and code are asked all the same.
attest-error-empty = Choose a reason first.
attest-submit = I attest it
