#!/usr/bin/env python3
"""What `wallis identify` claims about numbers that are nothing: conjectures are counted, and there should be none.

Half of the numbers are random digits, half are near misses: numbers of the shapes of shapes.py, evaluated by GP, of which
all digits from some place on are replaced by random ones. All come from a seed.

    python3 Benchmarks/noise.py .build/release/wallis --count 100000 --scope table
    python3 Benchmarks/noise.py .build/release/wallis --count 3000 --scope standard
"""
import argparse
import collections
import json
import random
import subprocess
import sys
import tempfile

import shapes

# Wrong digits that end a near miss at least: with fewer, the number is the form with one more fraction added.
FEWEST_WRONG = 5

def digits_of(r, count):
    return "".join(r.choice("0123456789") for _ in range(count))

def noise(r):
    """Random digits, the point anywhere near the front."""
    count, places = r.choice([20, 24, 30, 40, 50, 60, 80, 120]), r.choice([0, 1, 1, 2, 3])
    text = r.choice("123456789") + digits_of(r, count - 1)
    return r.choice(["", "", "-"]) + (text[:places] or "0") + "." + text[places:]

def near_miss(r, value):
    """The first digits of a number, then random ones."""
    count = r.choice([24, 30, 40, 50, 60, 80, 120])
    text = shapes.truncate(value, count)
    if "E" in text or "e" in text or "." not in text: return None
    wrong = r.randint(FEWEST_WRONG, count - 8)
    kept = text[:-wrong]
    if kept.count(".") == 0 or not kept.strip("-0."): return None
    first = r.choice([d for d in "0123456789" if d != text[-wrong]])
    return kept + first + digits_of(r, wrong - 1)

def numbers(count, seed, planted):
    r = random.Random(f"noise {seed}")
    values = [v for name in shapes.SHAPES for _, _, v in shapes.plants(name, planted, f"noise {seed}")]
    while count > 0:
        text = noise(r) if r.random() < 0.5 else near_miss(r, r.choice(values))
        if text is None: continue
        count -= 1
        yield text

def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("wallis")
    parser.add_argument("--count", type=int, default=3000)
    parser.add_argument("--seed", default="1")
    parser.add_argument("--planted", type=int, default=30, help="numbers a shape of which near misses are made")
    parser.add_argument("--scope", default="standard")
    parser.add_argument("--workers", type=int, default=1)
    options = parser.parse_args()
    lines = list(numbers(options.count, options.seed, options.planted))
    file = tempfile.NamedTemporaryFile("w", suffix=".txt")
    file.write("\n".join(lines) + "\n")
    file.flush()
    run = subprocess.Popen(
        [options.wallis, "identify", "--file", file.name, "--scope", options.scope, "--workers", str(options.workers),
         "--quiet"], stdout=subprocess.PIPE, text=True)
    verdicts, answered = collections.Counter(), 0
    for line in run.stdout:
        if not line.startswith("{"): continue
        answer = json.loads(line)
        answered += 1
        verdicts[answer.get("verdict", "error")] += 1
        for finding in answer.get("findings", []):
            if finding["grade"] in ("conjecture", "certified"):
                print(f"false: {answer['input']} as {finding['closedForm']}", flush=True)
    false = verdicts["conjecture"] + verdicts["certified"]
    print(f"{answered} of {len(lines)} numbers, scope {options.scope}: "
          + ", ".join(f"{count} {word}" for word, count in verdicts.most_common()) + f"; false conjectures: {false}")
    sys.exit(0 if false == 0 and answered == len(lines) else 1)

if __name__ == "__main__":
    main()
