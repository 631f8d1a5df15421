//! What an earlier drill left open when it was stopped.

use rand::RngExt;

use crate::desk::{DeskError, SamePerson};

use super::visitor::Visitors;

impl Visitors {
    /// Half of it is resumed before it is left, the rest ends as it is.
    pub(super) async fn take_over(&mut self) -> Result<(), DeskError> {
        for left in self.desk.left_open().await? {
            let visit = left.view.visit;
            if self.random.random_bool(0.5) {
                self.desk.resume(visit, SamePerson).await?;
                self.count("resumed");
            } else {
                self.count("interrupted");
            }
            self.desk.next_visitor(visit).await?;
        }
        Ok(())
    }
}
