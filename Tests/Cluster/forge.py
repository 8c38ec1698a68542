#!/usr/bin/env python3
"""Changes a catalog behind the back of Wallis: forge.py KIND FILE.

counts     a count of the funnel, as an editor of SQLite files would: without the checksum of the row.
certified  the same with right checksums, in the funnel and in what was covered.
finding    a closed form that is false, with the limit of its formula to match and right checksums: consistent in itself.
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


def forge_finding(path):
    db = opened(path, True)
    rows = db.execute(
        "SELECT finding.id, formula.id, finding.closedForm, structure, finding.value, formula.value, number, exact, "
        "status FROM finding JOIN formula ON formula.id = finding.formula WHERE status = 'value' ORDER BY finding.id"
    ).fetchall()
    first = rows[0]
    second = next(row for row in rows if row[2] != first[2])
    db.execute(
        "UPDATE finding SET closedForm = ?, structure = ?, value = ? WHERE id = ?",
        (second[2], second[3], second[4], first[0]))
    db.execute("UPDATE formula SET value = ?, number = ? WHERE id = ?", (second[5], second[6], first[1]))
    db.execute("DELETE FROM occurrence WHERE finding = ?", (first[0],))
    db.execute(
        "INSERT INTO occurrence (finding, name) SELECT ?, name FROM occurrence WHERE finding = ?", (first[0], second[0]))
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
    forge_finding(file)
else:
    state(file)
