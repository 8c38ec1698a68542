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
    ("log(5)", mp.log(5)), ("log(6)", mp.log(6)), ("log(7)", mp.log(7)), ("log(10)", mp.ln10),
    ("log(phi)", mp.log(mp.phi)), ("sqrt(2)*log(1+sqrt(2))", mp.sqrt(2) * mp.asinh(1)),
    ("sqrt(3)*log(2+sqrt(3))", mp.sqrt(3) * mp.acosh(2)), ("sqrt(5)*log(phi)", mp.sqrt(5) * mp.log(mp.phi)),
    ("atan(1/2)", mp.atan(mpf(1) / 2)), ("sqrt(2)*atan(1/sqrt(2))", mp.sqrt(2) * mp.atan(1 / mp.sqrt(2))),
    ("parabolic", mp.sqrt(2) + mp.asinh(1)), ("pi^3", mp.pi ** 3), ("sqrt(pi)", mp.sqrt(mp.pi)),
    ("sqrt(2*pi)", mp.sqrt(2 * mp.pi)), ("pi*sqrt(2)", mp.pi * mp.sqrt(2)), ("pi*sqrt(3)", mp.pi * mp.sqrt(3)),
    ("zeta(4)", mp.zeta(4)), ("zeta(7)", mp.zeta(7)), ("zeta(9)", mp.zeta(9)),
    ("gieseking", mp.clsin(2, mp.pi / 3)), ("polylog(2,1/2)", mp.polylog(2, mpf(1) / 2)),
    ("e^3", mp.exp(3)), ("exp(1/3)", mp.exp(mpf(1) / 3)), ("exp(pi)", mp.exp(mp.pi)),
    ("exp(sqrt(2)*log(2))", mpf(2) ** mp.sqrt(2)), ("sin(1)", mp.sin(1)), ("cos(1)", mp.cos(1)), ("sinh(1)", mp.sinh(1)),
    ("cosh(1)", mp.cosh(1)), ("tan(1/2)", mp.tan(mpf(1) / 2)),
    *((f"sqrt({k})*tanh(sqrt({k}))", mp.sqrt(k) * mp.tanh(mp.sqrt(k))) for k in (2, 3, 5)),
    *((f"sqrt({k})*tan(sqrt({k}))", mp.sqrt(k) * mp.tan(mp.sqrt(k))) for k in (2, 3)),
    ("sqrt(pi*e/2)*erfc(1/sqrt(2))", mp.sqrt(mp.pi * mp.e / 2) * mp.erfc(1 / mp.sqrt(2))),
    ("besseli(1,1)/besseli(0,1)", mp.besseli(1, 1) / mp.besseli(0, 1)),
    *((f"besseli(1,2*sqrt({k}))*sqrt({k})/besseli(0,2*sqrt({k}))",
       mp.besseli(1, 2 * mp.sqrt(k)) * mp.sqrt(k) / mp.besseli(0, 2 * mp.sqrt(k))) for k in (2, 3)),
    ("besseli(1,4)/besseli(0,4)", mp.besseli(1, 4) / mp.besseli(0, 4)),
    ("besselj(1,2*sqrt(2))*sqrt(2)/besselj(0,2*sqrt(2))",
     mp.besselj(1, 2 * mp.sqrt(2)) * mp.sqrt(2) / mp.besselj(0, 2 * mp.sqrt(2))),
    ("gamma(1/5)", mp.gamma(mpf(1) / 5)), ("gamma(1/6)", mp.gamma(mpf(1) / 6)), ("gamma(1/8)", mp.gamma(mpf(1) / 8)),
    ("gamma(1/3)^3/pi", mp.gamma(mpf(1) / 3) ** 3 / mp.pi), ("omega", mp.lambertw(1)),
    ("plastic", mp.findroot(lambda x: x ** 3 - x - 1, 1.32)),
    ("tribonacci", mp.findroot(lambda x: x ** 3 - x ** 2 - x - 1, 1.84)),
    ("cbrt(2)", mp.cbrt(2)), ("cbrt(3)", mp.cbrt(3)), ("dottie", mp.findroot(lambda x: mp.cos(x) - x, 0.739)),
    ("khinchin", mp.khinchin), ("glaisher", mp.glaisher), ("levy", mp.exp(mp.pi ** 2 / (12 * mp.ln2))),
    ("erdosborwein", mp.nsum(lambda k: 1 / (mpf(2) ** k - 1), [1, mp.inf])),
]
print(f"# name, then 110 digits: constants-mpmath.py, mpmath {mpmath.__version__},"
      f" Python {sys.version.split()[0]}, {mp.dps} digits of working precision")
for name, value in ROWS:
    print(name, mp.nstr(value, 110, strip_zeros=False))
