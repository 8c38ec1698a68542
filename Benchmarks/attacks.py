#!/usr/bin/env python3
"""Kills, damage, forged values, full disks and rival writers against the real program, counted.

    attacks.py WALLIS [--kills N] [--pages N] [--rounds N] [--only GROUP ...] [--report FILE] [--seed S]

Groups, fewest runs first: notebook, stranger, writers, disk, wal, clock, readonly, memory, pages, kills; a verb under `kills` is a group of
its own, too. Needs nothing but Python's library; `disk` and `readonly` mount small file systems and need root, `clock`
needs faketime. Prints a table in Markdown; with --report every group, when it is done, takes its place in the part
"Attacks" of that file, so that groups may run one after another. The exit code is 1 where something was lost or wrong.
"""

import argparse, fcntl, hashlib, os, pty, random, re, select, shutil, signal, sqlite3, struct, subprocess, sys, tempfile
import platform, termios, time

# Seconds that one run of the program may take.
LIMIT = 600


class Attack:
    """A verb under attack: how its catalog is made, and the lines that do the work and go on with it."""

    def __init__(self, name, work, base=None, goes_on=None, writes=True):
        self.name, self.work, self.base, self.goes_on, self.writes = name, work, base, goes_on, writes


ATTACKS = [
    Attack("search dynamics", ["search", "dynamics", "--degree", "1,2", "--height", "3", "--identify"], goes_on=["resume"]),
    Attack("search esma", ["search", "esma", "--constant", "e", "--height", "3", "--periods", "1..4"], goes_on=["resume"]),
    Attack("search field", ["search", "field", "zeta3", "--height", "4"], goes_on=["resume"]),
    Attack(
        "search factorial",
        ["search", "factorial", "--degree", "2,4", "--height", "14", "--roots", "2", "--leading", "6"],
        goes_on=["resume"],
    ),
    Attack(
        "search series",
        ["search", "series", "--symbols", "2", "--height", "3", "--base-height", "4", "--degree", "1"],
        goes_on=["resume"],
    ),
    Attack("identify --query", ["identify", "--query", "factorialReduction"], base="measured"),
    Attack("cluster", ["cluster"], base="identified"),
    Attack("generalise", ["generalise", "pi"], base="clustered", writes=False),
    Attack("prove --query", ["prove", "--query", "identified"], base="identified"),
    Attack("catalog import", ["catalog", "import", "EXPORT"], base="empty"),
    Attack("catalog merge", ["catalog", "merge", "OTHER"], base="esma"),
]

BASES = {
    "empty": [],
    "measured": [["search", "dynamics", "--degree", "1,2", "--height", "3"]],
    "identified": [["search", "dynamics", "--degree", "1,2", "--height", "3", "--identify"]],
    "clustered": [["search", "dynamics", "--degree", "1,2", "--height", "3", "--identify"], ["cluster"]],
    "esma": [["search", "esma", "--constant", "e", "--height", "2", "--periods", "1..3"]],
    # A row at least in every table, of every kind of formulas.
    "whole": [
        ["search", "dynamics", "--degree", "1,1", "--height", "2", "--identify"],
        ["search", "esma", "--constant", "e", "--height", "2", "--periods", "1..2"],
        ["search", "factorial", "--degree", "1,2", "--height", "4", "--roots", "1", "--leading", "2"],
        ["search", "field", "zeta3", "--height", "2"],
        ["search", "series", "--symbols", "2", "--height", "2", "--base-height", "2", "--degree", "0"],
        ["identify", "--query", "delta > 0"], ["cluster"], ["unify"], ["prove", "--query", "identified"],
        ["family", "rename", "1", "mine"], ["catalog", "note", "pcf(2n+1, n^2)", "seen"],
    ],
}


