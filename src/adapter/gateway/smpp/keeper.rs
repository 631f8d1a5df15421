//! Keeps a line open: opens it, and opens it again after waits that grow, each by a chance of its own, so that the desks
//! of a centre do not all come back at once.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::{Notify, Semaphore, mpsc, watch};
use tokio::time::{Instant, sleep};

use crate::port::GatewayError;

use super::receipt::Receipts;
use super::session::{Ask, Session};
use super::{SmppSettings, line};

/// The first wait before a line is opened again.
const FIRST_WAIT: Duration = Duration::from_millis(500);
/// The longest one. A line that stood longer than this begins with the first one again.
const LONGEST_WAIT: Duration = Duration::from_secs(30);

/// A bound line, as those who ask see it.
#[derive(Clone)]
pub struct Bound {
    /// Takes what is to be asked.
    pub asks: mpsc::Sender<Ask>,
    /// The places for messages that wait for an answer; closed when the line ends.
    pub window: Arc<Semaphore>,
}

/// How the line stands.
#[derive(Clone)]
pub enum Phase {
    /// It is opened for the first time.
    Opening,
    /// It is bound.
    Bound(Bound),
    /// It is not, for this reason.
    Down(GatewayError),
}

/// What the gateway and its keeper share.
pub struct Shared {
    name: String,
    /// How the SMSC is reached.
    pub settings: SmppSettings,
    /// How the line stands.
    pub phase: watch::Sender<Phase>,
    /// What the SMSC tells of messages that it took.
    pub receipts: Receipts,
    /// Has the line opened at once, however long the wait would be.
    pub again: Notify,
}

impl Shared {
    /// Of a gateway whose line nobody has opened yet.
    pub fn new(name: String, settings: SmppSettings) -> Self {
        Self {
            name,
            settings,
            phase: watch::Sender::new(Phase::Opening),
            receipts: Receipts::default(),
            again: Notify::new(),
        }
    }

    fn down(&self, error: GatewayError) {
        tracing::warn!(gateway = self.name, fault = ?error.fault, cause = error.cause, "the SMPP line is down");
        self.phase.send_replace(Phase::Down(error));
    }
}

/// Keeps the line open until the gateway is gone.
pub async fn keep(shared: Arc<Shared>, mut gone: watch::Receiver<()>) {
    let mut wait = FIRST_WAIT;
    loop {
        let begun = Instant::now();
        let opened = tokio::select! {
            _ = gone.changed() => return,
            opened = line::open(&shared.settings, begun + shared.settings.patience) => opened,
        };
        match opened {
            Ok(line) => stand(&shared, line, &mut gone).await,
            Err(error) => shared.down(error),
        }
        if begun.elapsed() > LONGEST_WAIT {
            wait = FIRST_WAIT;
        }
        tokio::select! {
            _ = gone.changed() => return,
            () = sleep(wait.mul_f64(rand::random_range(0.5..1.0))) => {}
            () = shared.again.notified() => {}
        }
        wait = (wait * 2).min(LONGEST_WAIT);
    }
}

/// Lets a bound line be used until it ends, or the gateway is gone.
async fn stand(shared: &Shared, line: line::Line, gone: &mut watch::Receiver<()>) {
    let places = usize::from(shared.settings.window.max(1));
    let window = Arc::new(Semaphore::new(places));
    // Besides each message of the window, somebody may ask whether the line stands.
    let (asks, asked) = mpsc::channel(places + 1);
    let mut session = Session::new(line, asked, &shared.settings, &shared.receipts);
    tracing::info!(gateway = shared.name, "the SMPP line is bound");
    shared.phase.send_replace(Phase::Bound(Bound {
        asks,
        window: Arc::clone(&window),
    }));
    let error = session.run(gone).await;
    window.close();
    // Whoever is told that a message's fate is unknown sees that the line is down.
    shared.down(error.clone());
    session.end(&error);
}
