//! Rebuilds, from what `shim.c` recorded, the folders that a power cut could have left, and runs a check on each.
//!
//! `replay RECORD --before DIR --after DIR --work DIR --cuts N --seed S [--jobs J] [--keep DIR] -- CHECK...`
//!
//! `{folder}` in CHECK is a rebuilt folder, `{acks}` a file of the lines beginning with ACK that were printed before the
//! cut. CHECK exits 0 where nothing that was acknowledged is missing and nothing is refused.
//!
//! The model is that of POSIX at its worst, on a disk that keeps its word about fsync:
//! * Only fsync or fdatasync of a file makes its bytes and its length durable. Of later writes there survive, file by
//!   file: none; all; some of them in order, the last one torn; any pieces of them, of 512 or 4096 bytes; or any pieces
//!   while the length is already that of all, with zeros in between.
//! * Only fsync of a folder makes its names durable: new names, moved ones, names taken away. Of later changes there
//!   survive none, all, a first part, or any. A move within one folder or between two is whole or not there.
//! * Half of the cuts come right after an acknowledgement, a quarter right before or after a sync, the rest anywhere.
//!
//! Before anything else the whole record is replayed without a cut and compared with the folder as the run left it:
//! whatever escaped the shim (a system call that it does not know) shows there, and replay refuses.
//!
//! Build: `rustc -O --edition 2024 replay.rs`. It needs nothing but the standard library.

use std::collections::{BTreeMap, HashMap};
use std::fs::{self, File};
use std::io::{self, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use std::sync::Mutex;
use std::time::{Duration, Instant};

type Id = usize;
const ROOT: Id = 0;

/// Random numbers that only have to be many and repeatable (splitmix64).
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, bound: usize) -> usize {
        (self.next() % bound.max(1) as u64) as usize
    }

    fn coin(&mut self) -> bool {
        self.next() & 1 == 1
    }
}

#[derive(Clone)]
enum Write {
    Bytes(u64, Vec<u8>),
    Length(u64),
}

fn apply(content: &mut Vec<u8>, write: &Write) {
    match write {
        Write::Bytes(at, bytes) => {
            let (from, to) = (*at as usize, *at as usize + bytes.len());
            if content.len() < to {
                content.resize(to, 0);
            }
            content[from..to].copy_from_slice(bytes);
        }
        Write::Length(length) => content.resize(*length as usize, 0),
    }
}

/// A write cut at the borders of disk pieces.
fn pieces(write: &Write, size: u64) -> Vec<Write> {
    let Write::Bytes(at, bytes) = write else {
        return vec![write.clone()];
    };
    let (mut at, mut rest, mut found) = (*at, bytes.as_slice(), Vec::new());
    while !rest.is_empty() {
        let (piece, after) = rest.split_at(rest.len().min((size - at % size) as usize));
        found.push(Write::Bytes(at, piece.to_vec()));
        at += piece.len() as u64;
        rest = after;
    }
    found
}

#[derive(Default)]
struct Inode {
    is_folder: bool,
    durable: Vec<u8>,
    pending: Vec<Write>,
}

/// One change of names: each in a folder, to an inode or to nothing. It survives whole or not at all.
#[derive(Clone)]
struct Naming {
    names: Vec<(Id, String, Option<Id>)>,
    unsynced: Vec<Id>,
}

type Names = BTreeMap<(Id, String), Id>;

fn rename(names: &mut Names, naming: &Naming) {
    for (folder, name, inode) in &naming.names {
        match inode {
            Some(inode) => names.insert((*folder, name.clone()), *inode),
            None => names.remove(&(*folder, name.clone())),
        };
    }
}

#[derive(Default)]
struct Disk {
    inodes: Vec<Inode>,
    by_number: HashMap<u64, Id>,
    now: Names,
    durable: Names,
    pending: Vec<Naming>,
    acknowledged: String,
}

struct Entry {
    kind: u8,
    inode: u64,
    a: u64,
    data: Vec<u8>,
}

