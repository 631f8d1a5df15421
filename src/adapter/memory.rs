//! In-memory twins of the ports, held to the same contract as the real ones: for tests, and for the check of the store.

pub mod clock;
pub mod entropy;
pub mod gateway;
pub mod keyring;
pub mod paper;
pub mod registry;
pub mod store;

pub use clock::ManualClock;
pub use entropy::SeededEntropy;
pub use gateway::MemoryGateway;
pub use keyring::MemoryKeyring;
pub use paper::{MemoryCabinet, MemoryPrinter};
pub use registry::MemoryRegistry;
pub use store::MemoryStore;
