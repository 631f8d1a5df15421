//! Memory that is given back is wiped first, wherever it was: in the program, in the toolkit, in a library. What was
//! typed is copied on its way to the screen and to the hash by code that knows nothing of secrets, and a copy that grows
//! is moved. So no copy outlives its use, and what is still in use is let go by the next visitor.
//!
//! `tests/memory_dump.rs` looks for what is left. What it costs stands in `docs/dependencies.md`;
//! `script/bench` measures it anew.

use std::alloc::System;

use zeroizing_alloc::ZeroAlloc;

#[global_allocator]
static WIPED: ZeroAlloc<System> = ZeroAlloc(System);