class Range:
    """The folder in which it all happens, and the program."""

    def __init__(self, wallis, folder, seed):
        self.wallis, self.folder, self.random, self.bases = os.path.abspath(wallis), folder, random.Random(seed), {}
        self.environment = dict(os.environ, HOME=folder, XDG_CONFIG_HOME=folder, XDG_DATA_HOME=folder)
        # What stands before the program.
        self.prefix = []

    def path(self, name):
        return os.path.join(self.folder, name)

    def words(self, words, catalog):
        places = {"EXPORT": self.path("export.txt"), "OTHER": self.path("base-identified.sqlite")}
        return [*self.prefix, self.wallis, *[places.get(word, word) for word in words], "--catalog", catalog, "--quiet"]

    def start(self, words, catalog):
        return subprocess.Popen(
            self.words(words, catalog), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL,
            env=self.environment, start_new_session=True,
        )

    def run(self, words, catalog, limit=LIMIT):
        """The exit code, what was printed, and what was said."""
        done = subprocess.run(
            self.words(words, catalog), capture_output=True, stdin=subprocess.DEVNULL, env=self.environment, timeout=limit,
        )
        return done.returncode, done.stdout.decode(errors="replace"), done.stderr.decode(errors="replace")

    def base(self, name):
        """A catalog made once."""
        path = self.path(f"base-{name}.sqlite")
        if name not in self.bases:
            for line in BASES[name] or [["search", "dynamics", "--a", "1", "--b", "1"]]:
                code, _, said = self.run(line, path)
                assert code in (0, 1), (line, code, said)
            self.bases[name] = path
        return path

    def fresh(self, attack, name="attacked.sqlite"):
        """The catalog before the work; the path of one that is not there where the work makes it."""
        path = self.path(name)
        remove(path)
        if attack.base:
            copy(self.base(attack.base), path)
        return path

    def prepare(self):
        """What import and merge take."""
        text = self.exported(self.base("identified"))
        with open(self.path("export.txt"), "w") as file:
            file.write(text)

    def exported(self, catalog):
        code, text, said = self.run(["catalog", "export"], catalog)
        assert code == 0, (code, said)
        return text

    def digest(self, catalog):
        """Of all lines that the catalog exports, in their order; comments count and hash the rest."""
        lines = [line for line in self.exported(catalog).split("\n") if not line.startswith("#")]
        return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:16]

    def damage(self, catalog):
        """What `catalog check` finds wrong; nothing where it finds the catalog sound."""
        code, printed, said = self.run(["catalog", "check"], catalog)
        return "" if code == 0 else " ".join((printed + said).split()) or f"exit {code}"


def remove(path):
    for end in ("", "-wal", "-shm"):
        if os.path.exists(path + end):
            os.remove(path + end)


def copy(source, target):
    remove(target)
    with sqlite3.connect(source) as old, sqlite3.connect(target) as new:
        old.backup(new)
    new.close(), old.close()


def kill(process):
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        pass
    process.wait()


def kills(range_, attack, count):
    """Kills at random moments until there were so many; every run is brought to its end and compared."""
    catalog = range_.fresh(attack)
    begun = time.time()
    code, _, said = range_.run(attack.work, catalog)
    assert code in (0, 1), (attack.name, code, said)
    whole, right = time.time() - begun, range_.digest(catalog)
    hits, runs, wrong = 0, 0, []
    while hits < count:
        catalog, words, runs = range_.fresh(attack), attack.work, runs + 1
        per_run = min(8, count - hits)
        for _ in range(per_run):
            process = range_.start(words, catalog)
            try:
                process.wait(timeout=range_.random.uniform(0.02, max(0.1, whole / 3)))
            except subprocess.TimeoutExpired:
                kill(process)
                hits += 1
            if process.stderr:
                process.stderr.close()
            damage = os.path.exists(catalog) and os.path.getsize(catalog) and range_.damage(catalog)
            if damage: wrong.append(f"run {runs}: catalog check refuses it after a kill: {damage}")
            words = next_words(range_, attack, catalog)
        code, said = finish(range_, attack, catalog)
        if code not in (0, 1):
            wrong.append(f"run {runs}: exit {code}: {said.strip()[-200:]}")
        elif range_.digest(catalog) != right:
            wrong.append(f"run {runs}: another export")
            shutil.copy(catalog, range_.path(f"wrong-{attack.name.replace(' ', '-')}.sqlite"))
    return f"{hits} kills -9 in {runs} runs, each gone on with to its end", f"{runs - len(wrong)} of {runs} exports identical", wrong


def next_words(range_, attack, catalog):
    """The line that goes on: `resume` where a job waits, the work itself otherwise."""
    return attack.goes_on if attack.goes_on and has_unfinished(range_, catalog) else attack.work


