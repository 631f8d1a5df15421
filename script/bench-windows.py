#!/usr/bin/env python3
"""Times windows under Xvfb, whose frame buffer is a file that can be read without asking anybody.

bench-windows.py RELEASE_DIR WORK_DIR: prints docs/performance.md. RELEASE_DIR holds the binaries; WORK_DIR holds
commit.txt, argon2.txt, captcha.txt and ledger.txt, what the other benchmarks printed.
"""
import ctypes, mmap, os, pathlib, shutil, signal, statistics, struct, subprocess, sys, time

RELEASE, WORK = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
WIDTH, HEIGHT, STARTS, ROUNDS, KEYS = 1280, 800, 15, 4, 24
VISITS, DRILLS = 200, 5
# Where the first field of a visit stands in the program's window, in px.
ABOVE = 500
PAUSE = 20e-6
# Linux rounds short pauses of a process up by 50 us unless it is told otherwise (PR_SET_TIMERSLACK).
ctypes.CDLL(None).prctl(29, ctypes.c_ulong(1000))


class Screen:
    """An Xvfb and its pixels."""

    def __init__(self):
        folder = WORK / "screen"
        folder.mkdir()
        told, tell = os.pipe()
        # It chooses a display that nobody has.
        self.server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(tell), "-screen", "0", f"{WIDTH}x{HEIGHT}x24", "-fbdir", str(folder), "-nolisten", "tcp"],
            stderr=subprocess.DEVNULL, pass_fds=[tell])
        os.close(tell)
        number = os.fdopen(told).readline().strip()
        if not number:
            sys.exit("Xvfb did not start")
        self.name = f":{number}"
        path = folder / "Xvfb_screen0"
        time.sleep(1)
        # Without a window manager no window is ever given the keyboard.
        self.manager = subprocess.Popen(["openbox"], env={**os.environ, "DISPLAY": self.name},
                                        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(1)
        with open(path, "rb") as file:
            self.memory = mmap.mmap(file.fileno(), 0, prot=mmap.PROT_READ)
        header = struct.unpack(">25I", self.memory[:100])
        self.start, self.line = header[0] + header[19] * 12, header[12]
        # Keys through the XTEST extension, without starting a process for each.
        self.x11, self.xtst = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libXtst.so.6")
        self.x11.XOpenDisplay.restype = ctypes.c_void_p
        self.x11.XStringToKeysym.restype = ctypes.c_ulong
        self.display = ctypes.c_void_p(self.x11.XOpenDisplay(self.name.encode()))

    def rows(self, top, bottom):
        return self.memory[self.start + top * self.line:self.start + bottom * self.line]

    def key(self, name):
        symbol = ctypes.c_ulong(self.x11.XStringToKeysym(name.encode()))
        code = self.x11.XKeysymToKeycode(self.display, symbol)
        for pressed in (1, 0):
            self.xtst.XTestFakeKeyEvent(self.display, code, pressed, ctypes.c_ulong(0))
        self.x11.XFlush(self.display)

    def close(self):
        self.manager.terminate()
        self.server.terminate()


def wait_for_change(screen, before, top, bottom, patience=10.0):
    start = time.perf_counter()
    while screen.rows(top, bottom) == before:
        if time.perf_counter() - start > patience:
            return None
        # Who looks must not take the core away from what is looked at.
        time.sleep(PAUSE)
    return time.perf_counter() - start


def started(screen, command, environment):
    blank = screen.rows(300, 500)
    start = time.perf_counter()
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    wait_for_change(screen, blank, 300, 500)
    return process, time.perf_counter() - start


def stopped(screen, process):
    process.send_signal(signal.SIGTERM)
    process.wait()
    time.sleep(0.3)


def resident(process):
    for line in open(f"/proc/{process.pid}/status"):
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024
    return 0.0


def ticks(process):
    fields = open(f"/proc/{process.pid}/stat").read().rsplit(")", 1)[1].split()
    return int(fields[11]) + int(fields[12])


def changed_rows(screen, top, bottom):
    """Which rows between two a letter changes: looking at no others is quick, and equally quick for every window."""
    before = screen.rows(top, bottom)
    screen.key("5")
    time.sleep(0.5)
    after = screen.rows(top, bottom)
    screen.key("BackSpace")
    time.sleep(0.5)
    line = screen.line
    rows = [row for row in range(bottom - top) if before[row * line:(row + 1) * line] != after[row * line:(row + 1) * line]]
    return (top + rows[0], top + rows[-1] + 1) if rows else (top, bottom)


def keyed(screen, top, bottom):
    """Milliseconds from a key to the first changed pixel between two rows, for each of some letters."""
    top, bottom = changed_rows(screen, top, bottom)
    times = []
    for number in range(2 * KEYS):
        time.sleep(0.05 + (number % 7) / 200)
        before = screen.rows(top, bottom)
        start = time.perf_counter()
        # A letter and its removal in turn, so that the line never fills.
        screen.key("5" if number % 2 == 0 else "BackSpace")
        if wait_for_change(screen, before, top, bottom, 1.0) is not None and number % 2 == 0:
            times.append((time.perf_counter() - start) * 1e3)
    return times


def measured():
    screen = Screen()
    home = WORK / "home"
    data, configuration = home / "data", home / "config" / "istiada.toml"
    configuration.parent.mkdir(parents=True)
    environment = {**os.environ, "DISPLAY": screen.name, "HOME": str(home), "XDG_STATE_HOME": str(home / "state")}
    environment.pop("WAYLAND_DISPLAY", None)
    program = [str(RELEASE / "istiada"), "training", "--data", str(data), "--config", str(configuration)]
    smallest = [str(RELEASE / "examples" / "smallest_window")]
    as_low = [*smallest, str(ABOVE)]
    hashing_alone = [str(RELEASE / "examples" / "hashing_alone")]
    hashing = [str(RELEASE / "examples" / "hashing_window"), str(data), str(configuration)]
    unwiped = [str(RELEASE / "istiada-unwiped"), *program[1:]]
    # The first start fills the training store; it is not what is timed.
    process, _ = started(screen, program, environment)
    time.sleep(3)
    stopped(screen, process)
    # A visit that a stop leaves open is offered at the next start: each start is to find none.
    fresh = WORK / "fresh"
    shutil.copytree(home, fresh)
    starts = {"program": [], "smallest": [], "unwiped": []}
    for _ in range(STARTS):
        for name, command in (("program", program), ("smallest", smallest), ("unwiped", unwiped)):
            process, seconds = started(screen, command, environment)
            starts[name].append(seconds * 1e3)
            time.sleep(0.3)
            stopped(screen, process)

    # What is started, what works beside it, and between which rows a letter is written.
    windows = {
        "program": (program, None, (480, 660)),
        "smallest": (smallest, None, (20, 90)),
        "low": (as_low, None, (480, 660)),
        "hashing": (hashing, None, (480, 660)),
        "beside": (as_low, hashing_alone, (480, 660)),
        "unwiped": (unwiped, None, (480, 660)),
    }
    figures = {name: {"memory": [], "idle": [], "key": []} for name in windows}
    # In turns, so that what else the machine does meets all of them.
    for _ in range(ROUNDS):
        for name, (command, at_work, rows) in windows.items():
            shutil.rmtree(home)
            shutil.copytree(fresh, home)
            worker = subprocess.Popen(at_work) if at_work else None
            process, _ = started(screen, command, environment)
            time.sleep(3)
            figures[name]["memory"].append(resident(process))
            before = ticks(process)
            time.sleep(5)
            figures[name]["idle"].append(ticks(process) - before)
            if command in (program, hashing, unwiped):
                # The first visit's first field; the smallest window writes whatever is typed.
                screen.key("F4")
                time.sleep(1)
            figures[name]["key"] += keyed(screen, *rows)
            stopped(screen, process)
            if worker:
                worker.kill()
                worker.wait()
    screen.close()
    return starts, figures


def row(what, ours, theirs, unit, bound):
    ours, theirs = statistics.median(ours), statistics.median(theirs)
    ratio = ours / theirs
    verdict = f"{bound}" if ratio <= bound else f"{bound}: **missed**"
    return f"| {what} | {ours:.1f} {unit} | {theirs:.1f} {unit} | **{ratio:.2f}** | {verdict} |"


def cost(what, wiped, bare, unit):
    wiped, bare = statistics.median(wiped), statistics.median(bare)
    return f"| {what} | {wiped:.1f} {unit} | {bare:.1f} {unit} | **{wiped / bare:.2f}** |"


def drilled(name, number):
    """Seconds for the same visits, each time in a new store."""
    home = WORK / f"drill-{name}-{number}"
    start = time.perf_counter()
    subprocess.run([str(RELEASE / name), "drill", "--visits", str(VISITS), "--seed", "7", "--data", str(home / "data"),
                    "--config", str(home / "istiada.toml")], check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def main():
    load, nice = os.getloadavg()[0], os.nice(0)
    starts, figures = measured()
    ours, theirs, hashing = figures["program"], figures["smallest"], figures["hashing"]
    low, beside = figures["low"], figures["beside"]
    texts = {name: (WORK / f"{name}.txt").read_text().strip() for name in ("commit", "argon2", "captcha", "ledger")}
    print(f"""# Performance

Written by `script/bench` in one run on one machine: {os.cpu_count()} cores, software rendering, Xvfb, a release build.
Load of the machine before the windows were measured: {load:.1f}; niceness of what was measured: {nice}. With a load above
the number of cores, what the program does side by side waits in turn, and its disk waits for others' writes.

The ratios are what counts; the milliseconds belong to that machine, and to what else it did. The smallest window is
`examples/smallest_window.rs`: the same toolkit, features and font, one line of text.

## Windows

| what | Istiada | smallest window | ratio | at most |
| --- | --- | --- | --- | --- |""")
    print(row("start to first pixel, median", starts["program"], starts["smallest"], "ms", 1.5))
    print(row("resident memory after 3 s", ours["memory"], theirs["memory"], "MB", 2))
    print(row("key to pixel, median", ours["key"], theirs["key"], "ms", 1.5))
    print(row("key to pixel, to a line as low as ours", ours["key"], low["key"], "ms", 1.5))
    print(row("key to pixel while argon2id runs, to one without", hashing["key"], theirs["key"], "ms", 2))
    print(row("the same, to a line as low as ours without", hashing["key"], low["key"], "ms", 2))
    print(row("the same, to a line as low as ours beside the same hashing", hashing["key"], beside["key"], "ms", 1.5))
    idle, other = statistics.median(ours["idle"]), statistics.median(theirs["idle"])
    print(f"""
Idle on the start page for 5 s: {idle:.0f} clock ticks of CPU (smallest window: {other:.0f}).

Medians of {STARTS} starts, and of {len(ours["key"])} and {len(theirs["key"])} letters over {ROUNDS} starts, the windows in turns. The first pixel is the first change in the
middle of the screen; the store is opened, its ledger checked and its
opening recorded before it. A letter is timed in the first field of a visit, on a page with rail, card and aside.
A display takes a window's picture from top to bottom: the smallest window writes in its first lines, which are seen
before the place where our field stands, whoever paints it. So it is timed there as well ("as low as ours").

What made the difference: the painter goes over the whole of each quad that a change touches, so large surfaces are
painted in pieces (`src/ui/kit/strips.rs`), a field's round ends apart from where its letters stand, and the canvas not
at all; what a letter does not change (rail, aside, bars) is kept with its layout (`src/ui/kit/kept.rs`) instead of being
built again with the window; the rail's lines are drawn, not stacked in layers;
what is typed has no invisible mark before it where it needs none, since the painter keeps no picture of a glyph that
shows nothing and prepares the face for it each time; the thread that hashes gives its core away at once where one is to
spare (`src/adapter/machine.rs`); and store, fonts and display are opened side by side (`src/ui/window.rs`).
""")
    print(f"""## Memory that is wiped as it is given back

| what | wiped | not wiped | ratio |
| --- | --- | --- | --- |""")
    bare = figures["unwiped"]
    print(cost("start to first pixel, median", starts["program"], starts["unwiped"], "ms"))
    print(cost("resident memory after 3 s", ours["memory"], bare["memory"], "MB"))
    print(cost("key to pixel, median", ours["key"], bare["key"], "ms"))
    visits = {"istiada": [], "istiada-unwiped": []}
    for number in range(DRILLS):
        for name, times in visits.items():
            times.append(drilled(name, number))
    print(cost(f"{VISITS} visits of `istiada drill`, median of {DRILLS}", *visits.values(), "s"))
    print("""
The windows of the table above, and the same program built without the feature `wiped`, in turns.
""")
    for title, name in (("Durable commit", "commit"), ("Argon2id against the C reference", "argon2"),
                        ("Captcha: paint and encode", "captcha"),
                        ("The ledger's page over 10,000 entries", "ledger")):
        print(f"## {title}\n\n```text\n{texts[name]}\n```\n")


main()
