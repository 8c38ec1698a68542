"""Writes series-values.txt: random sums and products to 50 digits, by PARI/GP and mpmath.

Run in this folder: python3 series-values.py > series-values.txt  (PARI/GP 2.15, mpmath 1.3)
Rational terms: sumnumrat; alternating ones: sumalt; geometric ones: suminf; gamma quotients at |z| = 1: mpmath's
hypergeometric functions at 1; products of rational functions: gamma functions; 1 + geometric terms: prodinf.
"""
import random
import subprocess
from fractions import Fraction
from mpmath import mp, mpf, hyper, nstr, gamma, polyroots

random.seed(20261129)
mp.dps = 80


def gp(lines):
    text = "default(realprecision, 77)\n" + "\n".join(f'print(strprintf("%.55g", {x}))' for x in lines) + "\n"
    run = subprocess.run(["gp", "-q", "-f"], input=text, capture_output=True, text=True, check=True)
    assert not run.stderr, run.stderr
    return [line.replace(" ", "") for line in run.stdout.splitlines()]


def linear(positive=True):
    a = random.randint(1, 4)
    b = random.choice([x for x in range(1, 10) if Fraction(x, a).denominator == a or True])
    return f"({a}*k+{b})"


def polynomial(degree):
    c = [random.randint(-5, 5) for _ in range(degree)] + [random.randint(1, 4)]
    return "(" + "+".join(f"({x})*k^{i}" for i, x in enumerate(c)) + ")"


def denominator(degree):
    parts = []
    while degree > 0:
        if degree >= 2 and random.random() < 0.3:
            parts.append(f"(k^2+{random.randint(0, 3)}*k+{random.randint(5, 9)})")
            degree -= 2
        else:
            parts.append(linear())
            degree -= 1
    return "(" + "*".join(parts) + ")"


def fraction():
    return Fraction(random.choice([-1, 1]) * random.randint(1, 9), random.randint(10, 40))


cases = []  # (text, gp text or None, value or None)
for _ in range(60):
    d = random.randint(2, 5)
    f = f"{polynomial(random.randint(0, d - 2))}/{denominator(d)}"
    a = random.randint(0, 4)
    cases.append((f"sum(k={a}..inf, {f})", f"1.*sumnumrat(subst({f}, k, x), {a})", None))
for _ in range(50):
    d = random.randint(1, 4)
    f = f"{polynomial(random.randint(0, d - 1))}/{denominator(d)}"
    a = random.randint(0, 4)
    cases.append((f"sum(k={a}..inf, (-1)^k*{f})", f"sumalt(k={a}, (-1)^k*1.*{f})", None))
for _ in range(80):
    f = f"{polynomial(random.randint(0, 3))}/{denominator(random.randint(0, 2) or 1)}"
    z = fraction()
    factor = random.choice(
        ["1", "1/k!", "binomial(2*k,k)/4^k", "k!^2/(2*k)!", "binomial(3*k,k)/7^k", "1/(2*k+1)!", "k!/(3*k)!*20^k"])
    a = random.randint(0, 3)
    term = f"{f}*({z})^k*{factor}"
    cases.append((f"sum(k={a}..inf, {term})", f"suminf(k={a}, 1.*{term})", None))
for _ in range(50):
    n = random.randint(1, 3)
    up = [Fraction(random.randint(1, 5), random.randint(2, 6)) for _ in range(n + 1)]
    low = [Fraction(random.randint(1, 9), random.randint(1, 4)) for _ in range(n)]
    s = sum(low) - sum(up)
    alternating = random.random() < 0.4
    shift = 0 if alternating else max(0, -((s - Fraction(1, 3)).__floor__()))
    low[0] += shift + (1 if s < 0 and alternating else 0)
    s = sum(low) - sum(up)
    if s <= Fraction(1, 4) or alternating and s < 0:
        low[0] += 1
    z = -1 if alternating else 1
    value = hyper([mpf(x.numerator) / x.denominator for x in up], [mpf(x.numerator) / x.denominator for x in low], z)
    text = "*".join(f"poch({x},k)" for x in up) + "/(" + "*".join(f"poch({x},k)" for x in low) + "*k!)"
    sign = "(-1)^k*" if alternating else ""
    cases.append((f"sum(k=0..inf, {sign}{text})", None, value))
for _ in range(30):
    top = [random.randint(-6, 6) for _ in range(2)]
    p, q = f"(k^2+{top[0]}*k+{random.randint(10, 20)})", f"(k^2+{top[0]}*k+{random.randint(10, 20)})"
    a = random.randint(1, 5)
    cases.append((f"product(k={a}..inf, {p}/{q})", f"1.*prodnumrat(subst({p}/{q}, k, x), {a})", None))
for _ in range(30):
    z = fraction()
    f = random.choice(["1", "1/(2*k+1)", "k", "1/k!"])
    a = random.randint(1, 4)
    cases.append((f"product(k={a}..inf, 1+({z})^k*{f})", f"prodinf(k={a}, 1.+({z})^k*{f})", None))

values = iter(gp([c[1] for c in cases if c[1]]))
for text, script, value in cases:
    shown = next(values) if script else nstr(value, 55, min_fixed=-5, max_fixed=60)
    print(f"{text}\t{shown}")
