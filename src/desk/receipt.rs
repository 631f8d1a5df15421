//! The receipt: what a visit in which something was done gives the applicant to take along.

use std::path::PathBuf;
use std::sync::Arc;

use crate::domain::fact::Fact;
use crate::domain::id::VisitId;
use crate::domain::receipt::{Issuer, Platform, Receipt, ReceiptForm};
use crate::domain::recovery::{self, Recovery};
use crate::domain::staff::Right;
use crate::domain::time::Timestamp;
use crate::port::{Cabinet, Commit, Pdf, PrintError, Printer, TypesetError, Typesetter};

use super::{Desk, DeskError, Inner};

/// What turns receipts into paper and files.
#[derive(Clone)]
pub struct Paper {
    /// Sets them in type.
    pub typesetter: Arc<dyn Typesetter>,
    /// Prints them.
    pub printer: Arc<dyn Printer>,
    /// Keeps them.
    pub cabinet: Arc<dyn Cabinet>,
}

/// Why a receipt was not handed over.
#[derive(Debug, thiserror::Error)]
pub enum ReceiptError {
    /// The desk has none, or could not record that it was handed over.
    #[error(transparent)]
    Desk(#[from] DeskError),
    /// It could not be set in type.
    #[error(transparent)]
    Typeset(#[from] TypesetError),
    /// It was not printed.
    #[error(transparent)]
    Print(#[from] PrintError),
    /// It was not saved.
    #[error("the receipt was not saved")]
    Save(#[source] std::io::Error),
}

impl Desk {
    /// The receipt of a visit in which something was done.
    ///
    /// # Errors
    /// [`DeskError::NoVisit`]; [`DeskError::NoReceipt`] where nothing was done, for whatever reason; the store's.
    pub async fn receipt(&self, visit: VisitId, platform: Platform) -> Result<Receipt, DeskError> {
        self.off_thread(move |inner| inner.receipt(visit, platform)).await
    }

    /// Prints a receipt.
    ///
    /// # Errors
    /// See [`ReceiptError`].
    pub async fn print_receipt(&self, visit: VisitId, platform: Platform) -> Result<(), ReceiptError> {
        let print = |paper: &Paper, pdf: &Pdf| paper.printer.print(pdf).map_err(ReceiptError::from);
        self.hand_over_receipt(visit, platform, ReceiptForm::Printed, print)
            .await
    }

    /// Saves a receipt as a file, and says where.
    ///
    /// # Errors
    /// See [`ReceiptError`].
    pub async fn save_receipt(&self, visit: VisitId, platform: Platform) -> Result<PathBuf, ReceiptError> {
        let save = |paper: &Paper, pdf: &Pdf| paper.cabinet.put(&pdf.filed()).map_err(ReceiptError::Save);
        self.hand_over_receipt(visit, platform, ReceiptForm::Saved, save).await
    }

    /// Printers are slow: nothing waits for one but whoever asked, and the desk goes on meanwhile. What was handed over
    /// is recorded after it was; a receipt that nobody got is no fact.
    async fn hand_over_receipt<T: Send + 'static>(
        &self,
        visit: VisitId,
        platform: Platform,
        form: ReceiptForm,
        hand_over: impl FnOnce(&Paper, &Pdf) -> Result<T, ReceiptError> + Send + 'static,
    ) -> Result<T, ReceiptError> {
        let receipt = self.receipt(visit, platform).await?;
        let inner = Arc::clone(&self.inner);
        let given = tokio::task::spawn_blocking(move || {
            let sheet = inner.ports.wording.receipt(&receipt);
            let pdf = inner.ports.paper.typesetter.set(&sheet)?;
            hand_over(&inner.ports.paper, &pdf)
        });
        let given = given.await.map_err(|_| DeskError::Stopping)??;
        self.off_thread(move |inner| inner.record_receipt(visit, form)).await?;
        Ok(given)
    }
}

impl Inner {
    fn receipt(&self, visit: VisitId, platform: Platform) -> Result<Receipt, DeskError> {
        self.permitted(Right::Serve)?;
        let read = self.ports.store.visit(visit)?.ok_or(DeskError::NoVisit)?;
        let Recovery::Done(done) = recovery::restore(read.record) else {
            return Err(DeskError::NoReceipt);
        };
        let account = self.ports.store.account(done.account())?.ok_or(DeskError::NoVisit)?;
        let issuer = Issuer {
            workplace: self.workplace(),
            platform,
            practice: self.ports.store.kind().practice().is_some(),
        };
        let at = self.on_the_wall(done.at());
        Ok(Receipt::of(&done, &account.record.identity, at, issuer))
    }

    /// A moment of trusted time as the wall clock shows it now.
    fn on_the_wall(&self, moment: Timestamp) -> Timestamp {
        let (now, wall) = (self.moment().at, self.ports.clock.read().wall);
        Timestamp::from_millis(moment.as_millis() + (wall.as_millis() - now.as_millis()))
    }

    fn record_receipt(&self, visit: VisitId, form: ReceiptForm) -> Result<(), DeskError> {
        self.write(Commit {
            moment: self.moment(),
            entries: vec![self.entry(Some(visit), Fact::ReceiptGiven { form })],
            changes: Vec::new(),
        })?;
        Ok(())
    }
}
