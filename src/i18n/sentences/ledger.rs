//! Facts of the ledger as sentences, for whoever reads it.

use std::time::Duration;

use super::Texts;
use crate::domain::conditions::Condition;
use crate::domain::fact::{Ending, Fact, Flow};
use crate::domain::message::{Channel, Delivery};
use crate::domain::receipt::ReceiptForm;

impl Texts {
    /// What happened, in one short sentence.
    pub fn fact(&self, fact: &Fact) -> String {
        match fact {
            Fact::DeskOpened { .. } => self.ledger_desk_opened(),
            Fact::ClockJumped { millis } => {
                let span = Duration::from_millis(millis.unsigned_abs());
                if *millis < 0 {
                    self.ledger_clock_jumped_back(span)
                } else {
                    self.ledger_clock_jumped_forward(span)
                }
            }
            Fact::AccountsImported { count, .. } => self.ledger_accounts_imported(*count),
            Fact::LedgerExported { count } => self.ledger_exported(*count),
            Fact::RegistryImported { count, .. } => self.ledger_registry_imported(*count),
            Fact::VisitOpened { flow, .. } => self.ledger_visit_opened(self.flow(*flow)),
            Fact::VisitResumed => self.ledger_visit_resumed(),
            Fact::DocumentSeen { last_four, .. } => self.ledger_document_seen(last_four.as_str()),
            Fact::ReceiptGiven { form } => match form {
                ReceiptForm::Printed => self.receipt_ledger_printed(),
                ReceiptForm::Saved => self.receipt_ledger_saved(),
            },
            Fact::VisitEnded { ending } => self.ledger_ending(*ending),
            Fact::MessageMoved { delivery, .. } => self.ledger_delivery(delivery),
            Fact::SetUpCompleted => self.ledger_set_up_completed(),
            Fact::StaffSignedIn => self.ledger_staff_signed_in(),
            Fact::StaffSignedOut => self.ledger_staff_signed_out(),
            Fact::StaffLocked => self.ledger_staff_locked(),
            Fact::StaffUnlocked => self.ledger_staff_unlocked(),
            Fact::StaffSignInMissed { .. } => self.ledger_staff_sign_in_missed(),
            Fact::StaffPaused { .. } => self.ledger_staff_paused(),
            Fact::StaffPasswordChanged => self.ledger_staff_password_changed(),
            Fact::StaffVouched { staff, .. } => self.ledger_staff_vouched(staff.masked()),
            Fact::StaffAdded { staff, role } => self.ledger_staff_added(self.role(*role), staff.masked()),
            Fact::StaffDisabled { staff } => self.ledger_staff_disabled(staff.masked()),
            Fact::StaffReset { staff } => self.ledger_staff_reset(staff.masked()),
            Fact::PhraseUsed { staff } => self.ledger_phrase_used(staff.masked()),
            Fact::PhraseMissed => self.ledger_phrase_missed(),
            Fact::CommandRan { command, .. } => self.ledger_command_ran(command.as_str()),
            Fact::DrillRan { visit } => self.ledger_drill_ran(*visit),
            Fact::DeskPaused { .. } => self.ledger_desk_paused(),
            Fact::SignInTried { agreed: true, .. } => self.ledger_sign_in_agreed(),
            Fact::SignInTried { agreed: false, .. } => self.ledger_sign_in_refused(),
            Fact::CaptchaShown { image } => self.ledger_captcha_shown(*image),
            Fact::CaptchaMissed => self.ledger_captcha_missed(),
            Fact::CaptchaPaused { .. } => self.ledger_captcha_paused(),
            Fact::CaptchaPassed => self.ledger_captcha_passed(),
            Fact::CaptchaAttested { reason } => self.ledger_captcha_attested(self.attestation_reason(*reason)),
            Fact::IdentityGiven { .. } => self.ledger_identity_given(),
            Fact::RegistryAsked { .. } => self.ledger_registry_asked(),
            Fact::AnswersMissed { round, .. } => self.ledger_answers_missed(*round),
            Fact::AnswersMatched { .. } => self.ledger_answers_matched(),
            Fact::RecoveryPaused { .. } => self.ledger_recovery_paused(),
            Fact::CodeRequested { number, .. } => self.ledger_code_requested(*number),
            Fact::CodeMissed { .. } => self.ledger_code_missed(),
            Fact::CodeMatched { .. } => self.ledger_code_matched(),
            Fact::PasswordChanged { .. } => self.ledger_password_changed(),
            Fact::UsernameChecked { free: true } => self.ledger_username_free(),
            Fact::UsernameChecked { free: false } => self.ledger_username_taken(),
            Fact::UsernameShown { .. } => self.ledger_username_shown(),
            Fact::UsernameChanged { .. } => self.ledger_username_changed(),
            Fact::ConditionsRead => self.ledger_conditions_read(),
            Fact::ConditionNotMet { condition } => self.ledger_condition_not_met(self.condition_name(*condition)),
            Fact::ConditionUnknown { condition } => self.ledger_condition_unknown(self.condition_name(*condition)),
            Fact::DocumentTyped { .. } => self.ledger_document_typed(),
            Fact::UsernameChosen => self.ledger_username_chosen(),
            Fact::PasswordChosen => self.ledger_password_chosen(),
            Fact::EmailGiven => self.ledger_email_given(),
            Fact::AccountLanguageChosen { .. } => self.ledger_account_language_chosen(),
            Fact::TermsAccepted { .. } => self.ledger_terms_accepted(),
            Fact::ContactCodeRequested { channel, .. } => match channel {
                Channel::Sms => self.ledger_contact_code_requested_sms(),
                Channel::Email => self.ledger_contact_code_requested_email(),
            },
            Fact::ContactCodeMissed { .. } => self.ledger_code_missed(),
            Fact::ContactProven { channel } => match channel {
                Channel::Sms => self.ledger_contact_proven_sms(),
                Channel::Email => self.ledger_contact_proven_email(),
            },
            Fact::QuestionsChosen => self.ledger_questions_chosen(),
            Fact::RegistrationClashed { .. } => self.ledger_registration_clashed(),
            Fact::AccountRegistered { .. } => self.ledger_account_registered(),
            Fact::RecoveryApproved { purpose, reason, .. } => {
                self.ledger_recovery_approved(self.purpose(*purpose), self.approval_reason(*reason))
            }
            Fact::RegistrationApproved { conditions, reason, .. } => {
                let names = conditions.iter().map(|condition| self.condition_name(*condition));
                let names = names.collect::<Vec<_>>().join(" · ");
                self.ledger_registration_approved(names, self.unknown_reason(*reason))
            }
            Fact::ApprovalSeconded { .. } => self.ledger_approval_seconded(),
            Fact::ApprovalRefused { .. } => self.ledger_approval_refused(),
            Fact::MobileChangeBegun { .. } => self.ledger_mobile_change_begun(),
            Fact::MobileChangeStopAsked => self.ledger_mobile_change_stop_asked(),
            Fact::MobileChangeStopped { .. } => self.ledger_mobile_change_stopped(),
            Fact::MobileChanged { .. } => self.ledger_mobile_changed(),
        }
    }

