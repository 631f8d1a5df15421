# The registry: where identity, its expiry and the owner of a mobile are looked up.

look-ups-spent = This desk asked the registry too often in a short time. It can ask again at { $time }
look-ups-spent-do = Wait until then and go on, or send the applicant to another desk. What was typed stays in the fields.

registry-damaged = The registry’s file { $path } is damaged; the desk was not opened.
registry-foreign = The registry’s file { $path } is not of this folder; the desk was not opened.
registry-newer = The registry’s file { $path } was written by a newer version of the program.
registry-unreadable = The registry’s file { $path } could not be read.
registry-unusable-do = Move it elsewhere, then import the registry again from its source. Without it every number is unknown.
registry-newer-do = Open the desk with the newer version, or import the registry again with this one.
registry-unreadable-do = Check the disk and the permissions of the file, then try again.
