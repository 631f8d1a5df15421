//! A web server on loopback that keeps what it is asked and answers as it is told, well or badly.

#![allow(dead_code)]

use std::collections::BTreeMap;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use istiada::adapter::web::Address;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::{ServerConfig, ServerConnection, StreamOwned};

/// What it was asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    pub method: String,
    pub path: String,
    /// By their names in small letters.
    pub headers: BTreeMap<String, String>,
    pub body: String,
}

/// What it does about it.
#[derive(Clone, Debug)]
pub enum Reply {
    /// Says this: status, further headers, body.
    Say(u16, &'static str, String),
    /// Says these bytes, whatever they are, and closes.
    Raw(String),
    /// Says nothing and keeps the connection.
    Silent,
    /// Says this, after a while.
    Late(Duration, String),
    /// Closes without a word.
    Close,
}

pub type Script = Box<dyn Fn(&Seen) -> Reply + Send + Sync>;

/// The server. It is gone when it is dropped.
pub struct Stub {
    port: u16,
    scheme: &'static str,
    seen: Arc<Mutex<Vec<Seen>>>,
    gone: Arc<AtomicBool>,
    listening: Option<JoinHandle<()>>,
}

/// Says this.
pub fn say(status: u16, body: impl Into<String>) -> Reply {
    Reply::Say(status, "", body.into())
}

impl Seen {
    /// The fields of a form.
    pub fn form(&self) -> BTreeMap<String, String> {
        form_urlencoded::parse(self.body.as_bytes()).into_owned().collect()
    }

    /// The JSON of the body.
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.body).expect("JSON")
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", String::as_str)
    }
}

impl Stub {
    /// In clear.
    pub fn start(script: impl Fn(&Seen) -> Reply + Send + Sync + 'static) -> Self {
        Self::listen(Box::new(script), None)
    }

    /// Over TLS, with the certificate and the key of these files.
    pub fn over_tls(certificate: &Path, key: &Path, script: impl Fn(&Seen) -> Reply + Send + Sync + 'static) -> Self {
        let chain = vec![CertificateDer::from_pem_file(certificate).expect("a certificate")];
        let key = PrivateKeyDer::from_pem_file(key).expect("a key");
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let config = ServerConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .expect("versions")
            .with_no_client_auth()
            .with_single_cert(chain, key)
            .expect("a certificate with its key");
        Self::listen(Box::new(script), Some(Arc::new(config)))
    }

    fn listen(script: Script, tls: Option<Arc<ServerConfig>>) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a port");
        let port = listener.local_addr().expect("an address").port();
        let scheme = if tls.is_some() { "https" } else { "http" };
        let (seen, gone, script) = (Arc::default(), Arc::new(AtomicBool::new(false)), Arc::new(script));
        let (keeps, ends) = (Arc::clone(&seen), Arc::clone(&gone));
        let listening = thread::spawn(move || {
            while let Ok((stream, _)) = listener.accept() {
                if ends.load(Ordering::SeqCst) {
                    return;
                }
                let (script, keeps, ends, tls) =
                    (Arc::clone(&script), Arc::clone(&keeps), Arc::clone(&ends), tls.clone());
                thread::spawn(move || {
                    let _ = match tls {
                        None => serve(stream, &**script, &keeps, &ends),
                        Some(config) => ServerConnection::new(config)
                            .map_err(io::Error::other)
                            .and_then(|tls| serve(StreamOwned::new(tls, stream), &**script, &keeps, &ends)),
                    };
                });
            }
        });
        Self {
            port,
            scheme,
            seen,
            gone,
            listening: Some(listening),
        }
    }

    /// `http://127.0.0.1:…` or `https://127.0.0.1:…`.
    pub fn origin(&self) -> String {
        format!("{}://127.0.0.1:{}", self.scheme, self.port)
    }

    pub fn address(&self) -> Address {
        Address::parse(&self.origin()).expect("an address")
    }

    pub const fn port(&self) -> u16 {
        self.port
    }

    /// What it was asked since it was last looked at.
    pub fn seen(&self) -> Vec<Seen> {
        std::mem::take(&mut self.seen.lock().expect("a lock"))
    }

    /// The one thing that it was asked.
    pub fn only(&self) -> Seen {
        let mut seen = self.seen();
        assert_eq!(seen.len(), 1, "it was asked once");
        seen.remove(0)
    }
}

impl Drop for Stub {
    fn drop(&mut self) {
        self.gone.store(true, Ordering::SeqCst);
        // So that it looks.
        let _ = TcpStream::connect(("127.0.0.1", self.port));
        if let Some(listening) = self.listening.take() {
            let _ = listening.join();
        }
    }
}

fn serve<S: Read + Write>(
    stream: S,
    script: &(dyn Fn(&Seen) -> Reply + Send + Sync),
    keeps: &Mutex<Vec<Seen>>,
    gone: &AtomicBool,
) -> io::Result<()> {
    let mut stream = BufReader::new(stream);
    let seen = read(&mut stream)?;
    keeps.lock().expect("a lock").push(seen.clone());
    let mut stream = stream.into_inner();
    let write = |stream: &mut S, text: &str| {
        stream.write_all(text.as_bytes())?;
        stream.flush()
    };
    match script(&seen) {
        Reply::Say(status, headers, body) => {
            let length = body.len();
            write(
                &mut stream,
                &format!("HTTP/1.1 {status} As told\r\nContent-Length: {length}\r\n{headers}\r\n{body}"),
            )
        }
        Reply::Raw(bytes) => write(&mut stream, &bytes),
        Reply::Late(wait, body) => {
            thread::sleep(wait);
            write(
                &mut stream,
                &format!("HTTP/1.1 200 OK\r\nContent-Length: {}\r\n\r\n{body}", body.len()),
            )
        }
        Reply::Silent => {
            while !gone.load(Ordering::SeqCst) {
                thread::sleep(Duration::from_millis(20));
            }
            Ok(())
        }
        Reply::Close => Ok(()),
    }
}

fn read<S: Read>(stream: &mut BufReader<S>) -> io::Result<Seen> {
    let mut line = String::new();
    stream.read_line(&mut line)?;
    let mut words = line.split(' ').map(str::to_owned);
    let (Some(method), Some(path)) = (words.next(), words.next()) else {
        return Err(io::ErrorKind::InvalidData.into());
    };
    let mut headers = BTreeMap::new();
    loop {
        let mut line = String::new();
        stream.read_line(&mut line)?;
        let Some((name, value)) = line.trim_end().split_once(": ") else {
            break;
        };
        headers.insert(name.to_lowercase(), value.to_owned());
    }
    let length = headers
        .get("content-length")
        .map_or(0, |length: &String| length.parse().expect("a length"));
    let mut body = vec![0; length];
    stream.read_exact(&mut body)?;
    Ok(Seen {
        method,
        path,
        headers,
        body: String::from_utf8(body).expect("UTF-8"),
    })
}
