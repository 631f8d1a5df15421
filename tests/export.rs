//! The ledger as a file, saved at the desk: by whom, what it holds, that it is a fact, and what happens where it cannot be
//! written.

#![cfg(feature = "gui")]
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use istiada::adapter::seal::FolderKeys;
use istiada::command::tour::World;
use istiada::desk::export::{ExportError, ExportFormat, Exported, written};
use istiada::desk::{Desk, DeskError};
use istiada::domain::fact::Fact;
use istiada::domain::language::Language;
use istiada::domain::report::Line;

fn world(folder: &tempfile::TempDir) -> World {
    let keys = FolderKeys::new(folder.path().join("keys"));
    World::open(&folder.path().join("store"), &keys).unwrap()
}

/// The whole ledger, read by whoever may.
fn all(world: &World) -> (Desk, Vec<Line>) {
    let desk = world.supervisors_desk(Language::ARABIC).unwrap();
    let lines = world.runtime().block_on(desk.read_ledger(1..desk.last_frame() + 1));
    (desk, lines.unwrap())
}

#[test]
fn a_supervisor_saves_it_and_that_is_a_fact() {
    let folder = tempfile::tempdir().unwrap();
    let world = world(&folder);
    let (desk, lines) = all(&world);
    assert!(!lines.is_empty());
    for (format, ending) in [(ExportFormat::Csv, "csv"), (ExportFormat::JsonLines, "jsonl")] {
        let saved = world.runtime().block_on(desk.export_ledger(lines.clone(), format));
        let Exported { count, path } = saved.unwrap();
        assert_eq!(count, lines.len() as u64);
        assert_eq!(path.to_str().unwrap(), format!("ledger-2026-11-22-104200.{ending}"));
        let (there, bytes) = world.cabinet().files().pop().unwrap();
        assert_eq!((there, bytes), (path, written(&lines, format).unwrap()));
        let (_, after) = all(&world);
        let facts: Vec<_> = after.iter().rev().map(|line| &line.entry.fact).collect();
        assert!(facts.contains(&&Fact::LedgerExported { count }), "{facts:?}");
    }
}

#[test]
fn a_clerk_may_not() {
    let folder = tempfile::tempdir().unwrap();
    let world = world(&folder);
    let (_, lines) = all(&world);
    let desk = world.bare_desk(Language::ARABIC, true).unwrap();
    let refused = world.runtime().block_on(desk.export_ledger(lines, ExportFormat::Csv));
    assert!(
        matches!(refused, Err(ExportError::Desk(DeskError::NotPermitted(_)))),
        "{refused:?}"
    );
    assert!(world.cabinet().files().is_empty());
}

#[test]
fn a_full_disk_or_a_folder_that_is_not_there_leaves_no_file_and_no_fact() {
    let folder = tempfile::tempdir().unwrap();
    let world = world(&folder);
    let (desk, lines) = all(&world);
    for error in [std::io::ErrorKind::StorageFull, std::io::ErrorKind::NotFound] {
        world.cabinet().fail_next(error);
        let failed = world
            .runtime()
            .block_on(desk.export_ledger(lines.clone(), ExportFormat::Csv));
        assert!(matches!(failed, Err(ExportError::Write(_))), "{failed:?}");
        assert!(world.cabinet().files().is_empty());
    }
    let (_, after) = all(&world);
    let is_export = |line: &Line| matches!(line.entry.fact, Fact::LedgerExported { .. });
    assert!(!after.iter().any(is_export));
}
