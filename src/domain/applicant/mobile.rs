//! applicant/mobile
