//! The connection under a request.

use rustls::pki_types::ServerName;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio::time::{Instant, timeout_at};
use tokio_rustls::TlsConnector;

use super::{Address, fault};
use crate::adapter::gateway::Trust;
use crate::domain::message::GatewayFault;
use crate::port::GatewayError;

/// A connection, over TLS or not.
pub(super) trait Wire: AsyncRead + AsyncWrite + Send + Unpin {}

impl<T: AsyncRead + AsyncWrite + Send + Unpin> Wire for T {}

/// Connects, and shakes hands where the address is one over TLS.
///
/// # Errors
/// What stands in the way; nothing was said of a message yet.
pub(super) async fn connect(
    address: &Address,
    trust: &Trust,
    deadline: Instant,
) -> Result<Box<dyn Wire>, GatewayError> {
    let reached = timeout_at(deadline, TcpStream::connect((address.host(), address.port()))).await;
    let stream = match reached {
        Ok(Ok(stream)) => stream,
        Ok(Err(error)) => return Err(GatewayError::new(GatewayFault::NotReached, error)),
        Err(_) => return Err(fault(GatewayFault::NotReached, "no connection in time")),
    };
    // A request is one small piece: it need not wait for more. Where the system does not know this, it only waits.
    let _ = stream.set_nodelay(true);
    if !address.is_over_tls() {
        return Ok(Box::new(stream));
    }
    let name = ServerName::try_from(address.host().to_owned())
        .map_err(|_| fault(GatewayFault::NotReached, "no certificate can bear this host's name"))?;
    // The authorities of the system are files.
    let trust = trust.clone();
    let client = tokio::task::spawn_blocking(move || trust.client())
        .await
        .map_err(|error| GatewayError::new(GatewayFault::NotTrusted, error))??;
    match timeout_at(deadline, TlsConnector::from(client).connect(name, stream)).await {
        Ok(Ok(stream)) => Ok(Box::new(stream)),
        Ok(Err(error)) => Err(Trust::fault(&error)),
        Err(_) => Err(fault(GatewayFault::Silent, "TLS: no handshake in time")),
    }
}
