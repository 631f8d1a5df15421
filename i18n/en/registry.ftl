# The registry: where identity, its expiry and the owner of a mobile are looked up.

look-ups-spent = This desk asked the registry too often in a short time. It can ask again at { $time }
look-ups-spent-do = Wait until then and go on, or send the applicant to another desk. What was typed stays in the fields.