def finish(range_, attack, catalog):
    """Brings what was interrupted to its end; several jobs may wait. The last exit code, and what was said."""
    for _ in range(4):
        code, _, said = range_.run(next_words(range_, attack, catalog), catalog)
        if code in (0, 1):
            break
    return code, said


def has_unfinished(range_, catalog):
    if not os.path.exists(catalog):
        return False
    code, text, _ = range_.run(["jobs", "--json"], catalog)
    return code == 0 and re.search(r'"state"\s*:\s*"(?!done|finished)', text) is not None


def pages(range_, count):
    """One byte flipped in a random page: found by check, or without effect; salvage brings every other row."""
    source = range_.base("clustered")
    right, lines = range_.digest(source), range_.exported(source).split("\n")
    found, harmless, salvaged, wrong = 0, 0, 0, []
    catalog, rescued = range_.path("flipped.sqlite"), range_.path("salvaged.sqlite")
    for number in range(count):
        copy(source, catalog)
        page = range_.random.randrange(os.path.getsize(catalog) // 4096)
        place, bit = page * 4096 + range_.random.randrange(4096), 1 << range_.random.randrange(8)
        with open(catalog, "r+b") as file:
            file.seek(place)
            byte = file.read(1)[0]
            file.seek(place)
            file.write(bytes([byte ^ bit]))
        code, _, said = range_.run(["catalog", "check"], catalog)
        if code < 0 or code > 128:
            wrong.append(f"flip at {place}: check ended by {code}")
        elif code == 0:
            harmless += 1
            try:
                same = range_.digest(catalog) == right
            except AssertionError as error:
                same = False
            if not same:
                wrong.append(f"flip at {place}: check finds nothing, the export differs")
        else:
            found += 1
            remove(rescued)
            code, _, said = range_.run(["catalog", "salvage", rescued], catalog)
            if code not in (0, 1, 4) or not os.path.exists(rescued):
                wrong.append(f"flip at {place}: salvage exit {code}: {said.strip()[-160:]}")
                continue
            kept = set(range_.exported(rescued).split("\n"))
            lost = [line for line in lines if is_row(line) and line not in kept]
            forged = [line for line in kept if is_row(line) and line not in set(lines)]
            salvaged += 1
            # A page of 4,096 bytes holds a few dozen rows; an interior page of a table hides more.
            if forged:
                wrong.append(f"flip at {place}: salvage brings a line that never was: {forged[0][:100]}")
            if len(lost) > 200:
                wrong.append(f"flip at {place}: salvage loses {len(lost)} lines")
    return (
        f"a bit flipped in each of {count} catalogs",
        f"{found} found by check, {harmless} without effect on the export; {salvaged} salvaged, no line forged",
        wrong,
    )


def is_row(line):
    """Not a comment, and not the closing line of counts."""
    return line and not line.startswith("#") and not line.startswith("end\t")


def wal(range_, count):
    """The write-ahead log of a killed search cut or altered at a random place: a shorter history, never another one."""
    attack = ATTACKS[0]
    catalog = range_.fresh(attack)
    code, _, _ = range_.run(attack.work, catalog)
    right, wrong, done = range_.digest(catalog), [], 0
    while done < count:
        catalog = range_.fresh(attack)
        process = range_.start(attack.work, catalog)
        time.sleep(range_.random.uniform(0.3, 1.5))
        kill(process)
        log = catalog + "-wal"
        if not os.path.exists(log) or os.path.getsize(log) < 5000:
            continue
        size = os.path.getsize(log)
        with open(log, "r+b") as file:
            if done % 2:
                file.truncate(range_.random.randrange(size))
            else:
                file.seek(range_.random.randrange(size - 64))
                file.write(os.urandom(64))
        if os.path.exists(catalog + "-shm"):
            os.remove(catalog + "-shm")
        done += 1
        if range_.damage(catalog):
            wrong.append(f"log {done}: check refuses the catalog")
            continue
        code, said = finish(range_, attack, catalog)
        if code not in (0, 1) or range_.digest(catalog) != right:
            wrong.append(f"log {done}: exit {code}, or another export; {said.strip()[-160:]}")
    return f"{count} write-ahead logs cut or overwritten after a kill -9", f"{count - len(wrong)} gone on with, exports identical", wrong


def fill(path):
    """Writes until nothing is free."""
    with open(path, "wb", buffering=0) as file:
        for size in (65536, 4096, 512):
            try:
                while True:
                    file.write(bytes(size))
            except OSError:
                pass


def disk(range_, rounds):
    """A file system that another program fills at another moment each time: said, and finished when there is room."""
    attack, wrong, full = ATTACKS[0], [], 0
    whole = range_.fresh(attack)
    begun = time.time()
    range_.run(attack.work, whole)
    lasts, right, need = time.time() - begun, range_.digest(whole), os.path.getsize(whole)
    place = range_.path("small")
    os.makedirs(place, exist_ok=True)
    for number in range(rounds):
        size = need * 8
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "none", place], check=True)
        try:
            catalog, ballast = os.path.join(place, "catalog.sqlite"), os.path.join(place, "ballast")
            process = range_.start(attack.work, catalog)
            time.sleep(lasts * (number + 0.5) / rounds)
            fill(ballast)
            _, said = process.communicate(timeout=LIMIT)
            code, said = process.returncode, said.decode(errors="replace")
            if code not in (0, 1):
                full += 1
                if code < 0 or code > 128 or not re.search("full|space|room", said):
                    wrong.append(f"round {number}: exit {code}: {said.strip()[-160:]}")
            os.remove(ballast)
            code, said = finish(range_, attack, catalog)
            if code not in (0, 1) or range_.digest(catalog) != right:
                wrong.append(f"round {number}, then room: exit {code}, or another export; {said.strip()[-160:]}")
        finally:
            subprocess.run(["umount", place], check=True)
    return f"{rounds} file systems filled up during a search, with room again later", f"{full} said to be full, {rounds - len(wrong)} finished with the export of a free disk", wrong


