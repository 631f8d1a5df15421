//! Every word, number and date that a person reads.