fn read_entry(record: &mut impl Read) -> io::Result<Option<Entry>> {
    let mut head = [0; 33];
    match record.read_exact(&mut head) {
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => return Ok(None),
        other => other?,
    }
    let number = |at: usize| u64::from_le_bytes(head[at..at + 8].try_into().expect("eight bytes"));
    let mut data = vec![0; number(25) as usize];
    record.read_exact(&mut data)?;
    Ok(Some(Entry {
        kind: head[0],
        inode: number(1),
        a: number(9),
        data,
    }))
}

fn entries(path: &Path) -> io::Result<impl Iterator<Item = Entry>> {
    let mut record = BufReader::with_capacity(1 << 20, File::open(path)?);
    Ok(std::iter::from_fn(move || {
        read_entry(&mut record).expect("the record is whole")
    }))
}

impl Disk {
    fn find(&self, path: &str) -> Option<Id> {
        path.split('/')
            .filter(|part| !part.is_empty())
            .try_fold(ROOT, |folder, part| self.now.get(&(folder, part.to_owned())).copied())
    }

    fn place(&self, path: &str) -> (Id, String) {
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
        (
            self.find(folder).unwrap_or_else(|| panic!("{folder} is not known")),
            name.to_owned(),
        )
    }

    fn make(&mut self, entry: &Entry, before: &Path) -> Id {
        let durable = match (entry.kind, entry.a) {
            (b'F', 1) => fs::read(before.join(text(&entry.data))).expect("a file from before the run"),
            _ => Vec::new(),
        };
        self.inodes.push(Inode {
            is_folder: entry.a == 2,
            durable,
            pending: Vec::new(),
        });
        let id = self.inodes.len() - 1;
        self.by_number.insert(entry.inode, id);
        id
    }

    fn change(&mut self, names: Vec<(Id, String, Option<Id>)>) {
        let mut unsynced: Vec<Id> = names.iter().map(|(folder, _, _)| *folder).collect();
        unsynced.dedup();
        let naming = Naming { names, unsynced };
        rename(&mut self.now, &naming);
        self.pending.push(naming);
    }

    fn id(&self, entry: &Entry) -> Id {
        *self
            .by_number
            .get(&entry.inode)
            .unwrap_or_else(|| panic!("inode {} is not known", entry.inode))
    }

    fn sync(&mut self, id: Id) {
        let inode = &mut self.inodes[id];
        for write in std::mem::take(&mut inode.pending) {
            apply(&mut inode.durable, &write);
        }
        if inode.is_folder {
            self.pending
                .iter_mut()
                .for_each(|naming| naming.unsynced.retain(|folder| *folder != id));
            for naming in self.pending.extract_if(.., |naming| naming.unsynced.is_empty()) {
                rename(&mut self.durable, &naming);
            }
        }
    }

    fn step(&mut self, entry: &Entry, before: &Path) -> Result<(), String> {
        match entry.kind {
            // A program that starts another one in its place (a script) surveys the folder again.
            b'F' if self
                .find(text(&entry.data))
                .is_some_and(|id| self.by_number.get(&entry.inode) == Some(&id)) => {}
            b'F' => {
                let id = self.make(entry, before);
                if id != ROOT {
                    let (folder, name) = self.place(text(&entry.data));
                    self.now.insert((folder, name.clone()), id);
                    self.durable.insert((folder, name), id);
                }
            }
            b'N' | b'L' => {
                let id = if entry.kind == b'N' {
                    self.make(entry, before)
                } else {
                    self.id(entry)
                };
                let (folder, name) = self.place(text(&entry.data));
                self.change(vec![(folder, name, Some(id))]);
            }
            b'W' => {
                let id = self.id(entry);
                self.inodes[id].pending.push(Write::Bytes(entry.a, entry.data.clone()));
            }
            b'T' => {
                let id = self.id(entry);
                self.inodes[id].pending.push(Write::Length(entry.a));
            }
            b'S' if entry.inode == 0 => (0..self.inodes.len()).for_each(|id| self.sync(id)),
            b'S' => self.sync(self.id(entry)),
            b'R' => {
                let (from, to) = text(&entry.data).split_once('\0').expect("two names");
                let moved = self.find(from);
                let back = if entry.a & 2 == 2 { self.find(to) } else { None };
                let ((old, old_name), (new, new_name)) = (self.place(from), self.place(to));
                self.change(vec![(old, old_name, back), (new, new_name, moved)]);
            }
            b'U' => {
                let (folder, name) = self.place(text(&entry.data));
                self.change(vec![(folder, name, None)]);
            }
            b'K' => self.acknowledged.push_str(text(&entry.data)),
            b'X' => return Err(text(&entry.data).to_owned()),
            other => return Err(format!("unknown entry {other}")),
        }
        Ok(())
    }

