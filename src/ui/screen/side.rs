//! The two sides of the counter.

/// Whose turn it is at the keyboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Side {
    /// The clerk's.
    Clerk,
    /// The applicant's.
    Applicant,
}

impl Side {
    /// The side across the counter.
    pub const fn other(self) -> Self {
        match self {
            Self::Clerk => Self::Applicant,
            Self::Applicant => Self::Clerk,
        }
    }

    /// Its place where there is one of each: the clerk's is the first.
    pub const fn place(self) -> usize {
        match self {
            Self::Clerk => 0,
            Self::Applicant => 1,
        }
    }
}
