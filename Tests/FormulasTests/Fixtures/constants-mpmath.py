#!/usr/bin/env python3
"""Writes constants-mpmath.txt: the constants of Wallis to 110 digits, by mpmath at 160 digits of working precision.

Usage: pip install mpmath && python3 constants-mpmath.py > constants-mpmath.txt
"""
import sys

import mpmath
from mpmath import mp, mpf

mp.dps = 160
ROWS = [
    ("pi", mp.pi), ("e", mp.e), ("log(2)", mp.ln2), ("euler", mp.euler), ("catalan", mp.catalan),
    ("log(3)", mp.log(3)), ("log(1+sqrt(2))", mp.log(1 + mp.sqrt(2))),
    ("zeta(2)", mp.zeta(2)), ("zeta(3)", mp.zeta(3)), ("zeta(5)", mp.zeta(5)), ("pi^2", mp.pi ** 2),
    ("phi", mp.phi), ("sqrt(2)", mp.sqrt(2)), ("sqrt(3)", mp.sqrt(3)), ("sqrt(5)", mp.sqrt(5)),
    ("sqrt(17)", mp.sqrt(17)),
    ("gauss", 1 / mp.agm(1, mp.sqrt(2))),
    ("lemniscate", mp.quad(lambda t: 2 / mp.sqrt(1 + mp.sin(t) ** 2), [0, mp.pi / 2])),
    ("gamma(1/3)", mp.gamma(mpf(1) / 3)), ("gamma(1/4)", mp.gamma(mpf(1) / 4)),
    ("e^2", mp.exp(2)), ("sqrt(e)", mp.exp(mpf(1) / 2)), ("tan(1)", mp.tan(1)),
    ("besseli(1,2)/besseli(0,2)", mp.besseli(1, 2) / mp.besseli(0, 2)),
    ("besselj(1,2)/besselj(0,2)", mp.besselj(1, 2) / mp.besselj(0, 2)),
    ("gompertz", mp.e * mp.e1(1)),
]
print(f"# name, then 110 digits: constants-mpmath.py, mpmath {mpmath.__version__},"
      f" Python {sys.version.split()[0]}, {mp.dps} digits of working precision")
for name, value in ROWS:
    print(name, mp.nstr(value, 110, strip_zeros=False))
