//! applicant/id_date