    /// What a flow is called.
    pub fn flow(&self, flow: Flow) -> String {
        match flow {
            Flow::ForgottenPassword => self.rail_flow_password(),
            Flow::ForgottenUsername => self.rail_flow_username(),
            Flow::NewUser => self.registration_flow(),
            Flow::Supervised => self.supervised_flow(),
        }
    }

    fn condition_name(&self, condition: Condition) -> String {
        match condition {
            Condition::NationalId => self.condition_national_id(),
            Condition::Stay => self.condition_stay_resident(),
            Condition::Mobile => self.condition_mobile(),
            Condition::Email => self.condition_email(),
            Condition::Terms => self.condition_terms(),
        }
    }

    fn ledger_ending(&self, ending: Ending) -> String {
        match ending {
            Ending::Completed => self.ledger_ended_completed(),
            Ending::Closed => self.ledger_ended_closed(),
            Ending::Abandoned => self.ledger_ended_abandoned(),
            Ending::Idle => self.ledger_ended_idle(),
            Ending::TooLong => self.ledger_ended_too_long(),
            Ending::Interrupted => self.ledger_ended_interrupted(),
        }
    }

    fn ledger_delivery(&self, delivery: &Delivery) -> String {
        match delivery {
            Delivery::Queued { fault: Some(fault), .. } => self.ledger_message_queued_again(self.gateway_short(*fault)),
            Delivery::Queued { fault: None, .. } => self.ledger_message_queued(),
            Delivery::Sending => self.ledger_message_sending(),
            Delivery::Sent { .. } => self.ledger_message_sent(),
            Delivery::Delivered { .. } => self.ledger_message_delivered(),
            Delivery::Failed(failure) => match self.failure_short(*failure) {
                Some(why) => self.ledger_message_failed_why(why),
                None => self.ledger_message_failed(),
            },
            Delivery::Expired => self.ledger_message_expired(),
            Delivery::Unknown => self.ledger_message_unknown(),
        }
    }
}
