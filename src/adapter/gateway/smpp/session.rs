//! One bound line: what is written, what comes, and what is overdue. It alone knows what has been written, so it alone
//! says what is not known.

use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::time::Duration;

use futures::{SinkExt, StreamExt};
use rusmpp::pdus::{DeliverSmResp, SubmitSm};
use rusmpp::{Command, CommandId, CommandStatus, Pdu};
use tokio::sync::{OwnedSemaphorePermit, mpsc, oneshot, watch};
use tokio::time::{Instant, sleep_until, timeout, timeout_at};

use crate::domain::applicant::Mobile;
use crate::domain::message::GatewayFault;
use crate::port::{Accepted, GatewayError, SubmitError};

use super::codec::Incoming;
use super::line::{self, Line};
use super::receipt::{self, Receipts};
use super::{SmppSettings, pdu};

/// How long an SMSC may take to say farewell.
const FAREWELL: Duration = Duration::from_secs(1);
/// The greatest number of a PDU; then they begin anew (SMPP 3.4, 5.1.4).
const LAST: u32 = 0x7fff_ffff;

/// What a line is asked.
pub enum Asked {
    /// To carry a message.
    Submit {
        /// The message.
        pdu: Box<SubmitSm>,
        /// Whom it goes to.
        mobile: Mobile,
        /// Its place in the window, free once it is answered.
        place: OwnedSemaphorePermit,
    },
    /// Whether it stands.
    Enquire,
}

/// A question to a line.
pub struct Ask {
    /// What is asked.
    pub asked: Asked,
    /// The moment by which it is answered, by the SMSC or for it.
    pub by: Instant,
    /// Where the answer goes.
    pub reply: oneshot::Sender<Result<Accepted, SubmitError>>,
}

type Reply = oneshot::Sender<Result<Accepted, SubmitError>>;

/// What was written and has no answer yet.
struct Pending {
    by: Instant,
    reply: Option<Reply>,
    /// The mobile of a message, and its place; none: it was an enquiry.
    message: Option<(Mobile, OwnedSemaphorePermit)>,
}

/// A line goes on, or ends for a reason.
type Flow = ControlFlow<GatewayError>;

/// A bound line at work.
pub struct Session<'a> {
    line: Line,
    asked: mpsc::Receiver<Ask>,
    settings: &'a SmppSettings,
    receipts: &'a Receipts,
    pending: BTreeMap<u32, Pending>,
    last: u32,
    /// When the line is asked whether it stands.
    enquire_at: Instant,
}

impl<'a> Session<'a> {
    /// Over a line that has just been bound.
    pub fn new(line: Line, asked: mpsc::Receiver<Ask>, settings: &'a SmppSettings, receipts: &'a Receipts) -> Self {
        Self {
            line,
            asked,
            settings,
            receipts,
            pending: BTreeMap::new(),
            last: line::FIRST,
            enquire_at: Instant::now() + settings.enquire_every,
        }
    }

    /// Works until the line ends, and says why. Where the gateway is gone, the SMSC is told.
    pub async fn run(&mut self, gone: &mut watch::Receiver<()>) -> GatewayError {
        loop {
            let due = self.pending.values().map(|pending| pending.by).min();
            let due = due.map_or(self.enquire_at, |due| due.min(self.enquire_at));
            let flow = tokio::select! {
                _ = gone.changed() => {
                    self.farewell().await;
                    return GatewayError::new(GatewayFault::NotReached, "the gateway is gone");
                }
                incoming = self.line.next() => self.incoming(incoming).await,
                Some(ask) = self.asked.recv() => self.ask(ask).await,
                () = sleep_until(due) => self.overdue().await,
            };
            if let ControlFlow::Break(error) = flow {
                return error;
            }
        }
    }

    async fn write(&mut self, command: Command, by: Instant) -> Flow {
        match timeout_at(by, self.line.send(command)).await {
            Ok(Ok(())) => Flow::Continue(()),
            Ok(Err(error)) => Flow::Break(line::broken(&error)),
            Err(_) => Flow::Break(GatewayError::new(GatewayFault::Silent, "it read nothing in time")),
        }
    }

