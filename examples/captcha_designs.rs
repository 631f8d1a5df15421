//! Writes images of each of the painter's measured designs, for `docs/captcha.md`:
//! `cargo run --release --example captcha_designs -- N DIR [SEED]` fills one folder a design.

use std::path::PathBuf;
use std::process::ExitCode;

use istiada::adapter::captcha::CaptchaPainter;
use istiada::adapter::captcha::design::Design;
use istiada::command::captcha;

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let (count, out) = (
        arguments.next().and_then(|count| count.parse().ok()),
        arguments.next().map(PathBuf::from),
    );
    let seed = arguments.next().and_then(|seed| seed.parse().ok());
    let (Some(count), Some(out)) = (count, out) else {
        eprintln!("captcha_designs N DIR [SEED]");
        return ExitCode::from(2);
    };
    for (name, design) in Design::ALL {
        let written = CaptchaPainter::of(design)
            .map_err(Into::into)
            .and_then(|painter| captcha::write(&painter, count, &out.join(name), seed));
        if let Err(error) = written {
            eprintln!("{name}: {error}");
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}
