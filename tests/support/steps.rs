//! Steps that several flows share, each by keyboard and up to the fact that it leaves.

use super::{Counter, Keyboard};

/// Somebody who has an account.
pub struct Owner<'a> {
    pub number: &'a str,
    pub mobile: &'a str,
    pub answers: [&'a str; 3],
}

/// Somebody who has none and wants one.
pub struct Newcomer<'a> {
    pub number: &'a str,
    pub mobile: &'a str,
    pub username: &'a str,
    pub password: &'a str,
    pub email: &'a str,
    pub answers: [&'a str; 3],
}

impl Counter {
    /// The document by its last four digits; the visit was just opened. `resident`: of the second kind, not the first.
    pub fn show_document(&mut self, number: &str, resident: bool) {
        self.fact("VisitOpened");
        if resident {
            // Back to the kinds of document, to the second of them, and on to the digits.
            self.press("shift+Tab");
            self.press("Down");
            self.press("Tab");
        }
        self.screen.write(&number[6..]);
        self.shown("document");
        self.press("Return");
        self.fact("DocumentSeen");
    }

    /// The applicant takes the screen, reads the image, and gives it back.
    pub fn read_image(&mut self) {
        self.press("Return");
        let label = self.heard("CAPTCHA");
        self.screen.write(&label.to_lowercase());
        self.press("Return");
        self.fact("CaptchaPassed");
        self.press("Return");
    }

    /// Identity number and mobile; then the applicant takes the screen.
    pub fn give_identity(&mut self, number: &str, mobile: &str) {
        self.screen.write(number);
        // The keyboard has gone on by itself: a Tab out of habit changes nothing.
        self.press("Tab");
        self.screen.write(mobile);
        self.shown("identity");
        self.press("Return");
        self.fact("IdentityGiven");
        self.press("Return");
    }

    pub fn answer(&mut self, answers: &[&str]) {
        self.screen.keyboard(Keyboard::Arabic);
        for (place, answer) in answers.iter().enumerate() {
            if place > 0 {
                // Past the button that shows and hides what was typed.
                self.press("Tab");
                self.press("Tab");
            }
            self.screen.write(answer);
        }
        self.shown("answers");
        self.press("Return");
        self.fact("AnswersMatched");
        self.screen.keyboard(Keyboard::Latin);
    }

    /// From the open visit to the code.
    pub fn prove(&mut self, owner: &Owner<'_>, resident: bool) {
        self.show_document(owner.number, resident);
        self.read_image();
        self.give_identity(owner.number, owner.mobile);
        self.answer(&owner.answers);
    }

    pub fn type_code(&mut self, code: &str) {
        self.screen.write(code);
        self.press("Return");
        self.fact("CodeMatched");
    }

    pub fn choose_password(&mut self, password: &str) {
        self.screen.write(password);
        self.press("Tab");
        self.press("Tab");
        self.screen.write(password);
        self.shown("password");
        self.press("Return");
        self.fact("PasswordChanged");
    }

    /// The applicant has noted a user name, and the clerk takes the screen back and calls the next visitor.
    pub fn take_back(&mut self) {
        self.press("Return");
        self.press("Return");
        self.shown("done");
        self.press("F4");
    }

    /// Tries passwords on the sign-in card, each with whether it is right.
    pub fn try_passwords(&mut self, username: &str, passwords: &[(&str, bool)]) {
        self.press("2");
        self.press("Return");
        self.screen.write(username);
        self.press("Tab");
        for (password, agrees) in passwords {
            self.screen.write(password);
            self.press("Return");
            let agreed = self.fact("SignInTried").contains("agreed: true");
            assert_eq!(agreed, *agrees, "{password}");
        }
        self.shown("signed-in");
    }

    /// From the start page to the account. `code` says the code that came by `SMS` or `MAIL`.
    pub fn register(&mut self, who: &Newcomer<'_>, code: impl Fn(&mut Self, &str) -> String) {
        self.says_who_they_are(who);
        self.chooses(who);
        self.reads_and_accepts();
        for word in ["SMS", "MAIL"] {
            let code = code(self, word);
            self.screen.write(&code);
            self.shown(word);
            self.press("Return");
            self.fact("ContactProven");
        }
        self.chooses_questions(who);
        self.shown("review");
        self.press("Return");
        self.fact("AccountRegistered");
        self.shown("registered");
    }

    /// The clerk's part: conditions and personal data.
    fn says_who_they_are(&mut self, who: &Newcomer<'_>) {
        self.press("3");
        self.shown("had-account");
        self.press("2");
        self.show_document(who.number, true);
        self.shown("conditions");
        self.press("Return");
        self.fact("ConditionsRead");
        self.screen.write(who.number);
        self.press("Tab");
        self.screen.write(who.mobile);
        self.shown("personal");
        self.press("Return");
        self.fact("RegistryAsked");
        self.fact("IdentityGiven");
        self.press("Return");
    }

    /// User name, password, email and language.
    fn chooses(&mut self, who: &Newcomer<'_>) {
        self.screen.write(who.username);
        self.shown("username");
        self.press("Return");
        self.fact("UsernameChosen");
        for _ in 0..2 {
            self.screen.write(who.password);
            // Past the button that shows and hides what was typed.
            self.press("Tab");
            self.press("Tab");
        }
        // From the button at the foot, back into the repeat.
        self.shown("password");
        self.press("shift+Tab");
        self.press("shift+Tab");
        self.press("Return");
        self.fact("PasswordChosen");
        self.screen.write(who.email);
        self.press("Tab");
        self.screen.write(who.email);
        self.shown("email");
        self.press("Return");
        self.fact("EmailGiven");
        self.shown("language");
        self.press("Return");
        self.fact("AccountLanguageChosen");
    }

    /// Image, terms and privacy policy.
    fn reads_and_accepts(&mut self) {
        let label = self.heard("CAPTCHA");
        self.screen.write(&label.to_lowercase());
        self.press("Tab");
        self.screen.write(&label);
        self.shown("captcha");
        self.press("Return");
        self.fact("CaptchaPassed");
        self.press("space");
        self.shown("terms");
        self.press("End");
        self.press("Tab");
        self.press("space");
        self.press("End");
        self.press("Tab");
        self.press("Tab");
        self.press("space");
        self.shown("accepted");
        // A box is ticked with Space; Enter goes on.
        self.press("Return");
        self.fact("TermsAccepted");
    }

    fn chooses_questions(&mut self, who: &Newcomer<'_>) {
        self.screen.keyboard(Keyboard::Arabic);
        for answer in who.answers {
            self.press("Return");
            self.press("Home");
            self.press("Return");
            self.screen.write(answer);
            self.shown("question");
            self.press("Return");
        }
        self.fact("QuestionsChosen");
        self.screen.keyboard(Keyboard::Latin);
    }
}
