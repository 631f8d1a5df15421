//! stub
use super::secret::Secret;
pub const VERSION: u8 = 1;
#[derive(Debug)]
pub struct NormalisedAnswer(Secret);
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnswerError {
    Empty,
    TooShort,
}
impl NormalisedAnswer {
    pub fn text(&self) -> &Secret {
        &self.0
    }
}
pub fn normalise(text: &str, shortest: usize) -> Result<NormalisedAnswer, AnswerError> {
    if text.len() < shortest {
        Err(AnswerError::Empty)
    } else {
        Ok(NormalisedAnswer(text.to_owned().into()))
    }
}
