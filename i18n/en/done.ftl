# Step 6: done, and the receipt.

done-title = The password is changed
done-sentence-clerk = The new password works from now on; they sign in on their own device.
done-sentence = Your account works with the new password from now on. Sign in on your own device whenever you like.
done-username-shown-title = The name was shown to its owner
done-username-shown-sentence-clerk = The applicant saw it on their own screen only. Nothing in the account has changed; they sign in on their own device.
done-username-changed-title = The user name is changed
done-username-changed-sentence-clerk = The applicant signs in with the new name from now on; the password is as it was.
done-username-message = An SMS with the name to the applicant’s mobile is ready
done-username-recorded = That it was shown is in the ledger
done-registered-title = The applicant has an account
done-registered-sentence-clerk = From now on they sign in with the name and password they chose, on their own device.
done-registered-title-you = You have an account
done-registered-sentence = From now on you sign in with this user name and the password you chose.
done-saved = The change is on the disk for good
done-notice-mobile = A notice to the applicant’s mobile is ready
done-notice-you = You will get a notice of this on the mobile and email of your account.
done-no-sign-in = The account was not opened at this desk
done-document-expired = The document expired on { $expiry }. That does not stop a recovery; it is renewed at { $place }.
done-services = Services open to them now
done-services-kind = Applicant: { $kind }
done-services-none = No services are open to this kind of applicant. Ask at the nearest service centre.
done-next-applicant = Next applicant
done-try-sign-in = Try the new password

renewal-citizen = Civil Affairs
renewal-resident = the Directorate of Passports
