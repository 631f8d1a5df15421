//! Every contrast ratio that the design promises, computed from the palettes by the formula of WCAG 2.2.
#![cfg(feature = "gui")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use iced::Color;
use istiada::ui::theme::{Palette, PaletteName};

type Pick = fn(&Palette) -> Color;

/// Foreground, background, and the ratio in light, dark and high contrast.
const PROMISED: &[(&str, Pick, Pick, [f32; 3])] = &[
    ("text on surface", |p| p.text, |p| p.surface, [18.10, 15.19, 21.00]),
    ("text on canvas", |p| p.text, |p| p.canvas, [16.49, 16.82, 21.00]),
    ("text-2 on surface", |p| p.text_2, |p| p.surface, [8.42, 9.77, 21.00]),
    ("text-2 on canvas", |p| p.text_2, |p| p.canvas, [7.67, 10.82, 21.00]),
    ("text-3 on surface", |p| p.text_3, |p| p.surface, [5.55, 6.42, 16.83]),
    ("text-3 on canvas", |p| p.text_3, |p| p.canvas, [5.06, 7.11, 16.83]),
    ("text-off on off", |p| p.text_off, |p| p.off, [3.67, 3.84, 8.63]),
    (
        "on-accent on accent",
        |p| p.on_accent,
        |p| p.accent,
        [4.75, 7.74, 15.31],
    ),
    (
        "on-accent on accent-hover",
        |p| p.on_accent,
        |p| p.accent_hover,
        [6.60, 9.34, 17.83],
    ),
    (
        "on-accent on accent-press",
        |p| p.on_accent,
        |p| p.accent_press,
        [8.56, 5.71, 21.00],
    ),
    (
        "accent-text on surface",
        |p| p.accent_text,
        |p| p.surface,
        [8.56, 10.32, 15.31],
    ),
    (
        "accent-text on accent-soft",
        |p| p.accent_text,
        |p| p.accent_soft,
        [7.54, 8.35, 10.64],
    ),
    (
        "accent-text on accent-soft-2",
        |p| p.accent_text,
        |p| p.accent_soft_2,
        [6.80, 6.76, 7.60],
    ),
    (
        "text-2 on accent-soft",
        |p| p.text_2,
        |p| p.accent_soft,
        [7.42, 7.91, 14.59],
    ),
    ("error on surface", |p| p.error, |p| p.surface, [6.57, 7.37, 11.25]),
    ("error on error-soft", |p| p.error, |p| p.error_soft, [5.95, 7.12, 9.89]),
    ("on-error on error", |p| p.on_error, |p| p.error, [6.57, 8.13, 11.25]),
    ("warn on surface", |p| p.warn, |p| p.surface, [6.33, 10.03, 15.37]),
    ("warn on warn-soft", |p| p.warn, |p| p.warn_soft, [5.88, 9.08, 11.74]),
    ("info on surface", |p| p.info, |p| p.surface, [8.20, 9.00, 12.94]),
    ("info on info-soft", |p| p.info, |p| p.info_soft, [7.40, 8.27, 10.46]),
    (
        "line-strong on surface",
        |p| p.line_strong,
        |p| p.surface,
        [3.64, 4.30, 21.00],
    ),
    (
        "line-strong on canvas",
        |p| p.line_strong,
        |p| p.canvas,
        [3.32, 4.76, 21.00],
    ),
    ("focus on surface", |p| p.focus, |p| p.surface, [6.40, 7.84, 16.57]),
    ("focus on canvas", |p| p.focus, |p| p.canvas, [5.83, 8.68, 16.57]),
    (
        "focus on accent-soft",
        |p| p.focus,
        |p| p.accent_soft,
        [5.64, 6.35, 11.51],
    ),
    ("bar-focus on bar", |p| p.bar_focus, |p| p.bar, [8.63, 8.97, 16.57]),
    ("accent on surface", |p| p.accent, |p| p.surface, [4.75, 7.61, 15.31]),
    ("plot-2 on surface", |p| p.plot_2, |p| p.surface, [3.82, 7.93, 15.37]),
    ("on-bar on bar", |p| p.on_bar, |p| p.bar, [15.42, 17.39, 21.00]),
    ("on-bar-2 on bar", |p| p.on_bar_2, |p| p.bar, [9.61, 9.62, 21.00]),
    ("on-train on train", |p| p.on_train, |p| p.train, [9.40, 9.40, 15.37]),
];

fn luminance(colour: Color) -> f32 {
    let linear = |part: f32| {
        if part <= 0.040_45 {
            part / 12.92
        } else {
            ((part + 0.055) / 1.055).powf(2.4)
        }
    };
    0.2126 * linear(colour.r) + 0.7152 * linear(colour.g) + 0.0722 * linear(colour.b)
}

fn contrast(first: Color, second: Color) -> f32 {
    let (first, second) = (luminance(first), luminance(second));
    (first.max(second) + 0.05) / (first.min(second) + 0.05)
}

#[test]
fn every_promised_ratio_holds() {
    for (name, foreground, background, promised) in PROMISED {
        for (palette, promised) in PaletteName::ALL.into_iter().zip(promised) {
            let colours = palette.palette();
            let found = contrast(foreground(colours), background(colours));
            assert!(
                (found - promised).abs() < 0.011,
                "{name} in {palette:?}: {found:.2}, promised {promised:.2}"
            );
        }
    }
}

#[test]
fn text_is_readable_and_borders_are_visible() {
    for palette in PaletteName::ALL {
        let p = palette.palette();
        for (text, ground) in [
            (p.text, p.raised),
            (p.text, p.sunken),
            (p.text_2, p.sunken),
            (p.accent_text, p.canvas),
        ] {
            assert!(contrast(text, ground) >= 4.5, "{palette:?}");
        }
        for ring in [
            (p.focus, p.surface),
            (p.focus, p.canvas),
            (p.bar_focus, p.bar),
            (p.line_strong, p.surface),
        ] {
            assert!(contrast(ring.0, ring.1) >= 3.0, "{palette:?}");
        }
    }
}
