# What the account opens. The ids come from assets/services.toml; each has its name, for whom it is, what is needed
# beforehand, and what it gives.

service-issue-passport = Issue a Saudi passport
service-issue-passport-whom = Citizens, and guardians for those under twenty-one
service-issue-passport-need = A recent photo, fees paid
service-issue-passport-gives = A new passport, by mail or at the centre
service-renew-passport = Renew a Saudi passport
service-renew-passport-whom = Citizens whose passport expires soon or has expired
service-renew-passport-need = The present passport, fees paid
service-renew-passport-gives = A passport with a new date of expiry
service-travel-permits = Travel permits for family members
service-travel-permits-whom = Citizens who are guardians
service-travel-permits-need = An up-to-date family record
service-travel-permits-gives = Leave to travel for their dependants, for the time and journeys they set
service-issue-iqama = Issue an iqama
service-issue-iqama-whom = Residents who came lately, and their family
service-issue-iqama-need = A valid visa and a medical check
service-issue-iqama-gives = A new iqama and its number
service-renew-iqama = Renew an iqama
service-renew-iqama-whom = Residents and their family
service-renew-iqama-need = Valid health insurance, fees paid
service-renew-iqama-gives = An iqama with a new date of expiry
service-resident-report = Resident report
service-resident-report-whom = Residents
service-resident-report-need = A valid iqama
service-resident-report-gives = A printed report of their details, their family and visas
service-investor-services = Investor services
service-investor-services-whom = Everyone with an investment in the Kingdom
service-investor-services-need = A valid commercial register
service-investor-services-gives = The business and its requests in one account