def readonly(range_, _):
    """Every verb that writes on a read-only file system: refused with words; every verb that reads works."""
    place, wrong, refused, read = range_.path("readonly"), [], 0, 0
    os.makedirs(place, exist_ok=True)
    source = range_.base("clustered")
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64m", "none", place], check=True)
    try:
        catalog = os.path.join(place, "catalog.sqlite")
        copy(source, catalog)
        before = hashlib.sha256(open(catalog, "rb").read()).digest()
        subprocess.run(["mount", "-o", "remount,ro", place], check=True)
        for words in [attack.work for attack in ATTACKS if attack.writes] + [["catalog", "note", "pcf(2n+1, n^2)", "seen"], ["catalog", "compact"]]:
            code, _, said = range_.run(words, catalog)
            if code == 3 and re.search("read-only|written|writ", said):
                refused += 1
            else:
                wrong.append(f"{' '.join(words)}: exit {code}: {said.strip()[-160:]}")
        for words in [["catalog", "query", "delta > 0"], ["families"], ["harvest"], ["jobs"], ["coverage"], ["catalog", "check"],
                      ["catalog", "stats"], ["find", "--constant", "pi"]]:
            code, _, said = range_.run(words, catalog)
            if code in (0, 1):
                read += 1
            else:
                wrong.append(f"{' '.join(words)}: exit {code}: {said.strip()[-160:]}")
        if hashlib.sha256(open(catalog, "rb").read()).digest() != before:
            wrong.append("the read-only catalog changed")
    finally:
        subprocess.run(["umount", place], check=True)
    return "a read-only file system", f"{refused} writing verbs refused with exit 3, {read} reading verbs work", wrong


def writers(range_, rounds):
    """Searches of different parts, two and four at a time, into one catalog."""
    wrong, runs = [], 0
    parts = [["search", "dynamics", "--a", f"{a},-3..3", "--b", "-3..3,-3..3,-3..3"] for a in ("1", "2", "3", "-1..0")]
    alone = range_.path("alone.sqlite")
    remove(alone)
    for part in parts:
        assert range_.run(part, alone)[0] == 0
    right = range_.digest(alone)
    for number in range(rounds):
        for together in (2, 4):
            catalog, runs = range_.path("shared.sqlite"), runs + 1
            remove(catalog)
            for first in range(0, 4, together):
                started = [range_.start(part, catalog) for part in parts[first:first + together]]
                for process in started:
                    _, said = process.communicate(timeout=LIMIT)
                    if process.returncode != 0:
                        wrong.append(f"{together} writers: exit {process.returncode}: {said.decode()[-160:]}")
            if range_.digest(catalog) != right:
                wrong.append(f"{together} writers: another export")
    return f"{runs} catalogs written by two or four searches at once", f"{runs - len(wrong)} with the export of one after the other", wrong


