//! The full way of a new user, over a whole desk: what is made in the end, what is said on the way, what is kept when
//! somebody goes back, and what happens where an account is there already.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "support/counter.rs"]
mod counter;
#[path = "support/newcomer.rs"]
mod newcomer;

use istiada::desk::ClerkStep;
use istiada::domain::language::Language;
use istiada::domain::secret::Secret;
use newcomer::{counter_with, newcomer, shown_username};

#[tokio::test]
async fn somebody_new_gets_an_account_with_everything_that_was_entered() {
    let counter = counter_with(&[]);
    let person = newcomer(5);
    let reply = person.register(&counter).await;
    assert!(
        matches!(reply.views.clerk.step, ClerkStep::Done { .. }),
        "{:?} {:?}",
        reply.views.clerk.step,
        reply.refusal
    );
    assert_eq!(shown_username(&reply), Some(person.username.clone()));
    let account = counter.account(5);
    assert_eq!(account.mobile, person.mobile);
    assert_eq!(account.email.as_ref(), Some(&person.email));
    assert_eq!(account.username, person.username);
    assert_eq!(account.language, Language::ENGLISH);
    assert_eq!(account.questions.len(), 3);
    assert!(counter.opens(5, &person.password));
    let tried = counter
        .desk
        .try_sign_in(person.username.clone(), Secret::from(person.password.as_str()));
    assert!(tried.await.unwrap());
}
