# The conditions of registration: title, how each stands, why, and what to do next, where.

condition-national-id = The national ID is valid
condition-stay-resident = The iqama is valid
condition-stay-visitor = The visit has not run out
condition-mobile = The mobile is active, in the applicant’s name, with an approved operator
condition-email = The email is correct and works
condition-terms = Terms and privacy policy were read

condition-badge-met = Met
condition-badge-not-met = Not met
condition-badge-unknown = Unknown
condition-badge-not-applicable = Does not apply
condition-badge-later = At step { $step }

condition-later-identity = Will be shown at step { $step }, once the registry was asked about the identity number.
condition-later-mobile = Will be shown at step { $step }, once the registry was asked about the mobile.
condition-later-mobile-code = Owner and operator are confirmed; the code to the mobile follows at step { $step }.
condition-later-email = Will be shown at step { $step }, when the code sent to the email is typed.
condition-later-terms = Will be shown at step { $step }, once both texts were read to their end.

condition-met-identity = The registry has this number, and its date has not passed.
condition-met-mobile = The registry confirmed it, and the code sent to it matched.
condition-met-email = The code sent to it matched.
condition-met-terms = Both texts were read to their end and accepted.

condition-not-applicable-citizen = This condition is for residents and visitors.
condition-not-applicable-others = This condition is for citizens.

condition-why-no-person = The registry has no such identity number.
condition-do-no-person = Compare the number with the document, digit by digit. If it is right, the applicant has it registered at { $place }.
condition-why-other-kind = The registry holds this number as “{ $kind }”, not as the kind of document you saw.
condition-do-other-kind = Ask for the document that is valid now and start a new visit with it, or send the applicant to { $place }.
condition-why-not-in-force = The registry no longer holds this identity as being in force.
condition-do-not-in-force = The applicant has it corrected at { $place }, then registers again.
condition-why-expired-citizen = The national ID expired on { $date }.
condition-why-expired-resident = The iqama expired on { $date }.
condition-why-expired-visitor = The visit ran out on { $date }.
condition-why-expired-typed-citizen = The national ID expired on { $date }, as typed from the document.
condition-why-expired-typed-resident = The iqama expired on { $date }, as typed from the document.
condition-why-expired-typed-visitor = The visit ran out on { $date }, as typed from the document.
condition-do-expired = The document is renewed first at { $place }; then the applicant registers again.
condition-do-expired-visitor = The visit is extended first at { $place }; then the applicant registers again.
condition-why-no-mobile = The registry has no such mobile.
condition-do-no-mobile = Go over the number with the applicant. If it is right, they have it registered in their name at { $place }.
condition-why-somebody-elses = This mobile is not in the name of the document’s holder.
condition-do-somebody-elses = Type a mobile in their name, or they have this one put in their name at { $place }.
condition-why-suspended = This mobile is suspended or cancelled.
condition-do-suspended = Type another active mobile in their name, or they have this one restored at { $place }.
condition-why-operator = The operator of this mobile is not an approved one.
condition-do-operator = Type a mobile in their name with an approved operator, or they move this one at { $place }.

condition-why-unknown-identity = The registry does not know this identity number, or could not be asked.
condition-do-unknown-identity = A supervisor accepts it, or the applicant asks at { $place }.
condition-why-unknown-mobile = The registry does not know whose mobile this is, or could not be asked.
condition-do-unknown-mobile = Type another mobile in their name, or a supervisor accepts it, or they ask at { $place }.

condition-place-citizen = the nearest Civil Affairs office
condition-place-others = the nearest Passports office
condition-place-operator = the nearest branch of their mobile operator
