//! What a printer and a cabinet keep, held by the system's own and by their twins in memory; and what the spooler's
//! commands do to us: they fail, hang, or are not there.

#![cfg(unix)]
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use istiada::adapter::memory::{MemoryCabinet, MemoryPrinter};
use istiada::adapter::receipt::{FolderCabinet, Spooler};
use istiada::domain::id::{Reference, VisitId};
use istiada::port::{Cabinet, Pdf, PrintError, Printer, PrinterState};

const PATIENCE: Duration = Duration::from_secs(5);

fn pdf(of: u8, bytes: &[u8]) -> Pdf {
    Pdf {
        reference: Reference::of(VisitId::from_bytes([of; 16])),
        bytes: bytes.to_vec(),
    }
}

/// A command that does what `script` says.
fn command(folder: &Path, name: &str, script: &str) -> String {
    let path = folder.join(name);
    fs::write(&path, format!("#!/bin/sh\n{script}\n")).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
    path.to_str().unwrap().to_owned()
}

/// A spooler that keeps what it gets, with its arguments, in `folder`.
fn recording(folder: &Path) -> Spooler {
    let kept = folder.display();
    let lp = command(
        folder,
        "lp",
        &format!("printf '%s|' \"$@\" >>'{kept}/arguments'\ncat >'{kept}/input'\nprintf 'request id is x-1\\n'"),
    );
    let lpstat = command(folder, "lpstat", "echo 'system default destination: office'");
    Spooler::of(lp, lpstat, PATIENCE)
}

#[test]
fn a_printer_takes_what_it_is_given() {
    let folder = tempfile::tempdir().unwrap();
    let printers: [&dyn Printer; 2] = [&recording(folder.path()), &MemoryPrinter::default()];
    for printer in printers {
        assert_eq!(printer.state(), PrinterState::Ready);
        printer.print(&pdf(1, b"%PDF one")).unwrap();
    }
    assert_eq!(fs::read(folder.path().join("input")).unwrap(), b"%PDF one");
}

#[test]
fn the_spooler_gets_the_file_and_the_same_words_whatever_it_holds() {
    let folder = tempfile::tempdir().unwrap();
    let spooler = recording(folder.path());
    // More than a pipe holds, with whatever a shell would make something of.
    let large = b"$(touch here) `id` ; \n".repeat(20_000);
    for of in [1, 2] {
        spooler.print(&pdf(of, &large)).unwrap();
    }
    assert_eq!(fs::read(folder.path().join("input")).unwrap(), large);
    assert_eq!(
        fs::read_to_string(folder.path().join("arguments")).unwrap(),
        "-t|Istiada|-|".repeat(2)
    );
}

#[test]
fn a_spooler_that_fails_says_why() {
    let folder = tempfile::tempdir().unwrap();
    let lp = command(
        folder.path(),
        "lp",
        "echo 'lp: Error - no default destination available.' >&2; exit 1",
    );
    let lpstat = command(folder.path(), "lpstat", "echo 'no system default destination'");
    let spooler = Spooler::of(lp, lpstat, PATIENCE);
    assert_eq!(spooler.state(), PrinterState::NoPrinter);
    // It has read nothing: what is too much for the pipe must not stop us.
    match spooler.print(&pdf(1, &[b'x'; 300_000])) {
        Err(PrintError::Refused(why)) => assert_eq!(why, "lp: Error - no default destination available."),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_spooler_that_hangs_is_stopped() {
    let folder = tempfile::tempdir().unwrap();
    let hang = |name| command(folder.path(), name, "exec sleep 600");
    let spooler = Spooler::of(hang("lp"), hang("lpstat"), Duration::from_millis(300));
    let begun = Instant::now();
    assert!(matches!(
        spooler.print(&pdf(1, &[b'x'; 300_000])),
        Err(PrintError::TimedOut)
    ));
    assert_eq!(spooler.state(), PrinterState::NoPrinter);
    assert!(begun.elapsed() < Duration::from_secs(5), "{:?}", begun.elapsed());
}

#[test]
fn a_system_without_a_spooler_has_none() {
    let spooler = Spooler::of("/nowhere/lp", "/nowhere/lpstat", PATIENCE);
    assert_eq!(spooler.state(), PrinterState::NoSpooler);
    assert!(matches!(spooler.print(&pdf(1, b"")), Err(PrintError::NoSpooler)));
}

#[test]
fn a_printer_in_memory_fails_as_it_was_told() {
    let printer = MemoryPrinter::default();
    printer.fail_next(PrintError::TimedOut);
    printer.set_state(PrinterState::NoPrinter);
    assert!(matches!(printer.print(&pdf(1, b"")), Err(PrintError::TimedOut)));
    assert!(printer.printed().is_empty());
    assert_eq!(printer.state(), PrinterState::NoPrinter);
    printer.print(&pdf(1, b"")).unwrap();
    assert_eq!(printer.printed().len(), 1);
}

#[test]
fn a_cabinet_overwrites_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let inside = folder.path().join("documents/Istiada");
    let cabinets: [&dyn Cabinet; 2] = [&FolderCabinet::new(inside.clone()), &MemoryCabinet::default()];
    for cabinet in cabinets {
        let name = |path: PathBuf| path.file_name().unwrap().to_str().unwrap().to_owned();
        let reference = pdf(1, b"").reference;
        assert_eq!(
            name(cabinet.put(&pdf(1, b"one").filed()).unwrap()),
            format!("{reference}.pdf")
        );
        assert_eq!(
            name(cabinet.put(&pdf(1, b"other").filed()).unwrap()),
            format!("{reference}-2.pdf")
        );
        assert_eq!(
            name(cabinet.put(&pdf(1, b"one").filed()).unwrap()),
            format!("{reference}.pdf")
        );
        assert_eq!(
            name(cabinet.put(&pdf(2, b"one").filed()).unwrap()),
            format!("{}.pdf", pdf(2, b"").reference)
        );
    }
    assert_eq!(
        fs::read(inside.join(format!("{}.pdf", pdf(1, b"").reference))).unwrap(),
        b"one"
    );
    assert_eq!(fs::read_dir(&inside).unwrap().count(), 3);
}

#[test]
fn a_folder_that_cannot_be_made_is_an_error() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("file");
    fs::write(&file, b"").unwrap();
    assert!(
        FolderCabinet::new(file.join("Istiada"))
            .put(&pdf(1, b"one").filed())
            .is_err()
    );
}
