//! The use cases: load, one domain transition, one commit, effects.
