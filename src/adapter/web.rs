//! One request over HTTP/1.1 and its answer, on a connection of its own.
//!
//! Nothing is kept, followed or asked on the way: no pool, no redirect, no proxy, no cookie. So it is known whether a
//! request had begun to leave when something went wrong, and that decides whether it may be tried again. Nothing of a
//! request or an answer is logged.

mod address;
mod wire;

use std::io;
use std::pin::pin;
use std::time::Duration;

use http_body_util::{BodyExt, Full, LengthLimitError, Limited};
use hyper::body::{Bytes, Incoming};
use hyper::client::conn::http1;
use hyper::header::{ACCEPT, CONNECTION, CONTENT_TYPE, HOST, HeaderName, HeaderValue, RETRY_AFTER, USER_AGENT};
use hyper_util::rt::TokioIo;
use tokio::time::{Instant, timeout_at};
use zeroize::Zeroizing;

use self::wire::Wire;
use crate::adapter::gateway::Trust;
use crate::domain::message::GatewayFault;
use crate::port::GatewayError;

pub use self::address::{Address, AddressError};

/// The longest answer that is read, in bytes; those of gateways and registries have some hundreds.
const LONGEST_ANSWER: usize = 64 * 1024;
/// The longest pause that an answer can ask for.
const LONGEST_PAUSE: Duration = Duration::from_secs(3600);

/// How a request asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// Without a body.
    Get,
    /// With one.
    Post,
}

/// A request. It holds secrets, so it has no `Debug`.
pub struct Request {
    /// How it asks.
    pub method: Method,
    /// Where it goes.
    pub address: Address,
    /// Headers besides those that every request has. Their values may be secret.
    pub headers: Vec<(HeaderName, HeaderValue)>,
    /// The type of the body, and the body.
    pub body: Option<(&'static str, Zeroizing<Vec<u8>>)>,
}

/// What came back. It may name a person, so it has no `Debug`.
pub struct Answer {
    /// The status, such as 200.
    pub status: u16,
    /// How long it asks to be left alone (`Retry-After` in seconds).
    pub pause: Option<Duration>,
    /// The body.
    pub body: Vec<u8>,
}

/// A request without an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lost {
    /// Nothing of the request left: whoever it was for has certainly not seen it.
    Before(GatewayError),
    /// It had begun to leave: it may or may not have been seen.
    After(GatewayError),
}

impl Lost {
    /// What went wrong, wherever it did.
    pub fn into_error(self) -> GatewayError {
        match self {
            Self::Before(error) | Self::After(error) => error,
        }
    }
}

/// Asks, and waits for the whole answer for as long as `patience`.
///
/// # Errors
/// [`Lost`] says whether the request had begun to leave.
pub async fn exchange(request: Request, trust: &Trust, patience: Duration) -> Result<Answer, Lost> {
    let deadline = Instant::now() + patience;
    let address = request.address.clone();
    let asked = spelled(request).map_err(Lost::Before)?;
    let wire = wire::connect(&address, trust, deadline).await.map_err(Lost::Before)?;
    let answer = timeout_at(deadline, converse(wire, asked)).await;
    answer
        .unwrap_or_else(|_| Err(fault(GatewayFault::Silent, "no answer in time")))
        .map_err(Lost::After)
}

/// Reaches an address, over TLS where it says so, and says nothing there.
///
/// # Errors
/// What stands in the way.
pub async fn reach(address: &Address, trust: &Trust, patience: Duration) -> Result<(), GatewayError> {
    wire::connect(address, trust, Instant::now() + patience).await.map(drop)
}

fn fault(fault: GatewayFault, cause: &str) -> GatewayError {
    GatewayError::new(fault, cause)
}

/// The request as hyper wants it.
fn spelled(request: Request) -> Result<hyper::Request<Full<Bytes>>, GatewayError> {
    let method = match request.method {
        Method::Get => hyper::Method::GET,
        Method::Post => hyper::Method::POST,
    };
    let mut spelled = hyper::Request::builder()
        .method(method)
        .uri(request.address.path())
        .header(HOST, request.address.authority())
        .header(USER_AGENT, concat!("istiada/", env!("CARGO_PKG_VERSION")))
        .header(ACCEPT, "application/json")
        .header(CONNECTION, "close");
    for (name, value) in request.headers {
        spelled = spelled.header(name, value);
    }
    let body = match request.body {
        Some((kind, body)) => {
            spelled = spelled.header(CONTENT_TYPE, kind);
            // The very bytes, which are wiped once they were sent.
            Bytes::from_owner(body)
        }
        None => Bytes::new(),
    };
    let refused = |_| fault(GatewayFault::Malformed, "the request cannot be written as HTTP");
    spelled.body(Full::new(body)).map_err(refused)
}

/// Sends the request and reads the answer, while the connection is driven beside both.
async fn converse(wire: Box<dyn Wire>, request: hyper::Request<Full<Bytes>>) -> Result<Answer, GatewayError> {
    let (mut sender, connection) = http1::handshake(TokioIo::new(wire)).await.map_err(|e| unheard(&e))?;
    let asked = async move {
        let answer = sender.send_request(request).await.map_err(|error| unheard(&error))?;
        read(answer).await
    };
    let (mut asked, connection) = (pin!(asked), pin!(connection));
    tokio::select! {
        biased;
        answer = &mut asked => answer,
        // Whatever ended it is told to the request too, and an answer that is already here can still be read.
        _ = connection => asked.await,
    }
}

async fn read(answer: hyper::Response<Incoming>) -> Result<Answer, GatewayError> {
    let status = answer.status().as_u16();
    let pause = answer.headers().get(RETRY_AFTER).and_then(seconds);
    let body = Limited::new(answer.into_body(), LONGEST_ANSWER).collect().await;
    let body = body.map_err(|error| match error.downcast_ref::<hyper::Error>() {
        Some(error) => unheard(error),
        None if error.is::<LengthLimitError>() => fault(GatewayFault::Malformed, "the answer is too long"),
        None => fault(GatewayFault::Malformed, "the answer cannot be read"),
    })?;
    Ok(Answer {
        status,
        pause,
        body: body.to_bytes().to_vec(),
    })
}

fn seconds(value: &HeaderValue) -> Option<Duration> {
    let seconds = value.to_str().ok()?.trim().parse().ok()?;
    Some(Duration::from_secs(seconds).min(LONGEST_PAUSE))
}

/// What hyper says of an answer that did not come. Its words never quote what was said.
fn unheard(error: &hyper::Error) -> GatewayError {
    let kind = if error.is_parse() {
        GatewayFault::Malformed
    } else {
        GatewayFault::Silent
    };
    let source = std::error::Error::source(error).and_then(|source| source.downcast_ref::<io::Error>());
    match source {
        Some(source) => GatewayError::new(kind, format_args!("{error}: {}", source.kind())),
        None => GatewayError::new(kind, error),
    }
}
