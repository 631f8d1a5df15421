//! applicant/person_name
