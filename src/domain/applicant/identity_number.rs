//! applicant/identity_number
