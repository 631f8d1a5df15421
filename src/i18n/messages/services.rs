//! The page of services.

messages! {

}
