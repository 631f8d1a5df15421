//! A little program that keeps lines in a file, rightly or with one mistake: what the simulator is tried on.
//!
//! `sample MODE FOLDER` writes, `sample check FOLDER ACKS` looks for what was acknowledged.

use std::fs::{self, File, OpenOptions};
use std::io::Write;
use std::path::Path;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let folder = Path::new(&arguments[1]);
    match arguments[0].as_str() {
        "check" => check(folder, Path::new(&arguments[2])),
        "replace" => replace(folder, true, true),
        "replace-without-sync" => replace(folder, false, true),
        "replace-without-folder" => replace(folder, true, false),
        mode => append(folder, mode),
    }
}

fn sync(folder: &Path) {
    File::open(folder).unwrap().sync_all().unwrap();
}

fn acknowledge(number: u32) {
    std::io::stdout()
        .write_all(format!("ACK {number}\n").as_bytes())
        .unwrap();
}

/// Lines in a file that grows; each line is long enough to lie in several pieces of the disk.
fn append(folder: &Path, mode: &str) {
    let below = folder.join("below");
    fs::create_dir(&below).unwrap();
    if mode != "append-without-folder" {
        sync(folder);
    }
    let path = below.join("lines");
    let mut file = OpenOptions::new().create(true).append(true).open(&path).unwrap();
    if mode != "append-without-name" {
        sync(&below);
    }
    let again = file.try_clone().unwrap();
    for number in 0..40 {
        let line = format!("{number} {}\n", "x".repeat(3000));
        // A copy of the descriptor writes as well as the first one, and syncs as well.
        if number % 2 == 0 {
            (&again).write_all(line.as_bytes())
        } else {
            file.write_all(line.as_bytes())
        }
        .unwrap();
        match mode {
            "append-without-sync" => {}
            "append-late-sync" => {}
            _ => again.sync_data().unwrap(),
        }
        acknowledge(number);
        if mode == "append-late-sync" {
            file.sync_data().unwrap();
        }
    }
    if mode == "append" {
        // Folders and what is in them can go again, by whichever call.
        fs::create_dir(folder.join("gone")).unwrap();
        fs::write(folder.join("gone/file"), b"gone").unwrap();
        fs::copy(folder.join("gone/file"), folder.join("gone/copy")).unwrap();
        fs::remove_dir_all(folder.join("gone")).unwrap();
    }
}

/// A file that is replaced whole, by moving another over it.
fn replace(folder: &Path, synced: bool, folder_synced: bool) {
    for number in 0..40 {
        let new = folder.join("new");
        let mut file = File::create(&new).unwrap();
        (0..=number).for_each(|line| writeln!(file, "{line} {}", "x".repeat(3000)).unwrap());
        if synced {
            file.sync_all().unwrap();
        }
        fs::rename(&new, folder.join("lines")).unwrap();
        if folder_synced {
            sync(folder);
        }
        acknowledge(number);
    }
}

fn check(folder: &Path, acks: &Path) {
    let wanted = fs::read_to_string(acks).unwrap().lines().count();
    let path = ["below/lines", "lines"]
        .map(|name| folder.join(name))
        .into_iter()
        .find(|path| path.exists());
    let lines = path.map(|path| fs::read_to_string(path).unwrap()).unwrap_or_default();
    let whole = |(number, line): &(usize, &str)| *line == format!("{number} {}", "x".repeat(3000));
    let found = lines.lines().enumerate().take_while(whole).count();
    assert!(found >= wanted, "of {wanted} lines {found} are there");
}
