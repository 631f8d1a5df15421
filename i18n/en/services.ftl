# What the account opens. The ids come from assets/services.toml.

service-issue-passport = Issue a Saudi passport
service-issue-passport-need = A recent photo, fees paid
service-renew-passport = Renew a Saudi passport
service-renew-passport-need = The present passport
service-travel-permits = Travel permits for family members
service-travel-permits-need = An up-to-date family record
service-issue-iqama = Issue an iqama
service-issue-iqama-need = A valid visa and a medical check
service-renew-iqama = Renew an iqama
service-renew-iqama-need = Valid health insurance, fees paid
service-resident-report = Resident report
service-resident-report-need = A valid iqama
service-investor-services = Investor services
service-investor-services-need = A valid commercial register