def memory(range_, _):
    """Requests that would take more than there is: refused in words, by themselves or under a limit of one gigabyte."""
    lines = [
        ["evaluate", "pi", "--digits", "100000000000"], ["evaluate", "exp(10^15)"], ["evaluate", "(10^9)!"],
        ["evaluate", "2^(2^60)"], ["evaluate", "binomial(10^12, 10^11)"], ["evaluate", "zeta(3)", "--digits", "10000000000"],
        ["measure", "pcf(2n+1, n^2)", "--depth", "100000000000"], ["expand", "pi", "--terms", "1000000000000"],
        ["search", "dynamics", "--degree", "9,9", "--height", "900"], ["search", "esma", "--constant", "pi", "--height", "900", "--terms", "100000"],
        ["search", "factorial", "--degree", "40,80", "--height", "1000"],
        ["identify", "0.5", "--degree", "100000"],
    ]
    wrong, refused, answered = [], 0, 0
    for words in lines:
        begun = time.time()
        line = range_.words(words, range_.path("memory.sqlite"))
        if words[0] in ("evaluate", "measure", "expand"):
            line = [word for word in line if word not in ("--catalog", range_.path("memory.sqlite"))]
        done = subprocess.run(
            ["prlimit", "--as=4000000000", *line], capture_output=True, env=range_.environment, timeout=LIMIT)
        said = done.stderr.decode(errors="replace")
        if done.returncode in (1, 2, 4) and said.strip() and time.time() - begun < 20:
            refused += 1
        elif done.returncode == 0 and len(done.stdout) < 2000 and time.time() - begun < 20:
            answered += 1
        else:
            wrong.append(f"{' '.join(words)}: exit {done.returncode} after {time.time() - begun:.0f} s: {said.strip()[-160:]}")
    return f"{len(lines)} requests too large for any machine", f"{refused} refused in words, {answered} answered in short", wrong


def clock(range_, rounds):
    """A clock that jumps by hours and years while a search runs, is killed and goes on."""
    assert shutil.which("faketime"), "faketime is missing: apt-get install faketime"
    attack, wrong, kills_, jumps, place = ATTACKS[0], [], 0, 0, range_.path("clock")
    catalog = range_.fresh(attack)
    begun = time.time()
    range_.run(attack.work, catalog)
    whole, right = time.time() - begun, range_.digest(catalog)
    plain = range_.environment
    for number in range(rounds):
        catalog = range_.fresh(attack)
        # The file is read anew at every question, so that the clock jumps under a program that runs; the clock of durations
        # is left alone.
        range_.environment = dict(plain, FAKETIME_TIMESTAMP_FILE=place, FAKETIME_NO_CACHE="1", FAKETIME_DONT_FAKE_MONOTONIC="1")
        range_.prefix = ["faketime", "-f", "+0", "sh", "-c", 'unset FAKETIME; exec "$0" "$@"']
        try:
            for _ in range(3):
                jump(range_, place)
                process = range_.start(next_words(range_, attack, catalog), catalog)
                end = time.time() + range_.random.uniform(0.1, max(0.3, whole / 2))
                while process.poll() is None and time.time() < end:
                    jump(range_, place)
                    jumps += 1
                    time.sleep(0.02)
                if process.poll() is None:
                    kill(process)
                    kills_ += 1
                    for left in (f"faketime_shm_{process.pid}", f"sem.faketime_sem_{process.pid}"):
                        if os.path.exists("/dev/shm/" + left): os.remove("/dev/shm/" + left)
                process.stderr.close()
                jump(range_, place)
                damage = os.path.exists(catalog) and os.path.getsize(catalog) and range_.damage(catalog)
                if damage: wrong.append(f"round {number}: catalog check refuses it: {damage}")
            code, said = finish(range_, attack, catalog)
        finally:
            range_.environment, range_.prefix = plain, []
        if code not in (0, 1) or range_.digest(catalog) != right:
            wrong.append(f"round {number}: exit {code}, or another export; {said.strip()[-160:]}")
    return f"{rounds} searches under a clock that jumped {jumps} times by up to 20 years, with {kills_} kills -9", f"{rounds - len(wrong)} exports identical", wrong


