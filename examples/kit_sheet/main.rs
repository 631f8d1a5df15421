//! The sheet of all controls in all states: a picture for each language, palette and text scale.
//!
//! `cargo run --example kit_sheet -- OUT_DIR`

mod sheet;

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use iced::{Size, Task};
use istiada::ui::direction::Direction;
use istiada::ui::headless::Host;
use istiada::ui::theme::{Look, PaletteName, Scale};

fn main() -> ExitCode {
    let Some(folder) = std::env::args().nth(1).map(PathBuf::from) else {
        eprintln!("usage: kit_sheet OUT_DIR");
        return ExitCode::from(2);
    };
    match paint(&folder) {
        Ok(0) => ExitCode::SUCCESS,
        Ok(count) => {
            eprintln!("{count} things do not fit");
            ExitCode::FAILURE
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn paint(folder: &std::path::Path) -> Result<usize, Box<dyn std::error::Error>> {
    std::fs::create_dir_all(folder)?;
    let runtime = Arc::new(tokio::runtime::Runtime::new()?);
    let mut overflows = 0;
    for (language, direction) in [("ar", Direction::RightToLeft), ("en", Direction::LeftToRight)] {
        for palette in PaletteName::ALL {
            for percent in [100, 200] {
                let look = Look::new(palette, direction).scaled(Scale::from_percent(percent));
                for part in 0..sheet::PARTS {
                    let began = std::time::Instant::now();
                    let size = Size::new(
                        if percent == 200 { 2200.0 } else { 1280.0 },
                        sheet::height(part, percent),
                    );
                    let mut host = Host::new(sheet::Sheet { look, part }, Task::none(), size, runtime.clone())?;
                    for overflow in host.overflow() {
                        println!("{language} {palette:?} {percent} {part}: {overflow:?}");
                        overflows += 1;
                    }
                    let first = began.elapsed();
                    let shot = host.shot();
                    let began = std::time::Instant::now();
                    host.shot();
                    let again = began.elapsed();
                    let name = format!("kit-{language}-{palette:?}-{percent}-{part}.png").to_lowercase();
                    let picture = image::RgbaImage::from_raw(shot.width, shot.height, shot.pixels)
                        .ok_or("a picture of the wrong size")?;
                    picture.save(folder.join(&name))?;
                    println!("{name} laid out in {first:?}, drawn again in {again:?}");
                }
            }
        }
    }
    Ok(overflows)
}
