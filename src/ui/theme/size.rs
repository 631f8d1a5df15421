//! Spacing, radii and control sizes, in px at text scale 100 %.

/// The steps of spacing: 0 4 8 12 16 20 24 32 40 48 64.
pub mod space {
    /// Between a label and its field.
    pub const XXS: f32 = 4.0;
    /// Inside small things.
    pub const XS: f32 = 8.0;
    /// Between an icon and its words, between keys.
    pub const S: f32 = 12.0;
    /// Between neighbours.
    pub const M: f32 = 16.0;
    /// Between blocks of the rail and the aside.
    pub const L: f32 = 20.0;
    /// Around the stage.
    pub const XL: f32 = 24.0;
    /// Inside the stage's card.
    pub const XXL: f32 = 32.0;
    /// Between parts of a page.
    pub const XXXL: f32 = 40.0;
    /// Between groups of a page.
    pub const HUGE: f32 = 48.0;
    /// Beside the applicant's page.
    pub const PAGE: f32 = 64.0;
}

/// Radii of corners; the text scale does not change them.
pub mod radius {
    /// Key cap, check box, paper.
    pub const SMALL: f32 = 4.0;
    /// Button, field, row, note.
    pub const CONTROL: f32 = 8.0;
    /// Inner boxes, the applicant's controls.
    pub const BOX: f32 = 12.0;
    /// Card, dialog.
    pub const CARD: f32 = 16.0;
}

/// The focus ring: its width and the gap between it and the thing in focus.
pub mod ring {
    /// Width of the ring.
    pub const WIDTH: f32 = 3.0;
    /// Gap in the background's colour.
    pub const GAP: f32 = 2.0;
    /// How far the ring reaches outside.
    pub const REACH: f32 = WIDTH + GAP;
}