    /// What a cut leaves of the names.
    fn names_after(&self, random: &mut Random) -> Names {
        let mut names = self.durable.clone();
        let kept: Vec<&Naming> = match random.below(4) {
            0 => Vec::new(),
            1 => self.pending.iter().collect(),
            2 => self.pending.iter().take(random.below(self.pending.len() + 1)).collect(),
            _ => self.pending.iter().filter(|_| random.coin()).collect(),
        };
        kept.into_iter().for_each(|naming| rename(&mut names, naming));
        names
    }

    /// What a cut leaves of a file.
    fn content_after(inode: &Inode, random: &mut Random) -> Vec<u8> {
        let mut content = inode.durable.clone();
        let size = if random.coin() { 512 } else { 4096 };
        match random.below(6) {
            0 => {}
            1 => inode.pending.iter().for_each(|write| apply(&mut content, write)),
            2 => {
                let kept = random.below(inode.pending.len() + 1);
                inode
                    .pending
                    .iter()
                    .take(kept)
                    .for_each(|write| apply(&mut content, write));
                if let Some(torn) = inode.pending.get(kept) {
                    let pieces = pieces(torn, size);
                    pieces
                        .iter()
                        .take(random.below(pieces.len()))
                        .for_each(|piece| apply(&mut content, piece));
                }
            }
            3 => {
                let mut whole = content.clone();
                inode.pending.iter().for_each(|write| apply(&mut whole, write));
                Self::some_pieces(&mut content, inode, size, random);
                content.resize(whole.len(), 0);
            }
            _ => Self::some_pieces(&mut content, inode, size, random),
        }
        content
    }

    fn some_pieces(content: &mut Vec<u8>, inode: &Inode, size: u64, random: &mut Random) {
        for piece in inode.pending.iter().flat_map(|write| pieces(write, size)) {
            if random.coin() {
                apply(content, &piece);
            }
        }
    }

    fn rebuild(&self, names: &Names, target: &Path, content: &mut impl FnMut(&Inode) -> Vec<u8>) -> io::Result<()> {
        fs::create_dir_all(target)?;
        let mut made: HashMap<Id, PathBuf> = HashMap::new();
        let mut open = vec![(ROOT, target.to_owned())];
        while let Some((folder, path)) = open.pop() {
            for ((_, name), id) in names
                .range((folder, String::new())..)
                .take_while(|((parent, _), _)| *parent == folder)
            {
                let here = path.join(name);
                let inode = &self.inodes[*id];
                if inode.is_folder {
                    fs::create_dir(&here)?;
                    open.push((*id, here));
                } else if let Some(first) = made.get(id) {
                    fs::hard_link(first, &here)?;
                } else {
                    fs::write(&here, content(inode))?;
                    made.insert(*id, here);
                }
            }
        }
        Ok(())
    }
}

fn text(data: &[u8]) -> &str {
    std::str::from_utf8(data).expect("names are UTF-8")
}

/// The first difference between two folders.
fn difference(one: &Path, other: &Path) -> io::Result<Option<String>> {
    let names = |folder: &Path| -> io::Result<Vec<_>> {
        let mut names = fs::read_dir(folder)?
            .map(|entry| Ok(entry?.file_name()))
            .collect::<io::Result<Vec<_>>>()?;
        names.sort();
        Ok(names)
    };
    let (ours, theirs) = (names(one)?, names(other)?);
    if ours != theirs {
        return Ok(Some(format!("{}: {ours:?} and {theirs:?}", other.display())));
    }
    for name in ours {
        let (ours, theirs) = (one.join(&name), other.join(&name));
        let differs = match (ours.is_dir(), theirs.is_dir()) {
            (true, true) => difference(&ours, &theirs)?,
            (false, false) if fs::read(&ours)? == fs::read(&theirs)? => None,
            _ => Some(theirs.display().to_string()),
        };
        if differs.is_some() {
            return Ok(differs);
        }
    }
    Ok(None)
}

