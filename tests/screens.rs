//! Every screen of the tour, in every language, palette, text size and window size: each control has a name, and
//! nothing is cut off or sticks out.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::BTreeSet;

use iced::Size;
use istiada::adapter::seal::FolderKeys;
use istiada::command::tour::{self, World};
use istiada::domain::language::Language;
use istiada::ui::Message;
use istiada::ui::access;
use istiada::ui::headless::Host;
use istiada::ui::theme::{PaletteName, Scale};

const PALETTES: [PaletteName; 3] = [PaletteName::Light, PaletteName::Dark, PaletteName::HighContrast];
const SIZES: [Size; 2] = [tour::SIZE, Size::new(1024.0, 700.0)];

/// What is wrong with the screen as it stands.
fn faults(name: &str, host: &mut Host<tour::Windows>) -> Vec<String> {
    let nodes = host.nodes();
    let unnamed = access::unnamed(&nodes)
        .into_iter()
        .map(|node| format!("{name}: no name: {node:?}"));
    let mut faults: Vec<_> = unnamed.collect();
    faults.extend(
        host.overflow()
            .into_iter()
            .map(|overflow| format!("{name}: {overflow:?}")),
    );
    faults
}

fn every_look(language: Language) -> BTreeSet<String> {
    let folder = tempfile::tempdir().expect("a folder");
    let world = World::open(
        &folder.path().join("store"),
        &FolderKeys::new(folder.path().join("keys")),
    )
    .expect("a world");
    let mut found = BTreeSet::new();
    tour::walk(&world, language, &mut |name, host| {
        for size in SIZES {
            host.resize(size);
            host.send(Message::Resized(size))?;
            for palette in PALETTES {
                for scale in [Scale::NORMAL, Scale::LARGEST] {
                    host.program_mut().0.set_look(palette, scale);
                    host.settle()?;
                    let label = format!("{name} {palette:?} {}% {}", scale.percent(), size.width);
                    found.extend(faults(&label, host));
                    // Drawn as well as laid out: the renderer gives up on some shapes that layout permits.
                    if size == SIZES[1] {
                        host.shot();
                    }
                }
            }
        }
        host.resize(tour::SIZE);
        host.send(Message::Resized(tour::SIZE))?;
        host.program_mut().0.set_look(PaletteName::Light, Scale::NORMAL);
        host.settle()?;
        Ok(())
    })
    .expect("the walk");
    found
}

fn told(found: &BTreeSet<String>) -> String {
    let shown: Vec<_> = found.iter().take(40).cloned().collect();
    format!("{} faults\n{}", found.len(), shown.join("\n"))
}

#[test]
fn nothing_is_cut_off_in_arabic() {
    let found = every_look(Language::ARABIC);
    assert!(found.is_empty(), "{}", told(&found));
}

#[test]
fn nothing_is_cut_off_in_english() {
    let found = every_look(Language::ENGLISH);
    assert!(found.is_empty(), "{}", told(&found));
}
