//! `gateway seal`: a secret of a gateway as it may stand in the configuration.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use crate::domain::secret::ExposeSecret;
use crate::domain::staff::Right;

use super::at_terminal::{AtTerminal, Run, SignIn, secret};
use super::configuration::hidden::Hidden;
use super::{Failure, Session, logging, output};

/// What can be done with gateways.
#[derive(Debug, Subcommand)]
pub enum GatewayCommand {
    /// Seals a secret for the configuration.
    Seal(SealOptions),
}

/// Which secret, and who seals it.
#[derive(Debug, Args)]
pub struct SealOptions {
    #[arg(long, value_name = "FILE")]
    secret_file: Option<PathBuf>,
    #[command(flatten)]
    by: SignIn,
}

/// Reads a secret and prints what stands for it in the configuration of this desk, and of no other.
///
/// # Errors
/// A sentence for whatever stands in the way.
pub fn seal(session: &Session, options: &SealOptions) -> Result<(), Failure> {
    let texts = session.texts;
    // A file in which the secret still stands in plain is refused; that must not keep it from being sealed.
    let configuration = session.configuration().unwrap_or_default();
    logging::start(&session.places.log(), configuration.log);
    let run = Run {
        right: Right::ManageGateways,
        command: "gateway seal",
        file_hash: None,
    };
    let open = AtTerminal::begin(session, &configuration, &options.by, run)?;
    let secret = secret(texts, options.secret_file.as_deref(), texts.gateways_prompt_secret())?;
    if secret.expose_secret().is_empty() {
        return Err(Failure::of(texts.gateways_nothing_to_seal()));
    }
    let sealed = Hidden::seal(&secret, open.store.vault());
    output::line(&sealed.map_err(|_| Failure::of(texts.usage_no_memory()))?);
    Ok(())
}