struct Plan {
    record: PathBuf,
    before: PathBuf,
    after: PathBuf,
    work: PathBuf,
    keep: Option<PathBuf>,
    cuts: usize,
    seed: u64,
    jobs: usize,
    check: Vec<String>,
}

fn arguments() -> Option<Plan> {
    let mut options: HashMap<String, String> = HashMap::new();
    let mut rest = std::env::args().skip(1);
    let record = PathBuf::from(rest.next()?);
    loop {
        match rest.next()?.as_str() {
            "--" => break,
            option => options.insert(option.strip_prefix("--")?.to_owned(), rest.next()?),
        };
    }
    let path = |name: &str| options.get(name).map(PathBuf::from);
    let number = |name: &str, otherwise| options.get(name).map_or(Some(otherwise), |text| text.parse().ok());
    Some(Plan {
        record,
        before: path("before")?,
        after: path("after")?,
        work: path("work")?,
        keep: path("keep"),
        cuts: number("cuts", 200)? as usize,
        seed: number("seed", 1)?,
        jobs: number("jobs", 1)?.max(1) as usize,
        check: rest.collect(),
    })
}

/// How many cuts come after each entry. Also replays everything once and compares it with what the run left.
fn plan_cuts(plan: &Plan, random: &mut Random) -> Result<BTreeMap<usize, usize>, String> {
    let mut disk = Disk::default();
    let (mut acknowledgements, mut syncs, mut count) = (Vec::new(), Vec::new(), 0);
    for entry in entries(&plan.record).map_err(|error| error.to_string())? {
        disk.step(&entry, &plan.before)?;
        count += 1;
        match entry.kind {
            b'K' => acknowledgements.push(count),
            b'S' => syncs.extend([count - 1, count]),
            _ => {}
        }
    }
    let whole = plan.work.join("whole");
    let everything = &mut |inode: &Inode| {
        let mut content = inode.durable.clone();
        inode.pending.iter().for_each(|write| apply(&mut content, write));
        content
    };
    disk.rebuild(&disk.now, &whole, everything)
        .map_err(|error| error.to_string())?;
    if let Some(differs) = difference(&whole, &plan.after).map_err(|error| error.to_string())? {
        return Err(format!("something escaped the shim: {differs}"));
    }
    let mut cuts = BTreeMap::new();
    for cut in 0..plan.cuts {
        let at = match cut % 4 {
            0 | 1 if !acknowledgements.is_empty() => acknowledgements[random.below(acknowledgements.len())],
            2 if !syncs.is_empty() => syncs[random.below(syncs.len())],
            _ => 1 + random.below(count),
        };
        *cuts.entry(at.max(1)).or_insert(0) += 1;
    }
    println!(
        "{count} entries, {} syncs, {} acknowledgements",
        syncs.len() / 2,
        acknowledgements.len()
    );
    Ok(cuts)
}

/// Runs the check on one folder; what it said last where it failed.
fn check(plan: &Plan, folder: &Path, acks: &Path) -> Result<(), String> {
    let fill = |text: &String| {
        text.replace("{folder}", &folder.display().to_string())
            .replace("{acks}", &acks.display().to_string())
    };
    let words: Vec<String> = plan.check.iter().map(fill).collect();
    let (program, rest) = words.split_first().ok_or("no check")?;
    let said = folder.with_extension("said");
    let output = File::create(&said).map_err(|error| error.to_string())?;
    let errors = output.try_clone().map_err(|error| error.to_string())?;
    let mut command = Command::new(program);
    command.args(rest).stdin(Stdio::null()).stdout(output).stderr(errors);
    let mut child = command.spawn().map_err(|error| error.to_string())?;
    let begun = Instant::now();
    loop {
        match child.try_wait().map_err(|error| error.to_string())? {
            Some(status) if status.success() => return Ok(()),
            Some(status) => {
                let said = fs::read(&said).unwrap_or_default();
                let said = String::from_utf8_lossy(&said).into_owned();
                let line = said
                    .lines()
                    .rev()
                    .find(|line| !line.trim().is_empty())
                    .unwrap_or("")
                    .to_owned();
                return Err(format!("{status}: {line}"));
            }
            None if begun.elapsed() > Duration::from_secs(300) => {
                let _ = child.kill();
                let _ = child.wait();
                return Err("it did not end".to_owned());
            }
            None => std::thread::sleep(Duration::from_millis(5)),
        }
    }
}

