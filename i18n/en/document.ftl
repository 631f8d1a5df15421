# Document seen: the first thing in every visit.

document-title = Document seen
document-sentence = Take the original in your hand, compare the photo with the person, then type its last four digits.
document-kind = Kind of document
document-last-four = Last four digits of the document’s number
document-last-four-help = They must agree with the number that is typed later.
document-last-four-count = 4 digits
document-continue = I saw the document
document-recorded = The ledger keeps this under your name.
document-error-empty = Type the last four digits of the document.
document-error-not-digits = Only digits go here. Type the last four digits of the document.
document-error-length = Four digits are needed. Type the last four as they stand on the document.
