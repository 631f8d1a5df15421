//! The way to a bound line: name, TCP, TLS, bind. All of it ends by one moment.

use std::io;

use futures::{SinkExt, StreamExt};
use rusmpp::{Command, CommandId, CommandStatus, Pdu};
use rustls::pki_types::ServerName;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio::time::{Instant, timeout_at};
use tokio_rustls::TlsConnector;
use tokio_rustls::client::TlsStream;
use tokio_util::codec::Framed;

use crate::adapter::gateway::Trust;
use crate::domain::message::GatewayFault;
use crate::port::GatewayError;

use super::codec::{Codec, Incoming};
use super::{SmppSettings, pdu};

/// The number of the bind, the first of a line.
pub const FIRST: u32 = 1;

/// What octets travel over: TCP, or TLS over it.
pub trait Wire: AsyncRead + AsyncWrite + Send + Unpin {}

impl<T: AsyncRead + AsyncWrite + Send + Unpin> Wire for T {}

/// A line of PDUs.
pub type Line = Framed<Box<dyn Wire>, Codec>;

/// Reaches an SMSC and binds, by that moment.
///
/// # Errors
/// What stands in the way.
pub async fn open(settings: &SmppSettings, by: Instant) -> Result<Line, GatewayError> {
    let bind = pdu::bind(settings)?;
    let reached = timeout_at(by, TcpStream::connect((settings.host.as_str(), settings.port))).await;
    let tcp = reached.map_err(|_| not_reached("nothing answered in time"))?;
    let tcp = tcp.map_err(not_reached)?;
    // A message is one small packet, which must not wait for another.
    tcp.set_nodelay(true).map_err(not_reached)?;
    let wire: Box<dyn Wire> = match &settings.tls {
        Some(trust) => Box::new(encrypted(tcp, &settings.host, trust, by).await?),
        None => Box::new(tcp),
    };
    let mut line = Framed::new(wire, Codec);
    timeout_at(by, bound(&mut line, Command::new(CommandStatus::EsmeRok, FIRST, bind)))
        .await
        .map_err(|_| silent("it did not answer the bind in time"))??;
    Ok(line)
}

async fn encrypted(
    tcp: TcpStream,
    host: &str,
    trust: &Trust,
    by: Instant,
) -> Result<TlsStream<TcpStream>, GatewayError> {
    let client = TlsConnector::from(trust.client()?);
    let name =
        ServerName::try_from(host.to_owned()).map_err(|error| GatewayError::new(GatewayFault::NotTrusted, error))?;
    let shaken = timeout_at(by, client.connect(name, tcp)).await;
    let shaken = shaken.map_err(|_| silent("it did not finish the handshake of TLS in time"))?;
    shaken.map_err(|error| Trust::fault(&error))
}

async fn bound(line: &mut Line, bind: Command) -> Result<(), GatewayError> {
    line.send(bind).await.map_err(|error| broken(&error))?;
    loop {
        match line.next().await {
            Some(Ok(Incoming::Pdu(answer))) if answer.sequence_number() == FIRST => {
                return match (answer.id(), answer.status()) {
                    (CommandId::BindTransceiverResp, CommandStatus::EsmeRok) => Ok(()),
                    (CommandId::BindTransceiverResp | CommandId::GenericNack, status) => Err(pdu::not_bound(status)),
                    _ => Err(malformed("it answered the bind with something else")),
                };
            }
            // Nothing but the answer is awaited; whatever else an SMSC says before it changes nothing.
            Some(Ok(Incoming::Pdu(other))) if !matches!(other.pdu(), Some(Pdu::GenericNack)) => {}
            Some(Ok(_)) => return Err(malformed("it answered the bind with what cannot be read")),
            Some(Err(error)) => return Err(broken(&error)),
            None => return Err(silent("it broke the line without answering the bind")),
        }
    }
}

/// What a line that failed says of the SMSC: it wrote no PDU, or the line broke.
pub fn broken(error: &io::Error) -> GatewayError {
    match error.kind() {
        io::ErrorKind::InvalidData => malformed(error),
        _ => silent(format_args!("the line broke: {}", error.kind())),
    }
}

fn not_reached(cause: impl ToString) -> GatewayError {
    GatewayError::new(GatewayFault::NotReached, cause)
}

fn silent(cause: impl ToString) -> GatewayError {
    GatewayError::new(GatewayFault::Silent, cause)
}

fn malformed(cause: impl ToString) -> GatewayError {
    GatewayError::new(GatewayFault::Malformed, cause)
}
