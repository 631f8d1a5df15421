//! People for whom a supervisor is called beside the clerk: for a password, for the user name, or for another mobile, which
//! its owner has stopped at once.

use std::time::Duration;

use rand::RngExt;

use crate::command::people;
use crate::desk::{ApplicantStep, ChangeOf, ClerkStep, DeskError, Request, Views};
use crate::domain::applicant::{IdentityNumber, Mobile};
use crate::domain::code::TypedCode;
use crate::domain::fact::Flow;
use crate::domain::id::VisitId;
use crate::domain::message::Contact;
use crate::domain::recovery::DocumentSeen;
use crate::domain::secret::{ExposeSecret, Secret};
use crate::domain::supervised::{Aim, ApprovalReason, Plea};

use super::visitor::{MOST_STEPS, Visitors, ended};

/// The mobile that everybody wants who has lost theirs. Nobody gets it.
const OTHER_MOBILE: &str = "0500000077";

/// How a visit ends in which a supervisor's approval led to something.
const DONE: [&str; 4] = ["completed", "username-shown", "username-changed", "mobile-waits"];

/// Somebody for whom a supervisor is called.
struct Supervised {
    identity: IdentityNumber,
    mobile: Mobile,
    answers: Vec<String>,
    reason: ApprovalReason,
    aim: Aim,
    /// Whether the supervisor needs ten minutes and more, and must approve anew.
    slow: bool,
    seen: Option<Secret>,
}

impl Visitors {
    /// Serves somebody for whom a supervisor is called.
    pub(super) async fn supervised(&mut self) -> Result<(), DeskError> {
        let Some(mut person) = self.pleading() else {
            return Ok(());
        };
        let language = self.language();
        let Some(opened) = self.opened(Flow::Supervised, language).await? else {
            return Ok(());
        };
        let visit = opened.views.clerk.visit;
        let how = self.approved(visit, opened.views, &mut person).await?;
        self.count(if DONE.contains(&how) { "supervised" } else { how });
        self.desk.next_visitor(visit).await?;
        if person.aim.mobile().is_some() {
            self.desk
                .stop_mobile_change(ChangeOf::Identity(person.identity))
                .await?;
        }
        Ok(())
    }

    fn pleading(&mut self) -> Option<Supervised> {
        let place = self.random.random_range(0..self.people.len().max(1));
        let (draft, answers) = self.people.get(place)?;
        let (identity, mobile, answers) = (draft.identity, draft.mobile, answers.clone());
        let aim = match self.random.random_range(0..8) {
            0 => Aim::NewMobile(Mobile::parse(OTHER_MOBILE).ok()?),
            1..4 => Aim::Username,
            _ => Aim::Password,
        };
        let reasons = [
            ApprovalReason::NoQuestions,
            ApprovalReason::AnswersForgotten,
            ApprovalReason::Paused,
        ];
        let reason = *reasons.get(self.random.random_range(0..reasons.len()))?;
        Some(Supervised {
            identity,
            mobile,
            answers,
            reason,
            aim,
            slow: self.random.random_ratio(1, 10),
            seen: None,
        })
    }

    async fn approved(
        &mut self,
        visit: VisitId,
        mut views: Views,
        person: &mut Supervised,
    ) -> Result<&'static str, DeskError> {
        for _ in 0..MOST_STEPS {
            if let Some(how) = ended(&views.applicant.step) {
                self.remember(&views.applicant.step, &person.identity);
                return Ok(how);
            }
            let pause = self.random.random_range(1..15);
            self.stage.clock.pass(Duration::from_secs(pause));
            let Some(request) = self.next_for(&views, person).await else {
                return Ok("abandoned");
            };
            views = match self.desk.request(visit, request).await {
                Err(DeskError::LookUpsSpent { until }) => {
                    self.sit_out(until);
                    return Ok("abandoned");
                }
                reply => reply?.views,
            };
        }
        Ok("stuck")
    }

    /// What the applicant, the clerk or a supervisor does at a step.
    async fn next_for(&mut self, views: &Views, person: &mut Supervised) -> Option<Request> {
        Some(match &views.clerk.step {
            ClerkStep::Document => {
                let (kind, last_four) = (person.identity.kind(), person.identity.last_four());
                Request::DocumentSeen(DocumentSeen::parse(kind, last_four).ok()?)
            }
            ClerkStep::Approval { .. } => {
                person.seen = self.newest_code(&Contact::Mobile(person.mobile));
                let plea = Plea {
                    identity: person.identity,
                    reason: person.reason,
                    aim: person.aim,
                };
                let (by, password) = signed(people::SUPERVISOR)?;
                Request::Approve { by, password, plea }
            }
            ClerkStep::Second => {
                let (by, password) = signed(people::SECOND_SUPERVISOR)?;
                Request::Second { by, password }
            }
            // Whoever is slow is asked for the answers once more, after a second approval.
            ClerkStep::Questions { .. } if std::mem::take(&mut person.slow) => {
                self.stage.clock.pass(self.desk.policy().visit.idle_end / 2);
                self.desk.request(views.clerk.visit, Request::Resend).await.ok()?;
                self.stage.clock.pass(self.desk.policy().visit.idle_end / 2);
                Request::Tick
            }
            ClerkStep::Questions { count, .. } => Request::Answers(person.known(*count)),
            ClerkStep::Code(_) => {
                let to = Contact::Mobile(person.mobile);
                let code = self.code(&to, person.seen.as_ref()).await?;
                let digits = u8::try_from(self.desk.policy().code.digits).ok()?;
                Request::Code(TypedCode::parse(code.expose_secret(), digits).ok()?)
            }
            ClerkStep::Password => {
                self.serial += 1;
                let mark: u32 = self.random.random();
                let password = Secret::from(format!("Qandil-{mark:08x}-Mishkat{}", self.serial));
                Request::Password {
                    repeat: password.clone(),
                    password,
                }
            }
            ClerkStep::UsernameChoice => match &views.applicant.step {
                ApplicantStep::UsernameChoice { suggestions, .. } => self.username(suggestions, false),
                _ => return None,
            },
            _ => return None,
        })
    }
}

/// A supervisor signs in beside the clerk.
fn signed(number: &str) -> Option<(IdentityNumber, Secret)> {
    let by = IdentityNumber::parse(number).ok()?;
    Some((by, Secret::from(people::PASSWORD)))
}

impl Supervised {
    fn known(&self, count: usize) -> Vec<Secret> {
        let known = self.answers.iter().map(String::as_str);
        let answers = known.chain(std::iter::repeat("unknown")).take(count);
        answers.map(Secret::from).collect()
    }
}
