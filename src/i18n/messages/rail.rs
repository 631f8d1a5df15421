//! The rail: the visit and its steps.

messages! {
    rail_visit;
    rail_identity_unknown;
    rail_person(kind: Text, masked: Text);
    rail_flow_password;
    rail_flow_username;
    rail_steps;
    rail_document;
    rail_captcha;
    rail_identity;
    rail_questions;
    rail_code;
    rail_password;
    rail_username;
    rail_done;
    rail_now_document;
    rail_now_captcha;
    rail_now_captcha_paused;
    rail_now_identity;
    rail_now_questions;
    rail_now_questions_again;
    rail_now_code;
    rail_now_code_expired;
    rail_now_password;
    rail_now_username;
    rail_now_done;
    rail_now_shown;
    rail_now_ended;
    kind_citizen;
    kind_resident;
    kind_visitor;
    kind_citizen_document;
    kind_resident_document;
    kind_visitor_document;
}
