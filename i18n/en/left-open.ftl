# A visit that was open when the program stopped.

left-open-title = The program stopped during a visit
left-open-sentence = The visit is kept at the step that it had reached, without any secret. If the holder of the same document is in front of you, go on.
left-open-visit = Visit
left-open-service = Service
left-open-step = It stood at
left-open-document = Document
left-open-document-ends = { $kind }, ends in { $last_four }
left-open-document-none = No document was seen yet
left-open-time = It can be resumed for
left-open-same = The same person is here: go on
left-open-same-what = Compare the document in their hand with the kind and the last four digits above. Your word is recorded under your name.
left-open-same-none = It goes on with the document. Your word is recorded under your name.
left-open-end = They left, or it is somebody else: end it
left-open-end-what = The visit ends as interrupted; the applicant starts over with another visit.
left-open-late-title = It is too late to resume it
left-open-late = The visit ended as interrupted. If the applicant is still in front of you, begin another visit.
left-open-close = Close this visit
left-open-say = “The program stopped for a moment, and we can go on from where we were. Please hand me your document once more.”