struct Case {
    number: usize,
    folder: PathBuf,
    acks: PathBuf,
}

fn main() -> ExitCode {
    let Some(plan) = arguments() else {
        eprintln!("see the head of replay.rs for its arguments");
        return ExitCode::from(2);
    };
    match run(&plan) {
        Ok(0) => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        Err(reason) => {
            eprintln!("{reason}");
            ExitCode::from(2)
        }
    }
}

fn run(plan: &Plan) -> Result<usize, String> {
    let failed = |error: io::Error| error.to_string();
    let _ = fs::remove_dir_all(&plan.work);
    fs::create_dir_all(&plan.work).map_err(failed)?;
    let mut random = Random(plan.seed);
    let cuts = plan_cuts(plan, &mut random)?;
    let (send, receive) = std::sync::mpsc::sync_channel::<Case>(plan.jobs);
    let receive = Mutex::new(receive);
    let bad: Mutex<Vec<(usize, String)>> = Mutex::default();
    std::thread::scope(|scope| {
        for _ in 0..plan.jobs {
            scope.spawn(|| {
                loop {
                    let case = receive.lock().expect("no check panics").recv();
                    let Ok(case) = case else { break };
                    examine(plan, &case, &bad);
                }
            });
        }
        let sent = send_cases(plan, &cuts, &mut random, &send).map_err(failed);
        drop(send);
        sent
    })?;
    let bad = bad.into_inner().expect("no check panics");
    let mut reasons: BTreeMap<&str, usize> = BTreeMap::new();
    bad.iter()
        .for_each(|(_, reason)| *reasons.entry(reason).or_insert(0) += 1);
    reasons
        .iter()
        .for_each(|(reason, count)| println!("{count:5}  {reason}"));
    println!(
        "{} power cuts, {} lost or refused, seed {}",
        plan.cuts,
        bad.len(),
        plan.seed
    );
    Ok(bad.len())
}

fn send_cases(
    plan: &Plan,
    cuts: &BTreeMap<usize, usize>,
    random: &mut Random,
    send: &std::sync::mpsc::SyncSender<Case>,
) -> io::Result<()> {
    let mut disk = Disk::default();
    let mut number = 0;
    for (at, entry) in (1..).zip(entries(&plan.record)?) {
        disk.step(&entry, &plan.before).map_err(io::Error::other)?;
        for _ in 0..cuts.get(&at).copied().unwrap_or(0) {
            number += 1;
            let (folder, acks) = (
                plan.work.join(format!("cut-{number}")),
                plan.work.join(format!("cut-{number}.acks")),
            );
            let names = disk.names_after(random);
            disk.rebuild(&names, &folder, &mut |inode| Disk::content_after(inode, random))?;
            fs::write(&acks, &disk.acknowledged)?;
            send.send(Case { number, folder, acks }).map_err(io::Error::other)?;
        }
    }
    Ok(())
}

fn examine(plan: &Plan, case: &Case, bad: &Mutex<Vec<(usize, String)>>) {
    let kept = plan.keep.as_ref().map(|keep| keep.join(format!("cut-{}", case.number)));
    if let Some(kept) = &kept {
        copy(&case.folder, kept).expect("room to keep a folder");
        fs::copy(&case.acks, kept.with_extension("acks")).expect("room to keep a file");
    }
    let result = check(plan, &case.folder, &case.acks);
    if let (Ok(()), Some(kept)) = (&result, &kept) {
        let _ = fs::remove_dir_all(kept);
        let _ = fs::remove_file(kept.with_extension("acks"));
    }
    if let Err(reason) = result {
        bad.lock().expect("no check panics").push((case.number, reason));
    }
    let _ = fs::remove_dir_all(&case.folder);
    let _ = fs::remove_file(&case.acks);
    let _ = fs::remove_file(case.folder.with_extension("said"));
}

fn copy(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}
