#!/usr/bin/env python3
"""Changes a catalog behind the back of Wallis: forge.py KIND FILE [DONOR].

counts     a count of the funnel, as an editor of SQLite files would: without the checksum of the row.
certified  the same with right checksums, in the funnel and in what was covered.
finding    a closed form that is false, taken from the catalog DONOR, with the limit of its formula to match and right
           checksums: consistent in itself.
state      prints how the job of the file stands: missing, unfinished N chunks, or finished.
"""
import sqlite3
import struct
import sys


def row_checksum(table, *values):
    """FNV-1a in 64 bits of the name of the table and the values, as Wallis keeps it beside every row."""
    total = 0xCBF29CE484222325
    data = table.encode() + b"\xff"
    for value in values:
        if value is None:
            data += b"\0"
        elif isinstance(value, int):
            data += b"\1" + struct.pack("<q", value)
        elif isinstance(value, float):
            data += b"\2" + struct.pack("<d", value + 0.0)
        elif isinstance(value, str):
            data += b"\3" + value.encode() + b"\xff"
        else:
            data += b"\4" + bytes(value) + b"\xff"
    for byte in data:
        total = (total ^ byte) * 0x100000001B3 & 0xFFFFFFFFFFFFFFFF
    return total - (1 << 64) if total >> 63 else total


def opened(path, keeping):
    db = sqlite3.connect(path, timeout=30)
    if keeping:
        # The triggers of the catalog keep the checksums by this.
        db.create_function("rowChecksum", -1, row_checksum)
    else:
        for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            db.execute(f"DROP TRIGGER {name}")
    return db


def forge_counts(path, keeping):
    db = opened(path, keeping)
    (reason, count), = db.execute("SELECT reason, formulas FROM funnel ORDER BY formulas DESC LIMIT 1").fetchall()
    db.execute("UPDATE funnel SET formulas = formulas + 2 WHERE reason = ?", (reason,))
    if keeping:
        db.execute(
            "UPDATE coverage SET funnel = json_set(funnel, '$.' || json_quote(?), ?), candidates = candidates + 2",
            (reason, count + 2))
    db.commit()
    db.close()


def forge_finding(path, donor):
    """Gives a formula without a closed form the value and the closed form of another catalog's finding."""
    other = sqlite3.connect(f"file:{donor}?mode=ro", uri=True)
    columns = [row[1] for row in other.execute("PRAGMA table_info(finding)")]
    copied = [name for name in columns if name not in ("id", "formula", "checksum")]
    finding = other.execute(
        f"SELECT {', '.join('finding.' + name for name in copied)}, formula.value, number, formula.digits, finding.id "
        "FROM finding JOIN formula ON formula.id = finding.formula WHERE status = 'value' AND grade = 'conjecture' LIMIT 1"
    ).fetchone()
    names = other.execute("SELECT name FROM occurrence WHERE finding = ?", (finding[-1],)).fetchall()
    db = opened(path, True)
    (victim,), = db.execute(
        "SELECT id FROM formula WHERE status = 'value' AND id NOT IN (SELECT formula FROM finding) ORDER BY id LIMIT 1"
    ).fetchall()
    db.execute(
        "UPDATE formula SET value = ?, number = ?, digits = ? WHERE id = ?", (*finding[len(copied):-1], victim))
    made = db.execute(
        f"INSERT INTO finding (formula, {', '.join(copied)}) VALUES (?{', ?' * len(copied)})",
        (victim, *finding[:len(copied)])).lastrowid
    db.executemany("INSERT INTO occurrence (finding, name) VALUES (?, ?)", [(made, name) for (name,) in names])
    db.execute("INSERT INTO discovery (job, finding) SELECT number, ? FROM job", (made,))
    db.commit()
    db.close()


def state(path):
    try:
        db = sqlite3.connect(f"file:{path}?mode=ro", uri=True, timeout=30)
        (number, state), = db.execute("SELECT number, state FROM job").fetchall()
        (done,), = db.execute("SELECT COUNT(*) FROM chunk WHERE job = ?", (number,)).fetchall()
        print(state if state == "finished" else f"{state} {done} chunks")
    except (sqlite3.Error, ValueError):
        print("missing")


kind, file = sys.argv[1:3]
if kind == "counts":
    forge_counts(file, False)
elif kind == "certified":
    forge_counts(file, True)
elif kind == "finding":
    forge_finding(file, sys.argv[3])
else:
    state(file)