    /// Writes what is asked. From here on a message's fate is the SMSC's to say.
    async fn ask(&mut self, Ask { asked, by, reply }: Ask) -> Flow {
        // Whoever asked has gone: nothing is written that nobody waits for.
        if reply.is_closed() {
            return Flow::Continue(());
        }
        let (pdu, message) = match asked {
            Asked::Submit { pdu, mobile, place } => (Pdu::from(*pdu), Some((mobile, place))),
            Asked::Enquire => (Pdu::EnquireLink, None),
        };
        let reply = Some(reply);
        self.request(pdu, Pending { by, reply, message }).await
    }

    async fn request(&mut self, pdu: Pdu, pending: Pending) -> Flow {
        self.last = if self.last >= LAST { line::FIRST } else { self.last + 1 };
        let by = pending.by;
        self.pending.insert(self.last, pending);
        self.write(Command::new(CommandStatus::EsmeRok, self.last, pdu), by)
            .await
    }

    async fn incoming(&mut self, incoming: Option<std::io::Result<Incoming>>) -> Flow {
        let command = match incoming {
            Some(Ok(Incoming::Pdu(command))) => command,
            Some(Ok(Incoming::Unreadable { id, status, sequence })) => {
                return self.unreadable(id, status, sequence).await;
            }
            Some(Err(error)) => return Flow::Break(line::broken(&error)),
            None => return Flow::Break(GatewayError::new(GatewayFault::NotReached, "it closed the line")),
        };
        self.enquire_at = Instant::now() + self.settings.enquire_every;
        let sequence = command.sequence_number();
        match (command.id(), command.pdu()) {
            (CommandId::DeliverSm, Some(Pdu::DeliverSm(deliver))) => {
                // What is no receipt is somebody's SMS to us: it is taken, and nobody reads it.
                if let Some(told) = receipt::read(deliver) {
                    self.receipts.came(told);
                }
                self.answer(sequence, CommandStatus::EsmeRok, DeliverSmResp::default())
                    .await
            }
            (CommandId::EnquireLink, _) => {
                self.answer(sequence, CommandStatus::EsmeRok, Pdu::EnquireLinkResp)
                    .await
            }
            (CommandId::Unbind, _) => {
                let _ = self.answer(sequence, CommandStatus::EsmeRok, Pdu::UnbindResp).await;
                Flow::Break(GatewayError::new(GatewayFault::NotReached, "it ended the line"))
            }
            (CommandId::AlertNotification | CommandId::Outbind, _) => Flow::Continue(()),
            (id, _) if u32::from(id) >> 31 == 0 => {
                self.answer(sequence, CommandStatus::EsmeRinvcmdid, Pdu::GenericNack)
                    .await
            }
            _ => self.answered(&command),
        }
    }

    async fn answer(&mut self, sequence: u32, status: CommandStatus, pdu: impl Into<Pdu>) -> Flow {
        let by = Instant::now() + self.settings.patience;
        self.write(Command::new(status, sequence, pdu), by).await
    }

    /// An answer came. One to a question that nobody waits for any more changes nothing.
    fn answered(&mut self, command: &Command) -> Flow {
        let Some(pending) = self.pending.remove(&command.sequence_number()) else {
            return Flow::Continue(());
        };
        let status = command.status();
        let answer = match (&pending.message, command.id(), command.pdu()) {
            (None, _, _) => Ok(Accepted {
                gateway_id: String::new(),
            }),
            (Some(_), CommandId::SubmitSmResp | CommandId::GenericNack, _) if status != CommandStatus::EsmeRok => {
                Err(pdu::not_taken(status))
            }
            (Some((mobile, _)), CommandId::SubmitSmResp, Some(Pdu::SubmitSmResp(taken))) => {
                let gateway_id = taken.message_id().as_str().to_owned();
                self.receipts.taken(&gateway_id, *mobile);
                Ok(Accepted { gateway_id })
            }
            (Some(_), _, _) => Err(malformed()),
        };
        pending.answer(answer);
        // It takes us for unbound, and would for ever.
        if status == CommandStatus::EsmeRinvbndsts {
            return Flow::Break(GatewayError::new(
                GatewayFault::Failing,
                "it says that the line is not bound",
            ));
        }
        Flow::Continue(())
    }

