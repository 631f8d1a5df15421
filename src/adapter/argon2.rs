//! argon2
