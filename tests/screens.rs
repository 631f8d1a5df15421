//! Every screen of the tour, in every language, palette, text size and window size: each control has a name, and
//! nothing is cut off or sticks out, also where the applicant has a window of their own. And a letter typed into a field has little painted anew.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::BTreeSet;

use iced::Size;
use istiada::adapter::seal::FolderKeys;
use istiada::command::tour::entrance::{self, EntranceWindow};
use istiada::command::tour::{self, World};
use istiada::domain::language::Language;
use istiada::ui::Message;
use istiada::ui::access::{self, Role};
use istiada::ui::headless::{Host, Program, Stalled};
use istiada::ui::screen::Side;
use istiada::ui::theme::{PaletteName, Scale};

const PALETTES: [PaletteName; 3] = [PaletteName::Light, PaletteName::Dark, PaletteName::HighContrast];
const SIZES: [Size; 2] = [tour::SIZE, Size::new(1024.0, 700.0)];

/// What may be painted anew for a change of a whole field, in px: less than a quarter of the window.
const MOST_PIXELS: f32 = 220_000.0;
/// Through how many layers: window, the field's text, and a scroll area where the page is longer.
const MOST_LAYERS: usize = 3;

/// What is wrong with the screen as it stands.
fn faults<P: Program>(name: &str, host: &mut Host<P>) -> Vec<String> {
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

/// A letter typed into a field is painted at once: next to nothing else is painted again.
fn slow_fields<P: Program>(name: &str, host: &mut Host<P>) -> Vec<String> {
    let fields = host.nodes().into_iter().filter(|node| node.role == Role::TextField);
    let places: Vec<_> = fields.map(|field| field.bounds).collect();
    let repaints = places.into_iter().map(|place| (place, host.repaint(place)));
    let slow = repaints.filter(|(_, repaint)| repaint.pixels > MOST_PIXELS || repaint.layers > MOST_LAYERS);
    slow.map(|(place, repaint)| format!("{name}: {place:?} {repaint:?}"))
        .collect()
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
        let side = tour::side_in(host.front());
        let look = |windows: &mut tour::Windows, palette, scale| windows.0.set_look(palette, scale);
        found.extend(seen(name, host, look, |size| Message::Resized(side, size))?);
        Ok(())
    })
    .expect("the walk");
    found
}

/// The pages that stand before there is a desk.
fn every_look_before_a_desk(language: Language) -> BTreeSet<String> {
    let folder = tempfile::tempdir().expect("a folder");
    let keys = FolderKeys::new(folder.path().join("keys"));
    let world = World::open(&folder.path().join("store"), &keys).expect("a world");
    let mut found = BTreeSet::new();
    let resized = istiada::ui::entrance::Message::Resized;
    entrance::walk(&world, language, &mut |name, host| {
        let look = |window: &mut EntranceWindow, palette, scale| window.0.set_look(palette, scale);
        found.extend(seen(name, host, look, resized)?);
        Ok(())
    })
    .expect("the walk");
    found
}

/// One screen, in every palette, text size and window size.
fn seen<P: Program>(
    name: &str,
    host: &mut Host<P>,
    look: impl Fn(&mut P, PaletteName, Scale),
    resized: impl Fn(Size) -> P::Message,
) -> Result<Vec<String>, Stalled> {
    let mut found = Vec::new();
    for size in SIZES {
        host.resize(size);
        host.send(resized(size))?;
        for palette in PALETTES {
            for scale in [Scale::NORMAL, Scale::LARGEST] {
                look(host.program_mut(), palette, scale);
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
    host.send(resized(tour::SIZE))?;
    look(host.program_mut(), PaletteName::Light, Scale::NORMAL);
    host.settle()?;
    found.extend(slow_fields(name, host));
    Ok(found)
}

/// The applicant's own window at every stop of the tour, with the phone of training in it where it rings.
fn every_page_of_theirs(language: Language) -> BTreeSet<String> {
    let folder = tempfile::tempdir().expect("a folder");
    let keys = FolderKeys::new(folder.path().join("keys"));
    let world = World::open(&folder.path().join("store"), &keys).expect("a world");
    let world = world.with_two_windows();
    let mut found = BTreeSet::new();
    tour::walk(&world, language, &mut |name, host| {
        let front = host.front();
        host.look_at(Side::Applicant.place());
        for (size, scale) in SIZES.into_iter().zip([Scale::NORMAL, Scale::LARGEST]) {
            host.resize(size);
            host.send(Message::Resized(Side::Applicant, size))?;
            host.program_mut().0.set_look(PaletteName::Light, scale);
            host.settle()?;
            let label = format!("{name}, theirs, {}% {}", scale.percent(), size.width);
            found.extend(faults(&label, host));
        }
        host.program_mut().0.set_look(PaletteName::Light, Scale::NORMAL);
        host.resize(tour::SIZE);
        host.send(Message::Resized(Side::Applicant, tour::SIZE))?;
        host.look_at(front);
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

#[test]
fn nothing_is_cut_off_before_there_is_a_desk() {
    for language in [Language::ARABIC, Language::ENGLISH] {
        let found = every_look_before_a_desk(language);
        assert!(found.is_empty(), "{}", told(&found));
    }
}

#[test]
fn nothing_is_cut_off_in_the_applicants_own_window() {
    for language in [Language::ARABIC, Language::ENGLISH] {
        let found = every_page_of_theirs(language);
        assert!(found.is_empty(), "{}", told(&found));
    }
}
