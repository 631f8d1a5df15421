//! Our widgets.
