//! Palette, sizes and spacing.
