//! What kind of visit it was, and how it ended.

use serde::{Deserialize, Serialize};

/// Which flow a visit follows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Flow {
    /// A forgotten password.
    #[default]
    ForgottenPassword,
    /// A forgotten user name, of an account that is there.
    ForgottenUsername,
    /// A new user, or somebody who registers again.
    NewUser,
    /// A recovery that a supervisor approves.
    Supervised,
}

/// How a visit ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ending {
    /// What was asked for was done.
    Completed,
    /// The closing sentence: everything that must not be told apart.
    Closed,
    /// The clerk called the next visitor.
    Abandoned,
    /// Nobody touched the desk for too long.
    Idle,
    /// The visit reached the end of its life.
    TooLong,
    /// The program stopped in the middle of it.
    Interrupted,
}
