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

registry-reason-yes-no = it is yes or no
registry-reason-as-many = one value for all mobiles, or as many as mobiles
registry-reason-operator = the operator is one of stc, mobily, zain, salam, virgin, red-bull, lebara, or other for any other
registry-field-in-force = identity in force
registry-field-mobiles = mobiles
registry-field-operator = operator
registry-field-active = mobile active

registry-command = Imports the registry
registry-command-import = Imports a CSV or JSON Lines file in the place of the registry as it is
registry-option-complete = The file holds everybody: who is not in it is not registered, rather than unknown
registry-nobody = There is nobody in the file { $path }, so nothing was imported.
registry-writing = Writing the registry: { $number } of { $total }
registry-done = { PLURAL($count) ->
    [one] The registry was imported, with { $count } person.
   *[other] The registry was imported, with { $count } people.
}
registry-dry-run = { PLURAL($count) ->
    [one] The file is good, with { $count } person. Nothing was imported.
   *[other] The file is good, with { $count } people. Nothing was imported.
}

doctor-registry = registry
doctor-registry-ok = { PLURAL($count) ->
    [one] holds { $count } person
   *[other] holds { $count } people
}
doctor-registry-none = not imported yet, so every number is unknown and each registration needs a supervisor.
doctor-registry-none-do = Import it with “istiada registry import”.
doctor-registry-not-seen = not read while the store is not open.
