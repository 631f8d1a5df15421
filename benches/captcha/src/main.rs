//! What an image costs, painted and encoded, beside the crate `captcha` in the same run:
//! `cargo run --release --manifest-path benches/captcha/Cargo.toml`.
//! The crate paints at its own customary 220 × 120, as its documentation shows it and with no filter at all. Rounds
//! alternate and medians count. Ends with status 1 where our image of 600 × 176 takes longer than the documented one.

use std::process::ExitCode;
use std::time::{Duration, Instant};

use captcha::Captcha;
use captcha::filters::{Dots, Noise, Wave};
use istiada::adapter::captcha::{CaptchaPainter, png};
use istiada::domain::captcha::{Label, Print};

const ROUNDS: u64 = 200;

/// The crate's image as its documentation makes it.
fn documented() -> Option<Vec<u8>> {
    let mut image = Captcha::new();
    image.add_chars(6).apply_filter(Noise::new(0.4));
    image.apply_filter(Wave::new(2.0, 20.0).horizontal());
    image.apply_filter(Wave::new(2.0, 20.0).vertical());
    image.view(220, 120).apply_filter(Dots::new(15)).as_png()
}

/// The crate's letters alone.
fn bare() -> Option<Vec<u8>> {
    Captcha::new().add_chars(6).view(220, 120).as_png()
}

fn main() -> ExitCode {
    let Ok(painter) = CaptchaPainter::new() else {
        return ExitCode::FAILURE;
    };
    let label = Label::new("KAMESR");
    let ours = |print, seed| png::encoded(&painter.paint(&label, print, seed)).ok();
    let paint = |seed| Some(painter.paint(&label, Print::Normal, seed).rgba);
    let mut times: [Vec<Duration>; 5] = Default::default();
    let mut bytes = [0; 5];
    for seed in 0..ROUNDS {
        let mut timed = |at: usize, made: &dyn Fn() -> Option<Vec<u8>>| {
            let start = Instant::now();
            let image = made();
            times[at].push(start.elapsed());
            bytes[at] += image.map_or(0, |image| image.len() as u64);
        };
        timed(0, &|| ours(Print::Normal, seed));
        timed(1, &|| ours(Print::Large, seed));
        timed(2, &|| paint(seed));
        timed(3, &documented);
        timed(4, &bare);
    }
    let medians = times.map(|mut times| {
        times.sort_unstable();
        times[times.len() / 2].as_secs_f64() * 1e3
    });
    let names = [
        "ours, painted and encoded",
        "ours in large print, painted and encoded",
        "ours, painted alone",
        "crate captcha, as documented",
        "crate captcha, no filter",
    ];
    for ((name, median), bytes) in names.iter().zip(medians).zip(bytes) {
        println!("{name:42} {median:7.3} ms  {:6} bytes", bytes / ROUNDS);
    }
    println!("ours / crate as documented  {:.2}", medians[0] / medians[3]);
    println!("ours / crate with no filter {:.2}", medians[0] / medians[4]);
    if medians[0] <= medians[3] {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}
