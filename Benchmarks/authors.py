"""Times the public blind-delta code on formulas read from standard input.

usage: authors.py FOLDER < MEMBERS

FOLDER holds blind_delta.py of RamanujanMachine/Blind-Delta-Algorithm (it needs gmpy2, numpy and scipy).
Each line of MEMBERS has the six coefficients A2 A1 A0 B2 B1 B0. Prints the seconds of all formulas together, then
per line the reduced delta, or a dash where that code gives none.
"""

import sys
import time
import warnings


def main():
    sys.path.insert(0, sys.argv[1])
    from blind_delta import calc_individual

    warnings.filterwarnings("ignore")
    members = [[int(word) for word in line.split()] for line in sys.stdin]
    deltas, seconds = [], 0.0
    for member in members:
        start = time.perf_counter()
        try:
            # Depth 2000 against 1000 at 100,000 bits: the settings of its own sample job.
            row = calc_individual(member, [3, 3], 2000, 2, 100000, -1010, -2020, 10**9)
        except Exception:  # a fit that does not converge, a logarithm of zero
            row = {}
        seconds += time.perf_counter() - start
        deltas.append(row.get("FR_Delta", -1010))
    print(seconds)
    for delta in deltas:
        print("-" if delta in (-1010, -2020) else delta)


main()
