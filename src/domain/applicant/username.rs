//! applicant/username
