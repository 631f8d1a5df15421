//! applicant/email