def jump(range_, place):
    """Another time of day, for whoever reads the file."""
    with open(place + ".new", "w") as file:
        file.write(f"{range_.random.uniform(-6e8, 6e8):+.0f}\n")
    os.replace(place + ".new", place)


# What is done with a catalog from somebody else, reading first; FORGED is the catalog itself.
VERBS = [
    ["catalog", "check"], ["catalog", "list"], ["catalog", "stats"], ["jobs"], ["coverage"], ["coverage", "next"], ["families"],
    ["family", "show", "1"], ["harvest"], ["catalog", "query", "identified", "--json"],
    ["catalog", "query", "identified", "--columns", "formula,closedForm,known,delta,error.gamma", "--sort", "-delta"],
    ["catalog", "findings"], ["catalog", "show", "pcf(2n+1, n^2)"], ["catalog", "export"], ["export", "--format", "jsonl"],
    ["export", "--format", "text"], ["find", "--constant", "pi"], ["equivalents", "pcf(2n+1, n^2)"], ["plot", "delta", "digitsPerTerm"],
    ["resume", "--plan"], ["catalog", "merge", "FORGED"], ["unify"], ["cluster"], ["resume"], ["catalog", "compact"],
]


def checksum(table, *values):
    """What a catalog keeps beside a row: FNV-1a in 64 bits, see `RowChecksum`."""
    pieces = [table.encode(), b"\xff"]
    for value in values:
        if value is None: pieces += [b"\0"]
        elif isinstance(value, int): pieces += [b"\1", struct.pack("<q", value)]
        elif isinstance(value, float): pieces += [b"\2", struct.pack("<d", value + 0.0)]
        elif isinstance(value, str): pieces += [b"\3", value.encode(), b"\xff"]
        else: pieces += [b"\4", value, b"\xff"]
    total = 0xCBF29CE484222325
    for byte in b"".join(pieces):
        total = ((total ^ byte) * 0x100000001B3) & (2**64 - 1)
    return total - 2**64 if total >> 63 else total


def forged_value(random_, old):
    """Another value than one: an extreme number, one of another type, nothing, an endless text, or its own text with another number in it."""
    extremes = [-2**63, 2**63 - 1, -1, 0, 300, 2**40]
    numbers = list(re.finditer(r"-?\d+", old)) if isinstance(old, str) else []
    kinds = [lambda: None, lambda: b"\0\xff\xfe", lambda: "text", lambda: "9" * 50000, lambda: random_.choice([float("inf"), -1e300, 0.5])]
    if not isinstance(old, str): return random_.choice(extremes) if random_.random() < 0.6 else random_.choice(kinds)()
    if not numbers or random_.random() < 0.4: return random_.choice(kinds + [lambda: "", lambda: old + old])()
    place = random_.choice(numbers)
    return old[:place.start()] + str(random_.choice(extremes)) + old[place.end():]


