//! Whom a connection over TLS is trusted to. One way for all gateways: rustls with `ring`, certificates always checked.

use std::io;
use std::sync::Arc;

use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use rustls::{ClientConfig, RootCertStore};

use crate::domain::message::GatewayFault;
use crate::port::GatewayError;

/// Whom a connection over TLS is trusted to: the authorities that the system trusts, and those of the operator's own
/// that the configuration names besides. There is no way to check nothing.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Trust {
    own: Vec<CertificateDer<'static>>,
}

/// Why a text names no authority.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TrustError {
    /// No certificate stands in it.
    #[error("no certificate in PEM stands in it")]
    Nothing,
    /// What stands in it is no PEM, or no certificate of an authority.
    #[error("it is not a certificate of an authority in PEM")]
    Malformed,
}

impl Trust {
    /// The authorities of the system alone.
    pub fn of_system() -> Self {
        Self::default()
    }

    /// The authorities of `pem` too, one or several certificates.
    ///
    /// # Errors
    /// See [`TrustError`].
    pub fn with_authority(pem: &str) -> Result<Self, TrustError> {
        let read: Result<Vec<_>, _> = CertificateDer::pem_slice_iter(pem.as_bytes()).collect();
        let own = read.map_err(|_| TrustError::Malformed)?;
        if own.is_empty() {
            return Err(TrustError::Nothing);
        }
        let mut roots = RootCertStore::empty();
        for certificate in &own {
            roots.add(certificate.clone()).map_err(|_| TrustError::Malformed)?;
        }
        Ok(Self { own })
    }

    /// The operator's own.
    pub(super) fn own(&self) -> &[CertificateDer<'static>] {
        &self.own
    }

    /// The settings of a client. The authorities of the system are read anew each time, so that one that was added or
    /// taken away counts without a restart; it takes some milliseconds.
    ///
    /// # Errors
    /// What rustls says of its own settings, which are ours.
    pub fn client(&self) -> Result<Arc<ClientConfig>, GatewayError> {
        let mut roots = RootCertStore::empty();
        // What of the system's cannot be read vouches for nobody: the server is then not trusted, and that is said.
        roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
        roots.add_parsable_certificates(self.own.iter().cloned());
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let builder = ClientConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .map_err(|error| GatewayError::new(GatewayFault::NotTrusted, error))?;
        Ok(Arc::new(builder.with_root_certificates(roots).with_no_client_auth()))
    }

    /// What a handshake that failed says of the other side.
    pub fn fault(error: &io::Error) -> GatewayError {
        let inner = error.get_ref().and_then(|inner| inner.downcast_ref::<rustls::Error>());
        let fault = match inner {
            Some(rustls::Error::InvalidCertificate(_) | rustls::Error::NoCertificatesPresented) => {
                GatewayFault::NotTrusted
            }
            Some(_) => GatewayFault::Malformed,
            None => GatewayFault::Silent,
        };
        GatewayError::new(fault, format_args!("TLS: {error}"))
    }
}

impl std::fmt::Debug for Trust {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "Trust(the system and {} more)", self.own.len())
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn an_authority_is_read_once_and_nothing_else_is_taken_for_one() {
        let authority = rcgen::generate_simple_self_signed(["gateway.example".to_owned()]).unwrap();
        let pem = authority.cert.pem();
        let trust = Trust::with_authority(&format!("{pem}{pem}")).unwrap();
        assert_eq!(format!("{trust:?}"), "Trust(the system and 2 more)");
        trust.client().unwrap();
        assert_eq!(Trust::with_authority(""), Err(TrustError::Nothing));
        assert_eq!(Trust::with_authority("gateway.pem"), Err(TrustError::Nothing));
        assert_eq!(
            Trust::with_authority(&authority.signing_key.serialize_pem()),
            Err(TrustError::Nothing)
        );
        let broken = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
        assert_eq!(Trust::with_authority(broken), Err(TrustError::Malformed));
    }
}
