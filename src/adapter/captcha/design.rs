//! How an image is made hard to read for a program: the numbers of each design that was measured.

/// The numbers of a design; lengths in pixels of a picture 600 × 176.
#[derive(Clone, Debug, PartialEq)]
pub struct Design {
    /// Whether letters come from several faces and in both cases, rather than capitals of the first face.
    pub several_faces: bool,
    /// Height of a letter: smallest and greatest.
    pub height: (f32, f32),
    /// Greatest turn of a letter to either side, in degrees.
    pub turn: f32,
    /// Greatest slant of a letter to either side, as width per height.
    pub slant: f32,
    /// How far letters are moved up and down in turns: least and most.
    pub stagger: (f32, f32),
    /// How far a letter reaches into the one before it; negative is a gap.
    pub overlap: (f32, f32),
    /// Greatest sideways and upward bend.
    pub warp: (f32, f32),
    /// How many arcs of ink cross the letters.
    pub arcs: usize,
    /// Width of such an arc: smallest and greatest.
    pub arc_width: (f32, f32),
    /// How far an arc reaches into the share of its neighbours: least and most, in shares.
    pub arc_reach: (f32, f32),
    /// Whether ink over ink is paper, so that what overlaps keeps its edges.
    pub knock_out: bool,
}

impl Design {
    /// The letters alone.
    pub const PLAIN: Self = Self {
        several_faces: false,
        height: (100.0, 100.0),
        turn: 0.0,
        slant: 0.0,
        stagger: (0.0, 0.0),
        overlap: (-12.0, -8.0),
        warp: (0.0, 0.0),
        arcs: 0,
        arc_width: (0.0, 0.0),
        arc_reach: (0.1, 0.35),
        knock_out: false,
    };

    /// Letters of several faces, touching and warped.
    pub const TOUCHING: Self = Self {
        several_faces: true,
        height: (92.0, 116.0),
        turn: 18.0,
        slant: 0.18,
        stagger: (5.0, 13.0),
        overlap: (6.0, 12.0),
        warp: (13.0, 7.0),
        ..Self::PLAIN
    };

    /// The same with arcs, all of it one black.
    pub const BLACK: Self = Self {
        arcs: 3,
        arc_width: (18.0, 22.0),
        arc_reach: (-0.02, 0.05),
        ..Self::TOUCHING
    };

    /// Ink over ink is paper, thin arcs.
    pub const THIN: Self = Self {
        arc_width: (6.0, 8.0),
        ..Self::NORMAL
    };

    /// Ink over ink is paper, letters less bent and less pushed together.
    pub const MILD: Self = Self {
        warp: (8.0, 7.0),
        overlap: (2.0, 7.0),
        ..Self::NORMAL
    };

    /// What is painted for [`crate::domain::captcha::Print::Normal`]: ink over ink is paper.
    pub const NORMAL: Self = Self {
        knock_out: true,
        ..Self::BLACK
    };

    /// More arcs and more overlap.
    pub const DENSE: Self = Self {
        arcs: 5,
        overlap: (12.0, 18.0),
        ..Self::NORMAL
    };

    /// What is painted for [`crate::domain::captcha::Print::Large`].
    pub const LARGE: Self = Self {
        height: (122.0, 130.0),
        turn: 5.0,
        slant: 0.06,
        stagger: (0.0, 3.0),
        overlap: (-8.0, -4.0),
        warp: (3.0, 3.0),
        arcs: 2,
        arc_width: (7.0, 9.0),
        ..Self::NORMAL
    };

    /// Every design by its name, from the plainest on.
    pub const ALL: [(&str, Self); 8] = [
        ("plain", Self::PLAIN),
        ("large", Self::LARGE),
        ("touching", Self::TOUCHING),
        ("thin", Self::THIN),
        ("mild", Self::MILD),
        ("normal", Self::NORMAL),
        ("black", Self::BLACK),
        ("dense", Self::DENSE),
    ];

    /// The design of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|(known, _)| *known == name)
            .map(|(_, design)| design)
    }
}