def forge(range_, source, target):
    """A copy with one value in the place of another and with the right checksum; what was done, nothing where SQLite refuses it."""
    copy(source, target)
    database = sqlite3.connect(target)
    try:
        database.create_function("rowChecksum", -1, checksum, deterministic=True)
        database.execute("PRAGMA writable_schema = ON")
        database.execute("UPDATE sqlite_master SET sql = replace(sql, ' NOT NULL', '') WHERE name <> 'grdb_migrations'")
        database.commit()
        database.close()
        database = sqlite3.connect(target)
        database.create_function("rowChecksum", -1, checksum, deterministic=True)
        database.execute("PRAGMA ignore_check_constraints = ON")
        names = [name for name, in database.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'words%' AND name NOT LIKE 'grdb_%'")]
        columns = [(name, row[1]) for name in names for row in database.execute(f'PRAGMA table_info("{name}")') if row[1] != "checksum"]
        table, column = range_.random.choice(columns)
        keys = [row[1] for row in database.execute(f'PRAGMA table_info("{table}")') if row[5]] or ["rowid"]
        rows = database.execute(f'SELECT {",".join(keys)}, "{column}" FROM "{table}" WHERE "{column}" IS NOT NULL LIMIT 50').fetchall()
        if not rows: return None
        *key, old = range_.random.choice(rows)
        new = forged_value(range_.random, old)
        database.execute(f'UPDATE "{table}" SET "{column}" = ? WHERE ' + " AND ".join(f'"{name}" IS ?' for name in keys), (new, *key))
        database.commit()
        return f"{table}.{column} = {repr(new)[:80]}"
    except sqlite3.Error:
        return None
    finally:
        database.close()


def stranger(range_, rounds):
    """Catalogs in which one value is another one, with the right checksum: read, or refused in words, never the end of the program."""
    source, forged, other = range_.base("whole"), range_.path("forged.sqlite"), range_.path("taken.sqlite")
    runs, values, refused, wrong, tables = 0, 0, 0, [], set()
    while values < 5 * rounds:
        done = forge(range_, source, forged)
        if done is None: continue
        values += 1
        tables.add(done.split(".")[0])
        sent = range_.path("sent.sqlite")
        remove(sent), shutil.copy(forged, sent)
        for words in VERBS:
            line, catalog, runs = [sent if word == "FORGED" else word for word in words], forged, runs + 1
            if "FORGED" in words:
                catalog = other
                remove(other)
            try:
                code, _, said = range_.run(line, catalog, 30)
            except subprocess.TimeoutExpired:
                wrong.append(f"{done}: {' '.join(words)}: no end")
                continue
            refused += code == 3
            if code < 0 or code >= 128:
                why = next((part for part in said.split("\n") if "atal error" in part), said.strip()[-160:])
                wrong.append(f"{done}: {' '.join(words)}: ended by {code}: {why}")
    return (
        f"{values} values forged in {len(tables)} tables of a catalog, with right checksums; {runs} runs of {len(VERBS)} verbs",
        f"{runs - len(wrong)} ended by themselves, {refused} refused in words", wrong)


class Terminal:
    """A notebook in a terminal of 80 columns."""

    def __init__(self, range_, path):
        self.process, self.end = pty.fork()
        if self.process == 0:
            os.environ.update(range_.environment, TERM="xterm-256color", LC_ALL="C.UTF-8", XDG_STATE_HOME=range_.folder)
            os.execv(range_.wallis, [range_.wallis, "notebook", path])
        fcntl.ioctl(self.end, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        self.wait(0.25)

    def wait(self, silence):
        """What is written until nothing has come for so many seconds; waits three seconds for the first of it."""
        shown, patience = b"", 3
        while select.select([self.end], [], [], patience)[0]:
            try:
                piece = os.read(self.end, 65536)
            except OSError:
                return shown
            if not piece:
                return shown
            shown, patience = shown + piece, silence
        return shown

    def press(self, keys, silence=0.004):
        os.write(self.end, keys.encode())
        return self.wait(silence)

    def kill(self):
        os.kill(self.process, signal.SIGKILL)
        os.waitpid(self.process, 0)
        os.close(self.end)


def notebook(range_, count):
    """A notebook that is killed between keys and saves: what the screen has answered is there at the next start."""
    wrong, keys, saves, place = [], 0, 0, ""
    for number in range(count):
        if number % 10 == 0:
            place, answered, last = range_.path(f"night-{number}.md"), "# Night", ""
            with open(place, "w") as file:
                file.write(answered + "\n")
        terminal = Terminal(range_, place)
        terminal.press("\x13", 0.15)
        with open(place) as file:
            found = file.read().strip()
        if found not in (answered, answered + last):
            wrong.append(f"kill {number}: {found!r} instead of {answered + last!r}")
        answered, last = found, ""
        terminal.press("\r", 0.05)
        terminal.press("\x1b[F", 0.05)
        for _ in range(range_.random.randint(1, 12)):
            key = range_.random.choice("abcdefgh 0123456789+")
            if range_.random.random() < 0.15:
                terminal.press("\x13", 0.03)
                saves += 1
            # A blank at the end of a line is no part of a session.
            key = key if answered[-1:] != " " else "x"
            if not terminal.press(key):
                wrong.append(f"kill {number}: no answer to {key!r}")
            answered, keys = answered + key, keys + 1
        if answered[-1:] == " ":
            terminal.press("x")
            answered += "x"
        last = range_.random.choice(["y", "\x13"])
        os.write(terminal.end, last.encode())
        time.sleep(range_.random.uniform(0, 0.02))
        terminal.kill()
        last = "" if last == "\x13" else last
    return f"{count} kills -9 of a notebook after {keys} keys and {saves} saves", f"{count - len(wrong)} found as they were", wrong


GROUPS = {"notebook": notebook, "stranger": stranger, "writers": writers, "disk": disk, "wal": wal, "clock": clock, "readonly": readonly, "memory": memory, "pages": pages}
FIRST, HEADING = "| against | what | result | lost or wrong | program | date |", "## Attacks"


def machine():
    with open("/proc/cpuinfo") as file:
        names = re.findall("model name\\s*: (.*)", file.read())
    return f"{names[0] if names else platform.machine()}, {len(os.sched_getaffinity(0))} cores, Linux {platform.release()}"


def program(wallis):
    """Its version, and the beginning of the SHA-256 of its bytes."""
    said = subprocess.run([wallis, "--version"], capture_output=True).stdout.decode().split()
    return f"{said[1] if len(said) > 1 else '?'} {hashlib.sha256(open(wallis, 'rb').read()).hexdigest()[:12]}"


def keep(path, row):
    """Puts the row of a group into the report; those of other groups stay, and so does what follows the table."""
    with open(path) as file:
        before, _, part = file.read().partition(f"\n{HEADING}\n")
    lines = part.split("\n")
    begins = lines.index(FIRST) + 2 if FIRST in lines else None
    table = [line for line in lines[begins:] if line.startswith("| ")] if begins else []
    after = "\n".join(lines[begins + len(table):]).strip("\n") if begins else ""
    table = [line for line in table if line.split(" | ")[0] != row.split(" | ")[0]] + [row]
    order = list(GROUPS) + [attack.name for attack in ATTACKS]
    table.sort(key=lambda line: order.index(name) if (name := line.split(" | ")[0][2:]) in order else len(order))
    text = "\n".join([HEADING, "", f"Machine: {machine()}. Written by `make attacks`; the program is its version and the SHA-256 of its bytes.",
                      "", FIRST, "|---|---|---|---|---|---|", *table]) + "\n"
    with open(path + ".new", "w") as file:
        file.write(before.rstrip("\n") + "\n\n" + text + (f"\n{after}\n" if after else ""))
    os.replace(path + ".new", path)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("wallis")
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--pages", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--only", nargs="*", default=[])
    parser.add_argument("--report")
    parser.add_argument("--seed", type=int, default=20261129)
    options = parser.parse_args()
    folder = tempfile.mkdtemp(prefix="wallis-attacks-")
    range_, failed = Range(options.wallis, folder, options.seed), False
    range_.prepare()
    counts = {"pages": options.pages, "notebook": options.kills}
    groups = [(name, lambda group=group, name=name: group(range_, counts.get(name, options.rounds)))
              for name, group in GROUPS.items() if not options.only or name in options.only]
    groups += [(attack.name, lambda attack=attack: kills(range_, attack, options.kills)) for attack in ATTACKS
               if not options.only or "kills" in options.only or attack.name in options.only]
    print(FIRST, flush=True)
    for name, group in groups:
        try:
            what, result, wrong = group()
        except (AssertionError, OSError, subprocess.SubprocessError) as error:
            what, result, wrong = "broken off", "not counted", [f"{type(error).__name__}: {error}"]
        row = f"| {name} | {what} | {result} | {len(wrong)} | {program(options.wallis)} | {time.strftime('%Y-%m-%d')} |"
        print(row, *wrong, sep="\n", flush=True)
        failed = failed or bool(wrong)
        if options.report:
            keep(options.report, row)
    if failed:
        print(f"kept in {folder}")
        return 1
    shutil.rmtree(folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
