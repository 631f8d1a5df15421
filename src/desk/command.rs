//! What the command line does to the store of a desk: somebody signs in, their right is checked, and the run is a fact
//! before it does anything. No visit is touched, and no message.

use crate::domain::fact::Fact;
use crate::domain::policy::Policy;
use crate::domain::staff::{Right, Staff};

use super::accounts::Accounts;
use super::{Desk, DeskError, Inner, OpenError, Ports};

impl Desk {
    /// A desk for one command, with nobody at it; none where the desk was not set up yet. The visits and messages of the
    /// store stay as they are.
    ///
    /// # Errors
    /// See [`OpenError`].
    pub fn for_a_command(ports: Ports, policy: Policy) -> Result<Option<Self>, OpenError> {
        let Some(set_up) = ports.store.set_up()? else {
            return Ok(None);
        };
        Self::at_the_command_line(ports, policy, set_up.record.workplace).map(Some)
    }

    /// Whoever signed in runs a command. `file_hash` is the SHA-256 of the file that it reads, in hexadecimal.
    ///
    /// # Errors
    /// [`DeskError::NotPermitted`] and its like, or the store's; the command must not run then.
    pub async fn run_command(
        &self,
        right: Right,
        command: &'static str,
        file_hash: Option<String>,
    ) -> Result<Staff, DeskError> {
        self.off_thread(move |inner| inner.run_command(right, command, file_hash.as_ref()))
            .await
    }

    /// The accounts of the store, for whoever is signed in: their name stands by what they import.
    ///
    /// # Errors
    /// [`DeskError::NotPermitted`] and its like.
    pub fn accounts(&self, right: Right) -> Result<Accounts, DeskError> {
        let staff = self.inner.permitted(right)?;
        Ok(Accounts::of(&self.inner.ports).by(staff.identity))
    }

    /// Records that a file was imported into the registry of the store. `file_hash` is its SHA-256, in hexadecimal.
    ///
    /// # Errors
    /// [`DeskError::NotPermitted`] and its like, or the store's.
    pub async fn record_registry_import(&self, people: usize, file_hash: String) -> Result<(), DeskError> {
        self.off_thread(move |inner| {
            let staff = inner.permitted(Right::ImportRegistry)?;
            let count = u64::try_from(people).unwrap_or(u64::MAX);
            let imported = Fact::RegistryImported { count, file_hash };
            Ok(inner.write_staff(inner.moment(), Some(staff.identity), imported, Vec::new())?)
        })
        .await
    }
}

impl Inner {
    fn run_command(&self, right: Right, command: &'static str, file_hash: Option<&String>) -> Result<Staff, DeskError> {
        let staff = self.permitted(right)?;
        let ran = Fact::CommandRan {
            command: command.to_owned(),
            file_hash: file_hash.cloned(),
        };
        self.write_staff(self.moment(), Some(staff.identity), ran, Vec::new())?;
        Ok(staff)
    }
}