    /// A PDU came whose body cannot be read. An answer tells nothing then, unless by its status; what asks is refused for
    /// good, so that it does not come again and again.
    async fn unreadable(&mut self, id: CommandId, status: CommandStatus, sequence: u32) -> Flow {
        if let CommandId::DeliverSm = id {
            return self
                .answer(sequence, CommandStatus::EsmeRxPAppn, DeliverSmResp::default())
                .await;
        }
        if u32::from(id) >> 31 == 0 {
            return self
                .answer(sequence, CommandStatus::EsmeRinvcmdlen, Pdu::GenericNack)
                .await;
        }
        if let Some(pending) = self.pending.remove(&sequence) {
            pending.answer(Err(match status {
                CommandStatus::EsmeRok => malformed(),
                status => pdu::not_taken(status),
            }));
        }
        Flow::Continue(())
    }

    /// Answers for the SMSC where it took too long, and asks it whether the line stands where it has been quiet.
    async fn overdue(&mut self) -> Flow {
        let now = Instant::now();
        let late: Vec<u32> = self
            .pending
            .iter()
            .filter(|(_, pending)| pending.by <= now)
            .map(|(id, _)| *id)
            .collect();
        for sequence in late {
            let Some(pending) = self.pending.remove(&sequence) else {
                continue;
            };
            let enquiry = pending.message.is_none();
            let error = GatewayError::new(GatewayFault::Silent, "it did not answer in time");
            pending.answer(Err(SubmitError::Unknown(error.clone())));
            if enquiry {
                return Flow::Break(error);
            }
            // Whoever does not answer a message may not be there any more.
            self.enquire_at = now;
        }
        if self.enquire_at > now {
            return Flow::Continue(());
        }
        self.enquire_at = now + self.settings.enquire_every.max(self.settings.patience);
        let by = now + self.settings.patience;
        let (reply, message) = (None, None);
        self.request(Pdu::EnquireLink, Pending { by, reply, message }).await
    }

    /// Ends the line as the protocol wants it. The gateway is gone, and nobody waits for an answer.
    async fn farewell(&mut self) {
        let unbind = Pending {
            by: Instant::now() + FAREWELL,
            reply: None,
            message: None,
        };
        if self.request(Pdu::Unbind, unbind).await.is_continue() {
            let farewell = async {
                while let Some(Ok(incoming)) = self.line.next().await {
                    if matches!(&incoming, Incoming::Pdu(command) if command.id() == CommandId::UnbindResp) {
                        return;
                    }
                }
            };
            let _ = timeout(FAREWELL, farewell).await;
        }
        let _ = timeout(FAREWELL, self.line.close()).await;
    }

    /// Answers everything that is left: what was written is unknown, what was not is certainly not taken.
    pub fn end(mut self, error: &GatewayError) {
        self.asked.close();
        while let Ok(ask) = self.asked.try_recv() {
            let _ = ask.reply.send(Err(SubmitError::NotAccepted(error.clone())));
        }
        for pending in std::mem::take(&mut self.pending).into_values() {
            pending.answer(Err(SubmitError::Unknown(error.clone())));
        }
    }
}

impl Pending {
    fn answer(self, answer: Result<Accepted, SubmitError>) {
        // Nobody may wait for it any more.
        let _ = self.reply.map(|reply| reply.send(answer));
    }
}

fn malformed() -> SubmitError {
    SubmitError::Unknown(GatewayError::new(GatewayFault::Malformed, "its answer cannot be read"))
}
